"""Anything that was written can be found, in any script, and nothing that is typed can break the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.talk import ask, chat, settle

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import ChatSettings
from parley.domain.message import Role
from parley.domain.search_filters import Filters

if TYPE_CHECKING:
    from parley.store.store import Store


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("The quick brown fox", "quick"),
        ("The quick brown fox", "QUICK the"),
        ("The quick brown fox", "quick bro"),
        ("The quick brown fox", '"quick brown"'),
        ("The quick brown fox", '"brown fo'),
        ("Ein Café in Zürich", "cafe zurich"),
        ("Ein Cafe\u0301", "café"),
        ("Cafe", "CAFÉ"),
        ("foo_bar-baz(qux)", "bar baz"),
        ("don't panic", "don't"),
        ("我爱北京天安门", "北京"),
        ("我爱北京天安门", "京"),
        ("我爱北京天安门", "爱北京天"),
        ("東京タワーへ行きたい", "タワー"),
        ("ｶﾀｶﾅ", "カタカナ"),
        ("한국어를 배우다", "국어"),
        ("ภาษาไทยง่ายมาก", "ไทย"),
        ("ภาษาไทยง่ายมาก", "ง่าย"),
        ("Python 語言 rocks", "python 語言"),
        ("Python語言", "語言 pytho"),
        ("हिन्दी में लिखो", "हिन्दी"),
        ("שלום עולם", "עולם"),
        ("Nice 🙂 day", "🙂"),
        ("ＦＵＬＬ width", "full"),
    ],
)
def test_it_is_found(store: Store, text: str, typed: str) -> None:
    wanted = chat(store, text, "answer")
    chat(store, "something else entirely 别的东西", "other")
    found = store.search(typed, 5)
    assert [row.id for row in found] == [wanted.id]
    assert found[0].message_id == store.messages(wanted.id)[0].id
    assert "\x02" in found[0].snippet


@pytest.mark.parametrize("typed", ["brow quick", '"quick fox"', "quick cat", "北安", '"brown quick"', "", "  ", '"'])
def test_it_is_not_found(store: Store, typed: str) -> None:
    chat(store, "The quick brown fox", "我爱北京天安门")
    assert store.search(typed, 5) == []


def test_the_hit_is_marked_in_its_surroundings(store: Store) -> None:
    chat(store, "word " * 100 + "Élan\nvital " + "word " * 100, "")
    [row] = store.search("elan", 5)
    assert "\x02Élan\x03 vital" in row.snippet
    assert row.snippet.startswith("…")
    assert row.snippet.endswith("…")
    assert len(row.snippet) < 200


def test_a_title_comes_before_a_message(store: Store) -> None:
    titled = chat(store, "How?", "So.", title="Baking bread")
    mentioned = chat(store, "I like bread", "Good.", title="Food")
    rows = store.search("bread", 5)
    assert [row.id for row in rows] == [titled.id, mentioned.id]
    assert rows[0].message_id is None
    assert rows[0].snippet == "Baking \x02bread\x03"


def test_a_message_that_is_all_about_it_comes_first(store: Store) -> None:
    about = chat(store, "bread bread bread", "")
    chat(store, "bread " + "and much more " * 50, "")
    assert store.search("bread", 5)[0].id == about.id


def test_each_conversation_stands_once(store: Store) -> None:
    conversation = chat(store, "bread", "bread", "bread", "bread", title="bread")
    [row] = store.search("bread", 5)
    assert row.id == conversation.id
    assert len(store.search_messages("bread", 10)) == 4


def test_a_renamed_conversation_is_found_by_its_new_title_only(store: Store) -> None:
    conversation = chat(store, "x", title="Oldname")
    store.rename(conversation.id, "Newname")
    assert store.search("oldname", 5) == []
    assert [row.id for row in store.search("newname", 5)] == [conversation.id]


def test_filters_narrow(store: Store) -> None:
    conversation = store.create_conversation(ChatSettings())
    picture = Attachment(AttachmentKind.IMAGE, "p.png", "image/png", b"1", "")
    answer = ask(store, conversation.id, "bread", "bread\n```py\nx\n```", cost=500, attachments=[picture])
    question_id, answer_id = answer.parent_id, answer.id

    def found(filters: Filters, text: str = "bread") -> list[int]:
        return [one.message_id for one in store.search_messages(text, 5, filters)]

    assert found(Filters(role=Role.ASSISTANT)) == [answer_id]
    assert found(Filters(has_image=True)) == [question_id]
    assert found(Filters(has_code=True)) == [answer_id]
    assert found(Filters(cost_above=499)) == [answer_id]
    assert found(Filters(cost_above=500)) == []
    assert found(Filters(model="gpt-4o")) == [answer_id]
    assert found(Filters(until=answer.created_at - 10_000)) == []
    assert len(found(Filters(since=answer.created_at - 10_000))) == 2
    assert found(Filters(has_code=True), "") == [answer_id]


def test_filters_find_without_words_and_the_trash_is_left_out(store: Store) -> None:
    kept = chat(store, "bread", "```\nx\n```")
    gone = chat(store, "butter", "```\ny\n```")
    store.trash([gone.id])
    assert [row.id for row in store.search("", 5, Filters(has_code=True))] == [kept.id]
    assert [row.id for row in store.search("", 5, Filters(model="gpt-4o"))] == [kept.id]
    assert store.search("", 5, Filters(since=kept.created_at + 10_000_000)) == []
    assert store.search("", 5, Filters(until=1)) == []


@pytest.mark.parametrize("typed", ["bread", "面包", "bread 面包", ""])
def test_a_filter_that_fits_few_messages_narrows_every_kind_of_words(store: Store, typed: str) -> None:
    conversation = store.create_conversation(ChatSettings())
    dear = ask(store, conversation.id, "first", "bread 面包", cost=70_000)
    ask(store, conversation.id, "second", "bread 面包", cost=10, parent=dear.id)
    assert [one.message_id for one in store.search_messages(typed, 5, Filters(cost_above=50_000))] == [dear.id]


def test_the_models_that_have_answered(store: Store) -> None:
    assert store.models_used() == []
    conversation = chat(store, "bread", "butter")
    answer = store.begin_turn(conversation.id, text="?", attachments=(), parent_id=None, model="a-model")[1]
    settle(store, answer.id, "!")
    assert store.models_used() == ["a-model", "gpt-4o"]


def test_a_search_that_is_given_up_ends_at_once_and_finds_nothing(store: Store) -> None:
    conversation = chat(store, "bread", "butter")
    store.rows(
        "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
        " INSERT INTO message (id, conversation_id, created_at, role, status, text)"
        " SELECT i, ?, 0, 'user', 'complete', '' FROM n",
        [conversation.id],
    )
    asked: list[bool] = []

    def given_up() -> bool:
        asked.append(len(asked) == 1)
        return asked[-1]

    assert store.search("", 5, Filters(role=Role.ASSISTANT), given_up=given_up) == []
    assert len(asked) == 2
    assert len(store.search("", 5, Filters(role=Role.ASSISTANT))) == 1


@given(text=st.text(alphabet=st.characters(), max_size=60))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_typed_breaks_the_search(store: Store, text: str) -> None:
    if store.count() == 0:
        chat(store, 'AND OR NOT NEAR(a b) "quoted" * ^ : - + {} text', "x", title="title")
    store.search(text, 5)
    store.search(f'"{text}', 5)
    store.search_messages(f"a {text}*", 5)


@given(
    words=st.lists(
        st.text(alphabet=st.sampled_from("abcéüßñçøІвагαβשלאב語言中文タワกขไทย한국1234567890"), min_size=1, max_size=8),
        min_size=1,
        max_size=6,
    ),
    data=st.data(),
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_word_of_a_message_finds_it(store: Store, words: list[str], data: st.DataObject) -> None:
    conversation = chat(store, " ".join(words), "")
    word = data.draw(st.sampled_from(words))
    assert conversation.id in [row.id for row in store.search(word, 10_000)]
    store.delete_forever([conversation.id])

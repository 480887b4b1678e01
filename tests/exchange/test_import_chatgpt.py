"""ChatGPT's own data export: what people saw of a conversation, and nothing else, whatever is in the file."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exchange.arriving import path_to, read_file, read_text, read_value
from tests.exchange.test_import_parley import json_values

from parley.domain.arrival import Arrival, Unread
from parley.domain.errors import AppError, Cause
from parley.domain.message import Role, Status

if TYPE_CHECKING:
    from pathlib import Path

BEGUN = 1_690_000_000.25  # seconds


def node(ident: str, parent: str | None, message: object = None, children: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": ident, "parent": parent, "children": list(children), "message": message}


def said(role: str, *parts: object, **more: object) -> dict[str, Any]:
    content = {"content_type": "text", "parts": list(parts)}
    return {
        "author": {"role": role, "name": None, "metadata": {}},
        "create_time": BEGUN + 5,
        "content": content,
        "status": "finished_successfully",
        "recipient": "all",
        "metadata": {"model_slug": "gpt-4o"},
        **more,
    }


def export(*nodes: dict[str, Any], **more: object) -> dict[str, Any]:
    return {
        "title": "Herons",
        "create_time": BEGUN,
        "update_time": BEGUN + 60,
        "mapping": {one["id"]: one for one in nodes},
        "current_node": nodes[-1]["id"],
        **more,
    }


def reading(folder: Path, document: object) -> Arrival:
    [found] = read_value(folder, [document])
    assert isinstance(found, Arrival), found
    return found


def talk(folder: Path, *nodes: dict[str, Any], **more: object) -> list[tuple[Role, str]]:
    """The branch that is shown."""
    return [(one.role, one.text) for one in path_to(reading(folder, export(*nodes, **more)))]


def usual() -> list[dict[str, Any]]:
    hidden = said("system", "", metadata={"is_visually_hidden_from_conversation": True})
    return [
        node("root", None, None, ("system",)),
        node("system", "root", hidden, ("q",)),
        node("q", "system", said("user", "What do herons eat?"), ("a1", "a2")),
        node("a1", "q", said("assistant", "Fish.")),
        node("a2", "q", said("assistant", "Fish and frogs.")),
    ]


def test_a_conversation_with_versions(tmp_path: Path) -> None:
    arrival = reading(tmp_path, export(*usual(), current_node="a1"))
    conversation = arrival.conversation
    assert conversation.title == "Herons"
    assert (conversation.created_at, conversation.updated_at) == (1_690_000_000_250, 1_690_000_060_250)
    question, first, second = arrival.messages
    assert (question.parent_id, first.parent_id, second.parent_id) == (None, question.id, question.id)
    assert (question.model, first.model) == ("", "gpt-4o")
    assert first.created_at == 1_690_000_005_250
    assert [one.text for one in path_to(arrival)] == ["What do herons eat?", "Fish."]


def test_what_people_did_not_see_is_left_out(tmp_path: Path) -> None:
    thoughts = said("assistant", content={"content_type": "thoughts", "thoughts": [{"content": "hm"}]})
    to_tool = said("assistant", "search(herons)", recipient="browser")
    profile = said("user", content={"content_type": "user_editable_context", "user_profile": "secret"})
    assert talk(
        tmp_path,
        node("p", None, profile, ("q",)),
        node("q", "p", said("user", "Look it up"), ("t",)),
        node("t", "q", thoughts, ("s",)),
        node("s", "t", to_tool, ("r",)),
        node("r", "s", said("tool", "a page about herons"), ("a",)),
        node("a", "r", said("assistant", "They eat fish \ue200cite\ue202turn0search0\ue201.")),
    ) == [(Role.USER, "Look it up"), (Role.ASSISTANT, "They eat fish .")]


def test_an_answer_in_parts_is_one(tmp_path: Path) -> None:
    assert talk(
        tmp_path,
        node("q", None, said("user", "Draw"), ("a",)),
        node("a", "q", said("assistant", "Here it comes."), ("t",)),
        node("t", "a", said("tool", "…"), ("b",)),
        node("b", "t", said("assistant", "Done."), ("q2",)),
        node("q2", "b", said("user", "Thanks")),
    ) == [(Role.USER, "Draw"), (Role.ASSISTANT, "Here it comes.\n\nDone."), (Role.USER, "Thanks")]


def test_pictures_leave_a_mark(tmp_path: Path) -> None:
    picture = {"content_type": "image_asset_pointer", "asset_pointer": "file-service://x"}
    content = {"content_type": "multimodal_text", "parts": [picture, "What is this?", {"odd": 1}, 7, None]}
    assert talk(tmp_path, node("q", None, said("user", content=content))) == [(Role.USER, "[image]\n\nWhat is this?")]


def test_the_archive_and_the_stars_come_along(tmp_path: Path) -> None:
    arrival = reading(tmp_path, export(*usual(), is_archived=True, is_starred=True))
    assert arrival.archived
    assert arrival.conversation.pinned


def test_an_answer_that_broke_off(tmp_path: Path) -> None:
    arrival = reading(tmp_path, export(*usual()[:3], node("a1", "q", said("assistant", "Fi", status="in_progress"))))
    assert arrival.messages[-1].status is Status.INCOMPLETE


def test_a_parent_that_is_not_there_begins_a_tree(tmp_path: Path) -> None:
    assert talk(tmp_path, node("q", "gone", said("user", "Still here"))) == [(Role.USER, "Still here")]


def test_a_circle_is_said(tmp_path: Path) -> None:
    circle = [node("a", "b", said("user", "a"), ("b",)), node("b", "a", said("user", "b"), ("a",))]
    found = read_value(tmp_path, [export(*circle), export(*usual())])
    assert found[0] == Unread("Herons", "the messages go round in a circle")
    assert isinstance(found[1], Arrival)


def test_a_very_deep_tree(tmp_path: Path) -> None:
    deep = [node(str(n), str(n - 1), said("user" if n % 2 else "assistant", f"{n}")) for n in range(10_000)]
    assert len(talk(tmp_path, *deep)) == 10_000


def test_answers_without_end_are_joined_in_no_time(tmp_path: Path) -> None:
    many = [node(str(n), str(n - 1), said("assistant", "word " * 20)) for n in range(20_000)]
    [(_, text)] = talk(tmp_path, *many)
    assert len(text.split()) == 400_000


@pytest.mark.parametrize("name", ["conversations.json", "export/conversations-001.json"])
def test_the_zip_file_as_it_was_mailed(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("chat.html", "<html>")
        archive.writestr(name, json.dumps([export(*usual())]))
    [found] = read_file(tmp_path / "export.zip")
    assert isinstance(found, Arrival)


def test_other_zip_files_are_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("photos.txt", "none")
    (tmp_path / "broken.zip").write_bytes((tmp_path / "other.zip").read_bytes()[:40])
    for name in ("other.zip", "broken.zip"):
        with pytest.raises(AppError) as raised:
            read_file(tmp_path / name)
        assert raised.value.failure.cause is Cause.IMPORT_UNREADABLE
        assert raised.value.failure.facts == {"path": name}


def test_what_is_too_large_is_said_even_where_it_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.exchange.import_source.LARGEST", 100_000)
    text = json.dumps([export(node("q", None, said("user", "x" * 10_000_000)))])
    (tmp_path / "large.json").write_text(text)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("conversations.json", text)
    assert (tmp_path / "bomb.zip").stat().st_size < 100_000
    for name in ("large.json", "bomb.zip"):
        with pytest.raises(AppError) as raised:
            read_file(tmp_path / name)
        assert raised.value.failure.cause is Cause.IMPORT_TOO_LARGE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_nothing_in_such_a_file_is_a_surprise(tmp_path: Path, data: st.DataObject) -> None:
    document = export(*usual())
    mapping = document["mapping"]
    answer = mapping["a1"]["message"]
    for place in (document, mapping, mapping["q"], answer, answer["author"], answer["content"], answer["metadata"]):
        for key in data.draw(st.sets(st.sampled_from(sorted(place)), max_size=2)):
            place[key] = data.draw(json_values | st.sampled_from(["root", "q", "a1", ["q", "a1"]]))
    found = read_text(tmp_path, json.dumps([document, {"mapping": {}}]))
    assert all(isinstance(one, Arrival | Unread) for one in found)

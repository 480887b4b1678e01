"""What Parley exported comes back as it was, and a file that only looks like that does no harm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.exchange.arriving import arrivals, path_to, read_file, read_text, read_value
from tests.exchange.samples import MOMENT, conversation, everything

from parley.domain.arrival import MOST_MESSAGES, Arrival, Unread
from parley.domain.errors import AppError, Cause
from parley.domain.message import Status
from parley.exchange.formats import find_format
from parley.exchange.import_formats import ImportOutside, recognise
from parley.exchange.import_gate import LONGEST_TITLE
from parley.exchange.import_source import Source

if TYPE_CHECKING:
    from pathlib import Path

JSON = find_format("json")
in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def exported(arrival: Arrival) -> bytes:
    shown = path_to(arrival)
    others = [message for message in arrival.messages if message not in shown]
    return JSON.write(arrival.conversation, shown, others=others)


def document() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(JSON.write(conversation(), everything()[:1]))
    return made


def reading(folder: Path, value: object) -> Arrival:
    [found] = read_value(folder, value)
    assert isinstance(found, Arrival), found
    return found


def reason(folder: Path, value: object) -> str:
    [found] = read_value(folder, value)
    assert isinstance(found, Unread), found
    return found.reason


@in_one_folder
@given(arrivals())
def test_everything_comes_back(tmp_path: Path, arrival: Arrival) -> None:
    (tmp_path / "file.json").write_bytes(exported(arrival))
    [back] = read_file(tmp_path / "file.json")
    assert back == arrival


def test_the_export_holds_every_version(tmp_path: Path) -> None:
    first, second, *rest = everything()
    made = json.loads(JSON.write(conversation(), [first, second], others=rest))
    assert [message["id"] for message in made["messages"]] == [1, 2]
    assert [message["id"] for message in made["other_versions"]] == [3, 4]


def test_other_formats_hold_what_is_shown() -> None:
    first, second, *rest = everything()
    for key in ("markdown", "html", "text"):
        made = find_format(key).write(conversation(), [first, second], others=rest).decode()
        assert "How do I sort" in made
        assert "And backwards?" not in made


def test_an_export_of_before_there_were_other_versions(tmp_path: Path) -> None:
    old = document()
    del old["other_versions"]
    assert [message.text for message in reading(tmp_path, old).messages] == [everything()[0].text]


def test_several_in_one_file(tmp_path: Path) -> None:
    found = read_value(tmp_path, [document(), {"format": "something else"}, document()])
    assert [type(one) for one in found] == [Arrival, Unread, Arrival]


def test_a_file_of_a_newer_parley(tmp_path: Path) -> None:
    with pytest.raises(AppError) as raised:
        read_value(tmp_path, document() | {"version": 2})
    assert raised.value.failure.cause is Cause.IMPORT_NEWER
    assert raised.value.failure.facts == {"path": "file.json"}


def test_an_answer_that_was_being_written_is_incomplete(tmp_path: Path) -> None:
    made = document()
    made["messages"][0] |= {"status": "streaming", "role": "assistant"}
    [message] = reading(tmp_path, made).messages
    assert message.status is Status.INCOMPLETE
    assert message.failure is not None
    assert message.failure.cause is Cause.INTERRUPTED


@pytest.mark.parametrize("absurd", [-1, 0, 2**62, 10**30, 4_000_000_000_000, "yesterday", None, True, 1.5])
def test_absurd_times_are_those_of_what_is_around(tmp_path: Path, absurd: object) -> None:
    made = document()
    made["conversation"] |= {"created_at": absurd, "updated_at": absurd}
    assert reading(tmp_path, made).conversation.created_at == MOMENT
    assert reading(tmp_path, made).conversation.updated_at == MOMENT
    made = document()
    made["messages"][0]["created_at"] = absurd
    assert reading(tmp_path, made).messages[0].created_at == MOMENT


def test_a_title_is_one_short_line_that_hides_nothing(tmp_path: Path) -> None:
    made = document()
    made["conversation"]["title"] = "A\x00\x1b[2J \n\u202eevil\u2066\ud800 " + "long " * 1_000
    title = reading(tmp_path, made).conversation.title
    assert title.startswith("A[2J evil long long")
    assert len(title) <= LONGEST_TITLE


def test_what_a_person_could_not_have_set_is_not_set(tmp_path: Path) -> None:
    made = document()
    made["conversation"]["settings"] |= {"temperature": 1e9, "max_tokens": -5, "examples": "x", "more": [], "mode": 7}
    read = reading(tmp_path, made).conversation.settings
    assert (read.temperature, read.max_tokens, read.examples) == (None, None, ())
    assert read.instructions == "Answer briefly."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": 1, "parent_id": 1}, "circle"),
        ({"parent_id": 99}, "not there"),
        ({"id": "one"}, "number"),
        ({"id": True}, "number"),
        ({"id": None}, "number"),
        ({"parent_id": "one"}, "number"),
        ({"text": None}, "text"),
        ({"text": ["x"]}, "text"),
        ({"role": "god"}, "written"),
        ({"role": {}}, "written"),
        ({"attachments": [{"kind": "image", "data": "&&&"}]}, "base64"),
        ({"attachments": [{"kind": "program", "data": ""}]}, "kind"),
        ({"attachments": [{"kind": "text", "data": ""}] * 101}, "attachments"),
    ],
)
def test_what_makes_no_conversation_is_said(tmp_path: Path, change: dict[str, object], said: str) -> None:
    made = document()
    made["messages"][0] |= change
    assert said in reason(tmp_path, made)


def test_circles_twins_and_crowds_are_no_conversation(tmp_path: Path) -> None:
    def message(ident: int, parent: int | None) -> dict[str, object]:
        return {"id": ident, "parent_id": parent, "role": "user", "text": "x"}

    made = document()
    made["messages"] = [message(1, 3), message(2, 1), message(3, 2)]
    assert "circle" in reason(tmp_path, made)
    made["messages"] = [message(1, None), message(1, None)]
    assert "same id" in reason(tmp_path, made)
    made["messages"] = [message(ident, None) for ident in range(MOST_MESSAGES + 1)]
    assert "messages" in reason(tmp_path, made)
    made["messages"] = [message(2, 1), message(1, None)]
    assert [one.id for one in reading(tmp_path, made).messages] == [1, 2]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"not JSON at all",
        b'{"format": "parley-conversation"',
        b'{"format": "parley-conversation", "version": ' + b"9" * 5_000 + b"}",
        b'{"format": "parley-conversation", "version": 1} and more',
        b'{"format": "parley-conversation", "x": "\xff\xfe"}',
        b'["parley-conversation" ' + b"[" * 200_000,
        b'{"format": "parley-conversation", "x": ' + b"[" * 200_000,
        '{"format": "parley-conversation"}'.encode("utf-16"),
        b"\x00" * 100,
    ],
)
def test_what_is_no_file_of_ours_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(AppError) as raised:
        read_text(tmp_path, content)
    assert raised.value.failure.cause is Cause.IMPORT_UNREADABLE
    assert raised.value.failure.facts == {"path": "file.json"}


def test_what_stands_before_the_damage_is_read(tmp_path: Path) -> None:
    whole = json.dumps([document(), document()])
    (tmp_path / "file.json").write_text(whole[: -len(whole) // 4])
    source = Source(tmp_path / "file.json")
    found = recognise(source).read(source, ImportOutside())
    assert isinstance(next(found), Arrival)
    with pytest.raises(AppError):
        next(found)


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    for name in ("gone.json", "."):
        with pytest.raises(AppError) as raised:
            read_file(tmp_path / name)
        assert raised.value.failure.cause is Cause.FILE_UNREADABLE


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@in_one_folder
@given(st.data())
def test_nothing_in_such_a_file_is_a_surprise(tmp_path: Path, data: st.DataObject) -> None:
    made = document()
    for place in (made, made["conversation"], made["conversation"]["settings"], made["messages"][0]):
        for key in data.draw(st.sets(st.sampled_from(sorted(place)), max_size=3)):
            place[key] = data.draw(json_values)
    try:
        found = read_value(tmp_path, [made, "parley-conversation"])  # recognised, whatever became of the format
    except AppError as error:
        found = []
        event(error.failure.cause)
    assert all(isinstance(one, Arrival | Unread) for one in found)


def test_a_clock_that_is_set_back_takes_no_time_for_absurd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = document()
    monkeypatch.setattr("parley.exchange.import_gate.time.time_ns", lambda: 1_400_000_000 * 10**9)
    assert reading(tmp_path, made).conversation.created_at == MOMENT

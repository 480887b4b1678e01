"""What a service refused is remembered over the end of the program, said, and forgotten: by a button, or by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import apsw
import pytest
from PySide6.QtWidgets import QPushButton
from tests.app.test_chat_controls import opened_panel

from parley.app.kept_refusals import KeptRefusals
from parley.domain.refusals import KEPT_MS, ROLE, Refusal
from parley.store.refusals import RefusalTable
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.domain.errors import Failure
    from parley.ui.panels.chat_settings import ChatSettingsPanel

HERE = "https://api.example.com/v1"
NOW = time.time_ns() // 1_000_000
DAY = 24 * 3_600_000


def sent(server: FaultServer, token: str) -> list[bool]:
    """Of each request for an answer, whether it came with top_p."""
    return ["top_p" in record["body"] for record in server.records(token) if record["method"] == "POST"]


def again_buttons(panel: ChatSettingsPanel) -> dict[str, QPushButton]:
    """The buttons that offer to send something again, by what a screen reader says."""
    buttons = panel.findChildren(QPushButton)
    return {b.accessibleName(): b for b in buttons if b.text() == "Send it again" and b.isVisibleTo(panel)}


def test_after_a_restart_it_is_not_sent_again_until_the_person_asks_for_it(
    person: Person, fault_server: FaultServer
) -> None:
    person.use("refuses_all_more/kept")
    opened_panel(person).more.top_p.setValue(0.5)
    person.say("Hello")
    assert sent(fault_server, "kept") == [True, False]

    person.restart()
    panel = opened_panel(person)
    panel._more_title.set_open(True)
    person.wait(lambda: not panel.more.top_p.isEnabled())
    person.say("And now?")
    assert sent(fault_server, "kept") == [True, False, False]
    assert not person.program.parts.window.notice.isVisible()

    again_buttons(panel)["Send it again: Choice of words (top p)"].click()
    person.wait(panel.more.top_p.isEnabled)
    assert again_buttons(panel) == {}
    person.say("Once more")
    assert sent(fault_server, "kept") == [True, False, False, True, False]
    assert "Choice of words (top p)" in person.program.parts.window.notice.text()
    person.wait(lambda: not panel.more.top_p.isEnabled())


def test_the_length_limit_creativity_and_json_have_the_button_too(person: Person) -> None:
    person.use("refuses_all_more")
    panel = opened_panel(person)
    panel.creativity.slider.setValue(30)
    panel.answer_length.spin.setValue(50)
    panel.json_answer.click()
    person.say("Hello, JSON")
    names = {"Creativity (temperature)", "Longest answer (max tokens)", "Answer as JSON"}
    person.wait(lambda: set(again_buttons(panel)) == {f"Send it again: {name}" for name in names})
    said = person.program.parts.window.notice.text()
    assert "does not take these settings: " in said
    assert all(words in said for words in ("Creativity", "JSON", "Longest answer")), "each of them is said"
    for name in names:
        again_buttons(panel)[f"Send it again: {name}"].click()
    person.wait(lambda: not again_buttons(panel))
    assert panel.creativity.slider.isEnabled()
    assert panel.answer_length.spin.isEnabled()
    assert panel.json_answer.isEnabled()


def test_a_refused_choice_is_said_where_it_is_made_and_another_is_sent(
    person: Person, fault_server: FaultServer
) -> None:
    person.use("no_high_effort/choice")
    person.program.parts.conversation.choose_model("some-model")
    panel = opened_panel(person)
    panel._more_title.set_open(True)
    effort = panel.more.effort
    effort.set_value("high")
    effort.chosen.emit("high")
    person.say("Hello")
    person.restart()
    panel = opened_panel(person)
    panel._more_title.set_open(True)
    effort = panel.more.effort
    person.wait(lambda: "did not take this choice" in effort.accessibleDescription())
    assert effort.isEnabled()
    assert set(again_buttons(panel)) == {"Send it again: Thinking (reasoning effort)"}
    effort.set_value("low")
    effort.chosen.emit("low")
    assert "did not take" not in effort.accessibleDescription()
    assert again_buttons(panel) == {}
    person.say("And now?")
    bodies = [record["body"] for record in fault_server.records("choice") if record["method"] == "POST"]
    assert [body.get("reasoning_effort") for body in bodies] == ["high", None, "low"]


def test_the_shown_code_leaves_out_what_was_refused_before_the_restart(person: Person) -> None:
    person.use("refuses_all_more/code")
    opened_panel(person).more.top_p.setValue(0.5)
    person.say("Hello")
    person.restart()
    conversation, preferences = person.program.parts.conversation, person.program._preferences
    service = preferences.service
    assert service is not None
    settings = conversation.settings_for(service)
    shown: list[dict[str, object]] = []

    def ask() -> None:
        from parley.domain.request import build_request

        request = build_request(settings, person.program.parts.session.messages[:1])
        person.program._engine.post(
            lambda backend: backend.call_for(request, service), done=lambda call: shown.append(call.body)
        )

    ask()
    person.wait(lambda: bool(shown))
    assert "top_p" not in shown[0]


# What is read from the disk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data" / "parley.db", tmp_path / "data" / "backups")
    yield opened
    opened.close()


def kept(store: Store, said: list[Failure] | None = None) -> KeptRefusals:
    return KeptRefusals(store, (said if said is not None else []).append)


def test_nothing_is_read_before_it_is_needed(store: Store) -> None:
    asked: list[str] = []

    def note(_cursor: apsw.Cursor, sql: str, _bindings: object) -> bool:
        asked.append(sql)
        return True

    store.connection.exec_trace = note
    memory = kept(store)
    assert asked == []
    memory.of(HERE, "gpt-4o")
    memory.of(HERE, "gpt-4o")
    assert len([sql for sql in asked if "FROM refusal" in sql]) == 1


def test_after_thirty_days_it_is_tried_again(store: Store) -> None:
    table = RefusalTable(store)
    recent = Refusal(HERE, "gpt-4o", "top_p", at=NOW - KEPT_MS + DAY)
    table.add(recent)
    table.add(Refusal(HERE, "gpt-4o", "seed", at=NOW - KEPT_MS - DAY))
    memory = kept(store)
    assert memory.of(HERE, "gpt-4o") == (recent,)
    memory.forget_old()
    assert table.between(0, 2**62) == [recent]


def test_what_someone_else_wrote_into_the_file_takes_nothing_out_of_a_request(store: Store) -> None:
    table = RefusalTable(store)
    hostile = [
        Refusal(HERE, "gpt-4o", name, at=NOW)
        for name in ("messages", "model", "prompt", "stream", "stream_options", "", ROLE, "top_p " * 99)
    ]
    hostile += [
        Refusal("", "gpt-4o", "seed", at=NOW),
        Refusal(HERE, "", "seed", at=NOW),
        Refusal(HERE, "m" * 100_000, "seed", at=NOW),
        Refusal(HERE, "gpt-4o", "verbosity", "[" * 100_000, at=NOW),
        Refusal(HERE, "gpt-4o", "seed", at=NOW + 10 * DAY),
        Refusal(HERE, "gpt-4o", "n", at=-1),
    ]
    for refusal in hostile:
        table.add(refusal)
    assert kept(store).all() == ()


def test_what_parley_adds_by_itself_is_known_till_the_end_only(store: Store) -> None:
    first = kept(store)
    for parameter, value in (("stream", ""), (ROLE, "developer"), ("top_p", "")):
        first.add(Refusal(HERE, "gpt-4o", parameter, value, NOW))
    first.add(Refusal("", "practice", "seed", at=NOW))
    assert len(first.all()) == 4
    assert [refusal.parameter for refusal in kept(store).all()] == ["top_p"]


def test_a_disk_that_takes_nothing_is_said_once_and_the_run_goes_on(store: Store) -> None:
    said: list[Failure] = []
    memory = kept(store, said)
    memory.of(HERE, "gpt-4o")
    store.connection.execute("PRAGMA query_only = ON").fetchall()
    for parameter in ("top_p", "seed"):
        memory.add(Refusal(HERE, "gpt-4o", parameter, at=NOW))
    assert len(memory.of(HERE, "gpt-4o")) == 2
    assert len(said) == 1
    store.connection.execute("PRAGMA query_only = OFF").fetchall()


def test_a_table_that_cannot_be_read_means_that_nothing_is_known(store: Store) -> None:
    def broken(_cursor: apsw.Cursor, sql: str, _bindings: object) -> bool:
        if "FROM refusal" in sql:
            raise apsw.CorruptError("no table")
        return True

    store.connection.exec_trace = broken
    said: list[Failure] = []
    assert kept(store, said).all() == ()
    assert len(said) == 1
    store.connection.exec_trace = None


def test_what_is_learned_while_the_panel_is_open_leaves_what_is_set_in_it(person: Person) -> None:
    person.use("no_high_effort")
    person.program.parts.conversation.choose_model("some-model")
    panel = opened_panel(person)
    panel.json_answer.click()
    panel.more.effort.chosen.emit("high")
    person.say("Hello, JSON")
    person.wait(lambda: bool(again_buttons(panel)) or "did not take" in panel.more.effort.accessibleDescription())
    assert panel.settings().json_answer
    assert panel.settings().more.reasoning_effort == "high"
    assert panel.settings() == person.program.parts.session.settings

"""Waiting is visible: what is waited for stands under the message, with Stop, until something comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.app.backend import AppBackend
from parley.chat.pace import Pace
from parley.domain.events import Phase
from parley.domain.message import Status

if TYPE_CHECKING:
    from tests.app.person import Person

QUICK = Pace(waiting_after=0.1, still_waiting_after=0.3)


def test_connecting_then_waiting_then_still_waiting_and_stop_at_any_time(person: Person) -> None:
    person.use("silent_before_headers")
    backend = person.program._engine._backend
    assert isinstance(backend, AppBackend)
    backend._engine._pace = QUICK
    parts = person.program.parts
    seen: list[tuple[Phase, str]] = []
    composer = parts.window.composer
    button = composer._send

    def note(_message_id: int, phase: Phase | None) -> None:
        if phase is not None:
            seen.append((phase, button.accessibleName()))

    parts.session.phaseChanged.connect(note)

    def wait_and_stop() -> None:
        composer.sendRequested.emit("Is anybody there", [])
        person.wait(lambda: bool(seen) and seen[-1][0] is Phase.STILL_WAITING)
        button.click()

    stopped = person.wait_for_answer(wait_and_stop)
    assert list(dict.fromkeys(seen)) == [
        (Phase.CONNECTING, "Stop"),
        (Phase.WAITING, "Stop"),
        (Phase.STILL_WAITING, "Stop"),
    ]
    assert stopped.status is Status.STOPPED
    assert person.texts()[0][1] == "Is anybody there"


def test_a_person_waits_two_seconds_for_a_word_and_ten_for_another() -> None:
    assert (Pace().waiting_after, Pace().still_waiting_after) == (2, 10)

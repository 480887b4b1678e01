"""A summary that is stopped, fails, or is finished when another conversation is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.test_context import TOKEN, Reader

from parley.domain.settings import MONTHLY_BUDGET, SERVICE_ADDRESS
from parley.ui.context_controller import ContextController
from parley.ui.failure_notice import FailureNotice

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program


class Listener(Reader):
    """A reader whose service changes its ways."""

    def serve(self, mode: str) -> None:
        self.program._preferences.set(SERVICE_ADDRESS, self._records.service(f"{mode}/{TOKEN}").address)

    def failures(self) -> list[str]:
        notices = self.program.parts.window.findChildren(FailureNotice)
        return [notice.accessibleName() for notice in notices if notice.isVisible()]

    def near_the_end(self) -> None:
        self.talk(5)
        self.wait_to_hear("nearly as long")


@pytest.fixture
def listener(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Listener:
    return Listener(qtbot, open_program, fault_server)


def test_it_can_be_stopped(listener: Listener) -> None:
    listener.near_the_end()
    listener.serve("silent_after_headers")
    listener.press("Summarise the oldest")
    listener.wait_to_hear("are being summarised")
    listener.press("Stop")
    listener.wait_to_hear("nearly as long")
    assert listener.note() == "none"
    assert listener.program.parts.session.settings.summary is None


@pytest.mark.parametrize("mode", ["drop_mid_word", "server_error", "no_finish_reason"])
def test_a_failure_is_said_and_nothing_changes(listener: Listener, mode: str) -> None:
    listener.near_the_end()
    listener.serve(mode)
    listener.press("Summarise the oldest")
    listener.wait(lambda: bool(listener.failures()))
    assert listener.note() == "none"
    listener.wait_to_hear("nearly as long")


def test_it_counts_among_what_was_paid_and_obeys_the_budget(listener: Listener) -> None:
    listener.near_the_end()
    before = listener.program.parts.session.conversation
    assert before is not None
    listener.press("Summarise the oldest")
    listener.wait_to_hear("A summary is now sent")
    after = listener.program.parts.session.conversation
    assert after is not None
    assert after.cost > before.cost
    listener.restart()
    assert listener.program.parts.session.conversation is not None
    assert listener.program.parts.session.conversation.cost == after.cost

    listener.program._preferences.set(MONTHLY_BUDGET, 1)
    listener.program.parts.conversation.apply_settings(before.settings)
    listener.wait_to_hear("nearly as long")
    listener.press("Summarise the oldest")
    listener.wait(lambda: any("budget" in said for said in listener.failures()))


def test_it_belongs_to_its_conversation_whatever_is_on_the_screen(listener: Listener) -> None:
    listener.near_the_end()
    first = listener.program.parts.session.conversation
    assert first is not None
    listener.serve("rate_limit_seconds")
    listener.press("Summarise the oldest")
    listener.wait_to_hear("are being summarised")
    listener.program.parts.conversation.begin_new()
    listener.wait(lambda: "summarised" not in listener.said())
    [controller] = listener.program.parts.window.findChildren(ContextController)
    listener.wait(lambda: controller._summarising is None)
    assert listener.note() == "none"
    listener.program.parts.conversation.open(first.id)
    listener.wait(lambda: listener.note() not in {"", "none"})

"""Someone at the window of the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.settings import SERVICE_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from pytestqt.qtbot import QtBot
    from pytestqt.wait_signal import SignalBlocker
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program
    from parley.domain.message import Message, Role

KEY = "sk-proj-canary-0123456789abcdefghijklmn"
PATIENCE = 20_000  # milliseconds


class Person:
    """Someone at the window: presses what the window offers and waits for what it shows."""

    def __init__(self, qtbot: QtBot, open_program: Callable[[], Program], server: FaultServer) -> None:
        self._qtbot = qtbot
        self._open = open_program
        self._server = server
        self.program = open_program()

    def restart(self) -> None:
        self.program = self._open()

    def use(self, mode: str) -> None:
        """Connect to the server, which from now on behaves as `mode` says."""
        account = self.program.parts.account
        with self._qtbot.waitSignal(account.connected, timeout=PATIENCE):
            account.submit_service(self._server.service("good").address, KEY)
        self.program._preferences.set(SERVICE_ADDRESS, self._server.service(mode).address)

    def say(self, text: str) -> Message:
        """Send `text` and return its answer once it has ended."""
        window = self.program.parts.window
        with self._qtbot.waitSignal(self.program.parts.session.settled, timeout=PATIENCE) as settled:
            window.composer.set_text(text)
            window.composer.sendRequested.emit(window.composer.text(), window.composer.attachments())
        answer: Message = settled.args[0]
        return answer

    def wait_for_answer(self, begin: Callable[[], None]) -> Message:
        with self._qtbot.waitSignal(self.program.parts.session.settled, timeout=PATIENCE) as settled:
            begin()
        answer: Message = settled.args[0]
        return answer

    def waits_for(self, signal: SignalInstance) -> SignalBlocker:
        return self._qtbot.waitSignal(signal, timeout=PATIENCE)

    def texts(self) -> list[tuple[Role, str]]:
        return [(message.role, message.text) for message in self.program.parts.session.messages]

    def wait(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE)

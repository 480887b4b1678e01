"""Proof of life: `--demo MESSAGE` sends it to the practice model in the real window and shows what came of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from parley.app.screen import say
from parley.domain.message import Status
from parley.ui.failure_words import words_for

if TYPE_CHECKING:
    from pathlib import Path

    from parley.app.program import Parts
    from parley.domain.errors import Failure
    from parley.domain.message import Message
    from parley.ui.ports import Account

LAST_FRAME_MS = 600  # the window settles before its picture is taken


class Demo(QObject):
    """Starts the practice model, sends, waits for the answer, writes the picture and the transcript, ends."""

    def __init__(self, parts: Parts, message: str, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._message = message
        self._folder = folder.absolute()
        self._answer: Message | None = None
        parts.account.connected.connect(self._send)
        parts.account.connectionFailed.connect(self._fail)
        parts.session.refused.connect(self._fail)
        parts.session.settled.connect(self._settle)
        parts.exporting.written.connect(self._finish)
        parts.exporting.failed.connect(self._fail)
        parts.account.use_practice()

    def _send(self, _account: Account) -> None:
        self._parts.conversation.begin_new()
        self._parts.conversation.send(self._message, [])

    def _settle(self, answer: Message) -> None:
        if answer.failure is not None and answer.status is not Status.COMPLETE:
            self._fail(answer.failure)
            return
        self._answer = answer
        QTimer.singleShot(LAST_FRAME_MS, self._write)

    def _write(self) -> None:
        conversation = self._parts.session.conversation
        if conversation is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        self._parts.window.grab().save(str(self._folder / "screenshot.png"))
        self._parts.exporting.export_to(conversation.id, "markdown", self._folder / "transcript.md")

    def _finish(self, transcript: str) -> None:
        if self._answer is None or sys.stdout is None:
            return
        lines = [f"Screenshot: {self._folder / 'screenshot.png'}", f"Transcript: {transcript}", "", self._answer.text]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        QCoreApplication.exit(0)

    def _fail(self, failure: Failure) -> None:
        words = words_for(failure)
        say(f"{words.what} {words.to_do}\n{failure.details}".rstrip())
        QCoreApplication.exit(1)

"""Before Qt: whether there is a screen at all. Qt itself would abort the process with a page of its own words."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from parley.domain.errors import AppError

CANNOT_START = 1
NO_SCREEN = "Parley needs a screen and found none. Start it from a desktop session, or set DISPLAY or WAYLAND_DISPLAY."
NOT_GOING_ON = "Parley could not go on. Open it again: what was saved is still there."


def has_screen() -> bool:
    """Whether a display is named at all; whether it answers is seen when Qt connects."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "") not in ("", "xcb", "wayland"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def say(text: str) -> None:
    """One sentence on standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def refuse(error: AppError) -> int:
    """Say why Parley cannot start, on standard error and on the screen; returns the exit code."""
    from PySide6.QtWidgets import QMessageBox  # not needed for a normal start

    from parley.ui.failure_words import words_for

    words = words_for(error.failure, at_start=True)
    text = f"{words.what} {words.to_do}"
    say(f"{text}\n{words.details}".rstrip())
    box = QMessageBox(QMessageBox.Icon.Warning, "Parley", text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    if words.details:
        box.setDetailedText(words.details)
    box.exec()
    return CANNOT_START


def watch_qt_messages() -> None:
    """Turn Qt's own fatal message about the display into a sentence and exit code 1; keep the rest in the log."""

    def handle(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            say(NO_SCREEN if "platform plugin" in message else f"{NOT_GOING_ON} ({message})")
            os._exit(CANNOT_START)  # Qt would abort and leave a core file
        if "xcb" in message and "connect to display" in message:
            return  # the fatal message follows and is the one that is said
        import logging  # rarely needed

        log = logging.getLogger("parley.qt")
        if not log.hasHandlers():
            return  # the log is not open yet, and Python would write to the terminal instead
        log.log(logging.INFO if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) else logging.WARNING, "%s", message)

    qInstallMessageHandler(handle)

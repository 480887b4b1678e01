"""Starts Parley for real, in a process of its own: `start_child.py DATA_DIR [breaks|dies]`.

Says which dialogs came up, then closes the window. `breaks`: the last conversation cannot be shown; `dies`: the
process is ended while it is, as by a native crash.
"""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from parley.__main__ import main
from parley.app.program import Program
from parley.ui.transcript.view import TranscriptView

WAIT_MS = 1_500  # for what a start brings up


def cannot_show(_view: object, messages: object) -> None:
    if messages and "dies" in sys.argv:
        os.kill(os.getpid(), signal.SIGKILL)
    if messages:
        raise ZeroDivisionError


def look() -> None:
    shown = [type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    print(" ".join(sorted(shown)), flush=True)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()
    QTimer.singleShot(0, QApplication.closeAllWindows)


usual_open = Program.open


def open_and_look(program: Program) -> None:
    QTimer.singleShot(WAIT_MS, look)
    usual_open(program)


if __name__ == "__main__":
    Program.open = open_and_look  # type: ignore[assignment,method-assign]  # the real one, and then a look
    if sys.argv[2:]:
        TranscriptView.show_messages = cannot_show  # type: ignore[assignment]  # a fault of ours
    sys.exit(main(["--data-dir", sys.argv[1]]))

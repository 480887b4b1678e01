"""Starts Parley for real, in a process of its own: `start_child.py DATA_DIR [breaks|dies|unmade|unread]`.

Says which windows came up, then closes them. `breaks`: the last conversation cannot be shown; `dies`: the process is
ended while it is, as by a native crash; `unmade`: the program cannot be put together; `unread`: nor even be imported.
"""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from parley.__main__ import main
from parley.app.loading import Loading
from parley.app.program import Program
from parley.ui.transcript.view import TranscriptView

TICK_MS = 200
QUIET = 8  # ticks after the start without a dialog: there comes none
opened = [0]  # ticks since then; 0 before


def cannot_show(_view: object, messages: object) -> None:
    if messages and "dies" in sys.argv:
        os.kill(os.getpid(), signal.SIGKILL)
    if messages:
        raise ZeroDivisionError


def look() -> None:
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    dialogs = [widget for widget in shown if isinstance(widget, QDialog)]
    opened[0] += bool(opened[0])
    if not dialogs and opened[0] < QUIET:
        QTimer.singleShot(TICK_MS, look)
        return
    print(" ".join(sorted(type(widget).__name__ for widget in shown)), flush=True)
    for dialog in dialogs:
        dialog.close()
    QTimer.singleShot(0, QApplication.closeAllWindows)


usual_open = Program.open


def open_and_count(program: Program, *, new_chat: bool = False, chosen: int | None = None) -> None:
    opened[0] = 1
    usual_open(program, new_chat=new_chat, chosen=chosen)


def cannot_be_made(_program: Program, *_parts: object) -> None:
    raise ZeroDivisionError


usual_start = Loading._start_import


def start_and_look(loading: Loading) -> None:
    QTimer.singleShot(TICK_MS, look)
    usual_start(loading)


if __name__ == "__main__":
    Loading._start_import = start_and_look  # type: ignore[assignment,method-assign]  # the real one, and then a look
    Program.open = open_and_count  # type: ignore[assignment,method-assign]  # as above
    match sys.argv[2:]:
        case ["unmade"]:
            Program.__init__ = cannot_be_made  # type: ignore[assignment,method-assign]
        case ["unread"]:
            sys.modules["parley.app.signals"] = None  # type: ignore[assignment]  # Python's way to forbid an import
        case ["breaks" | "dies"]:
            TranscriptView.show_messages = cannot_show  # type: ignore[assignment]  # as above
    sys.exit(main(["--data-dir", sys.argv[1]]))

"""A transcript in a window of its own, as the benchmarks use it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from parley import paths
from parley.domain.message import Message, Role, Status
from parley.ui import theme
from parley.ui.kit.style import stylesheet
from parley.ui.transcript.view import TranscriptView


@lru_cache(maxsize=1)
def app() -> QApplication:
    made = QApplication([])
    made.setStyle("Fusion")
    theme.load_fonts(paths.resources() / "fonts")
    made.setPalette(theme.palette(theme.LIGHT))
    made.setStyleSheet(stylesheet(theme.LIGHT))
    made.setFont(theme.body_font(theme.LIGHT))
    return made


def new_view() -> TranscriptView:
    app()
    view = TranscriptView()
    view.set_theme(theme.LIGHT)
    view.resize(900, 700)
    view.show()
    return view


def discard(view: TranscriptView) -> None:
    """Delete a view at once, so that it does no more work while another is measured."""
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def message(number: int, text: str, *, mine: bool = False, status: Status = Status.COMPLETE) -> Message:
    role = Role.USER if mine else Role.ASSISTANT
    return Message(number, 1, number - 1 or None, role, text, 0, status, model="gpt-4o")

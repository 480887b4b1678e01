"""The part of a scroll area that scrolls, made by us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea


def own_viewport(area: QAbstractScrollArea) -> None:
    """Give `area` a viewport that Python knows; it is transparent.

    For one that Qt made, PySide looks for the right class by making every class of widget there is, wizards and
    calendars included: 10 ms before the first paint. Not for QPlainTextEdit, which does not outlive the exchange.
    """
    viewport = QWidget(area)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    area.setViewport(viewport)
    viewport.setAutoFillBackground(False)

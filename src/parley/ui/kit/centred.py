"""A page's text in the middle of the room there is, no wider than is good to read."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from parley.ui.theme import READING_WIDTH


def centred(inner: QWidget, *, widest: int = READING_WIDTH, beside: int = 0) -> QHBoxLayout:
    """A layout with `inner` in its middle, at most `widest` pixels wide and with `beside` at its sides at least."""
    inner.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.setContentsMargins(beside, 0, beside, 0)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
    return row

"""A page's text in the middle of the room there is, no wider than is good to read."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from parley.ui.theme import READING_WIDTH


def centred(inner: QWidget, *, widest: int = READING_WIDTH, beside: int = 0) -> QHBoxLayout:
    """A layout with `inner` in its middle, at most `widest` pixels wide and with `beside` at its sides at least."""
    inner.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.setContentsMargins(beside, 0, beside, 0)
    row.addStretch(0)  # only what is beyond `widest`
    row.addWidget(inner, 1)
    row.addStretch(0)
    return row


def centred_place(room: int, *, mirrored: bool, widest: int = READING_WIDTH, beside: int = 0) -> tuple[int, int]:
    """Where such a layout puts what is in its middle when it has `room` pixels: its left edge and its width."""
    width = min(widest, room - 2 * beside)
    free = room - width
    return (free // 2 if mirrored else (free + 1) // 2), width

"""Saying something to those who use a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a running screen reader say `text` when it has finished its sentence. Without one, nothing happens."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # types the first paint can do without

    if QAccessible.isActive() and text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

"""Keeps a window within its screen: what lies outside cannot be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TITLE_BAR = 40  # pixels: how tall one is at most, which nobody can tell before the window is shown
_FILLS_SCREEN = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def within_screen(window: QWidget, width: int, height: int) -> QSize:
    """This size, or as much of it as the window's screen has room for beside panels and under a title bar."""
    return QSize(width, height).boundedTo(_largest(window.screen().availableGeometry()))


def bring_into_screen(window: QWidget) -> None:
    """Make a window smaller and move it as far as is needed to have all of it on the screen that most of it is on."""
    if window.windowState() & _FILLS_SCREEN:
        return
    place = window.geometry()
    screen = QGuiApplication.screenAt(place.center()) or window.screen()
    fitting = fitted(place, screen.availableGeometry())
    if fitting != place:
        window.setGeometry(fitting)


def fitted(place: QRect, room: QRect) -> QRect:
    """`place` without its frame as it lies inside `room`; the same when it does already."""
    largest = _largest(room)
    if room.contains(place) and place.size() == place.size().boundedTo(largest):
        return place
    size = place.size().boundedTo(largest)
    last = QPoint(room.x() + room.width() - size.width(), room.y() + room.height() - size.height())
    left = max(room.x(), min(place.x(), last.x()))
    top = max(room.y() + TITLE_BAR, min(place.y(), last.y()))
    return QRect(QPoint(left, top), size)


def _largest(room: QRect) -> QSize:
    return QSize(room.width(), room.height() - TITLE_BAR)

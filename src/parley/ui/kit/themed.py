"""How a theme reaches the small widgets that paint with its colours themselves."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from parley.ui.theme import Theme


class Themed:
    """A kit widget that must be told the theme because the style sheet cannot colour it (an icon, for example).

    No ABC: Qt's widgets have a metaclass of their own. The type checker refuses one that leaves `set_theme` out.
    """

    @abstractmethod
    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, now and whenever it changes."""


def theme_below(parent: QWidget, theme: Theme) -> None:
    """Tell the theme to every kit widget inside `parent`. A room calls it once in its own `set_theme`."""
    for child in parent.findChildren(QWidget):
        if isinstance(child, Themed):
            child.set_theme(theme)


def set_look(widget: QWidget, look: str) -> None:
    """Change the look (see kit/style.py) of a widget, also after it has been shown."""
    widget.setProperty("look", look)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Have the style sheet read the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

"""Buttons: one for each weight. Their look is in kit/style.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from parley.ui.icons import icon
from parley.ui.kit.themed import Themed, set_look
from parley.ui.theme import CONTROL_HEIGHT, ICON_SIZE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from parley.ui.theme import Theme

_ICON_GAP = 6
_LEAST_LETTERS = 12  # of a button that may be cut: enough to tell it from others


def with_shortcut(text: str, shortcut: QKeySequence | None) -> str:
    """A tooltip that also says the keys, written as this system writes them."""
    if shortcut is None or shortcut.isEmpty():
        return text
    return f"{text} ({shortcut.toString(QKeySequence.SequenceFormat.NativeText)})"


def show_checked(button: QAbstractButton, checked: bool) -> None:
    """Show a state that the person did not just choose.

    What a checkable button does hangs on `toggled`: assistive technology toggles it and never clicks. So the signal is
    kept from going out here.
    """
    button.blockSignals(True)
    button.setChecked(checked)
    button.blockSignals(False)


class _Spaced(QIconEngine):
    """An icon with room after it: Qt leaves only 4 pixels between a button's icon and its words."""

    def __init__(self, inner: QIcon) -> None:
        super().__init__()
        self._inner = inner

    def clone(self) -> QIconEngine:
        return _Spaced(self._inner)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        square = QRect(rect.topLeft(), QSize(rect.height(), rect.height()))
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            square.moveRight(rect.right())
        self._inner.paint(painter, square, Qt.AlignmentFlag.AlignCenter, mode, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QPixmap(size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return image


class Button(QPushButton, Themed):
    """A button with words, and an icon if it has one. `look` is "", "primary", "quiet", "row" or "danger".

    A click does not focus it, so that the focus ring shows only to those who move with the keyboard.
    """

    def __init__(self, text: str, parent: QWidget | None = None, *, look: str = "", icon_name: str = "") -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setIconSize(QSize(ICON_SIZE + _ICON_GAP, ICON_SIZE))
        if look:
            set_look(self, look)

    def set_icon_name(self, icon_name: str) -> None:
        """Change the icon. It shows with the next `set_theme`."""
        self._icon_name = icon_name

    def set_theme(self, theme: Theme) -> None:
        if self._icon_name:
            colours = {"primary": theme.on_accent, "danger": theme.danger, "row": theme.quiet}
            made = icon(self._icon_name, colours.get(self._look, theme.text), theme.outline)
            self.setIcon(QIcon(_Spaced(made)) if self.text() else made)


class ElidedButton(Button):
    """A button that may be narrower than its words; they then end in an ellipsis, and the tooltip has them all."""

    def __init__(self, text: str, parent: QWidget | None = None, *, look: str = "", icon_name: str = "") -> None:
        super().__init__(text, parent, look=look, icon_name=icon_name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), _LEAST_LETTERS * self.fontMetrics().averageCharWidth()), wanted.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - (self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text()))
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, max(0, room))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")
        return super().event(event)


class PrimaryButton(Button):
    """The one thing to do next on a page."""

    def __init__(self, text: str, parent: QWidget | None = None, *, icon_name: str = "") -> None:
        super().__init__(text, parent, look="primary", icon_name=icon_name)


class QuietButton(Button):
    """Something one may do as well."""

    def __init__(self, text: str, parent: QWidget | None = None, *, icon_name: str = "") -> None:
        super().__init__(text, parent, look="quiet", icon_name=icon_name)


class DangerButton(Button):
    """Something that cannot be undone."""

    def __init__(self, text: str, parent: QWidget | None = None, *, icon_name: str = "") -> None:
        super().__init__(text, parent, look="danger", icon_name=icon_name)


class IconButton(QToolButton, Themed):
    """A button that is only an icon. `label` is what a screen reader says, and the tooltip unless `tip` is given."""

    def __init__(
        self,
        icon_name: str,
        label: str,
        parent: QWidget | None = None,
        *,
        shortcut: QKeySequence | None = None,
        tip: str = "",
        size: int = CONTROL_HEIGHT,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(size, size)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.set_label(label, tip=tip, shortcut=shortcut)

    def set_label(self, label: str, *, tip: str = "", shortcut: QKeySequence | None = None) -> None:
        """Change the words (when the button changes its meaning, as Send does)."""
        self.setAccessibleName(label)
        self.setToolTip(with_shortcut(tip or label, shortcut))

    def set_icon_name(self, icon_name: str) -> None:
        self._icon_name = icon_name
        if self._theme is not None:
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setIcon(icon(self._icon_name, self.icon_colour(theme), theme.outline))

    def icon_colour(self, theme: Theme) -> str:
        return theme.quiet


class OpeningButton(IconButton):
    """Opens a part of the window and closes it again.

    It shows and says whether that is open. One that can be checked would be a check box to assistive technology.
    """

    is_open = False

    def set_open(self, is_open: bool) -> None:
        """Show whether the part is open."""
        self.is_open = is_open
        set_look(self, "open" if is_open else "")
        self.setAccessibleDescription(self.tr("Is open") if is_open else "")


class SolidIconButton(IconButton):
    """A round icon button in the accent colour: Send."""

    def __init__(self, icon_name: str, label: str, parent: QWidget | None = None, *, tip: str = "") -> None:
        super().__init__(icon_name, label, parent, tip=tip, size=34)
        set_look(self, "solid")

    def icon_colour(self, theme: Theme) -> str:
        return theme.on_accent

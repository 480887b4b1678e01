"""A control with its name above it and a sentence of help below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from parley.ui.kit.buttons import ElidedButton, QuietButton
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import Themed, repolish
from parley.ui.theme import SMALL, TINY

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from parley.ui.theme import Theme


class Field(QWidget, Themed):
    """`control` under its `label`, with `help_text` and, when something is wrong, what is wrong.

    The control takes the label as its accessible name, unless it already has one.
    """

    actionRequested = Signal()  # the button below the help, where `set_action` offers one

    def __init__(self, label: str, control: QWidget, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._label = Label(label, look="strong")
        self._label.setBuddy(control)
        self._value = Label(look="quiet", wrap=False)
        self._help = Label(help_text, look="small")
        self._problem = Label(look="bad")
        self._action: QuietButton | None = None  # few fields ever offer one
        self._theme: Theme | None = None
        self._lay_out()
        self._help.setVisible(bool(help_text))
        self._problem.hide()
        if not control.accessibleName():
            control.setAccessibleName(label)
        control.setAccessibleDescription(help_text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(self._label, 1)
        top.addWidget(self._value)
        column.addLayout(top)
        for widget in (self.control, self._problem, self._help):
            column.addWidget(widget)

    def set_help(self, text: str) -> None:
        self._help.setText(text)
        self._help.setVisible(bool(text))
        self.control.setAccessibleDescription(text)

    def set_action(self, text: str, icon_name: str = "") -> None:
        """Offer a button below the help, or with "" none. To a screen reader it also names what it is about."""
        if self._action is None and text:
            self._action = self._made_action(text, icon_name)
        if self._action is not None:
            self._action.setText(text)
            self._action.setAccessibleName(f"{text}: {self._label.text()}")
            self._action.setVisible(bool(text))

    def _made_action(self, text: str, icon_name: str) -> QuietButton:
        made = QuietButton(text, icon_name=icon_name)
        made.clicked.connect(self.actionRequested)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if self._theme is not None:
            made.set_theme(self._theme)
        return made

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def set_value_text(self, text: str) -> None:
        """Say the present value at the right of the label (for sliders)."""
        self._value.setText(text)

    def set_problem(self, text: str) -> None:
        """Say what is wrong with the value, or with "" that nothing is."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.control.setProperty("invalid", bool(text))
        repolish(self.control)


class Disclosure(QWidget, Themed):
    """A row that opens and closes what is under it, such as the technical details of an error."""

    def __init__(self, text: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._theme: Theme | None = None
        self.button = ElidedButton(text, look="row")
        self.button.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        content.hide()
        self.button.toggled.connect(self._toggle)

    def set_open(self, is_open: bool) -> None:
        self.button.setChecked(is_open)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._turn_arrow()

    def _toggle(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self._turn_arrow()

    def _turn_arrow(self) -> None:
        if self._theme is None:
            return
        right = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self.button.set_icon_name("chevron-down" if self.button.isChecked() else right)
        self.button.set_theme(self._theme)


class Toggle(QCheckBox, Themed):
    """A switch, for a setting that takes effect at once. For Qt and screen readers it is a check box."""

    _TRACK = QSize(36, 20)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        gap = SMALL if self.text() else 0
        return QSize(
            self._TRACK.width() + gap + metrics.horizontalAdvance(self.text()) + 8,
            max(metrics.height(), self._TRACK.height()) + 8,
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        del position
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter, self._theme, self._track())
        self._paint_text(painter, self._theme)

    def _track(self) -> QRectF:
        width, height = self._TRACK.width(), self._TRACK.height()
        left = self.width() - width - 4 if self.isRightToLeft() else 4
        return QRectF(left, (self.height() - height) / 2, width, height)

    def _paint_track(self, painter: QPainter, theme: Theme, track: QRectF) -> None:
        on = self.isChecked()
        radius = track.height() / 2
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(track.adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2.5, radius + 2.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor((theme.accent if on else theme.outline) if self.isEnabled() else theme.border))
        painter.drawRoundedRect(track, radius, radius)
        painter.setBrush(QColor(theme.on_accent if on else theme.page))
        at_right = on != self.isRightToLeft()
        centre = track.right() - radius if at_right else track.left() + radius
        painter.drawEllipse(QPointF(centre, track.center().y()), radius - 3, radius - 3)

    def _paint_text(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.outline))
        used = self._TRACK.width() + SMALL + 4
        room = self.rect().adjusted(0, 0, -used, 0) if self.isRightToLeft() else self.rect().adjusted(used, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(room, int(flags), self.text())

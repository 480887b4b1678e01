"""One way in: a card with an icon, a title, a sentence, and what one does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from parley.ui.failure_notice import FailureNotice
from parley.ui.kit.cards import Card
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.themed import Themed
from parley.ui.theme import ICON_SIZE, LARGE, MEDIUM, RADIUS, SMALL, TINY

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from parley.domain.errors import Failure
    from parley.ui.theme import Theme


_LEAST_WORDS = 120  # pixels
_LEAST_CHARACTERS = 40  # of the sentence beside a button


class WayHeader(QAbstractButton, Themed):
    """The head of a card; where the card opens and closes, all of it is the button that does so."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._end: QWidget | None = None
        self._title = Label(look="strong")
        self._sentence = Label(look="quiet")
        self._arrow = Picture("chevron-right", ICON_SIZE, tone="quiet")
        self._lay_out(Picture(icon_name, 22, tone="accent"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_foldable(False)

    def set_words(self, title: str, sentence: str) -> None:
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def _lay_out(self, picture: Picture) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._row.setSpacing(MEDIUM)
        self._row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self._title)
        self._words.addWidget(self._sentence)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (picture, self._title, self._sentence, self._arrow):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_foldable(self, foldable: bool) -> None:
        """Whether pressing it does anything."""
        self._arrow.setVisible(foldable)
        self.setCheckable(foldable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if foldable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if foldable else Qt.CursorShape.ArrowCursor)

    def add_at_end(self, widget: QWidget) -> None:
        """Put a button at the end of the row; where there is no room beside the words, under them."""
        self._end = widget
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def turn_arrow(self, is_open: bool) -> None:
        closed = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self._arrow.set_icon("chevron-down" if is_open else closed, "quiet")

    def minimumSizeHint(self) -> QSize:
        # Not the layout's own: the button may go under the words, so the row can be narrower than both side by side.
        room = self._end.sizeHint().width() if self._end is not None else 0
        return QSize(room + _LEAST_WORDS // 2, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._end is not None:
            self._place_end(self._end)

    def _place_end(self, end: QWidget) -> None:
        """Move the button between the end of the row and the foot of the words, as the width asks for."""
        is_below = self._words.indexOf(end) >= 0
        below = self.width() < end.sizeHint().width() + self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS
        if below and not is_below:
            self._row.removeWidget(end)
            self._words.addWidget(end, 0, Qt.AlignmentFlag.AlignLeft)
        elif is_below and not below:
            self._words.removeWidget(end)
            self._row.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
        if below is not is_below:
            self._words.setSpacing(SMALL if below else 2)
            self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.turn_arrow(self.isChecked())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._theme is None or not self.isCheckable():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(2, 2, -2, -2)
        if self.underMouse() and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.hover))
            painter.drawRoundedRect(area, RADIUS - 2, RADIUS - 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, RADIUS - 2, RADIUS - 2)


class Way(Card):
    """A card with a body that may fold, and below it how it is going: progress, or what went wrong."""

    opened = Signal()
    actionRequested = Signal(object)  # Action

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = WayHeader(icon_name)
        self.content = QWidget()
        self.form = QVBoxLayout(self.content)
        self.form.setContentsMargins(LARGE, TINY, LARGE, LARGE)
        self.form.setSpacing(MEDIUM)
        self.failure = FailureNotice()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress_text = Label(look="quiet")
        self._state = QWidget()
        self._lay_out_card()
        self.content.hide()
        self.show_progress("")
        self.header.toggled.connect(self._toggle)
        self.failure.actionRequested.connect(self.actionRequested)

    def _lay_out_card(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.header)
        self.body.addWidget(self.content)
        self.body.addWidget(self._state)
        state = QVBoxLayout(self._state)
        state.setContentsMargins(LARGE, 0, LARGE, LARGE)
        state.setSpacing(SMALL)
        for widget in (self._progress, self._progress_text, self.failure):
            state.addWidget(widget)

    def add_state_to_form(self) -> None:
        """Have progress and failures here in the form, rather than at the end of the card."""
        self._state.setContentsMargins(-LARGE, 0, -LARGE, -LARGE)
        self.form.addWidget(self._state)

    def set_open(self, is_open: bool) -> None:
        self.header.setChecked(is_open)

    @property
    def is_open(self) -> bool:
        return self.header.isChecked()

    def show_progress(self, text: str) -> None:
        """Say what is going on; with "" that it is over."""
        self._progress_text.setText(text)
        self._progress.setAccessibleName(text)
        for widget in (self._progress, self._progress_text):
            widget.setVisible(bool(text))
        if text:
            self.failure.hide()
        self._state.setVisible(bool(text) or not self.failure.isHidden())

    def show_failure(self, failure: Failure, service_name: str, action_label: str) -> None:
        self.show_progress("")
        self.failure.show_failure(failure, service_name, action_label=action_label)
        self._state.show()
        self._give_focus_to_remedy()

    def _give_focus_to_remedy(self) -> None:
        """The button that was pressed lost the focus while it was greyed out; someone who types keeps the field."""
        if not self.failure.button.isHidden() and not isinstance(self.window().focusWidget(), QLineEdit):
            self.failure.button.setFocus()

    def show_sentence(self, text: str) -> None:
        """Say something that went wrong in words of the owner's."""
        self.show_progress("")
        self.failure.show_sentence(text)
        self._state.show()

    def forget_failure(self) -> None:
        self.failure.hide()
        self._state.setVisible(not self._progress.isHidden())

    def _toggle(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.header.turn_arrow(is_open)
        if is_open:
            self.opened.emit()
        else:
            self.forget_failure()


class StepNumber(QWidget, Themed):
    """The number of a step, in a circle."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._theme: Theme | None = None
        self.setFixedSize(24, 24)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tint))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(QColor(self._theme.accent))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.locale().toString(self._number))

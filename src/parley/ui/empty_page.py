"""What a new conversation shows before its first message: starters, once they are read, and the form of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from parley.ui.kit.labels import Label
from parley.ui.kit.themed import theme_below
from parley.ui.theme import LIGHT, MEDIUM, READING_WIDTH, SMALL, TINY, XLARGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from parley.domain.starter import Starter
    from parley.ui.starters.card import StarterCard
    from parley.ui.starters.form import StarterForm
    from parley.ui.theme import Theme

_NARROWEST_CARD = 11.5  # lines: larger text needs wider cards
_MOST_COLUMNS = 3
_MOST_CARDS = 6


class EmptyPage(QWidget):
    """A heading, one sentence on what to do next, and starters as cards.

    The cards come after the first paint, into room that is kept for them: nothing moves.
    """

    starterChosen = Signal(object)  # Starter
    starterFilled = Signal(object, list)  # domain.starter.Filled, list[Path] to attach
    libraryRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._form: StarterForm | None = None
        self._heading = Label(self.tr("What would you like to talk about?"), look="title")
        self._hint = Label(
            self.tr("Write below. Everything is saved by itself, and you can change your mind at any time."),
            look="quiet",
        )
        self._cards = _CardRoom()
        self._first = self._lay_out()
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.addWidget(self._first)

    def _lay_out(self) -> QWidget:
        first = QWidget()
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.addStretch(2)
        for label in (self._heading, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)  # an alignment here would cut the wrapped text
        column.addSpacing(MEDIUM)
        column.addWidget(self._cards)
        column.addStretch(3)
        across = QHBoxLayout(first)
        across.setContentsMargins(XLARGE, XLARGE, XLARGE, XLARGE)
        across.addStretch(1)
        across.addLayout(column, 1000)
        across.addStretch(1)
        return first

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        theme_below(self, theme)

    def set_starters(self, starters: Sequence[Starter]) -> None:
        """Show the first of these as cards, and the way to all of them."""
        from parley.ui.kit.buttons import Button  # as the card: not needed for the first paint
        from parley.ui.starters.card import StarterCard

        cards = [StarterCard(starter) for starter in starters[:_MOST_CARDS]]
        for card in cards:
            card.chosen.connect(self.starterChosen)
        more = Button(self.tr("All starters…"), look="link")
        more.clicked.connect(self.libraryRequested)
        self._cards.fill(cards, more)
        theme_below(self._cards, self._theme)

    def show_form(self, starter: Starter) -> None:
        """Ask for what this starter needs, in place of the cards."""
        from parley.ui.starters.form import StarterForm  # only when one is chosen

        self.show_cards()
        self._form = StarterForm(starter)
        self._form.set_theme(self._theme)
        self._form.filled.connect(self.starterFilled)
        self._form.cancelled.connect(self._go_back)
        self._outside.addWidget(self._form)
        self._first.hide()
        self._form.begin()

    def show_cards(self) -> None:
        """Leave the form, if one is open."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self._first.show()

    @property
    def form(self) -> StarterForm | None:
        """The form that is open."""
        return self._form

    def _go_back(self) -> None:
        chosen = self._form.starter if self._form is not None else None
        self.show_cards()
        self._cards.focus_card(chosen)


class _CardRoom(QWidget):
    """Room for cards in one to three columns: as much before they are there as after."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[StarterCard] = []
        self._foot: QWidget | None = None
        self.setMaximumWidth(READING_WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, cards: Sequence[StarterCard], foot: QWidget) -> None:
        for old in (*self._cards, self._foot):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._cards, self._foot = list(cards), foot
        for widget in (*cards, foot):
            widget.setParent(self)
            widget.show()
        self._place()

    def focus_card(self, starter: Starter | None) -> None:
        for card in self._cards:
            if card.starter is starter:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-_MOST_CARDS // self._columns(width))
        return rows * (self._card_height() + SMALL) + self._foot_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _card_height(self) -> int:
        """The name, and two lines that are a little smaller."""
        return 2 * MEDIUM + TINY + round(self.fontMetrics().lineSpacing() * 2.8)

    def _columns(self, width: int) -> int:
        narrowest = round(self.fontMetrics().lineSpacing() * _NARROWEST_CARD)
        return max(1, min(_MOST_COLUMNS, (width + SMALL) // (narrowest + SMALL)))

    def _foot_height(self) -> int:
        return self.fontMetrics().lineSpacing() + MEDIUM

    def _place(self) -> None:
        """Rows for which there is no height are left out; all starters are one press away."""
        columns, height = self._columns(self.width()), self._card_height()
        rows = max(0, self.height() - self._foot_height()) // (height + SMALL)
        width = (self.width() - (columns - 1) * SMALL) // columns
        for place, card in enumerate(self._cards):
            row, column = divmod(place, columns)
            if self.isRightToLeft():
                column = columns - 1 - column
            card.setGeometry(QRect(column * (width + SMALL), row * (height + SMALL), width, height))
            card.setVisible(row < rows)
        if self._foot is not None:
            used = min(rows, -(-len(self._cards) // columns)) * (height + SMALL)
            wanted: QSize = self._foot.sizeHint()
            self._foot.setGeometry((self.width() - wanted.width()) // 2, used, wanted.width(), self._foot_height())

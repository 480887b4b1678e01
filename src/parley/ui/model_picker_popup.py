"""The list that opens under the model picker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from parley.ui.kit.buttons import with_shortcut
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look
from parley.ui.model_picker_list import ModelList, ModelRows, RowPainter
from parley.ui.model_picker_rows import ModelRow, detail, grouped_rows, model_rows
from parley.ui.theme import SMALL, TINY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from parley.domain.money import PriceBook
    from parley.ui.theme import Theme

_WIDTH, _TALLEST = 540, 480
_STAR_KEYS = "Ctrl+D"


class ModelPopup(QFrame):
    """A search field over the models. What is typed may also be the name of a model that is not listed."""

    chosen = Signal(str)
    favouriteToggled = Signal(str)

    def __init__(self, theme: Theme, current: str, parent: QWidget, words: str = "", *, stars: bool = False) -> None:
        """`words` say which models are shown, when not all are; with `stars`, favourites can be chosen."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_look(self, "popup")
        self._current = current
        self._models: Sequence[str] = ()
        self._recent: Sequence[str] = ()
        self._prices: PriceBook | None = None
        self._first: Sequence[str] | None = None  # shown while nothing is typed
        self._words = Label(words, look="small")
        self._words.setVisible(bool(words))
        self._favourites: Sequence[str] = ()
        self._rows = ModelRows(self)
        self._field = QLineEdit()
        self._list = ModelList()
        self._painter = RowPainter(theme, current, self._list, stars=stars)
        self._hint = Label("", look="small")
        self._stars = Label(look="small")
        self._configure()
        self._field.textChanged.connect(self._filter)
        self._list.clicked.connect(self._on_clicked)
        self._painter.starPressed.connect(self.favouriteToggled)
        self._stars.setVisible(stars)
        if stars:
            QShortcut(QKeySequence(_STAR_KEYS), self, self._toggle_current)

    def _configure(self) -> None:
        self._field.setPlaceholderText(self.tr("Search, or type the name of a model"))
        self._field.setAccessibleName(self.tr("Search models"))
        self._list.setModel(self._rows)
        self._list.setItemDelegate(self._painter)
        self._list.setAccessibleName(self.tr("Models"))
        keep = self.tr("The star keeps a model at the top")
        self._stars.setText(with_shortcut(keep, QKeySequence(_STAR_KEYS)))
        self._field.setAccessibleDescription(self._stars.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(SMALL)
        for widget in (self._field, self._words, self._hint, self._list, self._stars):
            column.addWidget(widget)

    def offer(
        self,
        models: Sequence[str],
        recent: Sequence[str],
        prices: PriceBook,
        first: Sequence[str] | None = None,
        favourites: Sequence[str] = (),
    ) -> None:
        """Show `models`; with `first`, only those until something is typed."""
        self._models, self._recent, self._prices, self._first = models, recent, prices, first
        self._favourites = favourites
        self._filter(self._field.text())

    def set_favourites(self, favourites: Sequence[str]) -> None:
        """Show other stars; the list stays where it is."""
        row = self._rows.row_at(self._list.currentIndex())
        above = self._list.verticalScrollBar().value()
        self._favourites = favourites
        self._filter(self._field.text())
        if row is not None:
            self._list.setCurrentIndex(self._rows.index(max(0, self._rows.place_of(row.model))))
        self._list.verticalScrollBar().setValue(above)

    def open_under(self, button: QWidget) -> None:
        """Show it under `button`, within the screen."""
        screen = button.screen().availableGeometry()
        width = min(_WIDTH, screen.width() - 2 * SMALL)
        rows = sum(self._list.sizeHintForRow(number) for number in range(min(self._rows.rowCount(), 20)))
        others = (self._field, self._words, self._hint, self._stars)
        wanted = (
            sum(widget.sizeHint().height() + SMALL for widget in others if not widget.isHidden())
            + 3 * SMALL
            + max(rows, 96)
        )
        self.resize(width, min(wanted, _TALLEST))
        corner = button.rect().bottomRight() if button.isRightToLeft() else button.rect().bottomLeft()
        place = button.mapToGlobal(corner)
        left = place.x() - width if button.isRightToLeft() else place.x()
        left = max(screen.left() + SMALL, min(left, screen.right() - width - SMALL))
        self.move(left, min(place.y() + TINY, screen.bottom() - self.height() - SMALL))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, text: str) -> None:
        if self._prices is None:
            return
        if self._first is not None and not text.strip():
            rows = [ModelRow(model, detail(model, self._prices)) for model in self._first]
        elif text.strip():
            offered = dict.fromkeys([*self._favourites, *self._models])
            rows = model_rows(offered, self._recent, self._prices, text)
        else:
            rows = grouped_rows(self._models, self._recent, self._favourites, self._prices)
        self._rows.set_rows(rows, self._favourites)
        place = -1 if text else self._rows.place_of(self._current)
        self._list.setCurrentIndex(self._rows.index(place if place >= 0 else self._rows.step_from(-1, 1)))
        nothing = self.tr("The list of models has not arrived. You can type the name of a model.")
        if self._models and self._first is not None:
            nothing = self.tr("None of the models on offer is known to. You can type the name of a model.")
        self._hint.setText(nothing)
        self._hint.setVisible(self._rows.rowCount() == 0)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._list.star_pressed:
            self._choose(index)

    def _toggle_current(self) -> None:
        row = self._rows.row_at(self._list.currentIndex())
        if row is not None and row.model:
            self.favouriteToggled.emit(row.model)

    def _choose(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None and row.model:
            self.close()
            self.chosen.emit(row.model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys the field does not use: they move in the list."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self._list.currentIndex())
        elif event.key() in steps:
            place = self._rows.step_from(self._list.currentIndex().row(), steps[Qt.Key(event.key())])
            self._list.setCurrentIndex(self._rows.index(place))
            if place == self._rows.step_from(-1, 1):
                self._list.scrollToTop()  # with its heading
        else:
            super().keyPressEvent(event)

"""The button that names the model and opens the list of models."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from parley.ui.icons import icon
from parley.ui.kit.buttons import Button
from parley.ui.kit.labels import plain_tip
from parley.ui.theme import CONTROL_HEIGHT, LIGHT, SMALL, TINY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from parley.domain.money import PriceBook
    from parley.ui.model_picker_popup import ModelPopup
    from parley.ui.theme import Theme

    # Which of the models on offer to show, in their order.
    Choose = Callable[[Sequence[str], PriceBook], Sequence[str]]

_ARROW = 16
_NARROWEST, _WIDEST = 96, 260
_RECENT = 4  # how many models used of late stand first


class ModelPicker(Button):
    """Shows the model of the conversation and offers the others."""

    modelChosen = Signal(str)
    opened = Signal()
    favouriteToggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, look="quiet")
        self._theme = LIGHT
        self._model = ""
        self._models: tuple[str, ...] = ()
        self._popup: ModelPopup | None = None
        self._choose: Choose | None = None
        self._recent: tuple[str, ...] = ()
        self._favourites: tuple[str, ...] = ()
        self._prices: PriceBook | None = None  # until the prices are read
        self.setAccessibleName(self.tr("Model"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.set_model("")

    def set_model(self, model: str) -> None:
        """Show which model answers; "" while none is chosen."""
        self._model = model
        if model:
            self._remember(model)
        self.setAccessibleDescription(model)
        self.setToolTip(plain_tip(self.tr("Model: {name}").format(name=self.words())))
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        return self._model or self.tr("Choose a model")

    def set_models(self, models: tuple[str, ...]) -> None:
        self._models = models
        self._offer()

    def set_prices(self, prices: PriceBook) -> None:
        self._prices = prices
        self._offer()

    def set_favourites(self, favourites: tuple[str, ...]) -> None:
        """These stand first, in this order."""
        self._favourites = favourites
        if self._popup is not None:
            self._popup.set_favourites(favourites)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def open_larger(self, tokens: int) -> ModelPopup:
        """Open the list with the models that read more than `tokens` at once, the smallest of them first."""
        from parley.ui.model_picker_rows import larger_models

        words = self.tr("Models that read more than {tokens} tokens at once").format(tokens=f"{tokens:,}")
        return self.open(partial(larger_models, tokens=tokens), words)

    def open_seeing(self) -> ModelPopup:
        """Open the list with the models that see pictures."""
        from parley.ui.model_picker_rows import seeing_models

        return self.open(seeing_models, self.tr("Models that see pictures"))

    def open(self, choose: Choose | None = None, words: str = "") -> ModelPopup:
        """Open the list. Its modules are only loaded now, to keep the start short.

        With `choose` only those it gives, as `words` say; what is typed is still looked for among all.
        """
        from parley.ui.model_picker_popup import ModelPopup

        self._choose = choose if callable(choose) else None
        popup = ModelPopup(self._theme, self._model, self, words, stars=True)
        popup.destroyed.connect(self._on_closed)
        self._popup = popup
        self._offer()
        popup.chosen.connect(self._on_chosen)
        popup.favouriteToggled.connect(self.favouriteToggled)
        popup.open_under(self)
        self.opened.emit()
        return popup

    def _offer(self) -> None:
        """Fill the list that is open: models and prices may arrive while it is."""
        from parley.domain.money import PriceBook

        if self._popup is not None:
            prices = self._prices or PriceBook()
            first = None if self._choose is None else self._choose(self._models, prices)
            self._popup.offer(self._models, self._recent, prices, first, self._favourites)

    def _on_clicked(self) -> None:
        self.open()

    def _on_closed(self) -> None:
        self._popup = None

    def _on_chosen(self, model: str) -> None:
        if model != self._model:
            self.set_model(model)
            self.modelChosen.emit(model)

    def _remember(self, model: str) -> None:
        self._recent = (model, *(other for other in self._recent if other != model))[:_RECENT]

    # A button whose name gives way, but never its arrow

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.words())
        return QSize(min(_WIDEST, words + _ARROW + TINY + 2 * SMALL + 4), CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROWEST, self.sizeHint().width()), CONTROL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # the button; its text is empty
        painter = QPainter(self)
        room = self.rect().adjusted(SMALL + 2, 0, -SMALL - 2, 0)
        arrow = room.adjusted(room.width() - _ARROW, 0, 0, 0)
        if self.isRightToLeft():
            arrow.moveLeft(room.left())
            room.setLeft(arrow.right() + TINY)
        else:
            room.setRight(arrow.left() - TINY)
        painter.setPen(self.palette().buttonText().color())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # names of models are Latin
        words = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)
        icon("chevron-down", self._theme.quiet).paint(painter, arrow.adjusted(0, 8, 0, -8))

"""Which models are compared: what is offered, favourites first, and what the person makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.money import PriceBook
from parley.domain.settings import COMPARED_MODELS, FAVOURITE_MODELS

from .compare.choice import FEWEST, MOST
from .conversation_controller import FAVOURED
from .favourite_models import keep_models, kept_models
from .model_picker_rows import detail, model_rows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .compare.choice import Choice
    from .main_window import MainWindow
    from .preferences import Preferences


class ChoosingModels(QObject):
    """Fills the chips, opens the list of all models, and remembers what was chosen."""

    chosen = Signal(object)  # tuple[str, ...]; empty while there are too few to compare

    def __init__(self, window: MainWindow, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._preferences = preferences
        self._models: tuple[str, ...] = ()
        self._prices = PriceBook()
        self._choice: Choice | None = None

    def fill(self, choice: Choice) -> None:
        """Take over `choice`, which was just made."""
        self._choice = choice
        choice.chosenChanged.connect(self._take)
        choice.moreRequested.connect(self._open_list)

    def begin(self, own: str, *, single: bool) -> None:
        """Offer the models anew. `own` is the conversation's; `single`: the service has no other."""
        if self._choice is not None:
            self._choice.set_single(single)
            self._offer(self._first_choice(own))
            self._choice.focus_first()

    def set_models(self, models: tuple[str, ...]) -> None:
        """The models the service offers."""
        self._models = models
        self._offer_again()

    def set_prices(self, prices: PriceBook) -> None:
        self._prices = prices
        self._offer_again()

    def _offer_again(self) -> None:
        if self._choice is not None and self._choice.isVisible():
            self._offer(self._choice.chosen())

    def _first_choice(self, own: str) -> tuple[str, ...]:
        """The conversation's own model, and those it was compared with last time, else the most likely ones."""
        found = dict.fromkeys(filter(None, (own, *kept_models(self._preferences, COMPARED_MODELS))))
        if len(found) < FEWEST:
            found |= dict.fromkeys(self._likely()[:FEWEST])
        return tuple(found)[:MOST]

    def _likely(self) -> list[str]:
        """The person's favourites, then what most people use, as far as the service has it."""
        names = (*kept_models(self._preferences, FAVOURITE_MODELS), *FAVOURED)
        return [name for name in dict.fromkeys(names) if name in self._models]

    def _offer(self, chosen: tuple[str, ...]) -> None:
        if self._choice is not None:
            rows = model_rows(self._models, [*chosen, *self._likely()], self._prices, "")
            self._choice.offer([(row.model, row.detail) for row in rows], chosen)

    def _take(self, models: tuple[str, ...]) -> None:
        enough = models if len(models) >= FEWEST else ()
        if enough:
            keep_models(self._preferences, COMPARED_MODELS, enough)
        self.chosen.emit(enough)

    def _open_list(self, button: QWidget) -> None:
        from .model_picker_popup import ModelPopup  # rarely opened

        popup = ModelPopup(self._window.theme, "", button)
        favourites = kept_models(self._preferences, FAVOURITE_MODELS)
        popup.offer(self._models, (), self._prices, favourites=favourites)
        popup.chosen.connect(self._add)
        popup.open_under(button)

    def _add(self, model: str) -> None:
        if self._choice is not None:
            self._choice.add(model, detail(model, self._prices))

"""Which models to ask: chips to switch on and off, and a way to any other model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.ui.kit.buttons import Button, QuietButton
from parley.ui.kit.centred import centred
from parley.ui.kit.labels import Label, plain_tip
from parley.ui.kit.themed import theme_below
from parley.ui.scroll_page import ScrollPage
from parley.ui.theme import LARGE, LIGHT, MEDIUM, SMALL, XLARGE

from .flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.ui.theme import Theme

FEWEST, MOST = 2, 4
_SHOWN = 10  # chips at first; every model can be had through "More models…"
_WIDEST = 280


class ModelChip(Button):
    """A model that is asked or not. What is known of it is its tooltip and its description."""

    def __init__(self, model: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, look="chip")
        self.model = model
        self.setCheckable(True)
        self.setAccessibleName(model)
        self.setAccessibleDescription(detail)
        self.setToolTip(plain_tip(f"{model}\n{detail}" if detail else model))
        self.setMaximumWidth(_WIDEST)
        self.setText(model.replace("&", "&&"))
        self._theme = LIGHT
        self.toggled.connect(self._mark)

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(_WIDEST, 1_000))

    def _mark(self) -> None:
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.set_icon_name("check" if self.isChecked() else "plus")
        super().set_theme(theme)


class Choice(QWidget):
    """The page before the message is sent. Says which models are chosen, two to four of them."""

    chosenChanged = Signal(object)  # tuple[str, ...]
    moreRequested = Signal(object)  # the button to open the list of models under
    cancelRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._single = False
        self._chips: list[ModelChip] = []
        self._title = Label(self.tr("Compare models"), look="title")
        self._words = Label(
            self.tr(
                "Your next message goes to each of these models at once. You see their answers side by side, with "
                "time and price, and keep the ones you like."
            ),
            look="quiet",
        )
        self._state = Label(look="section")
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        self._more = QuietButton(self.tr("More models…"), icon_name="search")
        self._cancel = Button(self.tr("Cancel"))
        self._lay_out()
        self._more.clicked.connect(lambda: self.moreRequested.emit(self._more))
        self._cancel.clicked.connect(self.cancelRequested)
        self._box.setAccessibleName(self.tr("Models to compare"))

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(XLARGE, LARGE, XLARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(SMALL)
        column.addWidget(self._state)
        column.addWidget(self._box)
        column.addSpacing(SMALL)
        column.addWidget(self._cancel, 0)
        column.addStretch(3)
        self._cancel.setMaximumWidth(120)
        page = ScrollPage()
        page.column.setContentsMargins(0, 0, 0, 0)
        page.column.addLayout(centred(inner))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    # What comes in

    def offer(self, models: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Show chips for the first of `models` (name, what is known of it) and for all of `chosen`."""
        details = dict(models)
        names = [*chosen, *(name for name, _ in models if name not in chosen)][: max(_SHOWN, len(chosen))]
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._more)
        self._chips = [self._made(name, details.get(name, ""), name in chosen) for name in names]
        self._flow.addWidget(self._more)
        self._tell()

    def _made(self, name: str, detail: str, chosen: bool) -> ModelChip:
        chip = ModelChip(name, detail)
        chip.setChecked(chosen)
        chip.set_theme(self._theme)
        chip.toggled.connect(self._tell)
        self._flow.addWidget(chip)
        return chip

    def set_single(self, single: bool) -> None:
        """The service has one model only, as the practice model's has: there is nothing to choose."""
        self._single = single
        self._box.setVisible(not single)

    def add(self, model: str, detail: str) -> None:
        """Choose a model that may not be among the chips. With four chosen already nothing happens."""
        chip = next((known for known in self._chips if known.model == model), None)
        if len(self.chosen()) >= MOST or (chip is not None and chip.isChecked()):
            return
        if chip is not None:
            chip.setChecked(True)
            return
        self._flow.removeWidget(self._more)
        self._chips.append(self._made(model, detail, True))
        self._flow.addWidget(self._more)
        self._tell()

    def chosen(self) -> tuple[str, ...]:
        """In the order in which they stand."""
        return tuple(chip.model for chip in self._chips if chip.isChecked())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        theme_below(self, theme)

    def focus_first(self) -> None:
        (self._chips[0] if self._chips else self._more).setFocus()

    # What is said

    def _tell(self) -> None:
        chosen = () if self._single else self.chosen()
        full = len(chosen) >= MOST
        for chip in self._chips:
            chip.setEnabled(chip.isChecked() or not full)
        self._more.setEnabled(not full)
        self._state.setText(self._state_text(len(chosen)))
        self.chosenChanged.emit(chosen)

    def _state_text(self, number: int) -> str:
        if self._single:
            return self.tr("The practice model is the only one here. With a key or another service you can compare.")
        if number < FEWEST:
            return self.tr("Choose at least two models.")
        if number == MOST:
            return self.tr("Four models, which is the most. Write your message below.")
        return self.tr("%n models. Write your message below.", "", number)

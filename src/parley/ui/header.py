"""Over the page: the title, the model, what the conversation has cost, and the way to its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from parley.ui.header_title import Title
from parley.ui.icons import icon
from parley.ui.kit.buttons import IconButton, OpeningButton
from parley.ui.kit.cards import Line
from parley.ui.kit.labels import ElidedLabel
from parley.ui.kit.themed import theme_below
from parley.ui.model_picker import ModelPicker
from parley.ui.theme import LIGHT, SMALL, TINY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from parley.domain.chat_settings import ChatSettings
    from parley.domain.message import Conversation
    from parley.domain.money import PriceBook
    from parley.ui.theme import Theme

_COST_NEEDS = 480  # pixels of width; below, the cost is in the menu
_PANEL_BUTTONS_NEED = 320
_COMPARE_NEEDS = 420
_MODEL_NEEDS = 110


class Header(QWidget):
    """Shows one conversation's title, model and cost, and says what the person wants with it."""

    modelChosen = Signal(str)
    renameRequested = Signal(str)
    modelsWanted = Signal()  # the list of models opens
    favouriteToggled = Signal(str)  # model
    panelRequested = Signal(str)  # "chat" or "pricing"
    sidebarToggled = Signal()
    exportRequested = Signal(str)  # key of the format
    trashRequested = Signal()
    codeRequested = Signal()  # the request of this conversation, as code
    startersRequested = Signal()
    saveStarterRequested = Signal()  # a starter made of this conversation
    compareRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._shown: int | None = None  # the conversation's id; None: it does not exist yet
        self._cost_micro = 0
        self._formats: tuple[tuple[str, str], ...] = ()
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_cost(0)

    def _make_parts(self) -> None:
        self._sidebar = IconButton("panel-left", self.tr("Show or hide the sidebar"), shortcut=QKeySequence("Ctrl+B"))
        self._title = Title()
        self._model = ModelPicker()
        self._cost = ElidedLabel(look="small")
        self._chat = OpeningButton("sliders-horizontal", self.tr("Chat settings"))
        self._pricing = OpeningButton("tag", self.tr("Pricing"))
        keys = QKeySequence("Ctrl+Shift+C")
        self._compare = OpeningButton("columns-2", self.tr("Compare with other models…"), shortcut=keys)
        self._more = IconButton("ellipsis", self.tr("More"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        row.setSpacing(TINY)
        row.addWidget(self._sidebar)
        row.addWidget(self._title, 1)
        row.addWidget(self._cost)
        for widget in (self._model, self._compare, self._chat, self._pricing, self._more):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # `resizeEvent` makes room
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Line())

    def _connect(self) -> None:
        self._sidebar.clicked.connect(self.sidebarToggled)
        self._title.renameRequested.connect(self.renameRequested)
        self._model.modelChosen.connect(self.modelChosen)
        self._model.opened.connect(self.modelsWanted)
        self._model.favouriteToggled.connect(self.favouriteToggled)
        self._chat.clicked.connect(self._ask_for_chat)
        self._pricing.clicked.connect(self._ask_for_pricing)
        self._compare.clicked.connect(self._ask_to_compare)
        self._more.clicked.connect(self._show_menu)

    # What comes in

    def set_conversation(self, conversation: Conversation | None) -> None:
        """Show a conversation; None: a new one that is not saved yet, whose model stays as it is."""
        shown = conversation.id if conversation else None
        if shown != self._shown:
            self._title.cancel()  # what is being written belongs to the one before
        self._shown = shown
        self._title.set_title(conversation.title if conversation else "", editable=shown is not None)
        if conversation is not None:
            self.set_settings(conversation.settings)
            self.set_cost(conversation.cost)

    def set_settings(self, settings: ChatSettings) -> None:
        self._model.set_model(settings.model)

    def set_favourites(self, models: tuple[str, ...]) -> None:
        self._model.set_favourites(models)

    def set_models(self, models: tuple[str, ...]) -> None:
        self._model.set_models(models)

    def set_prices(self, prices: PriceBook) -> None:
        self._model.set_prices(prices)

    def set_cost(self, micro_dollars: int) -> None:
        """Say what the conversation has cost so far; nothing while it has cost nothing."""
        self._cost_micro = micro_dollars
        self._cost.set_text(_money_text(micro_dollars) if micro_dollars else "")
        self._cost.setAccessibleName(self._cost_words())
        self._cost.setAccessibleDescription(self.tr("All answers, hidden ones included, by the published prices."))
        self._show_cost()

    def set_export_formats(self, formats: Iterable[tuple[str, str]]) -> None:
        """(key, label) of each format, in the order of the menu."""
        self._formats = tuple(formats)

    def set_panel(self, page: str) -> None:
        """Which page of the side panel is open, "" for none."""
        self._chat.set_open(page == "chat")
        self._pricing.set_open(page == "pricing")

    def set_comparing(self, choosing: bool, *, answering: bool) -> None:
        """Whether models are being chosen to compare, or are answering already, so that nothing can be begun."""
        self._compare.set_open(choosing or answering)
        self._compare.setEnabled(not answering)

    def open_model_picker(self) -> None:
        self._model.open()

    def open_larger_models(self, tokens: int) -> None:
        """Offer the models that read more than `tokens` at once."""
        self._model.open_larger(tokens)

    def open_seeing_models(self) -> None:
        """Offer the models that see pictures."""
        self._model.open_seeing()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        theme_below(self, theme)

    # Connected as methods, not as lambdas: those would keep the header alive after its window

    def _ask_for_chat(self) -> None:
        self.panelRequested.emit("chat")

    def _ask_for_pricing(self) -> None:
        self.panelRequested.emit("pricing")

    def _ask_to_compare(self) -> None:
        self.compareRequested.emit()

    # How it shows

    def _cost_words(self) -> str:
        if not self._cost_micro:
            return ""
        return self.tr("Cost of this conversation: {sum}").format(sum=_money_text(self._cost_micro))

    def _show_cost(self) -> None:
        self._cost.setVisible(bool(self._cost_micro) and self.width() >= _COST_NEEDS)

    def minimumSizeHint(self) -> QSize:
        """Without the button that gives way in a narrow window."""
        least = super().minimumSizeHint()
        gives_way = 0 if self._compare.isHidden() else self._compare.width() + TINY
        return QSize(least.width() - gives_way, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._model.setMaximumWidth(max(_MODEL_NEEDS, self.width() * 2 // 5))
        for button in (self._chat, self._pricing):
            button.setVisible(self.width() >= _PANEL_BUTTONS_NEED)
        self._compare.setVisible(self.width() >= _COMPARE_NEEDS)
        self._show_cost()

    def _show_menu(self) -> None:
        menu = self.make_menu()
        corner = self._more.rect().bottomLeft() if self.isRightToLeft() else self._more.rect().bottomRight()
        place = self._more.mapToGlobal(corner)
        left = place.x() if self.isRightToLeft() else place.x() - menu.sizeHint().width()
        menu.popup(QPoint(left, place.y() + TINY))

    def make_menu(self) -> QMenu:
        """What else can be done with the conversation. Nothing of it can with one that does not exist yet."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        quiet = self._theme.quiet
        if self._cost_micro:
            menu.addAction(self._cost_words()).setEnabled(False)
            menu.addSeparator()
        if self._compare.isHidden():
            compare = menu.addAction(icon("columns-2", quiet), self._compare.accessibleName())
            compare.triggered.connect(self.compareRequested)
            compare.setEnabled(self._compare.isEnabled())
        if self._chat.isHidden():
            self._add_pages(menu)
        rename = menu.addAction(icon("pencil", quiet), self.tr("Rename"), self._title.edit)
        exports = menu.addMenu(icon("download", quiet), self.tr("Export"))
        for key, label in self._formats:
            action = exports.addAction(label.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=key: self.exportRequested.emit(key))
        menu.addAction(icon("code", quiet), self.tr("Show as Python…"), self.codeRequested.emit)
        menu.addSeparator()
        menu.addAction(icon("sparkles", quiet), self.tr("Starters…"), self.startersRequested.emit)
        keep = menu.addAction(icon("copy-plus", quiet), self.tr("Save as starter…"), self.saveStarterRequested.emit)
        menu.addSeparator()
        delete = menu.addAction(icon("trash-2", quiet), self.tr("Delete"), self.trashRequested.emit)
        for action in (rename, exports.menuAction(), keep, delete):
            action.setEnabled(self._shown is not None)
        return menu

    def _add_pages(self, menu: QMenu) -> None:
        """The two buttons that have no room in a narrow window."""
        quiet = self._theme.quiet
        menu.addAction(icon("sliders-horizontal", quiet), self._chat.accessibleName(), self._ask_for_chat)
        menu.addAction(icon("tag", quiet), self._pricing.accessibleName(), self._ask_for_pricing)
        menu.addSeparator()


def _money_text(micro_dollars: int) -> str:
    from parley.ui.kit.money import money_text  # not needed for the first paint

    return money_text(micro_dollars)

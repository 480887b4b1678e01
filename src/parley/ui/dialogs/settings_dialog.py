"""The Settings dialog: pages at the side, each made from the table of settings. Everything applies at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from parley.domain.errors import Action
from parley.domain.settings import MONTHLY_BUDGET, PRACTICE_MODEL_FILE, SETTINGS, Page, Settings
from parley.ui.dialogs.account_page import AccountPage
from parley.ui.dialogs.data_part import DataPart
from parley.ui.dialogs.defaults_part import DefaultsPart
from parley.ui.dialogs.nav_list import NavList
from parley.ui.dialogs.network_page import OWN_SETTINGS, NetworkPage
from parley.ui.dialogs.parts import action_row
from parley.ui.dialogs.service_page import ServicePage
from parley.ui.dialogs.setting_row import SettingRow
from parley.ui.failure_words import readable_fact
from parley.ui.file_choice import choose_dotenv_file, choose_model_file
from parley.ui.kit.buttons import Button
from parley.ui.kit.cards import Line
from parley.ui.kit.labels import Label
from parley.ui.kit.money import money_text
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.screen_room import within_screen
from parley.ui.scroll_page import ScrollPage
from parley.ui.theme import BODY_SIZE, LARGE, SMALL, XLARGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from parley.domain.errors import Failure
    from parley.domain.settings import AnySetting
    from parley.ui.dialogs.parts import CheckState
    from parley.ui.theme import Theme

_ICONS = {
    Page.ACCOUNT: "key-round",
    Page.SERVICE: "globe",
    Page.NETWORK: "wifi",
    Page.DEFAULTS: "sliders-horizontal",
    Page.APPEARANCE: "sun",
    Page.LANGUAGE: "languages",
    Page.BUDGET: "wallet",
    Page.DATA: "database",
    Page.PRIVACY: "shield",
}
# In pixels, with text of the usual size.
_SIZE = (820, 600)
_READING_WIDTH = 520
_SIDE_WIDTH = 204


class SettingsDialog(QDialog):
    """Says what the person changes and wants; the methods show what came of it."""

    settingChanged = Signal(str, object)  # the setting's key, its new value
    keySubmitted = Signal(str)
    keyRemoveRequested = Signal()
    keyRetryRequested = Signal()
    dotenvChosen = Signal(str)
    serviceSubmitted = Signal(str, str)  # address, key (may be empty)
    practiceModelChosen = Signal(str)  # "": the one that came with Parley
    openLogFolderRequested = Signal()
    aboutRequested = Signal()
    trafficRequested = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        choose_dotenv: Callable[[QWidget], str] = choose_dotenv_file,
        choose_model: Callable[[QWidget], str] = choose_model_file,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = Settings()
        self._spent = 0
        self._theme: Theme | None = None
        self._sized_for = BODY_SIZE
        self._built: set[Page] = set()
        self._columns: list[QWidget] = []  # what is read on each page
        waiting = QWidget(self)  # holds what belongs to pages that are not built yet
        waiting.hide()
        self.account = AccountPage(choose_dotenv, waiting)
        self.service = ServicePage(choose_model, waiting)
        self.defaults = DefaultsPart(waiting)
        self.network = NetworkPage(waiting)
        self.data = DataPart(waiting)
        self._asked = self.account.state
        self.nav = NavList(self.tr("Pages"))
        self.about = Button(self.tr("About Parley"), look="row", icon_name="info")
        self._side = QFrame()
        self._stack = QStackedWidget()
        self._rows: dict[str, SettingRow] = {}
        self._spent_text = Label(parent=waiting)
        self._spent_bar = QProgressBar(waiting)
        self._spent_bar.setTextVisible(False)
        self._spent_bar.setRange(0, 1000)
        self._lay_out()
        self._connect()
        self.set_settings(self._settings)
        self.nav.setCurrentRow(0)
        self.resize(within_screen(self, *_SIZE))
        self.setMinimumSize(within_screen(self, 560, 400))

    # What comes in

    def show_page(self, page: Page) -> None:
        """Open the dialog's page, as an error's button asks for it."""
        self.nav.setCurrentRow(list(Page).index(page))

    @property
    def page(self) -> Page:
        return list(Page)[self.nav.currentRow()]

    def set_settings(self, settings: Settings) -> None:
        """Show these settings. Says nothing."""
        self._settings = settings
        stored = settings.stored()
        for key, row in self._rows.items():
            row.set_value(stored.get(key, SETTINGS[key].default))
        self.account.set_settings(settings)
        self.service.set_settings(settings)
        self.defaults.set_settings(settings)
        self.network.set_settings(settings)
        self._show_spent()

    def set_key_state(self, place: str, last4: str, problem: Failure | None = None) -> None:
        """Where the key lives and how it ends. No last four: there is none."""
        self.account.set_key_state(place, last4, problem)

    def set_checking(self, checking: bool) -> None:
        """A key or service is being checked."""
        self._asked.set_checking(checking)
        for button in (self.account.entry.check, self.service.check, self.service.practice):
            button.setEnabled(not checking)

    def show_key_result(self, text: str, ok: bool) -> None:
        """Say in a sentence how the check ended."""
        self.set_checking(False)
        self._asked.show_result(text, ok)
        if ok:
            self.service.forget_entry()

    def show_connected(self, service_name: str, models: int) -> None:
        """Say that the service answered, and how many models it offers."""
        answered = self.tr("{service} answered.")
        counted = self.tr("{service} answered. Models to choose from: {count}.")
        text = (counted if models else answered).replace("{count}", self.locale().toString(models))
        self.show_key_result(text.replace("{service}", readable_fact(service_name)), ok=True)

    def show_failure(self, failure: Failure, service_name: str = "") -> None:
        """Say why the check did not succeed. What was entered stays."""
        self.set_checking(False)
        self._asked.show_failure(failure, service_name)

    def show_dotenv_note(self, path: str) -> None:
        """Say that the .env file still holds the key."""
        self.account.show_dotenv_note(path)

    def set_spent(self, micro: int) -> None:
        """What the answers of this month have cost, in micro-dollars."""
        self._spent = micro
        self._show_spent()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        theme_below(self, theme)
        self._fit_side()
        for column in self._columns:
            column.setMaximumWidth(self._for_text(_READING_WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        self._make_room()
        super().showEvent(event)
        self._fit_side()

    # How it is built

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        set_look(self._side, "side")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(SMALL, LARGE, SMALL, LARGE)
        column.addWidget(self.nav, 1)
        column.addWidget(self.about)
        row.addWidget(self._side)
        row.addWidget(Line(vertical=True))
        row.addWidget(self._stack, 1)
        names = self._page_names()
        for page in Page:
            self.nav.add_page(names[page], _ICONS[page])
            self._stack.addWidget(QWidget())

    def _fit_side(self) -> None:
        self._side.setFixedWidth(max(_SIDE_WIDTH, self.nav.fitting_width() + 2 * SMALL))

    def _make_room(self) -> None:
        """Be as large as the text asks for: once for each size of it, since from then on the person's own size counts.

        Not while the dialog is open: it would move about under whoever is trying sizes of text.
        """
        text_size = self._theme.body_size if self._theme is not None else BODY_SIZE
        if text_size != self._sized_for:
            self._sized_for = text_size
            self.resize(within_screen(self, *(self._for_text(pixels) for pixels in _SIZE)))

    def _for_text(self, pixels: int) -> int:
        """What `pixels` with text of the usual size are with the size of text in force."""
        return pixels if self._theme is None else round(pixels * self._theme.body_size / BODY_SIZE)

    def _page_names(self) -> dict[Page, str]:
        return {
            Page.ACCOUNT: self.tr("Account and key"),
            Page.SERVICE: self.tr("Service"),
            Page.NETWORK: self.tr("Network"),
            Page.DEFAULTS: self.tr("Defaults"),
            Page.APPEARANCE: self.tr("Appearance"),
            Page.LANGUAGE: self.tr("Language"),
            Page.BUDGET: self.tr("Budget"),
            Page.DATA: self.tr("Data"),
            Page.PRIVACY: self.tr("Privacy"),
        }

    def _build_page(self, page: Page, title: str) -> ScrollPage:
        scroll = ScrollPage()
        inner = QWidget()
        inner.setMaximumWidth(self._for_text(_READING_WIDTH))
        self._columns.append(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XLARGE)
        column.addWidget(Label(title, look="title"))
        for widget in self._special_parts(page):
            column.addWidget(widget)
        for setting in SETTINGS.values():
            if setting.page is page and setting.key not in OWN_SETTINGS | {PRACTICE_MODEL_FILE.key}:
                column.addWidget(self._build_row(setting))
        for widget in self._closing_parts(page):
            column.addWidget(widget)
        column.addStretch(1)
        scroll.column.setContentsMargins(XLARGE, XLARGE, XLARGE, XLARGE)
        row = QHBoxLayout()  # alone in the column, a text would be as tall as in the column's width, which is larger
        row.addWidget(inner, 1000)
        row.addStretch(1)
        scroll.column.addLayout(row, 1)
        return scroll

    def _build_row(self, setting: AnySetting) -> SettingRow:
        row = SettingRow(setting)
        row.set_value(self._settings.stored().get(setting.key, setting.default))
        row.changed.connect(self.settingChanged)
        if setting.key == MONTHLY_BUDGET.key:
            row.changed.connect(self._take_budget)
        self._rows[setting.key] = row
        return row

    def _turn_to(self, index: int) -> None:
        """Show a page. It is built when it is first wanted, because all of them at once would hold up the window."""
        page = list(Page)[index]
        if page not in self._built:
            built = self._build_page(page, self._page_names()[page])
            self._built.add(page)
            self._stack.insertWidget(index, built)
            self._drop_placeholder(index + 1)
            if self._theme is not None:
                theme_below(built, self._theme)
        self._stack.setCurrentIndex(index)

    def _drop_placeholder(self, index: int) -> None:
        empty = self._stack.widget(index)
        if empty is not None:
            self._stack.removeWidget(empty)
            empty.deleteLater()

    def _special_parts(self, page: Page) -> list[QWidget]:
        if page is Page.ACCOUNT:
            return [self.account]
        if page is Page.SERVICE:
            return [self.service]
        if page is Page.NETWORK:
            return [self.network]
        if page is Page.PRIVACY:
            text = self.tr("Parley sends your messages to the service you chose, and to nobody else.")
            return [Label(text)]
        return []

    def _closing_parts(self, page: Page) -> list[QWidget]:
        if page is Page.DEFAULTS:
            return [self.defaults]
        if page is Page.BUDGET:
            return [self._budget_part()]
        if page is Page.DATA:
            return [self.data]
        if page is Page.PRIVACY:
            return [self._log_part(), self._traffic_part()]
        if page is Page.LANGUAGE:
            return [Label(self.tr("The language changes when Parley is opened again."), look="small")]
        return []

    def _log_part(self) -> QWidget:
        show = Button(self.tr("Open log folder"))
        show.clicked.connect(self.openLogFolderRequested)
        text = self.tr("What Parley notes about itself, to look for a fault. Your key is never in it.")
        return _part_with(action_row(self.tr("Log"), text, show))

    def _traffic_part(self) -> QWidget:
        show = Button(self.tr("Show the list"))
        show.clicked.connect(self.trafficRequested)
        text = self.tr("Each request of the last thirty days: where to, when and how large. Never what was in it.")
        return _part_with(action_row(self.tr("What left this computer"), text, show))

    def _budget_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._spent_text)
        column.addWidget(self._spent_bar)
        return part

    def _connect(self) -> None:
        self.nav.currentRowChanged.connect(self._turn_to)
        for state in (self.account.state, self.service.state):
            state.actionRequested.connect(self._lead)
        self._connect_checks()
        self.about.clicked.connect(self.aboutRequested)
        self.network.settingChanged.connect(self.settingChanged)
        self.account.keySubmitted.connect(self.keySubmitted)
        self.account.keyRemoveRequested.connect(self.keyRemoveRequested)
        self.account.keyRetryRequested.connect(self.keyRetryRequested)
        self.account.dotenvChosen.connect(self.dotenvChosen)
        self.service.serviceSubmitted.connect(self.serviceSubmitted)
        self.defaults.settingChanged.connect(self.settingChanged)
        self.service.practiceModelChosen.connect(self.practiceModelChosen)
        self.nav.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect_checks(self) -> None:
        """Before the signals go on: what comes of a check is said on the page that asked for it, and on no other."""
        for asks in (
            self.account.keySubmitted,
            self.account.dotenvChosen,
            self.account.keyRemoveRequested,
            self.account.keyRetryRequested,
        ):
            asks.connect(lambda: self._ask_on(self.account.state))
        for asks in (
            self.service.serviceSubmitted,
            self.service.practiceModelChosen,
        ):
            asks.connect(lambda: self._ask_on(self.service.state))

    def _ask_on(self, state: CheckState) -> None:
        self._asked.forget()
        self._asked = state

    def _lead(self, action: Action) -> None:
        """What a failed check needs may be on another page."""
        if action is Action.OPEN_NETWORK:
            self.show_page(Page.NETWORK)
        elif action is Action.OPEN_SETTINGS:
            self.show_page(Page.SERVICE)
            self.service.open_address()

    def _take_budget(self, _key: str, micro: object) -> None:
        if isinstance(micro, int):
            self._settings = self._settings.with_value(MONTHLY_BUDGET, micro)
            self._show_spent()

    def _show_spent(self) -> None:
        budget = self._settings[MONTHLY_BUDGET]
        text = self.tr("Spent this month: {spent} of {budget}") if budget else self.tr("Spent this month: {spent}")
        said = text.replace("{spent}", money_text(self._spent)).replace("{budget}", money_text(budget))
        self._spent_text.setText(said)
        self._spent_bar.setVisible(bool(budget))
        self._spent_bar.setAccessibleName(said)
        if budget:
            self._spent_bar.setValue(min(1000, self._spent * 1000 // budget))


def _part_with(row: QHBoxLayout) -> QWidget:
    part = QWidget()
    row.setContentsMargins(0, 0, 0, 0)
    part.setLayout(row)
    return part

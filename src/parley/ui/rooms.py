"""The rooms that are built when they are first entered: Welcome, the side panel, Settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from parley import __version__, paths
from parley.domain.chat_settings import ChatSettings
from parley.domain.errors import Action
from parley.domain.money import PriceBook
from parley.domain.request import build_request
from parley.domain.settings import MONTHLY_BUDGET, PANEL_PAGE, Page

from .chat_defaults import keep_defaults
from .model_book import ModelBook
from .ports import Account, KeyState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from parley.domain.errors import Failure
    from parley.domain.refusals import Refusal
    from parley.ui.dialogs.crash_dialog import CrashDialog
    from parley.ui.dialogs.settings_dialog import SettingsDialog
    from parley.ui.panels.side_panel import SidePanel
    from parley.ui.welcome.page import WelcomePage

    from .account_controller import AccountController
    from .links import Links
    from .main_window import MainWindow
    from .preferences import Preferences
    from .session import Session


def licenses(resources: Path) -> list[tuple[str, str]]:
    """The names and texts of the licenses that are shipped."""
    files = [*sorted((resources / "licenses").glob("*.*")), *sorted((resources / "fonts").glob("*.txt"))]
    return [(file.stem, file.read_text(encoding="utf-8")) for file in files]


class Rooms(QObject):
    """Builds each room once, connects it, and keeps it up to date."""

    welcomeDone = Signal()
    modelChosen = Signal(str)  # from the Pricing page
    panelChanged = Signal(str)  # the page shown, "" when the panel is closed
    settingsEdited = Signal(object)  # ChatSettings, from the panel
    backupRequested = Signal()
    exportAllRequested = Signal()
    importRequested = Signal()
    importStopRequested = Signal()
    emptyTrashRequested = Signal()
    spentWanted = Signal()
    refusalsWanted = Signal()  # the panel is there and shows what services refuse
    againRequested = Signal(str, str)  # model, the API's name of a setting that is to be sent again
    settingsBuilt = Signal(object)  # SettingsDialog, once
    actionRequested = Signal(object)  # Action of a failure that the Welcome page cannot do itself

    def __init__(
        self,
        window: MainWindow,
        account: AccountController,
        preferences: Preferences,
        links: Links,
        session: Session,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._account = account
        self._preferences = preferences
        self._links = links
        self._session = session
        self._welcome: WelcomePage | None = None
        self._panel: SidePanel | None = None
        self._dialog: SettingsDialog | None = None
        self._crash: CrashDialog | None = None
        self._chat_settings = ChatSettings()
        self._models = ModelBook()
        self._json_was_said = False
        self._prices = PriceBook()
        self._key = KeyState()
        self._spent = 0
        account.keyStateChanged.connect(self._take_key_state)
        preferences.changed.connect(self._settings_changed)

    def set_theme(self) -> None:
        """Give the rooms that exist the window's theme."""
        for room in (self._welcome, self._panel, self._dialog):
            if room is not None:
                room.set_theme(self._window.theme)

    # Welcome

    def show_welcome(self) -> None:
        if self._welcome is None:
            from parley.ui.welcome.page import WelcomePage  # only a newcomer sees it

            self._welcome = WelcomePage()
            self._welcome.set_theme(self._window.theme)
            self._window.add_welcome(self._welcome)
            self._connect_welcome(self._welcome)

    def _connect_welcome(self, page: WelcomePage) -> None:
        account = self._account
        page.keySubmitted.connect(account.submit_key)
        page.keyRetryRequested.connect(account.keep_key_again)
        page.practiceRequested.connect(account.use_practice)
        page.serviceSubmitted.connect(account.submit_service)
        page.dotenvChosen.connect(account.choose_dotenv)
        page.linkActivated.connect(self._links.open)
        page.startRequested.connect(self.welcomeDone)
        account.checking.connect(page.set_checking)
        account.connectionFailed.connect(page.show_failure)
        account.connected.connect(self._greet)
        account.dotenvRead.connect(page.show_dotenv_note)
        page.actionRequested.connect(self.actionRequested)

    def _greet(self, found: Account) -> None:
        if self._welcome is None or not self._welcome.isVisible():
            return
        if found.service.local:
            self.welcomeDone.emit()
            return
        said = self.tr("{service} accepted the key.") if found.key.last_four else self.tr("{service} answered.")
        self._welcome.show_result(said.format(service=found.service.name), True)
        self._welcome.show_key_place(found.key.place, found.key.last_four, found.key.problem)

    # The side panel

    def toggle_panel(self, page: str) -> None:
        """Open the panel at `page`, or close it when it is already there."""
        self._open_panel("" if self._preferences[PANEL_PAGE] == page else page)

    def restore_panel(self) -> None:
        if self._preferences[PANEL_PAGE]:
            self._open_panel(self._preferences[PANEL_PAGE])

    def _open_panel(self, page: str) -> None:
        self._preferences.set(PANEL_PAGE, page)
        if page and self._panel is None:
            self._build_panel()
        if self._panel is not None and page:
            self._panel.show_page(page)
        self._window.show_panel(bool(page))
        self.panelChanged.emit(page)

    def _build_panel(self) -> None:
        from parley.ui.panels.side_panel import SidePanel  # hidden at first

        self._panel = SidePanel()
        self._panel.set_theme(self._window.theme)
        self._window.add_panel(self._panel)
        self._panel.pageChanged.connect(self._open_panel)
        self._panel.chat_settings.settingsChanged.connect(self._take_edited)
        self._panel.chat_settings.defaultsRequested.connect(lambda s: keep_defaults(self._preferences, s))
        self._panel.pricing.modelChosen.connect(self.modelChosen)
        self._panel.pricing.set_prices(self._prices)
        self._panel.chat_settings.againRequested.connect(self._ask_again)
        self._window.composer.textChanged.connect(self._look_for_json)
        self.set_chat_settings(self._chat_settings)
        self.refusalsWanted.emit()

    def set_chat_settings(self, settings: ChatSettings) -> None:
        """Show the settings of the conversation on the screen."""
        self._chat_settings = settings
        if self._panel is not None:
            self._show_rules(self._panel)
            self._panel.chat_settings.set_settings(settings)
            self._say_whether_json_is_mentioned()
            self._panel.pricing.set_current_model(settings.model)

    def set_refusals(self, refusals: Iterable[Refusal]) -> None:
        """What services are known to refuse: its controls say so from now on."""
        self._models.take(refusals)
        if self._panel is not None:
            self._show_rules(self._panel)

    def _show_rules(self, panel: SidePanel) -> None:
        model, service = self._chat_settings.model, self._preferences.service
        panel.chat_settings.set_model_rules(self._models.rules(model, service))
        choices = self._models.refused_choices(model, service)
        panel.chat_settings.set_refused(self._models.refused(model, service), choices)

    def _take_edited(self, settings: ChatSettings) -> None:
        began = settings.json_answer and not self._chat_settings.json_answer
        self._chat_settings = settings
        if began and self._panel is not None:
            self._say_whether_json_is_mentioned()
        self.settingsEdited.emit(settings)

    def _ask_again(self, setting: str) -> None:
        self.againRequested.emit(self._chat_settings.model, setting)

    def refresh_messages(self) -> None:
        """The conversation has other messages than before."""
        if self._panel is not None:
            self._say_whether_json_is_mentioned()

    def _say_whether_json_is_mentioned(self) -> None:
        if self._chat_settings.json_answer:
            from parley.llm.rules import mentions_json

            said = replace(self._chat_settings, instructions="", examples=())  # these the panel looks at by itself
            prompts = build_request(said, self._session.messages).prompts
            self._json_was_said = mentions_json(prompts)
            self._look_for_json(self._window.composer.text())

    def _look_for_json(self, typed: str) -> None:
        """What is being written counts as well: with it the word is there when it is sent."""
        if self._panel is not None and self._chat_settings.json_answer:
            self._panel.chat_settings.set_json_mentioned(self._json_was_said or "json" in typed.lower())

    def set_prices(self, book: PriceBook) -> None:
        self._prices = book
        if self._panel is not None:
            self._panel.pricing.set_prices(book)

    # Settings

    def open_settings(self) -> None:
        """Show the Settings dialog at the page it was left at."""
        dialog = self._settings_dialog()
        self.spentWanted.emit()
        self._account.refresh_key()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def open_settings_for(self, action: Action) -> None:
        """Show the page of Settings where a failure's button leads."""
        pages = {
            Action.ENTER_KEY: Page.ACCOUNT,
            Action.OPEN_SETTINGS: Page.SERVICE,
            Action.OPEN_NETWORK: Page.NETWORK,
            Action.OPEN_BUDGET: Page.BUDGET,
        }
        self._settings_dialog().show_page(pages.get(action, Page.ACCOUNT))
        self.open_settings()

    def show_data_result(self, text: str, *, ok: bool = True) -> None:
        """Say in the dialog how a backup, an export or an import ended."""
        if self._dialog is not None:
            self._dialog.data.show_result(text, ok)

    def show_data_progress(self, text: str, stop: str) -> None:
        """Say in the dialog how far an import is; `stop` is what ending it is called."""
        if self._dialog is not None:
            self._dialog.data.show_progress(text, stop)

    def set_spent(self, micro_dollars: int) -> None:
        self._spent = micro_dollars
        if self._dialog is not None:
            self._dialog.set_spent(micro_dollars)

    def show_crash(self, report: str) -> None:
        """Say that something of ours went wrong; the window and the work live on."""
        if self._crash is None:
            from parley.ui.dialogs.crash_dialog import CrashDialog  # let us hope it is never needed

            self._crash = CrashDialog(self._window)
            self._crash.set_theme(self._window.theme)
        self._crash.show_report(report)

    def _settings_dialog(self) -> SettingsDialog:
        if self._dialog is None:
            from parley.ui.dialogs.settings_dialog import SettingsDialog  # rarely opened

            self._dialog = SettingsDialog(self._window)
            self._dialog.set_theme(self._window.theme)
            self._dialog.set_settings(self._preferences.settings)
            self._dialog.set_spent(self._spent)
            self._connect_dialog(self._dialog)
            self._take_key_state(self._key)
            self.settingsBuilt.emit(self._dialog)
        return self._dialog

    def _connect_dialog(self, dialog: SettingsDialog) -> None:
        account = self._account
        dialog.settingChanged.connect(self._preferences.set_by_key)
        dialog.keySubmitted.connect(account.submit_key)
        dialog.keyRemoveRequested.connect(account.remove_key)
        dialog.keyRetryRequested.connect(account.keep_key_again)
        dialog.dotenvChosen.connect(account.choose_dotenv)
        dialog.serviceSubmitted.connect(account.submit_service)
        dialog.practiceModelChosen.connect(account.use_model_file)
        dialog.data.openDataFolderRequested.connect(self._links.open_data_folder)
        dialog.openLogFolderRequested.connect(self._links.open_log_folder)
        account.dotenvRead.connect(dialog.show_dotenv_note)
        dialog.aboutRequested.connect(self._open_about)
        dialog.data.backupRequested.connect(self.backupRequested)
        dialog.data.exportAllRequested.connect(self.exportAllRequested)
        dialog.data.importRequested.connect(self.importRequested)
        dialog.data.importStopRequested.connect(self.importStopRequested)
        dialog.data.emptyTrashRequested.connect(self.emptyTrashRequested)
        account.checking.connect(dialog.set_checking)
        account.connected.connect(self._show_connected)
        account.connectionFailed.connect(self._show_connection_failure)

    def _open_about(self) -> None:
        from parley.ui.dialogs.about_dialog import AboutDialog  # rarely opened

        about = AboutDialog(__version__, licenses(paths.resources()), self._dialog)
        about.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about.set_theme(self._window.theme)
        about.open()

    def _show_connected(self, found: Account) -> None:
        if self._dialog is not None:
            self._dialog.show_connected(found.service.name, len(found.models))

    def _show_connection_failure(self, failure: Failure) -> None:
        if self._dialog is not None:
            service = self._preferences.service
            self._dialog.show_failure(failure, service.name if service is not None else "")

    def _take_key_state(self, state: KeyState) -> None:
        self._key = state
        if self._dialog is not None:
            self._dialog.set_key_state(state.place, state.last_four, state.problem)
        if self._welcome is not None and state.place:
            self._welcome.show_key_place(state.place, state.last_four, state.problem)

    def _settings_changed(self, key: str) -> None:
        if self._dialog is not None:
            self._dialog.set_settings(self._preferences.settings)
        if key == MONTHLY_BUDGET.key:
            self.spentWanted.emit()

"""One running Parley: every part made once, handed to those who need it, and taken down in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from parley import paths
from parley.app.core_files import forbid_core_files
from parley.app.export_keys import ExportKeys
from parley.app.logs import Logs
from parley.app.starts import STEADY_MS, StartCount
from parley.domain.errors import Cause, Failure
from parley.domain.settings import LANGUAGE
from parley.exchange.formats import FORMATS, find_format
from parley.exchange.ports import Outside
from parley.exchange.starter_shelf import StarterShelf
from parley.keys.keyring_store import KeyStore
from parley.store.store import Store
from parley.ui.account_controller import AccountController
from parley.ui.comparing import Comparing
from parley.ui.context_wiring import ContextWiring
from parley.ui.conversation_controller import ConversationController
from parley.ui.crash import CrashWatch
from parley.ui.data_keeping import DataKeeping
from parley.ui.drafts import Drafts
from parley.ui.engine_thread import EngineThread
from parley.ui.estimate import Estimate
from parley.ui.exporting import Exporting
from parley.ui.failure_notice import FailureNotice
from parley.ui.failure_words import words_for
from parley.ui.import_wiring import ImportWiring
from parley.ui.importing import Importing
from parley.ui.keeping import Keeping
from parley.ui.kit.money import money_text
from parley.ui.library_controller import LibraryController
from parley.ui.links import Links
from parley.ui.network_controller import NetworkController
from parley.ui.pdf import html_to_pdf
from parley.ui.rooms import Rooms
from parley.ui.session import Session
from parley.ui.showing_code import ShowingCode
from parley.ui.starting import Starting
from parley.ui.transcript.view import TranscriptView
from parley.ui.translation import choose_language
from parley.ui.wiring import Wiring

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.events import AppEvent
    from parley.domain.settings import Settings
    from parley.exchange.formats import ExportFormat
    from parley.paths import Paths
    from parley.store.reader import Reader
    from parley.store.recovery import RecoveryReport
    from parley.ui.appearance import Appearance
    from parley.ui.import_run import Intake
    from parley.ui.main_window import MainWindow
    from parley.ui.ports import Backend
    from parley.ui.preferences import Preferences
    from parley.ui.single_instance import SingleInstance


@dataclass(frozen=True, slots=True)
class Parts:
    """What the demo drives; everything else stays inside `Program`."""

    window: MainWindow
    session: Session
    account: AccountController
    conversation: ConversationController
    exporting: Exporting


class Program(QObject):
    """One running Parley."""

    def __init__(
        self,
        places: Paths,
        instance: SingleInstance,
        preferences: Preferences,
        appearance: Appearance,
        window: MainWindow,
        missing: list[str],
        crash: CrashWatch | None = None,
    ) -> None:
        """Raises AppError when the store cannot be opened. `missing` names the resources that were not found.

        `crash` watches over this already if it is given, and goes on when this is closed.
        """
        super().__init__()
        self._own_crash_watch = crash is None
        self._crash = crash or CrashWatch(self)
        if self._own_crash_watch:
            self._crash.install()
        forbid_core_files()
        self._logs = Logs(places.logs, self._crash.keys)
        self._store = Store.open(places.database, places.backups)
        self._store.mark_interrupted()  # before anything of the last run is shown
        self._reader = reader = Store.open_reader(places.database)
        self._instance = instance
        self._missing = missing
        self._preferences = preferences
        self._appearance = appearance
        self._window = window
        preferences.take(reader.settings())
        if window.theme != appearance.theme:
            window.set_theme(appearance.theme)
        self._starts = StartCount(places.starts)
        self._starts.begin()
        self._crash.crashed.connect(self._starts.keep)
        self._keys = KeyStore(known=self._crash.keys)
        self._engine = EngineThread(_backend_maker(self._store, self._keys, preferences.settings, places), self)
        window.add_transcript(TranscriptView())
        window.add_failure_notice(FailureNotice(closable=True))
        window.set_export_formats([(made.key, _translate_export(made.label)) for made in FORMATS])
        session = Session(self)
        links = Links(places.data, places.logs, self)
        account = AccountController(self._engine, self._preferences, self)
        conversation = ConversationController(self._engine, reader, session, self._preferences, self)
        export_keys = ExportKeys(self._keys, lambda: self._preferences.service)
        outside = Outside(
            translate=_translate_export,
            say_failure=self._say_failure,
            print_html=html_to_pdf,
            find_keys=export_keys,
            money=money_text,
        )
        self._exporting = _make_exporting(reader, lambda: Store.open_reader(places.database), self._window, outside)
        self._rooms = Rooms(self._window, account, self._preferences, links, session)
        self._library = library = LibraryController(
            self._engine, reader, lambda: Store.open_reader(places.database), session, self
        )
        DataKeeping(self._window, self._rooms, library, self._engine, self._exporting)
        estimate = Estimate(self._engine, session, conversation, preferences, self)
        drafts = Drafts(self._engine, reader, self)
        self._wiring = Wiring(
            self._window,
            session,
            conversation,
            library,
            account,
            self._preferences,
            self._engine,
            estimate,
            self._exporting,
            self._rooms,
            links,
        )
        self._importing = Importing(self._engine, lambda: _open_intake(places), self)
        ImportWiring(
            window, self._rooms, conversation, library, preferences, self._importing, self._wiring.show_failure
        )
        NetworkController(window, session, conversation, preferences, self._engine, self._rooms)
        failed = self._wiring.show_failure
        ContextWiring(window, session, conversation, preferences, self._engine, estimate, links, failed)
        Keeping(window, session, conversation, preferences, reader, library, self._engine, drafts, failed)
        self._comparing = Comparing(window, self._engine, session, conversation, preferences, links)
        self._connect_comparing(account, estimate)
        shelf = StarterShelf(paths.resources() / "starters", places.starters, choose_language(preferences[LANGUAGE]))
        self._starting = Starting(window, session, conversation, preferences, shelf, failed)
        showing_code = ShowingCode(window, session, conversation, preferences, self._engine, failed)
        self._comparing.codeRequested.connect(showing_code.show_at)
        self.parts = Parts(self._window, session, account, conversation, self._exporting)
        self._expects_message = False
        self._knows_models = False
        window.composer.textChanged.connect(self._on_text)
        window.header.modelsWanted.connect(self._expect_message)
        self._rooms.panelChanged.connect(self._expect_message)
        account.connected.connect(self._expect_message)
        account.modelsChanged.connect(self._on_models)
        preferences.stored.connect(self._save_settings)
        self._appearance.themeChanged.connect(self._take_theme)
        self._crash.crashed.connect(self._rooms.show_crash)
        self._crash.crashed.connect(drafts.save)
        instance.raiseRequested.connect(self._window.bring_to_front)

    def _connect_comparing(self, account: AccountController, estimate: Estimate) -> None:
        comparing = self._comparing
        comparing.modelsChosen.connect(estimate.set_compared)
        self._engine.eventsArrived.connect(comparing.apply)  # after the session, which the wiring connected
        account.modelsChanged.connect(comparing.set_models)
        comparing.modelsWanted.connect(self._expect_message)
        comparing.exportRequested.connect(self._exporting.export_up_to)
        comparing.failed.connect(self._wiring.show_failure)

    def open(self, *, new_chat: bool = False, chosen: int | None = None) -> None:
        """Show what was there last time, or a new chat, or the `chosen` conversation, and begin to work."""
        try:
            if self._starts.went_wrong_repeatedly:
                self._offer_safe_start()
            else:
                self._wiring.start(new_chat=new_chat, chosen=chosen)
        finally:  # whatever cannot be shown, the rest works
            self._engine.start()
            self._engine.post(lambda backend: backend.keep_house(), failed=self._wiring.show_failure)
            self._instance.listen()
            QTimer.singleShot(STEADY_MS, self, self._starts.succeed)
        for failure in self._start_failures():
            self._wiring.show_failure(failure)

    def close(self) -> None:
        """The one teardown: answers are settled, the store is closed, the practice model is ended."""
        self._window.hide()
        self._exporting.finish()
        self._importing.finish()
        self._starting.finish()
        self._library.finish()
        self._engine.finish()
        QCoreApplication.removePostedEvents(self._wiring)  # what the engine said last finds no reader any more
        self._engine.blockSignals(True)  # what is still to be heard would read from what is closed
        self._reader.close()
        self._starts.succeed()
        if self._own_crash_watch:
            self._crash.remove()
        self._logs.close()

    def _offer_safe_start(self) -> None:
        from parley.ui.dialogs.safe_start_dialog import SafeStartDialog  # let us hope it is never needed

        dialog = SafeStartDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_theme(self._window.theme)
        dialog.chosen.connect(lambda restore: self._wiring.start(restore=restore))
        dialog.open()

    def _expect_message(self) -> None:
        """The person is about to need the service. Before that Parley neither loads what it takes nor connects."""
        if self._expects_message:
            return
        self._expects_message = True
        service = self._preferences.service
        self._engine.post(lambda backend: backend.warm_up(service), done=self._on_warm)

    def _on_text(self, text: str) -> None:
        if text.strip():
            self._expect_message()

    def _on_warm(self, _nothing: None) -> None:
        if not self._knows_models:
            self.parts.account.refresh()

    def _on_models(self) -> None:
        self._knows_models = True

    def _start_failures(self) -> list[Failure]:
        found = []
        if self._reader.settings_damaged:
            found.append(Failure(Cause.SETTINGS_DAMAGED))
        if self._missing:
            found.append(Failure(Cause.RESOURCE_MISSING, {"path": ", ".join(self._missing)}))
        if self._store.recovery is not None:
            found.append(_recovered(self._store.recovery))
        return found

    def _save_settings(self, settings: Settings) -> None:
        self._engine.post(lambda backend: backend.save_settings(settings), failed=self._wiring.show_failure)

    def _say_failure(self, failure: Failure) -> str:
        """What happened, as the conversation on the screen says it. Called on the export's thread."""
        service = self._preferences.service
        return (words_for(failure, service.name) if service is not None else words_for(failure)).what

    def _take_theme(self) -> None:
        self._window.set_theme(self._appearance.theme)
        self._rooms.set_theme()
        self._comparing.set_theme()
        self._starting.set_theme()


def _recovered(report: RecoveryReport) -> Failure:
    """What a person is told after a damaged file was mended."""
    lines = [
        f"Set aside: {report.set_aside}" if report.set_aside else "The file was gone.",
        f"Restored from the backup {report.restored_from}" if report.restored_from else "There was no backup.",
        f"Saved from the damaged file: {report.conversations} conversations, {report.messages} messages",
        "All of it could be read." if report.all_read else "Some of it could not be read.",
        report.reason,
    ]
    return Failure(Cause.DATABASE_DAMAGED, details="\n".join(lines))


def _translate_export(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def _make_exporting(
    reader: Reader, open_library: Callable[[], Reader], window: MainWindow, outside: Outside
) -> Exporting:
    def ask(title: str, chosen: ExportFormat) -> str:
        from parley.exchange.files import file_name
        from parley.ui.file_choice import choose_place

        heading = QCoreApplication.translate("Export", "Export")
        untitled = QCoreApplication.translate("Export", "Conversation")
        name = file_name(title, chosen.suffix, untitled=untitled)
        kinds = f"{_translate_export(chosen.label)} (*{chosen.suffix})"
        return choose_place(window, heading, name, kinds, chosen.suffix)

    return Exporting(reader, find_format, outside, ask, open_library, window)


def _open_intake(places: Paths) -> Intake:
    from parley.app.intake import AppIntake  # not needed for a normal start

    return AppIntake(places.database)


def _backend_maker(
    store: Store, keys: KeyStore, settings: Settings, places: Paths
) -> Callable[[Callable[[AppEvent], None]], Backend]:
    def make(emit: Callable[[AppEvent], None]) -> Backend:
        from parley.app.backend import AppBackend  # on the engine's thread, after the first paint
        from parley.llm.practice import PracticeModel

        return AppBackend(store, keys, lambda file: PracticeModel(file, places.logs), settings, emit)

    return make

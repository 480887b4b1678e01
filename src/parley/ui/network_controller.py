"""The network on the window's side: what Settings says of it, the list of what left, and a network that changed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from parley.domain.settings import PROXY, PROXY_ADDRESS, PROXY_USER, SERVICE_ADDRESS, SERVICE_KIND

from .offline import Offline
from .reachability import Reach, Reachability
from .services import PRACTICE
from .waiting_bar import WaitingBar

if TYPE_CHECKING:
    from parley.domain.errors import Failure
    from parley.domain.network import NetworkReport
    from parley.domain.traffic import SentRequest
    from parley.ui.dialogs.settings_dialog import SettingsDialog
    from parley.ui.dialogs.traffic_dialog import TrafficDialog

    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .main_window import MainWindow
    from .preferences import Preferences
    from .rooms import Rooms
    from .session import Session

LISTEN_AFTER_MS = 1_000  # the system is asked when the window is long on the screen
_OF_THE_WAY = frozenset({PROXY.key, PROXY_ADDRESS.key, PROXY_USER.key, SERVICE_ADDRESS.key, SERVICE_KIND.key})


class NetworkController(QObject):
    """Owns the watch over the connection and the messages that wait for one."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        engine: EngineThread,
        rooms: Rooms,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._engine = engine
        self._started = time.time_ns() // 1_000_000
        self._dialog: SettingsDialog | None = None
        self._traffic: TrafficDialog | None = None
        self._asked = 0  # reports so far
        self.reachability = Reachability(self)
        self.offline = Offline(window, session, conversation, preferences, engine, self.reachability)
        self.waiting = WaitingBar(window, session, conversation, preferences)
        self._conversation = conversation
        rooms.settingsBuilt.connect(self._take_dialog)
        preferences.changed.connect(self._settings_changed)
        self.reachability.networkChanged.connect(self._renew)
        self.reachability.changed.connect(self._look_for_proxy)
        QTimer.singleShot(LISTEN_AFTER_MS, self, self.reachability.start)

    def show_traffic(self) -> None:
        """Open the page "What left this computer"."""
        self._engine.post(lambda backend: backend.sent_requests(), done=self._show_traffic, failed=self._say)

    def _show_traffic(self, requests: tuple[SentRequest, ...]) -> None:
        from parley.ui.dialogs.traffic_dialog import TrafficDialog  # rarely opened

        if self._traffic is None:
            self._traffic = TrafficDialog(self._dialog or self._window)
            self._traffic.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._traffic.destroyed.connect(self._forget_traffic)
            self._traffic.set_theme(self._window.theme)
        self._traffic.show_requests(requests, self._started)
        self._traffic.show()
        self._traffic.raise_()

    def _forget_traffic(self) -> None:
        self._traffic = None

    def _take_dialog(self, dialog: SettingsDialog) -> None:
        self._dialog = dialog
        dialog.trafficRequested.connect(self.show_traffic)
        dialog.network.passwordEntered.connect(self._keep_password)
        self._ask_for_report()

    def _settings_changed(self, key: str) -> None:
        if key in _OF_THE_WAY:
            self._ask_for_report()
            self._look_for_proxy()

    def _ask_for_report(self) -> None:
        service, dialog = self._preferences.service or PRACTICE, self._dialog
        if dialog is None:
            return

        self._asked += 1
        number = self._asked

        def show(report: NetworkReport) -> None:
            if number == self._asked:  # an older one may be late: it waited for the keyring, or for the proxy
                dialog.network.set_report(report)

        self._engine.post(lambda backend: backend.network_report(service), done=show, failed=self._say)

    def _look_for_proxy(self) -> None:
        """In a network without the internet, as a company's may look, the system's proxy may lead out all the same."""
        service = self._preferences.service
        if self.reachability.reach is not Reach.NEARBY or service is None:
            self.offline.note_proxy(found=False)
            return

        def note(report: NetworkReport) -> None:
            self.offline.note_proxy(found=bool(report.proxy))

        self._engine.post(lambda backend: backend.network_report(service), done=note, failed=self._say)

    def _keep_password(self, password: str) -> None:
        address, user = self._preferences[PROXY_ADDRESS], self._preferences[PROXY_USER]

        def kept(_nothing: None) -> None:
            self._ask_for_report()

        def not_kept(failure: Failure) -> None:
            self._say(failure)
            self._ask_for_report()

        self._engine.post(
            lambda backend: backend.keep_proxy_password(address, user, password), done=kept, failed=not_kept
        )

    def _renew(self) -> None:
        self._engine.post(lambda backend: backend.network_changed(), failed=self._say)

    def _say(self, failure: Failure) -> None:
        self._conversation.failed.emit(failure)

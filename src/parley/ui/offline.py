"""Writing without a connection: it is said, and with the person's consent a message waits until there is one again.

What waits is still the draft of its conversation, so it is there after a restart; whether it is sent, the person says
anew.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer

from parley.domain.errors import Cause
from parley.domain.message import Status
from parley.domain.network import ProxyKind
from parley.domain.settings import PROXY
from parley.llm.address import is_local

from .offline_bar import OfflineBar
from .reachability import Reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.errors import Failure
    from parley.domain.message import Message
    from parley.domain.request import Service

    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .main_window import MainWindow
    from .ports import Draft
    from .preferences import Preferences
    from .reachability import Reachability
    from .session import Session

SETTLE_MS = 1_500  # a connection that has just come back does not know every name yet


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A message that goes out when it can: as it was consented to, and where it belongs."""

    text: str
    attachments: tuple[Attachment, ...]
    draft: Draft


class Offline(QObject):
    """Holds messages back while there is no connection, and sends what may be sent when there is one."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        engine: EngineThread,
        reachability: Reachability,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._composer = window.composer
        self._session = session
        self._conversation = conversation
        self._preferences = preferences
        self._engine = engine
        self._reachability = reachability
        self._waiting: dict[int | None, _Waiting] = {}  # by the id of the conversation
        self._asked = False
        self._system_has_proxy = False
        self.bar = OfflineBar(window)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._editing = QTimer(self, singleShot=True, interval=0)  # when text and attachments are both in their place
        self._connect()

    def _connect(self) -> None:
        self._reachability.changed.connect(self._reach_changed)
        self._preferences.changed.connect(self._refresh)
        self._session.conversationChanged.connect(self._turn_to)
        self._session.settled.connect(self._learn)
        self._composer.sendHeld.connect(self._ask)
        self._composer.textChanged.connect(self._note_edit)
        self._composer.attachmentsChanged.connect(self._note_edit)
        self._editing.timeout.connect(self._edited)
        self.bar.queueRequested.connect(self._queue)
        self.bar.sendNowRequested.connect(self._send_now)
        self.bar.withdrawRequested.connect(self._withdraw)
        self._settling.timeout.connect(self._send_all)

    @property
    def is_offline(self) -> bool:
        """Whether the service in use is out of reach. One on this computer never is."""
        service = self._preferences.service
        if service is None or service.local:
            return False
        reach = self._reachability.reach
        if reach is Reach.NOWHERE:
            return not is_local(service.address)
        # Nearby may be all it takes: to a service in the same network, and to a proxy that leads out of it.
        kind = self._preferences[PROXY]
        proxied = kind == ProxyKind.MANUAL.value or (kind == ProxyKind.SYSTEM.value and self._system_has_proxy)
        return reach is Reach.NEARBY and not (_is_nearby(_host(service)) or proxied)

    # What is known

    def note_proxy(self, *, found: bool) -> None:
        """Whether the system names a proxy for the service in use."""
        if found != self._system_has_proxy:
            self._system_has_proxy = found
            self._reach_changed()

    def _reach_changed(self) -> None:
        if not self.is_offline and self._waiting:
            self._settling.start()
        self._refresh()

    def _learn(self, answer: Message) -> None:
        """From how an answer ended: it came through, or it did not."""
        service = self._preferences.service
        if service is None or service.local or is_local(service.address):
            return
        if answer.failure is not None and answer.failure.cause is Cause.OFFLINE:
            self._reachability.note_failure()
        elif answer.status is Status.COMPLETE:
            self._reachability.note_success()

    # What the person wants

    def _ask(self, _text: str, _attachments: Sequence[Attachment]) -> None:
        if self._session.conversation_id not in self._waiting:
            self._asked = True
            self._refresh()

    def _queue(self) -> None:
        text, attachments = self._composer.text(), tuple(self._composer.attachments())
        draft = self._conversation.draft_of(text, attachments)
        if draft is not None:
            self._waiting[self._session.conversation_id] = _Waiting(text, attachments, draft)
        self._asked = False
        self._refresh()
        self._composer.focus_input()
        if not self.is_offline:
            self._settling.start()

    def _send_now(self) -> None:
        self._asked = False
        self._composer.sendRequested.emit(self._composer.text(), self._composer.attachments())
        self._refresh()

    def _withdraw(self) -> None:
        self._waiting.pop(self._session.conversation_id, None)
        self._refresh()
        self._composer.focus_input()

    def _note_edit(self) -> None:
        if self._asked or self._waiting:
            self._editing.start()

    def _edited(self) -> None:
        """What was agreed to is what was there then: whoever writes on is asked again."""
        waits = self._waiting.get(self._session.conversation_id)
        if waits is not None and not self._is_in_composer(waits):
            del self._waiting[self._session.conversation_id]
        self._asked = False
        self._refresh()

    def _turn_to(self, _conversation: object) -> None:
        self._asked = False
        self._refresh()

    # When the connection is back

    def _send_all(self) -> None:
        if self.is_offline:
            return
        for conversation_id, waits in list(self._waiting.items()):
            if conversation_id == self._session.conversation_id and self._is_in_composer(waits):
                del self._waiting[conversation_id]
                self._composer.sendRequested.emit(waits.text, list(waits.attachments))
            elif conversation_id != self._session.conversation_id:
                del self._waiting[conversation_id]
                self._send_elsewhere(conversation_id, waits.draft)
        self._refresh()

    def _send_elsewhere(self, conversation_id: int | None, draft: Draft) -> None:
        """To a conversation that is not on the screen. Its draft goes when the message is on the disk."""
        service = self._preferences.service
        if service is None:
            return

        def sent(_nothing: None) -> None:
            self._engine.post(lambda backend: backend.save_draft(conversation_id, "", ()))

        self._engine.post(lambda backend: backend.send(draft, service), done=sent, failed=self._say)

    def _say(self, failure: Failure) -> None:
        self._conversation.failed.emit(failure)

    # How it shows

    def _refresh(self, _key: str = "") -> None:
        offline = self.is_offline
        self._composer.set_held(offline)
        if self._session.conversation_id in self._waiting:
            self.bar.show_waiting()
        elif offline and self._asked:
            self.bar.ask()
        elif offline:
            self.bar.show_line(self.tr("No internet connection. You can go on writing."))
        elif self._reachability.reach is Reach.SIGN_IN and self._needs_internet():
            self.bar.show_line(self.tr("This network asks you to sign in first. Open a browser to do so."))
        else:
            self.bar.hide()
        if not self._window.composer.isVisibleTo(self._window):
            self.bar.hide()  # the Welcome page has nothing to write in

    def _needs_internet(self) -> bool:
        service = self._preferences.service
        return service is not None and not service.local and not _is_nearby(_host(service))

    def _is_in_composer(self, waits: _Waiting) -> bool:
        return (waits.text, waits.attachments) == (self._composer.text(), tuple(self._composer.attachments()))


def _host(service: Service) -> str:
    return urlsplit(service.address).hostname or ""


def _is_nearby(host: str) -> bool:
    """Whether `host` may be in the same network, as its name or its number says."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".lan", ".home", ".internal", ".localhost"))

"""Whether this computer is connected: what the system says of it, and nothing that would ask a host.

Where the system does not say, a failure does, and a change of this computer's own addresses is taken for the end of it.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation, QNetworkInterface

LOOK_EVERY_MS = 5_000  # at this computer's own addresses, while it is offline and the system says nothing


class Reach(Enum):
    """How far a request would come."""

    INTERNET = auto()
    SIGN_IN = auto()  # a network that shows a page of its own first
    NEARBY = auto()  # only the computers of the same network
    NOWHERE = auto()


class Reachability(QObject):
    """Says when the reach changes, and when the network is another one. Knows nothing until `start`."""

    changed = Signal()
    networkChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach = Reach.INTERNET
        self._system: QNetworkInformation | None = None
        self._addresses: frozenset[str] = frozenset()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def reach(self) -> Reach:
        return self._reach

    @property
    def system_says(self) -> bool:
        """Whether the system tells of it, and not only failures do."""
        return self._system is not None

    def start(self) -> None:
        """Listen to the system from now on."""
        if self._system is None and QNetworkInformation.loadDefaultBackend():
            self._system = QNetworkInformation.instance()
        if self._system is not None:
            self._system.reachabilityChanged.connect(self._listen)
            self._system.isBehindCaptivePortalChanged.connect(self._listen)
            self._system.transportMediumChanged.connect(self.networkChanged)
            self._listen()

    def note_failure(self) -> None:
        """A request failed because there is no connection."""
        if not self.system_says:
            self._addresses = _own_addresses()
            self._timer.start()
            self.set_reach(Reach.NOWHERE)

    def note_success(self) -> None:
        """A service answered from far away, whatever was believed."""
        self.set_reach(Reach.INTERNET)

    def set_reach(self, reach: Reach) -> None:
        """Take what is known now."""
        if reach is Reach.INTERNET:
            self._timer.stop()
        if reach is not self._reach:
            self._reach = reach
            self.networkChanged.emit()
            self.changed.emit()

    def _listen(self) -> None:
        if self._system is not None:
            self.set_reach(_reach_of(self._system))

    def _look(self) -> None:
        if _own_addresses() != self._addresses:
            self.set_reach(Reach.INTERNET)


def _reach_of(system: QNetworkInformation) -> Reach:
    if system.isBehindCaptivePortal():
        return Reach.SIGN_IN
    known = {
        QNetworkInformation.Reachability.Disconnected: Reach.NOWHERE,
        QNetworkInformation.Reachability.Local: Reach.NEARBY,
        QNetworkInformation.Reachability.Site: Reach.NEARBY,
    }
    return known.get(system.reachability(), Reach.INTERNET)


def _own_addresses() -> frozenset[str]:
    return frozenset(address.toString() for address in QNetworkInterface.allAddresses() if not address.isLoopback())

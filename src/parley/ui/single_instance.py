"""One running Parley per data folder: a second start raises the first and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from parley.domain.errors import Cause

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 2_000


class SingleInstance(QObject):
    """Holds the lock of a data folder. The lock names a process, so one left behind by `kill -9` does not block."""

    raiseRequested = Signal()

    def __init__(self, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(lock_file))
        self._lock.setStaleLockTime(0)  # never by age: only when its process is gone
        self._lock_file = lock_file
        self._server: QLocalServer | None = None

    def _name(self) -> str:
        """Under which starts of the same data folder find each other."""
        import hashlib  # loads OpenSSL, for which the first paint should not wait

        digest = hashlib.sha256(str(self._lock_file.resolve()).encode(errors="surrogateescape")).hexdigest()
        return f"parley-{digest[:24]}"

    def take(self) -> bool:
        """Whether this is the first instance."""
        return self._lock.tryLock(0)

    @property
    def blocked_by(self) -> Cause | None:
        """Why `take` could not even ask, None when there is another instance indeed."""
        match self._lock.error():
            case QLockFile.LockError.PermissionError:
                return Cause.NOT_WRITABLE
            case QLockFile.LockError.UnknownError:  # Qt: "for instance a full partition"
                return Cause.DISK_FULL
            case _:
                return None

    def raise_other(self) -> bool:
        """Ask the first instance to come to the front; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # not needed for a normal start

        socket = QLocalSocket()
        socket.connectToServer(self._name())
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(b"raise\n")
        sent = socket.waitForBytesWritten(WAIT_MS)
        socket.disconnectFromServer()
        return sent

    def listen(self) -> None:
        """Hear later starts; called after the first paint, since the network module takes a moment to load."""
        from PySide6.QtNetwork import QLocalServer

        name = self._name()
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(name)

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raiseRequested.emit()

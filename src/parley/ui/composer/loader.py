"""Reads attachments away from the interface: a picture of 20 MB takes a second to check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from parley.domain.attachment import AttachmentKind
from parley.domain.errors import AppError
from parley.ui.composer import attachments

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from parley.domain.attachment import Attachment
    from parley.domain.errors import Failure


@dataclass(frozen=True, slots=True)
class Loaded:
    """An attachment with its small picture (null when it is a text)."""

    attachment: Attachment
    picture: QImage


class _Signals(QObject):
    """Held by every job, so that one which ends after the window has gone still has something to report to."""

    done = Signal(object)  # Loaded or Failure


class Loader(QObject):
    """Runs one job after another and reports each on the thread of the interface, in order."""

    loaded = Signal(object)  # Loaded
    refused = Signal(object)  # Failure
    busyChanged = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._pool: ThreadPoolExecutor | None = None
        self._signals = _Signals()
        self._signals.done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def load(self, read: Callable[[], Attachment]) -> None:
        """Run `read`, which may raise AppError."""
        self._waiting += 1
        if self._waiting == 1:
            self.busyChanged.emit(True)
        self._executor().submit(_run, read, self._signals)

    def _executor(self) -> ThreadPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # not needed before something is attached

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="attachments")
        return self._pool

    def _on_done(self, result: Loaded | Failure) -> None:
        self._waiting -= 1
        if isinstance(result, Loaded):
            self.loaded.emit(result)
        else:
            self.refused.emit(result)
        if self._waiting == 0:
            self.busyChanged.emit(False)


def with_picture(attachment: Attachment) -> Loaded:
    image = attachment.kind is AttachmentKind.IMAGE
    return Loaded(attachment, attachments.thumbnail(attachment.data) if image else QImage())


def _run(read: Callable[[], Attachment], signals: _Signals) -> None:
    try:
        signals.done.emit(with_picture(read()))
    except AppError as error:
        signals.done.emit(error.failure)

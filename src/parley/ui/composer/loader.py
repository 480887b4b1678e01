"""Reads attachments away from the interface: a picture of 20 MB takes a second to check."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from parley.domain.attachment import AttachmentKind
from parley.domain.errors import AppError
from parley.domain.file_facts import pages_of
from parley.ui.composer import attachments

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from parley.domain.attachment import Attachment

_LOOK_MS = 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """An attachment with its small picture (null when it is a text)."""

    attachment: Attachment
    picture: QImage


class Loader(QObject):
    """Runs one job after another and reports each, in order.

    The jobs touch no QObject, so that a window may be closed while one of them runs; a timer looks for their results.
    """

    loaded = Signal(object)  # Loaded
    refused = Signal(object)  # Failure
    busyChanged = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[Future[Loaded]] = deque()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="attachments")
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.destroyed.connect(partial(self._pool.shutdown, wait=False, cancel_futures=True))

    def load(self, read: Callable[[], Attachment]) -> None:
        """Run `read`, which may raise AppError."""
        self._jobs.append(self._pool.submit(lambda: with_picture(read())))
        if not self._timer.isActive():
            self._timer.start()
            self.busyChanged.emit(True)

    def _look(self) -> None:
        while self._jobs and self._jobs[0].done():
            self._report(self._jobs.popleft())
        if not self._jobs:
            self._timer.stop()
            self.busyChanged.emit(False)

    def _report(self, job: Future[Loaded]) -> None:
        try:
            loaded = job.result()
        except AppError as error:
            self.refused.emit(error.failure)
        else:
            self.loaded.emit(loaded)


def with_picture(attachment: Attachment) -> Loaded:
    """With what is shown of it, which can take a moment to find out."""
    if attachment.kind is AttachmentKind.PDF:
        attachment = replace(attachment, pages=pages_of(attachment) or 0)
    image = attachment.kind is AttachmentKind.IMAGE
    return Loaded(attachment, attachments.thumbnail(attachment.data) if image else QImage())

"""When we are wrong: an exception nobody handled is written to the log and said, and the window lives on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from parley.domain.redaction import redact

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger("parley.crash")


class CrashWatch(QObject):
    """Takes over `sys.excepthook`, which PySide also calls for slots and for `QThread.run`, on any thread."""

    crashed = Signal(str)  # the report, keys removed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._raised = _Relay(self)
        self._raised.raised.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = redact("".join(traceback.format_exception(kind, error, trace)))
        log.error("%s", report)
        self._raised.raised.emit(report)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)


class _Relay(QObject):
    """Brings a report from whatever thread raised to the window's thread."""

    raised = Signal(str)

"""When we are wrong: an exception nobody handled is written to the log and said, and the window lives on."""

from __future__ import annotations

import logging
import sys
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from parley.domain.known_keys import KnownKeys

from .crash_report import crash_report, traceback_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

log = logging.getLogger("parley.crash")

QUIET = 3.0  # seconds: a fault that comes again within them, as from each painting, is one and the same
MOST = 3  # times that one and the same fault is shown; after that it is only counted in the log


class CrashWatch(QObject):
    """Takes over `sys.excepthook`, which PySide calls for slots, events, `QThread.run` and `QRunnable.run` too.

    `keys` are taken out of every report; whoever learns of a key adds it. Any thread may raise.
    """

    crashed = Signal(str)  # the report, on the thread of this object

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.keys = KnownKeys()
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[str, _Seen] = {}
        self._before = _hooks()
        self._relay = _Relay(self)
        self._relay.raised.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        self._before = _hooks()
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable

    def remove(self) -> None:
        """Give the hooks back to whoever had them."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if self._is_news(self.keys.redact(traceback_text(error, trace))):
            report = self.keys.redact(crash_report(error, trace, threading.current_thread().name))
            log.error("%s", report)
            self._relay.raised.emit(report)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """What goes wrong while Python itself takes something away: nothing a person could do, so only noted."""
        if isinstance(args.exc_value, Warning):
            self._before.unraisable(args)  # somebody made errors of warnings, and wants to hear of them
        elif args.exc_value is not None:
            log.error("%s", self.keys.redact(traceback_text(args.exc_value, args.exc_traceback)))

    def _is_news(self, text: str) -> bool:
        """Whether to say this fault. One that comes with every painting would fill the log and bury the window."""
        now = self._clock()
        with self._lock:
            seen = self._seen.setdefault(text, _Seen())
            quiet = seen.last is None or now - seen.last > QUIET
            seen.last = now
            seen.times += 1
            if quiet and seen.shown < MOST:
                seen.shown += 1
                return True
            count = seen.times
        if count & (count - 1) == 0:  # 2, 4, 8 …
            log.error("the same fault for the %d. time: %s", count, text.rpartition("\n")[2])
        return False


class _Hooks(NamedTuple):
    """Who hears of exceptions that nobody handled."""

    main: Callable[[type[BaseException], BaseException, TracebackType | None], object]
    thread: Callable[[threading.ExceptHookArgs], object]
    unraisable: Callable[[sys.UnraisableHookArgs], object]


def _hooks() -> _Hooks:
    return _Hooks(sys.excepthook, threading.excepthook, sys.unraisablehook)


class _Seen:
    """How often a fault came, and when last (seconds of the clock)."""

    __slots__ = ("last", "shown", "times")

    def __init__(self) -> None:
        self.last: float | None = None
        self.shown = 0
        self.times = 0


class _Relay(QObject):
    """Brings a report from whatever thread raised to the window's thread."""

    raised = Signal(str)

"""A deadline for calls that have none: whoever asks another program waits for as long as that does (facts.md: a
keyring, over 20 s)."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T], name: str) -> T:
    """The result of `work`, or what it raised. Raises TimeoutError when it takes longer; its late result is dropped.

    The thread is a daemon, unlike a pool's: one that hangs for ever does not keep Parley from closing.
    """
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - carried over to the thread that asked, which raises it
            future.set_exception(error)

    threading.Thread(target=run, name=name, daemon=True).start()
    return future.result(seconds)

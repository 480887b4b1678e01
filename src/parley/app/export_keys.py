"""The keys that no exported file may hold: those of this run, and the one of the service in use."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from parley.domain.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.request import Service
    from parley.keys.keyring_store import KeyStore


class ExportKeys:
    """Called on the export's thread: the first time it may ask the keyring, and wait for it up to its deadline."""

    def __init__(self, keys: KeyStore, service: Callable[[], Service | None]) -> None:
        self._keys = keys
        self._service = service
        self._lock = threading.Lock()
        self._asked: set[str] = set()

    def __call__(self) -> tuple[str, ...]:
        service = self._service()
        if service is not None and not service.local and self._is_first_time(service.address):
            self._ask(service.address)
        return self._keys.known.all()

    def _is_first_time(self, address: str) -> bool:
        """A keyring that does not answer is not waited for with each conversation of a large export."""
        with self._lock:
            first = address not in self._asked
            self._asked.add(address)
            return first

    def _ask(self, address: str) -> None:
        try:
            self._keys.get(address)  # which makes it known
        except AppError:
            return  # out of reach: what has the shape of a key is removed all the same, and nobody waits for a prompt

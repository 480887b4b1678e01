"""Stands where the desktop shows the keyring's password prompt, and never answers it: a person who is away.

Without one gnome-keyring gives up at once; with a real one, on a real desktop, it waits as it does here.
"""

from __future__ import annotations

import importlib
import select
import threading
from typing import Any, Self

jeepney: Any = importlib.import_module("jeepney")  # by name: it has no types
blocking: Any = importlib.import_module("jeepney.io.blocking")

NAME = "org.gnome.keyring.SystemPrompter"


class Prompter:
    """Owns the prompter's name for as long as it is open. `asked` is set when a prompt would be on the screen."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self._ended = threading.Event()
        self._connection = blocking.open_dbus_connection()
        blocking.Proxy(jeepney.message_bus, self._connection).RequestName(NAME)
        self._thread = threading.Thread(target=self._serve, name="prompter")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while not self._ended.is_set():
            if select.select([self._connection.sock], [], [], 0.05)[0]:
                self._take(self._connection.receive())

    def _take(self, message: Any) -> None:
        if message.header.message_type is jeepney.MessageType.method_call:
            self._connection.send(jeepney.new_method_return(message))
            self.asked.set()

"""What is imported after the first paint, and where: what knows nothing of Qt on a thread, the rest on the window's.

A class that inherits from one of Qt's must not be made on another thread, and so no module that makes one may be
imported there. PySide keeps what it knows of such classes in one table without a lock (before Python 3.12), and Qt
reads it whenever it asks an object of ours for its class, without Python's lock: of 8 starts beside a thread that made
such classes while assistive technology read the window, 8 ended in a segmentation fault.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

BESIDE: Final = (
    "asyncio",
    "concurrent.futures.thread",
    "logging.handlers",
    "xml.etree.ElementTree",
    "parley.chat.budget",
    "parley.domain.arrival",
    "parley.domain.events",
    "parley.domain.network",
    "parley.domain.refusals",
    "parley.domain.remedies",
    "parley.domain.request",
    "parley.exchange.formats",
    "parley.exchange.starter_shelf",
    "parley.keys.keyring_store",
    "parley.llm.address",
    "parley.llm.image_tokens",
    "parley.llm.rules",
    "parley.markup.answer",
    "parley.store.store",
)

# Each brings what it needs and what is not there yet: some 6 ms of work. A list that has grown old costs smoothness and
# nothing else, for the last one brings everything.
IN_TURNS: Final = (
    "parley.app.collecting",
    "parley.app.signals",
    "parley.ui.conversation_controller",
    "parley.ui.compare.choice",
    "parley.ui.choosing_models",
    "parley.ui.comparing",
    "parley.ui.file_choice",
    "parley.ui.context_words",
    "parley.ui.context_wiring",
    "parley.ui.engine_thread",
    "parley.ui.import_wiring",
    "parley.ui.library_controller",
    "PySide6.QtNetwork",
    "parley.ui.network_controller",
    "parley.ui.pdf",
    "parley.ui.transcript.rows",
    "parley.ui.transcript.code_row",
    "parley.ui.transcript.links",
    "parley.ui.transcript.area",
    "parley.ui.transcript.accessible",
    "parley.ui.transcript.view",
    "parley.ui.data_keeping",
    "parley.ui.exporting",
    "parley.ui.importing",
    "parley.ui.keeping",
    "parley.ui.rooms",
    "parley.ui.starting",
    "parley.ui.wiring",
    "parley.app.program",
)


def import_beside() -> None:
    """Import what may be imported on a thread."""
    for name in BESIDE:
        importlib.import_module(name)


class ImportInTurns(QObject):
    """Imports the rest on the window's thread, one part in each turn of its loop, so that the window answers meanwhile.

    What an import raises ends it, and goes the way of every fault of ours.
    """

    def __init__(self, done: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done = done
        self._rest = iter(IN_TURNS)

    def start(self) -> None:
        """Begin, or go on, with the next turn."""
        QTimer.singleShot(0, self, self._take_turn)

    def _take_turn(self) -> None:
        if name := next(self._rest, None):
            importlib.import_module(name)
            self.start()
        else:
            self._done()

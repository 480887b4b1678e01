"""Puts together what keeps the person's words and places: drafts, edits, deleted versions, scroll and window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from .branch_deletion import BranchDeletion
from .reading_places import ReadingPlaces
from .undo_offer import UndoOffer
from .window_keeping import WindowKeeping
from .writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.errors import Failure

    from .conversation_controller import ConversationController
    from .drafts import Drafts
    from .engine_thread import EngineThread
    from .library_controller import LibraryController
    from .main_window import MainWindow
    from .ports import Library
    from .preferences import Preferences
    from .session import Session


HOUR_MS = 3_600_000


class Keeping(QObject):
    """To be made after the `Wiring`: what it keeps of the screen must be there first."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        reader: Library,
        library: LibraryController,
        engine: EngineThread,
        drafts: Drafts,
        show_failure: Callable[[Failure], None],
    ) -> None:
        super().__init__(window)
        Writing(window, session, conversation, drafts)
        places = ReadingPlaces(window.transcript, session, conversation, reader, engine, self)
        deletion = BranchDeletion(window, session, conversation, reader, library)
        UndoOffer(window, library)
        WindowKeeping(window, preferences)
        hourly = QTimer(self, interval=HOUR_MS)
        hourly.timeout.connect(lambda: engine.post(lambda backend: backend.keep_house(), failed=show_failure))
        hourly.start()
        session.conversationChanged.connect(drafts.show)
        window.closing.connect(drafts.save)
        window.closing.connect(places.save)
        drafts.failed.connect(show_failure)
        deletion.failed.connect(show_failure)

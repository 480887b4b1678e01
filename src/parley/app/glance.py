"""What the window shows before anything else is loaded: the settings and the first page of conversations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from parley.domain.errors import AppError
from parley.domain.settings import (
    FOLDERS_FOLDED,
    LANGUAGE,
    PANEL_WIDTH,
    SERVICE_KIND,
    SIDEBAR_HIDDEN,
    SIDEBAR_WIDTH,
    WINDOW_GEOMETRY,
    Settings,
)
from parley.store.connection import open_reader
from parley.store.overview import Overview

if TYPE_CHECKING:
    from parley.domain.conversation_row import ConversationRow, Folder
    from parley.paths import Paths
    from parley.ui.main_window import MainWindow

PAGE = 100  # rows: more than any sidebar holds without scrolling


@dataclass(frozen=True, slots=True)
class Glance:
    """Read in a few milliseconds. A file that is new, old or damaged gives no more than settings: it is seen to
    afterwards."""

    settings: Settings
    rows: list[ConversationRow]
    folders: list[Folder]
    has_archive: bool

    @property
    def language(self) -> str:
        return self.settings[LANGUAGE]

    def show_in(self, window: MainWindow) -> None:
        """Put the window where it was, with what its sidebar and header showed."""
        window.restore_geometry_text(self.settings[WINDOW_GEOMETRY])
        window.set_column_widths(self.settings[SIDEBAR_WIDTH], self.settings[PANEL_WIDTH])
        window.show_sidebar(not self.settings[SIDEBAR_HIDDEN])
        window.show_talking_parts(bool(self.settings[SERVICE_KIND]))
        window.sidebar.set_folded(self.settings[FOLDERS_FOLDED])
        window.sidebar.set_folders(self.folders, self.has_archive)
        if self.settings[SERVICE_KIND]:
            window.composer.focus_input()  # or the desktop gives the keyboard to the first button there is
        if self.rows or self.folders:
            window.sidebar.set_rows(self.rows, len(self.rows) == PAGE)


def take_glance(places: Paths) -> Glance:
    """Look into the database if there is one. Raises nothing."""
    if not places.database.exists():
        return _only_settings(places)
    try:
        reader = Overview(open_reader(places.database), places.database)
        try:
            rows = reader.conversations(limit=PAGE, loose=True)
            return Glance(reader.settings(), rows, reader.folders(), reader.has_archived())
        finally:
            reader.close()
    except (AppError, apsw.SQLError):  # the latter: a file without our tables, or with those of an older Parley
        return _only_settings(places)  # opening it for writing meets the same, and mends, says or updates it


def _only_settings(places: Paths) -> Glance:
    """For a window in the person's colours and language, whatever became of the file."""
    if not (places.database.exists() or places.backups.exists()):
        return Glance(Settings(), [], [], False)  # the first start
    from parley.store.last_settings import last_settings  # rarely needed

    return Glance(last_settings(places.database, places.backups), [], [], False)

"""What the sidebar shows at the moment, for those of its parts that act on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.conversation_row import Shelf
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.conversation_row import Folder


class Shown:
    """Owned and changed by the sidebar alone."""

    def __init__(self) -> None:
        self.theme = LIGHT
        self.shelf = Shelf()
        self.folders: Sequence[Folder] = ()
        self.formats: tuple[tuple[str, str], ...] = ()  # (key, label) of what can be exported to

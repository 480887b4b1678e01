"""What the sidebar says of a list as a whole."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from parley.domain.words import QT_TRANSLATE_NOOP
from parley.ui.sidebar.model import Kind

_NOTHING = {
    Kind.CONVERSATIONS: QT_TRANSLATE_NOOP(
        "Sidebar", "Your conversations will be here. Write a message to begin the first."
    ),
    Kind.RESULTS: QT_TRANSLATE_NOOP("Sidebar", "Nothing found. Try fewer words, or the beginning of one."),
    Kind.TRASH: QT_TRANSLATE_NOOP("Sidebar", "The trash is empty. Conversations you delete can be restored from here."),
    Kind.ARCHIVE: QT_TRANSLATE_NOOP("Sidebar", "The archive is empty."),
    Kind.FOLDER: QT_TRANSLATE_NOOP(
        "Sidebar", "Nothing is in this folder. Drag conversations onto its name, or use their menu."
    ),
}


def nothing_words(kind: Kind) -> str:
    """What stands in place of the rows when there are none."""
    return QCoreApplication.translate("Sidebar", _NOTHING[kind])


def found_words(number: int) -> str:
    """How many conversations a search has found."""
    if number == 0:
        return QCoreApplication.translate("Sidebar", "Nothing found")
    if number == 1:
        return QCoreApplication.translate("Sidebar", "1 conversation found")
    return QCoreApplication.translate("Sidebar", "%n conversations found", "", number)

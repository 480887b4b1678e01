"""What is said when Parley cannot start: then there is no window to look at, and no button but the one that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import Cause
from .remedies import REMEDIES
from .remedy import Remedy
from .words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

START_REMEDIES: Mapping[Cause, Remedy] = {
    Cause.NOT_WRITABLE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Parley cannot start, because it may not write to {path}."),
        QT_TRANSLATE_NOOP("Errors", "Allow writing there, or end the program that holds it, then open Parley again."),
    ),
    Cause.DISK_FULL: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Parley cannot start, because the disk is full."),
        QT_TRANSLATE_NOOP("Errors", "Free some space, then open Parley again. What was saved is still there."),
    ),
    Cause.DATABASE_DAMAGED: Remedy(
        QT_TRANSLATE_NOOP(
            "Errors", "Parley cannot start: {path}, which holds your conversations, is damaged and could not be mended."
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Open Parley again. If that does not help, move this file to another folder: Parley then begins with its"
            " newest backup.",
        ),
    ),
    Cause.DATABASE_NEWER: REMEDIES[Cause.DATABASE_NEWER],
}
_ANY_OTHER = Remedy(
    QT_TRANSLATE_NOOP("Errors", "Parley cannot start."),
    QT_TRANSLATE_NOOP("Errors", "Open it again. The details say what stood in the way."),
)


def start_remedy(cause: Cause) -> Remedy:
    """The words for a failure that keeps Parley from starting."""
    return START_REMEDIES.get(cause, _ANY_OTHER)

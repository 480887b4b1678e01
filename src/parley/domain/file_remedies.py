"""The part of the table of errors that is about files the person chose (see `remedies`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import Action, Cause
from .remedy import Remedy
from .words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_REMEDIES: Mapping[Cause, Remedy] = {
    Cause.FILE_UNREADABLE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The file {path} could not be read."),
        QT_TRANSLATE_NOOP("Errors", "Check that it still exists and that you may open it."),
        Action.TRY_AGAIN,
        retryable=True,
    ),
    Cause.FILE_TOO_LARGE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{path} is too large to attach."),
        QT_TRANSLATE_NOOP("Errors", "Choose a file of at most {limit}."),
        Action.NONE,
        retryable=False,
    ),
    Cause.FILE_KIND: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Parley cannot attach {path}."),
        QT_TRANSLATE_NOOP("Errors", "Pictures, PDFs and text files can be attached."),
        Action.NONE,
        retryable=False,
    ),
    Cause.STARTER_UNREADABLE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{path} is not a starter that Parley can read."),
        QT_TRANSLATE_NOOP("Errors", "Choose a file that Parley has exported. Details say what does not fit."),
        Action.NONE,
        retryable=False,
    ),
    Cause.IMPORT_UNREADABLE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Parley cannot read conversations from {path}."),
        QT_TRANSLATE_NOOP(
            "Errors", "Choose a file that Parley has exported, a backup of Parley, or what ChatGPT exported."
        ),
        Action.NONE,
        retryable=False,
    ),
    Cause.IMPORT_NEWER: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{path} was written by a newer Parley."),
        QT_TRANSLATE_NOOP("Errors", "Install the newer version, then import it. The file was left as it is."),
        Action.NONE,
        retryable=False,
    ),
    Cause.IMPORT_TOO_LARGE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{path} is too large to import."),
        QT_TRANSLATE_NOOP("Errors", "Choose a file of at most {limit}."),
        Action.NONE,
        retryable=False,
    ),
    Cause.IMPORT_PARTLY: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Not every conversation in {path} could be read."),
        QT_TRANSLATE_NOOP("Errors", "All others are here now. Details say which are missing, and why."),
        Action.DETAILS,
        retryable=False,
    ),
}

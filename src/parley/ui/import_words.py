"""How an import is said: how far it is, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .failure_words import readable_fact
from .kit.numbers import count_text

if TYPE_CHECKING:
    from .import_run import ImportProgress, ImportReport


def progress_words(progress: ImportProgress) -> str:
    """What is being imported, and how far it is."""
    said = QCoreApplication.translate("Import", "Importing {file}: {percent} %, {count} conversations so far")
    return (
        said.replace("{percent}", str(int(progress.share * 100)))
        .replace("{count}", count_text(progress.imported))
        .replace("{file}", readable_fact(progress.name))
    )


def result_words(report: ImportReport) -> str:
    """What came of it, in a sentence or several."""
    if report.known and not (report.imported or report.unread or report.failures or report.stopped):
        return _all_known(report.known)
    said = [QCoreApplication.translate("Import", "Stopped.")] if report.stopped else []
    if report.imported == 1:
        said.append(QCoreApplication.translate("Import", "1 conversation imported."))
    elif report.imported:
        said.append(QCoreApplication.translate("Import", "%n conversations imported.", "", report.imported))
    else:
        said.append(QCoreApplication.translate("Import", "No conversation was imported."))
    if report.known == 1:
        said.append(QCoreApplication.translate("Import", "1 was already here."))
    elif report.known:
        said.append(QCoreApplication.translate("Import", "%n were already here.", "", report.known))
    if report.unread == 1:
        said.append(QCoreApplication.translate("Import", "1 could not be read."))
    elif report.unread:
        said.append(QCoreApplication.translate("Import", "%n could not be read.", "", report.unread))
    return " ".join(said)


def _all_known(number: int) -> str:
    if number == 1:
        return QCoreApplication.translate("Import", "This conversation is already here.")
    return QCoreApplication.translate("Import", "All %n conversations are already here.", "", number)

"""Asking for a file. Pages take these as a parameter, so that a test can choose without a dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


_LAST: Final = "lastFolder"  # a property of the window that the dialogs belong to


def find_folder(parent: QWidget) -> str:
    """The folder that a dialog opens in: where the person was last in this run, at first their documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    last = _top(parent).property(_LAST)
    return next((place for place in (last, documents) if place and Path(place).is_dir()), QDir.homePath())


def take_file(parent: QWidget, path: str) -> str:
    """Remember where `path` is, unless nothing was chosen, and return it."""
    if path:
        take_folder(parent, str(Path(path).parent))
    return path


def take_files(parent: QWidget, paths: Sequence[str]) -> list[str]:
    """The same for several."""
    return [take_file(parent, path) for path in paths]


def take_folder(parent: QWidget, path: str) -> str:
    """The same for a folder."""
    if path:
        _top(parent).setProperty(_LAST, path)
    return path


def _top(widget: QWidget) -> QWidget:
    while (above := widget.parentWidget()) is not None:
        widget = above
    return widget


def choose_place(parent: QWidget, title: str, name: str, kind: str, suffix: str) -> str:
    """Ask where to save a file; one that is typed without an ending gets `suffix`. "" when nothing was chosen."""
    dialog = QFileDialog(parent, title, find_folder(parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.selectFile(name)
    chosen = take_file(parent, dialog.selectedFiles()[0]) if dialog.exec() else ""
    dialog.deleteLater()
    return chosen


def choose_dotenv_file(parent: QWidget) -> str:
    """Ask for a .env file, with hidden files shown because its name hides it. "" when nothing was chosen."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Files", "Choose your .env file"), QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setFilter(QDir.Filter.AllEntries | QDir.Filter.Hidden | QDir.Filter.NoDotAndDotDot)
    chosen = dialog.selectedFiles()[0] if dialog.exec() else ""
    dialog.deleteLater()
    return chosen


def choose_model_file(parent: QWidget) -> str:
    """Ask for a .gguf file. "" when nothing was chosen."""
    title = QCoreApplication.translate("Files", "Choose a model file")
    kinds = QCoreApplication.translate("Files", "Model files (*.gguf)")
    path, _kind = QFileDialog.getOpenFileName(parent, title, find_folder(parent), kinds)
    return take_file(parent, path)


def choose_export_folder(parent: QWidget) -> str:
    """Ask for the folder that several files are written to. "" when nothing was chosen."""
    title = QCoreApplication.translate("Files", "Export to this folder")
    return take_folder(parent, QFileDialog.getExistingDirectory(parent, title, find_folder(parent)))


def choose_report_place(parent: QWidget) -> str:
    """Ask where to save a crash report. "" when nothing was chosen."""
    title = QCoreApplication.translate("Files", "Save the report")
    kinds = QCoreApplication.translate("Files", "Text files (*.txt)")
    return choose_place(parent, title, "parley-report.txt", kinds, ".txt")


def choose_code_place(parent: QWidget, kind: str, suffix: str) -> str:
    """Ask where to save code of this kind. "" when nothing was chosen."""
    title = QCoreApplication.translate("Files", "Save the code")
    return choose_place(parent, title, f"request{suffix}", f"{kind} (*{suffix})", suffix)


def choose_attachments(parent: QWidget, images_only: bool) -> list[str]:
    """Ask for files to attach. Empty when nothing was chosen."""
    title = QCoreApplication.translate("Files", "Attach")
    kinds = QCoreApplication.translate("Files", "Images (*.png *.jpg *.jpeg *.webp *.gif)") if images_only else ""
    paths, _kind = QFileDialog.getOpenFileNames(parent, title, find_folder(parent), kinds)
    return take_files(parent, paths)


def choose_attachment_place(parent: QWidget, name: str) -> str:
    """Ask where to save an attachment that is called `name`. "" when nothing was chosen."""
    return choose_place(parent, QCoreApplication.translate("Files", "Save as"), name, "", Path(name).suffix)


def choose_starter_files(parent: QWidget) -> list[str]:
    """Ask for files with starters. Empty when nothing was chosen."""
    title = QCoreApplication.translate("Files", "Import starters")
    paths, _kind = QFileDialog.getOpenFileNames(parent, title, find_folder(parent), _starter_kinds())
    return take_files(parent, paths)


def choose_starter_place(parent: QWidget, name: str) -> str:
    """Ask where to export the starter of that name to. "" when nothing was chosen."""
    from parley.exchange.files import file_name  # not needed for a normal start

    suffix = ".parley-starter.json"
    title = QCoreApplication.translate("Files", "Export the starter")
    return choose_place(parent, title, file_name(name, suffix), _starter_kinds(), suffix)


def _starter_kinds() -> str:
    return QCoreApplication.translate("Files", "Starters (*.parley-starter.json *.json)")


def choose_import_files(parent: QWidget) -> list[str]:
    """Ask for files with conversations. Empty when nothing was chosen."""
    from parley.exchange.import_formats import IMPORT_FORMATS, IMPORT_SUFFIXES  # not needed for a normal start

    def kind(words: str, suffixes: Sequence[str]) -> str:
        return f"{words} ({' '.join(f'*{suffix}' for suffix in suffixes)})"

    every = kind(QCoreApplication.translate("Import", "Everything with conversations"), IMPORT_SUFFIXES)
    kinds = [kind(_without_brackets(made.label), made.suffixes) for made in IMPORT_FORMATS]
    title = QCoreApplication.translate("Import", "Import conversations")
    paths, _kind = QFileDialog.getOpenFileNames(parent, title, find_folder(parent), ";;".join([every, *kinds]))
    return take_files(parent, paths)


def _without_brackets(label: str) -> str:
    """Qt takes what stands in brackets for the suffixes."""
    return QCoreApplication.translate("Import", label).replace("(", "– ").replace(")", "")

"""Which of the files that PyInstaller collects are left out of the frozen program.

Qt's wheel brings far more than a program of widgets uses, and PyInstaller adds what each of its plugins needs, down to
the build machine's GTK. So plugins are chosen here, and libraries that nothing kept has a use for go with the others.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Entry = tuple[str, str, str]
"""PyInstaller's own: where it goes in the bundle, where it comes from, what it is."""

UNWANTED_PLUGINS = {
    "platforms": ("qeglfs", "qlinuxfb", "qminimal", "qvkkhrdisplay", "qvnc", "qdirect2d"),
    "platforminputcontexts": ("qtvirtualkeyboard",),
    "platformthemes": ("qgtk3",),  # the portal theme gives the same dialogs without carrying GTK along
    "imageformats": ("qpdf", "qtiff", "qtga", "qwbmp", "qicns"),
    "networkinformation": ("qglib",),  # NetworkManager and ConnMan answer over D-Bus, without GLib's libraries
}
UNWANTED_PLUGIN_FOLDERS = {
    *("designer", "egldeviceintegrations", "generic", "qmltooling", "sqldrivers", "tls"),
    *("vectorimageformats", "wayland-graphics-integration-server"),
}
UNWANTED_FOLDERS = ("PySide6/Qt/qml", "PySide6/qml", "apsw/sqlite_extra")
UNWANTED_FILES = ("opengl32sw.dll",)
"""A software OpenGL for Windows, 20 MB; widgets are painted without OpenGL."""
TRANSLATIONS_OF_DIALOGS = "qtbase_"


def wanted(entries: list[Entry]) -> list[Entry]:
    """`entries` without what the program has no use for."""
    return [entry for entry in entries if _is_wanted(PurePath(entry[0]))]


def without_orphans(binaries: list[Entry], imports_of: Callable[[str], set[tuple[str, str | None]]]) -> list[Entry]:
    """`binaries` without the libraries that no module and no plugin among them needs any more.

    `imports_of` tells what a file is linked to, also at second hand: names, and paths where they were found.
    """
    used: set[str] = set()
    for destination, source, _kind in binaries:
        if not _is_library(PurePath(destination)):
            used |= {PurePath(found or name).name for name, found in imports_of(source)}
    return [entry for entry in binaries if not _is_library(PurePath(entry[0])) or PurePath(entry[0]).name in used]


def _is_wanted(path: PurePath) -> bool:
    if path.as_posix().startswith(UNWANTED_FOLDERS) or path.name in UNWANTED_FILES:
        return False
    if "translations" in path.parts and "PySide6" in path.parts:
        return path.name.startswith(TRANSLATIONS_OF_DIALOGS)
    return "plugins" not in path.parts or _is_wanted_plugin(path)


def _is_wanted_plugin(path: PurePath) -> bool:
    folder, name = path.parent.name, path.name.removeprefix("lib")
    return folder not in UNWANTED_PLUGIN_FOLDERS and not name.startswith(UNWANTED_PLUGINS.get(folder, ()))


def _is_library(path: PurePath) -> bool:
    """Whether it is there only for others: Linux's shared libraries; elsewhere nothing is known to be an orphan."""
    return (
        path.name.startswith("lib") and ".so" in path.name and "python" not in path.name and "plugins" not in path.parts
    )

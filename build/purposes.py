"""What is installed for what: the pinned requirements, and the system packages by their Debian and Ubuntu names."""

from __future__ import annotations

from typing import NamedTuple


class Purpose(NamedTuple):
    """Something that can be done with the checkout, and what has to be installed for it."""

    name: str
    requirements: tuple[str, ...]
    """Names of files in `requirements/`."""
    packages: tuple[str, ...]


QT = (
    *("libegl1", "libgl1", "libxkbcommon0", "libxkbcommon-x11-0", "libdbus-1-3", "libfontconfig1"),
    "libglib2.0-bin",  # brings GLib, whose own package has another name on newer systems
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-image0", "libxcb-render-util0"),
)
ENGINE = ("libgomp1",)  # the practice model counts on several cores
APP_PACKAGES = (*QT, *ENGINE)
SCREEN = (*APP_PACKAGES, "xvfb")
DESKTOP = (
    *(*SCREEN, "x11-utils", "xdotool", "strace"),
    *("dbus", "gnome-keyring", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"),
)

APP = Purpose("app", ("runtime", "practice"), APP_PACKAGES)
APP_WITHOUT_SCREEN = Purpose("app-without-screen", ("runtime", "practice"), SCREEN)
TESTS = Purpose("tests", ("runtime", "practice", "test"), DESKTOP)
FREEZE = Purpose("freeze", ("runtime", "practice", "build"), (*APP_PACKAGES, "binutils"))
"""PyInstaller reads libraries with objdump, from binutils."""

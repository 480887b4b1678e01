"""A screen for a machine that has none: Xvfb, on a display number that is free."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown. Windows and macOS always have a screen."""
    if not platform.startswith("linux"):
        return True
    named = environment.get("QT_QPA_PLATFORM", "")
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")) or named.startswith("offscreen")


@contextmanager
def virtual_screen(size: str = "1280x800x24") -> Iterator[str]:
    """Run Xvfb and give the name of its display, such as ":99". It ends with the block. Raises OSError."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            raise OSError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def screen_environment(environment: Mapping[str, str], display: str) -> dict[str, str]:
    """`environment` for a program that shall show its windows on `display` and nowhere else."""
    kept = {name: value for name, value in environment.items() if name != "WAYLAND_DISPLAY"}
    return kept | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

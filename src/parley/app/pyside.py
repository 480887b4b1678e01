"""What PySide does at every import, and Parley can do without."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - it brings the module that is looked for below


def leave_sources_unread() -> None:
    """PySide reads the source of every module imported after it, to see whether it uses PySide in another spelling
    (PYSIDE-1368), and `linecache` keeps it all: 20 MB. Parley has one spelling, so nothing need be read."""
    feature = sys.modules.get("PySide6.support.feature")
    if feature is not None and "_mod_uses_pyside" in vars(feature):
        vars(feature)["_mod_uses_pyside"] = lambda _module: False

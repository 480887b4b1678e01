"""Everything with a face. Qt lives here and nowhere below."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - it brings the module that is looked for below

# PySide reads the source of every module that is imported after it, to see whether the module uses PySide in another
# spelling (PYSIDE-1368), and `linecache` keeps it all: 20 MB. Parley has one spelling, so nothing need be read.
_feature = sys.modules.get("PySide6.support.feature")
if _feature is not None and "_mod_uses_pyside" in vars(_feature):
    vars(_feature)["_mod_uses_pyside"] = lambda _module: False

"""Everything with a face. Qt lives here and nowhere below."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - it brings the module that is looked for below

if sys.version_info < (3, 12):
    # PySide6 6.12.0 forgets to count references to None, True and False (each call that returns nothing takes one of
    # None), which aborts the process after some thousand calls. Since Python 3.12 these objects cannot be freed
    # (PEP 683); here they are made so by hand. 6.11.3 does not have the fault.
    import ctypes

    for _shared in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_shared)).value += 1 << 40

# PySide reads the source of every module that is imported after it, to see whether the module uses PySide in another
# spelling (PYSIDE-1368), and `linecache` keeps it all: 20 MB. Parley has one spelling, so nothing need be read.
_feature = sys.modules.get("PySide6.support.feature")
if _feature is not None and "_mod_uses_pyside" in vars(_feature):
    vars(_feature)["_mod_uses_pyside"] = lambda _module: False

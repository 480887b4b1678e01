"""Everything with a face. Qt lives here and nowhere below."""

from __future__ import annotations

import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 forgets to count references to None, True and False (each call that returns nothing takes one of
    # None), which aborts the process after some thousand calls. Since Python 3.12 these objects cannot be freed
    # (PEP 683); here they are made so by hand. 6.11.3 does not have the fault.
    import ctypes

    for _shared in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_shared)).value += 1 << 40

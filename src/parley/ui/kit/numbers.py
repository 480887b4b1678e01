"""Numbers as people read them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def count_text(number: int) -> str:
    """A whole number with its thousands set apart, as the person's language does it."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:  # it would set nothing apart
        locale = QLocale(QLocale.Language.English)
    return locale.toString(number)

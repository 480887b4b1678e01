"""Numbers as people read them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def count_text(number: int) -> str:
    """A whole number with its thousands set apart, as the person's language does it."""
    return reading_locale().toString(number)


def reading_locale() -> QLocale:
    """How the person writes numbers."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:  # it sets no thousands apart and writes 1.00$
        return QLocale(QLocale.Language.English)
    return locale

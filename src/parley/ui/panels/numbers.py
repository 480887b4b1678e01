"""Numbers of tokens in words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from parley.domain.money import words_for_tokens


def number_text(number: int) -> str:
    """A whole number as it is written in the person's language."""
    return QLocale().toString(number)


def about_words(tokens: int) -> str:
    """About how many words `tokens` are, no more exact than the rule of thumb behind it: two digits that count."""
    words = words_for_tokens(tokens)
    return number_text(round(words, 2 - len(str(words))))

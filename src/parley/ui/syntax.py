"""What code is made of, by the names of the theme's colours."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

    from parley.ui.theme import Theme


@lru_cache(maxsize=64)
def lexer_for(language: str) -> Lexer | None:
    """The lexer for what a fence says, or None."""
    from pygments.lexers import get_lexer_by_name  # not before the first paint
    from pygments.util import ClassNotFound

    word = language.replace("{", " ").replace(",", " ").replace(".", " ").split()
    if not word or word[0].lower() in ("text", "plain", "plaintext", "txt", "output", "console"):
        return None
    try:
        return get_lexer_by_name(word[0].lower())
    except ClassNotFound:
        return None


@lru_cache(maxsize=512)
def colour_of(kind: _TokenType) -> str:
    """The name of a colour in `Theme.syntax`, "" for the colour of the text."""
    from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String

    table = (
        (Comment, "comment"),
        (Keyword.Type, "type"),
        (Keyword.Constant, "number"),
        (Keyword, "keyword"),
        (String, "string"),
        (Number, "number"),
        (Name.Function, "function"),
        (Name.Class, "type"),
        (Name.Builtin, "function"),
        (Name.Decorator, "function"),
        (Name.Tag, "keyword"),
        (Name.Attribute, "type"),
        (Name.Exception, "type"),
        (Operator.Word, "keyword"),
        (Operator, "operator"),
        (Punctuation, "operator"),
    )
    return next((colour for family, colour in table if kind[: len(family)] == family[:]), "")


@lru_cache(maxsize=4)
def colour_formats(theme: Theme) -> dict[str, QTextCharFormat]:
    """A format for each colour of `Theme.syntax`, by its name. Shared: never change what this returns."""
    made = {}
    for field in fields(theme.syntax):
        made[field.name] = QTextCharFormat()
        made[field.name].setForeground(QColor(getattr(theme.syntax, field.name)))
    return made

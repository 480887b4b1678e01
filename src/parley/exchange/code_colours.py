"""Colours the code blocks of an exported page with classes of the page's own style."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

# As `markup.to_html` writes a block of code. Its text is escaped, so nothing inside can look like the end.
_BLOCK = re.compile(r'<pre><code class="language-([^"]*)">([^<]*)</code></pre>')
_LONGEST = 200_000  # characters: beyond that colours are not worth the wait
_CLASSES = {
    "Keyword": "keyword",
    "Literal.String": "string",
    "Literal.Number": "number",
    "Comment": "comment",
    "Name.Function": "function",
    "Name.Class": "type",
    "Name.Builtin": "type",
    "Name.Tag": "keyword",
    "Name.Attribute": "function",
    "Operator": "operator",
}


def with_colours(page: str) -> str:
    """`page` with the code it holds in colour, where the language is known."""
    return _BLOCK.sub(lambda found: _coloured(found[0], unescape(found[1]), unescape(found[2])), page)


def _coloured(as_it_was: str, language: str, code: str) -> str:
    # Late: the highlighter is slow to load and exporting is rare.
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    if len(code) > _LONGEST:
        return as_it_was
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return as_it_was
    return f"<pre><code>{_spans(lexer, code)}</code></pre>"


def _spans(lexer: Lexer, code: str) -> str:
    parts = []
    for kind, text in lexer.get_tokens(code):
        name = _class_of(kind)
        parts.append(f'<span class="{name}">{escape(text)}</span>' if name else escape(text))
    return "".join(parts)


def _class_of(kind: _TokenType) -> str:
    names = str(kind).removeprefix("Token.").split(".")
    known = (_CLASSES.get(".".join(names[:length])) for length in range(len(names), 0, -1))
    return next((name for name in known if name), "")

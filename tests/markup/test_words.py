"""Words without a mark in them take a short way past the rules, which may have nothing to add to them."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING
from unittest.mock import patch

from markdown_it.parser_inline import ParserInline

from parley.markup import Paragraph, Span, parse
from parley.markup.parser import _markdown
from parley.markup.reading import read_inline

if TYPE_CHECKING:
    from markdown_it.token import Token


def test_words_are_read_as_all_rules_together_read_them() -> None:
    for sign in (*string.punctuation, " ", "\t", "\u00a0", "é", "😀"):
        twice = sign * 2
        middles = (sign, f" {sign}b{sign} ", f"{twice}b{twice}", f"{sign}b](/u)", f"{sign}amp;", f"{sign}xy:z>")
        for words in (f"a{middle}c" for middle in middles):
            every_rule: list[Token] = []
            _markdown().inline.parse(words, _markdown(), {}, every_rule)
            assert parse(words) == (Paragraph(read_inline(every_rule)),)


def test_plain_words_ask_no_rule() -> None:
    with patch.object(ParserInline, "parse", side_effect=AssertionError("not for these")):
        assert parse('Some "words": (100 %, 3 + 4 = 7) - and more!') == (
            Paragraph((Span('Some "words": (100 %, 3 + 4 = 7) - and more!'),)),
        )

"""No character of a text disappears that is not markup."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.markup.texts import streamed, texts

from parley.markup import Code, Math, Rule, StreamParser, Table, flatten, parse, plain_text, to_html, to_markdown
from parley.markup.leaves import Picture

if TYPE_CHECKING:
    from parley.markup.blocks import Spans
    from parley.markup.leaves import LeafBlock

EXAMPLES = json.loads((Path(__file__).parent / "commonmark.json").read_text(encoding="utf-8"))["examples"]


def shown(text: str) -> str:
    """Everything of `text` that is shown or says where a link leads."""
    return "".join(f"{leaf.marker} {_said(leaf.block)} {'x' if leaf.checked else ''}" for leaf in flatten(parse(text)))


def _said(block: LeafBlock) -> str:
    match block:
        case Code():
            return f"{block.language} {block.text}"
        case Picture():
            return f"{block.description} {block.address}"
        case Table():
            return " ".join(_spans(cell) for row in (block.head, *block.rows) for cell in row)
        case Math():
            return block.source
        case Rule():
            return ""
        case _:
            return _spans(block.spans)


def _spans(spans: Spans) -> str:
    return "".join(f"{span.text} {span.link if span.link != span.text else ''} " for span in spans)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from("ABC XYZ\n\n*_`~#>-+|[]()!\\$<;:=^1."), max_size=60).map("".join))
@example("|A|\n|-|\n|B|C|")
def test_every_letter_is_shown(text: str) -> None:
    assume("](" not in text)  # where a link leads, and its title, are markup
    assert Counter(shown(text)) >= Counter(letter for letter in text if letter.isalpha())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("List<String> items", "List<String> items"),
        ("x < y and y > z", "x < y and y > z"),
        ("&lt; is <", "< is <"),
        ("C:\\new\\path \\", "C:\\new\\path \\"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<!-- hidden -->", "<!-- hidden -->"),
        ("a\x00b\x1bc", "abc"),
        ("```\nnever closed", "never closed"),
        ("[1]: unused", "[1]: unused"),
        ("[a]:\u2028", "[a]: \u2028"),
        ("costs $5 to $6", "costs $5 to $6"),
        ("$$ is money", "$$ is money"),
        ("[^a] without a note", "[^a] without a note"),
        ("> " * 60 + "deep", "deep"),
        ("- " * 60 + "deep", "deep"),
    ],
)
def test_what_is_not_markup_is_said(text: str, says: str) -> None:
    assert says in plain_text(parse(text))


@settings(max_examples=300, deadline=None)
@given(texts | st.text())
def test_nothing_raises(text: str) -> None:
    blocks = parse(text)
    plain_text(blocks)
    to_html(blocks)
    to_markdown(blocks)


@pytest.mark.parametrize(
    "text",
    [
        "\\# no head", "\\- x", "\\+ x", "\\> q", "a\n\\===", "a\n\\---", "1986\\. A year", "1\\) a", "x\n\\# y",
        "- \\- a", "> \\> a",
        "&amp;lt; is it", "a &amp;amp; b", "\\<https://x.org>", "\\<b>", "a<b>c", "\\|a\\|\n\\|-\\|",
        "`` `a` ``", "`` ` ``", "`a`b`", "` `` `", "`  a  `", "| `a\\|b` | c |\n|---|---|\n| d | `x\\|y` |",
        "[x]", "\\[x]", "[x](<http://a.b/c(d>)", "[x](</u v>)", "![a](b)", "# a \\#", "\\![i](j)a",
        "\\(a\\)5", "\\(a$a\\)", "*a`a`*", "**a*b***",
        "[[1]](http://a.b)", "[see [1] here](u)", "[a [b](u)", "[[a]\\(b) \\[c](u)", "[a](</b\\\\)>)",
        "1. > a\n2. > b", "[a](/b?\\&copy;)", "- a\n\n  > b\n- > c", "1. - a\n2. b", "10. > - a", "- ***",
        "10. a\n    - b\n\n    c", "~~~a`b\n```\n~~~",
        "-5 degrees\n+7\n#tag\n3.14 = pi > 3 < 4 & more",
    ],
)  # fmt: skip
def test_markdown_written_again_shows_the_same(text: str) -> None:
    assert parse(to_markdown(parse(text))) == parse(text)


def test_what_is_no_mark_is_written_as_it_is() -> None:
    text = "-5 degrees\n+7\n#tag\n3.14 = pi > 3 < 4 & more (1) [a"
    assert to_markdown(parse(text)) == text


@settings(max_examples=400, deadline=None)
@given(texts | st.text("ab 1.)#-+=>|<&;\\`*[]\n", max_size=30))
def test_markdown_written_again_says_the_same_words(text: str) -> None:
    assert _words(to_markdown(parse(text))) == _words(text)


def _words(text: str) -> str:
    return "".join(letter for letter in plain_text(parse(text)) if letter.isalpha())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["example"]))
def test_the_examples_of_commonmark_keep_their_words(example: dict[str, str]) -> None:
    text = example["markdown"]
    found = shown(text)
    visible = re.sub(r"(?s)\]\((?:[^()]|\([^()]*\))*\)", "]", text)  # where a link leads, and its title, are markup
    for word in re.findall(r"[a-z]{2,}", re.sub(r"&#?\w+;|\[[^\]]*\]:?|\\.|%..", " ", visible)):
        assert word in found, (text, word)
    assert streamed([text[:7], text[7:]]) == parse(text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["[", "![", "[a](b", "\\(", "$a ", "`a", "*a", "_", "<", "&", "> ", "www.", "a@", "\\[ a\n", "a+", "+"]
)
def test_hostile_repetition_is_read_in_time(piece: str) -> None:
    text = piece * 10_000
    assert plain_text(parse(text))
    assert plain_text(parse(text + " a@b.org"))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["_", "*", "~", "`", "![", "\\", " ", "*_", "`*", "- ", "**a", "[", "[a](b"])
@pytest.mark.parametrize("before", ["", "Name: "])
def test_hostile_repetition_is_read_in_time_as_it_arrives(piece: str, before: str) -> None:
    parser = StreamParser()
    parser.feed(before + piece * (10_000 // len(piece)))
    parser.read()
    parser.feed("x")
    parser.read()

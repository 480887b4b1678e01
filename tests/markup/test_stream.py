"""A text that arrives in pieces reads like the same text in one piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.markup.texts import large_ones, long_ones, long_words, shown_blocks, streamed, texts

from parley.markup import (
    Block,
    Code,
    Paragraph,
    Span,
    StreamParser,
    open_end,
    parse,
    plain_text,
)
from parley.markup.cleaning import clean
from parley.markup.open_end import may_define
from parley.markup.parser import parse_lines
from parley.markup.stream import parse_in_steps

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Read:
    """How much of the end of a text was parsed."""

    characters: int = 0


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    counted = Read()

    def counting(text: str, env: dict[str, object]) -> list[tuple[int, Block]]:
        counted.characters += len(text)
        return parse_lines(text, env)

    monkeypatch.setattr(open_end, "parse_lines", counting)
    return counted


@settings(max_examples=400, deadline=None)
@given(texts, st.lists(st.integers(0, 200), max_size=12))
@example("para\n-", [5])
@example("[a]: /u\n\nx [a]\n\n[A]: /v", [9, 12])
@example("- a\n\n\n  b\n- c\n\nd", [4, 6, 9])
@example("```python\n  ", [])
@example("> ```\n>   ", [5])
def test_any_split_gives_the_blocks_of_the_whole(text: str, cuts: list[int]) -> None:
    ends = sorted({cut for cut in cuts if cut < len(text)})
    pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    assert streamed(pieces) == parse(text)


@settings(max_examples=300, deadline=None)
@given(texts | long_ones | large_ones, st.integers(1, 40))
@example("a\n\n\nb\n\n", 2)
def test_a_text_read_in_steps_gives_the_blocks_of_the_whole(text: str, step: int) -> None:
    read: list[tuple[Block, ...]] = []

    def reading() -> Iterator[None]:
        read.append((yield from parse_in_steps(text, step)))

    assert sum(1 for _ in reading()) >= len(text) // (8 * step)
    assert read == [parse(text)]


@settings(max_examples=150, deadline=None)
@given(texts)
@example("a\r\n\na")
@example("```|a\n|---|---|\n")
@example("> a\n$$\n---\n> b\n    c\n$$\n")
def test_letter_by_letter_gives_the_blocks_of_the_whole(text: str) -> None:
    assert streamed(list(text)) == parse(text)


@settings(max_examples=500, deadline=None)
@given(texts | long_ones | large_ones | long_words, st.integers(1, 40), st.integers(1, 40))
@example("a\n\n\n```python\n# b\n", 1, 40)
@example("[a\n" + "b\n" * 9 + "c](u)\n", 2, 2)
@example("$a\n" + "b\n" * 9 + "c$ d\n", 2, 2)
@example("\\(a\n" + "b\n" * 9 + "c\\)\n", 2, 2)
@example("> - a\n>\n>     b\n>\n>     c\n>\n>     d\n", 6, 6)
@example("[a](b)" * 201 + "\n" + "c\n" * 9 + "[d](e)" * 200 + "\nf\n", 40, 4)
def test_what_is_shown_on_the_way_does_not_depend_on_the_pieces(text: str, size: int, step: int) -> None:
    text = text.replace("]:", "]")  # what is defined reaches back when the definition has ended
    parser = StreamParser(step)
    shown: list[Block] = []
    for at in range(0, len(text), size):
        parser.feed(text[at : at + size])
        change = parser.read()
        shown[change.first :] = change.blocks
        assert tuple(shown) == shown_blocks(text[: at + size])


@pytest.mark.parametrize("before", ["", "\n", "a\n\n\n"])
def test_code_that_arrives_is_not_parsed(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noting(text: str, env: dict[str, object]) -> list[tuple[int, Block]]:
        read.append(text)
        return parse_lines(text, env)

    monkeypatch.setattr(open_end, "parse_lines", noting)
    parser = StreamParser()
    for piece in (before, "```python\n"):
        parser.feed(piece)
        parser.read()
    read.clear()
    parser.feed("x = 1\n")
    assert parser.read().blocks[-1] == Code("x = 1", "python", open=True)
    assert not read


@settings(max_examples=400, deadline=None)
@given(long_ones | long_words, st.integers(1, 60), st.integers(1, 40))
@example("- a\n" * 8 + "- ```\n\n- ```\n", 1, 1)
def test_a_long_block_read_in_parts_is_the_same(text: str, size: int, step: int) -> None:
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert streamed(pieces, step) == parse(text)


@settings(max_examples=400, deadline=None)
@given(large_ones | texts, st.integers(1, 40), st.integers(1, 60))
def test_a_long_quote_or_paragraph_read_roughly_is_the_same_in_the_end(text: str, size: int, large: int) -> None:
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert streamed(pieces, large=large) == parse(text)


@pytest.mark.parametrize("lines", ["> some **words** {}\n", "some `words` {}\n", "> some {}\n> words\n>\n"])
def test_a_long_quote_or_paragraph_says_all_its_words_and_is_seldom_read_whole(lines: str, read: Read) -> None:
    parser = StreamParser(large=2_000)
    text = ""
    for number in range(1000):
        text += lines.format(number)
        parser.feed(lines.format(number))
        if number % 10 == 0:
            assert plain_text(parser.read().blocks) == plain_text(parse(text))
    assert read.characters < 25 * len(text)  # all of it 100 times would be twice as much


@pytest.mark.parametrize(
    "lines",
    [
        "> **{}** some\n> words\n>\n",
        "> # {}\n>\n> | a |\n> |---|\n> | b |\n>\n",
        "some *words* `{}` snake_case www.a.b\n",
    ],
)
def test_of_a_long_quote_or_paragraph_only_the_end_is_read_again(lines: str, read: Read) -> None:
    parts = ["a\n\n", "\n", *(lines.format(number) for number in range(1000))]
    parser = StreamParser()
    shown: list[Block] = []
    for start, end in [(0, 1), (1, 2), *((at, at + 20) for at in range(2, len(parts), 20))]:
        parser.feed("".join(parts[start:end]))
        change = parser.read()
        shown[change.first :] = change.blocks
        assert tuple(shown) == parse("".join(parts[:end]))
    assert read.characters < 6 * len("".join(parts))  # all of it 50 times would be 25 times as much


@pytest.mark.parametrize(
    "row",
    [
        "- item **{}** with `code`\n",
        "{}. item\n\n",
        "| {} | some `more` |\n",
        "- [ ] box {}\n  - below it\n",
        "- item `d[k]: v` {}\n",
        "| {} | d[k]: v |\n",
    ],
)
def test_of_a_long_list_or_table_only_the_end_is_read_again(row: str, read: Read) -> None:
    head = "| a | b |\n|---|---|\n" if row.startswith("|") else ""
    parts = [head, *(row.format(number) for number in range(1, 1001))]
    text = "".join(parts)
    assert streamed(["".join(parts[at : at + 20]) for at in range(0, len(parts), 20)]) == parse(text)
    assert read.characters < 12 * len(text)  # all of it 50 times would be 25 times as much


@settings(max_examples=500, deadline=None)
@given(texts | st.text("ab[]:^\\> -1.\n\t", max_size=30))
@example("> - [a\n> b\\]]: /u")
@example("1. [^a[b]: note")
@example("[^a\t[b]: note")
def test_every_definition_is_expected(text: str) -> None:
    env: dict[str, Any] = {}
    parse_lines(clean(text), env)
    if env.get("references") or env.get("footnotes", {}).get("refs"):
        assert may_define(clean(text))


def test_finished_blocks_are_handed_out_once() -> None:
    parser = StreamParser()
    parser.feed("one\n\ntwo\n\nthree\n\nfo")
    assert parser.read().first == 0
    parser.feed("ur")
    change = parser.read()
    assert change.first == 3
    assert change.blocks == (Paragraph((Span("four"),)),)


def test_a_late_definition_reaches_back() -> None:
    parser = StreamParser()
    parser.feed("see [it]\n\nmore\n\nyet more\n\n")
    parser.read()
    parser.feed("[it]: https://x.org\n\nend\n\n.")
    change = parser.read()
    assert change.first == 0
    assert change.blocks[0] == Paragraph((Span("see "), Span("it", link="https://x.org")))

"""A text that arrives in pieces reads like the same text in one piece."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.markup.texts import large_ones, long_ones, long_words, streamed, texts

from parley.markup import (
    Block,
    Code,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Math,
    Paragraph,
    Quote,
    Span,
    StreamParser,
    Table,
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
def test_a_long_quote_or_paragraph_says_all_its_words_and_is_seldom_read_whole(
    lines: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = 0

    def counting(text: str, env: dict[str, object]) -> list[tuple[int, Block]]:
        nonlocal read
        read += len(text)
        return parse_lines(text, env)

    monkeypatch.setattr(open_end, "parse_lines", counting)
    parser = StreamParser(large=2_000)
    text = ""
    for number in range(1000):
        text += lines.format(number)
        parser.feed(lines.format(number))
        if number % 10 == 0:
            assert plain_text(parser.read().blocks) == plain_text(parse(text))
    assert read < 25 * len(text)  # all of it 100 times would be twice as much


@pytest.mark.parametrize(
    "lines",
    [
        "> **{}** some\n> words\n>\n",
        "> # {}\n>\n> | a |\n> |---|\n> | b |\n>\n",
        "some *words* `{}` snake_case www.a.b\n",
    ],
)
def test_of_a_long_quote_or_paragraph_only_the_end_is_read_again(lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counting(text: str, env: dict[str, object]) -> list[tuple[int, Block]]:
        nonlocal read
        read += len(text)
        return parse_lines(text, env)

    parts = ["a\n\n", "\n", *(lines.format(number) for number in range(1000))]
    monkeypatch.setattr(open_end, "parse_lines", counting)
    parser = StreamParser()
    shown: list[Block] = []
    for start, end in [(0, 1), (1, 2), *((at, at + 20) for at in range(2, len(parts), 20))]:
        parser.feed("".join(parts[start:end]))
        change = parser.read()
        shown[change.first :] = change.blocks
        assert tuple(shown) == parse("".join(parts[:end]))
    assert read < 6 * len("".join(parts))  # all of it 50 times would be 25 times as much


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
def test_of_a_long_list_or_table_only_the_end_is_read_again(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counting(text: str, env: dict[str, object]) -> list[tuple[int, Block]]:
        nonlocal read
        read += len(text)
        return parse_lines(text, env)

    monkeypatch.setattr(open_end, "parse_lines", counting)
    head = "| a | b |\n|---|---|\n" if row.startswith("|") else ""
    parts = [head, *(row.format(number) for number in range(1, 1001))]
    text = "".join(parts)
    assert streamed(["".join(parts[at : at + 20]) for at in range(0, len(parts), 20)]) == parse(text)
    assert read < 12 * len(text)  # all of it 50 times would be 25 times as much


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


def shown_blocks(text: str) -> tuple[Block, ...]:
    parser = StreamParser()
    parser.feed(text)
    return parser.read().blocks


def last_shown(text: str) -> Block:
    return shown_blocks(text)[-1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("some **bol", Paragraph((Span("some "), Span("bol", Mark.BOLD)))),
        ("some `cod", Paragraph((Span("some "), Span("cod", Mark.CODE)))),
        ("a [link](https://exa", Paragraph((Span("a "), Span("link", link="https://exa")))),
        ("text\n-", Paragraph((Span("text"),))),
        ("text\n\n#", Paragraph((Span("text"),))),
        ("# Head", Heading(1, (Span("Head"),))),
        ("```py\nx = 1\n``", Code("x = 1", "py", open=True)),
        ("*text", Paragraph((Span("text", Mark.ITALIC),))),
    ],
)
def test_an_unfinished_construct_already_looks_like_what_it_becomes(text: str, shown: Block) -> None:
    assert last_shown(text) == shown


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- **", "• "),
        ("1. a\n2. `", "1. a\n2. "),
        ("- *", "• "),
        ("* **", ""),
        ("text **", "text"),
        ("text `", "text"),
        ("text ~~", "text"),
        ("**bold*", "bold"),
        ("text \\*", "text *"),
        ("text \\\\*", "text \\"),
        ("![alt", "alt"),
        ("text ![", "text"),
        ("text ![alt]", "text alt"),
        ("a\n\n![](https://a.org/x.pn", "a\n\nhttps://a.org/x.pn"),
        ("text \\", "text"),
        ("`text \\", "text \\"),
        ("- [", "• "),
        ("1. [x", "1. "),
        ("- [ ]", "• "),
    ],
)
def test_a_mark_that_may_open_something_waits_for_what_it_opens(text: str, says: str) -> None:
    assert plain_text(shown_blocks(text)) == says


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$$\nc*d*e \\\\ f\n", Math("c*d*e \\\\ f", open=True)),
        ("$$ c*d*e", Math("c*d*e", open=True)),
        ("\\[\na_1[2] \\\\", Math("a_1[2] \\\\", open=True)),
        ("\\[\nx\n\\", Math("x", open=True)),
        ("$$\nx\n$", Math("x", open=True)),
        ("> $$\n> x*y*z", Quote((Math("x*y*z", open=True),))),
        ("- $$\n  x*y*z\n", ListBlock((ListItem((Math("x*y*z", open=True),)),))),
        ("text\n\n$$", Paragraph((Span("text"),))),
        ("text\n\n$$\n", Paragraph((Span("text"),))),
        ("$$\nx\n$$\n", Math("x")),
        ("$$\nx\n\ny", Paragraph((Span("y"),))),
        ("\\[x] is done", Paragraph((Span("[x] is done"),))),
        ("$$ a $$ b", parse("$$ a $$ b")[0]),
    ],
)
def test_a_formula_whose_end_is_to_come_is_shown_as_its_source(text: str, shown: Block) -> None:
    assert last_shown(text) == shown


@settings(max_examples=200, deadline=None)
@given(st.text("abc*_ \n\\$[]{}-", max_size=30))
def test_no_letter_is_missing_while_a_formula_is_open(text: str) -> None:
    shown = plain_text(shown_blocks("$$" + text))
    assert Counter(shown) >= Counter(letter for letter in text if letter.isalpha())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- *args is a tuple\n- next item", "• *args is a tuple\n• next item"),
        ("2. f(*x)\n3. g", "2. f(*x)\n3. g"),
        ("# *Head\ntext", "*Head\n\ntext"),
        ("| a | b |\n|---|---|\n| *x | y |\n| z | w", "a\tb\n*x\ty\nz\tw"),
        ("> **a\n> b\n\nc", "**a\nb\n\nc"),
        ("a **b\n \nc", "a **b\n\nc"),
        ("my__var", "my__var"),
        ("``a`", "a"),
        ("\\`a", "`a"),
        ("**see `a", "see a"),
        ("*a [b](c", "a b"),
        ("**a\n", "a"),
        ("**a ", "a"),
        ("| a | b |\n|---|---|\n| **c", "a\tb\nc\t"),
    ],
)
def test_only_what_may_still_be_closed_is_shown_as_closed(text: str, says: str) -> None:
    assert plain_text(shown_blocks(text)) == says


@settings(max_examples=400, deadline=None)
@given(texts | st.text("ab *_~`[]()!|>#-\n\\", max_size=30))
@example("a$`$")
@example("1. a\n   | b |")
@example("    | b |")
@example("| a\\|b |\n|---|")
def test_what_closes_the_end_is_never_shown(text: str) -> None:
    shown = plain_text(shown_blocks(text))
    for sign in "*_~`|-":
        assert shown.count(sign) <= text.count(sign), shown


@pytest.mark.parametrize(("words", "is_closed"), [(100, True), (10_000, False)])
def test_the_end_of_a_paragraph_that_nobody_can_read_is_left_as_it_is(words: int, is_closed: bool) -> None:
    shown = last_shown("word " * words + "**bold")
    assert isinstance(shown, Paragraph)
    assert (shown.spans[-1] == Span("bold", Mark.BOLD)) is is_closed


@pytest.mark.parametrize("around", ["", "1. item\n   ", "- ", "> ", "> - x\n>   ", "words\n"])
@pytest.mark.parametrize("rule", ["|---|---|", "| :--- | ---: |"])
def test_half_a_table_is_a_table(around: str, rule: str) -> None:
    """From its first letter on, wherever it stands."""
    inner = "> " if around.startswith("> ") else ""
    inner += " " * (len(around.rpartition("\n")[2]) - len(inner)) if around != "words\n" else ""
    head = f"{around}| a | b |\n"
    whole = f"{head}{inner}{rule}\n"
    for end in range(len(around) + 3, len(whole) + 1):
        shown = inmost(last_shown(whole[:end]))
        assert isinstance(shown, Table), whole[:end]
        assert shown.head == ((Span("a"),), (Span("b"),))[: len(shown.head)]
        assert not shown.rows


def inmost(block: Block) -> Block:
    """The last block within `block`."""
    match block:
        case Quote() | ListItem():
            return inmost(block.blocks[-1])
        case ListBlock():
            return inmost(block.items[-1].blocks[-1])
        case _:
            return block


@pytest.mark.parametrize("text", ["a | b\n| c", "    | code", "| a\n", "text\n|", "| a | b |\n\n"])
def test_what_only_has_bars_is_no_table(text: str) -> None:
    assert not isinstance(last_shown(text), Table)


@pytest.mark.parametrize("begun", [">", "> ", "> *", "> **", "> `"])
def test_a_quote_that_begins_with_a_mark_stays_there(begun: str) -> None:
    assert isinstance(last_shown("text\n\n" + begun), Quote)


@pytest.mark.parametrize("begun", ["> ", "> *", "> >", ">"])
def test_a_line_of_a_quote_that_has_just_begun_changes_nothing(begun: str) -> None:
    assert shown_blocks("> a\n" + begun) == shown_blocks("> a\n")


@pytest.mark.parametrize("begun", ["|", "| ", "|-"])
def test_the_next_row_of_a_table_is_no_rule_under_a_head(begun: str) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert last_shown(table + begun) == parse(table)[-1]


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

"""While a text arrives its end looks like what it will become."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.markup.texts import shown_blocks, texts

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
    Table,
    parse,
    plain_text,
)


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

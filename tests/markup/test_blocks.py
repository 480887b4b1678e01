"""What a text consists of."""

from __future__ import annotations

import pytest

from parley.markup import (
    Block,
    Code,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    parse,
    plain_text,
    to_html,
    to_markdown,
)
from parley.markup.leaves import Picture, flatten
from parley.markup.plain import table_csv


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def test_headings_rules_and_quotes() -> None:
    assert parse("## Head\n\n---\n\n> said") == (Heading(2, (Span("Head"),)), Rule(), Quote((paragraph("said"),)))


def test_a_nested_list_with_boxes() -> None:
    assert parse("3. one\n4. two\n   - [x] done\n   - [ ] open") == (
        ListBlock(
            (
                ListItem((paragraph("one"),)),
                ListItem(
                    (
                        paragraph("two"),
                        ListBlock((ListItem((paragraph("done"),), True), ListItem((paragraph("open"),), False))),
                    )
                ),
            ),
            start=3,
        ),
    )


def test_a_table_with_alignments() -> None:
    (table,) = parse("| a | b |\n|--:|:-:|\n| 1 | 2 |")
    assert isinstance(table, Table)
    assert table.rows == (((Span("1"),), (Span("2"),)),)
    assert [str(align) for align in table.aligns] == ["right", "center"]


@pytest.mark.parametrize(
    ("text", "kind"), [("```|a\n|-|-|", Code), ("> a|b\n|-|-|", Quote), ("# a|b\n|-|-|", Heading), ("a|b\n-|-", Table)]
)
def test_a_line_that_begins_another_block_is_no_head_of_a_table(text: str, kind: type[Block]) -> None:
    assert isinstance(parse(text)[0], kind)


def test_a_link_that_is_defined_leads_where_the_definition_says() -> None:
    (shown,) = parse("[a\\]: b]:\n<c d> 'e'")
    assert shown == Paragraph((Span("[a\\]: b]: "), Span("c d", link="c d"), Span(" 'e'")))


def test_code_keeps_its_language_and_whether_it_is_closed() -> None:
    assert parse("```c++ title\nint x;\n```") == (Code("int x;", "c++ title"),)
    assert parse("```\nx") == (Code("x", open=True),)
    assert parse("```") == (Code("", open=True),)
    assert parse("    indented") == (Code("indented"),)


def test_mathematics_in_all_its_marks() -> None:
    assert parse("$$\nx^2\n$$") == (Math("x^2"),)
    assert parse("\\[x^2\\]") == (Math("x^2"),)
    assert parse("a $b$ \\(c\\) $$d$$") == (
        Paragraph(
            (
                Span("a "),
                Span("b", Mark.MATH),
                Span(" "),
                Span("c", Mark.MATH),
                Span(" "),
                Span("d", Mark.MATH | Mark.DISPLAY),
            )
        ),
    )


def test_sums_of_money_are_not_mathematics() -> None:
    assert parse("It costs $5 and then $10.") == (paragraph("It costs $5 and then $10."),)


def test_a_footnote_stays_where_it_is_defined() -> None:
    assert parse("word[^n]\n\n[^n]: said") == (
        Paragraph((Span("word"), Span("n", Mark.NOTE))),
        Note("n", (paragraph("said"),)),
    )


def test_links_and_bare_addresses() -> None:
    assert parse("[a](https://x.org) https://y.org.") == (
        Paragraph((Span("a", link="https://x.org"), Span(" "), Span("https://y.org", link="https://y.org"), Span("."))),
    )


def test_html_of_a_model_is_text_and_dangerous_links_are_none() -> None:
    html = to_html(parse('<b>x</b> [run](javascript:alert(1)) [f](file:///etc/passwd)\n\n```x"y\n<i>\n```'))
    assert "<b>" not in html
    assert "href" not in html
    assert "<i>" not in html
    assert 'class="language-x&quot;y"' in html


def test_plain_text_of_lists_and_tables() -> None:
    assert plain_text(parse("1. a\n2. b\n   - c\n\n| x | y |\n|--|--|\n| 1 | 2 |")) == (
        "1. a\n2. b\n  • c\n\nx\ty\n1\t2"
    )


def test_markdown_written_again_reads_the_same() -> None:
    text = "# H\n\n1. a\n2. **b** *c* `d`\n\n> q\n\n```py\nx\n```\n\n| a |\n| --- |\n| $5 |\n\n$$\nx\n$$"
    assert parse(to_markdown(parse(text))) == parse(text)


def test_a_table_as_csv_runs_nothing_in_a_spreadsheet() -> None:
    (table,) = parse('| a | b |\n|--|--|\n| =1+1 | say "x", y |\n| -5 | -x |')
    assert isinstance(table, Table)
    assert table_csv(table) == 'a,b\r\n\'=1+1,"say ""x"", y"\r\n-5,\'-x\r\n'


def test_marks_are_plain_numbers() -> None:
    """Those of an enum.IntFlag take twenty times as long to combine, and every span of every message needs some."""
    (block,) = parse("a **b *c* `d`** ~~e~~ $f$ [g](/g) ![h](/h)")
    assert isinstance(block, Paragraph)
    assert {type(span.marks) for span in block.spans} == {int}


def test_words_beside_a_picture_have_no_blanks_where_it_was() -> None:
    leaves = [leaf.block for leaf in flatten(parse("![a](b.png) some **words** ![c](d.png) \n![e](f.png)"))]
    assert leaves == [
        Picture("a", "b.png"),
        Paragraph((Span("some "), Span("words", Mark.BOLD))),
        Picture("c", "d.png"),
        Picture("e", "f.png"),
    ]

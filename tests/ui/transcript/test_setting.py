"""How text, code, tables and mathematics are set on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from tests.ui.transcript.shown import Shown, answer, mine

from parley import paths
from parley.domain.message import Status
from parley.markup.blocks import Mark, Marks, Span
from parley.markup.leaves import Container
from parley.ui import theme as look
from parley.ui.theme import LIGHT, load_fonts
from parley.ui.transcript import formulas
from parley.ui.transcript.documents import body_style, heading_style
from parley.ui.transcript.formula import Formula
from parley.ui.transcript.formulas import set_formula
from parley.ui.transcript.row_factory import INDENTS, SLICE, fitted_marker, indents
from parley.ui.transcript.shown_text import read_shown
from parley.ui.transcript.table_row import TableRow
from parley.ui.transcript.text_box import TextBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.transcript.documents import Style

WIDTH = 400


class Block(Formula):
    """A formula that only remembers where it was painted."""

    def __init__(self, width: float = 60, height: float = 20) -> None:
        super().__init__("<svg/>", width, height - 5, 5)
        self.at: list[QPointF] = []

    def paint(self, _painter: QPainter, base: QPointF) -> None:
        self.at.append(base)


def paint(box: TextBox) -> None:
    box.lay_out(WIDTH)
    image = QImage(WIDTH, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    box.paint(painter, QRectF(image.rect()), ())
    painter.end()


@pytest.mark.parametrize(
    ("before", "after", "right_to_left"),
    [("נוסחה ", " באמצע", True), ("see ", " here", False), ("see שלום ", " עולם here", False), ("", "", True)],
)
def test_a_formula_stands_in_the_room_that_is_kept_for_it(
    qtbot: QtBot, before: str, after: str, right_to_left: bool
) -> None:
    formula = Block()
    spans = (Span(before), Span("x^2", Mark.MATH), Span(after))
    box = TextBox(spans, body_style(LIGHT), right_to_left=right_to_left, formulas=lambda _span: formula)
    paint(box)
    (at,) = formula.at
    middle = QPointF(at.x() + formula.width / 2, 10)
    assert box.span_at(middle) == Span("x^2", Mark.MATH)
    assert box.span_at(middle - QPointF(25, 0)) == box.span_at(middle + QPointF(25, 0)) == Span("x^2", Mark.MATH)


def test_code_runs_from_left_to_right_whatever_it_begins_with(qtbot: QtBot) -> None:
    code = '"שלום" + x + 1\n# הערה'
    shown = Shown(qtbot, answer(1, f"```python\n{code}\n```"))
    row = shown.area.built_item(0).rows[0]
    assert row.rect_of(0).left() < row.rect_of(code.index("1")).left()
    assert row.rect_of(code.index("#")).left() == row.rect_of(0).left()


@pytest.mark.parametrize("exact", ["`abc = 1`", "[abc](https://x.org)"], ids=["code", "link"])
def test_nothing_in_a_paragraph_turns_round_the_code_or_the_link_in_it(qtbot: QtBot, exact: str) -> None:
    text = f"Look: \u202e{exact} end\u2069 \N{FAMILY} a\u200db"
    shown = Shown(qtbot, answer(1, text))
    assert shown.rows(0)[0].startswith("Look: ⟨U+202E⟩abc")
    assert shown.rows(0)[0].endswith(" end⟨U+2069⟩ \N{FAMILY} a\u200db")
    shown.view.select_all()
    assert shown.copied()[1].strip() == text


def test_text_without_code_or_links_keeps_its_marks_of_direction(qtbot: QtBot) -> None:
    assert Shown(qtbot, answer(1, "first\u200f **second**")).rows(0) == ["first\u200f second"]


def ink(marks: Marks, style: Style) -> tuple[int, bytes]:
    """How many points a word with `marks` covers, and the picture of it."""
    box = TextBox((Span("Hamburg", marks),), style)
    box.lay_out(200)
    image = QImage(200, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    box.paint(painter, QRectF(image.rect()), ())
    painter.end()
    points = bytes(image.constBits())
    return sum(255 - point for point in points) // 255, points


@pytest.mark.parametrize("style", [body_style(LIGHT), heading_style(LIGHT, 1)], ids=["text", "heading"])
def test_bold_italic_is_both(qtbot: QtBot, style: Style) -> None:
    load_fonts(paths.resources() / "fonts")
    bold, upright = ink(Mark.BOLD, style)
    both, slanted = ink(Mark.BOLD | Mark.ITALIC, style)
    assert both > 0.95 * bold
    assert slanted != upright
    if not style.bold:
        assert both > 1.1 * ink(Mark.ITALIC, style)[0]


@pytest.mark.parametrize(
    "source",
    [
        "x % y",
        r"a \\% b",
        r"\unknowncommand{x}",
        r"x_\foo",
        r"\ce{H2O}",
        r"\SI{5}{m}",
        r"\text{50\% of}",
        r"\text{if $x$}",
    ],
)
def test_mathematics_that_would_lose_something_is_not_set(source: str) -> None:
    assert set_formula(source, 15, "#000000", display=True) is None


@pytest.mark.parametrize("source", [r"50\% x", r"a \backslash b", r"x = y \label{eq:1}", r"\$5", r"\text{if } x"])
def test_mathematics_that_loses_nothing_is_set(source: str) -> None:
    pytest.importorskip("ziamath")
    assert set_formula(source, 15, "#000000", display=True) is not None


def test_a_formula_within_a_line_that_is_wider_than_the_page_is_shown_as_its_source(qtbot: QtBot) -> None:
    pytest.importorskip("ziamath")
    source = " + ".join(f"a_{{{number}}}" for number in range(40))
    shown = Shown(qtbot, answer(2, f"first $b$, then ${source}$ and more"))
    qtbot.waitUntil(lambda: shown.rows(0)[0].startswith("first x,"), timeout=5000)
    row = shown.area.built_item(0).rows[0]
    qtbot.waitUntil(lambda: len(shown.area._formulas._made) == 2, timeout=5000)
    shown.settle()
    assert row.text() == f"first x, then {source} and more"
    row.measure(5_000)
    assert row.text() == "first x, then x and more"
    row.measure(300)
    assert row.text() == f"first x, then {source} and more"


def test_mathematics_in_a_table_is_set_when_it_is_ready_and_has_its_room(qtbot: QtBot) -> None:
    pytest.importorskip("ziamath")
    high = r"\frac{\frac{a}{b}}{\frac{c}{d}}"
    shown = Shown(qtbot, answer(1, f"| a | $x^2$ |\n|---|---|\n| ${high}$ | $50 % y$ |\n| word | b |"))
    qtbot.waitUntil(lambda: shown.rows(0) == ["a\tx\nx\t50 % y\nword\tb"], timeout=5000)
    row = shown.area.built_item(0).rows[0]
    assert row.rect_of(4).height() < row.rect_of(len("a\tx\nx\t50 % y\n")).top() - row.rect_of(4).top() - 20
    assert shown.area.flow.item(0).height > row.height > 100
    shown.view.select_all()
    assert f"${high}$" in shown.copied()[1]


def test_a_growing_table_keeps_the_mathematics_that_is_set(qtbot: QtBot) -> None:
    pytest.importorskip("ziamath")
    shown = Shown(qtbot, answer(1, "", Status.STREAMING))
    shown.stream(1, "| a | b |\n|---|---|\n| $x^2$ | c |\n")
    qtbot.waitUntil(lambda: shown.rows(0) == ["a\tb\nx\tc"], timeout=5000)
    shown.stream(1, "| $x^2$ | d |\n")
    assert shown.rows(0) == ["a\tb\nx\tc\nx\td"]


@pytest.mark.parametrize(("begins", "ends"), [("$$\n", "\n$$\n"), ("\\[ ", " \\]\n"), ("> $$\n> ", "\n> $$\n")])
def test_a_formula_whose_end_is_to_come_looks_like_one_that_waits_to_be_set(
    qtbot: QtBot, begins: str, ends: str
) -> None:
    shown = Shown(qtbot, answer(2, "", Status.STREAMING))
    shown.stream(2, f"The roots:\n\n{begins}x = \\frac{{a}}{{b}}")
    before = look_at(shown, 1)
    (mark, *_), left = strokes(before), shown.area.column_left()
    assert mark.start > left + shown.area.column_width() // 4
    assert not shown.area.page.formulas._waiting  # half of it is not set
    shown.stream(2, ends)
    assert shown.area.page.formulas._waiting
    assert look_at(shown, 1) == before


def test_a_formula_of_a_whole_book_is_laid_out_in_slices(qtbot: QtBot) -> None:
    message = answer(2, "$$\n" + "x + y\n" * 5_000 + "$$")
    shown = Shown(qtbot, message)
    qtbot.waitUntil(lambda: not shown.area.flow.item(0).unread)
    assert max(map(len, shown.rows(0))) <= SLICE
    assert sum(text.count("x + y") for text in shown.rows(0)) == 5_000
    *_, texts = read_shown(message, message.text)
    assert list(map(len, texts or ())) == list(map(len, shown.rows(0)))  # or a hit would be looked for in another row


def test_what_cannot_be_set_is_tried_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(formulas, "set_formula", lambda source, *_look: tried.append(source))
    setter = formulas.FormulaSetter()
    for number in range(3 * formulas._KEPT):
        for again in (0, number):
            setter.find(str(again), 15, "#000000", display=False)
        while setter._waiting:
            setter._last_set = 0.0
            setter._work()
    assert len(tried) == 3 * formulas._KEPT


def table(qtbot: QtBot, head: str, columns: int) -> TableRow:
    lines = ("|" + f" {head} |" * columns, "|" + "---|" * columns, "|" + " value |" * columns)
    row = Shown(qtbot, answer(1, "\n".join(lines))).area.built_item(0).rows[0]
    assert isinstance(row, TableRow)
    return row


@pytest.mark.parametrize("columns", [3, 4, 5, 6, 7])
def test_a_table_that_is_shrunk_to_fit_needs_no_bar(qtbot: QtBot, columns: int) -> None:
    row = table(qtbot, "long words in a cell that wrap somehow", columns)
    assert not row.side.needed
    assert sum(row._columns) == row._width


def test_a_table_that_scrolls_breaks_no_words(qtbot: QtBot) -> None:
    head = "somewhere, or incomprehensibilities of it"
    row = table(qtbot, head, 9)
    assert row.side.needed
    for words in ("somewhere,", "incomprehensibilities"):
        start = head.index(words)
        assert row.rect_of(start).top() == row.rect_of(start + len(words) - 1).top()
    assert table(qtbot, "x" * 200, 9)._columns == [444] * 9  # but the longest go no further than this


def test_text_in_a_table_that_scrolls_anyway_is_no_tower(qtbot: QtBot) -> None:
    wide = "|".join(f"withoutanybreak{number}" for number in range(9))
    shown = Shown(qtbot, answer(2, f"|{wide}|\n|{'---|' * 9}\n| {'some words ' * 20}|"))
    row = shown.area.built_item(0).rows[0]
    assert isinstance(row, TableRow)
    assert row.side.needed
    assert row._columns[0] >= 200
    assert max(row._columns[1:]) < 200


def test_words_are_broken_before_a_table_has_to_scroll(qtbot: QtBot) -> None:
    row = table(qtbot, "incomprehensibilities", 6)
    assert not row.side.needed


def look_at(shown: Shown, number: int, right_to_left: bool = False) -> QImage:
    """The row `number` of the first message with what stands around it, on the page, as black on white."""
    area = shown.area
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    row = area.built_item(0).rows[number]
    top = area.row_origin(0, number).y()
    shot = area.viewport().grab(QRect(0, top, area.viewport().width(), row.height)).toImage()
    return shot.convertToFormat(QImage.Format.Format_Grayscale8)


def strokes(image: QImage) -> list[range]:
    """What stands apart from left to right: the columns of points where something dark is."""
    found: list[range] = []
    for x in range(image.width()):
        if any(image.pixelColor(x, y).red() < 160 for y in range(image.height())):
            if found and found[-1].stop == x:
                found[-1] = range(found[-1].start, x + 1)
            else:
                found.append(range(x, x + 1))
    return found


@pytest.mark.parametrize("number", [100, 1000, 123456789])
@pytest.mark.parametrize("before", ["", "> ", "> - "], ids=["page", "quote", "list in quote"])
def test_wide_numbers_of_a_list_stand_clear_of_the_bar_and_on_the_page(qtbot: QtBot, before: str, number: int) -> None:
    shown = Shown(qtbot, answer(1, f"{before}{number}. in a list"))
    row = shown.area.built_item(0).rows[-1]
    wide = fitted_marker(LIGHT, f"{number}.")[1]
    begins = row.indent - look.SMALL - wide
    assert begins >= (look.SMALL - 1 if before else -look.LARGE - 1)


@pytest.mark.parametrize("number", [8, 888])  # a thin 1 may fall into two strokes
def test_the_number_of_an_item_that_begins_with_a_quote_stands_beside_its_bar(qtbot: QtBot, number: int) -> None:
    shown = Shown(qtbot, answer(1, f"{number}. > quoted\n{number + 1}. not"))
    quoted, plain = (strokes(look_at(shown, row)) for row in range(2))
    signs = len(str(number)) + 1
    bar = shown.area.column_left() + INDENTS[Container.NUMBERS]
    assert quoted[signs - 1].stop == plain[signs - 1].stop < bar < quoted[signs].start


def test_texts_beside_wide_numbers_begin_below_one_another(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(1, "> 1110. one\n> 1111. two\n> 1112. three"))
    assert len({row.indent for row in shown.area.built_item(0).rows}) == 1


@pytest.mark.parametrize(
    ("text", "widest"),
    [
        ("999. one\n1000. two", "0000."),
        ("1000. one\n\n      and more of it\n\n      ```text\n      code\n      ```\n1001. two", "0000."),
        ("9998. one\n9999. two\n10000. three", "00000."),
    ],
)
def test_everything_in_a_list_has_room_for_its_widest_number(qtbot: QtBot, text: str, widest: str) -> None:
    shown = Shown(qtbot, answer(1, text))
    rows = shown.area.built_item(0).rows
    indent = fitted_marker(LIGHT, widest)[1] + look.SMALL - look.LARGE
    assert indent > INDENTS[Container.NUMBERS]
    assert {row.indent for row in rows} == {indent}


def test_a_list_in_a_list_is_moved_in_with_it(qtbot: QtBot) -> None:
    rows = Shown(qtbot, answer(1, "1000. one\n      - inner\n      > quoted\n1001. two")).area.built_item(0).rows
    outer, inner, quoted, last = (row.indent for row in rows)
    assert outer == last
    assert inner - outer == INDENTS[Container.BULLETS]
    assert quoted - outer == INDENTS[Container.QUOTE]


def test_the_bar_of_a_quote_in_a_list_stands_beside_the_quote(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(1, "12345678. one\n          > quoted\n12345679. two"))
    row = shown.area.built_item(0).rows[1]
    image = shown.area.viewport().grab().toImage()
    y = shown.area.row_origin(0, 1).y() + row.height // 2
    bar = next(x for x in range(image.width()) if image.pixelColor(x, y).name() == LIGHT.border)
    assert bar == shown.area.column_left() + row.indent - INDENTS[Container.QUOTE]


def test_numbers_of_two_digits_have_room_at_the_largest_size_of_text() -> None:
    theme = LIGHT.with_size(32)
    (indent,) = indents(theme, (Container.NUMBERS,), ("00.",))
    assert indent + look.LARGE >= fitted_marker(theme, "88.")[1] + look.SMALL


def test_a_list_that_comes_to_wider_numbers_moves_in_once_and_keeps_its_rows(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "Count."), answer(2, "", Status.STREAMING))
    shown.stream(2, "998. one\n999. two\n")
    before = list(shown.area.built_item(1).rows)
    narrow = before[0].indent
    shown.stream(2, "1000. three\n")
    rows = shown.area.built_item(1).rows
    assert rows[0] is before[0], "it is not made again"
    assert len({row.indent for row in rows}) == 1
    assert rows[0].indent > narrow
    assert rows[0].measured


def test_a_long_label_of_a_footnote_leaves_room_for_its_text(qtbot: QtBot) -> None:
    label = "a-label-" * 20
    shown = Shown(qtbot, answer(1, f"word[^{label}]\n\n[^{label}]: text"))
    assert shown.area.built_item(0).rows[-1].indent < 150


@pytest.mark.parametrize("interface", [False, True], ids=["left to right", "right to left"])
def test_numbers_of_a_list_are_read_as_the_text_beside_them(qtbot: QtBot, interface: bool) -> None:
    shown = Shown(qtbot, answer(1, "8. English\n\ntext\n\n8. עברית"))
    number, point, *_ = strokes(look_at(shown, 0, interface))
    assert len(number) > 2 * len(point)
    *_, point, number = strokes(look_at(shown, 2, interface))
    assert len(number) > 2 * len(point)


def test_the_box_of_a_task_is_as_far_from_its_text_on_either_side(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(1, "- [x] English\n\ntext\n\n- [x] עברית"))
    left, width = shown.area.column_left(), shown.area.column_width()
    box, *_ = strokes(look_at(shown, 0))
    *_, mirrored = strokes(look_at(shown, 2))
    assert len(box) == len(mirrored) == 14
    assert box.start - left == left + width - mirrored.stop

"""Wide tables and code scroll by themselves: by the wheel, and by a bar that can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from tests.ui.transcript.shown import Shown, answer

from parley.ui import theme as look
from parley.ui.transcript.formula_row import FormulaRow
from parley.ui.transcript.side_scroll import SideScroll

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG_LINE = "```python\nprint('" + "far " * 100 + "')\n```"
COLUMNS = range(14)
WIDE_TABLE = "\n".join(
    (
        "|" + "|".join(f" Heading{number} " for number in COLUMNS) + "|",
        "|" + "---|" * len(COLUMNS),
        "|" + "|".join(f" cell{number}withoutbreak " for number in COLUMNS) + "|",
    )
)


@pytest.fixture
def bar() -> SideScroll:
    made = SideScroll()
    made.fit(left=10, top=100, room=400, more=600)
    return made


def test_the_handle_is_dragged_from_end_to_end(bar: SideScroll) -> None:
    held = bar.grab(12)
    assert bar.offset == 0
    bar.drag(12 + 240, held)
    assert bar.offset == pytest.approx(600)
    bar.drag(-500, held)
    assert bar.offset == 0


def test_a_press_beside_the_handle_brings_it_there(bar: SideScroll) -> None:
    bar.grab(10 + 200)
    assert bar.offset == pytest.approx(300)


def test_it_is_easier_to_hit_than_it_is_thick(bar: SideScroll) -> None:
    assert bar.holds(QPointF(50, 97))
    assert bar.holds(QPointF(50, 107))
    assert not bar.holds(QPointF(50, 90))
    assert not bar.holds(QPointF(420, 102))


def test_where_everything_fits_there_is_nothing_to_hold() -> None:
    bar = SideScroll()
    bar.fit(left=0, top=100, room=400, more=-20)
    assert not bar.holds(QPointF(50, 102))
    assert not bar.by(30)
    assert bar.offset == 0


def test_less_to_scroll_than_before_brings_the_end_into_sight(bar: SideScroll) -> None:
    bar.by(600)
    bar.fit(left=10, top=100, room=400, more=50)
    assert bar.offset == 50


@pytest.mark.parametrize("text", [LONG_LINE, WIDE_TABLE], ids=["code", "table"])
def test_the_bar_of_a_row_is_dragged_with_the_mouse_and_selects_nothing(qtbot: QtBot, text: str) -> None:
    shown = Shown(qtbot, answer(2, text))
    row = shown.area.built_item(0).rows[0]
    assert row.side is not None
    assert row.side.needed
    origin = shown.area.row_origin(0, 0)
    handle = row.side._handle()
    start = origin + handle.center().toPoint()
    page = shown.area.viewport()
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page, start + QPoint(40, 0))
    assert row.side.offset > 0
    QTest.mouseMove(page, start + QPoint(5_000, -200))
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=start + QPoint(5_000, -200))
    assert row.side.offset == row.side._more
    assert not shown.area.selection
    QTest.mouseMove(page, start)
    assert row.side.offset == row.side._more


def test_clicking_fast_beside_the_handle_scrolls_each_time_and_selects_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, LONG_LINE))
    row = shown.area.built_item(0).rows[0]
    assert row.side is not None
    start = shown.area.row_origin(0, 0) + row.side._handle().center().toPoint()
    QTest.mouseDClick(shown.area.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(200, 0))
    assert row.side.offset > 0
    assert not shown.area.selection


def test_the_wheel_with_shift_scrolls_the_row_and_not_the_page(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, LONG_LINE + "\n\ntext" * 60))
    shown.key(Qt.Key.Key_Home)
    row = shown.area.built_item(0).rows[0]
    place = QPointF(shown.area.row_origin(0, 0) + QPoint(60, 45))
    turned = QWheelEvent(
        place,
        shown.area.viewport().mapToGlobal(place),
        QPoint(0, -80),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(shown.area.viewport(), turned)
    assert row.side is not None
    assert row.side.offset == 80
    assert shown.bar_value == 0


def sum_of(parts: int) -> str:
    return "$$\n" + " + ".join(f"a_{{{number}}}" for number in range(parts)) + "\n$$"


def set_sum(qtbot: QtBot, parts: int) -> tuple[Shown, FormulaRow]:
    """An answer that is a long formula, when it is set, and its row."""
    pytest.importorskip("ziamath")
    shown = Shown(qtbot, answer(2, sum_of(parts)))
    row = shown.area.built_item(0).rows[0]
    assert isinstance(row, FormulaRow)
    qtbot.waitUntil(lambda: row._formula is not None, timeout=5000)
    return shown, row


def test_a_formula_that_is_much_wider_than_the_page_scrolls_and_can_be_read(qtbot: QtBot) -> None:
    shown, row = set_sum(qtbot, 60)
    shown.settle()
    width = shown.area.column_width()
    assert row._formula is not None
    assert row._scale(width) >= 0.8
    assert row.side.needed
    assert row.side._more == pytest.approx(row._formula.width * row._scale(width) - width, abs=1)
    row.side.by(10_000)
    assert row.height > row._formula.height * 0.8 + look.SMALL  # the bar stands below it


def test_a_formula_that_is_a_little_too_wide_is_set_smaller(qtbot: QtBot) -> None:
    _shown, row = set_sum(qtbot, 4)
    assert row._formula is not None
    row.measure(round(row._formula.width * 0.9))
    assert row._scale(row._width) == pytest.approx(0.9, abs=0.01)
    assert not row.side.needed

"""While an answer grows only what is new is painted. The window must look as if all of it had been."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.bench.answers import long_answer
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.message import Status

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

# Without formulas, which come when there is time, and then all is painted anyway.
LONG = long_answer(9_000).replace("$", "")
_ROUNDING = 4  # of 255
OTHERS = (
    """> a quote that
> goes on **and on**, on several lines of the window, until it is long enough to be broken somewhere

> and one more

1. first
   - inside of it
   - [x] done

   ```text
   code within a list
   ```
2. second

שלום עולם, זה טקסט מימין לשמאל

# A heading that grows

| wide | table |
|---|---|
"""
    + "| cell of a row | another cell of it |\n" * 12
)


def in_window(shown: Shown) -> QImage:
    """What stands on the screen (grabbing the widget would paint it anew)."""
    view = shown.view
    return view.screen().grabWindow(view.winId()).toImage()


def difference(before: QImage, after: QImage) -> str:
    """Where they differ, by more than the rounding of a curve at the edge of what was painted."""
    if before == after:
        return ""
    pairs = zip(bytes(before.constBits()), bytes(after.constBits()), strict=True)
    bad = sorted({at // after.bytesPerLine() for at, (one, other) in enumerate(pairs) if abs(one - other) > _ROUNDING})
    return f"rows of pixels {bad[:3]} to {bad[-3:]}" if bad else ""


def begin(qtbot: QtBot) -> Shown:
    shown = Shown(qtbot, mine(1, "Explain it."), answer(2, "", Status.STREAMING))
    qtbot.waitExposed(shown.view)
    return shown


def check(shown: Shown, text: str, steps: list[int]) -> None:
    at = 0
    for step in steps:
        shown.stream(2, text[at : at + step])
        at += step
        seen = in_window(shown)
        shown.view.repaint()
        shown.area.viewport().repaint()
        assert not difference(seen, in_window(shown)), f"after {text[max(0, at - 80) : at]!r}"


@pytest.mark.parametrize("steps", [[200, 3, 700, 40], [150, 330]])
@pytest.mark.parametrize("text", [LONG, OTHERS])
def test_the_window_shows_what_a_whole_painting_shows(text: str, steps: list[int], qtbot: QtBot) -> None:
    check(begin(qtbot), text, steps * (len(text) // sum(steps) + 1))


@pytest.mark.parametrize("parts", [("para.\n\n", "# Head\n\n", "text"), ("> para.\n>\n", "> more\n>\n> ", "end")])
def test_the_gap_over_a_new_row_is_painted(parts: tuple[str, ...], qtbot: QtBot) -> None:
    check(begin(qtbot), "".join(parts), [len(part) for part in parts])


def test_also_where_the_reader_has_scrolled_up(qtbot: QtBot) -> None:
    shown = begin(qtbot)
    shown.stream(2, LONG[:5_000])
    shown.area.verticalScrollBar().setValue(shown.bar_value - 150)
    shown.settle()
    check(shown, LONG[:4_000], [150] * 20)


@pytest.mark.parametrize("inside", ["some words", "```text\n      code\n      ```", "| a |\n      |---|\n      | b |"])
def test_also_where_a_list_comes_to_wider_numbers(inside: str, qtbot: QtBot) -> None:
    text = f"998. one\n\n      {inside}\n\n999. two\n1000. three\n1001. four\n"
    check(begin(qtbot), text, [7] * (len(text) // 7 + 1))


def test_also_with_buttons_over_the_text(qtbot: QtBot) -> None:
    shown = begin(qtbot)
    shown.area.setFocus()  # shows the buttons of the message
    check(shown, LONG[:4_000], [150] * 20)


def test_only_the_end_is_painted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = begin(qtbot)
    shown.stream(2, "A paragraph of some words.\n\n" * 60)
    painted = []
    monkeypatch.setattr(
        "parley.ui.transcript.area.paint_item", lambda _area, _painter, _number, region: painted.append(region)
    )
    shown.stream(2, "One more, at the end.\n\n")
    assert painted
    assert max(region.boundingRect().height() for region in painted) < 150

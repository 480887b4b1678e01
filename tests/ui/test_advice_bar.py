"""The bar over the composer: at any width, with the keyboard, and in the order in which it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from parley.ui.advice_bar import Advice, AdviceBar, Choice, Tone
from parley.ui.context_words import window_choices
from parley.ui.kit.buttons import Button
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FULL = Advice(("full",), "This conversation is nearly as long as it can be.", Tone.WARNING, window_choices())


@pytest.fixture
def bar(qtbot: QtBot) -> AdviceBar:
    made = AdviceBar()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.resize(900, 120)
    made.show()
    made.show_advice(FULL)
    qtbot.wait(1)
    return made


def buttons(bar: AdviceBar) -> list[Button]:
    return [button for button in bar.findChildren(Button) if button.isVisible()]


def test_buttons_stand_beside_each_other_where_there_is_room(bar: AdviceBar) -> None:
    assert len({button.y() for button in buttons(bar)}) == 1
    assert all(button.width() == button.sizeHint().width() for button in buttons(bar))


def test_in_a_narrow_window_they_stand_under_each_other_and_keep_it_narrow(bar: AdviceBar, qtbot: QtBot) -> None:
    assert bar.minimumSizeHint().width() < 320
    bar.resize(340, 300)
    qtbot.wait(20)
    assert len({button.y() for button in buttons(bar)}) == 3
    assert all(button.geometry().right() <= bar.width() for button in buttons(bar))
    assert bar.sizeHint().height() > 3 * buttons(bar)[0].height()


def test_tab_goes_from_close_through_the_choices(bar: AdviceBar) -> None:
    expected, at, found = [bar._close, *buttons(bar)], bar.nextInFocusChain(), []
    while at is not None and at is not bar:
        if at.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            found.append(at)
        at = at.nextInFocusChain()
    assert found == expected


def test_the_same_again_leaves_the_buttons_and_their_focus_alone(bar: AdviceBar) -> None:
    before = buttons(bar)
    bar.show_advice(FULL)
    assert buttons(bar) == before


def test_another_advice_brings_other_buttons(bar: AdviceBar, qtbot: QtBot) -> None:
    bar.show_advice(Advice(("other",), "Done.", choices=((Choice.SEND_ALL_AGAIN, "Undo"),)))
    qtbot.wait(1)
    assert [button.text() for button in buttons(bar)] == ["Undo"]
    bar.show_advice(None)
    assert not bar.isVisible()

"""The page that compares: what it says and offers, with the mouse, the keyboard and a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextEdit, QWidget

from parley.domain.message import Message, Role
from parley.domain.money import Usage
from parley.ui.compare.choice import Choice
from parley.ui.compare.column import Column
from parley.ui.compare.page import ComparePage
from parley.ui.compare.words import first_word, summary, time_text
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MODELS = [(f"model-{number}", "reads 8,192 tokens") for number in range(30)]
ANSWER = Message(2, 1, 1, Role.ASSISTANT, "9.9", 0, model="gpt-4o", usage=Usage(14, 200), cost=2_100)


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def button(parent: QWidget, label: str) -> QPushButton:
    return next(found for found in parent.findChildren(QPushButton) if name(found) == label)


@pytest.fixture
def choice(qtbot: QtBot) -> Choice:
    made = Choice()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.offer(MODELS, ("model-3", "typed-by-hand"))
    made.resize(800, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def page(qtbot: QtBot) -> ComparePage:
    made = ComparePage()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.show_answers("Which is larger?", [Column(model, QTextEdit()) for model in ("a", "b", "c", "d")])
    made.resize(1300, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


# The choice


def test_the_chosen_stand_first_and_a_few_others_are_offered(choice: Choice) -> None:
    assert choice.chosen() == ("model-3", "typed-by-hand")
    chips = [found.text() for found in choice.findChildren(QPushButton) if found.isCheckable()]
    assert chips[:3] == ["model-3", "typed-by-hand", "model-0"]
    assert len(chips) == 10


def test_a_chip_is_switched_with_the_space_bar(choice: Choice) -> None:
    chip = button(choice, "model-0")
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert choice.chosen() == ("model-3", "typed-by-hand", "model-0")
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert choice.chosen() == ("model-3", "typed-by-hand")


def test_four_are_the_most(choice: Choice) -> None:
    for model in ("model-5", "model-6", "model-7"):
        choice.add(model, "")
    assert choice.chosen() == ("model-3", "typed-by-hand", "model-5", "model-6")
    assert not button(choice, "model-0").isEnabled()
    assert button(choice, "model-5").isEnabled()


def test_fewer_than_two_are_not_enough_and_that_is_said(choice: Choice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.chosenChanged) as changed:
        button(choice, "model-3").click()
    assert changed.args == [("typed-by-hand",)]
    assert "at least two" in choice._state.text()


def test_a_model_that_is_not_among_the_chips_is_added_and_chosen(choice: Choice) -> None:
    choice.add("model-29", "reads much")
    assert choice.chosen()[-1] == "model-29"
    described = QAccessible.queryAccessibleInterface(button(choice, "model-29"))
    assert described.text(QAccessible.Text.Description) == "reads much"


def test_a_service_with_one_model_has_nothing_to_choose_from(choice: Choice) -> None:
    choice.set_single(True)
    choice.offer(MODELS, ("model-3",))
    assert not button(choice, "model-3").isVisible()
    assert "practice model" in choice._state.text()


# The answers


def test_every_control_says_what_it_is_for(page: ComparePage) -> None:
    names = [name(found) for found in page.findChildren(QPushButton) if found.isVisible()]
    for model in "abcd":
        assert f"Stop {model}" in names
        assert f"Keep the answer of {model}" in names
    assert "Stop all" in names
    assert "Keep all" in names
    assert "Your message: Which is larger?" in [name(found) for found in page.findChildren(QWidget)]


def test_while_an_answer_is_written_it_can_be_stopped_and_then_kept(page: ComparePage) -> None:
    column = page.findChildren(Column)[0]
    stop, keep = button(column, "Stop a"), button(column, "Keep the answer of a")
    assert stop.isVisible()
    assert not keep.isEnabled()
    column.set_running(False)
    column.set_keepable(True)
    assert not stop.isVisible()
    assert keep.isEnabled()


def test_what_failed_with_nothing_to_show_cannot_be_kept(page: ComparePage) -> None:
    column = page.findChildren(Column)[1]
    column.set_running(False)
    column.set_keepable(False)
    assert not button(column, "Keep the answer of b").isEnabled()


def test_columns_are_equally_wide_and_scroll_where_there_is_no_room(page: ComparePage, qtbot: QtBot) -> None:
    columns = page.findChildren(Column)
    assert len({column.width() for column in columns}) == 1
    bar = page._scroll.horizontalScrollBar()
    assert bar.maximum() == 0
    page.resize(500, 600)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert min(column.width() for column in columns) >= 280


def test_the_column_that_takes_the_focus_comes_into_sight(page: ComparePage, qtbot: QtBot) -> None:
    page.resize(500, 600)
    last = page.findChildren(Column)[-1]
    bar = page._scroll.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    button(last, "Stop d").setFocus()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_the_focus_is_not_lost_with_the_button_it_was_on(page: ComparePage) -> None:
    column = page.findChildren(Column)[0]
    button(column, "Stop a").setFocus()
    column.set_running(False)
    focused = page.focusWidget()
    assert focused is not None
    assert column.isAncestorOf(focused)


# The words


def test_a_summary_in_one_line() -> None:
    assert summary(ANSWER, 1_234) == "gpt-4o: 1.2 s, 214 tokens, $0.0021"


def test_a_long_name_leaves_room_for_the_figures() -> None:
    assert summary(ANSWER, 1_234, longest_name=5) == "gpt-…: 1.2 s, 214 tokens, $0.0021"


def test_a_summary_leaves_out_what_is_not_known() -> None:
    stopped = Message(2, 1, 1, Role.ASSISTANT, "9.9", 0, model="gpt-4o")
    assert summary(stopped, 900) == "gpt-4o: 0.9 s"


@pytest.mark.parametrize(
    ("milliseconds", "words"), [(3, "0.1 s"), (940, "0.9 s"), (59_900, "59.9 s"), (61_000, "1 min 1 s")]
)
def test_times_as_people_say_them(milliseconds: int, words: str) -> None:
    assert time_text(milliseconds) == words


def test_the_first_word_is_named() -> None:
    assert first_word(412) == "First word after 0.4 s"

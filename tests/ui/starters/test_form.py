"""The cards of the empty conversation, and the form that fills a starter in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from parley import paths
from parley.domain.chat_settings import ChatSettings
from parley.domain.starter import Filled, Needs, Starter, Variable, with_every_variable
from parley.exchange.starter_shelf import StarterShelf
from parley.ui.empty_page import EmptyPage
from parley.ui.kit.growing_edit import GrowingEdit
from parley.ui.starters.card import StarterCard
from parley.ui.starters.form import StarterForm
from parley.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STORY = with_every_variable(
    Starter(
        "s",
        "Story",
        "A tale",
        prompt="About {{subject}}, {{genre}}.\nMore: {{wishes}}",
        variables=(
            Variable("subject", "What about?", "A lighthouse"),
            Variable("genre", default="Fairy tale", choices=("Fairy tale", "Mystery")),
            Variable("wishes", long=True, optional=True),
        ),
        settings=ChatSettings(instructions="You write {{genre}}.", temperature=1.1),
    )
)
LOOK = Starter("l", "Look", prompt="What is this?", needs=Needs.IMAGE)


def shown_words(widget: StarterForm) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def open_form(qtbot: QtBot, starter: Starter = STORY, chosen: tuple[str, ...] = ()) -> StarterForm:
    form = StarterForm(starter, choose_files=lambda _parent, _images: list(chosen))
    qtbot.addWidget(form)
    form.set_theme(LIGHT)
    form.resize(700, 600)
    form.show()
    return form


def test_what_is_filled_in_comes_out_as_message_and_settings(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    QTest.keyClicks(form.fields[0].entry, "a letter")
    with qtbot.waitSignal(form.filled) as filled:
        QTest.mouseClick(form.use, Qt.MouseButton.LeftButton)
    assert filled.args == [
        Filled("About a letter, Fairy tale.", ChatSettings(instructions="You write Fairy tale.", temperature=1.1)),
        [],
    ]


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    wishes = form.fields[2].entry
    assert isinstance(wishes, GrowingEdit)
    wishes.setPlainText("a storm")
    with qtbot.assertNotEmitted(form.filled):
        QTest.mouseClick(form.use, Qt.MouseButton.LeftButton)
    assert shown_words(form).count("Fill this in first.") == 1
    assert form.focusWidget() is form.fields[0].entry
    assert wishes.toPlainText() == "a storm"
    QTest.keyClicks(form.fields[0].entry, "x")
    with qtbot.waitSignal(form.filled) as filled:
        QTest.keyClick(form.fields[0].entry, Qt.Key.Key_Return)
    assert filled.args[0].text == "About x, Fairy tale.\nMore: a storm"


def test_a_suggestion_can_be_replaced_by_ones_own_words(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    form.fields[0].entry.setFocus()
    QTest.keyClicks(form.fields[0].entry, "x")
    form.fields[1].entry.setFocus()
    QTest.keyClick(form.fields[1].entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(form.fields[1].entry, "opera")
    assert form.fields[1].value() == "opera"


def test_a_long_field_grows_with_its_text(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    entry = form.fields[2].entry
    assert isinstance(entry, GrowingEdit)
    before = entry.height()
    entry.setPlainText("line\n" * 9)
    assert entry.height() > before


def test_a_file_that_the_starter_needs_goes_along(qtbot: QtBot) -> None:
    form = open_form(qtbot, LOOK, ("/pictures/cat.png",))
    QTest.mouseClick(form.attach, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(form.filled) as filled:
        form.submit()
    assert filled.args[1] == [Path("/pictures/cat.png")]
    assert "cat.png" in shown_words(form)


def test_escape_goes_back_and_the_settings_are_told(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    assert "It also sets: instructions, creativity 1.1." in shown_words(form)
    form.fields[0].entry.setFocus()
    for field in (form.fields[0], form.fields[2]):
        with qtbot.waitSignal(form.cancelled):
            QTest.keyClick(field.entry, Qt.Key.Key_Escape)


def test_control_and_enter_is_done_from_a_long_text_too(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    QTest.keyClicks(form.fields[0].entry, "x")
    with qtbot.waitSignal(form.filled):
        QTest.keyClick(form.fields[2].entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_each_field_has_its_name_for_a_screen_reader(qtbot: QtBot) -> None:
    form = open_form(qtbot)
    names = [field.entry.accessibleName() for field in form.fields]
    assert names == ["What about?", "Genre", "Wishes"]
    assert form.fields[2].entry.accessibleDescription() == "can stay empty"


# The empty page


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> EmptyPage:
    made = EmptyPage()
    qtbot.addWidget(made)
    made.set_theme(DARK)
    made.resize(900, 600)
    made.show()
    made.set_starters(StarterShelf(paths.resources() / "starters", tmp_path / "own").load().starters)
    return made


def cards(page: EmptyPage) -> list[StarterCard]:
    return [card for card in page.findChildren(StarterCard) if card.isVisible()]


def test_there_are_as_many_cards_as_there_is_room_for(page: EmptyPage, qtbot: QtBot) -> None:
    assert len(cards(page)) == 6
    page.resize(500, 260)
    qtbot.waitUntil(lambda: 0 < len(cards(page)) < 6)
    assert all(page.rect().contains(QRect(card.mapTo(page, QPoint()), card.size())) for card in cards(page))
    page.resize(300, 90)
    qtbot.waitUntil(lambda: cards(page) == [])
    assert page.minimumSizeHint().height() < 260, "the page never keeps the window from getting small"


def test_a_card_says_what_it_is_and_is_pressed_by_the_keyboard(page: EmptyPage, qtbot: QtBot) -> None:
    card = cards(page)[0]
    face = QAccessible.queryAccessibleInterface(card)
    assert face.text(QAccessible.Text.Name) == "Comedian, in JSON"
    assert face.role() == QAccessible.Role.Button
    card.setFocus()
    with qtbot.waitSignal(page.starterChosen) as chosen:
        QTest.keyClick(card, Qt.Key.Key_Space)
    assert chosen.args == [card.starter]


def test_the_form_takes_the_place_of_the_cards_and_gives_it_back(page: EmptyPage, qtbot: QtBot) -> None:
    chosen = cards(page)[2]
    page.show_form(chosen.starter)
    form = page.findChild(StarterForm)
    assert form is not None
    assert cards(page) == []
    assert form.focusWidget() is form.fields[0].entry
    form.cancel.click()
    assert page.form is None
    assert len(cards(page)) == 6
    assert page.focusWidget() is chosen


def test_an_icon_that_parley_does_not_have_is_no_reason_to_fail(page: EmptyPage) -> None:
    page.set_starters([Starter("x", "X & <b>Y</b>", "s" * 200, icon="no-such-icon")])
    assert len(cards(page)) == 1
    assert not page.grab().isNull()

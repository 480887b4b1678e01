"""The library of starters: finding, reading, changing, and what it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from parley.domain.chat_settings import ChatSettings, Example
from parley.domain.starter import Needs, Starter, Variable, with_every_variable
from parley.ui.panels.chat_settings import ChatSettingsPanel
from parley.ui.starters.library import StarterLibrary
from parley.ui.starters.variable_row import VariableRow
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MINE = with_every_variable(
    Starter(
        "mine",
        "Minutes",
        "Notes in, minutes out",
        prompt="Minutes of {{meeting}}: {{notes}}",
        variables=(Variable("meeting", "Which meeting?", choices=("Board", "Team")), Variable("notes", long=True)),
        settings=ChatSettings(instructions="Be brief.", examples=(Example("Q", "A"),), temperature=0.2),
        own=True,
    )
)
POET = Starter("02-poet", "Poet", "A poem", prompt="Write a poem.")


@pytest.fixture
def library(qtbot: QtBot) -> StarterLibrary:
    made = StarterLibrary(ChatSettingsPanel())
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.set_starters((MINE, POET))
    made.show()
    return made


def words(library: StarterLibrary) -> str:
    return "\n".join(label.text() for label in library.findChildren(QLabel) if label.isVisible())


def rows(library: StarterLibrary) -> list[str]:
    return [library.list.item(row).text() for row in range(library.list.count())]


def test_own_ones_come_first_and_the_first_is_shown(library: StarterLibrary) -> None:
    assert rows(library) == ["Your own", "Minutes", "Included", "Poet"]
    assert "Minutes of {{meeting}}: {{notes}}" in words(library)
    assert "Be brief." in words(library)
    assert library.detail.edit.isVisible()


def test_one_that_came_with_parley_is_duplicated_but_neither_changed_nor_deleted(library: StarterLibrary) -> None:
    library.list.setCurrentRow(3)
    assert library.detail.use.isVisible()
    assert library.detail.duplicate.isVisible()
    assert not library.detail.edit.isVisible()
    assert not library.detail.delete.isVisible()


def test_a_search_finds_words_anywhere_and_says_when_there_is_nothing(library: StarterLibrary) -> None:
    QTest.keyClicks(library.search, "poem")
    assert rows(library) == ["Poet"]
    library.search.setText("nowhere")
    assert rows(library) == []
    assert "No starter has these words." in words(library)
    library.search.clear()
    assert library.list.current() is not None


def test_using_one_closes_the_library(library: StarterLibrary, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.useRequested) as used:
        library.detail.use.click()
    assert used.args == [MINE]
    assert not library.isVisible()


def test_enter_in_the_list_uses_a_starter(library: StarterLibrary, qtbot: QtBot) -> None:
    library.list.setCurrentRow(3)
    library.list.setFocus()
    with qtbot.waitSignal(library.useRequested) as used:
        QTest.keyClick(library.list, Qt.Key.Key_Return)
    assert used.args == [POET]


def test_what_is_not_changed_is_saved_as_it_was(library: StarterLibrary, qtbot: QtBot) -> None:
    library.detail.edit.click()
    assert not library.editor.changed
    with qtbot.waitSignal(library.saveRequested) as saved:
        library.editor.save.click()
    assert saved.args == [MINE]


def test_a_place_in_the_message_gets_a_row_and_the_others_keep_theirs(library: StarterLibrary, qtbot: QtBot) -> None:
    library.edit(MINE)
    library.editor.prompt.setPlainText("{{notes}} and {{more}}")

    def names() -> list[str]:
        return sorted(row.name for row in library.editor.findChildren(VariableRow) if not row.isHidden())

    qtbot.waitUntil(lambda: names() == ["more", "notes"])
    made = library.editor.starter()
    assert [(variable.name, variable.long) for variable in made.variables] == [("notes", True), ("more", False)]


def test_places_in_the_instructions_are_asked_for_too(library: StarterLibrary) -> None:
    library.new.click()
    panel = library.editor.findChild(ChatSettingsPanel)
    assert panel is not None
    panel.instructions.setPlainText("You are a {{role}}.")
    made = library.editor.starter()
    assert made.settings.instructions == "You are a {{role}}."
    assert [variable.name for variable in made.variables] == ["role"]


def test_everything_of_a_starter_can_be_set(library: StarterLibrary, qtbot: QtBot) -> None:
    library.new.click()
    editor = library.editor
    editor.name.setText("  New  ")
    editor.summary.setText("What for")
    editor.prompt.setPlainText("{{tone}}")
    editor.needs.setCurrentIndex(1)
    row = editor._rows[0]
    row._label.setText("Which tone?")
    row._kind.setCurrentIndex(2)
    row._choices.setText("warm; cold ;")
    row._optional.setChecked(True)
    with qtbot.waitSignal(library.saveRequested) as saved:
        editor.save.click()
    tone = Variable("tone", "Which tone?", choices=("warm", "cold"), optional=True)
    expected = Starter("", "New", "What for", prompt="{{tone}}", variables=(tone,), needs=Needs.IMAGE)
    assert replace(saved.args[0], own=False) == expected


def test_without_a_name_it_says_so_and_stays(library: StarterLibrary, qtbot: QtBot) -> None:
    library.new.click()
    with qtbot.assertNotEmitted(library.saveRequested):
        library.editor.save.click()
    assert "Give it a name first." in words(library)
    assert library.editing


def test_going_elsewhere_keeps_what_was_changed_and_cancel_does_not(library: StarterLibrary, qtbot: QtBot) -> None:
    library.edit(MINE)
    library.editor.name.setText("Renamed")
    with qtbot.waitSignal(library.saveRequested) as saved:
        library.list.setCurrentRow(3)
    assert saved.args[0].name == "Renamed"
    library.edit(MINE)
    library.editor.name.setText("Renamed")
    with qtbot.assertNotEmitted(library.saveRequested):
        library.editor.cancel.click()
        library.close()


def test_what_comes_from_the_disk_does_not_disturb_the_editor(library: StarterLibrary) -> None:
    library.new.click()
    library.editor.prompt.setPlainText("half written")
    library.set_starters((POET,))
    assert library.editing
    assert library.editor.prompt.toPlainText() == "half written"


def test_a_copy_has_a_name_of_its_own_and_is_new(library: StarterLibrary) -> None:
    library.list.setCurrentRow(3)
    library.detail.duplicate.click()
    made = library.editor.starter()
    assert (made.id, made.name, made.prompt, made.own) == ("", "Poet (copy)", "Write a poem.", True)

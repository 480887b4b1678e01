from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolTip
from tests.ui.sidebar.conftest import some_rows

from parley.domain.conversation_row import ConversationRow
from parley.domain.library_changes import Pin, Rename, Trash
from parley.ui.kit.labels import plain_tip
from parley.ui.sidebar.model import ROW_ROLE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.sidebar.list_view import ConversationList
    from parley.ui.sidebar.sidebar import Sidebar


def shown(view: ConversationList) -> list[str]:
    model = view.rows_model()
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def click_row(qtbot: QtBot, view: ConversationList, conversation_id: int) -> None:
    area = view.visualRect(view.rows_model().index_of(conversation_id))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


def button(sidebar: Sidebar, name: str) -> QPushButton:
    return next(found for found in sidebar.findChildren(QPushButton) if found.text() == name)


def hint(view: ConversationList) -> str:
    label = view.viewport().findChildren(QLabel)[0]
    return "" if label.isHidden() else label.text()


def search_field(sidebar: Sidebar) -> QLineEdit:
    return next(f for f in sidebar.findChildren(QLineEdit) if f.accessibleName() == "Search conversations")


def test_things_are_found_by_their_names(sidebar: Sidebar, view: ConversationList) -> None:
    assert view.accessibleName() == "Conversations"
    assert search_field(sidebar)
    for name in ("New chat", "Settings", "Trash"):
        interface = QAccessible.queryAccessibleInterface(button(sidebar, name))
        assert interface.text(QAccessible.Text.Name) == name


def test_a_row_says_its_title_and_its_day(sidebar: Sidebar, view: ConversationList) -> None:
    now = int(time.time() * 1000)
    sidebar.set_rows([ConversationRow(7, "Trip to Lisbon", now, pinned=True)], False)
    sidebar.set_busy_ids({7})
    spoken = view.rows_model().index_of(7).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Trip to Lisbon, ")
    assert str(time.localtime().tm_year) in spoken
    assert "pinned" in spoken
    assert "answering" in spoken


def test_a_screen_reader_can_walk_through_the_list(sidebar: Sidebar, view: ConversationList) -> None:
    now = int(time.time() * 1000)
    sidebar.set_rows([ConversationRow(1, "Trip to Lisbon", now), ConversationRow(2, "Bread", now)], False)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() is QAccessible.Role.List
    names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert [name.split(",")[0] for name in names if name] == ["Today", "Trip to Lisbon", "Bread"]


def test_conversations_are_grouped_with_pinned_ones_first(sidebar: Sidebar, view: ConversationList) -> None:
    now = int(time.time() * 1000)
    rows = [ConversationRow(1, "Old", now - 10**11, pinned=True), ConversationRow(2, "New", now)]
    sidebar.set_rows(rows, False)
    assert shown(view) == ["Pinned", "Old", "Today", "New"]


def test_a_conversation_without_a_title_is_a_new_chat(sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows([ConversationRow(1, "", 0)], False)
    assert shown(view)[-1] == "New chat"


def test_a_click_opens_a_conversation(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    with qtbot.waitSignal(sidebar.conversationChosen) as chosen:
        click_row(qtbot, view, 2)
    assert chosen.args == [2, None]


def test_showing_which_one_is_open_opens_nothing(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    with qtbot.assertNotEmitted(sidebar.conversationChosen, wait=250):
        sidebar.set_current(3)
    assert [row.id for row in view.selected_rows()] == [3]
    sidebar.set_current(None)
    assert view.selected_rows() == []


def test_arrow_keys_skip_the_headings_and_open_where_they_rest(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList
) -> None:
    now = int(time.time() * 1000)
    sidebar.set_rows([ConversationRow(1, "Old", now - 10**11, pinned=True), ConversationRow(2, "New", now)], False)
    sidebar.set_current(1)
    view.setFocus()
    with qtbot.waitSignal(sidebar.conversationChosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == [2, None]


def test_enter_opens_at_once_and_only_once(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(1)
    chosen: list[int] = []
    sidebar.conversationChosen.connect(lambda conversation_id, _message: chosen.append(conversation_id))
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [2]
    qtbot.wait(250)
    assert chosen == [2]


def test_f2_renames_in_place(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(2)
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChildren(QLineEdit)[0]
    assert editor.accessibleName() == "Title"
    editor.setText("  Bread\twith rye ")
    with qtbot.waitSignal(sidebar.changeRequested) as renamed:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [Rename(2, "Bread with rye")]


@pytest.mark.parametrize("title", ["", "   ", "Conversation 2"])
def test_an_empty_or_unchanged_title_renames_nothing(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList, title: str
) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(2)
    view.rename_current()
    editor = view.viewport().findChildren(QLineEdit)[0]
    editor.setText(title)
    with qtbot.assertNotEmitted(sidebar.changeRequested):
        QTest.keyClick(editor, Qt.Key.Key_Return)


def test_new_rows_wait_until_the_title_is_written(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(2)
    view.rename_current()
    editor = view.viewport().findChildren(QLineEdit)[0]
    editor.setText("Half a tit")
    sidebar.set_rows(some_rows(5), False)  # an answer has ended meanwhile
    assert editor.text() == "Half a tit"
    with qtbot.waitSignal(sidebar.changeRequested):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(view.rows_model().rows()) == 5)


def test_reading_the_rows_again_keeps_selection_and_place(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList
) -> None:
    sidebar.set_rows(some_rows(200), False)
    sidebar.set_current(150)
    place = view.verticalScrollBar().value()
    assert place > 0
    sidebar.set_rows(some_rows(200), False)
    assert view.verticalScrollBar().value() == place
    assert [row.id for row in view.selected_rows()] == [150]


def test_delete_moves_to_the_trash_without_asking(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(2)
    with qtbot.waitSignal(sidebar.changeRequested) as trashed:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert trashed.args == [Trash.all([2], True)]


def test_several_can_be_deleted_at_once(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(4), False)
    sidebar.set_current(1)
    view.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Down, shift)
    QTest.keyClick(view, Qt.Key.Key_Down, shift)
    with qtbot.waitSignal(sidebar.changeRequested) as trashed:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert trashed.args == [Trash.all([1, 2, 3], True)]


def test_the_menu_of_a_conversation(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(2)
    actions = {action.text(): action for action in sidebar.make_menu().actions() if action.text()}
    assert list(actions) == ["Rename", "Pin", "Move to folder", "Archive", "Export", "Delete"]
    with qtbot.waitSignal(sidebar.changeRequested) as pinned:
        actions["Pin"].trigger()
    assert pinned.args == [Pin.all([2], True)]


def test_export_offers_every_format(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(2)
    menu = sidebar.make_menu()
    formats = next(found for found in menu.findChildren(QMenu) if found.title() == "Export").actions()
    assert [action.text() for action in formats] == ["Markdown", "PDF"]
    with qtbot.waitSignal(sidebar.exportRequested) as exported:
        formats[1].trigger()
    assert exported.args == [[2], "pdf"]


def test_the_button_of_a_row_opens_the_menu_and_not_the_conversation(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList
) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(1)
    area = view.visualRect(view.rows_model().index_of(2))
    with qtbot.waitSignal(view.menuRequested) as asked, qtbot.assertNotEmitted(sidebar.conversationChosen):
        place = QPoint(area.right() - 20, area.center().y())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args is not None
    assert asked.args[1].id == 2
    assert [row.id for row in view.selected_rows()] == [1]


def test_searching_says_every_change_once(qtbot: QtBot, sidebar: Sidebar) -> None:
    said: list[str] = []
    sidebar.searchChanged.connect(said.append)
    QTest.keyClicks(search_field(sidebar), "ca t ")
    QTest.keyClick(search_field(sidebar), Qt.Key.Key_Escape)
    assert said == ["c", "ca", "ca t", ""]


def test_a_result_leads_to_its_message(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    search_field(sidebar).setText("cat")
    found = ConversationRow(9, "Names", 0, snippet="a \x02cat\x03", message_id=44)
    sidebar.set_search_results([found], "cat")
    assert view.rows_model().index(0).data(ROW_ROLE) == found
    with qtbot.waitSignal(sidebar.conversationChosen) as chosen:
        QTest.keyClick(search_field(sidebar), Qt.Key.Key_Return)
    assert chosen.args == [9, 44]


def test_what_is_heard_of_the_open_conversation_does_not_take_the_keyboard_from_a_result(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList
) -> None:
    sidebar.set_rows(some_rows(3), False)
    search_field(sidebar).setText("cat")
    sidebar.set_search_results([ConversationRow(9, "Names", 0)], "cat")
    QTest.keyClick(search_field(sidebar), Qt.Key.Key_Down)
    sidebar.set_current(2)  # it is open, has just got its title, and is not among the results
    with qtbot.waitSignal(sidebar.conversationChosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [9, None]


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Return,), (Qt.Key.Key_Down, Qt.Key.Key_Return)])
def test_keys_that_come_before_the_results_wait_for_them(
    keys: tuple[Qt.Key, ...], qtbot: QtBot, sidebar: Sidebar
) -> None:
    sidebar.set_rows(some_rows(3), False)
    search_field(sidebar).setText("cat")
    with qtbot.assertNotEmitted(sidebar.conversationChosen):
        for key in keys:
            QTest.keyClick(search_field(sidebar), key)
    with qtbot.waitSignal(sidebar.conversationChosen) as chosen:
        sidebar.set_search_results([ConversationRow(9, "Names", 0)], "cat")
    assert chosen.args == [9, None]


def test_keys_that_waited_for_results_do_nothing_once_the_search_is_over(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_rows(some_rows(3), False)
    search_field(sidebar).setText("cat")
    QTest.keyClick(search_field(sidebar), Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(sidebar.conversationChosen):
        search_field(sidebar).clear()
        sidebar.set_search_results([ConversationRow(9, "Names", 0)], "cat")


def test_late_results_of_an_earlier_search_are_not_shown(sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    search_field(sidebar).setText("cats")
    sidebar.set_search_results(some_rows(1), "cat")
    assert len(view.rows_model().rows()) == 3


def test_ending_the_search_brings_the_list_back(sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    search_field(sidebar).setText("cat")
    sidebar.set_search_results([], "cat")
    assert "Nothing found" in hint(view)
    search_field(sidebar).clear()
    assert len(view.rows_model().rows()) == 3
    assert hint(view) == ""


def test_ctrl_k_goes_to_the_search_field(qtbot: QtBot, sidebar: Sidebar) -> None:
    search_field(sidebar).setText("old")
    sidebar.focus_search()
    assert search_field(sidebar).hasFocus()
    assert search_field(sidebar).selectedText() == "old"


def test_down_goes_from_the_search_field_to_the_list(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(3), False)
    sidebar.focus_search()
    QTest.keyClick(search_field(sidebar), Qt.Key.Key_Down)
    assert view.hasFocus()
    assert [row.id for row in view.selected_rows()] == [1]


def test_an_empty_list_says_what_to_do(sidebar: Sidebar, view: ConversationList) -> None:
    assert hint(view) == ""  # nothing is known yet
    sidebar.set_rows([], False)
    assert "Write a message" in hint(view)
    sidebar.set_rows(some_rows(1), False)
    assert hint(view) == ""


@pytest.mark.parametrize(("title", "told"), [("Short", False), ("A <b>long</b> title " * 9, True)])
def test_a_tooltip_tells_only_what_is_cut(sidebar: Sidebar, view: ConversationList, title: str, told: bool) -> None:
    sidebar.set_rows([ConversationRow(1, title, 0)], False)
    QToolTip.hideText()
    place = view.visualRect(view.rows_model().index_of(1)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == (plain_tip(title.strip()) if told else "")


def test_new_chat_and_settings(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.newChatRequested):
        button(sidebar, "New chat").click()
    with qtbot.waitSignal(sidebar.settingsRequested):
        button(sidebar, "Settings").click()

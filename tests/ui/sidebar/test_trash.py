from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from tests.ui.sidebar.conftest import some_rows

from parley.domain.conversation_row import Shelf
from parley.domain.library_changes import Trash
from parley.ui.sidebar.bars import UndoBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.sidebar.list_view import ConversationList
    from parley.ui.sidebar.sidebar import Sidebar


def press(sidebar: Sidebar, name: str) -> None:
    next(b for b in sidebar.findChildren(QPushButton) if b.text() == name and not b.isHidden()).click()


def let_time_pass(bar: UndoBar) -> None:
    bar.findChildren(QTimer)[0].start(1)


def open_trash(qtbot: QtBot, sidebar: Sidebar, rows: int = 3) -> None:
    with qtbot.waitSignal(sidebar.shelfChosen) as opened:
        press(sidebar, "Trash")
    assert opened.args == [Shelf(trashed=True)]
    sidebar.set_rows(some_rows(rows), False)


def test_undo_is_offered_and_taken(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.show_undo("Moved to the trash", "Undo delete")
    bar = sidebar.findChildren(UndoBar)[0]
    assert bar.isVisible()
    with qtbot.waitSignal(sidebar.undoRequested):
        press(sidebar, "Undo delete")
    assert bar.isHidden()


def test_undo_goes_away_when_its_time_is_up(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.show_undo("Moved to the trash", "Undo delete")
    bar = sidebar.findChildren(UndoBar)[0]
    let_time_pass(bar)
    qtbot.waitUntil(bar.isHidden)


def test_undo_stays_for_the_keyboard_that_is_on_it(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.show_undo("Moved to the trash", "Undo delete")
    bar = sidebar.findChildren(UndoBar)[0]
    bar.findChildren(QPushButton)[0].setFocus()
    let_time_pass(bar)
    qtbot.wait(30)
    assert bar.isVisible()


def test_what_was_undone_can_be_done_again(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.show_redo()
    with qtbot.waitSignal(sidebar.redoRequested):
        press(sidebar, "Redo")


def test_the_trash_restores(qtbot: QtBot, sidebar: Sidebar) -> None:
    open_trash(qtbot, sidebar)
    sidebar.set_current(2)
    restore = sidebar.make_menu().actions()[0]
    assert restore.text() == "Restore"
    with qtbot.waitSignal(sidebar.changeRequested) as restored:
        restore.trigger()
    assert restored.args == [Trash.all([2], False)]


def test_deleting_forever_asks_once_in_its_place(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    open_trash(qtbot, sidebar)
    sidebar.set_current(2)
    with qtbot.assertNotEmitted(sidebar.deleteForeverRequested):
        QTest.keyClick(view, Qt.Key.Key_Delete)
    with qtbot.waitSignal(sidebar.deleteForeverRequested) as deleted:
        press(sidebar, "Delete forever")
    assert deleted.args == [[2]]


def test_cancel_deletes_nothing_and_has_the_keyboard(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    open_trash(qtbot, sidebar)
    sidebar.set_current(2)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    cancel = next(b for b in sidebar.findChildren(QPushButton) if b.text() == "Cancel" and b.isVisible())
    assert cancel.hasFocus()
    with qtbot.assertNotEmitted(sidebar.deleteForeverRequested):
        cancel.click()


def test_escape_deletes_nothing(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    open_trash(qtbot, sidebar)
    sidebar.set_current(2)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    cancel = next(b for b in sidebar.findChildren(QPushButton) if b.text() == "Cancel" and b.isVisible())
    with qtbot.assertNotEmitted(sidebar.deleteForeverRequested):
        QTest.keyClick(cancel, Qt.Key.Key_Escape)
    assert not cancel.isVisible()


def test_emptying_the_trash_asks_first(qtbot: QtBot, sidebar: Sidebar) -> None:
    open_trash(qtbot, sidebar)
    with qtbot.assertNotEmitted(sidebar.emptyTrashRequested):
        press(sidebar, "Empty trash")
    with qtbot.waitSignal(sidebar.emptyTrashRequested):
        confirm = [b for b in sidebar.findChildren(QPushButton) if b.text() == "Empty trash"]
        next(b for b in confirm if b.property("look") == "danger").click()


def test_an_empty_trash_cannot_be_emptied(qtbot: QtBot, sidebar: Sidebar) -> None:
    open_trash(qtbot, sidebar, rows=0)
    assert not [b for b in sidebar.findChildren(QPushButton) if b.text() == "Empty trash" and b.isVisible()]


def test_a_deleted_conversation_is_not_opened(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    open_trash(qtbot, sidebar)
    with qtbot.assertNotEmitted(sidebar.conversationChosen, wait=200):
        place = view.visualRect(view.rows_model().index_of(1)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_there_is_a_way_back(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(5), False)
    open_trash(qtbot, sidebar, rows=2)
    back = next(b for b in sidebar.findChildren(QToolButton) if b.accessibleName() == "Back to the conversations")
    with qtbot.waitSignal(sidebar.shelfChosen) as closed:
        back.click()
    assert closed.args == [Shelf()]
    assert len(view.rows_model().rows()) == 5


def test_no_word_of_the_undo_button_is_cut(qtbot: QtBot, sidebar: Sidebar) -> None:
    long = "Löschen eines Ordners rückgängig machen"
    for width, said in ((480, long), (220, "Undo"), (480, long)):
        sidebar.resize(width, 600)
        sidebar.show_undo("Ordner gelöscht", long)
        QCoreApplication.processEvents()
        (button,) = (b for b in sidebar.findChildren(UndoBar)[0].findChildren(QPushButton) if b.isVisible())
        assert button.text() == said
        assert button.width() >= button.sizeHint().width()
        assert button.accessibleName() == long

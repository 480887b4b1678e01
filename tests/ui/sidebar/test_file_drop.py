"""Files with conversations are brought in through the list: from its menu, or dropped on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from tests.ui.sidebar.conftest import some_rows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.sidebar.list_view import ConversationList
    from parley.ui.sidebar.sidebar import Sidebar

ANY_ACTION = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
SPOT = QPoint(40, 40)


def carrying(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def drop(view: ConversationList, data: QMimeData) -> Qt.DropAction | None:
    """Drag from another program over the list and let go. Returns what the other program is told; None: refused.

    The list is called itself: QApplication would go on remembering it as the target of a drag that never was.
    """
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(SPOT, ANY_ACTION, data, buttons, keys)
    view.dragEnterEvent(entering)
    if not entering.isAccepted():
        return None
    moving = QDragMoveEvent(SPOT, ANY_ACTION, data, buttons, keys)
    view.dragMoveEvent(moving)
    assert moving.isAccepted()
    dropping = QDropEvent(QPointF(SPOT), ANY_ACTION, data, buttons, keys)
    view.dropEvent(dropping)
    return dropping.dropAction() if dropping.isAccepted() else None


def test_dropped_files_are_brought_in_and_stay_where_they_are(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList
) -> None:
    sidebar.set_rows(some_rows(3), False)
    with qtbot.waitSignal(sidebar.filesDropped) as dropped:
        data = carrying("file:///home/me/one.json", "file:///home/me/photo.png", "file:///home/me/Backup.DB")
        assert drop(view, data) == Qt.DropAction.CopyAction
    assert dropped.args == [["/home/me/one.json", "/home/me/Backup.DB"]]


@pytest.mark.parametrize("url", ["file:///home/me/photo.png", "https://example.org/one.json", "file:///home/json"])
def test_nothing_else_is_taken(qtbot: QtBot, sidebar: Sidebar, view: ConversationList, url: str) -> None:
    with qtbot.assertNotEmitted(sidebar.filesDropped):
        assert drop(view, carrying(url)) is None


def test_the_menu_of_the_list_offers_it(qtbot: QtBot, sidebar: Sidebar) -> None:
    [action] = [action for action in sidebar.make_menu().actions() if action.text() == "Import…"]
    with qtbot.waitSignal(sidebar.importRequested):
        action.trigger()

"""The part of the list that conversations are dragged in, onto a folder, and that files are dropped on."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from parley.ui.sidebar.fixed_rows import FixedRowsView

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from parley.domain.conversation_row import Folder
    from parley.ui.theme import Theme


class DropView(FixedRowsView):
    """Knows dragging and dropping; what is dragged and where the folders are, its subclass says.

    No ABC, as in kit/themed.py: the type checker refuses a subclass that leaves one of these out.
    """

    dropped = Signal(list, object)  # ids of conversations, the Folder they were dropped on
    filesDropped = Signal(list)  # paths

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    @abstractmethod
    def dragged(self) -> tuple[list[int], str]:
        """The ids of what a drag takes along, and how it is called."""

    @abstractmethod
    def folder_at(self, point: QPoint) -> Folder | None:
        """The folder that stands there, if one does."""

    @abstractmethod
    def mark_target(self, folder: Folder | None) -> None:
        """Show which folder would take what is dragged."""

    @abstractmethod
    def is_chosen_by(self, button: Qt.MouseButton) -> bool:
        """Whether pressing `button` on a row chooses it."""

    @abstractmethod
    def shown_theme(self) -> Theme:
        """The theme that the list has now."""

    # Qt would choose, and drag, with any button

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.is_chosen_by(event.button()):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_chosen_by(event.button()):
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() or event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)

    # Dragging and dropping

    def startDrag(self, _actions: Qt.DropAction) -> None:
        from parley.ui.sidebar.row_drag import make_drag  # rarely needed

        ids, words = self.dragged()
        if ids:
            make_drag(self, ids, words, self.shown_theme()).exec(Qt.DropAction.MoveAction)
            self._end_drag()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from parley.ui.sidebar.file_drop import files_in  # as above

        if event.source() is self or files_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.source() is not self:  # files, wherever they are dropped
            event.acceptProposedAction()
            return
        point = event.position().toPoint()
        folder = self.folder_at(point)
        self.mark_target(folder)
        event.setAccepted(folder is not None)
        self.scroll_at_edge(point)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        from parley.ui.sidebar.file_drop import files_in  # as above
        from parley.ui.sidebar.row_drag import ids_in

        if event.source() is not self and (files := files_in(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)  # whatever was proposed, they stay where they are
            event.accept()
            self.filesDropped.emit(files)
            return
        folder = self.folder_at(event.position().toPoint())
        self._end_drag()
        if folder is not None and (ids := ids_in(event.mimeData())):
            event.setDropAction(Qt.DropAction.IgnoreAction)  # the row stays until the store has moved it
            event.accept()
            self.dropped.emit(ids, folder)

    def _end_drag(self) -> None:
        self.mark_target(None)
        self.scroll_at_edge(None)

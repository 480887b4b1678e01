"""The title of the conversation, which can be written over in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from parley.ui.kit.labels import ElidedLabel
from parley.ui.kit.themed import set_look
from parley.ui.theme import CONTROL_HEIGHT, RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

LONGEST_TITLE = 200  # characters


class _TitleLabel(ElidedLabel):
    """The title as it stands. Double click, F2 or Enter ask to change it."""

    editRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, look="heading")
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setContentsMargins(6, 0, 6, 0)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.editRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.editRequested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class _TitleEdit(QLineEdit):
    """The field over the title. Enter and leaving keep what was written, Escape does not."""

    finished = Signal(bool)  # whether to keep it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_TITLE)
        self.setAccessibleName(self.tr("Title"))
        set_look(self, "title")
        self.returnPressed.connect(self._keep)
        self.hide()

    def _keep(self) -> None:
        self.finished.emit(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit(True)


class Title(QWidget):
    """Shows a title, and lets it be changed when it belongs to a conversation that exists."""

    renameRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._editable = False
        self._label = _TitleLabel()
        self._edit = _TitleEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._label.editRequested.connect(self.edit)
        self._edit.finished.connect(self._finish)
        self.set_title("", editable=False)

    def set_title(self, title: str, *, editable: bool) -> None:
        """Show `title`; an empty one as "New chat". A title that is being written is left alone."""
        self._text = title
        self._editable = editable
        self._label.set_text(title or self.tr("New chat"))
        self._label.setFocusPolicy(Qt.FocusPolicy.TabFocus if editable else Qt.FocusPolicy.NoFocus)
        self._label.setAccessibleDescription(self.tr("Press F2 to rename") if editable else "")

    def edit(self) -> None:
        if not self._editable:
            return
        self._edit.setText(self._text)
        self._label.hide()
        self._edit.show()
        self._edit.selectAll()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_editing(self) -> bool:
        return not self._edit.isHidden()

    def cancel(self) -> None:
        """Forget what is being written."""
        self._finish(keep=False)

    def _finish(self, keep: bool) -> None:
        if not self.is_editing():
            return
        title = " ".join(self._edit.text().split())
        had_focus = self._edit.hasFocus()
        self._edit.hide()
        self._label.show()
        if had_focus:
            self._label.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep and title and title != self._text:
            self._label.set_text(title)
            self.renameRequested.emit(title)

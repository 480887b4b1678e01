"""What can be done with a message: a row of small buttons that comes to the message under the pointer or the focus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from parley.domain.message import Status
from parley.ui.kit.buttons import IconButton
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import theme_below

if TYPE_CHECKING:
    from parley.ui.theme import Theme

    from .item import MessageItem

_BUTTON = 28
_COPIED_MS = 1500
_DIGIT = re.compile("[0-9]")


class ActionBar(QWidget):
    """One for the whole transcript: it moves."""

    copyRequested = Signal()
    editRequested = Signal()
    regenerateRequested = Signal()
    continueRequested = Signal()
    exportRequested = Signal()
    codeRequested = Signal()
    deleteRequested = Signal()
    branchRequested = Signal(int)  # -1 or 1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.may_delete = True
        self._offered: tuple[object, ...] = ()  # what the buttons are set for
        self._copy = IconButton("copy", self.tr("Copy"), self, tip=self.tr("Copy message"), size=_BUTTON)
        self._edit = IconButton("pencil", self.tr("Edit message"), self, size=_BUTTON)
        self._again = IconButton("refresh-cw", self.tr("Regenerate answer"), self, size=_BUTTON)
        self._continue = IconButton("play", self.tr("Continue answer"), self, size=_BUTTON)
        self._export = IconButton("download", self.tr("Export up to here"), self, size=_BUTTON)
        self._code = IconButton("code", self.tr("Show as Python"), self, size=_BUTTON)
        self._delete = IconButton("trash-2", self.tr("Delete message"), self, size=_BUTTON)
        self._back = IconButton("chevron-left", self.tr("Previous version"), self, size=_BUTTON)
        self._count = Label("", self, look="small", wrap=False)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._next = IconButton("chevron-right", self.tr("Next version"), self, size=_BUTTON)
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Message actions"))
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (
            self._back,
            self._count,
            self._next,
            self._copy,
            self._edit,
            self._again,
            self._continue,
            self._export,
            self._code,
            self._delete,
        ):
            row.addWidget(part)

    def _connect(self) -> None:
        self._copy.clicked.connect(self._show_copied)
        self._copy.clicked.connect(self.copyRequested)
        self._edit.clicked.connect(self.editRequested)
        self._again.clicked.connect(self.regenerateRequested)
        self._continue.clicked.connect(self.continueRequested)
        self._export.clicked.connect(self.exportRequested)
        self._code.clicked.connect(self.codeRequested)
        self._delete.clicked.connect(self.deleteRequested)
        self._back.clicked.connect(lambda: self.branchRequested.emit(-1))
        self._next.clicked.connect(lambda: self.branchRequested.emit(1))

    def serve(self, item: MessageItem, *, is_last: bool = False) -> None:
        """Offer what can be done with `item`; `is_last`: nothing follows it, so a question can be answered."""
        offered = (item.message, item.has_text, is_last, self.may_delete)
        if self._offered[1:] != offered[1:] or self._offered[0] is not item.message:
            self._offered = offered
            self._offer(item, is_last=is_last)

    def _offer(self, item: MessageItem, *, is_last: bool) -> None:
        message = item.message
        busy = message.status is Status.STREAMING
        branches = message.siblings > 1 and not busy
        for part in (self._back, self._count, self._next):
            part.setVisible(branches)
        self._back.setEnabled(message.position > 1)
        self._next.setEnabled(message.position < message.siblings)
        counted = self.tr("{number} of {all}")
        self._count.setText(counted.format(number=message.position, all=message.siblings))
        widest = counted.format(number=message.siblings, all=message.siblings)
        self._count.setMinimumWidth(_width_of_any(widest, self._count))  # the arrows stay where they are
        self._copy.setVisible(item.has_text)
        self._edit.setVisible(item.is_mine)
        self._again.setVisible(not (busy or item.is_note) and (is_last or not item.is_mine))
        self._continue.setVisible(can_continue(item))
        self._export.setVisible(not (busy or item.is_note))
        self._code.setVisible(not item.is_note)
        self._delete.setVisible(self.may_delete and not (busy or item.is_note))
        self._delete.set_label(self.tr("Delete version") if branches else self.tr("Delete message"))
        self.adjustSize()

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    def _show_copied(self) -> None:
        self._copy.set_icon_name("check")
        QTimer.singleShot(_COPIED_MS, self._copy, lambda: self._copy.set_icon_name("copy"))


def _width_of_any(number: str, label: Label) -> int:
    """How wide `number` can be with other digits: in most fonts a 1 is narrower than the others."""
    advance = label.fontMetrics().horizontalAdvance
    return max(advance(_DIGIT.sub(digit, number)) for digit in "0123456789")


def can_continue(item: MessageItem) -> bool:
    """Whether the model could write on from where this answer ends."""
    return not item.is_mine and item.has_text and item.message.is_cut

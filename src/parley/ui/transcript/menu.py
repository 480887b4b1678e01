"""The context menu of the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from parley.markup.plain import table_csv

from .actions import can_continue
from .code_row import CodeRow
from .table_row import TableRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from .item import MessageItem
    from .rows import Row


class Offers(Protocol):
    """What the menu offers, done by `TranscriptView`."""

    editRequested: SignalInstance
    regenerateRequested: SignalInstance
    continueRequested: SignalInstance
    exportRequested: SignalInstance
    codeRequested: SignalInstance
    deleteRequested: SignalInstance

    @property
    def has_selection(self) -> bool: ...
    def copy_selection(self) -> None: ...
    def copy_text(self, text: str) -> None: ...
    def copy_message(self, message_id: int) -> None: ...
    def select_all(self) -> None: ...
    def open_find(self) -> None: ...


def make_menu(
    view: Offers, parent: QWidget, item: MessageItem, row: Row | None, link: str, *, may_delete: bool = True
) -> QMenu:
    """What can be done at one place: with the selection, with what lies there, with its message."""
    menu = QMenu(parent)
    number = item.message.id

    def add(text: str, do: Callable[[], object], *, enabled: bool = True) -> None:
        action = menu.addAction(text)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked: do())

    add(QCoreApplication.translate("Transcript", "Copy"), view.copy_selection, enabled=view.has_selection)
    if link:
        add(QCoreApplication.translate("Transcript", "Copy link"), lambda: view.copy_text(link))
    if isinstance(row, TableRow):
        table = row.table
        add(QCoreApplication.translate("Transcript", "Copy table as CSV"), lambda: view.copy_text(table_csv(table)))
    if isinstance(row, CodeRow):
        code = row.code.text
        add(QCoreApplication.translate("Transcript", "Copy code"), lambda: view.copy_text(code))
    add(
        QCoreApplication.translate("Transcript", "Copy message"),
        lambda: view.copy_message(number),
        enabled=item.has_text,
    )
    if not item.is_mine:
        add(
            QCoreApplication.translate("Transcript", "Copy message as Markdown"),
            lambda: view.copy_text(item.text),
            enabled=item.has_text,
        )
    add(QCoreApplication.translate("Transcript", "Select all"), view.select_all)
    menu.addSeparator()
    if item.is_mine:
        add(QCoreApplication.translate("Transcript", "Edit message"), lambda: view.editRequested.emit(number))
    elif not (item.streaming or item.is_note):
        add(
            QCoreApplication.translate("Transcript", "Regenerate answer"), lambda: view.regenerateRequested.emit(number)
        )
        if can_continue(item):
            add(
                QCoreApplication.translate("Transcript", "Continue answer"), lambda: view.continueRequested.emit(number)
            )
    add(
        QCoreApplication.translate("Transcript", "Export up to here"),
        lambda: view.exportRequested.emit(number),
        enabled=not (item.streaming or item.is_note),
    )
    add(QCoreApplication.translate("Transcript", "Show as Python…"), lambda: view.codeRequested.emit(number))
    if may_delete:
        add(
            QCoreApplication.translate("Transcript", "Delete version")
            if item.message.siblings > 1
            else QCoreApplication.translate("Transcript", "Delete message"),
            lambda: view.deleteRequested.emit(number),
            enabled=not (item.streaming or item.is_note),
        )
    menu.addSeparator()
    add(QCoreApplication.translate("Transcript", "Find in this conversation"), view.open_find)
    return menu

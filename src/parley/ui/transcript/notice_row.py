"""The failure of an answer, in its place under the message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF

from parley.ui import theme as look
from parley.ui.failure_notice import FailureNotice
from parley.ui.kit.themed import theme_below

from .rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from parley.domain.errors import Failure

    from .page import Page


class NoticeRow(Row):
    """A card with real buttons; it grows when its details are opened."""

    gap = look.MEDIUM

    def __init__(self, message_id: int, failure: Failure, page: Page) -> None:
        super().__init__()
        self._message_id = message_id
        self._failure = failure
        self._page = page
        self._card: FailureNotice | None = None
        self._watcher: _HeightWatcher | None = None
        self.height = 96

    def lay_out(self, width: int) -> int:
        card = self._made()
        card.setFixedWidth(width)
        height = card.heightForWidth(width)
        return max(48, height if height > 0 else card.sizeHint().height())

    def _made(self) -> FailureNotice:
        if self._card is None:
            card = FailureNotice(self._page.parent)
            theme_below(card, self._page.theme)
            card.show_failure(self._failure, self._page.service_name)
            card.hide()
            card.actionRequested.connect(lambda action: self._page.act(self._message_id, action))
            self._card = card
            self._watcher = _HeightWatcher(self, card)
        return self._card

    def layout_changed(self) -> None:
        if self._width > 0 and self._card is not None and self._card.heightForWidth(self._width) != self.height:
            self._width = -1
            self.changed()

    def widgets(self, _page: Page) -> Sequence[tuple[QWidget, QRectF]]:
        return ((self._made(), QRectF(0, 0, self._width, self.height)),)

    def release(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
            self._width = -1


class _HeightWatcher(QObject):
    """Tells the row when the card asks for another height."""

    def __init__(self, row: NoticeRow, card: FailureNotice) -> None:
        super().__init__(card)
        self._row = row
        card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._row.layout_changed()
        return False

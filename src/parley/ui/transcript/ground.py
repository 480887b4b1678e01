"""What the helpers of the page need to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRectF

    from parley.ui.theme import Theme

    from .flow import Flow
    from .page import Page
    from .rows import Range
    from .selection import Selection


class Ground(Protocol):
    """The page with its messages; `Area` is one."""

    flow: Flow
    left_out: int  # so many messages at the beginning are not sent any more
    selection: Selection | None
    marks: dict[tuple[int, int], list[Range]]

    @property
    def theme(self) -> Theme: ...
    @property
    def page(self) -> Page: ...
    def top(self) -> int: ...
    def column_left(self) -> int: ...
    def visible_items(self) -> range: ...
    def visible_rows(self, number: int) -> range: ...
    def rows_between(self, number: int, top: int, bottom: int) -> range: ...
    def row_origin(self, number: int, row: int) -> QPoint: ...
    def strip_rect(self, number: int) -> QRectF: ...

"""A message in the transcript: its rows, where each of them stands, and how high all of it is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from parley.domain.message import Role, Status
from parley.markup.answer import AnswerReader
from parley.markup.json_answer import may_be_json
from parley.markup.leaves import flatten
from parley.ui import theme as look

from .attachment_row import attachment_rows
from .code_row import CodeRow
from .note_row import NOTE_ID, NoteRow
from .notice_row import NoticeRow
from .row_factory import in_rows, make_row, plain_rows, put_in_place
from .table_row import TableRow
from .text_row import fit_card, natural_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.events import Phase
    from parley.domain.message import Message
    from parley.markup.leaves import Leaf
    from parley.markup.stream import Change

    from .page import Page
    from .rows import Row

STRIP: Final = 36  # the quiet line under a message, and its actions
ABOVE: Final = look.MEDIUM
CARD_PAD_X, CARD_PAD_Y = look.LARGE, look.MEDIUM
CARD_SHARE: Final = 0.82  # of the reading column
PLAIN_ABOVE: Final = 1_000_000  # characters: longer text is shown as it was written, without Markdown


def guess_height(width: int, letter: float) -> tuple[int, float]:
    """The height of a message that was never laid out: so much, and so much for each letter of it, in pixels.

    `letter` is the average width of one. A line is about 3.4 times as high as its letters are wide.
    """
    return ABOVE + STRIP + int(letter * 3.4), letter / width * letter * 3.4


class MessageItem:
    """One message. Until `build` it is only an estimated height."""

    __slots__ = (
        "_block_rows",
        "_fresh",
        "_good",
        "_read_rows",
        "_reader",
        "_text",
        "_tops",
        "_width",
        "built",
        "height",
        "message",
        "phase",
        "rows",
        "streamed",
        "waiting",
    )

    def __init__(self, message: Message, width: int, height: int) -> None:
        self.message = message
        self._text = [message.text]  # put together when asked for
        self.rows: list[Row] = []
        self.built = False
        self.streamed = message.status is Status.STREAMING
        self.phase: Phase | None = None
        self.waiting = 0
        self._reader: AnswerReader | None = None
        self._fresh: list[str] = []  # what was appended since `refresh`
        self._block_rows: list[int] = []  # the row each block begins with
        self._read_rows = 0  # the number of the first row below all blocks: of what is not read yet, or of a notice
        self._tops: list[int] = []
        self._good = 0  # rows whose top is known
        self._width = width
        self.height = height  # a guess until `build`

    @property
    def text(self) -> str:
        """All of it, as far as it has arrived."""
        if len(self._text) > 1:
            self._text = ["".join(self._text)]
        return self._text[0]

    @property
    def has_text(self) -> bool:
        return any(self._text)

    @property
    def is_mine(self) -> bool:
        return self.message.role is Role.USER

    @property
    def is_note(self) -> bool:
        """Whether this is no message but says what became of those above."""
        return self.message.id == NOTE_ID

    @property
    def in_card(self) -> bool:
        return self.is_mine or self.is_note

    @property
    def streaming(self) -> bool:
        return self.message.status is Status.STREAMING

    @property
    def broken_off(self) -> bool:
        """Whether less stands here than the model would have written."""
        return self.message.status is Status.INCOMPLETE

    def build(self, page: Page, width: int) -> None:
        """Make the rows. They are laid out one by one when they come near the window."""
        self.built = True
        self._width = width
        theme = page.theme
        self.rows = []
        self._good = 0
        self._block_rows = []
        self._reader = None
        self._fresh.clear()
        if self.is_mine:
            self._add_rows(list(attachment_rows(self.message.attachments, page)), page)
            words = list(plain_rows(self.text, theme))
            if words and self.rows:
                words[0].gap = look.SMALL
            self._add_rows(words, page)
        elif len(self.text) > PLAIN_ABOVE:
            self._add_rows(list(plain_rows(self.text, theme)), page)
        else:
            if self.is_note:
                self._add_rows([NoteRow(self.text, page)], page)
            self._read_rows = len(self.rows)
            self._reader = AnswerReader(self.text, maybe_json=self._may_be_json())
            self._reader.take_stretch()
            self._show_read(self._reader, page)
        self._add_notice(page)
        self._place()

    def _may_be_json(self) -> bool:
        return not self.is_note and (self.streaming or may_be_json(self.text, cut=self.message.is_cut))

    def _show_read(self, reader: AnswerReader, page: Page) -> None:
        """Show what was read; what waits for its turn stays as it was written."""
        arrives = self.streaming or bool(reader.unread)
        self._apply(reader.read() if arrives else reader.finish(cut=self.message.is_cut), page)
        self._add_rows(list(plain_rows(reader.unread, page.theme)), page)

    @property
    def unread(self) -> bool:
        """Whether some of the text is still shown as it was written, for want of time."""
        return self._reader is not None and bool(self._reader.unread)

    def read_on(self, page: Page) -> None:
        """Read the next stretch of a long text."""
        assert self._reader is not None  # noqa: S101 - only what is `unread` is read on
        self._reader.take_stretch()
        self._show_read(self._reader, page)
        self._add_notice(page)
        self._place()

    def set_again(self, rows: range) -> None:
        """Formulas in these rows that were not ready before may be now."""
        for number in rows:
            row = self.rows[number]
            if row.has_formulas:
                row.forget()
                self._good = min(self._good, number)

    def drop(self) -> None:
        """Go back to a height only."""
        for row in self.rows:
            row.release()
        self.rows = []
        self._good = 0
        self.built = False
        self._reader = None
        self._fresh.clear()

    def append(self, text: str) -> None:
        self._text.append(text)
        if self.built:
            self._fresh.append(text)

    def refresh(self, page: Page) -> None:
        """Show what was appended, unless some of the text before it still waits for its turn."""
        waits = self.unread
        self._take_fresh()
        if self._reader is not None and not waits:
            self._show_read(self._reader, page)
            self._place()

    def _take_fresh(self) -> None:
        text = "".join(self._fresh)
        self._fresh.clear()
        if self._reader is not None:
            self._reader.feed(text)

    def finish(self, message: Message, page: Page) -> None:
        """The message is settled as `message`."""
        self._take_fresh()
        same = message.text == self.text
        was_streaming = self.message.status is Status.STREAMING
        self.message = message
        self.phase = None
        settled = was_streaming and not self.streaming and not self.unread
        if same and settled and self._reader is not None:
            self._show_read(self._reader, page)
            self._add_notice(page)
            self._place()
            return
        self._text = [message.text]
        if self.built:
            self.drop()
            self.build(page, self._width)

    def _add_notice(self, page: Page) -> None:
        failure = self.message.failure
        if failure is not None and not self.is_mine:
            self._add_rows([NoticeRow(self.message.id, failure, page)], page)

    def _apply(self, change: Change, page: Page) -> None:
        """Replace the rows from the first changed block on, keeping those that show the same as before."""
        first_row = self._block_rows[change.first] if change.first < len(self._block_rows) else self._read_rows
        old = self.rows[first_row:]
        del self._block_rows[change.first :]
        del self.rows[first_row:]
        self._good = min(self._good, first_row)
        for block in change.blocks:
            self._block_rows.append(len(self.rows))
            for leaf in chain.from_iterable(map(in_rows, flatten((block,)))):
                place = len(self.rows) - first_row
                kept = _reuse(old[place], leaf) if place < len(old) else None
                if kept is None:
                    self._add_rows([make_row(leaf, page, may_fold=not self.streamed)], page)
                else:
                    put_in_place(kept, leaf, page.theme)
                    self.rows.append(kept)
        self._read_rows = len(self.rows)
        kept_rows = set(map(id, self.rows[first_row:]))
        for row in old:
            if id(row) not in kept_rows:
                row.release()

    def _add_rows(self, rows: Sequence[Row], page: Page) -> None:
        for row in rows:
            row.estimate(self.row_width(row))
            row.changed = page.changed
            self.rows.append(row)

    # Geometry

    def content_width(self) -> int:
        return int(self._width * CARD_SHARE) - 2 * CARD_PAD_X if self.is_mine else self._width

    def row_width(self, row: Row) -> int:
        return max(40, self.content_width() - row.indent)

    def set_width(self, width: int) -> None:
        """The page is another width: what was measured is an estimate again."""
        self._width = width
        for row in self.rows:
            row.forget_width()
            row.estimate(self.row_width(row))
        self._good = 0
        self._place()

    def measure(self, number: int) -> bool:
        """Lay out one row. Whether anything moved."""
        row = self.rows[number]
        moved = row.measure(self.row_width(row))
        if self.is_mine:
            fit_card(self.rows)
        if not moved:
            return False
        self._good = min(self._good, number + 1)
        if self._good == len(self.rows):
            self._good -= 1
        return True

    def settle(self) -> bool:
        """Add up the heights again if a row has changed. Whether the whole has another height."""
        if self._good >= len(self.rows):
            return False
        before = self.height
        self._place()
        return self.height != before

    def _place(self) -> None:
        """Add up the heights from the first row whose top is not known any more."""
        start = self._good
        tops = self._tops
        del tops[start:]
        top = ABOVE + (CARD_PAD_Y if self.in_card else 0)
        if start:
            top = tops[-1] + self.rows[start - 1].height
        for row in self.rows[start:]:
            if tops:
                top += row.gap
            tops.append(top)
            top += row.height
        self._good = len(self.rows)
        self.height = top + (CARD_PAD_Y if self.in_card else 0) + STRIP

    def top_of(self, number: int) -> int:
        return self._tops[number]

    def row_at(self, y: float) -> int:
        """The row at height `y` of the item, or the nearest above."""
        return max(0, bisect_right(self._tops, y) - 1)

    def strip_top(self) -> int:
        return self.height - STRIP

    def card(self, left: int) -> QRectF:
        """The tinted card of the person's own message, in the page; the column begins at `left`."""
        width = min(self.content_width(), max(natural_width(self.rows), look.LARGE)) + 2 * CARD_PAD_X
        return QRectF(left + self._width - width, ABOVE, width, self.height - ABOVE - STRIP)

    def note_card(self, left: int) -> QRectF:
        """The card of a note, a little wider than the column."""
        width = self._width + 2 * look.MEDIUM
        return QRectF(left - look.MEDIUM, ABOVE, width, self.height - ABOVE - STRIP)

    def row_left(self, number: int, left: int) -> int:
        """Where a row begins, in the page."""
        if self.is_mine:
            return int(self.card(left).left()) + CARD_PAD_X
        row = self.rows[number]
        return left if row.rtl else left + row.indent


def _reuse(row: Row, leaf: Leaf) -> Row | None:
    """`row` if it shows `leaf`, or can by growing."""
    if row.leaf == leaf:
        return row
    if isinstance(row, CodeRow | TableRow) and _is_there(row, leaf) and row.grow(leaf.block):
        return row
    return None


def _is_there(row: CodeRow | TableRow, leaf: Leaf) -> bool:
    """Whether `row` stands where `leaf` does: in the same containers, with the same marker."""
    return replace(row.leaf, block=leaf.block, close=leaf.close) == leaf

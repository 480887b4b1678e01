"""The window: where its parts are, and nothing of what they do. What is rarely seen is built when it is first shown."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from parley.ui.columns import MIDDLE_NEEDS, Columns, Wish, has_room_for_all, share
from parley.ui.composer.composer import Composer
from parley.ui.empty_page import EmptyPage
from parley.ui.header import Header
from parley.ui.kit.cards import Notice
from parley.ui.kit.themed import theme_below
from parley.ui.screen_room import bring_into_screen, within_screen
from parley.ui.sidebar.sidebar import Sidebar
from parley.ui.theme import LARGE, PANEL_WIDTH, SIDEBAR_WIDTH, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from parley.ui.failure_notice import FailureNotice
    from parley.ui.theme import Theme
    from parley.ui.transcript.view import TranscriptView

FIRST_SIZE = (1180, 780)
SMALLEST_SIZE = (480, 420)
_WIDEST_PANEL = PANEL_WIDTH + 160  # pixels, beside a conversation
_NO_BOUND = (1 << 24) - 1  # pixels: as wide as Qt lets a widget be


class Page(StrEnum):
    """What the middle of the window shows."""

    WELCOME = "welcome"
    EMPTY = "empty"
    TALK = "talk"


class MainWindow(QMainWindow):
    """Sidebar, the page in the middle, and the side panel."""

    firstPainted = Signal()
    closing = Signal()
    columnsMoved = Signal()  # the person dragged an edge between two

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Parley")
        self.setAccessibleName("Parley")
        self.setMinimumSize(within_screen(self, *SMALLEST_SIZE))
        self.resize(within_screen(self, *FIRST_SIZE))
        self._theme = theme
        self._painted = False
        self._sidebar_wanted, self._sidebar_last = True, False
        self._sidebar_width, self._panel_width = SIDEBAR_WIDTH, PANEL_WIDTH
        self.sidebar = Sidebar()
        self.header = Header()
        self.composer = Composer()
        self.empty_page = EmptyPage()
        self._notices = QVBoxLayout()
        self.notice = Notice(closable=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty_page)
        self._transcript: TranscriptView | None = None
        self._failure: FailureNotice | None = None
        self._bars: list[QWidget] = []
        self._welcome: QWidget | None = None
        self._page = Page.EMPTY
        self._instead: QWidget | None = None
        self._find_instead: Callable[[], None] | None = None
        self._composer_wanted = True
        self._above_composer = QWidget()
        self._above_column = QVBoxLayout(self._above_composer)
        self._panel: QWidget | None = None
        self._panel_wanted = False
        self._columns = Columns(sidebar=True, middle=True, panel=False)
        self._middle = QWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._middle.setMinimumWidth(MIDDLE_NEEDS)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._notices.setContentsMargins(LARGE, SMALL, LARGE, 0)
        self._notices.setSpacing(SMALL)
        self._notices.addWidget(self.notice)
        self.notice.hide()
        column.addLayout(self._notices)
        column.addWidget(self._pages, 1)
        self._above_column.setContentsMargins(0, 0, 0, 0)
        self._above_column.setSpacing(0)
        column.addWidget(self._above_composer)
        column.addWidget(self.composer)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.sidebar)
        self._splitter.addWidget(self._middle)
        self._splitter.setCollapsible(0, False)
        self._splitter.setCollapsible(1, False)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([SIDEBAR_WIDTH, self.width() - SIDEBAR_WIDTH])
        self._splitter.splitterMoved.connect(self._take_columns)
        self.setCentralWidget(self._splitter)

    # Parts that come later

    @property
    def transcript(self) -> TranscriptView:
        """The messages; there once `add_transcript` was called, right after the first paint."""
        assert self._transcript is not None  # noqa: S101 - nothing is connected before
        return self._transcript

    def add_transcript(self, transcript: TranscriptView) -> None:
        self._transcript = transcript
        self._pages.addWidget(transcript)
        transcript.set_theme(self._theme)

    @property
    def failure(self) -> FailureNotice:
        """Where a failure that belongs to no message is said; there from `add_failure_notice` on."""
        assert self._failure is not None  # noqa: S101 - nothing is connected before
        return self._failure

    def add_failure_notice(self, failure: FailureNotice) -> None:
        self._failure = failure
        self._notices.addWidget(failure)
        theme_below(failure, self._theme)

    def add_welcome(self, welcome: QWidget) -> None:
        """The Welcome page, built only for those who need it."""
        self._welcome = welcome
        self._pages.addWidget(welcome)

    def add_panel(self, panel: QWidget) -> None:
        """The side panel, built when it is first opened."""
        self._panel = panel
        self._splitter.addWidget(panel)
        self._splitter.setCollapsible(self._splitter.indexOf(panel), False)

    def add_above_composer(self, bar: QWidget) -> None:
        """Something that is about the message being written."""
        self._bars.append(bar)
        self._above_column.addWidget(bar)

    def set_export_formats(self, formats: Sequence[tuple[str, str]]) -> None:
        """The formats offered wherever something can be exported, as (key, words)."""
        self.sidebar.set_export_formats(formats)
        self.header.set_export_formats(formats)

    # What is shown

    def show_page(self, page: Page) -> None:
        """Change the middle of the window; the Welcome page has neither header nor composer."""
        widgets = {Page.WELCOME: self._welcome, Page.EMPTY: self.empty_page, Page.TALK: self._transcript}
        widget = widgets[page]
        if widget is not None:
            self._page = page
            instead = None if page is Page.WELCOME else self._instead
            self._pages.setCurrentWidget(instead or widget)
        self.show_talking_parts(page is not Page.WELCOME)

    def show_instead(
        self, widget: QWidget | None, *, composer: bool = True, find: Callable[[], None] | None = None
    ) -> None:
        """Have `widget` wherever the conversation would be, with the composer or without it, until None is given.

        `find` is what Ctrl+F does there.
        """
        if widget is not None and self._pages.indexOf(widget) < 0:
            self._pages.addWidget(widget)
        self._instead = widget
        self._find_instead = find
        self._composer_wanted = composer
        self.show_page(self._page)

    def open_find(self) -> None:
        """Find text in what is on the screen."""
        if self._instead is None:
            self.transcript.open_find()
        elif self._find_instead is not None:
            self._find_instead()

    def show_talking_parts(self, shown: bool) -> None:
        """The header and the composer, which the Welcome page does without."""
        for part in (self._above_composer, self.composer):
            part.setVisible(shown and self._composer_wanted)
        self.header.setVisible(shown)

    @property
    def page(self) -> Page:
        return self._page

    def hide_notices(self) -> None:
        """What was said is answered by what the person does now."""
        self.notice.hide()
        if self._failure is not None:
            self._failure.hide()

    def show_panel(self, shown: bool) -> None:
        """Open or close the side panel; what has no room beside it gives way."""
        self._panel_wanted = shown
        self._sidebar_last = False
        self._share_width(anew=True)

    def column_widths(self) -> tuple[int, int]:
        """How wide the person made the sidebar and the side panel, in pixels."""
        return self._sidebar_width, self._panel_width

    def set_column_widths(self, sidebar: int, panel: int) -> None:
        """As they were last time; before anything is shown."""
        self._sidebar_width, self._panel_width = sidebar, panel
        self._splitter.setSizes([sidebar, max(1, self.width() - sidebar)])

    def _take_columns(self) -> None:
        sizes = self._splitter.sizes()
        if sizes[0]:
            self._sidebar_width = sizes[0]
        if len(sizes) > 2 and sizes[2]:
            self._panel_width = sizes[2]
        self.columnsMoved.emit()

    def show_sidebar(self, shown: bool) -> None:
        """Show or hide the sidebar as the person wants it; in a narrow window it makes room until it is asked for."""
        self._sidebar_wanted, self._sidebar_last = shown, False
        self._share_width(anew=True)

    def toggle_sidebar(self) -> bool:
        """Turn it over, whatever the reason for its present state; returns whether it is wanted now."""
        self._sidebar_wanted = self._sidebar_last = not self.sidebar.isVisible()
        self._share_width(anew=True)
        return self._sidebar_wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self, *, anew: bool = False) -> None:
        """Show the columns that there is room for; `anew` also when they are those shown already."""
        wish = self._wish()
        columns = share(self.width(), wish)
        if has_room_for_all(self.width(), wish):
            self._sidebar_last = False
        if anew or columns != self._columns:
            self._show_columns(columns)

    def _wish(self) -> Wish:
        panel = self._panel.minimumSizeHint().width() if self._panel is not None and self._panel_wanted else 0
        return Wish(self._sidebar_wanted, panel > 0, self._sidebar_last, self.sidebar.minimumWidth(), panel)

    def _show_columns(self, columns: Columns) -> None:
        comes_back = columns.middle and not self._columns.middle
        self._columns = columns
        self.sidebar.setVisible(columns.sidebar)
        self._middle.setVisible(columns.middle)
        if self._panel is not None:
            widest = max(_WIDEST_PANEL, self._panel.minimumSizeHint().width())
            self._panel.setMaximumWidth(widest if columns.middle else _NO_BOUND)
            self._panel.setVisible(columns.panel)
        sidebar = self._sidebar_width if columns.sidebar else 0
        panel = self._panel_width if columns.panel else 0
        self._splitter.setSizes([sidebar, max(1, self.width() - sidebar - panel), panel])
        if comes_back and not columns.panel:  # the panel that stood in its place had the focus
            self.composer.focus_input()

    def set_theme(self, theme: Theme) -> None:
        """Give every part the theme; the style sheet of the application is set by whoever owns the application."""
        self._theme = theme
        for part in (self.sidebar, self.header, self._transcript, self.composer, self.empty_page):
            if part is not None:
                part.set_theme(theme)
        for notice in (self.notice, self._failure, *self._bars):
            if notice is not None:
                theme_below(notice, theme)

    @property
    def theme(self) -> Theme:
        return self._theme

    # Where it is on the screen

    def bring_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def geometry_text(self) -> str:
        """Size and place, to be kept over a restart."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry_text(self, text: str) -> None:
        """Be where and as large as last time, as far as the screen has room."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", "ignore")))
            bring_into_screen(self)  # the screen may be another one than last time

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.firstPainted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed where nobody takes it belongs to the message, and Escape to the answer that is running."""
        if event.key() == Qt.Key.Key_Escape and self.composer.busy:
            self.composer.stopRequested.emit()
        elif self.composer.isVisible() and _is_typing(event):
            self.composer.type(event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


def _is_typing(event: QKeyEvent) -> bool:
    """Whether a key writes something. Alt leads to menus, but on Windows AltGr is Ctrl and Alt."""
    held = event.modifiers()
    leads = held & Qt.KeyboardModifier.AltModifier and not held & Qt.KeyboardModifier.ControlModifier
    return bool(event.text()) and event.text().isprintable() and not (leads or held & Qt.KeyboardModifier.MetaModifier)

"""The side panel: one page at a time, under its title and a button that closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from parley.ui.kit.buttons import IconButton
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.panels.chat_settings import ChatSettingsPanel
from parley.ui.panels.pricing import PricingPanel
from parley.ui.theme import LARGE, PANEL_WIDTH, SMALL

if TYPE_CHECKING:
    from parley.ui.theme import Theme

CHAT, PRICING = "chat", "pricing"


class SidePanel(QFrame):
    """Hosts Chat settings and Pricing. `page` is "chat", "pricing" or "" when it is closed."""

    pageChanged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chat_settings = ChatSettingsPanel()
        self.pricing = PricingPanel()
        self._pages: dict[str, QWidget] = {CHAT: self.chat_settings, PRICING: self.pricing}
        self._page = ""
        self._title = Label(look="heading", wrap=False)
        self._close = IconButton("x", self.tr("Close the panel"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._close.clicked.connect(lambda: self.show_page(""))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(lambda: self.show_page(""))
        self.hide()

    def _lay_out(self) -> None:
        set_look(self, "side")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(LARGE, SMALL, SMALL, SMALL)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column.addLayout(head)
        for page in self._pages.values():
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)

    @property
    def page(self) -> str:
        return self._page

    def show_page(self, page: str) -> None:
        """Show that page, or with "" close the panel. Says so only when something changed."""
        if page not in self._pages:
            page = ""
        if page:
            self._title.setText(self.tr("Chat settings") if page == CHAT else self.tr("Pricing"))
            self._stack.setCurrentWidget(self._pages[page])
            self.setAccessibleName(self.tr("{page}, side panel").format(page=self._title.text()))
        self.setVisible(bool(page))
        if page != self._page:
            self._page = page
            self.pageChanged.emit(page)

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)
        self.chat_settings.set_theme(theme)
        self.pricing.set_theme(theme)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(max(PANEL_WIDTH, least.width()), least.height())

    def sizeHint(self) -> QSize:
        return QSize(PANEL_WIDTH, 600)

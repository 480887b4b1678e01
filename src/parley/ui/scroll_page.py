"""A page that scrolls down when it does not fit, with text that wraps to the width there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


_MOST_ASKED_FOR = 440  # pixels: what every window can give a page, however narrow it is


class ScrollPage(QScrollArea):
    """Put things into `column`. The bar belongs to the surface below: there is no frame and no surface of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = QWidget()
        self.column = QVBoxLayout(self.page)
        self.setWidget(self.page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.page.setAutoFillBackground(False)
        self.page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to what was just shown. Its place is known once all the layouts around it have taken it in."""
        around = widget.parentWidget()
        while around is not None and around is not self.page:
            layout = around.layout()
            if layout is not None:
                layout.activate()
            around = around.parentWidget()
        self.column.activate()
        self._fit()
        self.column.activate()
        self.ensureWidgetVisible(widget)

    def _fit(self) -> None:
        """Qt asks a scrolled widget only for its smallest size, which is too low for text that wraps.

        The page is never narrower than what is on it, so that it scrolls sideways only where the text is so large that
        a window could not give it the width.
        """
        bar = self.verticalScrollBar().sizeHint().width()
        least = self.column.minimumSize().width()
        self.setMinimumWidth(min(least + bar, _MOST_ASKED_FOR))
        height = self.column.totalHeightForWidth(max(least, self.viewport().width()))
        self.page.setMinimumHeight(max(0, height))  # -1: nothing on it wraps

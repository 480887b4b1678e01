"""Labels that never guess: their text is always plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from parley.ui.icons import icon
from parley.ui.kit.themed import Themed, set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from parley.ui.theme import Theme


class Label(QLabel):
    """Plain text. `look` is "", "quiet", "small", "title", "heading", "section", "good", "bad" or "warning"."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, look: str = "", wrap: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(reading_side() | Qt.AlignmentFlag.AlignVCenter)  # QLabel would go by the script of the text
        self.setText(text)
        if look:
            set_look(self, look)


class Picture(QLabel, Themed):
    """An icon that is only decoration, in the colour of the theme that `tone` names."""

    def __init__(self, icon_name: str, size: int, parent: QWidget | None = None, *, tone: str = "outline") -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._tone = tone
        self._theme: Theme | None = None
        self.setFixedSize(size, size)

    def set_icon(self, icon_name: str, tone: str) -> None:
        self._icon_name = icon_name
        self._tone = tone
        if self._theme is not None:
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        made = icon(self._icon_name, getattr(theme, self._tone))
        self.setPixmap(made.pixmap(self.size(), self.devicePixelRatioF()))


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room for more; the tooltip then has the whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, look: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        if look:
            set_look(self, look)

    def set_text(self, text: str) -> None:
        """Show `text` on one line."""
        self.setText(" ".join(text.split()))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        width = metrics.horizontalAdvance(self.text()) + margins.left() + margins.right()
        return QSize(width + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), metrics.averageCharWidth() * 6), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as the text itself runs
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(reading_side() | Qt.AlignmentFlag.AlignVCenter), shown)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            self.setToolTip(plain_tip(self.text()) if cut else "")
        return super().event(event)


def reading_side() -> Qt.AlignmentFlag:
    """Where every line begins, whatever script it is in: on the side where the window's language begins."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def is_mirrored() -> bool:
    """Whether the window's language runs from right to left."""
    return bool(reading_side() & Qt.AlignmentFlag.AlignRight)


def plain_tip(text: str) -> str:
    """`text` for a tooltip, which would otherwise guess that some texts are HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"

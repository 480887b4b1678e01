"""The field for the message: plain text only, as high as its text, Enter sends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from parley.ui.theme import is_joined, letter_for_letter

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

# Longer pastes become an attached text: laying them out would stop the window for a moment.
LONGEST_PASTE = 100_000  # characters
LONGEST_LINE = 15_000  # characters; the cost of a line grows with its square
_MARGIN = 4  # pixels QTextDocument leaves around its text


class MessageEdit(QPlainTextEdit):
    """Emits `submitted` for Enter; Shift+Enter breaks the line. Enter that ends a composition only ends it."""

    submitted = Signal()
    stopPressed = Signal()
    filesPasted = Signal(list)  # of Path
    imagePasted = Signal(object)  # QImage
    longTextPasted = Signal(str)
    focusChanged = Signal(bool)
    heightChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallest = 240
        self._is_joined = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self.setAccessibleName(self.tr("Message"))
        self.setPlaceholderText(self.tr("Write a message"))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()
        self.textChanged.connect(self._set_letters)
        self._set_letters()

    def _set_letters(self) -> None:
        """Show each letter as it was typed, where the script allows that."""
        joined = is_joined(self.toPlainText())
        if joined != self._is_joined:
            self._is_joined = joined
            self.setFont(QFont() if joined else letter_for_letter(QFont()))  # family and size stay the application's

    def set_tallest(self, pixels: int) -> None:
        """How high the field may become before it scrolls."""
        if pixels != self._tallest:
            self._tallest = pixels
            self._fit()

    def replace_text(self, text: str) -> None:
        """Put `text` in the place of what is there, in a way that Ctrl+Z takes back."""
        from PySide6.QtGui import QTextCursor  # a type the first paint can do without

        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def forget_history(self) -> None:
        """What is there now belongs to another conversation: Ctrl+Z brings nothing of the last one into it."""
        self.document().clearUndoRedoStacks()

    def is_composing(self) -> bool:
        """Whether an input method has text on the screen that is not written yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    # Height

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(1, round(self.document().size().height()))  # QPlainTextEdit's layout counts in lines
        wanted = lines * line + 2 * _MARGIN + 2
        height = min(wanted, max(self._tallest, 2 * line))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > height else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if height != self.height():
            self.setFixedHeight(height)
            self.heightChanged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:  # the document, which counts in lines, has not changed its size
            self._fit()

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self._undoes_nothing(cast("QKeyEvent", event)):
            event.ignore()  # Ctrl+Z then undoes what was done to conversations
            return True
        return super().event(event)

    def _undoes_nothing(self, event: QKeyEvent) -> bool:
        from PySide6.QtGui import QKeySequence  # a type the first paint can do without

        return event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stopPressed.emit()
            return
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        if self.is_composing():
            event.accept()  # it belongs to the input method
        elif event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier):
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            self.submitted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focusChanged.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focusChanged.emit(False)

    # Paste and drop

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasImage() or bool(local_files(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        if files := local_files(source):
            self.filesPasted.emit(files)
        elif source.hasText() and source.text():  # spreadsheets offer a picture of the text as well
            self._insert(source.text())
        elif source.hasImage():
            from PySide6.QtGui import QImage  # a type the first paint can do without

            image = source.imageData()
            if isinstance(image, QImage):
                self.imagePasted.emit(image)

    def _insert(self, text: str) -> None:
        if is_too_long(text):
            self.longTextPasted.emit(text)
        else:
            self.insertPlainText(text.replace("\0", ""))
            self.ensureCursorVisible()


def is_too_long(text: str) -> bool:
    """Whether `text` would be slow to lay out."""
    return len(text) > LONGEST_PASTE or any(len(line) > LONGEST_LINE for line in text.splitlines())


def local_files(source: QMimeData) -> list[Path]:
    """The files on this computer that are being pasted or dropped. Web addresses are not files."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]

"""The composer: a rounded card with the message, its attachments and the button that sends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from parley.ui.composer.editor import MessageEdit, is_too_long, local_files
from parley.ui.kit.buttons import IconButton, SolidIconButton
from parley.ui.kit.centred import centred
from parley.ui.kit.labels import ElidedLabel
from parley.ui.kit.themed import repolish, set_look, theme_below
from parley.ui.theme import LARGE, LIGHT, SMALL, TINY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QShowEvent

    from parley.domain.attachment import Attachment
    from parley.ui.composer.attaching import Attaching
    from parley.ui.composer.meter import ContextMeter, Fullness
    from parley.ui.theme import Theme

_SHARE_OF_WINDOW = 0.4  # the field grows to this much of the window's height


class Composer(QWidget):
    """Where the person writes. It sends nothing and keeps nothing: `sendRequested` carries what is to be sent, and
    what is written stays until `clear`."""

    sendRequested = Signal(str, list)  # text, list[Attachment]
    sendHeld = Signal(str, list)  # the same, while `set_held` says that something is to be asked first
    stopRequested = Signal()
    textChanged = Signal(str)
    attachmentsChanged = Signal()
    attachmentRefused = Signal(object)  # Failure
    contextPressed = Signal(object)  # the meter, under which a menu may open

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._held = False
        self._estimate = ""
        self._theme = LIGHT
        self._attaching: Attaching | None = None  # until there is something to attach
        self._meter: ContextMeter | None = None  # until there is something to measure
        self._price_of: Callable[[Attachment], str] | None = None
        self._blocked = ""
        self._make_parts()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._refresh()

    def _make_parts(self) -> None:
        self._edit = MessageEdit()
        tip = self.tr("Attach pictures (up to 20 MB), PDFs (up to 50 MB) and text files (up to 1 MB)")
        self._attach = IconButton("paperclip", self.tr("Attach"), tip=tip, size=34)
        self._send = SolidIconButton("arrow-up", self.tr("Send"))
        self._line = ElidedLabel(look="small")
        self._hint = ElidedLabel(self.tr("Enter sends, Shift+Enter starts a new line"), look="small")
        self._card = QFrame()
        set_look(self._card, "field")
        self._card.setProperty("focused", False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(TINY)
        row.addWidget(self._attach, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._edit, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        self._inside = inside = QVBoxLayout(self._card)
        inside.setContentsMargins(SMALL - 1, SMALL - 1, SMALL - 1, SMALL - 1)
        inside.setSpacing(SMALL)
        inside.addLayout(row)
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(TINY, 0, TINY, 0)
        foot.setSpacing(LARGE)
        foot.addWidget(self._line, 1)
        foot.addWidget(self._hint, 0)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self._card)
        column.addLayout(foot)
        outside = centred(middle, beside=LARGE)
        outside.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self.setLayout(outside)

    def _connect(self) -> None:
        self._edit.textChanged.connect(self._on_text)
        self._edit.submitted.connect(self._submit)
        self._edit.stopPressed.connect(self._stop)
        self._edit.focusChanged.connect(self._show_focus)
        self._edit.filesPasted.connect(self.add_files)
        self._edit.imagePasted.connect(self._attach_image)
        self._edit.longTextPasted.connect(self._attach_text)
        self._attach.clicked.connect(self._choose_files)
        self._send.clicked.connect(self._on_button)

    def _attachments(self) -> Attaching:
        if self._attaching is None:
            from parley.ui.composer.attaching import Attaching  # most messages need none of it: a shorter start

            self._attaching = Attaching(self)
            self._attaching.set_theme(self._theme)
            self._attaching.changed.connect(self._on_attachments)
            self._attaching.refused.connect(self.attachmentRefused)
            self._attaching.loadingChanged.connect(self._refresh)
            if self._price_of is not None:
                self._attaching.row.set_price_of(self._price_of)
            self._inside.insertWidget(0, self._attaching.row)
        return self._attaching

    def _metering(self) -> ContextMeter:
        if self._meter is None:
            from parley.ui.composer.meter import ContextMeter  # a new conversation has nothing to measure

            self._meter = ContextMeter()
            self._meter.set_theme(self._theme)
            self._meter.clicked.connect(self._on_meter)
            self._foot.addWidget(self._meter, 0)
        return self._meter

    # What comes in

    def set_busy(self, busy: bool) -> None:
        """Whether an answer is running: then Send is Stop."""
        self._busy = busy
        label = self.tr("Stop") if busy else self.tr("Send")
        self._send.set_label(label)
        self._send.set_icon_name("stop" if busy else "arrow-up")
        self._refresh()

    def set_blocked(self, reason: str) -> None:
        """What keeps the message from being sent, "" when nothing does. Writing is always possible."""
        self._blocked = reason
        self._refresh()

    def set_context(self, fullness: Fullness | None) -> None:
        """How full the context window is; None: not known, or nothing to speak of."""
        if fullness is not None:
            self._metering().set_fullness(fullness)
        if self._meter is not None:
            self._meter.setVisible(fullness is not None)

    def set_price_of(self, price_of: Callable[[Attachment], str]) -> None:
        """How each attachment's price is said; called again whenever the model or the prices change."""
        self._price_of = price_of
        if self._attaching is not None:
            self._attaching.row.set_price_of(price_of)

    def remove_attachments(self, unwanted: Iterable[Attachment]) -> None:
        """Take these off, and leave the others."""
        gone = {attachment.sha256 for attachment in unwanted}
        self.set_attachments([one for one in self.attachments() if one.sha256 not in gone])

    def set_held(self, held: bool) -> None:
        """Whether what is to be sent is only said by `sendHeld`."""
        self._held = held

    def set_text(self, text: str) -> None:
        """Put a draft or an edited message into the field. A very long one comes as an attachment."""
        if is_too_long(text):
            self._edit.replace_text("")
            self._attach_text(text)
        else:
            self._edit.replace_text(text)

    def set_attachments(self, attachments: Sequence[Attachment]) -> None:
        if attachments or self._attaching is not None:
            self._attachments().replace(attachments)

    def set_estimate(self, line: str) -> None:
        """The quiet line under the card: tokens, words and what sending now would cost."""
        self._estimate = line
        self._refresh()

    @property
    def busy(self) -> bool:
        """Whether an answer is running."""
        return self._busy

    def text(self) -> str:
        return self._edit.toPlainText()

    def attachments(self) -> list[Attachment]:
        return [] if self._attaching is None else self._attaching.attachments()

    def clear(self) -> None:
        """Empty the composer once its message is safely on its way. Ctrl+Z brings the text back."""
        self._edit.replace_text("")
        self.set_attachments([])

    def type(self, event: QKeyEvent) -> None:
        """Take a key that was pressed elsewhere."""
        self.focus_input()
        self._edit.keyPressEvent(event)

    def forget_history(self) -> None:
        """Another conversation is on the screen: Ctrl+Z brings nothing of the last one into it."""
        self._edit.forget_history()

    def focus_input(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Attach files. Those that cannot be are reported by `attachmentRefused`."""
        self._attachments().add_files(paths)

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)
        self._theme = theme
        if self._attaching is not None:
            self._attaching.set_theme(theme)

    # What the person does

    def _on_text(self) -> None:
        self._refresh()
        self.textChanged.emit(self.text())

    def _on_attachments(self) -> None:
        self._refresh()
        self.attachmentsChanged.emit()

    def _on_button(self) -> None:
        if self._busy:
            self.stopRequested.emit()
        else:
            self._submit()
        self.focus_input()

    def _on_meter(self) -> None:
        self.contextPressed.emit(self._meter)

    def _submit(self) -> None:
        if self._can_send():
            (self.sendHeld if self._held else self.sendRequested).emit(self.text(), self.attachments())

    def _stop(self) -> None:
        if self._busy:
            self.stopRequested.emit()

    def _can_send(self) -> bool:
        something = bool(self.text().strip()) or bool(self.attachments())
        return something and not self._busy and not self._is_loading() and not self._blocked

    def _is_loading(self) -> bool:
        return self._attaching is not None and self._attaching.loading

    def _choose_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # a type the first paint can do without

        from parley.ui.file_choice import find_folder

        kinds = self.tr("Pictures, PDFs and text files (*)")
        dialog = QFileDialog(self, self.tr("Attach"), find_folder(self), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.open()

    def _on_files_chosen(self, names: list[str]) -> None:
        from parley.ui.file_choice import take_files  # was imported for the dialog

        self.add_files([Path(name) for name in take_files(self, names)])
        self.focus_input()

    def _attach_image(self, image: QImage) -> None:
        self._attachments().add_image(image)

    def _attach_text(self, text: str) -> None:
        self._attachments().add_text(text)

    # How it shows

    def _refresh(self) -> None:
        self._send.setEnabled(self._busy or self._can_send())
        waiting = self.tr("Reading the file …") if self._is_loading() else ""
        words = waiting or self._blocked or self._estimate
        self._line.set_text(words)
        self._show_hint()

    def _show_hint(self) -> None:
        """The keys are told until there is something better to say, or no room."""
        room = self._card.width() >= QFontMetrics(self._hint.font()).horizontalAdvance(self._hint.text()) * 2
        self._hint.setVisible(room and bool(self.text()))

    def _show_focus(self, focused: bool) -> None:
        self._card.setProperty("focused", focused)
        repolish(self._card)

    # Growing with the window, dropping on the card

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._limit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._limit_height()
        return super().eventFilter(watched, event)

    def _limit_height(self) -> None:
        self._edit.set_tallest(round(self.window().height() * _SHARE_OF_WINDOW))
        self._show_hint()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._edit.canInsertFromMimeData(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if local_files(event.mimeData()) or event.mimeData().hasImage() or event.mimeData().hasText():
            self._edit.insertFromMimeData(event.mimeData())
            event.acceptProposedAction()

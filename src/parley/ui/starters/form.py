"""The form that fills a starter in, in place of the cards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from parley.domain.starter import Needs, fill
from parley.ui.file_choice import choose_attachments
from parley.ui.kit.buttons import Button, IconButton, PrimaryButton, QuietButton
from parley.ui.kit.cards import Card
from parley.ui.kit.centred import centred
from parley.ui.kit.labels import ElidedLabel, Label, Picture
from parley.ui.kit.themed import theme_below
from parley.ui.scroll_page import ScrollPage
from parley.ui.starters.card import icon_of
from parley.ui.starters.fields import VariableField
from parley.ui.starters.words import settings_sentence
from parley.ui.theme import LARGE, MEDIUM, SMALL, TINY, XLARGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent

    from parley.domain.starter import Starter
    from parley.ui.theme import Theme

_WIDTH = 640
_CONTROL = Qt.KeyboardModifier.ControlModifier


class StarterForm(ScrollPage):
    """Asks for what one starter needs. Says what came of it, and does nothing with it."""

    filled = Signal(object, list)  # domain.starter.Filled, list[Path] to attach
    cancelled = Signal()

    def __init__(
        self,
        starter: Starter,
        parent: QWidget | None = None,
        *,
        choose_files: Callable[[QWidget, bool], list[str]] = choose_attachments,
    ) -> None:
        super().__init__(parent)
        self.starter = starter
        self._choose_files = choose_files
        self._files: list[Path] = []
        self.fields = [VariableField(variable) for variable in starter.variables]
        self.attach = Button(self._attach_words(), icon_name="paperclip")
        self._chosen = ElidedLabel(look="small")
        self.use = PrimaryButton(self.tr("Put into the message"))
        self.cancel = QuietButton(self.tr("Cancel"))
        self.close_button = IconButton("x", self.tr("Back to the starters"))
        self._card = Card()
        self._lay_out()
        self._connect()
        self.setAccessibleName(starter.name)

    def begin(self) -> None:
        """Put the caret where the person writes first."""
        first = next((field for field in self.fields if not field.value().strip()), None) or next(
            iter(self.fields), None
        )
        target = self.attach if first is None or self._needs_file else first.entry
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    @property
    def _needs_file(self) -> bool:
        return self.starter.needs is not Needs.NOTHING

    def _attach_words(self) -> str:
        image = self.starter.needs is Needs.IMAGE
        return self.tr("Choose an image…") if image else self.tr("Choose a file…")

    # How it is laid out

    def _lay_out(self) -> None:
        self.column.setContentsMargins(LARGE, XLARGE, LARGE, XLARGE)
        self.column.addStretch(2)
        self.column.addLayout(centred(self._card, widest=_WIDTH))
        self.column.addStretch(3)
        body = self._card.body
        body.setContentsMargins(XLARGE, XLARGE - TINY, XLARGE, XLARGE - TINY)
        body.setSpacing(LARGE)
        body.addLayout(self._head())
        if self._needs_file:
            body.addLayout(self._attach_row())
        self.attach.setVisible(self._needs_file)
        body.addLayout(self._grid())
        if sentence := settings_sentence(self.starter.settings):
            body.addWidget(Label(sentence, look="small"))
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.use)
        body.addLayout(buttons)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addWidget(Label(self.starter.name, look="title"))
        if self.starter.summary:
            words.addWidget(Label(self.starter.summary, look="quiet"))
        head.addWidget(Picture(icon_of(self.starter), 28, tone="accent"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _attach_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.attach)
        row.addWidget(self._chosen, 1)
        self._chosen.set_text(self.tr("You can also paste it into the message later."))
        return row

    def _grid(self) -> QGridLayout:
        """What is written over the whole width, two choices side by side."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(LARGE)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(_paired(self.fields)):
            for column, field in enumerate(line):
                grid.addWidget(field, row, column, 1, 3 - len(line), Qt.AlignmentFlag.AlignTop)
        return grid

    # What the person does

    def _connect(self) -> None:
        self.use.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)
        self.close_button.clicked.connect(self.cancelled)
        self.attach.clicked.connect(self._attach)
        for field in self.fields:
            line = field.entry.lineEdit() if isinstance(field.entry, QComboBox) else field.entry
            if isinstance(line, QLineEdit):
                line.returnPressed.connect(self.submit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, Ctrl+Enter is done, from whichever field."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CONTROL:
            self.submit()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Hand over what was filled in, or say what is missing."""
        missing = [field for field in self.fields if not field.check()]
        if missing:
            missing[0].entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(missing[0])
            return
        values = {field.variable.name: field.value() for field in self.fields}
        self.filled.emit(fill(self.starter, values), list(self._files))

    def _attach(self) -> None:
        chosen = self._choose_files(self, self.starter.needs is Needs.IMAGE)
        if chosen:
            self._files = [Path(name) for name in chosen]
            self._chosen.set_text(", ".join(file.name for file in self._files))


def _paired(fields: list[VariableField]) -> Iterator[list[VariableField]]:
    waiting: list[VariableField] = []
    for field in fields:
        if waiting and field.variable.choices and not field.variable.long:
            yield [*waiting, field]
            waiting = []
            continue
        if waiting:
            yield waiting
        waiting = [field] if field.variable.choices and not field.variable.long else []
        if not waiting:
            yield [field]
    if waiting:
        yield waiting

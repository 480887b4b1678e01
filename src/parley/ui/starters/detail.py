"""One starter of the library, to read and to do something with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from parley.ui.kit.buttons import Button, IconButton, PrimaryButton
from parley.ui.kit.cards import Card
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.themed import theme_below
from parley.ui.scroll_page import ScrollPage
from parley.ui.starters.card import icon_of
from parley.ui.starters.words import settings_sentence
from parley.ui.theme import LARGE, MEDIUM, SMALL, TINY, XLARGE

if TYPE_CHECKING:
    from parley.domain.starter import Starter
    from parley.ui.theme import Theme

_LONGEST_SHOWN = 4_000  # characters: a label is no place for a book


class StarterDetail(QWidget):
    """Shows what a starter says and sets. Each button says what is wanted; the library does it."""

    useRequested = Signal()
    editRequested = Signal()
    duplicateRequested = Signal()
    exportRequested = Signal()
    deleteRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture("sparkles", 28, tone="accent")
        self._name = Label(look="title")
        self._summary = Label(look="quiet")
        self._parts: list[tuple[Label, Card, Label]] = []
        self._sets = Label(look="small")
        self.use = PrimaryButton(self.tr("Use this starter"))
        self.edit = Button(self.tr("Edit"), icon_name="pencil")
        self.duplicate = IconButton("copy-plus", self.tr("Duplicate starter"))
        self.export = IconButton("download", self.tr("Export starter"))
        self.delete = IconButton("trash-2", self.tr("Delete starter"))
        self._lay_out()
        self._connect()

    def show_starter(self, starter: Starter) -> None:
        self._picture.set_icon(icon_of(starter), "accent")
        self._name.setText(starter.name)
        self._summary.setText(starter.summary)
        self._summary.setVisible(bool(starter.summary))
        examples = [f"{example.question}\n→ {example.answer}" for example in starter.settings.examples]
        texts = (starter.settings.instructions, "\n\n".join(examples), starter.prompt)
        for (title, card, label), text in zip(self._parts, texts, strict=True):
            label.setText(text[:_LONGEST_SHOWN])
            title.setVisible(bool(text))
            card.setVisible(bool(text))
        self._sets.setText(settings_sentence(starter.settings))
        self._sets.setVisible(bool(self._sets.text()))
        self.edit.setVisible(starter.own)
        self.delete.setVisible(starter.own)

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.column.setContentsMargins(XLARGE, XLARGE, XLARGE, MEDIUM)
        page.column.setSpacing(SMALL)
        page.column.addLayout(self._head())
        page.column.addSpacing(SMALL)
        for title in (self.tr("Instructions"), self.tr("Examples"), self.tr("Message")):
            self._add_part(page, title)
        page.column.addWidget(self._sets)
        page.column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(XLARGE, SMALL, LARGE, LARGE)
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.use)
        buttons.addWidget(self.edit)
        buttons.addStretch(1)
        for button in (self.duplicate, self.export, self.delete):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addLayout(buttons)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addWidget(self._name)
        words.addWidget(self._summary)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _add_part(self, page: ScrollPage, title: str) -> None:
        heading, card, text = Label(title, look="section"), Card(), Label()
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        card.body.addWidget(text)
        page.column.addWidget(heading)
        page.column.addWidget(card)
        self._parts.append((heading, card, text))

    def _connect(self) -> None:
        self.use.clicked.connect(self.useRequested)
        self.edit.clicked.connect(self.editRequested)
        self.duplicate.clicked.connect(self.duplicateRequested)
        self.export.clicked.connect(self.exportRequested)
        self.delete.clicked.connect(self.deleteRequested)

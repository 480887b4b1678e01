"""The examples of a conversation: pairs that show the model how to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from parley.domain.chat_settings import Example
from parley.ui.kit.buttons import Button, IconButton
from parley.ui.kit.cards import Card
from parley.ui.kit.growing_edit import GrowingEdit
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import Themed, theme_below
from parley.ui.theme import MEDIUM, SMALL, TINY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from parley.ui.theme import Theme


class DragHandle(IconButton):
    """Where a card is taken hold of. With the keyboard it is moved with Alt and the arrows."""

    dragged = Signal(int)  # the pointer's height on the screen
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("grip-vertical", "", parent, size=28)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        super().mouseReleaseEvent(event)
        self.dropped.emit()


class ExampleCard(Card):
    """One pair, with its place in the order."""

    changed = Signal()
    removeRequested = Signal()
    moveRequested = Signal(int)  # -1: up, 1: down

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = GrowingEdit("", self.tr("Tell me about rain"), lines=(1, 6))
        self.answer = GrowingEdit("", self.tr("Rain falls. The garden drinks."), lines=(2, 8))
        self._title = Label(look="section", wrap=False)
        self.handle = DragHandle()
        self.up = IconButton("arrow-up", "", size=28)
        self.down = IconButton("arrow-down", "", size=28)
        self.remove = IconButton("trash-2", "", size=28)
        self._lay_out()
        for edit in (self.question, self.answer):
            edit.textChanged.connect(self.changed)
        self.up.clicked.connect(lambda: self.moveRequested.emit(-1))
        self.down.clicked.connect(lambda: self.moveRequested.emit(1))
        self.remove.clicked.connect(self.removeRequested)
        for key, step in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
            keys = QShortcut(QKeySequence(Qt.Modifier.ALT | key), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda step=step: self.moveRequested.emit(step))

    def _lay_out(self) -> None:
        self.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        self.body.setSpacing(TINY)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.handle)
        head.addWidget(self._title, 1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        self.body.addLayout(head)
        for text, edit in ((self.tr("When I say"), self.question), (self.tr("Answer like this"), self.answer)):
            label = Label(text, look="small")
            label.setBuddy(edit)
            self.body.addWidget(label)
            self.body.addWidget(edit)

    def example(self) -> Example:
        return Example(self.question.toPlainText(), self.answer.toPlainText())

    def set_example(self, example: Example) -> None:
        self.question.set_text(example.question)
        self.answer.set_text(example.answer)

    def set_place(self, number: int, count: int) -> None:
        """Say which of how many it is; a screen reader hears the number with every control."""
        name = self.tr("Example {number}").replace("{number}", str(number))
        self._title.setText(name)
        self.setAccessibleName(name)
        self.question.setAccessibleName(f"{name}: {self.tr('When I say')}")
        self.answer.setAccessibleName(f"{name}: {self.tr('Answer like this')}")
        self.up.set_label(f"{name}: {self.tr('Move up')}", tip=self.tr("Move up"))
        self.down.set_label(f"{name}: {self.tr('Move down')}", tip=self.tr("Move down"))
        self.remove.set_label(f"{name}: {self.tr('Remove')}", tip=self.tr("Remove"))
        self.handle.set_label(
            f"{name}: {self.tr('Drag to another place, or press Alt and an arrow key')}",
            tip=self.tr("Drag to another place, or press Alt and an arrow key"),
        )
        self.handle.setVisible(count > 1)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)


class ExampleList(QWidget, Themed):
    """All the pairs, and the button that adds one. A pair in which nothing is written is not an example."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._dragging = False
        self._cards: list[ExampleCard] = []
        self.add = Button(self.tr("Add an example"), icon_name="plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self.add)
        self.add.clicked.connect(self._add_and_focus)

    @property
    def cards(self) -> Sequence[ExampleCard]:
        return self._cards

    def examples(self) -> tuple[Example, ...]:
        made = (card.example() for card in self._cards)
        return tuple(example for example in made if example.question.strip() or example.answer.strip())

    def set_examples(self, examples: Sequence[Example]) -> None:
        """Show these pairs and no others."""
        while len(self._cards) > len(examples):
            self._drop(self._cards[-1])
        while len(self._cards) < len(examples):
            self._append()
        for card, example in zip(self._cards, examples, strict=True):
            card.set_example(example)
        self._number()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def _append(self) -> ExampleCard:
        card = ExampleCard()
        self._cards.append(card)
        self._column.insertWidget(len(self._cards) - 1, card)
        card.changed.connect(self.changed)
        card.removeRequested.connect(lambda: self._remove(card))
        card.moveRequested.connect(lambda step: self._move(card, step))
        card.handle.dragged.connect(lambda y: self._drag(card, y))
        card.handle.dropped.connect(self._drop_dragged)
        if self._theme is not None:
            theme_below(card, self._theme)
        return card

    def _add_and_focus(self) -> None:
        card = self._append()
        self._number()
        card.question.setFocus()

    def _remove(self, card: ExampleCard) -> None:
        self._drop(card)
        self._number()
        self.add.setFocus()
        self.changed.emit()

    def _drop(self, card: ExampleCard) -> None:
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _move(self, card: ExampleCard, step: int) -> None:
        if self._put(card, self._cards.index(card) + step):
            self._show(card)
            self.changed.emit()

    def _put(self, card: ExampleCard, target: int) -> bool:
        """Put `card` at that place. Whether it was at another."""
        index = self._cards.index(card)
        target = min(max(target, 0), len(self._cards) - 1)
        if target == index:
            return False
        self._cards.insert(target, self._cards.pop(index))
        self._column.insertWidget(target, card)
        self._number()
        return True

    def _drag(self, card: ExampleCard, y: int) -> None:
        """The card goes where the pointer is: past each other card whose middle the pointer has passed."""
        here = self.mapFromGlobal(QPoint(0, y)).y()
        others = [other for other in self._cards if other is not card]
        target = sum(here > other.geometry().center().y() for other in others)
        if self._put(card, target):
            self._column.activate()
            self._dragging = True
        self._show(card)

    def _drop_dragged(self) -> None:
        if self._dragging:
            self._dragging = False
            self.changed.emit()

    def _show(self, card: ExampleCard) -> None:
        """Scroll to the card."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(card, 0, SMALL)

    def _number(self) -> None:
        for number, card in enumerate(self._cards, 1):
            card.set_place(number, len(self._cards))

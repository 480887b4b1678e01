"""The transcript: the messages of a conversation, as one page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.domain.message import Role
from parley.ui import theme as look
from parley.ui.kit.announce import announce

from .accessible import install, tell_reordered
from .actions import ActionBar
from .area import Area
from .caret import everything, scroll_by_key, select_by_key
from .copier import Copier
from .copying import keep_plain_text, message_work, selection_work
from .find_bar import FindBar
from .finder import Finder
from .growth import Growth
from .images import decode
from .item_painting import room_for_status
from .jump_button import JumpButton
from .kept_place import KeptPlace, kept_place, show_kept
from .left_out import LeftOut
from .link_question import ask
from .links import Verdict, examine
from .menu import make_menu
from .pointer import Pointer, row_under
from .reading_place import place_of, show_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from parley.domain.events import Phase
    from parley.domain.message import Message
    from parley.ui.theme import Theme

    from .item import MessageItem


class TranscriptView(QWidget):
    """Shows messages and says what the person wants done with them. It changes nothing by itself."""

    editRequested = Signal(int)
    regenerateRequested = Signal(int)
    continueRequested = Signal(int)
    exportRequested = Signal(int)
    codeRequested = Signal(int)
    branchRequested = Signal(int, int)
    actionRequested = Signal(int, object)  # message id, Action
    linkActivated = Signal(str)
    imageRequested = Signal(str)
    deleteRequested = Signal(int)
    readerMoved = Signal()  # the page was scrolled, or grew

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install()
        self._area = Area(look.LIGHT, self)
        self._area.setAccessibleName(self.tr("Transcript"))
        self.attachmentRequested = self._area.attachmentRequested  # Attachment, "open" or "save"
        self.left_out = LeftOut(self._area)
        self._pointer = Pointer(self._area)
        self._copier = Copier(self)
        self._actions = ActionBar(self._area.viewport())
        self._jump = JumpButton(self._area, self)
        self._find_bar = FindBar(self)
        self._finder = Finder(self._area)
        self._hovered = -1
        self._current = -1
        self._kept: KeptPlace | None = None
        self._beside = 0  # pixels: from where the line under a message begins to its actions
        self._least_beside: int | None = None  # there they stood for another version, where the pointer still is
        self._growth = Growth(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.setFocusProxy(self._area)
        self._connect()
        running = QCoreApplication.instance()
        if running is not None:
            running.aboutToQuit.connect(keep_plain_text)

    def _connect(self) -> None:
        self._area.viewChanged.connect(self._place_overlays)
        self._area.viewChanged.connect(self.readerMoved)
        self._area.actRequested.connect(self.actionRequested)
        self._area.installEventFilter(self)
        self._pointer.hovered.connect(self._hover)
        self._pointer.linkClicked.connect(self._open_link)
        self._copier.busyChanged.connect(self._pointer.set_busy)
        self._area.pictureRequested.connect(self.imageRequested)
        self._area.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._area.customContextMenuRequested.connect(self._open_menu)
        self._connect_actions()
        self._connect_find()

    def _connect_find(self) -> None:
        bar, finder = self._find_bar, self._finder
        bar.textChanged.connect(finder.search)
        bar.stepRequested.connect(finder.step)
        finder.counted.connect(bar.set_count)
        bar.closed.connect(finder.clear)
        bar.closed.connect(self._area.setFocus)

    def _connect_actions(self) -> None:
        actions = self._actions
        actions.copyRequested.connect(lambda: self._with_message(self.copy_message))
        for what in ("edit", "regenerate", "continue", "export", "code", "delete"):
            tell = getattr(self, f"{what}Requested").emit
            getattr(actions, f"{what}Requested").connect(lambda tell=tell: self._with_message(tell))
        actions.branchRequested.connect(lambda by: self._with_message(lambda m: self.branchRequested.emit(m, by)))

    # What is shown

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show a conversation from its root to its latest message, and that last one first."""
        kept, self._kept = self._kept, None
        place = next((place for place, m in enumerate(messages) if kept and m.id == kept.message_id), -1)
        if place < 0:
            self._least_beside = None
        self._current = place if self._least_beside is not None else -1
        self._hovered = self._current if self._hovered >= 0 else -1
        self._area.set_messages(self.left_out.marked(messages))
        if kept is not None:
            show_kept(self._area, kept)
        tell_reordered(self._area)

    def append_message(self, message: Message) -> None:
        """A new message at the end. The reader's own brings the page to its end."""
        self._area.add_message(message)
        tell_reordered(self._area)
        if message.role is Role.USER:
            self._area.jump_to_end()

    def append_text(self, message_id: int, text: str) -> None:
        """More of an answer. Shown together with what else arrives within 33 ms, the first word at once."""
        self._growth.add(message_id, text)

    def update_message(self, message: Message) -> None:
        """The message as it now stands on disk."""
        number = self._area.flow.number_of(message.id)
        if number is None:
            return
        self._growth.forget(message.id)
        self._area.flow.item(number).finish(message, self._area.page)
        self._area.item_changed(number)

    def set_phase(self, message_id: int, phase: Phase | None) -> None:
        """How far the answer is, for the quiet line under it."""
        item = self._item(message_id)
        if item is not None:
            item.phase = phase
            item.waiting = 0
            self._area.viewport().update()

    def set_waiting(self, message_id: int, seconds: int) -> None:
        """The service asked to wait; `seconds` are left."""
        item = self._item(message_id)
        if item is not None:
            item.waiting = seconds
            self._area.viewport().update()

    def go_to(self, message_id: int) -> None:
        """Bring a message to the top of the window."""
        number = self._area.flow.number_of(message_id)
        if number is not None:
            self._current = number
            self._area.show_item(number)

    def reading_place(self) -> int:
        """Where the reader is, for `go_to_place` in another window or after a restart."""
        return place_of(self._area)

    def go_to_place(self, place: int) -> bool:
        """Bring the page to where the reader was. False when that is not in the messages shown."""
        return show_place(self._area, place)

    def keep_in_place(self, old_id: int, new_id: int) -> None:
        """The messages shown next have another version of one of these: it shall stand where this one stands.

        Its actions stay as well, so that one can go through all versions without moving the mouse or the focus.
        """
        self._kept = kept_place(self._area, old_id, new_id)
        served = not self._actions.isHidden() and self._shown_for() == self._area.flow.number_of(old_id)
        self._least_beside = self._beside if served else None

    def announce_finished(self, message_id: int) -> None:
        """Have a screen reader say that the answer is there."""
        item = self._item(message_id)
        if item is not None:
            announce(self._area, self.tr("The answer is finished."))

    def lay_out_everything(self) -> None:
        """Lay out all messages, seen or not. For measuring: nothing in the program needs it."""
        for number in range(len(self._area.flow)):
            item = self._area.built_item(number)
            while item.unread:
                item.read_on(self._area.page)
            for row in range(len(item.rows)):
                item.measure(row)
            item.settle()
            self._area.item_changed(number)

    def be_one_of_several(self, name: str) -> None:
        """One of several side by side. `name` is said by a screen reader; deleting is decided elsewhere."""
        self._area.setAccessibleName(name)
        self._actions.may_delete = False

    def set_service_name(self, name: str) -> None:
        """What the service is called in the words of a failure."""
        self._area.set_service_name(name)

    def set_theme(self, theme: Theme) -> None:
        self._area.set_theme(theme)
        self._actions.set_theme(theme)
        self._jump.set_theme(theme)
        self._find_bar.set_theme(theme)

    def _item(self, message_id: int) -> MessageItem | None:
        number = self._area.flow.number_of(message_id)
        return None if number is None else self._area.flow.item(number)

    # Copying

    def copy_message(self, message_id: int) -> None:
        """Put a whole message on the clipboard."""
        item = self._item(message_id)
        if item is not None:
            self._copier.copy(message_work(item.message, item.text))

    def copy_selection(self) -> None:
        if self._area.selection:
            self._copier.copy(selection_work(self._area, self._area.selection))

    def select_all(self) -> None:
        self._area.set_selection(everything(self._area))

    # The keyboard

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._place_overlays)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Escape and self._copier.busy:
            self._copier.stop()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.open_find()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self._finder.step(1)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_message(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            return select_by_key(self._area, event) or scroll_by_key(self._area, event)
        return True

    def _step_message(self, by: int) -> None:
        if len(self._area.flow):
            seen = self._area.visible_items()
            start = self._current if self._current >= 0 else seen[-1]
            self._current = min(max(0, start + by), len(self._area.flow) - 1)
            self._area.show_item(self._current)

    # Actions and overlays

    def _with_message(self, do: object) -> None:
        number = self._shown_for()
        if number >= 0 and callable(do):
            do(self._area.flow.item(number).message.id)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self._least_beside = None
            self._place_overlays()

    def _shown_for(self) -> int:
        """The message whose actions are shown."""
        if self._focus_in_actions() and self._current >= 0:
            return self._current
        if 0 <= self._hovered < len(self._area.flow):
            return self._hovered
        if not self._area.hasFocus() and not self._focus_in_actions():
            return -1
        seen = self._area.visible_items()
        if self._current not in seen:
            self._current = seen[-1] if seen else -1
        return self._current

    def _focus_in_actions(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and self._actions.isAncestorOf(focused)

    def _place_overlays(self) -> None:
        if self._find_bar.isVisible():
            self._finder.mark()
        self._jump.place()
        number = self._shown_for()
        if number < 0 or number >= len(self._area.flow):
            self._actions.hide()
            return
        item = self._area.flow.item(number)
        self._actions.serve(item, is_last=number == len(self._area.flow) - 1)
        room = self._area.strip_rect(number).toRect()
        y = room.center().y() - self._actions.height() // 2 + 1
        beside = room_for_status(self._area, number)
        beside += look.SMALL if beside else -6
        if self._least_beside is not None:
            beside = max(beside, min(self._least_beside, room.width() - self._actions.width()))
        self._beside = beside
        from_right = item.is_mine or self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = room.right() - self._actions.width() - beside if from_right else room.left() + beside
        self._actions.move(QPoint(x, y))
        self._actions.show()  # not before it is there: what appears under the pointer looks pointed at

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._jump.place()
        self._place_find()

    def _open_link(self, address: str, text: str) -> None:
        link = examine(address, text)
        if link.verdict is Verdict.OPEN:
            self.linkActivated.emit(link.address)
        elif link.verdict is Verdict.ASK:
            ask(self, link, text, lambda: self.linkActivated.emit(link.address))

    def show_image(self, address: str, data: bytes) -> None:
        """Show the image that `imageRequested` asked for."""
        self._area.show_picture(address, decode(data))

    # Find

    def open_find(self) -> None:
        """Show the bar that finds text in this conversation."""
        self._find_bar.open()
        self._place_find()

    def find_text(self, text: str) -> int:
        """Look for `text` and go to the nearest hit. How many there are."""
        self._find_bar.open(text)
        self._place_find()
        self._finder.finish()
        return self._finder.total

    def _place_find(self) -> None:
        self._find_bar.adjustSize()
        self._find_bar.move(self.width() - self._find_bar.width() - look.LARGE, look.SMALL)

    # The context menu

    @property
    def has_selection(self) -> bool:
        return bool(self._area.selection)

    def copy_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _open_menu(self, at: QPoint) -> None:
        if not len(self._area.flow):
            return
        found = row_under(self._area, QPointF(at))
        number = self._area.flow.at(at.y() + self._area.top())
        link = found[0].link_at(found[1]) if found else ""
        row = found[0] if found else None
        item, may_delete = self._area.flow.item(number), self._actions.may_delete
        menu = make_menu(self, self, item, row, link, may_delete=may_delete)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._area.viewport().mapToGlobal(at))

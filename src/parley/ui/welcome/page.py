"""The Welcome page: the first minute with Parley (product.md). Four ways in, no dialog over any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.domain.errors import Action
from parley.domain.remedies import REMEDIES
from parley.ui.file_choice import choose_dotenv_file
from parley.ui.kit.centred import centred
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import theme_below
from parley.ui.scroll_page import ScrollPage
from parley.ui.theme import LARGE, MEDIUM, XLARGE, body_font
from parley.ui.welcome.ready import ReadyCard
from parley.ui.welcome.ways import DotenvWay, KeyWay, PracticeWay, ServiceWay

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLineEdit

    from parley.domain.errors import Failure
    from parley.ui.theme import Theme

COLUMN_WIDTH = 600
_BILLING_PAGE = "https://platform.openai.com/settings/organization/billing/overview"

_AnyWay = KeyWay | PracticeWay | ServiceWay | DotenvWay


class WelcomePage(ScrollPage):
    """Emits what the person wants; `set_checking`, `show_result`, `show_failure` and `show_key_place` say how it went.

    Those speak about the way that was used last.
    """

    keySubmitted = Signal(str)
    practiceRequested = Signal()
    serviceSubmitted = Signal(str, str)  # address, key (may be empty)
    dotenvChosen = Signal(str)  # path
    startRequested = Signal()
    linkActivated = Signal(str)
    keyRetryRequested = Signal()  # bring the key into the keyring once more
    actionRequested = Signal(object)  # Action of a failure that this page cannot do itself

    def __init__(
        self, parent: QWidget | None = None, *, choose_file: Callable[[QWidget], str] = choose_dotenv_file
    ) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._heading = Label(self.tr("Welcome to Parley"))
        self._lead = Label(self.tr("Talk with the models behind ChatGPT. How would you like to begin?"), look="quiet")
        self._key = KeyWay()
        self._practice = PracticeWay()
        self._service = ServiceWay()
        self._dotenv = DotenvWay(choose_file)
        self._ways: tuple[_AnyWay, ...] = (self._key, self._practice, self._service, self._dotenv)
        self._ready = ReadyCard()
        self._used: _AnyWay = self._key
        self._lay_out()
        self._connect()
        self._ready.hide()
        self._key.set_open(True)

    def _lay_out(self) -> None:
        column = QWidget()
        parts = QVBoxLayout(column)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(MEDIUM)
        parts.addWidget(self._heading)
        parts.addWidget(self._lead)
        for widget in (*self._ways, self._ready):
            parts.addWidget(widget)
        outer = self.column
        outer.setContentsMargins(LARGE, XLARGE, LARGE, LARGE)
        outer.addStretch(1)
        outer.addLayout(centred(column, widest=COLUMN_WIDTH))
        outer.addStretch(2)

    def _connect(self) -> None:
        # Before the signals go on: what answers them is said in the card of the way in use.
        self._key.keySubmitted.connect(lambda: self._use(self._key))
        self._practice.practiceRequested.connect(lambda: self._use(self._practice))
        self._service.serviceSubmitted.connect(lambda: self._use(self._service))
        self._key.keySubmitted.connect(self.keySubmitted)
        self._practice.practiceRequested.connect(self.practiceRequested)
        self._service.serviceSubmitted.connect(self.serviceSubmitted)
        self._dotenv.dotenvChosen.connect(self._choose_dotenv)
        self._key.linkActivated.connect(self.linkActivated)
        self._ready.startRequested.connect(self.startRequested)
        self._ready.keyRetryRequested.connect(self.keyRetryRequested)
        for way in self._ways:
            way.actionRequested.connect(lambda action, way=way: self._act(way, action))
        self._key.opened.connect(lambda: self._turn_to(self._key.field.edit, self._service))
        self._service.opened.connect(lambda: self._turn_to(self._service.address, self._key))

    # What comes in

    def set_checking(self, checking: bool) -> None:
        """Show that the way used last is being checked, or that the check is over."""
        self._used.set_busy(checking)
        for way in self._ways:
            way.setEnabled(not checking or way is self._used)

    def show_result(self, text: str, ok: bool) -> None:
        """Say in a sentence how the check ended. When it went well the ways make room for "Start talking"."""
        self.set_checking(False)
        if not ok:
            self._used.show_sentence(text)
            self.reveal(self._used.failure)
            return
        self._key.field.clear()
        self._service.field.clear()
        self._ready.show_result(text)
        self._show_ready(True)
        self._ready.start.setFocus()

    def show_failure(self, failure: Failure) -> None:
        """Say what went wrong and offer the one button, in the card of the way used last."""
        self.set_checking(False)
        self._show_ready(False)
        service = "" if self._used is self._service else "OpenAI"
        self._used.show_failure(failure, service, self._nearer_label(failure))
        self.reveal(self._used.failure)

    def show_key_place(self, place: str, last4: str, problem: Failure | None = None) -> None:
        """Say where the key now lives. Both empty: this service needs no key."""
        self._ready.show_place(place, last4, problem)

    def show_dotenv_note(self, path: str) -> None:
        """Say that the .env file still holds the key."""
        self._ready.show_file_note(path)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        font = body_font(theme)
        font.setPixelSize(round(theme.body_size * 1.9))
        font.setWeight(QFont.Weight.DemiBold)
        self._heading.setFont(font)
        theme_below(self, theme)

    def reset(self) -> None:
        """Show the four ways again."""
        self._ready.forget()
        self._show_ready(False)

    # What happens here

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._key.is_open:
            self._key.field.edit.setFocus()

    def _turn_to(self, field: QLineEdit, other: KeyWay | ServiceWay) -> None:
        """One form is open at a time, ready for typing: what is hidden with the focus gives it to just any button."""
        other.set_open(False)
        field.setFocus()

    def _choose_dotenv(self, path: str) -> None:
        self._use(self._dotenv)
        self._ready.show_file_note(path)
        self.dotenvChosen.emit(path)

    def _use(self, way: _AnyWay) -> None:
        self._used = way
        if way is not self._dotenv:
            self._ready.forget()
        for other in self._ways:
            other.forget_failure()

    def _show_ready(self, ready: bool) -> None:
        self._ready.setVisible(ready)
        for way in self._ways:
            way.setVisible(not ready)
        self._lead.setVisible(not ready)

    def _nearer_label(self, failure: Failure) -> str:
        """What the button says where the field it leads to is in this very card."""
        opens_settings = REMEDIES[failure.cause].action is Action.OPEN_SETTINGS
        return self.tr("Change the address") if opens_settings and self._used is self._service else ""

    def _act(self, way: _AnyWay, action: Action) -> None:
        if action is Action.OPEN_BILLING:
            self.linkActivated.emit(_BILLING_PAGE)
        elif action in (Action.RETRY, Action.TRY_AGAIN):
            self._try_again(way, action)
        elif action is Action.ENTER_KEY:
            self._enter_key(way)
        elif action is Action.OPEN_SETTINGS and isinstance(way, ServiceWay):
            way.address.setFocus()
            way.address.selectAll()
        else:
            self.actionRequested.emit(action)

    def _try_again(self, way: _AnyWay, action: Action) -> None:
        if isinstance(way, DotenvWay) and action is Action.TRY_AGAIN:
            way.ask()
        else:
            way.submit()

    def _enter_key(self, way: _AnyWay) -> None:
        target = way if isinstance(way, KeyWay | ServiceWay) else self._key
        target.set_open(True)
        target.field.edit.setFocus()
        target.field.edit.selectAll()

"""The library: every starter, to find, use, change, keep and hand on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from parley.domain.starter import Starter, search
from parley.ui.failure_notice import FailureNotice
from parley.ui.file_choice import choose_starter_files, choose_starter_place
from parley.ui.kit.buttons import Button
from parley.ui.kit.cards import Notice
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.screen_room import within_screen
from parley.ui.starters.detail import StarterDetail
from parley.ui.starters.editor import StarterEditor
from parley.ui.starters.shelf_list import ShelfList
from parley.ui.theme import MEDIUM, SIDEBAR_WIDTH, SMALL, XLARGE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent

    from parley.domain.errors import Failure
    from parley.ui.theme import Theme


class StarterLibrary(QDialog):
    """Keeps nothing: each wish is a signal, and `set_starters` brings what came of it."""

    useRequested = Signal(object)  # Starter
    saveRequested = Signal(object)  # Starter; without an id it is new
    deleteRequested = Signal(object)  # Starter
    exportRequested = Signal(object, object)  # Starter, Path
    importRequested = Signal(list)  # list[Path]

    def __init__(
        self,
        settings_panel: QWidget,
        parent: QWidget | None = None,
        *,
        choose_files: Callable[[QWidget], list[str]] = choose_starter_files,
        choose_place: Callable[[QWidget, str], str] = choose_starter_place,
    ) -> None:
        """`settings_panel` fits `editor.SettingsPanel`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Starters"))
        self._choose_files = choose_files
        self._choose_place = choose_place
        self._starters: tuple[Starter, ...] = ()
        self._undo: Starter | None = None
        self.search = QLineEdit()
        self.list = ShelfList()
        self.new = Button(self.tr("New starter"), icon_name="plus", look="row")
        self.import_ = Button(self.tr("Import…"), icon_name="upload", look="row")
        self.notice = Notice(closable=True)
        self.failure = FailureNotice(closable=True)
        self.detail = StarterDetail()
        self.editor = StarterEditor(settings_panel)
        self._nothing = QWidget()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.resize(within_screen(self, 900, 640))

    # What comes in

    def set_starters(self, starters: Sequence[Starter], current: str = "") -> None:
        """Show these, and the one with the id `current` if it is given."""
        self._starters = tuple(starters)
        self._show_found(current)

    def edit(self, starter: Starter) -> None:
        """Open the editor with this starter; what is being edited is saved first."""
        self._save_if_changed()
        self.hide_notices()
        self.editor.edit(starter)
        self._pages.setCurrentWidget(self.editor)
        self.setWindowTitle(self.tr("Edit starter") if starter.id else self.tr("New starter"))

    def show_failure(self, failure: Failure) -> None:
        self.notice.hide()
        self.failure.show_failure(failure, "")

    def say(self, text: str, *, action: str = "") -> None:
        """Say how something ended, with a button where it can be taken back."""
        self.failure.hide()
        self.notice.show_text(text, kind="good", action=action, passing=not action)

    def hide_notices(self) -> None:
        self.notice.hide()
        self.failure.hide()

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)
        self.detail.set_theme(theme)
        self.editor.set_theme(theme)

    @property
    def editing(self) -> bool:
        return self._pages.currentWidget() is self.editor

    # How it is laid out

    def _lay_out(self) -> None:
        side = QFrame()
        set_look(side, "side")
        side.setFixedWidth(SIDEBAR_WIDTH)
        left = QVBoxLayout(side)
        left.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        left.setSpacing(SMALL)
        self.search.setPlaceholderText(self.tr("Search starters"))
        self.search.setAccessibleName(self.tr("Search starters"))
        self.search.setClearButtonEnabled(True)
        for widget, stretch in ((self.search, 0), (self.list, 1), (self.new, 0), (self.import_, 0)):
            left.addWidget(widget, stretch)
        middle = QVBoxLayout(self._nothing)
        middle.setContentsMargins(XLARGE, XLARGE, XLARGE, XLARGE)
        middle.addWidget(Label(self.tr("No starter has these words."), look="quiet"))
        middle.addStretch(1)
        for page in (self.detail, self.editor, self._nothing):
            self._pages.addWidget(page)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        notices = QVBoxLayout()
        notices.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, 0)
        for notice in (self.notice, self.failure):
            notices.addWidget(notice)
            notice.hide()
        right.addLayout(notices)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.list.starterChanged.connect(self._show_starter)
        self.list.starterActivated.connect(self._use)
        self.new.clicked.connect(lambda: self.edit(Starter("", "")))
        self.import_.clicked.connect(self._import)
        self.notice.actionRequested.connect(self._take_back)
        detail, editor = self.detail, self.editor
        detail.useRequested.connect(lambda: self._use(self.list.current()))
        detail.editRequested.connect(lambda: self._with_current(self.edit))
        detail.duplicateRequested.connect(lambda: self._with_current(self._duplicate))
        detail.exportRequested.connect(lambda: self._with_current(self._export))
        detail.deleteRequested.connect(lambda: self._with_current(self._delete))
        editor.saveRequested.connect(self._save)
        editor.cancelled.connect(self._leave_editor)

    # What the person does

    def _search(self) -> None:
        self._save_if_changed()
        self._show_found("")

    def _show_found(self, current: str) -> None:
        """Show what the search finds; what is being edited stays on the screen."""
        shown = self.list.current()
        found = search(self._starters, self.search.text())
        self.list.set_starters(found, current or (shown.id if shown is not None else ""))
        if not self.editing:
            self._show_starter(self.list.current())

    def _show_starter(self, starter: Starter | None) -> None:
        self._save_if_changed()
        self.setWindowTitle(self.tr("Starters"))
        if starter is None:
            self._pages.setCurrentWidget(self._nothing)
            return
        self.detail.show_starter(starter)
        self._pages.setCurrentWidget(self.detail)

    def _with_current(self, do: Callable[[Starter], None]) -> None:
        starter = self.list.current()
        if starter is not None:
            self.hide_notices()
            do(starter)

    def _use(self, starter: Starter | None) -> None:
        if starter is not None:
            self.accept()
            self.useRequested.emit(starter)

    def _duplicate(self, starter: Starter) -> None:
        name = self.tr("{name} (copy)").format(name=starter.name[:40])
        self.edit(replace(starter, id="", name=name, own=True))

    def _export(self, starter: Starter) -> None:
        place = self._choose_place(self, starter.name)
        if place:
            self.exportRequested.emit(starter, Path(place))

    def _import(self) -> None:
        chosen = self._choose_files(self)
        if chosen:
            self.hide_notices()
            self.importRequested.emit([Path(name) for name in chosen])

    def _delete(self, starter: Starter) -> None:
        self._undo = starter
        self.deleteRequested.emit(starter)
        self.say(self.tr("“{name}” is deleted.").format(name=starter.name), action=self.tr("Undo"))

    def _take_back(self) -> None:
        starter, self._undo = self._undo, None
        self.hide_notices()
        if starter is not None:
            self.saveRequested.emit(starter)

    def _save(self, starter: Starter) -> None:
        self.saveRequested.emit(starter)
        self._leave_editor()

    def _leave_editor(self) -> None:
        self._pages.setCurrentWidget(self.detail)
        self._show_starter(self.list.current())

    def _save_if_changed(self) -> None:
        """Nothing that was written is lost by going somewhere else."""
        if self.editing and self.editor.changed:
            made = self.editor.starter()
            self._pages.setCurrentWidget(self.detail)
            self.saveRequested.emit(made if made.name else replace(made, name=self.tr("Untitled starter")))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._save_if_changed()

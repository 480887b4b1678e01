"""When a fault of ours comes to light: what happened, and the report, with every key already out of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from parley.domain.errors import Cause, Failure
from parley.ui.dialogs.trouble_head import trouble_head
from parley.ui.failure_words import words_for
from parley.ui.file_choice import choose_report_place
from parley.ui.kit.buttons import Button, PrimaryButton
from parley.ui.kit.fields import Disclosure
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import LARGE, MEDIUM, SMALL, XLARGE, mono_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.ui.theme import Theme


class CrashDialog(QDialog):
    """Shows a report, which must come in redacted, and copies and saves it. `ends`: Parley cannot go on after it."""

    continueRequested = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        ends: bool = False,
        choose_place: Callable[[QWidget], str] = choose_report_place,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._report = ""
        self._choose_place = choose_place
        self._view = QPlainTextEdit()
        self._details = Disclosure(self.tr("Show the report"), self._view)
        self._said = Label(look="quiet")
        self.copy = Button(self.tr("Copy report"), icon_name="copy")
        self.save = Button(self.tr("Save report…"), icon_name="download")
        self.go_on = PrimaryButton(self.tr("Close Parley") if ends else self.tr("Continue"))
        self._lay_out(ends)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.go_on.clicked.connect(self.accept)
        self.finished.connect(lambda _result: self.continueRequested.emit())
        self.go_on.setDefault(True)
        self.resize(560, 300)

    def show_report(self, report: str) -> None:
        """Open with this report; one that comes while another is on the screen is added to it."""
        self._report = f"{self._report}\n\n{report}" if self.isVisible() else report
        self._view.setPlainText(self._report)
        self._said.clear()
        self.show()
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        self._view.setFont(mono_font(theme))
        theme_below(self, theme)

    def _lay_out(self, ends: bool) -> None:
        set_look(self._view, "field")
        self._view.setReadOnly(True)
        self._view.setTabChangesFocus(True)
        self._view.setAccessibleName(self.tr("Report"))
        self._view.setMinimumHeight(160)
        column = QVBoxLayout(self)
        column.setContentsMargins(XLARGE, XLARGE, XLARGE, LARGE)
        column.setSpacing(MEDIUM)
        title = self.tr("Something went wrong inside Parley")
        note = self.tr("The report says where it happened. Your key and your messages are not in it.")
        column.addLayout(trouble_head(title, self._where_that_leaves_them(ends), note))
        column.addWidget(self._details, 1)
        column.addWidget(self._said)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        column.addLayout(buttons)

    def _where_that_leaves_them(self, ends: bool) -> str:
        if ends:
            return self.tr("Parley cannot start because of it. Your conversations are not affected.")
        return self.tr("Your conversations are saved. You can go on where you were.")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._said.setText(self.tr("The report is in the clipboard."))

    def _save(self) -> None:
        path = self._choose_place(self)
        if not path:
            return
        try:
            Path(path).write_text(self._report, encoding="utf-8")
        except OSError as error:
            failure = Failure(Cause.NOT_WRITABLE, {"path": path}, str(error))
            self._said.setText(words_for(failure).what)
        else:
            self._said.setText(self.tr("The report is saved."))

"""Show as: the request of a conversation as Python, as curl and as JSON, to copy and to save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from parley.domain.errors import AppError
from parley.domain.words import QT_TRANSLATE_NOOP
from parley.exchange.files import write_file
from parley.llm.as_code import FORMS, CodeForm, shortened
from parley.ui.dialogs.code_view import CodeView
from parley.ui.failure_words import words_for
from parley.ui.file_choice import choose_code_place
from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, PrimaryButton
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.screen_room import within_screen
from parley.ui.theme import LARGE, MEDIUM, SMALL, TINY, XLARGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.llm.as_code import Call
    from parley.ui.theme import Theme

_SAID_MS = 4_000

_NOTES = {
    "python": QT_TRANSLATE_NOOP(
        "CodeDialog",
        "A complete program for Python. It reads your key from a file named .env, so the key is not in it.",
    ),
    "curl": QT_TRANSLATE_NOOP(
        "CodeDialog",
        "A command for a shell such as bash or zsh. It reads your key from OPENAI_API_KEY, so the key is not in it.",
    ),
    "json": QT_TRANSLATE_NOOP("CodeDialog", "What is sent, as the service reads it. Your key is not part of it."),
}


class CodeDialog(QDialog):
    """Shows one request in every form there is. What is copied and saved is exactly what Parley sends."""

    def __init__(
        self,
        call: Call,
        parent: QWidget | None = None,
        *,
        choose_place: Callable[[QWidget, str, str], str] = choose_code_place,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Show as code"))
        self._call = call
        self._choose_place = choose_place
        self.tabs = QTabBar()
        self.view = CodeView(self.tr("Code"))
        self._note = Label(look="quiet")
        self._cut = Label(self.tr("Long data is shortened here. Copy and Save give all of it."), look="small")
        self._said = Label(look="good")
        self.copy = PrimaryButton(self.tr("Copy"), icon_name="copy")
        self.save = Button(self.tr("Save…"), icon_name="download")
        self.close_button = Button(self.tr("Close"))
        self._hush = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._lay_out()
        self._connect()
        self.resize(within_screen(self, 760, 620))
        self._show_form()

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(self.tr("Form"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for form in FORMS:
            self.tabs.addTab(form.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(XLARGE, LARGE, XLARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.tabs)
        for widget, stretch in ((self._note, 0), (self.view, 1), (self._cut, 0)):
            column.addWidget(widget, stretch)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, TINY, 0, 0)
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        buttons.addSpacing(MEDIUM)
        buttons.addWidget(self._said, 1)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_form)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.accept)
        self._hush.timeout.connect(self._said.clear)

    @property
    def form(self) -> CodeForm:
        return FORMS[self.tabs.currentIndex()]

    def show_form(self, key: str) -> None:
        """Turn to the form with this key."""
        self.tabs.setCurrentIndex(next(i for i, form in enumerate(FORMS) if form.key == key))

    def text(self) -> str:
        """All of the form on the screen."""
        return self.form.write(self._call)

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    def _show_form(self) -> None:
        cut = shortened(self._call)
        self.view.show_code(_parts(self.form, self.form.write(cut)))
        self._note.setText(QCoreApplication.translate("CodeDialog", _NOTES[self.form.key]))
        self.view.setAccessibleDescription(self._note.text())
        self._cut.setVisible(cut.body != self._call.body)
        self._said.clear()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._say(self.tr("Copied"))

    def _save(self) -> None:
        path = self._choose_place(self, self.form.name, self.form.suffix)
        if not path:
            return
        try:
            write_file(Path(path), self.text().encode("utf-8"))
        except AppError as error:
            words = words_for(error.failure)
            self._say(f"{words.what} {words.to_do}", ok=False)
        else:
            self._say(self.tr("Saved as {name}").format(name=Path(path).name))

    def _say(self, text: str, *, ok: bool = True) -> None:
        set_look(self._said, "good" if ok else "bad")
        self._said.setText(text)
        announce(self._said, text)
        if ok:
            self._hush.start()
        else:
            self._hush.stop()


def _parts(form: CodeForm, text: str) -> list[tuple[str, str]]:
    """The texts of a form with their languages: what curl sends is JSON inside of a command."""
    if form.language != "bash":
        return [(form.language, text)]
    head, brace, rest = text.partition("\n{\n")
    body, end, tail = rest.rpartition("\n}\n")
    command, mark, name = head.rpartition(" <<")  # a lexer would take what follows for the text that it begins
    return [("bash", command), ("text", mark + name), ("json", brace + body + end), ("text", tail)]

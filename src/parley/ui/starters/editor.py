"""Where a person makes a starter of their own, or changes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from parley.domain.starter import LONGEST_NAME, Needs, Starter, with_every_variable
from parley.ui.kit.buttons import PrimaryButton, QuietButton
from parley.ui.kit.fields import Field
from parley.ui.kit.growing_edit import GrowingEdit
from parley.ui.kit.labels import Label
from parley.ui.kit.steady import steady
from parley.ui.kit.themed import theme_below
from parley.ui.scroll_page import ScrollPage
from parley.ui.starters.variable_row import VariableRow
from parley.ui.theme import LARGE, LIGHT, MEDIUM, SMALL, XLARGE

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import SignalInstance

    from parley.domain.chat_settings import ChatSettings
    from parley.ui.theme import Theme

_LONGEST_SUMMARY = 200


class SettingsPanel(Protocol):
    """What edits chat settings: the side panel's page, which is another room's."""

    settingsChanged: SignalInstance  # ChatSettings

    def set_settings(self, settings: ChatSettings) -> None: ...
    def set_theme(self, theme: Theme) -> None: ...


class StarterEditor(QWidget):
    """Shows one starter and says what became of it. The texts of the settings can hold places too."""

    saveRequested = Signal(object)  # Starter
    cancelled = Signal()

    def __init__(self, settings_panel: QWidget, parent: QWidget | None = None) -> None:
        """`settings_panel` fits `SettingsPanel`."""
        super().__init__(parent)
        self._theme = LIGHT
        self._starter = Starter("", "")
        self._begun = self._starter
        self._rows: list[VariableRow] = []
        self._panel = settings_panel
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        self.summary = QLineEdit(maxLength=_LONGEST_SUMMARY)
        self.prompt = GrowingEdit(self.tr("Message"), self.tr("Write a poem about {{topic}}."), lines=(4, 16))
        self.needs = steady(QComboBox())
        self.save = PrimaryButton(self.tr("Save starter"))
        self.cancel = QuietButton(self.tr("Cancel"))
        self.tabs = QTabBar()
        self._pages = QStackedWidget()
        self._page = ScrollPage()
        self._name_field = Field(self.tr("Name"), self.name)
        self._asks = Label(self.tr("The form asks for"), look="strong")
        self._rows_column = QVBoxLayout()
        self._lay_out()
        self._connect()

    @property
    def _settings_panel(self) -> SettingsPanel:
        return cast("SettingsPanel", self._panel)

    # What comes in

    def edit(self, starter: Starter) -> None:
        """Begin with this starter; one without an id is new."""
        self._begun = self._starter = with_every_variable(starter)
        self._clear_rows()
        self.name.setText(starter.name)
        self.summary.setText(starter.summary)
        self.prompt.set_text(starter.prompt)
        self.needs.setCurrentIndex(list(Needs).index(starter.needs))
        self._settings_panel.set_settings(starter.settings)
        self._name_field.set_problem("")
        self.tabs.setCurrentIndex(0)
        self._take()
        self._begun = self.starter()
        self.name.setFocus()

    def starter(self) -> Starter:
        """What is in the fields now."""
        made = replace(
            self._starter,
            name=self.name.text().strip(),
            summary=self.summary.text().strip(),
            prompt=self.prompt.toPlainText(),
            variables=tuple(row.variable() for row in self._rows),
            needs=list(Needs)[self.needs.currentIndex()],
        )
        return with_every_variable(made)

    @property
    def changed(self) -> bool:
        return self.starter() != self._begun

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        theme_below(self, theme)
        self._settings_panel.set_theme(theme)

    def submit(self) -> bool:
        """Hand over the starter; False, with the reason beside the field, when it has no name."""
        named = bool(self.name.text().strip())
        self._name_field.set_problem("" if named else self.tr("Give it a name first."))
        if named:
            self.saveRequested.emit(self.starter())
        else:
            self.tabs.setCurrentIndex(0)
            self.name.setFocus()
        return named

    # How it is laid out

    def _lay_out(self) -> None:
        for title in (self.tr("Message"), self.tr("Chat settings")):
            self.tabs.addTab(title)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Parts of the starter"))
        self._pages.addWidget(self._page)
        self._pages.addWidget(self._panel)
        self._fill_page()
        top, buttons = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(LARGE, MEDIUM, LARGE, 0)
        top.addWidget(self.tabs)
        top.addStretch(1)
        buttons.setContentsMargins(XLARGE, SMALL, XLARGE, LARGE)
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)

    def _fill_page(self) -> None:
        self.summary.setPlaceholderText(self.tr("One line that says when it is useful"))
        self.needs.addItems([self.tr("Nothing"), self.tr("An image"), self.tr("A file")])
        places = self.tr("Write {{topic}} where something is to be filled in. This works in the instructions too.")
        column = self._page.column
        column.setContentsMargins(XLARGE, MEDIUM, XLARGE, LARGE)
        column.setSpacing(LARGE)
        column.addWidget(self._name_field)
        column.addWidget(Field(self.tr("What it is for"), self.summary))
        column.addWidget(Field(self.tr("Message"), self.prompt, places))
        column.addWidget(self._asks)
        self._rows_column.setSpacing(SMALL)
        column.addLayout(self._rows_column)
        column.addWidget(Field(self.tr("Asks to attach"), self.needs))
        column.addStretch(1)

    # What happens

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.prompt.textChanged.connect(self._take)
        self._settings_panel.settingsChanged.connect(self._take_settings)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)

    def _take_settings(self, settings: ChatSettings) -> None:
        self._starter = replace(self._starter, settings=settings)
        self._take()

    def _take(self) -> None:
        """A row for each place that is in the texts now; the others keep what was chosen."""
        rows = {row.name: row for row in self._rows}
        wanted = with_every_variable(replace(self._starter, prompt=self.prompt.toPlainText())).variables
        if [variable.name for variable in wanted] != list(rows):
            self._clear_rows(keep={variable.name for variable in wanted})
            self._rows = [rows.get(variable.name) or VariableRow(variable) for variable in wanted]
            for row in self._rows:
                self._rows_column.addWidget(row)
                theme_below(row, self._theme)
        self._asks.setVisible(bool(self._rows))

    def _clear_rows(self, keep: Collection[str] = ()) -> None:
        for row in self._rows:
            self._rows_column.removeWidget(row)
            if row.name not in keep:
                row.hide()
                row.deleteLater()
        self._rows = []

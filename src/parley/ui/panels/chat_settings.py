"""Chat settings: what a person can set for one conversation, in plain words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from parley.domain.chat_settings import ChatSettings, Mode
from parley.llm.rules import ModelRules, with_effort
from parley.ui.kit.buttons import ElidedButton
from parley.ui.kit.cards import Line
from parley.ui.kit.fields import Disclosure, Field, Toggle
from parley.ui.kit.growing_edit import GrowingEdit
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import theme_below
from parley.ui.panels.answer_length import AnswerLengthControl
from parley.ui.panels.creativity import CreativityControl
from parley.ui.panels.examples import ExampleList
from parley.ui.panels.json_answer import JsonAnswerControl
from parley.ui.panels.more_settings import MoreSettingsControl
from parley.ui.scroll_page import ScrollPage
from parley.ui.theme import LARGE, SMALL, TINY, XLARGE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from parley.ui.theme import Theme


class ChatSettingsPanel(ScrollPage):
    """Shows one conversation's settings and says each change at once. What the model does not take is greyed out."""

    settingsChanged = Signal(object)  # ChatSettings
    defaultsRequested = Signal(object)  # ChatSettings that new chats are to begin with
    againRequested = Signal(str)  # the API's name of a setting that was refused, and is to be sent again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = ChatSettings()
        self._rules = ModelRules()
        self._json_is_mentioned = False
        self._showing = False
        self.instructions = GrowingEdit(
            self.tr("Instructions"),
            self.tr("For example: You are a patient teacher. Answer in short sentences."),
            lines=(4, 14),
        )
        self.examples = ExampleList()
        self.creativity = CreativityControl()
        self.answer_length = AnswerLengthControl()
        self.json = JsonAnswerControl()
        self.json_answer = self.json.toggle
        self.completion = Toggle(self.tr("Text completion"))
        self._instructions_field = Field(self.tr("Instructions (system message)"), self.instructions)
        self._examples_help = Label(look="small")
        self._completion_help = Label(look="small")
        self.more = MoreSettingsControl()
        self._more_title = Disclosure(self.tr("More settings"), self.more)
        self.use_for_new = ElidedButton(self.tr("Use for new chats"))
        self._kept = Label(look="small")
        self._lay_out()
        self._connect()
        self._show_rules()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(LARGE, SMALL, LARGE, XLARGE)
        self.column.setSpacing(XLARGE)
        self.column.addWidget(self._instructions_field)
        self.column.addLayout(
            _group(Label(self.tr("Examples (few-shot)"), look="strong"), self._examples_help, self.examples)
        )
        self.column.addWidget(Line())
        self.column.addWidget(self.creativity)
        self.column.addWidget(self.answer_length)
        self.column.addWidget(Line())
        self.column.addWidget(self.json)
        self.column.addLayout(_group(self.completion, self._completion_help))
        self.column.addWidget(Line())
        self.column.addWidget(self._more_title)
        self.column.addWidget(Line())
        self._kept.setText(self.tr("New chats then begin with these settings and instructions."))
        self.column.addLayout(_group(self.use_for_new, self._kept))
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.instructions.textChanged.connect(
            lambda: self._take(replace(self._settings, instructions=self.instructions.toPlainText()))
        )
        self.examples.changed.connect(lambda: self._take(replace(self._settings, examples=self.examples.examples())))
        self.creativity.valueChanged.connect(lambda value: self._take(replace(self._settings, temperature=value)))
        self.answer_length.valueChanged.connect(lambda value: self._take(replace(self._settings, max_tokens=value)))
        self.json.toggled.connect(lambda on: self._take(replace(self._settings, json_answer=on)))
        self.json.schemaChanged.connect(lambda schema: self._take(replace(self._settings, schema=schema)))
        self.json.sentenceRequested.connect(self._add_json_sentence)
        self.creativity.againRequested.connect(lambda: self.againRequested.emit("temperature"))
        self.answer_length.againRequested.connect(lambda: self.againRequested.emit("max_tokens"))
        self.json.againRequested.connect(lambda: self.againRequested.emit("response_format"))
        self.more.againRequested.connect(self.againRequested)
        self.more.changed.connect(lambda more: self._take(replace(self._settings, more=more)))
        self.use_for_new.clicked.connect(self._ask_to_keep)
        self.completion.toggled.connect(
            lambda on: self._take(replace(self._settings, mode=Mode.COMPLETION if on else Mode.CHAT))
        )

    # What comes in

    def settings(self) -> ChatSettings:
        return self._settings

    def set_settings(self, settings: ChatSettings) -> None:
        """Show these settings. Says nothing."""
        if settings == self._settings:
            return  # our own change come back: an example just begun stays
        self._settings = settings
        self._showing = True
        self.instructions.set_text(settings.instructions)
        self.examples.set_examples(settings.examples)
        self.creativity.set_value(settings.temperature)
        self.answer_length.set_value(settings.max_tokens)
        self.json.set_on(settings.json_answer)
        self.json.set_schema(settings.schema)
        self.more.set_settings(settings.more)
        self._showing = False
        self._show_rules()

    def set_model_rules(self, rules: ModelRules) -> None:
        """Grey out what the model of this conversation does not take, each with its reason."""
        self._rules = rules
        self._show_rules()

    def set_refused(self, names: Collection[str], choices: Mapping[str, Collection[str]]) -> None:
        """What the service refused for the model, by the API's names: settings, and of some just these choices."""
        self.creativity.set_refused("temperature" in names)
        self.answer_length.set_refused("max_tokens" in names)
        self.json.set_refused("response_format" in names)
        self.more.set_refused(names, choices)

    def set_json_mentioned(self, mentioned: bool) -> None:
        """Whether a message of the conversation speaks of JSON, which the model needs for an answer in it."""
        self._json_is_mentioned = mentioned
        self._show_json()

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    # What happens here

    def _take(self, settings: ChatSettings) -> None:
        if self._showing:
            return
        self._settings = settings
        self._show_rules()
        self.settingsChanged.emit(self._settings)

    @property
    def _completes(self) -> bool:
        return self._rules.completion_only or self._settings.mode is Mode.COMPLETION

    def _show_rules(self) -> None:
        self._show_completion()
        self._show_instructions()
        self._show_json()
        rules = with_effort(self._rules, self._settings.more.reasoning_effort)
        self.creativity.set_reason(_reason(rules.temperature_reason))
        self.answer_length.set_model_limit(self._rules.output_limit, includes_thinking=self._rules.reasoning)
        self.answer_length.set_reason(_reason(self._rules.reason("max_tokens")))
        self.more.set_rules(rules)
        number = self.more.number_set()
        self._more_title.button.setText(
            self.tr("More settings ({number} set)").format(number=number) if number else self.tr("More settings")
        )

    def _show_completion(self) -> None:
        self._showing = True
        self.completion.setChecked(self._completes)
        self._showing = False
        self.completion.setEnabled(not self._rules.completion_only)
        self._completion_help.setText(
            self.tr("This model only continues a text. It gets one prompt and no history.")
            if self._rules.completion_only
            else self.tr("Sends one prompt and continues it: no instructions, no examples, no history.")
        )
        self.completion.setAccessibleDescription(self._completion_help.text())

    def _show_instructions(self) -> None:
        reason = _reason(self._rules.instructions_reason) or self._completion_reason()
        usual = self.tr("How the model should behave in this conversation. You can leave it empty.")
        self.instructions.setEnabled(not reason)
        self._instructions_field.set_help(reason or usual)
        self.examples.setEnabled(not reason)
        self._examples_help.setText(reason or self.tr("Pairs that show the model how you want your answers."))

    def _completion_reason(self) -> str:
        return self.tr("Not used in text completion.") if self._completes else ""

    def _show_json(self) -> None:
        reason = _reason(self._rules.json_reason) or self._completion_reason()
        self.json.set_reasons(reason, _reason(self._rules.schema_reason))
        by_schema = self._settings.schema.used and not self._rules.schema_reason  # which says it by itself
        wanted = self._settings.json_answer and not reason and not by_schema
        self.json.set_word_missing(wanted and not self._mentions_json())

    def _mentions_json(self) -> bool:
        texts = [self._settings.instructions, *(e.question + e.answer for e in self._settings.examples)]
        return self._json_is_mentioned or any("json" in text.lower() for text in texts)

    def _add_json_sentence(self) -> None:
        before = self.instructions.toPlainText().rstrip()
        sentence = self.tr("Answer in JSON.")
        self.instructions.set_text(f"{before}\n{sentence}" if before else sentence)
        self.json_answer.setFocus()

    def _ask_to_keep(self) -> None:
        self.defaultsRequested.emit(self._settings)
        self._kept.setText(self.tr("New chats begin like this one from now on. Settings, Defaults shows them."))


def _group(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(TINY)
    for widget in widgets:
        side = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QAbstractButton) else Qt.AlignmentFlag(0)
        column.addWidget(widget, 0, side)
    return column


def _reason(text: str) -> str:
    return QCoreApplication.translate("Rules", text) if text else ""

"""Answer as JSON: off, any JSON, or JSON that a schema describes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from parley.domain.answer_schema import AnswerSchema, is_readable
from parley.ui.kit.buttons import Button, QuietButton, show_checked
from parley.ui.kit.fields import Field, Toggle
from parley.ui.kit.labels import Label
from parley.ui.kit.steady import steady
from parley.ui.panels.again import AGAIN_ICON, again_text
from parley.ui.panels.schema_check import SchemaCheck
from parley.ui.panels.schema_edit import SchemaEdit
from parley.ui.theme import MEDIUM, SMALL, TINY

SAMPLE = """{
  "type": "object",
  "properties": {
    "joke": {"type": "string"},
    "rating": {"type": "integer"}
  },
  "required": ["joke", "rating"],
  "additionalProperties": false
}"""


class JsonAnswerControl(QWidget):
    """Says each change. What belongs to a schema is only seen while one is wanted."""

    toggled = Signal(bool)
    schemaChanged = Signal(object)  # AnswerSchema
    sentenceRequested = Signal()  # the sentence that mentions JSON
    againRequested = Signal()  # JSON was refused, and is to be asked for again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = AnswerSchema()
        self._schema_reason = ""
        self._check = SchemaCheck(self)
        self.toggle = Toggle(self.tr("Answer as JSON"))
        self._help = Label(look="small")
        self.again = QuietButton(again_text(refused=True), icon_name=AGAIN_ICON)
        self.again.setAccessibleName(f"{self.again.text()}: {self.toggle.text()}")
        self.again.hide()
        self._note = Label(look="warning")
        self.add_sentence = Button(self.tr("Add a sentence"))
        self.shape = steady(QComboBox())
        self.shape.addItem(self.tr("Any JSON (json_object)"), False)
        self.shape.addItem(self.tr("As a schema describes (json_schema)"), True)
        self.shape.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._shape_field = Field(self.tr("What the JSON looks like"), self.shape)
        self.name = QLineEdit()
        self.text = SchemaEdit(self.tr("Schema"), self.tr("A JSON schema, such as the example."))
        self._text_field = Field(self.tr("Schema"), self.text)
        self.sample = Button(self.tr("Insert an example"))
        self._said = Label(look="small")
        self.strict = Toggle(self.tr("Guarantee it (strict)"))
        self._editor = QWidget()
        self._lay_out()
        self._connect()
        self._show_schema()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.toggle, 0, left)
        column.addWidget(self._help)
        column.addWidget(self.again, 0, left)
        column.addWidget(self._note)
        column.addWidget(self.add_sentence, 0, left)
        column.addSpacing(SMALL)
        column.addWidget(self._shape_field)
        column.addWidget(self._editor)
        inner = QVBoxLayout(self._editor)
        inner.setContentsMargins(0, SMALL, 0, 0)
        inner.setSpacing(TINY)
        inner.addWidget(self._text_field)
        inner.addWidget(self._said)
        inner.addWidget(self.sample, 0, left)
        inner.addSpacing(MEDIUM)
        inner.addWidget(Field(self.tr("Name of the schema"), self.name, self.tr("The model reads it too.")))
        inner.addSpacing(MEDIUM)
        inner.addWidget(self.strict, 0, left)
        inner.addWidget(
            Label(
                self.tr("The service then lets the model write nothing else. Not every schema can be had so."),
                look="small",
            )
        )

    def _connect(self) -> None:
        self.toggle.toggled.connect(self._toggled)
        self.add_sentence.clicked.connect(self.sentenceRequested)
        self.again.clicked.connect(self.againRequested)
        self.shape.activated.connect(
            lambda _index: self._take(replace(self._schema, used=bool(self.shape.currentData())))
        )
        self.name.textEdited.connect(lambda name: self._take(replace(self._schema, name=name)))
        self.text.textChanged.connect(lambda: self._take(replace(self._schema, text=self.text.toPlainText())))
        self.strict.toggled.connect(lambda on: self._take(replace(self._schema, strict=on)))
        self.sample.clicked.connect(self._insert_sample)
        self._check.done.connect(self._say)
        self._check.brokenAt.connect(self.text.show_broken)

    # What comes in

    def set_on(self, on: bool) -> None:
        """Say nothing."""
        show_checked(self.toggle, on)
        self._show_schema()

    def set_schema(self, schema: AnswerSchema) -> None:
        """Show this schema. Says nothing."""
        self._schema = schema
        if self.name.text() != schema.name:
            self.name.setText(schema.name)
        self.text.set_text(schema.text)
        self.strict.setChecked(schema.strict)
        self._show_schema()

    def set_reasons(self, json_reason: str, schema_reason: str) -> None:
        """Grey out what the model does not take: JSON at all, or a schema for it."""
        self._schema_reason = schema_reason
        self.toggle.setEnabled(not json_reason)
        usual = self.tr("The answer is data that a program can read. Say in your message which fields you want.")
        self._help.setText(json_reason or usual)
        self.toggle.setAccessibleDescription(self._help.text())
        self._show_schema()

    def set_refused(self, refused: bool) -> None:
        """Whether the reason is that the service refused it."""
        self.again.setVisible(refused)

    def set_word_missing(self, missing: bool) -> None:
        """Whether no message mentions JSON, which the model needs to read."""
        self._note.setText(self.tr("No message mentions JSON yet. The model needs to read the word once."))
        self._note.setVisible(missing)
        self.add_sentence.setVisible(missing)

    # What happens here

    def _toggled(self, on: bool) -> None:
        self._show_schema()
        self.toggled.emit(on)

    def _take(self, schema: AnswerSchema) -> None:
        if schema != self._schema:
            self._schema = schema
            self._show_schema()
            self.schemaChanged.emit(schema)

    def _show_schema(self) -> None:
        on = self.toggle.isChecked() and self.toggle.isEnabled()
        used = self._schema.used
        self._shape_field.setVisible(on)
        self.shape.setEnabled(not self._schema_reason)
        self.shape.setCurrentIndex(int(used and not self._schema_reason))
        self._shape_field.set_help(self._schema_reason)
        self._editor.setVisible(on and used and not self._schema_reason)
        self.sample.setVisible(not self._schema.text.strip())
        if on and used:
            self._check.check(self._schema)

    def _say(self, text: str, good: bool) -> None:
        self._text_field.set_problem("" if good else text)
        until_then = "" if is_readable(self._schema.text) else self.tr("Until then the answer is any JSON.")
        self._said.setText(text if good else until_then)
        self._said.setVisible(bool(self._said.text()))

    def _insert_sample(self) -> None:
        self.text.setPlainText(SAMPLE)
        self.text.setFocus()

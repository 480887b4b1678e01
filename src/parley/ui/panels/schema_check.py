"""Says whether what is written is a schema, without holding up the window."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from parley.domain.answer_schema import NotASchemaError, read_schema, strict_gap

if TYPE_CHECKING:
    from parley.domain.answer_schema import AnswerSchema

PAUSE_MS = 300  # judged when the typing pauses
_LOOK_MS = 30


class SchemaCheck(QObject):
    """Text that is no JSON is known at once; the rules of schemas are checked on a thread that loads them first."""

    done = Signal(str, bool)  # what is said of the text ("" for an empty one), and whether it is good
    brokenAt = Signal(int, int)  # line and column from 1; 0, 0: nowhere

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schema: AnswerSchema | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._running: Future[str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_for_end)

    def check(self, schema: AnswerSchema) -> None:
        """Judge `schema` when the typing pauses; only the last one counts."""
        self._schema = schema
        self._pause.start()

    def _begin(self) -> None:
        if self._schema is None or not self._schema.text.strip():
            self._say("", good=True)
            return
        try:
            value = read_schema(self._schema.text)
        except NotASchemaError as error:
            self.done.emit(self._broken(error), False)
            self.brokenAt.emit(error.line, error.column)
            return
        self.brokenAt.emit(0, 0)
        self._run(value)

    def _run(self, value: dict[str, Any]) -> None:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "schema check")
        self._running = self._pool.submit(_problem, value)
        self._look.start()

    def _look_for_end(self) -> None:
        if self._running is None or not self._running.done():
            return
        self._look.stop()
        problem, schema = self._running.result(), self._schema
        self._running = None
        if self._pause.isActive() or schema is None:
            return  # more was typed meanwhile
        if problem:
            said = self.tr("This is JSON, but not a schema: {problem}").replace("{problem}", problem)
            self.done.emit(said, False)
        elif schema.strict and (gap := strict_gap(read_schema(schema.text))):
            said = self.tr("For the guarantee “{place}” must require all of its properties and allow no others.")
            self.done.emit(said.replace("{place}", gap), False)
        else:
            self.done.emit(self.tr("This is a schema."), True)

    def _say(self, text: str, *, good: bool) -> None:
        self.brokenAt.emit(0, 0)
        self.done.emit(text, good)

    def _broken(self, error: NotASchemaError) -> str:
        if not error.line:
            return self.tr("A schema begins with { and ends with }.")
        said = self.tr("This is not JSON: look at line {line}, character {column}.")
        return said.replace("{line}", str(error.line)).replace("{column}", str(error.column))


def _problem(value: dict[str, Any]) -> str:
    from parley.llm.json_check import schema_problem  # its library takes an eighth of a second

    return schema_problem(value)

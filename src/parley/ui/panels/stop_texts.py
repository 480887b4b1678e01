"""Texts at which the model stops, one in each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from parley.domain.chat_settings import LONGEST_STOP, MOST_STOPS
from parley.ui.kit.growing_edit import GrowingEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class StopTexts(GrowingEdit):
    """A text of several lines has its line ends written as \\n, a backslash as two."""

    stopsChanged = Signal(object)  # tuple[str, ...]

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", lines=(1, MOST_STOPS), parent=parent)
        self._shown: tuple[str, ...] = ()
        self.textChanged.connect(self._say)

    def stops(self) -> tuple[str, ...]:
        texts = (_read(line)[:LONGEST_STOP] for line in self.toPlainText().split("\n"))
        return tuple(dict.fromkeys(filter(None, texts)))[:MOST_STOPS]

    def set_stops(self, stops: tuple[str, ...]) -> None:
        """Show these. Says nothing, and leaves alone what already means the same."""
        self._shown = stops
        if stops != self.stops():
            self.set_text("\n".join(map(_write, stops)))

    def _say(self) -> None:
        stops = self.stops()
        if stops != self._shown:
            self._shown = stops
            self.stopsChanged.emit(stops)


def _write(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _read(line: str) -> str:
    parts = line.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\t", "\t") for part in parts)

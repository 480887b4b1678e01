"""The settings few people need, each under its plain name with the field's term behind it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.domain.chat_settings import (
    ANSWERS_RANGE,
    NOTHING_MORE,
    PENALTY_RANGE,
    SEED_RANGE,
    TOP_P_RANGE,
    MoreSettings,
)
from parley.llm.rules import ModelRules
from parley.ui.kit.fields import Field
from parley.ui.panels.again import AGAIN_ICON, again_text, refused_choice
from parley.ui.panels.choice_box import ChoiceBox
from parley.ui.panels.optional_number import OptionalNumber
from parley.ui.panels.stop_texts import StopTexts
from parley.ui.theme import LARGE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


@dataclass(frozen=True, slots=True)
class _Row:
    """One setting: the API's name of it, its field, what is said below it, and how a value is shown in it."""

    parameter: str
    field: Field
    help: str
    show: Callable[[MoreSettings], None]


class MoreSettingsControl(QWidget):
    """Says the whole of the settings with each change. What the model does not take is greyed out with its reason."""

    changed = Signal(object)  # MoreSettings
    againRequested = Signal(str)  # the API's name of what was refused, and is to be sent again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = NOTHING_MORE
        self._rules = ModelRules()
        self._refused: Collection[str] = ()
        self._refused_choices: Mapping[str, Collection[str]] = {}
        self.top_p = OptionalNumber(TOP_P_RANGE, usual=1.0, step=0.05, decimals=2)
        self.presence = OptionalNumber(PENALTY_RANGE, usual=0.0, step=0.1, decimals=1)
        self.frequency = OptionalNumber(PENALTY_RANGE, usual=0.0, step=0.1, decimals=1)
        self.seed = OptionalNumber(SEED_RANGE, usual=1, step=1, decimals=0)
        self.answers = OptionalNumber((ANSWERS_RANGE[0] + 1, ANSWERS_RANGE[1]), usual=2, step=1, decimals=0)
        self.stop = StopTexts(self.tr("Stop at"))
        self.effort = ChoiceBox(self._effort_words())
        self.verbosity = ChoiceBox(self._verbosity_words())
        self._rows = (*self._answer_rows(), *self._sampling_rows())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        for row in self._rows:
            row.field.set_help(row.help)
            column.addWidget(row.field)
            row.field.actionRequested.connect(partial(self.againRequested.emit, row.parameter))
        self._connect()

    def _answer_rows(self) -> tuple[_Row, ...]:
        return (
            _Row(
                "reasoning_effort",
                Field(self.tr("Thinking (reasoning effort)"), self.effort),
                self.tr("How long a model that can think does so before it answers. Longer costs more."),
                lambda more: self.effort.set_value(more.reasoning_effort),
            ),
            _Row(
                "verbosity",
                Field(self.tr("Wordiness (verbosity)"), self.verbosity),
                self.tr("How much the model says."),
                lambda more: self.verbosity.set_value(more.verbosity),
            ),
            _Row(
                "n",
                Field(self.tr("Number of answers (n)"), self.answers),
                self.tr("Several at once; the arrows under the answer lead from one to the next. Each one costs."),
                lambda more: self.answers.set_number(more.answers),
            ),
            _Row(
                "stop",
                Field(self.tr("Stop at (stop sequences)"), self.stop),
                self.tr(
                    "The model stops before it writes one of these: one in each line, at most four. \\n is a line end."
                ),
                lambda more: self.stop.set_stops(more.stop),
            ),
            _Row(
                "seed",
                Field(self.tr("Same answer again (seed)"), self.seed),
                self.tr("With the same number and the same words most models answer the same."),
                lambda more: self.seed.set_number(more.seed),
            ),
        )

    def _sampling_rows(self) -> tuple[_Row, ...]:
        return (
            _Row(
                "top_p",
                Field(self.tr("Choice of words (top p)"), self.top_p),
                self.tr("Below 1 only the likelier words are used. Change this or the creativity, not both."),
                lambda more: self.top_p.set_number(more.top_p),
            ),
            _Row(
                "presence_penalty",
                Field(self.tr("New subjects (presence penalty)"), self.presence),
                self.tr("Above 0 the model rather turns to what was not said yet."),
                lambda more: self.presence.set_number(more.presence_penalty),
            ),
            _Row(
                "frequency_penalty",
                Field(self.tr("Less repetition (frequency penalty)"), self.frequency),
                self.tr("Above 0 the model repeats the same words less."),
                lambda more: self.frequency.set_number(more.frequency_penalty),
            ),
        )

    def _connect(self) -> None:
        self.top_p.chosen.connect(lambda value: self._take(replace(self._settings, top_p=_rounded(value))))
        self.presence.chosen.connect(
            lambda value: self._take(replace(self._settings, presence_penalty=_rounded(value)))
        )
        self.frequency.chosen.connect(
            lambda value: self._take(replace(self._settings, frequency_penalty=_rounded(value)))
        )
        self.seed.chosen.connect(lambda value: self._take(replace(self._settings, seed=_whole(value))))
        self.answers.chosen.connect(lambda value: self._take(replace(self._settings, answers=_whole(value))))
        self.stop.stopsChanged.connect(lambda stops: self._take(replace(self._settings, stop=stops)))
        self.effort.chosen.connect(lambda value: self._take(replace(self._settings, reasoning_effort=value)))
        self.verbosity.chosen.connect(lambda value: self._take(replace(self._settings, verbosity=value)))

    def set_settings(self, settings: MoreSettings) -> None:
        """Show these. Says nothing."""
        self._settings = settings
        for row in self._rows:
            row.show(settings)
        self._show_reasons()

    def set_rules(self, rules: ModelRules) -> None:
        """Grey out what the model does not take."""
        self._rules = rules
        self.effort.set_offer(rules.efforts)
        self._show_reasons()

    def set_refused(self, names: Collection[str], choices: Mapping[str, Collection[str]]) -> None:
        """Offer to send again what the service refused, by the API's names: at all, or just these choices."""
        self._refused, self._refused_choices = names, choices
        self._show_reasons()

    def _show_reasons(self) -> None:
        for row in self._rows:
            reason = self._rules.reason(row.parameter)
            row.field.control.setEnabled(not reason)
            choice = getattr(self._settings, row.parameter, None) in self._refused_choices.get(row.parameter, ())
            said = QCoreApplication.translate("Rules", reason) if reason else refused_choice() if choice else row.help
            row.field.set_help(said)
            row.field.set_action(again_text((choice and not reason) or row.parameter in self._refused), AGAIN_ICON)

    def number_set(self) -> int:
        """How many of them are not left to the model."""
        return sum(getattr(self._settings, field.name) != field.default for field in fields(MoreSettings))

    def _take(self, settings: MoreSettings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._show_reasons()
            self.changed.emit(settings)

    def _effort_words(self) -> dict[str, str]:
        return {
            "none": self.tr("Not at all (none)"),
            "minimal": self.tr("Hardly (minimal)"),
            "low": self.tr("A little (low)"),
            "medium": self.tr("Some (medium)"),
            "high": self.tr("Long (high)"),
            "xhigh": self.tr("Very long (xhigh)"),
            "max": self.tr("As long as it takes (max)"),
        }

    def _verbosity_words(self) -> dict[str, str]:
        return {
            "low": self.tr("Short (low)"),
            "medium": self.tr("Usual (medium)"),
            "high": self.tr("Detailed (high)"),
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2) + 0.0  # never -0.0


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)

"""Starters: messages to begin with, in which a person only fills in what is theirs, with the settings that go along.

In the texts of a starter `{{topic}}` stands for what the person fills in as "topic".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from .chat_settings import ChatSettings, Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST_NAME = 60  # characters, of a variable as of a starter
_PLACE = re.compile(r"\{\{([^{}\n]{1,80})\}\}")
USUAL_ICON = "sparkles"
_NOTHING_SET = ChatSettings()


class Needs(StrEnum):
    """What must be attached for the starter to make sense."""

    NOTHING = ""
    IMAGE = "image"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing to fill in. `name` is what stands between the braces, `label` what the form calls it."""

    name: str
    label: str = ""
    hint: str = ""  # an example of what to write
    default: str = ""
    choices: tuple[str, ...] = ()  # suggestions; something else may be written
    long: bool = False  # text of several lines
    optional: bool = False

    @property
    def words(self) -> str:
        return self.label or self.name[:1].upper() + self.name[1:]


@dataclass(frozen=True, slots=True)
class Starter:
    """`id` is the name of its file, "" before there is one. `own`: made by the person, so it can be changed."""

    id: str
    name: str
    summary: str = ""
    icon: str = USUAL_ICON  # a file in resources/icons
    prompt: str = ""
    variables: tuple[Variable, ...] = ()  # every one of the texts, in the order of the form
    needs: Needs = Needs.NOTHING
    settings: ChatSettings = _NOTHING_SET
    own: bool = False

    @property
    def asks(self) -> bool:
        """Whether there is anything to fill in or to choose first."""
        return bool(self.variables) or self.needs is not Needs.NOTHING


@dataclass(frozen=True, slots=True)
class Filled:
    """A starter with everything filled in: what goes into the message, and the settings of its conversation."""

    text: str
    settings: ChatSettings


def places_in(starter: Starter) -> tuple[str, ...]:
    """The names of the variables in the starter's texts, in the order in which they come."""
    return tuple(dict.fromkeys(name for text in _texts(starter) for name in _names(text)))


def with_every_variable(starter: Starter) -> Starter:
    """`starter` with a variable for each place in its texts, and none without a place."""
    places = places_in(starter)
    described = [variable for variable in starter.variables if variable.name in places]
    names = {variable.name for variable in described}
    return replace(starter, variables=(*described, *(Variable(name) for name in places if name not in names)))


def fill(starter: Starter, values: Mapping[str, str]) -> Filled:
    """Put `values` (by the names of the variables) into the texts; what has none gets its default.

    A line whose places all stay empty is left out, and a value is never read for places of its own.
    """
    known = {variable.name: values.get(variable.name, variable.default).strip() for variable in starter.variables}
    settings = starter.settings
    examples = tuple(Example(_filled(e.question, known), _filled(e.answer, known)) for e in settings.examples)
    return Filled(
        _filled(starter.prompt, known),
        replace(settings, instructions=_filled(settings.instructions, known), examples=examples),
    )


def search(starters: Iterable[Starter], text: str) -> tuple[Starter, ...]:
    """Those in which every word of `text` occurs; a hit in the name comes before one in the rest."""
    words = text.casefold().split()
    found = [starter for starter in starters if all(word in _searched(starter) for word in words)]
    return tuple(sorted(found, key=lambda starter: not all(word in starter.name.casefold() for word in words)))


def _searched(starter: Starter) -> str:
    return "\n".join([starter.name, starter.summary, *_texts(starter)]).casefold()


def _texts(starter: Starter) -> Iterator[str]:
    yield starter.prompt
    yield starter.settings.instructions
    for example in starter.settings.examples:
        yield example.question
        yield example.answer


def _names(text: str) -> list[str]:
    return [name for place in _PLACE.findall(text) if (name := place.strip())]


def _filled(text: str, values: Mapping[str, str]) -> str:
    if not _names(text):
        return text
    lines = [_filled_line(line, values) for line in text.split("\n") if not _stays_empty(line, values)]
    return "\n".join(lines).strip("\n")


def _filled_line(line: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values.get(place[1].strip(), place[0]), line)


def _stays_empty(line: str, values: Mapping[str, str]) -> bool:
    names = _names(line)
    return bool(names) and all(values.get(name) == "" for name in names)

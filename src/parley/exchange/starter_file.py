"""Starters as files: those that come with Parley, the person's own, and those that people hand to each other.

What such a file holds is described in resources/starters/README.md. It comes from anywhere, so everything in it is
checked; what does not fit is named, with its place, in the details of the failure.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from parley.domain.characters import whole_characters
from parley.domain.chat_settings_json import from_plain, to_plain
from parley.domain.errors import AppError, Cause
from parley.domain.starter import LONGEST_NAME, USUAL_ICON, Needs, Starter, Variable, with_every_variable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parley.domain.chat_settings import ChatSettings

FORMAT = "parley-starter"
VERSION = 1
SUFFIX = ".parley-starter.json"
LARGEST = 512 * 1024  # bytes of a file
LONGEST_TEXT = 100_000  # characters
LONGEST_SUMMARY = 200
MOST_VARIABLES = 40
MOST_CHOICES = 60
LANGUAGES = ("en", "de")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FIELDS = {"format", "version", "name", "summary", "icon", "prompt", "variables", "needs", "settings"}
_VARIABLE_FIELDS = {"name", "label", "hint", "default", "choices", "long", "optional"}
_NOT_OF_A_STARTER = {"model", "leave_out_before", "summary"}  # they belong to one conversation


def read_starter(data: bytes, *, name: str, language: str = "en", own: bool = False, id_: str = "") -> Starter:
    """The starter in a file. `name` is what the person knows the file by.

    Raises AppError (STARTER_UNREADABLE).
    """
    try:
        return _starter(_document(data), language, own, id_)
    except _MisfitError as misfit:
        raise AppError(Cause.STARTER_UNREADABLE, str(misfit), path=name) from None


def write_starter(starter: Starter) -> bytes:
    """The content of a file that `read_starter` reads back as the same."""
    document: dict[str, object] = {"format": FORMAT, "version": VERSION, "name": starter.name}
    rest = {
        "summary": starter.summary,
        "icon": starter.icon if starter.icon != USUAL_ICON else "",
        "needs": starter.needs.value,
        "prompt": _lines(starter.prompt),
        "variables": [_plain_variable(variable) for variable in starter.variables],
        "settings": to_plain(_of_a_starter(starter.settings)),
    }
    document |= {key: value for key, value in rest.items() if value}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


class _MisfitError(Exception):
    """What does not fit, and where."""


def _document(data: bytes) -> Mapping[str, object]:
    if len(data) > LARGEST:
        raise _MisfitError(f"more than {LARGEST} bytes")
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise _MisfitError(f"no JSON: {error}") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _MisfitError(f'"format" is not "{FORMAT}"')
    if document.get("version") != VERSION:
        raise _MisfitError(f'"version" is not {VERSION}: written by a newer Parley')
    return document


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _starter(document: Mapping[str, object], language: str, own: bool, id_: str) -> Starter:
    _only(document, _FIELDS, "the file")
    values = {key: _spoken(value, language) for key, value in document.items()}
    made = Starter(
        id=id_,
        name=_text(values, "name", LONGEST_NAME, line=True),
        summary=_text(values, "summary", LONGEST_SUMMARY, line=True),
        icon=_icon(_text(values, "icon", LONGEST_NAME, line=True)),
        prompt=_text(values, "prompt", LONGEST_TEXT),
        variables=tuple(_variable(value, language) for value in _list(values, "variables", MOST_VARIABLES)),
        needs=_needs(values.get("needs", "")),
        settings=_settings(_settings_in(document, language)),
        own=own,
    )
    if not made.name:
        raise _MisfitError('"name" is empty')
    made = with_every_variable(made)
    names = [variable.name for variable in made.variables]
    if len(set(names)) < len(names) or len(names) > MOST_VARIABLES:
        raise _MisfitError(f'"variables": a name twice, or more than {MOST_VARIABLES}')
    return made


def _variable(value: object, language: str) -> Variable:
    if not isinstance(value, dict):
        raise _MisfitError('"variables": not an object')
    _only(value, _VARIABLE_FIELDS, "a variable")
    values = {key: _spoken(one, language) for key, one in value.items()}
    for key in ("long", "optional"):
        if not isinstance(values.get(key, False), bool):
            raise _MisfitError(f'"{key}" is neither true nor false')
    choices = tuple(
        _checked(one, "choices", LONGEST_SUMMARY, line=True) for one in _list(values, "choices", MOST_CHOICES)
    )
    return Variable(
        name=_text(values, "name", LONGEST_NAME, line=True).strip(),
        label=_text(values, "label", LONGEST_SUMMARY, line=True),
        hint=_text(values, "hint", LONGEST_SUMMARY, line=True),
        default=_text(values, "default", LONGEST_TEXT),
        choices=choices,
        long=values.get("long") is True,
        optional=values.get("optional") is True,
    )


def _plain_variable(variable: Variable) -> dict[str, object]:
    values: dict[str, object] = {
        "name": variable.name,
        "label": variable.label,
        "hint": variable.hint,
        "default": _lines(variable.default),
        "choices": list(variable.choices),
        "long": variable.long,
        "optional": variable.optional,
    }
    return {key: value for key, value in values.items() if value}


def _settings_in(document: Mapping[str, object], language: str) -> dict[str, object]:
    given = document.get("settings", {})
    if not isinstance(given, dict):
        raise _MisfitError('"settings": not an object')
    values = {key: _spoken(value, language) for key, value in given.items()}
    examples = values.get("examples")
    if isinstance(examples, list):
        values["examples"] = [
            [_joined(_spoken(one, language)) for one in pair] if isinstance(pair, list) else pair for pair in examples
        ]
    return {key: _joined(value) if key == "instructions" else value for key, value in values.items()}


def _settings(given: Mapping[str, object]) -> ChatSettings:
    """Raises when any of it is not what a person could have set."""
    if belonging := _NOT_OF_A_STARTER & given.keys():
        raise _MisfitError(f'"settings": {sorted(belonging)} cannot be in a starter')
    settings = from_plain(given)
    kept = to_plain(settings)
    lost = sorted(key for key, value in given.items() if _set(value) != _set(kept.get(key)) and value != "chat")
    if lost:
        raise _MisfitError(f'"settings": {lost} cannot be used')
    return settings


def _set(value: object) -> object:
    """`value` without what counts as not set."""
    if isinstance(value, dict):
        return {key: one for key, item in value.items() if (one := _set(item)) is not None} or None
    unset = value is None or value is False or value == "" or value == []
    return None if unset else value


def _of_a_starter(settings: ChatSettings) -> ChatSettings:
    kept = {key: value for key, value in to_plain(settings).items() if key not in _NOT_OF_A_STARTER}
    return from_plain(kept)


def _needs(value: object) -> Needs:
    for needs in Needs:
        if value == needs.value:
            return needs
    raise _MisfitError('"needs" is neither "image" nor "file"')


def _icon(name: str) -> str:
    """Only a plain name: it becomes part of a path."""
    return name if name and name.isascii() and name.replace("-", "").isalnum() else USUAL_ICON


def _only(values: Mapping[str, object], known: set[str], where: str) -> None:
    if unknown := sorted(values.keys() - known):
        raise _MisfitError(f"{where}: unknown {unknown}")


def _list(values: Mapping[str, object], key: str, most: int) -> list[object]:
    value = values.get(key, [])
    if not isinstance(value, list) or len(value) > most:
        raise _MisfitError(f'"{key}" is not a list of at most {most}')
    return value


def _text(values: Mapping[str, object], key: str, longest: int, *, line: bool = False) -> str:
    return _checked(_joined(values.get(key, "")), key, longest, line=line)


def _checked(value: object, key: str, longest: int, *, line: bool = False) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise _MisfitError(f'"{key}" is not a text of at most {longest} characters')
    whole = whole_characters(value)
    return " ".join(whole.split()) if line else _CONTROL.sub("", whole)


def _spoken(value: object, language: str) -> object:
    """What `value` says in `language`, where it says it in several."""
    if isinstance(value, dict) and value and value.keys() <= set(LANGUAGES):
        return value.get(language, value.get("en", next(iter(value.values()))))
    return value


def _joined(value: object) -> object:
    """A text that was written as a list of its lines."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "\n".join(value)
    return value


def _lines(text: str) -> str | list[str]:
    return text.split("\n") if "\n" in text else text

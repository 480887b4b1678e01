"""Holds answers against what was asked for: JSON, and the person's schema where there is one."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from parley.domain.answer_schema import NotASchemaError, read_schema
from parley.domain.errors import Cause, Failure
from parley.domain.events import Checked, Delta, Finished, OtherDelta, OtherFinished

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

    from parley.domain.answer_schema import AnswerSchema
    from parley.domain.events import CompletionEvent

_LONGEST = 1_000  # characters of a detail


async def checked(
    events: AsyncGenerator[CompletionEvent], schema: AnswerSchema | None
) -> AsyncGenerator[CompletionEvent]:
    """`events`, and after the end of each answer what became of its check. One cut off or filtered is not checked."""
    texts: dict[int, list[str]] = {}
    async with aclosing(events):
        async for event in events:
            yield event
            match event:
                case Delta():
                    texts.setdefault(0, []).append(event.text)
                case OtherDelta():
                    texts.setdefault(event.place, []).append(event.text)
                case Finished(reason="stop"):
                    yield await check("".join(texts.get(0, ())), schema, 0)
                case OtherFinished(reason="stop"):
                    yield await check("".join(texts.get(event.place, ())), schema, event.place)


async def check(text: str, schema: AnswerSchema | None, place: int = 0) -> Checked:
    """What became of the check of a whole answer."""
    # On a thread: the first check imports the library, which takes an eighth of a second.
    failure = await asyncio.to_thread(answer_failure, text, schema)
    return Checked(failure, fits=failure is None and schema is not None, place=place)


def answer_failure(text: str, schema: AnswerSchema | None) -> Failure | None:
    """What is wrong with an answer that was to be JSON; None: nothing, or nothing that could be told."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Failure(Cause.NOT_JSON, details=str(error)[:_LONGEST])
    if schema is None:
        return None
    try:
        wrong = _first_error(value, read_schema(schema.text))
    except NotASchemaError:
        return None
    if wrong is None:
        return None
    place, message = wrong
    return Failure(Cause.SCHEMA_MISMATCH, {"schema": schema.sent_name, "place": place}, message[:_LONGEST])


def schema_problem(schema: dict[str, Any]) -> str:
    """Where `schema` is none by the rules of JSON Schema, with the library's own words; empty: nowhere.

    The first call imports the library, which takes an eighth of a second.
    """
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import Draft202012Validator, validator_for

    try:
        validator_for(schema, default=Draft202012Validator).check_schema(schema)
    except SchemaError as error:
        return f"{path_text(error.absolute_path)}: {error.message}"[:_LONGEST]
    except RecursionError:
        return path_text(())
    return ""


def _first_error(value: Any, schema: dict[str, Any]) -> tuple[str, str] | None:
    """Where and how `value` differs most; None: it fits, or the schema points to what is not here."""
    from jsonschema.exceptions import SchemaError, best_match
    from jsonschema.validators import Draft202012Validator, validator_for
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    kind = validator_for(schema, default=Draft202012Validator)
    try:
        kind.check_schema(schema)
        # The empty registry: what a schema refers to is never fetched.
        error = best_match(kind(schema, registry=Registry()).iter_errors(value))
    except (SchemaError, Unresolvable, RecursionError):
        return None
    return None if error is None else (path_text(error.absolute_path), error.message)


def path_text(path: Iterable[str | int]) -> str:
    """A place as programmers write it: `steps[0].title`; `$` is the whole."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".") or "$"

"""The report of a fault of ours: where it happened, in words that cannot hold a key or a conversation.

The words of an exception often quote what was being worked on (`KeyError: 'what I wrote'`). So only those of Python's
own exceptions that speak of code are kept, and of the others the kind.
"""

from __future__ import annotations

import platform
import time
import traceback
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from parley import __version__
from parley.domain.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

# Their messages name types, attributes, modules and numbers, never values.
_SPEAK_OF_CODE = (AttributeError, NameError, ImportError, ZeroDivisionError, IndexError, RecursionError, AppError)
_TOP_FOLDERS = ("parley", "site-packages", "dist-packages", "tests")
_DEEPEST = 8  # causes of causes, and groups in groups
_LONGEST_WORDS = 300  # characters


def crash_report(error: BaseException, trace: TracebackType | None, thread: str) -> str:
    """What happened, where, and in which Parley. `thread` is the name of the thread on which it was raised."""
    return f"{_heading(thread)}\n\n{traceback_text(error, trace)}\n"


def traceback_text(error: BaseException, trace: TracebackType | None) -> str:
    """The traceback of `error` and of everything it came from, most recent last, without anybody's text."""
    text = "\n".join(_chain(error, trace, 0))
    return text.replace(str(Path.home()), "~")  # an ImportError names the file


def _heading(thread: str) -> str:
    now = time.strftime("%Y-%m-%d %H:%M:%S %z")
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"Parley {__version__}, Python {platform.python_version()}, {system}\n{now}, thread {thread!r}"


def _chain(error: BaseException, trace: TracebackType | None, depth: int) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and depth < _DEEPEST:
        yield from _chain(before, before.__traceback__, depth + 1)
        yield "\nThis led to:\n" if error.__cause__ is not None else "\nWhile that was handled:\n"
    yield "Traceback (most recent call last):"
    yield "".join(_frames(trace)).rstrip("\n")
    yield _what(error)
    if isinstance(error, BaseExceptionGroup) and depth < _DEEPEST:
        for number, each in enumerate(error.exceptions, start=1):
            yield f"\nNumber {number} of the group:\n"
            yield from _chain(each, each.__traceback__, depth + 1)


def _frames(trace: TracebackType | None) -> list[str]:
    """The calls, with file names that do not say whose computer this is. Repeated ones are counted by traceback."""
    calls = [
        traceback.FrameSummary(_short(call.filename), call.lineno, call.name, line=call.line or "")
        for call in traceback.extract_tb(trace)
    ]
    return traceback.StackSummary.from_list(calls).format()


def _short(file: str) -> str:
    """`file` from the folder on that is the same on every computer."""
    parts = PurePath(file).parts
    for index in range(len(parts) - 1, -1, -1):
        if parts[index] in _TOP_FOLDERS:
            return "/".join(parts[index:])
    return parts[-1] if parts else file


def _what(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name}: error {error.errno}, {error.strerror}"
    if isinstance(error, _SPEAK_OF_CODE) or (kind is TypeError and _is_pythons_own(error)):
        return f"{name}: {str(error)[:_LONGEST_WORDS]}"
    return f"{name} (its words are left out: they can hold what was written)"


def _is_pythons_own(error: BaseException) -> bool:
    """Whether names and nothing else are quoted in the words, as in what Python itself says of types and arguments."""
    quoted = str(error).split("'")[1::2]
    return bool(quoted) and all(part.replace(".", "_").isidentifier() for part in quoted)

"""The import formats. To add one: a module with `read`, and a row here; the file chooser and the import follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from parley.domain.arrival import Arrival, MisfitError, Unread
from parley.domain.errors import AppError
from parley.domain.words import QT_TRANSLATE_NOOP

from . import chatgpt, import_gate, parley_json
from .import_source import Bounded, Source
from .import_values import text_of
from .json_stream import NotJSONError, read_values

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

Found = Arrival | Unread
ReadDatabase = Callable[[Source], Iterator[Found]]
_SQLITE, _ZIP = b"SQLite format 3\0", b"PK\x03\x04"
_MOST_NAMED = 80  # characters of what an unreadable conversation is called


def _no_database(source: Source) -> Iterator[Found]:
    raise source.unreadable("databases are not read here")


@dataclass(frozen=True, slots=True)
class ImportOutside:
    """What the program lends an import: reading a database is the store's, which this does not know."""

    read_database: ReadDatabase = _no_database


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """One row. `suffixes` come with their dots; `label` is translated in the context "Import".

    `recognises` looks at how a file begins.
    """

    key: str
    suffixes: tuple[str, ...]
    label: str
    recognises: Callable[[bytes], bool]
    reader: Callable[[Source, ImportOutside], Iterator[Found]]

    def read(self, source: Source, outside: ImportOutside) -> Iterator[Found]:
        """Every conversation in the file, safe to be kept. Raises AppError where it cannot be read (any further)."""
        time_of_file = source.changed_at()
        with source.translated():
            for found in self.reader(source, outside):
                source.stop_if_given_up()
                yield found if isinstance(found, Unread) else _through_the_gate(found, time_of_file)


def _through_the_gate(arrival: Arrival, time_of_file: int) -> Found:
    try:
        return import_gate.made_safe(arrival, time_of_file)
    except MisfitError as misfit:
        return Unread(import_gate.one_line(arrival.conversation.title, _MOST_NAMED), str(misfit))


# JSON: each value of the file is one conversation, in one of these forms.


@dataclass(frozen=True, slots=True)
class _Form:
    """How one program writes a conversation as JSON. `mark` stands near the beginning of such a file."""

    mark: bytes
    recognises: Callable[[Mapping[str, object]], bool]
    read: Callable[[Mapping[str, object]], Arrival]


_PARLEY = _Form(b'"parley-conversation"', parley_json.recognises, parley_json.read)
_CHATGPT = _Form(b'"mapping"', chatgpt.recognises, chatgpt.read)


def _is_json_of(form: _Form, head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[") and form.mark in head


def _read_json(form: _Form, source: Source, outside: ImportOutside) -> Iterator[Found]:
    del outside  # nothing but the file is needed
    yield from _conversations(form, source, source.opened())


def _conversations(form: _Form, source: Source, opened: AbstractContextManager[Bounded]) -> Iterator[Found]:
    with opened as stream:
        try:
            for value in read_values(stream):
                yield _conversation(form, value, source)
        except NotJSONError as error:
            raise source.unreadable(str(error)) from None


def _conversation(form: _Form, value: object, source: Source) -> Found:
    document = value if isinstance(value, dict) else {}
    name = import_gate.one_line(text_of(document.get("title")), _MOST_NAMED)
    if not form.recognises(document):
        return Unread(name, "not a conversation")
    try:
        return form.read(document)
    except MisfitError as misfit:
        return Unread(name, str(misfit))
    except AppError as error:  # it knows everything but the name of the file
        raise AppError(error.failure.cause, error.failure.details, path=source.name) from None


# ChatGPT mails its export as a ZIP file, in which the conversations are one file or several.


def _is_zip(head: bytes) -> bool:
    return head.startswith(_ZIP)


def _holds_conversations(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return last.startswith("conversations") and last.endswith(".json")


def _read_zip(source: Source, outside: ImportOutside) -> Iterator[Found]:
    del outside  # as above
    names = source.members(_holds_conversations)
    if not names:
        raise source.unreadable("no conversations.json in it")
    for name in names:
        yield from _conversations(_CHATGPT, source, source.opened_member(name))


def _is_database(head: bytes) -> bool:
    return head.startswith(_SQLITE)


def _read_database(source: Source, outside: ImportOutside) -> Iterator[Found]:
    return outside.read_database(source)


IMPORT_FORMATS: tuple[ImportFormat, ...] = (
    ImportFormat(
        "parley",
        (".json",),
        QT_TRANSLATE_NOOP("Import", "Conversations exported by Parley (JSON)"),
        partial(_is_json_of, _PARLEY),
        partial(_read_json, _PARLEY),
    ),
    ImportFormat(
        "database",
        (".db",),
        QT_TRANSLATE_NOOP("Import", "Parley's own file or a backup of it"),
        _is_database,
        _read_database,
    ),
    ImportFormat(
        "chatgpt",
        (".json",),
        QT_TRANSLATE_NOOP("Import", "ChatGPT's data export (conversations.json)"),
        partial(_is_json_of, _CHATGPT),
        partial(_read_json, _CHATGPT),
    ),
    ImportFormat(
        "chatgpt-zip",
        (".zip",),
        QT_TRANSLATE_NOOP("Import", "ChatGPT's data export (ZIP file)"),
        _is_zip,
        _read_zip,
    ),
)
IMPORT_SUFFIXES: tuple[str, ...] = tuple(dict.fromkeys(s for made in IMPORT_FORMATS for s in made.suffixes))


def recognise(source: Source) -> ImportFormat:
    """The format of a file. Raises AppError: IMPORT_UNREADABLE where it is of none, FILE_UNREADABLE."""
    head = source.head()
    for known in IMPORT_FORMATS:
        if known.recognises(head):
            return known
    raise source.unreadable("the file begins like none that is known" if head else "the file is empty")

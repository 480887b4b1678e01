"""The export formats. To add one: a module with `write`, and a row here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.domain.message import Conversation, Message
from parley.domain.words import QT_TRANSLATE_NOOP

from . import html, json_text, markdown, pdf, plain_text
from .ports import Outside
from .redacted import without_keys

Write = Callable[[Conversation, Sequence[Message], Outside], bytes]
WriteTree = Callable[[Conversation, Sequence[Message], Sequence[Message], Outside], bytes]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One row. `suffix` comes with its dot; `label` is translated in the context "Export".

    With `tree_writer` it also takes the versions of messages that are not shown.
    """

    key: str
    suffix: str
    label: str
    writer: Write
    tree_writer: WriteTree | None = None

    def write(
        self,
        conversation: Conversation,
        messages: Sequence[Message],
        outside: Outside | None = None,
        *,
        others: Sequence[Message] = (),
    ) -> bytes:
        """The conversation in this format, without any key that was pasted into it. PDF needs `outside.print_html`.

        `others` are its messages that are not shown.
        """
        outside = outside or Outside()
        conversation, cleaned = without_keys(conversation, [*messages, *others], outside.find_keys())
        shown, hidden = cleaned[: len(messages)], cleaned[len(messages) :]
        if self.tree_writer is not None:
            return self.tree_writer(conversation, shown, hidden, outside)
        return self.writer(conversation, shown, outside)


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("markdown", ".md", QT_TRANSLATE_NOOP("Export", "Formatted text (Markdown)"), markdown.write),
    ExportFormat("html", ".html", QT_TRANSLATE_NOOP("Export", "Web page (HTML)"), html.write),
    ExportFormat("pdf", ".pdf", QT_TRANSLATE_NOOP("Export", "Pages to print (PDF)"), pdf.write),
    ExportFormat("text", ".txt", QT_TRANSLATE_NOOP("Export", "Plain text"), plain_text.write),
    ExportFormat(
        "json",
        ".json",
        QT_TRANSLATE_NOOP("Export", "Everything, for programs (JSON)"),
        json_text.write,
        json_text.write_tree,
    ),
)


def find_format(key: str) -> ExportFormat:
    """The format `key`. Raises KeyError."""
    return {known.key: known for known in FORMATS}[key]

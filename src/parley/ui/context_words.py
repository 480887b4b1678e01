"""What is said about the context window and about files, before a message is sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parley.domain.attachment import AttachmentKind
from parley.domain.file_facts import pdf_is_locked
from parley.domain.money import words_for_tokens
from parley.llm.image_tokens import MOST_BYTES, MOST_BYTES_OF_FILES, MOST_IMAGES

from .advice_bar import Advice, Choice, Tone
from .composer.meter import Fullness, Level
from .kit.file_words import size_text
from .kit.numbers import count_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment

    from .estimate import Measured
    from .model_facts import ModelFacts

HALF, NEAR = 50, 85  # percent


def fullness(measured: Measured) -> Fullness:
    """The meter for what was measured."""
    window = measured.facts.window
    if window is None:
        return _used_of_unknown(measured)
    used = measured.tokens + measured.answer
    percent = min(999, round(used * 100 / window))
    over = used > window
    level = Level.OVER if over else Level.NEAR if percent >= NEAR else Level.HALF if percent >= HALF else Level.QUIET
    label = QCoreApplication.translate("Context", "Context: {percent} % full").format(percent=percent)
    text = "" if level is Level.QUIET else f"{percent:,} %"
    return Fullness(percent, level, label, _fullness_words(measured, window), text)


def _used_of_unknown(measured: Measured) -> Fullness:
    """Nothing to be alarmed about: the service says so when it is too much."""
    tokens = count_text(measured.tokens)
    used = QCoreApplication.translate("Context", "{tokens} tokens, window unknown").format(tokens=tokens)
    words = QCoreApplication.translate(
        "Context",
        "Sending now takes {tokens} tokens, about {words} words. "
        "How many {model} can read at once (its context window) is not known.",
    ).format(tokens=tokens, words=count_text(words_for_tokens(measured.tokens)), model=measured.facts.name)
    label = QCoreApplication.translate("Context", "Context: {used}").format(used=used)
    text = QCoreApplication.translate("Context", "Window unknown") if measured.in_words else used
    return Fullness(None, Level.QUIET, label, words + _room(measured), text)


def _fullness_words(measured: Measured, window: int) -> str:
    words = QCoreApplication.translate(
        "Context",
        "Sending now takes {tokens} of the {window} tokens that {model} can read at once (its context window): "
        "about {words} of {all_words} words.",
    ).format(
        tokens=count_text(measured.tokens),
        window=count_text(window),
        model=measured.facts.name,
        words=count_text(words_for_tokens(measured.tokens)),
        all_words=count_text(words_for_tokens(window)),
    )
    return words + _room(measured)


def _room(measured: Measured) -> str:
    """What is set aside for the answer, after what is sent."""
    if not measured.answer:
        return ""
    room = QCoreApplication.translate("Context", "{tokens} more are kept for the answer.")
    return " " + room.format(tokens=count_text(measured.answer))


def window_advice(measured: Measured, level: Level, conversation: object, *, can_cut: bool) -> Advice | None:
    """What to do about a window that is nearly full, or too small."""
    facts = measured.facts
    if level not in (Level.NEAR, Level.OVER) or facts.window is None:
        return None
    if level is Level.NEAR:
        text = QCoreApplication.translate(
            "Context", "This conversation is nearly as long as {model} can read at once. What shall become of it?"
        )
    elif can_cut:
        text = QCoreApplication.translate("Context", "This conversation is longer than {model} can read at once.")
    else:
        text = QCoreApplication.translate("Context", "This message is longer than {model} can read at once.")
    return Advice(
        ("window", level, conversation, facts.name),
        text.format(model=facts.name),
        Tone.WARNING,
        window_choices() if can_cut else ((Choice.LARGER_MODEL, larger_model()),),
    )


def window_choices() -> tuple[tuple[Choice, str], ...]:
    """The three ways out of a full window."""
    return (
        (Choice.LEAVE_OUT, QCoreApplication.translate("Context", "Leave out the oldest")),
        (Choice.SUMMARISE, QCoreApplication.translate("Context", "Summarise the oldest")),
        (Choice.LARGER_MODEL, larger_model()),
    )


def without_models(advice: Advice) -> Advice:
    """The same where there is no other model to choose."""
    other = (Choice.LARGER_MODEL, Choice.SEEING_MODEL)
    return replace(advice, choices=tuple(found for found in advice.choices if found[0] not in other))


def larger_model() -> str:
    return QCoreApplication.translate("Context", "Choose a larger model")


def summarising() -> Advice:
    return Advice(
        ("summarising",),
        QCoreApplication.translate("Context", "The oldest messages are being summarised…"),
        choices=((Choice.STOP, QCoreApplication.translate("Context", "Stop")),),
    )


def summarised(conversation: object) -> Advice:
    text = QCoreApplication.translate(
        "Context", "A summary is now sent in place of the oldest messages. The messages themselves stay here."
    )
    return Advice(("summarised", conversation), text, choices=((Choice.SEND_ALL_AGAIN, _undo()),))


def left_out(conversation: object) -> Advice:
    text = QCoreApplication.translate("Context", "The oldest messages are not sent any more. They stay here.")
    return Advice(("left out", conversation), text, choices=((Choice.SEND_ALL_AGAIN, _undo()),))


def _undo() -> str:
    return QCoreApplication.translate("Context", "Undo")


def file_advice(
    written: Sequence[Attachment], earlier: Sequence[Attachment], facts: ModelFacts, service: str
) -> Advice | None:
    """What stands in the way of the files: those of the message being `written`, and `earlier` ones that go along."""
    return (
        _too_much(written, earlier)
        or _locked(written)
        or _unseen(written, facts)
        or _unsure(written, facts, service)
        or _unseen_earlier(earlier, facts)
    )


def _too_much(written: Sequence[Attachment], earlier: Sequence[Attachment]) -> Advice | None:
    sent = [a for a in (*written, *earlier) if a.kind is not AttachmentKind.TEXT]
    files = sum(len(a.data) for a in sent if a.kind is AttachmentKind.PDF)
    images = sum(a.kind is AttachmentKind.IMAGE for a in sent)
    size, limit = sum(len(a.data) for a in sent), MOST_BYTES
    if files > MOST_BYTES_OF_FILES:
        size, limit = files, MOST_BYTES_OF_FILES
    if size <= limit and images <= MOST_IMAGES:
        return None
    if size > limit:
        text = QCoreApplication.translate(
            "Context", "The files of this conversation are {size} together. At most {limit} can be sent at once."
        ).format(size=size_text(size), limit=size_text(limit))
    else:
        text = QCoreApplication.translate(
            "Context", "This conversation has {count} pictures. At most {limit} can be sent at once."
        ).format(count=count_text(images), limit=count_text(MOST_IMAGES))
    blocks = QCoreApplication.translate("Context", "Too many or too large files") if written else ""
    choices = _remove(written) if written else window_choices()[:1]
    return Advice(("too much", size, images), text, Tone.BAD, choices, blocks)


def _locked(written: Sequence[Attachment]) -> Advice | None:
    locked = [a for a in written if a.kind is AttachmentKind.PDF and pdf_is_locked(a.data)]
    if not locked:
        return None
    text = QCoreApplication.translate(
        "Context", "{name} asks for a password, so the model cannot read it. Save it without a password first."
    ).format(name=locked[0].name)
    return Advice(("locked", locked[0].sha256), text, Tone.WARNING, _remove(locked))


def _unseen(written: Sequence[Attachment], facts: ModelFacts) -> Advice | None:
    unseen = [a for a in written if is_useless(a, facts)]
    if not unseen:
        return None
    if len(unseen) == 1:
        text = QCoreApplication.translate("Context", "{model} reads text only. It will not see {name}.")
    else:
        text = QCoreApplication.translate("Context", "{model} reads text only. It will not see {count} of the files.")
    said = text.format(model=facts.name, name=unseen[0].name, count=len(unseen))
    return Advice(
        ("unseen", facts.name, *(a.sha256 for a in unseen)),
        said,
        Tone.WARNING,
        ((Choice.SEEING_MODEL, _seeing()), *_remove(unseen)),
    )


def _unsure(written: Sequence[Attachment], facts: ModelFacts, service: str) -> Advice | None:
    if facts.reads_pdf is not None or not any(a.kind is AttachmentKind.PDF for a in written):
        return None
    text = QCoreApplication.translate(
        "Context", "Not every service reads PDF files. If {service} refuses it, attach its text instead."
    )
    return Advice(("unsure", service), text.format(service=service))


def _unseen_earlier(earlier: Sequence[Attachment], facts: ModelFacts) -> Advice | None:
    if not any(is_useless(a, facts) for a in earlier):
        return None
    text = QCoreApplication.translate(
        "Context", "{model} reads text only. The pictures and PDFs of this conversation are not sent to it."
    )
    return Advice(
        ("unseen earlier", facts.name), text.format(model=facts.name), choices=((Choice.SEEING_MODEL, _seeing()),)
    )


def is_useless(attachment: Attachment, facts: ModelFacts) -> bool:
    """Whether it is known that the model cannot make anything of this file."""
    able = {AttachmentKind.IMAGE: facts.sees, AttachmentKind.PDF: facts.reads_pdf}
    return able.get(attachment.kind) is False


def _seeing() -> str:
    return QCoreApplication.translate("Context", "Choose a model that sees")


def _remove(files: Sequence[Attachment]) -> tuple[tuple[Choice, str], ...]:
    if len(files) == 1:
        return ((Choice.REMOVE_FILES, QCoreApplication.translate("Context", "Remove it")),)
    return ((Choice.REMOVE_FILES, QCoreApplication.translate("Context", "Remove them")),)

"""What a starter sets, in the words of Chat settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from parley.domain.chat_settings import NOTHING_MORE, ChatSettings, Mode
from parley.ui.kit.numbers import count_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def settings_sentence(settings: ChatSettings) -> str:
    """One sentence on the chat settings a starter brings along, "" when it brings none."""
    parts = list(_parts(settings))
    return _tr("It also sets: {settings}.").format(settings=", ".join(parts)) if parts else ""


def _parts(settings: ChatSettings) -> Iterator[str]:
    if settings.instructions.strip():
        yield _tr("instructions")
    if settings.examples:
        yield _tr("examples")
    if settings.temperature is not None:
        yield _tr("creativity {number}").format(number=QLocale().toString(settings.temperature, "f", 1))
    if settings.max_tokens is not None:
        yield _tr("longest answer {number} tokens").format(number=count_text(settings.max_tokens))
    if settings.json_answer:
        yield _tr("answer as JSON")
    if settings.mode is Mode.COMPLETION:
        yield _tr("text completion")
    if settings.more != NOTHING_MORE:
        yield _tr("more")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Starters", text)

"""What a starter sets, in the words of Chat settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from parley.domain.chat_settings import NOTHING_MORE, ChatSettings, Mode
from parley.ui.kit.numbers import count_text

if TYPE_CHECKING:
    from collections.abc import Iterator


translate = QCoreApplication.translate


def settings_sentence(settings: ChatSettings) -> str:
    """One sentence on the chat settings a starter brings along, "" when it brings none."""
    parts = list(_parts(settings))
    return translate("Starters", "It also sets: {settings}.").format(settings=", ".join(parts)) if parts else ""


def _parts(settings: ChatSettings) -> Iterator[str]:
    if settings.instructions.strip():
        yield translate("Starters", "instructions")
    if settings.examples:
        yield translate("Starters", "examples")
    if settings.temperature is not None:
        yield translate("Starters", "creativity {number}").format(
            number=QLocale().toString(settings.temperature, "f", 1)
        )
    if settings.max_tokens is not None:
        yield translate("Starters", "longest answer {number} tokens").format(number=count_text(settings.max_tokens))
    if settings.json_answer:
        yield translate("Starters", "answer as JSON")
    if settings.mode is Mode.COMPLETION:
        yield translate("Starters", "text completion")
    if settings.more != NOTHING_MORE:
        yield translate("Starters", "further settings")

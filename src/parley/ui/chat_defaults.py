"""What new chats begin with: the person's own defaults, kept as one JSON text among the program's settings."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from parley.domain.chat_settings import ChatSettings, Mode
from parley.domain.chat_settings_json import from_plain, to_plain
from parley.domain.settings import DEFAULT_CHAT, DEFAULT_INSTRUCTIONS, DEFAULT_MODEL, LAST_MODEL
from parley.domain.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from .preferences import Preferences


def new_chat(preferences: Preferences) -> ChatSettings:
    """The settings of the next new chat."""
    return replace(
        read_defaults(preferences[DEFAULT_CHAT]),
        model=preferences[DEFAULT_MODEL] or preferences[LAST_MODEL],
        instructions=preferences[DEFAULT_INSTRUCTIONS],
    )


def keep_defaults(preferences: Preferences, settings: ChatSettings) -> None:
    """Have new chats begin with `settings`; the model stays a choice of its own."""
    preferences.set(DEFAULT_INSTRUCTIONS, settings.instructions)
    plain = to_plain(_without_what_is_kept_elsewhere(settings))
    preferences.set(DEFAULT_CHAT, json.dumps(plain, ensure_ascii=True) if plain else "")


def read_defaults(text: str) -> ChatSettings:
    """What was kept; what cannot be read is left unset."""
    try:
        values = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        values = {}
    return _without_what_is_kept_elsewhere(from_plain(values if isinstance(values, dict) else {}))


def default_words(text: str) -> list[str]:
    """The defaults other than model and instructions, each in a few words."""
    settings = read_defaults(text)
    more, said = settings.more, QLocale()
    numbers = (
        (settings.temperature, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Creativity {value}")), 1),
        (settings.max_tokens, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Longest answer {value} tokens")), 0),
        (more.top_p, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Choice of words {value}")), 2),
        (more.presence_penalty, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "New subjects {value}")), 1),
        (more.frequency_penalty, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Less repetition {value}")), 1),
        (more.seed, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Seed {value}")), 0),
        (more.answers, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "{value} answers at once")), 0),
    )
    words = [
        form.replace("{value}", said.toString(float(value), "f", digits))
        for value, form, digits in numbers
        if value is not None
    ]
    switches = (
        (bool(settings.examples), _tr(QT_TRANSLATE_NOOP("ChatDefaults", "With examples"))),
        (settings.json_answer, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Answer as JSON"))),
        (settings.mode is Mode.COMPLETION, _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Text completion"))),
        (
            bool(more.reasoning_effort),
            _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Thinking: {value}")).replace("{value}", more.reasoning_effort),
        ),
        (
            bool(more.verbosity),
            _tr(QT_TRANSLATE_NOOP("ChatDefaults", "Wordiness: {value}")).replace("{value}", more.verbosity),
        ),
        (bool(more.stop), _tr(QT_TRANSLATE_NOOP("ChatDefaults", "With stop sequences"))),
    )
    return [*words, *(text for is_set, text in switches if is_set)]


def _without_what_is_kept_elsewhere(settings: ChatSettings) -> ChatSettings:
    return replace(settings, model="", instructions="", leave_out_before=None, summary=None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChatDefaults", text)

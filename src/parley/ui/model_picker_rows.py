"""What the model picker offers: the models that can chat, those used of late first, with what is known of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parley.domain.words import QT_TRANSLATE_NOOP
from parley.llm.rules import rules_for
from parley.ui.kit.money import money_text
from parley.ui.kit.numbers import count_text
from parley.ui.model_facts import window_of
from parley.ui.model_order import OTHER, family_of, family_order, order_in_family

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parley.domain.money import PriceBook

_FIRST = (QT_TRANSLATE_NOOP("ModelPicker", "Favourites"), QT_TRANSLATE_NOOP("ModelPicker", "Used of late"))


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One line of the picker. `typed`: a name that is not in the list but may be used.

    With a `heading` it is the title of those below it, and no model.
    """

    model: str
    detail: str = ""
    typed: bool = False
    heading: str = ""


def model_rows(models: Iterable[str], recent: Sequence[str], prices: PriceBook, typed: str) -> list[ModelRow]:
    """The rows for what has been typed into the search field."""
    wanted = typed.strip()
    offered = [model for model in dict.fromkeys(models) if rules_for(model).can_chat]
    first = [model for model in recent if model in offered]
    rest = sorted((model for model in offered if model not in first), key=order_in_family)
    found = [model for model in [*first, *rest] if all(part in model.lower() for part in wanted.lower().split())]
    rows = [ModelRow(model, detail(model, prices)) for model in found]
    if wanted and wanted not in offered:
        rows.append(ModelRow(wanted, detail(wanted, prices), typed=True))
    return rows


def grouped_rows(
    models: Iterable[str], recent: Sequence[str], favourites: Sequence[str], prices: PriceBook
) -> list[ModelRow]:
    """All that can chat, under headings: the person's favourites, those used of late, then family by family."""
    offered = [model for model in dict.fromkeys(models) if rules_for(model).can_chat]
    # A favourite is offered whether the service lists it or not: it may have been typed.
    favoured, of_late = map(_translate, _FIRST)
    groups: dict[str, list[str]] = {favoured: list(dict.fromkeys(favourites))}
    groups[of_late] = [model for model in recent if model in offered and model not in favourites]
    first = {model for group in groups.values() for model in group}
    rest = sorted((model for model in offered if model not in first), key=order_in_family)
    for family in sorted({family_of(model) for model in rest}, key=family_order):
        groups[_translate(family)] = [model for model in rest if family_of(model) == family]
    filled = {heading: group for heading, group in groups.items() if group}
    if list(filled) == [_translate(OTHER)]:
        return [ModelRow(model, detail(model, prices)) for model in filled[_translate(OTHER)]]
    return [
        row
        for heading, group in filled.items()
        for row in (ModelRow("", heading=heading), *(ModelRow(model, detail(model, prices)) for model in group))
    ]


def _translate(heading: str) -> str:
    return QCoreApplication.translate("ModelPicker", heading)


def larger_models(models: Iterable[str], prices: PriceBook, *, tokens: int) -> list[str]:
    """Those that are known to read more than `tokens` at once, the smallest window first."""
    windows = {model: window_of(model, prices) or 0 for model in dict.fromkeys(models) if rules_for(model).can_chat}
    return sorted(
        (model for model in windows if windows[model] > tokens), key=lambda m: (windows[m], order_in_family(m))
    )


def seeing_models(models: Iterable[str], _prices: PriceBook) -> list[str]:
    """Those that are known to see pictures."""
    known = ((model, rules_for(model)) for model in dict.fromkeys(models))
    return sorted(
        (m for m, rules in known if rules.known and rules.can_chat and rules.sees_images), key=order_in_family
    )


def detail(model: str, prices: PriceBook) -> str:
    """How much the model reads at once, whether it sees pictures, and what it costs, as far as each is known."""
    price = prices.find(model)
    window = window_of(model, prices)
    parts: list[str] = []
    if window:
        words = QCoreApplication.translate("ModelPicker", "reads {tokens} tokens")
        parts.append(words.format(tokens=count_text(window)))
    if rules_for(model).known and rules_for(model).sees_images:
        parts.append(QCoreApplication.translate("ModelPicker", "sees pictures"))
    if price:
        words = QCoreApplication.translate("ModelPicker", "{question} in, {answer} out per 1M tokens")
        rate = price.rate
        parts.append(words.format(question=money_text(rate.prompt), answer=money_text(rate.completion)))
    return " · ".join(parts)

"""What each model takes: the published table, and what services refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from parley.domain.refusals import Refusals, place_of, refused_settings
from parley.domain.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from parley.domain.refusals import Refusal
    from parley.domain.request import Service
    from parley.llm.rules import ModelRules

REFUSED = QT_TRANSLATE_NOOP("Rules", "The service did not take this setting for this model, so it is left out.")


class ModelBook:
    """Knows what it was told: the engine's side remembers."""

    def __init__(self) -> None:
        self._refusals = Refusals()

    def take(self, refusals: Iterable[Refusal]) -> None:
        """All that services are known to refuse now."""
        self._refusals = Refusals()
        for refusal in refusals:
            self._refusals.add(refusal)

    def rules(self, model: str, service: Service | None) -> ModelRules:
        """The rules for `model`. The practice model stands in for any, and takes everything."""
        from parley.llm.rules import UNKNOWN, rules_for, with_reasons  # not needed for the first paint

        rules = UNKNOWN if service is not None and service.local else rules_for(model)
        return with_reasons(rules, dict.fromkeys(self.refused(model, service), REFUSED))

    def refused(self, model: str, service: Service | None) -> frozenset[str]:
        """The settings that are left out for `model`, by the API's names."""
        return refused_settings(self._of(model, service))

    def refused_choices(self, model: str, service: Service | None) -> Mapping[str, frozenset[str]]:
        """The settings of which only a choice is left out, with these choices."""
        found: dict[str, frozenset[str]] = {}
        for refusal in self._of(model, service):
            choice = _text_of(refusal.value)
            if choice:
                found[refusal.parameter] = found.get(refusal.parameter, frozenset()) | {choice}
        return found

    def _of(self, model: str, service: Service | None) -> tuple[Refusal, ...]:
        return () if service is None else self._refusals.of(place_of(service), model)


def _text_of(value: str) -> str:
    """The text that `value` is in JSON; empty: it is none."""
    try:
        text = json.loads(value)
    except (ValueError, RecursionError):
        return ""
    return text if isinstance(text, str) else ""

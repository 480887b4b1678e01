"""What each model takes: the published table, and what services refused in this run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from parley.domain.request import Service
    from parley.llm.rules import ModelRules

REFUSED = QT_TRANSLATE_NOOP("Rules", "The service did not take this setting for this model, so it is left out.")
# Of these a model may take another value, so their controls stay.
_BY_VALUE = frozenset({"reasoning_effort", "verbosity", "json_schema"})


class ModelBook:
    """Remembers until Parley is closed, as long as the client does that leaves the parameters out."""

    def __init__(self) -> None:
        self._refused: dict[str, set[str]] = {}

    def note_refused(self, model: str, parameter: str) -> None:
        """The service refused `parameter` (the API's name) for `model`."""
        if parameter not in _BY_VALUE:
            self._refused.setdefault(model, set()).add(parameter)

    def rules(self, model: str, service: Service | None) -> ModelRules:
        """The rules for `model`. The practice model stands in for any, and takes everything."""
        from parley.llm.rules import UNKNOWN, rules_for, with_reasons  # not needed for the first paint

        rules = UNKNOWN if service is not None and service.local else rules_for(model)
        return with_reasons(rules, dict.fromkeys(self._refused.get(model, ()), REFUSED))

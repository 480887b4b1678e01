"""What a service turned out not to take, remembered for each model as long as the client lives."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .errors import rejected_parameter, rejects_role
from .payload import ANY_JSON, TOKEN_LIMITS, Payload, body_of
from .rules import ModelRules, rules_for

if TYPE_CHECKING:
    from parley.domain.request import CompletionRequest

    from .rules import SystemRole, TokenLimit

_OTHER_LIMIT: dict[TokenLimit, TokenLimit] = {
    "max_tokens": "max_completion_tokens",
    "max_completion_tokens": "max_tokens",
}
_OTHER_ROLES: dict[SystemRole, tuple[SystemRole, ...]] = {
    "developer": ("system", "user"),
    "system": ("user",),
    "user": (),
}
# Of these a model may take one value and refuse another, so what is remembered is the value.
_BY_VALUE = frozenset({"reasoning_effort", "verbosity", "json_schema"})


@dataclass(slots=True)
class _Model:
    rules: ModelRules
    values: set[tuple[str, str]] = field(default_factory=set)  # refused: name and value as JSON
    refused: set[str] = field(default_factory=set)
    roles: list[SystemRole] = field(default_factory=list)


class Learned:
    """Makes the bodies of requests, and makes them better after each refusal."""

    def __init__(self) -> None:
        self._models: dict[str, _Model] = {}

    def payload(self, request: CompletionRequest) -> Payload:
        """The body for `request` without what its model was seen to refuse."""
        known = self._known(request.model)
        payload = body_of(request, known.rules, known.refused)
        if "stream" not in payload:
            payload.pop("stream_options", None)
        for name in [name for name, value in payload.items() if _key(name, value) in known.values]:
            del payload[name]
            if name == "response_format":  # the schema it was: JSON is still wanted
                payload[name] = ANY_JSON
        return payload

    def takes(self, model: str, parameter: str) -> bool:
        """Whether nothing in the table speaks against `parameter`."""
        return not self._known(model).rules.reason(parameter)

    def learn(self, model: str, sent: Payload, error: BaseException) -> tuple[str, ...] | None:
        """Learn from `error`, with which `sent` was refused.

        None: there is nothing to learn, the error stands. Else the request is worth sending again, and the names
        are those of the person's settings that it now goes without.
        """
        known = self._known(model)
        if rejects_role(error):
            return self._next_role(known)
        name = rejected_parameter(error)
        if name is None or name not in sent or name in known.refused:
            return None
        setting = "json_schema" if name == "response_format" and sent[name] != ANY_JSON else name
        if setting in _BY_VALUE:
            known.values.add(_key(name, sent[name]))
            return (setting,)
        known.refused.add(name)
        return self._without(known, name)

    def _known(self, model: str) -> _Model:
        if model not in self._models:
            rules = rules_for(model)
            self._models[model] = _Model(rules, roles=list(_OTHER_ROLES[rules.system_role]))
        return self._models[model]

    @staticmethod
    def _next_role(known: _Model) -> tuple[str, ...] | None:
        if not known.roles:
            return None
        known.rules = replace(known.rules, system_role=known.roles.pop(0))
        return ()

    @staticmethod
    def _without(known: _Model, name: str) -> tuple[str, ...]:
        """The length limit has two names: the other is tried before the person's limit is given up."""
        if name in {"stream", "stream_options"}:
            return ()
        if name in TOKEN_LIMITS:
            other = _OTHER_LIMIT[known.rules.token_limit_parameter]
            if other not in known.refused:
                known.rules = replace(known.rules, token_limit_parameter=other)
                return ()
            return ("max_tokens",)
        return (name,)


def _key(name: str, value: object) -> tuple[str, str]:
    return name, json.dumps(value, sort_keys=True)

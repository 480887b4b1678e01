"""Learns from a service's answers what its models do not take."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from parley.domain.refusals import ROLE, Refusal, Refusals

from .errors import rejected_parameter, rejects_role
from .payload import ANY_JSON, TOKEN_LIMITS, Payload
from .refused import NEXT_ROLE, OTHER_LIMIT, body_without, names_of, rules_with, value_text

if TYPE_CHECKING:
    from parley.domain.request import CompletionRequest

# Of these a model may take one value and refuse another, so what is remembered is the value.
_BY_VALUE = frozenset({"reasoning_effort", "verbosity", "json_schema"})


class Learned:
    """Makes the bodies of requests to the service at `address`, and makes them better after each refusal.

    What was learned is in `memory`, which may know of earlier runs and outlive this client.
    """

    def __init__(self, address: str, memory: Refusals | None = None) -> None:
        self._address = address
        self._memory = memory or Refusals()

    def payload(self, request: CompletionRequest) -> Payload:
        """The body for `request` without what its model was seen to refuse."""
        return body_without(request, self._known(request.model))

    def takes(self, model: str, parameter: str) -> bool:
        """Whether nothing in the table speaks against `parameter`."""
        return not rules_with(model, self._known(model)).reason(parameter)

    def learn(self, model: str, sent: Payload, error: BaseException) -> tuple[str, ...] | None:
        """Learn from `error`, with which `sent` was refused.

        None: there is nothing to learn, the error stands. Else the request is worth sending again, and the names
        are those of the person's settings that it now goes without.
        """
        if rejects_role(error):
            return self._next_role(model)
        name, refused = rejected_parameter(error), names_of(self._known(model))
        if name is None or name not in sent or name in refused:
            return None
        setting = "json_schema" if name == "response_format" and sent[name] != ANY_JSON else name
        if setting in _BY_VALUE:
            self._remember(model, name, value_text(sent[name]))
            return (setting,)
        self._remember(model, name)
        return _without(name, refused)

    def _known(self, model: str) -> tuple[Refusal, ...]:
        return self._memory.of(self._address, model)

    def _remember(self, model: str, name: str, value: str = "") -> None:
        self._memory.add(Refusal(self._address, model, name, value, time.time_ns() // 1_000_000))

    def _next_role(self, model: str) -> tuple[str, ...] | None:
        role = rules_with(model, self._known(model)).system_role
        if role not in NEXT_ROLE:
            return None
        self._remember(model, ROLE, role)
        return ()


def _without(name: str, refused: frozenset[str]) -> tuple[str, ...]:
    """The length limit has two names: the other is tried before the person's limit is given up."""
    if name in {"stream", "stream_options"}:
        return ()
    if name in TOKEN_LIMITS:
        return ("max_tokens",) if set(OTHER_LIMIT) <= refused | {name} else ()
    return (name,)

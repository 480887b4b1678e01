"""What is sent to a model that was seen to refuse something."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.refusals import ROLE

from .payload import ANY_JSON, OPTIONAL, Payload, body_of
from .rules import ModelRules, rules_for

if TYPE_CHECKING:
    from collections.abc import Collection

    from parley.domain.refusals import Refusal
    from parley.domain.request import CompletionRequest

    from .rules import SystemRole, TokenLimit

OTHER_LIMIT: dict[TokenLimit, TokenLimit] = {
    "max_tokens": "max_completion_tokens",
    "max_completion_tokens": "max_tokens",
}
NEXT_ROLE: dict[SystemRole, SystemRole] = {"developer": "system", "system": "user"}


def rules_with(model: str, refusals: Collection[Refusal]) -> ModelRules:
    """The rules for `model`, with the role and the name of the length limit that it was not seen to refuse."""
    rules = rules_for(model)
    roles = {refusal.value for refusal in refusals if refusal.parameter == ROLE}
    while rules.system_role in roles and rules.system_role in NEXT_ROLE:
        rules = replace(rules, system_role=NEXT_ROLE[rules.system_role])
    names, other = names_of(refusals), OTHER_LIMIT[rules.token_limit_parameter]
    if rules.token_limit_parameter in names and other not in names:
        rules = replace(rules, token_limit_parameter=other)
    return rules


def names_of(refusals: Collection[Refusal]) -> frozenset[str]:
    """The parameters that are refused whatever their value. Nothing else can be left out of a body."""
    return frozenset(refusal.parameter for refusal in refusals if not refusal.value) & OPTIONAL


def body_without(request: CompletionRequest, refusals: Collection[Refusal]) -> Payload:
    """The body for `request` without what was refused."""
    payload = body_of(request, rules_with(request.model, refusals), names_of(refusals))
    if "stream" not in payload:
        payload.pop("stream_options", None)
    values = {(refusal.parameter, refusal.value) for refusal in refusals if refusal.value}
    for name in [name for name, value in payload.items() if name in OPTIONAL and (name, value_text(value)) in values]:
        del payload[name]
        if name == "response_format":  # the schema it was: JSON is still wanted
            payload[name] = ANY_JSON
    return payload


def value_text(value: object) -> str:
    """A value as it is remembered."""
    return json.dumps(value, sort_keys=True)

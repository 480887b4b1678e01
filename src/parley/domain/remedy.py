"""One row of the table of errors."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import Action


@dataclass(frozen=True, slots=True)
class Remedy:
    """The words for one cause. `{model}`, `{seconds}`, `{host}`, `{path}` and the like are filled from the facts."""

    what: str
    to_do: str
    action: Action = Action.NONE
    retryable: bool = False

"""What services refused by name, so that it is not asked of them again: each for one address and one model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .request import Service

KEPT_MS = 30 * 24 * 3_600_000  # services and models change: after that it is tried once more
MOST_KEPT = 500
ROLE = "role"  # in place of a parameter: the value is the role that a system message must not have
_LIMITS = frozenset({"max_tokens", "max_completion_tokens"})  # two names of one setting
# What a person can set, by the API's names. The rest is Parley's own doing and is found out anew in each run.
_SETTINGS = frozenset(
    {"temperature", "response_format", "top_p", "presence_penalty", "frequency_penalty", "stop", "seed"}
    | {"reasoning_effort", "verbosity", "n"}
    | _LIMITS
)
_LONGEST = 400  # characters of an address or a name; of a value less will do
_LONGEST_VALUE = 40


@dataclass(frozen=True, slots=True)
class Refusal:
    """`parameter` by the API's name. With a `value` (JSON) only that was refused, without one any."""

    address: str  # of the service, as `place_of` gives it
    model: str
    parameter: str
    value: str = ""
    at: int = 0  # milliseconds since 1970

    @property
    def may_be_kept(self) -> bool:
        """Whether it is one to be kept over the end of the program, whoever wrote it."""
        names = (self.address, self.model)
        return (
            self.parameter in _SETTINGS
            and all(0 < len(name) <= _LONGEST for name in names)
            and len(self.value) <= _LONGEST_VALUE
        )


def place_of(service: Service) -> str:
    """What names `service` here. The practice model, which listens elsewhere each time, is ""."""
    return "" if service.local else service.address


def refused_settings(refusals: Iterable[Refusal]) -> frozenset[str]:
    """The settings that are left out whatever their value; "max_tokens" is the length limit under either name."""
    names = {refusal.parameter for refusal in refusals if not refusal.value} & _SETTINGS
    return frozenset(names - _LIMITS | ({"max_tokens"} if names >= _LIMITS else set()))


class Refusals:
    """Remembers as long as it lives."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], dict[tuple[str, str], Refusal]] = {}

    def of(self, address: str, model: str) -> tuple[Refusal, ...]:
        """What is known of one model."""
        return tuple(self._known.get((address, model), {}).values())

    def all(self) -> tuple[Refusal, ...]:
        return tuple(refusal for known in self._known.values() for refusal in known.values())

    def add(self, refusal: Refusal) -> None:
        known = self._known.setdefault((refusal.address, refusal.model), {})
        known[refusal.parameter, refusal.value] = refusal

    def forget(self, address: str, model: str, setting: str) -> None:
        """Let `setting` be tried again, whatever of it was refused."""
        names = _LIMITS if setting in _LIMITS else {setting}
        known = self._known.get((address, model), {})
        for key in [key for key in known if key[0] in names]:
            del known[key]

    def forget_place(self, address: str) -> None:
        """Nothing is known of the service at `address` any more."""
        for place in [place for place in self._known if place[0] == address]:
            del self._known[place]

    def forget_before(self, moment: int) -> None:
        """Let everything be tried again that was refused before `moment` (milliseconds since 1970)."""
        for known in self._known.values():
            for key in [key for key, refusal in known.items() if refusal.at < moment]:
                del known[key]

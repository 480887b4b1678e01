"""What narrows a search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.domain.message import Role


@dataclass(frozen=True, slots=True)
class Filters:
    """What a message must be to be found. None and False: does not matter.

    Times are milliseconds since 1970, the cost is in micro-dollars.
    """

    role: Role | None = None
    model: str | None = None
    since: int | None = None
    until: int | None = None
    has_image: bool = False
    has_code: bool = False
    cost_above: int | None = None

    def __bool__(self) -> bool:
        """Whether anything matters."""
        return self != Filters()

"""One request that left this computer, as the page "What left this computer" lists it: sizes and times, no content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentRequest:
    """`at` is in milliseconds since 1970. Sizes are in bytes, with the lines at the head of a request or an answer,
    before the encryption and without the marks between the pieces of a stream."""

    at: int
    address: str
    model: str = ""  # none: it was not about a model
    sent: int = 0
    received: int = 0
    status: int = 0  # of HTTP; 0: no answer came

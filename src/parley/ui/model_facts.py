"""What is known of the model that answers next, where it matters before a message is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.domain.money import PriceBook
    from parley.domain.request import Service

PRACTICE_WINDOW = 2_048  # tokens, as `llm.practice` starts it
OWN_FILE_WINDOW = 4_096


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """`window` is how many tokens it reads at once; `sees` and `reads_pdf` are None where nobody knows."""

    name: str
    window: int | None = None
    sees: bool | None = None
    reads_pdf: bool | None = None


def model_facts(model: str, service: Service | None, prices: PriceBook, *, own_file: bool = False) -> ModelFacts:
    """What is known of `model` at `service`. `own_file`: the practice model runs a file of the person's own."""
    if service is not None and service.local:
        model = model or service.name  # what it calls itself is known once it has answered
        return ModelFacts(model, OWN_FILE_WINDOW if own_file else PRACTICE_WINDOW, sees=False, reads_pdf=False)
    from parley.llm.rules import rules_for  # not needed for the first paint

    rules = rules_for(model)
    sees = rules.sees_images if rules.known else None
    # PDFs are read by OpenAI's own service, for models that see (its guide "File inputs"); of others nobody knows.
    known = service is None or service.name == "OpenAI" or sees is False
    return ModelFacts(model, window_of(model, prices), sees, sees if known else None)


def window_of(model: str, prices: PriceBook) -> int | None:
    """How many tokens the model reads at once, as far as that is known."""
    from parley.llm.rules import rules_for  # as above

    price = prices.find(model)
    return rules_for(model).context_window or (price.context_window if price else None)

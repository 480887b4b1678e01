"""Going on with an answer that stopped too early, so that the two parts read as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.chat_settings import Mode
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt, build_request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.chat_settings import ChatSettings
    from parley.domain.message import Message

# Said to the model, never shown.
GO_ON = (
    "Your last message broke off. Go on exactly where it stopped, with the very next character, in the same language "
    "and format. Do not repeat anything, do not comment on this."
)
_TAIL = 400  # characters of the old text in which a repetition is looked for
_SHORTEST_REPETITION = 8  # characters; fewer may well be meant ("ha ha")


def continuation_request(settings: ChatSettings, path: Sequence[Message]) -> CompletionRequest:
    """The request that goes on with `path`'s last message, an answer.

    Chat asks for it in a last user message; completion simply sends what is there so far. JSON mode is left out: it
    would force a new object where half of one is to be finished.
    """
    request = replace(build_request(settings, path), json_answer=False)
    if settings.mode is Mode.COMPLETION:
        so_far = "".join(message.text for message in path[-2:])
        return replace(request, prompts=(Prompt(Role.USER, so_far),))
    return replace(request, prompts=(*request.prompts, Prompt(Role.USER, GO_ON)))


class Seam:
    """Drops the last words of the old text where the model says them again at the start of the new one."""

    def __init__(self, old: str) -> None:
        self._tail = old[-_TAIL:]
        self._held = ""
        self._open = bool(old)

    def feed(self, text: str) -> str:
        """What of the new text is now sure to be new. Text is held back only while it repeats the old."""
        if not self._open:
            return text
        self._held += text
        return "" if self._held in self._tail else self.finish()

    def finish(self) -> str:
        """What was held back, without the repetition."""
        self._open = False
        held, self._held = self._held, ""
        for length in range(min(len(held), len(self._tail)), _SHORTEST_REPETITION - 1, -1):
            if self._tail.endswith(held[:length]):
                return held[length:]
        return held

"""Asking for the rest of an answer that stopped too early. `seam` joins what comes with what is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.chat_settings import Mode
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt, build_request

from .seam import last_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.chat_settings import ChatSettings
    from parley.domain.message import Message

# Said to the model, never shown. What it begins with shows where it goes on (see `seam`).
GO_ON = (
    "Your last message was cut off in the middle. Go on from where it stopped, in the same language and format: begin "
    "with its last words exactly as they stand there, which are:\n\n{words}\n\nand write on from there, without any "
    "other repetition, introduction or comment."
)


def continuation_request(
    settings: ChatSettings, path: Sequence[Message], *, writes_on: bool = False
) -> CompletionRequest:
    """The request that goes on with `path`'s last message, an answer.

    Chat asks for it in a last user message, unless the service `writes_on` by itself where the last message is an
    answer (llama.cpp does); completion simply sends what is there so far. JSON mode is left out: it would force a new
    object where half of one is to be finished.
    """
    request = build_request(settings, path)
    request = replace(request, json_answer=False, schema=None, more=replace(request.more, answers=None))
    if settings.mode is Mode.COMPLETION:
        so_far = "".join(message.text for message in path[-2:])
        return replace(request, prompts=(Prompt(Role.USER, so_far),))
    if writes_on:
        return request
    ask = Prompt(Role.USER, GO_ON.format(words=last_words(path[-1].text)))
    return replace(request, prompts=(*request.prompts, ask))

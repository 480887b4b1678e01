"""One request to a model, as Parley means it. What the API calls things is the business of `llm`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .answer_schema import AnswerSchema, is_readable
from .attachment import AttachmentKind
from .chat_settings import NOTHING_MORE, ChatSettings, Mode, MoreSettings
from .left_out import SUMMARY_REQUEST, first_sent, summary_of
from .message import Message, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .attachment import Attachment


@dataclass(frozen=True, slots=True)
class Prompt:
    """One message of a request."""

    role: Role
    text: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class CompletionRequest:
    """What is sent for one answer. None means: not sent."""

    model: str
    prompts: tuple[Prompt, ...]
    mode: Mode = Mode.CHAT
    temperature: float | None = None
    max_tokens: int | None = None
    json_answer: bool = False
    schema: AnswerSchema | None = None  # what the JSON must look like; its text is a JSON object
    more: MoreSettings = NOTHING_MORE


@dataclass(frozen=True, slots=True)
class Service:
    """Where requests go. The key is not part of it: it is looked up by `address` when a request is made."""

    address: str  # without a trailing slash, as in https://api.openai.com/v1
    name: str  # as in "OpenAI"
    needs_key: bool = True
    local: bool = False  # the practice model on this computer


OPENAI = Service("https://api.openai.com/v1", "OpenAI")


def build_request(settings: ChatSettings, history: Sequence[Message]) -> CompletionRequest:
    """The request for the next answer after `history`, whose last message is the person's.

    Instructions come first, then the examples as question and answer, then the summary of what is left out, then the
    conversation. Answers in which nothing arrived are left out. In completion mode only the last message is sent.
    """
    json_answer = settings.json_answer and settings.mode is Mode.CHAT
    by_schema = json_answer and settings.schema.used and is_readable(settings.schema.text)
    return CompletionRequest(
        model=settings.model,
        prompts=_completion_prompts(history) if settings.mode is Mode.COMPLETION else _chat_prompts(settings, history),
        mode=settings.mode,
        temperature=settings.temperature,
        max_tokens=settings.max_tokens,
        json_answer=json_answer,
        schema=settings.schema if by_schema else None,
        more=settings.more,
    )


def without_pictures(prompt: Prompt) -> Prompt:
    """`prompt` for a model that reads text only: it is told which pictures and PDFs it does not get."""
    unseen = [a.name for a in prompt.attachments if a.kind is not AttachmentKind.TEXT]
    if not unseen:
        return prompt
    notes = (f"(The file {name} belongs here. You cannot see it.)" for name in unseen)
    texts = tuple(a for a in prompt.attachments if a.kind is AttachmentKind.TEXT)
    return Prompt(prompt.role, "\n\n".join([*notes, *filter(None, [prompt.text])]), texts)


def _completion_prompts(history: Sequence[Message]) -> tuple[Prompt, ...]:
    return tuple(Prompt(m.role, m.text, m.attachments) for m in history[-1:])


def _chat_prompts(settings: ChatSettings, history: Sequence[Message]) -> tuple[Prompt, ...]:
    prompts: list[Prompt] = []
    if settings.instructions.strip():
        prompts.append(Prompt(Role.SYSTEM, settings.instructions))
    for example in settings.examples:
        if not (example.question.strip() and example.answer.strip()):
            continue  # half written
        prompts += [Prompt(Role.USER, example.question), Prompt(Role.ASSISTANT, example.answer)]
    summary = summary_of(settings, history)
    if summary is not None:
        prompts += [Prompt(Role.USER, SUMMARY_REQUEST), Prompt(Role.ASSISTANT, summary.text)]
    still_sent = history[first_sent(settings, history) :]
    prompts += [Prompt(m.role, m.text, m.attachments) for m in still_sent if _says_something(m)]
    return tuple(prompts)


def _says_something(message: Message) -> bool:
    return message.role is Role.USER or bool(message.text)

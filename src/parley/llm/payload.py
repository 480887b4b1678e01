"""A request as the API wants it: what was set, under the name this model knows, and nothing else."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from parley.domain.attachment import AttachmentKind
from parley.domain.chat_settings import Mode
from parley.domain.message import Role

from .rules import ModelRules, rules_for

if TYPE_CHECKING:
    from collections.abc import Collection

    from parley.domain.attachment import Attachment
    from parley.domain.request import CompletionRequest, Prompt

# Values are JSON; the SDK's own parameter types describe them, and tests hold each payload against those.
Payload = dict[str, Any]

TOKEN_LIMITS = ("max_tokens", "max_completion_tokens")
OPTIONAL = frozenset({"temperature", "response_format", "stream_options", *TOKEN_LIMITS})


def body_of(
    request: CompletionRequest, rules: ModelRules | None = None, refused: Collection[str] = frozenset()
) -> Payload:
    """The whole body as Parley sends it: streamed, with the usage at the end, without what the service `refused`."""
    payload = build_payload(request, rules) | {"stream": True, "stream_options": {"include_usage": True}}
    return {name: value for name, value in payload.items() if name not in refused}


def is_completion(request: CompletionRequest) -> bool:
    """Whether the request goes to the completions endpoint, which takes a bare text."""
    return rules_for(request.model).completion_only


def build_payload(request: CompletionRequest, rules: ModelRules | None = None) -> Payload:
    """The body of the request, without the parameters the model is known not to take."""
    rules = rules or rules_for(request.model)
    payload: Payload = {"model": request.model, **_subject(request, rules)}
    if request.temperature is not None and rules.takes_temperature:
        payload["temperature"] = request.temperature
    if request.max_tokens is not None:
        payload[rules.token_limit_parameter] = request.max_tokens
    if request.json_answer and rules.takes_json:
        payload["response_format"] = {"type": "json_object"}
    return payload


def _subject(request: CompletionRequest, rules: ModelRules) -> Payload:
    if rules.completion_only:
        return {"prompt": whole_characters(flat_text(request.prompts))}
    prompts = request.prompts[-1:] if request.mode is Mode.COMPLETION else request.prompts
    return {"messages": [_message(prompt, rules) for prompt in prompts]}


def flat_text(prompts: tuple[Prompt, ...]) -> str:
    """A conversation as one text to go on from, for models that only continue a text. One message stays as it is."""
    if len(prompts) == 1:
        return _text_with_files(prompts[0])
    names = {Role.USER: "User: ", Role.ASSISTANT: "Assistant: ", Role.SYSTEM: ""}
    lines = [names[prompt.role] + _text_with_files(prompt) for prompt in prompts]
    return "\n\n".join([*lines, "Assistant:"])


def _message(prompt: Prompt, rules: ModelRules) -> Payload:
    role = rules.system_role if prompt.role is Role.SYSTEM else prompt.role.value
    if not prompt.attachments or prompt.role is not Role.USER:
        return {"role": role, "content": whole_characters(prompt.text)}
    return {"role": role, "content": _parts(prompt)}


def _parts(prompt: Prompt) -> list[Payload]:
    """Files first, then what is asked about them, as OpenAI's guide to images advises."""
    parts = [_part(attachment) for attachment in prompt.attachments]
    if prompt.text:
        parts.append(_text_part(prompt.text))
    return parts


def _part(attachment: Attachment) -> Payload:
    if attachment.kind is AttachmentKind.TEXT:
        return _text_part(_file_text(attachment))
    data = base64.b64encode(attachment.data).decode("ascii")
    return {"type": "image_url", "image_url": {"url": f"data:{attachment.mime};base64,{data}"}}


def _text_part(text: str) -> Payload:
    return {"type": "text", "text": whole_characters(text)}


def _text_with_files(prompt: Prompt) -> str:
    texts = [_file_text(a) for a in prompt.attachments if a.kind is AttachmentKind.TEXT]
    return "\n\n".join([*texts, prompt.text])


def _file_text(attachment: Attachment) -> str:
    """The file between two lines that name it. Bytes that are no UTF-8 are replaced, never refused."""
    content = attachment.data.decode("utf-8-sig", "replace")
    return f"File {attachment.name}:\n\n{content}\n\nEnd of file {attachment.name}."


def whole_characters(text: str) -> str:
    """`text` with each half of a character (a lone surrogate) replaced: it cannot be sent, nor stored."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text

"""A request as the API wants it: what was set, under the name this model knows, and nothing else."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from parley.domain.answer_schema import read_schema
from parley.domain.attachment import AttachmentKind, Detail
from parley.domain.characters import whole_characters
from parley.domain.chat_settings import Mode
from parley.domain.message import Role
from parley.domain.request import without_pictures

from .rules import ModelRules, rules_for, with_effort

if TYPE_CHECKING:
    from collections.abc import Collection

    from parley.domain.attachment import Attachment
    from parley.domain.chat_settings import MoreSettings
    from parley.domain.request import CompletionRequest, Prompt

# Values are JSON; the SDK's own parameter types describe them, and tests hold each payload against those.
Payload = dict[str, Any]
ANY_JSON: Payload = {"type": "json_object"}

TOKEN_LIMITS = ("max_tokens", "max_completion_tokens")
MORE = ("top_p", "presence_penalty", "frequency_penalty", "stop", "seed", "reasoning_effort", "verbosity", "n")
OPTIONAL = frozenset({"temperature", "response_format", "stream", "stream_options", *TOKEN_LIMITS, *MORE})


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
    rules = with_effort(rules or rules_for(request.model), request.more.reasoning_effort)
    payload: Payload = {"model": request.model, **_subject(request, rules)}
    if request.temperature is not None and rules.takes_temperature:
        payload["temperature"] = request.temperature
    if request.max_tokens is not None:
        payload[rules.token_limit_parameter] = request.max_tokens
    if request.json_answer and rules.takes_json:
        payload["response_format"] = _format(request, rules)
    return payload | _more(request.more, rules)


def _format(request: CompletionRequest, rules: ModelRules) -> Payload:
    if request.schema is None or rules.schema_reason:
        return ANY_JSON
    named: Payload = {"name": request.schema.sent_name, "schema": whole_value(read_schema(request.schema.text))}
    if request.schema.strict:
        named["strict"] = True
    return {"type": "json_schema", "json_schema": named}


def _more(more: MoreSettings, rules: ModelRules) -> Payload:
    wanted = {
        "top_p": more.top_p,
        "presence_penalty": more.presence_penalty,
        "frequency_penalty": more.frequency_penalty,
        "stop": [whole_characters(text) for text in more.stop] or None,
        "seed": more.seed,
        "reasoning_effort": more.reasoning_effort if more.reasoning_effort in rules.efforts else None,
        "verbosity": more.verbosity or None,
        "n": more.answers,
    }
    return {name: value for name, value in wanted.items() if value is not None and not rules.reason(name)}


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
    if prompt.role is not Role.USER:
        return {"role": role, "content": whole_characters(prompt.text)}
    seen = prompt if rules.sees_images else without_pictures(prompt)
    return {"role": role, "content": _parts(seen) if seen.attachments else whole_characters(seen.text)}


def _parts(prompt: Prompt) -> list[Payload]:
    """Files first, then what is asked about them, as OpenAI's guide to images advises."""
    parts = [_part(attachment) for attachment in prompt.attachments]
    if prompt.text:
        parts.append(_text_part(prompt.text))
    return parts


def _part(attachment: Attachment) -> Payload:
    if attachment.kind is AttachmentKind.TEXT:
        return _text_part(_file_text(attachment))
    address = f"data:{attachment.mime};base64,{base64.b64encode(attachment.data).decode('ascii')}"
    if attachment.kind is AttachmentKind.PDF:
        return {"type": "file", "file": {"filename": whole_characters(attachment.name), "file_data": address}}
    image = {"url": address}
    if attachment.detail is not Detail.AUTO:
        image["detail"] = attachment.detail.value
    return {"type": "image_url", "image_url": image}


def _text_part(text: str) -> Payload:
    return {"type": "text", "text": whole_characters(text)}


def message_texts(prompt: Prompt) -> list[str]:
    """What of a message is sent as text: its text files, then what was written."""
    files = [_file_text(a) for a in prompt.attachments if a.kind is AttachmentKind.TEXT]
    return [*files, prompt.text]


def _text_with_files(prompt: Prompt) -> str:
    return "\n\n".join(message_texts(without_pictures(prompt)))


def _file_text(attachment: Attachment) -> str:
    """The file between two lines that name it. Bytes that are no UTF-8 are replaced, never refused."""
    content = attachment.data.decode("utf-8-sig", "replace")
    return f"File {attachment.name}:\n\n{content}\n\nEnd of file {attachment.name}."


def whole_value(value: Any) -> Any:
    """A JSON value whose texts are all whole."""
    if isinstance(value, dict):
        return {whole_characters(name): whole_value(one) for name, one in value.items()}
    if isinstance(value, list):
        return [whole_value(one) for one in value]
    return whole_characters(value) if isinstance(value, str) else value

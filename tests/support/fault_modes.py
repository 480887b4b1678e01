"""What the fault server does when it answers in good form: well, with an error, or with something to be learned.

One function, or one line, for each mode; `fault_streams` has those that break the form.
"""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from tests.support.fault_exchange import MODES, Exchange, answers_with, mode

answers_with("unknown_mode", 404, None, message="Invalid URL")
answers_with("invalid_key", 401, "invalid_api_key")
answers_with("no_credit", 429, "insufficient_quota", type="insufficient_quota")
answers_with("payment_required", 402, None)
answers_with("hard_limit", 400, "billing_hard_limit_reached")
answers_with("model_not_found", 404, "model_not_found", param="model")
answers_with("model_forbidden", 403, "model_not_found")
answers_with("ollama_no_model", 404, None, type="not_found_error")
answers_with("llamacpp_wrong_path", 404, "404", type="not_found_error")
answers_with("too_long", 400, "context_length_exceeded", param="messages")
answers_with("content_policy", 400, "content_policy_violation")
answers_with("region", 403, "unsupported_country_region_territory", type="request_forbidden")
answers_with("forbidden", 403, None)
answers_with("bad_request", 400, "invalid_value", param="messages")
answers_with("no_word_json", 400, None, param="messages")
answers_with("too_large", 413, None)
answers_with("request_timeout", 408, None)
answers_with("server_error", 500, "server_error", type="server_error")
answers_with("bad_gateway", 502, None)
answers_with("overloaded", 503, None)
answers_with("gateway_timeout", 504, None)
answers_with("rate_limit_for_ever", 429, "rate_limit_exceeded", Retry_After="0")
answers_with("rate_limit_an_hour", 429, "rate_limit_exceeded", Retry_After="3600")
answers_with("network_sign_in", 511, None)


@mode
async def good(x: Exchange) -> None:
    await x.answer()


@mode
async def as_the_model_says(x: Exchange) -> None:
    """The model's name is that of another mode: several of them at one address."""
    await (MODES[x.body["model"]](x) if isinstance(x.body, dict) and x.body.get("model") in MODES else x.answer())


@mode
async def echo(x: Exchange) -> None:
    """Says what the last message said, word by word."""
    last = x.body.get("prompt") or x.body["messages"][-1]["content"]
    text = last if isinstance(last, str) else "".join(part.get("text", "") for part in last)
    await x.begin()
    for word in text.split(" "):
        await x.delta(word + " ")
    await x.finish()


@mode
async def slow(x: Exchange) -> None:
    """A word every tenth of a second, for a minute."""
    await x.begin()
    for number in range(600):
        await x.delta(f"word{number} ")
        await asyncio.sleep(0.1)
    await x.finish()


@mode
async def fast(x: Exchange) -> None:
    """As many tokens as the token of the address says (20,000 without one), as fast as they can be taken."""
    tokens = int(x.token or 20_000)
    await x.begin()
    event = f"data: {json.dumps(x.piece('token ', None))}\n\n".encode()
    piece = f"{len(event):x}\r\n".encode() + event + b"\r\n"
    for start in range(0, tokens, 20):
        await x.send(piece * min(20, tokens - start))
    await x.finish(tokens=tokens)


@mode
async def cut_off(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning of")
    await x.finish("length")


@mode
async def filtered(x: Exchange) -> None:
    await x.begin()
    await x.delta("The begin")
    await x.finish("content_filter")


@mode
async def blank_reasoning(x: Exchange) -> None:
    await x.begin()
    await x.finish("length")


@mode
async def refusal(x: Exchange) -> None:
    await x.begin()
    piece: dict[str, Any] = x.piece("", None)
    piece["choices"][0]["delta"] = {"refusal": "I cannot help with that."}
    await x.event(piece)
    await x.finish()


@mode
async def rate_limit_seconds(x: Exchange) -> None:
    await (x.error(429, "rate_limit_exceeded", Retry_After="2") if x.count == 1 else x.answer())


@mode
async def rate_limit_milliseconds(x: Exchange) -> None:
    await (x.error(429, "rate_limit_exceeded", Retry_After_Ms="40") if x.count == 1 else x.answer())


@mode
async def rate_limit_date(x: Exchange) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    await (x.error(429, "rate_limit_exceeded", Retry_After=moment) if x.count == 1 else x.answer())


@mode
async def rate_limit_silent(x: Exchange) -> None:
    await (x.error(429, "rate_limit_exceeded") if x.count == 1 else x.answer())


@mode
async def rate_limit_nonsense(x: Exchange) -> None:
    await (x.error(429, "rate_limit_exceeded", Retry_After="soon") if x.count == 1 else x.answer())


@mode
async def overloaded_for_a_second(x: Exchange) -> None:
    await (x.error(503, None, Retry_After="1") if x.count == 1 else x.answer())


async def _refuse(x: Exchange, *parameters: str) -> None:
    """Reject the first of `parameters` that is there, by name, else answer."""
    for name in parameters:
        if name in x.body:
            await x.error(400, "unsupported_parameter", param=name)
            return
    await x.answer()


@mode
async def no_temperature(x: Exchange) -> None:
    await _refuse(x, "temperature")


@mode
async def no_max_tokens(x: Exchange) -> None:
    await _refuse(x, "max_tokens")


@mode
async def no_limit_at_all(x: Exchange) -> None:
    await _refuse(x, "max_tokens", "max_completion_tokens")


@mode
async def no_json(x: Exchange) -> None:
    await _refuse(x, "response_format")


@mode
async def no_stream_options(x: Exchange) -> None:
    await _refuse(x, "stream_options")


@mode
async def nothing_optional(x: Exchange) -> None:
    await _refuse(x, "stream_options", "temperature", "response_format", "max_completion_tokens", "max_tokens")


@mode
async def no_developer(x: Exchange) -> None:
    roles = [message["role"] for message in x.body["messages"]]
    if "developer" in roles:
        await x.error(400, "unsupported_value", param=f"messages[{roles.index('developer')}].role")
    else:
        await x.answer()


@mode
async def detail_of_fastapi(x: Exchange) -> None:
    if "temperature" in x.body:
        await x.reply(422, {"detail": [{"type": "extra_forbidden", "loc": ["body", "temperature"], "msg": "no"}]})
    else:
        await x.answer()


@mode
async def refuses_without_end(x: Exchange) -> None:
    """Names the same parameter whether it is there or not."""
    await x.error(400, "unsupported_parameter", param="temperature")

"""What services do with the parameters of a request: several answers, no streams, schemas."""

from __future__ import annotations

from tests.support.fault_exchange import MODES, TEXT, Exchange, mode

USAGE = {"prompt_tokens": 10, "completion_tokens": 12, "total_tokens": 22}


def _answers(x: Exchange) -> int:
    number = x.body.get("n", 1)
    assert isinstance(number, int)
    return number


async def _piece(x: Exchange, place: int, text: str | None, reason: str | None = None) -> None:
    piece = x.piece(text, reason)
    choices = piece["choices"]
    assert isinstance(choices, list)
    choices[0]["index"] = place
    await x.event(piece)


async def _end(x: Exchange) -> None:
    await x.event({"id": "x", "choices": [], "usage": USAGE})
    await x.event("[DONE]")
    await x.end()


@mode
async def several(x: Exchange) -> None:
    """As many answers as were asked for, word by word in turn; each begins with its number."""
    await x.begin()
    for word in ("", *TEXT):
        for place in range(_answers(x)):
            await _piece(x, place, word or f"{place + 1}. ")
    for place in reversed(range(_answers(x))):
        await _piece(x, place, None, "stop")
    await _end(x)


@mode
async def several_cut_off(x: Exchange) -> None:
    """The second answer ends at the limit, the third never ends."""
    await x.begin()
    for place in range(3):
        await _piece(x, place, f"{place + 1}. The")
    await _piece(x, 0, None, "stop")
    await _piece(x, 1, None, "length")
    await _end(x)


@mode
async def fewer(x: Exchange) -> None:
    """One answer, however many were asked for."""
    await x.answer()


@mode
async def one_only(x: Exchange) -> None:
    """One answer, and never another."""
    await (x.answer() if x.count == 1 else x.error(500, None))


@mode
async def no_several(x: Exchange) -> None:
    await (x.error(400, "unsupported_value", param="n") if "n" in x.body else x.answer())


@mode
async def no_stream(x: Exchange) -> None:
    """OpenAI to organisations that it has not verified; what is asked for in one piece is answered."""
    if x.body.get("stream"):
        await x.error(400, "unsupported_value", param="stream")
        return
    assert "stream_options" not in x.body
    texts = [f"{place + 1}. {''.join(TEXT)}" for place in range(_answers(x))]
    choices = [
        {"index": place, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        for place, text in enumerate(texts)
    ]
    await x.reply(200, {"id": "x", "object": "chat.completion", "choices": choices, "usage": USAGE})


@mode
async def says(x: Exchange) -> None:
    """Answers with the last message."""
    await x.begin()
    await x.delta(x.body["messages"][-1]["content"])
    await x.finish()


@mode
async def in_two_parts(x: Exchange) -> None:
    """Cuts the last message off in its middle, and when asked to go on writes the rest of it."""
    *before, last = [message["content"] for message in x.body["messages"]]
    await x.begin()
    if before and last.startswith("Your last message was cut off"):
        await x.delta(before[-2][len(before[-1]) :])
        await x.finish()
    else:
        await x.delta(last[: len(last) // 2])
        await x.finish("length")


@mode
async def no_schema(x: Exchange) -> None:
    """Takes `json_object` only."""
    if x.body.get("response_format", {}).get("type") == "json_schema":
        await x.error(400, None, param="response_format")
    else:
        await MODES["says"](x)


@mode
async def refuses_all_more(x: Exchange) -> None:
    """Rejects, one after the other, everything that is not needed."""
    known = {"model", "messages", "stream", "stream_options"}
    extra = next((name for name in x.body if name not in known), None)
    await (x.error(400, "unsupported_parameter", param=extra) if extra else x.answer())


@mode
async def no_high_effort(x: Exchange) -> None:
    """Takes `reasoning_effort`, but not every value of it."""
    refused = x.body.get("reasoning_effort") == "high"
    await (x.error(400, "unsupported_value", param="reasoning_effort") if refused else x.answer())

"""What the fault server does when it breaks the form: wrong kinds, redirects, streams that break or never end."""

from __future__ import annotations

import asyncio
import json
from weakref import WeakSet

from tests.support.fault_exchange import EVENT_STREAM, Exchange, answers_with, mode

PORTAL = "<!doctype html><html><title>Sign in</title><body>Welcome to Café Wi-Fi</body></html>"
FOR_EVER = 3600  # seconds
ANSWERED: WeakSet[asyncio.StreamWriter] = WeakSet()


@mode
async def models_html(x: Exchange) -> None:
    """A captive portal: every address answers with its page."""
    await x.reply(200, PORTAL, Content_Type="text/html; charset=utf-8")


@mode
async def html(x: Exchange) -> None:
    await models_html(x)


@mode
async def html_not_found(x: Exchange) -> None:
    await x.reply(404, PORTAL, Content_Type="text/html")


@mode
async def html_bad_gateway(x: Exchange) -> None:
    await x.reply(502, PORTAL, Content_Type="text/html")


@mode
async def html_called_a_stream(x: Exchange) -> None:
    await x.reply(200, PORTAL, Content_Type="text/event-stream")


@mode
async def not_a_stream(x: Exchange) -> None:
    """A whole answer in JSON, although a stream was asked for."""
    await x.reply(200, {"choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}]})


@mode
async def plain_text(x: Exchange) -> None:
    await x.reply(200, "It works", Content_Type="text/plain")


@mode
async def models_not_a_list(x: Exchange) -> None:
    await x.reply(200, {"models": ["a"]})


@mode
async def models_bad_json(x: Exchange) -> None:
    await x.reply(200, '{"data": [')


@mode
async def empty(x: Exchange) -> None:
    await x.reply(200, "", Content_Type="text/event-stream")


@mode
async def no_content(x: Exchange) -> None:
    await x.head(204, {"Content-Length": "0"})


@mode
async def redirect_elsewhere(x: Exchange) -> None:
    """To the host the token names, else to one that must never hear of the key."""
    target = x.token.replace("_", "/") or "127.0.0.2:9"
    await x.reply(307, "", Location=f"http://{target}/echo/v1/chat/completions")


@mode
async def models_redirect(x: Exchange) -> None:
    await x.reply(302, PORTAL, Location="http://127.0.0.2:9/login", Content_Type="text/html")


@mode
async def redirect_nowhere(x: Exchange) -> None:
    await x.reply(302, "")


@mode
async def drop_at_once(x: Exchange) -> None:
    x.hang_up()


@mode
async def reset_at_once(x: Exchange) -> None:
    x.reset()


@mode
async def drops_kept_connections(x: Exchange) -> None:
    """Answers, but the next request on the same connection finds it closed."""
    if x.count % 2:
        await x.answer()
    else:
        x.hang_up()


@mode
async def forgets_kept_connections(x: Exchange) -> None:
    """As it is after sleep or in another network: nothing says that the other end of a connection has gone."""
    if x.writer in ANSWERED:
        await asyncio.sleep(FOR_EVER)
    ANSWERED.add(x.writer)
    await x.answer()


@mode
async def drop_in_headers(x: Exchange) -> None:
    await x.send(b"HTTP/1.1 200 OK\r\nContent-Ty")
    x.hang_up()


@mode
async def garbage(x: Exchange) -> None:
    """Not HTTP at all."""
    await x.send(b"220 mail.example.com ESMTP\r\n")
    x.hang_up()


@mode
async def drop_after_headers(x: Exchange) -> None:
    await x.begin()
    x.hang_up()


@mode
async def drop_mid_word(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning of a sen")
    await x.send(b'60\r\ndata: {"choices": [{"delta": {"cont')
    x.hang_up()


@mode
async def reset_mid_word(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning of a sen")
    await asyncio.sleep(0.05)
    x.reset()


@mode
async def drop_mid_utf8(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning")
    event = f"data: {json.dumps(x.piece('größer', None), ensure_ascii=False)}\n\n".encode()
    await x.chunk(event[: event.index("ö".encode()) + 1])
    x.hang_up()


@mode
async def ends_mid_utf8(x: Exchange) -> None:
    """The same, but the body ends in good form."""
    await x.begin()
    await x.delta("The beginning")
    event = f"data: {json.dumps(x.piece('größer', None), ensure_ascii=False)}".encode()
    await x.chunk(event[: event.index("ö".encode()) + 1])
    await x.end()


@mode
async def malformed_json(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning")
    await x.event('{"choices": [{"delta": {"content": "x"}')
    await x.finish()


@mode
async def invalid_utf8(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning")
    await x.chunk(b'data: {"choices": [{"delta": {"content": "\xff\xfe\xc3("}}]}\n\n')
    await x.finish()


@mode
async def wrong_types(x: Exchange) -> None:
    """JSON in good form that is nothing like a chunk, then a good answer: what makes no sense is passed over."""
    await x.begin()
    wrong: list[object] = ["null", 7, '"text"', [], {}, {"choices": None}, {"choices": "x"}, {"choices": [None]}]
    wrong += [{"choices": [{"delta": None}]}, {"choices": [{"delta": {"content": 7}, "finish_reason": 3}]}]
    wrong += [{"choices": [], "usage": {"prompt_tokens": "many", "completion_tokens": -1}}]
    for value in wrong:
        await x.event(value)
    await x.delta("Hello")
    await x.finish()


@mode
async def half_characters(x: Exchange) -> None:
    """One emoji in two halves (as escapes), and a half that has no other."""
    await x.begin()
    for half in ("\\ud83e", "\\udd8a", " and \\ud83e", " alone"):
        await x.event('{"choices": [{"delta": {"content": "' + half + '"}}]}')
    await x.finish()


@mode
async def error_event(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning")
    await x.event({"error": {"message": "x", "type": "server_error", "param": None, "code": None}})
    await x.end()


@mode
async def overloaded_event(x: Exchange) -> None:
    await x.begin()
    await x.event({"error": {"message": "x", "type": "overloaded_error", "param": None, "code": None}})
    await x.end()


@mode
async def no_finish_reason(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning")
    await x.event("[DONE]")
    await x.end()


@mode
async def ends_early(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning")
    await x.end()


@mode
async def no_count(x: Exchange) -> None:
    """The reason comes, the count never does, and the line stays open."""
    await x.begin()
    await x.delta("All of it")
    await x.event(x.piece(None, "stop"))
    await asyncio.sleep(FOR_EVER)


@mode
async def silent_before_headers(x: Exchange) -> None:
    await asyncio.sleep(FOR_EVER)


@mode
async def silent_after_headers(x: Exchange) -> None:
    await x.begin()
    await asyncio.sleep(FOR_EVER)


@mode
async def silent_mid_answer(x: Exchange) -> None:
    await x.begin()
    await x.delta("The beginning")
    await asyncio.sleep(FOR_EVER)


@mode
async def comments_for_ever(x: Exchange) -> None:
    await x.begin()
    while True:
        await x.chunk(b": still here\n\n")
        await asyncio.sleep(0.02)


@mode
async def comments_first(x: Exchange) -> None:
    """Comments keep the line open for a moment, then the answer comes."""
    await x.begin()
    for _ in range(5):
        await x.chunk(b": PROCESSING\n\n")
        await asyncio.sleep(0.02)
    for text in ("Hello", " you"):
        await x.delta(text)
    await x.finish()


@mode
async def byte_by_byte(x: Exchange) -> None:
    pieces = [x.piece("größer 🦊", None), x.piece(None, "stop")]
    events = "".join(f"data: {json.dumps(p, ensure_ascii=False)}\r\n\r\n" for p in pieces) + "data: [DONE]\r\n\r\n"
    await x.head(200, {"Content-Type": EVENT_STREAM, "Connection": "close"})
    for byte in events.encode():
        await x.send(bytes([byte]))
        await asyncio.sleep(0)
    x.hang_up()


@mode
async def hundred_megabytes(x: Exchange) -> None:
    """One line of 100 MB."""
    await x.begin()
    await x.delta("The beginning")
    await x.chunk(b'data: {"choices": [{"delta": {"content": "')
    for _ in range(100):
        await x.chunk(b"x" * 1_000_000)
    await x.chunk(b'"}}]}\n\n')
    await x.finish()


@mode
async def endless(x: Exchange) -> None:
    """Large pieces of answer without end."""
    await x.begin()
    while True:
        await x.delta("and on " * 10_000)


@mode
async def endless_error(x: Exchange) -> None:
    """An error whose body never ends."""
    await x.head(500, {"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
    while True:
        await x.chunk(b"x" * 65_536)


@mode
async def slow_error(x: Exchange) -> None:
    """An error whose body comes a byte at a time."""
    await x.head(500, {"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
    while True:
        await x.chunk(b"x")
        await asyncio.sleep(0.02)


@mode
async def echoes_the_key(x: Exchange) -> None:
    """Puts the key into everything a person could come to see."""
    key = x.headers.get("authorization", "")
    await x.error(401, "invalid_api_key", message=f"Incorrect API key provided: {key}", x_request_id=key[-80:])


@mode
async def echoes_the_key_in_html(x: Exchange) -> None:
    await x.reply(403, f"<html>{x.headers.get('authorization')}</html>", Content_Type="text/html")


@mode
async def echoes_the_key_in_the_stream(x: Exchange) -> None:
    await x.begin()
    await x.event({"error": {"message": x.headers.get("authorization"), "code": None}})
    await x.end()


answers_with("needs_proxy_login", 407, None)

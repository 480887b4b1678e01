"""One request to the fault server, and the ways to answer it well or badly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine

    Act = Callable[["Exchange"], Coroutine[Any, Any, None]]

TEXT = ("The ", "quick ", "brown ", "fox — ", "größer ", "🦊.")
EVENT_STREAM = "text/event-stream; charset=utf-8"
MODELS = ("gpt-4o", "gpt-4o-mini", "gpt-3.5-turbo", "o3-mini", "text-embedding-3-small", "whisper-1")


@dataclass(slots=True)
class Exchange:
    method: str
    path: str
    headers: dict[str, str]
    body: Any
    count: int  # from 1, how often this mode (with this token) was asked
    writer: asyncio.StreamWriter
    token: str = ""
    bytes_sent: int = 0

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        self.bytes_sent += len(data)
        await self.writer.drain()

    async def head(self, status: int, headers: dict[str, str]) -> None:
        lines = [f"HTTP/1.1 {status} Something", *(f"{name}: {value}" for name, value in headers.items())]
        await self.send("\r\n".join([*lines, "", ""]).encode("latin-1"))

    async def reply(self, status: int, body: object, **headers: str) -> None:
        """A whole answer. Underscores in the names of `headers` are dashes; text that is no JSON goes as it is."""
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        await self.head(status, {"Content-Type": "application/json", **named, "Content-Length": str(len(data))})
        await self.send(data)

    async def error(self, status: int, code: str | None = None, **more: str | None) -> None:
        """An error as OpenAI writes it. `more` may hold type, param, message, and headers in capitals."""
        headers = {name: str(value) for name, value in more.items() if name[0].isupper()}
        body = {"message": more.get("message", "Nobody reads this."), "type": more.get("type", "invalid_request_error")}
        await self.reply(status, {"error": {**body, "param": more.get("param"), "code": code}}, **headers)

    async def begin(self) -> None:
        await self.head(200, {"Content-Type": EVENT_STREAM, "Transfer-Encoding": "chunked"})

    async def chunk(self, data: bytes) -> None:
        await self.send(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    async def event(self, value: object) -> None:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        await self.chunk(f"data: {text}\n\n".encode())

    async def delta(self, text: str) -> None:
        await self.event(self.piece(text, None))

    def piece(self, text: str | None, reason: str | None) -> dict[str, object]:
        if self.path.endswith("/chat/completions"):
            delta = {} if text is None else {"content": text}
            choice: dict[str, object] = {"index": 0, "delta": delta, "finish_reason": reason}
            return {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
        choice = {"index": 0, "text": text or "", "finish_reason": reason}
        return {"id": "x", "object": "text_completion", "created": 1, "model": "m", "choices": [choice]}

    async def finish(self, reason: str = "stop", tokens: int = len(TEXT)) -> None:
        """The reason, the count if it was asked for, [DONE], and the end of the body."""
        await self.event(self.piece(None, reason))
        options = self.body.get("stream_options") if isinstance(self.body, dict) else None
        if isinstance(options, dict) and options.get("include_usage"):
            usage = {"prompt_tokens": 10, "completion_tokens": tokens, "total_tokens": 10 + tokens}
            details = {"prompt_tokens_details": {"cached_tokens": 4}}
            await self.event({"id": "x", "choices": [], "usage": usage | details})
        await self.event("[DONE]")
        await self.end()

    async def end(self) -> None:
        await self.send(b"0\r\n\r\n")

    async def answer(self) -> None:
        """A good answer."""
        await self.begin()
        for text in TEXT:
            await self.delta(text)
        await self.finish()

    def hang_up(self) -> None:
        self.writer.close()

    def reset(self) -> None:
        self.writer.transport.abort()


MODES: dict[str, Act] = {}


def mode(function: Act) -> Act:
    """Put `function` among the modes under its name; unless that begins with models_, the list is answered well."""

    async def act(exchange: Exchange) -> None:
        if exchange.method == "GET" and not function.__name__.startswith("models_"):
            await list_models(exchange)
        else:
            await function(exchange)

    MODES[function.__name__] = act
    return function


async def list_models(x: Exchange) -> None:
    await x.reply(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in MODELS]})


def answers_with(name: str, status: int, code: str | None = None, **more: str | None) -> None:
    """A mode that answers everything with one error."""

    async def act(exchange: Exchange) -> None:
        await exchange.error(status, code, **more)

    MODES[name] = act

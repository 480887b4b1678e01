"""The one way out of Parley: every request leaves through a `Line`, which knows what has left and how much of it.

A line also knows when what it keeps open is worth nothing any more: after the computer slept, or when the network is
another one, the other end has gone without a word, and a request sent there would wait for minutes for no answer.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx2

from parley.domain.traffic import SentRequest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from typing import TypeAlias

    Record: TypeAlias = Callable[["Departure"], None]

LONGEST_ADDRESS = 300  # characters
SLEPT = 5.0  # seconds by which the wall's clock runs ahead of the other one; a clock that was set does no harm


class Departure:
    """A request on its way out. It is recorded when its first byte leaves and again when its answer has ended."""

    def __init__(self, request: httpx2.Request, model: str) -> None:
        self._request = request
        self._model = model
        self._at = time.time_ns() // 1_000_000
        self._sent = 0
        self._status = 0
        self.received = 0
        self.connected = False  # a connection was made for it, it did not find one open
        self.left = False
        self.ended = False

    def send_head(self) -> None:
        self.left = True
        request = self._request
        line = f"{request.method} {request.url.raw_path.decode('ascii')} HTTP/1.1\r\n"
        self._sent = len(line) + _headers_size(request.headers)

    def send_body(self) -> None:
        """The whole body is counted: how much of it went before a line broke is not known."""
        self._sent += int(self._request.headers.get("content-length", "0"))

    def answer(self, response: httpx2.Response) -> None:
        self._status = response.status_code
        line = f"{response.http_version} {response.status_code} {response.reason_phrase}\r\n"
        self.received = len(line) + _headers_size(response.headers)

    def value(self) -> SentRequest:
        """What is known of it by now. What follows a question mark could be anything, so it is left out."""
        url = self._request.url
        address = f"{url.scheme}://{url.netloc.decode('ascii')}{url.path}"[:LONGEST_ADDRESS]
        return SentRequest(self._at, address, self._model, self._sent, self.received, self._status)


class Line(httpx2.AsyncBaseTransport):
    """Sends requests, keeps connections for the next ones, and tells `record` of everything that leaves."""

    def __init__(
        self,
        make: Callable[[], httpx2.AsyncBaseTransport],
        record: Record | None = None,
        *,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`make` gives what has no connection yet. It may raise AppError, with each request until it does not."""
        self._make = make
        self._record = record or _forget
        self._wall = wall
        self._steady = steady
        self._ahead = wall() - steady()
        self._lane: _Lane | None = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if self._slept():
            await self.renew()
        if self._lane is None:
            self._lane = _Lane(self._make())
        departure = Departure(request, str(request.extensions.get("model", "")))
        request.extensions = {**request.extensions, "trace": _Watch(departure, self._record)}
        lane = self._lane
        lane.running += 1
        try:
            response = await lane.transport.handle_async_request(request)
        except BaseException:
            await self._end(lane, departure)
            raise
        departure.answer(response)
        response.stream = _Counted(response.stream, departure, lambda: self._end(lane, departure))
        return response

    async def renew(self) -> None:
        """Use none of the connections that are open now for anything new. What is being answered goes on."""
        lane, self._lane = self._lane, None
        if lane is not None:
            lane.retired = True
            await lane.close_if_idle()

    async def aclose(self) -> None:
        lane, self._lane = self._lane, None
        if lane is not None:
            await lane.transport.aclose()

    async def _end(self, lane: _Lane, departure: Departure) -> None:
        lane.running -= 1
        departure.ended = True
        if departure.left:
            self._record(departure)
        await lane.close_if_idle()

    def _slept(self) -> bool:
        """Whether the computer slept since the last request: the steady clock stands still meanwhile. Where it does
        not (on Windows), connections grow too old by themselves."""
        ahead, before = self._wall() - self._steady(), self._ahead
        self._ahead = ahead
        return abs(ahead - before) > SLEPT


class _Lane:
    """Connections of one time and network."""

    def __init__(self, transport: httpx2.AsyncBaseTransport) -> None:
        self.transport = transport
        self.running = 0
        self.retired = False

    async def close_if_idle(self) -> None:
        if self.retired and self.running == 0:
            await self.transport.aclose()


class _Watch:
    """Hears of each step of a request (the trace extension of httpcore2)."""

    def __init__(self, departure: Departure, record: Record) -> None:
        self.departure = departure
        self._record = record

    async def __call__(self, event: str, info: Mapping[str, object]) -> None:
        step = event.partition(".")[2]
        if step.startswith("connect_"):
            self.departure.connected = True
        elif step.startswith("send_request_") and getattr(info.get("request"), "method", b"") != b"CONNECT":
            if step == "send_request_headers.started":
                self.departure.send_head()
                self._record(self.departure)
            elif step == "send_request_body.started":
                self.departure.send_body()


def was_on_kept_connection(request: httpx2.Request) -> bool:
    """Whether `request` went out on a connection that an earlier one had left open."""
    watch = request.extensions.get("trace")
    return isinstance(watch, _Watch) and watch.departure.left and not watch.departure.connected


class _Counted(httpx2.AsyncByteStream):
    """The body of an answer, counted as it passes."""

    def __init__(self, stream: object, departure: Departure, ended: Callable[[], Awaitable[None]]) -> None:
        if not isinstance(stream, httpx2.AsyncByteStream):
            raise TypeError(f"{type(stream).__name__} is not an asynchronous body")
        self._stream = stream
        self._departure = departure
        self._ended = ended

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._departure.received += len(chunk)
            yield chunk

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        finally:
            if not self._departure.ended:
                await self._ended()


def _headers_size(headers: httpx2.Headers) -> int:
    return sum(len(name) + len(value) + 4 for name, value in headers.raw) + 2


def _forget(_departure: Departure) -> None:
    pass

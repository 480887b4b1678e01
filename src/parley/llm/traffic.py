"""The one way out of Parley: every request leaves through a `Line`, which knows what has left and how much of it.

A line also knows when what it keeps open is worth nothing any more: after the computer slept, or when the network is
another one, the other end has gone without a word, and a request sent there would wait for minutes for no answer. What
is under way then is given some seconds to go on (`sleep`).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import httpcore2
import httpx2

from parley.domain.traffic import SentRequest

from .address import is_loopback
from .sleep import NothingCameError, SleepWatch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from typing import TypeAlias

    from .sleep import Wait

    Record: TypeAlias = Callable[["Departure"], None]

T = TypeVar("T")

LONGEST_ADDRESS = 300  # characters


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
        self.proxy_status = 0  # what a proxy answered that was asked for a way through it
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
        watch: SleepWatch | None = None,
    ) -> None:
        """`make` gives what has no connection yet. It may raise AppError, with each request until it does not."""
        self._make = make
        self._record = record or _forget
        self._watch = watch or SleepWatch()
        self._lane: _Lane | None = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if self._watch.slept():
            await self.renew()
        if self._lane is None:
            self._lane = _Lane(self._make())
        departure = Departure(request, str(request.extensions.get("model", "")))
        request.extensions = {**request.extensions, "trace": _Watch(departure, self._record)}
        under_way = _UnderWay(self._lane, departure, None if is_loopback(request.url.host) else self._watch.begin())
        self._lane.running += 1
        try:
            response = await under_way.step(self._lane.transport.handle_async_request(request))
        except NothingCameError:
            await self._end(under_way)
        except BaseException:  # raised on: however a request ends, it is under way no more
            await self._end(under_way)
            raise
        else:
            departure.answer(response)
            response.stream = _Counted(response.stream, under_way, lambda: self._end(under_way))
            return response
        raise httpx2.ReadTimeout("no answer came after the computer slept", request=request)

    async def renew(self) -> None:
        """Use none of the connections that are open now for anything new. What is being answered goes on."""
        lane, self._lane = self._lane, None
        if lane is not None:
            lane.retired = True
            await lane.close_if_idle()

    async def another_network(self) -> None:
        """The network is another one: what is open leads nowhere, and what is being written goes on soon or never."""
        self._watch.another_network()
        await self.renew()

    async def aclose(self) -> None:
        lane, self._lane = self._lane, None
        if lane is not None:
            await lane.transport.aclose()

    async def _end(self, under_way: _UnderWay) -> None:
        lane, departure = under_way.lane, under_way.departure
        lane.running -= 1
        departure.ended = True
        if under_way.wait is not None:
            self._watch.end(under_way.wait)
        if departure.left:
            self._record(departure)
        await lane.close_if_idle()


class _Lane:
    """Connections of one time and network."""

    def __init__(self, transport: httpx2.AsyncBaseTransport) -> None:
        self.transport = transport
        self.running = 0
        self.retired = False

    async def close_if_idle(self) -> None:
        if self.retired and self.running == 0:
            await self.transport.aclose()


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A request that has no whole answer yet. One to this computer sleeps with it, so there is nothing to watch."""

    lane: _Lane
    departure: Departure
    wait: Wait | None

    async def step(self, coming: Awaitable[T]) -> T:
        """What comes next. Raises NothingCameError."""
        return await (coming if self.wait is None else self.wait.for_next(coming))


class _Watch:
    """Hears of each step of a request (the trace extension of httpcore2)."""

    def __init__(self, departure: Departure, record: Record) -> None:
        self.departure = departure
        self._record = record
        self._asks_proxy = False
        self._half_open: object = None  # the line to a SOCKS proxy before it let through

    async def __call__(self, event: str, info: Mapping[str, object]) -> None:
        step = event.partition(".")[2]
        if step.startswith("connect_"):
            self.departure.connected = True
        elif step.startswith("setup_socks5_connection."):
            await self._watch_socks(step, info)
        elif step == "receive_response_headers.complete" and self._asks_proxy:
            self.departure.proxy_status = _status_in(info.get("return_value"))
        elif step.startswith("send_request_") and "request" in info:  # only what begins names it
            self._asks_proxy = getattr(info["request"], "method", b"") == b"CONNECT"
            if self._asks_proxy:
                return
            if step == "send_request_headers.started":
                self.departure.send_head()
                self._record(self.departure)
            elif step == "send_request_body.started":
                self.departure.send_body()

    async def _watch_socks(self, step: str, info: Mapping[str, object]) -> None:
        """httpcore2 forgets to close the line to a proxy that does not let through."""
        if step.endswith(".started"):
            self._half_open = info.get("stream")
        elif step.endswith(".failed") and isinstance(self._half_open, httpcore2.AsyncNetworkStream):
            await self._half_open.aclose()


def was_on_kept_connection(request: httpx2.Request) -> bool:
    """Whether `request` went out on a connection that an earlier one had left open."""
    watch = request.extensions.get("trace")
    return isinstance(watch, _Watch) and watch.departure.left and not watch.departure.connected


def status_of_proxy(request: httpx2.Request) -> int:
    """What a proxy answered when it was asked for a way through it for `request`; 0 where none was."""
    watch = request.extensions.get("trace")
    return watch.departure.proxy_status if isinstance(watch, _Watch) else 0


def _status_in(answer: object) -> int:
    """From (version, status, …), as httpcore2 tells of the head of an answer."""
    status = answer[1] if isinstance(answer, tuple) and len(answer) > 1 else 0
    return status if isinstance(status, int) else 0


class _Counted(httpx2.AsyncByteStream):
    """The body of an answer, counted as it passes."""

    def __init__(self, stream: object, under_way: _UnderWay, ended: Callable[[], Awaitable[None]]) -> None:
        if not isinstance(stream, httpx2.AsyncByteStream):
            raise TypeError(f"{type(stream).__name__} is not an asynchronous body")
        self._stream = stream
        self._under_way = under_way
        self._ended = ended

    async def __aiter__(self) -> AsyncIterator[bytes]:
        departure, wait = self._under_way.departure, self._under_way.wait
        pieces = aiter(self._stream)
        while (piece := await self._next(pieces)) is not None:
            departure.received += len(piece)
            if wait is not None:
                wait.begun = True
            yield piece

    async def _next(self, pieces: AsyncIterator[bytes]) -> bytes | None:
        """The next piece, None after the last."""
        try:
            return await self._under_way.step(anext(pieces, None))
        except NothingCameError:
            pass
        raise httpx2.ReadError("the answer did not go on after the computer slept or changed its network")

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        finally:
            if not self._under_way.departure.ended:
                await self._ended()


def _headers_size(headers: httpx2.Headers) -> int:
    return sum(len(name) + len(value) + 4 for name, value in headers.raw) + 2


def _forget(_departure: Departure) -> None:
    pass

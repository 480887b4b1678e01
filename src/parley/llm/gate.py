"""The HTTP client under the SDK, and the gate that every request leaves and every response enters by.

The SDK reads environment variables of its own for headers, organisation, project and address (facts.md). So it is
given neither key nor freedom: the gate lets through the headers named here, adds the key for the one address it
belongs to, and looks at each response before the SDK does.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import httpx2

from parley.domain.errors import AppError, Cause
from parley.domain.redaction import redact

from .address import host_of, is_local

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Mapping

EVENT_STREAM = "text/event-stream"

_HEADERS: Final = frozenset({"host", "accept", "connection", "content-type", "content-length", "transfer-encoding"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may take. Times in seconds, sizes in bytes, the answer in characters."""

    connect: float = 10
    silence: float = 90  # without anything of an answer; comments that keep a line open do not count
    reasoning_silence: float = 600  # for models that think before they write
    after_the_end: float = 5  # for the count of tokens to follow the end of an answer
    list: float = 20  # without a byte of the list of models, and three times that for all of it
    error_body: int = 1_000_000
    error_body_time: float = 10
    list_body: int = 16_000_000
    stream: int = 256_000_000
    line: int = 8_000_000
    answer: int = 8_000_000


class Gate:
    """Lets out what belongs to the service at `address` and lets in what an OpenAI service would say.

    Raises AppError BAD_ADDRESS.
    """

    def __init__(self, address: str, key: str | None, limits: Limits) -> None:
        try:
            self._origin = httpx2.URL(address)
        except httpx2.InvalidURL:  # it knows more about names than the standard library
            raise AppError(Cause.BAD_ADDRESS, host=host_of(address)) from None
        self._host = host_of(address)
        self._key = key
        self._limits = limits

    def __repr__(self) -> str:
        return f"Gate({self._host!r})"

    async def on_request(self, request: httpx2.Request) -> None:
        """Strip all headers but the needed ones, and put the key on. Raises AppError for any other host."""
        url = request.url
        if (url.scheme, url.host, url.port) != (self._origin.scheme, self._origin.host, self._origin.port):
            raise AppError(Cause.REDIRECTED, host=self._host)
        kept = [(name, value) for name, value in request.headers.items() if name in _HEADERS]
        request.headers = httpx2.Headers([*kept, ("User-Agent", "Parley"), ("Accept-Encoding", "identity")])
        request.extensions["trace"] = _Connects()
        if self._key is not None:
            request.headers["Authorization"] = f"Bearer {self._key}"

    async def on_response(self, response: httpx2.Response) -> None:
        """Refuse redirects and what is no answer of an API, and bound the rest. Raises AppError."""
        if response.is_redirect:
            target = response.headers["location"] if response.has_redirect_location else "no address"
            raise AppError(Cause.REDIRECTED, f"HTTP {response.status_code} to {target}", host=self._host)
        if response.is_success:
            self._check_kind(response, EVENT_STREAM if _is_answer(response) else "json")
        response.stream = self._bounded(response)

    def _bounded(self, response: httpx2.Response) -> BoundedStream:
        body, limits = response.stream, self._limits
        if not response.is_success:
            return BoundedStream(body, limits.error_body, line=limits.error_body, time=limits.error_body_time, cut=True)
        if _is_answer(response):
            return BoundedStream(body, limits.stream, line=limits.line)
        return BoundedStream(body, limits.list_body, line=limits.list_body, time=3 * limits.list)

    def _check_kind(self, response: httpx2.Response, kind: str) -> None:
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind in content_type:
            return
        cause = Cause.CAPTIVE_PORTAL if "html" in content_type else Cause.NOT_AN_API
        raise AppError(cause, f"HTTP {response.status_code}, content type {content_type!r}", host=self._host)


def _is_answer(response: httpx2.Response) -> bool:
    """Whether a stream was asked for, and not the list of models."""
    return response.request.method == "POST"


class _Connects:
    """Notes whether a connection was made for a request (httpcore's trace extension)."""

    made = False

    async def __call__(self, event: str, info: Mapping[str, object]) -> None:
        del info
        self.made = self.made or event.startswith("connection.connect")


def was_on_kept_connection(request: httpx2.Request) -> bool:
    """Whether `request` went out on a connection that an earlier one had left open."""
    trace = request.extensions.get("trace")
    return isinstance(trace, _Connects) and not trace.made


class BoundedStream(httpx2.AsyncByteStream):
    """A response body that ends, or breaks, where it becomes larger, longer or slower than an answer can be."""

    def __init__(self, stream: object, size: int, *, line: int, time: float | None = None, cut: bool = False) -> None:
        if not isinstance(stream, httpx2.AsyncByteStream):
            raise TypeError(f"{type(stream).__name__} is not an asynchronous body")
        self._stream = stream
        self._size = size
        self._line = line
        self._time = time
        self._cut = cut

    async def __aiter__(self) -> AsyncIterator[bytes]:
        total = line = 0
        deadline = None if self._time is None else asyncio.get_running_loop().time() + self._time
        async for chunk in self._stream:
            total += len(chunk)
            end = chunk.rfind(b"\n")
            line = line + len(chunk) if end < 0 else len(chunk) - end - 1
            late = deadline is not None and asyncio.get_running_loop().time() > deadline
            if total > self._size or line > self._line or late:
                if self._cut:
                    return
                raise AppError(Cause.BROKEN_STREAM, f"ended after {total} bytes, {line} of them one line")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def http_client(gate: Gate, address: str, limits: Limits) -> httpx2.AsyncClient:
    """The client: the system's certificates and proxies, no redirects, no proxy to this computer itself.

    Raises AppError PROXY for a proxy that cannot be used.
    """
    try:
        return httpx2.AsyncClient(
            verify=trusted_certificates(),
            trust_env=not is_local(address),
            follow_redirects=False,
            timeout=timeouts(limits, limits.silence),
            limits=httpx2.Limits(max_connections=20, max_keepalive_connections=4, keepalive_expiry=20),
            event_hooks={"request": [gate.on_request], "response": [gate.on_response]},
        )
    except (ImportError, ValueError, httpx2.InvalidURL) as error:  # SOCKS without socksio, an unknown scheme
        raise AppError(Cause.PROXY, redact(f"{type(error).__name__}: {error}"), host=host_of(address)) from None


def timeouts(limits: Limits, silence: float) -> httpx2.Timeout:
    """Seconds for each step of a request; `silence` is the longest time without a single byte."""
    return httpx2.Timeout(connect=limits.connect, read=silence, write=limits.silence, pool=limits.connect)


def trusted_certificates() -> ssl.SSLContext:
    """The certificates this computer trusts, and those of SSL_CERT_FILE where that can be read (a company's own)."""
    try:
        return httpx2.create_ssl_context(trust_env=True)
    except OSError:  # a file that is not there, or (ssl.SSLError) is no certificate
        return httpx2.create_ssl_context(trust_env=False)

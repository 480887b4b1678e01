"""The HTTP client under the SDK, and the gate that every request leaves and every response enters by.

The SDK reads environment variables of its own for headers, organisation, project and address (facts.md). So it is
given neither key nor freedom: the gate lets through the headers named here, adds the key for the one address it
belongs to, and looks at each response before the SDK does.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import httpx2

from parley.domain.errors import AppError, Cause
from parley.domain.redaction import redact

from .address import host_of

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

    from .proxies import Proxy
    from .traffic import Line

EVENT_STREAM = "text/event-stream"
WHOLE = "parley-whole"  # a header for the gate alone, which strips it: the answer is to come in one piece
MODEL_HEADER = "x-parley-model"  # from the client to the gate, URL-encoded; it goes no further
KEPT_CONNECTIONS = 4

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
        request.extensions = {**request.extensions, "model": unquote(request.headers.get(MODEL_HEADER, ""))}
        request.extensions[WHOLE] = WHOLE in request.headers
        kept = [(name, value) for name, value in request.headers.items() if name in _HEADERS]
        request.headers = httpx2.Headers([*kept, ("User-Agent", "Parley"), ("Accept-Encoding", "identity")])
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
        time = None if _is_whole(response) else 3 * limits.list
        return BoundedStream(body, limits.list_body, line=limits.list_body, time=time)

    def _check_kind(self, response: httpx2.Response, kind: str) -> None:
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind in content_type:
            return
        cause = Cause.CAPTIVE_PORTAL if "html" in content_type else Cause.NOT_AN_API
        raise AppError(cause, f"HTTP {response.status_code}, content type {content_type!r}", host=self._host)


def _is_answer(response: httpx2.Response) -> bool:
    """Whether a stream was asked for, and not the list of models nor a whole answer."""
    return response.request.method == "POST" and not _is_whole(response)


def _is_whole(response: httpx2.Response) -> bool:
    return response.request.extensions.get(WHOLE) is True


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


def http_client(gate: Gate, line: Line, limits: Limits) -> httpx2.AsyncClient:
    """The client over `line`. It follows no redirects and listens to no variable of the environment."""
    return httpx2.AsyncClient(
        transport=line,
        trust_env=False,
        follow_redirects=False,
        timeout=timeouts(limits, limits.silence),
        event_hooks={"request": [gate.on_request], "response": [gate.on_response]},
    )


def make_transport(address: str, proxy: Proxy | None) -> httpx2.AsyncBaseTransport:
    """What connects to the service at `address`: straight or through a proxy, trusting what this computer trusts.

    Raises AppError PROXY for a proxy that cannot be used.
    """
    certificates = trusted_certificates()
    try:
        return httpx2.AsyncHTTPTransport(
            verify=certificates,
            trust_env=False,
            proxy=None if proxy is None else _with_login(proxy, certificates),
            limits=httpx2.Limits(max_connections=20, max_keepalive_connections=KEPT_CONNECTIONS, keepalive_expiry=20),
        )
    except (ImportError, ValueError, httpx2.InvalidURL) as error:  # a scheme that nothing here speaks
        raise AppError(Cause.PROXY, redact(f"{type(error).__name__}: {error}"), host=host_of(address)) from None


def _with_login(proxy: Proxy, certificates: ssl.SSLContext) -> httpx2.Proxy:
    """Raises ValueError for what is no address, or a scheme that nothing here speaks."""
    login = (proxy.user, proxy.password) if proxy.user else None
    by_tls = certificates if proxy.url.startswith("https:") else None
    return httpx2.Proxy(proxy.url, ssl_context=by_tls, auth=login)


def timeouts(limits: Limits, silence: float) -> httpx2.Timeout:
    """Seconds for each step of a request; `silence` is the longest time without a single byte."""
    return httpx2.Timeout(connect=limits.connect, read=silence, write=limits.silence, pool=limits.connect)


def trusted_certificates() -> ssl.SSLContext:
    """The certificates this computer trusts, a company's own authority among them where it is installed.

    SSL_CERT_FILE and SSL_CERT_DIR have no say: whoever can set a variable could have someone else listen.
    """
    return httpx2.create_ssl_context(trust_env=False)

"""A real HTTP proxy (CONNECT) and a real SOCKS5 proxy on loopback, each on an asyncio loop in a thread of its own.

Whatever name a client asks for, they lead to the one address they were told, as a company's gateway leads out.
"""

from __future__ import annotations

import asyncio
import base64
import ipaddress
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import Queue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator
    from typing import Any

    Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]]


@dataclass(slots=True)
class Proxy:
    """`asked` is what clients wanted to reach, `heard` all that they said to the proxy itself."""

    target: int  # the port on loopback where every connection ends
    port: int = 0
    asked: list[str] = field(default_factory=list)
    heard: bytes = b""
    login: tuple[str, str] | None = None  # who is let through; None: everybody
    writers: list[asyncio.StreamWriter] = field(default_factory=list)

    async def serve_http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.heard += head
        method, where, _version = head.split(b"\r\n")[0].decode().split(" ")
        assert method == "CONNECT", "a plain request would show the proxy everything"
        if self.login is not None and not self._knows(head):
            writer.write(b'HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm="Firm"\r\n')
            writer.write(b"Content-Length: 0\r\n\r\n")
            writer.close()
            return
        self.asked.append(where)
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await self._join(reader, writer)

    def _knows(self, head: bytes) -> bool:
        """RFC 7617."""
        said = base64.b64encode(":".join(self.login or ()).encode())
        return b"proxy-authorization: basic " + said.lower() in head.lower() and said in head

    async def serve_socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """RFC 1928, and RFC 1929 where a login is wanted."""
        version, count = await reader.readexactly(2)
        assert version == 5
        method = 0 if self.login is None else 2
        if method not in await reader.readexactly(count):
            writer.write(b"\x05\xff")
            writer.close()
            return
        writer.write(bytes([5, method]))
        if self.login is not None and not await self._log_in(reader, writer, self.login):
            return
        version, command, _, kind = await reader.readexactly(4)
        assert (version, command) == (5, 1)
        host = await self._read_host(reader, kind)
        port = int.from_bytes(await reader.readexactly(2))
        self.asked.append(f"{host}:{port}")
        writer.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
        await self._join(reader, writer)

    async def _log_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, login: tuple[str, str]) -> bool:
        assert await reader.readexactly(1) == b"\x01"
        said = [await reader.readexactly((await reader.readexactly(1))[0]) for _ in login]
        self.heard += b" ".join(said)
        known = said == [part.encode() for part in login]
        writer.write(b"\x01\x00" if known else b"\x01\x01")
        if not known:
            writer.close()
        return known

    async def _read_host(self, reader: asyncio.StreamReader, kind: int) -> str:
        if kind == 3:  # a name, which the proxy looks up
            return (await reader.readexactly((await reader.readexactly(1))[0])).decode()
        return str(ipaddress.ip_address(await reader.readexactly(4 if kind == 1 else 16)))

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        out_reader, out_writer = await asyncio.open_connection("127.0.0.1", self.target)
        self.writers += [writer, out_writer]
        await asyncio.gather(_pump(reader, out_writer), _pump(out_reader, writer))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()


@contextmanager
def http_proxy(target: int, login: tuple[str, str] | None = None) -> Iterator[Proxy]:
    proxy = Proxy(target, login=login)
    with _running(proxy, proxy.serve_http):
        yield proxy


@contextmanager
def socks_proxy(target: int, login: tuple[str, str] | None = None) -> Iterator[Proxy]:
    proxy = Proxy(target, login=login)
    with _running(proxy, proxy.serve_socks):
        yield proxy


@contextmanager
def _running(proxy: Proxy, serve: Serve) -> Iterator[None]:
    ready: Queue[Callable[[], object]] = Queue()

    async def listen() -> None:
        ended = asyncio.Event()
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        proxy.port = server.sockets[0].getsockname()[1]
        loop = asyncio.get_running_loop()
        ready.put(lambda: loop.call_soon_threadsafe(ended.set))
        await ended.wait()
        server.close()
        for writer in proxy.writers:
            writer.transport.abort()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*rest, return_exceptions=True)

    thread = threading.Thread(target=lambda: asyncio.run(listen()))
    thread.start()
    end = ready.get(timeout=10)
    try:
        yield
    finally:
        end()
        thread.join()

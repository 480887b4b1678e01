"""A service with the shape of OpenAI's that does what services do wrong, in a process of its own.

`python tests/support/fault_server.py` prints one line of JSON with its ports and serves until its input is closed.
What is done wrong is chosen by the address: `http://127.0.0.1:PORT/MODE/v1` (and `/MODE/TOKEN/v1` for a caller who
wants counters and records of his own). Every request is recorded, with the moment its connection was closed.
Standard library only; certificates for the TLS modes are made with `cryptography` when `--tls` is given.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import ssl
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.support import fault_controls, fault_modes, fault_streams
from tests.support.fault_exchange import MODES, Exchange

HOST = "127.0.0.1"
__all__ = ["MODES", "fault_controls", "fault_modes", "fault_streams"]  # imported for the modes they put into MODES
CERTIFICATES = ("good", "by_name", "self_signed", "expired", "wrong_host")


@dataclass(slots=True)
class Record:
    """One request as it arrived. Times are `time.monotonic` in seconds, the same clock in every process here."""

    mode: str
    token: str
    method: str
    path: str  # what follows the mode, as in /v1/chat/completions
    headers: dict[str, str]
    body: object
    opened_at: float
    closed_at: float | None = None
    bytes_sent: int = 0


@dataclass(slots=True)
class Server:
    records: list[Record] = field(default_factory=list)
    counters: dict[str, int] = field(default_factory=dict)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer requests on one connection until either side closes it."""
        try:
            ahead: bytes | None = b""
            while ahead is not None:
                ahead = await self._serve_one(ahead, reader, writer)
        except (OSError, EOFError, asyncio.IncompleteReadError):
            pass  # the other side has gone, which is what many of the tests are about
        finally:
            writer.transport.abort() if writer.transport.is_closing() else writer.close()

    async def _serve_one(
        self, ahead: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes | None:
        """Answer one request, of which `ahead` was already read. None: no more; else what was read of the next."""
        head = (ahead + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        request_line, *lines = head.split("\r\n")
        method, target, _ = request_line.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if method == "CONNECT":
            await self._serve_proxy(target, headers, writer)
            return None
        mode, token, path = split_target(target)
        if mode == "_records":
            await self._serve_records(method, token, writer)
            return None
        record = Record(mode, token, method, path, headers, parse(body), time.monotonic())
        self.records.append(record)
        ahead = await self._act(record, reader, writer)
        return None if writer.is_closing() else ahead

    async def _serve_proxy(self, target: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        self.records.append(Record("_proxy", "", "CONNECT", target, headers, None, time.monotonic()))
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()

    async def _act(self, record: Record, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        key = f"{record.mode}/{record.token}"
        self.counters[key] = self.counters.get(key, 0) + 1
        exchange = Exchange(
            record.method, record.path, record.headers, record.body, self.counters[key], writer, record.token
        )
        watcher = asyncio.create_task(_closed(reader, record))
        mode = asyncio.create_task(MODES.get(record.mode, MODES["unknown_mode"])(exchange))
        try:
            await asyncio.wait({watcher, mode}, return_when=asyncio.FIRST_COMPLETED)
            if record.closed_at is not None:
                writer.transport.abort()
            else:
                await mode
        finally:
            mode.cancel()
            watcher.cancel()
            read, done = await asyncio.gather(watcher, mode, return_exceptions=True)
            if record.closed_at is None and isinstance(done, OSError):
                record.closed_at = time.monotonic()  # noticed by writing
            record.bytes_sent = exchange.bytes_sent
        return read if isinstance(read, bytes) else b""

    async def _serve_records(self, method: str, token: str, writer: asyncio.StreamWriter) -> None:
        chosen = [r for r in self.records if token in {"", r.mode, r.token}]
        if method == "DELETE":
            self.records = [r for r in self.records if r not in chosen]
            self.counters = {k: n for k, n in self.counters.items() if token and token not in k.split("/")}
        text = json.dumps([asdict(r) for r in chosen]).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n")
        writer.write(f"Content-Length: {len(text)}\r\n\r\n".encode() + text)
        await writer.drain()


async def _closed(reader: asyncio.StreamReader, record: Record) -> bytes:
    """Note the moment the other side closes. What it sends instead is the beginning of the next request."""
    try:
        data = await reader.read(1)
    except OSError:  # reset: closed with an answer still on its way
        data = b""
    if not data:
        record.closed_at = time.monotonic()
    return data


def split_target(target: str) -> tuple[str, str, str]:
    """Mode, token and the rest of `/mode/token/v1/…`, `/mode/v1/…` or (through a proxy) `http://host/mode/v1/…`."""
    parts = target.partition("?")[0].split("/")
    if target.startswith("http://"):
        parts = parts[2:]
    mode = parts[1] if len(parts) > 1 else ""
    if mode == "_records":
        return mode, parts[2] if len(parts) > 2 else "", ""
    start = parts.index("v1") if "v1" in parts else 2
    return mode, "/".join(parts[2:start]), "/" + "/".join(parts[start:])


def parse(body: bytes) -> object:
    try:
        return json.loads(body) if body else None
    except ValueError:
        return body.decode("utf-8", "replace")


async def main(arguments: argparse.Namespace) -> None:
    server = Server()
    listeners = {"http": await asyncio.start_server(server.serve, HOST, arguments.port, limit=2**24)}
    info: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        if arguments.tls:
            from tests.support.certificates import make_certificates  # only here: it needs cryptography

            make_certificates(Path(folder))
            info["ca_file"] = f"{folder}/ca.pem"
            for name in CERTIFICATES:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(f"{folder}/{name}.pem")
                listeners[name] = await asyncio.start_server(server.serve, HOST, 0, ssl=context)
        info |= {name: listener.sockets[0].getsockname()[1] for name, listener in listeners.items()}
        print(json.dumps(info), flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)  # ends with whoever started it
    for listener in listeners.values():
        listener.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="A service that does what services do wrong.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", action="store_true")
    asyncio.run(main(parser.parse_args()))

"""Fetches one picture that the person asked to see. Never called because an answer names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from parley.domain.errors import AppError, Cause
from parley.domain.network import Network

from .desktop_proxy import DesktopProxies
from .gate import make_transport
from .proxies import proxy_for
from .traffic import Line

if TYPE_CHECKING:
    from .traffic import Record

LARGEST = 10 * 2**20  # bytes
TIMEOUT = 20.0  # seconds without a byte


async def fetch_picture(
    address: str,
    network: Network | None = None,
    record: Record | None = None,
    desktop: DesktopProxies | None = None,
) -> bytes:
    """The bytes at `address`. No key, no cookie and no referrer go along. Raises AppError.

    Only https, only what calls itself an image, and no redirects: the person agreed to the host they were shown.
    """
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL as error:
        raise AppError(Cause.FILE_UNREADABLE, str(error), path=address) from error
    host = url.host or address
    if url.scheme != "https":
        raise AppError(Cause.INSECURE_ADDRESS, host=host)
    proxy = await proxy_for(address, network or Network(), desktop or DesktopProxies())
    line = Line(lambda: make_transport(address, proxy), record)
    try:
        async with (
            httpx2.AsyncClient(transport=line, trust_env=False, timeout=TIMEOUT, follow_redirects=False) as client,
            client.stream("GET", url, headers={"accept": "image/*"}) as answer,
        ):
            if answer.status_code != httpx2.codes.OK:
                raise AppError(Cause.FILE_UNREADABLE, f"HTTP {answer.status_code}", path=host)
            if not answer.headers.get("content-type", "").startswith("image/"):
                raise AppError(Cause.FILE_KIND, answer.headers.get("content-type", ""), path=host)
            return await _read(answer, host)
    except httpx2.HTTPError as error:
        raise AppError(Cause.FILE_UNREADABLE, str(error), path=host) from error


async def _read(answer: httpx2.Response, host: str) -> bytes:
    data = bytearray()
    async for piece in answer.aiter_bytes():
        data += piece
        if len(data) > LARGEST:
            raise AppError(Cause.FILE_TOO_LARGE, path=host, limit=f"{LARGEST // 2**20} MB")
    return bytes(data)

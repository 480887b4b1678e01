"""Which proxy a request goes through: none, the one the person named, or what the system says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from parley.domain.errors import AppError, Cause
from parley.domain.network import ProxyKind, proxy_url

from .address import host_of, is_local

if TYPE_CHECKING:
    from parley.domain.network import Network


def proxy_for(address: str, network: Network) -> str | None:
    """The URL of the proxy for a service at `address`. Raises AppError PROXY for one that cannot be used.

    Between Parley and this computer itself there is never one.
    """
    if is_local(address) or network.proxy is ProxyKind.NONE:
        return None
    if network.proxy is ProxyKind.MANUAL:
        url = proxy_url(network.proxy_address)
        if url is None:
            raise AppError(Cause.PROXY, "the address of the proxy is none", host=host_of(address))
        return url
    return _system_proxy(address)


def shown_proxy(address: str, network: Network) -> str:
    """The proxy as a person is shown it, without the password the system may know; "" when there is none."""
    try:
        url = proxy_for(address, network)
    except AppError:
        return ""
    return host_of(url) if url else ""


def _system_proxy(address: str) -> str | None:
    """From HTTPS_PROXY and the like, else (on Windows and macOS) from the system's own settings."""
    parts = urlsplit(address)
    if proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    if found:
        return found if "://" in found else f"http://{found}"
    socks = proxies.get("socks")
    return f"socks5://{socks.rpartition('://')[2]}" if socks else None

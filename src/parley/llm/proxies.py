"""Which proxy a request goes through: none, the one the person named, or what the system says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from parley.domain.errors import AppError, Cause
from parley.domain.network import ProxyKind, proxy_url

from .address import host_of, is_local

if TYPE_CHECKING:
    from parley.domain.network import Network

    from .desktop_proxy import DesktopProxies


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy and how to log in there. `url` may hold a name and a password where the environment has them."""

    url: str = field(repr=False)
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """As a person is shown it and could type it, without a name or a password."""
        host, scheme = host_of(self.url), urlsplit(self.url).scheme
        return host if scheme == "http" else f"{scheme}://{host}"


async def proxy_for(address: str, network: Network, desktop: DesktopProxies) -> Proxy | None:
    """The proxy for a service at `address`. Raises AppError PROXY for one that cannot be used.

    Between Parley and this computer itself there is never one.
    """
    if is_local(address) or network.proxy is ProxyKind.NONE:
        return None
    if network.proxy is ProxyKind.MANUAL:
        url = proxy_url(network.proxy_address)
        if url is None:
            raise AppError(Cause.PROXY, "the address of the proxy is none", host=host_of(address))
        return Proxy(url, network.proxy_user, network.proxy_password)
    url = await _system_proxy(address, desktop)
    return Proxy(url) if url else None


async def _system_proxy(address: str, desktop: DesktopProxies) -> str | None:
    """From HTTPS_PROXY and the like, else from what the person set in the system: `getproxies` knows of that on
    Windows (registry) and macOS (SystemConfiguration), the desktop elsewhere."""
    parts = urlsplit(address)
    if proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    if found:
        return found if "://" in found else f"http://{found}"
    socks = proxies.get("socks")
    if socks:
        return f"socks5://{socks.rpartition('://')[2]}"
    return await desktop.find(address)

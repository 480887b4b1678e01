"""How Parley gets to a service: straight, or through a proxy, and how long it waits for a model that thinks first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from .settings import PROXY, PROXY_ADDRESS, THINKING_MINUTES, Settings

PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


class ProxyKind(StrEnum):
    """Where the proxy is named. The values are stored."""

    SYSTEM = "system"  # by the system, or by HTTPS_PROXY and the like
    NONE = "none"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Network:
    """The part of the settings that every connection needs. `patience` is in seconds without a word."""

    proxy: ProxyKind = ProxyKind.SYSTEM
    proxy_address: str = ""  # of a proxy that the person named
    patience: int = 600


@dataclass(frozen=True, slots=True)
class NetworkReport:
    """What Settings says of the way to the service: the proxy in use, and the variables that nobody listens to."""

    proxy: str = ""  # none: the way is straight
    ignored: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()


def network_of(settings: Settings) -> Network:
    return Network(ProxyKind(settings[PROXY]), settings[PROXY_ADDRESS], settings[THINKING_MINUTES] * 60)


def proxy_url(text: str) -> str | None:
    """`text`, as a person writes the address of a proxy, as a URL; None when it is none.

    A name and a password have no place in it: it is kept in a file.
    """
    text = text.strip()
    address = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    clean = address.isascii() and address.isprintable() and " " not in address
    bare = parts.path in ("", "/") and not (parts.query or parts.fragment) and parts.username is None
    if not (clean and bare and host and port) or parts.scheme not in PROXY_SCHEMES:
        return None
    return f"{parts.scheme}://{parts.netloc}"

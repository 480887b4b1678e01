"""How Parley gets to a service: straight, or through a proxy, and how long it waits for a model that thinks first."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from .settings import PROXY, PROXY_ADDRESS, PROXY_USER, THINKING_MINUTES, Settings

if TYPE_CHECKING:
    from .errors import Failure

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
    proxy_user: str = ""
    proxy_password: str = field(default="", repr=False)  # out of the keyring


@dataclass(frozen=True, slots=True)
class NetworkReport:
    """What Settings says of the way to the service: the proxy in use, and the variables that nobody listens to."""

    proxy: str = ""  # none: the way is straight
    ignored: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    password_place: str = ""  # the keyring that holds the proxy's password; none: there is no password
    password_problem: Failure | None = None  # why it is in memory only, or out of reach


def network_of(settings: Settings) -> Network:
    """All but the password, which is in no settings."""
    patience = settings[THINKING_MINUTES] * 60
    return Network(ProxyKind(settings[PROXY]), settings[PROXY_ADDRESS], patience, settings[PROXY_USER])


def proxy_login(address: str, user: str) -> str | None:
    """Under which name the keyring has the password of `user` at the proxy; None where none can be meant."""
    url = proxy_url(address)
    return f"{url}/{quote(user, safe='')}" if url and user else None


def proxy_url(text: str) -> str | None:
    """`text`, as a person writes the address of a proxy, as a URL; None when it is none.

    A name and a password have no place in it: they have fields of their own, and this is kept in a file.
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

"""The variables of the environment that other programs listen to and Parley does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

_SDK = "OPENAI_"
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SOCKS_PROXY")


def take_away(environment: MutableMapping[str, str]) -> tuple[str, ...]:
    """Remove what the client of OpenAI would listen to, among it what makes it log, before it is imported.

    Returns the names. The programs Parley starts do not get them either.
    """
    names = tuple(sorted(name for name in environment if name.upper().startswith(_SDK)))
    for name in names:
        del environment[name]
    return names


def certificate_variables(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The names of those that would have Parley trust somebody else: never heard."""
    return tuple(name for name in _CERTIFICATES if name in environment)


def proxy_variables(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The names of those that lead through a proxy: heard when the setting says "As the system"."""
    return tuple(sorted(name for name, value in environment.items() if name.upper() in _PROXIES and value))

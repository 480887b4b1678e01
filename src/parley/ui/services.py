"""Which service the settings name."""

from __future__ import annotations

from urllib.parse import urlsplit

from parley.domain.request import OPENAI, Service

PRACTICE = Service("practice", "practice model", needs_key=False, local=True)


def service_for(kind: str, address: str) -> Service | None:
    """The service for the two settings that name it."""
    if kind == "openai":
        return OPENAI
    if kind == "practice":
        return PRACTICE
    if kind == "other":
        return Service(address, _host(address), needs_key=False)
    return None


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:  # no address at all; whoever connects to it says so
        return address

"""Which service addresses may be used. A key goes out over https, or stays on this computer."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from parley.domain.errors import AppError, Cause

_AT_HOME = (".local", ".lan", ".home.arpa")  # endings of names that a network at home gives


def complete_address(typed: str, *, has_key: bool) -> str:
    """`typed` with the scheme that was left out: http where nothing secret travels far, else https.

    What is no address stays as it is, for `check_address` to refuse.
    """
    try:
        parts = urlsplit(f"//{typed}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return typed
    if "://" in typed or not host or any(character.isspace() for character in typed):
        return typed
    if is_loopback(host) or (port and not has_key and _is_near(host)):
        return f"http://{typed}"
    return f"https://{typed}" if port or "." in host else typed


def check_address(address: str, *, has_key: bool) -> str:
    """`address` without the slashes at its end. Raises AppError BAD_ADDRESS or, where a key is, INSECURE_ADDRESS."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port  # asking for the port checks it
    except ValueError:
        raise AppError(Cause.BAD_ADDRESS, host=address) from None
    spaces = any(character.isspace() or not character.isprintable() for character in address)
    if parts.scheme not in {"http", "https"} or not host or spaces or parts.username is not None:
        raise AppError(Cause.BAD_ADDRESS, host=host or address)
    if parts.query or parts.fragment:
        raise AppError(Cause.BAD_ADDRESS, host=host)
    if parts.scheme == "http" and has_key and not is_loopback(host):
        raise AppError(Cause.INSECURE_ADDRESS, host=host)
    return address.rstrip("/")


def host_of(address: str) -> str:
    """The host as a person would name it, with the port where one is given."""
    return urlsplit(address).netloc.rpartition("@")[2]


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer by its very name: nothing is looked up."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_near(host: str) -> bool:
    """Whether `host` is in the same building by its very name."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(_AT_HOME)


def is_local(address: str) -> bool:
    """Whether requests to `address` stay on this computer."""
    return is_loopback(urlsplit(address).hostname or "")

"""The proxy in GNOME's settings (the schema org.gnome.system.proxy), for a desktop without a portal to ask.

A script (PAC) that is named there is not run: that takes the portal.
"""

from __future__ import annotations

import ast
import ipaddress
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCHEMA = "org.gnome.system.proxy"
_TIME = 2.0  # seconds
_DIRECT = ("direct://",)
# By what is asked for: where its proxy is set, and what kind of proxy that is. SOCKS comes last, for everything.
_PLACES = {"https": (("https", "http"), ("socks", "socks5")), "http": (("http", "http"), ("socks", "socks5"))}


def ask_gnome(address: str) -> tuple[str, ...] | None:
    """The proxies for `address`, the best first. None when GNOME's settings are not there. Blocks for up to 2 s."""
    values = _read()
    return None if values is None else proxies_in(values, address)


def proxies_in(values: Mapping[str, object], address: str) -> tuple[str, ...]:
    """The same from `values`, as "mode" and "http host" name them."""
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    if values.get("mode") != "manual" or _is_ignored(host, values.get("ignore-hosts")):
        return _DIRECT
    found = []
    for place, kind in _PLACES.get(parts.scheme, ()):
        name, port = values.get(f"{place} host"), values.get(f"{place} port")
        if isinstance(name, str) and name and isinstance(port, int) and port:
            found.append(f"{kind}://{f'[{name}]' if ':' in name else name}:{port}")
    return tuple(found) or _DIRECT


def _read() -> dict[str, object] | None:
    program = shutil.which("gsettings")
    if program is None:
        return None
    try:
        said = subprocess.run(  # noqa: S603 - a program of the system, with no word from outside
            [program, "list-recursively", _SCHEMA],
            capture_output=True,
            check=True,
            encoding="utf-8",
            timeout=_TIME,
            env=_environment(),
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return parse_settings(said.stdout)


def parse_settings(text: str) -> dict[str, object]:
    """The values in what `gsettings list-recursively` prints, by the name after the schema's. What is odd is left out.

    A line is "org.gnome.system.proxy.http port 8080", the value as GVariant writes it.
    """
    values: dict[str, object] = {}
    for line in text.splitlines():
        schema, _, rest = line.partition(" ")
        key, _, value = rest.partition(" ")
        child = schema.removeprefix(_SCHEMA).lstrip(".")
        try:
            read: object = ast.literal_eval(value.removeprefix("@as "))
        except (ValueError, SyntaxError):  # true and false, which nobody asks for
            continue
        values[f"{child} {key}".strip()] = read
    return values


def _is_ignored(host: str, patterns: object) -> bool:
    """Whether `host` is among the hosts that are asked straight: names, ends of names, addresses and networks."""
    if not isinstance(patterns, list):
        return False
    return any(_matches(host, pattern.strip().lower()) for pattern in patterns if isinstance(pattern, str))


def _matches(host: str, pattern: str) -> bool:
    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(pattern, strict=False)
    except ValueError:
        end = pattern.removeprefix("*").lstrip(".")
        return pattern == "*" or (bool(end) and (host == end or host.endswith(f".{end}")))


def _environment() -> dict[str, str]:
    """Not the frozen program's own libraries (facts.md, PyInstaller)."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment.pop("LD_LIBRARY_PATH", None)
        if original := environment.pop("LD_LIBRARY_PATH_ORIG", ""):
            environment["LD_LIBRARY_PATH"] = original
    return environment

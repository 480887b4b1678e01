"""Nothing that holds a key shows it when it is printed."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from typing import TYPE_CHECKING

import parley

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET_NAMES = {"key", "keys", "api_key", "secret", "secrets", "password", "proxy_password", "token"}
# What is called a key and is the name of something.
NAMES = {"Setting.key", "ExportFormat.key", "ImportFormat.key", "CodeForm.key"}


def dataclasses_of_parley() -> Iterator[type]:
    for found in pkgutil.walk_packages(parley.__path__, "parley."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for value in vars(module).values():
            if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == found.name:
                yield value


def test_no_value_shows_the_key_in_it() -> None:
    shown = {
        f"{kind.__name__}.{field.name}: {field.type}"
        for kind in dataclasses_of_parley()
        for field in dataclasses.fields(kind)
        if field.name in SECRET_NAMES and field.repr and "str" in str(field.type)
    }
    assert {name for name in shown if name.partition(":")[0] not in NAMES} == set()


def test_the_search_sees_what_holds_keys() -> None:
    names = {kind.__name__ for kind in dataclasses_of_parley()}
    assert {"Where", "Setting", "KeyState", "Network", "Proxy"} <= names

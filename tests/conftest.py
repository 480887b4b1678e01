"""What all tests share: nothing of the person's own is touched, and nothing is logged unexpectedly.

`build/test.py` offers a desktop without a desktop: a virtual screen, and a D-Bus session with a real, unlocked
gnome-keyring in an empty home. Tests that need one take `screen` or `real_keyring` and are skipped without it.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DESKTOP_DISPLAY = "PARLEY_TEST_DISPLAY"
DESKTOP_KEYRING = "PARLEY_TEST_KEYRING"

OPENAI_VARIABLES = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_CUSTOM_HEADERS")


@pytest.fixture(autouse=True)
def own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Point everything that belongs to the person (folders, key, keyring) at nothing or at this test's own folder."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    for name in OPENAI_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    if not {"real_keyring", "screen"} & set(request.fixturenames):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which Parley logs a warning or worse, unless it is marked `logs`. Qt's own: pyproject.toml."""
    yield
    if request.node.get_closest_marker("logs") is None:
        records = [*caplog.get_records("setup"), *caplog.get_records("call")]
        bad = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
        assert not bad, f"unexpected log messages: {bad}"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """An empty place for `--data-dir`; it does not exist yet, as on a first start."""
    return tmp_path / "data"


@pytest.fixture
def real_keyring() -> None:
    """The real Secret Service that build/test.py runs."""
    if DESKTOP_KEYRING not in os.environ:
        pytest.skip("needs the keyring that build/test.py starts")


@pytest.fixture
def screen() -> dict[str, str]:
    """The environment for a program that shall open real windows on the virtual screen, with assistive technology."""
    display = os.environ.get(DESKTOP_DISPLAY)
    if display is None:
        pytest.skip("needs the virtual screen that build/test.py starts")
    environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    return environment | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

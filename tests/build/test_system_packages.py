"""On Debian and Ubuntu the system packages are installed, or the person is told exactly how to."""

from __future__ import annotations

import subprocess
import sys

import pytest

import system_packages
import virtual_screen

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Debian and Ubuntu")


@on_linux
def test_without_rights_the_exact_command_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: None if name == "sudo" else f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages, "_missing", list)

    with pytest.raises(SystemExit) as ended:
        system_packages.ensure(("libegl1", "libxcb-cursor0"))

    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "as root" in said
    assert "\n    apt-get update && apt-get install -y --no-install-recommends libegl1 libxcb-cursor0\n" in said


@on_linux
def test_nothing_is_asked_for_when_all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages, "_missing", lambda _packages: [])
    monkeypatch.setattr(system_packages, "_install", lambda _missing: pytest.fail("nothing was missing"))
    system_packages.ensure(("libegl1",))


@pytest.mark.parametrize(
    ("variables", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_knows_whether_there_is_a_screen(variables: dict[str, str], platform: str, expected: bool) -> None:
    assert virtual_screen.has_screen(variables, platform) is expected


@on_linux
def test_virtual_screen_is_there_for_as_long_as_the_block(screen: dict[str, str]) -> None:
    with virtual_screen.virtual_screen() as display:
        assert display != screen["DISPLAY"]
        assert _answers(screen | {"DISPLAY": display})
    assert not _answers(screen | {"DISPLAY": display})


def _answers(variables: dict[str, str]) -> bool:
    return subprocess.run(["xdpyinfo"], env=variables, capture_output=True, check=False).returncode == 0

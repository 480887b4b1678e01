"""A desktop of its own, a service that can be told what to do, and Parley started on both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from tests.end_to_end.driver import Program, Screen, missing_tools
from tests.support.fixtures import fault_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["fault_server"]


class Start(Protocol):
    """Starts Parley. `variables` are set over those of the desktop."""

    def __call__(self, data: Path | None = None, variables: Mapping[str, str] | None = None) -> Program: ...


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """A virtual screen with a D-Bus session, an unlocked gnome-keyring and AT-SPI."""
    if why := missing_tools():
        pytest.skip(why)
    from desktop import desktop  # build/desktop.py; Linux only

    with desktop() as variables:
        screen = Screen(variables)
        yield screen
        screen.close()


@pytest.fixture
def start(screen: Screen, tmp_path: Path) -> Iterator[Start]:
    """Starts Parley as often as a test wants. In the end none is left, and none has said anything on the terminal."""
    started: list[Program] = []

    def make(data: Path | None = None, variables: Mapping[str, str] | None = None) -> Program:
        program = Program(screen, data or tmp_path / "data", tmp_path / f"output-{len(started)}.txt", variables or {})
        started.append(program)
        program.start()
        return program

    yield make
    for program in started:
        if program.process.poll() is None:
            program.kill()
    assert [program.output() for program in started if program.output()] == []

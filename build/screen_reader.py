"""Works a running program by the accessible names of its parts, as a person with a screen reader does."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Self

AGENT = Path(__file__).with_name("screen_reader_agent.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's python3-gi serves Debian's own Python alone."""


class ScreenReader:
    """The program with process id `pid`, on the desktop that `variables` belong to.

    Each method waits up to `seconds` for its part to appear and raises AssertionError, with what is on the screen, when
    it does not.
    """

    def __init__(self, pid: int, variables: Mapping[str, str]) -> None:
        command = [SYSTEM_PYTHON, str(AGENT), str(pid)]
        pipe = subprocess.PIPE
        self._agent = subprocess.Popen(command, env=variables, stdin=pipe, stdout=pipe, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._agent.terminate()
        self._agent.communicate()

    def press(self, name: str, *, seconds: float = 10) -> None:
        """Press the button of this name."""
        self._ask("press", seconds, name=name)

    def write(self, name: str, text: str, *, seconds: float = 10) -> None:
        """Replace what stands in the field of this name."""
        self._ask("write", seconds, name=name, text=text)

    def read(self, name: str, *, until: str = "", seconds: float = 10) -> str:
        """All text under the part of this name, once it holds `until`."""
        return str(self._ask("read", seconds, name=name, until=until))

    def wait_gone(self, name: str, *, seconds: float = 10) -> None:
        """Wait until nothing of this name is showing."""
        self._ask("gone", seconds, name=name)

    def tree(self) -> Iterator[str]:
        """What is showing, a line for each part."""
        lines = self._exchange({"do": "tree", "seconds": 1})["answer"]
        assert isinstance(lines, list)  # noqa: S101 - told to the type checker; the agent's own words
        yield from lines

    def _ask(self, action: str, seconds: float, **values: str) -> object:
        answer = self._exchange({"do": action, "seconds": seconds, "with": values})
        if "failed" in answer:
            raise AssertionError(f"{answer['failed']}\nOn the screen:\n" + "\n".join(self.tree()))
        return answer["answer"]

    def _exchange(self, request: dict[str, object]) -> dict[str, object]:
        assert self._agent.stdin is not None  # noqa: S101 - told to the type checker; a pipe was asked for
        assert self._agent.stdout is not None  # noqa: S101 - the same
        self._agent.stdin.write(json.dumps(request) + "\n")
        self._agent.stdin.flush()
        answer: dict[str, object] = json.loads(self._agent.stdout.readline())
        return answer

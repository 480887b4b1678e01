"""Reads and works a program through AT-SPI, as a screen reader does. Runs under Debian's own Python (python3-gi).

Started by screen_reader.py: one request in JSON a line on standard input, one answer a line on standard output.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

gi: Any = importlib.import_module("gi")  # a system package: no other Python has it
gi.require_version("Atspi", "2.0")
Atspi: Any = importlib.import_module("gi.repository.Atspi")
GLib: Any = importlib.import_module("gi.repository.GLib")

MANAGED_CHILDREN = 400
"""Children read of one node; a list of thousands is not walked through."""


class Agent:
    """The program with this process id."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def answer(self, request: dict[str, Any]) -> object:
        """Do what is asked, trying again until it succeeds or `seconds` have passed. Raises LookupError."""
        deadline = time.monotonic() + request.get("seconds", 10)
        action = getattr(self, request["do"])
        while True:
            try:
                return action(**request.get("with", {}))
            except (LookupError, GLib.Error) as error:
                if time.monotonic() > deadline:
                    raise LookupError(str(error)) from error
            time.sleep(0.05)

    def press(self, name: str) -> None:
        """Press a button, or whatever else has an action."""
        node = self._find(name, lambda node: node.get_n_actions() > 0 and _has(node, "ENABLED"))
        if not node.do_action(0):
            raise LookupError(f"{name!r} cannot be pressed")

    def write(self, name: str, text: str) -> None:
        """Replace what stands in a field."""
        node = self._find(name, lambda node: "EditableText" in node.get_interfaces() and _has(node, "EDITABLE"))
        if not Atspi.EditableText.set_text_contents(node, text):
            raise LookupError(f"{name!r} cannot be written in")

    def read(self, name: str, until: str = "") -> str:
        """Everything under the node of this name, which must hold `until`."""
        text = "\n".join(_words(self._find(name, lambda _node: True)))
        if until not in text:
            raise LookupError(f"{until!r} is not in {name!r}, which reads:\n{text}")
        return text

    def gone(self, name: str) -> None:
        """Nothing of this name is on the screen."""
        if any(node.get_name() == name and _has(node, "SHOWING") for node in self._nodes()):
            raise LookupError(f"{name!r} is still there")

    def tree(self) -> list[str]:
        """Every node that is showing, for a person who looks why something was not found."""
        return [f"{node.get_role_name()}: {node.get_name()!r}" for node in self._nodes() if _has(node, "SHOWING")]

    def _find(self, name: str, fits: Any) -> Any:
        for node in self._nodes():
            if node.get_name() == name and _has(node, "SHOWING") and fits(node):
                return node
        raise LookupError(f"nothing named {name!r} is showing")

    def _nodes(self) -> Iterator[Any]:
        desktop = Atspi.get_desktop(0)
        for application in _children(desktop):
            if application.get_process_id() == self._pid:
                yield from _descendants(application)


def _children(node: Any) -> Iterator[Any]:
    for index in range(min(node.get_child_count(), MANAGED_CHILDREN)):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def _descendants(node: Any) -> Iterator[Any]:
    yield node
    for child in _children(node):
        yield from _descendants(child)


def _has(node: Any, state: str) -> bool:
    return bool(node.get_state_set().contains(getattr(Atspi.StateType, state)))


def _words(node: Any) -> Iterator[str]:
    for child in _descendants(node):
        text = Atspi.Text.get_text(child, 0, -1) if "Text" in child.get_interfaces() else child.get_name()
        if text.strip():
            yield text


def main() -> None:
    agent = Agent(int(sys.argv[1]))
    for line in sys.stdin:
        try:
            answer = {"answer": agent.answer(json.loads(line))}
        except LookupError as error:
            answer = {"failed": str(error.args[0])}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

"""Uses Parley as a person does: by the names that assistive technology reads, and by the keyboard.

Every step waits until what it needs is there, so a test needs no pauses of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

AGENT = Path(__file__).with_name("accessibility_agent.py")
ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 30.0  # seconds: a machine under load must not fail a test
TICK = 0.05


class GaveUpError(AssertionError):
    """What was waited for did not come."""


def missing_tools() -> str:
    """Why a window cannot be driven here; empty when it can."""
    for tool in ("Xvfb", "xdotool", "dbus-daemon", "gnome-keyring-daemon"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    asks = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(asks, capture_output=True, check=False).returncode:
        return "the system's Python has no AT-SPI bindings (python3-gi, gir1.2-atspi-2.0)"
    return ""


def wait_for(condition: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """The first true value of `condition`. Raises GaveUpError after `patience` seconds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(TICK)
    raise GaveUpError(f"waited {patience:.0f} s in vain for {what}")


@dataclass
class Screen:
    """One desktop, and the agent that sees it."""

    variables: Mapping[str, str]
    agent: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        # The tests' own interpreter must not leak into the system's.
        clean = {name: value for name, value in self.variables.items() if not name.startswith("PYTHON")}
        self.agent = subprocess.Popen(
            [SYSTEM_PYTHON, "-W", "ignore::DeprecationWarning", str(AGENT)],
            env=clean,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, **request: Any) -> tuple[bool, Any]:
        assert self.agent.stdin is not None
        assert self.agent.stdout is not None
        self.agent.stdin.write(json.dumps(request) + "\n")
        self.agent.stdin.flush()
        answer = json.loads(self.agent.stdout.readline())
        return answer["ok"], answer.get("value", answer.get("error"))

    def without_session_bus(self) -> dict[str, str]:
        """What to set so that a program finds no session bus, hence no keyring, but is still seen by the agent."""
        ok, address = self.ask(do="bus_address")
        assert ok, address
        return {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "AT_SPI_BUS_ADDRESS": address}

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=dict(self.variables), capture_output=True, text=True, check=False
        )
        return done.stdout

    def focus_window(self, title: str) -> None:
        """Give the keys to the window with this title, as a click on it does."""
        window = wait_for(lambda: self.xdotool("search", "--onlyvisible", "--name", title).split(), f"window {title!r}")
        self.xdotool("windowraise", window[0], "windowfocus", "--sync", window[0])

    def focused_window(self) -> str:
        return self.xdotool("getwindowfocus", "getwindowname").strip()

    def window_count(self) -> int:
        return len(self.xdotool("search", "--onlyvisible", "--maxdepth", "1", "--class", ".").split())

    def shot(self, path: Path) -> None:
        """A picture of the whole screen, where ImageMagick's import is installed."""
        if tool := shutil.which("import"):
            subprocess.run([tool, "-window", "root", str(path)], env=dict(self.variables), check=False)

    def close(self) -> None:
        self.agent.terminate()
        self.agent.communicate()


@dataclass
class Program:
    """One running Parley."""

    screen: Screen
    data: Path
    log: Path
    variables: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] = field(init=False)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()

    def start(self) -> None:
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "parley", "--data-dir", str(self.data), *self.arguments],
                env={**self.screen.variables, "PYTHONPATH": str(ROOT / "src"), **self.variables},
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.log.parent,
                start_new_session=True,
            )

    # What a person sees.

    def sees(self, name: str, role: str = "") -> bool:
        """Whether something of that name is on the screen now."""
        return self._ask("states", name=name, role=role)[0]

    def wait_to_see(self, name: str, role: str = "", patience: float = PATIENCE) -> None:
        self._wait(lambda: self.sees(name, role), f"{role or 'something'} called {name!r}", patience)

    def wait_until_gone(self, name: str, role: str = "") -> None:
        self._wait(lambda: not self.sees(name, role), f"{name!r} to go away")

    def can_use(self, name: str, role: str = "") -> bool:
        ok, states = self._ask("states", name=name, role=role)
        return ok and "enabled" in states

    def wait_to_use(self, name: str, role: str = "") -> None:
        self._wait(lambda: self.can_use(name, role), f"{name!r} to be usable")

    def text_of(self, name: str, role: str = "") -> str:
        """The text of the thing of that name and of everything in it."""
        ok, text = self._ask("read_all", name=name, role=role)
        return str(text) if ok else ""

    def wait_for_text(self, text: str, within: str = "Transcript", patience: float = PATIENCE) -> None:
        self._wait(lambda: text in self.text_of(within), f"{text!r} in {within!r}", patience)

    def names(self, role: str) -> list[str]:
        ok, found = self._ask("named", role=role)
        return list(found) if ok else []

    def tree(self) -> str:
        ok, rows = self._ask("tree")
        return "\n".join(rows) if ok else str(rows)

    # What a person does.

    def press(self, name: str, role: str = "") -> None:
        self._wait(lambda: self._ask("press", name=name, role=role)[0], f"{name!r} to press")

    def choose(self, button: str, *letters: str) -> None:
        """Open the menu of a button and go through it by the first letters of its lines.

        Qt does not show its menus to assistive technology until the keys are in them.
        """
        expected = self.screen.window_count()
        self.press(button)
        for letter in letters:
            expected += 1
            wait_for(partial(self._has_windows, expected), f"the menu of {button!r}")
            self.key(letter)

    def _has_windows(self, count: int) -> bool:
        return self.screen.window_count() >= count

    def click(self, name: str, role: str = "", button: int = 1) -> None:
        """Press the mouse in the middle of the thing of that name."""
        x, y = self._wait(lambda: self._value("place", name=name, role=role), f"{name!r} to click")
        self.screen.xdotool("mousemove", str(x), str(y), "click", str(button))

    def type_into(self, name: str, text: str, role: str = "") -> None:
        """Click into a field and type, key by key."""
        self.click(name, role)
        self._wait(lambda: "focused" in (self._value("states", name=name, role=role) or ()), f"{name!r} to take keys")
        self.type(text)

    def type(self, text: str) -> None:
        self.screen.xdotool("type", "--delay", "5", text)

    def key(self, *keys: str) -> None:
        """Press keys as xdotool names them: Return, ctrl+f."""
        self.screen.xdotool("key", *keys)

    # How it ends.

    def close(self, patience: float = PATIENCE) -> int:
        """Close the window as its frame does, and give the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait(patience)

    def wait(self, patience: float = PATIENCE) -> int:
        return self.process.wait(patience)

    def kill(self) -> None:
        """kill -9, of this one process only."""
        self.process.kill()
        self.process.wait()

    def children(self) -> list[int]:
        """The process ids of everything it started."""
        return descendants(self.process.pid)

    def output(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _ask(self, do: str, **request: Any) -> tuple[bool, Any]:
        return self.screen.ask(do=do, pid=self.process.pid, **request)

    def _value(self, do: str, **request: Any) -> Any:
        ok, value = self._ask(do, **request)
        return value if ok else None

    def _wait(self, condition: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
        def or_ended() -> Any:
            return condition() or self.process.poll() is not None

        value = wait_for_or_tree(self, or_ended, what, patience)
        if value is True and self.process.poll() is not None:
            raise GaveUpError(f"Parley ended ({self.process.returncode}) before {what}:\n{self.output()}")
        return value


def wait_for_or_tree(program: Program, condition: Callable[[], Any], what: str, patience: float) -> Any:
    """`wait_for`, and what was on the screen instead if it fails."""
    try:
        return wait_for(condition, what, patience)
    except GaveUpError as error:
        if folder := os.environ.get("PARLEY_TEST_SHOTS"):
            program.screen.shot(Path(folder) / f"gave-up-{time.time():.0f}.png")
        raise GaveUpError(f"{error}\n{program.tree()}\n{program.output()}") from None


def descendants(pid: int) -> list[int]:
    """The processes that `pid` started, and those that they started."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        if fields[0] != "Z":
            parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found: list[int] = []
    waiting = [pid]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def is_running(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"

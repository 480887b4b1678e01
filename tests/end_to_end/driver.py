"""Uses Parley as a person does: by the names that assistive technology reads, and by the keyboard.

Every step waits until what it needs is there, so a test needs no pauses of its own.
"""

from __future__ import annotations

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

from tests.bench.screen_watch import ScreenWatch
from tests.end_to_end.accessibility import Accessibility, Node, NotThereError, bus_address
from tests.support.processes import descendants

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parents[2]
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 30.0  # seconds: a machine under load must not fail a test
TICK = 0.05


class GaveUpError(AssertionError):
    """What was waited for did not come."""


def missing_tools() -> str:
    """Why a window cannot be driven here; empty when it can."""
    for tool in ("Xvfb", "xdotool", "dbus-daemon", "gnome-keyring-daemon"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        return "at-spi2-core is not installed"
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
    """One desktop, and the bus on which its programs say what they show."""

    variables: Mapping[str, str]
    bus: str = field(init=False)
    accessibility: Accessibility = field(init=False)

    def __post_init__(self) -> None:
        self.bus = bus_address(self.variables["DBUS_SESSION_BUS_ADDRESS"])
        self.accessibility = Accessibility(self.bus)

    def without_session_bus(self) -> dict[str, str]:
        """What to set so that a program finds no session bus, hence no keyring, but can still be seen."""
        return {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "AT_SPI_BUS_ADDRESS": self.bus}

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=dict(self.variables), capture_output=True, text=True, check=False
        )
        return done.stdout

    def raise_window(self, title: str) -> None:
        """Put the window with this title over all others, as a click on it does."""
        window = wait_for(lambda: self.xdotool("search", "--onlyvisible", "--name", title).split(), f"window {title!r}")
        self.xdotool("windowraise", window[0])

    def top_window(self) -> str:
        """The title of the window that lies over all others."""
        lowest_first = self.xdotool("search", "--onlyvisible", "--maxdepth", "1", "--name", ".").split()
        return self.xdotool("getwindowname", lowest_first[-1]).strip() if lowest_first else ""

    def window_count(self) -> int:
        """How many windows are shown, menus included."""
        with ScreenWatch(self.variables["DISPLAY"]) as watch:
            return watch.count_windows(at_least=30)

    def shot(self, path: Path) -> None:
        """A picture of the whole screen, where ImageMagick's import is installed."""
        if tool := shutil.which("import"):
            subprocess.run([tool, "-window", "root", str(path)], env=dict(self.variables), check=False)

    def close(self) -> None:
        self.accessibility.close()


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
                env={
                    **self.screen.variables,
                    "PYTHONPATH": str(ROOT / "src"),
                    "PYTHONFAULTHANDLER": "1",  # says where, if it ever ends hard
                    **self.variables,
                },
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.log.parent,
                start_new_session=True,
            )

    # What a person sees.

    def sees(self, name: str, role: str = "") -> bool:
        """Whether something of that name is on the screen now."""
        return self._look(name, role) is not None

    def wait_to_see(self, name: str, role: str = "", patience: float = PATIENCE) -> None:
        self._wait(lambda: self.sees(name, role), f"{role or 'something'} called {name!r}", patience)

    def wait_until_gone(self, name: str, role: str = "") -> None:
        self._wait(lambda: not self.sees(name, role), f"{name!r} to go away")

    def can_use(self, name: str, role: str = "") -> bool:
        return "enabled" in self._states(name, role)

    def wait_to_use(self, name: str, role: str = "") -> None:
        self._wait(lambda: self.can_use(name, role), f"{name!r} to be usable")

    def text_of(self, name: str, role: str = "") -> str:
        """The text of the thing of that name and of everything shown in it."""
        seen = self.screen.accessibility
        try:
            texts = [seen.text(node) for node in seen.shown(seen.find(self.process.pid, name, role))]
        except NotThereError:
            return ""
        return "\n".join(text for text in texts if text)

    def wait_for_text(self, text: str, within: str = "Transcript", patience: float = PATIENCE) -> None:
        self._wait(lambda: text in self.text_of(within), f"{text!r} in {within!r}", patience)

    def tree(self) -> str:
        """What is on the screen, line by line."""
        seen = self.screen.accessibility
        try:
            nodes = list(seen.shown(seen.program(self.process.pid)))
            return "\n".join(f"{seen.role(node)} {seen.name(node)!r}" for node in nodes if seen.name(node))
        except NotThereError as error:
            return str(error)

    # What a person does.

    def press(self, name: str, role: str = "") -> None:
        self._wait(lambda: self._press(name, role), f"{name!r} to press")

    def choose(self, button: str, *menus: Sequence[str]) -> None:
        """Open the menu of a button and press the keys that lead through it; a group of keys for each menu that opens.

        Qt does not show its menus to assistive technology until the keys are in them.
        """
        expected = self.screen.window_count()
        self.press(button)
        for keys in menus:
            expected += 1
            wait_for(partial(self._has_windows, expected), f"the menu of {button!r}")
            for key in keys:
                self.key(key)

    def _has_windows(self, count: int) -> bool:
        return self.screen.window_count() >= count

    def click(self, name: str, role: str = "", button: int = 1) -> None:
        """Press the mouse in the middle of the thing of that name."""
        x, y = self._wait(lambda: self._middle(name, role), f"{name!r} to click")
        self.screen.xdotool("mousemove", str(x), str(y), "click", str(button))

    def type_into(self, name: str, text: str, role: str = "") -> None:
        """Click into a field and type, key by key."""
        self.click(name, role)
        self._wait(lambda: "focused" in self._states(name, role), f"{name!r} to take keys")
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

    def _look(self, name: str, role: str) -> Node | None:
        try:
            return self.screen.accessibility.find(self.process.pid, name, role)
        except NotThereError:
            return None

    def _states(self, name: str, role: str) -> set[str]:
        try:
            return self.screen.accessibility.states(self.screen.accessibility.find(self.process.pid, name, role))
        except NotThereError:
            return set()

    def _press(self, name: str, role: str) -> bool:
        try:
            self.screen.accessibility.press(self.screen.accessibility.find(self.process.pid, name, role))
        except NotThereError:
            return False
        return True

    def _middle(self, name: str, role: str) -> tuple[int, int] | None:
        try:
            return self.screen.accessibility.middle(self.screen.accessibility.find(self.process.pid, name, role))
        except NotThereError:
            return None

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

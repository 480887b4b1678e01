"""How soon Parley's window is there, and how much memory it takes, beside a window with nothing in it.

    python tests/bench/startup.py [--runs 7] [--conversations 10000] [--data DIR]

Starts both in turn on a virtual screen of its own. Prints one line for each start, and as its last line the medians
as JSON: `window_ratio` and `painted_ratio` (Parley over the bare window), `pss_mb` and `floor_pss_mb` (with all their
child processes, some seconds after the start, when Parley has loaded what it loads after the first paint). Needs Linux
and Xvfb. `--data` keeps the generated conversations for the next time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "build"), str(ROOT / "src")]

from tests.bench.library import fill  # noqa: E402
from tests.bench.screen_watch import ScreenWatch, alike, is_painted  # noqa: E402
from tests.support.processes import pss_mb  # noqa: E402

from virtual_screen import screen_environment, virtual_screen  # noqa: E402 - the path comes first

BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1180, 780)
browser = QTextBrowser()
browser.setPlainText("A window with nothing but a text.\\n" * 20)
window.setCentralWidget(browser)
window.show()
sys.exit(application.exec())
"""
LONGEST = 60.0  # seconds
NEARLY_ALL = 0.999  # a caret blinks in fewer pixels than the rest


@dataclass(frozen=True, slots=True)
class Start:
    """One start. `complete`: the share of the screen that was, when first painted, as it was in the end.

    `final_s`: when it came to look (but for a blinking caret) as it did in the end.
    """

    window_s: float
    painted_s: float
    final_s: float
    pss_mb: float
    complete: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Times the start of Parley against a bare window.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--conversations", type=int, default=10_000)
    parser.add_argument("--settle", type=float, default=4.0, help="seconds until memory is read")
    parser.add_argument("--data", type=Path, help="a folder in which the conversations are kept")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="parley-bench-")))
        data = options.data or folder / "data"
        fill(data, options.conversations)
        display = stack.enter_context(virtual_screen("1600x1000x24"))
        watch = stack.enter_context(ScreenWatch(display))
        variables = _variables(folder, display)
        commands = {
            "bare": [sys.executable, "-c", BARE_WINDOW],
            "parley": [sys.executable, "-m", "parley", "--data-dir", str(data)],
        }
        for command in commands.values():
            _start(command, variables, watch, 1.0)  # once for the disk's cache
        starts: dict[str, list[Start]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                starts[name].append(_start(command, variables, watch, options.settle))
                print(name, starts[name][-1], flush=True)
    print(json.dumps(summary(starts["parley"], starts["bare"])))


def summary(parley: list[Start], bare: list[Start]) -> dict[str, float]:
    def middle(starts: list[Start], what: str) -> float:
        return float(statistics.median(getattr(start, what) for start in starts))

    return {
        "window_ratio": round(middle(parley, "window_s") / middle(bare, "window_s"), 3),
        "painted_ratio": round(middle(parley, "painted_s") / middle(bare, "painted_s"), 3),
        "pss_mb": round(middle(parley, "pss_mb"), 1),
        "floor_pss_mb": round(middle(bare, "pss_mb"), 1),
        "pss_ratio": round(middle(parley, "pss_mb") / middle(bare, "pss_mb"), 3),
        "window_s": round(middle(parley, "window_s"), 3),
        "floor_window_s": round(middle(bare, "window_s"), 3),
        "painted_s": round(middle(parley, "painted_s"), 3),
        "floor_painted_s": round(middle(bare, "painted_s"), 3),
        "final_s": round(middle(parley, "final_s"), 3),
        "first_paint_complete": round(middle(parley, "complete"), 3),
    }


def _variables(folder: Path, display: str) -> dict[str, str]:
    """An empty home without a keyring, so that nothing of this machine's own takes part.

    Both keep their compiled modules, as every installed program does, whatever the variables here say about that.
    """
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return screen_environment(usual, display) | {
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/no-bus",
        "PYTHONPATH": str(ROOT / "src"),
    }


def _start(command: list[str], variables: dict[str, str], watch: ScreenWatch, settle: float) -> Start:
    began = time.perf_counter()
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        while not watch.shows_window():
            _go_on(process, began)
        window = time.perf_counter() - began
        while not is_painted(picture := watch.pixels()):
            _go_on(process, began)
        painted = time.perf_counter() - began
        final, complete = _watch_to_the_end(watch, picture, painted, settle, began)
        return Start(window, painted, final, pss_mb(process.pid), complete)
    finally:
        process.terminate()
        process.communicate()
        while watch.shows_window():
            time.sleep(0.01)


def _watch_to_the_end(
    watch: ScreenWatch, first: bytes, painted: float, settle: float, began: float
) -> tuple[float, float]:
    """When the screen began to look as it does `settle` seconds on, and how much of it did when first painted."""
    seen = [(painted, first)]
    while (now := time.perf_counter() - began) < painted + settle:
        seen.append((now, watch.pixels()))
        time.sleep(0.05)
    last = seen[-1][1]
    different = [at for at, (_, picture) in enumerate(seen) if alike(picture, last) < NEARLY_ALL]
    return seen[different[-1] + 1 if different else 0][0], alike(first, last)


def _go_on(process: subprocess.Popen[bytes], began: float) -> None:
    if process.poll() is not None:
        assert process.stderr is not None
        raise SystemExit(f"it ended with {process.returncode}: {process.stderr.read().decode(errors='replace')}")
    if time.perf_counter() - began > LONGEST:
        raise SystemExit(f"no window after {LONGEST:.0f} seconds")
    time.sleep(0.002)


if __name__ == "__main__":
    main()

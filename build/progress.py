"""What a set-up says while it works: a line for each step, and one clear sentence when it cannot go on."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import IO, TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path


def say(text: str) -> None:
    print(text, flush=True)


def fail(text: str, code: int = 1) -> NoReturn:
    """End the process with a sentence for the person."""
    print(text, file=sys.stderr, flush=True)
    raise SystemExit(code)


def run_quietly(title: str, command: list[str], log: Path, counted: str = "") -> bool:
    """Run `command` with its output in `log`; whether it succeeded.

    On a terminal, the step's line counts the output lines that begin with `counted`. A failure shows the end of the
    log, which stays for reading.
    """
    say(f"• {title}")
    start = time.monotonic()
    with log.open("a", encoding="utf-8", errors="replace") as record:
        record.write(f"\n$ {' '.join(command)}\n")
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            text=True, encoding="utf-8", errors="replace",
        ) as process:  # fmt: skip
            assert process.stdout is not None  # noqa: S101 - told to the type checker; PIPE was asked for
            _record(process.stdout, record, counted)
        if process.returncode == 0:
            say(f"  done in {time.monotonic() - start:.0f} s")
            return True
    say(f"  did not succeed. The end of {log}:")
    say("".join(f"    {line}\n" for line in log.read_text("utf-8", "replace").splitlines()[-12:]))
    return False


def _record(output: IO[str], record: IO[str], counted: str) -> None:
    count = 0
    for line in output:
        record.write(line)
        if counted and sys.stdout.isatty() and line.startswith(counted):
            count += 1
            print(f"\r  {count} parts, now {line.split()[1][:40]:<40}", end="\r", flush=True)

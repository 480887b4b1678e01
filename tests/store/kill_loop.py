"""Kill a talking program at random moments and look what is left.

python -m tests.store.kill_loop 500
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from parley.domain.message import Status
from parley.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
CHILD = ROOT / "tests" / "store" / "streaming_child.py"
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
FOREVER = 1_000_000


@dataclass
class Said:
    """What the child said was safe."""

    questions: list[int] = field(default_factory=list)
    lengths: dict[int, int] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        """One whole line of the child's."""
        kind, *words = line.split()
        if kind == "q":
            self.questions.append(int(words[0]))
        elif kind == "e":
            self.errors.append(words[0])
        else:
            self.lengths[int(words[0])] = int(words[1])
            if kind == "a":
                self.settled.add(int(words[0]))


def child(database: Path, turns: int, *before: str) -> subprocess.Popen[str]:
    """The talking program; `before` goes in front of its command line."""
    command = [*before, sys.executable, str(CHILD), str(database), str(turns)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)


def kill_once(database: Path, lines: int) -> Said:
    """Let the child say so many lines, kill it, and return all that it said."""
    said = Said()
    process = child(database, FOREVER)
    assert process.stdout is not None
    for _ in range(lines):
        said.take(process.stdout.readline())
    process.kill()
    rest, _ = process.communicate()
    for line in rest.splitlines(keepends=True):
        if line.endswith("\n"):
            said.take(line)
    return said


def lost(database: Path, said: Said) -> list[str]:
    """What is not in the database though it was said to be; empty when all is well."""
    store = Store.open(database, database.parent / "backups")
    try:
        wrong = [] if store.recovery is None else [f"recovery: {store.recovery}"]
        wrong += [str(row) for row in store.rows("PRAGMA integrity_check") if row != ("ok",)]
        store.mark_interrupted()
        for ident in said.questions:
            found = store.path_to(ident)
            if not found or not found[-1].text.startswith("Question"):
                wrong.append(f"question {ident}")
        for ident, length in said.lengths.items():
            path = store.path_to(ident)
            if not path or len(path[-1].text) < length:
                wrong.append(f"answer {ident} of {length} characters")
            elif ident in said.settled and path[-1].status is not Status.COMPLETE:
                wrong.append(f"answer {ident} is {path[-1].status}")
        return wrong
    finally:
        store.close()


def main() -> None:
    times = int(sys.argv[1])
    rnd = random.SystemRandom()
    said_in_all = 0
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "data" / "parley.db"
        for number in range(times):
            said = kill_once(database, rnd.randrange(1, 150))
            said_in_all += len(said.questions) + len(said.lengths)
            wrong = lost(database, said)
            if wrong:
                sys.exit(f"kill {number + 1}: {wrong}")
            if number % 50 == 49:
                print(f"{number + 1} kills, {said_in_all} messages acknowledged, none lost", flush=True)


if __name__ == "__main__":
    main()

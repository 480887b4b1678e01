"""What a process has started."""

from __future__ import annotations

import re
from pathlib import Path


def descendants(pid: int) -> list[int]:
    """The processes that `pid` started, and those that they started."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = _fields(stat)
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
    return _fields(Path(f"/proc/{pid}/stat"))[0] != "Z"


def _fields(stat: Path) -> list[str]:
    """What the kernel says of a process after its name, state and parent first; of one that is gone, a dead state."""
    try:
        return stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ["Z"]  # it ended while we looked


def pss_mb(pid: int) -> float:
    """The memory of a process and all it started, in MB, shared pages counted in parts."""
    total = 0
    for each in (pid, *descendants(pid)):
        text = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
        total += int(re.findall(r"^Pss:\s+(\d+)", text, re.MULTILINE)[0])
    return total / 1024

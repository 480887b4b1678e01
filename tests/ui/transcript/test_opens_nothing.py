"""No path a model names is ever opened, and nobody is connected to: seen from the kernel's side."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SOURCE = HERE.parents[2] / "src"


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_hostile_answer_opens_and_connects_to_nothing(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    command = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=%file,connect", "-o", str(log), sys.executable]
    ran = subprocess.run(
        [*command, str(HERE / "hostile_page.py")],
        env={"PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert "shown" in ran.stdout, ran.stderr
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert len(calls) > 100  # strace did see the program
    assert [call for call in calls if "must-not-be-opened" in call] == []
    assert [call for call in calls if re.search(r"connect\(.*AF_INET", call)] == []
    assert [call for call in calls if "192.0.2.1" in call] == []

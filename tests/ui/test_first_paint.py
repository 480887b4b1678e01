"""What takes long to import is imported when the window can be seen, and not before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SLOW = {"openai", "httpx2", "keyring", "genai_prices", "pydantic", "pygments", "markdown_it", "xllamacpp"}

# Looks at the real program at the moment its window says that it was painted, before anything answers to that.
PROGRAM = """
import json, sys
from parley.app import arguments, loading, start

def look(self):
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), flush=True)
    self._window.close()

loading.Loading._start_import = look
sys.exit(start.run(arguments.parse(["--data-dir", sys.argv[1]])))
"""


def test_slow_imports_come_after_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert "PySide6" in loaded
    assert loaded & SLOW == set()

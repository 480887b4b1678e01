"""PySide imported lightly, in processes of their own: it is quicker only if it says and does what it always did."""

from __future__ import annotations

import json
import os
import subprocess
import sys

LIGHTLY = "from parley.app.pyside import import_lightly; import_lightly()"
WHOLLY = "import PySide6.QtCore"
COLLECT = """
import json, sys
from PySide6.QtCore import QObject, QTimer
from PySide6.support.signature import get_signature
said = {}
for name, call in {
    "arguments": lambda: QObject(3, 4, 5),
    "method": lambda: QTimer.singleShot("soon"),
    "property": lambda: QTimer().setInterval("x"),
}.items():
    try:
        call()
    except TypeError as error:
        said[name] = str(error)
said["signature"] = str(get_signature(QObject.setProperty))
said["help"] = QTimer.start.__doc__
print(json.dumps(said))
"""
PARTS = """
import sys
from PySide6 import QtWidgets
parts = [module for name, module in sys.modules.items() if name.startswith("shibokensupport.signature.")]
print(sum("_parley_waiting" in vars(module) for module in parts))
print(type(sys.meta_path).__name__, "logging" in sys.modules)
"""


def run(*lines: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


def test_wrong_arguments_signatures_and_help_are_worded_as_ever() -> None:
    lightly = json.loads(run(LIGHTLY, COLLECT))
    assert lightly == json.loads(run(WHOLLY, COLLECT))
    assert "Supported signatures" in lightly["property"]
    assert lightly["signature"] != "None"


def test_what_is_only_for_errors_and_stubs_is_not_loaded_by_the_import() -> None:
    """Fails when another PySide keeps these parts elsewhere: then the start takes longer, and nothing else."""
    assert run(LIGHTLY, PARTS).split() == ["6", "list", "False"]


def test_what_words_errors_is_loaded_when_there_is_time() -> None:
    rest = "from parley.app.pyside import load_the_rest; load_the_rest()"
    assert run(LIGHTLY, rest, PARTS).split()[0] == "2"
    assert json.loads(run(LIGHTLY, rest, COLLECT)) == json.loads(run(WHOLLY, COLLECT))

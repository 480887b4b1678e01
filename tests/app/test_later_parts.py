"""What is imported and done on threads makes no class of Qt's there, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys

from parley.app.later_parts import BESIDE, IN_TURNS

ON_A_THREAD = """
import sys, threading
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

application = QApplication([])
import parley.app.program
import parley.ui.composer.loader
from parley.ui.composer.attachments import thumbnail
from parley.ui.pdf import html_to_pdf

def classes():
    known, rest = set(), [Shiboken.Object]
    while rest:
        found = [each for each in rest.pop().__subclasses__() if each not in known]
        known.update(found)
        rest += found
    return {f"{each.__module__}.{each.__qualname__}" for each in known}

image = QImage(3000, 200, QImage.Format.Format_RGB32)
image.fill(0xFF0000)
buffer = QBuffer()
buffer.open(QIODevice.OpenModeFlag.WriteOnly)
image.save(buffer, "PNG")
picture = bytes(buffer.data().data())

import base64
inside = base64.b64encode(picture).decode()
page = f'''<h1>A</h1><p><b>b</b> <a href="https://example.org">c</a></p><ul><li>d</li></ul><pre>e</pre>
<table border="1"><tr><th>f</th><td>g</td></tr></table><img src="data:image/png;base64,{inside}">''' * 20

def work():
    assert html_to_pdf(page, "t").startswith(b"%PDF")
    assert not thumbnail(picture).isNull()
    done.append(True)

done, before = [], classes()
thread = threading.Thread(target=work)
thread.start()
thread.join()
assert done
print(*sorted(classes() - before))
"""


def run(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return done.stdout.strip()


def test_what_is_imported_on_a_thread_knows_nothing_of_qt() -> None:
    program = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(*sys.modules)"
    modules = run(program, *BESIDE).split()

    assert set(BESIDE) <= set(modules)
    assert [name for name in modules if name.startswith(("PySide6", "shiboken6"))] == []


def test_every_part_belongs_to_the_program() -> None:
    program = "import sys, parley.app.collecting, parley.app.program, parley.app.signals\nprint(*sys.modules)"
    modules = run(program).split()

    assert [name for name in (*BESIDE, *IN_TURNS) if name not in modules] == []


def test_work_on_a_thread_makes_no_class_of_qt() -> None:
    assert run(ON_A_THREAD) == ""

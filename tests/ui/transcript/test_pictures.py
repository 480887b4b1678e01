"""A page with every construct looks as it did when somebody last looked at it.

The pictures beside this file were looked at. After a change that is meant, make them anew and look again:

    PARLEY_NEW_PICTURES=1 python -m pytest tests/ui/transcript/test_pictures.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

PAGE = Path(__file__).with_name("picture_page.py")
PICTURES = Path(__file__).with_name("pictures")
NEAR = 40  # of 255: letters are smoothed a little differently from one machine to the next
ALIKE = 0.985  # of all points; a paragraph that moves by a line changes more
# Hebrew is not in the bundled fonts: each machine has its own letters for it.
ALIKE_WITH_OTHER_LETTERS = 0.94


def paint(tone: str, direction: str, scale: str, out: Path) -> None:
    subprocess.run(
        [sys.executable, str(PAGE), tone, direction, str(out)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale},
        check=True,
        timeout=120,
    )


def alike(one: QImage, other: QImage) -> float:
    """The share of all values of red, green and blue that are about the same, at half the size."""
    if one.size() != other.size():
        return 0.0
    a, b = _values(one), _values(other)
    return sum(abs(x - y) <= NEAR for x, y in zip(a, b, strict=True)) / len(a)


def _values(image: QImage) -> bytes:
    half = image.scaledToWidth(450, Qt.TransformationMode.SmoothTransformation)
    plain = half.convertToFormat(QImage.Format.Format_RGB888)  # held by a name: the values are its own
    return bytes(plain.constBits())


@pytest.mark.parametrize(
    ("tone", "direction", "scale"),
    [("light", "ltr", "1"), ("dark", "ltr", "1"), ("light", "ltr", "2"), ("dark", "ltr", "2"), ("light", "rtl", "1")],
)
def test_the_page_looks_as_before(tone: str, direction: str, scale: str, tmp_path: Path) -> None:
    name = f"{tone}-{direction}-{scale}00.png"
    out = tmp_path / name
    paint(tone, direction, scale, out)
    shown = QImage(str(out))
    if os.environ.get("PARLEY_NEW_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        shown.save(str(PICTURES / name))
    before = QImage(str(PICTURES / name))
    wanted = ALIKE if direction == "ltr" else ALIKE_WITH_OTHER_LETTERS
    assert alike(shown, before) >= wanted, f"look at {out} beside {PICTURES / name}"


def test_pictures_that_differ_are_told_apart() -> None:
    light = QImage(str(PICTURES / "light-ltr-100.png"))
    assert alike(light, QImage(str(PICTURES / "dark-ltr-100.png"))) < 0.5
    assert alike(light, light.copy(0, -24, light.width(), light.height())) < ALIKE  # one line lower

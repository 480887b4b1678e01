from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from parley import paths
from parley.ui.kit.style import stylesheet
from parley.ui.kit.themed import set_look
from parley.ui.panels.creativity import CreativityControl
from parley.ui.theme import CONTROL_HEIGHT, DARK, LIGHT, THEMES, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


@every_theme
def test_nothing_is_left_to_fill_in(theme: Theme) -> None:
    assert "$" not in stylesheet(theme)


@every_theme
def test_every_picture_it_names_is_there(theme: Theme) -> None:
    names = re.findall(r"icons/([\w-]+\.svg)", stylesheet(theme))
    assert names
    assert all((paths.resources() / "icons" / name).is_file() for name in names)


@every_theme
def test_every_colour_comes_from_the_theme(theme: Theme) -> None:
    known = {getattr(theme, name) for name in Theme.__slots__} | {DARK.outline}
    assert set(re.findall(r"#[0-9a-f]{6}", stylesheet(theme))) <= known


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QComboBox])
def test_controls_are_equally_high(qtbot: QtBot, kind: type[QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.setStyleSheet(stylesheet(LIGHT))
    widget.show()
    assert widget.sizeHint().height() == CONTROL_HEIGHT


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QCheckBox])
@every_theme
def test_the_focus_ring_is_seen(qtbot: QtBot, kind: type[QWidget], theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setStyleSheet(stylesheet(theme))
    widget, other = kind(page), QLineEdit(page)
    widget.setGeometry(10, 10, 120, 40)
    other.setGeometry(200, 10, 120, 40)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    other.setFocus()
    before = picture(widget)
    widget.setFocus()
    after = picture(widget)
    assert colours(after) - colours(before) >= {theme.focus}


def test_a_look_can_change_after_the_widget_is_shown(qtbot: QtBot) -> None:
    button = QPushButton("Send")
    qtbot.addWidget(button)
    button.setStyleSheet(stylesheet(LIGHT))
    button.show()
    assert LIGHT.accent not in colours(picture(button))
    set_look(button, "primary")
    assert LIGHT.accent in colours(picture(button))


def test_a_slider_that_holds_no_value_is_not_filled(qtbot: QtBot) -> None:
    control = CreativityControl()
    qtbot.addWidget(control)
    control.setStyleSheet(stylesheet(LIGHT))
    control.show()
    assert LIGHT.accent not in colours(picture(control.slider))
    control.set_value(1.0)
    assert LIGHT.accent in colours(picture(control.slider))
    control.set_value(None)
    assert LIGHT.accent not in colours(picture(control.slider))


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

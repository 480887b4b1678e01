from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parley.ui.composer.composer import Composer
from parley.ui.composer.editor import MessageEdit
from parley.ui.kit.buttons import SolidIconButton
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton
    from pytestqt.qtbot import QtBot


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    """A composer in its own window, 800 by 600."""
    made = Composer()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.resize(800, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus_input()
    return made


@pytest.fixture
def edit(composer: Composer) -> MessageEdit:
    return composer.findChildren(MessageEdit)[0]


@pytest.fixture
def button(composer: Composer) -> QToolButton:
    """The one button that is Send or Stop."""
    return composer.findChildren(SolidIconButton)[0]

"""What the appearance settings change in the program as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from parley.domain.settings import REDUCE_MOTION, Settings
from parley.ui.appearance import Appearance
from parley.ui.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_nothing_moves_when_motion_is_not_wanted(qapp: QApplication) -> None:
    usual = qapp.cursorFlashTime()
    assert usual > 0
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, True)
    preferences = Preferences(Settings({}))
    appearance = Appearance(qapp, preferences)
    preferences.set(REDUCE_MOTION, True)
    assert qapp.cursorFlashTime() == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_General)
    preferences.set(REDUCE_MOTION, False)
    assert qapp.cursorFlashTime() == usual
    assert qapp.isEffectEnabled(Qt.UIEffect.UI_General)
    appearance.deleteLater()

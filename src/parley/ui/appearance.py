"""Applies the theme: the palette, the fonts and the one style sheet, following the system and the person's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from parley.domain.settings import REDUCE_MOTION, TEXT_SIZE, THEME
from parley.ui.kit.style import stylesheet
from parley.ui.theme import Theme, body_font, choose_theme, palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from .preferences import Preferences

_KEYS = frozenset({THEME.key, TEXT_SIZE.key})


class Appearance(QObject):
    """Owns the theme in force."""

    themeChanged = Signal(object)

    def __init__(self, application: QApplication, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._preferences = preferences
        self._hints = application.styleHints()
        self._theme = self._choose()
        self._usual_motion: tuple[int, bool] | None = None  # the system's, while it is reduced
        self._apply()
        self._apply_motion()
        self._hints.colorSchemeChanged.connect(self._refresh)
        preferences.changed.connect(self._on_setting)

    @property
    def theme(self) -> Theme:
        return self._theme

    def _choose(self) -> Theme:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        return choose_theme(self._preferences[THEME], system_is_dark=dark).with_size(self._preferences[TEXT_SIZE])

    def _apply(self) -> None:
        self._application.setPalette(palette(self._theme))
        self._application.setFont(body_font(self._theme))
        self._application.setStyleSheet(stylesheet(self._theme))

    def _apply_motion(self) -> None:
        """Nothing of ours moves; of Qt's, menus and lists then appear at once and the caret does not blink."""
        application = self._application
        reduce = self._preferences[REDUCE_MOTION]
        if reduce and self._usual_motion is None:
            self._usual_motion = (application.cursorFlashTime(), application.isEffectEnabled(Qt.UIEffect.UI_General))
            self._set_motion(0, effects=False)
        elif not reduce and self._usual_motion is not None:
            flash_ms, effects = self._usual_motion
            self._usual_motion = None
            self._set_motion(flash_ms, effects=effects)

    def _set_motion(self, flash_ms: int, *, effects: bool) -> None:
        self._application.setCursorFlashTime(flash_ms)
        self._application.setEffectEnabled(Qt.UIEffect.UI_General, effects)

    def _on_setting(self, key: str) -> None:
        if key in _KEYS:
            self._refresh()
        elif key == REDUCE_MOTION.key:
            self._apply_motion()

    def _refresh(self) -> None:
        theme = self._choose()
        if theme != self._theme:
            self._theme = theme
            self._apply()
            self.themeChanged.emit(theme)

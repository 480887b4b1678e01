"""Applies the theme: the palette, the fonts and the one style sheet, following the system and the person's choice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from parley.domain.settings import REDUCE_MOTION, TEXT_SIZE, THEME
from parley.ui.kit.style import stylesheet
from parley.ui.theme import Theme, body_font, choose_theme, palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from .preferences import Preferences

_KEYS = frozenset({THEME.key, TEXT_SIZE.key, REDUCE_MOTION.key})


class Appearance(QObject):
    """Owns the theme in force."""

    themeChanged = Signal(object)

    def __init__(self, application: QApplication, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._preferences = preferences
        self._hints = application.styleHints()
        self._theme = self._choose()
        self._apply()
        self._hints.colorSchemeChanged.connect(self._refresh)
        preferences.changed.connect(self._on_setting)

    @property
    def theme(self) -> Theme:
        return self._theme

    def _choose(self) -> Theme:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        theme = choose_theme(self._preferences[THEME], system_is_dark=dark).with_size(self._preferences[TEXT_SIZE])
        return replace(theme, reduce_motion=self._preferences[REDUCE_MOTION])

    def _apply(self) -> None:
        self._application.setPalette(palette(self._theme))
        self._application.setFont(body_font(self._theme))
        self._application.setStyleSheet(stylesheet(self._theme))

    def _on_setting(self, key: str) -> None:
        if key in _KEYS:
            self._refresh()

    def _refresh(self) -> None:
        theme = self._choose()
        if theme != self._theme:
            self._theme = theme
            self._apply()
            self.themeChanged.emit(theme)

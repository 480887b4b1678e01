"""The one owner of the program's settings on the window's thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from parley.domain.settings import SERVICE_ADDRESS, SERVICE_KIND, SERVICE_WITH_KEY, SETTINGS, Setting, Settings

if TYPE_CHECKING:
    from parley.domain.request import Service

T = TypeVar("T", str, int, bool)


class Preferences(QObject):
    """Holds the settings in force, saves each change at once, and says which one changed."""

    changed = Signal(str)  # the setting's key
    stored = Signal(object)  # Settings, to be written

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        return self._settings

    def __getitem__(self, setting: Setting[T]) -> T:
        return self._settings[setting]

    def take(self, settings: Settings) -> None:
        """Use what the store holds, where the first look could not read it, and say what that changes."""
        before, now = self._settings.stored(), settings.stored()
        self._settings = settings
        for key in SETTINGS:
            if before.get(key, SETTINGS[key].default) != now.get(key, SETTINGS[key].default):
                self.changed.emit(key)

    def set(self, setting: Setting[T], value: T) -> None:
        """Change one setting. Raises ValueError for a value it does not accept."""
        if self._settings[setting] != value:
            self._take(setting.key, self._settings.with_value(setting, value))

    def set_by_key(self, key: str, value: object) -> None:
        """Change the setting named `key`, as the Settings dialog says it; ignores what the setting does not accept."""
        setting = SETTINGS.get(key)
        if setting is not None and setting.accepts(value):
            self._take(key, Settings({**self._settings.stored(), key: value}))

    def _take(self, key: str, settings: Settings) -> None:
        self._settings = settings
        self.stored.emit(settings)
        self.changed.emit(key)

    @property
    def service(self) -> Service | None:
        """The service the person chose, None before the first choice."""
        from parley.ui.services import service_for  # not needed for the first paint

        service = service_for(self[SERVICE_KIND], self[SERVICE_ADDRESS])
        if service is not None and service.address == self[SERVICE_WITH_KEY]:
            return replace(service, needs_key=True)  # without it there is no use in asking
        return service

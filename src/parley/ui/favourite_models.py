"""The models a person keeps at the top of the list: from the header to the settings and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from parley.domain.settings import FAVOURITE_MODELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.settings import Setting

    from .header import Header
    from .preferences import Preferences


class FavouriteModels(QObject):
    """Keeps the stars. The latest stands last: whoever has several knows where each is."""

    def __init__(self, header: Header, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self._preferences = preferences
        header.favouriteToggled.connect(self._toggle)
        preferences.changed.connect(self._on_changed)
        self._show()

    def _toggle(self, model: str) -> None:
        names = kept_models(self._preferences, FAVOURITE_MODELS)
        kept = tuple(name for name in names if name != model) if model in names else (*names, model)
        keep_models(self._preferences, FAVOURITE_MODELS, kept)

    def _on_changed(self, key: str) -> None:
        if key == FAVOURITE_MODELS.key:
            self._show()

    def _show(self) -> None:
        self._header.set_favourites(kept_models(self._preferences, FAVOURITE_MODELS))


def kept_models(preferences: Preferences, setting: Setting[str]) -> tuple[str, ...]:
    """The names of models that a setting holds, in their order."""
    return tuple(filter(None, preferences[setting].split("\n")))


def keep_models(preferences: Preferences, setting: Setting[str], names: Sequence[str]) -> None:
    preferences.set(setting, "\n".join(names))

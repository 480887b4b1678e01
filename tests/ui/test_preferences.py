"""The settings in force: each change is stored at once, nonsense is not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parley.domain.request import OPENAI
from parley.domain.settings import SERVICE_ADDRESS, SERVICE_KIND, TEXT_SIZE, Settings
from parley.ui.preferences import Preferences
from parley.ui.services import service_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def preferences(qtbot: QtBot) -> Preferences:
    del qtbot
    return Preferences(Settings())


def test_a_change_is_stored_and_told_once(preferences: Preferences) -> None:
    stored: list[Settings] = []
    changed: list[str] = []
    preferences.stored.connect(stored.append)
    preferences.changed.connect(changed.append)
    preferences.set(TEXT_SIZE, 18)
    preferences.set(TEXT_SIZE, 18)
    assert [settings[TEXT_SIZE] for settings in stored] == [18]
    assert changed == [TEXT_SIZE.key]


@pytest.mark.parametrize(("key", "value"), [("text_size", 4), ("text_size", "18"), ("no_such", 1), ("theme", "pink")])
def test_what_a_setting_does_not_accept_is_not_taken(preferences: Preferences, key: str, value: object) -> None:
    preferences.set_by_key(key, value)
    assert preferences.settings.stored() == {}


def test_there_is_no_service_before_one_was_chosen(preferences: Preferences) -> None:
    assert preferences.service is None


def test_the_service_follows_the_two_settings_that_name_it(preferences: Preferences) -> None:
    preferences.set(SERVICE_KIND, "openai")
    preferences.set(SERVICE_ADDRESS, "http://localhost:11434/v1")
    assert preferences.service == OPENAI
    preferences.set(SERVICE_KIND, "other")
    other = preferences.service
    assert other is not None
    assert (other.name, other.needs_key) == ("localhost", False)


@pytest.mark.parametrize("address", ["https://[::1", "", "no address", "http://"])
def test_an_address_that_is_none_makes_no_trouble_here(address: str) -> None:
    service = service_for("other", address)
    assert service is not None
    assert service.address == address

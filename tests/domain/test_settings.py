"""Settings hold only what they accept; whatever else was stored, the program starts with usable ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain import settings as table
from parley.domain.settings import SETTINGS, TEXT_SIZE, THEME, AnySetting, Page, Setting, Settings

every_setting = pytest.mark.parametrize("setting", SETTINGS.values(), ids=list(SETTINGS))
anything = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.lists(st.integers())


@every_setting
def test_a_default_is_acceptable(setting: AnySetting) -> None:
    assert setting.accepts(setting.default)


@every_setting
def test_what_is_shown_has_words(setting: AnySetting) -> None:
    assert bool(setting.page) == bool(setting.label)
    assert setting.page is None or all(words for _, words in setting.choices)


def test_every_setting_is_in_the_table_once_under_its_key() -> None:
    declared = [value for value in vars(table).values() if isinstance(value, Setting)]

    assert [setting.key for setting in declared] == list(SETTINGS)


def test_every_page_is_known() -> None:
    assert {setting.page for setting in SETTINGS.values()} <= {None, *Page}


@given(st.dictionaries(st.sampled_from(sorted(SETTINGS)) | st.text(max_size=8), anything))
def test_whatever_was_stored_every_setting_has_a_value_it_accepts(stored: dict[str, object]) -> None:
    settings = Settings(stored)

    every: list[Any] = list(SETTINGS.values())
    for setting in every:
        assert setting.accepts(settings[setting])


@pytest.mark.parametrize("wrong", ["15", 10, 33, True, 15.0, None])
def test_a_wrong_value_is_replaced_by_the_default(wrong: object) -> None:
    assert Settings({"text_size": wrong})[TEXT_SIZE] == 15


def test_a_valid_value_is_kept() -> None:
    assert Settings({"text_size": 20, "theme": "dark"}).stored() == {"text_size": 20, "theme": "dark"}


def test_changing_one_makes_new_settings() -> None:
    before = Settings()

    after = before.with_value(THEME, "dark")

    assert (before[THEME], after[THEME]) == ("system", "dark")


def test_a_wrong_change_is_refused() -> None:
    with pytest.raises(ValueError, match="text_size does not accept 5"):
        Settings().with_value(TEXT_SIZE, 5)

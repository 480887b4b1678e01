"""Contrast, as WCAG 2.2 asks for it: 4.5:1 for text, 3:1 for what shows where a control is and what it is doing."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPalette

from parley.ui.theme import (
    BODY_SIZE,
    DARK,
    LIGHT,
    THEMES,
    Theme,
    choose_theme,
    contrast,
    palette,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


@every_theme
def test_text_can_be_read_on_every_surface(theme: Theme) -> None:
    surfaces = (theme.page, theme.side, theme.raised, theme.hover, theme.pressed, theme.tint, theme.selection)
    assert all(contrast(theme.text, surface) >= 4.5 for surface in surfaces)


@every_theme
def test_quiet_text_can_be_read_where_it_is_used(theme: Theme) -> None:
    surfaces = (theme.page, theme.side, theme.raised, theme.hover, theme.code)
    assert all(contrast(theme.quiet, surface) >= 4.5 for surface in surfaces)


@every_theme
def test_meaningful_colours_can_be_read_as_text(theme: Theme) -> None:
    for colour in (theme.accent, theme.danger, theme.warning, theme.success):
        assert contrast(colour, theme.page) >= 4.5
        assert contrast(colour, theme.side) >= 4.5


@every_theme
def test_words_on_the_accent_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.on_accent, theme.accent_hover) >= 4.5


@every_theme
def test_edges_of_controls_and_the_focus_ring_stand_out(theme: Theme) -> None:
    for surface in (theme.page, theme.side, theme.raised):
        assert contrast(theme.outline, surface) >= 3
        assert contrast(theme.focus, surface) >= 3


@every_theme
def test_the_mark_of_the_chosen_row_stands_out_from_its_surface(theme: Theme) -> None:
    assert contrast(theme.accent, theme.pressed) >= 3


@every_theme
def test_code_can_be_read(theme: Theme) -> None:
    assert all(contrast(colour, theme.code) >= 4.5 for colour in (theme.text, *astuple(theme.syntax)))


def test_contrast_of_black_and_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


def test_the_theme_follows_the_system_unless_one_was_chosen() -> None:
    assert choose_theme("system", system_is_dark=True) is DARK
    assert choose_theme("system", system_is_dark=False) is LIGHT
    assert choose_theme("dark", system_is_dark=False) is DARK


def test_small_text_never_becomes_too_small() -> None:
    assert LIGHT.with_size(11).small_size == 11
    assert LIGHT.with_size(BODY_SIZE).small_size == BODY_SIZE - 2


@every_theme
def test_the_palette_leaves_no_text_in_a_colour_of_the_platform(theme: Theme, qtbot: QtBot) -> None:
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Text).name() == theme.text
    assert made.color(QPalette.ColorRole.PlaceholderText).name() == theme.quiet
    assert made.color(QPalette.ColorRole.Base).name() == theme.raised

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from parley.domain.conversation_row import ConversationRow
from parley.ui.sidebar.days import day_words, heading, local_day, reaches_to

TODAY = date(2026, 3, 15)


def row(day: date, *, pinned: bool = False) -> ConversationRow:
    noon = datetime(day.year, day.month, day.day, 12).astimezone()
    return ConversationRow(1, "A title", int(noon.timestamp() * 1000), pinned=pinned)


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (-3, "Today"),  # a clock was wrong
        (0, "Today"),
        (1, "Yesterday"),
        (2, "Previous 7 days"),
        (7, "Previous 7 days"),
        (8, "March"),
        (20, "February"),
        (100, "December 2025"),
    ],
)
def test_conversations_stand_under_their_day(days_ago: int, words: str) -> None:
    assert heading(row(TODAY - timedelta(days=days_ago)), TODAY) == words


def test_pinned_ones_stand_together_whatever_their_day() -> None:
    assert heading(row(date(2020, 1, 1), pinned=True), TODAY) == "Pinned"


def test_months_are_named_in_the_language_of_the_person() -> None:
    usual = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        assert heading(row(date(2025, 12, 1)), TODAY) == "Dezember 2025"
    finally:
        QLocale.setDefault(usual)


@pytest.mark.parametrize(("moment", "day"), [(10**18, date.max), (-(10**18), date.min)])
def test_a_time_no_calendar_knows_is_no_failure(moment: int, day: date) -> None:
    assert local_day(moment) == day


def test_the_day_is_the_one_on_the_persons_own_clock() -> None:
    moment = datetime(2026, 3, 15, 23, 30, tzinfo=UTC)
    assert local_day(int(moment.timestamp() * 1000)) == moment.astimezone().date()


def test_a_screen_reader_hears_the_whole_date() -> None:
    assert "2026" in day_words(row(TODAY).updated_at)


@pytest.mark.parametrize("days_ago", [-3, 0, 1, 2, 7, 8, 14, 15, 20, 100, 40_000])
def test_a_heading_reaches_exactly_as_far_as_it_says(days_ago: int) -> None:
    one = row(TODAY - timedelta(days=days_ago))
    end = reaches_to(one, TODAY)
    assert heading(replace(one, updated_at=end), TODAY) == heading(one, TODAY)
    assert heading(replace(one, updated_at=end - 1), TODAY) != heading(one, TODAY)


def test_a_time_no_calendar_knows_reaches_nowhere() -> None:
    assert reaches_to(ConversationRow(1, "", -(10**18)), TODAY) <= -(10**13)

"""Money on the screen is written as the person's language writes it, by one function."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from parley.domain.errors import Cause, Failure
from parley.domain.money import MICRO
from parley.ui.dialogs.money_field import MoneyField
from parley.ui.failure_words import words_for
from parley.ui.kit.money import dollars_text, money_text
from parley.ui.panels.price_text import PER_MILLION, PER_THOUSAND, price_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NB = "\N{NO-BREAK SPACE}"


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("micro_dollars", "text"),
    [
        (0, "$0.00"),
        (1, "<$0.0001"),
        (99, "<$0.0001"),
        (100, "$0.0001"),
        (1_250, "$0.0013"),
        (10_000, "$0.01"),
        (1_234_567_890, "$1,234.57"),
    ],
)
def test_sums_as_people_read_them(micro_dollars: int, text: str) -> None:
    assert money_text(micro_dollars) == text


@given(st.integers(1, 10**12))
def test_no_sum_reads_as_nothing(micro_dollars: int) -> None:
    assert money_text(micro_dollars).strip("<$0.,") != ""


def test_where_no_language_is_set_it_is_english() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    assert (money_text(0), dollars_text(1234.5, 2)) == ("$0.00", "$1,234.50")
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_sums_in_german() -> None:
    assert money_text(0) == f"0,00{NB}$"
    assert money_text(1) == f"<0,0001{NB}$"
    assert money_text(1_234_567_890) == f"1.234,57{NB}$"
    assert price_text(250_000, PER_THOUSAND) == f"0,00025{NB}$"
    assert price_text(30_000_000, PER_MILLION) == f"30,00{NB}$"


@pytest.mark.usefixtures("german")
def test_a_used_up_budget_is_told_in_german_money() -> None:
    said = words_for(Failure(Cause.BUDGET_REACHED, facts={"amount": str(5 * MICRO)}))
    assert f"5,00{NB}$" in said.what


@pytest.mark.usefixtures("german")
def test_a_sum_is_typed_as_it_is_written(qtbot: QtBot) -> None:
    field = MoneyField(100_000 * MICRO, "No budget")
    qtbot.addWidget(field)
    field.set_micro(1_234_560_000)
    assert field.text() == f"1.234,56{NB}$"


def test_nothing_else_in_the_program_writes_dollars() -> None:
    source = Path(__file__).parents[3] / "src" / "parley"
    writes = [file.name for file in source.rglob("*.py") if 'f"${' in file.read_text("utf-8")]
    assert writes == ["markdown.py"], "it writes formulas"
    assert [file.name for file in source.rglob("*.py") if "toCurrencyString" in file.read_text("utf-8")] == ["money.py"]

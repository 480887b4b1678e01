"""A crash report says where and what kind, and cannot say what somebody wrote."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.errors import AppError, Cause
from parley.domain.message import Status
from parley.ui.crash_report import crash_report, traceback_text

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "my secret garden"
FIVE: Any = 5
NOTHING: dict[str, str] = {}


def report(work: Callable[[], object]) -> str:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is tested
        return crash_report(error, error.__traceback__, "MainThread")
    raise AssertionError("nothing was raised")


def quoting(kind: type[Exception]) -> Callable[[], object]:
    def work() -> None:
        raise kind(TEXT)

    return work


def chained() -> None:
    try:
        NOTHING[TEXT]
    except KeyError as error:
        raise ValueError(TEXT) from error


def while_handling() -> None:
    try:
        int(TEXT)
    except ValueError:
        raise LookupError(TEXT)  # noqa: B904 - the implicit context is what is tested


def grouped() -> None:
    raise ExceptionGroup(TEXT, [ValueError(TEXT), KeyError(TEXT)])


def noted() -> None:
    error = ValueError()
    error.add_note(TEXT)
    raise error


def not_found() -> None:
    Path(TEXT).read_text()


def told() -> None:
    raise AppError(Cause.DISK_FULL, TEXT, path=TEXT)


@pytest.mark.parametrize(
    "work",
    [
        quoting(ValueError),
        quoting(KeyError),
        quoting(RuntimeError),
        quoting(AssertionError),
        quoting(NotImplementedError),
        quoting(TypeError),
        chained,
        while_handling,
        grouped,
        noted,
        not_found,
        told,
        lambda: int(TEXT),
        lambda: NOTHING[TEXT],
        lambda: Status(TEXT),
        lambda: f"{TEXT} ü".encode("ascii"),
        lambda: open(TEXT),  # noqa: SIM115, PTH123 - is not there
    ],
)
def test_what_an_exception_quotes_is_left_out(work: Callable[[], object]) -> None:
    said = report(work)
    assert "Traceback" in said
    assert TEXT not in said.replace("raise kind(TEXT)", "")
    assert "garden" not in said


def test_what_helps_is_there() -> None:
    def work() -> None:
        None.nothing_of_the_kind  # type: ignore[attr-defined]  # noqa: B018 - the fault

    said = report(work)
    assert said.startswith("Parley ")
    assert "Python 3" in said
    assert "AttributeError: 'NoneType' object has no attribute 'nothing_of_the_kind'" in said
    assert "in work" in said


@pytest.mark.parametrize("work", [lambda: len(FIVE), lambda: FIVE + "a", FIVE, lambda: FIVE[0]])
def test_what_python_says_of_types_is_kept(work: Callable[[], object]) -> None:
    line = report(work).rstrip().rpartition("\n")[2]
    assert line.startswith("TypeError: ")


def test_an_error_of_the_system_keeps_its_number_and_not_its_path() -> None:
    line = report(not_found).rstrip().rpartition("\n")[2]
    assert line == f"FileNotFoundError: error {errno.ENOENT}, No such file or directory"


def test_causes_come_before_what_they_led_to() -> None:
    said = report(chained)
    assert said.index("KeyError") < said.index("This led to:") < said.index("ValueError")
    assert "While that was handled:" in report(while_handling)
    grouped_report = report(grouped)
    assert "Number 1 of the group:" in grouped_report
    assert "Number 2 of the group:" in grouped_report


def test_it_does_not_say_whose_computer_this_is() -> None:
    said = report(lambda: AppError(1, 2, 3))  # type: ignore[arg-type, call-arg]  # a fault in our own file
    assert str(Path.home()) not in said
    assert str(Path(__file__).parents[2]) not in said
    assert "tests/ui/test_crash_report.py" in said


def test_endless_recursion_is_short() -> None:
    def work() -> None:
        work()

    said = report(work)
    assert len(said.splitlines()) < 40
    assert "RecursionError" in said


def test_a_chain_without_end_ends() -> None:
    error: BaseException = ValueError()
    for _ in range(500):
        newer = ValueError()
        newer.__cause__ = error
        error = newer
    assert traceback_text(error, None).count("This led to") < 20


@given(st.text(min_size=8), st.sampled_from([ValueError, KeyError, RuntimeError, OSError, TypeError, Exception]))
def test_no_text_comes_through(text: str, kind: type[Exception]) -> None:
    def work() -> None:
        raise kind(f"cannot work on {text!r}")

    line = report(work).rstrip().rpartition("\n")[2]
    if not text.replace(".", "_").isidentifier():  # a single word could be the name of a type
        assert text not in line

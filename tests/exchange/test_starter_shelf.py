"""The folders with starters: what the person keeps is there again, and a damaged file takes no other with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from parley import paths
from parley.domain.errors import AppError, Cause
from parley.domain.starter import Starter
from parley.exchange.starter_shelf import StarterShelf

if TYPE_CHECKING:
    from pathlib import Path

MINE = Starter("", "Minutes / of: a meeting", prompt="Write minutes of {{meeting}}.")


@pytest.fixture
def shelf(tmp_path: Path) -> StarterShelf:
    return StarterShelf(paths.resources() / "starters", tmp_path / "starters")


def own(shelf: StarterShelf) -> list[Starter]:
    return [starter for starter in shelf.load().starters if starter.own]


def test_without_own_ones_there_is_what_came_with_parley_and_no_folder_is_made(
    shelf: StarterShelf, tmp_path: Path
) -> None:
    found = shelf.load()
    assert [starter.id for starter in found.starters][:2] == ["01-comedian", "02-poet"]
    assert not any(starter.own for starter in found.starters)
    assert found.failures == ()
    assert not (tmp_path / "starters").exists()


def test_what_is_saved_is_there_again_before_the_others(shelf: StarterShelf, tmp_path: Path) -> None:
    kept = shelf.save(MINE)
    (found,) = own(shelf)
    assert found.name == MINE.name
    assert found.id == kept.id != ""
    assert shelf.load().starters[0] == found
    if os.name == "posix":
        assert (tmp_path / "starters").stat().st_mode & 0o777 == 0o700


def test_two_of_the_same_name_are_two_and_a_changed_one_stays_one(shelf: StarterShelf) -> None:
    first = shelf.save(MINE)
    shelf.save(MINE)
    shelf.save(Starter(first.id, "Other name"))
    assert sorted(starter.name for starter in own(shelf)) == ["Minutes / of: a meeting", "Other name"]


def test_what_is_deleted_can_be_saved_again(shelf: StarterShelf) -> None:
    kept = shelf.save(MINE)
    shelf.delete(kept.id)
    assert own(shelf) == []
    shelf.delete(kept.id)  # twice is as once
    assert shelf.save(kept).id == kept.id
    assert len(own(shelf)) == 1


@pytest.mark.parametrize("id_", ["../escape", "/etc/passwd", "..", "a/../../b", "C:\\x"])
def test_no_name_leads_out_of_the_folder(shelf: StarterShelf, tmp_path: Path, id_: str) -> None:
    shelf.save(Starter(id_, "Out"))
    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.parent for file in written] == [tmp_path / "starters"]


def test_a_damaged_file_is_named_and_takes_no_other_with_it(shelf: StarterShelf, tmp_path: Path) -> None:
    shelf.save(MINE)
    (tmp_path / "starters" / "broken.parley-starter.json").write_bytes(b"{")
    (tmp_path / "starters" / "a folder.parley-starter.json").mkdir()
    found = shelf.load()
    assert len(own(shelf)) == 1
    assert {failure.cause for failure in found.failures} == {Cause.STARTER_UNREADABLE, Cause.FILE_UNREADABLE}
    assert "broken.parley-starter.json" in {failure.facts["path"] for failure in found.failures}


def test_what_could_not_be_read_again_is_not_saved(shelf: StarterShelf, tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        shelf.save(Starter("", "Long", prompt="x" * 100_001))
    assert caught.value.cause is Cause.STARTER_UNREADABLE
    assert not (tmp_path / "starters").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "starters").write_text("a file is in the way")
    shelf = StarterShelf(paths.resources() / "starters", tmp_path / "starters")
    with pytest.raises(AppError) as caught:
        shelf.save(MINE)
    assert caught.value.cause is Cause.NOT_WRITABLE
    assert len(shelf.load().starters) == 11


def test_an_exported_file_is_read_as_a_new_one_of_the_persons_own(shelf: StarterShelf, tmp_path: Path) -> None:
    kept = shelf.save(MINE)
    read = shelf.read_file(tmp_path / "starters" / f"{kept.id}.parley-starter.json")
    assert (read.id, read.own, read.name) == ("", True, MINE.name)
    with pytest.raises(AppError) as caught:
        shelf.read_file(tmp_path / "missing.json")
    assert caught.value.cause is Cause.FILE_UNREADABLE

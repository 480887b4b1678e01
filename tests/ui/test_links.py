"""The one door to the outside opens what is allowed and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from parley.ui.links import Links

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Desktop(QObject):
    """Stands where the desktop opens folders and pages."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def desktop(qtbot: QtBot) -> Iterator[Desktop]:
    desktop = Desktop()
    for scheme in ("file", "https", "javascript"):
        QDesktopServices.setUrlHandler(scheme, desktop, "open")  # type: ignore[arg-type]  # the stub says bytes, PySide takes str
    yield desktop
    for scheme in ("file", "https", "javascript"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_the_folders_of_data_and_logs_are_opened(desktop: Desktop, tmp_path: Path) -> None:
    links = Links(tmp_path / "data", tmp_path / "logs")
    links.open_data_folder()
    links.open_log_folder()
    assert desktop.opened == [f"file://{tmp_path}/data", f"file://{tmp_path}/logs"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "", "no address"])
def test_a_link_in_an_answer_opens_pages_only(desktop: Desktop, tmp_path: Path, address: str) -> None:
    assert not Links(tmp_path, tmp_path).open(address)
    assert desktop.opened == []

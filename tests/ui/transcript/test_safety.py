"""What a model writes opens nothing, loads nothing and hides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from tests.ui.transcript.shown import Shown, answer, mine

from parley.ui.transcript.formulas import set_formula
from parley.ui.transcript.links import Verdict, examine, shown_host
from parley.ui.transcript.simple_rows import PictureRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("address", "text", "verdict"),
    [
        ("https://example.org/a", "the page", Verdict.OPEN),
        ("https://example.org/a", "https://example.org", Verdict.OPEN),
        ("https://www.example.org", "example.org", Verdict.OPEN),
        ("https://evil.example/", "https://bank.example", Verdict.ASK),
        ("https://evil.example/", "bank.example", Verdict.ASK),
        ("https://bank.example@evil.example/", "pay", Verdict.ASK),
        ("mailto:a@b.org", "write", Verdict.OPEN),
        ("mailto:a@B.org", "a@b.org", Verdict.OPEN),
        ("mailto:", "a@b.org", Verdict.ASK),
        ("mailto:a@b.org", "a@bank.example", Verdict.ASK),
        ("mailto:a@faß.de", "a@faß.de", Verdict.OPEN),
        ("file:///etc/passwd", "x", Verdict.REFUSE),
        ("javascript:alert(1)", "x", Verdict.REFUSE),
        ("//host/share", "x", Verdict.REFUSE),
        ("\\\\host\\share", "x", Verdict.REFUSE),
        ("/etc/passwd", "x", Verdict.REFUSE),
        ("https://a b", "x", Verdict.REFUSE),
        ("https://[", "x", Verdict.REFUSE),
        ("https://x:99999/", "x", Verdict.REFUSE),
        ("HTTPS://EXAMPLE.org", "x", Verdict.OPEN),
        ("https://evil.example/", "Visit bank.example now", Verdict.ASK),
        ("https://evil.example/", "bank.example.", Verdict.ASK),
        ("https://evil.example/", "(bank.example)", Verdict.ASK),
        ("https://evil.example/", "bank.example – sign in", Verdict.ASK),
        ("https://evil.example/", "bank.example\u200b", Verdict.ASK),
        ("https://evil.example/", "bank\u200b.exa\u00admple", Verdict.ASK),
        ("https://evil.example/", "bank\uff0eexample", Verdict.ASK),
        ("https://evil.example/", "evil.example or bank.example", Verdict.ASK),
        ("https://evil.example/", "https://bank.example/evil.example", Verdict.ASK),
        ("https://evil.example/", "https://evil.example@bank.example/", Verdict.ASK),
        ("https://evil.example/", "https://bank/", Verdict.ASK),
        ("https://evil.example/", "1.2.3.4", Verdict.ASK),
        ("https://faß.de/", "fass.de", Verdict.ASK),
        ("https://faß.de/", "faß.de", Verdict.OPEN),
        ("https://example.org/a.html?b.c", "See https://example.org/a.html?b.c.", Verdict.OPEN),
        ("https://example.org/", "example.org:443, chapter 2.10 of v1.2.3, e.g. this...", Verdict.OPEN),
        ("https://example.org/", "Node.js reads config.toml and index.html", Verdict.OPEN),
        ("https://example.org/", "README.md", Verdict.ASK),  # a domain in Moldova could be called so
        ("https://example.org/", "https://www.example.org./", Verdict.OPEN),
        ("https://[::1]/", "https://[::1]/", Verdict.OPEN),
        ("https://example.org\\@evil.example/", "x", Verdict.REFUSE),
        ("https:///x", "x", Verdict.REFUSE),
        ("https://ev%69l.example/", "x", Verdict.REFUSE),
    ],
)
def test_which_links_open(address: str, text: str, verdict: Verdict) -> None:
    assert examine(address, text).verdict is verdict


def test_the_true_host_is_shown() -> None:
    assert shown_host("https://аpple.com/") == "xn--pple-43d.com"
    assert shown_host("https://apple.com@evil.example/") == "evil.example"


@pytest.mark.parametrize("address", ["https://faß.de/", "https://σς.gr/", "https://0x7f.1/"])
def test_the_host_that_is_shown_is_the_one_that_is_opened(address: str) -> None:
    opened = QUrl(address, QUrl.ParsingMode.StrictMode).host(QUrl.ComponentFormattingOption.FullyEncoded)
    assert shown_host(address) == examine(address).host == opened


def test_a_link_is_clicked(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "see [this page](https://example.org/x)"))
    told: list[str] = []
    shown.view.linkActivated.connect(told.append)
    QTest.mouseClick(shown.area.viewport(), Qt.MouseButton.LeftButton, pos=shown.point_of((0, 0, 8)))
    assert told == ["https://example.org/x"]


def test_a_link_that_names_another_host_asks_first(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "see [https://bank.example](https://evil.example/)"))
    told: list[str] = []
    shown.view.linkActivated.connect(told.append)
    QTest.mouseClick(shown.area.viewport(), Qt.MouseButton.LeftButton, pos=shown.point_of((0, 0, 8)))
    (box,) = shown.view.findChildren(QMessageBox)
    assert "evil.example" in box.text()
    assert told == []
    box.close()
    QCoreApplication.processEvents()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[bank.example](https://evil.example/) or [click here](https://evil.example/)", 4),
        ("| a |\n|---|\n| [bank.example](https://evil.example/) or [click](https://evil.example/) |", 6),
        ("[**ba**nk.example](https://evil.example/)", 1),
    ],
)
def test_a_link_asks_by_its_own_text(qtbot: QtBot, text: str, place: int) -> None:
    shown = Shown(qtbot, answer(2, text))
    told: list[str] = []
    shown.view.linkActivated.connect(told.append)
    QTest.mouseClick(shown.area.viewport(), Qt.MouseButton.LeftButton, pos=shown.point_of((0, 0, place)))
    (box,) = shown.view.findChildren(QMessageBox)
    assert "“bank.example”" in box.informativeText()
    assert told == []
    box.close()
    QCoreApplication.processEvents()


def test_an_image_is_a_card_until_it_is_asked_for(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "![cat](https://img.example/cat.png)\n\n![local](/etc/hostname)"))
    told: list[str] = []
    shown.view.imageRequested.connect(told.append)
    shown.press("Show")  # one: a file is never offered
    assert told == ["https://img.example/cat.png"]


def test_what_is_no_image_is_said_to_be_none(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "![cat](https://img.example/cat.png)"))
    shown.view.show_image("https://img.example/cat.png", b"<html>")
    shown.settle()
    row = shown.area.built_item(0).rows[0]
    assert isinstance(row, PictureRow)
    assert row._words() == "This image cannot be shown · cat · img.example"
    assert not shown.buttons("Show")


def test_in_a_window_from_right_to_left_the_button_of_an_image_is_on_the_left(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "![cat](https://img.example/cat.png)"))
    shown.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown.settle()
    (button,) = shown.buttons("Show")
    middle = shown.area.column_left() + shown.area.column_width() // 2
    shown.area.settle()
    assert button.geometry().right() < middle


def test_the_tip_of_a_link_shows_what_cannot_be_seen_in_its_address(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "see https://example.org/\u202egpj.exe now"))
    QTest.mouseMove(shown.area.viewport(), shown.point_of((0, 0, 8)))
    tip = shown.area.viewport().toolTip()
    assert "example.org<br>" in tip
    assert "\u202e" not in tip


def test_what_cannot_be_seen_in_a_link_is_made_visible(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "[pay\u200bpal](https://x.org)"))
    assert shown.rows(0) == ["pay⟨U+200B⟩pal"]


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "<" * 300_000, "word " * 200_000, "😀" * 300_000, "```\n" + "x" * 500_000],
    ids=["one line", "marks", "words", "emoji", "code"],
)
def test_huge_texts_are_shown_whole(qtbot: QtBot, text: str) -> None:
    shown = Shown(qtbot, mine(1, text), answer(2, text[:100_000]))
    for _ in range(40):
        shown.settle()
    assert "".join(shown.rows(0)).replace("\n", "") == text.replace("\n", "")
    shown.area.verticalScrollBar().setValue(0)
    shown.settle()


@pytest.mark.parametrize(
    "source", [r"\frac{", "x<y", "&", r"\input{/etc/passwd}", "{" * 200, r"\href{file:///x}{y}", "\\"]
)
def test_mathematics_that_cannot_be_set_is_left_as_it_is(source: str) -> None:
    made = set_formula(source, 15, "#000000", display=False)
    assert made is None or made.width > 0


def test_formulas_are_set_when_there_is_time(qtbot: QtBot) -> None:
    pytest.importorskip("ziamath")
    shown = Shown(qtbot, answer(2, "so $a^2$ is\n\n$$\nb^2\n$$"))
    qtbot.waitUntil(lambda: shown.rows(0)[0] == "so x is", timeout=5000)
    shown.select((0, 0, 0), (0, 0, 4))
    assert shown.copied()[:2] == ("so a^2", "so $a^2$")

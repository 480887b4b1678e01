"""Typing, the input method, pasting and growing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from parley.ui.composer.editor import LONGEST_LINE, LONGEST_PASTE, is_too_long, local_files

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from parley.ui.composer.composer import Composer
    from parley.ui.composer.editor import MessageEdit


def compose(edit: MessageEdit, preedit: str, commit: str = "") -> None:
    """What an input method does while a word is being composed."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(edit, event)


def test_enter_sends_and_shift_enter_breaks_the_line(qtbot: QtBot, edit: MessageEdit) -> None:
    QTest.keyClicks(edit, "one")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(edit, "two")
    assert edit.toPlainText() == "one\ntwo"
    with qtbot.waitSignal(edit.submitted):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(edit.submitted):
        QTest.keyClick(edit, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert edit.toPlainText() == "one\ntwo"


def test_enter_during_composition_never_sends(qtbot: QtBot, edit: MessageEdit) -> None:
    compose(edit, "にほん")
    with qtbot.assertNotEmitted(edit.submitted):
        QTest.keyClick(edit, Qt.Key.Key_Return)
        QTest.keyClick(edit, Qt.Key.Key_Enter)
    assert "\n" not in edit.toPlainText()
    compose(edit, "", "日本")
    assert edit.toPlainText() == "日本"
    with qtbot.waitSignal(edit.submitted):
        QTest.keyClick(edit, Qt.Key.Key_Return)


def test_the_field_grows_with_its_text_and_then_scrolls(edit: MessageEdit) -> None:
    one_line = edit.height()
    edit.setPlainText("a\nb\nc")
    three_lines = edit.height()
    assert three_lines > 2 * one_line - 20
    edit.setPlainText("line\n" * 200)
    assert edit.height() <= round(600 * 0.4)
    assert edit.verticalScrollBar().maximum() > 0
    edit.clear()
    assert edit.height() == one_line


def test_a_long_line_that_wraps_grows_the_field_too(edit: MessageEdit) -> None:
    one_line = edit.height()
    edit.setPlainText("many words " * 60)
    assert edit.height() > 2 * one_line


def test_the_field_is_as_high_as_its_line_in_another_size_of_text(edit: MessageEdit) -> None:
    one_line = edit.height()
    font = edit.font()
    usual = font.pixelSize() if font.pixelSize() > 0 else font.pointSize()
    font.setPixelSize(32)
    edit.setFont(font)
    assert edit.height() >= edit.fontMetrics().lineSpacing()
    font.setPixelSize(max(1, usual))
    edit.setFont(font)
    assert edit.height() <= one_line


def test_the_field_takes_less_room_in_a_lower_window(qtbot: QtBot, composer: Composer, edit: MessageEdit) -> None:
    edit.setPlainText("line\n" * 200)
    composer.resize(800, 300)
    qtbot.waitUntil(lambda: edit.height() <= 120)


def test_pasting_takes_the_words_and_leaves_the_looks(edit: MessageEdit) -> None:
    mime = QMimeData()
    mime.setHtml("<h1>Title</h1><b>bold</b>")
    mime.setText("Title\nbold")
    edit.insertFromMimeData(mime)
    assert edit.toPlainText() == "Title\nbold"


def test_pasting_markup_pastes_what_is_seen(edit: MessageEdit) -> None:
    mime = QMimeData()
    mime.setText('<img src="http://example.com/x.png">')
    edit.insertFromMimeData(mime)
    assert edit.toPlainText() == '<img src="http://example.com/x.png">'


def test_text_is_preferred_to_its_picture(qtbot: QtBot, edit: MessageEdit) -> None:
    mime = QMimeData()
    mime.setText("1\t2")
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    with qtbot.assertNotEmitted(edit.imagePasted):
        edit.insertFromMimeData(mime)
    assert edit.toPlainText() == "1\t2"


def test_a_picture_is_handed_on(qtbot: QtBot, edit: MessageEdit) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    mime = QMimeData()
    mime.setImageData(image)
    with qtbot.waitSignal(edit.imagePasted) as pasted:
        edit.insertFromMimeData(mime)
    assert pasted.args == [image]


def test_files_are_handed_on_and_web_addresses_are_text(qtbot: QtBot, edit: MessageEdit, tmp_path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.txt"))])
    with qtbot.waitSignal(edit.filesPasted) as pasted:
        edit.insertFromMimeData(files)
    assert pasted.args == [[tmp_path / "a b.txt"]]
    link = QMimeData()
    link.setUrls([QUrl("https://example.com/")])
    assert local_files(link) == []
    edit.insertFromMimeData(link)
    assert "https://example.com/" in edit.toPlainText()


@pytest.mark.parametrize("text", ["a" * 10_000_000, "a line\n" * 1_400_000], ids=["one line", "many lines"])
def test_a_huge_paste_is_never_laid_out(qtbot: QtBot, edit: MessageEdit, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    with qtbot.waitSignal(edit.longTextPasted):
        edit.insertFromMimeData(mime)
    assert edit.toPlainText() == ""


def test_what_is_too_long_is_counted_by_the_whole_and_by_the_line() -> None:
    assert not is_too_long("word " * (LONGEST_LINE // 5))
    assert is_too_long("a" * (LONGEST_LINE + 1))
    assert is_too_long("line\n" * (LONGEST_PASTE // 5 + 1))


def test_replaced_text_comes_back_with_ctrl_z(edit: MessageEdit) -> None:
    QTest.keyClicks(edit, "precious")
    edit.replace_text("")
    edit.undo()
    assert edit.toPlainText() == "precious"


def test_tab_leaves_the_field(qtbot: QtBot, edit: MessageEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()
    assert edit.toPlainText() == ""


def test_what_is_typed_is_shown_letter_for_letter(qtbot: QtBot, edit: MessageEdit) -> None:
    """But for scripts that are set by looking at the letters beside each one."""
    size = edit.font().pixelSize()
    QTest.keyClicks(edit, "a -> b")
    assert edit.document().defaultFont().featureTags()
    edit.setPlainText("سلام")
    assert not edit.document().defaultFont().featureTags()
    edit.setPlainText("a")
    assert edit.document().defaultFont().featureTags()
    assert edit.font().pixelSize() == size


def test_the_letters_of_the_field_follow_the_size_of_text(qtbot: QtBot, edit: MessageEdit, qapp: QApplication) -> None:
    usual = qapp.font()
    larger = QFont(usual)
    larger.setPixelSize(29)
    try:
        qapp.setFont(larger)
        qapp.processEvents()
        assert edit.document().defaultFont().pixelSize() == 29
        assert edit.document().defaultFont().featureTags()
    finally:
        qapp.setFont(usual)

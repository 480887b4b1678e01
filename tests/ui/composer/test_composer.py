from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from parley.domain.errors import Cause
from parley.ui.composer.attachments import from_image, from_text
from parley.ui.composer.chips import Chip, ChipRow
from parley.ui.composer.composer import Composer
from parley.ui.kit.labels import ElidedLabel
from parley.ui.theme import READING_WIDTH

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from parley.ui.composer.editor import MessageEdit


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def lines(composer: Composer) -> list[str]:
    return [label.text() for label in composer.findChildren(ElidedLabel) if label.isVisible() and label.text()]


def test_things_are_found_by_their_names(composer: Composer, edit: MessageEdit, button: QToolButton) -> None:
    assert name(edit) == "Message"
    assert name(button) == "Send"
    assert any(name(found) == "Attach" for found in composer.findChildren(QToolButton))
    composer.set_busy(True)
    assert name(button) == "Stop"
    composer.set_busy(False)
    assert name(button) == "Send"


def test_enter_and_the_button_send_and_nothing_is_lost(
    qtbot: QtBot, composer: Composer, edit: MessageEdit, button: QToolButton
) -> None:
    composer.set_text("  Hello\n")
    with qtbot.waitSignal(composer.sendRequested) as sent:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert sent.args == ["  Hello\n", []]
    with qtbot.waitSignal(composer.sendRequested):
        button.click()
    assert composer.text() == "  Hello\n"  # until the message is safely saved
    composer.clear()
    assert composer.text() == ""


def test_nothing_is_sent_when_there_is_nothing(qtbot: QtBot, composer: Composer, edit: MessageEdit) -> None:
    with qtbot.assertNotEmitted(composer.sendRequested):
        QTest.keyClick(edit, Qt.Key.Key_Return)
        composer.set_text(" \n\t ")
        QTest.keyClick(edit, Qt.Key.Key_Return)


def test_send_is_off_until_there_is_something(composer: Composer, button: QToolButton) -> None:
    assert not button.isEnabled()
    composer.set_text("Hello")
    assert button.isEnabled()


def test_while_an_answer_runs_the_button_stops_and_enter_waits(
    qtbot: QtBot, composer: Composer, edit: MessageEdit, button: QToolButton
) -> None:
    composer.set_busy(True)
    composer.set_text("The next question")
    with qtbot.assertNotEmitted(composer.sendRequested):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(composer.stopRequested):
        button.click()
    with qtbot.waitSignal(composer.stopRequested):
        QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert composer.text() == "The next question"


def test_escape_stops_nothing_when_nothing_runs(qtbot: QtBot, composer: Composer, edit: MessageEdit) -> None:
    with qtbot.assertNotEmitted(composer.stopRequested):
        QTest.keyClick(edit, Qt.Key.Key_Escape)


def test_a_reason_not_to_send_is_said_and_writing_goes_on(
    qtbot: QtBot, composer: Composer, edit: MessageEdit, button: QToolButton
) -> None:
    composer.set_estimate("12 tokens")
    composer.set_blocked("Enter a key in Settings to send.")
    QTest.keyClicks(edit, "Hello")
    assert composer.text() == "Hello"
    assert not button.isEnabled()
    assert "Enter a key in Settings to send." in lines(composer)
    with qtbot.assertNotEmitted(composer.sendRequested):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    composer.set_blocked("")
    assert button.isEnabled()
    assert "12 tokens" in lines(composer)


def test_typing_is_told(qtbot: QtBot, composer: Composer, edit: MessageEdit) -> None:
    with qtbot.waitSignal(composer.textChanged) as changed:
        QTest.keyClicks(edit, "H")
    assert changed.args == ["H"]


def test_the_keys_are_told_while_one_writes(composer: Composer) -> None:
    assert lines(composer) == []
    composer.set_text("Hello")
    assert lines(composer) == ["Enter sends, Shift+Enter starts a new line"]


def test_the_card_is_never_wider_than_the_page(qtbot: QtBot, composer: Composer, edit: MessageEdit) -> None:
    composer.resize(1600, 600)
    qtbot.waitUntil(lambda: composer.width() == 1600)
    card = edit.parentWidget()
    assert card is not None
    assert card.width() <= READING_WIDTH
    left = card.mapTo(composer, QPoint(0, 0)).x()
    assert abs(left - (composer.width() - card.width()) / 2) <= 1


def test_it_fits_a_narrow_window(composer: Composer) -> None:
    composer.set_estimate("1,204 tokens, about 903 words · $0.0012 to send, plus the answer")
    composer.set_text("Hello")
    assert composer.minimumSizeHint().width() <= 360


def test_a_file_is_attached_and_sent(qtbot: QtBot, composer: Composer, button: QToolButton, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes")
    with qtbot.waitSignal(composer.attachmentsChanged):
        composer.add_files([tmp_path / "notes.txt"])
        assert not button.isEnabled()
    qtbot.waitUntil(button.isEnabled)  # without a word of text
    with qtbot.waitSignal(composer.sendRequested) as sent:
        button.click()
    assert sent.args is not None
    assert [attachment.name for attachment in sent.args[1]] == ["notes.txt"]


def test_nothing_is_sent_before_the_file_is_read(
    qtbot: QtBot, composer: Composer, edit: MessageEdit, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("Notes")
    composer.set_text("Look at this")
    composer.add_files([tmp_path / "notes.txt"])
    with qtbot.assertNotEmitted(composer.sendRequested):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(composer.attachments()) == 1)


def test_a_file_that_cannot_be_attached_is_refused_and_the_rest_stays(
    qtbot: QtBot, composer: Composer, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("Notes")
    composer.set_text("Hello")
    with qtbot.waitSignal(composer.attachmentRefused) as refused:
        composer.add_files([tmp_path / "gone.txt", tmp_path / "notes.txt"])
    assert refused.args is not None
    assert refused.args[0].cause is Cause.FILE_UNREADABLE
    qtbot.waitUntil(lambda: len(composer.attachments()) == 1)
    assert composer.text() == "Hello"


def test_the_same_file_twice_is_one_attachment(composer: Composer) -> None:
    attachment = from_text("Notes", "notes.txt")
    composer.set_attachments([attachment, attachment])
    assert composer.attachments() == [attachment]


def test_an_attachment_can_be_taken_off(composer: Composer) -> None:
    first, second = from_text("one", "one.txt"), from_text("two", "two.txt")
    composer.set_attachments([first, second])
    chip = next(chip for chip in composer.findChildren(Chip) if chip.attachment == first)
    assert chip.remove.accessibleName() == "Remove one.txt"
    chip.remove.click()
    assert composer.attachments() == [second]


def test_clearing_takes_text_and_attachments(composer: Composer) -> None:
    composer.set_text("Hello")
    composer.set_attachments([from_text("one", "one.txt")])
    composer.clear()
    assert composer.text() == ""
    assert composer.attachments() == []
    assert composer.findChildren(ChipRow)[0].isHidden()


def test_an_image_shows_itself(composer: Composer) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    composer.set_attachments([from_image(image, "pink.png")])
    shot = composer.grab().toImage()
    pixels = {shot.pixelColor(x, y).name() for x in range(0, shot.width(), 4) for y in range(0, shot.height(), 4)}
    assert "#ff00ff" in pixels


def test_a_file_is_dropped_on_the_card(qtbot: QtBot, composer: Composer, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "notes.txt"))])
    none = Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    composer.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    qtbot.waitUntil(lambda: [a.name for a in composer.attachments()] == ["notes.txt"])


def test_a_long_paste_comes_as_an_attachment_and_too_long_a_one_is_refused(
    qtbot: QtBot, composer: Composer, edit: MessageEdit
) -> None:
    mime = QMimeData()
    mime.setText("a line\n" * 100_000)
    edit.insertFromMimeData(mime)
    qtbot.waitUntil(lambda: [a.name for a in composer.attachments()] == ["Pasted text.txt"])
    mime.setText("a" * 10_000_000)
    with qtbot.waitSignal(composer.attachmentRefused) as refused:
        edit.insertFromMimeData(mime)
    assert refused.args is not None
    assert refused.args[0].cause is Cause.FILE_TOO_LARGE


def test_a_window_closed_while_a_file_is_read_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    composer = Composer()
    composer.show()
    image = QImage(3000, 3000, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(tmp_path / "big.png"))
    composer.add_files([tmp_path / "big.png"] * 3)
    composer.close()
    composer.deleteLater()
    qtbot.wait(300)

"""Files on their way from the person to the service: by the button and by pasting."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QImage, QImageReader, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.app.test_context import PDF

from parley.ui.composer.editor import MessageEdit
from parley.ui.kit.buttons import IconButton

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer


def picture(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def sent(server: FaultServer, token: str) -> list[Any]:
    """The parts of the last message that was sent."""
    bodies = [record["body"] for record in server.records(token) if record["method"] == "POST"]
    parts: list[Any] = bodies[-1]["messages"][-1]["content"]
    return parts


def image_in(part: dict[str, Any]) -> tuple[str, QImage]:
    """The type that an image part says it has, and what is in it."""
    kind, _, data = part["image_url"]["url"].partition(";base64,")
    return kind.removeprefix("data:"), QImage.fromData(base64.b64decode(data))


def test_a_pasted_screenshot_goes_as_a_picture_no_larger_than_is_looked_at_and_is_kept_once(
    person: Person, fault_server: FaultServer
) -> None:
    person.use("good/pasted")
    person.program.parts.conversation.choose_model("gpt-4o")
    composer = person.program.parts.window.composer
    (field,) = composer.findChildren(MessageEdit)
    for question in ("What is this?", "And this?"):
        QApplication.clipboard().setImage(picture(3000, 1500))
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
        person.wait(lambda: len(composer.attachments()) == 1)
        person.say(question)
        person.wait(lambda: composer.attachments() == [])
        image, _question = sent(fault_server, "pasted")
        kind, shown = image_in(image)
        assert (kind, shown.width(), shown.height()) == ("image/png", 2048, 1024)
    rows = person.program._store.connection.execute("SELECT count(*) FROM content").fetchall()
    assert rows == [(1,)], "the same picture twice is one"


def test_the_button_attaches_every_kind_that_is_taken(
    person: Person, fault_server: FaultServer, tmp_path: Path
) -> None:
    chosen = files(tmp_path)
    person.use("good/button")
    person.program.parts.conversation.choose_model("gpt-4o")
    composer = person.program.parts.window.composer
    (attach,) = (button for button in composer.findChildren(IconButton) if button.accessibleName() == "Attach")
    attach.click()
    (dialog,) = composer.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(path) for path in chosen])  # where the system has a window of its own, it says this
    dialog.close()
    person.wait(lambda: len(composer.attachments()) == len(chosen))
    person.say("What are these?")
    *parts, question = sent(fault_server, "button")
    kinds = [part.get("image_url", {}).get("url", part["type"]).partition(";")[0] for part in parts]
    assert kinds == ["data:image/png", "data:image/jpeg", "data:image/webp", "data:image/gif", "file", "text"]
    assert "count.py" in parts[-1]["text"]
    assert "print(1)" in parts[-1]["text"]
    assert question == {"type": "text", "text": "What are these?"}


def files(folder: Path) -> list[Path]:
    """One of each kind, in their order."""
    made = []
    for suffix in ("png", "jpg", "webp"):
        path = folder / f"picture.{suffix}"
        assert picture(60, 40).save(str(path)), f"this Qt writes no {suffix}"
        made.append(path)
    gif = folder / "picture.gif"
    gif.write_bytes(base64.b64decode("R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="))
    assert QImageReader(str(gif)).canRead()
    paper, program = folder / "paper.pdf", folder / "count.py"
    paper.write_bytes(PDF)
    program.write_text("print(1)\n", encoding="utf-8")
    return [*made, gif, paper, program]

"""A page becomes a PDF with numbered pages, and nothing outside the page is touched while that happens."""

from __future__ import annotations

import base64
import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from tests.exchange.samples import PNG, conversation, everything

from parley import paths
from parley.exchange.formats import find_format
from parley.exchange.ports import Outside
from parley.ui.pdf import _Sealed, html_to_pdf
from parley.ui.theme import load_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("own_fonts")


@pytest.fixture(scope="module")
def own_fonts(qapp: object) -> None:
    """The bundled fonts, so that pages break where they do everywhere."""
    assert load_fonts(paths.resources() / "fonts") == []


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.fixture
def visits() -> Iterator[tuple[str, list[str]]]:
    """The address of a web server, and the paths that anyone asked it for."""
    asked: list[str] = []

    class Recorder(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the base class gives it
            pass

    server = HTTPServer(("127.0.0.1", 0), Recorder)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_conversation_becomes_a_pdf() -> None:
    pdf = find_format("pdf").write(conversation(), everything(), Outside(print_html=html_to_pdf))

    assert pdf.startswith(b"%PDF-")
    assert page_count(pdf) in (1, 2)  # it depends on the fonts this machine has for the other scripts in it


def test_a_long_conversation_goes_over_many_pages() -> None:
    assert page_count(html_to_pdf("<p>line</p>" * 200, "Long")) > 3


def test_one_block_longer_than_a_page_goes_on_over_the_next() -> None:
    cell = "<table><tr><td><pre>" + "line\n" * 400 + "</pre></td></tr></table>"

    assert page_count(html_to_pdf(cell, "Code")) > 3


def test_it_can_be_printed_on_another_thread(qtbot: QtBot) -> None:
    made: list[bytes] = []
    thread = threading.Thread(target=lambda: made.append(html_to_pdf("<p>Hello</p>", "T")))
    thread.start()

    qtbot.waitUntil(lambda: bool(made))

    thread.join()
    assert made[0].startswith(b"%PDF-")


def test_nothing_is_asked_of_the_network(visits: tuple[str, list[str]]) -> None:
    address, asked = visits
    html = f'<link rel="stylesheet" href="{address}/a.css"><img src="{address}/b.png">'

    assert html_to_pdf(html, "T").startswith(b"%PDF-")

    assert asked == []


def test_no_file_is_read(tmp_path: Path) -> None:
    picture = tmp_path / "private.png"
    picture.write_bytes(PNG)

    for address in (
        picture.as_uri(),
        str(picture),
        "//host/share/x.png",
        "qrc:/x.png",
        "data:image/svg+xml;base64,eA==",
    ):
        assert _Sealed().loadResource(QTextDocument.ResourceType.ImageResource, QUrl(address)) is None


def test_images_inside_the_page_are_shown() -> None:
    address = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"

    with_image = html_to_pdf(f'<img src="{address}" width="200" height="200">', "T")

    assert b"/Subtype /Image" in with_image
    assert b"/Subtype /Image" not in html_to_pdf("<p>none</p>", "T")


def test_an_image_wider_than_the_paper_is_made_smaller() -> None:
    wide = QImage(4000, 100, QImage.Format.Format_RGB32)
    wide.fill(QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    wide.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes here, Qt takes both
    document = _Sealed()
    document.set_widest(600)

    address = f"data:image/png;base64,{base64.b64encode(buffer.data().data()).decode()}"
    image = document.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(address))

    assert (image.width(), image.height()) == (600, 15)


def test_damaged_images_are_left_out() -> None:
    assert html_to_pdf('<img src="data:image/png;base64,!!!"><img src="data:image/png;base64,AAAA">', "T")

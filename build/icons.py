"""Draws resources/app/parley.svg into the formats that systems want; for maintainers, after a change of the drawing.

.ico and .icns are both small tables of pictures in PNG, so they are written here instead of by a further tool.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

APP = Path(__file__).resolve().parent.parent / "resources" / "app"

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_TYPES = {
    b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512,
    b"ic09": 512, b"ic10": 1024,
}  # fmt: skip
"""Apple's four-letter types and the side of the picture in pixels."""


def png(renderer: QSvgRenderer, side: int) -> bytes:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    offset = 6 + 16 * len(pictures)
    entries = b""
    for side, picture in pictures.items():
        edge = side % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    chunks = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(chunks)) + chunks


def main() -> None:
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(APP / "parley.svg"))
    (APP / "parley.png").write_bytes(png(renderer, 512))
    (APP / "parley.ico").write_bytes(ico({side: png(renderer, side) for side in ICO_SIZES}))
    (APP / "parley.icns").write_bytes(icns({kind: png(renderer, side) for kind, side in ICNS_TYPES.items()}))
    application.quit()


if __name__ == "__main__":
    main()

"""Everything about attachments in the composer. Made, and its modules loaded, when the first one comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.ui.composer import attachments as reading
from parley.ui.composer.chips import ChipRow
from parley.ui.composer.loader import Loader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from parley.domain.attachment import Attachment
    from parley.ui.theme import Theme


class Attaching(QObject):
    """Reads what is attached and shows it in `row`."""

    changed = Signal()
    refused = Signal(object)  # Failure
    loadingChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.row = ChipRow()
        self.loading = False
        self._loader = Loader(self)
        self._loader.loaded.connect(self.row.add)
        self._loader.refused.connect(self.refused)
        self._loader.busyChanged.connect(self._on_loading)
        self.row.changed.connect(self.changed)

    def attachments(self) -> list[Attachment]:
        return self.row.attachments()

    def replace(self, attachments: Sequence[Attachment]) -> None:
        self.row.replace(attachments)

    def add_files(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._loader.load(partial(reading.read_file, path))

    def add_image(self, image: QImage) -> None:
        self._loader.load(partial(reading.from_image, image, self.tr("Pasted picture.png")))

    def add_text(self, text: str) -> None:
        self._loader.load(partial(reading.from_text, text, self.tr("Pasted text.txt")))

    def set_theme(self, theme: Theme) -> None:
        self.row.set_theme(theme)

    def _on_loading(self, loading: bool) -> None:
        self.loading = loading
        self.loadingChanged.emit()

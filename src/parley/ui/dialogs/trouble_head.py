"""How a dialog begins that has trouble to tell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from parley.ui.kit.labels import Label, Picture
from parley.ui.theme import LARGE, SMALL


def trouble_head(title: str, text: str, comfort: str) -> QHBoxLayout:
    """A warning sign, and beside it what happened, what that means, and what it does not."""
    head = QHBoxLayout()
    head.setSpacing(LARGE)
    head.addWidget(Picture("triangle-alert", 32, tone="warning"), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(SMALL)
    for said, look in ((title, "title"), (text, ""), (comfort, "quiet")):
        words.addWidget(Label(said, look=look))
    head.addLayout(words, 1)
    return head

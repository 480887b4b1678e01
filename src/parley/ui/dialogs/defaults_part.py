"""What new chats begin with besides model and instructions: said in words, and forgotten at will."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.domain.settings import DEFAULT_CHAT, Settings
from parley.ui.chat_defaults import default_words
from parley.ui.kit.buttons import Button
from parley.ui.kit.labels import Label
from parley.ui.theme import SMALL


class DefaultsPart(QWidget):
    """The values are set in Chat settings, where their controls are, and kept with its button."""

    settingChanged = Signal(str, object)  # key, value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Label()
        self._help = Label(self.tr("To change them, open Chat settings and press “Use for new chats”."), look="small")
        self.forget = Button(self.tr("Begin without them"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(Label(self.tr("Other settings of new conversations"), look="strong"))
        column.addWidget(self._said)
        column.addWidget(self._help)
        column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.forget.clicked.connect(lambda: self.settingChanged.emit(DEFAULT_CHAT.key, ""))

    def set_settings(self, settings: Settings) -> None:
        """Show what is kept in these settings."""
        words = default_words(settings[DEFAULT_CHAT])
        self._said.setText(" · ".join(words) or self.tr("All as the model has them."))
        self.forget.setVisible(bool(words))
        self.forget.setAccessibleDescription(self._said.text())

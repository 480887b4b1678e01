"""Which service answers now: said on the page that changes it, and in the words of the page of its key."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from parley.domain.request import OPENAI
from parley.domain.settings import PRACTICE_MODEL_FILE, SERVICE_ADDRESS, SERVICE_KIND
from parley.domain.words import QT_TRANSLATE_NOOP
from parley.ui.failure_words import readable_fact
from parley.ui.kit.cards import Card
from parley.ui.kit.labels import Label, Picture
from parley.ui.theme import MEDIUM, TINY

if TYPE_CHECKING:
    from parley.domain.settings import Settings


class ServiceInUse(Card):
    """The service in use, before anything that would change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture("circle-check", 22, tone="success")
        self._head = Label(look="small")
        self._name = Label(look="strong")
        self._place = Label(look="small")
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(TINY // 2)
        for label in (self._head, self._name, self._place):
            words.addWidget(label)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def set_settings(self, settings: Settings) -> None:
        chosen = bool(settings[SERVICE_KIND])
        head = _tr(QT_TRANSLATE_NOOP("ServiceInUse", "In use now"))
        name, place = service_words(settings)
        if not chosen:
            name = _tr(QT_TRANSLATE_NOOP("ServiceInUse", "No service is chosen yet."))
            place = _tr(QT_TRANSLATE_NOOP("ServiceInUse", "Choose one here, or enter your key under Account and key."))
        self._picture.set_icon("circle-check" if chosen else "info", "success" if chosen else "quiet")
        self._head.setText(head)
        self._head.setVisible(chosen)
        self._name.setText(name)
        self._place.setText(place)
        self.setAccessibleName(f"{head}: {name}. {place}" if chosen else f"{name} {place}")


class InUseMark(QWidget):
    """Stands where the button to use something would be, when that is in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        row.addWidget(Picture("circle-check", 16, tone="success"))
        row.addWidget(Label(_tr(QT_TRANSLATE_NOOP("ServiceInUse", "In use now")), look="small", wrap=False))


def service_words(settings: Settings) -> tuple[str, str]:
    """What the service is called, and where it is. Before the first choice it is OpenAI, to which a key would go."""
    if settings[SERVICE_KIND] == "practice":
        own = settings[PRACTICE_MODEL_FILE]
        name = readable_fact(PurePath(own).name) if own else _tr(QT_TRANSLATE_NOOP("ServiceInUse", "Practice model"))
        local = _tr(QT_TRANSLATE_NOOP("ServiceInUse", "A model on this computer. Nothing leaves it."))
        return name, local
    if settings[SERVICE_KIND] == "other":
        return _tr(QT_TRANSLATE_NOOP("ServiceInUse", "Another service")), readable_fact(settings[SERVICE_ADDRESS])
    return OPENAI.name, OPENAI.address


def _tr(text: str) -> str:
    return QCoreApplication.translate("ServiceInUse", text)

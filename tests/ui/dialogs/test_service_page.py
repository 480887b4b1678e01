"""The page of the service: which one is in use is plain at a glance, and to those who do not look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from parley.domain.errors import Cause, Failure
from parley.domain.request import OPENAI
from parley.domain.settings import Page, Settings
from parley.ui.dialogs.settings_dialog import SettingsDialog
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LOCAL = "A model on this computer. Nothing leaves it."


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.show()
    made.show_page(Page.SERVICE)
    return made


def _said(dialog: SettingsDialog) -> str:
    return "\n".join(label.text() for label in dialog.service.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("stored", "name", "place"),
    [
        ({"service_kind": "openai"}, "OpenAI", "https://api.openai.com/v1"),
        ({"service_kind": "other", "service_address": "http://nas:11434/v1"}, "Another service", "http://nas:11434/v1"),
        ({"service_kind": "practice"}, "Practice model", LOCAL),
        ({"service_kind": "practice", "practice_model_file": "/models/own.gguf"}, "own.gguf", LOCAL),
    ],
)
def test_the_service_in_use_is_said_first_and_as_one_name(
    dialog: SettingsDialog, stored: dict[str, str | int | bool], name: str, place: str
) -> None:
    dialog.set_settings(Settings(stored))
    card = dialog.service.in_use
    labels = [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()]
    assert labels == ["In use now", name, place]
    assert QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name) == f"In use now: {name}. {place}"
    assert card.y() == 0, "before everything that would change it"


def test_before_the_first_choice_no_service_is_called_the_one_in_use(dialog: SettingsDialog) -> None:
    assert "No service is chosen yet." in _said(dialog)
    assert "In use now" not in _said(dialog)


def test_the_practice_model_can_be_used_again_after_a_file_of_ones_own(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.set_settings(Settings({"service_kind": "practice"}))
    assert not dialog.service.practice.isVisible(), "it is in use"
    assert _said(dialog).count("In use now") == 2
    dialog.set_settings(Settings({"service_kind": "practice", "practice_model_file": "/models/own.gguf"}))
    with qtbot.waitSignal(dialog.practiceModelChosen) as chosen:
        dialog.service.practice.click()
    assert chosen.args == [""]


def test_retry_asks_again_for_what_failed_and_not_for_the_address_in_the_field(
    qtbot: QtBot,
) -> None:
    dialog = SettingsDialog(choose_model=lambda _parent: "/models/own.gguf")
    qtbot.addWidget(dialog)
    dialog.set_theme(LIGHT)
    dialog.show()
    dialog.show_page(Page.SERVICE)
    dialog.service.address.setText("http://nas:11434/v1")
    models: list[str] = []
    services: list[str] = []
    dialog.practiceModelChosen.connect(models.append)
    dialog.serviceSubmitted.connect(lambda address, _key: services.append(address))

    for press in (dialog.service.choose, dialog.service.practice, dialog.service.back):
        press.setVisible(True)
        press.click()
        dialog.show_failure(Failure(Cause.PRACTICE_FAILED))
        dialog.service.state.failure.button.click()
    assert models == ["/models/own.gguf", "/models/own.gguf", "", ""]
    assert services == [OPENAI.address, OPENAI.address]

    dialog.service.submit()
    dialog.service.address.setText("http://nas:1234/v1")
    dialog.show_failure(Failure(Cause.REFUSED))
    dialog.service.state.failure.button.click()
    assert services[2:] == ["http://nas:11434/v1", "http://nas:1234/v1"]

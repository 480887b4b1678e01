"""Chat settings: every control of the API, in plain words, right for the model at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from parley.domain.chat_settings import ChatSettings, Example, Mode
from parley.llm.rules import rules_for
from parley.ui.panels.chat_settings import ChatSettingsPanel
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RAIN = Example("Tell me about rain", "Rain falls.")
SNOW = Example("And snow", "It is quiet.")


class Panel:
    """The panel, and what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.widget = ChatSettingsPanel()
        qtbot.addWidget(self.widget)
        self.widget.set_theme(LIGHT)
        self.widget.resize(320, 1400)
        self.widget.show()
        self.told: list[ChatSettings] = []
        self.widget.settingsChanged.connect(self.told.append)

    def press(self, name: str) -> None:
        QCoreApplication.processEvents()  # what was just added is shown by an event
        found = [
            b
            for b in self.widget.findChildren(QAbstractButton)
            if b.isVisible() and name in (b.text(), b.accessibleName())
        ]
        assert len(found) == 1, f"{len(found)} buttons are called {name}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def buttons(self) -> list[QAbstractButton]:
        return [button for button in self.widget.findChildren(QAbstractButton) if button.isVisible()]

    def text(self) -> str:
        return "\n".join(label.text() for label in self.widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    return Panel(qtbot)


def test_the_controls_have_the_names_the_contract_gives_them(panel: Panel) -> None:
    widget = panel.widget
    assert widget.instructions.accessibleName() == "Instructions"
    assert widget.creativity.slider.accessibleName() == "Creativity"
    assert widget.answer_length.spin.accessibleName() == "Longest answer"
    assert widget.json_answer.text() == "Answer as JSON"


def test_showing_settings_says_nothing(panel: Panel) -> None:
    settings = ChatSettings("gpt-4o", "Be brief.", (RAIN, SNOW), 0.73, 1000, json_answer=True, mode=Mode.COMPLETION)
    panel.widget.set_settings(settings)
    assert panel.told == []
    assert panel.widget.settings() == settings


def test_nothing_is_set_at_first_and_that_is_said_in_words(panel: Panel) -> None:
    assert panel.widget.creativity.value() is None
    assert panel.widget.answer_length.value() is None
    assert "Not set" in panel.text()
    assert panel.widget.answer_length.spin.text() == "Not set"


def test_instructions_are_told_as_they_are_written(panel: Panel) -> None:
    QTest.keyClicks(panel.widget.instructions, "Be kind")
    assert panel.told[-1] == ChatSettings(instructions="Be kind")


def test_our_own_change_coming_back_leaves_the_caret_alone(panel: Panel) -> None:
    panel.widget.settingsChanged.connect(panel.widget.set_settings)
    QTest.keyClicks(panel.widget.instructions, "ac")
    QTest.keyClick(panel.widget.instructions, Qt.Key.Key_Left)
    QTest.keyClicks(panel.widget.instructions, "b")
    assert panel.widget.instructions.toPlainText() == "abc"


def test_moving_the_slider_sets_creativity_in_tenths(panel: Panel) -> None:
    QTest.keyClick(panel.widget.creativity.slider, Qt.Key.Key_Right)
    assert panel.told[-1].temperature == 1.1
    panel.widget.creativity.slider.setValue(0)
    assert panel.told[-1].temperature == 0.0
    assert "Nearly the same answer every time." in panel.text()
    panel.widget.creativity.slider.setValue(200)
    assert panel.told[-1].temperature == 2.0
    assert "stop making sense" in panel.text()


def test_a_finer_temperature_is_kept_until_it_is_moved(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(temperature=0.73))
    QTest.keyClicks(panel.widget.instructions, "x")
    assert panel.told[-1].temperature == 0.73


def test_creativity_goes_back_to_not_set(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(temperature=0.2))
    panel.press("Use the model's own")
    assert panel.told[-1].temperature is None
    assert "its own default" in panel.text()


def test_the_longest_answer_is_said_in_words_too(panel: Panel) -> None:
    panel.widget.answer_length.spin.setValue(1000)
    assert panel.told[-1].max_tokens == 1000
    assert "about 750 words" in panel.text()
    panel.press("Set no limit")
    assert panel.told[-1].max_tokens is None


def test_examples_are_added_filled_moved_and_removed(panel: Panel) -> None:
    panel.press("Add an example")
    assert panel.told == [], "an example in which nothing is written is not one"
    first = panel.widget.examples.cards[0]
    assert panel.widget.focusWidget() is first.question
    first.question.setPlainText(RAIN.question)
    first.answer.setPlainText(RAIN.answer)
    panel.press("Add an example")
    second = panel.widget.examples.cards[1]
    second.question.setPlainText(SNOW.question)
    second.answer.setPlainText(SNOW.answer)
    assert list(panel.told[-1].examples) == [RAIN, SNOW]
    panel.press("Example 2: Move up")
    assert list(panel.told[-1].examples) == [SNOW, RAIN]
    panel.press("Example 1: Remove")
    assert list(panel.told[-1].examples) == [RAIN]


def test_an_example_just_begun_stays_while_something_else_changes(panel: Panel) -> None:
    panel.widget.settingsChanged.connect(panel.widget.set_settings)
    panel.press("Add an example")
    QTest.keyClicks(panel.widget.instructions, "x")
    assert len(panel.widget.examples.cards) == 1


def test_the_first_and_last_example_cannot_be_moved_out(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(examples=(RAIN, SNOW)))
    first, last = panel.widget.examples.cards
    assert not first.up.isEnabled()
    assert first.down.isEnabled()
    assert not last.down.isEnabled()


def test_json_without_the_word_offers_a_sentence(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(instructions="You are a comedian."))
    panel.widget.json_answer.click()
    assert panel.told[-1].json_answer
    assert "No message mentions JSON yet." in panel.text()
    panel.press("Add a sentence")
    assert panel.told[-1].instructions == "You are a comedian.\nAnswer in JSON."
    assert "No message mentions JSON yet." not in panel.text()


@pytest.mark.parametrize(
    "settings",
    [
        ChatSettings(json_answer=True, instructions="Use json."),
        ChatSettings(json_answer=True, examples=(Example("as JSON", "{}"),)),
    ],
)
def test_json_that_is_mentioned_offers_nothing(panel: Panel, settings: ChatSettings) -> None:
    panel.widget.set_settings(settings)
    assert "No message mentions JSON yet." not in panel.text()


def test_json_mentioned_in_the_conversation_counts(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(json_answer=True))
    panel.widget.set_json_mentioned(True)
    assert "No message mentions JSON yet." not in panel.text()


def test_text_completion_leaves_out_what_it_does_not_use(panel: Panel) -> None:
    panel.widget.completion.click()
    assert panel.told[-1].mode is Mode.COMPLETION
    assert not panel.widget.instructions.isEnabled()
    assert not panel.widget.examples.isEnabled()
    assert not panel.widget.json_answer.isEnabled()
    assert "Not used in text completion." in panel.text()


def test_a_thinking_model_sets_its_own_creativity(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings("o3", temperature=0.5))
    panel.widget.set_model_rules(rules_for("o3"))
    assert not panel.widget.creativity.slider.isEnabled()
    assert "sets its own creativity" in panel.text()
    assert "thinking counts too" in panel.text()
    assert panel.told == [], "what was set stays set for the next model"
    panel.widget.set_model_rules(rules_for("gpt-4o"))
    assert panel.widget.creativity.slider.isEnabled()
    assert panel.widget.creativity.value() == 0.5


def test_a_model_that_only_completes_says_so(panel: Panel) -> None:
    panel.widget.set_model_rules(rules_for("gpt-3.5-turbo-instruct"))
    assert panel.widget.completion.isChecked()
    assert not panel.widget.completion.isEnabled()
    assert not panel.widget.instructions.isEnabled()
    assert "only continues a text" in panel.text()
    assert panel.told == []


def test_tab_leaves_a_field_of_many_lines(panel: Panel) -> None:
    panel.widget.instructions.setFocus()
    QTest.keyClick(panel.widget.instructions, Qt.Key.Key_Tab)
    assert panel.widget.focusWidget() is not panel.widget.instructions
    assert panel.widget.instructions.toPlainText() == ""


def test_it_fits_its_width_however_long_the_text(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(instructions="x" * 5000, examples=(Example("y" * 5000, "z" * 5000),)))
    panel.widget.resize(320, 600)
    QCoreApplication.processEvents()
    assert panel.widget.page.width() <= 320
    shown = [child for child in panel.widget.page.findChildren(QWidget) if child.isVisible()]
    assert all(child.width() <= 320 for child in shown)

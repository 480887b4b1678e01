"""The less usual settings: "Default" until they are set, greyed out with a reason, told when they change."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.panels.test_chat_settings import RAIN, SNOW, Panel

from parley.domain.answer_schema import AnswerSchema
from parley.domain.chat_settings import NOTHING_MORE, ChatSettings, Example, MoreSettings
from parley.llm.rules import rules_for
from parley.ui.panels.json_answer import SAMPLE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EVERYTHING = MoreSettings(0.9, 0.5, -0.5, ("END", "a\nb", "back\\slash"), 7, "low", "high", 3)
FOX = Example("And the fox", "It jumps.")


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    made = Panel(qtbot)
    made.press("More settings")
    return made


def test_everything_is_left_to_the_model_at_first(panel: Panel) -> None:
    more = panel.widget.more
    assert [field.text() for field in (more.top_p, more.presence, more.frequency, more.seed, more.answers)] == [
        "Default"
    ] * 5
    assert [box.currentText() for box in (more.effort, more.verbosity)] == ["Default"] * 2
    assert more.stop.toPlainText() == ""
    assert panel.told == []


def test_what_is_shown_is_what_was_set_and_says_nothing(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(more=EVERYTHING))
    more = panel.widget.more
    assert panel.told == []
    assert more.stop.toPlainText() == "END\na\\nb\nback\\\\slash"
    assert more.stop.stops() == EVERYTHING.stop
    assert (more.effort.currentText(), more.verbosity.currentText()) == ("A little (low)", "Detailed (high)")
    assert "More settings (8 set)" in {button.text() for button in panel.buttons()}
    panel.widget.set_settings(ChatSettings())
    assert more.number_set() == 0


def test_each_change_is_told_with_nothing_else(panel: Panel) -> None:
    more = panel.widget.more
    more.top_p.setFocus()
    QTest.keyClick(more.top_p, Qt.Key.Key_Up)
    assert panel.told[-1].more == MoreSettings(top_p=1.0), "the first step leads to what the service uses"
    QTest.keyClick(more.top_p, Qt.Key.Key_Down)
    assert panel.told[-1].more == MoreSettings(top_p=0.95)
    QTest.keyClick(more.answers, Qt.Key.Key_Up)
    assert panel.told[-1].more == MoreSettings(top_p=0.95, answers=2)
    QTest.keyClicks(more.stop, "END")
    assert panel.told[-1].more.stop == ("END",)
    more.effort.setFocus()
    QTest.keyClick(more.effort, Qt.Key.Key_Down)
    assert panel.told[-1].more.reasoning_effort == "none"


@pytest.mark.parametrize("field", ["top_p", "presence", "frequency", "seed", "answers"])
def test_a_number_that_is_emptied_is_default_again(field: str, panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(more=EVERYTHING))
    control = getattr(panel.widget.more, field)
    control.setFocus()
    control.lineEdit().selectAll()
    QTest.keyClick(control, Qt.Key.Key_Delete)
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert control.text() == "Default"
    name = {"presence": "presence_penalty", "frequency": "frequency_penalty"}.get(field, field)
    expected = {**asdict(EVERYTHING), name: None}
    assert asdict(panel.told[-1].more) == expected


def test_the_largest_seed_is_kept_exactly(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(more=MoreSettings(seed=2**53 - 2)))
    QTest.keyClick(panel.widget.more.seed, Qt.Key.Key_Up)
    assert panel.told[-1].more.seed == 2**53 - 1


def test_what_the_model_does_not_take_is_greyed_out_with_its_reason_and_kept(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings("o1-mini", more=EVERYTHING))
    panel.widget.set_model_rules(rules_for("o1-mini"))
    more = panel.widget.more
    assert not any(
        control.isEnabled()
        for control in (more.top_p, more.presence, more.frequency, more.answers, more.stop, more.effort, more.verbosity)
    )
    assert more.seed.isEnabled()
    assert "decides by itself how long it thinks" in panel.text()
    assert panel.told == []
    panel.widget.set_model_rules(rules_for("unheard-of"))
    assert more.top_p.isEnabled()
    assert panel.widget.settings().more == EVERYTHING


def test_only_the_measures_of_thinking_that_the_model_knows_are_offered(panel: Panel) -> None:
    panel.widget.set_model_rules(rules_for("o3"))
    box = panel.widget.more.effort
    assert [box.itemData(row) for row in range(box.count())] == ["", "low", "medium", "high"]


def test_scrolling_over_a_field_changes_nothing(panel: Panel) -> None:
    from PySide6.QtGui import QWheelEvent

    panel.widget.set_settings(ChatSettings(more=EVERYTHING))
    for field in (panel.widget.more.top_p, panel.widget.more.effort):
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, wheel)
    assert panel.told == []


def test_every_control_has_a_name_and_fits_the_panel(panel: Panel) -> None:
    panel.widget.set_settings(
        ChatSettings(more=EVERYTHING, json_answer=True, schema=AnswerSchema(used=True, text=SAMPLE))
    )
    controls = [panel.widget.json.shape, panel.widget.json.name, panel.widget.json.text, panel.widget.json.strict]
    names = [control.accessibleName() or getattr(control, "text", str)() for control in controls]
    assert names == ["What the JSON looks like", "Name of the schema", "Schema", "Guarantee it (strict)"]
    shown = [child for child in panel.widget.page.findChildren(QWidget) if child.isVisible()]
    assert all(child.width() <= 320 for child in shown)


# Schema


def test_a_schema_is_only_seen_while_one_is_wanted(panel: Panel) -> None:
    json = panel.widget.json
    assert not json.shape.isVisible()
    json.toggle.click()
    assert json.shape.isVisible()
    assert not json.text.isVisible()
    QTest.keyClick(json.shape, Qt.Key.Key_Down)
    assert json.text.isVisible()
    assert panel.told[-1].schema.used
    assert "No message mentions JSON" not in panel.text(), "a schema says it by itself"


def test_a_schema_that_is_no_json_says_where(panel: Panel, qtbot: QtBot) -> None:
    panel.widget.set_settings(ChatSettings(json_answer=True, schema=AnswerSchema(used=True, text='{\n  "type" 1\n}')))
    qtbot.waitUntil(lambda: "look at line 2, character 10" in panel.text(), timeout=10_000)
    assert "Until then the answer is any JSON" in panel.text()
    assert len(panel.widget.json.text.extraSelections()) == 1
    panel.widget.json.text.setPlainText('{"type": "nummer"}')
    qtbot.waitUntil(lambda: "This is JSON, but not a schema: type" in panel.text(), timeout=10_000)
    panel.widget.json.strict.click()
    panel.widget.json.text.setPlainText('{"type": "object", "properties": {"a": {}}}')
    qtbot.waitUntil(lambda: "For the guarantee" in panel.text(), timeout=10_000)
    panel.widget.json.text.setPlainText(SAMPLE)
    qtbot.waitUntil(lambda: "This is a schema." in panel.text(), timeout=10_000)
    assert panel.told[-1].schema == AnswerSchema(used=True, text=SAMPLE, strict=True)


def test_an_example_of_a_schema_can_be_had(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(json_answer=True, schema=AnswerSchema(used=True)))
    panel.press("Insert an example")
    assert panel.told[-1].schema.text == SAMPLE


def test_return_keeps_the_indentation(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(json_answer=True, schema=AnswerSchema(used=True)))
    edit = panel.widget.json.text
    QTest.keyClicks(edit, "  {")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, '"a"')
    assert edit.toPlainText() == '  {\n    "a"'


def test_a_model_older_than_schemas_gets_any_json(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(json_answer=True, schema=AnswerSchema(used=True, text=SAMPLE)))
    panel.widget.set_model_rules(rules_for("gpt-3.5-turbo-0125"))
    assert not panel.widget.json.shape.isEnabled()
    assert panel.widget.json.shape.currentText() == "Any JSON (json_object)"
    assert "older than schemas" in panel.text()
    assert "No message mentions JSON" in panel.text()
    assert panel.told == []


# Examples


def order(panel: Panel) -> list[str]:
    return [example.question for example in panel.told[-1].examples]


def test_examples_move_with_alt_and_the_arrows(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(examples=(RAIN, SNOW, FOX)))
    panel.widget.activateWindow()
    panel.qtbot.waitUntil(lambda: panel.widget.isActiveWindow() and panel.widget.examples.cards[0].isVisible())
    answer = panel.widget.examples.cards[0].answer
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(panel) == [SNOW.question, RAIN.question, FOX.question]
    assert answer.hasFocus(), "the caret stays with the card"
    assert answer.accessibleName() == "Example 2: Answer like this"
    QTest.keyClick(answer, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(answer, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(panel) == [RAIN.question, SNOW.question, FOX.question]
    assert len(panel.told) == 2, "at the top nothing changes"


def test_an_example_is_dragged_to_its_place(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(examples=(RAIN, SNOW, FOX)))
    QApplication.processEvents()
    first, _, last = panel.widget.examples.cards
    handle = first.handle
    below = last.mapToGlobal(QPoint(0, last.height() - 4))
    mouse(handle, QMouseEvent.Type.MouseButtonPress, handle.mapToGlobal(QPoint(5, 5)))
    mouse(handle, QMouseEvent.Type.MouseMove, below)
    assert panel.told == [], "while it is dragged nothing is settled"
    mouse(handle, QMouseEvent.Type.MouseButtonRelease, below)
    assert order(panel) == [SNOW.question, FOX.question, RAIN.question]
    assert panel.widget.examples.cards[2] is first


def mouse(widget: QWidget, kind: QMouseEvent.Type, at: QPoint) -> None:
    button = Qt.MouseButton.NoButton if kind is QMouseEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QMouseEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, QPointF(widget.mapFromGlobal(at)), QPointF(at), button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def test_one_example_alone_has_nothing_to_be_dragged_past(panel: Panel) -> None:
    panel.widget.set_settings(ChatSettings(examples=(RAIN,)))
    assert not panel.widget.examples.cards[0].handle.isVisible()


def test_the_settings_can_be_kept_for_new_chats(panel: Panel) -> None:
    kept: list[ChatSettings] = []
    panel.widget.defaultsRequested.connect(kept.append)
    panel.widget.set_settings(ChatSettings("gpt-4o", temperature=0.3, more=replace(NOTHING_MORE, seed=1)))
    panel.press("Use for new chats")
    assert kept == [panel.widget.settings()]
    assert "New chats begin like this one" in panel.text()

"""Chat settings in the whole program: from the panel to the service and back to the transcript."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from parley.domain.answer_schema import AnswerSchema
from parley.domain.chat_settings import MoreSettings
from parley.domain.errors import Cause
from parley.domain.settings import FAVOURITE_MODELS
from parley.ui.panels.side_panel import SidePanel

if TYPE_CHECKING:
    from tests.app.person import Person

    from parley.ui.panels.chat_settings import ChatSettingsPanel


def opened_panel(person: Person) -> ChatSettingsPanel:
    window = person.program.parts.window
    window.header.panelRequested.emit("chat")
    (panel,) = window.findChildren(SidePanel)
    return panel.chat_settings


def test_three_answers_are_three_versions_that_the_arrows_lead_through(person: Person) -> None:
    person.use("several")
    opened_panel(person).more.answers.setValue(3)
    answer = person.say("Hello")
    assert (answer.text[:2], answer.position, answer.siblings) == ("1.", 1, 3)
    session = person.program.parts.session
    with person.waits_for(session.messagesReplaced):
        person.program.parts.conversation.step_branch(answer.id, 2)
    assert session.messages[-1].text.startswith("3.")
    person.restart()
    assert person.program.parts.session.settings.more == MoreSettings(answers=3)


def test_what_the_service_refuses_is_greyed_out_for_this_model(person: Person) -> None:
    person.use("refuses_all_more")
    panel = opened_panel(person)
    panel.more.top_p.setValue(0.5)
    person.say("Hello")
    person.wait(lambda: not panel.more.top_p.isEnabled())
    assert "Choice of words (top p)" in person.program.parts.window.notice.text()
    person.program.parts.conversation.choose_model("another-model")
    assert panel.more.top_p.isEnabled()


def test_an_answer_that_differs_from_the_schema_says_so_and_stays(person: Person) -> None:
    person.use("says")
    panel = opened_panel(person)
    panel.json_answer.click()
    schema = AnswerSchema(used=True, text='{"required": ["joke"]}')
    panel.json.schemaChanged.emit(schema)
    wrong = person.say('{"title": 1}')
    assert wrong.failure is not None
    assert wrong.failure.cause is Cause.SCHEMA_MISMATCH
    assert wrong.text == '{"title": 1}'
    right = person.say('{"joke": 1}')
    assert right.failure is None
    person.restart()
    assert [message.fits_schema for message in person.program.parts.session.messages] == [False, False, False, True]


def test_json_that_was_said_or_is_being_written_needs_no_sentence(person: Person) -> None:
    person.use("good")
    panel, composer = opened_panel(person), person.program.parts.window.composer
    panel.json_answer.click()
    offer = panel.json.add_sentence
    assert offer.isVisibleTo(panel)
    composer.set_text("Give me json")
    assert not offer.isVisibleTo(panel)
    composer.set_text("Give me something")
    assert offer.isVisibleTo(panel)
    panel.json_answer.click()
    person.say("Answer in JSON.")
    panel.json_answer.click()
    assert not offer.isVisibleTo(panel)


def test_json_in_two_parts_is_checked_when_it_is_joined(person: Person) -> None:
    person.use("in_two_parts")
    panel = opened_panel(person)
    panel.json_answer.click()
    panel.json.schemaChanged.emit(AnswerSchema(used=True, text='{"required": ["joke"]}'))
    continue_answer = person.program.parts.conversation.continue_answer
    for text, cause in (('{"joke": "chicken"}', None), ('{"title": "chicken"}', Cause.SCHEMA_MISMATCH)):
        half = person.say(text)
        assert half.failure is not None
        assert half.failure.cause is Cause.CUT_OFF
        whole = person.wait_for_answer(partial(continue_answer, half.id))
        assert (whole.text, whole.fits_schema) == (text, cause is None)
        assert (whole.failure.cause if whole.failure else None) is cause


def test_a_regenerated_answer_is_checked_by_the_schema_of_now(person: Person) -> None:
    person.use("says")
    panel = opened_panel(person)
    panel.json_answer.click()
    panel.json.schemaChanged.emit(AnswerSchema(used=True, text='{"required": ["joke"]}'))
    first = person.say('{"title": 1}')
    assert first.failure is not None
    regenerate = person.program.parts.conversation.regenerate
    again = person.wait_for_answer(partial(regenerate, first.id))
    assert (again.id != first.id, again.failure) == (True, first.failure)
    panel.json.schemaChanged.emit(AnswerSchema(used=True, text='{"required": ["title"]}'))
    right = person.wait_for_answer(partial(regenerate, again.id))
    assert (right.failure, right.fits_schema) == (None, True)


def test_a_new_chat_begins_with_what_was_kept_also_after_a_restart(person: Person) -> None:
    person.use("good")
    panel = opened_panel(person)
    panel.more.seed.setValue(7)
    panel.use_for_new.click()
    person.say("Hello")
    person.program.parts.conversation.change_settings(
        replace(person.program.parts.session.settings, more=MoreSettings(seed=8))
    )
    person.restart()
    person.program.parts.conversation.begin_new()
    assert person.program.parts.session.settings.more == MoreSettings(seed=7)


def test_a_favourite_model_stays_one(person: Person) -> None:
    person.use("good")
    person.program.parts.window.header.favouriteToggled.emit("gpt-4o")
    person.wait(lambda: person.program._preferences[FAVOURITE_MODELS] == "gpt-4o")
    person.say("Hello")
    person.restart()
    assert person.program._preferences[FAVOURITE_MODELS] == "gpt-4o"

"""What sending now would take: counted with everything that goes along, and corrected by what the service counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.app.person import Person

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import Example
from parley.domain.message import Message, Role
from parley.domain.money import Usage
from parley.ui.estimate import Estimate, Measured

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program


class Counting(Person):
    """Someone who watches the line under the composer."""

    def __init__(self, qtbot: QtBot, open_program: Callable[[], Program], server: FaultServer) -> None:
        super().__init__(qtbot, open_program, server)
        self.use("good")
        self.estimate = self.program.findChildren(Estimate)[0]
        self.program.parts.conversation.choose_model("gpt-4")

    def measure(self, do: Callable[[], object]) -> Measured:
        """What is counted after `do`."""
        found: list[Measured] = []
        self.estimate.measured.connect(found.append)
        do()
        self.wait(lambda: bool(found) and not self.estimate._timer.isActive())
        self.estimate.measured.disconnect(found.append)
        return found[-1]

    def write(self, text: str) -> Measured:
        return self.measure(lambda: self.program.parts.window.composer.set_text(text))

    def line(self) -> str:
        return self.program.parts.window.composer._line.text()


@pytest.fixture
def person(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Counting:
    return Counting(qtbot, open_program, fault_server)


def test_the_line_says_tokens_words_and_the_price(person: Counting) -> None:
    person.wait(lambda: person.estimate.prices.find("gpt-4") is not None)
    measured = person.write("hello world")
    assert measured.tokens == 9  # two, one for the role, three around the message, three for the answer
    assert person.line() == "9 tokens, about 7 words · $0.0003 to send, plus the answer"


def test_instructions_examples_and_messages_go_along(person: Counting) -> None:
    bare = person.write("hello world").tokens
    settings = replace(
        person.program.parts.session.settings, instructions="Be kind.", examples=(Example("one", "two"),)
    )
    longer = person.measure(lambda: person.program.parts.conversation.apply_settings(settings)).tokens
    assert longer > bare + 12
    person.say("hello world")
    assert person.write("hello world").tokens > longer + 8


def test_a_picture_counts_and_has_no_words(person: Counting) -> None:
    person.program.parts.conversation.choose_model("gpt-4o")
    picture = Attachment(AttachmentKind.IMAGE, "a.png", "image/png", b"\x89PNG", "1")
    bare = person.write("Look.").tokens
    assert person.measure(lambda: person.program.parts.window.composer.set_attachments([picture])).tokens == bare + 765
    assert "words" not in person.line()


def test_an_empty_composer_counts_nothing_of_a_short_conversation(person: Counting) -> None:
    person.write("hello")
    assert person.measure(lambda: person.program.parts.window.composer.set_text("")) is None
    assert person.line() == ""


def test_what_the_service_counts_corrects_what_is_counted_here(person: Counting) -> None:
    """Other models split words otherwise: a Llama counts a fifth more than GPT-4."""
    answer = person.say("word " * 600)
    before = person.write("word " * 600).tokens
    told = Usage(round(609 * 1.2), 5)
    after = person.measure(lambda: person.estimate.learn(replace(answer, usage=told))).tokens
    assert 1.15 < after / before < 1.25
    nonsense = Message(answer.id, 1, None, Role.ASSISTANT, "", 0, usage=Usage(90_000, 5))
    assert person.measure(lambda: person.estimate.learn(nonsense)).tokens == after


def test_while_an_old_message_is_edited_only_what_stands_before_it_counts(person: Counting) -> None:
    person.say("word " * 900)
    person.say("hello")
    first = person.program.parts.session.messages[0]
    both = person.write("hello").tokens
    edited = person.measure(lambda: person.program.parts.conversation.edit(first.id)).tokens
    assert edited < both

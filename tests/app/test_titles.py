"""The option that lets the model write titles, from the Settings to the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.settings import MODEL_TITLES

if TYPE_CHECKING:
    from tests.app.person import Person
    from tests.support.fixtures import FaultServer


def asked(server: FaultServer, mode: str) -> list[str]:
    """The last message of each chat request."""
    return [record["body"]["messages"][-1]["content"] for record in server.records(mode) if record["method"] == "POST"]


def test_off_at_first_the_title_is_made_of_the_question(person: Person, fault_server: FaultServer) -> None:
    fault_server.forget("good")
    person.use("good")
    person.say("Why is the sky blue?")
    conversation = person.program.parts.session.conversation
    assert conversation is not None
    assert (conversation.title, conversation.title_is_mine) == ("Why is the sky blue?", False)
    assert asked(fault_server, "good") == ["Why is the sky blue?"]


def test_turned_on_the_model_names_the_conversation_once(person: Person, fault_server: FaultServer) -> None:
    person.use("good")
    person.program._preferences.set(MODEL_TITLES, True)
    fault_server.forget("good")
    answer = person.say("Why is the sky blue?")
    session = person.program.parts.session

    def named() -> bool:
        return session.conversation is not None and session.conversation.title != "Why is the sky blue?"

    person.wait(named)
    assert session.conversation is not None
    assert answer.text.startswith(session.conversation.title.rstrip("…")[:20])  # the server always says the same
    assert session.conversation.title in person.program.parts.window.windowTitle()
    assert session.conversation.cost > (answer.cost or 0)
    person.say("And at night?")
    assert len(asked(fault_server, "good")) == 3
    title = session.conversation.title
    person.restart()
    again = person.program.parts.session.conversation
    assert again is not None
    assert again.title == title

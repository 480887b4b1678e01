"""Writing without a connection. The service is a far one as far as Parley knows: it is reached through a proxy."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil
import pytest
from tests.app.person import KEY
from tests.support.fault_exchange import TEXT
from tests.support.proxies import http_proxy

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.message import Role, Status
from parley.domain.settings import PROXY, PROXY_ADDRESS
from parley.ui.network_controller import NetworkController
from parley.ui.reachability import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.domain.message import Conversation
    from parley.ui.composer.composer import Composer
    from parley.ui.offline_bar import OfflineBar

WHOLE = "".join(TEXT)
WAITS = "This message goes out when the connection is back."
NOTE = Attachment(AttachmentKind.TEXT, "note.txt", "text/plain", b"a note", hashlib.sha256(b"a note").hexdigest())


@dataclass(slots=True)
class FarAway:
    """A person whose service is somewhere on the internet, and the switch of that internet."""

    person: Person
    server: FaultServer

    def controller(self) -> NetworkController:
        found = self.person.program.parts.window.findChild(NetworkController)
        assert isinstance(found, NetworkController)
        return found

    def set_reach(self, reach: Reach) -> None:
        self.controller().offline._settling.setInterval(0)
        self.controller().reachability.set_reach(reach)

    @property
    def bar(self) -> OfflineBar:
        return self.controller().offline.bar

    @property
    def composer(self) -> Composer:
        return self.person.program.parts.window.composer

    def write(self, text: str) -> None:
        self.composer.set_text(text)

    def press_send(self) -> None:
        self.composer._on_button()

    def leave_waiting(self) -> Conversation:
        """Have a second message wait for the connection in a conversation, and turn to a new one."""
        self.person.say("First")
        parts = self.person.program.parts
        first = parts.session.conversation
        assert first is not None
        self.set_reach(Reach.NOWHERE)
        self.write("Second")
        self.composer.set_attachments([NOTE])
        self.press_send()
        self.bar.queue.click()
        parts.window.sidebar.newChatRequested.emit()
        return first

    def arrived(self) -> list[str]:
        records = [r for r in self.server.records("far") if r["method"] == "POST"]
        return [r["body"]["messages"][-1]["content"] for r in records]

    def process_events(self) -> None:
        self.person._qtbot.wait(50)


@pytest.fixture
def away(person: Person, fault_server: FaultServer, company_authority: None) -> Iterator[FarAway]:
    del company_authority
    fault_server.forget("far")
    port = fault_server.ports["by_name"]
    with http_proxy(port) as proxy:
        preferences = person.program._preferences
        preferences.set(PROXY, "manual")
        preferences.set(PROXY_ADDRESS, f"127.0.0.1:{proxy.port}")
        account = person.program.parts.account
        with person.waits_for(account.connected):
            account.submit_service(f"https://parley.test:{port}/good/far/v1", KEY)
        person.program.parts.window.sidebar.newChatRequested.emit()
        yield FarAway(person, fault_server)


def test_online_nothing_is_said(away: FarAway) -> None:
    assert away.bar.text() == ""
    assert away.person.say("Hello").text == WHOLE


def test_offline_is_said_quietly_and_writing_goes_on(away: FarAway) -> None:
    away.set_reach(Reach.NOWHERE)
    assert away.bar.text() == "No internet connection. You can go on writing."
    assert away.bar.isVisible()
    away.write("Half a thought")
    away.set_reach(Reach.INTERNET)
    assert away.bar.text() == ""
    assert away.composer.text() == "Half a thought"
    assert away.arrived() == []


def test_sending_offline_asks_first_and_sends_nothing(away: FarAway) -> None:
    away.set_reach(Reach.NOWHERE)
    away.write("Shall I?")
    away.press_send()
    assert away.bar.queue.isVisible()
    assert away.bar.now.isVisible()
    away.set_reach(Reach.INTERNET)
    away.process_events()
    assert (away.composer.text(), away.arrived()) == ("Shall I?", [])


def test_what_was_agreed_to_goes_out_when_the_connection_is_back(away: FarAway) -> None:
    away.set_reach(Reach.NOWHERE)
    away.write("Later, please")
    away.composer.set_attachments([NOTE])
    away.press_send()
    away.bar.queue.click()
    assert away.bar.text() == WAITS
    assert away.composer.text() == "Later, please"
    answer = away.person.wait_for_answer(lambda: away.set_reach(Reach.INTERNET))
    assert (answer.status, answer.text) == (Status.COMPLETE, WHOLE)
    assert (away.composer.text(), away.composer.attachments(), away.bar.text()) == ("", [], "")
    question = away.person.program.parts.session.messages[0]
    assert (question.text, question.attachments) == ("Later, please", (NOTE,))
    assert len(away.arrived()) == 1


def test_it_can_be_taken_back(away: FarAway) -> None:
    away.set_reach(Reach.NOWHERE)
    away.write("Or rather not")
    away.press_send()
    away.bar.queue.click()
    away.bar.withdraw.click()
    away.set_reach(Reach.INTERNET)
    away.process_events()
    assert (away.composer.text(), away.arrived()) == ("Or rather not", [])


def test_who_writes_on_is_asked_again(away: FarAway) -> None:
    away.set_reach(Reach.NOWHERE)
    away.write("One thing")
    away.press_send()
    away.bar.queue.click()
    away.write("One thing and another")
    away.process_events()
    assert away.bar.text() != WAITS
    away.set_reach(Reach.INTERNET)
    away.process_events()
    assert away.arrived() == []


def test_it_is_a_draft_after_a_restart_and_not_sent_by_itself(away: FarAway) -> None:
    away.set_reach(Reach.NOWHERE)
    away.write("Kept")
    away.press_send()
    away.bar.queue.click()
    away.person.restart()
    assert away.composer.text() == "Kept"
    away.process_events()
    assert away.arrived() == []


def test_it_goes_out_to_its_own_conversation_whichever_is_on_the_screen(away: FarAway) -> None:
    first = away.leave_waiting()
    assert away.bar.text() != WAITS
    away.set_reach(Reach.INTERNET)
    away.person.wait(lambda: len(away.arrived()) == 2)
    library = away.person.program._reader
    away.person.wait(lambda: library.messages(first.id)[-1].status is Status.COMPLETE)
    away.person.wait(lambda: library.draft(first.id) == "")
    assert [m.text for m in library.messages(first.id) if m.role is Role.USER] == ["First", "Second"]
    assert library.messages(first.id)[2].attachments == (NOTE,)
    away.process_events()  # the window hears of it too


def test_coming_back_to_a_message_that_waits_shows_that_it_does(away: FarAway) -> None:
    first = away.leave_waiting()
    away.process_events()
    away.person.program.parts.window.sidebar.conversationChosen.emit(first.id, None)
    away.person.wait(lambda: away.bar.text() == WAITS)
    away.process_events()
    assert (away.bar.text(), away.composer.text(), away.composer.attachments()) == (WAITS, "Second", [NOTE])


def test_who_knows_better_sends_now_and_is_believed(away: FarAway) -> None:
    away.set_reach(Reach.NOWHERE)
    away.write("It works, I tell you")
    away.press_send()
    answer = away.person.wait_for_answer(away.bar.now.click)
    assert answer.status is Status.COMPLETE
    assert away.bar.text() == ""


def test_a_network_that_wants_a_sign_in_is_named_and_holds_nothing_back(away: FarAway) -> None:
    away.set_reach(Reach.SIGN_IN)
    assert "sign in" in away.bar.text()
    away.write("Hello")
    away.person.wait_for_answer(away.press_send)
    assert away.arrived() == ["Hello"]


def test_in_a_network_without_the_internet_a_proxy_may_still_lead_out(away: FarAway) -> None:
    away.set_reach(Reach.NEARBY)
    assert away.bar.text() == ""
    away.person.program._preferences.set(PROXY, "none")
    assert away.bar.text() != ""


def test_so_may_one_that_the_system_names(away: FarAway, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = away.person.program._preferences
    monkeypatch.setenv("HTTPS_PROXY", f"http://{preferences[PROXY_ADDRESS]}")
    away.set_reach(Reach.NEARBY)
    preferences.set(PROXY, "system")
    away.person.wait(lambda: away.bar.text() == "")
    assert away.person.say("Hello").text == WHOLE
    monkeypatch.delenv("HTTPS_PROXY")
    away.set_reach(Reach.INTERNET)
    away.set_reach(Reach.NEARBY)
    away.person.wait(lambda: away.bar.text() != "")


def test_a_service_on_this_computer_is_never_offline(person: Person) -> None:
    person.use("good")
    controller = person.program.parts.window.findChild(NetworkController)
    assert isinstance(controller, NetworkController)
    controller.reachability.set_reach(Reach.NOWHERE)
    assert controller.offline.bar.text() == ""
    assert person.say("Hello").text == WHOLE


def test_noticing_asks_no_host(away: FarAway) -> None:
    """An idle Parley, connected to its service earlier, listens to the system and makes no connection."""
    away.person.restart()
    away.server.forget("far")
    away.controller().reachability.start()
    for reach in (Reach.NOWHERE, Reach.INTERNET):
        away.set_reach(reach)
        away.person._qtbot.wait(1_500)
        mine = psutil.Process().net_connections("inet")
        assert [c for c in mine if c.status == psutil.CONN_ESTABLISHED] == []
    assert away.server.records("far") == []

"""The computer sleeps while an answer is written: what arrived is kept, and the window offers to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.person import KEY
from tests.app.test_network import controller
from tests.support.fault_exchange import TEXT
from tests.support.proxies import http_proxy

from parley.app.backend import AppBackend
from parley.domain.errors import Action, Cause
from parley.domain.message import Status
from parley.domain.settings import PROXY, PROXY_ADDRESS
from parley.llm import sleep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.domain.message import Message
    from parley.llm.sleep import SleepWatch

HOUR = 3600.0
WHOLE = "".join(TEXT)


class Bed:
    """Someone whose service is far away, at a computer that sleeps when it is told to."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.slept = 0.0

    def sleep(self) -> None:
        for watch in self._watches():
            watch._grace = watch._look_every = 0.05
        self.slept += HOUR

    def change_network(self) -> None:
        for watch in self._watches():
            watch._grace = 0.05
        controller(self.person).reachability.networkChanged.emit()

    def answer_while(self, happens: Callable[[], None]) -> Message:
        """An answer that stops in the middle of its words; then something happens."""
        parts = self.person.program.parts

        def begin() -> None:
            with self.person.waits_for(parts.session.textAdded):
                parts.window.composer.sendRequested.emit("Hello", [])
            happens()

        return self.person.wait_for_answer(begin)

    def _watches(self) -> list[SleepWatch]:
        backend = self.person.program._engine._backend
        assert isinstance(backend, AppBackend)
        return [client._line._watch for _key, client in backend._connections._open.values()]


@pytest.fixture
def bed(
    person: Person, fault_server: FaultServer, company_authority: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bed]:
    del company_authority
    made = Bed(person)
    monkeypatch.setattr(sleep, "seconds_asleep", lambda: made.slept)
    port = fault_server.ports["by_name"]
    with http_proxy(port) as proxy:
        preferences = person.program._preferences
        preferences.set(PROXY, "manual")
        preferences.set(PROXY_ADDRESS, f"127.0.0.1:{proxy.port}")
        account = person.program.parts.account
        with person.waits_for(account.connected):
            account.submit_service(f"https://parley.test:{port}/as_the_model_says/v1", KEY)
        yield made


def use_model(bed: Bed, name: str) -> None:
    bed.person.program.parts.conversation.choose_model(name)


@pytest.mark.parametrize("what", ["sleep", "change_network"])
def test_what_arrived_is_kept_and_can_be_asked_for_again(bed: Bed, what: str) -> None:
    use_model(bed, "silent_mid_answer")
    answer = bed.answer_while(getattr(bed, what))
    assert (answer.text, answer.status) == ("The beginning", Status.INCOMPLETE)
    assert answer.failure is not None
    assert answer.failure.cause is Cause.BROKEN_STREAM
    use_model(bed, "good")
    act = bed.person.program.parts.window.transcript.actionRequested
    again = bed.person.wait_for_answer(lambda: act.emit(answer.id, Action.RETRY))
    assert (again.text, again.status) == (WHOLE, Status.COMPLETE)

"""After the computer slept, or in another network, an answer goes on soon or it is over. The clock is a steered one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from tests.support.asking import HELLO, KEY, QUICK, Asked, ask_with
from tests.support.fault_exchange import TEXT
from tests.support.proxies import http_proxy

from parley.domain.errors import Cause
from parley.domain.events import Delta
from parley.domain.network import Network, ProxyKind
from parley.domain.request import Service
from parley.llm.client import OpenAICompletions
from parley.llm.sleep import LOOK_EVERY, NothingCameError, SleepWatch, Wait, seconds_asleep

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator
    from typing import Any

    from tests.support.fixtures import FaultServer

T = TypeVar("T")

WHOLE = "".join(TEXT)
PATIENT = replace(QUICK, silence=60, reasoning_silence=60)  # it is never their end that is seen here
HOUR = 3600.0
SOON = 0.05  # seconds of grace


class Bed:
    """A computer that sleeps when it is told to, and the far services it talks to: through a proxy, so not its own."""

    def __init__(self, server: FaultServer, proxy: int) -> None:
        self._server = server
        self._network = Network(ProxyKind.MANUAL, f"127.0.0.1:{proxy}")
        self.slept = 0.0

    def client(self, mode: str, grace: float = SOON) -> OpenAICompletions:
        port = self._server.ports["by_name"]
        return self._open(Service(f"https://parley.test:{port}/{mode}/v1", "Far"), grace)

    def client_on_this_computer(self, mode: str) -> OpenAICompletions:
        return self._open(self._server.service(mode), SOON)

    def _open(self, service: Service, grace: float) -> OpenAICompletions:
        watch = SleepWatch(lambda: self.slept, look_every=0.01, grace=grace)
        return OpenAICompletions(service, KEY, PATIENT, network=self._network, watch=watch)


@pytest.fixture
def bed(fault_server: FaultServer, company_authority: None) -> Iterator[Bed]:
    del company_authority
    with http_proxy(fault_server.ports["by_name"]) as proxy:
        yield Bed(fault_server, proxy.port)


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(work, 20))


async def interrupted(client: OpenAICompletions, happen: Callable[[], object], after: float = 0.3) -> Asked:
    """An answer during which something happens to the computer."""
    reading = asyncio.create_task(ask_with(client))
    await asyncio.sleep(after)
    done = happen()
    if asyncio.iscoroutine(done):
        await done
    try:
        return await asyncio.wait_for(reading, 5)
    finally:
        await client.close()


def sleeps(bed: Bed, seconds: float) -> Callable[[], None]:
    def sleep() -> None:
        bed.slept += seconds

    return sleep


def test_an_answer_that_does_not_go_on_after_sleep_ends_as_a_lost_connection_and_keeps_its_text(bed: Bed) -> None:
    asked = run(interrupted(bed.client("silent_mid_answer"), sleeps(bed, HOUR)))
    assert asked.text == "The beginning"
    assert asked.failure is not None
    assert asked.failure.cause is Cause.BROKEN_STREAM


def test_a_model_that_was_thinking_is_given_up_as_well(bed: Bed) -> None:
    asked = run(interrupted(bed.client("silent_after_headers"), sleeps(bed, HOUR)))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.BROKEN_STREAM


def test_a_message_without_a_sign_of_an_answer_was_not_answered_in_time(bed: Bed) -> None:
    asked = run(interrupted(bed.client("silent_before_headers"), sleeps(bed, HOUR)))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.TIMEOUT


def test_it_is_sent_once_only(bed: Bed, fault_server: FaultServer) -> None:
    fault_server.forget("once")
    run(interrupted(bed.client("silent_before_headers/once"), sleeps(bed, HOUR)))
    assert len(fault_server.records("once")) == 1


@pytest.mark.parametrize("seconds", [0.0, 3.0])
def test_after_a_nod_an_answer_has_all_the_time_it_had(bed: Bed, seconds: float) -> None:
    with pytest.raises(TimeoutError):
        run(asyncio.wait_for(interrupted(bed.client("silent_mid_answer"), sleeps(bed, seconds)), 1))


def test_an_answer_that_goes_on_after_sleep_is_left_in_peace(bed: Bed) -> None:
    """It goes on for minutes: the grace is for its next piece only."""

    async def read_on() -> int:
        client = bed.client("slow", grace=0.4)
        events = client.stream(HELLO)
        words = 0
        async for event in events:
            words += isinstance(event, Delta)
            if words == 3:
                bed.slept += HOUR
            if words == 12:
                break
        await events.aclose()
        await client.close()
        return words

    assert run(read_on()) == 12


def test_a_model_on_this_computer_slept_with_it(bed: Bed) -> None:
    """Nothing between it and Parley has gone."""
    with pytest.raises(TimeoutError):
        run(asyncio.wait_for(interrupted(bed.client_on_this_computer("silent_mid_answer"), sleeps(bed, HOUR)), 1))


def test_in_another_network_an_answer_that_stopped_is_given_up(bed: Bed) -> None:
    client = bed.client("silent_mid_answer")
    asked = run(interrupted(client, client.another_network))
    assert asked.text == "The beginning"
    assert asked.failure is not None
    assert asked.failure.cause is Cause.BROKEN_STREAM


def test_in_another_network_a_model_that_still_thinks_is_waited_for(bed: Bed) -> None:
    client = bed.client("silent_after_headers")
    with pytest.raises(TimeoutError):
        run(asyncio.wait_for(interrupted(client, client.another_network), 1))


def test_the_first_message_after_sleep_goes_over_a_new_connection(bed: Bed) -> None:
    async def ask_twice() -> list[str]:
        client = bed.client("forgets_kept_connections")
        first = await ask_with(client)
        bed.slept += HOUR
        second = await ask_with(client)
        await client.close()
        return [first.text, second.text]

    assert run(ask_twice()) == [WHOLE, WHOLE]


def test_connections_from_before_the_sleep_are_closed(bed: Bed) -> None:
    async def closed() -> bool:
        client = bed.client("good")
        await ask_with(client)
        lane = client._line._lane
        assert lane is not None
        bed.slept += HOUR
        await ask_with(client)
        gone = not getattr(lane.transport, "_pool").connections  # noqa: B009 - what the library keeps open
        await client.close()
        return gone

    assert run(closed())


def test_nobody_looks_while_nothing_is_under_way(bed: Bed) -> None:
    async def timers() -> bool:
        client = bed.client("good")
        await ask_with(client)
        idle = client._line._watch._timer is None
        await client.close()
        return idle

    assert run(timers())


def test_the_clock_of_this_computer_stands_still_while_it_is_awake() -> None:
    """And it is one that nobody sets: a change of the time is no sleep."""
    before = seconds_asleep()
    assert abs(seconds_asleep() - before) < 1
    assert LOOK_EVERY >= 1, "looking costs next to nothing"


def test_a_piece_that_came_in_time_ends_the_hurry() -> None:
    async def wait() -> None:
        waiting = Wait()
        waiting.hurry(0.2)
        await waiting.for_next(asyncio.sleep(0.01))
        await waiting.for_next(asyncio.sleep(0.4))
        waiting.hurry(0.01)
        with pytest.raises(NothingCameError):
            await waiting.for_next(asyncio.sleep(5))

    run(wait())


def test_a_timeout_of_its_own_stays_one() -> None:
    async def own() -> None:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)

    with pytest.raises(TimeoutError):
        run(Wait().for_next(own()))

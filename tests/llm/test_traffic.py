"""What has left is known to the byte, and what cannot be used any more is not used."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from tests.support.asking import HELLO, KEY, QUICK, ask, ask_with
from tests.support.fault_exchange import TEXT

from parley.domain.errors import Cause
from parley.domain.network import Network, ProxyKind
from parley.domain.request import CompletionRequest, Service
from parley.llm.client import OpenAICompletions

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.support.fixtures import FaultServer

    from parley.domain.traffic import SentRequest
    from parley.llm.traffic import Departure

WHOLE = "".join(TEXT)
LIST = b'{"object": "list", "data": [{"id": "gpt-4o", "object": "model"}]}'


@dataclass(slots=True)
class Recorded:
    """Keeps what a client said of each request: its last word, as the page has it."""

    requests: dict[Departure, SentRequest] = field(default_factory=dict)

    def __call__(self, departure: Departure) -> None:
        self.requests[departure] = departure.value()

    def all(self) -> list[SentRequest]:
        return list(self.requests.values())


@dataclass(slots=True)
class RawServer:
    """Takes every byte down, and answers with one list of models and a length."""

    heard: bytes = b""
    said: bytes = b"HTTP/1.1 200 Quite OK\r\nContent-Type: application/json\r\nX-Some: thing\r\n" + (
        b"Content-Length: %d\r\n\r\n" % len(LIST) + LIST
    )

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            self.heard += data
            if self.heard.endswith(b"\r\n\r\n"):
                writer.write(self.said)
        writer.close()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Service]:
        ended = asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self.serve(reader, writer)
            ended.set()

        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            yield Service(f"http://127.0.0.1:{port}/v1", "Raw")
            await ended.wait()


def test_the_sizes_are_those_on_the_wire() -> None:
    server, recorded = RawServer(), Recorded()

    async def list_models() -> None:
        async with server.running() as service:
            client = OpenAICompletions(service, KEY, QUICK, record=recorded)
            assert await client.models() == ("gpt-4o",)
            await client.close()

    asyncio.run(list_models())
    (request,) = recorded.all()
    assert (request.sent, request.received) == (len(server.heard), len(server.said))
    assert request.address.endswith("/v1/models")
    assert (request.model, request.status) == ("", 200)


def test_a_message_is_recorded_with_its_model_and_size_and_not_a_word_of_it(fault_server: FaultServer) -> None:
    recorded = Recorded()
    assert ask(fault_server.service("good", "traffic"), record=recorded).text == WHOLE
    (request,) = recorded.all()
    (arrived,) = fault_server.records("traffic")
    head = sum(len(name) + len(value) + 4 for name, value in arrived["headers"].items())
    line = f"POST /good/traffic{arrived['path']} HTTP/1.1\r\n\r\n"
    assert request.sent == len(line) + head + int(arrived["headers"]["content-length"])
    assert 0 < request.received <= arrived["bytes_sent"]
    assert request.received > arrived["bytes_sent"] * 0.9, "all but the marks between the pieces of the stream"
    assert (request.model, request.status) == ("gpt-4o", 200)
    assert request.address == f"{fault_server.address('good', 'traffic')}/chat/completions"
    assert KEY not in f"{request}"
    assert "Hello" not in f"{request}"


def test_each_try_is_recorded(fault_server: FaultServer) -> None:
    recorded = Recorded()
    ask(fault_server.service("rate_limit_milliseconds", "traffic-tries"), record=recorded)
    assert [request.status for request in recorded.all()] == [429, 200]


def test_a_request_that_was_sent_and_never_answered_is_recorded(fault_server: FaultServer) -> None:
    recorded = Recorded()
    ask(fault_server.service("silent_before_headers"), record=recorded)
    (request,) = recorded.all()
    assert (request.status, request.received) == (0, 0)
    assert request.sent > 100


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/v1", "https://parley.invalid/v1"])
def test_what_found_no_connection_has_not_left(address: str) -> None:
    recorded = Recorded()
    assert ask(Service(address, "Nobody"), record=recorded).failure is not None
    assert recorded.all() == []


def test_what_a_proxy_did_not_let_through_has_not_left(fault_server: FaultServer) -> None:
    recorded = Recorded()
    network = Network(ProxyKind.MANUAL, f"127.0.0.1:{fault_server.ports['http']}")
    asked = ask(Service("https://api.example.invalid/v1", "Far"), network=network, record=recorded)
    assert asked.failure is not None
    assert asked.failure.cause is Cause.PROXY_LOGIN
    assert recorded.all() == []


def test_a_model_with_an_unusual_name_is_recorded_under_it_and_the_name_is_in_no_header(
    fault_server: FaultServer,
) -> None:
    recorded = Recorded()
    ask(fault_server.service("good", "odd"), CompletionRequest("Größe/ö 7\nB", HELLO.prompts), record=recorded)
    assert recorded.all()[0].model == "Größe/ö 7\nB"
    assert "x-parley-model" not in fault_server.records("odd")[0]["headers"]


def test_an_answer_that_is_stopped_is_counted_as_far_as_it_came(fault_server: FaultServer) -> None:
    recorded = Recorded()

    async def stop_early() -> None:
        client = OpenAICompletions(fault_server.service("slow"), KEY, QUICK, record=recorded)
        events = client.stream(HELLO)
        await anext(events)
        await events.aclose()
        await client.close()

    asyncio.run(stop_early())
    (request,) = recorded.all()
    assert request.received > 100


# Connections that are dead and do not say so


def two_answers(service: Service, between: Callable[[OpenAICompletions], object]) -> list[str]:
    async def ask_twice() -> list[str]:
        client = OpenAICompletions(service, KEY, QUICK)
        first = await ask_with(client)
        done = between(client)
        if asyncio.iscoroutine(done):
            await done
        second = await ask_with(client)
        await client.close()
        return [first.text, second.text]

    return asyncio.run(ask_twice())


def test_a_dead_connection_that_nobody_noticed_would_be_waited_for(fault_server: FaultServer) -> None:
    """Without this the next tests would prove nothing."""
    assert two_answers(fault_server.service("forgets_kept_connections"), lambda _client: None) == [WHOLE, ""]


def test_after_another_network_a_new_connection_is_made(fault_server: FaultServer) -> None:
    assert two_answers(fault_server.service("forgets_kept_connections"), lambda c: c.another_network()) == [
        WHOLE,
        WHOLE,
    ]


def test_an_answer_goes_on_while_the_connections_are_renewed(fault_server: FaultServer) -> None:
    async def renew_while_reading() -> str:
        client = OpenAICompletions(fault_server.service("comments_first"), KEY, QUICK)
        reading = asyncio.create_task(ask_with(client))
        await asyncio.sleep(0.05)
        await client.another_network()
        asked = await reading
        await client.close()
        return asked.text

    assert asyncio.run(renew_while_reading()) == "Hello you"

"""Asks a service once and keeps everything that came of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Failure
from parley.domain.events import Checked, CompletionEvent, Delta
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt
from parley.llm.client import OpenAICompletions
from parley.llm.gate import Limits

if TYPE_CHECKING:
    from parley.domain.network import Network
    from parley.domain.request import Service
    from parley.llm.desktop_proxy import DesktopProxies
    from parley.llm.traffic import Record

KEY = "sk-test-canary-0123456789ABCDEFabcdef"  # no key of anyone's
QUICK = Limits(connect=2, silence=0.3, reasoning_silence=0.3, after_the_end=0.2, error_body_time=0.3)
HELLO = CompletionRequest("gpt-4o", (Prompt(Role.USER, "Hello"),))
EVERYTHING = CompletionRequest(
    "some-model",
    (Prompt(Role.SYSTEM, "Answer in JSON."), Prompt(Role.USER, "Hello")),
    temperature=0.5,
    max_tokens=100,
    json_answer=True,
)


@dataclass(slots=True)
class Asked:
    events: list[CompletionEvent] = field(default_factory=list)
    failure: Failure | None = None

    @property
    def text(self) -> str:
        return "".join(event.text for event in self.events if isinstance(event, Delta))

    @property
    def rest(self) -> list[CompletionEvent]:
        """Everything but the text, and whether that is JSON."""
        return [event for event in self.events if not isinstance(event, Delta | Checked)]

    @property
    def checks(self) -> list[Checked]:
        """Whether each answer is the JSON that was asked for."""
        return [event for event in self.events if isinstance(event, Checked)]


def ask(
    service: Service,
    request: CompletionRequest = HELLO,
    *,
    key: str | None = KEY,
    limits: Limits = QUICK,
    network: Network | None = None,
    record: Record | None = None,
    desktop: DesktopProxies | None = None,
) -> Asked:
    """One answer, by a client of its own."""

    async def run() -> Asked:
        try:
            client = OpenAICompletions(service, key, limits, network=network, record=record, desktop=desktop)
        except AppError as error:
            return Asked(failure=error.failure)
        try:
            return await ask_with(client, request)
        finally:
            await client.close()

    return asyncio.run(run())


async def ask_with(client: OpenAICompletions, request: CompletionRequest = HELLO) -> Asked:
    """One answer, by a client that goes on living."""
    asked = Asked()
    try:
        async for event in client.stream(request):
            asked.events.append(event)
    except AppError as error:
        asked.failure = error.failure
    return asked


def list_models(service: Service, *, key: str | None = KEY) -> tuple[str, ...]:
    """Raises AppError."""

    async def run() -> tuple[str, ...]:
        client = OpenAICompletions(service, key, QUICK)
        try:
            return await client.models()
        finally:
            await client.close()

    return asyncio.run(run())

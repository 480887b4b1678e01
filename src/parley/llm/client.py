"""Speaks to an OpenAI service: chat completions, and the completions endpoint for models that only continue a text."""

from __future__ import annotations

import asyncio
import math
from contextlib import aclosing
from typing import TYPE_CHECKING, TypeVar

import openai

from parley.domain.errors import AppError, Cause
from parley.domain.events import ParameterDropped, Waiting
from parley.domain.redaction import redact

from .address import check_address, host_of, is_local, is_proxied
from .errors import WORLD, Where, app_error
from .gate import Gate, Limits, http_client, timeouts, was_on_kept_connection
from .learned import Learned
from .payload import is_completion
from .reading import read_events
from .rules import rules_for
from .waiting import LONGEST_WAIT, TRIES, pause, retry_after

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

    from parley.domain.events import CompletionEvent
    from parley.domain.request import CompletionRequest, Service

    from .payload import Payload

T = TypeVar("T")


class OpenAICompletions:
    """One service with one key. Fits `chat.ports.Completions`.

    Raises AppError (BAD_ADDRESS, INSECURE_ADDRESS, BAD_KEY_TEXT, PROXY) when it could not be used at all.
    """

    def __init__(self, service: Service, key: str | None, limits: Limits | None = None) -> None:
        self._service = service
        self._limits = limits or Limits()
        self._key = _checked_key(key)
        self._address = check_address(service.address)
        self._local = is_local(self._address)
        self._proxied = is_proxied(self._address)
        self._learned = Learned()
        gate = Gate(self._address, self._key, self._limits)
        # Each value is given, also the empty ones: for what is left out the SDK looks into the environment.
        self._client = openai.AsyncOpenAI(
            base_url=self._address,
            api_key="the-gate-puts-it-on",
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            max_retries=0,
            timeout=timeouts(self._limits, self._limits.silence),
            http_client=http_client(gate, self._address, self._limits),
        )

    def __repr__(self) -> str:
        return f"OpenAICompletions({self._service.name!r})"

    async def stream(self, request: CompletionRequest) -> AsyncGenerator[CompletionEvent]:
        """Stream one answer. Raises AppError, and nothing else but CancelledError.

        Nothing is sent twice once the first word is here. Cancelling the task that reads closes the connection.
        """
        where = self._where(request.model)
        tries = 0
        try:
            while True:
                tries += 1
                payload = self._learned.payload(request)
                try:
                    stream = await self._send(request, payload)
                    break
                except openai.APIStatusError as error:
                    dropped = self._learned.learn(request.model, payload, error)
                    if dropped is None:
                        async for waiting in _wait(error, tries, where):
                            yield waiting
                    for parameter in dropped or ():
                        yield ParameterDropped(parameter)
            async with stream, aclosing(read_events(stream, self._limits, self._silence(request.model))) as events:
                async for event in events:
                    yield event
        except WORLD as error:
            raise app_error(error, where) from None
        except AppError as error:
            raise self._told(error, where) from None

    async def models(self) -> tuple[str, ...]:
        """The models this account can use in a conversation, in the order of their names. Raises AppError."""
        where = self._where()
        within = openai.RequestOptions(timeout=timeouts(self._limits, self._limits.list))
        try:
            answer = await _on_a_live_connection(lambda: self._client.get("/models", options=within, cast_to=object))
        except ValueError as error:  # malformed JSON
            raise self._told(AppError(Cause.NOT_AN_API, str(error)), where) from None
        except WORLD as error:
            raise app_error(error, where) from None
        except AppError as error:
            raise self._told(error, where) from None
        names = _names_of(answer)
        if names is None:
            raise self._told(AppError(Cause.NOT_AN_API, "no list of models"), where)
        return tuple(sorted(name for name in names if rules_for(name).can_chat))

    async def close(self) -> None:
        """Close every connection. The client cannot be used after that."""
        await self._client.close()

    async def _send(self, request: CompletionRequest, payload: Payload) -> openai.AsyncStream[object]:
        """Raises what the SDK raises, and AppError from the gate."""
        # `post` gives the chunks as plain values: what a service sends is judged by `reading`, and the SDK's models
        # would take as long to build as all of ours together.
        return await _on_a_live_connection(
            lambda: self._client.post(
                "/completions" if is_completion(request) else "/chat/completions",
                body=payload,
                options={"timeout": timeouts(self._limits, self._silence(request.model))},
                cast_to=object,
                stream=True,
                stream_cls=openai.AsyncStream[object],
            )
        )

    def _silence(self, model: str) -> float:
        """A model that thinks, or one on this computer that reads a long conversation first, is given more time."""
        patient = self._local or rules_for(model).reasoning
        return self._limits.reasoning_silence if patient else self._limits.silence

    def _where(self, model: str = "") -> Where:
        host = host_of(self._address)
        return Where(self._service.name, host, model, self._key, self._proxied)

    @staticmethod
    def _told(error: AppError, where: Where) -> AppError:
        """`error` with the facts that were not known where it was raised."""
        known = {"service": where.service, "host": where.host, "model": where.model}
        facts = {name: value for name, value in known.items() if value} | dict(error.failure.facts)
        return AppError(error.cause, redact(error.failure.details, where.key), **facts)


async def _on_a_live_connection(send: Callable[[], Awaitable[T]]) -> T:
    """Send again when a connection that was kept open turns out to have been closed meanwhile.

    The other side closes idle connections as it likes, and sleep or another network ends them all. RFC 9112, 9.3.1
    lets a client repeat a request then: nothing of an answer has arrived. Each failure uses up one kept connection.
    """
    while True:
        try:
            return await send()
        except openai.APIConnectionError as error:
            if isinstance(error, openai.APITimeoutError) or not was_on_kept_connection(error.request):
                raise


async def _wait(error: openai.APIStatusError, tries: int, where: Where) -> AsyncIterator[Waiting]:
    """Count the seconds down that the service asks for. Raises AppError when waiting is no use."""
    failure = app_error(error, where)
    asked = retry_after(error.response.headers)
    limited = failure.cause is Cause.RATE_LIMIT or (failure.cause is Cause.OVERLOADED and asked is not None)
    if not limited or tries >= TRIES or (asked or 0) > LONGEST_WAIT:
        raise failure
    loop = asyncio.get_running_loop()
    end = loop.time() + (pause(tries) if asked is None else asked)
    while (left := end - loop.time()) > 0:
        yield Waiting(math.ceil(left))
        await asyncio.sleep(left - math.ceil(left) + 1)
    yield Waiting(0)


def _checked_key(key: str | None) -> str | None:
    """A key with anything but visible ASCII in it would break inside the HTTP library, which quotes it whole."""
    if key is not None and not (key and key.isascii() and key.isprintable() and " " not in key):
        raise AppError(Cause.BAD_KEY_TEXT)
    return key


def _names_of(answer: object) -> list[str] | None:
    data = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(data, list):
        return None
    names = (entry.get("id") for entry in data if isinstance(entry, dict))
    return [name for name in names if isinstance(name, str) and name]

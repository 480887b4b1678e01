"""Speaks to an OpenAI service: chat completions, and the completions endpoint for models that only continue a text."""

from __future__ import annotations

import asyncio
import math
from contextlib import AsyncExitStack, aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

import openai

from parley.domain.errors import AppError, Cause
from parley.domain.events import ParameterDropped, Waiting
from parley.domain.network import Network
from parley.domain.redaction import redact
from parley.domain.refusals import place_of

from .address import check_address, host_of, is_local
from .desktop_proxy import DesktopProxies
from .errors import WORLD, Where, app_error
from .gate import KEPT_CONNECTIONS, MODEL_HEADER, WHOLE, Gate, Limits, http_client, make_transport, timeouts
from .json_check import check, checked
from .learned import Learned
from .payload import ANY_JSON, is_completion
from .proxies import proxy_for
from .reading import read_events, read_whole
from .rules import mentions_json, rules_for
from .several import several
from .traffic import Line, was_on_kept_connection
from .waiting import LONGEST_WAIT, TRIES, pause, retry_after

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

    from parley.domain.answer_schema import AnswerSchema
    from parley.domain.events import Checked, CompletionEvent
    from parley.domain.refusals import Refusals
    from parley.domain.request import CompletionRequest, Service

    from .payload import Payload
    from .proxies import Proxy
    from .sleep import SleepWatch
    from .traffic import Record

T = TypeVar("T")


class OpenAICompletions:
    """One service with one key. Fits `chat.ports.Completions`.

    Raises AppError (BAD_ADDRESS, INSECURE_ADDRESS, BAD_KEY_TEXT) when it could not be used at all.
    """

    def __init__(
        self,
        service: Service,
        key: str | None,
        limits: Limits | None = None,
        *,
        network: Network | None = None,
        record: Record | None = None,
        refusals: Refusals | None = None,
        watch: SleepWatch | None = None,
        desktop: DesktopProxies | None = None,
    ) -> None:
        """`record` hears of each request that leaves; `refusals` is what it knows, and learns, of the models; `watch`
        notices when the computer slept; `desktop` knows the proxies of the system."""
        self._service = service
        self._limits = limits or Limits()
        self._network = network or Network()
        self._key = _checked_key(key)
        self._address = check_address(service.address, has_key=key is not None)
        self._local = is_local(self._address)
        self._learned = Learned(place_of(service), refusals)
        self._desktop = desktop or DesktopProxies()
        self._proxy: Proxy | None = None
        self._line = Line(lambda: make_transport(self._address, self._proxy), record, watch)
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
            http_client=http_client(gate, self._line, self._limits),
        )

    def __repr__(self) -> str:
        return f"OpenAICompletions({self._service.name!r})"

    def stream(self, request: CompletionRequest) -> AsyncGenerator[CompletionEvent]:
        """Stream an answer, or as many as were asked for. Raises AppError, and nothing else but CancelledError.

        Nothing is sent twice once the first word is here. Cancelling the task that reads closes the connection.
        """
        wanted = request.more.answers or 1
        if wanted == 1 or not self._learned.takes(request.model, "n"):
            return self._stream(request)
        return several(self._stream, request, wanted, one_at_a_time=self._service.local)

    async def _stream(self, request: CompletionRequest) -> AsyncGenerator[CompletionEvent]:
        """One request and what comes of it."""
        where = await self._find_way(request.model)
        tries = 0
        try:
            while True:
                tries += 1
                payload = self._learned.payload(request)
                where = replace(where, lacks_json=_lacks_json(request, payload))
                try:
                    answer = await self._send(request, payload)
                    break
                except openai.APIStatusError as error:
                    dropped = self._learned.learn(request.model, payload, error)
                    if dropped is None:
                        async for waiting in _wait(error, tries, where):
                            yield waiting
                    for parameter in dropped or ():
                        yield ParameterDropped(parameter)
            async with AsyncExitStack() as stack:
                if isinstance(answer, openai.AsyncStream):
                    await stack.enter_async_context(answer)
                events = await stack.enter_async_context(aclosing(self._events(request, payload, answer)))
                async for event in events:
                    yield event
        except WORLD as error:
            raise app_error(error, where) from None
        except AppError as error:
            raise self._told(error, where) from None

    async def check(self, request: CompletionRequest, text: str) -> Checked | None:
        """Whether `text` is the JSON that `request` asks for; None where it asks for none of this model."""
        payload = self._learned.payload(request)
        return await check(text, _schema_of(request, payload)) if "response_format" in payload else None

    async def models(self) -> tuple[str, ...]:
        """The models this account can use in a conversation, in the order of their names. Raises AppError."""
        where = await self._find_way()
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

    async def use(self, network: Network, limits: Limits) -> None:
        """Go this way from the next request on, and wait this long."""
        self._limits = limits
        if network != self._network:
            self._network = network
            await self._line.renew()

    async def another_network(self) -> None:
        """The network is another one: what is open leads nowhere."""
        await self._line.another_network()

    async def close(self) -> None:
        """Close every connection. The client cannot be used after that."""
        await self._client.close()

    async def _send(self, request: CompletionRequest, payload: Payload) -> object:
        """A stream of chunks, or the whole answer of a service that does not stream.

        Raises what the SDK raises, and AppError from the gate.
        """
        # `post` gives the chunks as plain values: what a service sends is judged by `reading`, and the SDK's models
        # would take as long to build as all of ours together.
        path = "/completions" if is_completion(request) else "/chat/completions"
        headers = {MODEL_HEADER: quote(request.model, errors="replace")}
        if "stream" not in payload:
            patient = timeouts(self._limits, self._limits.reasoning_silence)  # nothing comes until all of it is there
            whole = openai.RequestOptions(timeout=patient, headers={**headers, WHOLE: "1"})
            return await _on_a_live_connection(
                lambda: self._client.post(path, body=payload, options=whole, cast_to=object)
            )
        within = openai.RequestOptions(timeout=timeouts(self._limits, self._silence(request.model)), headers=headers)
        return await _on_a_live_connection(
            lambda: self._client.post(
                path,
                body=payload,
                options=within,
                cast_to=object,
                stream=True,
                stream_cls=openai.AsyncStream[object],
            )
        )

    def _events(self, request: CompletionRequest, payload: Payload, answer: object) -> AsyncGenerator[CompletionEvent]:
        """What is in `answer`, as it comes."""
        wanted: int = payload.get("n", 1)
        if isinstance(answer, openai.AsyncStream):
            events = read_events(answer, self._limits, self._silence(request.model), wanted)
        else:
            events = read_whole(answer, self._limits, wanted)
        if "response_format" not in payload:
            return events
        return checked(events, _schema_of(request, payload))

    def _silence(self, model: str) -> float:
        """A model that thinks, or one on this computer that reads a long conversation first, is given more time."""
        patient = self._local or rules_for(model).reasoning
        return self._limits.reasoning_silence if patient else self._limits.silence

    async def _find_way(self, model: str = "") -> Where:
        """The way that requests go from now on. Raises AppError PROXY."""
        where = Where(self._service.name, host_of(self._address), model, self._key)
        try:
            proxy = await proxy_for(self._address, self._network, self._desktop)
        except AppError as error:
            raise self._told(error, where) from None
        if proxy != self._proxy:
            self._proxy = proxy
            await self._line.renew()
        return where if proxy is None else replace(where, proxy=proxy.shown, secrets=(proxy.password,))

    @staticmethod
    def _told(error: AppError, where: Where) -> AppError:
        """`error` with the facts that were not known where it was raised."""
        known = {"service": where.service, "host": where.host, "model": where.model}
        facts = {name: value for name, value in known.items() if value} | dict(error.failure.facts)
        return AppError(error.cause, redact(error.failure.details, where.key), **facts)


def _lacks_json(request: CompletionRequest, payload: Payload) -> bool:
    return payload.get("response_format") == ANY_JSON and not mentions_json(request.prompts)


async def _on_a_live_connection(send: Callable[[], Awaitable[T]]) -> T:
    """Send again when a connection that was kept open turns out to have been closed meanwhile.

    The other side closes idle connections as it likes, and sleep or another network ends them all. RFC 9112, 9.3.1
    lets a client repeat a request then: nothing of an answer has arrived. Each failure uses up one kept connection.
    """
    for _ in range(KEPT_CONNECTIONS):
        try:
            return await send()
        except openai.APIConnectionError as error:
            if isinstance(error, openai.APITimeoutError) or not was_on_kept_connection(error.request):
                raise
    return await send()


async def _wait(error: openai.APIStatusError, tries: int, where: Where) -> AsyncIterator[Waiting]:
    """Count the seconds down that the service asks for. Raises AppError when waiting is no use."""
    failure = app_error(error, where)
    asked = retry_after(error.response.headers)
    limited = failure.cause is Cause.STILL_LIMITED or (failure.cause is Cause.OVERLOADED and asked is not None)
    if not limited or tries >= TRIES or (asked or 0) > LONGEST_WAIT:
        raise failure
    loop = asyncio.get_running_loop()
    end = loop.time() + (pause(tries) if asked is None else asked)
    while (left := end - loop.time()) > 0:
        yield Waiting(math.ceil(left))
        await asyncio.sleep(left - math.ceil(left) + 1)
    yield Waiting(0)


def _schema_of(request: CompletionRequest, payload: Payload) -> AnswerSchema | None:
    """The schema that was asked for; None: any JSON will do."""
    return request.schema if payload["response_format"] != ANY_JSON else None


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

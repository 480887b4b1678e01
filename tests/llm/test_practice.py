"""The practice model as it is: llama.cpp in a child process, spoken to through the client everything else uses."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest
from openai import AsyncOpenAI

from parley.domain.errors import AppError, Cause
from parley.domain.events import CompletionEvent, Delta, Finished
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt, Service
from parley.llm import practice
from parley.llm.client import OpenAICompletions
from parley.llm.practice import PracticeModel, find_weights

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

pytestmark = pytest.mark.skipif(find_weights() is None, reason="the practice model is not installed")

QUESTION = CompletionRequest("any", (Prompt(Role.USER, "Name a colour."),), max_tokens=12, temperature=0.0)


def with_model(act: Callable[[PracticeModel], Awaitable[None]], **what: Path) -> None:
    """Run `act` with a practice model that is ended whatever happens."""

    async def whole() -> None:
        model = PracticeModel(**what)
        try:
            await act(model)
        finally:
            await model.stop()

    asyncio.run(whole())


async def ask(model: PracticeModel, request: CompletionRequest) -> list[CompletionEvent]:
    service = Service(await model.start(), "practice model", needs_key=False, local=True)
    client = OpenAICompletions(service, model.key)
    try:
        return [event async for event in client.stream(request)]
    finally:
        await client.close()


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until_gone(pid: int) -> bool:
    deadline = time.monotonic() + 20
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_alive(pid)


def seen_by_everyone(pid: int) -> str:
    """The command line and the environment of a process."""
    return "".join(Path(f"/proc/{pid}/{name}").read_text() for name in ("cmdline", "environ"))


def pid_of(model: PracticeModel) -> int:
    assert model._process is not None
    return model._process.pid


async def pid_once_begun(model: PracticeModel) -> int:
    for _ in range(1000):
        if model._process is not None:
            break
        await asyncio.sleep(0.01)
    return pid_of(model)


def test_it_streams_answers_and_ends_when_told_to() -> None:
    async def act(model: PracticeModel) -> None:
        events = await ask(model, QUESTION)
        assert "".join(e.text for e in events if isinstance(e, Delta)).strip()
        assert any(isinstance(event, Finished) for event in events)
        pid = pid_of(model)
        await model.stop()
        assert not is_alive(pid)
        assert not model.running

    with_model(act)


def test_json_comes_by_grammar() -> None:
    async def act(model: PracticeModel) -> None:
        address = await model.start()
        async with AsyncOpenAI(base_url=address, api_key=model.key, max_retries=0) as client:
            answer = await client.chat.completions.create(
                model="any",
                messages=[{"role": "user", "content": "Give a person as JSON with name and age."}],
                response_format={"type": "json_object"},
                temperature=0,
                max_tokens=400,
            )
        assert isinstance(json.loads(answer.choices[0].message.content or ""), dict)

    with_model(act)


def test_nobody_else_on_this_computer_can_use_it() -> None:
    async def act(model: PracticeModel) -> None:
        address = await model.start()
        assert address.startswith("http://127.0.0.1:")
        async with httpx2.AsyncClient(trust_env=False) as stranger:
            for path in ("/models", "/slots", "/props"):
                response = await stranger.get(f"{address.removesuffix('/v1')}{path}")
                assert response.status_code in {401, 501}, path
            response = await stranger.post(f"{address}/chat/completions", json={"messages": []})
            assert response.status_code == 401
        assert model.key not in seen_by_everyone(pid_of(model))
        assert model.key not in repr(model)

    with_model(act)


def test_a_crash_is_noticed_and_the_next_start_replaces_the_process(tmp_path: Path) -> None:
    async def act(model: PracticeModel) -> None:
        first = await model.start()
        assert await model.start() == first
        os.kill(pid_of(model), signal.SIGSEGV)
        assert model._process is not None
        await model._process.wait()
        assert not model.running
        assert any(isinstance(event, Finished) for event in await ask(model, QUESTION))

    with_model(act, logs=tmp_path)


def test_a_crash_in_the_middle_of_an_answer_is_a_broken_stream() -> None:
    async def act(model: PracticeModel) -> None:
        service = Service(await model.start(), "practice model", needs_key=False, local=True)
        client = OpenAICompletions(service, model.key)
        story = client.stream(CompletionRequest("any", (Prompt(Role.USER, "Tell a very long story."),)))
        assert isinstance(await anext(story), Delta)
        os.kill(pid_of(model), signal.SIGKILL)
        with pytest.raises(AppError) as raised:
            [event async for event in story]
        await client.close()
        assert raised.value.cause is Cause.BROKEN_STREAM

    with_model(act)


def test_several_starts_at_once_start_one(tmp_path: Path) -> None:
    async def act(model: PracticeModel) -> None:
        addresses = await asyncio.gather(model.start(), model.start(), model.start())
        assert len(set(addresses)) == 1

    with_model(act, logs=tmp_path)


def test_a_start_that_is_called_off_leaves_nothing() -> None:
    async def act(model: PracticeModel) -> None:
        start = asyncio.create_task(model.start())
        pid = await pid_once_begun(model)
        start.cancel()
        with pytest.raises(asyncio.CancelledError):
            await start
        assert not is_alive(pid)

    with_model(act)


def test_stop_during_a_start_ends_it() -> None:
    async def act(model: PracticeModel) -> None:
        start = asyncio.create_task(model.start())
        await pid_once_begun(model)
        await model.stop()
        with pytest.raises(AppError) as raised:
            await start
        assert raised.value.cause is Cause.PRACTICE_FAILED

    with_model(act)


def test_a_file_that_is_no_model_is_said_with_what_llama_said(tmp_path: Path) -> None:
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(b"nothing of the kind" * 100)

    async def act(model: PracticeModel) -> None:
        with pytest.raises(AppError) as raised:
            await model.start()
        assert raised.value.cause is Cause.PRACTICE_FAILED
        assert "invalid magic" in raised.value.failure.details
        assert not model.running

    with_model(act, model_file=bad, logs=tmp_path / "logs")


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    async def act(model: PracticeModel) -> None:
        with pytest.raises(AppError) as raised:
            await model.start()
        assert raised.value.cause is Cause.PRACTICE_FAILED

    with_model(act, model_file=tmp_path / "gone.gguf")


def test_a_file_of_ones_own_carries_its_own_name(tmp_path: Path) -> None:
    weights = find_weights()
    assert weights is not None
    own = tmp_path / "Mein Modell ü.Q4_K_M.gguf"
    own.symlink_to(weights)

    async def act(model: PracticeModel) -> None:
        service = Service(await model.start(), "practice model", needs_key=False, local=True)
        client = OpenAICompletions(service, model.key)
        assert await client.models() == ("Mein Modell ü",)
        await client.close()

    with_model(act, model_file=own)


def test_without_the_weights_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice, "_WEIGHTS", "no_such_package")

    async def act(model: PracticeModel) -> None:
        with pytest.raises(AppError) as raised:
            await model.start()
        assert raised.value.cause is Cause.PRACTICE_MISSING

    with_model(act)


PARENT = """
import asyncio, sys, time
from parley.llm.practice import PracticeModel
async def main():
    model = PracticeModel()
    if sys.argv[1] == "up":
        await model.start()
    else:
        asyncio.create_task(model.start())
        while model._process is None:
            await asyncio.sleep(0.005)
    print(model._process.pid, flush=True)
    time.sleep(60)
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("when", ["up", "starting"])
def test_killing_the_parent_ends_the_child(when: str) -> None:
    command = [sys.executable, "-c", PARENT, when]
    environment = os.environ | {"PYTHONPATH": str(Path(practice.__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_alive(child)
        parent.kill()
    assert wait_until_gone(child)

"""What "Show as" gives is what Parley sends: the program and the command are run, and what arrives is compared."""

from __future__ import annotations

import ast
import inspect
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.asking import KEY, ask

from parley.domain.answer_schema import AnswerSchema
from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import Mode, MoreSettings
from parley.domain.message import Role
from parley.domain.request import OPENAI, CompletionRequest, Prompt, Service
from parley.llm.as_code import FORMS, LONGEST_SHOWN, Call, CodeForm, as_curl, as_json, as_python, call_for, shortened
from parley.llm.as_python import literal
from parley.llm.payload import OPTIONAL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.fixtures import FaultServer

AWKWARD = 'It\'s "quoted"\n\n\tand\\n not a line, $HOME `id` \u202egnp.exe\u2028 \x00\x7f 🙂\u200d é\nEND_OF_REQUEST\n'
PICTURE = Attachment(AttachmentKind.IMAGE, "a.png", "image/png", bytes(range(256)) * 1200, "")
NOTES = Attachment(AttachmentKind.TEXT, "notes.txt", "text/plain", AWKWARD.encode(), "")

COMEDIAN = CompletionRequest(
    "gpt-3.5-turbo-0125",
    (
        Prompt(Role.SYSTEM, "You are a comedian. Answer in JSON."),
        Prompt(Role.USER, "Tell a joke about Python."),
        Prompt(Role.ASSISTANT, '{"setup": "…", "punchline": "…"}'),
        Prompt(Role.USER, "Tell a joke about Qt."),
    ),
    temperature=0.8,
    max_tokens=300,
    json_answer=True,
)
POET = CompletionRequest(
    "gpt-3.5-turbo-instruct", (Prompt(Role.USER, "Write a short poem for programmers."),), Mode.COMPLETION, 1.0, 200
)
REASONING = CompletionRequest("o3", (Prompt(Role.SYSTEM, "Be brief."), Prompt(Role.USER, AWKWARD)), max_tokens=5000)
SEEING = CompletionRequest("gpt-4o", (Prompt(Role.USER, AWKWARD, (PICTURE, NOTES)), Prompt(Role.ASSISTANT, "A cat.")))
EVERYTHING = CompletionRequest(
    "some-model",
    (Prompt(Role.USER, "Hi"),),
    temperature=0.0,
    json_answer=True,
    schema=AnswerSchema(used=True, name="joke", text='{"type": "object", "properties": {}}', strict=True),
    more=MoreSettings(0.5, -1.0, 1.5, ("END", '"\n"'), 7, "low", "high", 2),
)
REQUESTS = {"everything": EVERYTHING, "comedian": COMEDIAN, "poet": POET, "reasoning": REASONING, "seeing": SEEING}
ANSWER = "As Parley says it"


def run_python(program: str, folder: Path, environment: dict[str, str]) -> str:
    file = folder / "program.py"
    file.write_text(program, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", str(file)]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=True
    ).stdout


def run_shell(command: str, folder: Path, environment: dict[str, str]) -> str:
    file = folder / "command.sh"
    file.write_text(command, encoding="utf-8")
    return subprocess.run(
        ["bash", str(file)], env=environment, capture_output=True, encoding="utf-8", timeout=60, check=True
    ).stdout


def plain_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "PYTHONPATH"))}
    return kept | {"NO_PROXY": "127.0.0.1"}


def test_what_is_shown_does_not_wait_for_the_client_to_be_loaded() -> None:
    code = "import sys, parley.llm.as_code; sys.exit(bool({'openai', 'httpx2'} & set(sys.modules)))"
    subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=True
    )


@pytest.mark.parametrize("name", REQUESTS)
def test_the_program_sends_what_parley_sends(name: str, fault_server: FaultServer, tmp_path: Path) -> None:
    token = f"as-python-{name}"
    service = fault_server.service("good", token)
    answer = ask(service, REQUESTS[name]).text
    program = as_python(call_for(REQUESTS[name], service))
    (tmp_path / ".env").write_text(f"OPENAI_API_KEY={KEY}\n")

    said = run_python(program, tmp_path, plain_environment())

    by_parley, *_, by_program = fault_server.records(token)
    assert by_program["path"] == by_parley["path"]
    assert by_program["body"] == by_parley["body"]
    assert by_program["headers"]["authorization"] == by_parley["headers"]["authorization"] == f"Bearer {KEY}"
    assert said.startswith(answer + "\n")


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("bash")), reason="needs curl and bash")
@pytest.mark.parametrize("name", REQUESTS)
def test_the_command_sends_what_parley_sends(name: str, fault_server: FaultServer, tmp_path: Path) -> None:
    token = f"as-curl-{name}"
    service = fault_server.service("good", token)
    ask(service, REQUESTS[name])

    said = run_shell(
        as_curl(call_for(REQUESTS[name], service)), tmp_path, plain_environment() | {"OPENAI_API_KEY": KEY}
    )

    by_parley, *_, by_command = fault_server.records(token)
    assert by_command["path"] == by_parley["path"]
    assert by_command["body"] == by_parley["body"]
    assert by_command["headers"]["authorization"] == by_parley["headers"]["authorization"]
    assert said.rstrip().endswith("[DONE]")


@pytest.mark.parametrize("name", REQUESTS)
def test_the_json_is_the_body(name: str, fault_server: FaultServer) -> None:
    service = fault_server.service("good", f"as-json-{name}")
    ask(service, REQUESTS[name])
    record = fault_server.records(f"as-json-{name}")[0]
    assert json.loads(as_json(call_for(REQUESTS[name], service))) == record["body"]


def test_several_answers_are_each_printed_whole(fault_server: FaultServer, tmp_path: Path) -> None:
    service = fault_server.service("good", "several")
    body: dict[str, Any] = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}], "n": 2, "stream": True}
    (tmp_path / ".env").write_text("OPENAI_API_KEY=x\n")

    said = run_python(as_python(Call(service.address, False, body)), tmp_path, plain_environment())

    (record,) = fault_server.records("several")
    assert record["body"] == body
    assert said.endswith("\n\n")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_key_that_someone_wrote_into_a_message_is_not_shown(form: CodeForm) -> None:
    request = CompletionRequest("gpt-4o", (Prompt(Role.USER, f"My key is {KEY}, is it valid?", (NOTES,)),))
    text = form.write(call_for(request, OPENAI))
    assert KEY not in text
    assert "is it valid?" in text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_on_the_screen_a_picture_is_cut_and_words_are_not(form: CodeForm) -> None:
    whole = call_for(SEEING, OPENAI)
    text = form.write(shortened(whole))
    assert max(map(len, text.splitlines())) < LONGEST_SHOWN
    assert "File notes.txt" in text
    assert "data:image/png;base64,AAECAwQF" in text
    assert len(form.write(whole)) > 400_000


def test_what_the_service_taught_us_is_left_out() -> None:
    learned = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}]}  # it would not stream
    program = as_python(call_for(COMEDIAN, OPENAI, learned))
    assert "choice.message.content" in program
    assert "stream" not in program


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_no_character_hides_in_what_is_shown(form: CodeForm) -> None:
    text = form.write(call_for(REASONING, OPENAI))
    assert [character for character in text if not character.isprintable() and character != "\n"] == []
    assert "🙂" in text


def test_a_service_without_keys_asks_for_none(tmp_path: Path, fault_server: FaultServer) -> None:
    service = Service(fault_server.address("good", "keyless"), "Own", needs_key=False)
    run_python(as_python(call_for(COMEDIAN, service)), tmp_path, plain_environment())
    assert len(fault_server.records("keyless")) == 1


def test_the_practice_model_is_said_to_listen_to_parley_alone() -> None:
    practice = Service("practice", "practice model", needs_key=False, local=True)
    for form in FORMS[:2]:
        assert "Put the address of your own service here" in form.write(call_for(COMEDIAN, practice))
    assert "Authorization" not in as_curl(call_for(COMEDIAN, practice))


def test_the_address_of_openai_is_left_to_the_library() -> None:
    assert "base_url" not in as_python(call_for(COMEDIAN, OPENAI))


def test_the_library_knows_every_parameter_by_the_name_we_write() -> None:
    from openai.resources.chat.completions import Completions as Chat  # half a second that the others do without
    from openai.resources.completions import Completions

    chat, plain = (set(inspect.signature(one.create).parameters) for one in (Chat, Completions))
    of_chats = {"response_format", "max_completion_tokens", "reasoning_effort", "verbosity"}
    assert set(OPTIONAL - chat) == set()
    assert set(OPTIONAL - of_chats - plain) == set()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_any_value_means_itself_in_python(value: object) -> None:
    text = literal(value)
    assert ast.literal_eval(text) == value
    assert all(character.isprintable() or character == "\n" for character in text)


@given(st.text(), st.integers(min_value=0, max_value=3000))
def test_a_long_line_is_cut_and_means_the_same(text: str, length: int) -> None:
    value = {"content": text + "x" * length}
    written = literal(value)
    assert ast.literal_eval(written) == value
    assert length < 1_000 or max(map(len, written.splitlines())) < 1_200


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_any_body_means_itself_in_json(body: dict[str, Any]) -> None:
    assert json.loads(as_json(Call(OPENAI.address, False, body))) == body

"""A request as something to take along: a Python program, a curl command, or the JSON that is sent.

Each sends what Parley itself would send, field by field (tests/llm/test_as_code.py runs them). The key is never in
it: the programs read it from where the tutorial puts it, OPENAI_API_KEY in the environment or in a .env file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parley.domain.redaction import redact_clear_keys
from parley.domain.request import OPENAI

from .as_python import Shown, call, literal, visible
from .payload import body_of, is_completion

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.request import CompletionRequest, Service

    from .payload import Payload

PRACTICE_ADDRESS = "http://127.0.0.1:8080/v1"  # where llama.cpp's own server listens by itself
LONGEST_SHOWN = 8_000  # characters without a break, on the screen
_KEPT = 120  # of them, at either end, where there are more
_LONG_RUN = re.compile(rf"[^\n]{{{LONGEST_SHOWN + 1},}}")
_END = "END_OF_REQUEST"  # ends the body in the shell; no line of JSON can look like it


@dataclass(frozen=True, slots=True)
class Call:
    """One request to one address."""

    address: str  # without a trailing slash, as in https://api.openai.com/v1
    completion: bool
    body: Payload
    needs_key: bool = True
    local: bool = False  # meant for the practice model, which listens to nobody but Parley

    @property
    def path(self) -> str:
        return "/completions" if self.completion else "/chat/completions"

    @property
    def streams(self) -> bool:
        return bool(self.body.get("stream"))


@dataclass(frozen=True, slots=True)
class CodeForm:
    """A way to write a call down. `name` is what people call it, `language` what a highlighter calls it."""

    key: str
    name: str
    language: str
    suffix: str
    write: Callable[[Call], str]


def call_for(request: CompletionRequest, service: Service, body: Payload | None = None) -> Call:
    """What is sent to `service` for `request`: `body`, where the service has taught us better than our own table."""
    address = PRACTICE_ADDRESS if service.local else service.address.rstrip("/")
    body = {name: _mapped(value, redact_clear_keys) for name, value in (body or body_of(request)).items()}
    return Call(address, is_completion(request), body, service.needs_key, service.local)


def shortened(call_: Call) -> Call:
    """`call_` for the screen: what no one reads and no text field can lay out is cut in the middle."""
    return replace(call_, body={name: _mapped(value, _cut) for name, value in call_.body.items()})


def as_python(call_: Call) -> str:
    """A complete program. It needs `openai` and `python-dotenv`, and the key in a .env file."""
    method = "client.completions.create" if call_.completion else "client.chat.completions.create"
    return _PROGRAM.format(
        imports="import os\n\nfrom dotenv import load_dotenv\nfrom openai import OpenAI\n",
        client=_client(call_),
        request=call("stream" if call_.streams else "answer", method, call_.body),
        output=_output(call_),
    )


def as_curl(call_: Call) -> str:
    """A command for a shell such as bash or zsh. The body is its input, so that no length and no quote matters."""
    lines = [
        *_practice_note(call_),
        f"curl {_shell_quoted(call_.address + call_.path)} \\",
        "  --no-buffer \\",
        '  --header "Content-Type: application/json" \\',
        *([] if call_.local else ['  --header "Authorization: Bearer $OPENAI_API_KEY" \\']),
        f"  --data-binary @- <<'{_END}'",
        as_json(call_).rstrip("\n"),
        _END,
    ]
    return "\n".join(lines) + "\n"


def as_json(call_: Call) -> str:
    """The body alone."""
    return visible(json.dumps(call_.body, ensure_ascii=False, indent=2), Shown.JSON) + "\n"


FORMS: tuple[CodeForm, ...] = (
    CodeForm("python", "Python", "python", ".py", as_python),
    CodeForm("curl", "curl", "bash", ".sh", as_curl),
    CodeForm("json", "JSON", "json", ".json", as_json),
)

_PROGRAM = '''"""The request that Parley sends, as a program.

It needs two packages:  pip install openai python-dotenv
and, beside it, a file named .env with this line:  OPENAI_API_KEY=your key
"""

{imports}
load_dotenv()
{client}
{request}
{output}'''


def _client(call_: Call) -> str:
    key = 'os.environ["OPENAI_API_KEY"]' if call_.needs_key else 'os.environ.get("OPENAI_API_KEY", "no key")'
    values = [f"api_key={key}"]
    if call_.address != OPENAI.address:
        values.append(f"base_url={literal(call_.address)}")
    return "\n".join([*_practice_note(call_), f"client = OpenAI({', '.join(values)})\n"])


def _practice_note(call_: Call) -> list[str]:
    if not call_.local:
        return []
    return ["# The practice model listens to nobody but Parley. Put the address of your own service here."]


def _output(call_: Call) -> str:
    if not call_.streams:
        whole = "choice.text" if call_.completion else "choice.message.content"
        return f"for choice in answer.choices:\n    print({whole})\n"
    piece = "choice.text" if call_.completion else "choice.delta.content"
    if call_.body.get("n", 1) == 1:
        return (
            "for chunk in stream:\n    for choice in chunk.choices:\n"
            f'        print({piece} or "", end="", flush=True)\nprint()\n'
        )
    return (
        "answers = {}\nfor chunk in stream:\n    for choice in chunk.choices:\n"
        f'        answers[choice.index] = answers.get(choice.index, "") + ({piece} or "")\n'
        'for index in sorted(answers):\n    print(answers[index], end="\\n\\n")\n'
    )


def _shell_quoted(text: str) -> str:
    """In single quotes, unless every character means itself in a shell."""
    if all(character.isalnum() or character in ":/.-_" for character in text):
        return text
    return "'" + text.replace("'", "'\\''") + "'"


def _mapped(value: object, change: Callable[[str], str]) -> object:
    """`value` with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_mapped(item, change) for item in value]
    if isinstance(value, dict):
        return {name: _mapped(item, change) for name, item in value.items()}
    return value


def _cut(text: str) -> str:
    return _LONG_RUN.sub(lambda run: f"{run[0][:_KEPT]} … {len(run[0]) - 2 * _KEPT:,} … {run[0][-_KEPT:]}", text)

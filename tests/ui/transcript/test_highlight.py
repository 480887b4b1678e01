"""Code that arrives in pieces is coloured like the same code in one piece, and each line about once."""

from __future__ import annotations

import pytest

from parley.ui.transcript.highlight import Coloured, Highlighter

PYTHON = "".join(f"def f{n}(a):\n    '''Says\n    why.'''\n    return a + {n}  # more\n" for n in range(200))
DENSE = "".join(f"x{n} = call('some', {n})  # why\n" for n in range(900))
JSON = "{\n" + "".join(f'  "key {n}": [true, {n}],\n' for n in range(900)) + '  "end": null\n}'
COMMENT = "/*" + "a long comment\n" * 900 + "*/ int x = 1;\n" * 300


def streamed(code: str, language: str, size: int) -> tuple[list[list[Coloured]], int]:
    """The colours of each line, and how many lines were coloured altogether."""
    highlighter = Highlighter(language)
    shown: list[list[Coloured]] = []
    work = 0
    for end in [*range(size, len(code), size), len(code)]:
        first, lines = highlighter.colour(code[:end], len(shown) - 1)
        shown[first:] = lines
        work += len(lines)
    return shown, work


@pytest.mark.parametrize(
    ("code", "language"), [(PYTHON, "python"), (DENSE, "python"), (JSON, "json"), (COMMENT, "c"), (DENSE, "text")]
)
@pytest.mark.parametrize("size", [300, 2_111])
def test_in_pieces_as_in_one(code: str, language: str, size: int) -> None:
    assert streamed(code, language, size)[0] == streamed(code, language, len(code))[0]


def test_a_string_in_json_has_its_colour_before_it_ends() -> None:
    code = '[\n  1,\n  "a sentence that goes on'
    _first, lines = Highlighter("json").colour(code)
    assert lines[2] == [(2, 24, "string")]


@pytest.mark.parametrize(("code", "language"), [(PYTHON, "python"), (DENSE, "python"), (JSON, "json")])
def test_a_line_is_not_coloured_again_and_again(code: str, language: str) -> None:
    _, work = streamed(code, language, 1_000)
    assert work < 12 * code.count("\n")

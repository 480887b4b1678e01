"""The child on its own: what it prints, and that it ends with its standard input."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from parley.llm import practice_child


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("SmolLM2-135M-Instruct.Q4_1.gguf", "SmolLM2-135M-Instruct"),
        ("mistral-7b-instruct-v0.2.Q5_K_M.gguf", "mistral-7b-instruct-v0.2"),
        ("Qwen3-0.6B-IQ4_XS.gguf", "Qwen3-0.6B"),
        ("gemma-3-1b-it-BF16.gguf", "gemma-3-1b-it"),
        ("model-f16.gguf", "model"),
        ("my own.gguf", "my own"),
        ("Q4_1.gguf", "Q4_1"),
    ],
)
def test_a_model_is_called_what_its_file_is_called(file: str, name: str) -> None:
    assert practice_child.model_name(Path(file)) == name


def start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", practice_child.__file__, *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_failure_is_one_line_of_json_and_nothing_else_is_printed(tmp_path: Path) -> None:
    with start(str(tmp_path / "gone.gguf"), "512") as child:
        assert child.stdout is not None
        output = child.stdout.read()  # to its end, with standard input still open
    assert output.startswith(b'{"error": "')
    assert output.count(b"\n") == 1
    assert child.returncode == 1


def test_it_ends_with_its_standard_input(tmp_path: Path) -> None:
    fifo = tmp_path / "never.gguf"
    os.mkfifo(fifo)  # a model that never finishes loading
    with start(str(fifo), "512") as child:
        child.communicate(timeout=60)


def test_it_imports_nothing_of_parley_or_qt() -> None:
    code = f"import runpy, sys; runpy.run_path({practice_child.__file__!r}); print(sorted(sys.modules))"
    output = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True).stdout
    assert "parley" not in output
    assert "PySide6" not in output
    assert "openai" not in output

"""The sentences in the tables can be found by Qt's lupdate: each call holds one literal context and text."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import parley

SOURCES = sorted(Path(parley.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_marked_words_are_literal(source: Path) -> None:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QT_TRANSLATE_NOOP":
            assert len(node.args) == 2
            assert all(isinstance(arg, ast.Constant) and isinstance(arg.value, str) for arg in node.args)

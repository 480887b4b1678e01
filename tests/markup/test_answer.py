"""An answer gives the same in whatever stretches it is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from parley.markup.answer import JSON_STEP, AnswerReader, read_answer
from parley.markup.blocks import Code
from parley.markup.parser import parse

if TYPE_CHECKING:
    from collections.abc import Generator

    from parley.markup.blocks import Block

RECORDS = json.dumps([{"id": number, "name": f"Person {number}", "tags": ["a", "ü"]} for number in range(6_000)])
BROKEN = RECORDS[:-1] + ", oh]"


def all_of(steps: Generator[None, None, tuple[Block, ...]]) -> tuple[int, tuple[Block, ...]]:
    """In how many steps it is read, and what it is."""
    count = 1
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return count, end.value
        count += 1


def read_in_stretches(reader: AnswerReader, *, cut: bool) -> list[Block]:
    blocks: list[Block] = []
    while True:
        reader.take_stretch()
        change = reader.read() if reader.unread else reader.finish(cut=cut)
        blocks[change.first :] = change.blocks
        if not reader.unread:
            return blocks


@pytest.mark.parametrize("cut", [False, True])
def test_long_json_is_read_in_stretches(cut: bool) -> None:
    text = RECORDS[:-9] if cut else RECORDS
    count, [block] = all_of(read_answer(text, cut=cut))
    assert count > len(text) // JSON_STEP > 5
    assert isinstance(block, Code)
    assert cut or json.loads(block.text) == json.loads(text)
    assert read_in_stretches(AnswerReader(text, maybe_json=True), cut=cut) == [block]


def test_what_is_no_json_after_all_is_markdown() -> None:
    wanted = list(parse(BROKEN))
    assert list(all_of(read_answer(BROKEN, cut=False))[1]) == wanted
    assert read_in_stretches(AnswerReader(BROKEN, maybe_json=True), cut=False) == wanted


@pytest.mark.parametrize("text", ["[1, 2] says **so**.\n\n- and\n- more", '{"a": 1', "[1"])
@pytest.mark.parametrize("size", [1, 3, 100])
def test_what_arrives_and_is_no_json_is_markdown(text: str, size: int) -> None:
    reader, blocks = AnswerReader("", maybe_json=True), list[object]()
    for at in range(0, len(text), size):
        reader.feed(text[at : at + size])
        change = reader.read()
        blocks[change.first :] = change.blocks
    change = reader.finish(cut=False)
    blocks[change.first :] = change.blocks
    assert blocks == list(parse(text))

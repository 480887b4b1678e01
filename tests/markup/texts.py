"""Texts full of Markdown, and reading them in pieces."""

from __future__ import annotations

from hypothesis import strategies as st

from parley.markup import Block, StreamParser

_PIECES = (
    "a", "word ", "two words ", "\n", "\n\n", "- ", "* ", "1. ", "2) ", "  ", "    ", "\t", "# ", "## ", "> ",
    "```", "~~~", "```python\n", "`", "**", "*", "_", "~~", "|", "| a | b |\n", "|---|---|\n", "---\n", "===\n",
    "$", "$$", "\\[", "\\]", "\\(", "\\)", "[x]: /url\n", "[x]", "[^1]", "[^1]: note\n", "[a](b)", "![i](j)", "<",
    "&lt;", "\\", "\r", "\r\n", "https://x.org", "é", "😀", "سلام", "\u200b", "[ ] ", "[x] ", "<div>\n", "\"t\"\n",
    "'",
)  # fmt: skip

texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=24).map("".join)


def streamed(pieces: list[str]) -> tuple[Block, ...]:
    parser = StreamParser()
    shown: list[Block] = []
    for piece in pieces:
        parser.feed(piece)
        change = parser.read()
        shown[change.first :] = change.blocks
    change = parser.finish()
    shown[change.first :] = change.blocks
    return tuple(shown)

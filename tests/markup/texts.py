"""Texts full of Markdown, and reading them in pieces."""

from __future__ import annotations

from hypothesis import strategies as st

from parley.markup import Block, StreamParser
from parley.markup.open_end import STEP
from parley.markup.rough import LARGE

_PIECES = (
    "a", "word ", "two words ", "\n", "\n\n", "- ", "* ", "1. ", "2) ", "  ", "    ", "\t", "# ", "## ", "> ",
    "```", "~~~", "```python\n", "`", "**", "*", "_", "~~", "|", "| a | b |\n", "|---|---|\n", "---\n", "===\n",
    "$", "$$", "\\[", "\\]", "\\(", "\\)", "[x]: /url\n", "[x]", "[^1]", "[^1]: note\n", "[a](b)", "![i](j)", "<",
    "&lt;", "\\", "\r", "\r\n", "https://x.org", "é", "😀", "سلام", "\u200b", "[ ] ", "[x] ", "<div>\n", "\"t\"\n",
    "'",
)  # fmt: skip

texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=24).map("".join)


# Long lists and tables, and what interrupts, loosens or nests them.
_ROWS = (
    "- a\n", "- **b** c\n", "- b\n", "* c\n", "  - nested\n", "    more\n", "1. one\n", "2. two\n", "3) three\n",
    "lazy\n", "\n", "| a | b |\n", "|---|---|\n", "| `c` | d |\n", "| e |\n", "- ```\n", "  ```\n", "- [ ] box\n",
    "> quote\n", "# head\n", "---\n", "[x]: /u\n", "- [x]\n", "- [^1]\n", "    code\n", "-\n", "- c",
)  # fmt: skip

long_ones = st.tuples(
    st.sampled_from(["- a\n" * 8, "1. b\n" * 8, "| a | b |\n|---|---|\n" + "| c | d |\n" * 8, "- e\n\n" * 8]),
    st.lists(st.sampled_from(_ROWS), max_size=30),
).map(lambda parts: parts[0] + "".join(parts[1]))


# Long quotes and paragraphs, and what ends them or stands in them.
_LINES = (
    "> a\n", "> **b\n", "> c** d\n", ">\n", "> \n", "> - e\n", "> 1. f\n", "> # g\n", "> ```\n", "> | h |\n",
    "> |---|\n", "> > i\n", "j\n", "*k\n", "l*\n", "`m\n", "\n", "- n\n", "===\n", "---\n", "# o\n", "```\n", "$$\n",
    "[x]: /u\n", "p", "> q", "| a |\n", "|---|\n", "> [x]: /u\n", "    r\n", ">     s\n",
)  # fmt: skip

large_ones = st.tuples(
    st.sampled_from(["> a\n" * 6, "b\n" * 6, "> c\n>\n" * 4, "d\n> e\n> f\n", "# g\n> h\n> i\n"]),
    st.lists(st.sampled_from(_LINES), max_size=30),
).map(lambda parts: parts[0] + "".join(parts[1]))


# One long paragraph with what begins in one line and ends in another; and long quotes of many short blocks.
_WORDS = (
    "a\n", "b\n", "c *\n", "*d\n", "e* f\n", "**g\n", "h**\n", "i_j\n", "_k\n", "l_\n", "~~m\n", "n~~\n", "`o\n",
    "p`\n", "[q\n", "r](u)\n", "![s\n", "$t\n", "u$ v\n", "\\(w\n", "x\\)\n", "\\[y\n", "z\\]\n", "a\\\n", "b  \n",
    "http://c.d\n", "1. e\n", "2. f\n", ":--\n", "g | h\n", "-|-\n", "    i\n", "\u2028\n", "[j]\n", "(k)\n",
    "[l](v)\n", "**m** n\n", "`o` p\n", "&amp\n", ";\n", "===\n",
)  # fmt: skip
_QUOTED = (
    "> a\n>\n", "> b\n>\n", "> - c\n>\n", ">   d\n>\n", ">     e\n>\n", "> 1. f\n>\n", "> # g\n>\n",
    "> | h |\n> |---|\n>\n", "> > i\n>\n", "> ```\n>\n", "> *j\n>\n", "> k*\n>\n", "> $$\n> l\n", "> $$\n>\n", ">\n",
    "> m\n", "n\n", "> ***\n", ">\t\to\n",
)  # fmt: skip

long_words = st.one_of(
    st.lists(st.sampled_from(_WORDS) | st.just("a\n"), min_size=4, max_size=16).map("".join),
    st.lists(st.sampled_from(_QUOTED) | st.just("> a\n>\n"), min_size=4, max_size=16).map("".join),
)


def streamed(pieces: list[str], step: int = STEP, large: int = LARGE) -> tuple[Block, ...]:
    parser = StreamParser(step, large)
    shown: list[Block] = []
    for piece in pieces:
        parser.feed(piece)
        change = parser.read()
        shown[change.first :] = change.blocks
    change = parser.finish()
    shown[change.first :] = change.blocks
    return tuple(shown)


def shown_blocks(text: str) -> tuple[Block, ...]:
    """What is shown when `text` has arrived, and more is to come."""
    parser = StreamParser()
    parser.feed(text)
    return parser.read().blocks

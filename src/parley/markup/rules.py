"""What Parley adds to markdown-it's grammar: mathematics, footnotes in place, visible definitions, bounded nesting."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import blockquote, list_block, reference, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import image, link
from mdit_py_plugins.footnote.index import footnote_def

from .closing import add_closing
from .mending import GROWING
from .seams import MOST_BRACKETS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.parser_block import RuleFuncBlockType
    from markdown_it.parser_inline import RuleFuncInlineType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# markdown-it drops what is nested deeper than its own limit; below this depth a mark is text instead.
MAX_DEPTH: Final = 40

_LONGEST_MATH: Final = 2_000  # characters of one formula within a line

_DISPLAY_ENDS: Final = {"$$": "$$", "\\[": "\\]"}
_DISPLAYS: Final = tuple(_DISPLAY_ENDS)
_ESCAPED_BRACKETS: Final = re.compile(r"[^\[\n]*?(?<!\\)\]")  # behind "\[": a bracket that is meant as text
_NOTE: Final = re.compile(r"\[\^([^\s\]]+)\]")


def add_rules(md: MarkdownIt) -> None:
    """Teach `md` everything in this module."""
    ends = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.at("blockquote", _bounded(blockquote), {"alt": ends})
    md.block.ruler.at("list", _bounded(list_block), {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.at("reference", _definition, {"alt": []})
    # Not where markdown-it has its own, before all others: a line that begins a fence or a quote is no table's head.
    md.block.ruler.before("lheading", "rows", _table, {"alt": ["paragraph", "reference"]})
    md.block.ruler.before("reference", "footnote_def", _bounded(footnote_def), {"alt": ["paragraph", "reference"]})
    md.block.ruler.before("fence", "math", _display_math, {"alt": ends})
    md.inline.ruler.at("link", _sane(link))
    md.inline.ruler.at("image", _sane(image))
    md.inline.ruler.before("escape", "math", _inline_math)
    md.inline.ruler.before("link", "note", _note)
    add_closing(md)


def _bounded(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < MAX_DEPTH and rule(state, start, end, silent)

    return bounded


@lru_cache(maxsize=4)
def _brackets(text: str) -> int:
    return text.count("[")


def _sane(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    def sane(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] not in "[!" or _brackets(state.src) > MOST_BRACKETS:
            return False
        return rule(state, silent)

    return sane


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A link definition, which CommonMark hides. Here it stays visible: a model may have meant it as text."""
    if not reference(state, start, end, silent):
        return False
    if not silent:
        token = state.push("definition", "", 0)
        token.content = state.getLines(start, state.line, state.blkIndent, False).strip(" \t\n")
        token.map = [start, state.line]
    return True


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table whose rows keep the cells they have beyond the head's: GFM drops them."""
    if GROWING in state.env and _open_head(state, start, silent):
        return True
    before = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    cells = 0
    columns = 0
    for token in state.tokens[before:]:
        if token.type == "tr_open":
            cells = 0
        elif token.type == "inline":
            cells += 1
            last = token
        elif token.type == "tr_close":
            columns = columns or cells
            line = (last.map or [start])[0]
            surplus = _cells(state, line, columns)[columns:] if line > start else []
            if surplus:
                last.content = " | ".join([last.content, *surplus])
    return True


def _open_head(state: StateBlock, start: int, silent: bool) -> bool:
    """The head of a table at the end of a text that is still arriving: the rule under it is to come."""
    is_last = start + 2 == len(state.bMarks)  # of the whole text: what ends before it is no table for want of a rule
    if not is_last or state.is_code_block(start):
        return False
    row = _line(state, start)
    is_whole = row.count("|") > 1 or state.env[GROWING]
    goes_on = start > 0 and "|" in state.src[state.bMarks[start - 1] : state.eMarks[start - 1]]  # a text with bars
    if not row.startswith("|") or not row.strip("| \t") or not is_whole or goes_on:
        return False
    if not silent:
        _push_head(state, start)
    return True


def _push_head(state: StateBlock, start: int) -> None:
    cells = _cells(state, start, 0)
    for kind, tag in (("table", "table"), ("thead", "thead"), ("tr", "tr")):
        state.push(f"{kind}_open", tag, 1).map = [start, start + 1]
    for cell in cells:
        state.push("th_open", "th", 1)
        token = state.push("inline", "", 0)
        token.content, token.map, token.children = cell, [start, start + 1], []
        state.push("th_close", "th", -1)
    for kind, tag in (("tr", "tr"), ("thead", "thead"), ("table", "table")):
        state.push(f"{kind}_close", tag, -1)
    state.line = start + 1


def _cells(state: StateBlock, line: int, columns: int) -> list[str]:
    """The cells of a row, or none if by its bars there cannot be more than `columns`."""
    row = mdTrim(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
    if row.count("|") - row.startswith("|") - row.endswith("|") < columns:
        return []
    cells = escapedSplit(row)
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return [mdTrim(cell) for cell in cells]


def _display_math(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`$$ … $$` or `\\[ … \\]` as lines of their own. A blank line inside, or no end: it is not mathematics.

    Of a text that is still arriving, the end may be to come.
    """
    if not state.src.startswith(_DISPLAYS, state.bMarks[start] + state.tShift[start]) or state.is_code_block(start):
        return False
    first = _line(state, start)
    mark = first[:2]
    found = _math_end(state, start, end, first, _DISPLAY_ENDS[mark])
    is_open = found is None and _is_open_math(state, start, end, first)
    if is_open:
        found = (end - 1, _open_source(state, start, end, first))
    if found is None:
        return False
    if not silent:
        last, source = found
        state.line = last + 1
        if source:  # nothing is shown yet of one that has just been opened
            token = state.push("math", "", 0)
            token.content = source
            token.map = [start, last + 1]
            token.meta = {"open": is_open}
    return True


def _is_open_math(state: StateBlock, start: int, end: int, first: str) -> bool:
    """Whether what is still to come may end the formula that begins with the line `first`."""
    if GROWING not in state.env or end < len(state.bMarks) - 1:
        return False
    mark, rest = _DISPLAY_ENDS[first[:2]], first[2:]
    if mark in rest or rest.startswith("$") or (mark == "\\]" and _ESCAPED_BRACKETS.match(rest)):
        return False
    for line in range(start + 1, end):
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent or mark in _line(state, line):
            return False
    return True


def _open_source(state: StateBlock, start: int, end: int, first: str) -> str:
    """What is there of a formula, without the first half of the mark that ends it."""
    source = "\n".join([first[2:], *(_line(state, line) for line in range(start + 1, end))]).strip()
    half = _DISPLAY_ENDS[first[:2]][0]
    marks = len(source) - len(source.rstrip(half))
    return source[:-1].rstrip() if marks % 2 else source


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _math_end(state: StateBlock, start: int, end: int, first: str, mark: str) -> tuple[int, str] | None:
    if first[2:].endswith(mark):
        source = first[2:-2].strip()
        return (start, source) if source and mark not in source else None
    if mark in first[2:] or state.src.find(mark, state.eMarks[start]) < 0:  # not every line has to be looked at for it
        return None
    lines = [first[2:]]
    for line in range(start + 1, end):
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return None
        text = _line(state, line)
        if mark in text:
            lines.append(text[:-2])
            source = "\n".join(lines).strip()
            return (line, source) if text.endswith(mark) and text.count(mark) == 1 and source else None
        lines.append(text)
    return None


def _inline_math(state: StateInline, silent: bool) -> bool:
    found = _inline_source(state.src, state.pos, state.posMax)
    if found is None:
        return False
    source, mark, after = found
    if not silent:
        token = state.push("math_inline", "", 0)
        token.content = source
        token.markup = mark
    state.pos = after
    return True


def _inline_source(text: str, start: int, limit: int) -> tuple[str, str, int] | None:
    """The formula that begins at `start`: its source, its opening mark, and where it ends."""
    limit = min(limit, start + _LONGEST_MATH)
    mark = text[start : start + 2]
    if mark in ("\\(", "\\["):
        end = text.find("\\)" if mark == "\\(" else "\\]", start + 2, limit)
    elif mark == "$$":
        end = text.find("$$", start + 2, limit)
    elif mark[:1] == "$":
        mark = "$"
        end = _dollar_end(text, start, limit)
    else:
        return None
    source = text[start + len(mark) : end].strip() if end > 0 else ""
    return (source, mark, end + len(mark)) if source else None


def _dollar_end(text: str, start: int, limit: int) -> int:
    """Where `$…$` ends, by Pandoc's rule that keeps sums of money apart: no space inside, no digit behind."""
    if start + 1 >= limit or text[start + 1].isspace() or (start and text[start - 1] in "\\$"):
        return -1
    end = start + 1
    while (end := text.find("$", end, limit)) > 0:
        if text[end - 1] == "\\":
            end += 1
            continue
        if text[end - 1].isspace() or text[end + 1 : end + 2].isdigit():
            return -1
        return end
    return -1


def _note(state: StateInline, silent: bool) -> bool:
    """`[^label]`, when the text defines that footnote."""
    if state.src[state.pos : state.pos + 2] != "[^":
        return False
    hit = _NOTE.match(state.src, state.pos, state.posMax)
    known = state.env.get("footnotes", {}).get("refs", {})
    if hit is None or f":{hit[1]}" not in known:
        return False
    if not silent:
        state.push("note", "", 0).content = hit[1]
    state.pos = hit.end()
    return True

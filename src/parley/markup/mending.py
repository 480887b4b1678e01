"""Completing the end of a text that is still arriving, so that it already looks like what it will become."""

from __future__ import annotations

import re
from typing import Final

_ONLY_MARKS: Final = re.compile(r"[ \t>]*(?:[-*+=#_|:~`$\\\[\].)(]+|\d{1,9}[.)]?)[ \t]*\Z")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_TABLE_ROW: Final = re.compile(r"[ \t]*\|.*\|[ \t]*\Z")
_TABLE_RULE: Final = re.compile(r"[ \t]*\|?[ \t:|-]*\Z")
_CODE: Final = re.compile(r"(`+)")
_OPEN_LINK: Final = re.compile(r"\[[^\[\]\n]+\]\([^()\s]*\Z")
_SIGNS: Final = re.compile(r"(?<!\\)(\*\*\*|\*\*|\*|__|~~)")
_LONGEST: Final = 20_000  # characters of a paragraph somebody reads: a longer one is left as it is, it would take long


def mend(text: str) -> str:
    """`text`, an open tail of Markdown outside of a fence, with its last construct closed.

    Only the last paragraph is touched, so what stands before it reads as it will in the end.
    """
    if text.endswith("\n"):
        above, _, row = text[:-1].rpartition("\n")
        return _mend_table(text[:-1]) if _is_table_head(above, row) else text
    head, line_break, last = text.rpartition("\n")
    if _ONLY_MARKS.match(last):  # "-" may become an item, a rule or a heading: wait for more
        above, _, row = head.rpartition("\n")
        if _TABLE_RULE.match(last) and _is_table_head(above, row):
            return _mend_table(head)
        return head + line_break
    if _is_table_head(head, last):
        return _mend_table(text)
    start = text.rfind("\n\n") + 1
    return text if len(text) - start > _LONGEST else text + _closers(text[start:])


def _is_table_head(head: str, last: str) -> bool:
    """A row with no table above it: the rule under it is still to come."""
    return _TABLE_ROW.match(last) is not None and "|" not in head.rpartition("\n")[2]


def _mend_table(text: str) -> str:
    columns = text.rpartition("\n")[2].strip().strip("|").count("|") + 1
    return f"{text}\n{'|---' * columns}|"


def _closers(paragraph: str) -> str:
    """What closes the code, emphasis or link that `paragraph` leaves open."""
    prose, open_code = _outside_code(paragraph)
    if open_code:
        return open_code
    if _OPEN_LINK.search(prose):
        return ")"
    waiting: list[str] = []
    for hit in _SIGNS.finditer(prose):
        sign = hit[1]
        if sign in waiting:
            del waiting[waiting.index(sign) :]
        elif hit.end() < len(prose) and not prose[hit.end()].isspace():
            waiting.append(sign)
    closers = "".join(reversed(waiting))
    if closers and prose[-1:].isspace():
        return ""
    return closers


def _outside_code(paragraph: str) -> tuple[str, str]:
    """`paragraph` with its code spans blanked out, and the mark of one that is still open."""
    prose = []
    parts = _CODE.split(paragraph)
    at = 0
    while at < len(parts):
        prose.append(parts[at])
        if at + 1 >= len(parts):
            break
        mark = parts[at + 1]
        closing = next((i for i in range(at + 3, len(parts), 2) if parts[i] == mark), None)
        if closing is None:
            return "".join(prose), mark if len(mark) < 3 and "".join(parts[at + 2 :]).strip() else ""
        prose.append("x")
        at = closing + 1
    return "".join(prose), ""

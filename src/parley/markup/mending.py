"""Completing the end of a text that is still arriving, so that it already looks like what it will become.

Here what makes its last line another kind of block. What closes the words in it: `closing`.
"""

from __future__ import annotations

import re
from typing import Final

# In markdown-it's `env` while the text is still arriving: whether its last line has no line feed yet.
GROWING: Final = "parley: growing"

_ONLY_MARKS: Final = re.compile(r"[ \t>]*(?:[-*+=#_|:~`$\\\[\].)(]+|\d{1,9}[.)]?|([-*_])(?:[ \t]*\1)+)[ \t]*\Z")
_MARKS_OF_ITEMS: Final = re.compile(r"([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)(?:[-*+]|\d{1,9}[.)]?)[ \t]*\Z")
_TABLE_ROW: Final = re.compile(r"[ \t]*\|.*\|[ \t]*\Z")
_TABLE_RULE: Final = re.compile(r"[ \t]*\|?[ \t:|-]*\Z")


def mend(text: str) -> str:
    """`text`, an open tail of Markdown outside of a fence, with its last line as the block that it becomes."""
    if text.endswith("\n"):
        above, _, row = text[:-1].rpartition("\n")
        return _mend_table(text[:-1]) if _is_table_head(above, row) else text
    head, line_break, last = text.rpartition("\n")
    if not last.strip(" \t"):  # not a blank line yet: that would end much
        return head + line_break
    if _ONLY_MARKS.match(last):  # "-" may become an item, a rule or a heading: wait for more
        above, _, row = head.rpartition("\n")
        if _TABLE_RULE.match(last) and _is_table_head(above, row):
            return _mend_table(head)
        return head + line_break
    if begun := _MARKS_OF_ITEMS.match(last):  # "- *": an item in an item, or emphasis in the first
        return head + line_break + begun[1]
    return _mend_table(text) if _is_table_head(head, last) else text


def _is_table_head(head: str, last: str) -> bool:
    """A row with no table above it: the rule under it is still to come."""
    return _TABLE_ROW.match(last) is not None and "|" not in head.rpartition("\n")[2]


def _mend_table(text: str) -> str:
    columns = text.rpartition("\n")[2].strip().strip("|").count("|") + 1
    return f"{text}\n{'|---' * columns}|"

"""Completing the end of a text that is still arriving, so that it already looks like what it will become.

Here what makes its last line another kind of block. What closes the words in it: `closing`.
"""

from __future__ import annotations

import re
from typing import Final

# In markdown-it's `env` while the text is still arriving: whether its last line has no line feed yet.
GROWING: Final = "parley: growing"

_ONLY_MARKS: Final = re.compile(r"([ \t>]*)(?:[-*+=#_|:~`$\\\[\].)(]+|\d{1,9}[.)]?|([-*_])(?:[ \t]*\2)+)[ \t]*\Z")
_MARKS_OF_ITEMS: Final = re.compile(
    r"([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)(?:[-*+]|\d{1,9}[.)]?|\[[ xX]?\]?)[ \t]*\Z"
)
_RULE_OF_TABLE: Final = re.compile(r"[ \t>]*\|[ \t:|-]*\Z")


def mend(text: str) -> str:
    """`text`, an open tail of Markdown outside of a fence, with its last line as the block that it becomes."""
    head, line_break, last = text.rpartition("\n")
    above = head.rpartition("\n")[2]
    in_quote = above.lstrip(" \t").startswith(">")
    if not last.strip(" \t>" if in_quote else " \t"):  # not a blank line yet: that would end much
        return head + line_break
    if "|" in above and _RULE_OF_TABLE.match(last):
        return head + line_break
    if only := _ONLY_MARKS.match(last):  # "-" may become an item, a rule or a heading: wait for more
        return head + line_break + (only[1] if ">" in only[1] and not in_quote else "")
    if begun := _MARKS_OF_ITEMS.match(last):  # "- *": an item in an item, or emphasis in the first; "- [": a box
        return head + line_break + begun[1]
    return text

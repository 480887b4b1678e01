"""Reading a conversation as ChatGPT's own data export has it.

OpenAI documents nothing of it. What is known: `mapping` holds the nodes by id, each with its `parent`, its `children`
and a `message` (or null) with `author.role`, `content`, `create_time` (seconds) and `metadata`; `current_node` is
where the branch on the screen ended. Between what people see stand nodes of tools, of thinking, and hidden ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parley.domain.arrival import MOST_MESSAGES, Arrival, MisfitError
from parley.domain.message import Conversation, Message, Role, Status

from .import_values import list_of, milliseconds_of, object_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}
_MOST_NODES = 4 * MOST_MESSAGES  # most of them are not seen
# Marks that its own window makes into links: they lead to nothing here.
_REFERENCE = re.compile("\ue200[^\ue200\ue201]{0,2000}\ue201")
# Pictures and sounds are in files of their own.
_BESIDE = {
    "image_asset_pointer": "[image]",
    "audio_asset_pointer": "[audio]",
    "video_container_asset_pointer": "[video]",
}


def recognises(document: Mapping[str, object]) -> bool:
    return isinstance(document.get("mapping"), dict)


def read(document: Mapping[str, object]) -> Arrival:
    """The conversation in `document`. Raises MisfitError."""
    walk = _Walk(object_of(document.get("mapping")), milliseconds_of(document.get("create_time")))
    walk.run()
    created_at = milliseconds_of(document.get("create_time"))
    return Arrival(
        Conversation(
            id=0,
            title=text_of(document.get("title")),
            created_at=created_at,
            updated_at=milliseconds_of(document.get("update_time")) or created_at,
            pinned=document.get("is_starred") is True,
        ),
        tuple(walk.messages),
        walk.shown(document.get("current_node")),
        archived=document.get("is_archived") is True,
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A node to look at, the message it follows, and whether nothing else follows that."""

    node: str
    after: int | None  # id of a message
    alone: bool


class _Walk:
    """Goes through the tree from its roots, and keeps what people saw."""

    def __init__(self, nodes: Mapping[str, object], time: int) -> None:
        if len(nodes) > _MOST_NODES:
            raise MisfitError(f"more than {_MOST_NODES} nodes")
        self.messages: list[Message] = []
        self._nodes = nodes
        self._time = time
        self._places: dict[str, int | None] = {}  # of each node: the message it is, or follows
        self._more: dict[int, list[str]] = {}  # what further nodes add to a message

    def run(self) -> None:
        children = self._children()
        waiting = [_Step(node, None, False) for node in reversed(children.get(None, []))]
        while waiting:
            step = waiting.pop()
            place = self._places[step.node] = self._take(step)
            following = children.get(step.node, [])
            alone = len(following) == 1 and (step.alone or place != step.after)
            waiting += [_Step(node, place, alone) for node in reversed(following)]
        if len(self._places) < len(self._nodes):
            raise MisfitError("the messages go round in a circle")
        for ident, texts in self._more.items():
            begun = self.messages[ident - 1]
            self.messages[ident - 1] = replace(begun, text="\n\n".join([begun.text, *texts]))

    def shown(self, node: object) -> int | None:
        return self._places.get(node) if isinstance(node, str) else None

    def _children(self) -> dict[str | None, list[str]]:
        """By parent, in its own order; a node whose parent is not there begins a tree."""
        parents = {node: self._parent(value) for node, value in self._nodes.items()}
        children: dict[str | None, dict[str, None]] = {}
        for node, value in self._nodes.items():
            for child in list_of(object_of(value).get("children")):
                if isinstance(child, str) and parents.get(child) == node:
                    children.setdefault(node, {})[child] = None
        for node, parent in parents.items():
            children.setdefault(parent, {})[node] = None
        return {parent: list(found) for parent, found in children.items()}

    def _parent(self, value: object) -> str | None:
        parent = object_of(value).get("parent")
        return parent if isinstance(parent, str) and parent in self._nodes else None

    def _take(self, step: _Step) -> int | None:
        """Keep the message of a node, if it has one that people saw. Returns the message that is the last now."""
        values = object_of(object_of(self._nodes[step.node]).get("message"))
        role = _ROLES.get(text_of(object_of(values.get("author")).get("role")))
        text = _seen_text(values)
        if role is None or not text.strip():
            return step.after
        if step.alone and step.after is not None and role is self.messages[step.after - 1].role is Role.ASSISTANT:
            self._more.setdefault(step.after, []).append(text)  # one answer, interrupted by the use of a tool
            return step.after
        before = self.messages[step.after - 1].created_at if step.after else self._time
        self.messages.append(
            Message(
                id=len(self.messages) + 1,
                conversation_id=0,
                parent_id=step.after,
                role=role,
                text=text,
                created_at=milliseconds_of(values.get("create_time")) or before,
                status=Status.INCOMPLETE if values.get("status") == "in_progress" else Status.COMPLETE,
                model=text_of(object_of(values.get("metadata")).get("model_slug")) if role is Role.ASSISTANT else "",
            )
        )
        return len(self.messages)


def _seen_text(values: Mapping[str, object]) -> str:
    """What a message said to the person; "" when it was hidden, or said to a tool."""
    hidden = object_of(values.get("metadata")).get("is_visually_hidden_from_conversation") is True
    if hidden or (values.get("recipient") or "all") != "all":
        return ""
    content = object_of(values.get("content"))
    kind = text_of(content.get("content_type"))
    if kind == "code":
        code = text_of(content.get("text"))
        return f"```\n{code}\n```" if code.strip() else ""
    if kind not in ("text", "multimodal_text", ""):  # thoughts, what a tool gave back, the person's own profile
        return ""
    parts = [_part(part) for part in list_of(content.get("parts"))]
    return _REFERENCE.sub("", "\n\n".join(part for part in parts if part))


def _part(part: object) -> str:
    if isinstance(part, str):
        return part
    values = object_of(part)
    kind = text_of(values.get("content_type"))
    return _BESIDE.get(kind) or text_of(values.get("text"))

"""Sees and uses a program the way assistive technology does: AT-SPI, spoken over D-Bus directly.

The children of a node are asked for all at once. One by one, as libatspi does it, Qt 6.12 crashes when a scroll area
loses a child in between (QAccessibleAbstractScrollArea::child does not look at its index).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from jeepney import DBusAddress, MessageType, Properties, new_method_call  # type: ignore[import-untyped]  # has none
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # type: ignore[import-untyped]  # has none

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = "org.a11y.atspi."
DEEPEST = 40
PATIENCE = 10.0  # seconds for one answer
STATES = {1: "active", 8: "enabled", 12: "focused", 25: "showing"}  # AtspiStateType, the ones that are asked for
PRESSES = ("press", "click", "toggle", "activate")


class NotThereError(Exception):
    """Nothing on the screen fits, or it is gone by now."""


class Node(NamedTuple):
    """Something that a program shows: its owner on the bus, and its path there."""

    bus: str
    path: str


def bus_address(session_bus: str) -> str:
    """Where the accessibility bus of a session is."""
    with open_dbus_connection(session_bus) as session:
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        reply = session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=PATIENCE)
    return str(reply.body[0])


class Accessibility:
    """The accessibility bus of one session."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        self._connection.close()

    def program(self, pid: int) -> Node:
        """The root of a running program. Raises NotThereError while it has not come."""
        for node in self.children(Node("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")):
            owner = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
            call = new_method_call(owner, "GetConnectionUnixProcessID", "s", (node.bus,))
            reply = self._connection.send_and_get_reply(call, timeout=PATIENCE)
            if reply.header.message_type is MessageType.method_return and reply.body[0] == pid:
                return node
        raise NotThereError(f"no accessible program with process id {pid}")

    def shown(self, node: Node, depth: int = 0) -> Iterator[Node]:
        """`node` and what is on the screen in it, in the order of the screen."""
        yield node
        if depth > DEEPEST:
            return
        for child in self.children(node):
            if "showing" in self.states(child):
                yield from self.shown(child, depth + 1)

    def find(self, pid: int, name: str, role: str = "") -> Node:
        """What is shown under that name. A label often has the name of its field: then the field is meant."""
        found = [
            node
            for node in self.shown(self.program(pid))
            if self.name(node) == name and (not role or self.role(node) == role)
        ]
        if not found:
            raise NotThereError(f"nothing on the screen is called {name!r} {role}")
        return next((node for node in found if self.role(node) != "label"), found[0])

    def children(self, node: Node) -> list[Node]:
        return [Node(*child) for child in self._call(node, "Accessible", "GetChildren")[0]]

    def name(self, node: Node) -> str:
        return str(self._property(node, "Accessible", "Name"))

    def role(self, node: Node) -> str:
        return str(self._call(node, "Accessible", "GetRoleName")[0])

    def states(self, node: Node) -> set[str]:
        low, high = self._call(node, "Accessible", "GetState")[0]
        bits = low | high << 32
        return {name for bit, name in STATES.items() if bits >> bit & 1}

    def text(self, node: Node) -> str:
        """What it holds if it holds text, else its name."""
        if f"{SPEC}Text" not in self._call(node, "Accessible", "GetInterfaces")[0]:
            return self.name(node)
        return str(self._call(node, "Text", "GetText", "ii", (0, self._property(node, "Text", "CharacterCount")))[0])

    def press(self, node: Node) -> None:
        """Do what a click does. Raises NotThereError when it cannot be used now."""
        if "enabled" not in self.states(node):
            raise NotThereError("it cannot be used now")
        names = [str(action[0]).lower() for action in self._call(node, "Action", "GetActions")[0]]
        index = next((at for at, name in enumerate(names) if name in PRESSES), 0)
        self._call(node, "Action", "DoAction", "i", (index,))

    def middle(self, node: Node) -> tuple[int, int]:
        """Its middle on the screen, in pixels."""
        x, y, width, height = self._call(node, "Component", "GetExtents", "u", (0,))[0]
        return x + width // 2, y + height // 2

    def _call(self, node: Node, kind: str, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
        where = DBusAddress(node.path, node.bus, SPEC + kind)
        return self._send(new_method_call(where, method, signature or None, body))

    def _property(self, node: Node, kind: str, name: str) -> Any:
        where = DBusAddress(node.path, node.bus, SPEC + kind)
        return self._send(Properties(where).get(name))[0][1]

    def _send(self, message: Any) -> Any:
        try:
            reply = self._connection.send_and_get_reply(message, timeout=PATIENCE)
        except TimeoutError as error:
            raise NotThereError("no answer") from error
        if reply.header.message_type is MessageType.error:
            raise NotThereError(str(reply.body))
        return reply.body

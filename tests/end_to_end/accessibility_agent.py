"""Looks at a program and uses it the way assistive technology does, through AT-SPI. Run by the system's own Python.

Reads requests as lines of JSON on standard input and answers each with a line: {"ok": true, "value": …} or
{"ok": false, "error": "…"}. It is a program of its own because the bindings (gi) come with the system and not from
PyPI. `driver` is the other end.
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# By name: the bindings are not there for the Python in which types are checked, and have none of their own.
importlib.import_module("gi").require_version("Atspi", "2.0")
Atspi: Any = importlib.import_module("gi.repository.Atspi")
GLib: Any = importlib.import_module("gi.repository.GLib")

Request = dict[str, Any]

PRESSES = ("press", "click", "toggle", "activate", "Press", "Toggle")
DEEPEST = 40


class NotFoundError(Exception):
    """Nothing on the screen fits the request (yet)."""


def application(pid: int) -> Any:
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_process_id() == pid:
            return child
    raise NotFoundError(f"no accessible program with process id {pid}")


def everything(node: Any, depth: int = 0) -> Iterator[Any]:
    """What is on the screen under `node`, itself first.

    What is hidden is not looked into. Nor is anything remembered from before: Qt (6.12) crashes when it is asked for
    a child that a scroll area has no longer.
    """
    yield node
    if depth > DEEPEST:
        return
    node.clear_cache()
    for index in range(min(node.get_child_count(), 500)):
        child = node.get_child_at_index(index)
        if child is not None and is_showing(child):
            yield from everything(child, depth + 1)


def is_showing(node: Any) -> bool:
    return bool(node.get_state_set().contains(Atspi.StateType.SHOWING))


def fits(node: Any, name: str, role: str) -> bool:
    return (not name or node.get_name() == name) and (not role or node.get_role_name() == role)


def find(request: Request) -> Any:
    name, role = request.get("name", ""), request.get("role", "")
    found = [node for node in everything(application(request["pid"])) if fits(node, name, role)]
    if not found:
        raise NotFoundError(f"nothing on the screen is called {name!r} {role}")
    # A label often has the name of the field it stands over: the field is what is meant.
    return next((node for node in found if node.get_role_name() != "label"), found[0])


def press(request: Request) -> list[str]:
    node = find(request)
    if not node.get_state_set().contains(Atspi.StateType.ENABLED):
        raise NotFoundError(f"{request['name']!r} cannot be used now")
    action = node.get_action_iface()
    if action is None:
        raise NotFoundError(f"{request['name']!r} has no action")
    names = [action.get_action_name(index) for index in range(action.get_n_actions())]
    chosen = next((index for index, name in enumerate(names) if name in PRESSES), 0)
    action.do_action(chosen)
    return names


def read(request: Request) -> str:
    node = find(request)
    text = node.get_text_iface()
    return str(text.get_text(0, text.get_character_count()) if text is not None else node.get_name())


def read_all(request: Request) -> str:
    """The text of the node and of everything in it, in the order of the screen."""
    lines = []
    for node in everything(find(request)):
        text = node.get_text_iface()
        lines.append(text.get_text(0, text.get_character_count()) if text is not None else node.get_name())
    return "\n".join(line for line in lines if line)


def place(request: Request) -> list[int]:
    """The middle of the node on the screen, in pixels."""
    area = find(request).get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    return [area.x + area.width // 2, area.y + area.height // 2]


def write(request: Request) -> None:
    node = find(request)
    editable = node.get_editable_text_iface()
    if editable is None:
        raise NotFoundError(f"{request['name']!r} cannot be written in")
    editable.set_text_contents(request["text"])


def focus(request: Request) -> None:
    find(request).get_component_iface().grab_focus()


def states(request: Request) -> list[str]:
    return [state.value_nick for state in find(request).get_state_set().get_states()]


def tree(request: Request) -> list[str]:
    shown = everything(application(request["pid"]))
    return [f"{node.get_role_name()} {node.get_name()!r}" for node in shown if node.get_name()]


def named(request: Request) -> list[str]:
    """The names of everything shown in a role."""
    nodes = everything(application(request["pid"]))
    return [node.get_name() for node in nodes if node.get_role_name() == request["role"]]


def windows(request: Request) -> list[str]:
    root = application(request["pid"])
    return [root.get_child_at_index(index).get_name() for index in range(root.get_child_count())]


def bus_address(_request: Request) -> str:
    """Where the accessibility bus is: a program can be given it that has no session bus to ask on."""
    gio = importlib.import_module("gi.repository.Gio")
    session = gio.bus_get_sync(gio.BusType.SESSION, None)
    names = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    return str(session.call_sync(*names, None, None, gio.DBusCallFlags.NONE, 5000, None).unpack()[0])


COMMANDS: dict[str, Callable[[Request], Any]] = {
    function.__name__: function
    for function in (press, read, read_all, place, write, focus, states, tree, named, windows, bus_address)
}


def answer(line: str) -> Request:
    request = json.loads(line)
    try:
        return {"ok": True, "value": COMMANDS[request["do"]](request)}
    except NotFoundError as error:
        return {"ok": False, "error": str(error)}
    except GLib.Error as error:  # what was found is gone, or does not answer in time
        return {"ok": False, "error": f"AT-SPI: {error.message}"}


def main() -> None:
    Atspi.init()
    for line in sys.stdin:
        print(json.dumps(answer(line)), flush=True)


if __name__ == "__main__":
    main()

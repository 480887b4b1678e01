"""What several tests do on the way to what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.end_to_end.driver import Program


def enter_service(program: Program, address: str, key: str = "") -> None:
    """On the Welcome page: another service, checked and saved."""
    program.wait_to_see("Try without a key")
    program.click("I use another service")
    program.type_into("Service address", address)
    if key:
        program.type_into("API key", key)
    program.press("Check and save")


def begin_with(program: Program, address: str, key: str = "") -> None:
    """From the Welcome page to an empty conversation with another service."""
    enter_service(program, address, key)
    program.wait_to_see("Start talking")
    program.press("Start talking")
    program.wait_to_see("Message")


def send(program: Program, text: str) -> None:
    program.wait_to_see("Message")
    program.type_into("Message", text)
    program.wait_to_use("Send")
    program.key("Return")

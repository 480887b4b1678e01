"""Where no connection comes about, at the window: the sentence, the button, and a message that is kept.

What a service does once it is reached is in `test_every_failure`.
"""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest
from tests.app.person import KEY
from tests.app.test_every_failure import Seen, card_of

from parley.domain.errors import Cause
from parley.domain.message import Role, Status
from parley.domain.settings import SERVICE_ADDRESS
from parley.ui.failure_notice import FailureNotice

if TYPE_CHECKING:
    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

TLS = (
    "The connection to {host} could not be made safely. "
    "Its certificate is not trusted here, so nothing was sent. Check the date of this computer."
)


def fail_at(person: Person, address: str) -> tuple[Cause, Seen]:
    """Send a message to what is not there, or not to be trusted."""
    parts = person.program.parts
    person.program._preferences.set(SERVICE_ADDRESS, address)
    answer = person.say("A question")
    person.wait(lambda: any(c.isVisible() for c in parts.window.transcript.findChildren(FailureNotice)))
    card = card_of(person)
    assert KEY not in card._details_text.toPlainText()
    assert parts.window.composer.text() == "", "it is in the conversation now"
    assert answer.failure is not None
    question = next(m.text for m in parts.session.messages if m.role is Role.USER)
    button = "" if card.button.isHidden() else card.button.text()
    return answer.failure.cause, Seen(answer.status, card.text(), button, question)


@pytest.mark.parametrize("listener", ["self_signed", "expired", "wrong_host"])
@pytest.mark.usefixtures("company_authority")
def test_a_certificate_that_is_not_trusted(person: Person, fault_server: FaultServer, listener: str) -> None:
    person.use("good")
    fault_server.forget("distrust")
    cause, seen = fail_at(person, fault_server.address("good", "distrust", listener))
    assert cause is Cause.TLS
    said = TLS.replace("{host}", f"127.0.0.1:{fault_server.ports[listener]}")
    assert seen == Seen(Status.FAILED, said, "Retry", "A question"), "there is no button to go on all the same"
    assert fault_server.records("distrust") == []


def refuse_tls(listener: socket.socket) -> None:
    """What a server without TLS says to a TLS greeting, as Ollama does."""
    with listener:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with client:
                client.recv(4096)
                client.sendall(b"HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n")


def test_https_for_a_service_that_speaks_plain_http(person: Person) -> None:
    person.use("good")
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    threading.Thread(target=refuse_tls, args=(listener,), daemon=True).start()
    cause, seen = fail_at(person, f"https://127.0.0.1:{port}/v1")
    listener.shutdown(socket.SHUT_RDWR)
    assert cause is Cause.NOT_TLS
    said = (
        f"127.0.0.1:{port} does not answer over a safe connection (https). "
        "The address of a service on this computer or in your own network often begins with http:// instead."
    )
    assert seen.status is Status.FAILED
    assert (seen.said, seen.question) == (said, "A question")


def test_a_service_that_does_not_run(person: Person) -> None:
    person.use("good")
    cause, seen = fail_at(person, "http://127.0.0.1:9/v1")
    assert cause is Cause.REFUSED
    said = "Nothing answers at 127.0.0.1:9. Check that the service is running and the address is right."
    assert seen == Seen(Status.FAILED, said, "Retry", "A question")


@pytest.mark.parametrize(
    ("root", "cause", "said"),
    [
        (
            "EAI_NONAME",
            Cause.DNS,
            "The address parley.invalid was not found. Check the internet connection and the service address.",
        ),
        (
            "EAI_AGAIN",
            Cause.OFFLINE,
            "This computer is not connected to the internet. Check the connection, then try again.",
        ),
    ],
)
def test_a_name_that_nobody_knows_or_can_ask_for(
    person: Person, monkeypatch: pytest.MonkeyPatch, root: str, cause: Cause, said: str
) -> None:
    """What a resolver says depends on the network the test runs in, so it is told what to say."""
    person.use("good")
    usual = socket.getaddrinfo

    def look_up(host: Any, *more: Any, **named: Any) -> Any:
        if "parley.invalid" in f"{host!r}":
            raise socket.gaierror(getattr(socket, root), "said by the test")
        return usual(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert fail_at(person, "https://parley.invalid/v1") == (cause, Seen(Status.FAILED, said, "Retry", "A question"))


def test_a_key_does_not_go_to_an_address_without_https(person: Person) -> None:
    person.use("good")
    account = person.program.parts.account
    with person.waits_for(account.connectionFailed) as failed:
        account.submit_service("http://parley.invalid/v1", KEY)
    assert failed.args[0].cause is Cause.INSECURE_ADDRESS


def test_without_a_key_an_address_needs_no_https(person: Person) -> None:
    person.use("good")
    account = person.program.parts.account
    with person.waits_for(account.connectionFailed) as failed:
        account.submit_service("http://parley.invalid/v1", "")
    assert failed.args[0].cause in {Cause.DNS, Cause.OFFLINE}, "it was asked for"


def test_an_address_without_a_scheme_is_completed(person: Person, fault_server: FaultServer) -> None:
    person.use("good")
    account = person.program.parts.account
    with person.waits_for(account.connected):
        account.submit_service(fault_server.service("good").address.removeprefix("http://"), KEY)
    assert person.program._preferences[SERVICE_ADDRESS] == fault_server.service("good").address

"""Causes that no server can be made to give: what the network itself does."""

from __future__ import annotations

import errno
import socket
import ssl

import httpx2
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.errors import Action, AppError, Cause
from parley.domain.remedies import REMEDIES
from parley.llm.errors import DETAILS_LIMIT, Where, app_error, chain

WHERE = Where("OpenAI", "api.openai.com", "gpt-4o", "sk-test-canary-0123456789")
REQUEST = httpx2.Request("POST", "https://api.openai.com/v1/chat/completions")


def broken(root: BaseException, kind: type[httpx2.TransportError] = httpx2.ConnectError) -> openai.APIConnectionError:
    """A connection error as the SDK raises it, with `root` three causes down."""
    try:
        try:
            try:
                raise root
            except OSError as error:
                raise kind(str(error)) from error
        except httpx2.TransportError as error:
            raise openai.APIConnectionError(request=REQUEST) from error
    except openai.APIConnectionError as error:
        return error


@pytest.mark.parametrize(
    ("root", "cause"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), Cause.DNS),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), Cause.OFFLINE),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), Cause.OFFLINE),
        (OSError(errno.EHOSTUNREACH, "No route to host"), Cause.OFFLINE),
        (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), Cause.REFUSED),
        (OSError("All connection attempts failed"), Cause.REFUSED),
        (ssl.SSLCertVerificationError(1, "self-signed certificate"), Cause.TLS),
        (ssl.SSLError(1, "wrong version number"), Cause.TLS),
        (TimeoutError(errno.ETIMEDOUT, "timed out"), Cause.TIMEOUT),
    ],
)
def test_the_root_of_a_broken_connection_decides(root: OSError, cause: Cause) -> None:
    assert app_error(broken(root), WHERE).cause is cause


def test_one_of_many_addresses_that_were_tried() -> None:
    group = ExceptionGroup("multiple connection attempts failed", [ConnectionRefusedError(111, "refused")])
    error = OSError("All connection attempts failed")
    error.__cause__ = group
    assert app_error(broken(error), WHERE).cause is Cause.REFUSED


def test_behind_a_proxy_it_is_the_proxy_that_refused() -> None:
    where = Where("OpenAI", "api.openai.com", proxy="proxy.firm:8080")
    assert app_error(broken(ConnectionRefusedError(111, "refused")), where).cause is Cause.PROXY


@pytest.mark.parametrize(
    ("kind", "cause"),
    [
        (httpx2.ConnectTimeout, Cause.TIMEOUT),
        (httpx2.ReadTimeout, Cause.TIMEOUT),
        (httpx2.PoolTimeout, Cause.TIMEOUT),
        (httpx2.ProxyError, Cause.PROXY),
        (httpx2.ReadError, Cause.BROKEN_STREAM),
        (httpx2.RemoteProtocolError, Cause.BROKEN_STREAM),
        (httpx2.UnsupportedProtocol, Cause.BAD_ADDRESS),
        (httpx2.LocalProtocolError, Cause.BAD_KEY_TEXT),
    ],
)
def test_the_kind_of_a_broken_connection(kind: type[httpx2.TransportError], cause: Cause) -> None:
    assert app_error(kind("x"), WHERE).cause is cause


def test_facts_for_the_sentence() -> None:
    failure = app_error(broken(socket.gaierror(socket.EAI_NONAME, "no")), WHERE).failure
    assert failure.facts == {"service": "OpenAI", "host": "api.openai.com", "model": "gpt-4o"}


def test_details_hold_no_key_and_stay_short() -> None:
    error = httpx2.LocalProtocolError(f"Illegal header value b'Bearer {WHERE.key}'" + "x" * 10_000)
    details = app_error(error, WHERE).failure.details
    assert "canary" not in details
    assert len(details) <= DETAILS_LIMIT


def test_an_error_that_is_already_told_stays_what_it_is() -> None:
    told = AppError(Cause.REDIRECTED)
    assert app_error(told, WHERE) is told


def test_a_chain_that_bites_its_tail_ends() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert list(chain(first)) == [first, second]


@given(st.text(max_size=60), st.sampled_from([400, 401, 403, 404, 418, 429, 500, 503, 599]))
def test_no_word_of_a_message_decides_anything(message: str, status: int) -> None:
    def cause_for(said: str) -> Cause:
        response = httpx2.Response(status, request=REQUEST)
        body = {"message": said, "type": "some_error", "param": None, "code": None}
        return app_error(openai.APIStatusError(said, response=response, body=body), WHERE).cause

    known = ("insufficient_quota", "Incorrect API key", "model_not_found", "context_length_exceeded", message)
    assert len({cause_for(said) for said in (*known, "")}) == 1


@pytest.mark.parametrize(("status", "cause"), [(418, Cause.BAD_REQUEST), (599, Cause.SERVER_ERROR)])
def test_a_status_that_nobody_knows_has_a_plain_sentence(status: int, cause: Cause) -> None:
    error = openai.APIStatusError("?", response=httpx2.Response(status, request=REQUEST), body=None)
    told = app_error(error, WHERE)
    assert told.cause is cause
    assert f"HTTP {status}" in told.failure.details


def test_what_nobody_knows_at_all_is_unexpected_and_has_details() -> None:
    told = app_error(openai.OpenAIError("something new"), WHERE)
    assert told.cause is Cause.UNEXPECTED
    assert "something new" in told.failure.details
    assert REMEDIES[told.cause].action is Action.DETAILS

"""The one table from what the SDK and the network raise to the causes of `domain.errors`, most specific first.

Nothing here looks at the words of a message: services translate and reword them. What counts is the status, the
`code`, `type` and `param` of the error body, and the exception at the root of a broken connection.
"""

from __future__ import annotations

import errno
import math
import re
import socket
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import httpx2
import openai

from parley.domain.errors import AppError, Cause
from parley.domain.redaction import redact

from .payload import OPTIONAL
from .traffic import status_of_proxy
from .waiting import retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# Everything the world can do to a request. What is not among these is a bug of ours and goes up as it is.
WORLD: Final = (
    openai.OpenAIError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpx2.StreamError,
    OSError,  # also TimeoutError and ssl.SSLError
    ValueError,  # malformed JSON and text that is no UTF-8 come raw out of the SDK
)

DETAILS_LIMIT = 4_000  # characters


@dataclass(frozen=True, slots=True)
class Where:
    """What the facts and the judgement of an error need to know about the request."""

    service: str
    host: str
    model: str = ""
    key: str | None = field(default=None, repr=False)
    lacks_json: bool = False  # JSON is asked for, and no message has the word, without which OpenAI refuses
    proxy: str = ""  # its host; none: the way is straight
    secrets: tuple[str, ...] = field(default=(), repr=False)  # beside the key


# By what the service calls it: `code` first, then `type`. (OpenAI's error-code guide; the others as their own
# references give them: Azure, Anthropic's compatible endpoint, OpenRouter, DeepSeek, llama.cpp, Ollama.)
_NAMES: Mapping[str, Cause] = {
    "insufficient_quota": Cause.NO_CREDIT,
    "billing_hard_limit_reached": Cause.NO_CREDIT,
    "billing_not_active": Cause.NO_CREDIT,
    "credit_limit_reached": Cause.NO_CREDIT,
    "invalid_api_key": Cause.INVALID_KEY,
    "account_deactivated": Cause.INVALID_KEY,
    "missing_scope": Cause.FORBIDDEN,
    "insufficient_permissions": Cause.FORBIDDEN,
    "unsupported_country_region_territory": Cause.REGION,
    "model_not_found": Cause.MODEL_NOT_FOUND,
    "deploymentnotfound": Cause.MODEL_NOT_FOUND,
    "context_length_exceeded": Cause.TOO_LONG,
    "string_above_max_length": Cause.TOO_LONG,
    "exceed_context_size_error": Cause.TOO_LONG,
    "request_too_large": Cause.TOO_LONG,
    "content_policy_violation": Cause.CONTENT_FILTER,
    "content_filter": Cause.CONTENT_FILTER,
    "responsibleaipolicyviolation": Cause.CONTENT_FILTER,
    "invalid_prompt": Cause.CONTENT_FILTER,
    "moderation_blocked": Cause.CONTENT_FILTER,
    "rate_limit_exceeded": Cause.STILL_LIMITED,
    "rate_limit_error": Cause.STILL_LIMITED,
    "engine_overloaded": Cause.OVERLOADED,
    "server_overloaded": Cause.OVERLOADED,
    "overloaded_error": Cause.OVERLOADED,
    "unavailable_error": Cause.OVERLOADED,  # llama.cpp while it loads the model
    "authentication_error": Cause.INVALID_KEY,
    "permission_error": Cause.FORBIDDEN,
    "server_error": Cause.SERVER_ERROR,
    "api_error": Cause.SERVER_ERROR,
}

_STATUSES: Mapping[int, Cause] = {
    400: Cause.BAD_REQUEST,
    401: Cause.INVALID_KEY,
    402: Cause.NO_CREDIT,
    403: Cause.FORBIDDEN,
    404: Cause.NOT_AN_API,
    405: Cause.NOT_AN_API,
    407: Cause.PROXY_LOGIN,
    408: Cause.TIMEOUT,
    409: Cause.BAD_REQUEST,
    410: Cause.MODEL_NOT_FOUND,
    413: Cause.TOO_LONG,
    422: Cause.BAD_REQUEST,
    429: Cause.STILL_LIMITED,
    451: Cause.REGION,
    503: Cause.OVERLOADED,
    504: Cause.TIMEOUT,
    511: Cause.CAPTIVE_PORTAL,
    522: Cause.TIMEOUT,
    524: Cause.TIMEOUT,
    529: Cause.OVERLOADED,
}

# OpenSSL's names for it: the first of 1.1 to 3.1, the second since 3.2.
_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST"})
_OFFLINE = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, socket.EAI_AGAIN})


def _root_is(*kinds: type[BaseException]) -> Callable[[BaseException], bool]:
    return lambda error: any(isinstance(e, kinds) for e in chain(error))


def _offline(error: BaseException) -> bool:
    return any(isinstance(e, OSError) and e.errno in _OFFLINE for e in chain(error))


def _speaks_plainly(error: BaseException) -> bool:
    """Whether what came back to a TLS greeting was no TLS at all, as from a local server that is asked over https.

    Only errors that OpenSSL itself found have a reason.
    """
    return any(isinstance(e, ssl.SSLError) and getattr(e, "reason", "") in _NO_TLS for e in chain(error))


def _asks_for_login(error: BaseException) -> bool:
    """Whether a proxy answered to a request for a way through it that it does not know who asks."""
    required = httpx2.codes.PROXY_AUTHENTICATION_REQUIRED
    return isinstance(error, openai.APIConnectionError) and status_of_proxy(error.request) == required


# For what is not an answer of the service. The first that fits counts.
_EXCEPTIONS: tuple[tuple[Callable[[BaseException], bool], Cause], ...] = (
    (_asks_for_login, Cause.PROXY_LOGIN),
    (_root_is(httpx2.ProxyError), Cause.PROXY),
    (_speaks_plainly, Cause.NOT_TLS),
    (_root_is(ssl.SSLError, ssl.CertificateError), Cause.TLS),
    (_offline, Cause.OFFLINE),
    (_root_is(socket.gaierror), Cause.DNS),
    (_root_is(ConnectionRefusedError), Cause.REFUSED),
    (_root_is(httpx2.TimeoutException, openai.APITimeoutError, TimeoutError), Cause.TIMEOUT),
    (_root_is(httpx2.ConnectError), Cause.REFUSED),
    (_root_is(httpx2.LocalProtocolError, UnicodeEncodeError), Cause.BAD_KEY_TEXT),
    (_root_is(httpx2.InvalidURL, httpx2.UnsupportedProtocol), Cause.BAD_ADDRESS),
    (_root_is(httpx2.TransportError, httpx2.DecodingError, httpx2.StreamError, OSError), Cause.BROKEN_STREAM),
    (_root_is(ValueError), Cause.BROKEN_STREAM),
)


def chain(error: BaseException) -> Iterator[BaseException]:
    """`error` and everything it came from, through causes and groups (one per address that was tried)."""
    seen: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        current = waiting.pop(0)
        if current is None or any(current is e for e in seen):
            continue
        seen.append(current)
        yield current
        waiting += [current.__cause__, current.__context__]
        if isinstance(current, BaseExceptionGroup):
            waiting += current.exceptions


def app_error(error: BaseException, where: Where) -> AppError:
    """`error` as a cause with its facts. The details hold no key."""
    if isinstance(error, AppError):
        return error
    cause = _cause(error, where)
    facts = {"service": where.service, "host": where.host, "model": where.model}
    if cause is Cause.PROXY_LOGIN:
        facts["proxy"] = where.proxy
    if cause is Cause.STILL_LIMITED and isinstance(error, openai.APIStatusError):
        facts["minutes"] = _minutes(retry_after(error.response.headers))
    if cause is Cause.PARAMETER_REJECTED:
        facts["parameter"] = rejected_parameter(error) or ""
    return AppError(cause, _details(error, where), **{name: value for name, value in facts.items() if value})


def _minutes(asked: float | None) -> str:
    """The minutes that a service asks to wait; none for what is not worth counting in them."""
    return str(math.ceil(asked / 60)) if asked is not None and asked > 60 else ""


def _cause(error: BaseException, where: Where) -> Cause:
    if isinstance(error, openai.APIStatusError):
        return _status_cause(error, where)
    if isinstance(error, openai.APIError) and not isinstance(error, openai.APIConnectionError):
        return _by_name(error) or Cause.SERVER_ERROR  # an error event inside the stream
    cause = next((cause for fits, cause in _EXCEPTIONS if fits(error)), Cause.UNEXPECTED)
    if where.proxy and cause in {Cause.REFUSED, Cause.DNS}:
        return Cause.PROXY  # it is the proxy that could not be reached
    return cause


def _status_cause(error: openai.APIStatusError, where: Where) -> Cause:
    named = _by_name(error)
    if named:
        return named
    if rejected_parameter(error):
        return Cause.PARAMETER_REJECTED
    if where.lacks_json and isinstance(error, openai.BadRequestError) and error.param == "messages":
        return Cause.NO_JSON_WORD
    if error.status_code == httpx2.codes.NOT_FOUND and (error.param == "model" or _is_missing_model(error)):
        return Cause.MODEL_NOT_FOUND
    default = Cause.SERVER_ERROR if error.status_code >= 500 else Cause.BAD_REQUEST
    return _STATUSES.get(error.status_code, default)


def _by_name(error: openai.APIError) -> Cause | None:
    return next((_NAMES[name.lower()] for name in (error.code, error.type) if name and name.lower() in _NAMES), None)


def _is_missing_model(error: openai.APIError) -> bool:
    """Ollama says only `not_found_error`; llama.cpp says so of a wrong path, with the status repeated as code."""
    return error.type == "not_found_error" and not error.code


def rejected_parameter(error: BaseException) -> str | None:
    """The optional parameter that the service does not take, where it says so by name; else None."""
    if not isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError):
        return None
    return next((root for root in map(_root_name, _named_parameters(error)) if root in OPTIONAL), None)


def _named_parameters(error: openai.APIStatusError) -> Iterator[str]:
    """`param` as OpenAI has it, `detail[].loc` as services made with FastAPI (vLLM, Mistral) have it."""
    if isinstance(error.param, str):
        yield error.param
    detail = error.body.get("detail") if isinstance(error.body, dict) else None
    for entry in detail if isinstance(detail, list) else []:
        location = entry.get("loc") if isinstance(entry, dict) else None
        yield from (part for part in (location if isinstance(location, list) else []) if isinstance(part, str))


def rejects_role(error: BaseException) -> bool:
    """Whether the service objects to the role of a message, as older models and services do to `developer`."""
    if not isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError):
        return False
    return any(name.startswith("messages") and name.endswith("role") for name in _named_parameters(error))


def _root_name(parameter: str) -> str:
    return re.split(r"[.\[]", parameter, maxsplit=1)[0]


def _details(error: BaseException, where: Where) -> str:
    lines = [f"{type(e).__name__}: {e}" for e in chain(error)]
    if isinstance(error, openai.APIStatusError):
        lines = [f"HTTP {error.status_code}", *lines]
        lines += [f"Request {error.request_id}"] if error.request_id else []
    return redact("\n".join(lines), where.key, *where.secrets)[:DETAILS_LIMIT]

"""What the world does wrong, as a value: its cause, its sentences, and the one button that helps.

The sentences are in `remedies`. Anything that is not an `AppError` is a bug of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Cause(StrEnum):
    """Why something failed. The values are stored with messages: never rename one."""

    NO_KEY = "no_key"
    INVALID_KEY = "invalid_key"
    BAD_KEY_TEXT = "bad_key_text"
    NO_CREDIT = "no_credit"
    BUDGET_REACHED = "budget_reached"
    MODEL_NOT_FOUND = "model_not_found"
    NO_MODEL = "no_model"
    RATE_LIMIT = "rate_limit"  # while it is waited for
    STILL_LIMITED = "still_limited"  # when it is not waited for any more
    TOO_LONG = "too_long"
    CUT_OFF = "cut_off"
    BLANK_REASONING = "blank_reasoning"
    NOT_JSON = "not_json"
    NO_JSON_WORD = "no_json_word"  # wanted as JSON, but no message says so
    SCHEMA_MISMATCH = "schema_mismatch"
    PARAMETER_REJECTED = "parameter_rejected"
    BAD_REQUEST = "bad_request"
    CONTENT_FILTER = "content_filter"
    REGION = "region"
    FORBIDDEN = "forbidden"
    OFFLINE = "offline"
    DNS = "dns"
    REFUSED = "refused"
    PROXY = "proxy"
    PROXY_LOGIN = "proxy_login"
    TLS = "tls"
    NOT_TLS = "not_tls"  # what answers speaks plain http
    CAPTIVE_PORTAL = "captive_portal"
    NOT_AN_API = "not_an_api"
    BAD_ADDRESS = "bad_address"
    INSECURE_ADDRESS = "insecure_address"
    REDIRECTED = "redirected"
    TIMEOUT = "timeout"
    SERVER_ERROR = "server_error"
    OVERLOADED = "overloaded"
    BROKEN_STREAM = "broken_stream"
    INTERRUPTED = "interrupted"
    KEYRING_MISSING = "keyring_missing"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_SLOW = "keyring_slow"
    KEYRING_REFUSED = "keyring_refused"
    KEYRING_FULL = "keyring_full"
    DOTENV_UNREADABLE = "dotenv_unreadable"
    DOTENV_NO_KEY = "dotenv_no_key"
    PRACTICE_MISSING = "practice_missing"
    PRACTICE_FAILED = "practice_failed"
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_NEWER = "database_newer"
    SETTINGS_DAMAGED = "settings_damaged"
    RESOURCE_MISSING = "resource_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"
    FILE_KIND = "file_kind"
    STARTER_UNREADABLE = "starter_unreadable"
    IMPORT_UNREADABLE = "import_unreadable"
    IMPORT_NEWER = "import_newer"
    IMPORT_TOO_LARGE = "import_too_large"
    IMPORT_PARTLY = "import_partly"
    UNEXPECTED = "unexpected"


class Action(StrEnum):
    """What the error's button does."""

    NONE = "none"
    ENTER_KEY = "enter_key"
    OPEN_BILLING = "open_billing"
    CHOOSE_MODEL = "choose_model"
    STOP_WAITING = "stop_waiting"
    DROP_OLDEST = "drop_oldest"
    CONTINUE = "continue"
    RAISE_LIMIT = "raise_limit"
    EDIT_MESSAGE = "edit_message"
    DETAILS = "details"
    RETRY = "retry"
    TRY_AGAIN = "try_again"
    OPEN_DATA_FOLDER = "open_data_folder"
    OPEN_SETTINGS = "open_settings"
    OPEN_BUDGET = "open_budget"
    OPEN_NETWORK = "open_network"


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure, ready to store and to show. `details` is the technical text, with every key already removed."""

    cause: Cause
    facts: Mapping[str, str] = field(default_factory=dict)
    details: str = ""


class AppError(Exception):
    """The world's fault, never ours: the only exception that reaches the interface as a sentence."""

    def __init__(self, cause: Cause, details: str = "", **facts: str) -> None:
        super().__init__(cause.value)
        self.failure = Failure(cause, facts, details)

    @property
    def cause(self) -> Cause:
        return self.failure.cause

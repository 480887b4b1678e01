"""Keeps keys in the operating system's keyring, one per service address, and for this run where that is not to be had.

The password of a proxy is kept in the same way, under an entry of its own.

Calls block for up to the deadline: never on the window's thread.
"""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from parley.domain.deadline import within
from parley.domain.errors import AppError, Cause, Failure
from parley.domain.known_keys import KnownKeys
from parley.domain.redaction import redact

from .backends import Place, find_place, is_locked, keyring_errors, usual_name
from .room import has_room

if TYPE_CHECKING:
    from collections.abc import Callable

    from .backends import Keyring

T = TypeVar("T")

SERVICE = "Parley"  # under which the keyring lists our keys; the user name is the service's address
DEADLINE = 10.0  # seconds; long enough for a busy computer, too short to type a password into a prompt

_THREAD = "keyring call"
_LOCK_DEADLINE = 1.0  # seconds for asking whether it is locked, which is never waited for
_WINDOWS_LIMIT = 1280  # characters (CRED_MAX_CREDENTIAL_BLOB_SIZE is 2560 bytes of UTF-16)
# No more memory, no room on the disk, a value longer than it takes (RPC_X_BAD_STUB_DATA).
_WINDOWS_FULL = frozenset({8, 14, 112, 1783})
_LOCKED = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})
# An OSError is a message bus that is not there: the only thing a backend opens by itself.
_MISSING = frozenset({"NoKeyringError", "SecretServiceNotAvailableException", "OSError"})
_DEFAULT_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a key lives: in the keyring `name`, or, with a `problem`, only in memory until Parley is closed."""

    name: str
    problem: Failure | None = None


class KeyStore:
    """Finds and keeps keys. Safe to use from several threads.

    What the keyring said is remembered for this run, so that a message does not wait for it: also that it has no key.
    """

    def __init__(self, deadline: float = DEADLINE, known: KnownKeys | None = None, entry: str = SERVICE) -> None:
        """`known` hears of every key that is found or kept, to take it out of whatever is shown.

        `entry` is the name under which the keyring lists what is kept here.
        """
        self._entry = entry
        self._deadline = deadline
        self.known = known or KnownKeys()
        self._lock = threading.Lock()  # guards what follows; never held during a call to the keyring
        self._remembered: dict[str, str | None] = {}
        self._problems: dict[str, Failure] = {}
        self._place: Place | None = None

    def __repr__(self) -> str:
        return f"KeyStore({len(self._remembered)} services asked for)"

    def get(self, address: str) -> str | None:
        """The key for the service at `address`, None when there is none or no keyring to hold one.

        Raises AppError KEYRING_LOCKED, KEYRING_SLOW, KEYRING_REFUSED: there may be a key, but it is out of reach.
        """
        user = normalised(address)
        with self._lock:
            if user in self._remembered:
                return self._remembered[user]
        try:
            key = self._call(lambda keyring: keyring.get_password(self._entry, user))
        except AppError as error:
            if error.cause is Cause.KEYRING_MISSING:
                return None
            raise
        self.known.add(key)
        with self._lock:
            return self._remembered.setdefault(user, key or None)  # one that was typed meanwhile is newer

    def set(self, address: str, key: str) -> KeyPlace:
        """Keep `key` for the service at `address`. Where the keyring fails it is kept for this run, and says why."""
        user = normalised(address)
        self.known.add(key)
        with self._lock:
            self._remembered[user] = key
            self._problems.pop(user, None)
        try:
            _check_size(key)
            self._call(lambda keyring: self._put(keyring, user, key), key)
        except AppError as error:
            with self._lock:
                self._problems[user] = _why_refused(error).failure
        return self.place(address)

    def keep_again(self, address: str) -> KeyPlace:
        """Try once more to bring a key that is only in memory into the keyring (the button "Try again")."""
        with self._lock:
            key = self._remembered.get(normalised(address))
        return self.place(address) if key is None else self.set(address, key)

    def delete(self, address: str) -> None:
        """Forget the key for the service at `address`. Raises AppError when the keyring may still hold it."""
        user = normalised(address)
        with self._lock:
            self._remembered[user] = None  # so that a `get` under way does not remember what it has just read
            self._problems.pop(user, None)
        try:
            self._call(lambda keyring: self._delete(keyring, user))
        except AppError as error:
            with self._lock:
                if self._remembered.get(user) is None:
                    self._remembered.pop(user, None)  # it may be there still: the keyring is asked the next time
            if error.cause is not Cause.KEYRING_MISSING:
                raise

    def place(self, address: str) -> KeyPlace:
        """Where the key for the service at `address` lives. Asks nobody."""
        with self._lock:
            return KeyPlace(self._name(), self._problems.get(normalised(address)))

    def place_name(self) -> str:
        """The keyring as the person knows it: "GNOME Keyring", "macOS Keychain". Asks nobody."""
        with self._lock:
            return self._name()

    def _name(self) -> str:
        return self._place.name if self._place is not None else usual_name()

    def _put(self, keyring: Keyring, user: str, key: str) -> None:
        """Bring `key` into the keyring; when it took so long that the person decided otherwise meanwhile, that."""
        keyring.set_password(self._entry, user, key)
        with self._lock:
            wanted = self._remembered.get(user)
            if wanted == key:
                self._problems.pop(user, None)  # also when nobody waits for it any more
                return
        if wanted is None:
            self._delete(keyring, user)
        else:
            keyring.set_password(self._entry, user, wanted)

    def _delete(self, keyring: Keyring, user: str) -> None:
        # Asked first: backends say "no such key" with the same error as "not allowed".
        if keyring.get_password(self._entry, user) is not None:
            keyring.delete_password(self._entry, user)

    def _call(self, work: Callable[[Keyring], T], key: str | None = None) -> T:
        """Do `work` with the keyring, before the deadline. Every failure becomes an AppError, without `key` in it."""
        try:
            return within(self._deadline, lambda: work(self._open()), _THREAD)
        except TimeoutError as error:
            raise self._failure(self._cause_of_silence(), "") from error
        except AppError:
            raise
        except keyring_errors() as error:
            details = redact(f"{type(error).__name__}: {error}", key)
            raise self._failure(_cause_of(error), details) from None  # the error's own text may hold the key

    def _open(self) -> Keyring:
        """The keyring, found once; while there is none it is looked for again each time."""
        with self._lock:
            if self._place is not None:
                return self._place.keyring
        place = find_place()  # the first call imports the keyring library
        if place is None:
            raise self._failure(Cause.KEYRING_MISSING, "")
        with self._lock:
            self._place = place
        return place.keyring

    def _cause_of_silence(self) -> Cause:
        """A locked keyring asks for its password on the screen, and its call waits for as long as that takes."""
        with self._lock:
            place = self._place
        unanswered: tuple[type[BaseException], ...] = (TimeoutError, *keyring_errors())
        try:
            locked = place is not None and within(_LOCK_DEADLINE, lambda: is_locked(place.keyring), _THREAD)
        except unanswered:
            locked = False
        return Cause.KEYRING_LOCKED if locked else Cause.KEYRING_SLOW

    def _failure(self, cause: Cause, details: str) -> AppError:
        return AppError(cause, details, keyring=self.place_name())


def normalised(address: str) -> str:
    """`address` as a key is filed under it: the same service written differently has the same key."""
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:  # no address at all; whoever connects to it will say so
        return address.strip()
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    return f"{parts.scheme}://{host}{parts.path.rstrip('/')}"


def _cause_of(error: BaseException) -> Cause:
    """By name: the classes come from libraries that differ from system to system."""
    if getattr(error, "winerror", None) in _WINDOWS_FULL:
        return Cause.KEYRING_FULL
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if kinds & _LOCKED:
        return Cause.KEYRING_LOCKED
    return Cause.KEYRING_MISSING if kinds & _MISSING else Cause.KEYRING_REFUSED


def _check_size(key: str) -> None:
    if sys.platform == "win32" and len(key) > _WINDOWS_LIMIT:
        raise AppError(Cause.KEYRING_FULL, f"the key is longer than {_WINDOWS_LIMIT} characters", keyring=usual_name())


def _why_refused(error: AppError) -> AppError:
    """KEYRING_FULL for a refusal while the disk is full. GNOME Keyring says only "an error occurred on the device"."""
    if error.cause is not Cause.KEYRING_REFUSED or has_room():
        return error
    return AppError(Cause.KEYRING_FULL, error.failure.details, **error.failure.facts)

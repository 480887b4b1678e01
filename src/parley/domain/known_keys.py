"""The keys that Parley has in its hands in this run, so that whatever is shown, logged or saved is free of them."""

from __future__ import annotations

import threading

from .redaction import redact

# What programs want to be typed for services on one's own computer that ask for no key: words, and no secrets. Taken
# out of everything they would spoil a text about Ollama.
_NO_SECRETS = frozenset(
    {"ollama", "lm-studio", "lmstudio", "vllm", "llama", "local", "localhost", "none", "null", "empty", "dummy"}
    | {"test", "key", "no-key", "nokey", "not-needed", "notneeded", "placeholder", "changeme", "sk-no-key-required"}
)


class KnownKeys:
    """Safe to use from several threads. Never shows a key, and forgets none: a log may still be about a removed one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._keys: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"KnownKeys({len(self._keys)})"

    def add(self, key: str | None) -> None:
        """Take `key` out of every text from now on. None and "" are no keys."""
        with self._lock:
            if key and key not in self._keys and key.lower() not in _NO_SECRETS:
                self._keys = (*self._keys, key)

    def all(self) -> tuple[str, ...]:
        """Every key there was in this run."""
        return self._keys

    def redact(self, text: str) -> str:
        """`text` without any of these keys and without anything that is shaped like one."""
        return redact(text, *self._keys)

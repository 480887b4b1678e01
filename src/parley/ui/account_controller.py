"""The service and its key: the ways in on the Welcome page and the account pages of Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.request import OPENAI
from parley.domain.settings import PRACTICE_MODEL_FILE, SERVICE_ADDRESS, SERVICE_KIND, SERVICE_WITH_KEY

from .ports import KeyState
from .services import service_for

if TYPE_CHECKING:
    from parley.domain.errors import Failure
    from parley.domain.request import Service

    from .engine_thread import EngineThread
    from .ports import Account
    from .preferences import Preferences


class AccountController(QObject):
    """Checks a service by one free request and keeps it only when it answered."""

    checking = Signal(bool)
    connected = Signal(object)  # Account: it answered and is now in use
    connectionFailed = Signal(object)  # Failure
    keyStateChanged = Signal(object)  # KeyState
    modelsChanged = Signal(object)  # tuple[str, ...]
    dotenvRead = Signal(str)  # path: its key is in the keyring now, and the file still holds it

    def __init__(self, engine: EngineThread, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._preferences = preferences

    def submit_key(self, key: str) -> None:
        """Check a key for the service in use, OpenAI at first."""
        service = self._preferences.service
        kind = self._preferences[SERVICE_KIND]
        if service is None or service.local:
            service, kind = OPENAI, "openai"
        self._connect(service, kind, key)

    def submit_service(self, address: str, key: str) -> None:
        """Check another service that speaks the OpenAI API; the key may be empty."""
        from parley.llm.address import complete_address  # not needed for a normal start

        clean = complete_address(address.strip().rstrip("/"), has_key=bool(key))
        service = service_for("openai" if clean == OPENAI.address else "other", clean)
        if service is not None:
            self._connect(service, "openai" if service == OPENAI else "other", key or None)

    def use_practice(self) -> None:
        """Start the model on this computer and talk to it."""
        practice = service_for("practice", "")
        if practice is not None:
            self._connect(practice, "practice", None)

    def use_model_file(self, path: str) -> None:
        """Run a .gguf file of the person's own in place of the practice model; with "", the practice model again."""
        self._preferences.set(PRACTICE_MODEL_FILE, path)
        self.use_practice()

    def choose_dotenv(self, path: str) -> None:
        """Move the key of a .env file the person chose to the keyring."""

        def use(key: str) -> None:
            self.submit_key(key)
            self.dotenvRead.emit(path)

        self._engine.post(lambda backend: backend.read_dotenv(path), done=use, failed=self.connectionFailed.emit)

    def keep_key_again(self) -> None:
        """Try once more to bring the key into the keyring, or to read it from there."""
        service = self._preferences.service
        if service is not None and not service.local:
            self._engine.post(lambda backend: backend.keep_key_again(service.address), done=self.keyStateChanged.emit)

    def remove_key(self) -> None:
        service = self._preferences.service
        if service is not None:
            self._engine.post(
                lambda backend: backend.remove_key(service.address),
                done=lambda _nothing: self._forget_key(),
                failed=self.connectionFailed.emit,
            )

    def refresh(self) -> None:
        """Look up what is known of the service in use: the key's place and the models. Failures wait for a message."""
        service = self._preferences.service
        if service is None:
            return
        self.refresh_key()
        self._engine.post(lambda backend: backend.list_models(service), done=self.modelsChanged.emit)

    def refresh_key(self) -> None:
        """Look up where the key of the service in use lives."""
        service = self._preferences.service
        if service is not None and not service.local:
            self._engine.post(lambda backend: backend.key_state(service.address), done=self.keyStateChanged.emit)

    def _forget_key(self) -> None:
        self._preferences.set(SERVICE_WITH_KEY, "")
        self.keyStateChanged.emit(KeyState())

    def _remember_whether_it_has_a_key(self, account: Account) -> None:
        """So that later a keyring that is out of reach is said, and no request goes out without the key."""
        if account.key.place:
            self._preferences.set(SERVICE_WITH_KEY, account.service.address)
        elif account.key.problem is None:
            self._preferences.set(SERVICE_WITH_KEY, "")

    def _connect(self, service: Service, kind: str, key: str | None) -> None:
        self.checking.emit(True)

        def done(account: Account) -> None:
            self._remember_whether_it_has_a_key(account)
            self._preferences.set(SERVICE_ADDRESS, service.address if kind == "other" else OPENAI.address)
            self._preferences.set(SERVICE_KIND, kind)
            self.checking.emit(False)
            self.keyStateChanged.emit(account.key)
            self.modelsChanged.emit(account.models)
            self.connected.emit(account)

        def failed(failure: Failure) -> None:
            self.checking.emit(False)
            self.connectionFailed.emit(failure)

        self._engine.post(lambda backend: backend.connect(service, key), done=done, failed=failed)

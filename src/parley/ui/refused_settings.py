"""Settings that a service refused: says so when it happens, shows it where they are set, sends them again if asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .failure_words import parameter_words, readable_fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.errors import Failure

    from .engine_thread import EngineThread
    from .main_window import MainWindow
    from .preferences import Preferences
    from .rooms import Rooms
    from .session import Session


class RefusedSettings(QObject):
    """Between the session, the panel and the engine's side, which remembers. Asks it only once the panel is there."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        preferences: Preferences,
        engine: EngineThread,
        rooms: Rooms,
        failed: Callable[[Failure], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._engine = engine
        self._rooms = rooms
        self._failed = failed
        self._model = ""
        self._parameters: list[str] = []  # what was said last
        session.parameterDropped.connect(self._say)
        rooms.refusalsWanted.connect(self._refresh)
        rooms.againRequested.connect(self._send_again)

    def _say(self, model: str, parameter: str) -> None:
        notice = self._window.notice
        if model != self._model or notice.isHidden() or notice.text() != self._text():
            self._model, self._parameters = model, []
        if (words := parameter_words(parameter)) not in self._parameters:
            self._parameters.append(words)
        notice.show_text(self._text())
        self._refresh()

    def _text(self) -> str:
        """One request can be refused several times, for one setting each time: all of them are said."""
        if len(self._parameters) > 1:
            words = self.tr("{model} does not take these settings: {parameters}. They were left out.")
        else:
            words = self.tr("{model} does not take the setting {parameter}. It was left out.")
        model, parameters = readable_fact(self._model), ", ".join(self._parameters)
        return words.format(model=model, parameter=parameters, parameters=parameters)

    def _refresh(self) -> None:
        self._engine.post(lambda backend: backend.refusals(), done=self._rooms.set_refusals, failed=self._failed)

    def _send_again(self, model: str, setting: str) -> None:
        service = self._preferences.service
        if service is not None:
            self._engine.post(
                lambda backend: backend.forget_refusal(service, model, setting),
                done=lambda _none: self._refresh(),
                failed=self._failed,
            )

"""The real program in this process, put together by `app` itself, with its buttons pressed and its paints timed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from parley import paths
from parley.app import start
from parley.app.arguments import Options
from parley.app.glance import take_glance
from parley.domain.settings import LAST_MODEL, SERVICE_ADDRESS, SERVICE_KIND, Settings
from parley.store.store import Store
from parley.ui.single_instance import SingleInstance
from parley.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 120.0  # seconds


class _Paints(QObject):
    """Notes when something inside `area` is painted."""

    def __init__(self, area: QWidget) -> None:
        super().__init__()
        self._area = area
        self.last = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and self._area.isAncestorOf(watched):
            self.last = time.perf_counter()
        return False


class RealWindow:
    """Parley on the screen, talking to a service that needs no key."""

    def __init__(self, data: Path, model: str) -> None:
        self._application = start._make_application()
        places = paths.find_paths(data)
        paths.make_private(places.data)
        store = Store.open(places.database, places.backups)
        store.save_settings(Settings({SERVICE_KIND.key: "other", LAST_MODEL.key: model}))
        store.close()
        instance = SingleInstance(places.lock)
        instance.take()
        self._waker = QTimer(interval=20)  # conditions are looked at when something happens, or at least so often
        self._waker.start()
        glance = take_glance(places)
        self._loading = start._open_window(self._application, places, instance, glance, Options(data_dir=data))
        self._until(lambda: self._loading._program is not None)
        assert self._loading._program is not None
        self._program = self._loading._program
        self._parts = self._program.parts
        self._settled = False
        self._words = False
        self._parts.session.settled.connect(self._on_settled)
        self._parts.session.textAdded.connect(self._on_text)

    def __enter__(self) -> Self:
        self._until(lambda: self._button("Send") is not None)
        self._idle(2.0)  # what is loaded after the first paint
        transcript = self._parts.window.findChild(TranscriptView)
        assert transcript is not None
        self._paints = _Paints(transcript)
        self._application.installEventFilter(self._paints)
        return self

    def __exit__(self, *_: object) -> None:
        self._application.removeEventFilter(self._paints)
        self._loading.end()

    def use(self, address: str) -> None:
        """Talk to another service from now on."""
        self._program._preferences.set(SERVICE_ADDRESS, address)
        self.seconds_to_first_word()  # connected, as a conversation is that is going on

    def seconds_for_answer(self) -> float:
        """From pressing Send until the whole answer is painted."""
        began = self._send()
        self._until(lambda: self._settled)
        settled = time.perf_counter()
        self._until(lambda: self._paints.last > settled)
        return self._paints.last - began

    def seconds_to_first_word(self) -> float:
        """From pressing Send until the first word is painted. Then the answer is stopped, if it goes on."""
        began = self._send()
        self._until(lambda: self._words)
        arrived = time.perf_counter()
        self._until(lambda: self._paints.last > arrived)
        painted = self._paints.last
        self._stop()
        return painted - began

    def stop_in_mid_answer(self) -> float:
        """Press Stop while an answer is being written; the moment of it, on the monotonic clock."""
        self._send()
        self._until(lambda: self._words)
        self._idle(0.05)
        pressed = time.monotonic()
        self._stop()
        return pressed

    def _send(self) -> float:
        self._parts.conversation.begin_new()
        self._settled = self._words = False
        self._parts.window.composer.set_text("Go")
        self._until(lambda: self._enabled("Send"))
        self._application.processEvents()
        began = time.perf_counter()
        self._press("Send")
        return began

    def _stop(self) -> None:
        if not self._settled:
            self._press("Stop")
        self._until(lambda: self._settled)

    def _press(self, name: str) -> None:
        button = self._button(name)
        if button is not None:
            button.click()

    def _enabled(self, name: str) -> bool:
        button = self._button(name)
        return button is not None and button.isEnabled()

    def _button(self, name: str) -> QAbstractButton | None:
        buttons = self._parts.window.composer.findChildren(QAbstractButton)
        return next((button for button in buttons if button.accessibleName() == name), None)

    def _until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > end:
                raise SystemExit("the window did not do what was waited for")

    def _idle(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self._until(lambda: time.monotonic() > end)

    def _on_settled(self, _answer: object) -> None:
        self._settled = True

    def _on_text(self, _message_id: int, _text: str) -> None:
        self._words = True

"""A real Parley that takes a canary key through everything a service can do wrong: `canary_child.py DATA_DIR OUT_DIR`.

What to do comes as one line of JSON on standard input, because a key has no business on a command line. In the end it
says so with one line of JSON on standard output and stays, to be looked at, until its input ends.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from tests.support.asking import QUICK

from parley.__main__ import main
from parley.app import connections
from parley.app.program import Program
from parley.domain.chat_settings import ChatSettings
from parley.domain.errors import AppError
from parley.domain.request import Service
from parley.domain.settings import LOG_MESSAGE_TEXT, PROXY, PROXY_ADDRESS, PROXY_USER

if TYPE_CHECKING:
    from parley.app.backend import AppBackend
    from parley.domain.network import Network
    from parley.llm.gate import Limits
    from parley.ui.ports import Account

TEXTS = ("markdown", "html", "text", "json")  # the formats for everything; a PDF is made of what echoes the key
LIMITS = replace(QUICK, answer=20_000, line=200_000, stream=2_000_000, error_body=20_000)
AT_ONCE = 12
PATIENCE = 2  # seconds for one answer; then it is stopped, as a person would
CRASH_MS = 1_500


class Run(QObject):
    """The steps, one after the other. `ended` comes from the thread that waits for it."""

    ended = Signal()

    def __init__(self, program: Program, plan: dict[str, Any], out: Path) -> None:
        super().__init__(program)
        self._program = program
        self._plan = plan
        self._out = out
        self._said: list[str] = []
        self._exported = 0
        self._echoed: list[int] = []  # conversations
        self.ended.connect(program.parts.window.close)
        program.parts.exporting.allWritten.connect(self._count_exports)
        program.parts.exporting.written.connect(self._count_exports)
        program.parts.account.connected.connect(self._report)
        program.parts.account.connectionFailed.connect(self._report)

    def begin(self) -> None:
        preferences, proxy = self._program._preferences, self._plan["proxy"]
        preferences.set(LOG_MESSAGE_TEXT, True)
        preferences.set(PROXY, "manual")
        preferences.set(PROXY_ADDRESS, proxy["address"])
        preferences.set(PROXY_USER, proxy["user"])
        self._program._engine.post(self._talk_through_proxy)
        self._program._engine.post(self._talk, done=lambda _none: self._crash())

    async def _talk_through_proxy(self, backend: Any) -> None:
        """First with a password that it does not know."""
        proxy = self._plan["proxy"]
        for password in proxy["passwords"]:
            await backend.keep_proxy_password(proxy["address"], proxy["user"], password)
            await self._ask(backend, Service(proxy["service"], "Far service"), proxy["key"])

    async def _talk(self, backend: Any) -> None:
        room = asyncio.Semaphore(AT_ONCE)

        async def one(address: str, key: str) -> None:
            async with room:
                await self._ask(backend, Service(address, "Test service"), key)

        await asyncio.gather(*(one(address, key) for address, key in self._plan["services"]))

    async def _ask(self, backend: AppBackend, service: Service, key: str) -> None:
        """Check the key as Settings does, keep it, then send a message."""
        try:
            await asyncio.wait_for(backend.connect(service, key), PATIENCE)
        except (AppError, TimeoutError) as error:
            self._said.append(f"{error} {getattr(error, 'failure', '')}")
            await asyncio.to_thread(backend._keys.set, service.address, key)
        settings = ChatSettings(model="gpt-4o", temperature=0.5, max_tokens=100)
        task = await backend._engine.send(None, text="Hello", parent_id=None, settings=settings, service=service)
        assert task is not None
        turn_id = int(task.get_name().rpartition(" ")[2])
        if "/echoes" in service.address:
            self._echoed.append(backend._engine._turns[turn_id].conversation.id)
        await asyncio.wait({task}, timeout=PATIENCE)
        await backend.stop(turn_id)

    def _crash(self) -> None:
        for key in self._plan["keys"]:
            QTimer.singleShot(0, lambda key=key: getattr(self, f"with {key}"))
            QTimer.singleShot(0, lambda key=key: {}[key])
            QTimer.singleShot(0, lambda key=key: self._program._engine.post(_fault(key)))
        QTimer.singleShot(CRASH_MS, self._keep_report)

    def _keep_report(self) -> None:
        dialog = self._program._rooms._crash
        assert dialog is not None
        dialog._choose_place = lambda _parent: str(self._out / "crash report.txt")
        dialog.save.click()
        dialog.copy.click()
        (self._out / "clipboard.txt").write_text(QGuiApplication.clipboard().text(), encoding="utf-8")
        dialog.go_on.click()
        (self._out / "said.txt").write_text("\n".join(self._said), encoding="utf-8")
        self._export()

    def _export(self) -> None:
        for key in TEXTS:
            folder = self._out / key
            folder.mkdir()
            self._program.parts.exporting.export_all(folder, key)
        folder = self._out / "pdf"
        folder.mkdir()
        for conversation in self._echoed:
            self._program.parts.exporting.export_to(conversation, "pdf", folder / f"{conversation}.pdf")

    def _count_exports(self, *_what: object) -> None:
        self._exported += 1
        if self._exported == len(TEXTS) + len(self._echoed):
            self._program.parts.account.use_practice()

    def _report(self, account: Account | object) -> None:
        """The practice model runs, where it is installed: its process and its key are looked at as well."""
        practice = self._program._engine._backend._connections._practice  # type: ignore[union-attr]  # it is AppBackend
        own = [practice.key] if practice is not None and practice.running else []
        threading.Thread(target=self._wait, daemon=True).start()
        print(json.dumps({"practice": own, "account": type(account).__name__}), flush=True)

    def _wait(self) -> None:
        sys.stdin.read()
        self.ended.emit()


def _fault(key: str) -> Any:
    async def work(_backend: object) -> None:
        raise RuntimeError(f"cannot work with {key}")

    return work


def short_limits(network: Network) -> Limits:
    return LIMITS


def trust(ca_file: str) -> None:
    """As `tests.support.fixtures.company_authority`."""
    paths = ssl.get_default_verify_paths()._replace(openssl_cafile=ca_file, openssl_capath="/nonexistent")
    ssl.get_default_verify_paths = lambda: paths


usual_open = Program.open


def open_and_run(program: Program, *, new_chat: bool = False, chosen: int | None = None) -> None:
    usual_open(program, new_chat=new_chat, chosen=chosen)
    plan = json.loads(sys.stdin.readline())
    trust(plan["ca_file"])
    Run(program, plan, Path(sys.argv[2])).begin()


if __name__ == "__main__":
    Program.open = open_and_run  # type: ignore[assignment,method-assign]  # the real one, and then the run
    connections.limits_for = short_limits  # silences of minutes are in test_faults
    sys.exit(main(["--data-dir", sys.argv[1]]))

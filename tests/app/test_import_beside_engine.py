"""The engine, the store and an import without a window: one writer for all, and none waits long for another."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING

from tests.app.test_importing import from_chatgpt
from tests.chat.parts import QUICK
from tests.chat.test_engine_with_store import SETTINGS, Connection

from parley.app.intake import AppIntake
from parley.chat.engine import Engine
from parley.domain.events import TurnDelta, TurnEnded
from parley.domain.message import Status
from parley.exchange.formats import find_format
from parley.store.backup import verify
from parley.store.store import Store
from parley.ui.import_run import ImportReport, ImportRun

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.support.fixtures import FaultServer

    from parley.domain.arrival import Arrival
    from parley.domain.events import AppEvent

TOKENS = 60_000  # several times what the import takes
CONVERSATIONS = 600


class Beside:
    """An answer streams; beside it files are imported, a backup is made and everything is exported."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "data" / "parley.db"
        self.store = Store.open(self.database, folder / "data" / "backups")
        self.events: list[AppEvent] = []
        self.first_word = asyncio.Event()
        self.portions = 0

    def take(self, event: AppEvent) -> None:
        self.events.append(event)
        if isinstance(event, TurnDelta):
            self.first_word.set()

    async def run(self, fault_server: FaultServer, file: Path) -> tuple[ImportReport, Path]:
        connection = Connection()
        engine = Engine(self.store, connection, self.take, pace=QUICK)
        service = fault_server.service("fast", str(TOKENS))
        turn = await engine.send(None, text="Go", parent_id=None, settings=SETTINGS, service=service)
        assert turn is not None
        await self.first_word.wait()
        report, backup, _ = await asyncio.gather(
            asyncio.to_thread(self.bring_in, asyncio.get_running_loop(), file),
            asyncio.to_thread(self.store.back_up),
            asyncio.to_thread(self.export_all),
        )
        self.streaming = not turn.done()
        await turn
        await engine.shutdown()
        await connection.close()
        return report, backup

    def bring_in(self, loop: asyncio.AbstractEventLoop, file: Path) -> ImportReport:
        async def write(arrivals: Sequence[Arrival]) -> Sequence[int]:
            self.portions += 1
            return self.store.add_arrivals(arrivals)

        def deliver(arrivals: Sequence[Arrival]) -> Sequence[int]:
            return asyncio.run_coroutine_threadsafe(write(arrivals), loop).result()

        with closing(AppIntake(self.database)) as intake:
            return ImportRun(intake, deliver, lambda _progress: None, lambda: False, "gpt-4o").run([file])

    def export_all(self) -> None:
        with closing(Store.open_reader(self.database)) as reader:
            for row in reader.conversations(limit=50):
                data = find_format("json").write(reader.conversation(row.id), reader.messages(row.id))
                (self.folder / f"{row.id}.json").write_bytes(data)


def test_nothing_is_lost_of_either(tmp_path: Path, fault_server: FaultServer) -> None:
    beside = Beside(tmp_path)
    file = from_chatgpt(tmp_path / "conversations.json", CONVERSATIONS)
    report, backup = asyncio.run(beside.run(fault_server, file))
    assert beside.streaming  # all of it was done while the answer was being written
    assert (report.imported, report.failures) == (CONVERSATIONS, ())
    assert beside.portions > 5  # in portions, between which the engine has its turn
    [ended] = [event for event in beside.events if isinstance(event, TurnEnded)]
    assert ended.answer.status is Status.COMPLETE
    assert len(ended.answer.text.split()) == TOKENS
    beside.store.close()
    verify(backup)
    with closing(Store.open_reader(beside.database)) as reader:
        assert reader.rows("PRAGMA integrity_check") == [("ok",)]
        assert reader.rows("PRAGMA foreign_key_check") == []
        assert reader.count() == CONVERSATIONS + 1
        assert reader.message(ended.answer.id) == ended.answer
        titles = {row.title for row in reader.conversations(limit=1_000)}
        assert {f"Old {number}" for number in range(CONVERSATIONS)} <= titles

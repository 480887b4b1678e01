"""Import, export and backup run while an answer streams: each is whole, and so is the answer."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from parley import paths
from parley.domain.message import Conversation, Message, Role, Status
from parley.domain.settings import SERVICE_ADDRESS
from parley.store.backup import list_backups, verify
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

TOKENS = 40_000
ROUNDS = 4
OLD = Conversation(1, "From elsewhere", 1_600_000_000_000, 1_600_000_000_000)


def from_elsewhere(number: int) -> list[tuple[Conversation, list[Message]]]:
    """Conversations as an import brings them."""
    question = Message(1, 1, None, Role.USER, "An old question about herons", 1_600_000_000_000)
    answer = Message(2, 1, 1, Role.ASSISTANT, "An old answer " * 200, 1_600_000_000_000)
    return [(replace(OLD, title=f"Old {place}"), [question, answer]) for place in range(number)]


def import_on_a_thread(database: Path, backups: Path) -> int:
    """A second connection that writes, as when an import runs beside the engine."""
    store = Store.open(database, backups)
    try:
        return sum(len(store.add_conversations(from_elsewhere(25))) for _ in range(ROUNDS))
    finally:
        store.close()


def test_while_an_answer_streams(person: Person, fault_server: FaultServer, data_dir: Path, tmp_path: Path) -> None:
    person.use("good")
    person.say("Before")
    person.program._preferences.set(SERVICE_ADDRESS, fault_server.address("fast", str(TOKENS)))
    parts, program = person.program.parts, person.program
    places = paths.find_paths(data_dir)
    made: list[str] = []
    written: list[str] = []
    failures: list[object] = []
    parts.exporting.written.connect(written.append)
    parts.exporting.failed.connect(failures.append)
    conversation = parts.session.conversation
    assert conversation is not None
    with person.waits_for(parts.session.textAdded):
        parts.window.composer.sendRequested.emit("Go", [])
    with ThreadPoolExecutor(1) as pool:
        imported = pool.submit(import_on_a_thread, places.database, places.backups)
        for number in range(ROUNDS):
            program._engine.post(lambda backend: backend.back_up(), done=made.append, failed=failures.append)
            for key in ("json", "html", "markdown"):
                parts.exporting.export_to(conversation.id, key, tmp_path / f"{number}.{key}")
            parts.exporting.export_all(tmp_path / f"all-{number}")
            (tmp_path / f"all-{number}").mkdir()
        assert parts.session.turn_id is not None  # all of it began while the answer was being written
        person.wait(lambda: len(made) == ROUNDS and len(written) == 3 * ROUNDS and imported.done())
        assert imported.result() == 25 * ROUNDS
    person.wait(lambda: parts.session.turn_id is None)
    parts.exporting.finish()

    assert failures == []
    answer = parts.session.messages[-1]
    assert answer.status is Status.COMPLETE
    assert len(answer.text.split()) == TOKENS
    for backup in list_backups(places.backups):
        verify(backup)
    for number in range(ROUNDS):
        exported = json.loads((tmp_path / f"{number}.json").read_text(encoding="utf-8"))
        assert "Before" in json.dumps(exported)
        assert list((tmp_path / f"all-{number}").iterdir())
    person.restart()
    assert person.program.parts.session.messages[-1] == answer
    reader = Store.open_reader(places.database)
    assert reader.rows("PRAGMA integrity_check") == [("ok",)]
    assert reader.rows("PRAGMA foreign_key_check") == []
    assert reader.count() == 25 * ROUNDS + 1
    assert len(reader.search("herons", 1_000)) == 25 * ROUNDS
    reader.close()

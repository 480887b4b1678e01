"""Import, export and backup run while an answer streams: each is whole, and so is the answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.app.test_importing import from_chatgpt

from parley import paths
from parley.domain.message import Status
from parley.domain.settings import SERVICE_ADDRESS
from parley.store.backup import list_backups, verify
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.ui.import_run import ImportReport

TOKENS = 40_000
ROUNDS = 4
EACH = 100  # conversations in a file


def test_while_an_answer_streams(person: Person, fault_server: FaultServer, data_dir: Path, tmp_path: Path) -> None:
    person.use("good")
    person.say("Before")
    person.program._preferences.set(SERVICE_ADDRESS, fault_server.address("fast", str(TOKENS)))
    parts, program = person.program.parts, person.program
    places = paths.find_paths(data_dir)
    files = [from_chatgpt(tmp_path / f"{number}-old.json", EACH, name=str(number)) for number in range(ROUNDS)]
    made: list[str] = []
    written: list[str] = []
    imported: list[ImportReport] = []
    failures: list[object] = []
    parts.exporting.written.connect(written.append)
    parts.exporting.failed.connect(failures.append)
    program._importing.ended.connect(imported.append)
    conversation = parts.session.conversation
    assert conversation is not None
    with person.waits_for(parts.session.textAdded):
        parts.window.composer.sendRequested.emit("Go", [])
    answering = parts.session.turn_id
    for number, file in enumerate(files):
        parts.window.sidebar.filesDropped.emit([str(file)])
        program._engine.post(lambda backend: backend.back_up(), done=made.append, failed=failures.append)
        for key in ("json", "html", "markdown"):
            parts.exporting.export_to(conversation.id, key, tmp_path / f"{number}.{key}")
        parts.exporting.export_all(tmp_path / f"all-{number}")
        (tmp_path / f"all-{number}").mkdir()
    assert parts.session.turn_id == answering is not None  # all of it began while the answer was being written
    person.wait(lambda: len(imported) >= 1)
    assert parts.session.turn_id == answering  # and an import ended before it did
    person.wait(lambda: len(made) == len(imported) == ROUNDS and len(written) == 3 * ROUNDS)
    person.wait(lambda: parts.session.turn_id is None)
    parts.exporting.finish()

    assert failures == []
    assert [(report.imported, report.failures) for report in imported] == [(EACH, ())] * ROUNDS
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
    assert reader.count() == EACH * ROUNDS + 1
    assert reader.number("SELECT count(*) FROM words WHERE words MATCH 'herons'") == EACH * ROUNDS
    reader.close()

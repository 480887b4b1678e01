"""How quick the store is on 100,000 conversations and 1,000,000 messages. The last line is one JSON object.

first_page_ms            open a reader, read the settings and the first 50 conversations (median of 21)
later_page_ms            a page from the middle of the list
conversation_ms          the messages of one conversation
search_p95_ms            search as one types: every beginning of typical queries, the slow ones too
search_over_raw_fts      sum of the median times of full queries, over FTS5's own `MATCH … ORDER BY rank LIMIT 50`
search_over_unranked_fts the same, over `MATCH … LIMIT 50` without any order: the floor of what FTS5 can do
save_turn_ms             begin a turn and settle it, each synced to the disk (median of 101)
sync_ms                  one write and sync of 4 KB beside it: what the disk itself takes
file_bytes_per_text_byte

    python tests/bench/store.py
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.bench.large_library import CONVERSATIONS, Texts, large_library  # noqa: E402 - the path comes first

from parley.domain.chat_settings import ChatSettings  # noqa: E402
from parley.domain.conversation_row import ConversationRow  # noqa: E402
from parley.domain.message import Status  # noqa: E402
from parley.domain.money import Usage  # noqa: E402
from parley.store.store import Store  # noqa: E402
from parley.store.text import read_query  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.store.reader import Reader

FOLDER = ROOT / ".bench"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    database, text_bytes = large_library(FOLDER)
    figures = {"file_bytes_per_text_byte": database.stat().st_size / text_bytes}
    figures |= reading(database)
    figures |= searching(database)
    figures |= saving(database)
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))


def reading(database: Path) -> dict[str, float]:
    store = Store.open(database, FOLDER / "backups")  # as the program does; its own time is not counted
    try:
        first = median(21, lambda: first_page(database))
        reader = Store.open_reader(database)
        middle = ConversationRow(CONVERSATIONS // 2, "", reader.conversation(CONVERSATIONS // 2).updated_at)
        later = median(21, lambda: reader.conversations(limit=50, offset_after=middle))
        conversation = median(21, lambda: reader.messages(CONVERSATIONS // 2))
        reader.close()
    finally:
        store.close()
    return {"first_page_ms": first, "later_page_ms": later, "conversation_ms": conversation}


def first_page(database: Path) -> None:
    reader = Store.open_reader(database)
    reader.settings()
    assert len(reader.conversations(limit=50)) == 50
    reader.close()


def searching(database: Path) -> dict[str, float]:
    words = Texts().words
    full = [
        words[0],  # in most messages
        f"{words[0]} {words[3000]}",  # the commonest with a rare one
        f"{words[5]} {words[12]}",
        words[50],
        words[3000],
        words[30_000],
        f'"{words[0]} {words[1]}"',
        f"{words[100]} {words[200]} {words[2000]}",
        "我在",
        "กข",
    ]
    reader = Store.open_reader(database)
    typed = [query[:length] for query in full for length in range(1, len(query) + 1)]
    times = [timed(lambda text=text: reader.search(text, 50)) for text in [*full, *typed]]  # type: ignore[misc]
    ours = sum(median(5, lambda text=text: reader.search(text, 50)) for text in full)  # type: ignore[misc]
    raw = sum(median(5, lambda text=text: raw_fts(reader, text, "ORDER BY rank")) for text in full)  # type: ignore[misc]
    floor = sum(median(5, lambda text=text: raw_fts(reader, text, "")) for text in full)  # type: ignore[misc]
    slowest = sorted(zip(times, [*full, *typed], strict=True), reverse=True)[:5]
    print("slowest searches:", ", ".join(f"{text!r} {ms:.1f} ms" for ms, text in slowest))
    reader.close()
    p95 = sorted(times)[int(len(times) * 0.95)]
    return {
        "search_p95_ms": p95,
        "search_max_ms": max(times),
        "search_over_raw_fts": ours / raw,
        "search_over_unranked_fts": ours / floor,
    }


def raw_fts(reader: Reader, text: str, order: str) -> None:
    query = read_query(text)
    table, match = ("grams", query.grams) if query.grams else ("words", query.words)
    reader.rows(f"SELECT rowid FROM {table} WHERE {table} MATCH ? {order} LIMIT 50", [match])  # noqa: S608 - constants


def saving(database: Path) -> dict[str, float]:
    """On a copy, so that the library stays as it was generated."""
    copy = FOLDER / "saving.db"
    shutil.copyfile(database, copy)
    store = Store.open(copy, FOLDER / "backups")
    conversation = store.create_conversation(ChatSettings(model="gpt-4o-mini"))
    parent: int | None = None

    def turn() -> None:
        nonlocal parent
        _question, answer = store.begin_turn(
            conversation.id, text="How are words found so quickly", attachments=(), parent_id=parent, model="m"
        )
        settled = store.settle(
            replace(
                answer,
                text="By an index that knows for every word where it stands. " * 20,
                status=Status.COMPLETE,
                usage=Usage(10, 200),
                cost=12,
                finish_reason="stop",
            )
        )
        parent = settled.id

    figures = {"save_turn_ms": median(101, turn), "sync_ms": median(101, sync_once)}
    store.close()
    for path in FOLDER.glob("saving.db*"):
        path.unlink()
    return figures


def sync_once() -> None:
    with (FOLDER / "sync").open("wb") as file:
        file.write(bytes(4096))
        file.flush()
        os.fdatasync(file.fileno())


def timed(call: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def median(times: int, call: Callable[[], object]) -> float:
    return statistics.median(timed(call) for _ in range(times))


if __name__ == "__main__":
    main()

"""An answer that was not written when it ended is written whole later."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.app.late_saving import LateSaving
from parley.domain.chat_settings import ChatSettings
from parley.domain.events import TurnEnded
from parley.domain.message import Status
from parley.domain.money import Usage
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_everything_that_was_known_of_it_is_kept(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "parley.db", tmp_path / "backups")
    conversation = store.create_conversation(ChatSettings(model="gpt-4o"))
    _, begun = store.begin_turn(conversation.id, text="Which?", attachments=(), parent_id=None, model="gpt-4o")
    ended = replace(
        begun,
        text='{"which": 1}',
        status=Status.COMPLETE,
        usage=Usage(9, 5),
        cost=70,
        finish_reason="stop",
        fits_schema=True,
    )

    async def end_and_close() -> None:
        late = LateSaving(store, lambda _event: None)
        late.look_at(TurnEnded(ended.id, conversation, ended))
        late.close()

    asyncio.run(end_and_close())
    assert store.message(ended.id) == ended
    store.close()

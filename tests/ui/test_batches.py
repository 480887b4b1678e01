"""Events reach the window in order, few at a time, and no text of them is lost."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from parley.domain.events import AppEvent, LibraryChanged, Phase, TurnDelta, TurnPhase
from parley.ui.batches import LEAD, EventBatches

deltas = st.builds(TurnDelta, st.integers(1, 3), st.text(min_size=1, max_size=5))
events = st.lists(st.one_of(deltas, st.just(LibraryChanged())), max_size=40)


async def _through_batches(sent: list[AppEvent], pause: float) -> list[list[AppEvent]]:
    delivered: list[list[AppEvent]] = []
    batches = EventBatches(asyncio.get_running_loop(), delivered.append)
    for event in sent:
        batches.add(event)
        if pause:
            await asyncio.sleep(pause)
    batches.flush()
    return delivered


def _seen_by(turn_id: int, events: list[AppEvent]) -> list[str]:
    """What the reader of one answer sees: its text, and where other things happened in it."""
    runs = [""]
    for event in events:
        if not isinstance(event, TurnDelta):
            runs.append("")
        elif event.turn_id == turn_id:
            runs[-1] += event.text
    return runs


@given(events)
def test_order_and_text_are_kept(sent: list[AppEvent]) -> None:
    delivered = asyncio.run(_through_batches(sent, 0))
    arrived = [event for batch in delivered for event in batch]
    for turn_id in (1, 2, 3):
        assert _seen_by(turn_id, arrived) == _seen_by(turn_id, sent)


def test_the_first_event_after_a_pause_does_not_wait() -> None:
    async def first() -> list[list[AppEvent]]:
        delivered: list[list[AppEvent]] = []
        EventBatches(asyncio.get_running_loop(), delivered.append).add(TurnDelta(1, "Hello"))
        return delivered

    assert asyncio.run(first()) == [[TurnDelta(1, "Hello")]]


def test_a_burst_arrives_in_two_batches() -> None:
    sent: list[AppEvent] = [TurnDelta(1, str(number)) for number in range(100)]
    delivered = asyncio.run(_through_batches(sent, 0))
    assert delivered == [[TurnDelta(1, "0")], [TurnDelta(1, "".join(str(n) for n in range(1, 100)))]]


def test_answers_that_are_written_at_once_do_not_tear_each_others_words_apart() -> None:
    sent: list[AppEvent] = [TurnDelta(turn, f"{number} ") for number in range(50) for turn in (1, 2, 3)]
    delivered = asyncio.run(_through_batches(sent, 0))
    assert sum(map(len, delivered)) == 3 + 3  # the first word of each at once, the rest of each as one


def test_the_first_word_does_not_wait_behind_the_news_that_its_turn_has_begun() -> None:
    sent: list[AppEvent] = [TurnPhase(1, Phase.CONNECTING), TurnPhase(1, Phase.WRITING), TurnDelta(1, "Hello")]

    async def delivered() -> list[list[AppEvent]]:
        arrived: list[list[AppEvent]] = []
        batches = EventBatches(asyncio.get_running_loop(), arrived.append)
        batches.add(sent[0])
        await asyncio.sleep(2 * LEAD)
        for event in sent[1:]:
            batches.add(event)
        return arrived

    assert asyncio.run(delivered()) == [sent[:1], sent[1:]]


def test_the_request_leaves_before_the_window_is_told_that_its_turn_has_begun() -> None:
    order: list[str] = []

    async def turn() -> None:
        batches = EventBatches(asyncio.get_running_loop(), lambda _events: order.append("told"))
        batches.add(TurnPhase(1, Phase.CONNECTING))
        for _ in range(10):  # what the loop has to do until the request is on its way
            await asyncio.sleep(0)
        order.append("left")
        await asyncio.sleep(2 * LEAD)

    asyncio.run(turn())
    assert order == ["left", "told"]

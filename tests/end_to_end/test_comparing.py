"""Comparing models as a person does: by what the window shows and says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.end_to_end.steps import begin_with, send

if TYPE_CHECKING:
    from tests.end_to_end.conftest import Start
    from tests.support.fixtures import FaultServer


def test_answers_side_by_side_one_is_kept_and_undone(start: Start, fault_server: FaultServer) -> None:
    parley = start()
    begin_with(parley, fault_server.address("as_the_model_says", "compare"))
    parley.press("Compare with other models…")
    parley.wait_for_text("2 models. Write your message below.", within="Parley")
    send(parley, "What does the fox do?")
    for model in ("gpt-4o-mini", "gpt-4o"):
        parley.wait_for_text("The quick brown fox", within=f"Answer of {model}")
        parley.wait_to_use(f"Keep the answer of {model}")
    asked = [record["body"]["model"] for record in fault_server.records("compare") if record["method"] == "POST"]
    assert sorted(asked) == ["gpt-4o", "gpt-4o-mini"]

    parley.press("Keep the answer of gpt-4o")
    parley.wait_for_text("1 other answer", within="Parley")
    assert "The quick brown fox" in parley.text_of("Transcript")
    parley.press("Undo")
    parley.wait_until_gone("Undo")
    parley.click("Transcript")
    parley.wait_to_see("Previous version")
    assert parley.close() == 0

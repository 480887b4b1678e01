"""What is said before a message is sent: about the window, and about files the model or the service cannot take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.money import ModelPrice, PriceBook, Rate
from parley.domain.request import OPENAI, Service
from parley.ui.advice_bar import Advice, AdviceBar, Choice, Tone
from parley.ui.composer.meter import Level
from parley.ui.context_words import file_advice, fullness, window_advice
from parley.ui.estimate import Measured
from parley.ui.kit.buttons import Button
from parley.ui.model_facts import ModelFacts, model_facts
from parley.ui.model_picker_rows import larger_models, seeing_models
from parley.ui.services import PRACTICE, service_for
from parley.ui.theme import LIGHT

BLIND = ModelFacts("gpt-4", 8_192, sees=False, reads_pdf=False)
SEEING = ModelFacts("gpt-4o", 128_000, sees=True, reads_pdf=True)
PICTURE = Attachment(AttachmentKind.IMAGE, "a.png", "image/png", b"png", "1")
PAPER = Attachment(AttachmentKind.PDF, "p.pdf", "application/pdf", b"%PDF-", "2")
LOCKED = Attachment(AttachmentKind.PDF, "secret.pdf", "application/pdf", b"%PDF- /Encrypt 5 0 R", "3")
NOTES = Attachment(AttachmentKind.TEXT, "n.txt", "text/plain", b"text", "4")
OTHER = Service("http://localhost:11434/v1", "localhost", needs_key=False)


@pytest.mark.parametrize(
    ("tokens", "answer", "percent", "level"),
    [
        (100, 0, 1, Level.QUIET),
        (4_000, 0, 49, Level.QUIET),
        (4_100, 0, 50, Level.HALF),
        (6_970, 0, 85, Level.NEAR),
        (4_100, 3_000, 87, Level.NEAR),
        (8_192, 0, 100, Level.NEAR),
        (8_193, 0, 100, Level.OVER),
        (900_000, 0, 999, Level.OVER),
    ],
)
def test_how_full_the_window_is(tokens: int, answer: int, percent: int, level: Level) -> None:
    full = fullness(Measured(tokens, answer, BLIND))
    assert (full.percent, full.level) == (percent, level)
    assert full.text == ("" if level is Level.QUIET else f"{percent} %")
    assert f"{tokens:,} of the 8,192 tokens that gpt-4 can read" in full.words
    assert ("kept for the answer" in full.words) == bool(answer)


def test_of_a_window_that_is_not_known_the_meter_says_what_is_used_and_alarms_nobody() -> None:
    measured = Measured(123_456, 500, ModelFacts("unheard-of"))
    full = fullness(measured)
    assert (full.percent, full.level) == (None, Level.QUIET)
    assert full.text == "123,456 tokens, window unknown"
    assert full.label == "Context: 123,456 tokens, window unknown"
    assert full.words.startswith("Sending now takes 123,456 tokens, about 92,592 words. How many unheard-of can read")
    assert full.words.endswith("500 more are kept for the answer.")
    assert fullness(replace(measured, in_words=True)).text == "Window unknown"
    assert window_advice(measured, full.level, 1, can_cut=True) is None


def test_near_the_end_there_are_three_ways_out() -> None:
    advice = window_advice(Measured(7_000, 0, BLIND), Level.NEAR, 1, can_cut=True)
    assert advice is not None
    assert [choice for choice, _ in advice.choices] == [Choice.LEAVE_OUT, Choice.SUMMARISE, Choice.LARGER_MODEL]
    alone = window_advice(Measured(9_000, 0, BLIND), Level.OVER, 1, can_cut=False)
    assert alone is not None
    assert [choice for choice, _ in alone.choices] == [Choice.LARGER_MODEL]
    assert window_advice(Measured(4_100, 0, BLIND), Level.HALF, 1, can_cut=True) is None


def test_nothing_is_said_of_files_that_will_be_read() -> None:
    assert file_advice([PICTURE, PAPER, NOTES], [PICTURE], SEEING, "OpenAI") is None
    assert file_advice([NOTES], [], BLIND, "OpenAI") is None


def said(written: list[Attachment], earlier: list[Attachment], facts: ModelFacts) -> Advice:
    advice = file_advice(written, earlier, facts, "localhost")
    assert advice is not None
    return advice


def test_files_that_will_not_be_seen_are_named_with_two_remedies() -> None:
    advice = said([PICTURE, NOTES], [], BLIND)
    assert advice.text == "gpt-4 reads text only. It will not see a.png."
    assert [choice for choice, _ in advice.choices] == [Choice.SEEING_MODEL, Choice.REMOVE_FILES]
    assert "2 of the files" in said([PICTURE, PAPER], [], BLIND).text


def test_earlier_pictures_a_model_does_not_get_are_said_too() -> None:
    assert "are not sent to it" in said([], [PICTURE], BLIND).text


def test_a_pdf_for_a_service_nobody_knows_is_said() -> None:
    unknown = ModelFacts("llama", None, sees=None, reads_pdf=None)
    assert "localhost refuses it" in said([PAPER], [], unknown).text
    assert file_advice([PICTURE], [], unknown, "localhost") is None


def test_a_locked_pdf_is_said_whatever_the_model() -> None:
    assert said([LOCKED], [], SEEING).text.startswith("secret.pdf asks for a password")


def test_too_many_pictures_or_bytes_keep_the_message_here() -> None:
    many = [Attachment(AttachmentKind.IMAGE, f"{n}.png", "image/png", b"png", str(n)) for n in range(1501)]
    advice = said(many, [], SEEING)
    assert "1,501 pictures" in advice.text
    assert advice.blocks
    assert advice.tone is Tone.BAD
    assert not said([], many, SEEING).blocks  # nothing is being written: other messages may go without them


def test_pdfs_have_a_smaller_limit_than_pictures() -> None:
    half = b"%PDF" + bytes(26 * 2**20)
    papers = [Attachment(AttachmentKind.PDF, f"{n}.pdf", "application/pdf", half, str(n)) for n in range(2)]
    advice = said(papers, [], SEEING)
    assert "At most 50" in advice.text
    assert advice.blocks
    pictures = [replace(paper, kind=AttachmentKind.IMAGE) for paper in papers]
    assert file_advice(pictures, [], SEEING, "OpenAI") is None


# What is known of a model


def test_facts_come_from_the_table_then_from_the_prices() -> None:
    book = PriceBook({"new": ModelPrice("new", Rate(1, 1), 77_000), "gpt-4": ModelPrice("gpt-4", Rate(1, 1), 1)})
    assert model_facts("gpt-4", OPENAI, book) == BLIND
    assert model_facts("gpt-4o", OPENAI, book) == SEEING
    assert model_facts("new", OPENAI, book) == ModelFacts("new", 77_000, sees=None, reads_pdf=None)
    assert model_facts("gpt-4o", OTHER, book) == ModelFacts("gpt-4o", 128_000, sees=True, reads_pdf=None)


def test_the_practice_model_reads_text_only_and_not_much() -> None:
    assert model_facts("any", PRACTICE, PriceBook()) == ModelFacts("any", 2_048, sees=False, reads_pdf=False)
    assert model_facts("any", service_for("practice", ""), PriceBook(), own_file=True).window == 4_096


def test_models_that_read_more_or_see() -> None:
    names = ["gpt-4.1", "gpt-4", "whisper-1", "gpt-4o", "gpt-3.5-turbo", "llama"]
    assert larger_models(names, PriceBook(), tokens=8_192) == ["gpt-4o", "gpt-4.1"]
    assert seeing_models(names, PriceBook()) == ["gpt-4.1", "gpt-4o"]


# The bar


def test_the_bar_says_it_offers_it_and_can_be_closed(qtbot: object) -> None:
    bar = AdviceBar()
    bar.set_theme(LIGHT)
    bar.show_advice(said([PICTURE], [], BLIND))
    assert not bar.isHidden()
    chosen: list[object] = []
    closed: list[object] = []
    bar.chosen.connect(chosen.append)
    bar.closed.connect(closed.append)
    bar.findChildren(Button)[1].click()
    assert chosen == [Choice.REMOVE_FILES]
    shown = bar.advice
    bar._close.click()
    assert bar.isHidden()
    assert closed == [shown]
    bar.deleteLater()


def test_what_blocks_cannot_be_closed(qtbot: object) -> None:
    bar = AdviceBar()
    bar.show_advice(Advice(("x",), "No.", Tone.BAD, blocks="No"))
    assert bar._close.isHidden()
    bar.deleteLater()

"""An attached PDF in every format: kept where a file can be kept, named where there is only text."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import replace

import pytest
from tests.exchange.samples import MOMENT, attachment, conversation, question

from parley.domain.attachment import AttachmentKind
from parley.domain.chat_settings import ChatSettings, Summary
from parley.exchange import html, json_text, markdown, pdf, plain_text
from parley.exchange.ports import Outside
from parley.exchange.redacted import without_keys

DATA = b"%PDF-1.4\n\xff\xfe binary\n%%EOF"
PAPER = attachment(AttachmentKind.PDF, 'pa"per.pdf', "application/pdf", DATA)
ASKED = [question("Read this.", PAPER)]
printed: list[str] = []


def _print(page: str, _title: str) -> bytes:
    printed.append(page)
    return b""


OUTSIDE = Outside(translate=str, print_html=_print)


@pytest.mark.parametrize("write", [plain_text.write, markdown.write])
def test_text_names_it_and_holds_none_of_its_bytes(write: object) -> None:
    assert callable(write)
    text = write(conversation(), ASKED, OUTSIDE).decode("utf-8-sig")
    assert 'pa"per.pdf' in text
    assert "%PDF" not in text


def test_html_offers_to_save_it() -> None:
    page = html.write(conversation(), ASKED, OUTSIDE).decode()
    assert 'download="pa&quot;per.pdf"' in page
    assert b64encode(DATA).decode() in page


def test_paper_holds_its_name() -> None:
    pdf.write(conversation(), ASKED, OUTSIDE)
    assert "pa&quot;per.pdf" in printed[-1]
    assert "base64" not in printed[-1]


def test_a_key_in_a_summary_is_taken_out() -> None:
    talk = replace(conversation(), settings=ChatSettings(summary=Summary("The key is canary-12345.", 4)))
    cleaned, _ = without_keys(talk, [], ["canary-12345"])
    assert cleaned.settings.summary == Summary("The key is [key removed].", 4)


def test_json_holds_it_whole_and_so_is_a_summary() -> None:
    talk = replace(conversation(), settings=ChatSettings(summary=Summary("They read.", 4, "gpt-4o", 120)))
    document = json.loads(json_text.write(talk, ASKED, OUTSIDE))
    stored = document["messages"][0]["attachments"][0]
    assert (stored["kind"], b64decode(stored["data"])) == ("pdf", DATA)
    assert document["conversation"]["settings"]["summary"]["text"] == "They read."
    assert document["conversation"]["created_at"] == MOMENT

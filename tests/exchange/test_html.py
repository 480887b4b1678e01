"""The exported page is whole by itself, and nothing that a model wrote can do anything in it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.samples import answer, attachment, conversation, everything, question

from parley.domain.attachment import AttachmentKind
from parley.exchange.formats import find_format

OURS = re.compile(
    "html|head|meta|title|style|body|main|header|article|figure|figcaption|h[1-6]|p|span|div|img|pre|code|"
    "strong|em|s|a|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|hr|br|sup"
)
HOSTILE = [
    "<script>alert(1)</script>",
    '<img src="https://evil.example/x.png" onerror="alert(1)">',
    "![pixel](https://evil.example/pixel.png)",
    "[click](javascript:alert(1))",
    "[file](file:///etc/passwd)",
    '[x](https://a.example/"onmouseover="alert(1))',
    "<svg/onload=alert(1)>",
    "</article></main><h1>out</h1>",
    "```html\n</code></pre><script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "| a |\n|---|\n| <b onclick=x>b</b> |",
    "<style>@import url(https://evil.example/a.css)</style>",
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    "<!-- unclosed",
]


class Page(HTMLParser):
    """What a browser would see of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.shown = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.shown += data


def export(*texts: str) -> str:
    return find_format("html").write(conversation(), [answer(text) for text in texts]).decode("utf-8")


def assert_harmless(html: str) -> None:
    for tag, attributes in Page(html).tags:
        assert OURS.fullmatch(tag)
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert (attributes.get("href") or "https://").startswith(("https://", "http://", "mailto:"))
        assert (attributes.get("src") or "data:image/").startswith("data:image/")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_answers_stay_text(text: str) -> None:
    assert_harmless(export(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_titles_names_and_questions_stay_text(text: str) -> None:
    file = attachment(AttachmentKind.TEXT, text, "text/plain", text.encode())

    html = find_format("html").write(conversation(text), [question(text, file)]).decode("utf-8")

    assert_harmless(html)
    assert text in Page(html).shown


@given(st.lists(st.sampled_from([*HOSTILE, "\n", "`", "```", "<", ">", '"', "&", "text", "*", "|", "$"]), max_size=12))
def test_no_mixture_of_hostile_parts_gets_through(parts: list[str]) -> None:
    assert_harmless(export("".join(parts)))


def test_the_policy_allows_the_style_of_the_page_and_images_inside_it_and_nothing_else() -> None:
    html = export("Hello")
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)

    assert style is not None
    assert policy is not None
    own_style = b64encode(sha256(style[1].encode()).digest()).decode()
    assert policy[1] == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{own_style}'; base-uri 'none'; form-action 'none'"
    )


def test_nothing_in_the_page_is_fetched() -> None:
    html = find_format("html").write(conversation(), everything()).decode("utf-8")

    assert "url(" not in html
    assert "@import" not in html
    assert not [tag for tag, _ in Page(html).tags if tag in ("link", "script", "iframe", "object", "embed")]


def test_the_page_follows_light_and_dark() -> None:
    assert "@media (prefers-color-scheme: dark)" in export("Hello")


def test_code_is_coloured_and_unchanged() -> None:
    code = "def f(x: int) -> str:\n    return '<b>' * x  # &amp;\n"

    html = export(f"```python\n{code}```")

    assert '<span class="keyword">def</span>' in html
    assert code.strip() in Page(html).shown


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=80))
def test_any_code_is_shown_as_it_is(code: str) -> None:
    assert code.strip() in Page(export(f"~~~~~~~~~~~~ python\nx{code}y\n~~~~~~~~~~~~")).shown


def test_code_of_an_unknown_language_is_plain() -> None:
    assert '<code class="language-nothing-known">a &lt; b</code>' in export("```nothing-known\na < b\n```")


def test_columns_of_tables_stay_aligned_without_styles_of_their_own() -> None:
    assert '<td class="right">2</td>' in export("| a | b |\n|---|--:|\n| 1 | 2 |")


def test_an_attached_image_is_inside_the_page() -> None:
    html = find_format("html").write(conversation(), everything()).decode("utf-8")

    assert '<img alt="red.png" src="data:image/png;base64,iVBOR' in html


def test_an_image_that_could_hold_a_script_is_only_named() -> None:
    picture = attachment(AttachmentKind.IMAGE, "drawing.svg", "image/svg+xml", b"<svg onload='alert(1)'/>")

    html = find_format("html").write(conversation(), [question("See", picture)]).decode("utf-8")

    assert "drawing.svg" in html
    assert "<img" not in html

"""The program in another language: whole sentences, nothing lost on the way."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication

from parley import paths
from parley.domain.conversation_row import ConversationRow
from parley.domain.remedies import ACTION_LABELS, REMEDIES
from parley.domain.settings import SETTINGS
from parley.ui.sidebar.selection_bar import SelectionBar
from parley.ui.sidebar.sidebar import Sidebar
from parley.ui.translation import LANGUAGES, choose_language, choose_locale, load_translator, use_language
from parley.ui.welcome.page import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FOLDER = paths.resources() / "translations"
HOLES = re.compile(r"(?<!\{)\{\w+\}|%n|%\d")  # {{topic}} is an example of a starter's


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, English again afterwards."""
    before = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(before)


def messages(language: str) -> list[tuple[str, str, list[str]]]:
    """Context, source and translations of every sentence in the language's file."""
    found = []
    tree = ET.parse(FOLDER / f"parley_{language}.ts")  # noqa: S314 - a file of our own
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            if translation.get("type") != "unfinished":
                forms = [form.text or "" for form in translation] or [translation.text or ""]
                found.append((context.findtext("name", ""), message.findtext("source", ""), forms))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_survives_translation(language: str) -> None:
    for _context, source, forms in messages(language):
        for form in forms:
            assert form, source
            assert set(HOLES.findall(form)) == set(HOLES.findall(source)), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_file_says_what_the_source_file_says(language: str) -> None:
    translator = load_translator(language, FOLDER)
    assert translator is not None
    for context, source, forms in messages(language):
        if len(forms) == 1:
            assert translator.translate(context, source) == forms[0]
        else:
            assert [translator.translate(context, source, "", n) for n in (1, 5)] == forms


def test_every_sentence_of_the_tables_is_german(app: QApplication) -> None:
    assert use_language(app, "de", FOLDER) == []
    errors = [*ACTION_LABELS.values(), *(text for r in REMEDIES.values() for text in (r.what, r.to_do))]
    settings = [text for s in SETTINGS.values() if s.page for text in (s.label, s.help) if text]
    known = {(context, source) for context, source, _forms in messages("de")}
    assert not [text for text in errors if ("Errors", text) not in known]
    assert not [text for text in settings if ("Settings", text) not in known]
    assert QCoreApplication.translate("Errors", "Retry") == "Wiederholen"


def test_a_page_made_after_the_choice_speaks_german(app: QApplication, qtbot: QtBot) -> None:
    use_language(app, "de", FOLDER)
    page = WelcomePage(choose_file=lambda _parent: "")
    qtbot.addWidget(page)
    assert "Prüfen und speichern" in [button.text() for button in page.findChildren(QAbstractButton)]
    assert QLocale().toString(1234567) == "1.234.567"


def test_english_counts_one_and_many(app: QApplication) -> None:
    use_language(app, "en", FOLDER)
    counted = [QCoreApplication.translate("KeptAnswers", "%n other answers deleted", "", n) for n in (1, 3)]
    assert counted == ["1 other answer deleted", "3 other answers deleted"]


def test_a_missing_file_is_named_and_english_remains(app: QApplication, tmp_path: Path) -> None:
    assert use_language(app, "de", tmp_path) == ["parley_de.qm"]
    assert QCoreApplication.translate("Errors", "Retry") == "Retry"


def test_a_damaged_file_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "parley_de.qm").write_bytes(b"not a translation")
    assert load_translator("de", tmp_path) is None


@pytest.mark.parametrize("wanted", ["en", "de"])
def test_a_chosen_language_wins(wanted: str) -> None:
    assert choose_language(wanted) == wanted
    assert choose_locale(wanted).bcp47Name().split("-")[0] == wanted


def test_the_system_decides_between_what_there_is() -> None:
    assert choose_language("system") in LANGUAGES
    assert choose_locale("system").language() != QLocale.Language.C


def test_putting_away_is_not_called_like_the_place(app: QApplication, qtbot: QtBot) -> None:
    use_language(app, "de", FOLDER)
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.set_rows([ConversationRow(1, "Reise", 0)], False)
    sidebar.set_current(1)
    assert "Archivieren" in [action.text() for action in sidebar.make_menu().actions()]
    several = SelectionBar()
    qtbot.addWidget(several)
    assert "Archivieren" in [button.accessibleName() for button in several.findChildren(QAbstractButton)]
    assert QCoreApplication.translate("Sidebar", "Archive") == "Archiv"

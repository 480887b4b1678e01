"""The language of the interface: Qt's translators and the way numbers and dates are written.

The sentences are in resources/translations. `python3 build/translations.py` brings them up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from pathlib import Path

SYSTEM = "system"
LANGUAGES = ("en", "de")  # English is the language of the source; its file only holds plurals


def choose_language(wanted: str) -> str:
    """The language for the setting `wanted`: its own name, or for "system" the person's if there is a translation."""
    if wanted in LANGUAGES:
        return wanted
    names = [QLocale(name).bcp47Name().split("-")[0] for name in QLocale.system().uiLanguages()]
    return next((name for name in names if name in LANGUAGES), LANGUAGES[0])


def choose_locale(wanted: str) -> QLocale:
    """How numbers and dates are written: as on this system, unless another language was chosen or none is set."""
    system = QLocale.system()
    language = choose_language(wanted)
    if system.language() == QLocale.Language.C:
        return QLocale("en_US" if language == "en" else language)
    speaks_it = system.bcp47Name().split("-")[0] == language
    return system if wanted == SYSTEM or speaks_it else QLocale(language)


def load_translator(language: str, folder: Path) -> QTranslator | None:
    """Parley's own sentences in `language` from `folder`, None when the file is missing or damaged."""
    translator = QTranslator()
    return translator if translator.load(f"parley_{language}", str(folder)) else None


def use_language(app: QCoreApplication, wanted: str, folder: Path) -> list[str]:
    """Have `app` speak the language of the setting `wanted`; return the names of files that could not be used.

    To be called before the first widget is made: a widget keeps the words it was made with.
    """
    language = choose_language(wanted)
    QLocale.setDefault(choose_locale(wanted))
    _install_qt_translation(app, language)
    translator = load_translator(language, folder)
    if translator is None:
        return [f"parley_{language}.qm"]
    _install(app, translator)
    return []


def _install_qt_translation(app: QCoreApplication, language: str) -> None:
    """The words of Qt's own menus and dialogs; a build may leave them out, then they are English."""
    translator = QTranslator()
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _install(app, translator)


def _install(app: QCoreApplication, translator: QTranslator) -> None:
    translator.setParent(app)
    app.installTranslator(translator)

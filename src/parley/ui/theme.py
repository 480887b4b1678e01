"""The one place for how Parley looks: three surfaces, two text colours, one accent, one radius, one spacing scale."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# The spacing scale, in pixels. Nothing in the interface uses another distance.
TINY, SMALL, MEDIUM, LARGE, XLARGE, HUGE = 4, 8, 12, 16, 24, 32

RADIUS = 10
CONTROL_HEIGHT = 32
ICON_SIZE = 18
SIDEBAR_WIDTH = 264
PANEL_WIDTH = 320
READING_WIDTH = 760

TEXT_FAMILY = "Inter"
MONO_FAMILY = "JetBrains Mono"
FIRST_FONTS = ("Inter_400Regular.ttf", "Inter_600SemiBold.ttf")
BOLD_STYLE = "SemiBold"  # there is no file for bold italic: Qt slants this one if it is asked for by name
BODY_SIZE = 15
LINE_HEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb` and the sizes the person chose. Contrast is held by tests/ui/test_theme.py."""

    name: str
    dark: bool
    page: str  # the reading surface
    side: str  # sidebar and panels
    raised: str  # cards, fields, menus
    hover: str
    pressed: str
    border: str  # hairlines between surfaces
    outline: str  # edges of controls: at least 3:1
    text: str
    quiet: str
    accent: str
    accent_hover: str
    on_accent: str
    tint: str  # the person's own messages
    danger: str
    warning: str
    success: str
    code: str  # background of code
    selection: str
    focus: str
    syntax: SyntaxColours
    body_size: int = BODY_SIZE

    def __hash__(self) -> int:
        return hash((self.name, self.body_size))  # caches go by it for every row that is painted

    @property
    def small_size(self) -> int:
        return max(11, self.body_size - 2)

    @property
    def control_height(self) -> int:
        """How high a field or a button is, in pixels: as high as its text at least."""
        return max(CONTROL_HEIGHT, round(self.body_size * 1.25) + 2)

    @property
    def code_size(self) -> int:
        return max(11, self.body_size - 2)

    def with_size(self, body_size: int) -> Theme:
        """The same theme with another size of text, in pixels."""
        return replace(self, body_size=body_size)


@dataclass(frozen=True, slots=True)
class SyntaxColours:
    """Colours of code, all at least 4.5:1 on `Theme.code`."""

    keyword: str
    string: str
    number: str
    comment: str
    function: str
    type: str
    operator: str


LIGHT = Theme(
    name="light",
    dark=False,
    page="#ffffff",
    side="#f6f6f4",
    raised="#ffffff",
    hover="#ebebe8",
    pressed="#e0e0dc",
    border="#e4e4e0",
    outline="#8c8c86",
    text="#1d1d1b",
    quiet="#65655f",
    accent="#0b6b58",
    accent_hover="#095949",
    on_accent="#ffffff",
    tint="#e7f2ee",
    danger="#b3261e",
    warning="#8a5300",
    success="#1a6e3c",
    code="#f5f5f2",
    selection="#b9dfd3",
    focus="#0b6b58",
    syntax=SyntaxColours(
        keyword="#8a2a7d",
        string="#1f6b36",
        number="#0b5cad",
        comment="#65655f",
        function="#1f4fa3",
        type="#8a4a00",
        operator="#4a4a45",
    ),
)

DARK = Theme(
    name="dark",
    dark=True,
    page="#1b1c1b",
    side="#232423",
    raised="#2a2b2a",
    hover="#323433",
    pressed="#3b3d3c",
    border="#343635",
    outline="#7f827f",
    text="#ececea",
    quiet="#a6a8a4",
    accent="#5cc4a8",
    accent_hover="#74d3b9",
    on_accent="#08231c",
    tint="#22372f",
    danger="#ff8a80",
    warning="#f2b45c",
    success="#7fd69b",
    code="#232524",
    selection="#2f5f51",
    focus="#5cc4a8",
    syntax=SyntaxColours(
        keyword="#e09bd8",
        string="#93d3a2",
        number="#8fc1f5",
        comment="#a0a39e",
        function="#9dbdf7",
        type="#eebd83",
        operator="#c6c8c4",
    ),
)

CONTRAST = replace(
    DARK,
    name="contrast",
    page="#000000",
    side="#000000",
    raised="#0a0a0a",
    hover="#262626",
    pressed="#333333",
    border="#ffffff",
    outline="#ffffff",
    text="#ffffff",
    quiet="#e6e6e6",
    accent="#ffd400",
    accent_hover="#ffe566",
    on_accent="#000000",
    tint="#1c1c00",
    code="#000000",
    selection="#5a5000",
    focus="#ffd400",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def choose_theme(wanted: str, *, system_is_dark: bool) -> Theme:
    """The theme for the setting `wanted`: a name, or "system"."""
    return THEMES.get(wanted) or (DARK if system_is_dark else LIGHT)


_JOINED = re.compile("[\u0600-\u1cff]")  # scripts of which many are set so


def load_fonts(folder: Path) -> list[str]:
    """Register the bundled fonts and return the names of files that could not be used."""
    return load_first_fonts(folder) + load_other_fonts(folder)


def load_first_fonts(folder: Path) -> list[str]:
    """As `load_fonts`, for those that the first paint needs."""
    return _load(folder / name for name in FIRST_FONTS)


def load_other_fonts(folder: Path) -> list[str]:
    """As `load_fonts`, for those that only messages need."""
    return _load(file for file in sorted(folder.glob("*.ttf")) if file.name not in FIRST_FONTS)


def _load(files: Iterable[Path]) -> list[str]:
    return [file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]


def body_font(theme: Theme) -> QFont:
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(theme.body_size)
    return font


def small_font(theme: Theme) -> QFont:
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(theme.small_size)
    return font


def mono_font(theme: Theme) -> QFont:
    font = QFont(MONO_FAMILY)
    font.setPixelSize(theme.code_size)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return letter_for_letter(font)


def letter_for_letter(font: QFont) -> QFont:
    """`font`, which shows each letter as it was written.

    By themselves the bundled fonts paint "->" as an arrow, "!=" as an unequal sign and "0x10" with a times sign.
    """
    for feature in ("calt", "liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def is_joined(text: str) -> bool:
    """Whether `text` has letters that change with those beside them, as Arabic ones do: not for `letter_for_letter`."""
    return not text.isascii() and _JOINED.search(text) is not None


def palette(theme: Theme) -> QPalette:
    """Every role that Qt's own widgets read, so that none of them falls back to a colour of the platform."""
    roles = {
        QPalette.ColorRole.Window: theme.page,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.raised,
        QPalette.ColorRole.AlternateBase: theme.side,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.quiet,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Midlight: theme.hover,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.outline,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    return made


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    made = QColor(colour)
    red, green, blue = (_linear(part) for part in (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

"""The one style sheet, made from the theme.

Kept short on purpose: Qt matches every rule against every widget when it is first shown. Whatever the palette can
say is left to `theme.palette`. A widget picks its look with the property `look` (see `kit.labels`, `kit.buttons`).
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from parley import paths
from parley.ui.theme import DARK, MONO_FAMILY, RADIUS

if TYPE_CHECKING:
    from parley.ui.theme import Theme

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 8px; }
QPushButton { background: $hover; color: $text; border: 1px solid $border; border-radius: ${radius}px;
  padding: 0 14px; min-height: ${inner}px; }
QPushButton:hover, QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 0 13px; min-height: ${inner2}px; }
QPushButton:disabled { color: $disabled; background: $hover; border-color: transparent; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: $accent_hover; }
QPushButton[look="primary"]:focus { border-color: $text; }
QPushButton[look="primary"]:disabled { background: $hover; color: $disabled; border-color: transparent; }
QPushButton[look="danger"] { background: transparent; color: $danger; border-color: $danger; }
QPushButton[look="danger"]:hover, QPushButton[look="danger"]:pressed { background: $hover; }
QPushButton[look="danger"]:focus { border-color: $focus; }
QPushButton[look="danger"]:disabled { background: transparent; color: $disabled; border-color: $border; }
QPushButton[look="quiet"], QPushButton[look="row"], QToolButton { background: transparent; color: $text;
  border: 1px solid transparent; border-radius: ${radius}px; }
QPushButton[look="quiet"] { padding: 0 10px; }
QPushButton[look="quiet"]:focus { padding: 0 9px; }
QPushButton[look="chip"] { background: transparent; border-color: $outline; padding: 0 12px; }
QPushButton[look="chip"]:hover { background: $hover; }
QPushButton[look="chip"]:checked { background: $tint; border-color: $accent; }
QPushButton[look="chip"]:focus { border-color: $focus; padding: 0 11px; }
QPushButton[look="chip"]:disabled { border-color: $border; }
QPushButton[look="link"] { background: transparent; color: $accent; border-color: transparent; padding: 0 8px;
  font-weight: 600; }
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border-color: $focus; padding: 0 7px; }
QPushButton[look="row"] { text-align: left; padding: 0 11px; font-size: ${small}px; }
QPushButton[look="quiet"]:hover, QPushButton[look="row"]:hover, QToolButton:hover { background: $hover; }
QPushButton[look="quiet"]:pressed, QPushButton[look="row"]:pressed, QToolButton:pressed, QToolButton:checked,
QToolButton[look="open"] { background: $pressed; }
QPushButton[look="quiet"]:focus, QPushButton[look="row"]:focus, QToolButton:focus { border: 2px solid $focus; }
QPushButton[look="row"]:focus { padding: 0 10px; }
QPushButton[look="quiet"]:disabled, QToolButton:disabled { color: $disabled; background: transparent; }
QPushButton[look="meter"], QPushButton[look="meter-near"], QPushButton[look="meter-over"] { background: transparent;
  border: 1px solid transparent; border-radius: 6px; color: $quiet; font-size: ${small}px; padding: 0 5px;
  min-height: 20px; }
QPushButton[look="meter"]:hover, QPushButton[look="meter-near"]:hover, QPushButton[look="meter-over"]:hover {
  background: $hover; }
QPushButton[look="meter"]:focus, QPushButton[look="meter-near"]:focus, QPushButton[look="meter-over"]:focus {
  border: 2px solid $focus; padding: 0 4px; min-height: 18px; }
QPushButton[look="meter-near"] { color: $warning; }
QPushButton[look="pill"] { background: transparent; border: 1px solid $outline; border-radius: 6px; color: $text;
  font-size: ${small}px; padding: 0 7px; min-height: 20px; }
QPushButton[look="pill"]:hover { background: $hover; }
QPushButton[look="pill"]:focus { border: 2px solid $focus; padding: 0 6px; min-height: 18px; }
QToolButton[look="over"] { background: $raised; border: 1px solid $border; }
QToolButton[look="over"]:hover { background: $hover; }
QToolButton[look="over"]:focus { border: 2px solid $focus; }
QPushButton[look="meter-over"] { color: $danger; }
QToolButton::menu-indicator { image: none; }
QToolButton[look="solid"] { background: $accent; border-radius: 17px; }
QToolButton[look="solid"]:hover, QToolButton[look="solid"]:pressed { background: $accent_hover; }
QToolButton[look="solid"]:focus { border: 2px solid $text; }
QToolButton[look="solid"]:disabled { background: $hover; border-color: $border; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit[look="field"], QTextEdit[look="field"] {
  background: $raised; color: $text; border: 1px solid $outline; border-radius: ${radius}px; padding: 0 10px;
  selection-background-color: $selection; selection-color: $text; placeholder-text-color: $quiet; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { min-height: ${inner}px; }
QPlainTextEdit[look="field"], QTextEdit[look="field"] { padding: 6px 6px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit[look="field"]:focus,
QTextEdit[look="field"]:focus { border: 2px solid $focus; padding: 0 9px; min-height: ${inner2}px; }
QPlainTextEdit[look="field"]:focus, QTextEdit[look="field"]:focus { padding: 5px 5px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $disabled;
  border-color: $border; }
QPlainTextEdit[mono="true"] { font-family: "$mono"; font-size: ${code_size}px; }
QPlainTextEdit[look="field"]:disabled { color: $disabled; border-color: $border; }
QLineEdit[invalid="true"] { border-color: $danger; }
QLineEdit[look="search"] { padding: 0 4px; font-size: ${small}px; }
QLineEdit[look="search"]:focus { padding: 0 3px; }
QLineEdit[look="inline"], QLineEdit[look="inline"]:focus { padding: 0 8px; min-height: 0;
  font-size: ${small}px; }
QLineEdit[look="title"], QLineEdit[look="title"]:focus { padding: 0 4px; font-weight: 600; }
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus { background: transparent; border: none; padding: 0; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$icons/control-down.svg"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; outline: none; padding: 4px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  border: none; width: 22px; margin: 2px 3px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$icons/control-up.svg"); width: 14px; height: 14px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$icons/control-down.svg"); width: 14px; height: 14px; }
QCheckBox, QRadioButton { spacing: 8px; color: $text; padding: 4px 4px 4px 2px; border: 2px solid transparent;
  border-radius: ${radius}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $outline;
  background: $raised; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/$check"); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $hover; border-color: $border; }
QSlider { min-height: 28px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $outline; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider[look="unset"]::sub-page:horizontal { background: $outline; }
QSlider::handle:horizontal { width: 18px; height: 18px; margin: -8px 0; border-radius: 10px;
  background: $raised; border: 1px solid $outline; }
QSlider::handle:horizontal:hover { background: $hover; }
QSlider::handle:horizontal:focus { border: 2px solid $focus; width: 16px; height: 16px; }
QSlider::sub-page:horizontal:disabled, QSlider::groove:horizontal:disabled { background: $border; }
QMenu { background: $raised; color: $text; border: 1px solid $border; border-radius: ${radius}px; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 6px 8px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea { border: none; }
QTabWidget::pane { border: none; }
QTabBar::tab { color: $quiet; padding: 7px 12px; border: 2px solid transparent; border-radius: ${radius}px; }
QTabBar::tab:selected { color: $text; background: $hover; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { border-color: $focus; }
QProgressBar { background: $border; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QFrame[look="popup"] { background: $raised; border: 1px solid $outline; }
QFrame[look="card"] { background: $raised; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[look="column"] { background: $page; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[look="tinted"] { background: $tint; border: none; border-radius: ${radius}px; }
QFrame[look="field"] { background: $raised; border: 1px solid $outline; border-radius: ${radius}px; }
QFrame[look="field"][focused="true"] { border: $card_ring solid $focus; }
QFrame[look="side"], Sidebar { background: $side; }
QFrame[look="line"] { background: $border; border: none; }
QFrame[look="notice"], QFrame[look="notice-good"], QFrame[look="notice-bad"], QFrame[look="notice-warn"] {
  background: $side; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[look="notice-good"] { border-color: $success; }
QFrame[look="notice-bad"] { border-color: $danger; }
QFrame[look="notice-warn"] { border-color: $warning; }
QLabel[look="quiet"], QLabel[look="small"] { color: $quiet; }
QLabel[look="plain-small"], QLabel[look="small"], QPushButton[look="small"] { font-size: ${small}px; }
QLabel[look="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="heading"], QLabel[look="strong"] { font-weight: 600; }
QLabel[look="section"] { color: $quiet; font-size: ${small}px; font-weight: 600; }
QLabel[look="good"] { color: $success; }
QLabel[look="bad"] { color: $danger; }
QLabel[look="warning"] { color: $warning; }
""")


def stylesheet(theme: Theme) -> str:
    """The style sheet for the whole application. Set it once on QApplication, and again when the theme changes."""
    return _SHEET.substitute(
        _colours(theme),
        radius=RADIUS,
        inner=theme.control_height - 2,
        inner2=theme.control_height - 4,
        small=theme.small_size,
        mono=MONO_FAMILY,
        code_size=theme.code_size,
        title=round(theme.body_size * 1.45),
        icons=(paths.resources() / "icons").as_posix(),
        card_ring="2px" if theme.name == "contrast" else "1px",  # the caret is there as well, and so for hours
        check="control-check-dark.svg" if theme.dark else "control-check.svg",
    )


def _colours(theme: Theme) -> dict[str, str]:
    names = (
        "page side raised hover pressed border outline text quiet accent accent_hover on_accent tint "
        "danger warning success selection focus"
    )
    return {name: getattr(theme, name) for name in names.split()} | {
        "disabled": DARK.outline if theme.name == "contrast" else theme.outline,
        "scroll": theme.outline if theme.name == "contrast" else theme.pressed,
    }

"""The program's own settings, declared once: the store checks against this table, the Settings dialog is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from .words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T", str, int, bool)


class Page(StrEnum):
    """The pages of the Settings dialog, in their order."""

    ACCOUNT = "account"
    SERVICE = "service"
    NETWORK = "network"
    DEFAULTS = "defaults"
    APPEARANCE = "appearance"
    LANGUAGE = "language"
    BUDGET = "budget"
    DATA = "data"
    PRIVACY = "privacy"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting. `choices` are (value, words), `minimum` and `maximum` bound a number; no page: not shown."""

    key: str
    default: T
    page: Page | None = None
    label: str = ""
    help: str = ""
    choices: tuple[tuple[T, str], ...] = ()
    minimum: int | None = None
    maximum: int | None = None

    def accepts(self, value: object) -> bool:
        """Whether `value` may be stored: right type, among the choices, within the bounds."""
        if type(value) is not type(self.default):
            return False
        if self.choices and value not in [choice for choice, _ in self.choices]:
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return (self.minimum is None or value >= self.minimum) and (self.maximum is None or value <= self.maximum)
        return True


SERVICE_ADDRESS = Setting("service_address", "https://api.openai.com/v1")
SERVICE_KIND = Setting("service_kind", "", choices=(("", ""), ("openai", ""), ("other", ""), ("practice", "")))
SERVICE_WITH_KEY = Setting("service_with_key", "")  # the address of another service for which a key was saved
PRACTICE_MODEL_FILE = Setting(
    "practice_model_file",
    "",
    Page.SERVICE,
    QT_TRANSLATE_NOOP("Settings", "Model file on this computer"),
    QT_TRANSLATE_NOOP("Settings", "A .gguf file to use in place of the practice model."),
)
PROXY = Setting(
    "proxy",
    "system",
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Proxy"),
    QT_TRANSLATE_NOOP("Settings", "Some companies let programs out to the internet only through a proxy."),
    choices=(
        ("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        ("none", QT_TRANSLATE_NOOP("Settings", "No proxy")),
        ("manual", QT_TRANSLATE_NOOP("Settings", "This one:")),
    ),
)
PROXY_ADDRESS = Setting("proxy_address", "")
PROXY_USER = Setting("proxy_user", "")  # the password that belongs to it is in the keyring
THINKING_MINUTES = Setting(
    "thinking_minutes",
    10,
    Page.NETWORK,
    QT_TRANSLATE_NOOP("Settings", "Wait this many minutes for a model that thinks first"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Reasoning models can be silent for long before the first word. Other models get a minute and a half.",
    ),
    minimum=2,
    maximum=60,
)
DEFAULT_MODEL = Setting(
    "default_model",
    "",
    Page.DEFAULTS,
    QT_TRANSLATE_NOOP("Settings", "Model for new conversations"),
    QT_TRANSLATE_NOOP("Settings", "Empty: the model you used last."),
)
DEFAULT_INSTRUCTIONS = Setting(
    "default_instructions",
    "",
    Page.DEFAULTS,
    QT_TRANSLATE_NOOP("Settings", "Instructions for new conversations (system message)"),
)
MODEL_TITLES = Setting(
    "model_titles",
    False,
    Page.DEFAULTS,
    QT_TRANSLATE_NOOP("Settings", "Let the model write titles (costs a little)"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "After the first answer the model is asked once for a title. A title you wrote is never replaced.",
    ),
)
DEFAULT_CHAT = Setting("default_chat", "")  # JSON: the other settings of new chats (`ui.chat_defaults`)
THEME = Setting(
    "theme",
    "system",
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Colours"),
    choices=(
        ("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
        ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
        ("contrast", QT_TRANSLATE_NOOP("Settings", "High contrast")),
    ),
)
TEXT_SIZE = Setting(
    "text_size",
    15,
    Page.APPEARANCE,
    QT_TRANSLATE_NOOP("Settings", "Text size"),
    minimum=11,
    maximum=32,
)
REDUCE_MOTION = Setting("reduce_motion", False, Page.APPEARANCE, QT_TRANSLATE_NOOP("Settings", "Reduce motion"))
LANGUAGE = Setting(
    "language",
    "system",
    Page.LANGUAGE,
    QT_TRANSLATE_NOOP("Settings", "Language of the program"),
    choices=(
        ("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        ("en", "English"),
        ("de", "Deutsch"),
    ),
)
MONTHLY_BUDGET = Setting(
    "monthly_budget",
    0,
    Page.BUDGET,
    QT_TRANSLATE_NOOP("Settings", "Stop at this sum each month"),
    QT_TRANSLATE_NOOP("Settings", "Parley sends nothing more once the answers of this month have cost this much."),
    minimum=0,
    maximum=1_000_000_000_000,  # micro-dollars; 0: no budget
)
TRASH_DAYS = Setting(
    "trash_days",
    30,
    Page.DATA,
    QT_TRANSLATE_NOOP("Settings", "Empty the trash after this many days"),
    QT_TRANSLATE_NOOP("Settings", "0 keeps deleted conversations until you empty the trash."),
    minimum=0,
    maximum=3650,
)
LOG_MESSAGE_TEXT = Setting(
    "log_message_text",
    False,
    Page.PRIVACY,
    QT_TRANSLATE_NOOP("Settings", "Write message texts to the log"),
    QT_TRANSLATE_NOOP("Settings", "Only useful when you look for a fault. Off, the log holds times and sizes."),
)
SIDEBAR_HIDDEN = Setting("sidebar_hidden", False)
FOLDERS_FOLDED = Setting("folders_folded", False)
PANEL_PAGE = Setting("panel_page", "", choices=(("", ""), ("chat", ""), ("pricing", "")))
WINDOW_GEOMETRY = Setting("window_geometry", "")  # base64 of QWidget.saveGeometry
SIDEBAR_WIDTH = Setting("sidebar_width", 264, minimum=120, maximum=2_000)  # pixels, as the person dragged it
PANEL_WIDTH = Setting("panel_width", 320, minimum=120, maximum=2_000)
LAST_CONVERSATION = Setting("last_conversation", 0, minimum=0)
LAST_MODEL = Setting("last_model", "")
FAVOURITE_MODELS = Setting("favourite_models", "")  # their names, one in each line
COMPARED_MODELS = Setting("compared_models", "")  # their names, one a line

AnySetting = Setting[str] | Setting[int] | Setting[bool]

SETTINGS: Mapping[str, AnySetting] = {
    setting.key: setting
    for setting in (
        SERVICE_ADDRESS,
        SERVICE_KIND,
        SERVICE_WITH_KEY,
        PRACTICE_MODEL_FILE,
        PROXY,
        PROXY_ADDRESS,
        PROXY_USER,
        THINKING_MINUTES,
        DEFAULT_MODEL,
        DEFAULT_INSTRUCTIONS,
        MODEL_TITLES,
        DEFAULT_CHAT,
        THEME,
        TEXT_SIZE,
        REDUCE_MOTION,
        LANGUAGE,
        MONTHLY_BUDGET,
        TRASH_DAYS,
        LOG_MESSAGE_TEXT,
        SIDEBAR_HIDDEN,
        FOLDERS_FOLDED,
        PANEL_PAGE,
        WINDOW_GEOMETRY,
        SIDEBAR_WIDTH,
        PANEL_WIDTH,
        LAST_CONVERSATION,
        LAST_MODEL,
        FAVOURITE_MODELS,
        COMPARED_MODELS,
    )
}


class Settings:
    """The settings in force: what was stored where that is valid, else the default. Never changed in place."""

    __slots__ = ("_values",)

    def __init__(self, stored: Mapping[str, object] | None = None) -> None:
        self._values: dict[str, object] = {
            key: value for key, value in (stored or {}).items() if key in SETTINGS and SETTINGS[key].accepts(value)
        }

    def __getitem__(self, setting: Setting[T]) -> T:
        value = self._values.get(setting.key, setting.default)
        assert isinstance(value, type(setting.default))  # noqa: S101 - accepts() has seen to it; this tells mypy
        return value

    def with_value(self, setting: Setting[T], value: T) -> Settings:
        """The same settings with one changed. Raises ValueError for a value the setting does not accept."""
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} does not accept {value!r}")
        return Settings({**self._values, setting.key: value})

    def stored(self) -> dict[str, object]:
        """The values that differ from nothing: what the store writes."""
        return dict(self._values)

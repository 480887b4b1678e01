"""What the rows of a transcript share: the theme, where their controls live, and whom they tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from parley.domain.attachment import Attachment
    from parley.domain.errors import Action
    from parley.ui.theme import Theme

    from .code_tools import ToolsPool
    from .formulas import FormulaSetter


@dataclass(frozen=True, slots=True)
class Page:
    """`changed`: a row has another height. `act`: the button of a failure was pressed (message id, action)."""

    theme: Theme
    parent: QWidget
    tools: ToolsPool
    formulas: FormulaSetter
    pictures: dict[str, QImage]  # by address: those the person asked to see
    show_picture: Callable[[str], None]
    changed: Callable[[], None]
    act: Callable[[int, Action], None]
    attach: Callable[[Attachment, str], None]  # "open" or "save" something the person attached
    send_again: Callable[[], None]  # what was left out
    service_name: str = "OpenAI"

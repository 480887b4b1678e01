"""How closely the model looks at one picture: chosen at its chip, in plain words, with what each way costs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from parley.domain.attachment import Attachment, Detail

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def detail_name(detail: Detail) -> str:
    """In a word or two, the API's own first: it is what tutorials say."""
    names = {
        Detail.AUTO: QCoreApplication.translate("ImageDetail", "Auto"),
        Detail.LOW: QCoreApplication.translate("ImageDetail", "Low"),
        Detail.HIGH: QCoreApplication.translate("ImageDetail", "High"),
    }
    return names[detail]


def detail_words(detail: Detail) -> str:
    """What the choice means."""
    words = {
        Detail.AUTO: QCoreApplication.translate("ImageDetail", "Auto: the model decides"),
        Detail.LOW: QCoreApplication.translate("ImageDetail", "Low: a glance, for what is to be seen at all"),
        Detail.HIGH: QCoreApplication.translate("ImageDetail", "High: a close look, for small print and details"),
    }
    return words[detail]


def detail_menu(
    attachment: Attachment,
    price_of: Callable[[Attachment], str] | None,
    choose: Callable[[Detail], None],
    parent: QWidget,
) -> QMenu:
    """The three ways, each with its price."""
    menu = QMenu(parent)
    menu.setAccessibleName(QCoreApplication.translate("ImageDetail", "Detail"))
    menu.aboutToHide.connect(menu.deleteLater)
    group = QActionGroup(menu)
    for detail in Detail:
        price = price_of(replace(attachment, detail=detail)) if price_of else ""
        action = menu.addAction(" · ".join(filter(None, [detail_words(detail), price])))
        action.setCheckable(True)
        action.setChecked(attachment.detail is detail)
        action.triggered.connect(lambda _checked, detail=detail: choose(detail))
        group.addAction(action)
    return menu

"""Asking before a link opens whose text names another host than the one it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from parley.markup.cleaning import revealed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from .links import Link


def ask(parent: QWidget, link: Link, text: str, proceed: Callable[[], None]) -> QMessageBox:
    """Ask, without blocking, whether `link`, shown as `text`, should open; then `proceed`."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Transcript", "Open link"))
    box.setText(QCoreApplication.translate("Transcript", "This link leads to {host}.").format(host=link.host))
    if text:
        box.setInformativeText(
            QCoreApplication.translate("Transcript", "Its text says “{text}”. The full address is:\n{address}").format(
                text=revealed(text)[:80], address=revealed(link.address)[:400]
            )
        )
    else:
        box.setInformativeText(revealed(link.address)[:400])
    go = box.addButton(
        QCoreApplication.translate("Transcript", "Open {host}").format(host=link.host),
        QMessageBox.ButtonRole.AcceptRole,
    )
    stay = box.addButton(QCoreApplication.translate("Transcript", "Do not open"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.buttonClicked.connect(lambda button: proceed() if button is go else None)
    box.open()
    return box

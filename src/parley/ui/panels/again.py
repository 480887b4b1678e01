"""What stands at a setting that the service refused."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

AGAIN_ICON = "rotate-ccw"


def again_text(refused: bool) -> str:
    """The words of the button that has it sent again; none where nothing was refused."""
    return QCoreApplication.translate("Rules", "Send it again") if refused else ""


def refused_choice() -> str:
    """Said where only the choice that was made is refused."""
    return QCoreApplication.translate(
        "Rules", "The service did not take this choice for this model, so it is left out. Another one may do."
    )

"""What left this computer, as rows: the requests under the day on which they left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTime,
)

from parley.llm.address import is_loopback
from parley.ui.kit.file_words import size_text
from parley.ui.kit.numbers import count_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parley.domain.traffic import SentRequest

ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request in words. `aside` stands small at the other side."""

    name: str
    detail: str
    sizes: str
    aside: str

    def spoken(self) -> str:
        return ". ".join(part for part in (self.name, self.detail, self.sizes, self.aside) if part)


TrafficRow = Heading | RequestRow


def rows_of(requests: Iterable[SentRequest], today: date) -> list[TrafficRow]:
    """The rows for `requests`, the latest first."""
    rows: list[TrafficRow] = []
    shown: date | None = None
    for request in requests:
        moment = datetime.fromtimestamp(request.at / 1000).astimezone()
        if moment.date() != shown:
            shown = moment.date()
            rows.append(Heading(_day(shown, today)))
        rows.append(_row(request, moment))
    return rows


def summary_of(requests: Sequence[SentRequest], started: int) -> str:
    """Two sentences: this run, and everything there is. `started` is in milliseconds since 1970."""
    run = [request for request in requests if request.at >= started]
    return " ".join((_sum_of_run(run), _sum_of_all(requests)))


def _sum_of_run(run: Sequence[SentRequest]) -> str:
    if not run:
        return QCoreApplication.translate("Traffic", "Since Parley was opened nothing has left this computer.")
    said = QCoreApplication.translate(
        "Traffic", "Since Parley was opened: {requests}, {sent} sent, {received} received."
    )
    return _filled(said, run)


def _sum_of_all(requests: Sequence[SentRequest]) -> str:
    said = QCoreApplication.translate(
        "Traffic", "In the last thirty days: {requests}, {sent} sent, {received} received."
    )
    return _filled(said, requests)


def _filled(sentence: str, requests: Sequence[SentRequest]) -> str:
    one = QCoreApplication.translate("Traffic", "1 request")
    many = QCoreApplication.translate("Traffic", "{count} requests").replace("{count}", count_text(len(requests)))
    return (
        sentence.replace("{requests}", one if len(requests) == 1 else many)
        .replace("{sent}", size_text(sum(request.sent for request in requests)))
        .replace("{received}", size_text(sum(request.received for request in requests)))
    )


def _row(request: SentRequest, moment: datetime) -> RequestRow:
    parts = urlsplit(request.address)
    sizes = QCoreApplication.translate("Traffic", "{sent} sent, {received} received")
    if not request.received:
        sizes = QCoreApplication.translate("Traffic", "{sent} sent, no answer")
    return RequestRow(
        name=_name(parts.hostname or "", parts.netloc),
        detail=" · ".join(part for part in (_purpose(parts.path), " ".join(request.model.split())) if part),
        sizes=sizes.replace("{sent}", size_text(request.sent)).replace("{received}", size_text(request.received)),
        aside=QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat),
    )


def _name(host: str, place: str) -> str:
    if is_loopback(host):
        return QCoreApplication.translate("Traffic", "{host} (this computer)").replace("{host}", place)
    return place


def _purpose(path: str) -> str:
    if path.endswith("/completions"):
        return QCoreApplication.translate("Traffic", "Message")
    if path.endswith("/models"):
        return QCoreApplication.translate("Traffic", "List of models")
    return QCoreApplication.translate("Traffic", "File or picture")


def _day(day: date, today: date) -> str:
    if day >= today:
        return QCoreApplication.translate("Traffic", "Today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Traffic", "Yesterday")
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


class TrafficModel(QAbstractListModel):
    """The rows for a list view. A heading cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[TrafficRow] = []

    def set_rows(self, rows: list[TrafficRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text if isinstance(row, Heading) else row.spoken()
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

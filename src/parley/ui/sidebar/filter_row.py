"""What narrows a search: a row of chips under the search field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from parley.domain.message import Role
from parley.domain.search_filters import Filters
from parley.ui.kit.money import money_text
from parley.ui.sidebar.chips import Chip, ChipRow, MenuChip
from parley.ui.sidebar.days import start_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_COSTS = (1_000, 10_000, 100_000, 1_000_000)  # micro-dollars


class FilterRow(ChipRow):
    """Who wrote it, the model, the day, an image, code, what it cost. Says the filters whenever one changes."""

    filtersChanged = Signal(object)  # Filters
    modelsWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = Filters()
        self._role = MenuChip(self.tr("From"))
        self._model = MenuChip(self.tr("Model"))
        self._date = MenuChip(self.tr("Date"))
        self._image = Chip(self.tr("Images"))
        self._code = Chip(self.tr("Code"))
        self._cost = MenuChip(self.tr("Cost"))
        self._none = Chip(self.tr("Clear"))
        self._none.setCheckable(False)
        self._none.setAccessibleName(self.tr("Clear the filters"))
        for chip in (self._role, self._model, self._date, self._image, self._code, self._cost, self._none):
            self.add(chip)
        self.setAccessibleName(self.tr("Filters"))
        self._none.hide()
        self._set_values()
        self._connect()

    def _set_values(self) -> None:
        self._role.set_values(
            (
                (self.tr("Anyone"), "", None),
                (self.tr("Me"), self.tr("From me"), Role.USER),
                (self.tr("The model"), self.tr("From the model"), Role.ASSISTANT),
            )
        )
        self._date.set_values(date_values(datetime.now().astimezone().date(), self))
        over = self.tr("Over {sum}")
        costs = [(said := over.format(sum=money_text(micro)), said, micro) for micro in _COSTS]
        self._cost.set_values([(self.tr("Any cost"), "", None), *costs])
        self.set_models(())

    def _connect(self) -> None:
        self._role.chosen.connect(lambda role: self._take(replace(self.filters, role=role)))
        self._model.chosen.connect(lambda model: self._take(replace(self.filters, model=model)))
        self._model.opened.connect(self.modelsWanted)
        self._date.chosen.connect(self._take_dates)
        self._image.toggled.connect(lambda on: self._take(replace(self.filters, has_image=on)))
        self._code.toggled.connect(lambda on: self._take(replace(self.filters, has_code=on)))
        self._cost.chosen.connect(lambda cost: self._take(replace(self.filters, cost_above=cost)))
        self._none.clicked.connect(self.clear)

    def set_models(self, models: Sequence[str]) -> None:
        """Those that can be filtered by."""
        self._model.set_values([(self.tr("Any model"), "", None), *((name, name, name) for name in models)])

    def clear(self) -> None:
        """Let everything through again."""
        for chip in (self._role, self._model, self._date, self._cost):
            chip.show_value(None)
        for switch in (self._image, self._code):
            with QSignalBlocker(switch):  # all of it is one change
                switch.setChecked(False)
        self._take(Filters())

    def _take_dates(self, dates: object) -> None:
        since, until = dates if isinstance(dates, tuple) else (None, None)
        self._take(replace(self.filters, since=since, until=until))

    def _take(self, filters: Filters) -> None:
        had_focus = self._none.hasFocus()
        changed, self.filters = filters != self.filters, filters
        self._none.setVisible(bool(filters))
        if had_focus and not filters:
            self._role.setFocus()
        self.arrange()
        if changed:
            self.filtersChanged.emit(filters)


def date_values(today: date, row: FilterRow) -> list[tuple[str, str, object]]:
    """(words, words, (since, until)) of the spans of time that can be chosen."""
    year = date(today.year, 1, 1)
    spans: list[tuple[str, object]] = [
        (row.tr("Today"), (start_of(today), None)),
        (row.tr("Last 7 days"), (start_of(today - timedelta(days=7)), None)),
        (row.tr("Last 30 days"), (start_of(today - timedelta(days=30)), None)),
        (row.tr("This year"), (start_of(year), None)),
        (row.tr("Before this year"), (None, start_of(year))),
    ]
    return [(row.tr("Any day"), "", None), *((words, words, span) for words, span in spans)]

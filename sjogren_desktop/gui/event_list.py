"""The list of intercurrent events: one row an event, found by text, without any treatment arm."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.event_finders import KINDS
from sjogren_desktop.analyses.events_between import SHORT, strategies_of
from sjogren_desktop.analyses.subjects import SUBJECT
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.frame_model import FrameModel
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.preview import fit_columns, plain_table, sort_by_heads
from sjogren_desktop.gui.search_field import SearchField

TITLES = {kind.key: kind.title for kind in KINDS}

Place = tuple[str, str]
"""Key of the patient and kind of the event."""


class EventList(QWidget):
    """Lists the events of a study."""

    chosen = Signal(object)
    """Place of the event that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_list")
        self._places: list[Place] = []
        self._current: Place | None = None
        self.model = FrameModel(self)
        self.view = plain_table("events", tr("Intercurrent events"))
        self.search = SearchField(
            "event_search",
            hint=tr("Patient, event, drug, strategy or source"),
            meaning=tr("Search events"),
            tip=tr("Show only the events whose row contains this text"),
        )
        self.count = FaintLabel()
        self._build()

    def set_events(self, events: pd.DataFrame, values: Mapping[str, object]) -> None:
        """Show events (of :func:`.events_between.all_events`, with DAY) under strategies."""
        used = strategies_of(events, values).map(SHORT).map(tr)
        own = events["STRATEGY"] != ""
        counts = events["COUNTS"].astype(bool)
        shown = pd.DataFrame(
            {
                tr("Patient"): events[SUBJECT].astype(str),
                tr("Event"): events["KIND"].map(TITLES).map(tr),
                tr("Date"): events["DATE"],
                tr("Day"): events["DAY"],
                tr("Reason or drug"): events["REASON"],
                tr("Strategy"): used.where(~own, used + tr(" (own)")).where(
                    counts, tr("does not count")
                ),
                tr("Source"): events["CHANGED"].map({True: tr("changed"), False: tr("data")}),
            }
        )
        self._places = list(
            zip(events[SUBJECT].astype(str), events["KIND"].astype(str), strict=True)
        )
        header = self.view.horizontalHeader()
        by, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        self.model.set_frame(shown)
        if by >= 0:
            self.model.sort(by, order)
        self._search()
        header.setStretchLastSection(True)
        fit_columns(self.view, [self.model.widest(c) for c in range(len(self.model.names))])

    def choose(self, place: Place) -> bool:
        """Choose an event, taking the filter away if that hides it; say whether it is listed."""
        if place not in self._places:
            return False
        self._current = place
        if self._row_of(place) is None:
            self.search.clear()
            self._search()
        self._select_current()
        return True

    @Slot()
    def unchoose(self) -> None:
        """Choose none."""
        self._current = None
        self._select_current()

    # -- building

    def _build(self) -> None:
        self.search.settled.connect(self._search)
        sort_by_heads(self.view, self.model)
        self.view.setToolTip(tr("Choose an event to see where it comes from and to change it"))
        self.view.selectionModel().currentRowChanged.connect(self._take_row)
        self.view.clicked.connect(self._take_row)  # a row that was current before
        self.model.arranged.connect(self._select_current)
        label = QLabel(tr("Fin&d"))
        label.setBuddy(self.search)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(label)
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)

    # -- rows

    @Slot()
    def _search(self) -> None:
        self.search.settle()
        self.model.set_filter(self.search.text())

    @Slot()
    def _select_current(self) -> None:
        shown, total = self.model.rowCount(), len(self._places)
        all_of_them = tr("1 event") if total == 1 else tr("{total} events", total=total)
        say_in(
            self.count,
            tr("{shown} of {events}", shown=shown, events=all_of_them)
            if shown < total
            else all_of_them,
        )
        row = None if self._current is None else self._row_of(self._current)
        if row is None:
            self.view.clearSelection()
        else:
            self.view.selectRow(row)
            self.view.scrollTo(self.model.index(row, 0))

    def _place_at(self, row: int) -> Place:
        # The vertical header names the place in the frame, from 1, whatever the order.
        return self._places[int(str(self.model.headerData(row, Qt.Orientation.Vertical))) - 1]

    def _row_of(self, place: Place) -> int | None:
        rows = range(self.model.rowCount())
        return next((r for r in rows if self._place_at(r) == place), None)

    @Slot(QModelIndex)
    def _take_row(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        place = self._place_at(current.row())
        if place != self._current:
            self._current = place
            self.chosen.emit(place)

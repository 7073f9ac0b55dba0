"""The list of patients: search, filters, order, and which one is open.

Treatment arms are in it only once the study was unblinded.
"""

from __future__ import annotations

import pandas as pd
from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.patient_scores import FLAGS, HELP, LISTED
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.banner import FaintLabel, text_label
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.frame_model import FrameModel
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.patient_text import state_text
from sjogren_desktop.gui.preview import fit_columns, plain_table, sort_by_heads
from sjogren_desktop.gui.search_field import SearchField
from sjogren_desktop.results import Subjects

_EVERY = ""


class PatientList(QWidget):
    """Lists the patients of a study."""

    chosen = Signal(str)
    """Key of the patient that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("patient_list")
        self._listing = pd.DataFrame(columns=list(LISTED))
        self._shown = self._listing
        self._current = ""
        self.model = FrameModel(self)
        self.view = plain_table("patients", tr("Patients"))
        self.search = SearchField(
            "patient_search",
            hint=tr("Number, site, status or flag"),
            meaning=tr("Search patients"),
            tip=tr("Show only the patients whose row contains this text"),
        )
        self.status = _filter("patient_status", tr("Status of the patients listed"))
        self.site = _filter("patient_site", tr("Site of the patients listed"))
        self.flag = _filter("patient_flag", tr("Flag of the patients listed"))
        self.count = FaintLabel()
        self._only: Subjects | None = None
        self.only = text_label()
        self.everybody = QPushButton(tr("Show all patients"))
        self._build()

    # -- what the tab calls

    def set_listing(self, listing: pd.DataFrame) -> None:
        """Show a list; filters that still fit stay, and so does the patient chosen."""
        self._listing = listing
        if self._only is not None and not set(self._only.keys) <= set(listing.index):
            self._take_only(None)
        state = listing["Status"].astype(str)
        flags = {f for texts in listing["Flags"].astype(str).unique() for f in texts.split(", ")}
        for box, every, entries in (
            (self.status, tr("All states"), sorted(state.unique())),
            (self.site, tr("All sites"), sorted(listing["Site"].astype(str).unique())),
            (self.flag, tr("All flags"), [f for f in FLAGS if f in flags]),
        ):
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(every, _EVERY)
            for entry in entries:
                box.addItem(state_text(entry[:1].upper() + entry[1:]), entry)
            box.setCurrentIndex(max(0, box.findData(kept)))
            box.blockSignals(False)
        self._apply()

    @property
    def current(self) -> str:
        """Key of the patient chosen, "" when there is none."""
        return self._current

    def choose(self, key: str) -> bool:
        """Choose a patient, taking filters away that hide it; say whether it is listed."""
        if key not in self._listing.index:
            return False
        if self._row_of(key) is None:
            self.clear_filters()
        self._current = key
        self._select_current()
        return True

    def show_only(self, subjects: Subjects) -> None:
        """List only the patients behind a number, and say which number that is."""
        self.clear_filters()
        self._take_only(subjects)
        self._apply()

    @Slot()
    def clear_filters(self) -> None:
        """Show everybody."""
        self._take_only(None)
        for widget in (self.search, self.status, self.site, self.flag):
            widget.blockSignals(True)
        self.search.clear()
        for box in (self.status, self.site, self.flag):
            box.setCurrentIndex(0)
        for widget in (self.search, self.status, self.site, self.flag):
            widget.blockSignals(False)
        self._apply()

    def step(self, by: int) -> str:
        """Return the key of the patient so many rows on in the order shown, "" at the end."""
        rows = self.model.rowCount()
        here = self._row_of(self._current)
        if not rows:
            return ""
        there = (0 if by > 0 else rows - 1) if here is None else here + by
        return self._key_at(there) if 0 <= there < rows else ""

    def first(self) -> str:
        """Return the key of the patient on top, "" when none is shown."""
        return self._key_at(0) if self.model.rowCount() else ""

    def place(self) -> tuple[int, int]:
        """Return place (from 1, 0 when not shown) of the patient chosen, and patients shown."""
        row = self._row_of(self._current)
        return (0 if row is None else row + 1), self.model.rowCount()

    # -- building

    def _build(self) -> None:
        self.search.settled.connect(self._search)
        for box in (self.status, self.site, self.flag):
            box.currentIndexChanged.connect(self._apply)
        sort_by_heads(self.view, self.model)
        self.view.setToolTip(tr("Choose a patient (Alt+Down: the next, Alt+Up: the one before)"))
        self.view.selectionModel().currentRowChanged.connect(self._take_row)
        self.model.arranged.connect(self._select_current)
        self.only.setObjectName("patient_only")
        self.everybody.setObjectName("patient_everybody")
        self.everybody.setToolTip(tr("Take all filters away and list every patient"))
        self.everybody.clicked.connect(self.clear_filters)
        self._take_only(None)
        label = QLabel(tr("Fin&d"))
        label.setBuddy(self.search)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(label)
        top.addWidget(self.search, 1)
        boxes = QHBoxLayout()
        boxes.setSpacing(theme.SPACE // 2)
        for box in (self.status, self.site, self.flag):
            boxes.addWidget(box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.only)
        layout.addWidget(self.everybody)
        layout.addLayout(top)
        layout.addLayout(boxes)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.count)

    # -- filters

    def _take_only(self, subjects: Subjects | None) -> None:
        self._only = subjects
        for widget in (self.only, self.everybody):
            widget.setVisible(subjects is not None)
        if subjects is not None:
            count = len(subjects.keys)
            people = tr("1 patient") if count == 1 else tr("{count} patients", count=count)
            self.only.setText(tr("Only {people}: {of}", people=people, of=subjects.of))

    @Slot()
    def _apply(self) -> None:
        kept = pd.Series(True, index=self._listing.index)
        if self._only is not None:
            kept &= self._listing.index.isin(self._only.keys)
        for column, box in (("Status", self.status), ("Site", self.site)):
            if box.currentData():
                kept &= self._listing[column].astype(str) == box.currentData()
        if self.flag.currentData():
            kept &= _has(self._listing, self.flag.currentData())
        self._shown = self._listing.loc[kept]
        header = self.view.horizontalHeader()
        by, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        self.model.set_frame(*_in_words(self._shown))
        if by >= 0:
            self.model.sort(by, order)
        self._search()
        fit_columns(self.view, [self.model.widest(c) for c in range(len(self.model.names))])

    @Slot()
    def _search(self) -> None:
        self.search.settle()
        self.model.set_filter(self.search.text())

    @Slot()
    def _select_current(self) -> None:
        shown, total = self.model.rowCount(), len(self._listing)
        people = tr("1 patient") if total == 1 else tr("{count} patients", count=total)
        say_in(
            self.count,
            tr("{shown} of {people}", shown=shown, people=people) if shown < total else people,
        )
        row = self._row_of(self._current)
        if row is None:
            self.view.clearSelection()
        else:
            self.view.selectRow(row)
            self.view.scrollTo(self.model.index(row, 0))

    # -- rows and keys

    def _key_at(self, row: int) -> str:
        # The vertical header names the place in the frame, from 1, whatever the order.
        place = int(str(self.model.headerData(row, Qt.Orientation.Vertical))) - 1
        return str(self._shown.index[place])

    def _row_of(self, key: str) -> int | None:
        if key not in self._shown.index:
            return None
        return next((r for r in range(self.model.rowCount()) if self._key_at(r) == key), None)

    @Slot(QModelIndex)
    def _take_row(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        key = self._key_at(current.row())
        if key != self._current:
            self._current = key
            self.chosen.emit(key)


def _in_words(listing: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return a listing with its heads and fixed words in the language of the window."""
    shown = listing.copy(deep=False)
    for column, word in (("Status", state_text), ("Flags", _flags_text)):
        texts = listing[column].astype(str)
        shown[column] = texts.map({text: word(text) for text in texts.unique()})
    return shown.rename(columns=tr), {tr(head): tr(text) for head, text in HELP.items()}


def _flags_text(flags: str) -> str:
    return ", ".join(map(tr, flags.split(", ")))


def _has(listing: pd.DataFrame, flag: str) -> pd.Series:
    """Say who has a flag."""
    texts = listing["Flags"].astype(str)
    return texts.map({t: flag in t.split(", ") for t in texts.unique()}).astype(bool)


def _filter(name: str, title: str) -> QComboBox:
    box = ChoiceBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setToolTip(title)
    box.setMinimumContentsLength(7)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box

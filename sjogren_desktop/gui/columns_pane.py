"""By which map plain tables were read: columns, visits and visit windows, to be changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import files, local, map_rows, theme
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.edit_table import ChoiceDelegate, EditColumn, EditTable
from sjogren_desktop.gui.history import Change
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.variable_list import ColumnUse, VariableList
from sjogren_desktop.results import AnalysisError

if TYPE_CHECKING:
    from sjogren_desktop.study.mapping import AppliedMap, TableMap


def _roles() -> Sequence[tuple[str, str]]:
    from sjogren_desktop.study.mapping import ROLES

    return tuple((role, tr(text)) for role, text in ROLES.items())


def _targets() -> Sequence[tuple[str, str]]:
    from sjogren_desktop.study.mapping_guess import EVENT_VARIABLES, PERSON_VARIABLES
    from sjogren_desktop.study.mapping_medicines import MEDICINE_VARIABLES
    from sjogren_desktop.study.measures import MEASURES

    variables = (*PERSON_VARIABLES, *EVENT_VARIABLES, *MEDICINE_VARIABLES)
    measures = [(m.code, f"{m.code}: {m.label}") for m in MEASURES]
    return [("", ""), *((v, v) for v in variables), *measures]


def _units() -> Sequence[tuple[str, str]]:
    from sjogren_desktop.study.units import UCUM_CODES

    return [("", ""), *((code, code) for code in UCUM_CODES)]


COLUMNS = (
    EditColumn(marked("Column"), marked("Name in the file"), editable=False),
    EditColumn(marked("Is"), marked("What the column holds"), choices=_roles, free=False),
    EditColumn(
        marked("Variable or measure"),
        marked("Variable of the patient or event, or code of the measure"),
        choices=_targets,
    ),
    EditColumn(marked("Visit"), marked("Visit of the values, where the column is of one visit")),
    EditColumn(marked("Unit"), marked("Unit of the values in the file (UCUM)"), choices=_units),
    EditColumn(
        marked("Converted to"), marked("Unit of the values in the study (UCUM)"), choices=_units
    ),
    EditColumn(
        marked("Sure"),
        marked("How sure the guess is; below 50% a column is not used"),
        editable=False,
    ),
    EditColumn(marked("Because of"), marked("What the guess rests on"), editable=False),
)
VISITS = (
    EditColumn(
        marked("In the data"), marked("How the visit is called in the file"), editable=False
    ),
    EditColumn(marked("Visit"), marked("Name of the analysis visit")),
    EditColumn(
        marked("Number"), marked("Number by which visits are ordered: the week, 0 for baseline")
    ),
)
WINDOWS = (
    EditColumn(marked("Visit"), marked("Name of the analysis visit")),
    EditColumn(marked("Number"), marked("Number by which visits are ordered")),
    EditColumn(marked("Target day"), marked("Study day the visit is meant for")),
    EditColumn(marked("First day"), marked("First study day that counts for the visit")),
    EditColumn(marked("Last day"), marked("Last study day that counts for the visit")),
)


class ColumnsPane(QWidget):
    """Shows and changes the maps of the plain tables of a study."""

    read_wanted = Signal(object)
    """The maps (tuple of TableMap) by which the files are to be read again."""
    said = Signal(str, str)
    """Kind of message ("note" or "error") and its text."""
    edited = Signal(object)
    """A :class:`.history.Change` of a map that was not read by yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columns_pane")
        self._applied: list[AppliedMap] = []
        self._maps: list[TableMap] = []
        self._shown = -1
        self._entered: map_rows.Entered | None = None
        self._tables = ChoiceBox()
        self._layout = ChoiceBox()
        self.columns = EditTable(COLUMNS, self)
        self.visits = EditTable(VISITS, self)
        self.windows = EditTable(WINDOWS, self)
        self._views = {
            "columns": plain_table("map_columns", tr("What each column is")),
            "visits": plain_table("map_visits", tr("Names of visits")),
            "windows": plain_table("map_windows", tr("Visit windows by study day")),
        }
        self.variables = VariableList()
        self.variables.chosen.connect(self._use)
        self._parts = QTabWidget()
        for model in (self.columns, self.visits, self.windows):
            model.edited.connect(self._note)
        self.read_button = QPushButton(tr("&Read again so"))
        self.save_button = QPushButton(tr("Save &mapping\u2026"))
        self._build()

    def show_maps(self, applied: Sequence[AppliedMap]) -> None:
        """Show the maps of a study."""
        self._applied = list(applied)
        self._maps = [a.map for a in applied]
        self._shown, self._entered = -1, None
        self.setEnabled(bool(applied))
        self._tables.blockSignals(True)
        self._tables.clear()
        for each in applied:
            where = f"{each.file} ({each.sheet})" if each.sheet else each.file
            self._tables.addItem(f"{each.table}: {where}")
        self._tables.blockSignals(False)
        if applied:
            self._offer_layouts()
            self.variables.fill()
            self._show_table()
        else:
            for model in (self.columns, self.visits, self.windows):
                model.set_rows(())

    def _offer_layouts(self) -> None:
        # Not when the pane is made: that would load pandas before the window is painted.
        from sjogren_desktop.study.mapping import LAYOUTS

        if not self._layout.count():
            for key, text in LAYOUTS.items():
                self._layout.addItem(text, key)

    def maps(self) -> tuple[TableMap, ...]:
        """Return all maps with what was changed in them.

        Raises
        ------
        AnalysisError
            If something entered cannot be.
        """
        self._keep()
        return tuple(self._maps)

    # -- building

    def _build(self) -> None:
        self._tables.setObjectName("map_table")
        self._tables.setAccessibleName(tr("Table"))
        self._tables.setToolTip(tr("Table whose columns are shown"))
        self._tables.currentIndexChanged.connect(self._change_table)
        self._layout.setObjectName("map_layout")
        self._layout.setAccessibleName(tr("What a row is"))
        self._layout.setToolTip(tr("What one row of the table stands for"))
        self.read_button.setObjectName("map_read")
        self.read_button.setToolTip(
            tr("Read the files again with these columns; the same layout is read so from now on")
        )
        self.read_button.clicked.connect(self._read)
        self.save_button.setObjectName("map_save")
        self.save_button.setToolTip(tr("Write the maps to a file that can be opened with the data"))
        self.save_button.clicked.connect(self._ask_where)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        for text, box in ((tr("&Table"), self._tables), (tr("Ro&ws are"), self._layout)):
            label = QLabel(text)
            label.setBuddy(box)
            line.addWidget(label)
            line.addWidget(box, 1)
        line.addStretch(1)
        line.addWidget(self.save_button)
        line.addWidget(self.read_button)
        self._layout.activated.connect(self._note)
        self._parts.setObjectName("map_parts")
        for name, title, model in (
            ("columns", tr("Columns"), self.columns),
            ("visits", tr("Visits"), self.visits),
            ("windows", tr("Visit windows"), self.windows),
        ):
            self._parts.addTab(self._page(name, model), title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE // 2, theme.SPACE, theme.SPACE // 2, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(line)
        layout.addWidget(self._parts, 1)

    def _page(self, name: str, model: EditTable) -> QWidget:
        view = self._views[name]
        view.setModel(model)
        view.setItemDelegate(ChoiceDelegate(view))
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, theme.SPACE // 2, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(FaintLabel(tr(_HELP[name])))
        if name == "columns":
            view.setDragEnabled(True)
            view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
            splitter = KeptSplitter(Qt.Orientation.Horizontal, "columns")
            splitter.addWidget(view)
            splitter.addWidget(self.variables)
            splitter.setStretchFactor(0, 1)
            splitter.begin(700, 220)
            layout.addWidget(splitter, 1)
        else:
            layout.addWidget(view, 1)
        if name == "windows":
            layout.addLayout(self._window_buttons())
        return page

    def _window_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        for name, text, tip, slot in (
            (
                "propose",
                tr("&Propose from visits"),
                tr("Windows that meet half-way between the visits"),
                self._propose,
            ),
            ("add", tr("&Add"), tr("Add a window"), self._add_window),
            ("remove", tr("Remo&ve"), tr("Remove the window selected"), self._remove_window),
        ):
            button = QPushButton(text)
            button.setObjectName(f"window_{name}")
            button.setToolTip(tip)
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch(1)
        return line

    # -- showing and keeping

    @Slot()
    def _change_table(self) -> None:
        try:
            self._keep()
        except AnalysisError as error:
            self._tables.blockSignals(True)
            self._tables.setCurrentIndex(self._shown)
            self._tables.blockSignals(False)
            self.said.emit("error", str(error))
            return
        self._show_table()

    def _show_table(self) -> None:
        self._shown = max(0, self._tables.currentIndex())
        table = self._maps[self._shown]
        self._show_entered(
            map_rows.Entered(
                table,
                table.layout,
                tuple(map_rows.column_row(c) for c in table.columns),
                tuple((k, name, local.numbers(f"{n:g}")) for k, (name, n) in table.visits.items()),
                tuple(map(map_rows.window_row, table.windows)),
            )
        )

    def _show_entered(self, entered: map_rows.Entered) -> None:
        self._layout.setCurrentIndex(self._layout.findData(entered.layout))
        for name, model, rows in (
            ("columns", self.columns, entered.columns),
            ("visits", self.visits, entered.visits),
            ("windows", self.windows, entered.windows),
        ):
            model.set_rows(rows)
            self._fit(name, model)
        self._entered = self._now()

    def _fit(self, name: str, model: EditTable) -> None:
        fit_columns(self._views[name], [model.longest(c) for c in range(model.columnCount())])

    # -- taking back

    def _now(self) -> map_rows.Entered:
        """Return what stands on the pane."""
        columns, visits, windows = (
            tuple(map(tuple, model.rows())) for model in (self.columns, self.visits, self.windows)
        )
        layout = str(self._layout.currentData())
        return map_rows.Entered(self._maps[self._shown], layout, columns, visits, windows)

    @Slot()
    def _note(self) -> None:
        """Tell how what the user has just entered can be taken back."""
        if not 0 <= self._shown < len(self._maps):
            return
        before, now = self._entered, self._now()
        self._entered = now
        if before is not None and now != before:
            back, forth = (partial(self._put, self._shown, each) for each in (before, now))
            self.edited.emit(Change(map_rows.named(before, now), self, back, forth))

    def _put(self, table: int, entered: map_rows.Entered) -> None:
        """Show a table as it was once entered."""
        self._tables.setCurrentIndex(table)
        if self._shown != table or self._entered is None:
            return  # what stands there for another table cannot be kept, which was said
        changed = map_rows.part(self._entered, entered)
        self._maps[table] = entered.map
        self._show_entered(entered)
        self._parts.setCurrentIndex(changed)

    def _keep(self) -> None:
        """Take what stands in the tables over into the map shown."""
        if not 0 <= self._shown < len(self._maps):
            return
        old = self._maps[self._shown]
        self._maps[self._shown] = dataclasses.replace(
            old,
            layout=str(self._layout.currentData()),
            columns=tuple(
                map_rows.changed_column(c, row)
                for c, row in zip(old.columns, self.columns.rows(), strict=True)
            ),
            visits={
                row[0]: (
                    row[1] or row[0],
                    map_rows.number(row[2], tr("the visit {name}", name=row[0])),
                )
                for row in self.visits.rows()
            },
            windows=tuple(map_rows.window(row) for row in self.windows.rows()),
        )

    @Slot(object)
    def _use(self, use: object) -> None:
        """Make the column dragged what it was dropped on."""
        assert isinstance(use, ColumnUse)
        self.columns.blockSignals(True)  # one change, not two
        self.columns.setData(self.columns.index(use.row, 1), use.role)
        self.columns.blockSignals(False)
        self.columns.setData(self.columns.index(use.row, 2), use.target)
        self._note()
        self._views["columns"].selectRow(use.row)
        name = self.columns.rows()[use.row][0]
        self.said.emit("note", tr("{name} was changed. Press Read again so to use it.", name=name))

    # -- what the buttons do

    @Slot()
    def _read(self) -> None:
        try:
            maps = self.maps()
        except AnalysisError as error:
            self.said.emit("error", str(error))
            return
        self.read_wanted.emit(tuple(map_rows.confirmed(m) for m in maps))

    @Slot()
    def _ask_where(self) -> None:
        name = Path(self._applied[0].file).stem if self._applied else "study"
        files.choose_mapping(self, f"{name}.mapping.json", self._save)

    @Slot(str)
    def _save(self, chosen: str) -> None:
        from sjogren_desktop.study.mapping import SUFFIX, write_maps

        path = Path(chosen)
        if not path.name.endswith(SUFFIX):
            path = path.with_name(path.name.removesuffix(".json") + SUFFIX)
        try:
            write_maps(path, [map_rows.confirmed(m) for m in self.maps()])
        except AnalysisError as error:
            self.said.emit("error", str(error))
            return
        self.said.emit("note", tr("The mapping was written: {path}", path=path))

    @Slot()
    def _propose(self) -> None:
        from sjogren_desktop.study.visits import windows_between

        try:
            weeks = {row[1]: map_rows.number(row[2], row[0]) for row in self.visits.rows()}
        except AnalysisError as error:
            self.said.emit("error", str(error))
            return
        planned = [(name, week) for name, week in weeks.items() if 0 < week < 90]
        self.windows.set_rows([map_rows.window_row(w) for w in windows_between(planned)])
        self._fit("windows", self.windows)
        self._note()

    @Slot()
    def _add_window(self) -> None:
        self.windows.add_row(["Week", "", "", "", ""])

    @Slot()
    def _remove_window(self) -> None:
        index = self._views["windows"].currentIndex()
        if index.isValid():
            self.windows.remove_row(index.row())


_HELP = {
    "columns": marked("Drag a column onto what it is at the right, or double-click or press F2."),
    "visits": marked(
        "The name and number each visit gets; the number is the week, 0 for baseline."
    ),
    "windows": marked(
        "With windows, visits are made of study days; without any, of the visits' names."
    ),
}

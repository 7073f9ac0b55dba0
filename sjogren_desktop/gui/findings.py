"""The findings of an import: filtered, followed to their row, written to a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import files, theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.data_sets import SEVERAL, SEVERITIES, FindingTable, icon_size
from sjogren_desktop.gui.exported import Export
from sjogren_desktop.gui.flow_row import FlowRow
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.search_field import SearchField
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import Issue, Progress

_EVERY = "all"


class FindingsPane(QWidget):
    """A table of findings with a filter above it."""

    row_wanted = Signal(object)
    """The :class:`Issue` whose row in the data is to be shown."""
    said = Signal(str, str)
    exported = Signal(object)
    """Kind of message ("note" or "error") and its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings_pane")
        self.model = FindingTable(self)
        self.view = plain_table("findings", tr("Findings"))
        self._text = SearchField(
            "findings_filter",
            hint=tr("Subject, file, column or words"),
            meaning=tr("Filter findings by text"),
            tip=tr("Show only findings in which this text stands anywhere"),
        )
        self._severity = ChoiceBox()
        self._check = ChoiceBox()
        self._count = FaintLabel()
        self.go_button = QPushButton(tr("&Go to the row"))
        self.export_button = QPushButton(tr("Export to E&xcel\u2026"))
        self._task: Task | None = None
        self._build()

    def show_issues(self, issues: Sequence[Issue], data_sets: Sequence[str] = ()) -> None:
        """Show these findings, all of them, with the data sets they are about."""
        severities = Counter(i.severity for i in issues)
        kinds = Counter(i.check or "other" for i in issues)
        for box in (self._text, self._severity, self._check):
            box.blockSignals(True)
        self._text.clear()
        self._severity.setCurrentIndex(0)
        for place, (key, name) in enumerate(SEVERAL.items(), start=1):
            self._severity.setItemText(place, f"{tr(name)} ({severities[key]})")
        self._check.clear()
        self._check.addItem(tr("every check"), _EVERY)
        for check, count in sorted(kinds.items()):
            self._check.addItem(f"{check} ({count})", check)
        for box in (self._text, self._severity, self._check):
            box.blockSignals(False)
        self.model.set_issues(issues, data_sets)
        fit_columns(self.view, [self.model.longest(c) for c in range(self.model.columnCount())])
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.set_lines(2)
        self._show_count()
        self._follow()

    # -- building

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setWordWrap(True)
        self.view.setIconSize(icon_size(self.fontMetrics().height()))
        for column in (1, 2):
            self.view.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch
            )
        self.view.activated.connect(self._go)
        self.view.selectionModel().currentRowChanged.connect(self._follow)
        self._build_filter()
        # The two that say most in a sentence stay readable where all columns have no room.
        self.view.horizontalHeader().setMinimumSectionSize(
            12 * self.fontMetrics().averageCharWidth()
        )
        line = FlowRow()
        for text, box in (
            (tr("Te&xt"), self._text),
            (tr("&Severity"), self._severity),
            (tr("C&heck"), self._check),
        ):
            line.add_named(text, box)
        for widget in (self._count, self.go_button, self.export_button):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE // 2, theme.SPACE, theme.SPACE // 2, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)

    def _build_filter(self) -> None:
        self._text.settled.connect(self._apply)
        self._severity.setObjectName("findings_severity")
        self._severity.setAccessibleName(tr("Severity shown"))
        self._severity.setToolTip(tr("Show only findings of this severity"))
        self._severity.addItem(tr("all"), _EVERY)
        for key, name in SEVERAL.items():
            self._severity.addItem(tr(name), key)
        self._severity.currentIndexChanged.connect(self._apply)
        self._check.setObjectName("findings_check")
        self._check.setAccessibleName(tr("Check shown"))
        self._check.setToolTip(tr("Show only what this check found"))
        self._check.setMinimumContentsLength(16)
        self._check.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._check.currentIndexChanged.connect(self._apply)
        self.go_button.setObjectName("findings_go")
        self.go_button.setToolTip(tr("Show the record in the preview (Enter or double-click)"))
        self.go_button.clicked.connect(self._go_current)
        self.export_button.setObjectName("findings_export")
        self.export_button.setToolTip(tr("Write the findings shown to an Excel workbook"))
        self.export_button.clicked.connect(self._ask_where)

    # -- filter and jump

    @Slot()
    def _apply(self) -> None:
        self._text.settle()
        severity, check = self._severity.currentData(), self._check.currentData()
        self.model.set_filter(
            self._text.text(),
            "" if severity == _EVERY else str(severity),
            "" if check in (_EVERY, None) else str(check),
        )
        self._show_count()
        self._follow()

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        say_in(
            self._count,
            tr("{shown} of {total}", shown=shown, total=total) if shown < total else f"{total}",
        )
        self.export_button.setEnabled(shown > 0)

    @Slot()
    def _follow(self) -> None:
        index = self.view.currentIndex()
        there = index.isValid() and index.row() < self.model.rowCount()
        self.go_button.setEnabled(there and self.model.issue(index.row()).row is not None)

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_wanted.emit(self.model.issue(index.row()))

    @Slot()
    def _go_current(self) -> None:
        self._go(self.view.currentIndex())

    # -- export

    @Slot()
    def _ask_where(self) -> None:
        files.choose_workbook(self, "findings.xlsx", self._write)

    @Slot(str)
    def _write(self, chosen: str) -> None:
        issues, path = self.model.shown(), Path(chosen)

        def work(progress: Progress) -> object:
            _write_findings(path, issues, progress)
            return path

        self._task = Task(work, self)
        self._task.done.connect(self._take_done)
        self._task.failed.connect(self._take_failure)
        self.export_button.setEnabled(False)
        self._task.start()

    @Slot(object)
    def _take_done(self, path: object) -> None:
        assert isinstance(path, Path)
        self._show_count()
        self.said.emit("note", tr("The findings were written: {path}", path=path))
        self.exported.emit(Export("Findings of the import", path))

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        self._show_count()
        self.said.emit("error", str(error))


def _write_findings(path: Path, issues: Sequence[tuple[Issue, str]], progress: Progress) -> None:
    from sjogren_desktop.export.listing import Listing, write_listings

    headers = (
        "Severity", "Check", "What was found", "What to do", "Data set", "File", "Sheet", "Row",
        "Column", "Subject",
    )  # fmt: skip
    rows = [
        (SEVERITIES[i.severity], i.check, i.message, i.action, data_set, i.file, i.sheet, i.row,
         i.column, i.subject)
        for i, data_set in issues
    ]  # fmt: skip
    widths = (10.0, 22.0, 70.0, 50.0, 12.0, 20.0, 14.0, 8.0, 16.0, 18.0)
    listing = Listing("Findings", "Findings of the import", headers, rows, widths)
    write_listings(path, [listing], progress=progress)

"""Two cuts of the data side by side: what changed, and which results moved by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import errors, files, theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.banner import Banner, FaintLabel
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.data_sets import TextTable
from sjogren_desktop.gui.exported import Export
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.look_dialog import OpenOrder
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.gui.turns import Turns
from sjogren_desktop.results import Progress, Result

if TYPE_CHECKING:
    from sjogren_desktop.analyses.beside import Do
    from sjogren_desktop.analyses.cuts import Compared
    from sjogren_desktop.analyses.moved import Rerun
    from sjogren_desktop.analyses.opening import Read
    from sjogren_desktop.study.compare import DatasetComparison, Difference
    from sjogren_desktop.study.data import StudyData
    from sjogren_desktop.study.store import StudyFile

_MOST = 5_000
"""Differences shown at a time; the filter finds the others, the workbook has all."""
_IN_A_TURN = 1_000
"""Differences looked at between two turns of the event loop."""


Compare = Callable[[Progress], "Compared"]


def with_files(do: Do, older: StudyData, newer: Read, results: Sequence[Result]) -> Compare:
    """Compare the study that is open with a newer cut, read from files."""

    def work(progress: Progress) -> Compared:
        from sjogren_desktop.analyses.cuts import compare_cuts

        said = tr("Opening")
        return do(compare_cuts, older, newer, tuple(results), progress=progress, said=said)

    return work


def with_cut(do: Do, file: StudyFile, cut: int, newer: StudyData) -> Compare:
    """Compare an earlier cut kept in a study file, and its results, with the study that is open."""

    def work(progress: Progress) -> Compared:
        from sjogren_desktop.analyses.cuts import compare_cuts

        older, results = file.reading(cut, progress=progress), file.results(cut)
        assert older is not None
        return do(compare_cuts, older, newer, results, progress=progress, said=tr("Opening"))

    return work


class _Texts(TextTable):
    """A list whose headers are given when it is made."""

    def __init__(self, headers: tuple[str, ...], numbers: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.HEADERS, self.NUMBERS = headers, numbers

    def show(self, rows: list[tuple[str, ...]]) -> None:
        """Show these rows."""
        self._fill(rows, [" | ".join(row) for row in rows], [])


DATASETS = (
    marked("Data set"),
    marked("Older  "),
    marked("Newer  "),
    marked("Added  "),
    marked("Removed  "),
    marked("Changed  "),
    marked("Values  "),
    marked("Subjects  "),
    marked("Remarks"),
)
DIFFERENCES = (
    marked("Data set"),
    marked("What"),
    marked("Subject"),
    marked("Record"),
    marked("Variable"),
    marked("Older"),
    marked("Newer"),
    marked("Row  "),
)
MOVED = (
    marked("Analysis"),
    marked("Table"),
    marked("Row"),
    marked("Column"),
    marked("Statistic"),
    marked("Older"),
    marked("Newer"),
    marked("Seen"),
)
_WORDS = {
    "added": marked("record added"),
    "removed": marked("record removed"),
    "changed": marked("value changed"),
}


class CompareDialog(QDialog):
    """Shows what differs between the study that is open and a newer cut."""

    open_wanted = Signal(object)
    """The :class:`OpenOrder` of the newer cut, to open it in place of the older."""
    exported = Signal(object)

    def __init__(
        self, work: Compare, paths: Sequence[Path] = (), parent: QWidget | None = None
    ) -> None:
        """Show what ``work`` finds; ``paths`` are of the newer cut, where it is not open yet."""
        super().__init__(parent)
        self.setObjectName("compare_dialog")
        self.setWindowTitle(tr("Compare two cuts of the data"))
        self._paths = tuple(paths)
        self.compared: Compared | None = None
        self._task: Task | None = None
        self.message = Banner("compare_message")
        self.progress = QProgressBar()
        self.data_sets = _Texts(DATASETS, (1, 2, 3, 4, 5, 6, 7), self)
        self.differences = _Texts(DIFFERENCES, (7,), self)
        self.moved = _Texts(MOVED, (), self)
        self._filter = QLineEdit()
        self._count = FaintLabel()
        self._tabs = QTabWidget()
        self._views: list[QTableView] = []
        self._turns = Turns(self)
        self._build()
        self.open_button.setVisible(bool(self._paths))
        self._start(work)

    @property
    def is_running(self) -> bool:
        """Say whether something is going on."""
        return self._task is not None or self._turns.is_busy

    # -- building

    def _build(self) -> None:
        self.progress.setObjectName("compare_progress")
        self.progress.setAccessibleName(tr("Progress of the comparison"))
        self.progress.setRange(0, 100)
        self._filter.setObjectName("compare_filter")
        self._filter.setAccessibleName(tr("Filter differences"))
        self._filter.setPlaceholderText(tr("Subject, variable or value"))
        self._filter.setToolTip(tr("Show only differences in which this text stands"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show_differences)
        pages = []
        for name, title, model in (
            ("compare_data_sets", tr("Differences by data set"), self.data_sets),
            ("compare_differences", tr("Differences one by one"), self.differences),
            ("compare_moved", tr("Results that moved"), self.moved),
        ):
            view = plain_table(name, title)
            view.setModel(model)
            view.horizontalHeader().setStretchLastSection(True)
            self._views.append(view)
            pages.append(view)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        label = QLabel(tr("&Filter"))
        label.setBuddy(self._filter)
        line.addWidget(label)
        line.addWidget(self._filter, 1)
        line.addWidget(self._count)
        one_by_one = QWidget()
        inner = QVBoxLayout(one_by_one)
        inner.setContentsMargins(*[theme.SPACE] * 4)
        inner.setSpacing(theme.SPACE)
        inner.addLayout(line)
        inner.addWidget(pages[1], 1)
        self._tabs.setObjectName("compare_tabs")
        self._tabs.addTab(one_by_one, tr("&Differences"))
        self._tabs.addTab(pages[2], tr("&Results that moved"))
        splitter = KeptSplitter(Qt.Orientation.Vertical, "compare")
        splitter.addWidget(pages[0])
        splitter.addWidget(self._tabs)
        splitter.begin(180, 380)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self.export_button = buttons.addButton(
            tr("E&xport to Excel\u2026"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.export_button.setObjectName("compare_export")
        self.export_button.setToolTip(tr("Write all differences and moved results to a workbook"))
        self.export_button.clicked.connect(self._ask_where)
        self.open_button = buttons.addButton(
            tr("&Open the newer cut"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.open_button.setObjectName("compare_open")
        self.open_button.setToolTip(tr("Open the newer cut in place of the older one"))
        self.open_button.clicked.connect(self._open_newer)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addWidget(self.message)
        layout.addWidget(self.progress)
        layout.addWidget(splitter, 1)
        layout.addWidget(buttons)
        begin_with(self, 1050, 700)

    # -- working

    def _start(self, work: Callable[[Progress], object]) -> None:
        self._task = Task(work, self)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._take_failure)
        self._task.progress.connect(self._show_progress)
        self._show_running(True)
        self._task.start()

    def _show_running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.export_button.setEnabled(not running and self.compared is not None)
        self.open_button.setEnabled(not running and self.compared is not None)

    @Slot(float, str)
    def _show_progress(self, fraction: float, message: str) -> None:
        self.progress.setValue(round(100 * fraction))
        self.progress.setFormat(f"{message} %p%")

    @Slot(object)
    def _take(self, outcome: object) -> None:
        self._task = None
        if isinstance(outcome, Path):
            self.message.say("note", tr("The comparison was written: {outcome}", outcome=outcome))
            self.exported.emit(Export("Comparison of data cuts", outcome))
        else:
            self.compared = cast("Compared", outcome)
            self._show_compared(self.compared)
        self._show_running(False)

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        self._task = None
        self._show_running(False)
        fault = tr("The comparison stopped because of a fault in the program.")
        self.message.say("error", errors.sentence_of(error, fault, self))

    def reject(self) -> None:
        """Close, and stop what is going on."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._turns.drop()
        super().reject()

    # -- showing

    def _show_compared(self, compared: Compared) -> None:
        self.data_sets.show([_dataset_row(c) for c in compared.datasets])
        self.moved.show(_moved_rows(compared.reruns))
        seen = sum(m.seen for r in compared.reruns for m in r.moved)
        again = len(compared.reruns)
        self._tabs.setTabText(
            1, tr("&Results that moved ({seen})", seen=seen) if again else tr("&Results that moved")
        )
        if not again:
            self.moved.show(
                [
                    (
                        tr(
                            "No results were kept of the older cut; run analyses to see which move."
                        ),
                        *[""] * 7,
                    )
                ]
            )
        if all(c.is_same for c in compared.datasets):
            self.message.say("note", tr("The two cuts hold the same data."))
        self._show_differences()
        for view in (self._views[0], self._views[2]):
            model = view.model()
            assert isinstance(model, TextTable)
            fit_columns(view, [model.longest(c) for c in range(model.columnCount())])

    @Slot()
    def _show_differences(self) -> None:
        """List what the filter leaves, some thousands in a turn of the event loop."""
        if self.compared is not None:
            differences = [d for each in self.compared.datasets for d in each.differences]
            wanted = self._filter.text().strip().casefold()
            self._turns.start(self._list(differences, wanted))

    def _list(self, differences: Sequence[Difference], wanted: str) -> Iterator[None]:
        rows: list[tuple[str, ...]] = []
        matching = 0 if wanted else len(differences)
        for place, difference in enumerate(differences):
            if not wanted and len(rows) == _MOST:
                break
            row = _difference_row(difference)
            if not wanted or wanted in "\n".join(row).casefold():
                matching += bool(wanted)
                if len(rows) < _MOST:
                    rows.append(row)
            if place % _IN_A_TURN == _IN_A_TURN - 1:
                yield
        self.differences.show(rows)
        view, model = self._views[1], self.differences
        if not wanted:
            fit_columns(view, [model.longest(c) for c in range(model.columnCount())])
        total = len(differences)
        shown = (
            tr("{shown} of {total}", shown=len(rows), total=matching)
            if len(rows) < matching
            else f"{matching}"
        )
        say_in(
            self._count,
            tr("{shown} of {total}", shown=shown, total=total) if matching < total else shown,
        )

    # -- what the buttons do

    @Slot()
    def _open_newer(self) -> None:
        self.open_wanted.emit(OpenOrder(self._paths))
        self.accept()

    @Slot()
    def _ask_where(self) -> None:
        files.choose_workbook(self, "comparison.xlsx", self._write)

    @Slot(str)
    def _write(self, chosen: str) -> None:
        path, compared = Path(chosen), self.compared
        assert compared is not None

        def work(progress: Progress) -> object:
            _write_comparison(path, compared, progress)
            return path

        self._start(work)


def _dataset_row(c: DatasetComparison, say: Callable[..., str] = tr) -> tuple[str, ...]:
    remarks = []
    if c.only_in == "older":
        remarks.append(say(marked("only in the older cut")))
    elif c.only_in:
        remarks.append(say(marked("only in the newer cut")))
    if c.columns_added:
        remarks.append(say(marked("new variables: {names}"), names=", ".join(c.columns_added)))
    if c.columns_removed:
        names = ", ".join(c.columns_removed)
        remarks.append(say(marked("without variables: {names}"), names=names))
    counts = (
        c.records_older, c.records_newer, c.added, c.removed, c.changed_records, c.changed_values,
        len(c.subjects),
    )  # fmt: skip
    return (c.dataset, *(f"{n}  " for n in counts), "; ".join(remarks))


def _difference_row(d: Difference, say: Callable[..., str] = tr) -> tuple[str, ...]:
    row = d.new_row if d.new_row is not None else d.old_row
    shown = "" if row is None else f"{row}  "
    return (d.dataset, say(_WORDS[d.kind]), d.subject, d.record, d.column, d.old, d.new, shown)


def _moved_rows(reruns: Sequence[Rerun]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for each in reruns:
        if each.failure:
            rows.append((each.title, each.failure, *[""] * 6))
        elif not each.moved:
            rows.append(
                (
                    each.title,
                    tr("None of {numbers} numbers moved.", numbers=each.numbers),
                    *[""] * 6,
                )
            )
        for m in each.moved:
            seen = tr("yes") if m.seen else tr("further digits only")
            place = (m.analysis, m.table, m.row, m.column, m.statistic)
            rows.append((*place, m.old_text or tr("none"), m.new_text or tr("none"), seen))
    return rows


def _write_comparison(path: Path, compared: Compared, progress: Progress) -> None:
    from sjogren_desktop.export.listing import Listing, write_listings

    def plain(headers: Sequence[str]) -> tuple[str, ...]:
        return tuple(h.strip() for h in headers)

    # The workbook is a record, in English whatever the window speaks.
    summary = [tuple(t.strip() for t in _dataset_row(c, str.format)) for c in compared.datasets]
    differences = [
        tuple(t.strip() for t in _difference_row(d, str.format))
        for c in compared.datasets
        for d in c.differences
    ]
    moved = [
        (m.analysis, m.table, m.row, m.column, m.statistic, m.old, m.new, "yes" if m.seen else "no")
        for r in compared.reruns
        for m in r.moved
    ]
    listings = [
        Listing("Data sets", "Differences by data set", plain(DATASETS), summary, (14.0,)),
        Listing("Differences", "Differences one by one", plain(DIFFERENCES), differences,
                (12.0, 16.0, 20.0, 40.0, 14.0, 20.0, 20.0, 8.0)),
        Listing("Results", "Results that moved", MOVED, moved,
                (40.0, 40.0, 30.0, 30.0, 14.0, 14.0, 14.0, 10.0)),
    ]  # fmt: skip
    write_listings(path, listings, progress=progress)

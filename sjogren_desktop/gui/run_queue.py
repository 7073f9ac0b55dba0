"""Many analyses one after the other: the whole catalogue, or what a plan asks for.

The list stands in a window of its own that blocks nothing. One analysis that
cannot be done says why in its line and does not stop the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import errors, theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.banner import text_label
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.targets import LEAST
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import Progress, Result

if TYPE_CHECKING:
    from sjogren_desktop.analyses.spec import Analysis
    from sjogren_desktop.study.data import StudyData

RunOne = Callable[["Analysis", "StudyData", Mapping[str, object], Progress], Result]

WAITING, RUNNING, DONE, NOT_DONE, CANCELLED = (
    marked("Waiting"),
    marked("Running"),
    marked("Done"),
    marked("Not done"),
    marked("Cancelled"),
)


_NOTHING = marked(
    "Nothing has been run yet. In the Run menu, \u201cRun all analyses\u201d "
    "does so, and \u201cRun a plan\u201d runs those of a plan file."
)


@dataclass
class _Job:
    analysis: Analysis
    given: Mapping[str, object]
    state: str = WAITING
    says: str = ""
    result: Result | None = None


class RunQueue(QDialog):
    """Runs jobs in the background, one after the other."""

    running_changed = Signal()
    results_changed = Signal()
    completed = Signal()
    """All of the list was run; not sent after Cancel."""

    def __init__(self, run: RunOne, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("run_queue")
        self.setWindowTitle(tr("Run all"))
        self._run_one = run
        self._study: StudyData | None = None
        self._jobs: list[_Job] = []
        self._at = -1
        self._task: Task | None = None
        self.said = text_label(tr(_NOTHING), "body")
        self.said.setObjectName("queue_said")
        self.table = QTableWidget(0, 4)
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(tr("&Cancel"))
        self._build()

    # -- what the window calls

    @property
    def is_running(self) -> bool:
        """Say whether an analysis of the list is being run."""
        return self._task is not None

    @property
    def is_complete(self) -> bool:
        """Say whether all of the list was run."""
        return bool(self._jobs) and self._at >= len(self._jobs)

    @property
    def doing(self) -> str:
        """What is being run, "" when nothing is."""
        if self._task is None:
            return ""
        return tr(
            "Running {number} of {count}: {title}",
            number=self._at + 1,
            count=len(self._jobs),
            title=tr(self._jobs[self._at].analysis.title),
        )

    @property
    def results(self) -> tuple[Result, ...]:
        """The results so far, in the order of the list."""
        return tuple(job.result for job in self._jobs if job.result is not None)

    def start(
        self, study: StudyData, jobs: Sequence[tuple[Analysis, Mapping[str, object]]]
    ) -> None:
        """Run these analyses on a study; what an earlier run gave goes."""
        self.clear()
        self._study = study
        self._jobs = [_Job(analysis, given) for analysis, given in jobs]
        self.table.setRowCount(len(self._jobs))
        for row, job in enumerate(self._jobs):
            texts = (
                tr(job.analysis.title),
                str(job.given.get("study", "")) or tr("All"),
                tr(job.state),
                "",
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, column, item)
        # Once, since the states of a hundred lines may change together.
        self.table.resizeColumnsToContents()
        widest = max(
            self.table.fontMetrics().horizontalAdvance(tr(s))
            for s in (WAITING, RUNNING, DONE, NOT_DONE, CANCELLED)
        )
        self.table.setColumnWidth(2, widest + 4 * theme.SPACE)
        self.progress.setRange(0, 1000 * len(self._jobs))
        self.progress.setValue(0)
        self._next()

    def clear(self) -> None:
        """Stop, and forget all results: they belong to another study."""
        self.cancel()
        self._jobs, self._at = [], -1
        self.table.setRowCount(0)
        self.progress.reset()
        self.said.setText(tr(_NOTHING))
        self.results_changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop; what is done stays."""
        if self._task is None:
            return
        task, self._task = self._task, None
        task.cancel()
        for row in range(self._at, len(self._jobs)):
            self._show(row, CANCELLED, "")
        self._finish()

    # -- inside

    def _build(self) -> None:
        self.table.setObjectName("queue_table")
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("Analyses to run"))
        self.table.setToolTip(tr("What is run, and what became of it"))
        self.table.setHorizontalHeaderLabels(
            [tr("Analysis"), tr("Study"), tr("State"), tr("Finding, or reason")]
        )
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setMinimumHeight(LEAST)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column in range(3):  # until there is something to fit them to
            self.table.setColumnWidth(column, 16 * self.fontMetrics().averageCharWidth())
        self.progress.setObjectName("queue_progress")
        self.progress.setAccessibleName(tr("Progress of all analyses"))
        self.cancel_button.setObjectName("queue_cancel")
        self.cancel_button.setEnabled(False)
        self.cancel_button.setToolTip(tr("Stop; results so far stay and can be exported"))
        self.cancel_button.clicked.connect(self.cancel)
        close = QPushButton(tr("C&lose"))
        close.setObjectName("queue_close")
        close.setToolTip(tr("Put this list away; what runs goes on"))
        close.clicked.connect(self.hide)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.progress, 1)
        line.addWidget(self.cancel_button)
        line.addWidget(close)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        begin_with(self, 110 * metrics.averageCharWidth(), 28 * metrics.height())

    def _next(self) -> None:
        self._at += 1
        if self._at >= len(self._jobs):
            self._finish()
            self.completed.emit()
            return
        job, study, run = self._jobs[self._at], self._study, self._run_one
        assert study is not None

        def work(progress: Progress) -> object:
            return run(job.analysis, study, job.given, progress)

        self._show(self._at, RUNNING, "")
        task = Task(work, self)
        task.done.connect(self._take_result)
        task.failed.connect(self._take_failure)
        task.progress.connect(self._show_progress)
        self._task = task
        self.said.setText(self.doing)
        self.cancel_button.setEnabled(True)
        self.running_changed.emit()
        task.start()

    def _finish(self) -> None:
        self._task = None
        count = {state: sum(j.state == state for j in self._jobs) for state in (DONE, NOT_DONE)}
        done, total = count[DONE], len(self._jobs)
        text = tr("{done} of {total} analyses done", done=done, total=total)
        if count[NOT_DONE]:
            text += tr(
                "; {number} could not be done, see the reason in their lines",
                number=count[NOT_DONE],
            )
        text = f"{text}. " + tr("The Export menu writes all results.")
        say_in(self.said, f"{text} {self._reconciled()}".strip())
        self.cancel_button.setEnabled(False)
        self.running_changed.emit()
        self.results_changed.emit()

    def _reconciled(self) -> str:
        """Say whether the numbers of patients agree over all results of the list."""
        if len(self.results) < 2:
            return ""
        from sjogren_desktop.export.reconcile import reconcile

        found = reconcile(self.results)
        return " ".join([found.summary, *found.discrepancies])

    def _show(self, row: int, state: str, says: str) -> None:
        job = self._jobs[row]
        job.state, job.says = state, says
        for column, text in ((2, tr(state)), (3, says)):
            item = self.table.item(row, column)
            assert item is not None
            item.setText(text)
            item.setToolTip(text)
            if state == RUNNING:
                self.table.scrollToItem(item)

    @Slot(float, str)
    def _show_progress(self, fraction: float, message: str) -> None:
        self.progress.setValue(round(1000 * (self._at + fraction)))

    @Slot(object)
    def _take_result(self, result: object) -> None:
        assert isinstance(result, Result)
        self._jobs[self._at].result = result
        self._show(self._at, DONE, result.summary)
        self._go_on()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        fault = tr("Stopped because of a fault in the program.")
        self._show(self._at, NOT_DONE, errors.sentence_of(error, fault, self))
        self._go_on()

    def _go_on(self) -> None:
        self._task = None
        self.progress.setValue(1000 * (self._at + 1))
        self._next()

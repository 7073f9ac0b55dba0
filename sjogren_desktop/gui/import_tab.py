"""Open a study, see what was found in it, and look at its data.

While nothing is open the tab says what to do. A failed or cancelled import
says so in place and leaves what was open as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import errors, theme
from sjogren_desktop.gui.banner import Banner, FaintLabel, synthetic_badge, text_label
from sjogren_desktop.gui.data_sets import DataSetTable, FindingTable, icon_size
from sjogren_desktop.gui.preview import PreviewPane, fit_columns, plain_table
from sjogren_desktop.gui.tasks import Task, Work
from sjogren_desktop.results import AnalysisError, Progress
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.unblinding import GuardedStudy

if TYPE_CHECKING:
    from sjogren_desktop.study.summary import DatasetSummary

Open = Callable[[Sequence[Path], Progress], StudyData]

_LISTED = 8
"""Data sets the list shows at first without scrolling."""


@dataclass(frozen=True)
class Opened:
    """A study as it is shown, with its description, both made in the background.

    ``guarded`` holds the study with its arms when it was opened anew.
    """

    study: StudyData
    summaries: tuple[DatasetSummary, ...]
    guarded: GuardedStudy | None = None


_OPENING = 0.85
"""Share of the progress that reading and checking take; the rest is blinding."""


def open_files(paths: Sequence[Path], progress: Progress) -> StudyData:
    """Open a study; the readers are imported only now."""
    from sjogren_desktop.study.load import open_study

    study = open_study(paths, progress=progress)
    prepare_forms(study, progress)
    return study


def prepare_forms(study: StudyData, progress: Progress) -> None:
    """Find the defaults of every analysis once, since the forms of the window ask for them.

    What is found out about the study is kept with it, so that a form is filled
    without keeping the window waiting.
    """
    from sjogren_desktop.analyses.catalogue import ANALYSES
    from sjogren_desktop.analyses.spec import resolve

    for analysis in ANALYSES:
        progress(0.99, "Preparing the questions")
        # Whether a question fits this study is said where it is asked.
        with suppress(AnalysisError):
            resolve(analysis.options, study, {})


def _open_guarded(open_study: Open, paths: Sequence[Path], progress: Progress) -> Opened:
    from sjogren_desktop.study.blinding import guard

    study = open_study(paths, lambda fraction, text: progress(_OPENING * fraction, text))
    guarded = guard(study, lambda f, text: progress(_OPENING + (1 - _OPENING) * f, text))
    shown = guarded.blinded or guarded.full
    return Opened(shown, _summarise(shown), guarded)


def _summarise(study: StudyData) -> tuple[DatasetSummary, ...]:
    from sjogren_desktop.study.summary import summarise

    return tuple(summarise(study))


class ImportTab(QWidget):
    """The panel through which a study comes in."""

    study_opened = Signal(object)
    running_changed = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    demo_wanted = Signal()
    study_file_wanted = Signal()
    tour_wanted = Signal()

    def __init__(self, *, open_study: Open = open_files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_tab")
        self._open = open_study
        self._opened: Opened | None = None
        self._task: Task | None = None
        self.message = Banner("import_message")
        self.data_sets = DataSetTable(self)
        self.findings = FindingTable(self)
        self.preview = PreviewPane()
        self.data_set_view = plain_table("data_sets", "Data sets found")
        self.finding_view = plain_table("findings", "Findings")
        self.progress = QProgressBar()
        self.cancel_button = QPushButton("&Cancel")
        self._doing = QLabel()
        self._tabs = QTabWidget()
        self._stack = QStackedWidget()
        self._summary = text_label("", "heading", bold=True)
        self._synthetic = synthetic_badge("import_synthetic")
        self._build()

    # -- what the window calls

    def open(self, paths: Sequence[Path], *, using: Open | None = None) -> None:
        """Open files and folders in the background; nothing happens while that goes on.

        ``using`` reads the study in their place, as from a study file.
        """
        if self._task is not None or not (paths or using):
            return
        open_study, wanted = using or self._open, tuple(paths)

        def work(progress: Progress) -> object:
            return _open_guarded(open_study, wanted, progress)

        self._start(work, "Opening")

    def show_study(self, study: StudyData) -> None:
        """Show the study that is open in another way, with its arms or without."""
        if self._task is not None:
            return

        def work(progress: Progress) -> object:
            return Opened(study, _summarise(study))

        self._start(work, "Counting the data sets")

    def _start(self, work: Work, doing: str) -> None:
        task = Task(work, self)
        task.done.connect(self._take_study)
        task.failed.connect(self._take_failure)
        task.cancelled.connect(self._take_cancel)
        task.progress.connect(self._show_progress)
        self._task = task
        self.message.clear()
        self.progress.setValue(0)
        self._doing.setText(doing)
        self._show_running(True)
        self.running_changed.emit()
        task.start()

    def close_study(self) -> None:
        """Show the page of a first start again."""
        self._opened = None
        self.message.clear()
        self._stack.setCurrentIndex(0)

    @Slot()
    def cancel(self) -> None:
        """Stop opening."""
        if self._task is not None:
            self._task.cancel()

    @property
    def is_running(self) -> bool:
        """Say whether a study is being opened."""
        return self._task is not None

    @property
    def doing(self) -> str:
        """What is being done, "" when nothing is."""
        return "Opening a study" if self._task is not None else ""

    def set_drop(self, is_over: bool) -> None:
        """Show that files held over the window can be dropped."""
        self._drop.setText("Let go to open." if is_over else _DROP)
        self._area.set_over(is_over)

    # -- building

    def _build(self) -> None:
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(self._study_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.message)
        layout.addWidget(self._running_line())
        layout.addWidget(self._stack, 1)
        self._show_running(False)

    def _running_line(self) -> QWidget:
        self.progress.setObjectName("import_progress")
        self.progress.setAccessibleName("Progress of opening the study")
        self.progress.setRange(0, 100)
        self.cancel_button.setObjectName("import_cancel")
        self.cancel_button.setToolTip("Stop opening (Esc); what was open before stays")
        self.cancel_button.clicked.connect(self.cancel)
        self._running = QWidget()
        line = QHBoxLayout(self._running)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACE)
        line.addWidget(self._doing, 1)
        line.addWidget(self.progress, 1)
        line.addWidget(self.cancel_button)
        return self._running

    def _open_buttons(self, prefix: str) -> list[QPushButton]:
        made = []
        for name, text, tip, signal in (
            (
                "files",
                "Open fil&es\u2026",
                "Open data files of a study (Ctrl+O)",
                self.files_wanted,
            ),
            (
                "folder",
                "Open f&older\u2026",
                "Open all data files of a folder and its subfolders (Ctrl+Shift+O)",
                self.folder_wanted,
            ),
            (
                "study_file",
                "Open st&udy file\u2026",
                "Open a study that was kept in a study file (Ctrl+Alt+O)",
                self.study_file_wanted,
            ),
            (
                "demo",
                "Open &demonstration study",
                "Open two synthetic trials that come with the program",
                self.demo_wanted,
            ),
        ):
            button = QPushButton(text)
            button.setObjectName(f"{prefix}_{name}")
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(signal)
            made.append(button)
        return made

    def _empty_page(self) -> QWidget:
        page = QWidget()
        inner = DropArea()
        self._area = inner
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(*[4 * theme.SPACE] * 4)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(text_label("Open a study to begin", "title", bold=True))
        layout.addWidget(text_label(_WHAT))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        for button in self._open_buttons("start"):
            buttons.addWidget(button)
        tour = QPushButton("Take a short to&ur")
        tour.setObjectName("start_tour")
        tour.setToolTip("Go through the tabs of this window in five steps")
        tour.setAccessibleDescription(tour.toolTip())
        tour.clicked.connect(self.tour_wanted)
        buttons.addWidget(tour)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self._drop = FaintLabel(_DROP, "body")
        self._drop.setObjectName("drop_hint")
        layout.addWidget(self._drop)
        layout.addWidget(FaintLabel(_PRIVATE))
        inner.setMaximumWidth(100 * self.fontMetrics().averageCharWidth())
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 8)
        across.addStretch(1)
        down = QVBoxLayout(page)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(2)
        return page

    def _study_page(self) -> QWidget:
        self.data_set_view.setModel(self.data_sets)
        self.data_set_view.horizontalHeader().setStretchLastSection(True)
        self.data_set_view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.data_set_view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.data_set_view.selectionModel().currentRowChanged.connect(self._show_data_set)
        self.finding_view.setModel(self.findings)
        self.finding_view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.finding_view.setWordWrap(True)
        for column in (1, 2):
            self.finding_view.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch
            )
        self.finding_view.setIconSize(icon_size(self.fontMetrics().height()))
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self._summary, 1)
        top.addWidget(self._synthetic)
        for button in self._open_buttons("open"):
            top.addWidget(button)
        self._tabs.setObjectName("import_details")
        self._tabs.addTab(self.preview, "&Preview")
        self._tabs.addTab(self.finding_view, "Fi&ndings")
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.data_set_view)
        splitter.addWidget(self._tabs)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        self._splitter = splitter
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)
        return page

    # -- opening

    def _show_running(self, running: bool) -> None:
        self._running.setVisible(running)
        for button in self.findChildren(QPushButton):
            if button.objectName().startswith(("start_", "open_")):
                button.setEnabled(not running)

    @Slot(float, str)
    def _show_progress(self, fraction: float, message: str) -> None:
        self.progress.setValue(round(100 * fraction))
        self._doing.setText(message)

    def _end(self) -> None:
        self._task = None
        self._show_running(False)
        self.running_changed.emit()

    @Slot(object)
    def _take_study(self, opened: object) -> None:
        assert isinstance(opened, Opened)
        self._end()
        self._show(opened)
        self.study_opened.emit(opened)

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self._end()
        if isinstance(error, AnalysisError):
            self.message.say("error", f"{error}{self._kept()}")
            return
        self.message.say(
            "error", f"The study was not opened because of a fault in the program.{self._kept()}"
        )
        errors.show_fault(error, self.window())

    @Slot()
    def _take_cancel(self) -> None:
        self._end()
        self.message.say("note", f"Opening was cancelled.{self._kept()}")

    def _kept(self) -> str:
        return " The study opened before is still here." if self._opened else ""

    # -- showing

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        study = opened.study
        self._summary.setText(", ".join(study.study_ids) or study.source)
        self._synthetic.setVisible(study.synthetic)
        self.data_sets.set_summaries(opened.summaries)
        self.findings.set_issues(study.issues)
        serious = sum(issue.severity != "note" for issue in study.issues)
        self._tabs.setTabText(
            1, f"Fi&ndings ({len(study.issues)})" if study.issues else "Fi&ndings"
        )
        self._stack.setCurrentIndex(1)
        fit_columns(self.data_set_view, [self.data_sets.longest(c) for c in range(8)])
        fit_columns(self.finding_view, [self.findings.longest(c) for c in range(7)])
        self.finding_view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.finding_view.verticalHeader().setDefaultSectionSize(
            2 * self.fontMetrics().lineSpacing() + theme.SPACE
        )
        rows = min(len(opened.summaries), _LISTED) + 2
        line = self.data_set_view.verticalHeader().defaultSectionSize()
        self._splitter.setSizes([rows * line, self.height() - rows * line])
        self.data_set_view.selectRow(0)
        if any(issue.severity == "error" for issue in study.issues):
            self.message.say(
                "warning",
                f"Not everything could be read: see the {serious} errors and warnings under "
                "Findings.",
            )

    @Slot(QModelIndex)
    def _show_data_set(self, current: QModelIndex) -> None:
        if self._opened is not None and current.isValid():
            self.preview.show_data_set(self._opened.study.datasets[current.row()])


_WHAT = (
    "Choose the files or the folder of a trial in ADaM form (CSV, Excel, SAS transport, SAS data "
    "sets and others). The program finds out what each file holds. To look around first, open the "
    "demonstration study: two synthetic trials shaped like NEPTUNUS-1 and NEPTUNUS-2."
)
_DROP = "You can also drop files or a folder anywhere on this window."
_PRIVATE = "Data stay on this computer: the program makes no network connection."


class DropArea(QFrame):
    """A dashed frame that turns solid while files are held over the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False

    def set_over(self, is_over: bool) -> None:
        """Show whether files are held over the window."""
        self._over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self.palette()
        painter.setBrush(colors.color(QPalette.ColorRole.Base))
        role = QPalette.ColorRole.Highlight if self._over else QPalette.ColorRole.PlaceholderText
        style = Qt.PenStyle.SolidLine if self._over else Qt.PenStyle.DashLine
        painter.setPen(QPen(colors.color(role), 2 if self._over else 1, style))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, theme.SPACE, theme.SPACE)

"""Open a study, see what was found in it, and look at its data.

While nothing is open the tab says what to do. A failed or cancelled import
says so in place and leaves what was open as it was.
"""
# reason: opening, looking, comparing and following findings meet in this one tab

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from sjogren_desktop.analyses.beside import Do, here
from sjogren_desktop.analyses.opening import (
    Open,
    Opened,
    Read,
    describe_beside,
    known_maps,
    open_beside,
    open_files,
    open_guarded,
    place_of,
    shown_as,
)
from sjogren_desktop.gui import errors, files, theme
from sjogren_desktop.gui.banner import Banner, FaintLabel, SteadyLabel, synthetic_badge, text_label
from sjogren_desktop.gui.beside_window import show_beside
from sjogren_desktop.gui.columns_pane import ColumnsPane
from sjogren_desktop.gui.compare_button import CompareButton
from sjogren_desktop.gui.data_sets import DataSetTable
from sjogren_desktop.gui.findings import FindingsPane
from sjogren_desktop.gui.flow_row import FlowRow
from sjogren_desktop.gui.history import Change
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.look_dialog import LookDialog, OpenOrder
from sjogren_desktop.gui.preview import PreviewPane, fit_columns, plain_table
from sjogren_desktop.gui.start_page import StartPage
from sjogren_desktop.gui.tasks import Task, Work
from sjogren_desktop.gui.turns import Turns
from sjogren_desktop.results import AnalysisError, Issue, Progress
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.analyses.event_terms import EventTerm
    from sjogren_desktop.analyses.spec import Analysis
    from sjogren_desktop.study.mapping import TableMap
    from sjogren_desktop.study.raw import Reading

Reader = Callable[[Progress], Read]
"""Finds out how a study is to be read, in a thread; what it returns is done beside."""

_LISTED = 8
"""Data sets the list shows at first without scrolling."""


class ImportTab(QWidget):
    """The panel through which a study comes in."""

    opening = Signal(object)
    """Paths of a study that begins to be read from files."""
    study_opened = Signal(object)
    edited = Signal(object)
    """A :class:`.history.Change` of how columns are to be read."""
    exported = Signal(object)
    running_changed = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    demo_wanted = Signal()
    study_file_wanted = Signal()
    look_wanted = Signal()

    def __init__(
        self,
        *,
        open_study: Open = open_files,
        beside: Do | None = None,
        maps_file: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the tab.

        ``beside`` opens and compares studies in other processes; without it, a thread does.
        ``maps_file`` is where confirmed layouts are remembered.
        """
        super().__init__(parent)
        self._maps_file = maps_file
        self._last = OpenOrder(())
        self.setObjectName("import_tab")
        self._open, self._beside = open_study, beside
        self._opened: Opened | None = None
        self._task: Task | None = None
        self._turns = Turns(self)
        self.message = Banner("import_message")
        self.data_sets = DataSetTable(self)
        self.findings_pane = FindingsPane()
        self.findings = self.findings_pane.model
        self.preview = PreviewPane()
        self.columns_pane = ColumnsPane()
        self.data_set_view = plain_table("data_sets", tr("Data sets found"))
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(tr("&Cancel"))
        self._doing = SteadyLabel()
        self._tabs = QTabWidget()
        self._looking: LookDialog | None = None
        self.comparing = CompareButton(beside or here, self._newer, self)
        self.analyses: Sequence[Analysis] = ()
        self._confirmed: tuple[TableMap, ...] = ()
        self.start = StartPage(self._open_buttons("start"))
        self._stack = QStackedWidget()
        self._summary = text_label("", "heading", bold=True)
        self.next_step = FaintLabel()
        self.next_step.setObjectName("import_next")
        self._synthetic = synthetic_badge("import_synthetic")
        self._build()
        self.look_wanted.connect(self._ask_for_look)
        self.may_open: Callable[[Callable[[], None]], bool] = _always
        """Asked before another study is opened; if it says no, it does so when it may."""

    # -- what the window calls

    def open(
        self,
        paths: Sequence[Path],
        *,
        readings: Mapping[str, Reading] | None = None,
        maps: Sequence[TableMap] = (),
    ) -> None:
        """Open files and folders in the background; while that goes on, others are refused.

        ``readings`` says how files are to be read, ``maps`` what the columns of
        plain tables are; both go before what is remembered or found out.
        """
        go_on = partial(self._open_files, tuple(paths), readings=readings, maps=maps)
        if paths and not self.refuse_while_opening() and self.may_open(go_on):
            go_on()

    def _open_files(
        self,
        paths: tuple[Path, ...],
        *,
        readings: Mapping[str, Reading] | None,
        maps: Sequence[TableMap],
    ) -> None:
        self.opening.emit(paths)
        wanted, said = self._places(paths), dict(readings or {})
        known, file, open_study = (*self._confirmed, *maps), self._maps_file, self._open
        self._last = OpenOrder(paths, said)

        def reading(progress: Progress) -> Read:
            every = (*known_maps(file), *known)
            more: dict[str, object] = {"maps": every} if every else {}
            if said:
                more["readings"] = said
            return partial(open_study, wanted, **more)

        self._open_by(reading, None)

    def refuse_while_opening(self) -> bool:
        """Say that nothing else is opened now, where a study is being opened."""
        if self._task is not None:
            self.message.say(
                "note",
                tr("A study is being opened. Wait for it, or press Esc, and open the next then."),
            )
        return self._task is not None

    def open_kept(self, reading: Reader) -> None:
        """Open a study that ``reading`` leads to, as from a study file, and tell that with it."""
        if self._task is None:
            self._last = OpenOrder((), {})
            self._open_by(reading, reading)

    def _places(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Return paths as a process finds them, which works in another folder."""
        return tuple(paths if self._beside is None else [path.absolute() for path in paths])

    def _open_by(self, reading: Reader, origin: object) -> None:
        beside, analyses, said = self._beside, self.analyses, tr("Opening")

        def work(progress: Progress) -> object:
            read = reading(progress)
            if beside is None:
                opened = open_guarded(read, progress, analyses=analyses)
            else:
                opened = open_beside(beside, read, progress, analyses=analyses, said=said)
            return replace(opened, origin=origin)

        self._start(work, said)

    def show_study(self, study: StudyData) -> None:
        """Show the study that is open in another way, with its arms or without."""
        if self._task is not None:
            return
        beside, analyses, said = self._beside, self.analyses, tr("Counting the data sets")

        def work(progress: Progress) -> object:
            if beside is None:
                return shown_as(study, analyses, progress)
            return describe_beside(beside, study, progress, analyses=analyses, said=said)

        self._start(work, said)

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
        self._turns.drop()
        self._opened, self._confirmed, self.comparing.study = None, (), None
        self.message.clear()
        self._stack.setCurrentIndex(0)

    @Slot()
    def cancel(self) -> None:
        """Stop opening; what has been opened and is being shown is shown."""
        if self._task is not None:
            self._task.cancel()

    @property
    def is_running(self) -> bool:
        """Say whether a study is being opened."""
        return self._task is not None

    @property
    def terms(self) -> tuple[EventTerm, ...]:
        """Terms of the adverse events of the study shown."""
        return self._opened.terms if self._opened is not None else ()

    @property
    def doing(self) -> str:
        """What is being done, "" when nothing is."""
        return tr("Opening a study") if self._task is not None else ""

    def set_drop(self, is_over: bool) -> None:
        """Show that files held over the window can be dropped."""
        self.start.set_drop(is_over)

    # -- building

    def _build(self) -> None:
        self._stack.addWidget(self.start)
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
        self.progress.setAccessibleName(tr("Progress of opening the study"))
        self.progress.setRange(0, 100)
        self.cancel_button.setObjectName("import_cancel")
        self.cancel_button.setToolTip(tr("Stop opening (Esc); what was open before stays"))
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
                tr("Open fil&es\u2026"),
                tr("Open data files of a study (Ctrl+O)"),
                self.files_wanted,
            ),
            (
                "folder",
                tr("Open f&older\u2026"),
                tr("Open all data files of a folder and its subfolders (Ctrl+Shift+O)"),
                self.folder_wanted,
            ),
            (
                "look",
                tr("Loo&k at files first\u2026"),
                tr("Look at files before they are opened, and say how they are to be read"),
                self.look_wanted,
            ),
            (
                "study_file",
                tr("Open st&udy file\u2026"),
                tr("Open a study that was kept in a study file (Ctrl+Alt+O)"),
                self.study_file_wanted,
            ),
            (
                "demo",
                tr("Open &demonstration study"),
                tr("Open two synthetic trials that come with the program"),
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

    def _study_page(self) -> QWidget:
        self.data_set_view.setModel(self.data_sets)
        self.data_set_view.horizontalHeader().setStretchLastSection(True)
        self.data_set_view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.data_set_view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.data_set_view.selectionModel().currentRowChanged.connect(self._show_data_set)
        self.findings_pane.row_wanted.connect(self._show_row)
        self.findings_pane.said.connect(self._say)
        self.findings_pane.exported.connect(self.exported)
        self.columns_pane.said.connect(self._say)
        self.columns_pane.edited.connect(self._note_change)
        self.columns_pane.read_wanted.connect(self._read_again)
        self.comparing.open_wanted.connect(self._open_as_said)
        self.comparing.exported.connect(self.exported)
        # The demonstration study stays in the File menu: in German the line had no room for it.
        buttons = self._open_buttons("open")[:-1]
        top = FlowRow(self._summary, self._synthetic, self.comparing, *buttons)
        self._tabs.setObjectName("import_details")
        self._tabs.addTab(self.preview, tr("&Preview"))
        self._tabs.addTab(self.findings_pane, tr("Fi&ndings"))
        self._tabs.addTab(self.columns_pane, tr("Col&umns"))
        splitter = KeptSplitter(Qt.Orientation.Vertical, "import")
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
        layout.addWidget(self.next_step)
        layout.addWidget(splitter, 1)
        return page

    # -- opening

    @Slot()
    def _ask_for_look(self) -> None:
        from sjogren_desktop.study.readers import SUFFIXES

        patterns = tuple(f"*{s}" for s in SUFFIXES)
        files.choose_study_files(self, "", patterns, self._look_at)

    @Slot(list)
    def _look_at(self, chosen: list[str]) -> None:
        if not chosen:
            return
        self._looking = LookDialog([Path(c) for c in chosen], self)
        self._looking.open_wanted.connect(self._open_as_said)
        show_beside(self._looking)

    @Slot(object)
    def _read_again(self, maps: object) -> None:
        """Read the files again by maps the user has confirmed, and remember these."""
        assert isinstance(maps, tuple)
        try:
            self._remember(maps)
        except AnalysisError as error:
            self.message.say("error", str(error))
            return
        if not self._last.paths:  # the data come from the study file
            self._confirmed = maps
            self._say(
                "note", tr("Open the files again: they are read by this mapping from now on.")
            )
            return
        self.open(self._last.paths, readings=self._last.readings, maps=maps)

    @Slot(object)
    def _note_change(self, change: object) -> None:
        """Pass on a change of a map; the columns are shown when it is taken back."""
        assert isinstance(change, Change)

        back, forth = (partial(self._show_columns, step) for step in (change.back, change.forth))
        self.edited.emit(replace(change, where=self, back=back, forth=forth))

    def _show_columns(self, step: Callable[[], None]) -> None:
        self._tabs.setCurrentWidget(self.columns_pane)
        step()

    def _remember(self, maps: tuple[TableMap, ...]) -> None:
        if self._maps_file is None:
            return
        from sjogren_desktop.study.mapping import write_maps

        layouts = {m.signature for m in maps}
        kept = [m for m in known_maps(self._maps_file) if m.signature not in layouts]
        write_maps(self._maps_file, [*kept, *maps])

    def _newer(self, paths: Sequence[Path]) -> Read:
        """Return how a newer cut is read: as the study that is open was."""
        maps = (*known_maps(self._maps_file), *self._confirmed)
        wanted = self._places(paths)
        return partial(self._open, wanted, maps=maps) if maps else partial(self._open, wanted)

    @Slot(object)
    def _open_as_said(self, order: object) -> None:
        assert isinstance(order, OpenOrder)
        go_on = partial(self._open_seen, order, self._looking)
        if not self.refuse_while_opening() and self.may_open(go_on):
            go_on()

    def _open_seen(self, order: OpenOrder, looking: LookDialog | None) -> None:
        """Open files as was said in the look at them, which waits until it comes to that."""
        if looking is not None and isValid(looking):
            looking.accept()
        self._open_files(order.paths, readings=order.readings, maps=())

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
        self._turns.start(self._show(opened), self._end)

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self._end()
        if isinstance(error, AnalysisError):
            self.message.say("error", f"{error}{self._kept()}")
            return
        self.message.say(
            "error",
            tr(
                "The study was not opened because of a fault in the program.{kept}",
                kept=self._kept(),
            ),
        )
        errors.show_fault(error, self.window())

    @Slot()
    def _take_cancel(self) -> None:
        self._end()
        self.message.say("note", tr("Opening was cancelled.{kept}", kept=self._kept()))

    def _kept(self) -> str:
        return tr(" The study opened before is still here.") if self._opened else ""

    # -- showing

    def _show(self, opened: Opened) -> Iterator[None]:
        """Show a study, one part in a turn of the event loop, then tell that it is open."""
        self._opened = opened
        study = self.comparing.study = opened.study
        self._summary.setText(", ".join(study.study_ids) or study.source)
        self._synthetic.setVisible(study.synthetic)
        self.data_sets.set_summaries(opened.summaries)
        yield
        from sjogren_desktop.study.summary import data_sets_of

        self.findings_pane.show_issues(study.issues, data_sets_of(study))
        self.next_step.setText(_next_step(len(study.issues)))
        serious = sum(issue.severity != "note" for issue in study.issues)
        self._tabs.setTabText(
            1,
            tr("Fi&ndings ({count})", count=len(study.issues)) if study.issues else tr("Fi&ndings"),
        )
        yield
        if opened.guarded is not None:  # maps hold names of columns and visits, no arms
            mapped = opened.guarded.full.mapped
            self._confirmed = tuple(a.map for a in mapped if not a.guessed)
            self.columns_pane.show_maps(mapped)
            self._tabs.setTabVisible(self._tabs.indexOf(self.columns_pane), bool(mapped))
        self._stack.setCurrentIndex(1)
        yield
        fit_columns(self.data_set_view, [self.data_sets.longest(c) for c in range(8)])
        rows = min(len(opened.summaries), _LISTED) + 2
        line = self.data_set_view.verticalHeader().defaultSectionSize()
        self._splitter.begin(rows * line, self.height() - rows * line)
        yield
        self.data_set_view.selectRow(0)
        if any(issue.severity == "error" for issue in study.issues):
            self.message.say(
                "warning",
                tr(
                    "Not everything could be read: see the {serious} errors and warnings under "
                    "Findings.",
                    serious=serious,
                ),
            )
        yield
        self.study_opened.emit(opened)

    @Slot(QModelIndex)
    def _show_data_set(self, current: QModelIndex) -> None:
        if self._opened is not None and current.isValid():
            self.preview.show_data_set(self._opened.study.datasets[current.row()])

    def show_variable(self, dataset: str, variable: str) -> None:
        """Show a column of a data set in the preview, from its first record."""
        datasets = self._opened.study.datasets if self._opened is not None else ()
        for number, one in enumerate(datasets):
            if one.name == dataset:
                self.data_set_view.selectRow(number)
                self._tabs.setCurrentWidget(self.preview)
                self.preview.show_record(0, variable)

    def show_measurement(self, dataset: str, code: str) -> None:
        """Show the records of a data set that measure this."""
        self.show_variable(dataset, "PARAMCD")
        self.preview.show_rows_with(code)

    @Slot(object)
    def _show_row(self, issue: object) -> None:
        """Show the record of a finding in the preview."""
        assert isinstance(issue, Issue)
        place = place_of(self._opened, issue)
        if place is None:
            self._say("note", tr("The record of this finding is in no data set that is open."))
            return
        number, position = place
        self.data_set_view.selectRow(number)
        self._tabs.setCurrentWidget(self.preview)
        self.preview.show_record(position, issue.column)

    @Slot(str, str)
    def _say(self, kind: str, text: str) -> None:
        self.message.say(kind, text)


def _always(then: Callable[[], None]) -> bool:
    return True


def _next_step(findings: int) -> str:
    """Say what can be done with the study that was opened."""
    if findings:
        return tr(
            "Next: read the findings ({count}), look at the patients, or choose a question on the "
            "Analysis or Safety tab.",
            count=findings,
        )
    return tr(
        "The checks found nothing. Next: look at the patients, or choose a question on the "
        "Analysis or Safety tab."
    )

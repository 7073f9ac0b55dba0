"""Choose an analysis, set its options, run it and read the result.

The Analysis and the Safety tab are both this panel on different parts of the
catalogue. Results are kept per analysis, so going back to one shows what it
gave; what a result was run with is kept beside it and tells when it is stale.
"""
# reason: choosing, running, keeping and taking back are about the same options and results

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QEvent,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.blinded_review import refusal
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.gui import errors, signs, theme
from sjogren_desktop.gui.announce import announce
from sjogren_desktop.gui.banner import FaintLabel, SteadyLabel
from sjogren_desktop.gui.history import Change
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.option_form import FormArea, OptionForm
from sjogren_desktop.gui.question_row import QUESTION, TitleAndQuestion
from sjogren_desktop.gui.result_view import EVENTS_CHANGED, LISTS_CHANGED, STALE, ResultView
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import Progress, Result
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.event_edits import EventEdit

Run = Callable[[Analysis, StudyData, Mapping[str, object], Progress], Result]

NOT_WHILE_BLINDED = marked("Compares treatment arms: not available while the study is blinded.")
NOT_WITHOUT_ARMS = marked("Compares treatment arms: this study has one group of patients only.")
_LISTED = 4
"""Analyses the list shows before it scrolls."""
_SHARE = 0.4
"""Of the height of the tab that they have at most."""


def run_in_catalogue(
    analysis: Analysis, study: StudyData, given: Mapping[str, object], progress: Progress
) -> Result:
    """Run an analysis as the catalogue does, which imports it only now."""
    from sjogren_desktop.analyses import catalogue

    return catalogue.run(analysis, study, given, progress)


@dataclass
class _Kept:
    """What the panel remembers of one analysis."""

    given: dict[str, object]
    result: Result | None = None
    ran_with: dict[str, object] | None = None
    ran_events: tuple[EventEdit, ...] = ()
    error: str = ""


class AnalysisTab(QWidget):
    """The panel of one part of the catalogue."""

    running_changed = Signal()
    export_requested = Signal()
    results_changed = Signal()
    subjects_wanted = Signal(object)
    edited = Signal(object)
    """A :class:`.history.Change` of options."""
    exported = Signal(object)

    def __init__(
        self,
        analyses: Sequence[Analysis] = (),
        *,
        name: str = "analysis",
        run: Run = run_in_catalogue,
        elsewhere: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_tab")
        self._analyses: tuple[Analysis, ...] = ()
        self._run_analysis = run
        self._study: StudyData | None = None
        self._kept: dict[str, _Kept] = {}
        self._noted: dict[str, dict[str, object]] = {}
        self._shown: Analysis | None = None
        self._running: Analysis | None = None
        self._ran_given: dict[str, object] = {}
        self._ran_values: dict[str, object] | None = None
        self._ran_events: tuple[EventEdit, ...] = ()
        self._task: Task | None = None
        self.is_late = False
        """A study came while the tab was hidden; its options are not shown yet."""
        self.list = QListWidget()
        self.form = OptionForm(elsewhere=elsewhere)
        self.view = ResultView()
        self.run_button = QPushButton(tr("R&un"))
        self.cancel_button = QPushButton(tr("&Cancel"))
        self.progress = QProgressBar()
        self._doing = SteadyLabel(FaintLabel(), lines=2)
        self._build(name)
        self.set_analyses(analyses)

    # -- what the window calls

    def set_analyses(self, analyses: Sequence[Analysis]) -> None:
        """List these analyses."""
        self._analyses = tuple(analyses)
        self.list.blockSignals(True)
        self.list.clear()
        for analysis in self._analyses:
            self.list.addItem(QListWidgetItem(tr(analysis.title)))
        self._describe()
        self.list.setCurrentRow(0 if self._analyses else -1)
        self.list.blockSignals(False)
        self._fit_list()
        self._show_current()

    def set_study(self, study: StudyData | None) -> None:
        """Take a new study; results of the one before belong to it and go."""
        self.cancel()
        self._study = study
        self._kept, self._noted = {}, {}
        self.view.brush.clear()
        self._describe()
        self._choose_available()
        if study is None or self.isVisible():
            self._show_current()
        else:  # options look through the data: one tab in one turn of the event loop
            self.is_late = True
            self.form.clear()
            self._refresh_buttons()
        self.results_changed.emit()

    @Slot()
    def catch_up(self) -> None:
        """Show the options and the result of the study, where that was put off."""
        if self.is_late:
            self._show_current()

    def restore(self, results: Sequence[Result]) -> None:
        """Show results that were saved with the study, with the options they were made with."""
        known = {analysis.key for analysis in self._analyses}
        for result in results:
            if result.analysis in known:
                options = dict(result.options)
                self._kept[result.analysis] = _Kept(options, result, options)
        self._noted = self._given_now
        if not self.is_late:
            self._show_current()

    @property
    def counted(self) -> str:
        """How many patients a condition leaves, "" where the tab has none."""
        return ""

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """The analyses listed."""
        return self._analyses

    def choose(self, key: str) -> None:
        """Choose the analysis of a key in the list."""
        self.list.setCurrentRow([a.key for a in self._analyses].index(key))
        self.list.setFocus()

    def change_events(self, study: StudyData) -> None:
        """Take the same study with other intercurrent events.

        Results stay; those that depend on the events are marked as no longer up to date.
        """
        self._study = study
        self._mark_stale()

    def take_values(self, values: Mapping[str, object]) -> None:
        """Set these options of every analysis that has them."""
        for analysis in self._analyses:
            keys = {option.key for option in analysis.options}
            kept = self._kept.setdefault(analysis.key, _Kept({}))
            kept.given = kept.given | {k: v for k, v in values.items() if k in keys}
        self._show_current()
        self._note_change()

    @property
    def options_given(self) -> Iterator[tuple[Analysis, Mapping[str, object]]]:
        """The options that the user has set, by analysis."""
        for analysis in self._analyses:
            if analysis.key in self._kept:
                yield analysis, self._kept[analysis.key].given

    def take_options(self, options: Mapping[str, Mapping[str, object]]) -> None:
        """Set options by the key of their analysis; what does not fit the data is left out."""
        for key, given in options.items():
            kept = self._kept.setdefault(key, _Kept({}))
            kept.given = kept.given | dict(given)  # not in place: a result ran with the old ones
        self._noted = self._given_now
        if not self.is_late:
            self._show_current()

    @property
    def _given_now(self) -> dict[str, dict[str, object]]:
        return {key: dict(kept.given) for key, kept in self._kept.items() if kept.given}

    def _note_change(self) -> None:
        """Tell how what the user has just set can be taken back."""
        before, now = self._noted, self._given_now
        self._noted = now
        labels = {
            option.label: (analysis.key, option.key)
            for analysis in self._analyses
            for option in analysis.options
            if before.get(analysis.key, {}).get(option.key)
            != now.get(analysis.key, {}).get(option.key)
        }
        if labels:
            text = tr(next(iter(labels))) if len(labels) == 1 else tr("options")
            back, forth = partial(self._set_given, before), partial(self._set_given, now)
            self.edited.emit(Change(text, self, back, forth, tuple(labels.values())))

    def _set_given(self, options: Mapping[str, Mapping[str, object]]) -> None:
        """Set all options as they were, and show an analysis that has others now."""
        now = self._given_now
        others = [a.key for a in self._analyses if now.get(a.key) != options.get(a.key)]
        for key in {*now, *options}:
            self._kept.setdefault(key, _Kept({})).given = dict(options.get(key, {}))
        self._noted = self._given_now
        if others and (self.current is None or self.current.key not in others):
            self.choose(others[0])
        else:
            self._show_current()

    @property
    def current(self) -> Analysis | None:
        """The analysis chosen in the list."""
        row = self.list.currentRow()
        return self._analyses[row] if 0 <= row < len(self._analyses) else None

    @property
    def current_result(self) -> Result | None:
        """The result shown."""
        return self.view.result

    @property
    def results(self) -> tuple[Result, ...]:
        """All results kept, in the order of the list."""
        kept = (self._kept.get(a.key) for a in self._analyses)
        return tuple(k.result for k in kept if k is not None and k.result is not None)

    @property
    def is_running(self) -> bool:
        """Say whether an analysis is being run."""
        return self._task is not None

    @property
    def doing(self) -> str:
        """What is being run, "" when nothing is."""
        return tr("Running: {title}", title=tr(self._running.title)) if self._running else ""

    @Slot()
    def run(self) -> None:
        """Run the analysis shown with the options of the form."""
        analysis, study = self.current, self._study
        if analysis is None or study is None or self._task is not None:
            return
        given, run = self.form.given, self._run_analysis
        self._running, self._ran_given, self._ran_values = analysis, given, self.form.values
        self._ran_events = study.event_edits

        def work(progress: Progress) -> object:
            return run(analysis, study, given, progress)

        task = Task(work, self)
        task.done.connect(self._take_result)
        task.failed.connect(self._take_failure)
        task.cancelled.connect(self._take_cancel)
        task.progress.connect(self._show_progress)
        self._task = task
        self.progress.setValue(0)
        self._doing.setText(self.doing)
        announce(self.window(), self.doing)
        self._refresh_buttons()
        self.running_changed.emit()
        task.start()

    @Slot()
    def cancel(self) -> None:
        """Stop what is being run; the result shown stays."""
        if self._task is not None:
            self._task.cancel()

    # -- building

    def _build(self, name: str) -> None:
        self.list.setObjectName(f"{name}_list")
        self.list.setAccessibleName(tr("Analyses"))
        self.list.setToolTip(tr("Choose what to analyse"))
        self.list.setItemDelegate(TitleAndQuestion(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        # As high as some of its questions, less where there is no room for more.
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.list.currentRowChanged.connect(self._show_current)
        self.form.changed.connect(self._options_changed)
        self.view.export_requested.connect(self.export_requested)
        self.view.subjects_wanted.connect(self.subjects_wanted)
        self.view.exported.connect(self.exported)
        self.run_button.setObjectName(f"{name}_run")
        self.run_button.setToolTip(tr("Run the analysis with these options (F5)"))
        self.run_button.setDefault(True)
        self.run_button.setIcon(signs.sign(signs.COMMANDS["run"]))
        self.run_button.clicked.connect(self.run)
        self.cancel_button.setObjectName(f"{name}_cancel")
        self.cancel_button.setToolTip(tr("Stop the analysis (Esc); the result shown stays"))
        self.cancel_button.setIcon(signs.sign(signs.COMMANDS["cancel"]))
        for button in (self.run_button, self.cancel_button):
            signs.grow_with_text(button)
        self.cancel_button.clicked.connect(self.cancel)
        self.progress.setObjectName(f"{name}_progress")
        self.progress.setAccessibleName(tr("Progress of the analysis"))
        self.progress.setRange(0, 100)
        splitter = KeptSplitter(Qt.Orientation.Horizontal, name)
        splitter.addWidget(self._left())
        splitter.addWidget(self.view)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        side = 54 * self.fontMetrics().averageCharWidth()
        splitter.begin(side, 3 * side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(splitter, 1)
        self._splitter = splitter

    def _left(self) -> QWidget:
        scroll = FormArea(self.form, "form_area", tr("Options"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.run_button, 2)
        buttons.addWidget(self.cancel_button, 1)
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        label = QLabel(tr("&Question"))
        label.setBuddy(self.list)
        layout.addWidget(label)
        layout.addWidget(self.list)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._doing)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)
        return left

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_list()

    def showEvent(self, event: QShowEvent) -> None:
        self.catch_up()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        """Show some questions in full; with large letters less of them, to leave the form room."""
        line = self.list.fontMetrics().lineSpacing()
        row = 3.2 * line + theme.SPACE
        wanted = max(1, min(self.list.count(), _LISTED)) * row
        least = min(wanted, 2 * row)
        self.list.setMinimumHeight(round(least) + theme.SPACE)
        most = min(wanted, max(_SHARE * self.height(), least))
        self.list.setMaximumHeight(round(most) + theme.SPACE)

    # -- what is shown

    def _refusal(self, analysis: Analysis) -> str:
        """Return why the study that is open cannot be analysed so, "" if it can."""
        return refusal(analysis, self._study) if self._study is not None else ""

    def _choose_available(self) -> None:
        """Go to the first analysis that can be done where the one chosen cannot."""
        rows = [row for row, a in enumerate(self._analyses) if not self._refusal(a)]
        if rows and self.list.currentRow() not in rows:
            self.list.blockSignals(True)
            self.list.setCurrentRow(rows[0])
            self.list.blockSignals(False)

    def _describe(self) -> None:
        """Give each analysis of the list its question, or say that it is not available."""
        for row, analysis in enumerate(self._analyses):
            refused = self._refusal(analysis)
            blinded = self._study is not None and self._study.arms_pooled
            why = NOT_WHILE_BLINDED if blinded else NOT_WITHOUT_ARMS
            text = tr(why if refused else analysis.question)
            entry = self.list.item(row)
            entry.setData(QUESTION, text)
            entry.setToolTip(refused or text)
            entry.setData(int(Qt.ItemDataRole.AccessibleDescriptionRole), text)

    @Slot()
    def _show_current(self) -> None:
        analysis, study = self.current, self._study
        self._shown, self.is_late = analysis, False
        if study is None:
            self.form.clear()
            self.view.clear(
                tr("Open a study on the Import tab first; then choose a question here.")
            )
        elif analysis is None:
            self.form.clear()
            self.view.clear(tr("The list of analyses is being loaded."))
        elif refused := self._refusal(analysis):
            self.form.clear()
            self.view.clear(refused)
        else:
            kept = self._kept.setdefault(analysis.key, _Kept({}))
            self.form.set_analysis(analysis, study, kept.given)
            self._show_kept(kept)
        self._refresh_buttons()
        self.results_changed.emit()

    def _show_kept(self, kept: _Kept, then: Callable[[], None] | None = None) -> None:
        if kept.result is None:
            self.view.clear(tr("Check the options at the left and press Run."))
        elif then is not None or kept.result is not self.view.result:
            self.view.show_result(kept.result, then)
        if kept.error:
            self.view.error.say("error", kept.error)
        else:
            self.view.error.clear()
        self._mark_stale()

    def _mark_stale(self) -> None:
        kept = self._kept.get(self._shown.key) if self._shown else None
        if kept is None or kept.result is None:
            self.view.set_stale("")
        elif kept.ran_with != self.form.values:
            self.view.set_stale(tr(STALE))
        else:
            events = tr(EVENTS_CHANGED) if self._events_changed(kept) else ""
            lists = tr(LISTS_CHANGED) if self._lists_changed(kept) else ""
            self.view.set_stale(events or lists)

    def _events_changed(self, kept: _Kept) -> bool:
        """Say whether the result shown was computed with other intercurrent events."""
        if self._study is None or self._shown is None:
            return False
        if kept.ran_events == self._study.event_edits:
            return False
        from sjogren_desktop.analyses.events_between import depends_on_events

        return depends_on_events(self._shown)

    def _lists_changed(self, kept: _Kept) -> bool:
        """Say whether the result shown was made with other lists of adverse events."""
        if self._study is None or kept.result is None:
            return False
        from sjogren_desktop.analyses.interest import lists_named, made_with

        made = made_with(kept.result)
        return bool(made) and made != lists_named(self._study)[1]

    @Slot()
    def _options_changed(self) -> None:
        if self._shown is not None:
            self._kept[self._shown.key].given = self.form.given
            self._note_change()
        self._mark_stale()
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        running = self._task is not None
        ready = self.current is not None and self._study is not None
        self.run_button.setEnabled(ready and not running and self.form.values is not None)
        self.cancel_button.setEnabled(running)
        self.progress.setVisible(running)
        self._doing.setVisible(running)

    # -- the run

    @Slot(float, str)
    def _show_progress(self, fraction: float, message: str) -> None:
        self.progress.setValue(round(100 * fraction))
        self._doing.setText(message)

    @Slot()
    def _take_cancel(self) -> None:
        announce(self.window(), tr("Cancelled"))
        self._end_run()

    @Slot()
    def _end_run(self) -> None:
        self._task = None
        self._running = None
        self._refresh_buttons()
        self.running_changed.emit()

    @Slot(object)
    def _take_result(self, result: object) -> None:
        assert isinstance(result, Result)
        assert self._running is not None
        key = self._running.key
        kept = self._kept.setdefault(key, _Kept(self._ran_given))
        kept.result, kept.ran_with, kept.error = result, self._ran_values, ""
        kept.ran_events = self._ran_events
        if self._shown is not None and self._shown.key == key:
            self._show_kept(kept, self._end_shown_run)
        else:
            self._end_shown_run()

    def _end_shown_run(self) -> None:
        """The result of a run is there and all of it shown, if its analysis is.

        Where another study took its place meanwhile, it is gone with the one before.
        """
        kept = self._kept.get(self._running.key) if self._running is not None else None
        if kept is not None and kept.result is not None:
            announce(self.window(), f"{kept.result.title}: {kept.result.summary}")
        self._end_run()
        self.results_changed.emit()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        assert self._running is not None
        key = self._running.key
        kept = self._kept.setdefault(key, _Kept(self._ran_given))
        fault = tr("The analysis stopped because of a fault in the program.")
        kept.error = errors.sentence_of(error, fault, self.window())
        self._end_run()
        if self._shown is not None and self._shown.key == key:
            self._show_kept(kept)

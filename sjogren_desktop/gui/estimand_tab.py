"""The Estimand tab: compose the estimand, see the intercurrent events, change one with a reason.

The form at the left composes the five attributes; the card tells them in words as
they will be printed with every result. The events are found in the background when a
study is opened. Changes go to ``event_edits``, which keeps them in memory unless a
study file takes its place, and the window is told of the study with its changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.opening import prepare_forms
from sjogren_desktop.gui import errors, theme
from sjogren_desktop.gui.banner import Badge, Banner, FaintLabel, text_label
from sjogren_desktop.gui.history import Change
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.option_form import FormArea, OptionForm
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.gui.turns import Turns
from sjogren_desktop.results import AnalysisError, Progress
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.event_edits import EventEdit, EventEdits, EventLog, edits_by_event

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.analyses.event_finders import FoundEvents
    from sjogren_desktop.gui.event_editor import EventEditor
    from sjogren_desktop.gui.event_list import EventList

NO_STUDY = marked("Open a study on the Import tab first; its intercurrent events are listed here.")
IN_MEMORY = marked("NOT SAVED TO A FILE")
IN_MEMORY_HELP = marked(
    "Changes of events are kept until the program is closed. The workbook of Intercurrent events "
    "lists them with their reasons."
)
_NOT_OF_ANALYSES = ("measure",)


class EstimandTab(QWidget):
    """The panel of the estimand and its intercurrent events."""

    running_changed = Signal()
    events_changed = Signal(object)
    """The study with the events as they now are."""
    composed = Signal(object)
    """Options by key, to be used by the analyses."""
    subjects_wanted = Signal(object)
    edited = Signal(object)
    """A :class:`.history.Change` of an event."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("estimand_tab")
        self._study: StudyData | None = None
        self._found: FoundEvents | None = None
        self._log: EventEdits = EventLog()
        self._task: Task | None = None
        self._turns = Turns(self)
        self.form = OptionForm()
        self.list: EventList | None = None
        self.editor: EventEditor | None = None
        self.message = Banner("estimand_message")
        self.use = QPushButton(tr("&Use for all analyses"))
        self._badge = Badge(tr(IN_MEMORY), tr(IN_MEMORY_HELP), "event_badge")
        self._badge.hide()
        self._hint = FaintLabel(tr(NO_STUDY), "body")
        self._hint.setObjectName("estimand_hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card = QFormLayout()
        self._right = QVBoxLayout()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._build())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.message)
        layout.addWidget(self._stack, 1)

    # -- what the window calls

    @property
    def event_edits(self) -> tuple[EventEdit, ...]:
        """All changes of events made since the program was started, or kept in the file."""
        return self._log.event_edits

    def with_edits(self, study: StudyData) -> StudyData:
        """Return a study with the changes made of events of its patients."""
        edits = self._log.event_edits
        if not edits:
            return replace(study, event_edits=()) if study.event_edits else study
        known = set(study.subject_keys(study.adsl)) if study.of_kind("ADSL") else set()
        mine = tuple(e for e in edits if e.subject in known)
        return study if mine == study.event_edits else replace(study, event_edits=mine)

    def set_study(self, study: StudyData | None, found: FoundEvents | None = None) -> None:
        """Take a new study, already with the changes of its events.

        ``found`` has what its data tell of events where these were looked for before.
        """
        self.cancel()
        self._study, self._found = study, None
        self.message.clear()
        self._stack.setCurrentIndex(0)
        self.form.clear()
        if study is None:
            self._hint.setText(tr(NO_STUDY))
            return
        self._hint.setText(tr("Intercurrent events are being looked for."))

        def work(progress: Progress) -> object:
            return _find(study, progress, found)

        task = Task(work, self)
        task.done.connect(self._take_found)
        task.failed.connect(self._take_failure)
        task.cancelled.connect(self._end)
        self._task = task
        self.running_changed.emit()
        task.start()

    def set_event_edits(self, edits: EventEdits, *, file: str) -> None:
        """Keep changes in a study file from now on; call before its study is set."""
        self._log = edits
        self._badge.setVisible(not file)

    @property
    def is_running(self) -> bool:
        """Say whether events are being looked for."""
        return self._task is not None

    @property
    def doing(self) -> str:
        """What is being done, "" when nothing is."""
        return tr("Looking for intercurrent events") if self._task is not None else ""

    @Slot()
    def cancel(self) -> None:
        """Stop what is being done."""
        if self._turns.is_busy:
            self._turns.drop()
        elif self._task is not None:
            self._task.cancel()

    # -- building

    def _build(self) -> QWidget:
        area = FormArea(self.form, "estimand_form_area", tr("Estimand"))
        self.form.changed.connect(self._show_composed)
        self.use.setObjectName("estimand_use")
        tip = tr("Set population, treatment, variable and strategies of every analysis to these")
        self.use.setToolTip(tip)
        self.use.setAccessibleDescription(tip)
        self.use.clicked.connect(self._use)
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.SPACE)
        side.addWidget(text_label(tr("Compose the estimand"), "heading", bold=True))
        side.addWidget(area, 1)
        side.addWidget(self.use)
        card = QFrame()
        card.setObjectName("composed_card")
        card.setFrameShape(QFrame.Shape.StyledPanel)
        card.setAccessibleName(tr("Estimand in words"))
        self._card.setContentsMargins(*[theme.SPACE] * 4)
        self._card.setHorizontalSpacing(2 * theme.SPACE)
        self._card.setVerticalSpacing(theme.SPACE // 2)
        self._card.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._card.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        card.setLayout(self._card)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(theme.SPACE, 0, 0, 0)
        self._right.setSpacing(theme.SPACE)
        self._right.addWidget(text_label(tr("Printed with every result"), "heading", bold=True))
        self._right.addWidget(card)
        head = QHBoxLayout()
        head.addWidget(text_label(tr("Intercurrent events"), "heading", bold=True), 1)
        head.addWidget(self._badge)
        self._right.addLayout(head)
        splitter = KeptSplitter(Qt.Orientation.Horizontal, "estimand")
        splitter.addWidget(left)
        # With large letters, the editor would have no room below the list.
        splitter.addWidget(FormArea(right, "estimand_events_area", tr("Intercurrent events")))
        right.setContentsMargins(0, 0, 0, 0)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        width = 46 * self.fontMetrics().averageCharWidth()
        splitter.begin(width, 3 * width)
        return splitter

    def _build_events(self) -> Iterator[None]:
        # pandas takes longer to import than the window to open.
        from sjogren_desktop.gui.event_editor import EventEditor
        from sjogren_desktop.gui.event_list import EventList

        made = EventList()
        yield
        self.list, self.editor = made, EventEditor()
        self.list.chosen.connect(self._show_event)
        self.editor.saved.connect(self._save)
        self.editor.begun.connect(self.list.unchoose)
        self.editor.subjects_wanted.connect(self.subjects_wanted)
        self._right.addWidget(self.list, 1)
        self._right.addWidget(self.editor)

    # -- background work

    @Slot()
    def _end(self) -> None:
        self._task = None
        self.running_changed.emit()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        self._end()
        fault = tr("This stopped because of a fault in the program.")
        self._hint.setText(errors.sentence_of(error, fault, self.window()))

    @Slot(object)
    def _take_found(self, found: object) -> None:
        from sjogren_desktop.analyses.event_finders import FoundEvents

        assert isinstance(found, FoundEvents)
        self._turns.start(self._show_found(found), self._end)

    def _show_found(self, found: FoundEvents) -> Iterator[None]:
        """Show what was found, one part in a turn of the event loop."""
        from sjogren_desktop.analyses import intercurrent
        from sjogren_desktop.analyses.subjects import SUBJECT

        assert self._study is not None
        if self.list is None:
            yield from self._build_events()
        assert self.editor is not None
        yield
        self.editor.set_subjects([str(s) for s in found.people[SUBJECT]])
        self.editor.clear()
        yield
        self.form.set_analysis(intercurrent.SPEC, self._study, {})
        yield
        self._found = found
        self._show_card()
        yield
        self._list_events()
        yield
        self._stack.setCurrentIndex(1)
        if self._study.event_edits:
            self._badge.show()
            self.message.say(
                "note", tr("Changes of events made before apply to patients of this study.")
            )

    # -- what is shown

    @Slot()
    def _show_composed(self) -> None:
        """Show card and events under the options of the form."""
        self._show_card()
        self._list_events()

    def _show_card(self) -> None:
        from sjogren_desktop.analyses import estimand, intercurrent
        from sjogren_desktop.analyses.subjects import population_label

        values = self.form.values
        self.use.setEnabled(values is not None)
        if values is None or self._study is None or self._found is None:
            return
        named = estimand.card(
            intercurrent.SPEC,
            self._study,
            values,
            population=population_label(str(values["population"])),
        )
        while self._card.rowCount():
            self._card.removeRow(0)
        for name, text in named:
            self._card.addRow(FaintLabel(name, "body"), text_label(text))

    def _list_events(self) -> None:
        values = self.form.values
        if self.list is None or values is None or self._found is None:
            return
        from sjogren_desktop.analyses.subjects import SUBJECT, in_scope

        assert self.editor is not None
        events = self._events()
        self.editor.set_known(zip(events[SUBJECT], events["KIND"], strict=True))
        concerned = in_scope(self._found.people, str(values["study"]))[SUBJECT]
        self.list.set_events(events.loc[events[SUBJECT].isin(set(concerned))], values)

    def _events(self) -> pd.DataFrame:
        from sjogren_desktop.analyses.events_between import lay_edits, study_days
        from sjogren_desktop.analyses.subjects import SUBJECT

        assert self._study is not None
        assert self._found is not None
        people = self._found.people
        events = lay_edits(self._found.events, self._study.event_edits, set(people[SUBJECT]))
        events = events.assign(DAY=study_days(events, people))
        return events.sort_values([SUBJECT, "DATE"], kind="stable").reset_index(drop=True)

    @Slot(object)
    def _show_event(self, place: object) -> None:
        assert isinstance(place, tuple)
        assert self.editor is not None
        assert self._study is not None
        assert self._found is not None
        from sjogren_desktop.analyses.events_between import lay_edits, state_of
        from sjogren_desktop.analyses.subjects import SUBJECT

        def state(events: pd.DataFrame) -> dict[str, str]:
            mine = events.loc[(events[SUBJECT] == place[0]) & (events["KIND"] == place[1])]
            return state_of(mine.iloc[0].to_dict()) if len(mine) else {}

        found = lay_edits(self._found.events, (), ())
        edits = edits_by_event(self._study.event_edits).get(place, ())
        self.editor.show_event(place, found=state(found), now=state(self._events()), edits=edits)

    # -- changes

    @Slot(object)
    def _save(self, edits: object) -> None:
        assert isinstance(edits, tuple)
        if self._record(edits):
            text = tr("event of {subject}", subject=edits[0].subject)
            back, forth = partial(self._record_back, edits), partial(self._record_again, edits)
            self.edited.emit(Change(text, self, back, forth))

    def _record_back(self, edits: Sequence[EventEdit]) -> None:
        """Take edits back by other edits, since what was recorded stays."""
        self._record(
            [
                replace(
                    e,
                    old=e.new,
                    new=e.old,
                    when=datetime.now(UTC),
                    reason=f"Undone: {e.reason}",
                )
                for e in reversed(edits)
            ]
        )

    def _record_again(self, edits: Sequence[EventEdit]) -> None:
        again = [
            replace(e, when=datetime.now(UTC), reason=f"Made again: {e.reason}") for e in edits
        ]
        self._record(again)

    def _record(self, edits: Sequence[EventEdit]) -> bool:
        """Record edits and show the event as it is then; say whether they were recorded."""
        assert self._study is not None
        assert self.editor is not None
        assert self.list is not None
        try:
            self._log.record_events(edits)
        except AnalysisError as error:
            self.editor.message.say("error", str(error))
            return False
        self._study = self.with_edits(self._study)
        self._badge.setVisible(isinstance(self._log, EventLog))
        place = (edits[0].subject, edits[0].kind)
        self._show_composed()
        self.list.choose(place)
        self._show_event(place)
        self.editor.message.say("note", tr("Saved. Results that depend on it are marked as stale."))
        self.events_changed.emit(self._study)
        return True

    @Slot()
    def _use(self) -> None:
        values = self.form.values
        if values is not None:
            self.composed.emit({k: v for k, v in values.items() if k not in _NOT_OF_ANALYSES})


def _find(study: StudyData, progress: Progress, found: FoundEvents | None = None) -> FoundEvents:
    """Look for the events of all randomised subjects, and import what showing them needs."""
    progress(0.0, tr("Looking for intercurrent events"))
    from sjogren_desktop.analyses import intercurrent
    from sjogren_desktop.analyses.event_finders import find_events
    from sjogren_desktop.analyses.subjects import subjects
    from sjogren_desktop.gui import event_editor, event_list

    # Imported here, in the background; the subjects are kept for those who ask later.
    assert None not in (intercurrent, event_editor, event_list)
    for actual in (False, True):
        subjects(study, actual=actual)
    prepare_forms(study, [intercurrent.SPEC], progress)
    progress(0.3, tr("Looking for intercurrent events"))
    return found or find_events(study)

"""Changes one intercurrent event of one patient: what it is, who says so, and why.

What is saved are edits (:mod:`sjogren_desktop.study.event_edits`); what was found in
the data stays, is shown beside, and can be gone back to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.events_between import NO, STRATEGIES, YES, edit_text
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.banner import Banner, FaintLabel, text_label
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.event_list import TITLES, Place
from sjogren_desktop.gui.flow_row import FlowRow
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.tick_box import TickBox
from sjogren_desktop.results import AnalysisError, Subjects
from sjogren_desktop.study.event_edits import (
    CAUSE,
    COUNTS,
    DATE,
    STRATEGY,
    VARIABLES,
    EventEdit,
    State,
    changes,
)

_NONE = marked("Choose an event in the list, or add one that the data do not tell of.")


class EventEditor(QWidget):
    """Shows and changes one event."""

    saved = Signal(object)
    """Edits to be recorded."""
    begun = Signal()
    """An event is being added, so none of the list is shown."""
    subjects_wanted = Signal(object)
    """The patient of the event."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_editor")
        self._place: Place | None = None
        self._found: State = {}
        self._before: State = {}
        self._subjects: frozenset[str] = frozenset()
        self._known: frozenset[Place] = frozenset()
        self._is_new = False
        self.title = text_label("", "heading", bold=True)
        self.title.setObjectName("event_title")
        self.message = Banner("event_message")
        self.subject, self.kind = QLineEdit(), ChoiceBox()
        self.counts = TickBox(tr("Counts as an event"))
        self.date, self.cause, self.strategy = QLineEdit(), QLineEdit(), ChoiceBox()
        self.who, self.reason = QLineEdit(), QLineEdit()
        self.history = FaintLabel()
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self.clear()

    # -- what the tab calls

    def set_subjects(self, subjects: Sequence[str]) -> None:
        """Offer these patients for events that are added."""
        self._subjects = frozenset(subjects)
        completer = QCompleter(list(subjects), self.subject)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.subject.setCompleter(completer)

    def set_known(self, places: Iterable[Place]) -> None:
        """Refuse to add these events, which there are already."""
        self._known = frozenset(places)

    def show_event(
        self, place: Place, *, found: State, now: State, edits: Sequence[EventEdit]
    ) -> None:
        """Show an event as it stands, as the data tell it, and what was changed."""
        self._place, self._found, self._before, self._is_new = place, found, now, False
        self.title.setText(f"{TITLES[place[1]]}: {place[0]}")
        self.message.clear()
        self._fill(now)
        self._show_history(edits)
        self._enable()

    @Slot()
    def begin_new(self) -> None:
        """Enter an event that the data do not tell of."""
        self._place, self._found, self._before, self._is_new = None, {}, {}, True
        self.title.setText(tr("An event that the data do not tell of"))
        self.message.clear()
        self.subject.clear()
        self._fill({COUNTS: YES})
        self.history.setText("")
        self._enable()
        self.subject.setFocus()
        self.begun.emit()

    def clear(self) -> None:
        """Show no event."""
        self._place, self._found, self._before, self._is_new = None, {}, {}, False
        self.title.setText(tr(_NONE))
        self.message.clear()
        self._fill({})
        self.history.setText("")
        self._enable()

    # -- building

    def _build(self) -> None:
        for key, text in TITLES.items():
            self.kind.addItem(tr(text), key)
        self.strategy.addItem(tr("As the estimand says"), "")
        for key, text in STRATEGIES.items():
            self.strategy.addItem(tr(text), key)
        self.strategy.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.strategy.setMinimumContentsLength(22)
        for widget, name, tip in (
            (self.subject, "subject", tr("Patient the event is of")),
            (self.kind, "kind", tr("Kind of the event")),
            (self.counts, "counts", tr("Untick where the data tell of an event that was none")),
            (
                self.date,
                "date",
                tr("Date of the event, also as year-month-day; values after it count anew"),
            ),
            (self.cause, "cause", tr("Why it happened, or which drug was taken")),
            (self.strategy, "strategy", tr("How values after the event of this patient count")),
            (self.who, "who", tr("Your name, kept with the change")),
            (self.reason, "reason", tr("Why the event is changed; printed with the result")),
        ):
            widget.setObjectName(f"event_{name}")
            if widget is self.counts:  # it has a name, which is its text
                widget.setAccessibleDescription(tip)
            else:
                widget.setAccessibleName(tip)
            widget.setToolTip(tip)
        for field, hint in (
            (self.subject, tr("Patient")),
            (self.date, local.day("2024-03-31")),
            (self.cause, tr("Reason or drug")),
            (self.who, tr("Your name")),
            (self.reason, tr("Reason for the change")),
        ):
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self.save)
        self.date.setMaximumWidth(16 * self.fontMetrics().averageCharWidth())
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(2 * theme.SPACE)
        form.setVerticalSpacing(theme.SPACE // 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._new = QWidget()
        self._new.setLayout(_line(self.subject, self.kind))
        self._new_label = _label(tr("&Patient"), self.subject)
        form.addRow(self._new_label, self._new)
        form.addRow(
            _label(tr("Date and &cause"), self.date), _line(self.date, self.cause, self.counts)
        )
        form.addRow(_label(tr("Strate&gy"), self.strategy), self.strategy)
        form.addRow(_label(tr("By and &why"), self.who), _line(self.who, self.reason))
        buttons = FlowRow()
        for name, text, tip, slot in (
            (
                "save",
                tr("Save cha&nge"),
                tr("Keep the change; results that depend on it go stale"),
                "save",
            ),
            (
                "revert",
                tr("Bac&k to the data"),
                tr("Fill in what the data tell; then save"),
                "revert",
            ),
            (
                "new",
                tr("Add ev&ent\u2026"),
                tr("Enter an event that the data do not tell of"),
                "begin_new",
            ),
            (
                "patient",
                tr("Open patient"),
                tr("Show this patient on the Patients tab"),
                "open_patient",
            ),
        ):
            button = QPushButton(text)
            button.setObjectName(f"event_{name}")
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(getattr(self, slot))
            buttons.addWidget(button)
            self._buttons[name] = button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        for part in (self.title, self.message):
            layout.addWidget(part)
        layout.addLayout(form)
        layout.addLayout(buttons)
        layout.addWidget(self.history)

    # -- inside

    def _fill(self, state: State) -> None:
        self.counts.setChecked(state.get(COUNTS) == YES)
        self.date.setText(local.day(state.get(DATE, "")))
        self.cause.setText(state.get(CAUSE, ""))
        self.strategy.setCurrentIndex(max(0, self.strategy.findData(state.get(STRATEGY, ""))))
        self.reason.clear()

    def _state(self) -> dict[str, str]:
        """Return what is entered as a state of the event."""
        state = {
            COUNTS: YES if self.counts.isChecked() else NO,
            DATE: local.iso(self.date.text().strip()),
            CAUSE: self.cause.text().strip(),
            STRATEGY: str(self.strategy.currentData()),
        }
        return {name: text for name, text in state.items() if text}

    def _enable(self) -> None:
        there = self._place is not None or self._is_new
        for widget in (self.date, self.cause, self.counts, self.strategy, self.who, self.reason):
            widget.setEnabled(there)
        self._new.setVisible(self._is_new)
        self._new_label.setVisible(self._is_new)
        self._buttons["save"].setEnabled(there)
        self._buttons["revert"].setEnabled(self._place is not None and self._before != self._found)
        self._buttons["patient"].setEnabled(self._place is not None)
        self._buttons["new"].setEnabled(bool(self._subjects) and not self._is_new)

    def _show_history(self, edits: Sequence[EventEdit]) -> None:
        lines = [
            f"{local.moment(e.when)}, {e.who}: {VARIABLES[e.variable].lower()} "
            f"{edit_text(e.variable, e.old)} \u2192 {edit_text(e.variable, e.new)}. {e.reason}"
            for e in edits
        ]
        if not self._found:
            told = tr("The data do not tell of this event.")
        else:
            known = self._found
            date = local.day(known[DATE]) if DATE in known else tr("no date")
            parts = (date, known.get(CAUSE) or tr("no reason"))
            told = tr("In the data: {parts}.", parts=", ".join(parts))
        self.history.setText("\n".join([told, *lines]))

    @Slot()
    def revert(self) -> None:
        """Fill in what the data tell, to be saved with a reason."""
        self._fill(self._found if self._found else {**self._before, COUNTS: NO})
        self.reason.setFocus()

    @Slot()
    def open_patient(self) -> None:
        if self._place is not None:
            subject, kind = self._place
            self.subjects_wanted.emit(Subjects(f"{TITLES[kind]}, {subject}", (subject,)))

    @Slot()
    def save(self) -> None:
        """Hand the change on, or say what is missing for that."""
        place = self._place
        if self._is_new:
            place = (self.subject.text().strip(), str(self.kind.currentData()))
            if place[0] not in self._subjects:
                self._refuse(tr("Choose a patient of the study."), self.subject)
                return
            if place in self._known:
                self._refuse(
                    tr("This event is in the list already: choose it there."), self.subject
                )
                return
        if place is None:
            return
        try:
            edits = changes(
                *place,
                before=self._before,
                after=self._state(),
                who=self.who.text().strip(),
                when=datetime.now(UTC),
                reason=self.reason.text().strip(),
            )
        except AnalysisError as error:
            empty = next((f for f in (self.who, self.reason) if not f.text().strip()), self.date)
            self._refuse(str(error), empty)
            return
        if not edits:
            self._refuse(tr("Nothing was changed."), self.date)
            return
        self.saved.emit(edits)

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self.message.say("error", sentence)
        field.setFocus()


def _label(text: str, field: QWidget) -> QLabel:
    """Return a label whose key leads to the field."""
    label = QLabel(text)
    label.setBuddy(field)
    return label


def _line(*fields: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.SPACE)
    for field in fields:
        line.addWidget(field)
    return line

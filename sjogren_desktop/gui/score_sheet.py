"""The score sheet of a visit: rate twelve domains and three complaints by keys, see what follows.

Entries stay on the sheet, patient by patient and visit by visit, until they
are saved. Saving makes edits (:mod:`sjogren_desktop.study.score_edits`); what
changes a saved value asks for a reason in place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.score_sheet import Assessment, assess, check_entry
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.banner import Badge, Banner, push_button
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.domain_panel import DomainPanel
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.score_table import ScoreTable
from sjogren_desktop.gui.score_totals import ScoreTotals
from sjogren_desktop.gui.sheet_lines import EsspriLine, SaveLine
from sjogren_desktop.gui.wrapped_pane import WrappedPane
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.scoring.esspri import ITEMS
from sjogren_desktop.study.course import Patient, Visit, study_day
from sjogren_desktop.study.score_edits import (
    DATE,
    Entry,
    EntryStack,
    ScoreEdit,
    edits_of,
    overlay,
)

IN_MEMORY = marked("NOT SAVED TO A FILE")
IN_MEMORY_HELP = marked(
    "Saved scores are kept until the program is closed. Study file > New study file keeps them."
)
_STEP = 0.01
"""How far the number of an added visit is from the one before, as for unscheduled visits."""

Place = tuple[str, float, str]


class ScoreSheet(QWidget):
    """Rates one visit at a time."""

    saved = Signal(object)
    """Edits to be recorded."""
    page_wanted = Signal()
    rows_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_sheet")
        self._patient: Patient | None = None
        self._edits: tuple[ScoreEdit, ...] = ()
        self._visits: list[Visit] = []
        self._visit: Visit | None = None
        self._stacks: dict[Place, EntryStack] = {}
        self._added: dict[str, list[Visit]] = {}
        self._assessment: Assessment | None = None
        self.visit = ChoiceBox()
        self.table = ScoreTable()
        self.panel = DomainPanel()
        self.totals = ScoreTotals()
        self.message = Banner("sheet_message")
        self.esspri = EsspriLine()
        self.saving = SaveLine()
        self._badge = Badge(tr(IN_MEMORY), tr(IN_MEMORY_HELP), "sheet_badge")
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self._connect()

    # -- what the panel calls

    def set_patient(self, patient: Patient, edits: Sequence[ScoreEdit]) -> None:
        """Take a patient with the edits so far; what is on the sheet of a visit stays."""
        kept = self._visit if self._patient and self._patient.key == patient.key else None
        self._patient, self._edits = patient, edits_of(edits, patient.key)
        known = {(v.number, v.name) for v in patient.visits}
        added = [v for v in self._added.get(patient.key, []) if (v.number, v.name) not in known]
        self._visits = sorted([*patient.visits, *added], key=_by_number)
        self.visit.blockSignals(True)
        self.visit.clear()
        for each in self._visits:
            self.visit.addItem(
                tr(
                    "{name}, day {day} {date}",
                    name=each.name,
                    day=study_day(each.day),
                    date=local.day(each.date),
                ).strip()
            )
        place = len(self._visits) - 1
        if kept is not None:
            place = next((i for i, v in enumerate(self._visits) if _same(v, kept)), place)
        self.visit.setCurrentIndex(place)
        self.visit.blockSignals(False)
        self._show_visit()

    def set_kept_in(self, name: str) -> None:
        """Say which file scores are saved in, "" when they are only in memory."""
        self._badge.setVisible(not name)

    def forget(self, kept: Collection[str] = ()) -> None:
        """Drop what is on the sheets, but those of patients that are shown again."""
        self._stacks = {place: s for place, s in self._stacks.items() if place[0] in kept}
        self._added = {key: visits for key, visits in self._added.items() if key in kept}
        if self._patient is None or self._patient.key not in kept:
            self._patient = self._visit = None

    def go_to_visit(self, visit: Visit) -> None:
        """Show the sheet of a visit."""
        place = next((i for i, v in enumerate(self._visits) if _same(v, visit)), -1)
        if place >= 0:
            self.visit.setCurrentIndex(place)

    def begin(self) -> None:
        """Put the keys on the first domain that is not rated, else on the first."""
        entries = self._stack.values if self._visit is not None else {}
        rows = [row for row, d in enumerate(DOMAINS) if d.key not in entries]
        self.table.go_to(rows[0] if rows else 0)
        self.table.setFocus()

    @property
    def shown(self) -> Visit | None:
        """The visit on the sheet."""
        return self._visit

    @property
    def entries(self) -> dict[str, Entry]:
        """What is on the sheet."""
        return self._stack.values if self._visit is not None else {}

    @property
    def assessment(self) -> Assessment | None:
        """What follows from what is on the sheet."""
        return self._assessment

    @property
    def is_draft(self) -> bool:
        """Say whether something on this sheet is not saved."""
        return self._visit is not None and bool(self._stack.changes())

    @property
    def patient(self) -> Patient | None:
        """The patient whose visit is on the sheet."""
        return self._patient

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visits of the patient, those added here included."""
        return tuple(self._visits)

    def entries_of(self, visit: Visit) -> dict[str, Entry]:
        """Return what is on the sheet of a visit of the patient, saved or not."""
        stack = self._stacks.get(self._place_of(visit))
        return stack.values if stack is not None else self._saved_values(visit)

    def is_changed(self, visit: Visit) -> bool:
        """Say whether something on the sheet of a visit is not saved."""
        stack = self._stacks.get(self._place_of(visit))
        return stack is not None and bool(stack.changes())

    def drafts(self) -> tuple[str, ...]:
        """Return the keys of the patients with entries that are not saved."""
        return tuple(dict.fromkeys(p[0] for p, stack in self._stacks.items() if stack.changes()))

    # -- building

    def _build(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, theme.SPACE, theme.SPACE // 2, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(self._head())
        layout.addWidget(self.message)
        rating = WrappedPane()
        left = QVBoxLayout(rating)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.SPACE)
        left.addWidget(self.table)
        left.addWidget(self.esspri)
        left.addWidget(self.totals)
        left.addStretch(1)
        splitter = KeptSplitter(Qt.Orientation.Horizontal, "score_sheet")
        splitter.addWidget(rating)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.begin()
        layout.addWidget(splitter, 1)
        scroll = QScrollArea()
        scroll.setObjectName("sheet_page")
        scroll.setAccessibleName(tr("Score sheet"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.SPACE // 2)
        outer.addWidget(scroll, 1)
        outer.addWidget(self.saving)

    def _button(self, name: str, text: str, tip: str, slot: object) -> QPushButton:
        button = push_button(f"sheet_{name}", text, tip, slot)
        self._buttons[name] = button
        return button

    def _head(self) -> QHBoxLayout:
        self.visit.setObjectName("sheet_visit")
        self.visit.setAccessibleName(tr("Visit rated"))
        self.visit.setToolTip(
            tr("Visit that is rated (Alt+Left and Alt+Right go to its neighbours)")
        )
        self.visit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.visit)
        line.addWidget(
            self._button(
                "new", tr("New visit"), tr("Add a visit of today to be rated"), self.add_visit
            )
        )
        line.addWidget(self._badge)
        line.addStretch(1)
        for button in (
            self._button("undo", tr("Undo"), tr("Take the last entry back (Ctrl+Z)"), self.undo),
            self._button(
                "redo", tr("Redo"), tr("Enter again what was taken back (Ctrl+Y)"), self.redo
            ),
            self._button(
                "page", tr("PDF\u2026"), tr("Write this sheet as one page"), self.page_wanted
            ),
            self._button(
                "rows",
                tr("Excel\u2026"),
                tr("Write one row a visit to a workbook"),
                self.rows_wanted,
            ),
        ):
            line.addWidget(button)
        return line

    def _connect(self) -> None:
        self.visit.currentIndexChanged.connect(self._show_visit)
        self.table.level_wanted.connect(self.enter)
        self.table.domain_changed.connect(self._show_domain)
        self.table.passed_end.connect(self.esspri.begin)
        self.esspri.passed_end.connect(self.saving.begin)
        self.saving.save_wanted.connect(self.save)
        for part in (self.panel, self.esspri):
            part.entered.connect(self.enter)
            part.refused.connect(self._refuse)
        for keys, slot in (
            ("Ctrl+S", self.save),
            ("Alt+Left", self._visit_before),
            ("Alt+Right", self._visit_after),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- entries

    @property
    def _stack(self) -> EntryStack:
        assert self._visit is not None
        place = self._place_of(self._visit)
        if place not in self._stacks:
            self._stacks[place] = EntryStack(self._saved_values(self._visit))
        return self._stacks[place]

    def _place_of(self, visit: Visit) -> Place:
        assert self._patient is not None
        return self._patient.key, visit.number, visit.name

    def _saved_values(self, visit: Visit) -> dict[str, Entry]:
        """Return what a sheet starts from: recorded ratings with all edits on top."""
        rated = {d.key: visit.values.get(d.key) for d in DOMAINS}
        rated |= {item: visit.values.get(item) for item in ITEMS}
        # Whole numbers as such, so that a level reads 2 and not 2.0.
        plain: dict[str, Entry] = {
            k: int(v) if v.is_integer() else v for k, v in rated.items() if v is not None
        }
        return overlay(plain, (e for e in self._edits if e.visit == (visit.number, visit.name)))

    @Slot(str, object)
    def enter(self, variable: str, value: object) -> None:
        """Enter a value; what cannot be is refused with a sentence and changes nothing."""
        if self._visit is None:
            return
        assert value is None or isinstance(value, int | float | str)
        try:
            check_entry(variable, value)
        except AnalysisError as error:
            self._refuse(str(error))
            return
        self.message.clear()
        if self._stack.enter(variable, value):
            self._refresh()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self._refresh()
        self.message.say("error", sentence)

    @Slot()
    def undo(self) -> None:
        """Take the last entry back."""
        if self._visit is not None and self._stack.can_undo:
            self._follow(self._stack.undo())

    @Slot()
    def redo(self) -> None:
        """Enter again what was taken back."""
        if self._visit is not None and self._stack.can_redo:
            self._follow(self._stack.redo())

    def _follow(self, variable: str) -> None:
        """Show where something was taken back."""
        self.message.clear()
        row = next((i for i, d in enumerate(DOMAINS) if d.key == variable), None)
        if row is not None:
            self.table.go_to(row)
        self._refresh()

    # -- visits

    @Slot()
    def add_visit(self) -> None:
        """Add a visit of today after the last one."""
        if self._patient is None:
            return
        last = self._visits[-1].number if self._visits else 0.0
        names = {v.name for v in self._visits}
        order = next(k for k in range(1, len(names) + 2) if f"Unscheduled {k}" not in names)
        today = date.today()
        made = Visit(
            round(last + _STEP, 4),
            f"Unscheduled {order}",
            _day_of(today, self._visits),
            today.isoformat(),
            {},
        )
        self._added.setdefault(self._patient.key, []).append(made)
        self._visit = made
        self.set_patient(self._patient, self._edits)
        self._stack.enter(DATE, made.date)
        self._refresh()
        self.begin()

    @Slot()
    def _visit_before(self) -> None:
        self.visit.setCurrentIndex(max(0, self.visit.currentIndex() - 1))

    @Slot()
    def _visit_after(self) -> None:
        self.visit.setCurrentIndex(min(self.visit.count() - 1, self.visit.currentIndex() + 1))

    @Slot()
    def _show_visit(self) -> None:
        place = self.visit.currentIndex()
        self._visit = self._visits[place] if 0 <= place < len(self._visits) else None
        self.message.clear()
        self._refresh()

    # -- saving

    @Slot()
    def save(self) -> None:
        """Save what is on the sheet, or say what is missing for that."""
        if self._visit is None or self._patient is None or not self._stack.changes():
            return
        visit = (self._visit.number, self._visit.name)
        when = datetime.now(UTC)
        who, reason = self.saving.who.text().strip(), self.saving.reason.text().strip()
        try:
            edits = tuple(
                ScoreEdit(
                    self._patient.key,
                    visit,
                    variable,
                    old,
                    new,
                    who,
                    when,
                    reason if old is not None else "",
                )
                for variable, old, new in self._stack.changes()
            )
        except AnalysisError as error:
            self.message.say("error", str(error))
            self.saving.begin()
            return
        self.saved.emit(edits)

    def take_saved(self) -> None:
        """What was on the sheet is recorded."""
        self._stack.mark_saved()
        self.saving.reason.clear()
        self._refresh()

    # -- what is shown

    @Slot(str)
    def _show_domain(self, domain: str) -> None:
        self.panel.show_domain(domain)
        self._show_panel()

    def _show_panel(self) -> None:
        if self._visit is None or self._assessment is None:
            return
        domain = self.table.domain
        self.panel.show_entries(
            self._stack.values,
            measured=self._visit.values,
            level=self.table.model_.level(domain),
            doubt=self._assessment.doubts.get(domain.key, ""),
        )

    def _refresh(self) -> None:
        ready = self._visit is not None and self._patient is not None
        for widget in (self.table, self.panel, self.esspri):
            widget.setEnabled(ready)
        if not ready:
            self._refresh_save()
            return
        assert self._patient is not None
        assert self._visit is not None
        stack, baseline = self._stack, self._patient.baseline
        before = self._patient.before(self._visit)
        start = None if baseline is None or _same(baseline, self._visit) else baseline.values
        self._assessment = assess(stack.values, start, self._visit.values)
        was: Mapping[str, float] = {} if before is None else before.values
        self.table.model_.show_entries(
            stack.values, saved=stack.saved, before=was, assessment=self._assessment
        )
        self.esspri.show_items(stack.values, was)
        self.totals.show_assessment(self._assessment)
        self._show_panel()
        self._refresh_save()

    @Slot()
    def _refresh_save(self) -> None:
        changes = self._stack.changes() if self._visit is not None else ()
        self.saving.show_changes(changes)
        has = self._visit is not None
        self._buttons["undo"].setEnabled(has and self._stack.can_undo)
        self._buttons["redo"].setEnabled(has and self._stack.can_redo)
        for name in ("page", "rows"):
            self._buttons[name].setEnabled(has)
        self._buttons["new"].setEnabled(self._patient is not None)


def _day_of(today: date, visits: Sequence[Visit]) -> float:
    """Return the day since the first dose of a date, counted from the last visit with a date."""
    dated = [v for v in visits if v.date]
    if dated:
        return dated[-1].day + (today - date.fromisoformat(dated[-1].date)).days
    return visits[-1].day + 1 if visits else 0.0


def _by_number(visit: Visit) -> float:
    return visit.number


def _same(one: Visit, other: Visit) -> bool:
    return (one.number, one.name) == (other.number, other.name)

"""One patient: course on one time axis, visits, score sheet, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.banner import Badge, FaintLabel, synthetic_badge, text_label
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.course_plots import Line, TimePlot, span_weeks
from sjogren_desktop.gui.flow_row import FlowRow
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.legend import Legend
from sjogren_desktop.gui.note_page import NotePage
from sjogren_desktop.gui.patient_text import (
    domain_line,
    measure_line,
    patient_text,
    score_line,
    span_line,
    state_text,
    title_of,
)
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.score_sheet import ScoreSheet
from sjogren_desktop.gui.turns import Turns
from sjogren_desktop.gui.visit_table import VisitTable, level_of, shown
from sjogren_desktop.gui.widths import at_least
from sjogren_desktop.scoring.essdai import DOMAINS, HIGH_FROM, LOW_BELOW
from sjogren_desktop.study.course import Measure, Patient, study_day

LABORATORY = ("IGG", "C4", "LYMPH")
"""Tests shown at first; others take their place where the study does not have them."""

_SCORES = (("essdai", "ESSDAI", 1), ("clinessdai", "ClinESSDAI", 2))
_SHEET = 2
_LETTERS = 40
"""Of width that the view has at least."""
"""Place of the score sheet among the pages."""


_PLOTS = ("scores", "domains", "esspri", "spans")
_LABS = tuple(f"lab_{i}" for i in range(len(LABORATORY)))


@dataclass
class Parts:
    """What takes long to make of the view; made one by one, the window can do other things."""

    sheet: ScoreSheet | None = None
    plots: dict[str, TimePlot] = field(default_factory=dict)

    def make(self) -> Iterator[None]:
        """Make one part after the other."""
        for name in (*_PLOTS, "medication", *_LABS):
            self.plots[name] = TimePlot(f"course_{name}")
            yield
        self.sheet = ScoreSheet()
        yield


class PatientView(QWidget):
    """Shows one patient at a time."""

    step_wanted = Signal(int)
    """The patient so many places on is wanted."""

    def __init__(self, parts: Parts | None = None, parent: QWidget | None = None) -> None:
        """Make the view of parts made before, or of new ones."""
        super().__init__(parent)
        self.setObjectName("patient_view")
        if parts is None:
            parts = Parts()
            for _ in parts.make():
                pass
        assert parts.sheet is not None
        self.patient: Patient | None = None
        self._turns = Turns(self)
        self.title = text_label("", "title", bold=True)
        self.title.setObjectName("patient_title")
        self._facts = FaintLabel("", "body")
        self._facts.setObjectName("patient_facts")
        self._synthetic = synthetic_badge("patient_synthetic")
        self._blinded = _blinded_badge()
        self._place = FaintLabel()
        self._place.setWordWrap(False)
        self.pages = QTabWidget()
        self.sheet = parts.sheet
        self.visits = VisitTable(self)
        self.visit_view = plain_table("visits", tr("Visits of the patient"))
        self.text = QPlainTextEdit()
        self.notes = NotePage()
        self._plots = {name: parts.plots[name] for name in _PLOTS}
        self._medication = parts.plots["medication"]
        self._labs = [(ChoiceBox(), parts.plots[name]) for name in _LABS]
        self._empty: dict[str, FaintLabel] = {}
        self._summary = text_label()
        self._summary.setObjectName("patient_summary")
        self._scroll = QScrollArea()
        self._build()

    # -- what the tab calls

    def show_patient(
        self, patient: Patient, *, synthetic: bool, shows_arms: bool, place: tuple[int, int]
    ) -> None:
        """Show a patient from the beginning of the page that is open; the course in turns."""
        self._blinded.setVisible(not shows_arms)
        same = self.patient is not None and self.patient.key == patient.key
        self.patient = patient
        self.title.setText(title_of(patient))
        facts = [
            state_text(patient.status),
            *(local.numbers(f"{tr(name)} {tr(value)}") for name, value in patient.facts),
        ]
        self._facts.setText(" \u00b7 ".join(facts))
        self._synthetic.setVisible(synthetic)
        self._place.setText(
            tr("{shown} of {total}", shown=place[0], total=place[1]) if place[0] else ""
        )
        self.visits.set_patient(patient)
        columns = self.visits.columnCount()
        fit_columns(self.visit_view, [self.visits.longest(c) for c in range(columns)])
        self.text.setPlainText(patient_text(patient))
        self._summary.setText(score_line(patient))
        self._turns.start(self._draw(patient))
        if not same:
            for plot in self._all_plots:  # nothing of another patient under this one's name
                plot.clear()
            self._scroll.verticalScrollBar().setValue(0)

    @property
    def is_busy(self) -> bool:
        """Say whether parts of the course are still to be drawn."""
        return self._turns.is_busy

    def show_sheet(self) -> None:
        """Bring the score sheet to the front, ready for the first level."""
        self.pages.setCurrentIndex(_SHEET)
        self.sheet.begin()

    # -- building

    def minimumSizeHint(self) -> QSize:
        return at_least(_LETTERS, self, super().minimumSizeHint())

    def _build(self) -> None:
        head = FlowRow(self.title, self._blinded, self._synthetic, self._place)
        for name, text, tip, slot in (
            (
                "previous",
                tr("\u25b2 &Previous"),
                tr("Previous patient of the list (Alt+Up)"),
                self._back,
            ),
            ("next", tr("&Next \u25bc"), tr("Next patient of the list (Alt+Down)"), self._forth),
        ):
            button = QPushButton(text)
            button.setObjectName(f"patient_{name}")
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(slot)
            head.addWidget(button)
        self.pages.setObjectName("patient_pages")
        self.pages.setDocumentMode(True)
        self.pages.addTab(self._course_page(), tr("Course"))
        self.pages.addTab(self._visits_page(), tr("Visits"))
        self.pages.addTab(self.sheet, tr("Score sheet"))
        self.pages.addTab(self._text_page(), tr("In words"))
        self.pages.addTab(self.notes, tr("Notes"))
        for place, tip in enumerate(
            (
                tr("Scores, laboratory, events and medication on one time axis (Ctrl+1)"),
                tr("Totals and domain levels of every visit (Ctrl+2)"),
                tr("Rate a visit (Ctrl+3)"),
                tr("The same course as text (Ctrl+4)"),
                tr("Notes of those who reviewed the patient (Ctrl+5)"),
            )
        ):
            self.pages.setTabToolTip(place, tip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addLayout(head)
        layout.addWidget(self._facts)
        layout.addWidget(self.pages, 1)

    def _course_page(self) -> QWidget:
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAutoFillBackground(True)
        self._course = QVBoxLayout(page)
        self._course.setContentsMargins(*[theme.SPACE] * 4)
        self._course.setSpacing(theme.SPACE // 2)
        self._course.addWidget(self._summary)
        self._heading(
            tr("Disease activity"), _legend(), tr("5 and 14 are the limits of activity levels")
        )
        self._course.addWidget(self._plots["scores"])
        self._heading(tr("Domain levels"), None, tr("0 none, 1 low, 2 moderate, 3 high"))
        self._course.addWidget(self._plots["domains"])
        self._heading(
            "ESSPRI", None, tr("Mean of dryness, fatigue and pain; below 5 is acceptable")
        )
        self._course.addWidget(self._plots["esspri"])
        self._heading(
            tr("Laboratory"), None, tr("Shaded: reference range; a triangle is a value outside it")
        )
        for number_, (box, plot) in enumerate(self._labs, start=1):
            box.setObjectName(f"lab_choice_{number_}")
            box.setAccessibleName(tr("Laboratory test {number}", number=number_))
            box.setToolTip(tr("Choose which laboratory test is drawn below"))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self._draw_labs)
            line = QHBoxLayout()
            line.addWidget(box)
            line.addStretch(1)
            self._course.addLayout(line)
            self._course.addWidget(plot)
        self._no_line("labs", tr("No laboratory test with a reference range is in the data."))
        self._heading(tr("Adverse events"), None, tr("S serious; 1 mild, 2 moderate, 3 severe"))
        self._course.addWidget(self._plots["spans"])
        self._no_line("events", tr("No adverse event is recorded."))
        self._heading(
            tr("Injections and medication"), None, tr("A triangle is an injection of the trial")
        )
        self._course.addWidget(self._medication)
        self._no_line("medication", tr("No injection or medication is recorded."))
        axis = FaintLabel(tr("Weeks since the first dose"))
        axis.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._course.addWidget(axis)
        self._course.addStretch(1)
        self._scroll.setObjectName("course_page")
        self._scroll.setAccessibleName(tr("Course of the patient"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(page)
        return self._scroll

    def _heading(self, title: str, legend: QWidget | None, note: str) -> None:
        name = QLabel(title)
        theme.set_type(name, "heading", bold=True)
        faint = FaintLabel(note)
        faint.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        line = FlowRow(name, *([] if legend is None else [legend]), faint)
        line.setSpacing(2 * theme.SPACE)
        self._course.addLayout(line)

    def _no_line(self, name: str, text: str) -> None:
        label = FaintLabel(text, "body")
        self._empty[name] = label
        self._course.addWidget(label)

    def _visits_page(self) -> QWidget:
        self.visit_view.setModel(self.visits)
        self.visit_view.setAlternatingRowColors(False)
        self.visit_view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.visit_view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.visit_view.setToolTip(tr("Press Enter on a visit to open its score sheet"))
        self.visit_view.activated.connect(self._open_visit)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, theme.SPACE, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self.visit_view, 1)
        layout.addWidget(
            FaintLabel(
                tr("Change is visit minus baseline. Enter opens the score sheet of a visit.")
            )
        )
        return page

    def _text_page(self) -> QWidget:
        self.text.setObjectName("patient_text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Course of the patient in words"))
        self.text.setToolTip(tr("The course in words; select and copy as text"))
        return self.text

    # -- the course

    @property
    def _all_plots(self) -> tuple[TimePlot, ...]:
        return (*self._plots.values(), self._medication, *(plot for _, plot in self._labs))

    def _draw(self, patient: Patient) -> Iterator[None]:
        """Draw the course, one plot in a turn."""
        last = [] if patient.end is None else [patient.end]
        ends = [s.stop for s in patient.events if s.stop is not None]
        days = [*(v.day for v in patient.visits), *patient.doses, *last, *ends]
        for plot in self._all_plots:
            plot.weeks = span_weeks(days)
        yield from self._draw_scores(patient)
        yield from self._offer_labs(patient)
        events, medications = patient.events, patient.medications
        self._plots["spans"].show_spans(events)
        self._plots["spans"].describe(tr("Adverse events"), " ".join(map(span_line, events)))
        self._plots["spans"].setVisible(bool(events))
        self._empty["events"].setVisible(not events)
        yield
        self._medication.show_spans(medications, patient.doses)
        doses = tr("{count} injections. ", count=len(patient.doses))
        self._medication.describe(
            tr("Injections and medication"), doses + " ".join(map(span_line, medications))
        )
        self._medication.setVisible(bool(medications or patient.doses))
        self._empty["medication"].setVisible(not (medications or patient.doses))

    def _draw_scores(self, patient: Patient) -> Iterator[None]:
        lines = [_line(patient, item, name, style) for item, name, style in _SCORES]
        self._plots["scores"].show_lines(lines, (LOW_BELOW, HIGH_FROM), 0.0)
        self._plots["scores"].describe(tr("ESSDAI and ClinESSDAI over time"), score_line(patient))
        yield
        weeks = [v.day / 7 for v in patient.visits]
        levels = [[level_of(v, d.key) for v in patient.visits] for d in DOMAINS]
        self._plots["domains"].show_levels([_name(d.label) for d in DOMAINS], weeks, levels)
        words = " ".join(f"{v.name}: {domain_line(v)}." for v in patient.visits)
        self._plots["domains"].describe(tr("Domain levels by visit"), words)
        yield
        self._plots["esspri"].show_lines([_line(patient, "esspri", "ESSPRI", 3)], (5.0,), 0.0)
        self._plots["esspri"].describe(tr("ESSPRI over time"), score_line(patient))
        yield

    def _offer_labs(self, patient: Patient) -> Iterator[None]:
        codes = [m.code for m in patient.measures]
        wanted = [c for c in LABORATORY if c in codes]
        spare = [c for c in codes if c not in wanted]
        for place, (box, _) in enumerate(self._labs):
            kept = box.currentData()
            first = wanted[place] if place < len(wanted) else next(iter(spare[place:]), None)
            box.blockSignals(True)
            box.clear()
            for measure in patient.measures:
                box.addItem(measure.label, measure.code)
            chosen = kept if kept in codes else first
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)
            box.setVisible(bool(codes))
        self._empty["labs"].setVisible(not codes)
        for box, plot in self._labs:
            self._draw_lab(box, plot)
            yield

    @Slot()
    def _draw_labs(self) -> None:
        for box, plot in self._labs:
            self._draw_lab(box, plot)

    def _draw_lab(self, box: QComboBox, plot: TimePlot) -> None:
        measures = {m.code: m for m in self.patient.measures} if self.patient else {}
        measure: Measure | None = measures.get(box.currentData())
        plot.setVisible(measure is not None)
        plot.show_measure(measure)
        if measure is not None:
            plot.describe(measure.label, measure_line(measure))

    # -- slots

    @Slot()
    def _back(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _forth(self) -> None:
        self.step_wanted.emit(1)

    @Slot(QModelIndex)
    def _open_visit(self, index: QModelIndex) -> None:
        if index.isValid():
            self.sheet.go_to_visit(self.visits.visit(index.row()))
            self.show_sheet()


def _name(label: str) -> str:
    """Return the name of a domain as it fits beside the map."""
    return {
        "Lymphadenopathy and lymphoma": "Lymphadenopathy",
        "Peripheral nervous system": "Peripheral nerves",
        "Central nervous system": "Central nerves",
    }.get(label, label)


def _line(patient: Patient, item: str, name: str, style: int) -> Line:
    known = [v for v in patient.visits if item in v.values]
    texts = tuple(
        tr(
            "{name} {number}\n{visit}, day {day} {date}",
            name=name,
            number=shown(v.values[item], item),
            visit=v.name,
            day=study_day(v.day),
            date=local.day(v.date),
        ).strip()
        for v in known
    )
    return Line(
        name,
        style,
        tuple(v.day / 7 for v in known),
        tuple(v.values[item] for v in known),
        texts,
    )


def _legend() -> Legend:
    series = tuple(Series(name, style, (), ()) for _, name, style in _SCORES)
    made = Legend(LineFigure("scores", tr("Disease activity"), "", "", series))
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def _blinded_badge() -> Badge:
    return Badge(
        tr("ARMS NOT SHOWN"),
        tr("Nothing on this tab tells the treatment: arms, doses and B cell counts are left out."),
        "patient_blinded",
    )

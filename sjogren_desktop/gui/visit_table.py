"""The visits of a patient as a table: totals, changes, and the level of every domain.

It says in numbers all that the heat map shades, and can be walked by keys.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication

from sjogren_desktop import formats
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.course_plots import shade_of
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.widths import widest_text
from sjogren_desktop.scoring.essdai import ACTIVITY_LEVELS, DOMAINS, LEVEL_NAMES
from sjogren_desktop.study.course import Patient, Visit, study_day

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_NAME = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_GROUND = int(Qt.ItemDataRole.BackgroundRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
_LEFT = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_NO_PARENT = QModelIndex()

SHORT = {
    "constitutional": "Cons",
    "lymphadenopathy": "Lymph",
    "glandular": "Gland",
    "articular": "Artic",
    "cutaneous": "Cutan",
    "pulmonary": "Pulm",
    "renal": "Renal",
    "muscular": "Musc",
    "pns": "PNS",
    "cns": "CNS",
    "haematological": "Haem",
    "biological": "Biol",
}
"""Short names of the domains, for heads of columns."""

_HEADS = (
    (marked("Visit"), marked("Name of the visit")),
    (marked("Day"), marked("Study day: 1 is the day of the first dose")),
    (marked("Date"), marked("Date of the visit")),
    ("ESSDAI", marked("ESSDAI total, 0 to 123")),
    (marked("Change"), marked("ESSDAI minus baseline: negative is improvement")),
    (marked("Activity"), marked("Low below 5, moderate 5 to 13, high from 14")),
    ("ClinESSDAI", marked("ClinESSDAI total, 0 to 135")),
    (marked("Change"), marked("ClinESSDAI minus baseline: negative is improvement")),
    ("ESSPRI", marked("ESSPRI, mean of dryness, fatigue and pain, 0 to 10")),
    (marked("Change"), marked("ESSPRI minus baseline: negative is improvement")),
)
_TEXTS = (0, 2, 5)


class VisitTable(QAbstractTableModel):
    """One row a visit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visits: tuple[Visit, ...] = ()
        self._rows: list[tuple[str, ...]] = []

    def set_patient(self, patient: Patient | None) -> None:
        """Show the visits of a patient."""
        self.beginResetModel()
        self._visits = patient.visits if patient is not None else ()
        self._rows = [_texts(v, patient.baseline) for v in self._visits] if patient else []
        self.endResetModel()

    def visit(self, row: int) -> Visit:
        """Return the visit of a row."""
        return self._visits[row]

    def longest(self, column: int) -> str:
        """Return the longest text of a column, its header included."""
        return widest_text([self._head(column)[0], *(row[column] for row in self._rows)])

    def _head(self, column: int) -> tuple[str, str]:
        if column < len(_HEADS):
            head, tip = _HEADS[column]
            return tr(head), tr(tip)
        domain = DOMAINS[column - len(_HEADS)]
        return SHORT[domain.key], tr("{label}: level", label=domain.label)

    # -- what the view calls

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_HEADS) + len(DOMAINS)

    def data(self, index: Any, role: int = _DISPLAY) -> object:
        row, column = index.row(), index.column()
        if role == _DISPLAY:
            return self._rows[row][column]
        is_level = column >= len(_HEADS)
        if role == _ALIGN:
            return _CENTRE if is_level else _LEFT if column in _TEXTS else _RIGHT
        if not is_level:
            return None
        domain = DOMAINS[column - len(_HEADS)]
        level = level_of(self._visits[row], domain.key)
        if role == _TIP:
            said = tr("not rated") if level is None else tr(LEVEL_NAMES[level])
            return tr(
                "{label} at {name}: {said}",
                label=domain.label,
                name=self._visits[row].name,
                said=said,
            )
        if role in (_GROUND, _INK) and level:
            scheme = theme.scheme_of(QGuiApplication.palette())
            return shade_of(level, scheme)[0 if role == _GROUND else 1]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical and role == _NAME:  # the rows show no head
            return self._visits[section].name
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role in (_DISPLAY, _TIP):
            return self._head(section)[0 if role == _DISPLAY else 1]
        if role == _ALIGN:
            return _LEFT if section in _TEXTS else _CENTRE if section >= len(_HEADS) else _RIGHT
        return None


def level_of(visit: Visit, domain: str) -> int | None:
    """Return the level of a domain at a visit; None where it is missing or impossible."""
    value = visit.values.get(domain)
    return int(value) if value in (0.0, 1.0, 2.0, 3.0) and value is not None else None


def shown(value: float | None, item: str) -> str:
    """Return a score as it is shown: :func:`number` in the notation of the user's system."""
    return local.numbers(number(value, item))


def change_shown(value: float | None, item: str) -> str:
    """Return a change of a score as it is shown: :func:`signed` in that notation."""
    return local.numbers(signed(value, item))


def number(value: float | None, item: str) -> str:
    """Return a score as files have it: a mean such as ESSPRI with two decimals, a sum whole."""
    if value is None:
        return ""
    whole = item != "esspri" and float(value).is_integer()
    return formats.fixed(value, 0 if whole else 2)


def signed(value: float | None, item: str) -> str:
    """Return a change of a score with its sign, 0 without.

    The minus is that of results and exports: copied, it is still read as a number.
    """
    text = number(value, item)
    return f"+{text}" if value is not None and value > 0 else text


def _texts(visit: Visit, baseline: Visit | None) -> tuple[str, ...]:
    values = visit.values

    def change(item: str) -> str:
        if baseline is None or visit is baseline:
            return ""
        if item not in values or item not in baseline.values:
            return ""
        return change_shown(values[item] - baseline.values[item], item)

    activity = values.get("activity")
    return (
        visit.name,
        str(study_day(visit.day)),
        local.day(visit.date),
        shown(values.get("essdai"), "essdai"),
        change("essdai"),
        "" if activity is None else tr(ACTIVITY_LEVELS[int(activity)]),
        shown(values.get("clinessdai"), "clinessdai"),
        change("clinessdai"),
        shown(values.get("esspri"), "esspri"),
        change("esspri"),
        *("" if (n := level_of(visit, d.key)) is None else str(n) for d in DOMAINS),
    )

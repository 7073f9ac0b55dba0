"""What one patient's course is made of: visits, tests, events and medication by day.

Days are counted since the first dose: 0 is study day 1, and there is no study
day 0. Frozen values without pandas, made by :mod:`.patients`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor


@dataclass(frozen=True)
class Visit:
    """One visit: its number and name, day since the first dose, and values by item."""

    number: float
    name: str
    day: float
    date: str
    values: Mapping[str, float]
    is_baseline: bool = False


@dataclass(frozen=True)
class Measure:
    """A laboratory test over time; limits are NaN where the file has none."""

    code: str
    label: str
    days: tuple[float, ...]
    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    visits: tuple[str, ...]

    def outside(self, place: int) -> str:
        """Return "low" or "high" where a value is outside its range, else ""."""
        if self.values[place] < self.low[place]:
            return "low"
        return "high" if self.values[place] > self.high[place] else ""


@dataclass(frozen=True)
class Span:
    """Something that lasted: an adverse event or a medication.

    ``start`` and ``stop`` are None where the day is not known; a medication or
    event without an end is ``ongoing``.
    """

    label: str
    start: float | None
    stop: float | None
    ongoing: bool
    detail: str = ""
    is_serious: bool = False
    severity: int = 0


@dataclass(frozen=True)
class Patient:
    """What the study holds of one patient, on one time axis."""

    key: str
    study: str
    subject: str
    status: str
    facts: tuple[tuple[str, str], ...]
    visits: tuple[Visit, ...]
    measures: tuple[Measure, ...]
    events: tuple[Span, ...]
    medications: tuple[Span, ...]
    doses: tuple[float, ...]
    end: float | None = None
    notes: tuple[str, ...] = ()

    @property
    def baseline(self) -> Visit | None:
        """The visit that changes are counted from."""
        return next((v for v in self.visits if v.is_baseline), None)

    def before(self, visit: Visit) -> Visit | None:
        """Return the visit before this one."""
        earlier = [v for v in self.visits if v.number < visit.number]
        return earlier[-1] if earlier else None


def study_day(day: float) -> int:
    """Return the study day of a day since the first dose: 0 is day 1, -1 is day -1."""
    whole = floor(day)
    return whole + 1 if whole >= 0 else whole


_SEVERITY = {"MILD": 1, "MODERATE": 2, "SEVERE": 3, "LIFE THREATENING": 4, "FATAL": 5}


def event(record: Mapping[str, object], start: float | None, stop: float | None) -> Span:
    """Return an adverse event from its record and its days."""
    severity = text_of(record.get("AESEV"))
    grade = text_of(record.get("AETOXGR"))
    serious = text_of(record.get("AESER")) == "Y"
    outcome = text_of(record.get("AEOUT"))
    over = stop is not None or outcome.upper().startswith(("RECOVERED/", "RECOVERED", "FATAL"))
    words = [
        severity.lower(),
        f"grade {grade}" if grade else "",
        "serious" if serious else "",
        outcome.lower(),
        "day of start estimated" if text_of(record.get("ASTDTF")) else "",
        "day of end estimated" if text_of(record.get("AENDTF")) else "",
    ]
    digits = grade if grade.isdigit() else str(_SEVERITY.get(severity.upper(), 0))
    label = text_of(record.get("AEDECOD")) or text_of(record.get("AETERM")) or "Adverse event"
    return Span(
        label, start, stop, not over, ", ".join(w for w in words if w), serious, int(digits)
    )


def medication(record: Mapping[str, object], start: float | None, stop: float | None) -> Span:
    """Return a medication from its record and its days."""
    label = text_of(record.get("CMTRT")) or text_of(record.get("CMDECOD")) or "Medication"
    dose = " ".join(t for t in (text_of(record.get("CMDOSE")), text_of(record.get("CMDOSU"))) if t)
    words = [text_of(record.get("CMCAT")).lower(), dose]
    return Span(label, start, stop, stop is None, ", ".join(w for w in words if w))


def text_of(value: object) -> str:
    """Return a value as text, "" where missing."""
    if value is None or value != value:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)

"""How long each subject was under observation for adverse events.

Rules EX.1 to EX.3 in ``resources/methods/ae_incidence.md``: years from the first dose
to the last (TRTSDT to TRTEDT of the subject-level data), or the duration given
there, or the dates of the exposure records, or the time in the study. What was
used stands on every method card.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses.ae_records import Cohort, dates
from sjogren_desktop.analyses.periods import last_day
from sjogren_desktop.analyses.spec import Choice, Item, Number
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import Dataset, StudyData

DAYS_A_YEAR = 365.25

Floats = npt.NDArray[np.float64]
Dates = npt.NDArray[np.datetime64]

_SOURCES = {
    "treatment": "First to last dose (TRTSDT to TRTEDT)",
    "duration": "Duration of treatment (TRTDURD, days)",
    "records": "First to last exposure record (ADEX)",
    "study": "First dose to end of study (TRTSDT to EOSDT)",
}


def _exposure_records(study: StudyData) -> Dataset | None:
    for dataset in study.datasets:
        usable = {"USUBJID", "ASTDT"} <= set(dataset.frame.columns)
        if dataset.name in ("ADEX", "EX") and usable:
            return dataset
    return None


def _items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    adsl = study.adsl

    def has(*columns: str) -> bool:
        return all(c in adsl and adsl[c].notna().any() for c in columns)

    available = {
        "treatment": has("TRTSDT", "TRTEDT"),
        "duration": has("TRTDURD"),
        "records": _exposure_records(study) is not None,
        "study": has("TRTSDT", "EOSDT"),
    }
    return tuple(Item(k, _SOURCES[k]) for k, there in available.items() if there)


def _default(study: StudyData, values: Mapping[str, object]) -> str:
    items = _items(study, values)
    return items[0].value if items else ""


EXPOSURE = Choice(
    "exposure",
    "Time at risk",
    "The time during which an event of a subject would have been counted.",
    _items,
    _default,
)
LAG = Number(
    "lag",
    "Days added after the end",
    "Follow-up after the last dose in which events still count as treatment-emergent.",
    0,
    0,
    1000,
    advanced=True,
)


@dataclass(frozen=True, eq=False)
class Exposure:
    """Days at risk of each subject of a cohort (NaN if not known), and from when.

    ``start`` is missing where the source has durations only and no first dose.
    """

    days: Floats
    start: Dates
    text: str
    notes: tuple[str, ...] = ()


def exposure(study: StudyData, group: Cohort, values: Mapping[str, object]) -> Exposure:
    """Return the time at risk of every subject of the cohort (EX.1).

    Raises
    ------
    AnalysisError
        If the data do not say how long subjects were treated.
    """
    source, lag = str(values["exposure"]), values["lag"]
    assert isinstance(lag, int | float)
    if not source:
        raise AnalysisError(
            "How long subjects were treated is not known: the subject-level data set has neither "
            "TRTSDT and TRTEDT nor TRTDURD, and there are no exposure records. Add one of them."
        )
    people = group.people
    start = _dates(group, "TRTSDT")
    if source == "duration":
        days = people["TRTDURD"].to_numpy(dtype=np.float64)
    elif source == "records":
        start, end = _recorded(study, group)
        days = _span(start, end)
    else:
        days = _span(start, _dates(group, "TRTEDT" if source == "treatment" else "EOSDT"))
    last = last_day(people)
    if last is not None:
        days = np.fmin(days, np.where(np.isnat(last), np.inf, _span(start, last)))
    days = np.where(days > 0, days + lag, np.nan)
    notes = []
    if unknown := int(np.isnan(days).sum()):
        notes.append(
            f"{unknown} subjects whose time at risk is not known do not enter the rates, nor do "
            "their events."
        )
    text = _SOURCES[source] + (f", {lag:g} days added" if lag else "")
    return Exposure(days, start, text, tuple(notes))


def _dates(group: Cohort, column: str) -> Dates:
    found = dates(group.people, column)
    if found is None:
        return np.full(len(group.people), np.datetime64("NaT", "D"))
    return found


def _span(start: Dates, end: Dates) -> Floats:
    """Return days from start to end, both included."""
    known = ~(np.isnat(start) | np.isnat(end))
    days = np.full(len(start), np.nan)
    days[known] = (end[known] - start[known]) / np.timedelta64(1, "D") + 1
    return days


def _recorded(study: StudyData, group: Cohort) -> tuple[Dates, Dates]:
    dataset = _exposure_records(study)
    assert dataset is not None
    people = group.positions(study, dataset.frame)
    from_ = dates(dataset.frame, "ASTDT")
    to = dates(dataset.frame, "AENDT")
    assert from_ is not None
    to = from_ if to is None else np.where(np.isnat(to), from_, to)
    use = (people >= 0) & ~np.isnat(from_)
    start = np.full(len(group.people), np.datetime64("9999-01-01", "D"))
    end = np.full(len(group.people), np.datetime64("0001-01-01", "D"))
    np.minimum.at(start, people[use], from_[use])
    np.maximum.at(end, people[use], to[use])
    none = ~np.isin(np.arange(len(group.people)), people[use])
    start[none] = end[none] = np.datetime64("NaT", "D")
    return start, end

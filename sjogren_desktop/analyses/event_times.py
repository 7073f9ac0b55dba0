"""Time to a first adverse event, subject by subject, and what ended it.

Rules TE.1 to TE.3 in ``resources/methods/ae_time.md``; checked through the analysis
that uses it in ``tests/analyses/test_ae_time.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_incidence import onset_day
from sjogren_desktop.analyses.ae_records import Cohort, Events, IntArray, dates
from sjogren_desktop.analyses.exposure import Exposure
from sjogren_desktop.analyses.measurements import Floats
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import AVAL, PARAM, PARAMCD, StudyData


def timed_parameters(study: StudyData) -> dict[str, str]:
    """Return the time-to-event parameters: code -> label."""
    found: dict[str, str] = {}
    for dataset in study.of_kind("ADTTE"):
        columns = [PARAMCD, PARAM if PARAM in dataset.frame else PARAMCD]
        if {PARAMCD, AVAL, "CNSR"} <= set(dataset.frame.columns):
            for row in dataset.frame[columns].drop_duplicates().itertuples(index=False):
                found.setdefault(str(row[0]), str(row[-1]))
    return found


@dataclass(frozen=True, eq=False)
class Times:
    """Time and cause by subject: 0 censored, 1 the event, 2 death before it.

    ``follow_up``, ``event_people`` and ``event_days`` have all events, for the mean
    number of events; they are None for time-to-event data.
    """

    people: IntArray
    time: Floats
    cause: IntArray
    label: str
    source: str
    notes: tuple[str, ...] = ()
    follow_up: Floats | None = None
    event_people: IntArray | None = None
    event_days: Floats | None = None


def from_parameter(study: StudyData, group: Cohort, code: str) -> Times:
    """Return times of a parameter of the time-to-event data (TE.1)."""
    for dataset in study.of_kind("ADTTE"):
        frame = who.in_scope(dataset.frame, group.scope)
        frame = frame.loc[frame[PARAMCD] == code]
        if frame.empty:
            continue
        place = group.positions(study, frame)
        use = (place >= 0) & frame[AVAL].notna().to_numpy() & frame["CNSR"].notna().to_numpy()
        frame, place = frame.loc[use], place[use]
        if len(np.unique(place)) < len(place):
            raise AnalysisError(
                f"The time-to-event parameter {code} has several records of a subject. "
                "Keep one record a subject and parameter."
            )
        event = (frame["CNSR"] == 0).to_numpy()
        label = timed_parameters(study)[code]
        missing = len(group.people) - len(place)
        notes = (f"{missing} subjects have no record of {label}.",) if missing else ()
        time = frame[AVAL].to_numpy(dtype=np.float64)
        source = f"{code} of the time-to-event data; CNSR = 0 is an event"
        return Times(place, time, event.astype(np.intp), label, source, notes)
    raise AnalysisError(
        f"No subject of {group.scope} has a record of {code}. Choose another event."
    )


def from_events(group: Cohort, events: Events, time: Exposure, label: str) -> Times:
    """Return times to the first event, with death before it as competing (TE.2, TE.3)."""
    known = np.isfinite(time.days)
    day = onset_day(events, time)
    use = known[events.people]
    undated = int((use & np.isnan(day)).sum())
    use &= ~np.isnan(day)
    people, day = events.people[use], day[use]
    first = np.full(len(group.people), np.inf)
    np.minimum.at(first, people, day)
    died = _death_day(group, time)
    end = np.fmin(np.where(known, time.days, np.nan), died)
    had = np.isfinite(first)
    cause = np.where(had, 1, np.where(died <= time.days, 2, 0))
    until = np.where(had, first, end)
    keep = np.flatnonzero(known)
    last = np.full(len(group.people), -np.inf)
    np.maximum.at(last, people, day)
    notes = list(time.notes)
    if undated:
        notes.append(f"{undated} events without a complete start date play no part.")
    late = int((had & (first > time.days)).sum())
    if late:
        notes.append(
            f"{late} subjects had their first event after the end of their time at risk. It counts "
            "at its day, when few others are still followed, so the end of the curve and quartiles "
            "there hang on single subjects. Days added after the end, or the time in the study, "
            "follow the others as long."
        )
    return Times(
        keep,
        until[keep],
        cause[keep].astype(np.intp),
        label,
        f"First adverse event of the kind; time at risk: {time.text}",
        tuple(notes),
        np.maximum(end, last),
        people,
        day,
    )


def _death_day(group: Cohort, time: Exposure) -> Floats:
    when = dates(group.people, "DTHDT")
    day = np.full(len(group.people), np.inf)
    if when is not None:
        known = ~(np.isnat(when) | np.isnat(time.start))
        day[known] = (when[known] - time.start[known]) / np.timedelta64(1, "D") + 1
    return np.asarray(np.maximum(day, 1.0), dtype=np.float64)

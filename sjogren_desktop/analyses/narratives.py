"""Drafts of patient narratives: who the patient was, the treatment, the event, the course.

Sentences are put together from the records and say nothing that is not in them; a
physician completes and signs them. The report exports write them as Word or RTF. Rules
NR.1 to NR.4 in ``resources/methods/narratives.md``; checked in
``tests/analyses/test_narratives.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import CLASSES, filled
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    Events,
    adverse_events,
    cohort,
    dates,
    start_dates,
)
from sjogren_desktop.analyses.interest import GROUP, event_mask, known_groups, lists_used
from sjogren_desktop.analyses.patient_scores import PatientBook, open_book
from sjogren_desktop.analyses.periods import change_of
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number
from sjogren_desktop.results import (
    AnalysisError,
    Cell,
    Column,
    Progress,
    Result,
    Row,
    Stat,
    Table,
    Value,
)
from sjogren_desktop.study.course import Measure, Patient, Span, study_day, text_of
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

_KINDS = {
    "death": "Deaths and events leading to death",
    "serious": "Serious adverse events",
    "discontinuation": "Events leading to discontinuation of treatment",
    "severe": "Severe adverse events",
}
_MOST = 8
"""Items named one by one in a sentence."""


def _kind_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    kinds = (Item(k, v) for k, v in _KINDS.items())
    return (*kinds, *(Item(GROUP + g.key, g.title) for g in known_groups(study)))


def _kind_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return ("death", "serious")


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice(
        "kinds",
        "Patients with",
        "Whose narratives are drafted: patients with an event of any of these kinds.",
        _kind_items,
        _kind_default,
        many=True,
    ),
    Number(
        "window",
        "Days around an event",
        "Other events, medication and laboratory values this close to an event are told.",
        30,
        0,
        365,
    ),
    Number(
        "most", "At most (patients)", "Narratives beyond this number are left out.", 200, 1, 5000
    ),
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Draft a narrative of every patient chosen."""
    progress(0.05, "Selecting patients")
    group = cohort(study, values)
    events = adverse_events(study, group, emergent=False, every=True)
    kinds, window, most = values["kinds"], values["window"], values["most"]
    assert isinstance(kinds, tuple)
    assert isinstance(window, int | float)
    assert isinstance(most, int | float)
    if not kinds:
        raise AnalysisError("No kind of event is chosen. Tick at least one.")
    chosen = np.zeros(len(events), dtype=bool)
    for kind in kinds:
        if str(kind).startswith(GROUP) or CATEGORIES[str(kind)].available(events.frame):
            chosen |= event_mask(study, events.frame, str(kind))
    people = set(events.people[chosen].tolist())
    if "death" in kinds and "DTHFL" in group.people:
        people |= set(np.flatnonzero((group.people["DTHFL"] == "Y").to_numpy(dtype=bool)).tolist())
    order = sorted(people, key=lambda i: (int(group.arm[i]), str(group.keys[i])))
    book = open_book(study)
    rows: list[Row] = []
    for n, person in enumerate(order[: int(most)]):
        progress(0.2 + 0.75 * n / max(1, len(order)), "Writing narratives")
        mine = events.where(events.people == person)
        told = chosen[events.people == person]
        parts = _parts(study, group, book, person, mine, told, float(window))
        rows += _rows(group, person, parts)
    notes = list(group.notes)
    if len(order) > most:
        notes.append(f"{len(order) - int(most)} of {len(order)} patients are left out.")
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=f"Narratives of {min(len(order), int(most))} patients were drafted from the data.",
        tables=(_table(rows),),
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Patients", "; ".join(i.label for i in _kind_items(study, {}) if i.value in kinds)),
            *lists_used(study, *map(str, kinds)),
            ("Text", "Put together from the records; nothing is inferred"),
            ("Days around an event", f"{window:g}"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _table(rows: Sequence[Row]) -> Table:
    return Table(
        "narratives",
        "Patient narratives (draft from data)",
        ("Patient", "Part"),
        (Column("Text", {"ITEM": "Text"}),),
        tuple(rows),
        (
            ("Draft made from the data set; to be completed and checked by a physician.",)
            if rows
            else ("No patient has an event of the kinds chosen.",)
        ),
    )


def _rows(group: Cohort, person: int, parts: Iterable[tuple[str, str]]) -> list[Row]:
    key = str(group.keys[person])
    name = f"{key}\n{group.arms[group.arm[person]]}"
    rows = []
    for n, (part, text) in enumerate(parts):
        line: dict[str, Value] = {"USUBJID": key, "PART": part, "LINE": n}
        cell = Cell((Stat("text", text),), subjects=(key,))
        rows.append(Row((name if n == 0 else "", part), (cell,), line))
    return rows


def _parts(
    study: StudyData,
    group: Cohort,
    book: PatientBook,
    person: int,
    events: Events,
    told: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    window: float,
) -> Iterable[tuple[str, str]]:
    record = group.people.iloc[person]
    patient = book.patient(str(group.keys[person]))
    yield "Patient", _who(patient, record, group.arms[group.arm[person]])
    yield "Treatment", _treatment(patient, record)
    history = _history(study, str(group.keys[person]))
    yield (
        "History",
        (
            f"Recorded history: {_listed(history)}."
            if history
            else "No medical history is recorded."
        ),
    )
    frame = events.frame.loc[told]
    starts = start_dates(frame)
    for i in range(len(frame)):
        event = frame.iloc[i]
        when = None if starts is None or np.isnat(starts[i]) else starts[i]
        day = _since_first_dose(group, person, when)
        yield "Event", _event(event, when, day, frame)
        if day is not None:
            yield "Around the event", _around(patient, event, day, window)
            labs = _labs(patient.measures, day, window)
            if labs:
                yield "Laboratory", labs
    yield "Outcome", _outcome(patient, record)


def _since_first_dose(group: Cohort, person: int, when: np.datetime64 | None) -> float | None:
    first = dates(group.people, "TRTSDT")
    if when is None or first is None or np.isnat(first[person]):
        return None
    return float((when - first[person]) / np.timedelta64(1, "D"))


def _date(value: object) -> str:
    text = str(value)[:10]
    return text if text[:2].isdigit() else ""


def _who(patient: Patient, record: pd.Series, arm: str) -> str:
    facts = dict(patient.facts)
    age, sex = facts.get("Age", ""), {"F": "female", "M": "male"}.get(facts.get("Sex", ""), "")
    text = f"The patient, {age + ' years old, ' if age else ''}{sex + ', ' if sex else ''}"
    place = facts.get("Country", "")
    text += f"in {place}, " if place else ""
    text += f"received {arm}."
    more = [
        f"{name.lower() if name[1:2].islower() and not name.startswith('Anti') else name}: {value}"
        for name, value in patient.facts
        if name not in ("Age", "Sex", "Country", "Site")
    ]
    return text + (f" Known at baseline: {'; '.join(more)}." if more else "")


def _treatment(patient: Patient, record: pd.Series) -> str:
    first, last = _date(record.get("TRTSDT")), _date(record.get("TRTEDT"))
    parts = []
    if first:
        parts.append(f"First dose on {first}")
    if last:
        parts.append(f"last dose on {last}")
    text = ", ".join(parts) + "." if parts else "The dates of treatment are not recorded."
    if patient.doses:
        text += f" {len(patient.doses)} doses are recorded."
    change = change_of(record.to_frame().T)
    for period, given in (change.given if change else {}).items():
        if name := str(given[0]):
            text += f" In period {period} the treatment was {name}."
    if reason := text_of(record.get("DCTREAS")) or text_of(record.get("DCSREAS")):
        text += f" Reason recorded for stopping: {reason.lower()}."
    return text


def _history(study: StudyData, key: str) -> list[str]:
    for dataset in study.datasets:
        frame = dataset.frame
        term = filled(frame, ("MHDECOD", "MHTERM"))
        if term is None or "USUBJID" not in frame:
            continue
        mine = frame.loc[(study.subject_keys(frame) == key).to_numpy(dtype=bool), term]
        return list(dict.fromkeys(str(t) for t in mine.dropna()))
    return []


def _listed(items: Sequence[str]) -> str:
    shown = ", ".join(items[:_MOST])
    return shown + (f" and {len(items) - _MOST} more" if len(items) > _MOST else "")


def _event(
    event: pd.Series, when: np.datetime64 | None, day: float | None, frame: pd.DataFrame
) -> str:
    term = text_of(event.get("AEDECOD")) or text_of(event.get("AETERM")) or "An event"
    verbatim = text_of(event.get("AETERM"))
    name = term + (f" (reported as {verbatim})" if verbatim.upper() != term.upper() else "")
    start = f"On {when}" if when is not None else "On a date that is not recorded"
    start += f" (study day {study_day(day)})" if day is not None else ""
    column = filled(frame, CLASSES)
    of_class = f" in the class {text_of(event.get(column))}" if column else ""
    words = [
        (("AESEV", "ASEV"), "severity"),
        (("AETOXGR", "ATOXGR"), "grade"),
        (("AESER",), "serious"),
        (("AEREL",), "relationship to treatment by the investigator"),
        (("AEACN",), "action taken with treatment"),
        (("AEOUT",), "outcome"),
    ]
    said = []
    for columns, what in words:
        value = next((t for c in columns if (t := text_of(event.get(c)))), "")
        value = {"Y": "yes", "N": "no"}.get(value, value.lower())
        said.append(f"{what}: {value or 'not recorded'}")
    end = _date(event.get("AENDT")) or _date(event.get("AEENDTC"))
    said.append(f"end: {end or 'not recorded'}")
    return f"{start}, {name}{of_class} began; {'; '.join(said)}."


def _around(patient: Patient, event: pd.Series, day: float, window: float) -> str:
    parts = []
    doses = [d for d in patient.doses if d <= day]
    if doses:
        gap = int(day - max(doses))
        parts.append(
            f"The last dose before it was the {len(doses)}{_ordinal(len(doses))}, "
            f"{gap} {'day' if gap == 1 else 'days'} earlier."
        )
    own = text_of(event.get("AEDECOD")) or text_of(event.get("AETERM"))
    others = [
        f"{s.label} (study day {study_day(s.start)})"
        for s in patient.events
        if s.start is not None
        and abs(s.start - day) <= window
        and not (s.label == own and s.start == day)
    ]
    if others:
        parts.append(f"Other events within {window:g} days: {_listed(others)}.")
    taken = list(dict.fromkeys(s.label for s in patient.medications if _on(s, day)))
    parts.append(
        f"Medication recorded at the start: {_listed(taken)}."
        if taken
        else "No medication is recorded at the start."
    )
    scores = [(v, v.values.get("essdai", np.nan)) for v in patient.visits]
    before = [(v, s) for v, s in scores if v.day <= day and s == s]
    after = [(v, s) for v, s in scores if v.day > day and s == s]
    if before:
        visit, score = before[-1]
        text = f"ESSDAI was {score:g} at {visit.name} before the event"
        if after:
            text += f" and {after[0][1]:g} at {after[0][0].name} after it"
        parts.append(text + ".")
    return " ".join(parts)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _on(span: Span, day: float) -> bool:
    started = span.start is None or span.start <= day
    return started and (span.stop is None or span.stop >= day)


def _labs(measures: Sequence[Measure], day: float, window: float) -> str:
    """Return the values outside their range nearest to a day, with the first value."""
    found = []
    for m in measures:
        near = [i for i, d in enumerate(m.days) if abs(d - day) <= window and m.outside(i)]
        if near:
            i = min(near, key=lambda k: abs(m.days[k] - day))
            limits = f"normal {m.low[i]:g} to {m.high[i]:g}"
            found.append(
                f"{m.label} {m.values[i]:g} on study day {study_day(m.days[i])} ({limits}; first "
                f"value {m.values[0]:g})"
            )
    return f"Outside the normal range: {'; '.join(found)}." if found else ""


def _outcome(patient: Patient, record: pd.Series) -> str:
    if text_of(record.get("DTHFL")) == "Y":
        when = _date(record.get("DTHDT"))
        cause = text_of(record.get("DTHCAUS"))
        text = f"The patient died{' on ' + when if when else ''}"
        return text + (
            f"; recorded cause: {cause.lower()}." if cause else "; no cause is recorded."
        )
    return f"Status at the end of the data: {patient.status.lower() or 'not recorded'}."


SPEC = Analysis(
    key="narratives",
    title="Patient narratives (draft)",
    tab="safety",
    question="What happened to the patients who died or had serious adverse events, in sentences "
    "drafted from the data?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="narratives.md",
)

"""Adverse events and flares: events in an organ whose ESSDAI domain rose about that time.

An event in an organ of the disease may be the disease itself. Each event in the organ of
a domain is set against the domain's level at the visits around it; and each rise of a
domain is looked for among the events. Rules FL.1 to FL.5 in
``resources/methods/flare_events.md``; checked in ``tests/analyses/test_flare_events.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import TERMS, filled
from sjogren_desktop.analyses.ae_records import (
    Cohort,
    Events,
    IntArray,
    Mask,
    adverse_events,
    cohort,
    dates,
    start_dates,
)
from sjogren_desktop.analyses.event_lists import Interest, read_lists
from sjogren_desktop.analyses.interest import members
from sjogren_desktop.analyses.patient_scores import PatientBook, open_book
from sjogren_desktop.analyses.spec import Analysis, Number
from sjogren_desktop.paths import resource_path
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
from sjogren_desktop.study.course import study_day
from sjogren_desktop.study.data import StudyData

Floats = npt.NDArray[np.float64]

OPTIONS = (
    *who.SAFETY_OPTIONS,
    Number(
        "window",
        "Days between event and visit",
        "A rise of the domain counts at visits up to this many days before or after the start of "
        "the event.",
        42,
        1,
        365,
    ),
)


@dataclass(frozen=True, eq=False)
class Levels:
    """The levels of one domain: one entry a visit with a level, sorted by subject and day.

    ``rose`` says that the level is above that of the visit before.
    """

    person: IntArray
    day: Floats
    level: Floats
    rose: Mask


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Set events in an organ against the levels of its domain."""
    progress(0.05, "Selecting subjects and events")
    group = cohort(study, values)
    events = adverse_events(study, group)
    window = values["window"]
    assert isinstance(window, int | float)
    progress(0.2, "Collecting scores")
    book = open_book(study)
    organs = read_lists(resource_path("organ_events.toml")).groups
    known = [o for o in organs if o.key in book.scores and book.scores[o.key].notna().any()]
    if not known:
        raise AnalysisError(
            "The study has no levels of ESSDAI domains by visit, so events cannot be set against "
            "them. Open the data set that holds the domains."
        )
    day = _days(group, events)
    rows, listed = [], []
    progress(0.5, "Setting events against visits")
    for organ in known:
        levels = domain_levels(group, book, organ.key)
        inside = members(events.frame, organ, organs)
        mine, when = events.where(inside), day[inside]
        seen, rose, before, after = judged(levels, mine.people, when, float(window))
        explained = _explained(levels, mine.people, when, float(window))
        rows += _rows(group, organ, mine, seen, rose, levels, explained)
        listed += _lines(group, organ, mine, when, rose, before, after)
    notes = [*group.notes, *events.notes]
    if undated := int(np.isnan(day).sum()):
        notes.append(f"{undated} events have no complete start date and are set against no visit.")
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, listed),
        tables=(_table(group, rows, window), _listing(listed)),
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Events of an organ", "organ_events.toml: words at the start of a word of the term"),
            ("Rise", "Level of the domain above that of the visit before"),
            ("Time", f"Visit within {window:g} days of the start of the event, before or after"),
            ("Treatment-emergent", events.emergent),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _days(group: Cohort, events: Events) -> Floats:
    """Return the start of each event in days since the first dose, NaN if not known."""
    starts, first = start_dates(events.frame), dates(group.people, "TRTSDT")
    day = np.full(len(events), np.nan)
    if starts is None or first is None:
        return day
    begin = first[events.people]
    known = ~(np.isnat(starts) | np.isnat(begin))
    day[known] = (starts[known] - begin[known]) / np.timedelta64(1, "D")
    return day


def domain_levels(group: Cohort, book: PatientBook, domain: str) -> Levels:
    """Return the levels of a domain of the cohort's subjects (FL.2)."""
    import pandas as pd

    scores = book.scores
    person = pd.Index(group.keys).get_indexer(pd.Index(scores["SUBJECT"]))
    level = scores[domain].to_numpy(dtype=np.float64, na_value=np.nan)
    day = scores["DAY"].to_numpy(dtype=np.float64, na_value=np.nan)
    use = (person >= 0) & ~np.isnan(level) & ~np.isnan(day)
    person, level, day = person[use].astype(np.intp), level[use], day[use]
    order = np.lexsort((day, person))
    person, level, day = person[order], level[order], day[order]
    rose = np.zeros(len(person), dtype=bool)
    rose[1:] = (person[1:] == person[:-1]) & (level[1:] > level[:-1])
    return Levels(person, day, level, rose)


def judged(
    levels: Levels, people: IntArray, when: Floats, window: float
) -> tuple[Mask, Mask, Floats, Floats]:
    """Say of each event whether the domain was seen about it, and whether it rose (FL.3).

    Returns
    -------
    seen, rose : array of bool
        A visit lies within the window and another before it; the level rose at
        such a visit.
    before, after : array of float
        Level at the visit before the one that decides, and at that one: the
        visit of the greatest rise, else the nearest to the event.
    """
    size = len(people)
    seen, rose = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
    before, after = np.full(size, np.nan), np.full(size, np.nan)
    for i in range(size):
        low, high = np.searchsorted(levels.person, (people[i], people[i] + 1))
        places = np.arange(low + 1, high)
        near = places[np.abs(levels.day[places] - when[i]) <= window]
        if not len(near):
            continue
        seen[i] = True
        step = levels.level[near] - levels.level[near - 1]
        k = (
            int(np.argmax(step))
            if step.max() > 0
            else int(np.argmin(np.abs(levels.day[near] - when[i])))
        )
        rose[i] = bool(step.max() > 0)
        before[i], after[i] = levels.level[near[k] - 1], levels.level[near[k]]
    return seen, rose, before, after


def _explained(levels: Levels, people: IntArray, when: Floats, window: float) -> Mask:
    """Say of each rise of a domain whether an event of the organ lies within the window."""
    found = np.zeros(len(levels.person), dtype=bool)
    for i in np.flatnonzero(levels.rose):
        mine = when[people == levels.person[i]]
        found[i] = bool((np.abs(mine - levels.day[i]) <= window).any())
    return found


def _rows(
    group: Cohort,
    organ: Interest,
    events: Events,
    seen: Mask,
    rose: Mask,
    levels: Levels,
    explained: Mask,
) -> list[Row]:
    lines = (
        ("Events in the organ", "events", events.people, np.ones(len(events), dtype=bool), None),
        ("Events with visits of the domain about them", "seen", events.people, seen, None),
        ("Events while the domain rose", "rose", events.people, rose, seen),
        ("Rises of the domain", "rises", levels.person, levels.rose, None),
        (
            "Rises with an event in the organ",
            "explained",
            levels.person,
            levels.rose & explained,
            levels.rose,
        ),
    )
    rows = []
    for text, key, people, mask, of in lines:
        cells = []
        for a in range(len(group.arms)):
            mine = mask & (group.arm[people] == a)
            n = int(mine.sum())
            stats: tuple[Stat, ...] = (Stat("events", n),)
            pattern = "{0}"
            if of is not None:
                total = int((of & (group.arm[people] == a)).sum())
                if total:
                    stats = (*stats, Stat("percent", 100 * n / total))
                    pattern = "{0} ({1}%)"
            cells.append(Cell(stats, pattern, group.named(people[mine])))
        line: dict[str, Value] = {"DOMAIN": organ.key, "LINE": key}
        rows.append(Row((organ.title, text), tuple(cells), line, 1 if of is not None else 0))
    return rows


def _table(group: Cohort, rows: Sequence[Row], window: float) -> Table:
    return Table(
        "flare_events",
        "Adverse events in an organ and rises of its ESSDAI domain",
        ("Domain", ""),
        tuple(Column(group.header(i), {"ARM": arm}) for i, arm in enumerate(group.arms)),
        tuple(rows),
        (
            f"Numbers of events and of visits at which the domain rose; within {window:g} days of "
            "each other. Percentages are of the line above.",
            "That an event and a rise fall together does not say that one is the other.",
        ),
    )


def _lines(
    group: Cohort,
    organ: Interest,
    events: Events,
    when: Floats,
    rose: Mask,
    before: Floats,
    after: Floats,
) -> list[tuple[str, str, str, Row]]:
    column = filled(events.frame, TERMS)
    terms = (
        events.frame[column].astype("object").fillna("").astype(str).to_numpy()
        if column
        else np.full(len(events), "")
    )
    found = []
    for i in np.flatnonzero(rose):
        person = int(events.people[i])
        key, arm = str(group.keys[person]), group.arms[group.arm[person]]
        line: dict[str, Value] = {"USUBJID": key, "DOMAIN": organ.key, "LINE": int(i)}
        cells = (
            Cell((Stat("text", str(terms[i])),), subjects=(key,)),
            Cell((Stat("day", study_day(float(when[i])), 0),), subjects=(key,)),
            Cell(tuple(Stat("level", float(v[i]), 0) for v in (before, after)), "{0} to {1}"),
        )
        found.append((arm, key, organ.title, Row((arm, key, organ.title), cells, line)))
    return found


def _listing(lines: Sequence[tuple[str, str, str, Row]]) -> Table:
    return Table(
        "flare_listing",
        "Events while the domain of their organ rose",
        ("Arm", "Subject", "Domain"),
        tuple(Column(h, {"ITEM": h}) for h in ("Event", "Study day", "Level of the domain")),
        tuple(row for *_, row in sorted(lines, key=lambda line: line[:3])),
        () if lines else ("None.",),
    )


def _summary(group: Cohort, lines: Sequence[tuple[str, str, str, Row]]) -> str:
    people = {arm: {key for a, key, *_ in lines if a == arm} for arm in group.arms}
    parts = [
        f"{arm} {len(people[arm])} of {size}"
        for arm, size in zip(group.arms, group.arm_sizes, strict=True)
    ]
    return (
        "Subjects with an event in an organ whose ESSDAI domain rose about that time: "
        f"{'; '.join(parts)}."
    )


SPEC = Analysis(
    key="flare_events",
    title="Adverse events and flares",
    tab="safety",
    question="Which adverse events were in an organ whose ESSDAI domain rose at the time, and may "
    "have been a flare?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="flare_events.md",
)

"""Deaths, and the listings of deaths and of serious adverse events.

Deaths come from the subject-level data (DTHFL, DTHDT), whether or not an event
was recorded; events with fatal outcome stand beside them, so that a death that
only one of the two knows is seen. Rules DS.1 to DS.4 in
``resources/methods/deaths_sae.md``; checked in ``tests/analyses/test_deaths_sae.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses import ae_compare
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import CLASSES, TERMS, filled
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    Events,
    Mask,
    adverse_events,
    cohort,
    dates,
    start_dates,
)
from sjogren_desktop.analyses.model_tables import LEVEL, number
from sjogren_desktop.analyses.periods import of_later_treatment
from sjogren_desktop.analyses.spec import Analysis, Flag, Number
from sjogren_desktop.results import Cell, Column, Progress, Result, Row, Stat, Table, Value
from sjogren_desktop.stats.proportion import proportion
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

_CAUSES = ("DTHCAUS", "DTHCGR1", "DTHTERM")

OPTIONS = (
    *who.SAFETY_OPTIONS,
    who.REFERENCE,
    Number(
        "window",
        "Days after the last dose that count as on treatment",
        "Deaths up to this many days after the last dose are on treatment.",
        30,
        0,
        1000,
    ),
    Flag(
        "emergent",
        "List treatment-emergent events only",
        "Otherwise serious events before the first dose are listed too.",
        False,
        advanced=True,
    ),
    ae_compare.METHOD,
    LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count deaths and list deaths and serious adverse events."""
    progress(0.1, "Selecting subjects and events")
    group = cohort(study, values)
    events = adverse_events(study, group, emergent=bool(values["emergent"]), every=True)
    fatal = events.where(CATEGORIES["death"].test(events.frame))
    serious = events.where(CATEGORIES["serious"].test(events.frame))
    window, level = values["window"], values["level"]
    assert isinstance(window, int | float)
    assert isinstance(level, int | float)
    deaths = _deaths(group, fatal, float(window))
    progress(0.5, "Comparing the arms")
    known = CATEGORIES["serious"].available(events.frame) or not len(events)
    notes = [*group.notes, *events.notes, *deaths.notes]
    if not known:
        notes.append("Which events were serious is not known: AESER is empty. None is listed.")
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, deaths, serious),
        tables=(
            _table(group, deaths, values, level),
            _death_listing(group, deaths, fatal),
            _event_listing(group, serious),
        ),
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Deaths", deaths.source),
            ("Interval of a percentage", "Exact (Clopper-Pearson)"),
            ("Risk difference", ae_compare.method_text(group, str(values["method"]))),
            ("Serious events listed", events.emergent),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


@dataclass(frozen=True, eq=False)
class _Deaths:
    """Who died, when in relation to treatment, and of what.

    ``day`` is the study day of death, ``after`` days since the last dose (NaN
    where not known); ``cause`` is empty where not known.
    """

    died: Mask
    on_treatment: Mask
    day: npt.NDArray[np.float64]
    after: npt.NDArray[np.float64]
    cause: npt.NDArray[np.object_]
    source: str
    notes: tuple[str, ...]


def _deaths(group: Cohort, fatal: Events, window: float) -> _Deaths:
    people = group.people
    event = np.zeros(len(people), dtype=bool)
    event[fatal.people] = True
    notes = []
    if "DTHFL" in people:
        died = (people["DTHFL"] == "Y").to_numpy(dtype=bool)
        source = "DTHFL = Y of the subject-level data"
        if extra := int((event & ~died).sum()):
            notes.append(
                f"{extra} subjects have an event with fatal outcome but no death in the "
                "subject-level data. They are not counted as deaths; check the data."
            )
        if extra := int((died & ~event).sum()):
            notes.append(f"{extra} subjects died without an event of fatal outcome on record.")
    else:
        died = event
        source = "Adverse events with fatal outcome (the data have no DTHFL)"
    when = dates(people, "DTHDT")
    none = np.full(len(people), np.datetime64("NaT", "D"))
    when = none if when is None else when
    first, last = (dates(people, c) for c in ("TRTSDT", "TRTEDT"))
    day = _days(when, none if first is None else first)
    after = _days(when, none if last is None else last)
    day = np.where(day >= 0, day + 1, day)
    column = filled(people.loc[died], _CAUSES)
    if column:
        cause = people[column].astype("object").fillna("").astype(str).to_numpy(dtype=object)
    else:
        cause = _causes_of_events(group, fatal)
    return _Deaths(died, died & (after <= window), day, after, cause, source, tuple(notes))


def _days(
    later: npt.NDArray[np.datetime64], earlier: npt.NDArray[np.datetime64]
) -> ae_compare.Floats:
    known = ~(np.isnat(later) | np.isnat(earlier))
    found = np.full(len(later), np.nan)
    found[known] = (later[known] - earlier[known]) / np.timedelta64(1, "D")
    return found


def _causes_of_events(group: Cohort, fatal: Events) -> npt.NDArray[np.object_]:
    """Return the terms of the fatal events of each subject."""
    cause = np.full(len(group.people), "", dtype=object)
    column = filled(fatal.frame, TERMS)
    if column is None:
        return cause
    for person, term in zip(fatal.people, fatal.frame[column].astype("object"), strict=True):
        text = str(term) if isinstance(term, str) else "Term not given"
        if text not in cause[person].split("; "):
            cause[person] = f"{cause[person]}; {text}" if cause[person] else text
    return cause


# --- the table


def _table(group: Cohort, deaths: _Deaths, values: Mapping[str, object], level: float) -> Table:
    every = [("Deaths from any cause", "all", deaths.died, 0)]
    timed = deaths.died & np.isfinite(deaths.after)
    if timed.any():
        limit = f"{values['window']:g} days"
        later = timed & ~deaths.on_treatment
        every += [
            (f"Up to {limit} after the last dose", "on_treatment", deaths.on_treatment, 1),
            (f"More than {limit} after the last dose", "later", later, 1),
        ]
        if np.any(deaths.died & ~timed):
            every.append(("At an unknown time", "unknown", deaths.died & ~timed, 1))
    causes = sorted({str(c) or "Not stated" for c in deaths.cause[deaths.died]})
    stated = np.where(deaths.cause == "", "Not stated", deaths.cause)
    every += [(f"Cause: {c}", f"cause:{c}", deaths.died & (stated == c), 1) for c in causes]
    counts = np.stack([_by_arm(group, mask) for _, _, mask, _ in every])
    comparisons = ae_compare.compare(
        group, counts, str(values["reference"]), method=str(values["method"]), level=level
    )
    columns: list[Column] = []
    for i, arm in enumerate(group.arms):
        columns.append(Column(group.header(i), {"ARM": arm}))
        columns.append(Column(f"{group.header(i)}\n{level:g}% CI, %", {"ARM": arm}))
    columns += ae_compare.comparison_columns(group, comparisons, level, p_values=False)
    by_arm = counts.sum(axis=2)
    limits = proportion(by_arm, group.arm_sizes, method="clopper_pearson", level=level / 100)
    lower, upper = (100 * np.asarray(v, dtype=np.float64) for v in (limits.lower, limits.upper))
    rows = []
    for r, (label, key, _, indent) in enumerate(every):
        cells: list[Cell | None] = []
        for a, size in enumerate(group.arm_sizes):
            n = int(by_arm[r, a])
            share = 100 * n / int(size) if size else None
            stats = (Stat("count", n), Stat("percent", share))
            keys = group.named(every[r][2] & (group.arm == a))
            cells.append(Cell(stats, "{0} ({1}%)", keys))
            bounds = (Stat("lower", number(lower[r, a]), 1), Stat("upper", number(upper[r, a]), 1))
            cells.append(Cell(bounds, "({0}, {1})"))
        cells += ae_compare.comparison_cells(comparisons, r, p_values=False)
        rows.append(Row((label,), tuple(cells), {"CATEGORY": key}, indent))
    return Table(
        "deaths",
        "Deaths",
        ("",),
        tuple(columns),
        tuple(rows),
        (
            "Subjects, n (% of N), with exact limits: those of no death say how many deaths the "
            "numbers of subjects cannot exclude.",
            *(("Differences are in percentage points.",) if comparisons else ()),
        ),
    )


def _by_arm(group: Cohort, mask: Mask) -> ae_compare.Counts:
    """Return the number of subjects of a mask by arm and study."""
    width = len(group.studies)
    cell = (group.arm * width + group.study)[mask]
    counts = np.bincount(cell, minlength=len(group.arms) * width)
    return counts.reshape(len(group.arms), width).astype(np.int64)


# --- listings


def _text_table(
    key: str, title: str, heads: Sequence[str], lines: Sequence[tuple[tuple[str, str], list[str]]]
) -> Table:
    """Return a table of texts: arm and subject at the left, one text a cell."""
    return Table(
        key,
        title,
        ("Arm", "Subject"),
        tuple(Column(head, {"ITEM": head}) for head in heads),
        tuple(
            Row(
                left,
                tuple(
                    Cell((Stat("text", text),), subjects=(left[1],)) if text else None
                    for text in texts
                ),
                _line_key(left, i),
            )
            for i, (left, texts) in enumerate(lines, start=1)
        ),
        () if lines else ("None.",),
    )


def _line_key(left: tuple[str, str], line: int) -> dict[str, Value]:
    return {"ARM": left[0], "USUBJID": left[1], "LINE": line}


def _death_listing(group: Cohort, deaths: _Deaths, fatal: Events) -> Table:
    terms = _causes_of_events(group, fatal)
    died = [int(i) for i in np.flatnonzero(deaths.died)]
    order = sorted(died, key=lambda i: (int(group.arm[i]), str(group.people[who.SUBJECT].iloc[i])))
    when = dates(group.people, "DTHDT")
    lines = []
    for i in order:
        texts = [
            _age_sex(group.people, i),
            "" if when is None or np.isnat(when[i]) else str(when[i]),
            _whole(deaths.day[i]),
            _whole(deaths.after[i]),
            str(deaths.cause[i]),
            str(terms[i]),
        ]
        lines.append(((group.arms[group.arm[i]], str(group.people[who.SUBJECT].iloc[i])), texts))
    heads = (
        "Age / sex",
        "Date of death",
        "Study day",
        "Days after last dose",
        "Cause",
        "Events with fatal outcome",
    )
    return _text_table("deaths_listing", "Listing of deaths", heads, lines)


def _event_listing(group: Cohort, serious: Events) -> Table:
    frame = serious.frame.reset_index(drop=True)
    starts, ends = start_dates(frame), dates(frame, "AENDT")
    first = dates(group.people, "TRTSDT")
    if starts is None:
        starts = np.full(len(frame), np.datetime64("NaT", "D"))
    day = _days(starts, first[serious.people]) if first is not None else np.full(len(frame), np.nan)
    day = np.where(day >= 0, day + 1, day)
    length = _days(ends, starts) + 1 if ends is not None else np.full(len(frame), np.nan)
    subject = group.people[who.SUBJECT].astype("object").to_numpy()[serious.people]
    order = np.lexsort(
        (np.nan_to_num(day, nan=1e9), subject.astype(str), group.arm[serious.people])
    )
    names = {
        "Class": filled(frame, CLASSES),
        "Preferred term": filled(frame, ("AEDECOD",)),
        "Reported term": filled(frame, ("AETERM",)),
        "Severity": filled(frame, ("AESEV", "ASEV", "AETOXGR", "ATOXGR")),
        "Related": filled(frame, ("AEREL",)),
        "Action taken": filled(frame, ("AEACN",)),
        "Outcome": filled(frame, ("AEOUT",)),
    }
    columns = {
        head: frame[name].astype("object").fillna("").astype(str).to_numpy()
        for head, name in names.items()
        if name
    }
    arms = _treatments(group, serious)
    lines = []
    for i in order:
        person = int(serious.people[i])
        start = "" if np.isnat(starts[i]) else str(starts[i])
        texts = [_age_sex(group.people, person), start, _whole(day[i]), _whole(length[i])]
        texts += [str(column[i]) for column in columns.values()]
        lines.append(((arms[i], str(subject[i])), texts))
    heads = ("Age / sex", "Start", "Study day", "Days", *columns)
    return _text_table("serious_listing", "Listing of serious adverse events", heads, lines)


def _treatments(group: Cohort, events: Events) -> list[str]:
    """Return the arm of each event, of those under a later treatment that one (PD.2)."""
    later = of_later_treatment(group.people, events.frame, events.people)
    arms = [group.arms[a] for a in group.arm[events.people]]
    if not later.any():
        return arms
    own = events.frame["TRTA"].astype("object") if "TRTA" in events.frame else [None] * len(arms)
    return [
        (str(name) if isinstance(name, str) else f"{arm}, later treatment") if late else arm
        for arm, name, late in zip(arms, own, later, strict=True)
    ]


def _age_sex(people: pd.DataFrame, row: int) -> str:
    parts = []
    if "AGE" in people and people["AGE"].notna().iloc[row]:
        parts.append(f"{people['AGE'].iloc[row]:g}")
    if "SEX" in people and people["SEX"].notna().iloc[row]:
        parts.append(str(people["SEX"].iloc[row]))
    return " / ".join(parts)


def _whole(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.0f}"


def _summary(group: Cohort, deaths: _Deaths, serious: Events) -> str:
    dead = np.bincount(group.arm[deaths.died], minlength=len(group.arms))
    with_event = np.zeros(len(group.people), dtype=bool)
    with_event[serious.people] = True
    ill = np.bincount(group.arm[with_event], minlength=len(group.arms))
    parts = [
        f"{arm} {d} and {s} of {n}"
        for arm, d, s, n in zip(group.arms, dead, ill, group.arm_sizes, strict=True)
    ]
    return f"Deaths and subjects with serious adverse events: {'; '.join(parts)}."


SPEC = Analysis(
    key="deaths_sae",
    title="Deaths and serious adverse events",
    tab="safety",
    question="Who died, when and of what, and which serious adverse events did patients have?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="deaths_sae.md",
)

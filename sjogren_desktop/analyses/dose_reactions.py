"""Reactions after a dose: by the number of the dose, and by the time since it.

For drugs given as injections or infusions every few weeks. Every administration is a
record of the exposure data; an event belongs to the last dose that does not come after it.
Rules DR.1 to DR.4 in ``resources/methods/dose_reactions.md``; checked in
``tests/analyses/test_dose_reactions.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import sizes_text
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    Events,
    IntArray,
    adverse_events,
    among,
    cohort,
)
from sjogren_desktop.analyses.interest import (
    GROUP,
    chosen_events,
    default_group,
    known_groups,
    lists_used,
)
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number
from sjogren_desktop.figures import BarFigure, Series
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.wording import counted

if TYPE_CHECKING:
    import pandas as pd

Moments = npt.NDArray[np.datetime64]

_DOSE_TIMES = ("ASTDTM", "EXSTDTM", "EXSTDTC", "ASTDT", "EXSTDT")
_EVENT_TIMES = ("ASTDTM", "AESTDTM", "AESTDTC", "ASTDT", "AESTDT")
_HOURS = (
    (1, "Within 1 hour"),
    (24, "Above 1 to 24 hours"),
    (72, "Above 24 to 72 hours"),
    (168, "Above 3 to 7 days"),
    (np.inf, "More than 7 days"),
)
_DAYS = (
    (0, "On the day of the dose"),
    (1, "The day after"),
    (3, "2 or 3 days after"),
    (7, "4 to 7 days after"),
    (np.inf, "More than 7 days after"),
)
"""Upper bounds of the time since the dose, where hours are known and where only days are."""


def _event_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    frame = study.of_kind("ADAE")[0].frame
    groups = known_groups(study)
    return (
        *(Item(GROUP + g.key, g.title) for g in groups),
        *(Item(k, c.label) for k, c in CATEGORIES.items() if c.available(frame)),
    )


def _event_default(study: StudyData, values: Mapping[str, object]) -> str:
    return default_group(study, "injection_reaction")


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice(
        "event",
        "Events",
        "Which treatment-emergent adverse events are related to the doses.",
        _event_items,
        _event_default,
    ),
    Number(
        "window",
        "Days after a dose",
        "Events later than this after a dose are not counted to it.",
        28,
        0,
        1000,
    ),
    Number("doses", "Doses shown one by one", "Later doses are taken together.", 6, 1, 100),
)


@dataclass(frozen=True, eq=False)
class Doses:
    """The administrations of a cohort, in order of subject and time.

    ``person`` is the place of the subject, ``number`` counts its doses from 1,
    ``timed`` says that hours are known.
    """

    person: IntArray
    when: Moments
    number: IntArray
    timed: bool


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count reactions by dose number and by time since the dose."""
    progress(0.1, "Selecting doses and events")
    group = cohort(study, values)
    doses = _doses(study, group)
    emergent = adverse_events(study, group)
    event = str(values["event"])
    events, label = chosen_events(study, emergent, event)
    progress(0.5, "Relating events to doses")
    window, most = values["window"], values["doses"]
    assert isinstance(window, int | float)
    assert isinstance(most, int | float)
    starts, event_timed = _moments(events.frame, _EVENT_TIMES)
    dose, since = last_dose(doses, events.people, starts)
    inside = (dose >= 0) & (since <= (window + 1) * 24)
    timed = doses.timed and event_timed
    exact = starts != starts.astype("datetime64[D]")
    by_dose = _dose_table(group, doses, events, dose, inside, int(most), label)
    notes = [*group.notes, *emergent.notes]
    if outside := int((~inside).sum()):
        notes.append(
            f"Not counted: {outside} of {counted(len(events), 'event')}, before the first dose, "
            f"later than {window:g} days after a dose, or without a start date."
        )
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, events, inside, label),
        tables=(
            by_dose,
            _time_table(group, events, since, inside, label, timed=timed, exact=exact),
        ),
        figures=_figures(group, by_dose, label),
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Events", label),
            *lists_used(study, event),
            ("Treatment-emergent", emergent.emergent),
            (
                "Doses",
                "Records of the exposure data, one a moment, without those not given",
            ),
            ("Time since the dose", "Hours and minutes" if timed else "Calendar days"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _moments(frame: pd.DataFrame, columns: Sequence[str]) -> tuple[Moments, bool]:
    """Return when records start, to the minute, and whether any has a time of day."""
    import pandas as pd

    for column in columns:
        if column not in frame or not frame[column].notna().any():
            continue
        values = frame[column]
        if values.dtype.kind != "M":
            text = values.astype("object").astype(str).str.slice(0, 16)
            values = pd.to_datetime(text, format="ISO8601", errors="coerce")
        found = values.to_numpy(dtype="datetime64[m]")
        known = found[~np.isnat(found)]
        timed = bool((known != known.astype("datetime64[D]")).any())
        return found, timed
    return np.full(len(frame), np.datetime64("NaT", "m")), False


def _doses(study: StudyData, group: Cohort) -> Doses:
    for dataset in study.datasets:
        if dataset.name in ("ADEX", "EX") and "USUBJID" in dataset.frame:
            frame = dataset.frame
            break
    else:
        raise AnalysisError(
            "When doses were given is not known: the study has no exposure data set (ADEX or EX) "
            "with one record a dose. Open it together with the other files."
        )
    when, timed = _moments(frame, _DOSE_TIMES)
    person = group.positions(study, frame)
    use = (person >= 0) & ~np.isnat(when)
    if "EXOCCUR" in frame:
        use &= ~among(frame, "EXOCCUR", frozenset({"N", "NO"}))
    person, when = person[use], when[use]
    if not len(person):
        raise AnalysisError(
            f"No subject of {group.scope} has a dose with a date. Check the start dates of the "
            "exposure data (ASTDT or EXSTDTC)."
        )
    order = np.lexsort((when, person))
    person, when = person[order], when[order]
    first = np.ones(len(person), dtype=bool)
    first[1:] = (person[1:] != person[:-1]) | (when[1:] != when[:-1])
    person, when = person[first], when[first]
    start = np.searchsorted(person, person)
    return Doses(person, when, (np.arange(len(person)) - start + 1).astype(np.intp), timed)


def last_dose(
    doses: Doses, people: IntArray, starts: Moments
) -> tuple[IntArray, npt.NDArray[np.float64]]:
    """Return the last dose not after each event (-1 for none), and hours since (DR.1, DR.2).

    Where hours are not known on one side, days are compared, and the hours are
    whole days.
    """
    place = np.full(len(people), -1, dtype=np.intp)
    since = np.full(len(people), np.nan)
    day_of = starts.astype("datetime64[D]")
    whole = starts == day_of
    for i in np.flatnonzero(~np.isnat(starts)):
        low = int(np.searchsorted(doses.person, people[i], side="left"))
        high = int(np.searchsorted(doses.person, people[i], side="right"))
        given = doses.when[low:high]
        if not doses.timed or whole[i]:
            k = int(np.searchsorted(given.astype("datetime64[D]"), day_of[i], side="right"))
            if k:
                gap = day_of[i] - given[k - 1].astype("datetime64[D]")
        else:
            k = int(np.searchsorted(given, starts[i], side="right"))
            if k:
                gap = starts[i] - given[k - 1]
        if k:
            place[i] = low + k - 1
            since[i] = gap / np.timedelta64(1, "m") / 60
    return place, since


def _dose_table(
    group: Cohort,
    doses: Doses,
    events: Events,
    dose: IntArray,
    inside: npt.NDArray[np.bool_],
    most: int,
    label: str,
) -> Table:
    columns = []
    for i, arm in enumerate(group.arms):
        head = group.header(i)
        columns.append(Column(f"{head}\ndosed", {"ARM": arm}))
        columns.append(Column(f"{head}\nwith event, n (%) [events]", {"ARM": arm}))
    last = int(np.max(doses.number))
    lines = [(f"Dose {k}", str(k), k, k) for k in range(1, min(most, last) + 1)]
    if last > most:
        lines.append((f"Dose {most + 1} and later", f">{most}", most + 1, last))
    lines.append(("Any dose", "any", 1, last))
    number = np.where(dose >= 0, doses.number[dose], 0)
    rows = []
    for text, key, low, high in lines:
        given = np.zeros(len(group.people), dtype=bool)
        given[doses.person[(doses.number >= low) & (doses.number <= high)]] = True
        mine = inside & (number >= low) & (number <= high)
        cells: list[Cell | None] = []
        for a in range(len(group.arms)):
            of_arm = given & (group.arm == a)
            n = int(of_arm.sum())
            records = mine & (group.arm[events.people] == a)
            had = group.named(events.people[records])
            share = 100 * len(had) / n if n else None
            cells.append(Cell((Stat("n", n),), subjects=group.named(of_arm)))
            stats = (
                Stat("count", len(had)),
                Stat("percent", share),
                Stat("events", int(records.sum())),
            )
            cells.append(Cell(stats, "{0} ({1}%) [{2}]", had))
        rows.append(Row((text,), tuple(cells), {"DOSE": key}))
    return Table(
        "dose_reactions",
        f"{label}, by dose",
        ("",),
        tuple(columns),
        tuple(rows),
        ("Percentages are of the subjects who had the dose; subjects are counted once a row.",),
    )


def _time_table(
    group: Cohort,
    events: Events,
    since: npt.NDArray[np.float64],
    inside: npt.NDArray[np.bool_],
    label: str,
    *,
    timed: bool,
    exact: npt.NDArray[np.bool_],
) -> Table:
    bands = _HOURS if timed else _DAYS
    value = since if timed else np.floor(since / 24)
    clear = exact if timed else np.ones(len(since), dtype=bool)
    rows: list[tuple[str, npt.NDArray[np.bool_]]] = []
    above = -np.inf
    for most, text in bands:
        rows.append((text, clear & (value > above) & (value <= most)))
        above = most
    if (inside & ~clear).any():
        rows.append(("Time of day not known", ~clear))
    lines = []
    for text, mask in rows:
        mine = mask & inside
        cells = []
        for a in range(len(group.arms)):
            of_arm = inside & (group.arm[events.people] == a)
            n, total = int((mine & of_arm).sum()), int(of_arm.sum())
            share = 100 * n / total if total else None
            stats = (Stat("events", n), Stat("percent", share))
            cells.append(Cell(stats, "{0} ({1}%)", group.named(events.people[mine & of_arm])))
        lines.append(Row((text,), tuple(cells), {"TIME": text}))
    return Table(
        "dose_times",
        f"{label}, by time since the last dose",
        ("",),
        tuple(Column(group.header(i), {"ARM": arm}) for i, arm in enumerate(group.arms)),
        tuple(lines),
        (
            "Events, n (% of the events of the arm).",
            *(() if timed else ("Times of day are not known: calendar days are counted.",)),
        ),
    )


def _figures(group: Cohort, table: Table, label: str) -> tuple[BarFigure, ...]:
    rows = [r for r in table.rows if r.key["DOSE"] != "any"]
    series = []
    for a, arm in enumerate(group.arms):
        cells = [r.cells[2 * a + 1] for r in rows]
        values = [c.stats[1].value if c else None for c in cells]
        series.append(
            Series(
                arm,
                group.styles[a],
                tuple(float(v) if isinstance(v, int | float) else 0.0 for v in values),
                (),
                subjects=tuple(c.subjects if c else () for c in cells),
            )
        )
    if not any(any(s.x) for s in series):
        return ()
    return (
        BarFigure(
            "dose_reactions",
            f"{label}, by dose",
            "Subjects with the event, % of those who had the dose",
            tuple(r.labels[0] for r in rows),
            tuple(series),
            (sizes_text(group),),
        ),
    )


def _summary(group: Cohort, events: Events, inside: npt.NDArray[np.bool_], label: str) -> str:
    parts = []
    for a, arm in enumerate(group.arms):
        mine = inside & (group.arm[events.people] == a)
        parts.append(f"{arm} {len(np.unique(events.people[mine]))} of {group.arm_sizes[a]}")
    return f"{label} after a dose: {'; '.join(parts)} subjects."


SPEC = Analysis(
    key="dose_reactions",
    title="Reactions by dose",
    tab="safety",
    question="After which injection or infusion, and how long after it, did reactions occur?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="dose_reactions.md",
)

"""Exposure-adjusted incidence of adverse events per 100 patient-years.

Subjects with an event are divided by the time until their first event (or the
end of their time at risk), so that arms with unequal follow-up can be compared.
Rules EX.1 to EX.3 and formulas T.1, T.3, T.8, T.9 in ``resources/methods/ae_incidence.md``;
the numerics are proved in ``tests/stats/test_rates.py`` and
``test_rates_stratified.py``, the counting in ``tests/analyses/test_ae_incidence.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sjogren_desktop import formats
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import CLASSES, TERMS, coded, filled, sizes_text
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    Events,
    IntArray,
    Members,
    adverse_events,
    cohort,
    start_dates,
)
from sjogren_desktop.analyses.exposure import DAYS_A_YEAR, EXPOSURE, LAG, Exposure, exposure
from sjogren_desktop.analyses.model_tables import LEVEL, number
from sjogren_desktop.analyses.spec import Analysis, Choice, Item
from sjogren_desktop.figures import ForestFigure, ForestRow
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
from sjogren_desktop.stats.rates import rate, rate_difference
from sjogren_desktop.stats.rates_stratified import stratified_rate_difference
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.emergence import start_days

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

PER = 100.0

_MEASURES = {
    "first": "Subjects with an event per time until their first event",
    "subjects": "Subjects with an event per whole time at risk",
    "events": "All events per whole time at risk",
}
_TITLES = {"first": "first events", "subjects": "subjects with an event", "events": "all events"}


def _row_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    frame = study.of_kind("ADAE")[0].frame
    items = [Item("category", "Kinds of adverse events"), Item("term", "Preferred term")]
    if filled(frame, CLASSES):
        items.append(Item("class", "System organ class"))
    return tuple(items)


def _row_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "category"


def _measure_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _MEASURES.items())


def _measure_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "first"


OPTIONS = (
    *who.SAFETY_OPTIONS,
    who.REFERENCE,
    Choice("rows", "Rows", "What is counted in a row.", _row_items, _row_default),
    Choice(
        "measure",
        "Rate",
        "The first counts a subject until its first event; the others take all its time.",
        _measure_items,
        _measure_default,
    ),
    EXPOSURE,
    LAG,
    LEVEL,
)


@dataclass(frozen=True, eq=False)
class RateRows:
    """Numerators and years at risk by row, arm and study; keys of subjects by row and arm."""

    labels: tuple[str, ...]
    keys: tuple[dict[str, Value], ...]
    numbers: Counts
    years: Floats
    members: Members = field(default_factory=list)


def timed_members(
    group: Cohort, events: Events, time: Exposure, row: IntArray, rows: int
) -> Members:
    """Return the keys of the subjects with an event that enter the rates."""
    use = np.isfinite(time.days)[events.people]
    return group.members(events.people[use], row[use], rows)


def count_rates(
    group: Cohort, events: Events, time: Exposure, row: IntArray, rows: int, *, measure: str
) -> tuple[Counts, Floats, int]:
    """Count subjects (or events) and years at risk (EX.2, EX.3).

    Parameters
    ----------
    row : array of int, shape (events,)
        The row of each event record.
    rows : int

    Returns
    -------
    numbers, years : array, shape (rows, arms, studies)
    undated : int
        Subjects and rows whose first event has no known date; all their time
        counts as time at risk.
    """
    known = np.isfinite(time.days)
    shape = (len(group.arms), len(group.studies))
    place = group.arm * shape[1] + group.study
    whole = np.bincount(place[known], weights=time.days[known], minlength=shape[0] * shape[1])
    years = np.tile(whole.reshape(shape), (rows, 1, 1))
    use = known[events.people]
    people, row = events.people[use], row[use]
    if measure == "events":
        cell = row * len(whole) + place[people]
        counts = np.bincount(cell, minlength=rows * len(whole))
        return counts.reshape(rows, *shape).astype(np.int64), years / DAYS_A_YEAR, 0
    numbers = group.count(people, row, rows)
    undated = 0
    if measure == "first" and len(people):
        day = onset_day(events, time)[use]
        pair = row.astype(np.int64) * len(group.people) + people
        order = np.lexsort((day, pair))
        first = order[np.unique(pair[order], return_index=True)[1]]
        until, person = day[first], people[first]
        undated = int(np.isnan(until).sum())
        saved = np.where(np.isnan(until), 0.0, time.days[person] - until)
        cell = row[first] * len(whole) + place[person]
        years -= np.bincount(cell, weights=saved, minlength=rows * len(whole)).reshape(years.shape)
    return numbers, years / DAYS_A_YEAR, undated


def onset_day(events: Events, time: Exposure) -> Floats:
    """Return the day of each event, the first dose being day 1 (at least 1), or NaN."""
    starts = start_dates(events.frame)
    day = np.full(len(events), np.nan)
    if starts is not None:
        first = time.start[events.people]
        known = ~(np.isnat(starts) | np.isnat(first))
        day[known] = (starts[known] - first[known]) / np.timedelta64(1, "D") + 1
    day = np.where(np.isnan(day), start_days(events.frame), day)
    return np.asarray(np.maximum(day, 1.0), dtype=np.float64)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Compute rates by arm and their differences."""
    progress(0.1, "Selecting subjects and events")
    group = cohort(study, values)
    events = adverse_events(study, group)
    time = exposure(study, group, values)
    if not np.isfinite(time.days).any():
        raise AnalysisError(
            f"No subject of {group.scope} has a known time at risk by '{time.text}'. "
            "Choose another time at risk."
        )
    progress(0.4, "Counting")
    rows, undated = _rows(group, events, time, str(values["rows"]), str(values["measure"]))
    level = values["level"]
    assert isinstance(level, int | float)
    differences = [
        rate_differences(group, rows, arm, str(values["reference"]), level / 100)
        for arm, name in enumerate(group.arms)
        if name != values["reference"]
    ]
    notes = [*group.notes, *events.notes, *time.notes, *_reversals(group, rows, differences)]
    if undated:
        notes.append(
            f"{undated} first events have no complete start date; the whole time at risk of their "
            "subjects counts."
        )
    measure = _MEASURES[str(values["measure"])]
    found = rate_table(
        group, rows, differences, level, str(values["measure"]), time, called=events.called
    )
    table = events.below(found)
    stratified = ", stratified by study with Mantel-Haenszel weights"
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(table, group, rows),
        tables=(table,),
        figures=_figures(group, rows, differences, level),
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Rate", f"{measure}, per 100 patient-years"),
            ("Time at risk", time.text),
            ("Treatment-emergent", events.emergent),
            ("Interval of a rate", "Exact (Garwood)"),
            (
                "Difference",
                "Score interval (Miettinen-Nurminen)"
                + (stratified if len(group.studies) > 1 else ""),
            ),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _rows(
    group: Cohort, events: Events, time: Exposure, kind: str, measure: str
) -> tuple[RateRows, int]:
    if kind == "category":
        return _category_rows(group, events, time, measure)
    column = filled(events.frame, CLASSES if kind == "class" else TERMS)
    codes, texts = coded(events.frame, column)
    used, row = np.unique(codes, return_inverse=True)
    row = row.astype(np.intp)
    numbers, years, undated = count_rates(group, events, time, row, len(used), measure=measure)
    total = numbers.sum(axis=(1, 2))
    order = sorted(range(len(used)), key=lambda i: (-int(total[i]), texts[used[i]].upper()))
    labels = [texts[used[i]] for i in order]
    name = "AESOC" if kind == "class" else "AEDECOD"
    members = timed_members(group, events, time, row, len(used))
    found = RateRows(
        tuple(labels),
        tuple(_key(name, t) for t in labels),
        numbers[order],
        years[order],
        [members[i] for i in order],
    )
    return found, undated


def _key(name: str, text: str) -> dict[str, Value]:
    return {name: text}


def _category_rows(
    group: Cohort, events: Events, time: Exposure, measure: str
) -> tuple[RateRows, int]:
    labels, keys, numbers, years, undated = [], [], [], [], 0
    members: Members = []
    for key, category in CATEGORIES.items():
        if not category.available(events.frame) and len(events):
            continue
        chosen = events.where(category.test(events.frame))
        row = np.zeros(len(chosen), dtype=np.intp)
        n, t, missing = count_rates(group, chosen, time, row, 1, measure=measure)
        labels.append(category.label)
        keys.append(_key("CATEGORY", key))
        numbers.append(n)
        years.append(t)
        members += timed_members(group, chosen, time, row, 1)
        undated = max(undated, missing)
    counts, times = np.concatenate(numbers), np.concatenate(years)
    found = RateRows(tuple(labels), tuple(keys), counts, times, members)
    return found, undated


@dataclass(frozen=True, eq=False)
class RateDifference:
    """One arm against the reference, row by row; ``crude`` ignores the study."""

    arm: int
    reference: int
    estimate: Floats
    lower: Floats
    upper: Floats
    crude: Floats


def rate_differences(
    group: Cohort, rows: RateRows, arm: int, reference: str, level: float
) -> RateDifference:
    """Compare the rates of an arm with those of the reference; level as a fraction (T.3, T.8)."""
    base = group.arms.index(reference)
    x1, x2 = rows.numbers[:, arm], rows.numbers[:, base]
    t1, t2 = rows.years[:, arm], rows.years[:, base]
    both = (group.sizes[arm] > 0) & (group.sizes[base] > 0)
    crude = rate_difference(
        x1.sum(axis=1), t1.sum(axis=1), x2.sum(axis=1), t2.sum(axis=1), per=PER, level=level
    )
    found = crude
    if both.any() and len(group.studies) > 1:
        parts = (x1[:, both], t1[:, both], x2[:, both], t2[:, both])
        found = stratified_rate_difference(*parts, per=PER, level=level)
    arrays = [
        np.asarray(v, dtype=np.float64)
        for v in (found.estimate, found.lower, found.upper, crude.estimate)
    ]
    return RateDifference(arm, base, *arrays)


def _reversals(
    group: Cohort, rows: RateRows, differences: Sequence[RateDifference]
) -> tuple[str, ...]:
    found = [
        f"{rows.labels[i]}, {group.arms[d.arm]} ({formats.fixed(float(d.estimate[i]), 1)} within "
        f"studies, {formats.fixed(float(d.crude[i]), 1)} added up)"
        for d in differences
        for i in np.flatnonzero(d.estimate * d.crude < 0)
    ]
    if not found:
        return ()
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return (
        "The sign of the difference depends on whether studies are compared within themselves, "
        f"as shown, or merely added up: {found[0]}{more}.",
    )


def rate_table(
    group: Cohort,
    rows: RateRows,
    differences: Sequence[RateDifference],
    level: float,
    measure: str,
    time: Exposure,
    *,
    called: str = "Adverse events",
) -> Table:
    """Lay out rates by arm and their differences; ``level`` in per cent."""
    columns: list[Column] = []
    unit = "events" if measure == "events" else "n"
    for i, arm in enumerate(group.arms):
        head = group.header(i)
        columns.append(Column(f"{head}\n{unit} / patient-years", {"ARM": arm}))
        columns.append(Column(f"{head}\nper 100 ({level:g}% CI)", {"ARM": arm}))
    for d in differences:
        arm, reference = group.arms[d.arm], group.arms[d.reference]
        head = f"{arm}\nminus {reference}\nper 100 ({level:g}% CI)"
        columns.append(Column(head, {"ARM": arm, "REFERENCE": reference}))
    numbers, years = rows.numbers.sum(axis=2), rows.years.sum(axis=2)
    rates = rate(numbers, years, per=PER, level=level / 100)
    estimate, lower, upper = (
        np.asarray(v, dtype=np.float64) for v in (rates.estimate, rates.lower, rates.upper)
    )
    lines = []
    for r, label in enumerate(rows.labels):
        cells: list[Cell | None] = []
        for a in range(len(group.arms)):
            count = Stat("events" if measure == "events" else "count", int(numbers[r, a]))
            stats = (count, Stat("patient_years", float(years[r, a]), 1))
            cells.append(Cell(stats, "{0} / {1}", rows.members[r][a] if rows.members else ()))
            cells.append(_interval(estimate[r, a], lower[r, a], upper[r, a]))
        cells += [_interval(d.estimate[r], d.lower[r], d.upper[r]) for d in differences]
        lines.append(Row((label,), tuple(cells), rows.keys[r]))
    counted = "number of events" if measure == "events" else "subjects with an event"
    return Table(
        "ae_incidence",
        f"{called}: {_TITLES[measure]} per 100 patient-years",
        ("",),
        tuple(columns),
        tuple(lines),
        (
            f"{'events' if measure == 'events' else 'n'} = {counted}; {_MEASURES[measure].lower()}"
            f"; time at risk: {time.text}.",
            "Intervals of rates are exact, those of differences score intervals; none is adjusted.",
        ),
    )


def _interval(estimate: float, lower: float, upper: float) -> Cell:
    names = ("estimate", "lower", "upper")
    values = (number(estimate), number(lower), number(upper))
    stats = tuple(Stat(n, v, 1) for n, v in zip(names, values, strict=True))
    return Cell(stats, "{0} ({1}, {2})")


def _summary(table: Table, group: Cohort, rows: RateRows) -> str:
    if not rows.labels:
        return "No adverse event was recorded."
    texts = [formats.cell(cell) for cell in table.rows[0].cells[1 : 2 * len(group.arms) : 2]]
    parts = [f"{arm} {text}" for arm, text in zip(group.arms, texts, strict=True)]
    return f"{rows.labels[0]}, per 100 patient-years: {'; '.join(parts)}."


def _figures(
    group: Cohort, rows: RateRows, differences: Sequence[RateDifference], level: float
) -> tuple[ForestFigure, ...]:
    if not differences or not rows.labels:
        return ()
    several = len(differences) > 1
    lines = [
        ForestRow(
            f"{label} · {group.arms[d.arm]}" if several else label,
            number(d.estimate[r]),
            number(d.lower[r]),
            number(d.upper[r]),
            formats.cell(_interval(d.estimate[r], d.lower[r], d.upper[r])),
            group.styles[d.arm],
            rows.members[r][d.arm] + rows.members[r][d.reference] if rows.members else (),
        )
        for r, label in list(enumerate(rows.labels))[:15]
        for d in differences
    ]
    reference = group.arms[differences[0].reference]
    return (
        ForestFigure(
            "ae_incidence_difference",
            f"Adverse events per 100 patient-years: difference from {reference}",
            f"Difference per 100 patient-years ({level:g}% CI)",
            tuple(lines),
            0.0,
            (f"Less than {reference}", f"More than {reference}"),
            (sizes_text(group), "Intervals are not adjusted for the number of rows."),
        ),
    )


SPEC = Analysis(
    key="ae_incidence",
    title="Adverse events per 100 patient-years",
    tab="safety",
    question="How often did adverse events occur for the time patients were treated, so that arms "
    "with unequal follow-up can be compared?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="ae_incidence.md",
)

"""Exposure to treatment, and each patient's time on it with the events: swim lanes.

Rules EX.1 to EX.3 in ``resources/methods/ae_incidence.md`` and XL.1 to XL.3 in
``resources/methods/exposure_lanes.md``; checked in ``tests/analyses/test_exposure_lanes.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import TERMS, filled
from sjogren_desktop.analyses.ae_incidence import onset_day
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    Events,
    adverse_events,
    cohort,
    dates,
)
from sjogren_desktop.analyses.exposure import DAYS_A_YEAR, EXPOSURE, Exposure, exposure
from sjogren_desktop.analyses.interest import chosen_events, event_items, lists_used
from sjogren_desktop.analyses.lab_change import summarise
from sjogren_desktop.analyses.model_tables import number
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number
from sjogren_desktop.figures import Lane, LaneFigure, Span
from sjogren_desktop.results import Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import StudyData

_EVENT, _DEATH = 7, 4
"""Styles of the symbols, beyond those of the arms that a trial has."""
_AT_LEAST = (1, 28, 84, 168, 336)


def _event_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return event_items(study)


def _event_default(study: StudyData, values: Mapping[str, object]) -> str:
    frame = study.of_kind("ADAE")[0].frame
    return "serious" if CATEGORIES["serious"].available(frame) else "any"


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice("event", "Events", "Drawn in the lanes of patients.", _event_items, _event_default),
    EXPOSURE,
    Number(
        "most",
        "Patients drawn in an arm",
        "Those with events come first, then those treated longest.",
        25,
        1,
        200,
    ),
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Summarise exposure and draw the lanes of patients."""
    progress(0.1, "Selecting subjects and events")
    group = cohort(study, values)
    time = exposure(study, group, {"exposure": values["exposure"], "lag": 0})
    emergent = adverse_events(study, group)
    events, label = chosen_events(study, emergent, str(values["event"]))
    most = values["most"]
    assert isinstance(most, int | float)
    progress(0.6, "Laying out")
    table = _table(group, time)
    figures = tuple(
        f for a in range(len(group.arms)) for f in _figure(group, a, events, time, int(most), label)
    )
    years = [f"{a} {y:.1f}" for a, y in zip(group.arms, _years(group, time), strict=True)]
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=f"Patient-years: {'; '.join(years)}.",
        tables=(table,),
        figures=figures,
        notes=(*group.notes, *emergent.notes, *time.notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Exposure", time.text),
            ("Events drawn", label),
            *lists_used(study, str(values["event"])),
            ("Treatment-emergent", emergent.emergent),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _years(group: Cohort, time: Exposure) -> list[float]:
    """Return the patient-years of each arm."""
    known = np.nan_to_num(time.days)
    sums = np.bincount(group.arm, weights=known, minlength=len(group.arms))
    return [float(days) / DAYS_A_YEAR for days in sums]


def _table(group: Cohort, time: Exposure) -> Table:
    found = summarise(time.days, group.arm, len(group.arms))
    arms = range(len(group.arms))

    def line(label: str, key: str, stats: Sequence[tuple[Stat, ...]], pattern: str = "{0}") -> Row:
        return Row((label,), tuple(Cell(s, pattern) for s in stats), {"STAT": key})

    known = np.isfinite(time.days)
    counts = (who.count_cell(group.named(known & (group.arm == a))) for a in arms)
    rows = [
        Row(("Subjects with known exposure",), tuple(counts), {"STAT": "n"}),
        line(
            "Days, mean (SD)",
            "mean",
            [
                (Stat("mean", number(found.mean[a]), 1), Stat("sd", number(found.sd[a]), 2))
                for a in arms
            ],
            "{0} ({1})",
        ),
        line(
            "Days, median (min, max)",
            "median",
            [
                tuple(
                    Stat(name, number(values[a]), 1 if name == "median" else 0)
                    for name, values in (
                        ("median", found.median),
                        ("minimum", found.minimum),
                        ("maximum", found.maximum),
                    )
                )
                for a in arms
            ],
            "{0} ({1}, {2})",
        ),
        line(
            "Patient-years",
            "years",
            [(Stat("patient_years", years, 1),) for years in _years(group, time)],
        ),
    ]
    for least in _AT_LEAST:
        cells = []
        for a in arms:
            mask = known & (time.days >= least) & (group.arm == a)
            n, size = int(mask.sum()), int(group.arm_sizes[a])
            stats = (Stat("count", n), Stat("percent", 100 * n / size if size else None))
            cells.append(Cell(stats, "{0} ({1}%)", group.named(mask)))
        rows.append(Row((f"At least {least} days",), tuple(cells), {"STAT": f">={least}"}, 1))
    return Table(
        "exposure",
        "Exposure to treatment",
        ("",),
        tuple(Column(group.header(a), {"ARM": group.arms[a]}) for a in arms),
        tuple(rows),
        (f"{time.text}; both days included. Percentages are of N.",),
    )


def _figure(
    group: Cohort, arm: int, events: Events, time: Exposure, most: int, label: str
) -> tuple[LaneFigure, ...]:
    people = np.flatnonzero((group.arm == arm) & np.isfinite(time.days))
    if not len(people):
        return ()
    day = onset_day(events, time)
    column = filled(events.frame, TERMS)
    terms = (
        events.frame[column].astype("object").fillna("").astype(str).to_numpy()
        if column
        else np.full(len(events), "", dtype=object)
    )
    with_event = np.isin(people, events.people)
    order = people[np.lexsort((group.keys[people].astype(str), -time.days[people], ~with_event))]
    died = dates(group.people, "DTHDT")
    lanes = []
    for person in order[:most]:
        days = float(time.days[person])
        spans = [Span(1.0, days, group.styles[arm], f"{days:g} days on treatment", thick=True)]
        for i in np.flatnonzero((events.people == person) & ~np.isnan(day)):
            spans.append(
                Span(float(day[i]), float(day[i]), _EVENT, f"{terms[i]}, day {day[i]:.0f}")
            )
        if died is not None and not np.isnat(died[person]) and not np.isnat(time.start[person]):
            at = float((died[person] - time.start[person]) / np.timedelta64(1, "D")) + 1
            spans.append(Span(at, at, _DEATH, f"Death, day {at:.0f}"))
        lanes.append(Lane(str(group.keys[person]), tuple(spans), (str(group.keys[person]),)))
    legend = [("On treatment", group.styles[arm]), (label, _EVENT)]
    if any(s.style == _DEATH for lane in lanes for s in lane.spans):
        legend.append(("Death", _DEATH))
    left_out = len(people) - len(lanes)
    return (
        LaneFigure(
            f"exposure_lanes_{arm}",
            f"Time on treatment and events: {group.arms[arm]}",
            "Day (first dose: 1)",
            tuple(lanes),
            tuple(legend),
            (),
            (
                f"One lane a patient, those with events first; N = {group.arm_sizes[arm]}."
                + (f" {left_out} patients are not drawn." if left_out else ""),
            ),
        ),
    )


SPEC = Analysis(
    key="exposure_lanes",
    title="Exposure and swim lanes",
    tab="safety",
    question="How long was each patient treated, and when did events occur?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="exposure_lanes.md",
)

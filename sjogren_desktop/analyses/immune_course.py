"""Immunoglobulins and blood cells under a drug against B cells, with the infections.

How far values fell, how many fell below normal, how often infections came before
and after that, and how long values took to recover after the last dose. Rules
IM.1 to IM.6 in ``resources/methods/immune_course.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_incidence import onset_day
from sjogren_desktop.analyses.ae_records import (
    Cohort,
    IntArray,
    Mask,
    adverse_events,
    cohort,
)
from sjogren_desktop.analyses.blinded_review import DRUG_CLASS_EFFECTS
from sjogren_desktop.analyses.endpoint_options import usual
from sjogren_desktop.analyses.exposure import DAYS_A_YEAR, EXPOSURE, Exposure, exposure
from sjogren_desktop.analyses.immune_figures import Course, course_figure
from sjogren_desktop.analyses.interest import (
    chosen_events,
    default_group,
    event_items,
    lists_used,
)
from sjogren_desktop.analyses.lab_change import summarise
from sjogren_desktop.analyses.measurements import (
    Floats,
    Measurements,
    items_of,
    lab_parameters,
    measurements,
    study_days,
)
from sjogren_desktop.analyses.model_tables import number
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number
from sjogren_desktop.figures import LineFigure
from sjogren_desktop.formats import decimals_of
from sjogren_desktop.results import (
    AnalysisError,
    Cell,
    Column,
    Doing,
    Progress,
    Result,
    Row,
    Stat,
    Table,
)
from sjogren_desktop.study.data import StudyData

# --- options --------------------------------------------------------------


def _parameter_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return items_of(lab_parameters(study))


def _parameter_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    found = lab_parameters(study).items()
    return usual(study, (c for c, label in found if DRUG_CLASS_EFFECTS.search(f"{label} {c}")))


def _event_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return event_items(study)


def _event_default(study: StudyData, values: Mapping[str, object]) -> str:
    return default_group(study, "infection")


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice(
        "parameters",
        "Parameters",
        "Values that drugs against B cells may lower: by default immunoglobulins, B cells, "
        "lymphocytes and neutrophils.",
        _parameter_items,
        _parameter_default,
        many=True,
    ),
    Choice("event", "Events", "Marked on the courses.", _event_items, _event_default),
    EXPOSURE,
    Number(
        "most",
        "Patients drawn in an arm",
        "Those with events come first, then those whose value fell furthest.",
        30,
        1,
        300,
    ),
)


# --- the analysis ---------------------------------------------------------


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Summarise the courses, the events beside them, and the recovery."""
    progress(0.05, "Selecting records")
    group = cohort(study, values)
    chosen, most = values["parameters"], values["most"]
    assert isinstance(chosen, tuple)
    assert isinstance(most, int | float)
    found = measurements(study, group, chosen)
    day = study_days(group, found)
    if np.isnan(day).all():
        raise AnalysisError(
            "The laboratory records have no study day (ADY) and no date (ADT), so they cannot be "
            "set beside events. Add one of them and import again."
        )
    time = exposure(study, group, {"exposure": values["exposure"], "lag": 0})
    emergent = adverse_events(study, group)
    events, label = chosen_events(study, emergent, str(values["event"]))
    onset = onset_day(events, time)
    progress(0.4, "Following values")
    falls: list[Row] = []
    rates: list[Row] = []
    recovery: list[Row] = []
    figures: list[LineFigure] = []
    for p, named in enumerate(found.params):
        name = f"{named[1]}, {named[2]}" if named[2] else named[1]
        course = _course(found, day, p)
        key = {"PARAMCD": named[0]}
        decimals = decimals_of(course.value[:2000])
        falls.append(Row((name,), _fall_cells(group, found, course, p, decimals), key))
        if course.limited.any():
            cells = _rate_cells(group, course, time, events.people, onset)
            rates += [Row((name, text), part, {**key, "PERIOD": text}) for text, part in cells]
            recovery.append(Row((name,), _recovery_cells(group, course, time), key))
        figures += course_figure(
            group, course, events.people, onset, (p, named[0], name), label, int(most)
        )
        progress(0.4 + 0.5 * (p + 1) / len(found.params), Doing("Following {name}", name=name))
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, falls, label, events.people),
        tables=(
            _fall_table(group, falls),
            *((_rate_table(group, rates, label),) if rates else ()),
            *((_recovery_table(group, recovery),) if recovery else ()),
        ),
        figures=tuple(figures),
        notes=(*group.notes, *emergent.notes, *time.notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Low", "Below the lower limit of normal of the record (A1LO, else ANRLO)"),
            ("Events", label),
            *lists_used(study, str(values["event"])),
            ("Time at risk", time.text),
            ("Recovery", "First value not below normal after the last dose; Kaplan-Meier"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _course(found: Measurements, day: Floats, p: int) -> Course:
    use = np.flatnonzero(
        (found.param == p) & ~np.isnan(found.value) & ~np.isnan(day) & ~_copies(found)
    )
    use = use[np.lexsort((day[use], found.person[use]))]
    low = found.limits[0][use]
    value = found.value[use]
    return Course(found.person[use], day[use], value, value < low, ~np.isnan(low))


def _copies(found: Measurements) -> Mask:
    """Mark records of visits that repeat those of others."""
    return np.asarray(np.append(found.summary, False)[found.visit], dtype=bool)


def _fall_cells(
    group: Cohort, found: Measurements, course: Course, p: int, decimals: int
) -> tuple[Cell | None, ...]:
    """Return subjects, baseline, lowest value, its change and who fell below normal (IM.2)."""
    people, after = len(group.people), course.day > 1
    lowest = np.full(people, np.inf)
    np.minimum.at(lowest, course.person[after], course.value[after])
    lowest = np.where(np.isinf(lowest), np.nan, lowest)
    base = np.full(people, np.nan)
    own = (found.param == p) & ~np.isnan(found.base)
    base[found.person[own]] = found.base[own]
    was_low = np.zeros(people, dtype=bool)
    was_low[course.person[after & course.low]] = True
    cells: list[Cell | None] = []
    sums = {
        name: summarise(values, group.arm, len(group.arms))
        for name, values in (("base", base), ("low", lowest), ("change", lowest - base))
    }
    for a in range(len(group.arms)):
        seen = ~np.isnan(lowest) & (group.arm == a)
        cells.append(who.count_cell(group.named(seen)))
        for found_ in sums.values():
            cells.append(
                Cell(
                    (
                        Stat("mean", number(found_.mean[a]), decimals + 1),
                        Stat("sd", number(found_.sd[a]), decimals + 2),
                    ),
                    "{0} ({1})",
                )
                if found_.n[a]
                else None
            )
        share = who.share_cell(group.named(was_low & seen), int(seen.sum()), "{0} ({1}%)")
        cells.append(share if course.limited.any() else None)
    return tuple(cells)


def _rate_cells(
    group: Cohort, course: Course, time: Exposure, people: IntArray, onset: Floats
) -> list[tuple[str, tuple[Cell | None, ...]]]:
    """Return events and rates before the first low value and from then on (IM.3)."""
    from sjogren_desktop.stats.rates import rate

    first = course.first((course.day > 1) & course.low, len(group.people))
    turned = np.where(np.isnan(first), np.inf, first)
    end = np.nan_to_num(time.days)
    known = np.isfinite(time.days)
    before_days = np.minimum(np.maximum(turned - 1, 0), end) * known
    days = {"Before": before_days, "After": end * known - before_days}
    in_time = known[people] & ~np.isnan(onset) & (onset <= end[people])
    late = onset >= turned[people]
    parts = []
    for text, chosen in (("Before", in_time & ~late), ("After", in_time & late)):
        cells: list[Cell | None] = []
        for a in range(len(group.arms)):
            mine = group.arm == a
            count = int((chosen & mine[people]).sum())
            years = float(days[text][mine].sum()) / DAYS_A_YEAR
            one = rate(count, years, per=100.0)
            cells += [
                Cell(
                    (Stat("events", count), Stat("patient_years", years, 1)),
                    "{0} / {1}",
                    group.named(people[chosen & mine[people]]),
                ),
                Cell(
                    tuple(
                        Stat(n, number(float(np.asarray(v))), 1)
                        for n, v in zip(
                            ("estimate", "lower", "upper"),
                            (one.estimate, one.lower, one.upper),
                            strict=True,
                        )
                    ),
                    "{0} ({1}, {2})",
                )
                if years > 0
                else None,
            ]
        parts.append((f"{text} the first low value", tuple(cells)))
    return parts


def _recovery_cells(group: Cohort, course: Course, time: Exposure) -> tuple[Cell | None, ...]:
    """Return who was low at the last dose, was seen later and recovered, and when (IM.4)."""
    from sjogren_desktop.stats.kaplan_meier import kaplan_meier

    people = len(group.people)
    end = np.where(np.isfinite(time.days), time.days, np.nan)
    on_drug = course.day <= end[course.person]
    last_low = np.zeros(people, dtype=bool)
    # Sorted by day: the last record that is assigned is the last on treatment.
    last_low[course.person[on_drug]] = course.low[on_drug]
    later = course.day > end[course.person]
    followed = np.full(people, -np.inf)
    np.maximum.at(followed, course.person[later], course.day[later])
    back = course.first(later & course.limited & ~course.low, people)
    seen = last_low & (followed > -np.inf)
    recovered = seen & ~np.isnan(back)
    waited = np.where(recovered, back, followed) - end
    cells: list[Cell | None] = []
    for a in range(len(group.arms)):
        mine = group.arm == a
        cells.append(who.count_cell(group.named(last_low & mine)))
        cells.append(who.count_cell(group.named(seen & mine)))
        total = int((seen & mine).sum())
        cells.append(who.share_cell(group.named(recovered & mine), total, "{0} ({1}%)"))
        if not total:
            cells.append(None)
            continue
        curve = kaplan_meier(waited[seen & mine], recovered[seen & mine])
        line = curve.quantiles((0.5,)).iloc[0]
        stats = tuple(Stat(n, number(line[n]), 0) for n in ("estimate", "lower", "upper"))
        cells.append(Cell(stats, "{0} ({1}, {2})"))
    return tuple(cells)


# --- tables and figures ---------------------------------------------------


def _columns(group: Cohort, parts: Sequence[tuple[str, str]]) -> tuple[Column, ...]:
    return tuple(
        Column(f"{group.header(a)}\n{text}", {"ARM": arm, "STAT": key})
        for a, arm in enumerate(group.arms)
        for key, text in parts
    )


def _fall_table(group: Cohort, rows: Sequence[Row]) -> Table:
    parts = (
        ("n", "n"),
        ("base", "Baseline, mean (SD)"),
        ("lowest", "Lowest, mean (SD)"),
        ("change", "Change to lowest, mean (SD)"),
        ("low", "Ever low, n (%)"),
    )
    return Table(
        "immune_falls",
        "Lowest value after the first dose",
        ("Parameter",),
        _columns(group, parts),
        tuple(rows),
        (
            "n: subjects with a value after the first dose, also after the last one; low: below "
            "the lower limit of normal; SD: standard deviation.",
        ),
    )


def _rate_table(group: Cohort, rows: Sequence[Row], label: str) -> Table:
    parts = (("events", "events / PY"), ("rate", "per 100 PY (95% CI)"))
    return Table(
        "immune_events",
        f"{label} before and after the first low value",
        ("Parameter", "Period"),
        _columns(group, parts),
        tuple(rows),
        (
            "All events in the time at risk count; PY: patient-years. A subject who was never low "
            "is at risk in the first row only. Values fall and events come with time on treatment, "
            "so a higher rate after a low value does not show that it was the cause.",
        ),
    )


def _recovery_table(group: Cohort, rows: Sequence[Row]) -> Table:
    parts = (
        ("low", "Low at end, n"),
        ("seen", "Seen later, n"),
        ("back", "Recovered, n (%)"),
        ("days", "Median days (95% CI)"),
    )
    return Table(
        "immune_recovery",
        "Recovery after the last dose",
        ("Parameter",),
        _columns(group, parts),
        tuple(rows),
        (
            "Low at end: the last value up to the end of treatment is below normal. Percentages "
            "are of those seen later. Days from the end of treatment to the first value that is "
            "not low (Kaplan-Meier; NE: not reached).",
        ),
    )


def _summary(group: Cohort, rows: Sequence[Row], label: str, people: IntArray) -> str:
    had = [len(np.unique(people[group.arm[people] == a])) for a in range(len(group.arms))]
    parts = [
        f"{arm} {n} of {int(size)}"
        for arm, n, size in zip(group.arms, had, group.arm_sizes, strict=True)
    ]
    return f"{len(rows)} parameters followed. {label}: {'; '.join(parts)} patients."


SPEC = Analysis(
    key="immune_course",
    title="Immunoglobulins, blood cells and infections",
    tab="safety",
    question="How far did immunoglobulins and blood cells fall, did infections come with it, and "
    "did the values recover after the last dose?",
    requires=("ADSL", "ADAE", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="immune_course.md",
)

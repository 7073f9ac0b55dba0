"""Time to the first adverse event: Kaplan-Meier, cumulative incidence, mean number.

The event is a parameter of the time-to-event data, or a kind or group of adverse
events, with death before it as a competing event. Rules TE.1 to TE.7 in
``resources/methods/ae_time.md``; numerics proved in ``tests/stats``. Checked against
figure 14-1 of the CDISC pilot study in ``tests/analyses/test_ae_time.py``.
"""
# reason: first event, competing death and recurrent events are one selection read three ways

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import sizes_text
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    IntArray,
    Mask,
    adverse_events,
    cohort,
)
from sjogren_desktop.analyses.event_times import (
    Times,
    from_events,
    from_parameter,
    timed_parameters,
)
from sjogren_desktop.analyses.exposure import EXPOSURE, LAG, exposure
from sjogren_desktop.analyses.interest import GROUP, chosen_events, event_items, lists_used
from sjogren_desktop.analyses.measurements import Floats
from sjogren_desktop.analyses.model_tables import LEVEL, number
from sjogren_desktop.analyses.spec import Analysis, Choice, Item
from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.stats.competing_risks import (
    CumulativeIncidence,
    cumulative_incidence,
    gray_test,
)
from sjogren_desktop.stats.kaplan_meier import KaplanMeier, kaplan_meier
from sjogren_desktop.stats.logrank import logrank_test
from sjogren_desktop.stats.mean_cumulative import MeanCumulative, mean_cumulative_function
from sjogren_desktop.study.data import StudyData

_TTE = "tte:"
_SAFETY_WORDS = ("event", "adverse", "infection", "reaction", "death")
_FEW = 5
_ENDS = (
    "A curve ends where fewer than 5 subjects of its arm (in small arms a tenth of them) are at "
    "risk; the tables have all times."
)
_FORMS = {
    "log-log": "log(-log), the default of SAS since version 9.4",
    "log": "log, the default of R",
    "linear": "linear, the default of SAS before 9.4",
}


# --- options --------------------------------------------------------------


def _event_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    timed = [
        Item(_TTE + c, f"{t} (time-to-event data)") for c, t in timed_parameters(study).items()
    ]
    events = event_items(study) if study.of_kind("ADAE") else ()
    first = [
        Item(
            i.value,
            f"First event of: {i.label}"
            if i.value.startswith(GROUP)
            else f"First adverse event: {i.label.lower()}",
        )
        for i in events
    ]
    return (*timed, *first)


def _event_default(study: StudyData, values: Mapping[str, object]) -> str:
    timed = timed_parameters(study)
    for code, label in timed.items():
        if any(word in label.lower() for word in _SAFETY_WORDS):
            return f"{_TTE}{code}"
    if not study.of_kind("ADAE"):
        if not timed:
            raise AnalysisError(
                "The study has neither adverse events (ADAE) nor time-to-event data (ADTTE, with "
                "AVAL and CNSR). Import one of them, or choose another analysis."
            )
        return f"{_TTE}{next(iter(timed))}"
    frame = study.of_kind("ADAE")[0].frame
    return "serious" if CATEGORIES["serious"].available(frame) else "any"


def _form_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _FORMS.items())


def _form_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "log-log"


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice("event", "Event", "What the time runs to.", _event_items, _event_default),
    EXPOSURE,
    LAG,
    Choice(
        "conf_form",
        "Form of confidence limits",
        "Scale on which limits of probabilities and medians are formed.",
        _form_items,
        _form_default,
        advanced=True,
        page="kaplan_meier.md",
    ),
    LEVEL,
)


def _times(study: StudyData, group: Cohort, values: Mapping[str, object]) -> tuple[Times, str]:
    """Return the times, and how treatment-emergent events were told apart."""
    event = str(values["event"])
    if event.startswith(_TTE):
        return from_parameter(study, group, event.removeprefix(_TTE)), "Not applicable"
    events = adverse_events(study, group)
    time = exposure(study, group, values)
    chosen, label = chosen_events(study, events, event)
    found = from_events(group, chosen, time, label)
    if not len(found.people):
        raise AnalysisError("No subject has a known time at risk. Choose another time at risk.")
    return found, events.emergent


# --- the analysis ---------------------------------------------------------


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Estimate curves by arm and compare them."""
    progress(0.1, "Finding times")
    group = cohort(study, values)
    found, emergent = _times(study, group, values)
    level, form = values["level"], str(values["conf_form"])
    assert isinstance(level, int | float)
    progress(0.5, "Estimating curves")
    arm = group.arm[found.people]
    arms = [a for a in range(len(group.arms)) if (arm == a).any()]
    km = {
        a: kaplan_meier(
            found.time[arm == a], found.cause[arm == a] == 1, conf_form=form, level=level / 100
        )
        for a in arms
    }
    competing = bool((found.cause == 2).any())
    incidence = {
        a: cumulative_incidence(
            found.time[arm == a], found.cause[arm == a], conf_form=form, level=level / 100
        )
        for a in arms
        if competing
    }
    grid = _grid(found.time)
    tables = [
        _summary_table(group, found, km, arms, level),
        _times_table(group, found, km, incidence, arms, grid, level),
    ]
    figures = [_curve_figure(group, found, km, incidence, arms)]
    if found.follow_up is not None:
        mean = _mean_functions(group, found, arms, level / 100)
        tables.append(_mean_table(group, mean, grid, level))
        figures.append(_mean_figure(group, found, mean))
    tests, p_text = _tests(group, found, competing)
    tables += tests
    counts = [
        f"{group.arms[a]} {int((found.cause[arm == a] == 1).sum())} of {int((arm == a).sum())}"
        for a in arms
    ]
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=f"{found.label}: {'; '.join(counts)}{p_text}.",
        tables=tuple(tables),
        figures=tuple(figures),
        notes=(*group.notes, *found.notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Event", found.source),
            *lists_used(study, str(values["event"])),
            ("Treatment-emergent", emergent),
            ("Confidence limits", f"Pointwise, form: {_FORMS[form]}"),
            ("Competing event", "Death before the event" if competing else "None"),
            (
                "Tests",
                "Log-rank"
                + (", stratified by study" if len(group.studies) > 1 else "")
                + ("; Gray" if competing else ""),
            ),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _grid(time: Floats) -> tuple[float, ...]:
    """Return at most eight times, in steps of weeks where the times are long enough."""
    last = float(np.max(time))
    for step in (1, 2, 4, 7, 14, 28, 56, 84, 168, 336, 672):
        if last / step <= 8:
            return tuple(float(step * i) for i in range(1, int(last // step) + 1)) or (last,)
    return (last,)


def _arm_columns(group: Cohort, arms: Sequence[int]) -> tuple[Column, ...]:
    return tuple(Column(group.header(a), {"ARM": group.arms[a]}) for a in arms)


def _summary_table(
    group: Cohort, found: Times, km: Mapping[int, KaplanMeier], arms: Sequence[int], level: float
) -> Table:
    arm = group.arm[found.people]

    def counts(mask: Mask) -> tuple[Cell, ...]:
        return tuple(
            who.share_cell(
                group.named(found.people[mask & (arm == a)]), int((arm == a).sum()), "{0} ({1}%)"
            )
            for a in arms
        )

    rows = [
        Row(
            ("Subjects",),
            tuple(who.count_cell(group.named(found.people[arm == a])) for a in arms),
            {"STAT": "n"},
        ),
        Row(("With event",), counts(found.cause == 1), {"STAT": "events"}),
        Row(("Censored",), counts(found.cause == 0), {"STAT": "censored"}),
    ]
    if (found.cause == 2).any():
        rows.append(Row(("Died before it",), counts(found.cause == 2), {"STAT": "competing"}))
    for text, quantile in (("25%", 0.25), ("Median", 0.5), ("75%", 0.75)):
        cells = []
        for a in arms:
            q = km[a].quantiles((quantile,)).iloc[0]
            parts = ("estimate", "lower", "upper")
            stats = tuple(Stat(name, number(q[name]), 1) for name in parts)
            cells.append(Cell(stats, "{0} ({1}, {2})"))
        label = f"{text} time to event ({level:g}% CI)"
        rows.append(Row((label,), tuple(cells), {"STAT": f"q{quantile:g}"}))
    return Table(
        "time_summary",
        f"Time to event: {found.label}",
        ("",),
        _arm_columns(group, arms),
        tuple(rows),
        ("Kaplan-Meier estimates, deaths before the event censored. NE: not reached.",),
    )


def _times_table(
    group: Cohort,
    found: Times,
    km: Mapping[int, KaplanMeier],
    incidence: Mapping[int, CumulativeIncidence],
    arms: Sequence[int],
    grid: Sequence[float],
    level: float,
) -> Table:
    columns: list[Column] = []
    for a in arms:
        head, key = group.header(a), {"ARM": group.arms[a]}
        columns.append(Column(f"{head}\nat risk", key))
        columns.append(Column(f"{head}\nwithout event, % ({level:g}% CI)", key))
        if incidence:
            columns.append(Column(f"{head}\nincidence, % ({level:g}% CI)", key))
    at = {a: km[a].at(grid) for a in arms}
    with_death = {a: curve.at(grid) for a, curve in incidence.items()}
    arm = group.arm[found.people]
    rows = []
    for i, time in enumerate(grid):
        cells: list[Cell | None] = []
        for a in arms:
            line = at[a].iloc[i]
            at_risk = group.named(found.people[(arm == a) & (found.time >= time)])
            cells.append(Cell((Stat("n", int(line["n_risk"])),), subjects=at_risk))
            cells.append(_percent(line["estimate"], line["lower"], line["upper"]))
            if incidence:
                line = with_death[a].iloc[i]
                cells.append(_percent(line["estimate"], line["lower"], line["upper"]))
        rows.append(Row((f"{time:g}",), tuple(cells), {"TIME": time}))
    notes = ["Time in the unit of the data (days). At risk: just before the time."]
    if incidence:
        notes.append("Incidence: with death before the event as competing (Aalen-Johansen).")
    return Table(
        "time_estimates",
        "Probability of no event by time",
        ("Time",),
        tuple(columns),
        tuple(rows),
        tuple(notes),
    )


def _percent(estimate: object, lower: object, upper: object) -> Cell:
    names = ("estimate", "lower", "upper")
    stats = []
    for name, value in zip(names, (estimate, lower, upper), strict=True):
        share = number(value)
        stats.append(Stat(name, None if share is None else 100 * share, 1))
    return Cell(tuple(stats), "{0} ({1}, {2})")


def _curve_figure(
    group: Cohort,
    found: Times,
    km: Mapping[int, KaplanMeier],
    incidence: Mapping[int, CumulativeIncidence],
    arms: Sequence[int],
) -> LineFigure:
    arm, series, shortened = group.arm[found.people], [], False
    for a in arms:
        curve = incidence[a].curve if incidence else km[a].curve
        estimate = curve["estimate"].to_numpy()
        share = 100 * (estimate if incidence else 1 - estimate)
        time = curve["time"].to_numpy()
        drawn = _until_few(time, found.time[arm == a])
        shortened |= len(drawn) < len(time)
        time, share = time[drawn], share[drawn]
        mine = (arm == a) & (found.cause == 1)
        series.append(
            Series(
                group.arms[a],
                group.styles[a],
                (0.0, *(float(t) for t in time)),
                (0.0, *(float(s) for s in share)),
                subjects=(
                    (),
                    *(group.named(found.people[mine & (found.time == t)]) for t in time),
                ),
            )
        )
    ticks = (0.0, *_grid(found.time))
    how = "Death before the event is a competing event." if incidence else "Kaplan-Meier estimate."
    return LineFigure(
        "time_to_event",
        f"{found.label}: cumulative incidence",
        "Time (days)",
        "Subjects with event (%)",
        tuple(series),
        tuple((t, f"{t:g}") for t in ticks),
        None,
        (
            sizes_text(group),
            how,
            "At risk: without the event and under observation just before the time.",
            *((_ENDS,) if shortened else ()),
        ),
        steps=True,
        at_risk=tuple(
            (group.arms[a], tuple(int(((arm == a) & (found.time >= t)).sum()) for t in ticks))
            for a in arms
        ),
    )


def _until_few(times: Floats, observed: Floats) -> IntArray:
    """Return the places of the times at which a curve is still drawn (TE.7)."""
    at_risk = (observed[None, :] >= times[:, None]).sum(axis=1)
    return np.asarray(np.flatnonzero(at_risk >= min(_FEW, len(observed) // 10)), dtype=np.intp)


def _mean_functions(
    group: Cohort, found: Times, arms: Sequence[int], level: float
) -> dict[int, MeanCumulative]:
    """Return the mean number of events by arm (TE.6)."""
    import pandas as pd

    assert found.follow_up is not None
    assert found.event_people is not None
    assert found.event_days is not None
    made = {}
    for a in arms:
        people = found.people[group.arm[found.people] == a]
        mine = group.arm[found.event_people] == a
        if mine.any():
            follow_up = pd.Series(found.follow_up[people], index=people)
            made[a] = mean_cumulative_function(
                follow_up, found.event_people[mine], found.event_days[mine], level=level
            )
    return made


def _mean_table(
    group: Cohort, mean: Mapping[int, MeanCumulative], grid: Sequence[float], level: float
) -> Table:
    at = {a: found.at(grid) for a, found in mean.items()}
    rows = []
    for i, time in enumerate(grid):
        cells = []
        for a in mean:
            line = at[a].iloc[i]
            names = ("estimate", "lower", "upper")
            stats = tuple(Stat(n, number(line[n]), 2) for n in names)
            cells.append(Cell(stats, "{0} ({1}, {2})"))
        rows.append(Row((f"{time:g}",), tuple(cells), {"TIME": time}))
    return Table(
        "mean_number",
        "Mean number of events a subject, by time",
        ("Time",),
        _arm_columns(group, list(mean)),
        tuple(rows) if mean else (),
        (f"All events counted, with robust {level:g}% limits (Nelson; Lawless and Nadeau).",),
    )


def _mean_figure(group: Cohort, found: Times, mean: Mapping[int, MeanCumulative]) -> LineFigure:
    people, days, follow_up = found.event_people, found.event_days, found.follow_up
    assert people is not None
    assert follow_up is not None
    series, shortened = [], False
    for a, m in mean.items():
        mine = group.arm[people] == a
        time, estimate = m.curve["time"].to_numpy(), m.curve["estimate"].to_numpy()
        drawn = _until_few(time, follow_up[found.people[group.arm[found.people] == a]])
        shortened |= len(drawn) < len(time)
        series.append(
            Series(
                group.arms[a],
                group.styles[a],
                (0.0, *time[drawn].tolist()),
                (0.0, *estimate[drawn].tolist()),
                subjects=((), *(group.named(people[mine & (days == t)]) for t in time[drawn])),
            )
        )
    ticks = (0.0, *_grid(found.time))
    return LineFigure(
        "mean_number",
        f"{found.label}: mean number of events a subject",
        "Time (days)",
        "Events a subject",
        tuple(series),
        tuple((t, f"{t:g}") for t in ticks),
        None,
        (
            sizes_text(group),
            "Mean cumulative function: all events of a subject count.",
            *((_ENDS,) if shortened else ()),
        ),
        steps=True,
    )


def _tests(group: Cohort, found: Times, competing: bool) -> tuple[list[Table], str]:
    """Return the table of tests (none with one arm or no event) and the p in words (TE.5)."""
    names = np.array(group.arms, dtype=object)[group.arm[found.people]]
    event = found.cause == 1
    if len(set(names)) < 2 or not event.any():
        return [], ""
    strata = group.study[found.people] if len(group.studies) > 1 else None
    logrank = logrank_test(found.time, event, names, strata=strata)
    lines = [("Log-rank", "logrank", logrank.statistic, logrank.df, logrank.p_value)]
    if competing:
        gray = gray_test(found.time, found.cause, names, strata=strata)
        lines.append(("Gray", "gray", gray.statistic, gray.df, gray.p_value))
    rows = tuple(
        Row(
            (text,),
            (
                Cell((Stat("statistic", number(statistic)),)),
                Cell((Stat("df", df, 0),)),
                Cell((Stat("p_value", number(p)),)),
            ),
            {"TEST": key},
        )
        for text, key, statistic, df, p in lines
    )
    table = Table(
        "time_tests",
        "Tests of equal time to event in all arms",
        ("Test",),
        (
            Column("Chi-square", {"STAT": "chi_square"}),
            Column("df", {"STAT": "df"}),
            Column("p", {"STAT": "p"}),
        ),
        rows,
    )
    return [
        table
    ], f" (log-rank p {'<0.0001' if logrank.p_value < 1e-4 else f'{logrank.p_value:.4f}'})"


SPEC = Analysis(
    key="ae_time",
    title="Time to first adverse event",
    tab="safety",
    question="How soon after treatment began did patients have a first event of a kind, and how "
    "many events had they had by then?",
    requires=("ADSL",),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="ae_time.md",
)

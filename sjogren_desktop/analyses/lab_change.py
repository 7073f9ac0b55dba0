"""Values and changes from baseline by visit: laboratory, vital signs, ECG.

Number, mean, standard deviation, median and range by arm, at every visit and at
the last value that counts. Rules LB.1 to LB.4, LB.9 and LB.10 in
``resources/methods/lab_values.md``. Checked against tables 14-6.01 (330 rows),
14-7.01, 14-7.02 and 14-7.03 of the CDISC pilot study in
``tests/analyses/test_lab_change.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import sizes_text
from sjogren_desktop.analyses.ae_records import Cohort, IntArray, cohort
from sjogren_desktop.analyses.cell_members import Members
from sjogren_desktop.analyses.endpoint_options import usual
from sjogren_desktop.analyses.lab_pictures import box_figures, course_figures
from sjogren_desktop.analyses.lab_visits import UNTIL, is_unscheduled
from sjogren_desktop.analyses.measurements import (
    Floats,
    Measurements,
    counted,
    items_of,
    measured_parameters,
    measurements,
    one_a_visit,
)
from sjogren_desktop.analyses.model_tables import number
from sjogren_desktop.analyses.spec import Analysis, Choice, Item
from sjogren_desktop.figures import Figure, LineFigure, Series
from sjogren_desktop.results import Cell, Column, Progress, Result, Row, Stat, Table, Value
from sjogren_desktop.study.data import StudyData

_PICTURED = ("IGG", "IGM", "IGA", "CD19", "BCELL", "LYM", "NEUT", "ALT", "SYSBP", "WEIGHT", "HGB")
"""Parameters shown first in figures, by usual code."""

_FIGURES = 4


def _parameter_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return items_of(measured_parameters(study))


def _parameter_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return usual(study, measured_parameters(study))


def _figure_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    chosen = values["parameters"]
    assert isinstance(chosen, tuple)
    labels = measured_parameters(study)
    return tuple(Item(c, labels[c]) for c in chosen)


def _figure_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    chosen = values["parameters"]
    assert isinstance(chosen, tuple)
    preferred = [p for p in _PICTURED if p in chosen]
    return tuple((preferred + [c for c in chosen if c not in preferred])[:_FIGURES])


_PICTURES = {
    "means": "Means by visit",
    "boxes": "Box plots by visit",
    "courses": "Course of each subject",
}


def _picture_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _PICTURES.items())


def _picture_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return ("means", "boxes")


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice(
        "parameters",
        "Parameters",
        "Measurements of laboratory, vital sign and ECG data.",
        _parameter_items,
        _parameter_default,
        many=True,
    ),
    UNTIL,
    Choice(
        "pictures",
        "Pictures",
        "How the parameters pictured are drawn.",
        _picture_items,
        _picture_default,
        many=True,
    ),
    Choice(
        "pictured",
        "Figures of",
        "Parameters drawn.",
        _figure_items,
        _figure_default,
        many=True,
        advanced=True,
    ),
)


@dataclass(frozen=True, eq=False)
class Summaries:
    """Summary statistics of many groups of values, each of shape (groups,)."""

    n: IntArray
    mean: Floats
    sd: Floats
    median: Floats
    minimum: Floats
    maximum: Floats


def summarise(values: Floats, group: IntArray, groups: int) -> Summaries:
    """Summarise values by group; missing values do not count (LB.9).

    Parameters
    ----------
    values, group : array, shape (records,)
    groups : int

    Returns
    -------
    Summaries
        NaN where a group has no value (the SD: fewer than two).
    """
    known = ~np.isnan(values)
    values, group = values[known], group[known]
    n = np.bincount(group, minlength=groups)
    with np.errstate(invalid="ignore", divide="ignore"):
        # Values are decimals, read at 12 significant digits as formats.decimals_of does: a
        # mean of 6.45 must not be 6.4499999..., which would print as 6.4.
        rough = np.bincount(group, weights=values, minlength=groups) / n
        size = np.bincount(group, weights=np.abs(values), minlength=groups) / n
        digits = 12 - np.floor(np.log10(np.where(size > 0, size, 1.0))).astype(int)
        mean = np.array([round(float(m), int(d)) for m, d in zip(rough, digits, strict=True)])
        squares = np.bincount(group, weights=(values - mean[group]) ** 2, minlength=groups)
        sd = np.where(n > 1, np.sqrt(squares / (n - 1)), np.nan)
    start = np.cumsum(n) - n
    ordered = _ordered(values, group, start)
    some = n > 0

    def at(offset: IntArray) -> Floats:
        found = np.full(groups, np.nan)
        found[some] = ordered[(start + offset)[some]]
        return found

    median = (at((n - 1) // 2) + at(n // 2)) / 2
    return Summaries(n, mean, sd, median, at(np.zeros_like(n)), at(n - 1))


def _ordered(values: Floats, group: IntArray, start: IntArray) -> Floats:
    """Return values by group and within it by size; few short numbers are sorted at once."""
    codes = group.astype(np.int16) if len(start) < np.iinfo(np.int16).max else group
    ordered: Floats = values[np.argsort(codes, kind="stable")]
    for part in np.split(ordered, start[1:]) if len(start) else ():
        part.sort()
    return ordered


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Summarise values and changes by visit and arm."""
    progress(0.05, "Selecting records")
    group = cohort(study, values)
    chosen, pictured, until = values["parameters"], values["pictured"], str(values["until"])
    assert isinstance(chosen, tuple)
    assert isinstance(pictured, tuple)
    found = measurements(study, group, chosen)
    progress(0.5, "Summarising visits")
    single = one_a_visit(found)
    planned = np.array([not is_unscheduled(name) for _, name in found.visits] + [False])
    single = single.where(planned[single.visit])
    last = counted(found, until)
    last = last.where(last.last_of(last.subject_param))
    progress(0.8, "Laying out")
    table, rows, behind = _table(group, single, last, until)
    shown, pictures = [str(p) for p in pictured], values["pictures"]
    assert isinstance(pictures, tuple)
    figures: list[Figure] = []
    if "means" in pictures:
        figures += _figures(group, single, rows, behind, shown)
    if "boxes" in pictures:
        figures += box_figures(group, single, shown, *single.limits)
    if "courses" in pictures:
        figures += course_figures(group, single, shown)
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, single),
        tables=(table,),
        figures=tuple(figures),
        notes=(*group.notes, *found.notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Records", "Observed, one a subject and visit; imputed records are left out"),
            ("Last value", f"Last value after baseline up to {until or 'the last visit'}"),
            ("n", "Subjects with a value"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _table(
    group: Cohort, single: Measurements, last: Measurements, until: str
) -> tuple[Table, Summaries, Members]:
    arms, visits = len(group.arms), len(single.visits)
    wide = visits + 1  # the last value stands after the visits
    cell = (single.param * wide + single.visit) * arms + group.arm[single.person]
    end = (last.param * wide + visits) * arms + group.arm[last.person]
    groups = len(single.params) * wide * arms
    cells = np.concatenate([cell, end]).astype(np.intp)
    of_value = summarise(np.concatenate([single.value, last.value]), cells, groups)
    changes = np.concatenate([np.where(single.baseline, np.nan, single.change), last.change])
    of_change = summarise(changes, cells, groups)
    people = np.concatenate([single.person, last.person])
    behind = {
        what: Members(group, cells[known], people[known], (groups,))
        for what, known in (
            ("Value", ~np.isnan(np.concatenate([single.value, last.value]))),
            ("Change", ~np.isnan(changes)),
        )
    }
    columns: list[Column] = []
    for i, arm in enumerate(group.arms):
        head = group.header(i)
        for text in ("n", "Mean (SD)", "Median (min, max)"):
            columns.append(Column(f"{head}\n{text}", {"ARM": arm}))
    rows = []
    names = [*single.visits, (np.nan, f"Last value to {until}" if until else "Last value")]
    for p, named in enumerate(single.params):
        raw = formats.decimals_of(_sample(single.value[single.param == p]))
        for v, visit in enumerate(names):
            at = (p * wide + v) * arms + np.arange(arms)
            for what, found in (("Value", of_value), ("Change", of_change)):
                if found.n[at].any():
                    rows.append(_row(named, visit, what, found, at, raw, behind[what]))
    table = Table(
        "lab_change",
        "Values and changes from baseline by visit",
        ("Parameter", "Visit", ""),
        tuple(columns),
        tuple(rows),
        (
            "n: subjects with a value (a change needs a baseline value too); SD: standard "
            "deviation.",
        ),
    )
    return table, of_value, behind["Value"]


def _sample(values: Floats) -> list[float]:
    """Return some of many values, from which their precision is read."""
    step = max(1, len(values) // 2000)
    return [float(v) for v in values[::step]]


def _row(
    named: tuple[str, str, str],
    visit: tuple[float, str],
    what: str,
    found: Summaries,
    at: IntArray,
    raw: int,
    behind: Members,
) -> Row:
    code, label, point = named
    key: dict[str, Value] = {"PARAMCD": code, "AVISIT": visit[1], "AVISITN": number(visit[0])}
    key |= {"ATPT": point} if point else {}
    key |= {"MEASURE": "CHG" if what == "Change" else "AVAL"}

    def stat(name: str, values: Floats, i: int) -> Stat:
        return Stat(name, number(values[i]), formats.decimals_for(name, raw))

    cells: list[Cell | None] = []
    for i in at:
        cells.append(Cell((Stat("n", int(found.n[i])),), subjects=behind.at(int(i))))
        pair = (stat("mean", found.mean, i), stat("sd", found.sd, i))
        three = (
            stat("median", found.median, i),
            stat("minimum", found.minimum, i),
            stat("maximum", found.maximum, i),
        )
        some = bool(found.n[i])
        cells.append(Cell(pair, "{0} ({1})") if some else None)
        cells.append(Cell(three, "{0} ({1}, {2})") if some else None)
    name = f"{label}, {point}" if point else label
    return Row((name, visit[1], what), tuple(cells), key, 0 if what == "Value" else 1)


def _figures(
    group: Cohort,
    single: Measurements,
    found: Summaries,
    behind: Members,
    pictured: list[str],
) -> tuple[LineFigure, ...]:
    from scipy.special import stdtrit

    arms, wide = len(group.arms), len(single.visits) + 1
    shown = [
        v for v, (n, _) in enumerate(single.visits) if not single.summary[v] and np.isfinite(n)
    ]
    figures = []
    for p, (code, label, point) in enumerate(single.params):
        if code not in pictured:
            continue
        series = []
        for a, arm in enumerate(group.arms):
            at = [((p * wide + v) * arms + a, single.visits[v][0]) for v in shown]
            at = [(i, x) for i, x in at if found.n[i] > 0]
            n = np.array([found.n[i] for i, _ in at], dtype=np.float64)
            mean = np.array([found.mean[i] for i, _ in at])
            sd = np.array([found.sd[i] for i, _ in at])
            half = stdtrit(np.maximum(n - 1, 1), 0.975) * sd / np.sqrt(np.maximum(n, 1))
            series.append(
                Series(
                    arm,
                    group.styles[a],
                    tuple(float(x) for _, x in at),
                    tuple(float(m) for m in mean),
                    tuple(float(v) for v in mean - half),
                    tuple(float(v) for v in mean + half),
                    subjects=tuple(behind.at(int(i)) for i, _ in at),
                )
            )
        if any(s.x for s in series):
            used = {x for s in series for x in s.x}
            name = f"{label}, {point}" if point else label
            figures.append(
                LineFigure(
                    f"lab_change_{code}_{p}".lower(),
                    f"{name}: mean by visit",
                    "Visit",
                    name,
                    tuple(s for s in series if s.x),
                    tuple((n, text) for n, text in single.visits if n in used),
                    None,
                    (
                        sizes_text(group),
                        "Means of the observed values with 95% confidence intervals.",
                    ),
                )
            )
    return tuple(figures)


def _summary(group: Cohort, single: Measurements) -> str:
    return (
        f"{len(single.params)} parameters at {len(single.visits)} visits in "
        f"{', '.join(group.arms)}."
    )


SPEC = Analysis(
    key="lab_change",
    title="Values and changes by visit",
    tab="safety",
    question="How did laboratory values and vital signs change over time in each arm?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="lab_values.md",
)

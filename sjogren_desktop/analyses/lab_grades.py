"""Worst toxicity grades of laboratory values after baseline, by arm.

Grades are computed from the values by the version of the CTCAE chosen (see
:mod:`.ctcae`), whatever grades the data may carry. Rules CT.1 to CT.7 in
``resources/methods/ctcae.md``; checked in ``tests/analyses/test_lab_grades.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import sizes_text
from sjogren_desktop.analyses.ae_records import Cohort, cohort
from sjogren_desktop.analyses.ctcae import criteria_for, factor, grade, unit_of
from sjogren_desktop.analyses.ctcae_criteria import VERSIONS, Criterion
from sjogren_desktop.analyses.endpoint_options import usual
from sjogren_desktop.analyses.lab_visits import UNTIL
from sjogren_desktop.analyses.measurements import (
    Floats,
    Measurements,
    items_of,
    measured_parameters,
    measurements,
)
from sjogren_desktop.analyses.spec import Analysis, Choice, Item
from sjogren_desktop.figures import BarFigure, Series
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
from sjogren_desktop.study.data import StudyData


def _version_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in VERSIONS.items())


def _version_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "5"


def _gradable(study: StudyData, values: Mapping[str, object]) -> dict[str, str]:
    version = str(values["version"])
    return {c: t for c, t in measured_parameters(study).items() if criteria_for(c, version)}


def _parameter_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return items_of(_gradable(study, values))


def _parameter_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return usual(study, _gradable(study, values))


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice(
        "version",
        "Version of the CTCAE",
        "The criteria that the grades follow; versions differ most in liver tests and counts.",
        _version_items,
        _version_default,
    ),
    Choice(
        "parameters",
        "Parameters",
        "Parameters that the CTCAE grades by their values, found by their codes.",
        _parameter_items,
        _parameter_default,
        many=True,
    ),
    UNTIL,
)


@dataclass(frozen=True, eq=False)
class _Graded:
    """Worst grades of one criterion and parameter: one entry a subject."""

    criterion: Criterion
    code: str
    label: str
    person: np.ndarray[tuple[int, ...], np.dtype[np.intp]]
    arm: np.ndarray[tuple[int, ...], np.dtype[np.intp]]
    worst: Floats
    baseline: Floats


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Grade values and count worst grades by arm."""
    progress(0.05, "Selecting records")
    group = cohort(study, values)
    chosen, until = values["parameters"], str(values["until"])
    assert isinstance(chosen, tuple)
    found = measurements(study, group, chosen)
    progress(0.4, "Grading values")
    version = str(values["version"])
    graded, ungraded = _worst_grades(group, found, until, version)
    if not graded:
        raise AnalysisError(
            "None of the parameters chosen can be graded: their units or their limits of normal "
            "are not known. Add AVALU (or the unit in brackets to PARAM), and A1LO and A1HI."
        )
    table = _table(group, graded, version)
    notes = list(group.notes)
    if ungraded:
        notes.append(
            f"Not graded, since unit or limits of normal are missing: {', '.join(ungraded)}."
        )
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, graded),
        tables=(table,),
        figures=_figures(group, graded, version),
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Grades", f"{VERSIONS[version]}, from values; symptoms and treatment are not known"),
            ("Baseline above normal", _baseline_text(version)),
            ("Last visit that counts", until or "All visits"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _baseline_text(version: str) -> str:
    if version == "4":
        return "Liver tests are graded in multiples of the normal limit all the same"
    return "Liver tests are graded in multiples of the baseline"


def _worst_grades(
    group: Cohort, found: Measurements, until: str, version: str
) -> tuple[list[_Graded], list[str]]:
    numbers = {name: number for number, name in found.visits}
    visit = np.array([n for n, _ in found.visits] + [np.nan])[found.visit]
    counts = (found.post & ~(visit > numbers.get(until, np.inf))) | found.baseline
    used = found.where(counts & ~np.isnan(found.value))
    lower, upper = used.limits
    base = used.base
    unit_code, units = used.texts("AVALU")
    order = np.argsort(used.param, kind="stable")
    edges = np.searchsorted(used.param[order], np.arange(len(used.params) + 1))
    graded, ungraded = [], []
    for p, (code, label, point) in enumerate(used.params):
        rows = order[edges[p] : edges[p + 1]]
        name = f"{label}, {point}" if point else label
        for criterion in criteria_for(code, version):
            grades = np.full(len(rows), np.nan)
            for u in np.unique(unit_code[rows]):
                part = unit_code[rows] == u
                at = rows[part]
                unit = units[u] if u >= 0 else unit_of(label)
                if factor(criterion, unit) is None:
                    continue
                grades[part] = grade(
                    criterion,
                    used.value[at],
                    unit=unit,
                    lower=lower[at],
                    upper=upper[at],
                    baseline=base[at],
                    is_baseline=used.baseline[at],
                )
            if np.isnan(grades).all():
                if len(rows):
                    ungraded.append(f"{name} ({criterion.term})")
                continue
            graded.append(_by_subject(group, used, rows, grades, criterion, code, name))
    return graded, ungraded


def _by_subject(
    group: Cohort,
    used: Measurements,
    rows: np.ndarray[tuple[int, ...], np.dtype[np.intp]],
    grades: Floats,
    criterion: Criterion,
    code: str,
    label: str,
) -> _Graded:
    known = ~np.isnan(grades)
    post, person = used.post[rows], used.person[rows]
    worst = np.full(len(group.people), -1.0)
    np.maximum.at(worst, person[known & post], grades[known & post])
    before = np.full(len(group.people), -1.0)
    np.maximum.at(before, person[known & ~post], grades[known & ~post])
    some = worst >= 0
    return _Graded(
        criterion,
        code,
        label,
        np.flatnonzero(some),
        group.arm[some],
        worst[some],
        np.where(before[some] < 0, np.nan, before[some]),
    )


def _table(group: Cohort, graded: Sequence[_Graded], version: str) -> Table:
    rows: list[Row] = []
    arms = len(group.arms)
    for item in graded:
        total = np.bincount(item.arm, minlength=arms)
        key: dict[str, Value] = {"PARAMCD": item.code, "CRITERION": item.criterion.key}
        labels = (item.label, item.criterion.term)
        everyone = np.ones(len(item.arm), dtype=bool)
        cells = tuple(
            Cell((Stat("n", int(n)),), subjects=_keys(group, item, everyone, a))
            for a, n in enumerate(total)
        )
        rows.append(Row((*labels, "n"), cells, key | {"GRADE": "n"}))
        lines = [(f"Grade {g}", str(g), item.worst == g) for g in range(5)]
        worsened = item.worst > np.where(np.isnan(item.baseline), 0, item.baseline)
        lines += [
            ("Grade 3 or 4", "3-4", item.worst >= 3),
            ("Worse than baseline", "worse", worsened),
            ("Grade 3 or 4, worse than baseline", "3-4 worse", worsened & (item.worst >= 3)),
        ]
        for text, name, mask in lines:
            if name.isdigit() and int(name) and not mask.any():
                continue
            count = np.bincount(item.arm[mask], minlength=arms)
            cells = tuple(
                Cell(
                    (Stat("count", int(c)), Stat("percent", 100 * int(c) / int(n) if n else None)),
                    "{0} ({1}%)",
                    _keys(group, item, mask, a),
                )
                for a, (c, n) in enumerate(zip(count, total, strict=True))
            )
            rows.append(Row((*labels, text), cells, key | {"GRADE": name}, 1))
    return Table(
        "ctcae_grades",
        f"Worst laboratory grade after baseline ({VERSIONS[version]})",
        ("Parameter", "Term", "Worst grade"),
        tuple(Column(group.header(i), {"ARM": arm}) for i, arm in enumerate(group.arms)),
        tuple(rows),
        (
            "n: subjects with a value after baseline that can be graded; percentages are of n.",
            "Grades come from values alone. Worse than baseline: the worst grade is above the "
            "grade of the baseline value (a baseline that is not known counts as grade 0).",
        ),
    )


def _keys(
    group: Cohort, item: _Graded, mask: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], arm: int
) -> tuple[str, ...]:
    return group.named(item.person[mask & (item.arm == arm)])


def _figures(group: Cohort, graded: Sequence[_Graded], version: str) -> tuple[BarFigure, ...]:
    arms = len(group.arms)
    shown = [g for g in graded if (g.worst >= 3).any()]
    if not shown:
        return ()
    shares = []
    for item in shown:
        total = np.maximum(np.bincount(item.arm, minlength=arms), 1)
        shares.append(100 * np.bincount(item.arm[item.worst >= 3], minlength=arms) / total)
    return (
        BarFigure(
            "ctcae_grade_3",
            "Subjects with laboratory values of grade 3 or 4",
            "Subjects (%)",
            tuple(f"{g.criterion.term} ({g.label})" for g in shown),
            tuple(
                Series(
                    arm,
                    group.styles[a],
                    tuple(float(s[a]) for s in shares),
                    (),
                    subjects=tuple(_keys(group, g, g.worst >= 3, a) for g in shown),
                )
                for a, arm in enumerate(group.arms)
            ),
            (
                sizes_text(group),
                f"Worst grade after baseline, {VERSIONS[version]}, from values alone.",
            ),
        ),
    )


def _summary(group: Cohort, graded: Sequence[_Graded]) -> str:
    severe = [(int((g.worst >= 3).sum()), g) for g in graded]
    most, item = max(severe, key=lambda pair: pair[0])
    if not most:
        return f"No value of grade 3 or 4 in {len(graded)} graded parameters."
    by_arm = np.bincount(item.arm[item.worst >= 3], minlength=len(group.arms))
    total = np.bincount(item.arm, minlength=len(group.arms))
    parts = [f"{a} {n} of {m}" for a, n, m in zip(group.arms, by_arm, total, strict=True)]
    return f"Grade 3 or 4 was most frequent for {item.criterion.term}: {'; '.join(parts)}."


SPEC = Analysis(
    key="ctcae_grades",
    title="Laboratory grades (CTCAE)",
    tab="safety",
    question="How severe were abnormal laboratory values after treatment began, by CTCAE grade?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="ctcae.md",
)

"""Is the effect the same in all patients? Subgroups with interaction tests, and baseline.

One mixed model a factor, in which the factor changes level, course and effect;
differences of LS means by level at one visit, and an F test that they are equal.
A further model lets the effect change in a straight line with the baseline value.
Method page ``subgroups.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.across_studies import Line
from sjogren_desktop.analyses.endpoint import Endpoint, select
from sjogren_desktop.analyses.spec import Analysis, Number, Option
from sjogren_desktop.analyses.subgroup_factors import (
    BASELINE_GROUPS,
    FACTORS,
    SUBGROUP,
    Factor,
    factors_of,
)
from sjogren_desktop.results import (
    AnalysisError,
    Cell,
    Column,
    ForestFigure,
    ForestRow,
    LineFigure,
    Progress,
    Result,
    Row,
    Series,
    Stat,
    Table,
)
from sjogren_desktop.study.data import AVISIT, BASE, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sjogren_desktop.stats.mmrm import MMRMResult

_POINTS = 9
"""Baseline values at which the line is drawn."""

OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISITS,
    across.VISIT,
    FACTORS,
    BASELINE_GROUPS,
    Number(
        "least",
        "Fewest subjects",
        "A level of a factor is left out if an arm has fewer subjects with a value at the visit.",
        5,
        2,
        100,
    ),
    *across.MODEL_OPTIONS,
    mt.LEVEL,
)


@dataclass(frozen=True)
class _Level:
    """The effect of one arm in one subgroup."""

    name: str
    n: tuple[int, int]
    line: Line


@dataclass(frozen=True)
class _Found:
    """One factor: the effect of each arm by level, and whether the levels differ."""

    title: str
    levels: Mapping[str, tuple[_Level, ...]]
    p_value: Mapping[str, float]


@dataclass(frozen=True)
class _Trend:
    """The effect of one arm along the baseline value."""

    baselines: tuple[float, ...]
    lines: tuple[Line, ...]
    slope: Line


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Compare the arms at a visit in every subgroup."""
    progress(0.05, "Selecting records")
    visits, visit = values["visits"], str(values["visit"])
    assert isinstance(visits, tuple)
    data = select(study, values, visits=visits)
    level = across.level_of(values)
    progress(0.1, "Fitting the model of all")
    overall = across.fit(data, values)
    active = [a for a in data.arms if a != data.reference]
    whole = {a: _effect(data, overall, a, visit, level) for a in active}
    wanted, notes = factors_of(study, data, values, visit)
    if not wanted and not data.baseline:
        raise AnalysisError(
            "There is no subgroup to compare: " + " ".join(notes) + " Choose other factors."
        )
    found = []
    for i, factor in enumerate(wanted):
        progress(0.15 + 0.6 * i / len(wanted), f"Subgroups: {factor.title}")
        try:
            found.append(_by_level(data, values, factor, visit, level))
        except AnalysisError as error:
            notes.append(f"{factor.title}: {error}")
    progress(0.8, "Effect along the baseline")
    trends = _along_baseline(data, values, visit, level, notes) if data.baseline else {}
    tests = sum(len(f.p_value) for f in found)
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=data.study,
        population=data.population,
        summary=_summary(data, found, trends, visit),
        tables=(
            _table(data, whole, found, visit, level),
            *((_trend_table(data, trends, visit, level),) if trends else ()),
        ),
        figures=(
            *(_forest(data, whole, found, arm, visit, level) for arm in active),
            *((_line(data, trends, visit, level),) if trends else ()),
        ),
        notes=(
            f"{tests} interaction tests: with no true interaction at all about "
            f"{formats.fixed(0.05 * tests, 1)} of them would be below 0.05. Subgroups chosen "
            "after the data were seen suggest questions and answer none.",
            *data.notes,
            *notes,
        ),
        method=(
            *overall.method_card[:3],
            (
                "Subgroups",
                "The same model with treatment by visit by subgroup, one factor at a time",
            ),
            ("Degrees of freedom", dict(overall.method_card)["Degrees of freedom"]),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _effect(data: Endpoint, fitted: MMRMResult, arm: str, visit: str, level: float) -> _Level:
    one = across.compare(
        data,
        fitted,
        visit=visit,
        arms=[arm],
        references=[data.reference],
        level=level,
        study=data.study,
    )
    assert one.n is not None
    return _Level("All", one.n, one.line)


def _by_level(
    data: Endpoint, values: Mapping[str, object], factor: Factor, visit: str, level: float
) -> _Found:
    """Return the effects by level of one factor, from one model."""
    frame = data.frame.assign(**{SUBGROUP: factor.of(data.frame[USUBJID])})
    frame = frame.loc[frame[SUBGROUP].notna()]
    # The factor itself stands in the model already, as the subgroup.
    own = replace(data, frame=frame, factors=tuple(f for f in data.factors if f != factor.variable))
    fitted = across.fit(own, values, subgroup=SUBGROUP)
    rows = across.means_at(fitted, visit, by=[SUBGROUP])
    at_visit = frame.loc[frame[AVISIT] == visit]
    counts = at_visit.groupby([TRTP, SUBGROUP], observed=False).size()
    levels: dict[str, tuple[_Level, ...]] = {}
    p_values: dict[str, float] = {}
    for arm in (a for a in data.arms if a != data.reference):
        effects = [rows[arm, name] - rows[data.reference, name] for name in factor.levels]
        levels[arm] = tuple(
            _Level(
                name,
                (int(counts[arm, name]), int(counts[data.reference, name])),
                across.tested(fitted, effect, level),
            )
            for name, effect in zip(factor.levels, effects, strict=True)
        )
        test = fitted.test(np.array([e - effects[0] for e in effects[1:]]), level)
        p_values[arm] = float(test["p_value"].iloc[0])
    return _Found(factor.title, levels, p_values)


def _along_baseline(
    data: Endpoint, values: Mapping[str, object], visit: str, level: float, notes: list[str]
) -> dict[str, _Trend]:
    """Return the effect of each arm as a straight line in the baseline value."""
    try:
        fitted = across.fit(data, values, baseline_by_arm=True)
    except AnalysisError as error:
        notes.append(f"Effect along the baseline: {error}")
        return {}
    baseline = data.frame.drop_duplicates(USUBJID)[BASE].dropna()
    low, high = (float(baseline.quantile(q)) for q in (0.05, 0.95))
    at = tuple(float(x) for x in np.linspace(low, high, _POINTS))
    trends = {}
    for arm in (a for a in data.arms if a != data.reference):
        effects = _effects_at(data, fitted, arm, visit, (*at, 0.0, 1.0))
        trends[arm] = _Trend(
            at,
            tuple(across.tested(fitted, e, level) for e in effects[:_POINTS]),
            across.tested(fitted, effects[-1] - effects[-2], level),
        )
    return trends


def _effects_at(
    data: Endpoint, fitted: MMRMResult, arm: str, visit: str, at: Sequence[float]
) -> NDArray[np.float64]:
    """Return the difference at each baseline value as a function of the coefficients.

    Everything else is the same for both arms and has no interaction with them.
    """
    import pandas as pd

    from sjogren_desktop.stats.design import design_rows

    template = data.frame.loc[data.frame[AVISIT] == visit].iloc[[0]]
    rows = template.loc[template.index.repeat(len(at))].reset_index(drop=True)
    rows[BASE] = list(at)

    def of(level: str) -> NDArray[np.float64]:
        column = pd.Categorical([level] * len(at), categories=data.frame[TRTP].cat.categories)
        return np.asarray(design_rows(fitted.design, rows.assign(**{TRTP: column})))

    return of(arm) - of(data.reference)


# --- output -----------------------------------------------------------------


def _cells(level: _Level, decimals: int) -> tuple[Cell, Cell, Cell]:
    line = {k: mt.number(v) for k, v in level.line.items()}
    return (
        Cell((Stat("n", level.n[0]), Stat("n", level.n[1])), "{0} / {1}"),
        Cell(
            (
                Stat("estimate", line["estimate"], decimals + 1),
                Stat("std_error", line["std_error"], decimals + 2),
            ),
            "{0} ({1})",
        ),
        Cell(
            (
                Stat("lower", line["lower"], decimals + 1),
                Stat("upper", line["upper"], decimals + 1),
            ),
            "({0}, {1})",
        ),
    )


def _table(
    data: Endpoint,
    whole: Mapping[str, _Level],
    found: Sequence[_Found],
    visit: str,
    level: float,
) -> Table:
    columns: list[Column] = []
    for arm in whole:
        head, key = f"{arm}\nminus {data.reference}", {"ARM": arm, "REFERENCE": data.reference}
        for part in ("n / n reference", "Difference (SE)", mt.interval_header(level)):
            columns.append(Column(f"{head}\n{part}", key))
        columns.append(Column(f"{head}\nInteraction p", key))
    rows = [
        Row(
            ("All subjects",),
            tuple(c for one in whole.values() for c in (*_cells(one, data.decimals), None)),
            {"SUBGROUP": "All", "AVISIT": visit},
        )
    ]
    for one in found:
        cells: list[Cell | None] = []
        for arm in whole:
            cells += [None, None, None, mt.one(Stat("p_value", mt.number(one.p_value[arm])))]
        rows.append(Row((one.title,), tuple(cells), {"SUBGROUP": one.title, "AVISIT": visit}))
        for i, first in enumerate(next(iter(one.levels.values()))):
            cells = []
            for arm in whole:
                cells += [*_cells(one.levels[arm][i], data.decimals), None]
            key = {"SUBGROUP": one.title, "LEVEL": first.name, "AVISIT": visit}
            rows.append(Row((first.name,), tuple(cells), key, indent=1))
    return Table(
        "subgroups",
        f"{data.response_label} at {visit}: differences by subgroup",
        ("Subgroup",),
        tuple(columns),
        tuple(rows),
        (
            "n: subjects with a value at the visit. Interaction p: F test that the difference is "
            "the same in all subgroups of the factor. No p value is given within a subgroup, since "
            "none of them was made large enough to show an effect alone.",
        ),
    )


def _trend_table(data: Endpoint, trends: Mapping[str, _Trend], visit: str, level: float) -> Table:
    """Return the slope of the effect and its values at three baseline values."""
    rows = []
    for arm, trend in trends.items():
        slope = {k: mt.number(v) for k, v in trend.slope.items()}
        shown = [
            ("Change of the difference per point of baseline", slope, 3),
            *(
                (
                    "Difference at baseline "
                    f"{formats.fixed(trend.baselines[i], data.decimals + 1)}",
                    {k: mt.number(v) for k, v in trend.lines[i].items()},
                    1,
                )
                for i in (0, _POINTS // 2, _POINTS - 1)
            ),
        ]
        for label, line, more in shown:
            d = data.decimals + more
            rows.append(
                Row(
                    (arm, label),
                    (
                        mt.one(Stat("estimate", line["estimate"], d)),
                        Cell(
                            (Stat("lower", line["lower"], d), Stat("upper", line["upper"], d)),
                            "({0}, {1})",
                        ),
                        mt.one(Stat("p_value", line["p_value"])) if line is slope else None,
                    ),
                    {"ARM": arm, "ROW": label, "AVISIT": visit},
                )
            )
    return Table(
        "baseline_trend",
        f"{data.response_label} at {visit}: difference along the baseline value",
        ("Arm", "Quantity"),
        (Column("Estimate"), Column(mt.interval_header(level)), Column("Interaction p")),
        tuple(rows),
        ("A straight line in the baseline value, shown from its 5th to its 95th percentile.",),
    )


def _forest(
    data: Endpoint,
    whole: Mapping[str, _Level],
    found: Sequence[_Found],
    arm: str,
    visit: str,
    level: float,
) -> ForestFigure:
    """Return the effect of one arm in all subjects and in every subgroup."""
    style = data.styles[arm]

    def row(label: str, one: _Level) -> ForestRow:
        _, difference, interval = _cells(one, data.decimals)
        text = f"{formats.stat(difference.stats[0])} {formats.cell(interval)}"
        values = (mt.number(one.line[k]) for k in ("estimate", "lower", "upper"))
        estimate, lower, upper = values
        counted = f"{label} ({one.n[0]}/{one.n[1]})"
        return ForestRow(counted, estimate, lower, upper, text, style)

    rows = [row("All subjects", whole[arm])]
    for one in found:
        p = formats.p_value(one.p_value[arm])
        shown = f"interaction p {p if p[0] in '<>' else f'= {p}'}"
        rows.append(ForestRow(one.title, None, None, None, shown, style))
        rows += [row(f"  {x.name}", x) for x in one.levels[arm]]
    return ForestFigure(
        f"subgroups_{style}",
        f"{data.response_label} at {visit}: {arm} by subgroup",
        f"Difference from {data.reference} ({mt.interval_header(level)})",
        tuple(rows),
        caption=(
            f"Points: differences of LS means. Bars: {mt.interval_header(level)}. In brackets: "
            f"subjects with a value at the visit, {arm} / {data.reference}.",
        ),
    )


def _line(data: Endpoint, trends: Mapping[str, _Trend], visit: str, level: float) -> LineFigure:
    """Return the effect of every arm along the baseline value."""
    series = tuple(
        Series(
            arm,
            data.styles[arm],
            trend.baselines,
            tuple(line["estimate"] for line in trend.lines),
            tuple(line["lower"] for line in trend.lines),
            tuple(line["upper"] for line in trend.lines),
        )
        for arm, trend in trends.items()
    )
    return LineFigure(
        "baseline_trend",
        f"{data.response_label} at {visit}: difference along the baseline value",
        f"Baseline {data.label}",
        f"Difference from {data.reference}",
        series,
        reference_y=0.0,
        caption=(f"Bars: {mt.interval_header(level)}, at each baseline value by itself.",),
    )


def _summary(
    data: Endpoint, found: Sequence[_Found], trends: Mapping[str, _Trend], visit: str
) -> str:
    """Say which interaction is the strongest, and how the effect goes with the baseline."""
    sentences = []
    tests = [(p, arm, f) for f in found for arm, p in f.p_value.items()]
    if tests:
        p, arm, factor = min(tests, key=lambda t: t[0])
        text = formats.p_value(p)
        shown = text if text[0] in "<>" else f"= {text}"
        sentences.append(
            f"Smallest interaction p of {len(tests)}: {factor.title}, {arm} (p {shown})."
        )
    for arm, trend in trends.items():
        text = formats.p_value(trend.slope["p_value"])
        shown = text if text[0] in "<>" else f"= {text}"
        slope = formats.fixed(trend.slope["estimate"], data.decimals + 2)
        sentences.append(
            f"{arm}: the difference changes by {slope} per point of baseline (p {shown})."
        )
    return f"{data.response_label} at {visit}. " + " ".join(sentences)


SPEC = Analysis(
    key="subgroups",
    title="Subgroups and baseline",
    tab="analysis",
    question="Is the difference between treatments the same in all kinds of patients, and does it "
    "depend on how active the disease was at the start?",
    measure="Difference of adjusted means within each subgroup",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="subgroups.md",
    compares_arms=True,
)

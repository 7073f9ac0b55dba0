"""Is the effect the same in all patients? Subgroups with interaction tests, and baseline.

One mixed model a factor, in which the factor changes level, course and effect;
differences of LS means by level at one visit, and an F test that they are equal.
A further model lets the effect change in a straight line with the baseline value.
Method page ``subgroups.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint, select
from sjogren_desktop.analyses.sliding_windows import (
    Window,
    consistency_table,
    windows,
    windows_figure,
    windows_table,
)
from sjogren_desktop.analyses.spec import Analysis, Number, Option
from sjogren_desktop.analyses.subgroup_factors import (
    BASELINE_GROUPS,
    FACTORS,
    SUBGROUP,
    Factor,
    factors_of,
)
from sjogren_desktop.analyses.subgroup_tables import (
    POINTS,
    Found,
    Level,
    Trend,
    forest_figure,
    subgroups_table,
    summary,
    trend_figure,
    trend_table,
)
from sjogren_desktop.results import (
    AnalysisError,
    Doing,
    Progress,
    Result,
    Table,
)
from sjogren_desktop.study.data import AVISIT, BASE, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sjogren_desktop.stats.mmrm import MMRMResult

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
    Number(
        "window",
        "Subjects in a sliding window",
        "Size of the overlapping groups along the baseline value (STEPP), all arms together; 0 "
        "leaves them out.",
        100,
        0,
        100000,
    ),
    Number(
        "step",
        "Step of the window",
        "Subjects by which each group moves on from the one before.",
        30,
        5,
        100000,
    ),
    *across.MODEL_OPTIONS,
    mt.LEVEL,
)
_REGIONS = ("REGION1", "REGION", "COUNTRY")
"""Variables of the place, in the order in which the first is taken for the consistency."""


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
        progress(0.15 + 0.6 * i / len(wanted), Doing("Subgroups: {name}", name=factor.title))
        try:
            found.append(_by_level(data, values, factor, visit, level))
        except AnalysisError as error:
            notes.append(f"{factor.title}: {error}")
    progress(0.8, "Effect along the baseline")
    trends = _along_baseline(data, values, visit, level, notes) if data.baseline else {}
    tests = sum(len(f.p_value) for f in found)
    sliding = _sliding(data, values, visit, level, notes, progress)
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=data.study,
        population=data.population,
        summary=summary(data, found, trends, visit),
        tables=(
            subgroups_table(data, whole, found, visit, level),
            *((trend_table(data, trends, visit, level),) if trends else ()),
            *((windows_table(data, sliding, visit, level),) if sliding else ()),
            *_consistency(data, whole, found),
        ),
        figures=(
            *(forest_figure(data, whole, found, arm, visit, level) for arm in active),
            *((trend_figure(data, trends, visit, level),) if trends else ()),
            *((windows_figure(data, sliding, visit, level),) if sliding else ()),
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


def _sliding(
    data: Endpoint,
    values: Mapping[str, object],
    visit: str,
    level: float,
    notes: list[str],
    progress: Progress,
) -> list[Window]:
    """Return the effects in overlapping groups of baseline, where there are several."""
    size = round(float(str(values["window"])))
    subjects = data.frame.loc[data.frame[BASE].notna(), USUBJID].nunique() if data.baseline else 0
    if size == 0 or subjects <= size:
        return []

    def part(fraction: float, message: str) -> None:
        progress(0.82 + 0.16 * fraction, message)

    step = round(float(str(values["step"])))
    found = windows(data, values, visit, level, size=size, step=step, notes=notes, progress=part)
    return found if len(found) > 1 else []


def _consistency(
    data: Endpoint, whole: Mapping[str, Level], found: Sequence[Found]
) -> tuple[Table, ...]:
    """Return the consistency over regions, where they are among the factors."""
    for variable in _REGIONS:
        for one in found:
            if one.variable == variable:
                overall = {arm: level.line for arm, level in whole.items()}
                regions = {
                    arm: [(lv.name, lv.line) for lv in levels] for arm, levels in one.levels.items()
                }
                return (consistency_table(data, overall, regions, one.title),)
    return ()


def _effect(data: Endpoint, fitted: MMRMResult, arm: str, visit: str, level: float) -> Level:
    one = across.compare(
        data,
        fitted,
        visit=visit,
        arms=[arm],
        references=[data.reference],
        level=level,
        study=data.study,
    )
    assert one.people is not None
    return Level("All", one.people, one.line)


def _by_level(
    data: Endpoint, values: Mapping[str, object], factor: Factor, visit: str, level: float
) -> Found:
    """Return the effects by level of one factor, from one model."""
    frame = data.frame.assign(**{SUBGROUP: factor.of(data.frame[USUBJID])})
    frame = frame.loc[frame[SUBGROUP].notna()]
    # The factor itself stands in the model already, as the subgroup.
    own = replace(data, frame=frame, factors=tuple(f for f in data.factors if f != factor.variable))
    fitted = across.fit(own, values, subgroup=SUBGROUP)
    rows = across.means_at(fitted, visit, by=[SUBGROUP])
    at_visit = frame.loc[frame[AVISIT] == visit]
    people = who.named_by(at_visit, TRTP, SUBGROUP)
    levels: dict[str, tuple[Level, ...]] = {}
    p_values: dict[str, float] = {}
    for arm in (a for a in data.arms if a != data.reference):
        effects = [rows[arm, name] - rows[data.reference, name] for name in factor.levels]
        levels[arm] = tuple(
            Level(
                name,
                (people.get((arm, name), ()), people.get((data.reference, name), ())),
                across.tested(fitted, effect, level),
            )
            for name, effect in zip(factor.levels, effects, strict=True)
        )
        test = fitted.test(np.array([e - effects[0] for e in effects[1:]]), level)
        p_values[arm] = float(test["p_value"].iloc[0])
    return Found(factor.variable, factor.title, levels, p_values)


def _along_baseline(
    data: Endpoint, values: Mapping[str, object], visit: str, level: float, notes: list[str]
) -> dict[str, Trend]:
    """Return the effect of each arm as a straight line in the baseline value."""
    try:
        fitted = across.fit(data, values, baseline_by_arm=True)
    except AnalysisError as error:
        notes.append(f"Effect along the baseline: {error}")
        return {}
    baseline = data.frame.drop_duplicates(USUBJID)[BASE].dropna()
    low, high = (float(baseline.quantile(q)) for q in (0.05, 0.95))
    at = tuple(float(x) for x in np.linspace(low, high, POINTS))
    trends = {}
    for arm in (a for a in data.arms if a != data.reference):
        effects = _effects_at(data, fitted, arm, visit, (*at, 0.0, 1.0))
        trends[arm] = Trend(
            at,
            tuple(across.tested(fitted, e, level) for e in effects[:POINTS]),
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

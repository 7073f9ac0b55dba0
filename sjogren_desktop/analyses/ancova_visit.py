"""ANCOVA at one visit: the change explained by treatment, baseline and factors.

Checked against SAS table 14-3.01 of the CDISC pilot study (change in
ADAS-Cog(11) at Week 24, last observation carried forward) in
``tests/e2e/test_pilot.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import counted
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.spec import Analysis, Flag, Option
from sjogren_desktop.results import Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import AVAL, AVISIT, BASE, CHG, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.stats.ancova import ANCOVAResult

OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISIT,
    offered.BASELINE,
    offered.RECORDS,
    *between.EVENT_OPTIONS,
    offered.COVARIATES,
    offered.TIMEPOINT,
    Flag(
        "all_pairs",
        "Compare all pairs of arms",
        "Also compares the active arms with each other.",
        False,
        advanced=True,
    ),
    Flag(
        "robust",
        "Robust standard errors (HC3)",
        "Standard errors that do not assume equal variances.",
        False,
        advanced=True,
    ),
    mt.WEIGHTS,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Fit the model at one visit and return LS means and differences."""
    from sjogren_desktop.stats.ancova import fit_ancova

    progress(0.1, "Selecting records")
    visit = str(values["visit"])
    data = counted(study, values, visits=(visit,))
    terms = [TRTP, *((BASE,) if data.baseline else ()), *data.factors]
    formula = f"{data.response} ~ {' + '.join(terms)}"
    progress(0.3, "Fitting the model")
    fit = fit_ancova(formula, data.frame, vcov="hc3" if values["robust"] else "classical")
    weights, level = mt.weights_of(values), float(str(values["level"])) / 100
    means = fit.lsmeans([TRTP], weights=weights, level=level)
    contrasts = fit.contrasts(
        [TRTP], reference="pairwise" if values["all_pairs"] else data.reference, level=level
    )
    means[AVISIT] = contrasts[AVISIT] = visit
    progress(0.7, "Testing for a dose response")
    trend = _trend(data, study, formula)
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=data.study,
        population=data.population,
        summary=mt.summary(data, means, contrasts, visit, level),
        tables=(
            _descriptive_table(data, visit),
            mt.lsmeans_table(data, means, level),
            mt.differences_table(data, contrasts, level),
            *((trend,) if trend else ()),
            mt.type3_table(fit.type3()),
            _fit_table(data, fit),
        ),
        figures=(mt.differences_figure(data, contrasts, level),),
        notes=(*data.notes, *fit.messages),
        method=(
            *fit.method_card,
            ("LS means", mt.weights_text(weights)),
            ("Missing values", "Only subjects with a value at the visit, as chosen under Records"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _descriptive_table(data: Endpoint, visit: str) -> Table:
    """Return n, mean (SD) and median (range) at baseline, at the visit, and of the change."""
    titles = ((BASE, "Baseline"), (AVAL, visit), (CHG, "Change from baseline"))
    rows = []
    for measure, title in titles:
        if measure not in data.frame:
            continue
        known = data.frame.loc[data.frame[measure].notna()].set_index(USUBJID)
        groups = [known.loc[known[TRTP] == arm, measure] for arm in data.arms]
        for label, shown in (
            ("n", [who.count_cell(g.index) for g in groups]),
            ("Mean (SD)", [mt.mean_sd(g, data.decimals) for g in groups]),
            ("Median (range)", [_median_range(g, data.decimals) for g in groups]),
        ):
            cells = [
                replace(c, subjects=who.named(g.index)) for c, g in zip(shown, groups, strict=True)
            ]
            rows.append(Row((title, label), tuple(cells), {"MEASURE": measure, "AVISIT": visit}))
    return Table(
        "descriptive",
        f"{data.label}: observed values",
        ("", "Statistic"),
        tuple(Column(mt.arm_header(data, arm), {"ARM": arm}) for arm in data.arms),
        tuple(rows),
        ("SD: standard deviation; range: minimum, maximum.",),
    )


def _median_range(values: pd.Series, decimals: int) -> Cell:
    """Return median, minimum and maximum."""
    if not len(values):
        return Cell((Stat("median", None), Stat("minimum", None), Stat("maximum", None)))
    return Cell(
        (
            Stat("median", float(values.median()), decimals + 1),
            Stat("minimum", float(values.min()), decimals),
            Stat("maximum", float(values.max()), decimals),
        ),
        "{0} ({1}, {2})",
    )


def _trend(data: Endpoint, study: StudyData, formula: str) -> Table | None:
    """Return the test for a dose response: the arm's numeric code in place of the arm."""
    from sjogren_desktop.stats.ancova import fit_ancova

    people = who.subjects(study)
    codes = people.drop_duplicates(who.ARM).set_index(who.ARM)["ARMN"]
    if len(data.arms) < 3:
        return None
    frame = data.frame.assign(TRTPN=data.frame[TRTP].astype(str).map(codes).astype(float))
    fit = fit_ancova(formula.replace(f"~ {TRTP}", "~ TRTPN", 1), frame)
    slope = fit.coefficients.loc["TRTPN"]
    cell = mt.one(Stat("p_value", mt.number(slope["p_value"])))
    coded = ", ".join(f"{arm} {codes[arm]:g}" for arm in data.arms)
    return Table(
        "trend",
        "Test for a linear trend over the arms",
        ("Test",),
        (Column("p value"),),
        (Row(("Linear in the arm's code",), (cell,), {"TERM": "TRTPN"}),),
        (f"Codes: {coded}. Meaningful as a dose response only where the codes are doses.",),
    )


def _fit_table(data: Endpoint, fit: ANCOVAResult) -> Table:
    numbers = (
        ("Residual degrees of freedom", Stat("df", fit.df_residual, 0)),
        ("Residual mean square", Stat("mean_square", fit.sigma2, 4)),
    )
    return mt.fit_table(list(data.frame[USUBJID].iloc[fit.design.rows]), numbers)


SPEC = Analysis(
    key="ancova_visit",
    title="ANCOVA at a visit",
    tab="analysis",
    question="How large is the difference between treatments at one visit, given the same "
    "baseline?",
    measure="Difference of adjusted means (LS means)",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="ancova.md",
    compares_arms=True,
)

"""Why did patients improve on placebo? What the data can say about it, and what they cannot.

Change within arms and its dependence on the baseline, what regression to the
mean and a published placebo curve lead to expect, contribution of domains,
response of every instrument, sites and countries, room to change, and the shift
from screening to baseline. Method page ``placebo_response.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import placebo_figures as drawn
from sjogren_desktop.analyses import placebo_tables as shown
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint, select
from sjogren_desktop.analyses.instrument_signal import signals, signals_figure, signals_table
from sjogren_desktop.analyses.placebo_models import UK_REGISTRY_MEAN, WANG_SOURCE, Slope, slope
from sjogren_desktop.analyses.placebo_sites import clusters_table
from sjogren_desktop.analyses.spec import Analysis, Choice, Flag, Item, Number, Option
from sjogren_desktop.figures import BarFigure
from sjogren_desktop.results import AnalysisError, Progress, Result, Table
from sjogren_desktop.study.data import AVISIT, BASE, CHG, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

_THRESHOLD = 5.0
"""Lowest ESSDAI at entry of the NEPTUNUS trials (registry entries, counted over eight domains)."""
_WEEK = re.compile(r"\bweek\s*(\d+)", re.IGNORECASE)

CANNOT = (
    "A parallel-group trial cannot separate natural course, regression to the mean, measurement "
    "error and expectation: the change on placebo is their sum. The lines and numbers expected "
    "from models are references, not a division of what was observed."
)


def _response_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return offered.RESPONSE.items(study, values)[:1]


OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    Choice(
        "response",
        "Response",
        "Change from baseline; a score without it cannot be looked at here.",
        _response_items,
        offered.RESPONSE.default,
        advanced=True,
    ),
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISIT,
    Number(
        "reliability",
        "Test-retest correlation",
        "Correlation of two values of a stable patient. None is published for the ESSDAI in this "
        "population: try several.",
        0.8,
        0,
        1,
        decimals=2,
    ),
    Number(
        "population_mean",
        "Mean of the population",
        "Mean of the population the patients were selected from. 4.8 is the mean ESSDAI of the UK "
        "registry, whose patients were not selected; use a figure for your own clinics if you "
        "have one, and always for another score.",
        UK_REGISTRY_MEAN,
        -1000,
        1000,
        decimals=1,
    ),
    Number(
        "threshold",
        "Entry threshold",
        "Lowest value with which a patient could enter; the histogram is read there.",
        _THRESHOLD,
        -1000,
        1000,
        decimals=1,
    ),
    offered.SCREENING,
    Flag(
        "instruments",
        "Compare all instruments",
        "Response and separation of every parameter at the visit.",
        True,
    ),
    offered.RECORDS,
    offered.TIMEPOINT,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Describe change without treatment, and what may lie behind it."""
    progress(0.05, "Selecting records")
    data = _course(study, values)
    visit, level = str(values["visit"]), float(str(values["level"])) / 100
    at_visit = data.frame.loc[data.frame[AVISIT] == visit]
    at_visit = at_visit.loc[at_visit[BASE].notna()]
    slopes = _slopes(data, values, level)
    weeks = _WEEK.search(visit)
    is_essdai = data.parameter.split(".")[-1] == "ESSDAI"
    week = float(weeks[1]) if weeks and is_essdai else None
    threshold = _meant(data, float(str(values["threshold"])), _THRESHOLD)
    notes: list[str] = []
    progress(0.2, "Sites and countries")
    people = who.subjects(study).set_index(who.SUBJECT)
    clusters = clusters_table(data, at_visit, people, notes)
    progress(0.4, "Domains")
    domains = shown.domains_table(study, data, at_visit, visit)
    screening = shown.screening_table(data, at_visit, people, str(values["screening"]), level)
    groups = shown.groups_table(data, at_visit, visit, level)
    progress(0.5, "Instruments")
    found, said = signals(study, data, values, visit, level) if values["instruments"] else ([], [])
    progress(0.9, "Writing tables")
    first = data.frame.drop_duplicates(USUBJID)
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=data.study,
        population=data.population,
        summary=f"{shown.summary(data, slopes, values, week, visit)} {CANNOT.split(':')[0]}.",
        tables=(
            shown.change_table(data, at_visit, slopes, visit, level),
            shown.slopes_table(data, slopes, visit, level),
            *((groups,) if groups else ()),
            *_expected(data, slopes, values, week, visit),
            *((domains,) if domains else ()),
            *((signals_table(data, found, visit, level),) if found else ()),
            *((clusters,) if clusters else ()),
            shown.room_table(data, at_visit, threshold, visit),
            *((screening,) if screening else ()),
        ),
        figures=(
            drawn.course_figure(data, slopes, is_essdai, level),
            drawn.slope_figure(data, slopes, at_visit, week, visit),
            drawn.scatter_figure(data, at_visit, visit),
            *(
                signals_figure(data, found, arm, visit, level)
                for arm in data.arms
                if found and arm != data.reference
            ),
            *drawn.country_figure(data, at_visit, people, visit, level),
            *drawn.funnel_figure(data, at_visit, people, visit),
            *_threshold_figures(data, first, people, str(values["screening"]), threshold),
        ),
        notes=(
            CANNOT,
            *((f"Reference line: {WANG_SOURCE}.",) if week is not None else ()),
            *data.notes,
            *notes,
            *said,
        ),
        method=(
            ("Change within arms", "Observed values of the visit; no imputation"),
            ("Slopes", "Least squares of change on baseline within each arm"),
            ("Regression to the mean", "(1 - r) x (observed baseline mean - population mean)"),
            ("Sites and countries", "Random intercept by REML, adjusted for baseline"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _threshold_figures(
    data: Endpoint,
    first: pd.DataFrame,
    people: pd.DataFrame,
    column: str,
    threshold: float | None,
) -> list[BarFigure]:
    """Return the histograms at the threshold: of screening, which let patients in, and baseline."""
    if threshold is None:
        return []
    wanted = [("baseline", first[BASE])]
    if column in people:
        wanted.insert(0, (f"screening ({column})", first[USUBJID].map(people[column])))
    return [
        drawn.threshold_figure(data, first, values, what, threshold)
        for what, values in wanted
        if values.notna().any()
    ]


def _meant(data: Endpoint, value: float, default: float) -> float | None:
    """Return a value of the options, or None where it is a default for another score."""
    return (
        value if data.parameter.split(".")[-1] in shown.ESSDAI_CODES or value != default else None
    )


def _course(study: StudyData, values: Mapping[str, object]) -> Endpoint:
    """Return the changes at all visits up to the chosen one."""
    records = offered.parameter_records(study, str(values["parameter"]))
    if CHG not in records or not records[CHG].notna().any():
        raise AnalysisError(
            f"{values['parameter']} has no change from baseline (CHG). Choose a score that has one."
        )
    in_study = who.in_scope(records, str(values["study"]))
    visits = offered.visit_list(in_study, CHG)
    until = {name: number for number, name in visits}
    last = until[str(values["visit"])]
    given = {**values, "response": CHG, "baseline": True, "covariates": ()}
    return select(study, given, visits=tuple(name for number, name in visits if number <= last))


def _slopes(data: Endpoint, values: Mapping[str, object], level: float) -> dict[str, Slope]:
    """Return the regression of change on baseline in each arm."""
    frame = data.frame.loc[(data.frame[AVISIT] == values["visit"]) & data.frame[BASE].notna()]
    found = {}
    for arm in data.arms:
        mine = frame.loc[frame[TRTP] == arm]
        found[arm] = slope(
            mine[BASE].to_numpy(dtype=float), mine[CHG].to_numpy(dtype=float), level=level
        )
    return found


def _expected(
    data: Endpoint,
    slopes: Mapping[str, Slope],
    values: Mapping[str, object],
    week: float | None,
    visit: str,
) -> tuple[Table, ...]:
    """Return the table of expected changes, where its inputs are meant for this score."""
    if _meant(data, float(str(values["population_mean"])), UK_REGISTRY_MEAN) is None:
        return ()
    at_visit = data.frame.loc[data.frame[AVISIT] == visit]
    baseline = {
        arm: float(np.nanmean(at_visit.loc[at_visit[TRTP] == arm, BASE])) for arm in data.arms
    }
    return (shown.expected_table(data, slopes, baseline, values, week, visit),)


SPEC = Analysis(
    key="placebo_response",
    title="Placebo response",
    tab="analysis",
    question="Why did patients on placebo improve, how much of it would be expected anyway, and "
    "which instrument would have seen a difference?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="placebo_response.md",
    compares_arms=True,
)

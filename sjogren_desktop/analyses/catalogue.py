"""The list of analyses: the tabs, the forms, the workbook and the tests read it.

To add an analysis: write a module with ``SPEC = Analysis(...)`` and add it to
:data:`ANALYSES`. Nothing else needs to know about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sjogren_desktop.analyses import (
    ae_incidence,
    ae_overview,
    ae_severity,
    ae_signals,
    ae_special,
    ae_terms,
    ae_time,
    ancova_visit,
    composite_responders,
    deaths_sae,
    demographics,
    dose_finding,
    dose_reactions,
    dose_typed,
    evidence,
    exposure_lanes,
    flare_events,
    immune_course,
    intercurrent,
    lab_change,
    lab_grades,
    lab_shift,
    liver,
    missingness,
    mmrm_change,
    multiplicity_plans,
    narratives,
    next_trial,
    participant_flow,
    placebo_response,
    power_by_formula,
    rerandomisation,
    responders,
    robustness,
    score_checks,
    scores,
    sensitivity,
    subgroups,
    tipping_point,
)
from sjogren_desktop.analyses.blinded_review import marked, refusal
from sjogren_desktop.analyses.course import course_visits
from sjogren_desktop.analyses.endpoint_options import course_of
from sjogren_desktop.analyses.estimand import card
from sjogren_desktop.analyses.spec import Analysis, resolve
from sjogren_desktop.analyses.subjects import ACTUAL_ARMS, counted
from sjogren_desktop.results import AnalysisError, Progress, Result, no_progress
from sjogren_desktop.study.data import StudyData

ANALYSES: tuple[Analysis, ...] = (
    mmrm_change.SPEC,
    ancova_visit.SPEC,
    evidence.SPEC,
    multiplicity_plans.SPEC,
    subgroups.SPEC,
    dose_finding.SPEC,
    robustness.SPEC,
    placebo_response.SPEC,
    sensitivity.SPEC,
    tipping_point.SPEC,
    responders.SPEC,
    rerandomisation.SPEC,
    missingness.SPEC,
    intercurrent.SPEC,
    participant_flow.SPEC,
    demographics.SPEC,
    scores.SPEC,
    composite_responders.SPEC,
    score_checks.SPEC,
    exposure_lanes.SPEC,
    ae_overview.SPEC,
    ae_terms.SPEC,
    ae_severity.SPEC,
    ae_incidence.SPEC,
    ae_special.SPEC,
    ae_signals.SPEC,
    dose_reactions.SPEC,
    ae_time.SPEC,
    deaths_sae.SPEC,
    narratives.SPEC,
    flare_events.SPEC,
    lab_shift.SPEC,
    lab_change.SPEC,
    immune_course.SPEC,
    lab_grades.SPEC,
    liver.SPEC,
    next_trial.SPEC,
    power_by_formula.SPEC,
    dose_typed.SPEC,
)


def find(key: str) -> Analysis:
    """Return the analysis of this key.

    Raises
    ------
    AnalysisError
        If the catalogue has none, naming those it has.
    """
    for analysis in ANALYSES:
        if analysis.key == key:
            return analysis
    raise AnalysisError(
        f"There is no analysis {key!r}. Known analyses: {', '.join(a.key for a in ANALYSES)}."
    )


def run(
    analysis: Analysis,
    study: StudyData,
    given: Mapping[str, object],
    progress: Progress = no_progress,
) -> Result:
    """Complete the options, run the analysis and return its result with its estimand card."""
    missing = [kind for kind in analysis.requires if not study.of_kind(kind)]
    if missing:
        raise AnalysisError(
            f"{analysis.title} needs a data set of kind {', '.join(missing)}, and the study "
            "has none. Import it, or choose another analysis."
        )
    refused = refusal(analysis, study)
    if refused:
        raise AnalysisError(refused)
    values = resolve(analysis.options, study, given)
    result = analysis.run(study, values, progress)
    named = card(analysis, study, values, population=result.population)
    actual = ACTUAL_ARMS in analysis.options
    counts = counted(study, values, actual=actual) if "study" in values else result.counts
    course = course_of(study, str(values["parameter"])) if "parameter" in values else None
    if course is not None and {"imputations", "visit", "response"} <= values.keys():
        course = replace(course, visits=course_visits(study, values))
    return marked(replace(result, estimand=named, counts=counts, course=course), study)

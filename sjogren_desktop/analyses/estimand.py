"""The estimand of a result in words: the five attributes of ICH E9(R1).

The card is composed of the options an analysis was run with, so that it cannot say
anything else than what was computed, and is printed wherever the result is.

References
----------
ICH E9(R1): Addendum on estimands and sensitivity analysis in clinical trials. 2019.
"""

from __future__ import annotations

from collections.abc import Mapping

from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import responder_rules as rr
from sjogren_desktop.analyses.endpoint_options import parameters
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.analyses.subjects import POOLED
from sjogren_desktop.study.data import CHG, StudyData

MEASURES = {
    "means": "Difference of adjusted means",
    "shares": "Difference of the shares of responders",
    "odds": "Odds ratio of response",
}
"""Summaries that an estimand can be composed with, by key."""

Card = tuple[tuple[str, str], ...]

POPULATION, TREATMENT, VARIABLE = "Population", "Treatment", "Variable"
EVENTS, SUMMARY = "Intercurrent events", "Population-level summary"

_AS_RECORDED = {
    "analysis": "Values count as recorded, whatever happened before (treatment policy)",
    "safety": "Events and values count as the tables and their notes say",
}


def card(
    analysis: Analysis, study: StudyData, values: Mapping[str, object], *, population: str
) -> Card:
    """Return the estimand card of a run.

    Parameters
    ----------
    values : mapping
        Complete values of the options of the analysis.
    population : str
        Label of the population analysed.
    """
    return (
        (POPULATION, _population(study, values, population)),
        (TREATMENT, _treatment(values)),
        (VARIABLE, _variable(analysis, study, values)),
        (EVENTS, _events(analysis, study, values)),
        (SUMMARY, _summary(analysis, values)),
    )


def _population(study: StudyData, values: Mapping[str, object], population: str) -> str:
    scope = str(values.get("study", ""))
    where = ", ".join(study.study_ids) + " pooled" if scope == POOLED else scope
    return f"{population}, {where}" if where else population


def _treatment(values: Mapping[str, object]) -> str:
    arms = values.get("arms")
    chosen = tuple(str(a) for a in arms) if isinstance(arms, tuple) else ()
    reference = str(values.get("reference", ""))
    if "active" in values:
        chosen = (str(values["active"]), reference)
    active = [a for a in chosen if a != reference]
    if reference and active:
        return f"{' or '.join(active)}, against {reference}"
    return ", ".join(chosen) or "Not told apart"


def _variable(analysis: Analysis, study: StudyData, values: Mapping[str, object]) -> str:
    parameter = values.get("parameter")
    known = parameters(study) if isinstance(parameter, str) else {}
    if parameter not in known:
        return analysis.title
    label = known[str(parameter)][2]
    what = f"Change from baseline in {label}" if values.get("response") == CHG else label
    rules = values.get("rules")
    if isinstance(rules, tuple):
        offered = rr.rules_for(str(parameter), float(str(values["threshold"])))
        named = [r.label.lower() for r in offered if r.key in rules]
        what = f"Response in {label}: {'; '.join(named)}"
    visits = values.get("visits")
    if "visit" in values:
        return f"{what}, at {values['visit']}"
    if isinstance(visits, tuple) and visits:
        at = str(visits[0]) if len(visits) == 1 else f"each visit from {visits[0]} to {visits[-1]}"
        return f"{what}, at {at}"
    return what


def _summary(analysis: Analysis, values: Mapping[str, object]) -> str:
    composed = MEASURES.get(str(values.get("measure", "")), "")
    return analysis.measure or composed or "As each table states"


def _events(analysis: Analysis, study: StudyData, values: Mapping[str, object]) -> str:
    if not between.depends_on_events(analysis):
        return _AS_RECORDED.get(analysis.tab, _AS_RECORDED["analysis"])
    text = between.strategies_text(values)
    text = f"{text[:1].upper()}{text[1:]}"
    changed = len({(e.subject, e.kind) for e in study.event_edits})
    if changed:
        events = "1 event" if changed == 1 else f"{changed} events"
        text += f". {events} changed by hand, with reasons: see Intercurrent events"
    return text

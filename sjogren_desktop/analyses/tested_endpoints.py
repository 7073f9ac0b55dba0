"""Endpoints that a test plan can go through: scores by the mixed model, and responders.

Responders are compared as in :mod:`.responders`: missing values as non-response,
Cochran-Mantel-Haenszel test over the strata, so that a p value here is the one
of that panel.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import responders
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.across_studies import Comparison
from sjogren_desktop.analyses.course import course
from sjogren_desktop.analyses.endpoint_options import parameter_records, parameters, visit_list
from sjogren_desktop.analyses.responder_counts import (
    Line,
    active_arms,
    blocks_of,
    stratum_codes,
    study_term,
)
from sjogren_desktop.analyses.responder_rules import ESSDAI_RULES, ESSPRI_RULES, Rule
from sjogren_desktop.analyses.spec import Choice, Item, resolve
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import AVAL, AVISIT, CHG, TRTP, USUBJID, StudyData

_RULES: dict[str, tuple[Rule, ...]] = {
    "ESSDAI": ESSDAI_RULES,
    "CLINESSD": ESSDAI_RULES,
    "CLINESSDAI": ESSDAI_RULES,
    "ESSPRI": ESSPRI_RULES,
}
_SHORT = {
    "fall3": "fall of 3",
    "fall4": "fall of 4",
    "fall5": "fall of 5",
    "below5": "below 5",
    "fall1or15": "fall of 1 or 15%",
}
_USUAL = ("fall3", "below5")
"""Key secondary endpoints of the EU register entry 2020-005661-14 ("analysis plan B (EU)")."""
_REGISTER = ("SSSF", "SSF", "SWS", "PHGA", "PAGA", "FACITF")
"""Further endpoints of the entry, in its order."""
_USUAL_SCORES = ("PHGA", "PAGA", "FACITF")


@dataclass(frozen=True)
class Responders:
    """The share that meets a rule at a visit."""

    parameter: str
    rule: Rule
    visit: str
    own_visit: bool

    @property
    def code(self) -> str:
        """Name among the endpoints."""
        at = f" {self.visit}" if self.own_visit else ""
        return f"{self.parameter} {_SHORT[self.rule.key]}{at}"

    @property
    def label(self) -> str:
        """Text shown."""
        return f"{self.parameter} responders at {self.visit}: {self.rule.label.lower()} (%)"


def response_endpoints(study: StudyData, values: Mapping[str, object]) -> dict[str, Responders]:
    """Return the responders offered by code: at the visit compared, and half-way to it.

    ``values`` holds ``parameter`` and ``visit`` at least.
    """
    known, found = parameters(study), []
    visit, half = str(values["visit"]), _half_way(study, values)
    for parameter, rules in _RULES.items():
        if parameter not in known or CHG not in known[parameter][0].frame:
            continue
        found += [Responders(parameter, r, visit, own_visit=False) for r in rules]
        found += [Responders(parameter, r, half, own_visit=True) for r in rules if half]
    return {one.code: one for one in found}


def _half_way(study: StudyData, values: Mapping[str, object]) -> str:
    """Return the visit of the first endpoint at half of the time, "" where there is none.

    Only its own records are looked through: a form asks at every change.
    """
    visits = visit_list(parameter_records(study, str(values["parameter"])), AVAL)
    number = {name: n for n, name in visits}
    if values["visit"] not in number:
        return ""
    return next((name for n, name in visits if n == number[str(values["visit"])] / 2), "")


def _later_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    """Return the endpoints in the order of the register entry, then those it does not name."""
    parts = response_endpoints(study, values)
    scores = {
        code: f"{label} ({code})" if label != code else code
        for code, (_, _, label) in parameters(study).items()
        if code != values["parameter"]
    }
    own = {c: r for c, r in parts.items() if r.parameter == values["parameter"]}
    first = [c for c, r in own.items() if r.rule.key in _USUAL and not r.own_visit]
    first += [c for c, r in parts.items() if r.parameter == "ESSPRI" and not r.own_visit]
    first += [c for c, r in own.items() if r.own_visit and r.rule.key == _USUAL[0]]
    names = dict.fromkeys((*first, *(c for c in _REGISTER if c in scores)))
    rest = (*(c for c in parts if c not in names), *(c for c in scores if c not in names))
    return tuple(
        Item(code, parts[code].label if code in parts else scores[code]) for code in (*names, *rest)
    )


def _usual_later(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    parts = response_endpoints(study, values)
    usual = [
        code
        for code, one in parts.items()
        if one.parameter == values["parameter"] and one.rule.key in _USUAL and not one.own_visit
    ]
    offered = [i.value for i in _later_items(study, values)]
    return (*usual, *(code for code in _USUAL_SCORES if code in offered))


LATER = Choice(
    "later",
    "Later endpoints",
    "Tested after the first endpoint, in the order listed, as far as the plan lets them. The list "
    "begins with the order of the European register entry (analysis plan B).",
    _later_items,
    _usual_later,
    many=True,
)


def compare_responders(
    study: StudyData, values: Mapping[str, object], endpoint: Responders, name: str
) -> list[Comparison] | str:
    """Compare every arm of one study with the reference, or say why that cannot be done.

    Estimates are percentage points.
    """
    arms, reference = across.arms_of(study, name, values), str(values["reference"])
    if reference not in arms or len(arms) < 2:
        return f"{name} has no comparison with {reference} and is left out."
    asked = {
        **{k: values[k] for k in ("population", "strata")},
        "study": name,
        "parameter": endpoint.parameter,
        "arms": arms,
        "reference": reference,
        "visit": endpoint.visit,
        "rules": (endpoint.rule.key,),
    }
    own = resolve(responders.OPTIONS, study, asked, lenient=True)
    if own["visit"] != endpoint.visit:
        return f"{name} has no value at {endpoint.visit} and is left out."
    strata = own["strata"]
    assert isinstance(strata, tuple)
    own |= {"response": CHG, "baseline": True, "covariates": strata, "method": "bayes"}
    try:
        found = course(study, own)
    except AnalysisError as error:
        return f"{name} is left out. {error}"
    at_visit = found.frame.loc[found.frame[AVISIT] == endpoint.visit].reset_index(drop=True)
    observed = at_visit[CHG].to_numpy(dtype=np.float64)
    failed = np.zeros(len(at_visit), dtype=np.bool_)
    counts = blocks_of(at_visit, observed[None], [endpoint.rule], own, failed=failed)[0]
    stratum = stratum_codes(at_visit, (*study_term(found), *strata))
    line = Line(found, at_visit, stratum, counts, across.level_of(values), strata)
    people = {
        arm: who.named(at_visit.loc[at_visit[TRTP] == arm, USUBJID]) for arm in found.data.arms
    }
    comparisons = []
    for arm in active_arms(found):
        difference = line.difference(arm, reference, "miettinen_nurminen")
        numbers = {
            key: 100 * float(np.asarray(getattr(difference, key)))
            for key in ("estimate", "lower", "upper")
        }
        comparisons.append(
            Comparison(
                name,
                endpoint.label,
                arm,
                reference,
                {**numbers, "p_value": line.test(arm, reference)},
                (people[arm], people[reference]),
            )
        )
    return comparisons

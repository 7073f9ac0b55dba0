"""ESSPRI: dryness, fatigue and pain as the patient rates them, and its response.

Score: mean of three items from 0 to 10 (Seror 2011, Ann Rheum Dis 70:968-72).
Response: a fall of at least 1 point or 15 % of baseline. Falls are compared on
the unrounded mean, with room for the binary form of thirds.
"""

from __future__ import annotations

import numpy as np

from sjogren_desktop.scoring.instrument import (
    Columns,
    Conventions,
    Floats,
    Instrument,
    Scores,
    either,
    fall_at_least,
    fall_at_least_percent,
    names_where,
    three_valued,
)

ITEMS = ("dryness", "fatigue", "pain")
MAXIMUM = 10
ACCEPTABLE_BELOW = 5


def score_esspri(columns: Columns, conventions: Conventions) -> Scores:
    """Return the score, whether it is an acceptable state, and missing items."""
    score, missing, invalid = _mean(columns, "")
    scores: Scores = {
        "score": score,
        "pass": three_valued(score < ACCEPTABLE_BELOW, ~np.isnan(score)),
        "missing": names_where(missing, columns.length),
    }
    if invalid:
        scores["error"] = np.where(np.any(list(invalid.values()), axis=0), "out_of_range", "")
        scores["item"] = names_where(invalid, columns.length)
    return scores


def score_response(columns: Columns, conventions: Conventions) -> Scores:
    """Return change and response; each visit is three items, or the score itself."""
    baseline, followup = _visit(columns, "baseline"), _visit(columns, "followup")
    return {
        "change": followup - baseline,
        "responder": esspri_improved(baseline, followup),
    }


def esspri_improved(baseline: Floats, followup: Floats) -> Floats:
    """Say whether the score fell by at least 1 point or 15 % (NaN where not known)."""
    return either(
        fall_at_least(baseline, followup, 1), fall_at_least_percent(baseline, followup, 15)
    )


def _visit(columns: Columns, visit: str) -> Floats:
    given = columns.numbers(visit)
    return np.where(np.isnan(given), _mean(columns, f"{visit}.")[0], given)


def _mean(
    columns: Columns, prefix: str
) -> tuple[Floats, dict[str, np.ndarray], dict[str, np.ndarray]]:
    total = np.zeros(columns.length)
    missing, invalid = {}, {}
    for item in ITEMS:
        value = columns.numbers(prefix + item)
        absent, wrong = np.isnan(value), (value < 0) | (value > MAXIMUM)
        if absent.any():
            missing[item] = absent
        if wrong.any():
            invalid[item] = wrong
        total += np.where(wrong, np.nan, value)
    return total / len(ITEMS), missing, invalid


ESSPRI = Instrument(
    "ESSPRI",
    "EULAR Sjögren's syndrome patient reported index",
    "Seror 2011",
    score_esspri,
    {"score": "float", "pass": "flag", "missing": "names", "error": "text", "item": "text"},
    ("C1",),
    ("Acceptable state below 5: final figure not checked in the paper",),
)
ESSPRI_RESPONSE = Instrument(
    "ESSPRI_RESPONSE",
    "Response by ESSPRI",
    "Fall of at least 1 point or 15 % (trial registries)",
    score_response,
    {"change": "float", "responder": "flag"},
    ("C2", "C4"),
)

"""ESSPRI: dryness, fatigue and pain as the patient rates them, and its response.

Score: mean of three items from 0 to 10 (Seror 2011, Ann Rheum Dis 70:968-72).
Response: a fall of at least 1 point or 15% of baseline. Falls are compared on
the unrounded mean, with room for the binary form of thirds.
"""

from __future__ import annotations

import numpy as np

from sjogren_desktop.scoring.conventions import Conventions
from sjogren_desktop.scoring.instrument import (
    Columns,
    Flags,
    Floats,
    Instrument,
    Scores,
    any_flag,
    below,
    either,
    error_where,
    fall_at_least,
    fall_at_least_percent,
    first_where,
    names_where,
    outside,
    three_valued,
)

ITEMS = ("dryness", "fatigue", "pain")
MAXIMUM = 10
ACCEPTABLE_BELOW = 5
MINIMAL_FALL = 1
MINIMAL_PERCENT = 15


def score_esspri(columns: Columns, conventions: Conventions) -> Scores:
    """Return the score, whether it is an acceptable state, and missing items."""
    score, missing, invalid = _mean(columns, "")
    scores: Scores = {
        "score": score,
        "pass": three_valued(below(score, ACCEPTABLE_BELOW), ~np.isnan(score)),
        "missing": names_where(missing, columns.length),
    }
    return {**scores, **_errors(invalid, columns.length)}


def score_response(columns: Columns, conventions: Conventions) -> Scores:
    """Return change and response; each visit is three items, or the score itself."""
    baseline, invalid = _visit(columns, "baseline")
    followup, more = _visit(columns, "followup")
    scores: Scores = {
        "change": followup - baseline,
        "responder": esspri_improved(baseline, followup),
    }
    return {**scores, **_errors({**invalid, **more}, columns.length)}


def esspri_improved(baseline: Floats, followup: Floats) -> Floats:
    """Say whether the score fell by at least 1 point or 15% (NaN where not known)."""
    return either(
        fall_at_least(baseline, followup, MINIMAL_FALL),
        fall_at_least_percent(baseline, followup, MINIMAL_PERCENT),
    )


def _visit(columns: Columns, visit: str) -> tuple[Floats, dict[str, Flags]]:
    """Return the score of a visit, given as such or by its items."""
    mean, _, invalid = _mean(columns, f"{visit}.")
    for name in (f"{visit}.score", visit):
        given = columns.entries(name)
        wrong = outside(given, 0, MAXIMUM)
        if wrong.any():
            invalid[name] = wrong
        mean = np.where(np.isnan(given), mean, np.where(wrong, np.nan, given))
    return mean, invalid


def _mean(columns: Columns, prefix: str) -> tuple[Floats, dict[str, Flags], dict[str, Flags]]:
    total = np.zeros(columns.length)
    missing, invalid = {}, {}
    for item in ITEMS:
        value = columns.entries(prefix + item)
        absent, wrong = np.isnan(value), outside(value, 0, MAXIMUM)
        if absent.any():
            missing[item] = absent
        if wrong.any():
            invalid[prefix + item] = wrong
        total += np.where(wrong, np.nan, value)
    return total / len(ITEMS), missing, invalid


def _errors(invalid: dict[str, Flags], length: int) -> Scores:
    if not invalid:
        return {}
    return {
        "error": error_where(any_flag(invalid.values(), length), "out_of_range"),
        "item": first_where(invalid, length),
    }


ESSPRI = Instrument(
    "ESSPRI",
    "EULAR Sjögren's syndrome patient reported index",
    "Seror 2011",
    score_esspri,
    {"score": "float", "pass": "flag", "missing": "names", "error": "text", "item": "text"},
    ("C1",),
    ("Acceptable state below 5: final figure not checked in the paper",),
    fixed=("C1",),
)
ESSPRI_RESPONSE = Instrument(
    "ESSPRI_RESPONSE",
    "Response by ESSPRI",
    "Fall of at least 1 point or 15% (trial registries)",
    score_response,
    {"change": "float", "responder": "flag", "error": "text", "item": "text"},
    ("C1", "C2", "C4"),
    fixed=("C1",),
)

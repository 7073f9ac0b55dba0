"""Composite responder indices: STAR and CRESS.

STAR: Seror 2022, Ann Rheum Dis 81:979-989, Table 3; responder at 5 of 9
points. CRESS: Arends 2021, Lancet Rheumatology 3:e553-62; responder when 3 of
5 items are met, non-responder when fewer than 3 are available. The two share
their tests and differ in the systemic item: a fall in STAR, a state in CRESS.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.scoring.conventions import Conventions
from sjogren_desktop.scoring.esspri import esspri_improved
from sjogren_desktop.scoring.instrument import (
    Columns,
    Flags,
    Floats,
    Instrument,
    Scores,
    at_most,
    below,
    both_known,
    either,
    fall_at_least,
    fall_at_least_percent,
    names_where,
    reaches,
    rise_at_least_percent,
    three_valued,
)

STAR_POINTS = {"systemic": 3, "pro": 3, "lachrymal": 1, "salivary": 1, "biological": 1}
STAR_RESPONSE = 5
CRESS_RESPONSE = 3
LOW_ACTIVITY = 5
SCHIRMER_LIMIT = 5
STAINING_ABNORMAL_FROM = 3


def score_star(columns: Columns, conventions: Conventions) -> Scores:
    """Return points by domain, total, bounds where domains are missing, and response."""
    before, after = _visit(columns, "baseline"), _visit(columns, "followup")
    met = _shared(before, after, conventions)
    schirmer, staining = _eye_tests(before, after, abnormal_at_5=False)
    met["lachrymal"] = _one_of(conventions, schirmer.met(), staining.met())
    met["systemic"] = fall_at_least(before["clinessdai"], after["clinessdai"], 3)
    points = {name: met[name] * weight for name, weight in STAR_POINTS.items()}
    stacked = np.vstack(list(points.values()))
    full = np.array(list(STAR_POINTS.values()), dtype=float)[:, None]
    lowest = np.nansum(stacked, axis=0)
    highest = np.sum(np.where(np.isnan(stacked), full, stacked), axis=0)
    decided = (lowest >= STAR_RESPONSE) | (highest < STAR_RESPONSE)
    responder = (lowest >= STAR_RESPONSE).astype(float)
    if conventions["C5"] == "missing":
        responder = np.where(decided, responder, np.nan)
    unknown = {name: np.isnan(value) for name, value in points.items()}
    return {
        **{f"points.{name}": value for name, value in points.items()},
        "total": np.sum(stacked, axis=0),
        "min_total": lowest,
        "max_total": highest,
        "determinate": decided.astype(float),
        "responder": responder,
        "missing": names_where(unknown, columns.length),
    }


def score_cress(columns: Columns, conventions: Conventions) -> Scores:
    """Return the five items, how many are available and met, and response."""
    before, after = _visit(columns, "baseline"), _visit(columns, "followup")
    shared = _shared(before, after, conventions)
    activity = after["clinessdai"]
    items = {
        "systemic": three_valued(below(activity, LOW_ACTIVITY), ~np.isnan(activity)),
        "pro": shared["pro"],
        "tear": _tear(before, after, conventions),
        "salivary": shared["salivary"],
        "serology": shared["biological"],
    }
    stacked = np.vstack(list(items.values()))
    available = np.sum(~np.isnan(stacked), axis=0).astype(float)
    met = np.nansum(stacked, axis=0)
    unknown = {name: np.isnan(value) for name, value in items.items()}
    return {
        **{f"items.{name}": value for name, value in items.items()},
        "n_available": available,
        "n_met": met,
        "responder": (met >= CRESS_RESPONSE).astype(float),
        "missing": names_where(unknown, columns.length),
    }


INPUTS = (
    "clinessdai",
    "esspri",
    "schirmer_mm_mean",
    "oss_mean",
    "uws_ml_min",
    "hocevar_total",
    "igg_g_l",
    "rf_iu_ml",
)


def _visit(columns: Columns, visit: str) -> Mapping[str, Floats]:
    return {name: columns.numbers(f"{visit}.{name}") for name in INPUTS}


def _shared(
    before: Mapping[str, Floats], after: Mapping[str, Floats], conventions: Conventions
) -> dict[str, Floats]:
    """Return the tests that both indices use: met 1, not met 0, not evaluable NaN."""
    return {
        "pro": esspri_improved(before["esspri"], after["esspri"]),
        "salivary": _one_of(
            conventions,
            rise_at_least_percent(before["uws_ml_min"], after["uws_ml_min"], 25),
            fall_at_least_percent(before["hocevar_total"], after["hocevar_total"], 25),
        ),
        "biological": _one_of(
            conventions,
            fall_at_least_percent(before["igg_g_l"], after["igg_g_l"], 10),
            fall_at_least_percent(before["rf_iu_ml"], after["rf_iu_ml"], 25),
        ),
    }


def _one_of(conventions: Conventions, first: Floats, second: Floats) -> Floats:
    """Join two tests of one domain by convention C7."""
    return {"any": either(first, second), "first": first, "second": second}[conventions["C7"]]


@dataclass(frozen=True)
class _EyeTest:
    """One tear test: where it was abnormal at baseline, improved, and normal at follow-up."""

    abnormal: Flags
    better: Flags
    normal_after: Flags
    known: Flags

    def met(self) -> Floats:
        """Improved if abnormal at baseline, still normal if normal at baseline."""
        return three_valued(np.where(self.abnormal, self.better, self.normal_after), self.known)


def _eye_tests(
    before: Mapping[str, Floats], after: Mapping[str, Floats], *, abnormal_at_5: bool
) -> tuple[_EyeTest, _EyeTest]:
    """Return Schirmer's test (up by 5 mm) and the ocular staining score (down by 2)."""
    low = at_most if abnormal_at_5 else below
    wet, wet_after = before["schirmer_mm_mean"], after["schirmer_mm_mean"]
    stain, stain_after = before["oss_mean"], after["oss_mean"]
    return (
        _EyeTest(
            low(wet, SCHIRMER_LIMIT),
            reaches(wet_after - wet, 5),
            ~low(wet_after, SCHIRMER_LIMIT),
            both_known(wet, wet_after),
        ),
        _EyeTest(
            reaches(stain, STAINING_ABNORMAL_FROM),
            reaches(stain - stain_after, 2),
            below(stain_after, STAINING_ABNORMAL_FROM),
            both_known(stain, stain_after),
        ),
    )


def _tear(
    before: Mapping[str, Floats], after: Mapping[str, Floats], conventions: Conventions
) -> Floats:
    """Return the tear item of CRESS under its two settings."""
    tests = _eye_tests(before, after, abnormal_at_5=conventions["CRESS_SCHIRMER"] == "<=5")
    if conventions["CRESS_NORMAL"] == "each":
        return _one_of(conventions, tests[0].met(), tests[1].met())
    counted = {"any": tests, "first": tests[:1], "second": tests[1:]}[conventions["C7"]]
    some_abnormal = np.any([t.known & t.abnormal for t in counted], axis=0)
    met = [
        three_valued(np.where(t.abnormal, t.better, t.normal_after & ~some_abnormal), t.known)
        for t in counted
    ]
    return either(*met)


STAR = Instrument(
    "STAR",
    "Sjögren's tool for assessing response (candidate STAR)",
    "Seror 2022, Table 3",
    score_star,
    {
        "points.*": "int",
        "total": "int",
        "min_total": "int",
        "max_total": "int",
        "determinate": "flag",
        "responder": "flag",
        "missing": "names",
    },
    ("C4", "C5", "C7"),
    ("Handling of missing domains",),
)
CRESS = Instrument(
    "CRESS",
    "Composite of relevant endpoints for Sjögren's syndrome",
    "Arends 2021",
    score_cress,
    {
        "items.*": "flag",
        "n_available": "int",
        "n_met": "int",
        "responder": "flag",
        "missing": "names",
    },
    ("C4", "C7", "CRESS_SCHIRMER", "CRESS_NORMAL"),
    ("Tear item: limits of normal, and the rule when both tests are normal",),
)

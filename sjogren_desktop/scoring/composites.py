"""Composite responder indices: STAR and CRESS.

STAR: Seror 2022, Ann Rheum Dis 81:979-989, Table 3; responder at 5 of 9
points. CRESS: Arends 2021, Lancet Rheumatology 3:e553-62; responder when 3 of
5 items are met, non-responder when fewer than 3 are available. The two share
their tests and differ in the systemic item: a fall in STAR, a state in CRESS.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from sjogren_desktop.scoring.esspri import esspri_improved
from sjogren_desktop.scoring.instrument import (
    TOLERANCE,
    Columns,
    Conventions,
    Floats,
    Instrument,
    Scores,
    either,
    fall_at_least,
    fall_at_least_percent,
    first_known,
    names_where,
    three_valued,
)

STAR_POINTS = {"systemic": 3, "pro": 3, "lachrymal": 1, "salivary": 1, "biological": 1}
STAR_RESPONSE = 5
CRESS_ITEMS = ("systemic", "pro", "tear", "salivary", "serology")
CRESS_RESPONSE = 3
LOW_ACTIVITY = 5
SCHIRMER_ABNORMAL_BELOW = 5
STAINING_ABNORMAL_FROM = 3


def score_star(columns: Columns, conventions: Conventions) -> Scores:
    """Return points by domain, total, bounds where domains are missing, and response."""
    before, after = _visit(columns, "baseline"), _visit(columns, "followup")
    met = _shared(before, after, conventions)
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
        "systemic": three_valued(activity < LOW_ACTIVITY, ~np.isnan(activity)),
        "pro": shared["pro"],
        "tear": shared["lachrymal"],
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


_INPUTS = (
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
    return {name: columns.numbers(f"{visit}.{name}") for name in _INPUTS}


def _shared(
    before: Mapping[str, Floats], after: Mapping[str, Floats], conventions: Conventions
) -> dict[str, Floats]:
    """Return the tests that both indices use: met 1, not met 0, not evaluable NaN."""
    join = either if conventions["C7"] == "any" else first_known
    return {
        "pro": esspri_improved(before["esspri"], after["esspri"]),
        "lachrymal": join(
            _schirmer(before["schirmer_mm_mean"], after["schirmer_mm_mean"]),
            _staining(before["oss_mean"], after["oss_mean"]),
        ),
        "salivary": join(
            _flow(before["uws_ml_min"], after["uws_ml_min"]),
            fall_at_least_percent(before["hocevar_total"], after["hocevar_total"], 25),
        ),
        "biological": join(
            fall_at_least_percent(before["igg_g_l"], after["igg_g_l"], 10),
            fall_at_least_percent(before["rf_iu_ml"], after["rf_iu_ml"], 25),
        ),
    }


def _schirmer(before: Floats, after: Floats) -> Floats:
    """Abnormal at baseline: up by 5 mm; normal at baseline: still normal."""
    abnormal = before < SCHIRMER_ABNORMAL_BELOW
    better = after - before >= 5 - TOLERANCE
    met = np.where(abnormal, better, after >= SCHIRMER_ABNORMAL_BELOW)
    return three_valued(met, ~(np.isnan(before) | np.isnan(after)))


def _staining(before: Floats, after: Floats) -> Floats:
    """Abnormal at baseline: down by 2; normal at baseline: still normal."""
    abnormal = before >= STAINING_ABNORMAL_FROM
    better = before - after >= 2 - TOLERANCE
    met = np.where(abnormal, better, after < STAINING_ABNORMAL_FROM)
    return three_valued(met, ~(np.isnan(before) | np.isnan(after)))


def _flow(before: Floats, after: Floats) -> Floats:
    """Unstimulated flow up by 25 %, or any rise from zero."""
    enough = 100 * (after - before) >= 25 * before - 100 * TOLERANCE
    met = np.where(before > 0, enough, after > 0)
    return three_valued(met, ~(np.isnan(before) | np.isnan(after)))


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
    ("C4", "C7"),
    ("Tear item: limits of normal, and the rule when both tests are normal",),
)

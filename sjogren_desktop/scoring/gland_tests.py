"""Tests of eyes, saliva and salivary glands: Schirmer, OSS, UWS, ultrasound.

Schirmer in STAR: mean of both eyes below 5 mm is abnormal; in the 2016
criteria: 5 mm or less in at least one eye (Shiboski 2017, Ann Rheum Dis
76:9-16). OSS: Whitcher 2010. Ultrasound: Hocevar 2005 (Rheumatology, doi
10.1093/rheumatology/keh588) and OMERACT 2019.
"""

from __future__ import annotations

import numpy as np

from sjogren_desktop.scoring.instrument import (
    TOLERANCE,
    Columns,
    Conventions,
    Floats,
    Instrument,
    Scores,
    names_where,
    three_valued,
)

GLANDS = ("parotid_r", "parotid_l", "submandibular_r", "submandibular_l")
HOCEVAR_POSITIVE = 17


def score_schirmer(columns: Columns, conventions: Conventions) -> Scores:
    """Return the mean of both eyes and the two readings of abnormal."""
    right, left = columns.numbers("right_mm"), columns.numbers("left_mm")
    mean = (right + left) / 2
    worse = np.fmin(right, left)
    return {
        "mean_mm": mean,
        "star_abnormal": three_valued(mean < 5, ~np.isnan(mean)),
        "acr_eular_positive": three_valued(worse <= 5, ~np.isnan(worse)),
    }


def score_saliva(columns: Columns, conventions: Conventions) -> Scores:
    """Return unstimulated flow in mL/min; at or below 0.1 is abnormal."""
    volume, minutes = columns.numbers("volume_ml"), columns.numbers("minutes")
    valid = (volume >= 0) & (minutes > 0)
    rate = np.where(valid, volume / np.where(valid, minutes, 1.0), np.nan)
    wrong = (volume < 0) | (minutes <= 0)
    scores: Scores = {
        "rate_ml_min": rate,
        "abnormal": three_valued(rate <= 0.1 + TOLERANCE, ~np.isnan(rate)),
    }
    if wrong.any():
        scores["error"] = np.where(wrong, "out_of_range", "")
        scores["item"] = names_where(
            {"volume_ml": volume < 0, "minutes": minutes <= 0}, columns.length
        )
    return scores


def score_staining(columns: Columns, conventions: Conventions) -> Scores:
    """Return the ocular staining score of one eye, 0 to 12."""
    cornea = _banded(columns.numbers("cornea_dots"), (1, 6, 31))
    for extra in ("confluent", "pupillary", "filaments"):
        cornea = cornea + columns.flags(extra)
    nasal = _banded(columns.numbers("nasal_dots"), (10, 33, 101))
    temporal = _banded(columns.numbers("temporal_dots"), (10, 33, 101))
    total = cornea + nasal + temporal
    return {
        "cornea": cornea,
        "nasal": nasal,
        "temporal": temporal,
        "total": total,
        "acr_eular_positive": three_valued(total >= 5, ~np.isnan(total)),
    }


def _banded(count: Floats, starts: tuple[int, ...]) -> Floats:
    """Return how many of the bands' starts a count has reached; NaN if missing."""
    grade = sum((count >= start).astype(float) for start in starts)
    return np.where(np.isnan(count), np.nan, grade)


def _hocevar_maximum(gland: str) -> dict[str, int]:
    """Return the items of one gland with their highest grade."""
    return {
        "echogenicity": 1,
        "inhomogeneity": 3,
        "hypoechoic_areas": 3,
        "hyperechoic_reflections": 3 if gland.startswith("parotid") else 1,
        "borders": 3,
    }


def score_hocevar(columns: Columns, conventions: Conventions) -> Scores:
    """Return the sum over four glands, 0 to 48, and whether it is positive."""
    total = np.zeros(columns.length)
    wrong = {}
    for gland in GLANDS:
        for item, highest in _hocevar_maximum(gland).items():
            grade = columns.numbers(f"{gland}.{item}")
            bad = (grade < 0) | (grade > highest) | (grade != np.floor(grade))
            bad &= ~np.isnan(grade)
            if bad.any():
                wrong[f"{gland}.{item}"] = bad
            total += np.where(bad, np.nan, grade)
    known = ~np.isnan(total)
    positive = total >= HOCEVAR_POSITIVE if conventions["C8"] == ">=" else total > HOCEVAR_POSITIVE
    scores: Scores = {"total": total, "positive": three_valued(positive, known)}
    if wrong:
        first = _first_named(wrong, columns.length)
        scores["error"] = np.where(first == "", "", "out_of_range")
        scores["gland"] = np.array([name.partition(".")[0] for name in first])
        scores["item"] = np.array([name.partition(".")[2] for name in first])
    return scores


def score_omeract(columns: Columns, conventions: Conventions) -> Scores:
    """Return sum and highest grade of four glands; 2 or more in any is pathological."""
    grades = {gland: columns.numbers(gland) for gland in GLANDS}
    stacked = np.vstack(list(grades.values()))
    wrong = {
        gland: ~np.isnan(g) & ((g < 0) | (g > 3) | (g != np.floor(g)))
        for gland, g in grades.items()
    }
    stacked = np.where(np.vstack(list(wrong.values())), np.nan, stacked)
    highest = np.max(stacked, axis=0)
    scores: Scores = {
        "sum": np.sum(stacked, axis=0),
        "max_grade": highest,
        "pathological": three_valued(highest >= 2, ~np.isnan(highest)),
    }
    if any(w.any() for w in wrong.values()):
        first = _first_named(wrong, columns.length)
        scores["error"] = np.where(first == "", "", "out_of_range")
        scores["gland"] = first
    return scores


def _first_named(flags: dict[str, np.ndarray], length: int) -> np.ndarray:
    return np.array([str(t).split(",")[0] for t in names_where(flags, length)])


SCHIRMER = Instrument(
    "SCHIRMER",
    "Schirmer I test",
    "Seror 2022 (mean of both eyes); Shiboski 2017 (worse eye)",
    score_schirmer,
    {"mean_mm": "float", "star_abnormal": "flag", "acr_eular_positive": "flag"},
)
UWS = Instrument(
    "UWS",
    "Unstimulated whole salivary flow",
    "Shiboski 2017",
    score_saliva,
    {"rate_ml_min": "float", "abnormal": "flag", "error": "text", "item": "text"},
)
OSS = Instrument(
    "OSS",
    "Ocular staining score (one eye)",
    "Whitcher 2010 (SICCA)",
    score_staining,
    {
        "cornea": "int",
        "nasal": "int",
        "temporal": "int",
        "total": "int",
        "acr_eular_positive": "flag",
    },
    ("C1",),
    ("All cut-points of dot counts",),
)
HOCEVAR = Instrument(
    "HOCEVAR",
    "Salivary gland ultrasound by Hocevar",
    "Hocevar 2005",
    score_hocevar,
    {"total": "int", "positive": "flag", "error": "text", "gland": "text", "item": "text"},
    ("C1", "C8"),
    ("Highest grade of each component",),
)
OMERACT_SGUS = Instrument(
    "OMERACT_SGUS",
    "Salivary gland ultrasound by OMERACT",
    "OMERACT 2019 (Front Med 2020, 602354)",
    score_omeract,
    {"sum": "int", "max_grade": "int", "pathological": "flag", "error": "text", "gland": "text"},
    ("C1",),
    ("Wording of the grades",),
)

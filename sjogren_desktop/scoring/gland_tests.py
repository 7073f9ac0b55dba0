"""Tests of eyes, saliva and salivary glands: Schirmer, OSS, UWS, ultrasound.

Schirmer in STAR: mean of both eyes below 5 mm is abnormal; in the 2016
criteria: 5 mm or less in at least one eye (Shiboski 2017, Ann Rheum Dis
76:9-16). OSS: Whitcher 2010. Ultrasound: Hocevar 2005 (Rheumatology, doi
10.1093/rheumatology/keh588) and OMERACT 2019.
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
    Texts,
    any_flag,
    any_of_all,
    at_most,
    below,
    error_where,
    first_where,
    names_where,
    outside,
    three_valued,
)

GLANDS = ("parotid_r", "parotid_l", "submandibular_r", "submandibular_l")
HOCEVAR_POSITIVE = 17


def score_schirmer(columns: Columns, conventions: Conventions) -> Scores:
    """Return the mean of both eyes and the two readings of abnormal."""
    eyes = {name: columns.entries(name) for name in ("right_mm", "left_mm")}
    wrong = {name: outside(eye, 0, np.finfo(float).max) for name, eye in eyes.items()}
    right, left = (np.where(wrong[name], np.nan, eye) for name, eye in eyes.items())
    mean = (right + left) / 2
    dry = [three_valued(at_most(eye, 5), ~np.isnan(eye)) for eye in (right, left)]
    scores: Scores = {
        "mean_mm": mean,
        "star_abnormal": three_valued(below(mean, 5), ~np.isnan(mean)),
        "acr_eular_positive": any_of_all(*dry),
        "missing": _absent(eyes, columns.length),
    }
    return {**scores, **_errors(wrong, columns.length)}


def score_saliva(columns: Columns, conventions: Conventions) -> Scores:
    """Return unstimulated flow in mL/min; at or below 0.1 is abnormal."""
    volume, minutes = columns.entries("volume_ml"), columns.entries("minutes")
    wrong = {
        "volume_ml": outside(volume, 0, np.finfo(float).max),
        "minutes": outside(minutes, 0, np.finfo(float).max) | (minutes == 0),
    }
    valid = ~(wrong["volume_ml"] | wrong["minutes"] | np.isnan(volume) | np.isnan(minutes))
    rate = np.full(columns.length, np.nan)
    with np.errstate(over="ignore"):
        np.divide(volume, minutes, out=rate, where=valid)
    # A time so short that the flow is no number is a wrong time.
    wrong["minutes"] |= np.isinf(rate)
    valid &= ~wrong["minutes"]
    rate[~valid] = np.nan
    scores: Scores = {
        "rate_ml_min": rate,
        "abnormal": three_valued(at_most(rate, 0.1), valid),
        "missing": _absent({"volume_ml": volume, "minutes": minutes}, columns.length),
    }
    return {**scores, **_errors(wrong, columns.length)}


def score_staining(columns: Columns, conventions: Conventions) -> Scores:
    """Return the ocular staining score of one eye, 0 to 12."""
    dots = {name: columns.entries(f"{name}_dots") for name in ("cornea", "nasal", "temporal")}
    wrong = {f"{n}_dots": outside(d, 0, np.finfo(float).max, whole=True) for n, d in dots.items()}
    dots = {name: np.where(wrong[f"{name}_dots"], np.nan, d) for name, d in dots.items()}
    cornea = _banded(dots["cornea"], (1, 6, 31))
    for extra in ("confluent", "pupillary", "filaments"):
        # Not named at all means not seen; named but left empty means not known.
        cornea = cornea + (columns.marks(extra) if extra in columns else 0.0)
    nasal = _banded(dots["nasal"], (10, 33, 101))
    temporal = _banded(dots["temporal"], (10, 33, 101))
    total = cornea + nasal + temporal
    parts = {"cornea": cornea, "nasal": nasal, "temporal": temporal}
    scores: Scores = {
        **parts,
        "total": total,
        "acr_eular_positive": three_valued(total >= 5, ~np.isnan(total)),
        "missing": _absent(parts, columns.length),
    }
    return {**scores, **_errors(wrong, columns.length)}


def _absent(values: dict[str, Floats], length: int) -> Texts:
    return names_where({name: np.isnan(value) for name, value in values.items()}, length)


def _errors(wrong: dict[str, Flags], length: int) -> Scores:
    """Return the error and the first item that is impossible, where there is one."""
    if not any(flags.any() for flags in wrong.values()):
        return {}
    return {
        "error": error_where(any_flag(wrong.values(), length), "out_of_range"),
        "item": first_where(wrong, length),
    }


def _banded(count: Floats, starts: tuple[int, ...]) -> Floats:
    """Return how many of the bands' starts a count has reached; NaN if missing."""
    grade = sum((count >= start).astype(float) for start in starts)
    return np.where(np.isnan(count), np.nan, grade)


def hocevar_maximum(gland: str) -> dict[str, int]:
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
    wrong, missing = {}, {}
    for gland in GLANDS:
        for item, highest in hocevar_maximum(gland).items():
            grade = columns.entries(f"{gland}.{item}")
            bad = outside(grade, 0, highest, whole=True)
            wrong[f"{gland}.{item}"] = bad
            missing[f"{gland}.{item}"] = np.isnan(grade)
            total += np.where(bad, np.nan, grade)
    known = ~np.isnan(total)
    positive = total >= HOCEVAR_POSITIVE if conventions["C8"] == ">=" else total > HOCEVAR_POSITIVE
    scores: Scores = {
        "total": total,
        "positive": three_valued(positive, known),
        "missing": names_where(missing, columns.length),
    }
    found = _errors(wrong, columns.length)
    if found:
        place = first_where(wrong, columns.length)
        for part, name in enumerate(("gland", "item")):
            names = tuple(n.split(".")[part] if n else "" for n in place.names)
            found[name] = Texts(place.codes, names)
    return {**scores, **found}


def score_omeract(columns: Columns, conventions: Conventions) -> Scores:
    """Return sum and highest grade of four glands; 2 or more in any is pathological."""
    entered = {gland: columns.entries(gland) for gland in GLANDS}
    wrong = {gland: outside(grade, 0, 3, whole=True) for gland, grade in entered.items()}
    grades = [np.where(wrong[gland], np.nan, grade) for gland, grade in entered.items()]
    scores: Scores = {
        "sum": np.sum(grades, axis=0),
        "max_grade": np.max(grades, axis=0),
        "pathological": any_of_all(*(three_valued(g >= 2, ~np.isnan(g)) for g in grades)),
        "missing": _absent(entered, columns.length),
    }
    found = _errors(wrong, columns.length)
    if found:
        found["gland"] = found.pop("item")
    return {**scores, **found}


SCHIRMER = Instrument(
    "SCHIRMER",
    "Schirmer I test",
    "Seror 2022 (mean of both eyes); Shiboski 2017 (worse eye)",
    score_schirmer,
    {
        "mean_mm": "float",
        "star_abnormal": "flag",
        "acr_eular_positive": "flag",
        "missing": "names",
        "error": "text",
        "item": "text",
    },
    ("C1",),
    fixed=("C1",),
)
UWS = Instrument(
    "UWS",
    "Unstimulated whole salivary flow",
    "Shiboski 2017",
    score_saliva,
    {
        "rate_ml_min": "float",
        "abnormal": "flag",
        "missing": "names",
        "error": "text",
        "item": "text",
    },
    ("C1",),
    fixed=("C1",),
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
        "missing": "names",
        "error": "text",
        "item": "text",
    },
    ("C1",),
    ("All cut-points of dot counts",),
    fixed=("C1",),
)
HOCEVAR = Instrument(
    "HOCEVAR",
    "Salivary gland ultrasound by Hocevar",
    "Hocevar 2005",
    score_hocevar,
    {
        "total": "int",
        "positive": "flag",
        "missing": "names",
        "error": "text",
        "gland": "text",
        "item": "text",
    },
    ("C1", "C8"),
    ("Highest grade of each component",),
    fixed=("C1",),
)
OMERACT_SGUS = Instrument(
    "OMERACT_SGUS",
    "Salivary gland ultrasound by OMERACT",
    "OMERACT 2019 (Front Med 2020, 602354)",
    score_omeract,
    {
        "sum": "int",
        "max_grade": "int",
        "pathological": "flag",
        "missing": "names",
        "error": "text",
        "gland": "text",
    },
    ("C1",),
    ("Wording of the grades",),
    fixed=("C1",),
)

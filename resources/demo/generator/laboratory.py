"""Laboratory values of one trial, agreeing with its ESSDAI domain levels.

The values that define the haematological and biological levels follow the latent
severities of those domains through the limits of the ESSDAI definitions, so that
levels derived from the laboratory equal the recorded ones. All sizes are invented.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from .activity import cut_points
from .conduct import arm_codes
from .design import DOMAIN_CODES, WEEKS, stream
from .outcomes import EFFECT, FEW_WEEKS, Floats, Ints, Measure, Patients, drift


def lab_measures(patients: Patients, female: NDArray[np.bool_]) -> list[Measure]:
    """Return laboratory values that agree with the haematological and biological levels."""
    rng = stream(patients.trial, 6)
    n = len(patients.totals)
    found = [*_blood_counts(rng, patients, female), *_immunology(rng, patients)]
    for code, label, unit, mean, spread, low, high, decimals in (
        ("ALT", "Alanine Aminotransferase", "U/L", 19.0, 0.38, 5.0, 40.0, 0),
        ("AST", "Aspartate Aminotransferase", "U/L", 21.0, 0.30, 8.0, 40.0, 0),
        ("ALP", "Alkaline Phosphatase", "U/L", 70.0, 0.25, 35.0, 115.0, 0),
        ("BILI", "Bilirubin", "umol/L", 7.5, 0.35, 3.0, 21.0, 1),
        ("CREAT", "Creatinine", "umol/L", 64.0, 0.16, 45.0, 90.0, 0),
    ):
        spikes = (rng.random((n, len(WEEKS))) < 0.008) * rng.exponential(0.8, (n, len(WEEKS)))
        value = mean * np.exp(
            spread * (0.75 * rng.standard_normal(n)[:, None] + 0.6 * drift(rng, n, 0.3)) + spikes
        )
        found.append(_lab(code, label, unit, value, decimals, low, high))
    return found


def _blood_counts(
    rng: np.random.Generator, patients: Patients, female: NDArray[np.bool_]
) -> list[Measure]:
    n = len(patients.totals)
    d = DOMAIN_CODES.index("HAE")
    latent, level = patients.activity.latent[:, :, d], patients.activity.levels[:, :, d]
    cuts = list(cut_points(d))
    # The line that makes the domain active: each patient has one. There is no high level
    # by lymphocytes, so patients who reach it have another line.
    line = rng.choice(4, n, p=[0.45, 0.28, 0.22, 0.05])
    line = np.where((level.max(axis=1) == 3) & (line == 0), 1, line)
    jitter = drift(rng, n, 0.3)
    benefit = patients.benefit
    neutrophils = (
        3.4
        * np.exp(0.22 * rng.standard_normal(n)[:, None] + 0.12 * jitter)
        * (1 - 0.06 * EFFECT * benefit[:, None])
    )
    lymphocytes = (
        1.75
        * np.exp(0.16 * rng.standard_normal(n)[:, None] + 0.07 * drift(rng, n, 0))
        * (1 - 0.06 * EFFECT * benefit[:, None])
    )
    haemoglobin = (
        np.where(female, 131.0, 144.0)[:, None]
        + 6.0 * rng.standard_normal(n)[:, None]
        + 3.0 * drift(rng, n, 0.4)
    )
    platelets = 245 * np.exp(0.18 * rng.standard_normal(n)[:, None] + 0.06 * drift(rng, n, 0.3))
    lines = (
        (
            0,
            lymphocytes,
            1.05,
            [0.10, 0.25, 0.50, 1.0, 2.4],
            {0: (1.0, 9), 1: (0.51, 0.99), 2: (0.1, 0.50)},
            2,
        ),
        (
            1,
            neutrophils,
            1.6,
            [0.10, 0.5, 1.0, 1.5, 4.5],
            {0: (1.5, 12), 1: (1.01, 1.49), 2: (0.5, 1.0), 3: (0.1, 0.49)},
            2,
        ),
        (
            2,
            haemoglobin,
            121.0,
            [60.0, 80.0, 100.0, 120.0, 150.0],
            {0: (120, 175), 1: (101, 119), 2: (80, 100), 3: (60, 79)},
            0,
        ),
        (
            3,
            platelets,
            155.0,
            [20.0, 50.0, 100.0, 150.0, 330.0],
            {0: (150, 450), 1: (101, 149), 2: (50, 100), 3: (15, 49)},
            0,
        ),
    )
    shown = []
    for which, usual, floor, values, limits, decimals in lines:
        mine = (line == which)[:, None]
        led = _between(-latent, [-c for c in cuts[::-1]], values)
        led = _inside(np.round(led * (1 + 0.02 * jitter), decimals), level, limits)
        shown.append(np.where(mine, led, np.maximum(usual, floor)))
    return [
        _lab("NEUT", "Neutrophils", "10^9/L", shown[1], 2, 1.8, 7.5),
        _lab("LYMPH", "Lymphocytes", "10^9/L", shown[0], 2, 1.0, 4.0),
        _lab(
            "HGB",
            "Haemoglobin",
            "g/L",
            shown[2],
            0,
            np.where(female, 120.0, 130.0),
            np.where(female, 155.0, 170.0),
        ),
        _lab("PLAT", "Platelets", "10^9/L", shown[3], 0, 150.0, 400.0),
    ]


def _immunology(rng: np.random.Generator, patients: Patients) -> list[Measure]:
    n = len(patients.totals)
    d = DOMAIN_CODES.index("BIO")
    latent, level = patients.activity.latent[:, :, d], patients.activity.levels[:, :, d]
    cuts = list(cut_points(d))
    # In some patients the low level comes from complement with a normal IgG.
    complement = (level.max(axis=1) == 1) & (rng.random(n) < 0.30)
    igg = np.exp(np.interp(latent, [-4.5, *cuts, 4.5], np.log([6.5, 16.0, 20.0, 48.0])))
    igg = _inside(np.round(igg, 1), level, {0: (5.1, 15.9), 1: (16.0, 20.0), 2: (20.1, 60.0)})
    igg = np.where(complement[:, None], np.minimum(0.78 * igg, 15.6), igg)
    low_c = complement[:, None] & (level >= 1)
    c3 = np.maximum(
        1.15 * np.exp(0.12 * rng.standard_normal(n)[:, None] + 0.05 * drift(rng, n, 0.4)), 0.91
    )
    c4 = np.maximum(
        0.22 * np.exp(0.22 * rng.standard_normal(n)[:, None] + 0.07 * drift(rng, n, 0.4)), 0.11
    )
    c4 = np.where(low_c, 0.085 - 0.012 * np.abs(drift(rng, n, 0.6)), c4)
    benefit = EFFECT * patients.benefit[:, None]
    rf = np.exp(
        3.3 + 1.25 * rng.standard_normal(n)[:, None] - 0.55 * benefit + 0.14 * drift(rng, n, 0.4)
    )
    igm = np.exp(
        0.25 + 0.42 * rng.standard_normal(n)[:, None] - 0.45 * benefit + 0.08 * drift(rng, n, 0.5)
    )
    iga = np.exp(
        1.0 + 0.38 * rng.standard_normal(n)[:, None] - 0.12 * benefit + 0.06 * drift(rng, n, 0.5)
    )
    weeks = np.array(WEEKS)
    depth = np.array([0.0, 4.1, 3.2])[arm_codes(patients.conduct)]
    # B cells fall within weeks while injections go on, and come back slowly afterwards.
    since_stop = np.maximum(weeks - weeks[patients.conduct.last_dose][:, None] - 8, 0)
    fall = depth[:, None] * (1 - np.exp(-weeks / 3.0)) * np.exp(-since_stop / 20.0)
    cd19 = np.exp(5.15 + 0.45 * rng.standard_normal(n)[:, None] - fall + 0.22 * drift(rng, n, 0.4))
    return [
        _lab("IGG", "Immunoglobulin G", "g/L", igg, 1, 7.0, 16.0),
        _lab("IGM", "Immunoglobulin M", "g/L", igm, 2, 0.4, 2.3),
        _lab("IGA", "Immunoglobulin A", "g/L", iga, 2, 0.7, 4.0),
        _lab("C3", "Complement C3", "g/L", c3, 2, 0.9, 1.8),
        _lab("C4", "Complement C4", "g/L", c4, 2, 0.1, 0.4),
        _lab("RF", "Rheumatoid Factor", "IU/mL", np.clip(rf, 2, 1500), 0, 0.0, 14.0),
        _lab("CD19", "CD19 B Cells", "cells/uL", np.maximum(cd19, 0), 0, 100.0, 500.0),
    ]


def _lab(
    code: str,
    label: str,
    unit: str,
    value: Floats,
    decimals: int,
    low: float | Floats,
    high: float | Floats,
) -> Measure:
    return Measure(
        code,
        f"{label} ({unit})",
        "LAB",
        np.round(value, decimals),
        decimals,
        FEW_WEEKS,
        False,
        unit,
        low,
        high,
    )


def _between(latent: Floats, cuts: list[float], values: list[float]) -> Floats:
    """Map latent severities to laboratory values, piecewise linear through the cut points.

    One more pair at each end keeps the map monotone outside the cut points.
    """
    return np.interp(latent, [-4.5, *cuts, 4.5], values)


def _inside(value: Floats, level: Ints, limits: Mapping[int, tuple[float, float]]) -> Floats:
    """Keep rounded values on their side of the limits of the domain level."""
    for step, (low, high) in limits.items():
        value = np.where(level == step, np.clip(value, low, high), value)
    return value

"""Everything measured at visits: ADQS, ADEYESAL, ADLB and ADVS of one trial.

The ESSDAI records are the levels of :mod:`.activity`. The other outcomes are
drawn around the patient's own mean, follow the patient's improvement, and fall
or rise by arm along the curve of the placebo response. Apart from the physician
and patient global assessments of the first trial, their sizes are invented.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .activity import Activity, cut_points
from .conduct import Conduct, arm_codes
from .design import CLIN_WEIGHTS, DOMAIN_CODES, DOMAINS, WEEKS, WEIGHTS, Trial, stream

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FEW_WEEKS = (0, 4, 12, 24, 36, 48)
FATIGUE_WEEKS = (0, 12, 24, 36, 48)
GLAND_WEEKS = (0, 24, 48)

# Response curve at the thirteen visits, 1 at week 48.
GROWTH = np.array([week / (week + 12) / 0.8 for week in WEEKS])
# Visit course of the drug effect, zero until about week 8 and 1 at week 48.
EFFECT = np.array([week**2 / (week**2 + 14.0**2) for week in WEEKS])
EFFECT = EFFECT / EFFECT[-1]


@dataclass(frozen=True)
class Measure:
    """One parameter: code, label, category, values (patients x visits), decimals, weeks."""

    code: str
    label: str
    category: str
    values: Floats
    decimals: int
    weeks: tuple[int, ...] = WEEKS
    optional: bool = False
    unit: str = ""
    low: float | Floats = np.nan
    high: float | Floats = np.nan


@dataclass(frozen=True)
class Patients:
    """What all outcomes of a trial are drawn from."""

    trial: Trial
    activity: Activity
    conduct: Conduct
    totals: Ints

    @property
    def benefit(self) -> Floats:
        """Share of the full drug effect in each arm: 0, 1 monthly, 0.55 every 3 months."""
        return np.array([0.0, 1.0, 0.55])[arm_codes(self.conduct)]


@dataclass(frozen=True)
class GlobalTuning:
    """Calibration of a global assessment: extra fall on drug, and spread of the noise."""

    extra: float
    noise: float


# Found by calibration: PaGA -6.6 and PhGA -5.5 points in the first trial (published);
# the same sizes are used for the second trial, where no figures are published.
TUNING = {
    ("NEPTUNUS-1", "PHGA"): GlobalTuning(3.4, 15.0),
    ("NEPTUNUS-1", "PAGA"): GlobalTuning(5.6, 16.0),
    ("NEPTUNUS-2", "PHGA"): GlobalTuning(3.0, 15.0),
    ("NEPTUNUS-2", "PAGA"): GlobalTuning(4.5, 16.0),
}


def _noise(rng: np.random.Generator, n: int, keep: float) -> Floats:
    """Draw standard normal noise with correlation ``keep`` between neighbouring visits."""
    out = np.empty((n, len(WEEKS)))
    out[:, 0] = rng.standard_normal(n)
    for t in range(1, len(WEEKS)):
        out[:, t] = keep * out[:, t - 1] + np.sqrt(1 - keep**2) * rng.standard_normal(n)
    return out


def essdai_measures(levels: Ints) -> list[Measure]:
    """Return the twelve domain levels, the ESSDAI and the ClinESSDAI total."""
    found = [
        Measure(f"ESS{d.code}", f"ESSDAI {d.label} Level (0-3)", "ESSDAI",
                levels[:, :, k].astype(float), 0)
        for k, d in enumerate(DOMAINS)
    ]
    total, clinical = levels @ WEIGHTS, levels @ CLIN_WEIGHTS
    found.append(Measure("ESSDAI", "ESSDAI Total Score (0-123)", "ESSDAI", total.astype(float), 0))
    found.append(
        Measure("CLINESSD", "ClinESSDAI Total Score (0-135)", "ESSDAI", clinical.astype(float), 0)
    )
    return found


def reported_measures(patients: Patients) -> list[Measure]:
    """Return ESSPRI items and score, global assessments, FACIT-Fatigue and SSSD."""
    rng = stream(patients.trial, 4)
    n = len(patients.totals)
    burden = rng.standard_normal(n)
    # How much a patient's symptoms ease has its own part beside that of disease activity.
    better = 0.5 * patients.activity.response + 0.85 * rng.standard_normal(n)
    benefit = patients.benefit
    items = []
    for code, label, mean, gain, extra in (
        ("ESPDRY", "ESSPRI Dryness (0-10)", 7.1, 1.0, 0.30),
        ("ESPFAT", "ESSPRI Fatigue (0-10)", 6.6, 1.3, 0.35),
        ("ESPPAIN", "ESSPRI Pain (0-10)", 5.9, 1.2, 0.35),
    ):
        level = mean + 1.4 * burden + 1.1 * rng.standard_normal(n)
        fall = GROWTH * (gain + 0.95 * better)[:, None] + EFFECT * (extra * benefit)[:, None]
        value = level[:, None] - fall + 0.9 * _noise(rng, n, 0.5)
        items.append(Measure(code, label, "ESSPRI", np.clip(np.round(value), 0, 10), 0,
                             optional=True))
    score = sum(item.values for item in items) / 3
    found = [*items, Measure("ESSPRI", "ESSPRI Score (0-10)", "ESSPRI", score, 6, optional=True)]
    for code, label, mean, slope, lasting, ease in (
        ("PHGA", "Physician Global Assessment of Disease Activity (0-100)", 50.0, 1.5, 8.0, 4.0),
        ("PAGA", "Patient Global Assessment of Disease Activity (0-100)", 58.0, 0.8, 12.0, 10.0),
    ):
        tuning = TUNING[patients.trial.study, code]
        value = (
            mean
            + slope * (patients.totals - 12.65)
            + (lasting * (0.6 * burden + 0.8 * rng.standard_normal(n)))[:, None]
            - GROWTH * (9.0 + ease * better)[:, None]
            - EFFECT * (tuning.extra * benefit)[:, None]
            + tuning.noise * _noise(rng, n, 0.5)
        )
        found.append(Measure(code, label, "GLOBAL", np.clip(np.round(value), 0, 100), 0,
                             optional=True))
    value = (
        24.0 - (5.5 * burden + 5.0 * rng.standard_normal(n))[:, None]
        + GROWTH * (3.6 + 4.5 * better)[:, None] + EFFECT * (1.4 * benefit)[:, None]
        + 3.5 * _noise(rng, n, 0.5)
    )
    found.append(Measure("FACITF", "FACIT-Fatigue Score (0-52)", "FACIT",
                         np.clip(np.round(value), 0, 52), 0, FATIGUE_WEEKS, True))
    value = (
        6.2 + (1.3 * burden + 0.8 * rng.standard_normal(n))[:, None]
        - GROWTH * (0.9 + 0.8 * better)[:, None] - EFFECT * (0.35 * benefit)[:, None]
        + 0.55 * _noise(rng, n, 0.5)
    )
    found.append(Measure("SSSD", "SSSD Weekly Score (0-10)", "SSSD",
                         np.clip(np.round(value, 1), 0, 10), 1, WEEKS, True))
    return found


def gland_measures(patients: Patients) -> list[Measure]:
    """Return Schirmer, ocular staining and salivary flow at weeks 0, 24 and 48."""
    rng = stream(patients.trial, 5)
    n = len(patients.totals)
    gain = (GROWTH * (0.10 + 0.10 * patients.activity.response)[:, None]
            + EFFECT * (0.12 * patients.benefit)[:, None])
    schirmer = np.exp(1.45 + 0.85 * rng.standard_normal(n)[:, None] + 0.5 * gain
                      + 0.25 * _noise(rng, n, 0.3))
    staining = (4.2 + 2.2 * rng.standard_normal(n)[:, None] - 3.0 * gain
                + 0.9 * _noise(rng, n, 0.3))
    capacity = rng.standard_normal(n)
    unstimulated = np.exp(-2.3 + 0.9 * capacity[:, None] + gain + 0.30 * _noise(rng, n, 0.3))
    stimulated = np.exp(
        -0.35 + (0.75 * capacity + 0.3 * rng.standard_normal(n))[:, None] + 0.8 * gain
        + 0.25 * _noise(rng, n, 0.3)
    )
    # Enough stimulated flow was an entry rule; no unstimulated flow at all does occur.
    unstimulated = np.where(unstimulated < 0.02, 0.0, unstimulated)
    values = (
        ("SCHIRM", "Schirmer Test, Mean of Both Eyes (mm/5 min)",
         np.clip(np.round(2 * schirmer) / 2, 0, 35), 1, "mm/5 min"),
        ("OSS", "Ocular Staining Score, Mean of Both Eyes (0-12)",
         np.clip(np.round(2 * staining) / 2, 0, 12), 1, ""),
        ("UWS", "Unstimulated Whole Salivary Flow (mL/min)", np.round(unstimulated, 2), 2,
         "mL/min"),
        ("SWS", "Stimulated Whole Salivary Flow (mL/min)",
         np.round(np.maximum(stimulated, 0.06), 2), 2, "mL/min"),
    )
    return [
        Measure(code, label, "GLANDS", value, decimals, GLAND_WEEKS, True, unit)
        for code, label, value, decimals, unit in values
    ]


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
        value = mean * np.exp(spread * (0.75 * rng.standard_normal(n)[:, None]
                                        + 0.6 * _noise(rng, n, 0.3)) + spikes)
        found.append(_lab(code, label, unit, value, decimals, low, high))
    return found


def vital_measures(patients: Patients) -> list[Measure]:
    """Return vital signs."""
    rng = stream(patients.trial, 7)
    n = len(patients.totals)
    found = []
    for code, label, unit, mean, between, within, keep, decimals in (
        ("SYSBP", "Systolic Blood Pressure", "mmHg", 122.0, 12.0, 8.0, 0.3, 0),
        ("DIABP", "Diastolic Blood Pressure", "mmHg", 76.0, 7.0, 5.5, 0.3, 0),
        ("PULSE", "Pulse Rate", "beats/min", 73.0, 8.0, 6.0, 0.3, 0),
        ("TEMP", "Temperature", "C", 36.5, 0.2, 0.25, 0.0, 1),
        ("WEIGHT", "Weight", "kg", 67.0, 13.0, 1.4, 0.9, 1),
    ):
        value = (mean + between * rng.standard_normal(n)[:, None] + within * _noise(rng, n, keep))
        if code == "WEIGHT":
            value = np.maximum(value, 41.0 + 0.1 * _noise(rng, n, 0.9))
        found.append(Measure(code, f"{label} ({unit})", "VITALS", np.round(value, decimals),
                             decimals, FEW_WEEKS, False, unit))
    return found


def _lab(code: str, label: str, unit: str, value: Floats, decimals: int,
         low: float | Floats, high: float | Floats) -> Measure:
    return Measure(code, f"{label} ({unit})", "LAB", np.round(value, decimals), decimals,
                   FEW_WEEKS, False, unit, low, high)


def _between(latent: Floats, cuts: list[float], values: list[float]) -> Floats:
    """Map latent severities to laboratory values, piecewise linear through the cut points.

    One more pair at each end keeps the map monotone outside the cut points.
    """
    return np.interp(latent, [-4.5, *cuts, 4.5], values)


def _inside(value: Floats, level: Ints, limits: dict[int, tuple[float, float]]) -> Floats:
    """Keep rounded values on their side of the limits of the domain level."""
    for step, (low, high) in limits.items():
        value = np.where(level == step, np.clip(value, low, high), value)
    return value


def _blood_counts(rng: np.random.Generator, patients: Patients, female: NDArray[np.bool_]) -> (
    list[Measure]
):
    n = len(patients.totals)
    d = DOMAIN_CODES.index("HAE")
    latent, level = patients.activity.latent[:, :, d], patients.activity.levels[:, :, d]
    cuts = list(cut_points(d))
    # The line that makes the domain active: each patient has one. There is no high level
    # by lymphocytes, so patients who reach it have another line.
    line = rng.choice(4, n, p=[0.45, 0.28, 0.22, 0.05])
    line = np.where((level.max(axis=1) == 3) & (line == 0), 1, line)
    jitter = _noise(rng, n, 0.3)
    benefit = patients.benefit
    neutrophils = (3.4 * np.exp(0.22 * rng.standard_normal(n)[:, None] + 0.12 * jitter)
                   * (1 - 0.06 * EFFECT * benefit[:, None]))
    lymphocytes = (1.75 * np.exp(0.16 * rng.standard_normal(n)[:, None] + 0.07 * _noise(rng, n, 0))
                   * (1 - 0.06 * EFFECT * benefit[:, None]))
    haemoglobin = (np.where(female, 131.0, 144.0)[:, None] + 6.0 * rng.standard_normal(n)[:, None]
                   + 3.0 * _noise(rng, n, 0.4))
    platelets = 245 * np.exp(0.18 * rng.standard_normal(n)[:, None] + 0.06 * _noise(rng, n, 0.3))
    lines = (
        (0, lymphocytes, 1.05, [0.10, 0.25, 0.50, 1.0, 2.4],
         {0: (1.0, 9), 1: (0.51, 0.99), 2: (0.1, 0.50)}, 2),
        (1, neutrophils, 1.6, [0.10, 0.5, 1.0, 1.5, 4.5],
         {0: (1.5, 12), 1: (1.01, 1.49), 2: (0.5, 1.0), 3: (0.1, 0.49)}, 2),
        (2, haemoglobin, 121.0, [60.0, 80.0, 100.0, 120.0, 150.0],
         {0: (120, 175), 1: (101, 119), 2: (80, 100), 3: (60, 79)}, 0),
        (3, platelets, 155.0, [20.0, 50.0, 100.0, 150.0, 330.0],
         {0: (150, 450), 1: (101, 149), 2: (50, 100), 3: (15, 49)}, 0),
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
        _lab("HGB", "Haemoglobin", "g/L", shown[2], 0, np.where(female, 120.0, 130.0),
             np.where(female, 155.0, 170.0)),
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
    c3 = np.maximum(1.15 * np.exp(0.12 * rng.standard_normal(n)[:, None]
                                  + 0.05 * _noise(rng, n, 0.4)), 0.91)
    c4 = np.maximum(0.22 * np.exp(0.22 * rng.standard_normal(n)[:, None]
                                  + 0.07 * _noise(rng, n, 0.4)), 0.11)
    c4 = np.where(low_c, 0.085 - 0.012 * np.abs(_noise(rng, n, 0.6)), c4)
    benefit = (EFFECT * patients.benefit[:, None])
    rf = np.exp(3.3 + 1.25 * rng.standard_normal(n)[:, None] - 0.55 * benefit
                + 0.14 * _noise(rng, n, 0.4))
    igm = np.exp(0.25 + 0.42 * rng.standard_normal(n)[:, None] - 0.45 * benefit
                 + 0.08 * _noise(rng, n, 0.5))
    iga = np.exp(1.0 + 0.38 * rng.standard_normal(n)[:, None] - 0.12 * benefit
                 + 0.06 * _noise(rng, n, 0.5))
    weeks = np.array(WEEKS)
    depth = np.array([0.0, 4.1, 3.2])[arm_codes(patients.conduct)]
    # B cells fall within weeks while injections go on, and come back slowly afterwards.
    since_stop = np.maximum(weeks - weeks[patients.conduct.last_dose][:, None] - 8, 0)
    fall = depth[:, None] * (1 - np.exp(-weeks / 3.0)) * np.exp(-since_stop / 20.0)
    cd19 = np.exp(5.15 + 0.45 * rng.standard_normal(n)[:, None] - fall
                  + 0.22 * _noise(rng, n, 0.4))
    return [
        _lab("IGG", "Immunoglobulin G", "g/L", igg, 1, 7.0, 16.0),
        _lab("IGM", "Immunoglobulin M", "g/L", igm, 2, 0.4, 2.3),
        _lab("IGA", "Immunoglobulin A", "g/L", iga, 2, 0.7, 4.0),
        _lab("C3", "Complement C3", "g/L", c3, 2, 0.9, 1.8),
        _lab("C4", "Complement C4", "g/L", c4, 2, 0.1, 0.4),
        _lab("RF", "Rheumatoid Factor", "IU/mL", np.clip(rf, 2, 1500), 0, 0.0, 14.0),
        _lab("CD19", "CD19 B Cells", "cells/uL", np.maximum(cd19, 0), 0, 100.0, 500.0),
    ]


def measures_frame(
    measures: list[Measure], patients: Patients, adsl: pd.DataFrame, topic: int
) -> pd.DataFrame:
    """Return the BDS records of measures at the visits each patient attended."""
    rng = stream(patients.trial, topic)
    conduct = patients.conduct
    rows = []
    for number, measure in enumerate(measures, start=1):
        seen = conduct.attended & np.isin(WEEKS, measure.weeks)
        if measure.optional and measure.category != "ESSPRI":
            seen &= (rng.random(seen.shape) >= 0.012) | (np.array(WEEKS) == 0)
        patient, visit = np.nonzero(seen)
        base = measure.values[patient, 0]
        value = measure.values[patient, visit]
        change = np.where(visit > 0, np.round(value - base, 6), np.nan)
        with np.errstate(divide="ignore", invalid="ignore"):
            percent = np.where(base == 0, np.nan, np.round(100 * change / base, 4))
        columns = {
            "patient": patient,
            "visit": visit,
            "PARAMCD": measure.code,
            "PARAM": measure.label,
            "PARAMN": number,
            "PARCAT1": measure.category,
            "AVAL": np.round(value, measure.decimals),
            "BASE": np.round(base, measure.decimals),
            "CHG": change,
            "PCHG": percent,
        }
        if measure.category == "LAB":
            columns |= _ranges(measure, patient, value, base)
        rows.append(pd.DataFrame(columns))
    frame = pd.concat(rows, ignore_index=True)
    return _with_visits(frame, conduct, adsl)


def _ranges(measure: Measure, patient: Ints, value: Floats, base: Floats) -> dict[str, object]:
    lows, highs = (
        np.asarray(limit)[patient] if np.ndim(limit) else np.full(len(patient), limit)
        for limit in (measure.low, measure.high)
    )
    return {
        "AVALU": measure.unit,
        "A1LO": lows,
        "A1HI": highs,
        "ANRIND": np.select([value < lows, value > highs], ["LOW", "HIGH"], "NORMAL"),
        "BNRIND": np.select([base < lows, base > highs], ["LOW", "HIGH"], "NORMAL"),
    }


def _with_visits(frame: pd.DataFrame, conduct: Conduct, adsl: pd.DataFrame) -> pd.DataFrame:
    patient, visit = frame.pop("patient").to_numpy(), frame.pop("visit").to_numpy()
    who = adsl.iloc[patient].reset_index(drop=True)
    date = conduct.visit_date[patient, visit]
    weeks = np.array(WEEKS)[visit]
    event = who["ICEDT"].to_numpy()
    lead = {
        name: who[name].to_numpy() for name in ("STUDYID", "USUBJID", "SITEID", "REGION1")
    } | {
        "TRTP": who["TRT01P"].to_numpy(),
        "TRTPN": who["TRT01PN"].to_numpy(),
        "TRTA": who["TRT01A"].to_numpy(),
        "TRTAN": who["TRT01AN"].to_numpy(),
        "ITTFL": "Y",
        "FASFL": "Y",
        "SAFFL": "Y",
        "AVISIT": np.where(weeks == 0, "Baseline", np.char.add("Week ", weeks.astype(str))),
        "AVISITN": weeks,
        "ADT": date,
        "ADY": (date - who["TRTSDT"].to_numpy()).astype("timedelta64[D]").astype(np.int64) + 1,
    }
    tail = {
        "ABLFL": np.where(weeks == 0, "Y", ""),
        "ANL01FL": "Y",
        "DTYPE": "",
        # After the first intercurrent event (treatment stopped, rescue, prohibited drug).
        "ICEFL": np.where(~np.isnat(event) & (date > event), "Y", ""),
    }
    keys = ["USUBJID", "PARAMN", "AVISITN"]
    whole = pd.concat([pd.DataFrame(lead), frame, pd.DataFrame(tail, index=frame.index)], axis=1)
    return whole.sort_values(keys, kind="stable", ignore_index=True)

"""What is measured at visits (see :mod:`.laboratory` for blood values).

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

from .activity import Activity
from .conduct import Conduct, arm_codes
from .design import CLIN_WEIGHTS, DOMAINS, WEEKS, WEIGHTS, Trial, stream

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


# Found by calibration. Published for the first trial: PaGA -6.6 (-11.4 to -1.8), p = 0.007,
# and PhGA -5.5 (-10.1 to -0.9), p = 0.018. Those of the second trial are invented.
TUNING = {
    ("NEPTUNUS-1", "PHGA"): GlobalTuning(4.98, 14.90),
    ("NEPTUNUS-1", "PAGA"): GlobalTuning(5.41, 13.93),
    ("NEPTUNUS-2", "PHGA"): GlobalTuning(1.59, 14.73),
    ("NEPTUNUS-2", "PAGA"): GlobalTuning(3.32, 13.50),
}


def drift(rng: np.random.Generator, n: int, keep: float) -> Floats:
    """Draw standard normal noise with correlation ``keep`` between neighbouring visits."""
    out = np.empty((n, len(WEEKS)))
    out[:, 0] = rng.standard_normal(n)
    for t in range(1, len(WEEKS)):
        out[:, t] = keep * out[:, t - 1] + np.sqrt(1 - keep**2) * rng.standard_normal(n)
    return out


def essdai_measures(levels: Ints) -> list[Measure]:
    """Return the twelve domain levels, the ESSDAI and the ClinESSDAI total."""
    found = [
        Measure(
            f"ESS{d.code}",
            f"ESSDAI {d.label} Level (0-3)",
            "ESSDAI",
            levels[:, :, k].astype(float),
            0,
        )
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
    arm = patients.activity.arm

    def person() -> Floats:
        """Draw a patient's own part, the same on average in every arm."""
        return _even(rng.standard_normal((n, 1)), arm)

    def visit(keep: float) -> Floats:
        """Draw what changes between visits, the same on average in every arm."""
        return _even(drift(rng, n, keep), arm)

    burden = person()
    # How much a patient's symptoms ease has its own part beside that of disease activity.
    ease = 0.5 * _even(patients.activity.response[:, None], arm) + 0.85 * person()
    benefit = EFFECT * patients.benefit[:, None]
    items = []
    for code, label, mean, gain, extra in (
        ("ESPDRY", "ESSPRI Dryness (0-10)", 7.1, 1.0, 0.20),
        ("ESPFAT", "ESSPRI Fatigue (0-10)", 6.6, 1.3, 0.24),
        ("ESPPAIN", "ESSPRI Pain (0-10)", 5.9, 1.2, 0.24),
    ):
        value = mean + 1.4 * burden + 1.1 * person() - GROWTH * (gain + 0.95 * ease)
        value = value - extra * benefit + 0.9 * visit(0.5)
        items.append(_reported(code, label, "ESSPRI", value, 10))
    score = np.mean([item.values for item in items], axis=0)
    found = [*items, Measure("ESSPRI", "ESSPRI Score (0-10)", "ESSPRI", score, 6, optional=True)]
    for code, label, mean, slope, lasting, eased in (
        ("PHGA", "Physician Global Assessment of Disease Activity (0-100)", 50.0, 1.5, 8.0, 4.0),
        ("PAGA", "Patient Global Assessment of Disease Activity (0-100)", 58.0, 0.8, 12.0, 10.0),
    ):
        tuning = TUNING[patients.trial.study, code]
        value = mean + slope * (patients.totals - 12.65) + lasting * (0.6 * burden + 0.8 * person())
        value = value - GROWTH * (9.0 + eased * ease) - tuning.extra * benefit
        found.append(_reported(code, label, "GLOBAL", value + tuning.noise * visit(0.5), 100))
    value = 24.0 - 5.5 * burden - 5.0 * person() + GROWTH * (3.6 + 4.5 * ease) + 1.4 * benefit
    found.append(
        _reported(
            "FACITF",
            "FACIT-Fatigue Score (0-52)",
            "FACIT",
            value + 3.5 * visit(0.5),
            52,
            weeks=FATIGUE_WEEKS,
        )
    )
    value = 6.2 + 1.3 * burden + 0.8 * person() - GROWTH * (0.9 + 0.8 * ease) - 0.35 * benefit
    found.append(
        _reported(
            "SSSD", "SSSD Weekly Score (0-10)", "SSSD", value + 0.55 * visit(0.5), 10, decimals=1
        )
    )
    return found


def _reported(
    code: str,
    label: str,
    category: str,
    value: Floats,
    highest: int,
    *,
    decimals: int = 0,
    weeks: tuple[int, ...] = WEEKS,
) -> Measure:
    shown = np.clip(np.round(value, decimals), 0, highest)
    return Measure(code, label, category, shown, decimals, weeks, True)


def _even(values: Floats, arm: Ints) -> Floats:
    """Subtract the mean of each arm (and visit), so that curves are smooth."""
    out = values.copy()
    for k in np.unique(arm):
        out[arm == k] -= values[arm == k].mean(axis=0)
    return out


def gland_measures(patients: Patients) -> list[Measure]:
    """Return Schirmer, ocular staining and salivary flow at weeks 0, 24 and 48."""
    rng = stream(patients.trial, 5)
    n = len(patients.totals)
    gain = (
        GROWTH * (0.10 + 0.10 * patients.activity.response)[:, None]
        + EFFECT * (0.12 * patients.benefit)[:, None]
    )
    schirmer = np.exp(
        1.45 + 0.85 * rng.standard_normal(n)[:, None] + 0.5 * gain + 0.25 * drift(rng, n, 0.3)
    )
    staining = 4.2 + 2.2 * rng.standard_normal(n)[:, None] - 3.0 * gain + 0.9 * drift(rng, n, 0.3)
    capacity = rng.standard_normal(n)
    unstimulated = np.exp(-2.3 + 0.9 * capacity[:, None] + gain + 0.30 * drift(rng, n, 0.3))
    stimulated = np.exp(
        -0.35
        + (0.75 * capacity + 0.3 * rng.standard_normal(n))[:, None]
        + 0.8 * gain
        + 0.25 * drift(rng, n, 0.3)
    )
    # Enough stimulated flow was an entry rule; no unstimulated flow at all does occur.
    unstimulated = np.where(unstimulated < 0.02, 0.0, unstimulated)
    values = (
        (
            "SCHIRM",
            "Schirmer Test, Mean of Both Eyes (mm/5 min)",
            np.clip(np.round(2 * schirmer) / 2, 0, 35),
            1,
            "mm/5 min",
        ),
        (
            "OSS",
            "Ocular Staining Score, Mean of Both Eyes (0-12)",
            np.clip(np.round(2 * staining) / 2, 0, 12),
            1,
            "",
        ),
        (
            "UWS",
            "Unstimulated Whole Salivary Flow (mL/min)",
            np.round(unstimulated, 2),
            2,
            "mL/min",
        ),
        (
            "SWS",
            "Stimulated Whole Salivary Flow (mL/min)",
            np.round(np.maximum(stimulated, 0.06), 2),
            2,
            "mL/min",
        ),
    )
    return [
        Measure(code, label, "GLANDS", value, decimals, GLAND_WEEKS, True, unit)
        for code, label, value, decimals, unit in values
    ]


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
        value = mean + between * rng.standard_normal(n)[:, None] + within * drift(rng, n, keep)
        if code == "WEIGHT":
            value = np.maximum(value, 41.0 + 0.1 * drift(rng, n, 0.9))
        found.append(
            Measure(
                code,
                f"{label} ({unit})",
                "VITALS",
                np.round(value, decimals),
                decimals,
                FEW_WEEKS,
                False,
                unit,
            )
        )
    return found


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
    lead = {name: who[name].to_numpy() for name in ("STUDYID", "USUBJID", "SITEID", "REGION1")} | {
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

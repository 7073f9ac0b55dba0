"""Subject-level data (ADSL) of one trial."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .activity import Activity
from .conduct import NEVER, Conduct, arm_codes
from .design import CLIN_WEIGHTS, IN_ENTRY, NO_DATE, WEEKS, WEIGHTS, Trial, stream

ASIAN = ("CHN", "KOR", "JPN", "TWN")


def yes_no(flags: NDArray[np.bool_]) -> NDArray[np.str_]:
    """Return Y or N."""
    return np.where(flags, "Y", "N")


def build_adsl(
    trial: Trial, activity: Activity, levels: NDArray[np.int64], conduct: Conduct
) -> pd.DataFrame:
    """Return one row per subject; ``levels`` are the final ESSDAI domain levels."""
    rng = stream(trial, 3)
    n = len(activity.arm)
    site, country, region = _sites(rng, trial, n)
    age = _age(rng, n)
    start = conduct.visit_date[:, 0]
    last_dose = conduct.visit_date[np.arange(n), conduct.last_dose]
    treatment_end = np.minimum(last_dose, conduct.end_of_study)
    codes = arm_codes(conduct)
    baseline = levels[:, 0] @ WEIGHTS
    completed = conduct.reason == ""
    completed_treatment = conduct.stop_reason == ""
    subject = [f"{s}-{k + 1:04d}" for k, s in enumerate(site)]
    frame = pd.DataFrame(
        {
            "STUDYID": trial.study,
            "USUBJID": [f"{trial.study}-{s}" for s in subject],
            "SUBJID": subject,
            "SITEID": site,
            "COUNTRY": country,
            "REGION1": region,
            "AGE": age,
            "AGEU": "YEARS",
            "AGEGR1": np.select([age < 40, age < 65], ["<40", "40-64"], ">=65"),
            "SEX": np.where(rng.random(n) < 0.94, "F", "M"),
            "RACE": _race(rng, country),
            "ARM": conduct.arm_name,
            "TRT01P": conduct.arm_name,
            "TRT01PN": codes,
            "TRT01A": conduct.arm_name,
            "TRT01AN": codes,
            "RANDDT": conduct.randomised,
            "TRTSDT": start,
            "TRTEDT": treatment_end,
            "TRTDURD": _days(treatment_end - start) + 1,
            "RANDFL": "Y",
            "ITTFL": "Y",
            "FASFL": "Y",
            "SAFFL": "Y",
            "PPROTFL": yes_no(
                (conduct.prohibited == NEVER)
                & (conduct.reason != "PROTOCOL DEVIATION")
                & (conduct.last_dose >= 3)
            ),
            "COMPLFL": yes_no(completed),
            "STRAT1": np.where(baseline >= 10, "Baseline ESSDAI >= 10", "Baseline ESSDAI < 10"),
            "STRAT1N": np.where(baseline >= 10, 1, 2),
            "EOSSTT": np.where(completed, "COMPLETED", "DISCONTINUED"),
            "DCSREAS": conduct.reason,
            "EOSDT": conduct.end_of_study,
            "EOTSTT": np.where(completed_treatment, "COMPLETED", "DISCONTINUED"),
            "DCTREAS": conduct.stop_reason,
            "LSTVISN": np.array(WEEKS)[conduct.last_visit],
            "DTHFL": np.where(conduct.death, "Y", ""),
            "DTHDT": np.where(conduct.death, conduct.end_of_study, NO_DATE),
            "RESCFL": yes_no(conduct.rescue != NEVER),
            "RESCDT": conduct.rescue_date,
            "PROHFL": yes_no(conduct.prohibited != NEVER),
            "PROHDT": conduct.prohibited_date,
            "TRTDISFL": yes_no(~completed_treatment),
        }
    )
    frame["ICEDT"] = first_event(conduct, treatment_end)
    frame["DISDUR"] = np.round(np.clip(rng.gamma(1.4, 2.3, n), 0.1, 7.5), 1)
    frame["ROFL"] = yes_no(rng.random(n) >= 0.07)
    for name, share in (("HCQFL", 0.42), ("MTXFL", 0.12), ("AZAFL", 0.06), ("STERFL", 0.24)):
        frame[name] = yes_no(rng.random(n) < share)
    dose = rng.choice([2.5, 5.0, 7.5, 10.0], n, p=[0.2, 0.5, 0.15, 0.15])
    frame["STERDOS"] = np.where(frame["STERFL"] == "Y", dose, np.nan)
    frame["SCRESSD"] = activity.screening @ WEIGHTS
    frame["SCRESS8"] = (activity.screening * IN_ENTRY) @ WEIGHTS
    frame["BLESSDAI"] = baseline
    frame["BLESS8"] = (levels[:, 0] * IN_ENTRY) @ WEIGHTS
    frame["BLCLIN"] = levels[:, 0] @ CLIN_WEIGHTS
    return frame


def first_event(conduct: Conduct, treatment_end: NDArray[np.datetime64]) -> NDArray[np.datetime64]:
    """Return the date of the first intercurrent event of each patient (NaT if none)."""
    never = np.datetime64("2099-01-01", "D")
    stopped = np.where(conduct.stop_reason == "", never, treatment_end)
    rescue = np.where(conduct.rescue == NEVER, never, conduct.rescue_date)
    prohibited = np.where(conduct.prohibited == NEVER, never, conduct.prohibited_date)
    first = np.minimum(np.minimum(stopped, rescue), prohibited)
    return np.where(first == never, NO_DATE, first)


def _days(difference: NDArray[np.timedelta64]) -> NDArray[np.int64]:
    return difference.astype("timedelta64[D]").astype(np.int64)


def _sites(rng: np.random.Generator, trial: Trial, n: int) -> tuple[NDArray[np.str_], ...]:
    """Draw each patient's site; sites differ in how many patients they enter."""
    names, countries, regions = [], [], []
    for number, (country, region, count) in enumerate(trial.sites, start=1):
        for k in range(count):
            names.append(f"{trial.number}{number:02d}{k + 1:02d}")
            countries.append(country)
            regions.append(region)
    size = rng.gamma(2.0, 1.0, len(names))
    edges = np.cumsum(size / size.sum())
    which = np.searchsorted(edges, rng.random(n)).clip(max=len(names) - 1)
    return np.array(names)[which], np.array(countries)[which], np.array(regions)[which]


def _age(rng: np.random.Generator, n: int) -> NDArray[np.int64]:
    return np.floor(np.clip(52.9 + 12.9 * rng.standard_normal(n), 18.2, 82.9)).astype(np.int64)


def _race(rng: np.random.Generator, country: NDArray[np.str_]) -> NDArray[np.str_]:
    draws = rng.random(len(country))
    elsewhere = np.select(
        [draws < 0.84, draws < 0.90, draws < 0.95],
        ["WHITE", "BLACK OR AFRICAN AMERICAN", "ASIAN"],
        "OTHER",
    )
    return np.where(np.isin(country, ASIAN), "ASIAN", elsewhere)

"""A small made-up study with drop-out and intercurrent events, for the tests of what follows."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sjogren_desktop.study.data import StudyData
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

START = pd.Timestamp("2024-01-01")

__all__ = ["MONTHLY", "PLACEBO", "START", "dropout_study", "subject_of"]


def subject_of(arm: int, number: int) -> str:
    """Return the identifier of a subject of the first study."""
    return f"S1-{arm}{number:03d}"


def dropout_study(*, per_arm: int = 24, seed: int = 1) -> StudyData:
    """Return studies S1 and S2 with dates, strata, reasons and medications.

    Every sixth subject has no value at week 12 and left on day 70. Of S1, subject 0 of the
    placebo arm took rescue medication on day 40, subject 1 of it died on day 60 (values up
    to week 8), and subject 2 of the active arm began azathioprine on day 30.
    """
    study = small_study(per_arm=per_arm, seed=seed)
    people, scores = study.adsl.copy(), study.dataset("ADQS").frame.copy()
    number = people["USUBJID"].str[-3:].astype(int)
    left = number % 6 == 5
    people["RANDDT"] = people["TRTSDT"] = START
    people["EOSSTT"] = np.where(left, "DISCONTINUED", "COMPLETED")
    people["EOSDT"] = START + pd.to_timedelta(np.where(left, 70, 90), unit="D")
    people["DCSREAS"] = np.where(left, np.where(number % 12 == 5, "ADVERSE EVENT", "OTHER"), None)
    people["EOTSTT"] = people["EOSSTT"]
    people["TRTEDT"] = START + pd.to_timedelta(np.where(left, 62, 84), unit="D")
    people["DCTREAS"] = people["DCSREAS"]
    people["STRAT1"] = np.where(number % 2 == 0, "High", "Low")
    people["RESCFL"] = np.where(people["USUBJID"] == subject_of(0, 0), "Y", "N")
    people["RESCDT"] = pd.NaT
    people.loc[people["RESCFL"] == "Y", "RESCDT"] = START + pd.Timedelta(days=40)
    people["DTHFL"] = np.where(people["USUBJID"] == subject_of(0, 1), "Y", None)
    people["DTHDT"] = pd.NaT
    people.loc[people["DTHFL"] == "Y", "DTHDT"] = START + pd.Timedelta(days=60)
    scores = scores.loc[~((scores["USUBJID"] == subject_of(0, 1)) & (scores["AVISITN"] == 12))]
    scores["ADT"] = START + pd.to_timedelta(scores["AVISITN"] * 7, unit="D")
    medication = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": [subject_of(0, 0), subject_of(1, 2), subject_of(1, 3)],
            "CMDECOD": ["PREDNISONE", "AZATHIOPRINE", "METHOTREXATE"],
            "CMCAT": ["RESCUE", "OTHER", "BACKGROUND"],
            "ASTDT": START + pd.to_timedelta([40, 30, -200], unit="D"),
        }
    )
    study = with_dataset(study, "ADSL", "ADSL", people)
    study = with_dataset(study, "ADQS", "BDS", scores)
    return with_dataset(study, "ADCM", "OCCDS", medication)

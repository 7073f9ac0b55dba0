"""Three made-up patients with everything that a patient's course is drawn from."""

from __future__ import annotations

import pandas as pd

from sjogren_desktop.study.data import Dataset, StudyData
from tests.analyses.scored_study import levels

ARMS = {"P-1": "Placebo", "P-2": "Drug monthly", "P-3": "Drug monthly"}
FIRST = pd.Timestamp("2024-03-01")
VISITS = ((0.0, "Baseline", 1), (4.0, "Week 4", 29), (24.0, "Week 24", 169))

LEVELS = {
    # ESSDAI 11, 9 and 7; ClinESSDAI 14, 11 and 8 (weights of 2010 and 2016, by hand)
    "P-1": (
        levels(pulmonary=1, articular=2, glandular=1),
        levels(pulmonary=1, glandular=1, articular=1),
        levels(pulmonary=1, glandular=1),
    ),
    "P-2": (levels(articular=2, biological=1), levels(articular=1, biological=1)),
}
_ITEMS = ("ESPDRY", "ESPFAT", "ESPPAIN")
ESSPRI = {"P-1": ((6, 7, 7), (6, 6, 6), (5, 5, 6)), "P-2": ((8, 8, 8), (8, 8, 7))}


def _scores() -> pd.DataFrame:
    rows = []
    for subject, by_visit in LEVELS.items():
        for (number, name, day), values, complaints in zip(
            VISITS, by_visit, ESSPRI[subject], strict=False
        ):
            rated = {**values, **dict(zip(_ITEMS, complaints, strict=True))}
            for code, value in rated.items():
                rows.append(
                    {
                        "STUDYID": "S1",
                        "USUBJID": subject,
                        "PARAMCD": code,
                        "PARAM": code,
                        "AVISITN": number,
                        "AVISIT": name,
                        "ADY": float(day),
                        "ADT": FIRST + pd.Timedelta(days=day - 1),
                        "AVAL": float(value),
                        "ABLFL": "Y" if number == 0 else None,
                        "ANL01FL": "Y",
                    }
                )
    return pd.DataFrame(rows)


def _laboratory() -> pd.DataFrame:
    values = {"P-1": (12.0, 13.0, 21.0), "P-2": (17.0, 6.5)}
    rows = [
        {
            "STUDYID": "S1",
            "USUBJID": subject,
            "PARAMCD": "IGG",
            "PARAM": "Immunoglobulin G (g/L)",
            "AVALU": "g/L",
            "AVISITN": number,
            "AVISIT": name,
            "ADY": float(day),
            "ADT": FIRST + pd.Timedelta(days=day - 1),
            "AVAL": value,
            "A1LO": 7.0,
            "A1HI": 16.0,
        }
        for subject, mine in values.items()
        for (number, name, day), value in zip(VISITS, mine, strict=False)
    ]
    hidden = {**rows[0], "PARAMCD": "CD19", "PARAM": "CD19 B cells (cells/uL)", "AVAL": 1.0}
    return pd.DataFrame([*rows, hidden])


def patient_study(*, synthetic: bool = False) -> StudyData:
    """Return the study: P-1 completed, P-2 stopped early with a serious event, P-3 has no visit."""
    adsl = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": list(ARMS),
            "SITEID": ["10", "10", "20"],
            "SEX": "F",
            "AGE": [50.0, 61.0, 44.0],
            "TRT01P": list(ARMS.values()),
            "TRT01A": list(ARMS.values()),
            "TRT01PN": [0.0, 1.0, 1.0],
            "FASFL": "Y",
            "SAFFL": "Y",
            "TRTSDT": FIRST,
            "EOSDT": [FIRST + pd.Timedelta(days=170), FIRST + pd.Timedelta(days=40), pd.NaT],
            "EOSSTT": ["COMPLETED", "DISCONTINUED", None],
            "DCSREAS": [None, "ADVERSE EVENT", None],
            "TRTDISFL": ["N", "Y", "N"],
        }
    )
    adae = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["P-1", "P-2"],
            "AEDECOD": ["Headache", "Pneumonia"],
            "AETERM": ["headache", "pneumonia"],
            "AESEV": ["MILD", "SEVERE"],
            "AESER": ["N", "Y"],
            "AEOUT": ["RECOVERED/RESOLVED", "NOT RECOVERED/NOT RESOLVED"],
            "ASTDT": [FIRST + pd.Timedelta(days=9), FIRST + pd.Timedelta(days=30)],
            "AENDT": [FIRST + pd.Timedelta(days=11), pd.NaT],
            "TRTEMFL": "Y",
        }
    )
    adcm = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["P-1"],
            "CMTRT": ["PREDNISONE"],
            "CMDOSE": [5.0],
            "CMDOSU": ["mg"],
            "ASTDT": [FIRST - pd.Timedelta(days=100)],
            "AENDT": pd.Series([pd.NaT], dtype="datetime64[us]"),
        }
    )
    adex = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["P-1", "P-1"],
            "EXTRT": ["Placebo", "Placebo"],
            "EXDOSE": [0.0, 0.0],
            "ASTDT": [FIRST, FIRST + pd.Timedelta(days=28)],
        }
    )
    return StudyData(
        (
            Dataset("ADSL", "ADSL", adsl, sources=("adsl.csv",)),
            Dataset("ADQS", "BDS", _scores(), sources=("adqs.csv",)),
            Dataset("ADLB", "BDS", _laboratory(), sources=("adlb.csv",)),
            Dataset("ADAE", "ADAE", adae, sources=("adae.csv",)),
            Dataset("ADCM", "OCCDS", adcm, sources=("adcm.csv",)),
            Dataset("ADEX", "OCCDS", adex, sources=("adex.csv",)),
        ),
        synthetic=synthetic,
    )

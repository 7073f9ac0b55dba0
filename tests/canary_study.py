"""A study whose treatments have names that stand nowhere else, to look for in what is written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

ARMS = ("Canaryalfa 7773 mg", "Canarybeta")
CODES = ("CNALF", "CNBET")
CANARIES = ("canaryalfa", "canarybeta", "cnalf", "cnbet", "crimson", "turquoise", "7773")
"""What tells the treatment, in lower case: names, codes, a cohort in step with them, a dose."""

_VISITS = ((0, "Baseline"), (4, "Week 4"), (12, "Week 12"))


def write_canary_study(folder: Path, *, assignment: int = 0, people: int = 40) -> Path:
    """Write the study as CSV files; ``assignment`` is the seed by which arms are drawn.

    Everything but what follows from the arms is the same for every assignment.
    """
    folder.mkdir(parents=True)
    first_half = np.arange(people) % 2
    arm = np.random.default_rng(assignment).permutation(first_half)
    for name, frame in _frames(arm, people).items():
        frame.to_csv(folder / f"{name}.csv", index=False)
    return folder


def _frames(arm: np.ndarray, people: int) -> dict[str, pd.DataFrame]:
    rng = np.random.default_rng(7)
    number = np.arange(people)
    name, code = np.array(ARMS)[arm], np.array(CODES)[arm]
    start = pd.Timestamp("2021-03-01") + pd.to_timedelta(number % 9, unit="D")
    adsl = pd.DataFrame(
        {
            "STUDYID": "BIRD-1",
            "USUBJID": [f"BIRD-{i:03d}" for i in number],
            "SITEID": number % 4 + 100,
            "AGE": 35 + number % 40,
            "SEX": np.where(number % 5, "F", "M"),
            "ARM": name,
            "ARMCD": code,
            "TRT01P": name,
            "TRT01PN": arm + 1,
            "TRT01A": name,
            "ACTARM": name,
            "Treatment group": code,
            "COHORTX": np.array(["crimson", "turquoise"])[arm],
            "MGGIVEN": np.where(arm == 0, 7773.0, np.nan),
            "CUMDOSE": np.where(arm == 0, 7773.0 * (1 + number), 0.0),
            "TRTSDT": start.astype(str),
            "TRTEDT": (start + pd.Timedelta(84, "D")).astype(str),
            "FASFL": "Y",
            "SAFFL": "Y",
            "EOSSTT": "COMPLETED",
        }
    )
    levels = rng.integers(4, 20, people)
    frames = {"adsl": adsl.sort_values("TRT01PN", kind="stable")}
    keys = ["STUDYID", "USUBJID"]
    frames["adqs"] = _records(adsl, keys, "ESSDAI", "ESSDAI total score", levels, rng)
    laboratory = [
        _records(adsl, keys, "IGG", "Immunoglobulin G (g/L)", levels + 5.0, rng),
        _records(adsl, keys, "ALT", "Alanine aminotransferase (U/L)", levels + 20.0, rng),
        _records(adsl, keys, "BCELL", "B cells CD19+ (cells/uL)", 200.0 * arm + 3, rng),
    ]
    adlb = pd.concat(laboratory, ignore_index=True)
    frames["adlb"] = adlb.assign(A1LO=5.0, A1HI=40.0, LBCOM=_comments(adlb, adsl))
    events = adsl.iloc[::2][[*keys, "TRTSDT"]].rename(columns={"TRTSDT": "ASTDT"})
    frames["adae"] = events.assign(
        TRTA=name[::2],
        AETERM=[f"rash after {c}, kit 12" for c in code[::2]],
        AEDECOD="Rash",
        AEBODSYS="Skin",
        AESEV="MILD",
        AESER="N",
        TRTEMFL="Y",
    )
    doses = adsl[keys].assign(
        EXTRT=name,
        EXDOSE=np.where(arm == 0, 7773, 0),
        EXSEQ=1,
        ASTDT=adsl["TRTSDT"],
        AENDT=adsl["TRTEDT"],
    )
    frames["adex"] = doses
    given = adsl.loc[arm == 0, keys].assign(PARAMCD="CONC", PARAM="Concentration", AVAL=7773.0)
    frames["adconc"] = given
    frames["cnalf_notes"] = pd.DataFrame({"NOTE": [f"all of {ARMS[0]} were well", "none"]})
    return frames


def _records(
    adsl: pd.DataFrame,
    keys: list[str],
    code: str,
    name: str,
    base: np.ndarray,
    rng: np.random.Generator,
) -> pd.DataFrame:
    parts = []
    for week, visit in _VISITS:
        change = np.round(rng.normal(-0.1 * week, 1, len(adsl)), 1) if week else 0.0
        parts.append(
            adsl[[*keys, "SAFFL"]].assign(
                TRTP=adsl["TRT01P"],
                TRTA=adsl["TRT01A"],
                PARAMCD=code,
                PARAM=name,
                AVISIT=visit,
                AVISITN=week,
                ADT=(pd.to_datetime(adsl["TRTSDT"]) + pd.Timedelta(7 * week, "D")).astype(str),
                AVAL=base + change,
                BASE=base.astype(float),
                CHG=np.nan if not week else change,
                ABLFL="Y" if not week else None,
                ANL01FL="Y",
            )
        )
    return pd.concat(parts, ignore_index=True)


def _comments(adlb: pd.DataFrame, adsl: pd.DataFrame) -> list[str]:
    arm = adsl.set_index("USUBJID")["ARM"]
    return [
        f"drawn before {arm[subject]}" if place % 17 == 0 else ""
        for place, subject in enumerate(adlb["USUBJID"])
    ]

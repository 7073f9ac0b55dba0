"""Small studies made by hand for tests; nothing here resembles a real patient."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sjogren_desktop.study.data import Dataset, StudyData

PLACEBO = "Placebo"
MONTHLY = "Drug monthly"
QUARTERLY = "Drug every 3 months"
VISITS = ((4.0, "Week 4"), (8.0, "Week 8"), (12.0, "Week 12"))


def small_study(*, studies: int = 2, per_arm: int = 12, seed: int = 1) -> StudyData:
    """Return a study set: S1 with two arms, S2 with three; ESSDAI at three visits."""
    rng = np.random.default_rng(seed)
    people, scores = [], []
    for s in range(1, studies + 1):
        arms = (PLACEBO, MONTHLY) if s == 1 else (PLACEBO, MONTHLY, QUARTERLY)
        for code, arm in enumerate(arms):
            for i in range(per_arm):
                subject = f"S{s}-{code}{i:03d}"
                people.append(
                    {
                        "STUDYID": f"S{s}",
                        "USUBJID": subject,
                        "SITEID": f"{i % 3}",
                        "SEX": "F" if i % 4 else "M",
                        "AGE": float(40 + i),
                        "TRT01P": arm,
                        "TRT01PN": float(code),
                        "TRT01A": arm,
                        "TRT01AN": float(code),
                        "FASFL": "Y",
                        "SAFFL": "Y" if i else "N",
                    }
                )
                base = float(rng.integers(5, 20))
                level = rng.normal()
                for number, visit in ((0.0, "Baseline"), *VISITS):
                    if number == 12.0 and i % 6 == 5:
                        continue
                    change = float(np.round(level - 0.2 * number - code + rng.normal()))
                    scores.append(
                        {
                            "STUDYID": f"S{s}",
                            "USUBJID": subject,
                            "PARAMCD": "ESSDAI",
                            "PARAM": "ESSDAI total",
                            "AVISIT": visit,
                            "AVISITN": number,
                            "AVAL": base if number == 0 else base + change,
                            "BASE": base,
                            "CHG": np.nan if number == 0 else change,
                            "ANL01FL": "Y",
                        }
                    )
    adsl = Dataset("ADSL", "ADSL", pd.DataFrame(people), {"SITEID": "Site"}, ("adsl.csv",))
    adqs = Dataset("ADQS", "BDS", pd.DataFrame(scores), {}, ("adqs.csv",))
    return StudyData((adsl, adqs), source="small")


def with_dataset(study: StudyData, name: str, kind: str, frame: pd.DataFrame) -> StudyData:
    """Return the study with this data set added, or in place of the one of its name."""
    others = tuple(d for d in study.datasets if d.name != name)
    return StudyData((*others, Dataset(name, kind, frame)), study.issues, study.source)

"""Time of the safety tables on 200,000 adverse events and 5,000,000 laboratory records.

Run by hand: ``python -m tests.benchmarks.bench_safety``. Targets: overview and
class/term table under 2 s each, shift table under 5 s.
"""

from __future__ import annotations

import time

import numpy as np
import pandas as pd

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.study.data import Dataset, StudyData

SUBJECTS, EVENTS, RECORDS = 21_000, 200_000, 5_000_000
ARMS = ("Placebo", "Drug monthly", "Drug every 3 months")


def large_study() -> StudyData:
    """Return a study of random records, text columns as the readers give them."""
    rng = np.random.default_rng(1)
    subject = np.array([f"S1-{i:06d}" for i in range(SUBJECTS)])
    arm = rng.integers(0, 3, SUBJECTS)
    start = np.datetime64("2022-01-01") + rng.integers(0, 700, SUBJECTS)
    adsl = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": subject,
            "TRT01A": np.array(ARMS)[arm],
            "TRT01AN": arm,
            "SAFFL": "Y",
            "TRTSDT": start,
            "TRTEDT": start + rng.integers(1, 340, SUBJECTS),
        }
    )
    who = rng.integers(0, SUBJECTS, EVENTS)
    term = np.minimum(rng.geometric(0.004, EVENTS), 1500)
    adae = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": subject[who],
            "AEDECOD": np.array([f"Term {i}" for i in range(1501)])[term],
            "AEBODSYS": np.array([f"Class {i}" for i in range(27)])[term % 27],
            "AESEV": np.array(["MILD", "MODERATE", "SEVERE"])[rng.integers(0, 3, EVENTS)],
            "AESER": np.where(rng.random(EVENTS) < 0.05, "Y", "N"),
            "AEREL": np.where(rng.random(EVENTS) < 0.3, "Y", "N"),
            "AEACN": "DOSE NOT CHANGED",
            "AEOUT": "RECOVERED/RESOLVED",
            "ASTDT": start[who] + rng.integers(0, 300, EVENTS),
            "TRTEMFL": "Y",
        }
    )
    codes = ["ALT", "AST", "ALP", "BILI", "NEUT", "HGB", "PLAT"]
    visits, tests = 12, -(-RECORDS // SUBJECTS // 12)
    n = SUBJECTS * visits * tests
    visit = np.tile(np.repeat(np.arange(visits), tests), SUBJECTS)
    value = rng.normal(5, 1.5, n).round(2)
    adlb = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": np.repeat(subject, visits * tests),
            "PARAMCD": np.array([*codes, *(f"LAB{i}" for i in range(tests))])[np.arange(n) % tests],
            "PARAM": np.array([f"Test {i} (10^9/L)" for i in range(tests)])[np.arange(n) % tests],
            "AVISIT": np.array(["Baseline", *(f"Week {4 * i}" for i in range(1, visits))])[visit],
            "AVISITN": visit * 4.0,
            "AVAL": value,
            "A1LO": 2.0,
            "A1HI": 8.0,
            "ADY": visit * 28.0 + 1,
            "ABLFL": np.where(visit == 0, "Y", None),
        }
    )
    return StudyData(
        (
            Dataset("ADSL", "ADSL", adsl),
            Dataset("ADAE", "ADAE", adae),
            Dataset("ADLB", "BDS", adlb),
        )
    )


def main() -> None:
    """Print the seconds each analysis takes, the first run of a study as a user has it."""
    study = large_study()
    print(f"{len(study.dataset('ADLB').frame):,} laboratory records")
    for key in (
        "ae_overview",
        "ae_terms",
        "ae_incidence",
        "ae_special",
        "ae_signals",
        "deaths_sae",
    ):
        _timed(study, key)
    for key in ("lab_shift", "lab_change", "ctcae_grades", "liver"):
        if any(a.key == key for a in catalogue.ANALYSES):
            _timed(study, key)


def _timed(study: StudyData, key: str) -> None:
    start, busy = time.perf_counter(), time.process_time()
    catalogue.run(catalogue.find(key), study, {"study": "S1"})
    # On a machine with other work the processor's time tells more than the clock's.
    passed, used = time.perf_counter() - start, time.process_time() - busy
    print(f"{key:14s} {passed:6.2f} s, of which the processor {used:6.2f} s", flush=True)


if __name__ == "__main__":
    main()

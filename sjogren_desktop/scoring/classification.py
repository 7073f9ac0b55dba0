"""ACR/EULAR 2016 classification criteria (Shiboski 2017, Ann Rheum Dis 76:9-16).

Anti-Ro and focus score >= 1 count 3 points each; ocular staining, Schirmer and
unstimulated flow 1 each; classified at 4 when a sign of entry is present and
no exclusion. What was not measured counts 0.
"""

from __future__ import annotations

import numpy as np

from sjogren_desktop.scoring.conventions import Conventions
from sjogren_desktop.scoring.instrument import (
    Columns,
    Flags,
    Instrument,
    Scores,
    at_most,
    reaches,
)

CLASSIFIED_FROM = 4


def score_criteria(columns: Columns, conventions: Conventions) -> Scores:
    """Return the sum 0 to 9 and whether the criteria are met."""
    focus = reaches(columns.numbers("focus_score"), 1)
    staining = _any_eye(columns, "oss_eyes", 5) | _any_eye(columns, "vbs_eyes", 4)
    schirmer = at_most(_eye(columns, "schirmer_eyes", 0), 5)
    schirmer |= at_most(_eye(columns, "schirmer_eyes", 1), 5)
    flow = at_most(columns.numbers("uws_ml_min"), 0.1)
    score = 3.0 * columns.flags("anti_ssa") + 3.0 * focus + staining + schirmer + flow
    entry = columns.flags("dryness_symptom") | columns.flags("essdai_suspicion")
    return {
        "score": score,
        "classified": ((score >= CLASSIFIED_FROM) & entry & ~_excluded(columns)).astype(float),
    }


def _eye(columns: Columns, name: str, side: int) -> np.ndarray:
    return columns.numbers(f"{name}.{side}")


def _any_eye(columns: Columns, name: str, limit: float) -> Flags:
    return reaches(_eye(columns, name, 0), limit) | reaches(_eye(columns, name, 1), limit)


def _excluded(columns: Columns) -> Flags:
    """Return whether any exclusion is listed: a list for one case, a text for a frame."""
    listed = np.nan_to_num(columns.numbers("exclusions.count")) > 0
    return np.asarray(listed | (columns.texts("exclusions") != ""))


ACR_EULAR_2016 = Instrument(
    "ACR_EULAR_2016",
    "ACR/EULAR 2016 classification criteria",
    "Shiboski 2017",
    score_criteria,
    {"score": "int", "classified": "flag"},
    (),
    ("What was not measured counts 0 points (taken over as a convention)",),
)

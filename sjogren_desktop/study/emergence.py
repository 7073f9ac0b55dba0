"""Which adverse events are known to have begun before treatment, where no flag says so.

An event counts as treatment-emergent unless something in the data says that it began
before the first dose: its dates, else its study day, else its relation to the
reference period (AESTRF) or the part of the trial it began in (EPOCH, APHASE).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.check_findings import Findings
from sjogren_desktop.study.data import STUDYID, TRTEMFL, USUBJID, Dataset, StudyData
from sjogren_desktop.study.partial_dates import NO_DAY, Days, complete_end, full_dates
from sjogren_desktop.study.wording import counted

Mask = npt.NDArray[np.bool_]

NOT_DERIVABLE = (
    "treatment-emergence is not derivable, since the data have no flag (TRTEMFL), no dates of "
    "event and first dose (ASTDT, TRTSDT) and no study day (ASTDY)"
)
_BEFORE = re.compile("BEFORE")
_BEFORE_PHASE = re.compile(r"SCREENING|RUN.?IN|PRE.?TREATMENT|BEFORE TREATMENT")
_UNKNOWN = frozenset({"", "U", "UNK", "UNKNOWN", "NAN", "NONE"})


@dataclass(frozen=True, eq=False)
class Begun:
    """What the records of events tell of their beginning.

    Parameters
    ----------
    before : array of bool, shape (records,)
        Begun before the first dose.
    told : array of bool, shape (records,)
        Records of which anything tells whether they did.
    signs : tuple of str
        What told it, the most trusted first.
    """

    before: Mask
    told: Mask
    signs: tuple[str, ...]


def begun(study: StudyData, frame: pd.DataFrame) -> Begun:
    """Return which events began before the first dose, as far as the data tell."""
    told = np.zeros(len(frame), dtype=bool)
    before = np.zeros(len(frame), dtype=bool)
    signs = []
    for text, known, is_before in (
        _by_dates(frame, *_first_doses(study, frame)),
        _by_day(frame),
        _by_words(frame, ("AESTRF",), _BEFORE),
        _by_words(frame, ("APHASE", "EPOCH"), _BEFORE_PHASE),
    ):
        new = known & ~told
        if new.any():
            signs.append(text)
            before |= new & is_before
            told |= new
    return Begun(before, told, tuple(signs))


def start_days(frame: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Return the study day on which each event began (ASTDY, else AESTDY), NaN where unknown."""
    day = np.full(len(frame), np.nan)
    for column in ("ASTDY", "AESTDY"):
        if column in frame:
            own = pd.to_numeric(frame[column], errors="coerce").to_numpy(
                np.float64, na_value=np.nan
            )
            day = np.where(np.isnan(day), own, day)
    return day


def within_study(frame: pd.DataFrame, mask: Mask) -> Mask:
    """Say of each record whether the mask holds for any record of its study."""
    if STUDYID not in frame:
        return np.full(len(frame), bool(mask.any()))
    studies = frame[STUDYID].astype("object").fillna("")
    return np.asarray(pd.Series(mask, frame.index).groupby(studies).transform("any"), dtype=bool)


def flagged(frame: pd.DataFrame) -> Mask:
    """Say which events are of a study whose events have a treatment-emergent flag at all."""
    if TRTEMFL not in frame:
        return np.zeros(len(frame), dtype=bool)
    return within_study(frame, frame[TRTEMFL].notna().to_numpy(dtype=bool))


def not_derivable(study: StudyData) -> Findings:
    """Find data sets of adverse events of which nothing tells what is treatment-emergent."""
    for dataset in study.of_kind("ADAE"):
        frame = dataset.frame
        lost = ~flagged(frame) & (_places(study, frame) >= 0)
        if lost.any() and STUDYID in frame and STUDYID in study.adsl:
            lost &= frame[STUDYID].isin(study.adsl[STUDYID]).to_numpy(dtype=bool)
        if lost.any():
            lost &= ~within_study(frame, begun(study, frame).told)
        if lost.any():
            yield _finding(dataset, lost)


def _finding(dataset: Dataset, lost: Mask) -> Issue:
    file, sheet, _ = dataset.address(int(np.flatnonzero(lost)[0]))
    return Issue(
        "warning",
        f"{dataset.name}: {NOT_DERIVABLE}. All {counted(int(lost.sum()), 'reported event')} "
        "are counted in safety tables, which say so.",
        action="Add TRTEMFL, or the dates of first dose and of the events, to have events before "
        "treatment left out.",
        file=file,
        sheet=sheet,
        column=TRTEMFL,
    )


def _first_doses(study: StudyData, frame: pd.DataFrame) -> tuple[Days, str]:
    """Return the first dose of the subject of each event, and the variable it is of.

    In a study without first doses, treatment begins with the randomisation.
    """
    days = _of_subject(study, frame, "TRTSDT")
    if np.isnat(days).all() and "TRTSDT" in frame:
        days = full_dates(frame["TRTSDT"])
    randomised = _of_subject(study, frame, "RANDDT")
    use = ~within_study(frame, ~np.isnat(days)) & ~np.isnat(randomised)
    names = [n for n, used in (("TRTSDT", ~np.isnat(days)), ("RANDDT", use)) if used.any()]
    return np.where(use, randomised, days).astype("datetime64[D]"), " or ".join(names)


def _of_subject(study: StudyData, frame: pd.DataFrame, column: str) -> Days:
    """Return a date of the subject-level data for the subject of each record."""
    nothing = np.full(len(frame), NO_DAY, dtype="datetime64[D]")
    level = next(iter(study.of_kind("ADSL")), None)
    if level is None or column not in level.frame or USUBJID not in frame:
        return nothing
    days = np.append(full_dates(level.frame[column]), NO_DAY)
    return np.asarray(days[_places(study, frame)])


def _places(study: StudyData, frame: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Return the row of the subject of each record in the subject-level data, -1 without one."""
    level = next((d for d in study.of_kind("ADSL") if USUBJID in d.frame), None)
    if level is None or USUBJID not in frame:
        return np.full(len(frame), -1, dtype=np.intp)
    keys = pd.Index(study.subject_keys(level.frame))
    first = np.append(np.flatnonzero(~keys.duplicated()), -1)
    found = keys.drop_duplicates().get_indexer(pd.Index(study.subject_keys(frame)))
    return np.asarray(first[found], dtype=np.intp)


def _by_dates(frame: pd.DataFrame, first: Days, day_one: str) -> tuple[str, Mask, Mask]:
    start = np.full(len(frame), NO_DAY, dtype="datetime64[D]")
    for column in ("ASTDT", "AESTDTC"):
        if column in frame and np.isnat(start).all():
            start = full_dates(frame[column])
    end = full_dates(frame["AENDT"]) if "AENDT" in frame else np.full_like(start, NO_DAY)
    latest = complete_end(frame["AESTDTC"]).dates if "AESTDTC" in frame else end
    before = np.where(np.isnat(start), (end < first) | (latest < first), start < first)
    known = ~np.isnat(first) & (~np.isnat(start) | before)
    what = "randomisation" if day_one == "RANDDT" else "the first dose"
    return f"start on or after {what} (ASTDT not before {day_one})", known, before


def _by_day(frame: pd.DataFrame) -> tuple[str, Mask, Mask]:
    day = start_days(frame)
    # There is no day 0; where one is written, it is more cautious to count it.
    name = "ASTDY" if "ASTDY" in frame and frame["ASTDY"].notna().any() else "AESTDY"
    return f"study day of the start not negative ({name})", ~np.isnan(day), day < 0


def _by_words(
    frame: pd.DataFrame, columns: tuple[str, ...], before: re.Pattern[str]
) -> tuple[str, Mask, Mask]:
    column = next((c for c in columns if c in frame and frame[c].notna().any()), "")
    if not column:
        nothing = np.zeros(len(frame), dtype=bool)
        return "", nothing, nothing
    words = frame[column].astype("object").fillna("").astype(str).str.strip().str.upper()
    known = ~words.isin(_UNKNOWN).to_numpy(dtype=bool)
    return (
        f"not said to be before treatment ({column})",
        known,
        np.asarray(words.str.fullmatch(before), dtype=bool),
    )

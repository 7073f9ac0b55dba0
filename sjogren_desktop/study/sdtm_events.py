"""Events and interventions (AE, CM, SU, MH, EX ...) with analysis dates and flags."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import STUDYID, USUBJID
from sjogren_desktop.study.partial_dates import (
    NO_DAY,
    RULE_END,
    RULE_START,
    Days,
    complete_end,
    complete_start,
    full_dates,
)
from sjogren_desktop.study.visits import study_day
from sjogren_desktop.study.wording import counted

CARRIED = ("SITEID", "TRT01P", "TRT01A", "TRTSDT", "TRTEDT", "SAFFL", "ITTFL")
"""Subject-level variables that derived data sets carry."""


def dated_events(
    frame: pd.DataFrame, domain: str, named: str, people: pd.DataFrame
) -> tuple[pd.DataFrame, npt.NDArray[np.intp], list[Issue]] | None:
    """Return :func:`derive_events` of the records that have a patient and this variable.

    Without first doses the flags of treatment would be empty, and every record would be left
    out where they are asked for: then they are left out themselves.

    Returns
    -------
    tuple or None
        Records, the rows of ``frame`` they stand in, and notes; None without a subject.
    """
    places = np.flatnonzero((frame[USUBJID].notna() & frame[named].notna()).to_numpy())
    dated, notes = derive_events(frame.iloc[places].reset_index(drop=True), domain, people)
    if dated is None:
        return None
    if "TRTSDT" not in dated:
        return dated.drop(columns=["TRTEMFL" if domain == "AE" else "ONTRTFL"]), places, []
    return dated, places, notes


def derive_events(
    frame: pd.DataFrame, domain: str, people: pd.DataFrame
) -> tuple[pd.DataFrame | None, list[Issue]]:
    """Return the records of a domain with ASTDT, AENDT, their flags and days.

    Adverse events get TRTEMFL: as the sponsor flagged them (AETRTEM), else Y unless
    the event is known to start before the first dose, or has no start and ended
    before it. Other records get ONTRTFL:
    Y if they overlap the time from first to last dose. None without a subject.
    """
    if USUBJID not in frame:
        return None, []
    made = with_subject(frame, people)
    first, last = _days(made, "TRTSDT"), _days(made, "TRTEDT")
    empty = pd.Series(None, index=made.index, dtype="str")
    start = made.get(f"{domain}STDTC", made.get(f"{domain}DTC", empty))
    end = made.get(f"{domain}ENDTC", empty)
    if domain == "EX" and f"{domain}ENDTC" not in made:
        end = start
    starts = complete_start(start, first, full_dates(end))
    ends = complete_end(end)
    for prefix, done in (("AST", starts), ("AEN", ends)):
        made[f"{prefix}DT"] = done.dates.astype("datetime64[us]")
        made[f"{prefix}DTF"] = (
            pd.Series(done.flags, index=made.index).replace("", None).astype("str")
        )
        made[f"{prefix}DY"] = study_day(done.dates, first)
    dosed = ~np.isnat(first)
    if domain == "AE":
        ended_before = np.isnat(starts.dates) & (ends.dates < first)
        emergent = dosed & ~(starts.dates < first) & ~ended_before
        emergent, given = _as_flagged(made, emergent)
        made["TRTEMFL"] = pd.Series(np.where(emergent, "Y", None), made.index).astype("str")
        if "TRTA" not in made and "TRT01A" in made:
            made["TRTA"] = made["TRT01A"]
    elif domain in ("CM", "SU", "PR"):
        begun = ~(starts.dates > last)
        over = ends.dates < first
        made["ONTRTFL"] = pd.Series(np.where(dosed & begun & ~over, "Y", None), made.index).astype(
            "str"
        )
    flagged = [int((done.flags != "").sum()) for done in (starts, ends)]
    rules = [
        f"{counted(count, what)} completed ({rule}; flagged in {flag})"
        for count, what, rule, flag in (
            (flagged[0], "partial start", RULE_START, "ASTDTF"),
            (flagged[1], "partial end", RULE_END, "AENDTF"),
        )
        if count
    ]
    if domain == "AE":
        rules.append(
            given
            or "TRTEMFL = Y unless the event starts before the first dose; an unknown start counts "
            "as treatment-emergent unless the event ended before the first dose"
        )
    rules.append("study day 1 is the first dose, there is no day 0")
    note = Issue(
        "note",
        f"AD{domain} was derived from {domain}: {'; '.join(rules)}.",
        action=f"Open the study's own AD{domain} instead if there is one.",
        check="sdtm.derived",
    )
    return made, [note]


def _as_flagged(
    made: pd.DataFrame, emergent: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.bool_], str]:
    """Return which events the sponsor flagged as treatment-emergent (AETRTEM), and the rule.

    Where only events that are so are flagged, the others are not; where both are,
    events without a flag keep what their dates say.
    """
    if "AETRTEM" not in made:
        return emergent, ""
    flags = made["AETRTEM"].astype("str").str.strip().str.upper().str[:1]
    yes = (flags == "Y").fillna(False).to_numpy(bool)
    no = (flags == "N").fillna(False).to_numpy(bool)
    if not yes.any():
        return emergent, ""
    chosen = np.where(yes | no, yes, emergent & no.any())
    differing = int((chosen != emergent).sum())
    return chosen, (
        "TRTEMFL is the sponsor's AETRTEM (SUPPAE), which differs from what the dates say in "
        f"{counted(differing, 'event')}"
    )


def with_subject(frame: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return records with the subject-level variables they lack, in their order."""
    keys = [c for c in (STUDYID, USUBJID) if c in frame and c in people]
    wanted = [c for c in CARRIED if c in people and c not in frame]
    known = people[[*keys, *wanted]].dropna(subset=[USUBJID]).drop_duplicates(keys)
    joined = frame.merge(known, how="left", on=keys, sort=False, validate="many_to_one")
    joined.index = frame.index
    return joined


def _days(frame: pd.DataFrame, column: str) -> Days:
    if column not in frame:
        return np.full(len(frame), NO_DAY, dtype="datetime64[D]")
    return full_dates(frame[column])

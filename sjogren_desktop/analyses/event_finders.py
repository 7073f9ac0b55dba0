"""Intercurrent events found in the data: stopping, rescue and other medication, death.

One of each kind a subject, with date and reason, from the subject-level data and the
medication records.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sjogren_desktop.analyses.subjects import SUBJECT, subjects
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

IMMUNOSUPPRESSANTS = (
    "ABATACEPT",
    "AZATHIOPRINE",
    "BELIMUMAB",
    "CICLOSPORIN",
    "CYCLOPHOSPHAMIDE",
    "CYCLOSPORIN",
    "LEFLUNOMIDE",
    "METHOTREXATE",
    "MYCOPHENOL",
    "OBINUTUZUMAB",
    "RITUXIMAB",
    "SIROLIMUS",
    "TACROLIMUS",
    "TOFACITINIB",
    "TOCILIZUMAB",
    "BARICITINIB",
)
"""Beginnings of drug names that count as an immunosuppressant."""


@dataclass(frozen=True)
class EventKind:
    """A kind of event: how it is found, as SUBJECT, DATE and REASON.

    ``find`` is given the study and its subjects, and returns a frame that may
    hold several records a subject; the first counts.
    """

    key: str
    title: str
    find: Callable[[StudyData, pd.DataFrame], pd.DataFrame]


def _from_subjects(
    people: pd.DataFrame, where: pd.Series, dates: tuple[str, ...], reasons: tuple[str, ...]
) -> pd.DataFrame:
    """Return SUBJECT, DATE and REASON of these subjects, from the first variables that exist."""
    import pandas as pd

    chosen = people.loc[where]
    date = next((d for d in dates if d in chosen), None)
    reason = next((r for r in reasons if r in chosen), None)
    return pd.DataFrame(
        {
            SUBJECT: chosen[SUBJECT],
            "DATE": pd.to_datetime(chosen[date], errors="coerce") if date else pd.NaT,
            "REASON": chosen[reason].astype("object") if reason else None,
        }
    )


def _flagged(people: pd.DataFrame, *rules: tuple[str, str]) -> pd.Series:
    """Return which subjects have a variable at a value, by the first variable that exists."""
    import pandas as pd

    for variable, value in rules:
        if variable in people and people[variable].notna().any():
            return people[variable].astype("object").eq(value)
    return pd.Series(False, index=people.index)


def _stopped(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
    where = _flagged(
        people, ("EOTSTT", "DISCONTINUED"), ("TRTDISFL", "Y"), ("EOSSTT", "DISCONTINUED")
    )
    return _from_subjects(people, where, ("TRTEDT", "EOSDT"), ("DCTREAS", "DCSREAS"))


def _died(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
    return _from_subjects(people, _flagged(people, ("DTHFL", "Y")), ("DTHDT",), ("DTHCAUS",))


def _medication(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
    """Return the medication records that start on treatment: SUBJECT, DATE, REASON, CATEGORY."""
    import pandas as pd

    parts = []
    for dataset in study.of_kind("OCCDS"):
        frame = dataset.frame
        name = next((c for c in ("CMDECOD", "CMTRT") if c in frame), None)
        if name is None or "ASTDT" not in frame:
            continue
        category = frame["CMCAT"] if "CMCAT" in frame else pd.Series("", index=frame.index)
        parts.append(
            pd.DataFrame(
                {
                    SUBJECT: study.subject_keys(frame),
                    "DATE": pd.to_datetime(frame["ASTDT"], errors="coerce"),
                    "REASON": frame[name].astype("object"),
                    "CATEGORY": category.astype("object").fillna("").str.upper(),
                }
            )
        )
    if not parts:
        return pd.DataFrame(columns=[SUBJECT, "DATE", "REASON", "CATEGORY"])
    found = pd.concat(parts).merge(people[[SUBJECT, *_start_variable(people)]], on=SUBJECT)
    for start in _start_variable(people):
        found = found.loc[found["DATE"] > pd.to_datetime(found[start], errors="coerce")]
    return found


def _start_variable(people: pd.DataFrame) -> list[str]:
    return ["TRTSDT"] if "TRTSDT" in people else []


def _by_flag_or_category(
    flag: str, date: str, word: str
) -> Callable[[StudyData, pd.DataFrame], pd.DataFrame]:
    """Return a finder by the subject's flag, with the drug from the medication records."""

    def find(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
        import pandas as pd

        taken = _medication(study, people)
        taken = taken.loc[taken["CATEGORY"].str.contains(word)].sort_values("DATE")
        if flag not in people:
            return taken[[SUBJECT, "DATE", "REASON"]]
        found = _from_subjects(people, _flagged(people, (flag, "Y")), (date,), ())
        drug = taken.drop_duplicates(SUBJECT).set_index(SUBJECT)["REASON"]
        return pd.DataFrame(found.assign(REASON=found[SUBJECT].map(drug)))

    return find


def _immunosuppressed(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
    taken = _medication(study, people)
    named = taken["REASON"].fillna("").astype(str).str.upper().str.startswith(IMMUNOSUPPRESSANTS)
    return taken.loc[named, [SUBJECT, "DATE", "REASON"]]


KINDS = (
    EventKind("stopped", "Treatment stopped", _stopped),
    EventKind("rescue", "Rescue medication", _by_flag_or_category("RESCFL", "RESCDT", "RESCUE")),
    EventKind(
        "prohibited", "Prohibited medication", _by_flag_or_category("PROHFL", "PROHDT", "PROHIB")
    ),
    EventKind("immunosuppressant", "Immunosuppressant started", _immunosuppressed),
    EventKind("death", "Death", _died),
)


@dataclass(frozen=True, eq=False)
class FoundEvents:
    """What the data tell: events (with the day as a function of them) and subjects."""

    events: pd.DataFrame
    people: pd.DataFrame


def find_events(study: StudyData) -> FoundEvents:
    """Find the events of all randomised subjects.

    Raises
    ------
    AnalysisError
        If the study has no subject-level data set.
    """
    people = subjects(study)
    return FoundEvents(found_events(study, people), people)


def found_events(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
    """Return SUBJECT, KIND, DATE and REASON of the events that the data tell of."""
    import pandas as pd

    parts = []
    for kind in KINDS:
        found = kind.find(study, people).sort_values("DATE", na_position="last")
        first = found.drop_duplicates(SUBJECT)
        reason = first["REASON"].astype("object")
        parts.append(
            pd.DataFrame(
                {
                    SUBJECT: first[SUBJECT].astype("object"),
                    "KIND": kind.key,
                    "DATE": pd.to_datetime(first["DATE"]),
                    "REASON": reason.where(reason.notna(), None),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)

"""Intercurrent events: what happens to subjects between randomisation and the endpoint.

Events are found from the data (stopping treatment, rescue or prohibited
medication, start of an immunosuppressant, death), one of each kind a subject, with
date and reason. How each kind is handled is part of the estimand (ICH E9(R1)) and
is chosen by kind; :func:`handled` then says what a value after an event counts as.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sjogren_desktop.analyses.endpoint_options import parameter_records
from sjogren_desktop.analyses.spec import Choice, Item
from sjogren_desktop.analyses.subjects import SUBJECT, subjects
from sjogren_desktop.study.data import AVISIT, StudyData

if TYPE_CHECKING:
    import pandas as pd

POLICY, HYPOTHETICAL, COMPOSITE, WHILE = "policy", "hypothetical", "composite", "while"

STRATEGIES = {
    POLICY: "Treatment policy: values count, whatever happened before",
    HYPOTHETICAL: "Hypothetical: values after it are set aside and imputed",
    COMPOSITE: "Composite: no change from baseline, and no response, after it",
    WHILE: "While on treatment: the last value before it counts",
}

SHORT = {
    POLICY: "treatment policy",
    HYPOTHETICAL: "hypothetical",
    COMPOSITE: "composite",
    WHILE: "while on treatment",
}

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


def find_events(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
    """Return the first event of each kind of each of these subjects.

    Returns
    -------
    DataFrame
        SUBJECT, KIND (key), DATE (NaT where unknown) and REASON (text or None).
    """
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


def _strategy_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in STRATEGIES.items())


def _policy(study: StudyData, values: Mapping[str, object]) -> str:
    return POLICY


EVENT_OPTIONS = tuple(
    Choice(
        f"event_{kind.key}",
        f"After: {kind.title.lower()}",
        "How values after such an event count (strategy of the estimand, ICH E9(R1)).",
        _strategy_items,
        _policy,
        advanced=True,
    )
    for kind in KINDS
)


def chosen(values: Mapping[str, object]) -> dict[str, str]:
    """Return the strategy of each kind of event."""
    return {kind.key: str(values[f"event_{kind.key}"]) for kind in KINDS}


def strategies_text(values: Mapping[str, object]) -> str:
    """Return the strategies in words, kinds of one strategy together."""
    by: dict[str, list[str]] = {}
    for kind in KINDS:
        by.setdefault(chosen(values)[kind.key], []).append(kind.title.lower())
    return "; ".join(f"{', '.join(kinds)}: {SHORT[strategy]}" for strategy, kinds in by.items())


def visit_dates(study: StudyData, parameter: str) -> pd.DataFrame:
    """Return SUBJECT, AVISIT and DATE of the records of a parameter (DATE NaT if unknown)."""
    import pandas as pd

    records = parameter_records(study, parameter)
    date = pd.to_datetime(records["ADT"], errors="coerce") if "ADT" in records else pd.NaT
    return pd.DataFrame(
        {
            SUBJECT: study.subject_keys(records),
            AVISIT: records[AVISIT].astype("object"),
            "DATE": date,
        }
    ).drop_duplicates([SUBJECT, AVISIT])


def _dates_of(records: pd.DataFrame, dates: pd.DataFrame, people: pd.DataFrame) -> pd.Series:
    """Return the date of each record; a visit that was missed has its usual day.

    The usual day is the median over subjects of the days since the first dose
    (or randomisation).
    """
    import pandas as pd

    start = next((v for v in ("TRTSDT", "RANDDT") if v in people), None)
    keys = [SUBJECT, AVISIT]
    asked = records[keys].astype("object")
    found = asked.merge(dates.astype({AVISIT: "object"}), on=keys, how="left")["DATE"]
    found = pd.to_datetime(found)
    found.index = records.index
    if start is None:
        return found
    begun = pd.to_datetime(people.set_index(SUBJECT)[start], errors="coerce")
    since = found - asked[SUBJECT].map(begun)
    usual = since.groupby(asked[AVISIT]).median()
    return found.fillna(asked[SUBJECT].map(begun) + asked[AVISIT].map(usual))


def handled(
    study: StudyData, values: Mapping[str, object], records: pd.DataFrame
) -> tuple[pd.Series, tuple[str, ...]]:
    """Return what each record counts as: "" for itself, else a strategy.

    Parameters
    ----------
    records : DataFrame
        With SUBJECT and AVISIT. Where several events precede a record, the
        strategy that changes most decides: composite, hypothetical, while on
        treatment.

    Returns
    -------
    strategies : Series of str
        In the order of the records.
    notes : tuple of str
    """
    import pandas as pd

    result = pd.Series("", index=records.index, dtype="object")
    wanted = {k: s for k, s in chosen(values).items() if s != POLICY}
    if not wanted:
        return result, ()
    people = subjects(study)
    events = find_events(study, people.loc[people[SUBJECT].isin(set(records[SUBJECT]))])
    events = events.loc[events["KIND"].isin(list(wanted))]
    undated = int(events["DATE"].isna().sum())
    at = _dates_of(records, visit_dates(study, str(values["parameter"])), people)
    for strategy in (WHILE, HYPOTHETICAL, COMPOSITE):
        kinds = [k for k, s in wanted.items() if s == strategy]
        first = events.loc[events["KIND"].isin(kinds)].groupby(SUBJECT)["DATE"].min()
        since = pd.to_datetime(records[SUBJECT].map(first.to_dict()))
        result = result.mask(at > since, strategy)
    notes = []
    if undated:
        notes.append(
            f"{undated} intercurrent event(s) have no date, so values after them could not be "
            "told and count as they are."
        )
    if at.isna().all():
        notes.append(
            "The records have no dates, so values after an intercurrent event could not be told "
            "and count as they are."
        )
    return result, tuple(notes)

"""Intercurrent events: what happens to subjects between randomisation and the endpoint.

Events are found from the data by :mod:`.event_finders`; changes made in the program
are laid over them. How each kind is
handled is part of the estimand (ICH E9(R1)) and is chosen by kind; :func:`handled`
then says what a value after an event counts as.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING

from sjogren_desktop.analyses.endpoint_options import parameter_records
from sjogren_desktop.analyses.event_finders import KINDS, found_events
from sjogren_desktop.analyses.spec import Analysis, Choice, Item
from sjogren_desktop.analyses.subjects import SUBJECT, subjects
from sjogren_desktop.study.data import AVISIT, StudyData
from sjogren_desktop.study.event_edits import (
    CAUSE,
    COUNTS,
    DATE,
    STRATEGY,
    EventEdit,
    edits_by_event,
    laid_over,
)

if TYPE_CHECKING:
    import pandas as pd

YES, NO = "Y", "N"
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


def find_events(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
    """Return the first event of each kind of each of these subjects, as it counts.

    Returns
    -------
    DataFrame
        SUBJECT, KIND (key), DATE (NaT where unknown), REASON (text or None), STRATEGY
        ("" for that of the estimand) and CHANGED (whether it was changed by hand).
    """
    events = all_events(study, people)
    return events.loc[events["COUNTS"].astype(bool)].drop(columns="COUNTS").reset_index(drop=True)


def all_events(study: StudyData, people: pd.DataFrame) -> pd.DataFrame:
    """Return the events of :func:`find_events` and those that were taken out, told by COUNTS."""
    return lay_edits(found_events(study, people), study.event_edits, set(people[SUBJECT]))


def lay_edits(
    found: pd.DataFrame, edits: Iterable[EventEdit], known: Collection[object]
) -> pd.DataFrame:
    """Return events with the edits of these subjects laid over, adding STRATEGY, CHANGED, COUNTS.

    Parameters
    ----------
    found : DataFrame
        As :func:`found_events` gives it.
    known : collection of str
        Keys of the subjects; edits of others do not apply.
    """
    import pandas as pd

    found = found.assign(STRATEGY="", CHANGED=False, COUNTS=True)
    edited = {place: e for place, e in edits_by_event(edits).items() if place[0] in known}
    if not edited:
        return found
    place = {k: i for i, k in enumerate(zip(found[SUBJECT], found["KIND"], strict=True))}
    rows = found.to_dict("records")
    for key, of_event in edited.items():
        before = state_of(rows[place[key]]) if key in place else {}
        state = laid_over(before, of_event)
        row: dict[Hashable, object] = {
            SUBJECT: key[0],
            "KIND": key[1],
            "DATE": pd.Timestamp(state[DATE]) if DATE in state else pd.NaT,
            "REASON": state.get(CAUSE),
            "STRATEGY": state.get(STRATEGY, ""),
            "CHANGED": state != before,
            "COUNTS": state.get(COUNTS) == YES,
        }
        if key in place:
            rows[place[key]] = row
        else:
            rows.append(row)
    result = pd.DataFrame(rows, columns=list(found.columns))
    return result.assign(DATE=pd.to_datetime(result["DATE"]))


def state_of(event: Mapping[Hashable, object]) -> dict[str, str]:
    """Return a row of :func:`all_events` as the state that edits start from."""
    state = {COUNTS: YES if event["COUNTS"] else NO}
    if event["DATE"] == event["DATE"]:
        state[DATE] = str(event["DATE"])[:10]
    if event["REASON"] is not None:
        state[CAUSE] = str(event["REASON"])
    if event["STRATEGY"]:
        state[STRATEGY] = str(event["STRATEGY"])
    return state


def study_days(events: pd.DataFrame, people: pd.DataFrame) -> pd.Series:
    """Return the study day of each event; the day of the first dose is day 1, there is no day 0."""
    import pandas as pd

    start = next((v for v in ("TRTSDT", "RANDDT") if v in people), None)
    if start is None:
        return pd.Series(float("nan"), index=events.index)
    mine = people.loc[people[SUBJECT].isin(events[SUBJECT])]  # of 20,000, few had an event
    begun = pd.to_datetime(mine.set_index(SUBJECT)[start], errors="coerce")
    since = (events["DATE"] - pd.to_datetime(events[SUBJECT].map(begun.to_dict()))).dt.days
    return since.where(since < 0, since + 1)


def edit_text(variable: str, value: str | None) -> str:
    """Return a value of an edit in words."""
    if variable == COUNTS:
        return {YES: "yes", NO: "no, taken out"}.get(value or "", "not in the data")
    if variable == STRATEGY:
        return SHORT.get(value or "", "as the estimand says")
    return value or "none"


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
        page="intercurrent_events.md",
    )
    for kind in KINDS
)


def depends_on_events(analysis: Analysis) -> bool:
    """Say whether the values an analysis sees depend on intercurrent events."""
    keys = {option.key for option in EVENT_OPTIONS}
    return any(option.key in keys for option in analysis.options)


def chosen(values: Mapping[str, object]) -> dict[str, str]:
    """Return the strategy of each kind of event."""
    return {kind.key: str(values[f"event_{kind.key}"]) for kind in KINDS}


def strategies_of(events: pd.DataFrame, values: Mapping[str, object]) -> pd.Series:
    """Return the strategy of each event: that of the patient, else that of its kind."""
    own = events["STRATEGY"].astype("object")
    return own.where(own != "", events["KIND"].map(chosen(values)))


def all_policy(study: StudyData, values: Mapping[str, object]) -> bool:
    """Say whether every value counts as it is, so that nothing need be looked for."""
    by_kind = all(s == POLICY for s in chosen(values).values())
    return by_kind and not any(e.variable == STRATEGY for e in study.event_edits)


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


def record_dates(
    study: StudyData, values: Mapping[str, object], records: pd.DataFrame, people: pd.DataFrame
) -> pd.Series:
    """Return the date of each record (SUBJECT and AVISIT), usual where the visit was missed."""
    return _dates_of(records, visit_dates(study, str(values["parameter"])), people)


def handled(
    study: StudyData, values: Mapping[str, object], records: pd.DataFrame
) -> tuple[pd.Series, tuple[str, ...]]:
    """Return what each record counts as: "" for itself, else a strategy.

    Parameters
    ----------
    records : DataFrame
        With SUBJECT and AVISIT. Where several events precede a record, the
        strategy that changes most decides: composite, hypothetical, while on
        treatment. The strategy of a patient's event goes before that of its kind.

    Returns
    -------
    strategies : Series of str
        In the order of the records.
    notes : tuple of str
    """
    import pandas as pd

    result = pd.Series("", index=records.index, dtype="object")
    if all_policy(study, values):
        return result, ()
    people = subjects(study)
    events = find_events(study, people.loc[people[SUBJECT].isin(set(records[SUBJECT]))])
    strategies = strategies_of(events, values)
    undated = int((events["DATE"].isna() & (strategies != POLICY)).sum())
    at = record_dates(study, values, records, people)
    for strategy in (WHILE, HYPOTHETICAL, COMPOSITE):
        first = events.loc[strategies == strategy].groupby(SUBJECT)["DATE"].min()
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

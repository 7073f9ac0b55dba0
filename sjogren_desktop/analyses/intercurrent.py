"""Intercurrent events by arm: how many, when, why, and what is done about them.

The events are those that :mod:`.event_finders` finds in the data, with the changes
made in the program. Its options compose an estimand: population, treatment, variable,
strategy of each kind of event and summary are those that the other analyses have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import Course, course
from sjogren_desktop.analyses.estimand import MEASURES
from sjogren_desktop.analyses.event_finders import IMMUNOSUPPRESSANTS, KINDS
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Option
from sjogren_desktop.figures import BarFigure, Series
from sjogren_desktop.results import Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import AVISIT, TRTP, USUBJID, StudyData
from sjogren_desktop.study.event_edits import VARIABLES
from sjogren_desktop.study.wording import sentence_case

if TYPE_CHECKING:
    import pandas as pd

_ALL = "any"


def _measure_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in MEASURES.items())


def _means(study: StudyData, values: Mapping[str, object]) -> str:
    return "means"


OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISIT,
    # Here they are what it is about.
    *(replace(option, advanced=False) for option in between.EVENT_OPTIONS),
    Choice(
        "measure",
        "Summary",
        "What arms are compared by (population-level summary of the estimand).",
        _measure_items,
        _means,
    ),
    offered.RECORDS,
    offered.TIMEPOINT,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count the events, list them, and say which values they concern."""
    progress(0.1, "Selecting records")
    found = course(study, {**values, "baseline": False, "covariates": ()})
    progress(0.5, "Looking for events")
    people = who.subjects(study)
    people = people.loc[people[who.SUBJECT].isin(set(found.people[USUBJID]))]
    events = _complete(between.find_events(study, people), found, people)
    values_after = _values_after(study, values, found, events)
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=found.data.study,
        population=found.data.population,
        summary=_summary(found, events),
        tables=(
            _counts_table(found, events, values),
            _reasons_table(found, events),
            _values_table(found, values_after, values),
            _listing(events, values),
            *_edits_tables(study, found),
        ),
        figures=(_figure(found, events),),
        notes=found.notes,
        method=(
            ("Treatment stopped", "EOTSTT, else TRTDISFL, else EOSSTT; date TRTEDT, else EOSDT"),
            ("Rescue and prohibited medication", "RESCFL and PROHFL, else CMCAT of medications"),
            (
                "Immunosuppressant started",
                "Medications that start after the first dose and whose name begins as one of: "
                + ", ".join(name.lower() for name in IMMUNOSUPPRESSANTS),
            ),
            ("Death", "DTHFL"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _complete(events: pd.DataFrame, found: Course, people: pd.DataFrame) -> pd.DataFrame:
    """Return the events with arm and study day."""
    arm = found.people.set_index(USUBJID)[TRTP].astype("object")
    return events.assign(ARM=events[who.SUBJECT].map(arm), DAY=between.study_days(events, people))


def _columns(found: Course) -> tuple[Column, ...]:
    return tuple(Column(mt.arm_header(found.data, a), {"ARM": a}) for a in found.data.arms)


def _count(found: Course, events: pd.DataFrame, arm: str) -> Cell:
    """Count the subjects of an arm with one of these events."""
    mine = events.loc[events["ARM"] == arm, who.SUBJECT]
    return who.share_cell(sorted(set(mine.astype(str))), found.data.counts[arm])


def _counts_table(found: Course, events: pd.DataFrame, values: Mapping[str, object]) -> Table:
    """Return subjects with each kind of event by arm."""
    rows = []
    chosen = between.chosen(values)
    kinds = [
        (_ALL, "Any intercurrent event", ""),
        *((k.key, k.title, between.SHORT[chosen[k.key]]) for k in KINDS),
    ]
    for key, title, strategy in kinds:
        mine = events if key == _ALL else events.loc[events["KIND"] == key]
        cells = tuple(_count(found, mine, a) for a in found.data.arms)
        rows.append(Row((title, strategy), cells, {"KIND": key}))
    return Table(
        "events",
        "Subjects with an intercurrent event",
        ("Event", "Strategy"),
        _columns(found),
        tuple(rows),
        ("n (%): subjects counted once a row; percentages of N.",),
    )


def _reasons_table(found: Course, events: pd.DataFrame) -> Table:
    """Return reason or drug within each kind of event, most frequent first."""
    rows = []
    for kind in KINDS:
        mine = events.loc[events["KIND"] == kind.key]
        named = mine.assign(REASON=mine["REASON"].fillna("Not recorded").astype(str))
        counts = (
            named["REASON"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
        )
        for reason in counts.index:
            these = named.loc[named["REASON"] == reason]
            cells = tuple(_count(found, these, a) for a in found.data.arms)
            key = {"KIND": kind.key, "REASON": str(reason)}
            rows.append(Row((kind.title, sentence_case(str(reason))), cells, key))
    return Table(
        "reasons",
        "Intercurrent events by reason or drug",
        ("Event", "Reason or drug"),
        _columns(found),
        tuple(rows),
        ("The first event of each kind counts.",),
    )


def _values_after(
    study: StudyData, values: Mapping[str, object], found: Course, events: pd.DataFrame
) -> dict[str, dict[str, Cell]]:
    """Return the number of observed values after each kind of event, by arm."""
    import pandas as pd

    seen = _observed(study, values)
    located = found.frame.loc[:, [USUBJID, AVISIT, TRTP]].rename(columns={USUBJID: who.SUBJECT})
    keys = list(zip(located[who.SUBJECT], located[AVISIT].astype(str), strict=True))
    has_value = np.array([k in seen for k in keys], dtype=np.bool_)
    at = between.record_dates(study, values, located, who.subjects(study))
    result: dict[str, dict[str, Cell]] = {}
    for kind in KINDS:
        first = events.loc[events["KIND"] == kind.key].set_index(who.SUBJECT)["DATE"]
        since = pd.to_datetime(located[who.SUBJECT].map(first.to_dict()))
        concerned = located.loc[(at > since) & has_value]
        by_arm = {a: concerned.loc[concerned[TRTP].astype(str) == a] for a in found.data.arms}
        result[kind.key] = {
            a: Cell((Stat("count", len(mine)),), subjects=who.named(mine[who.SUBJECT]))
            for a, mine in by_arm.items()
        }
    return result


def _observed(study: StudyData, values: Mapping[str, object]) -> set[tuple[str, str]]:
    """Return the subjects and visits with a recorded value."""
    records = offered.parameter_records(study, str(values["parameter"]))
    records = records.loc[records[str(values["response"])].notna()]
    subject = study.subject_keys(records)
    return set(zip(subject.astype(str), records[AVISIT].astype(str), strict=True))


def _values_table(
    found: Course, values_after: dict[str, dict[str, Cell]], values: Mapping[str, object]
) -> Table:
    chosen = between.chosen(values)
    effect = {
        between.POLICY: "count as they are",
        between.HYPOTHETICAL: "are set aside",
        between.COMPOSITE: "count as no change from baseline",
        between.WHILE: "are replaced by the last value before it",
    }
    rows = tuple(
        Row(
            (kind.title, effect[chosen[kind.key]]),
            tuple(values_after[kind.key][a] for a in found.data.arms),
            {"KIND": kind.key},
        )
        for kind in KINDS
    )
    return Table(
        "values_after",
        f"{found.data.label}: values up to {found.visit} recorded after an event",
        ("Event", "Under the chosen strategy they"),
        _columns(found),
        rows,
        ("Values recorded on a day after the event; a value may follow several events.",),
    )


def _listing(events: pd.DataFrame, values: Mapping[str, object]) -> Table:
    """Return every event of every subject."""
    titles = {k.key: k.title for k in KINDS}
    rows = []
    events = events.assign(USED=between.strategies_of(events, values))
    order = events.sort_values([who.SUBJECT, "DATE", "KIND"], na_position="last")
    for line in order.to_dict("records"):
        date, reason = line["DATE"], line["REASON"]
        shown = str(date)[:10] if date == date else None
        day = mt.number(line["DAY"])
        kind = str(line["KIND"])
        own = ", for this subject" if line["STRATEGY"] else ""
        rows.append(
            Row(
                (str(line[who.SUBJECT]), titles[kind]),
                (
                    Cell((Stat("arm", str(line["ARM"])),), subjects=(str(line[who.SUBJECT]),)),
                    None if shown is None else mt.one(Stat("date", shown)),
                    None if day is None else mt.one(Stat("day", int(day))),
                    None if reason is None else mt.one(Stat("reason", str(reason))),
                    mt.one(Stat("strategy", between.SHORT[line["USED"]] + own)),
                    mt.one(Stat("changed", "changed by hand" if line["CHANGED"] else "data")),
                ),
                {"USUBJID": str(line[who.SUBJECT]), "KIND": kind},
            )
        )
    heads = ("Arm", "Date", "Study day", "Reason or drug", "Strategy", "Source")
    return Table(
        "listing",
        "Intercurrent events of each subject",
        ("Subject", "Event"),
        tuple(mt.plain_column(h, ITEM=h) for h in heads),
        tuple(rows),
        ("Study day 1 is the day of the first dose; there is no day 0.",),
    )


def _edits_tables(study: StudyData, found: Course) -> tuple[Table, ...]:
    """Return the changes made in the program, if there are any for these subjects."""
    titles = {k.key: k.title for k in KINDS}
    known = set(found.people[USUBJID])
    rows = tuple(
        Row(
            (edit.subject, titles.get(edit.kind, edit.kind), VARIABLES[edit.variable]),
            (
                mt.one(Stat("old", between.edit_text(edit.variable, edit.old))),
                mt.one(Stat("new", between.edit_text(edit.variable, edit.new))),
                mt.one(Stat("reason", edit.reason)),
                mt.one(Stat("who", edit.who)),
                mt.one(Stat("when", edit.when.isoformat(sep=" ", timespec="minutes"))),
            ),
            {"USUBJID": edit.subject, "KIND": edit.kind, "VARIABLE": edit.variable},
        )
        for edit in study.event_edits
        if edit.subject in known
    )
    if not rows:
        return ()
    heads = ("From", "To", "Reason for the change", "By", "At")
    return (
        Table(
            "event_edits",
            "Events changed by hand",
            ("Subject", "Event", "What"),
            tuple(mt.plain_column(h, ITEM=h) for h in heads),
            rows,
            ("In the order in which they were made; the last one of an event holds.",),
        ),
    )


def _figure(found: Course, events: pd.DataFrame) -> BarFigure:
    series = []
    for arm in found.data.arms:
        mine = events.loc[events["ARM"] == arm]
        total = found.data.counts[arm]
        people = tuple(who.named(mine.loc[mine["KIND"] == k.key, who.SUBJECT]) for k in KINDS)
        shares = tuple(100 * len(keys) / total if total else 0.0 for keys in people)
        series.append(Series(arm, found.data.styles[arm], shares, (), subjects=people))
    return BarFigure(
        "events",
        "Subjects with an intercurrent event",
        "Share of subjects (%)",
        tuple(k.title for k in KINDS),
        tuple(series),
        caption=("Subjects counted once a kind of event.",),
    )


def _summary(found: Course, events: pd.DataFrame) -> str:
    parts = []
    for arm in found.data.arms:
        number = events.loc[events["ARM"] == arm, who.SUBJECT].nunique()
        parts.append(f"{arm} {number} of {found.data.counts[arm]}")
    return f"Subjects with at least one intercurrent event: {'; '.join(parts)}."


SPEC = Analysis(
    key="intercurrent",
    title="Intercurrent events",
    tab="analysis",
    question="What happened to patients before the endpoint that changes what their values mean, "
    "and how is it counted?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="intercurrent_events.md",
    compares_arms=True,
)

"""REDCap exports: one table for each instrument, check boxes as one text, choices as labels.

An export holds all events and repeating instruments in one table (REDCap
help, "Data Export"): rows with a value in ``redcap_repeat_instrument`` belong
to that instrument, the others to the events. A check box field ``organ`` with
choices 1 and 2 stands in the columns ``organ___1`` and ``organ___2`` (raw) or
``Organ (choice=Skin)`` (labelled). The data dictionary, opened together with
the data, gives labels and choices.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.mapping_guess import guess_map, visit_text
from sjogren_desktop.study.measures import find_measure
from sjogren_desktop.study.tables import LoadedTable

_INSTRUMENT = ("REDCAP_REPEAT_INSTRUMENT", "REPEAT INSTRUMENT")
_INSTANCE = ("REDCAP_REPEAT_INSTANCE", "REPEAT INSTANCE")
_EVENT = ("REDCAP_EVENT_NAME", "EVENT NAME")
_RAW_BOX = re.compile(r"(.+)___(.+)")
_LABEL_BOX = re.compile(r"(.+?)\s*\(CHOICE=(.+)\)")
_STATUS = re.compile(r".*_COMPLETE|COMPLETE\?")
_EVENT_ARM = re.compile(r"(.*?)(?:_(arm_\d+)[a-z]?|\s*\((arm \d+)(?::\s*(.*?))?\))", re.IGNORECASE)
"""An event with its arm: raw, and as its label."""

_TICKED = frozenset({"1", "CHECKED", "1.0"})
_FIELD, _LABEL, _CHOICES = (
    "VARIABLE / FIELD NAME",
    "FIELD LABEL",
    "CHOICES, CALCULATIONS, OR SLIDER LABELS",
)


@dataclass(frozen=True)
class FieldFacts:
    """What the data dictionary says of a field: label, and label by code of its choices."""

    label: str
    choices: Mapping[str, str]


def read_redcap(tables: Sequence[LoadedTable]) -> tuple[list[LoadedTable], list[Issue]]:
    """Take REDCap exports among the tables apart; the other tables stay as they are."""
    facts: dict[str, FieldFacts] = {}
    for table in tables:
        if _is_dictionary(table):
            facts |= _dictionary(table.frame)
    result: list[LoadedTable] = []
    issues: list[Issue] = []
    for table in tables:
        if not is_export(table.frame):
            result.append(table)
            continue
        table, steps = _with_records(table, facts)
        parts = _instruments(table)
        boxes = 0
        for part in parts:
            plain, count = _with_boxes(part, facts)
            boxes += count
            result.append(_decoded(plain, facts))
        issues.append(_note(table, parts, boxes, bool(facts), steps))
    return result, issues


def _is_dictionary(table: LoadedTable) -> bool:
    return {_FIELD, _LABEL} <= set(table.frame.columns)


def is_export(frame: pd.DataFrame) -> bool:
    """Say whether a table is an export of REDCap, by its columns."""
    columns = list(map(str, frame.columns))
    first = columns[0] if columns else ""
    marks = {*_INSTRUMENT, *_INSTANCE, _EVENT[0]} & set(columns)
    boxes = any(_RAW_BOX.fullmatch(c) or _LABEL_BOX.fullmatch(c) for c in columns)
    complete = any(_is_status(frame[c]) for c in columns if _STATUS.fullmatch(c))
    identified = first in ("RECORD_ID", "RECORD ID")
    return bool(marks) or (identified and boxes) or (complete and first.endswith("ID"))


def _is_status(values: pd.Series) -> bool:
    """Say whether a column has what REDCap writes of the state of a form."""
    known = {visit_text(v).upper() for v in values.dropna().unique()[:9]}
    return known <= {"0", "1", "2", "INCOMPLETE", "UNVERIFIED", "COMPLETE"}


def _with_records(
    table: LoadedTable, facts: Mapping[str, FieldFacts]
) -> tuple[LoadedTable, list[str]]:
    """Name the record, the instances of repeated events, and the arms of an export.

    The first column of every export is the number of the record, whatever its name. An
    event that is repeated as a whole is told apart by its instance. The arms of REDCap
    (``week_12_arm_2``, "Week 12 (Arm 2: Active)") are those of the patients where no
    other column names any.
    """
    frame, steps = table.frame, []
    first = str(frame.columns[0])
    if first.startswith(("STUDY", "PROTOCOL")):  # other names are known as a patient's
        frame = frame.rename(columns={first: "RECORD_ID"})
        steps.append("the first column taken as the number of the patient")
    event = next((c for c in _EVENT if c in frame), None)
    if event is None:
        return dataclasses.replace(table, frame=frame), steps
    names = frame[event].map(visit_text, na_action="ignore").astype("object")
    taken = names.map(_EVENT_ARM.fullmatch, na_action="ignore").dropna()
    arms = taken.map(lambda m: (m[2] or m[4] or m[3]).strip())
    record = frame[frame.columns[0]]
    single = arms.groupby(record.loc[arms.index]).nunique().max() == 1 if len(arms) else False
    different = sorted(arms.unique())
    if single and len(different) > 1 and not _names_arms(table, facts):
        frame = frame.assign(ARM=arms.reindex(frame.index).astype("str"))
        told = ", ".join(different)
        steps.append(f"arms taken from the events ({told})")
    instance = next((c for c in _INSTANCE if c in frame), None)
    instrument = next((c for c in _INSTRUMENT if c in frame), None)
    if instance is not None:
        number = frame[instance].map(visit_text, na_action="ignore").astype("str")
        whole = number.notna()
        if instrument is not None:
            whole &= frame[instrument].isna()
        if whole.any():
            bare = names.map(lambda n: _bare_event(str(n)), na_action="ignore")
            repeated = bare.astype("str").str.cat(number, sep=" ")
            frame = frame.assign(**{event: names.where(~whole, repeated).astype("str")})
            steps.append("repeated events told apart by their instance")
        frame = frame.assign(**{instance: number})  # a number would pass for a measure
    return dataclasses.replace(table, frame=frame), steps


def _bare_event(name: str) -> str:
    found = _EVENT_ARM.fullmatch(name)
    return name if found is None else (found[1] or name).strip(" _")


def _names_arms(table: LoadedTable, facts: Mapping[str, FieldFacts]) -> bool:
    """Say whether a column of the export is guessed to be the arm of the patient."""
    labels = {c: f.label for c, f in facts.items() if f.label}
    first = table.frame.columns[0]
    found = guess_map(table.frame.rename(columns={first: "RECORD_ID"}), labels)
    return found is not None and any(c.target == "TRT01P" for c in found.columns)


def _dictionary(frame: pd.DataFrame) -> dict[str, FieldFacts]:
    found: dict[str, FieldFacts] = {}
    for position in range(len(frame)):
        name = str(frame[_FIELD].iloc[position]).strip().upper()
        label = frame[_LABEL].iloc[position]
        choices: dict[str, str] = {}
        text = frame[_CHOICES].iloc[position] if _CHOICES in frame else None
        if isinstance(text, str):
            for piece in text.split("|"):
                code, _, words = piece.partition(",")
                if words.strip():
                    choices[code.strip()] = words.strip()
        found[name] = FieldFacts("" if pd.isna(label) else str(label).strip(), choices)
    return found


def _instruments(table: LoadedTable) -> list[LoadedTable]:
    """Return one table for the events and one for each repeating instrument."""
    column = next((c for c in _INSTRUMENT if c in table.frame), None)
    if column is None or not table.frame[column].notna().any():
        return [table]
    names = table.frame[column]
    parts = []
    for name in [None, *names.dropna().unique()]:
        here = names.isna() if name is None else names == name
        places = np.flatnonzero(here.to_numpy(dtype=bool))
        if not places.size:
            continue
        frame = table.frame.iloc[places].drop(columns=column)
        frame = frame.loc[:, frame.notna().any()].reset_index(drop=True)
        if name is not None:
            frame = _with_visits(frame)
        title = table.name if name is None else re.sub(r"\W+", "_", str(name).upper()).strip("_")
        parts.append(dataclasses.replace(table, name=title, frame=frame, rows=table.rows[places]))
    return parts


def _with_visits(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the instances of a repeated form of measures for visits, where there are no events."""
    instance = next((c for c in _INSTANCE if c in frame), None)
    known = any(find_measure(str(c)) is not None for c in frame.columns)
    if instance is None or not known or any(c in frame for c in _EVENT):
        return frame
    visits = frame[instance].map(lambda v: f"Visit {visit_text(v)}", na_action="ignore")
    return frame.assign(**{instance: visits.astype("str")}).rename(columns={instance: "VISIT"})


def _with_boxes(table: LoadedTable, facts: Mapping[str, FieldFacts]) -> tuple[LoadedTable, int]:
    """Write the ticked choices of each check box field into one column."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for column in map(str, table.frame.columns):
        match = _RAW_BOX.fullmatch(column) or _LABEL_BOX.fullmatch(column)
        if match and _is_box(table.frame[column]):
            groups.setdefault(match[1].strip(), []).append((column, match[2].strip()))
    frame = table.frame
    for field, members in groups.items():
        known = facts.get(field)
        texts = np.full(len(frame), "", dtype=object)
        for column, choice in members:
            label = known.choices.get(choice, choice) if known is not None else choice
            ticked = frame[column].map(_is_ticked).to_numpy(dtype=bool)
            texts[ticked] = [f"{t}; {label}" if t else label for t in texts[ticked]]
        frame = frame.drop(columns=[c for c, _ in members])
        answer = pd.Series(np.where(texts == "", None, texts), index=frame.index)
        frame[field if field not in frame else f"{field}_CHOICES"] = answer.astype("str")
    return dataclasses.replace(table, frame=frame), len(groups)


def _is_box(values: pd.Series) -> bool:
    known = {visit_text(v).upper() for v in values.dropna().unique()[:5]}
    return known <= {"0", "1", "CHECKED", "UNCHECKED"}


def _is_ticked(value: object) -> bool:
    return visit_text(value).upper() in _TICKED


def _decoded(table: LoadedTable, facts: Mapping[str, FieldFacts]) -> LoadedTable:
    """Add labels, and write choices as labels where the field is no measure."""
    frame, labels = table.frame, dict(table.labels)
    for column in map(str, table.frame.columns):
        known = facts.get(column)
        if known is None:
            continue
        if known.label:
            labels[column] = known.label
        is_measure = find_measure(column) is not None or find_measure(known.label) is not None
        if not known.choices or is_measure:
            continue
        codes = frame[column].map(lambda v: None if pd.isna(v) else visit_text(v))
        if not set(codes.dropna()) & set(known.choices):
            continue
        words = codes.map(lambda c, known=known: known.choices.get(c, c) if c else None)
        frame = frame.assign(**{column: words.astype("str")})
    finished = [c for c in map(str, frame.columns) if c.endswith("_COMPLETE") or c == "COMPLETE?"]
    return dataclasses.replace(table, frame=frame.drop(columns=finished), labels=labels)


def _note(
    table: LoadedTable,
    parts: Sequence[LoadedTable],
    boxes: int,
    has_dictionary: bool,
    further: Sequence[str],
) -> Issue:
    steps = list(further)
    if len(parts) > 1:
        steps.append(f"split into {', '.join(p.name for p in parts)}")
    if boxes:
        steps.append(f"the columns of {boxes} check box fields put together")
    if has_dictionary:
        steps.append("choices written as labels by the data dictionary")
    advice = "" if has_dictionary else "Open the data dictionary together with it to see labels."
    return Issue(
        "note",
        f"{table.name} is an export of REDCap: {'; '.join(steps) or 'read as it is'}.",
        action=advice,
        file=table.file,
        sheet=table.sheet,
        check="redcap.read",
    )

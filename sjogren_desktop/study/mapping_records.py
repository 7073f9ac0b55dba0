"""Turn a plain table into records by its map: measures, values, events."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import (
    AVAL,
    AVISIT,
    AVISITN,
    BASE,
    CHG,
    PARAM,
    PARAMCD,
    STUDYID,
    USUBJID,
)
from sjogren_desktop.study.given_baseline import find_given
from sjogren_desktop.study.mapping import ColumnMap, TableMap
from sjogren_desktop.study.mapping_guess import visit_text
from sjogren_desktop.study.mapping_medicines import medicines_of
from sjogren_desktop.study.measures import BY_CODE, QS
from sjogren_desktop.study.partial_dates import Days, full_dates
from sjogren_desktop.study.recognise import recognise
from sjogren_desktop.study.sdtm_events import dated_events
from sjogren_desktop.study.tables import LoadedTable
from sjogren_desktop.study.units import conversion, ucum
from sjogren_desktop.study.values import TEXT_SUFFIX
from sjogren_desktop.study.visits import assign_windows, first_of_each, study_day
from sjogren_desktop.study.wording import counted


def apply_map(
    table: LoadedTable, chosen: TableMap, *, people: pd.DataFrame, sure: float = 0.0
) -> tuple[list[LoadedTable], list[Issue]]:
    """Return the data sets of records that a map makes of a table, and what was done.

    Parameters
    ----------
    table : LoadedTable
    chosen : TableMap
    people : pandas.DataFrame
        Subject-level records, for first doses and long subject identifiers.
    sure : float
        Columns whose confidence is lower are left.
    """
    base = subjects_of(table, chosen, people)
    if base is None:
        return [], []
    columns = [c for c in chosen.columns if c.confidence >= sure and c.column in table.frame]
    issues: list[Issue] = []
    made: list[LoadedTable] = []
    if chosen.layout == "events":
        events = _events(table, chosen, columns, base, people, issues)
        made += [events] if events is not None else []
    elif chosen.layout == "medicines":
        medicines = _medicines(table, chosen, columns, base, people, issues)
        made += [medicines] if medicines is not None else []
    elif chosen.layout == "long":
        made += _long(table, chosen, columns, base, people, issues)
    else:
        made += _measures(table, chosen, columns, base, people, issues)
    return [t for t in made if len(t.frame)], issues


def subjects_of(table: LoadedTable, chosen: TableMap, people: pd.DataFrame) -> pd.DataFrame | None:
    """Return STUDYID and USUBJID of the rows of a table, by SUBJID where that is what it has."""
    subject = chosen.first("subject")
    if subject is None or subject.column not in table.frame:
        return None
    base = pd.DataFrame({USUBJID: as_text(table.frame[subject.column])})
    study = chosen.first("study")
    if study is not None and study.column in table.frame:
        base.insert(0, STUDYID, as_text(table.frame[study.column]))
    own = set(base[USUBJID].dropna())
    if "SUBJID" in people and own and own.isdisjoint(people[USUBJID].dropna()):
        numbers = people[["SUBJID", USUBJID]].dropna().drop_duplicates("SUBJID", keep=False)
        if len(own & set(numbers["SUBJID"])) >= 0.8 * len(own):
            long = base[USUBJID].map(numbers.set_index("SUBJID")[USUBJID])
            base[USUBJID] = long.where(long.notna(), base[USUBJID]).astype("str")
    return base


def as_text(values: pd.Series) -> pd.Series:
    """Return values as texts: whole numbers without decimals, dates as ISO dates."""
    if values.dtype.kind in "if":
        codes, distinct = pd.factorize(values)
        texts = np.array([*(visit_text(float(v)) for v in distinct), None], dtype=object)
        return pd.Series(texts[codes], index=values.index, dtype="str")
    if values.dtype.kind == "M":
        return pd.Series(values.dt.strftime("%Y-%m-%d"), dtype="str")
    return values.astype("str")


def coded(values: pd.Series, target: str, chosen: TableMap) -> pd.Series:
    """Return values of a variable as the map says they are to be written."""
    words = chosen.values.get(target)
    if not words:
        return values
    text = as_text(values)
    return text.map(lambda v: words.get(v, v) if isinstance(v, str) else v).astype("str")


def origin(table: LoadedTable) -> str:
    """Return the label of what is made of a table."""
    return f"Made of {table.name} ({table.file})"


def made_table(
    source: LoadedTable, name: str, kind: str, frame: pd.DataFrame, rows: npt.NDArray[np.int64]
) -> LoadedTable:
    """Return a table made of another, with the rows of the source its records stand in."""
    return dataclasses.replace(
        source, name=name, kind=kind, frame=frame.reset_index(drop=True), rows=rows, labels={},
        label=origin(source),
    )  # fmt: skip


def _visit_columns(
    table: LoadedTable, chosen: TableMap, columns: Sequence[ColumnMap]
) -> dict[str, Any]:
    """Return AVISIT, AVISITN and ADT of the rows of a table."""
    found: dict[str, Any] = {}
    visit = next((c for c in columns if c.role == "visit"), None)
    if visit is not None:
        codes, labels = pd.factorize(table.frame[visit.column])
        texts = [visit_text(v) for v in labels]
        names = [chosen.visits.get(t, (t, np.nan)) for t in texts]
        found["VISIT"] = np.array([*texts, None], dtype=object)[codes]
        found[AVISIT] = np.array([*(n for n, _ in names), None], dtype=object)[codes]
        found[AVISITN] = np.array([*(n for _, n in names), np.nan], dtype=float)[codes]
    date = next((c for c in columns if c.role == "date"), None)
    if date is not None and table.frame[date.column].dtype.kind == "M":
        found["ADT"] = table.frame[date.column].to_numpy()
    return found


def _measures(
    table: LoadedTable,
    chosen: TableMap,
    columns: Sequence[ColumnMap],
    base: pd.DataFrame,
    people: pd.DataFrame,
    issues: list[Issue],
) -> list[LoadedTable]:
    """Turn columns of measures into records, one data set for each kind of measure."""
    when = _visit_columns(table, chosen, columns)
    given = find_given(table.frame, columns, base[USUBJID]) if "VISIT" in when else None
    pieces: dict[str, list[tuple[pd.DataFrame, npt.NDArray[np.int64]]]] = {}
    for column in columns:
        if column.role != "measure" or table.frame[column.column].dtype.kind not in "if":
            continue
        if chosen.layout == "subjects" and not column.visit:
            continue
        if given is not None and column.column in given.beside:
            continue
        values = table.frame[column.column].astype(float)
        kept_text = table.frame.get(column.column + TEXT_SUFFIX)
        there = values.notna() if kept_text is None else values.notna() | kept_text.notna()
        piece = base.copy()
        piece[PARAMCD] = column.target
        piece[PARAM] = column.label or column.target
        piece[AVAL] = converted(table, column, values, issues)
        if column.to_unit:
            piece["AVALU"] = column.to_unit
        if kept_text is not None:
            # "<300" is in the unit of the source, which the number's unit need not be.
            tail = f" {column.unit}" if column.unit != column.to_unit else ""
            piece["AVALC"] = kept_text + tail
        if column.visit:
            name, number = chosen.visits.get(column.visit, (column.visit, np.nan))
            piece["VISIT"], piece[AVISIT], piece[AVISITN] = column.visit, name, number
        else:
            for key, content in when.items():
                piece[key] = content
        if given is not None and column.column in (given.value, given.change):
            issues.append(given.note(table.file))
            start = converted(table, column, table.frame[given.baseline].astype(float), [])
            piece = given.completed(piece, start)
        places = np.flatnonzero(there.to_numpy() & base[USUBJID].notna().to_numpy())
        pieces.setdefault(column.dataset or QS, []).append((piece.iloc[places], table.rows[places]))
    return [_stacked(table, chosen, people, name, members) for name, members in pieces.items()]


def _stacked(
    table: LoadedTable,
    chosen: TableMap,
    people: pd.DataFrame,
    name: str,
    members: Sequence[tuple[pd.DataFrame, npt.NDArray[np.int64]]],
) -> LoadedTable:
    frame = pd.concat([f for f, _ in members], ignore_index=True, sort=False)
    rows = np.concatenate([r for _, r in members])
    frame = _with_change(frame, chosen, people)
    return made_table(table, name, "BDS", frame, rows)


def converted(
    table: LoadedTable, column: ColumnMap, values: pd.Series, issues: list[Issue]
) -> pd.Series:
    """Return the values of a measure in the unit they are to be in; a conversion is noted."""
    if not column.unit or column.unit == column.to_unit:
        return values
    known = BY_CODE.get(column.target)
    step = conversion(
        column.unit, column.to_unit, molar_mass=None if known is None else known.molar_mass
    )
    if step is None or not step.changes:
        return values
    if not values.notna().any():
        return values
    first = int(np.argmax(values.notna().to_numpy()))
    before = float(values.iloc[first])
    issues.append(
        Issue(
            "note",
            f"{column.column}: {counted(int(values.notna().sum()), 'value')} converted, "
            f"{step.text()}; for example {before:g} became {before * step.factor:g}.",
            action="Choose another unit under Columns if that is not right.",
            file=table.file,
            sheet=table.sheet,
            row=int(table.rows[first]),
            column=column.column,
            check="mapping.unit_converted",
        )
    )
    return values * step.factor


def _long(
    table: LoadedTable,
    chosen: TableMap,
    columns: Sequence[ColumnMap],
    base: pd.DataFrame,
    people: pd.DataFrame,
    issues: list[Issue],
) -> list[LoadedTable]:
    """Bring a table with one row per value into parameters of known code and unit."""
    parameter = next((c for c in columns if c.role == "parameter"), None)
    value = next((c for c in columns if c.role == "value"), None)
    if parameter is None or value is None or table.frame[value.column].dtype.kind not in "if":
        return []
    names = as_text(table.frame[parameter.column])
    places_of, distinct = pd.factorize(names)
    known_codes = [chosen.parameters.get(str(n), _code(str(n))) for n in distinct]
    frame = base.copy()
    codes = np.array([*known_codes, None], dtype=object)[places_of]
    frame[PARAMCD] = pd.Series(codes, index=frame.index).astype("str")
    frame[AVAL] = table.frame[value.column].astype(float)
    kept_text = table.frame.get(value.column + TEXT_SUFFIX)
    if kept_text is not None:
        frame["AVALC"] = kept_text
    unit = next((c for c in columns if c.role == "unit"), None)
    frame["AVALU"] = None if unit is None else as_text(table.frame[unit.column])
    frame["AVALU"] = frame["AVALU"].astype("str")
    frame[PARAM] = names
    for key, content in _visit_columns(table, chosen, columns).items():
        frame[key] = content
    for column, target in (("A1LO", "A1LO"), ("A1HI", "A1HI")):
        if column in table.frame and table.frame[column].dtype.kind in "if":
            frame[target] = table.frame[column].astype(float)
    _convert_long(table, frame, issues)
    known = (frame[USUBJID].notna() & frame[PARAMCD].notna()).to_numpy()
    home = frame[PARAMCD].map(lambda c: BY_CODE[c].dataset if c in BY_CODE else QS)
    made = []
    for name in home[known].unique():
        places = np.flatnonzero(known & (home == name).to_numpy())
        part = _with_change(frame.iloc[places].reset_index(drop=True), chosen, people)
        made.append(made_table(table, str(name), "BDS", part, table.rows[places]))
    return made


def _code(name: str) -> str:
    letters = "".join(c if c.isalnum() else "_" for c in name.upper()).strip("_")
    return letters[:24] or "VALUE"


def _convert_long(table: LoadedTable, frame: pd.DataFrame, issues: list[Issue]) -> None:
    """Convert the values of known measures to their unit, group by group."""
    pairs = frame[[PARAMCD, "AVALU"]].astype("object")
    group = pairs.groupby([PARAMCD, "AVALU"], sort=False, dropna=False).ngroup().to_numpy()
    for number in range(int(np.max(group, initial=-1)) + 1):
        places = np.flatnonzero(group == number)
        code, text = pairs.iloc[places[0]]
        measure = BY_CODE.get(str(code))
        if measure is None:
            if isinstance(text, str):
                frame.loc[places, PARAM] = frame.loc[places, PARAM] + f" ({text})"
            continue
        unit = ucum(text) if isinstance(text, str) else ""
        step = conversion(unit, measure.unit, molar_mass=measure.molar_mass) if unit else None
        if step is None:
            shown = f" ({text})" if isinstance(text, str) else ""
            frame.loc[places, PARAM] = measure.label + shown
            continue
        frame.loc[places, PARAM] = measure.param
        frame.loc[places, "AVALU"] = measure.unit
        column = ColumnMap(str(code), "value", str(code), unit=unit, to_unit=measure.unit)
        for name in (AVAL, "A1LO", "A1HI"):
            if name in frame and step.changes:
                found: list[Issue] = []
                part = frame.loc[places, name]
                local = dataclasses.replace(table, rows=table.rows[places])
                frame.loc[places, name] = converted(local, column, part, found)
                issues += found if name == AVAL else []


def _with_change(frame: pd.DataFrame, chosen: TableMap, people: pd.DataFrame) -> pd.DataFrame:
    """Add study day, visits by windows where asked for, baseline flag, BASE and CHG."""
    keys = [c for c in (STUDYID, USUBJID, PARAMCD) if c in frame]
    begun = _begun(frame, people)
    if begun is not None:
        frame["ADY"] = study_day(full_dates(frame["ADT"]), begun)
    if chosen.windows and "ADY" in frame:
        names, numbers, distance = assign_windows(frame["ADY"].to_numpy(float), chosen.windows)
        frame[AVISIT], frame[AVISITN], frame["AWTDIFF"] = names, numbers, distance
    if AVISITN not in frame:
        return frame
    number = frame[AVISITN].to_numpy(float)
    value = frame[AVAL].notna().to_numpy()
    day = np.zeros(len(frame))
    if "ADT" in frame:
        day = frame["ADT"].to_numpy().astype("datetime64[D]").astype("int64").astype(float)
    at_baseline = frame[keys].where(pd.Series(value & (number == 0), frame.index))
    baseline = first_of_each(at_baseline, [-day])
    if not baseline.any():
        return frame
    flag = pd.Series(np.where(baseline, "Y", None), frame.index, dtype="str")
    frame["ABLFL"] = flag
    group = frame.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()
    base = np.full(int(np.max(group, initial=-1)) + 1, np.nan)
    base[group[baseline]] = frame[AVAL].to_numpy(float)[baseline]
    # A baseline that stands beside the values is kept where no visit is the baseline.
    given = frame[BASE].to_numpy(float) if BASE in frame else np.nan
    frame[BASE] = np.where(np.isnan(base[group]), given, base[group])
    change = frame[AVAL].to_numpy(float) - frame[BASE].to_numpy(float)
    frame[CHG] = np.where(number > 0, change, np.nan)
    return frame


def _begun(frame: pd.DataFrame, people: pd.DataFrame) -> Days | None:
    """Return day 1 of each record: first dose, else randomisation, else the baseline visit."""
    if "ADT" not in frame:
        return None
    start = next((c for c in ("TRTSDT", "RANDDT") if c in people and people[c].notna().any()), None)
    if start is not None:
        first = people.set_index(USUBJID)[start]
        return full_dates(frame[USUBJID].map(first))
    if AVISITN not in frame:
        return None
    at_baseline = frame.loc[frame[AVISITN] == 0, [USUBJID, "ADT"]].dropna()
    if at_baseline.empty:
        return None
    return full_dates(frame[USUBJID].map(at_baseline.groupby(USUBJID)["ADT"].min()))


def _events(
    table: LoadedTable,
    chosen: TableMap,
    columns: Sequence[ColumnMap],
    base: pd.DataFrame,
    people: pd.DataFrame,
    issues: list[Issue],
) -> LoadedTable | None:
    frame = base.copy()
    for column in columns:
        if column.role == "event":
            frame[column.target] = coded(as_text(table.frame[column.column]), column.target, chosen)
    if not {"AETERM", "AEDECOD"} & set(frame.columns):
        return None
    for missing, there in (("AEDECOD", "AETERM"), ("AETERM", "AEDECOD")):
        if missing not in frame:
            frame[missing] = frame[there]
    found = dated_events(frame, "AE", "AEDECOD", people)
    if found is None:
        return None
    dated, places, notes = found
    issues += [dataclasses.replace(n, file=table.file, sheet=table.sheet) for n in notes]
    kind = recognise(dated)
    return made_table(table, "ADAE", kind if kind == "ADAE" else "OCCDS", dated, table.rows[places])


def _medicines(
    table: LoadedTable,
    chosen: TableMap,
    columns: Sequence[ColumnMap],
    base: pd.DataFrame,
    people: pd.DataFrame,
    issues: list[Issue],
) -> LoadedTable | None:
    parts = {}
    for column in columns:
        if column.role == "medicine":
            values = table.frame[column.column]
            number = column.target == "CMDOSE" and values.dtype.kind in "if"
            parts[column.target] = (
                values if number else coded(as_text(values), column.target, chosen)
            )
    found = medicines_of(parts, base, people)
    if found is None:
        return None
    frame, places, notes = found
    issues += [dataclasses.replace(n, file=table.file, sheet=table.sheet) for n in notes]
    return made_table(table, "ADCM", "OCCDS", frame, table.rows[places])

"""Measurements (QS, RS, LB, VS ...) as parameters with baseline, change and visits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import (
    ANL01FL,
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
from sjogren_desktop.study.partial_dates import NO_DAY, Days, full_dates
from sjogren_desktop.study.sdtm_events import with_subject
from sjogren_desktop.study.values import TEXT_SUFFIX
from sjogren_desktop.study.visits import (
    BASELINE,
    Window,
    assign_windows,
    first_of_each,
    is_unplanned,
    study_day,
    tidy_label,
    visit_number,
)

NO_VISITS: Mapping[str, tuple[str, float]] = MappingProxyType({})

_Mask = npt.NDArray[np.bool_]
_NOT_A_SPECIMEN = ("BLOOD", "SERUM", "PLASMA")


def derive_findings(
    frame: pd.DataFrame,
    domain: str,
    people: pd.DataFrame,
    *,
    windows: Sequence[Window] = (),
    visits: Mapping[str, tuple[str, float]] = NO_VISITS,
) -> tuple[pd.DataFrame | None, list[Issue]]:
    """Return the records of a findings domain as a data set of parameters.

    Baseline is the record flagged in the domain (--LOBXFL, else --BLFL); for a
    subject and parameter without such a flag, the last value on or before the
    day of the first dose. None if the domain has no tests.
    """
    p = domain
    if f"{p}TESTCD" not in frame or USUBJID not in frame:
        return None, []
    made = with_subject(frame, people)
    notes: list[str] = []
    made = _as_collected(made, p, notes)
    _parameters(made, p, notes)
    _values(made, p)
    dates, reference = _dates(made, p, notes)
    made["ADT"] = dates.astype("datetime64[us]")
    made["ADY"] = study_day(dates, reference)
    keys = [c for c in (STUDYID, USUBJID, PARAMCD, "ATPTN", "ATPT") if c in made]
    baseline = _baseline(made, p, keys, dates, reference, notes)
    made["ABLFL"] = _flag(made, baseline)
    _visits(made, baseline, windows, visits, notes)
    _change(made, keys, baseline, dates)
    made[ANL01FL] = _flag(made, _analysed(made, keys, baseline))
    for target, source in (("TRTP", "TRT01P"), ("TRTA", "TRT01A")):
        if target not in made and source in made:
            made[target] = made[source]
    note = Issue(
        "note",
        f"AD{domain} was derived from {domain}: {'; '.join(notes)}.",
        action=f"Open the study's own AD{domain} instead if there is one.",
        check="sdtm.derived",
    )
    return made, [note]


def _flag(made: pd.DataFrame, chosen: _Mask) -> pd.Series:
    return pd.Series(np.where(chosen, "Y", None), index=made.index).astype("str")


def _parameters(made: pd.DataFrame, p: str, notes: list[str]) -> None:
    """Name the parameters: the test, told apart by specimen or category where it must be."""
    code = made[f"{p}TESTCD"].astype("str")
    label = made[f"{p}TEST"].astype("str") if f"{p}TEST" in made else code
    label = label.fillna(code)
    category = made[f"{p}CAT"].astype("str") if f"{p}CAT" in made else None
    specimen = made[f"{p}SPEC"].astype("str") if f"{p}SPEC" in made else None
    if p in ("QS", "RS", "FT") and category is not None:
        inside = pd.Series(_category_known(category, label), index=made.index)
        label = label.where(inside, category + ": " + label)
    if specimen is not None:
        second = _other_specimens(code, specimen)
        if second.any():
            code = code.where(
                ~second, code + "_" + specimen.str.replace(r"\W+", "", regex=True).str[:8]
            )
            label = label.where(~second, label + " in " + specimen.str.lower())
            notes.append("tests done in several specimens have a parameter for each")
    made[PARAMCD] = code
    unit = made.get(f"{p}STRESU")
    if unit is not None:
        text = unit.astype("str")
        made["AVALU"] = text
        known = pd.DataFrame({"c": code, "u": text}).dropna().drop_duplicates()
        single = known.loc[~known["c"].duplicated(keep=False)].set_index("c")["u"]
        shown = text.fillna(code.map(single).astype("str"))
        label = label.where(shown.isna(), label + " (" + shown + ")")
    made[PARAM] = label
    if category is not None:
        made["PARCAT1"] = category


def _as_collected(made: pd.DataFrame, p: str, notes: list[str]) -> pd.DataFrame:
    """Take results as collected, with their units and ranges, where none is standardised.

    Ranges as collected also stand in where the standard ranges are absent and every
    record has its standard unit as collected.
    """

    def filled(*ends: str) -> bool:
        return any(f"{p}{end}" in made and made[f"{p}{end}"].notna().any() for end in ends)

    standard = filled("STRESN", "STRESC")
    units = [made.get(f"{p}{end}") for end in ("STRESU", "ORRESU")]
    if standard and units[0] is not None and units[1] is not None:
        same = (units[0] == units[1]) | units[0].isna() | units[1].isna()
        ranges = bool(same.all()) and not filled("STNRLO", "STNRHI")
    else:
        ranges = not standard and not filled("STNRLO", "STNRHI")
    added: dict[str, pd.Series] = {}
    if not standard and filled("ORRES"):
        notes.append(f"values are those collected ({p}ORRES), since no standard ones are given")
        if not filled("STRESU") and units[1] is not None:
            added[f"{p}STRESU"] = units[1]
    if ranges and filled("ORNRLO", "ORNRHI"):
        notes.append(f"normal ranges are those collected ({p}ORNRLO, {p}ORNRHI)")
        for end in ("LO", "HI"):
            if f"{p}ORNR{end}" in made:
                added[f"{p}STNR{end}"] = made[f"{p}ORNR{end}"]
    return made.assign(**added)


def _category_known(category: pd.Series, label: pd.Series) -> npt.NDArray[np.bool_]:
    """Say which labels name their category already, deciding once for each pair."""
    pairs = category.fillna("") + "\x1f" + label.fillna("")
    codes, distinct = pd.factorize(pairs)
    known = np.array([_names(t) for t in distinct], dtype=bool)
    return np.asarray(known[codes], dtype=bool)


def _names(pair: str) -> bool:
    category, label = pair.split("\x1f")
    return category.lower() in label.lower()


def _other_specimens(code: pd.Series, specimen: pd.Series) -> pd.Series:
    """Return the records of a test that are not of its usual specimen."""
    counts = pd.DataFrame({"c": code, "s": specimen}).dropna().value_counts().reset_index()
    counts["blood"] = counts["s"].str.upper().isin(_NOT_A_SPECIMEN)
    counts = counts.sort_values(["blood", "count"], ascending=False, kind="stable")
    usual = counts.drop_duplicates("c").set_index("c")["s"]
    main = code.map(usual)
    return specimen.notna() & main.notna() & (specimen != main)


def _values(made: pd.DataFrame, p: str) -> None:
    names = [c for c in (f"{p}STRESC", f"{p}ORRES") if c in made and made[c].notna().any()]
    text = made[names[0]] if names else None
    if names and f"{names[0]}{TEXT_SUFFIX}" in made:  # such as <0.2, which is no number
        written = made[f"{names[0]}{TEXT_SUFFIX}"]
        text = made[names[0]].astype("str").where(written.isna(), written)
    number = made.get(f"{p}STRESN")
    if number is None or not number.notna().any():
        number = pd.Series(np.nan, index=made.index) if text is None else text
    made[AVAL] = pd.to_numeric(number, errors="coerce").astype("float64")
    if text is not None:
        made["AVALC"] = text.astype("str")
    for target, source in (("A1LO", f"{p}STNRLO"), ("A1HI", f"{p}STNRHI")):
        if source in made and target not in made:
            made[target] = pd.to_numeric(made[source], errors="coerce").astype("float64")
    for target, source in (("ANRIND", f"{p}NRIND"), ("ATPT", f"{p}TPT"), ("ATPTN", f"{p}TPTNUM")):
        if source in made and target not in made:
            made[target] = made[source]
    if {"ATPT", "ATPTN"} <= set(made.columns):
        # A time point is known by one of the two; the number may be missing where the text is not.
        made["ATPTN"] = pd.to_numeric(made["ATPTN"], errors="coerce")


def _dates(made: pd.DataFrame, p: str, notes: list[str]) -> tuple[Days, Days]:
    dates = (
        full_dates(made[f"{p}DTC"])
        if f"{p}DTC" in made
        else np.full(len(made), NO_DAY, dtype="datetime64[D]")
    )
    reference = (
        full_dates(made["TRTSDT"])
        if "TRTSDT" in made
        else np.full(len(made), NO_DAY, dtype="datetime64[D]")
    )
    notes.append(
        "partial dates are not completed; study day 1 is the first dose, there is no day 0"
    )
    return dates, reference


def _baseline(
    made: pd.DataFrame, p: str, keys: list[str], dates: Days, reference: Days, notes: list[str]
) -> _Mask:
    given = np.zeros(len(made), dtype=bool)
    column = next(
        (c for c in (f"{p}LOBXFL", f"{p}BLFL") if c in made and made[c].notna().any()), ""
    )
    value = made[AVAL].notna().to_numpy(bool)
    if "AVALC" in made:
        value = value | made["AVALC"].notna().to_numpy(bool)
    group = _groups(made, keys)
    if column:
        given = (made[column] == "Y").fillna(False).to_numpy(bool) & value
        last = np.argsort(dates, kind="stable")[::-1]
        order = last[given[last]]
        first = ~pd.Series(group[order]).duplicated().to_numpy()
        given = np.zeros(len(made), dtype=bool)
        given[order[first]] = True
    flagged = np.isin(group, group[given])
    candidate = value & ~flagged & (dates <= reference)
    time = dates.astype("int64").astype(float)
    sequence = (
        made[f"{p}SEQ"].to_numpy(float) if _numeric(made, f"{p}SEQ") else np.arange(len(made))
    )
    order = np.lexsort((sequence, time))[::-1]
    order = order[candidate[order]]
    first = ~pd.Series(group[order]).duplicated().to_numpy()
    given[order[first]] = True
    rule = "the last value on or before the day of the first dose"
    notes.append(
        f"baseline is the record with {column} = Y, else {rule}"
        if column
        else f"baseline is {rule}"
    )
    return given


def _groups(made: pd.DataFrame, keys: list[str]) -> npt.NDArray[np.int64]:
    """Return a number for each subject, parameter and time point of a record."""
    return np.asarray(made.groupby(keys, sort=False, dropna=False).ngroup(), dtype=np.int64)


def _numeric(made: pd.DataFrame, column: str) -> bool:
    return column in made and made[column].dtype.kind in "if"


def _visits(
    made: pd.DataFrame,
    baseline: _Mask,
    windows: Sequence[Window],
    visits: Mapping[str, tuple[str, float]],
    notes: list[str],
) -> None:
    """Name the analysis visits: by windows, else by the visit of the protocol."""
    if windows:
        names, numbers, distance = assign_windows(made["ADY"].to_numpy(float), windows)
        made["AWTDIFF"] = distance
        notes.append(f"visits by {len(windows)} windows of study days")
    else:
        names, numbers = protocol_visits(made)
        for name, (other, number) in visits.items():
            here = names == name
            names, numbers = np.where(here, other, names), np.where(here, number, numbers)
        notes.append("visits as in VISIT; unscheduled visits have none")
    names = np.where(baseline, BASELINE, names)
    numbers = np.where(baseline, 0.0, numbers)
    made[AVISIT] = pd.Series(names, index=made.index).astype("str")
    made[AVISITN] = numbers


UNPLACED = 900
"""Added to VISITNUM of planned visits whose label names no week."""


def protocol_visits(
    made: pd.DataFrame,
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.float64]]:
    """Return name and number of the visit of each record, from VISIT and VISITNUM.

    The number is the week that the label names, if most labels name one:
    screening visits then count backwards from -1, and a planned visit without
    a week is put behind all others (VISITNUM + 900). Else it is VISITNUM.
    """
    order = made["VISITNUM"] if _numeric(made, "VISITNUM") else pd.Series(np.nan, made.index)
    if "VISIT" not in made:
        visits = order.to_numpy(dtype=np.float64)
        known = [None if np.isnan(n) else f"Visit {n:g}" for n in visits]
        return np.array(known, dtype=object), np.asarray(visits, dtype=np.float64)
    codes, labels = pd.factorize(made["VISIT"].astype("str"))
    planned = np.array([not is_unplanned(v) for v in labels] + [False], dtype=bool)
    names = np.array([tidy_label(v) for v in labels] + [None], dtype=object)
    names[~planned] = None
    weeks = np.array([visit_number(v) for v in labels] + [np.nan])
    place = order.groupby(codes).min().reindex(range(len(labels))).to_numpy(float)
    place = np.append(place, np.nan)
    if np.isnan(weeks[planned]).mean() > 0.5:
        numbers = place
    else:
        before = np.flatnonzero(planned & (weeks < 0))
        weeks[before[np.argsort(place[before], kind="stable")]] = np.arange(-len(before), 0)
        numbers = np.where(np.isnan(weeks), place + UNPLACED, weeks)
    return names[codes], np.asarray(np.where(planned, numbers, np.nan)[codes], dtype=np.float64)


def _change(made: pd.DataFrame, keys: list[str], baseline: _Mask, dates: Days) -> None:
    """Add BASE, and CHG on the records after the baseline."""
    group = _groups(made, keys)
    size = int(np.max(group, initial=-1)) + 1
    base, day = np.full(size, np.nan), np.full(size, NO_DAY, dtype="datetime64[D]")
    base[group[baseline]] = made[AVAL].to_numpy(float)[baseline]
    day[group[baseline]] = dates[baseline]
    value = made[AVAL].to_numpy(float)
    made[BASE] = base[group]
    after = (dates > day[group]) | (np.isnat(dates) & (made[AVISITN] > 0).to_numpy(bool))
    made[CHG] = np.where(after & ~baseline, value - base[group], np.nan)


def _analysed(made: pd.DataFrame, keys: list[str], baseline: _Mask) -> _Mask:
    """Return the one record of each visit to analyse: closest to target, else the last."""
    value = made[AVAL].notna().to_numpy(bool)
    visit = pd.DataFrame({"group": _groups(made, keys), AVISIT: made[AVISIT].where(value)})
    day = made["ADY"].to_numpy(float)
    day = np.where(np.isnan(day), -np.inf, day)
    distance = made["AWTDIFF"].to_numpy(float) if "AWTDIFF" in made else np.zeros(len(made))
    # By windows the earlier of two equally close records, by visits the last one of the visit.
    order = [(~baseline).astype(float), distance, day if "AWTDIFF" in made else -day]
    return first_of_each(visit, order)

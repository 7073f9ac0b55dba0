"""Checks of the course of a trial: subjects, arms, dates and visits against each other."""

from __future__ import annotations

import re
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.check_findings import Findings, each_of, found_at, positions_of
from sjogren_desktop.study.data import (
    AVAL,
    AVISIT,
    AVISITN,
    DTYPE,
    PARAMCD,
    STUDYID,
    TRT01A,
    TRT01P,
    TRTA,
    TRTP,
    USUBJID,
    Dataset,
    StudyData,
)
from sjogren_desktop.study.measures import BY_CODE, Measure
from sjogren_desktop.study.partial_dates import NO_DAY, Days, full_dates
from sjogren_desktop.study.treatment import is_arm
from sjogren_desktop.study.units import conversion, ucum
from sjogren_desktop.study.visits import study_day, visit_number
from sjogren_desktop.study.wording import counted

_RECORD_DATES = ("ADT", "ASTDT")
_LAST_WEEK = 90
"""Visit numbers from here on are summary visits."""

_FEW = 0.2
"""Share of a parameter's values up to which another unit is a slip."""


def only_in_adsl(study: StudyData) -> Findings:
    """Find treated subjects of whom no other data set has a record."""
    others = [
        d
        for d in study.datasets
        if d.kind in ("BDS", "ADTTE", "OCCDS", "ADAE") and USUBJID in d.frame
    ]
    if not any(d.kind == "BDS" for d in others):
        return
    for level in study.of_kind("ADSL"):
        keys = _keys(level.frame, *(d.frame for d in others))
        seen = pd.concat([d.frame[keys].drop_duplicates() for d in others]).drop_duplicates()
        known = pd.MultiIndex.from_frame(level.frame[keys]).isin(pd.MultiIndex.from_frame(seen))
        member = np.ones(len(level.frame), dtype=bool)
        flags = [f for f in ("SAFFL", "RANDFL", "ITTFL", "FASFL") if f in level.frame]
        if flags:
            member = (level.frame[flags] == "Y").any(axis=1).to_numpy(dtype=bool)
        arm = next((c for c in (TRT01P, TRT01A, "ARM") if c in level.frame), "")
        if arm and not flags:  # those who failed screening have no records after it
            member = is_arm(level.frame[arm])
        lost = member & ~known & level.frame[USUBJID].notna().to_numpy()
        yield from each_of(positions_of(lost), partial(_no_records, level))


def _no_records(level: Dataset, position: int) -> Issue:
    return found_at(
        level, position, "warning",
        f"The subject belongs to a population but only {level.name} has a record of the subject.",
        USUBJID, "Check that no file is missing and that the subject number is written alike.",
    )  # fmt: skip


def arm_changes(study: StudyData) -> Findings:
    """Find subjects with more than one arm within a data set of one treatment period.

    Where the subject-level data have the arm, :func:`.check_keys.arm_differs` names
    the records that have another.
    """
    known = {"TRT02P", "TRT01P", "TRT01A"}
    if any(known & set(d.frame.columns) for d in study.of_kind("ADSL")):
        return
    for dataset in study.datasets:
        frame = dataset.frame
        if dataset.kind not in ("BDS", "ADAE") or "APERIOD" in frame or USUBJID not in frame:
            continue
        for arm in (c for c in (TRTP, TRTA) if c in frame):
            keys = _keys(frame)
            pairs = frame.loc[frame[arm].notna(), [*keys, arm]]
            distinct = pairs.loc[~pairs.duplicated()]
            again = distinct.loc[distinct[keys].duplicated()].index
            positions = np.flatnonzero(frame.index.isin(again)).tolist()
            yield from each_of(positions, partial(_second_arm, dataset, arm))


def _second_arm(dataset: Dataset, arm: str, position: int) -> Issue:
    return found_at(
        dataset, position, "warning",
        f"{arm} of the subject changes within {dataset.name}; from here on it is "
        f"{dataset.frame[arm].iloc[position]!r}.",
        arm, "Correct the arm, unless the subject was switched on purpose.",
    )  # fmt: skip


def several_treatments(study: StudyData) -> Findings:
    """Find subject-level data in which treatments change between periods."""
    for level in study.of_kind("ADSL"):
        frame = level.frame
        for later, first in (("TRT02A", "TRT01A"), ("TRT02P", "TRT01P")):
            if not {later, first} <= set(frame.columns):
                continue
            both = frame[later].notna() & frame[first].notna()
            moved = positions_of((both & (frame[later] != frame[first])).fillna(False))
            if moved:
                file, sheet, _ = level.address(moved[0])
                yield Issue(
                    "warning",
                    f"{counted(len(moved), 'subject')} had another treatment in the second period "
                    f"({later}), as in a crossover trial or an extension. The program compares "
                    "groups of patients by their first treatment, not patients with themselves.",
                    "Read safety results as those of the first treatment: records of later ones "
                    "are left out of them, by APERIOD, TRTA or TR02SDT. In other analyses the "
                    "course in a later period is a parameter of its own, by APERIOD.",
                    file,
                    sheet,
                    column=later,
                )
                break


def before_birth(study: StudyData) -> Findings:
    """Find records dated before the subject was born."""
    yield from _against_person(study, "BRTHDT", "before", "the date of birth")


def after_death(study: StudyData) -> Findings:
    """Find measurements and events that start after the subject's death."""
    yield from _against_person(study, "DTHDT", "after", "the date of death")


def _against_person(study: StudyData, column: str, side: str, what: str) -> Findings:
    levels = [d for d in study.of_kind("ADSL") if {column, f"{column}C"} & set(d.frame.columns)]
    for level in levels:
        own = column if column in level.frame else f"{column}C"
        for dataset in study.datasets:
            if dataset.kind not in ("BDS", "ADAE", "OCCDS") or USUBJID not in dataset.frame:
                continue
            limit = _of_person(dataset.frame, level.frame, own)
            for date in (c for c in _RECORD_DATES if c in dataset.frame):
                days = full_dates(dataset.frame[date])
                wrong = days < limit if side == "before" else days > limit
                word = partial(_wrong_side, dataset, date, days, f"{side} {what} ({own})")
                yield from each_of(positions_of(wrong), word)


def _wrong_side(dataset: Dataset, column: str, days: Days, what: str, position: int) -> Issue:
    return found_at(
        dataset, position, "warning", f"{column} is {days[position]}, {what} of the subject.",
        column, "Correct the date that is wrong in the source.",
    )  # fmt: skip


def dates_of_treatment(study: StudyData) -> Findings:
    """Find subjects whose randomisation, first dose, last dose and end are out of order."""
    for level in study.of_kind("ADSL"):
        for first, second in (("BRTHDT", "RANDDT"), ("RANDDT", "TRTSDT"), ("TRTEDT", "EOSDT")):
            if first in level.frame and second in level.frame:
                early, late = full_dates(level.frame[first]), full_dates(level.frame[second])
                word = partial(_out_of_order, level, (first, second), (early, late))
                yield from each_of(positions_of(late < early), word)


def _out_of_order(
    level: Dataset, columns: tuple[str, str], days: tuple[Days, Days], position: int
) -> Issue:
    first, second = columns
    return found_at(
        level, position, "warning",
        f"{second} ({days[1][position]}) is before {first} ({days[0][position]}).",
        second, "Correct the date that is wrong in the source.",
    )  # fmt: skip


def day_zero(study: StudyData) -> Findings:
    """Find study days 0, and days that are not those of the date, once for each data set."""
    for dataset in study.datasets:
        frame = dataset.frame
        for day, date in (("ADY", "ADT"), ("ASTDY", "ASTDT")):
            if day not in frame or frame[day].dtype.kind not in "if":
                continue
            zero = positions_of(frame[day] == 0)
            if zero:
                yield found_at(
                    dataset, zero[0], "warning",
                    f"{day} is 0 in {counted(len(zero), 'record')}; by the standard the day before "
                    "day 1 is day -1.",
                    day, "Check from which day the study days of the source are counted.",
                )  # fmt: skip
                continue
            levels = [d for d in study.of_kind("ADSL") if "TRTSDT" in d.frame]
            if not levels or date not in frame or USUBJID not in frame:
                continue
            start = _of_person(frame, levels[0].frame, "TRTSDT")
            expected = study_day(full_dates(frame[date]), start)
            off = np.abs(frame[day].to_numpy(float) - expected) > 0
            if 0 < int(off.sum()) <= _FEW * int((~np.isnan(expected)).sum()):
                word = partial(_wrong_day, dataset, day, date, expected)
                yield from each_of(positions_of(off), word)


def _wrong_day(
    dataset: Dataset, day: str, date: str, expected: npt.NDArray[np.float64], position: int
) -> Issue:
    return found_at(
        dataset, position, "warning",
        f"{day} is {dataset.frame[day].iloc[position]:g}, but by {date} and the first dose it is "
        f"day {expected[position]:g}.",
        day, "Correct the date or the day in the source.",
    )  # fmt: skip


def visit_numbers(study: StudyData) -> Findings:
    """Find visits that have one name and several numbers, or several names and one number."""
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        if AVISIT not in frame or AVISITN not in frame or frame[AVISITN].dtype.kind not in "if":
            continue
        pairs = frame[[AVISIT, AVISITN]].dropna()
        pairs = pairs.loc[~pairs.duplicated() & (pairs[AVISITN] < _LAST_WEEK)]
        for one, other in ((AVISIT, AVISITN), (AVISITN, AVISIT)):
            for value, group in pairs.loc[pairs[one].duplicated(keep=False)].groupby(one):
                shown = ", ".join(str(v) for v in group[other].tolist()[:4])
                position = frame.index.tolist().index(group.index[1])
                yield found_at(
                    dataset, position, "warning",
                    f"{one} {value} stands with several values of {other}: {shown}.",
                    other, "Make name and number of the visit agree; visits are ordered by number.",
                )  # fmt: skip


def out_of_window(study: StudyData) -> Findings:
    """Find visits closer in time to another scheduled visit than to their own.

    Only where the visits' names give weeks, their usual day fits them, and the
    visits were not made of the days in the first place (windows).
    """
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        if (
            not {AVISIT, "ADY", USUBJID} <= set(frame.columns)
            or frame["ADY"].dtype.kind not in "if"
        ):
            continue
        codes, labels = pd.factorize(frame[AVISIT].astype("str"))
        named = [bool(re.search(r"(?i)\b(?:week|wk)\s*\d", v)) for v in labels]
        weeks = np.array(
            [visit_number(v) if n else np.nan for v, n in zip(labels, named, strict=True)]
        )
        weeks = np.append(weeks, np.nan)[codes]
        days = frame["ADY"].to_numpy(float)
        known = ~np.isnan(weeks) & ~np.isnan(days) & (weeks > 0)
        if _by_windows(frame):
            continue
        if DTYPE in frame:
            known &= frame[DTYPE].isna().to_numpy()
        scheduled = np.unique(weeks[known])
        if scheduled.size < 3:
            continue
        target = 7 * weeks + 1
        usual = pd.Series(days - target)[known].groupby(weeks[known]).median().abs()
        if (usual > 4).any():
            continue
        edges = np.append((scheduled[1:] + scheduled[:-1]) / 2, 2 * scheduled[-1] - scheduled[-2])
        place = np.searchsorted(scheduled, np.where(known, weeks, scheduled[0]))
        low = np.where(place > 0, edges[place - 1], 0.0)
        off = known & ((days - 1) / 7 > edges[place] + 1) | known & ((days - 1) / 7 < low - 1)
        keys = _keys(frame)
        first = ~frame.loc[off, [*keys, AVISIT]].duplicated()
        positions = np.flatnonzero(off)[first.to_numpy()].tolist()
        yield from each_of(positions, partial(_far_visit, dataset, days, target))


def _by_windows(frame: pd.DataFrame) -> bool:
    """Say whether the analysis visits were assigned by the study day."""
    if {"AWTARGET", "AWTDIFF", "AWU", "AWRANGE"} & set(frame.columns):
        return True
    if "VISIT" not in frame:
        return False
    pairs = frame[["VISIT", AVISIT]].dropna().astype("str").value_counts()
    other = [visit_number(v) != visit_number(a) for v, a in pairs.index]
    return bool(len(pairs)) and float(pairs[other].sum()) > 0.01 * float(pairs.sum())


def _far_visit(
    dataset: Dataset,
    days: npt.NDArray[np.float64],
    target: npt.NDArray[np.float64],
    position: int,
) -> Issue:
    return found_at(
        dataset, position, "note",
        f"{dataset.frame[AVISIT].iloc[position]} was on day {days[position]:g}, more than a week "
        f"beyond the middle to the next visit (target day {target[position]:g}).",
        AVISIT, "Decide whether the value counts for this visit.",
    )  # fmt: skip


def sex_terms(study: StudyData) -> Findings:
    """Find values of SEX other than those of the standard."""
    for dataset in study.of_kind("ADSL"):
        if "SEX" not in dataset.frame:
            continue
        values = dataset.frame["SEX"]
        texts = values.astype("str")
        if values.dtype.kind == "f":
            texts = values.map("{:g}".format, na_action="ignore").astype("str")
        odd = texts.notna() & ~texts.isin(["F", "M", "U", "UNDIFFERENTIATED", "INTERSEX"])
        for value, group in texts[odd].groupby(texts[odd]):
            position = dataset.frame.index.tolist().index(group.index[0])
            yield found_at(
                dataset, position, "warning",
                f"SEX is {value!r} in {counted(len(group), 'record')}; the terms are F, M and U.",
                "SEX", "Write the standard term in the source.",
            )  # fmt: skip


def unit_slips(study: StudyData) -> Findings:
    """Find single values that only make sense in another unit than their parameter's.

    For measures whose usual size is known (:mod:`.measures`): the value is far
    outside it, and well inside after a conversion between common units.
    """
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        if not {PARAMCD, AVAL} <= set(frame.columns) or frame[AVAL].dtype.kind not in "if":
            continue
        codes = frame[PARAMCD].astype("str")
        for code in codes.dropna().unique():
            measure = BY_CODE.get(str(code))
            if measure is None or not measure.unit:
                continue
            places = np.flatnonzero((codes == code).to_numpy(dtype=bool))
            values = frame[AVAL].to_numpy(float)[places]
            if not _is_in_unit(frame, places, measure, values):
                continue
            wrong, units = _slips(measure, values)
            if 0 < len(wrong) <= _FEW * len(places):
                word = partial(
                    _slip, dataset, measure, dict(zip(places[wrong].tolist(), units, strict=True))
                )
                yield from each_of(places[wrong].tolist(), word)


def _is_in_unit(
    frame: pd.DataFrame,
    places: npt.NDArray[np.intp],
    measure: Measure,
    values: npt.NDArray[np.float64],
) -> bool:
    """Say whether the values of a parameter are by and large in the measure's unit."""
    if "AVALU" in frame:
        named = frame["AVALU"].iloc[places].dropna()
        if len(named) and ucum(str(named.mode().iloc[0])) not in (measure.unit, ""):
            return False
    known = values[~np.isnan(values)]
    return bool(known.size) and measure.low <= float(np.median(known)) <= measure.high


def _slips(
    measure: Measure, values: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.intp], list[str]]:
    outside = np.flatnonzero((values > measure.high) | ((values < measure.low / 2) & (values > 0)))
    middle = float(np.nanmedian(values))
    wrong, units = [], []
    for place in outside:
        for unit in ("mg/dL", "g/dL", "mg/L", "/uL", "umol/L", "mmol/L", "g/L"):
            step = conversion(unit, measure.unit, molar_mass=measure.molar_mass)
            if step is None or not step.changes:
                continue
            if 1 / 4 <= values[place] * step.factor / middle <= 4:
                wrong.append(int(place))
                units.append(unit)
                break
    return np.array(wrong, dtype=np.intp), units


def _slip(dataset: Dataset, measure: Measure, units: dict[int, str], position: int) -> Issue:
    value = dataset.frame[AVAL].iloc[position]
    return found_at(
        dataset, position, "warning",
        f"{measure.code} is {value:g}, which is of the usual size in {units[position]} but not in "
        f"{measure.unit}, the unit of the others.",
        AVAL, "Check the unit of this value in the source.",
    )  # fmt: skip


def _keys(*frames: pd.DataFrame) -> list[str]:
    both = all(STUDYID in f for f in frames)
    return [STUDYID, USUBJID] if both else [USUBJID]


def _of_person(frame: pd.DataFrame, people: pd.DataFrame, column: str) -> Days:
    """Return a date of the subject of each record."""
    keys = _keys(frame, people)
    known = people[[*keys, column]].dropna(subset=[USUBJID]).drop_duplicates(keys)
    index = pd.MultiIndex.from_frame(known[keys])
    place = index.get_indexer(pd.MultiIndex.from_frame(frame[keys]))
    days = np.append(full_dates(known[column]), NO_DAY)
    return np.asarray(days[place], dtype="datetime64[D]")

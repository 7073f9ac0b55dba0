"""Checks of values: dates, changes, units and terms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.check_findings import Findings, each_of, found_at, positions_of
from sjogren_desktop.study.data import AVAL, BASE, CHG, PARAM, PARAMCD, Dataset, StudyData
from sjogren_desktop.study.wording import counted

SEVERITIES = frozenset({"MILD", "MODERATE", "SEVERE", "LIFE THREATENING", "DEATH"})
"""CDISC terms for AESEV, with two that older data use."""

_EARLIEST = np.datetime64("1900-01-01")
_UNIT_COLUMNS = ("AVALU", "LBSTRESU", "VSSTRESU", "QSSTRESU", "UNIT", "STRESU")
_PAIRS = ((r"(.*)STDTC", "ENDTC"), (r"(.*)STDT", "ENDT"), (r"(.*)SDT", "EDT"))
_OFTEN = 0.2
_TEXT = "AVALC"
_LIMIT = re.compile(r"\s*[<>\u2264\u2265]\s*=?\s*[\d.,]")


_Days = npt.NDArray[np.datetime64]


def end_before_start(study: StudyData) -> Findings:
    """Find periods whose end is before their start (full dates only)."""
    for dataset in study.datasets:
        for start, end in _period_columns(dataset.frame):
            first, last = _days(dataset.frame[start]), _days(dataset.frame[end])
            word = partial(_ends_early, dataset, (start, end), (first, last))
            yield from each_of(positions_of(last < first), word)


def _ends_early(
    dataset: Dataset, columns: tuple[str, str], days: tuple[_Days, _Days], position: int
) -> Issue:
    start, end = columns
    return found_at(
        dataset,
        position,
        "warning",
        f"{end} ({days[1][position]}) is before {start} ({days[0][position]}).",
        end,
        "Correct the wrong date in the source.",
    )


def _period_columns(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    for column in frame.columns:
        for pattern, ending in _PAIRS:
            match = re.fullmatch(pattern, column)
            if match and match[1] + ending in frame:
                yield column, match[1] + ending
                break


def _days(values: pd.Series) -> _Days:
    """Return a column as days, NaT where it is no full date."""
    if values.dtype.kind == "M":
        return values.to_numpy().astype("datetime64[D]")
    if values.dtype != "str":
        return np.full(len(values), np.datetime64("NaT", "D"), dtype="datetime64[D]")
    codes, texts = pd.factorize(values)
    full = [t[:10] if re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:T.*)?", t) else None for t in texts]
    days = pd.to_datetime(pd.Series(full, dtype=object), errors="coerce", format="%Y-%m-%d")
    return np.append(days.to_numpy().astype("datetime64[D]"), np.datetime64("NaT", "D"))[codes]


def impossible_dates(study: StudyData) -> Findings:
    """Find dates before 1900, which no trial has, and dates that are yet to come."""
    today = np.datetime64(dt.date.today(), "D")
    for dataset in study.datasets:
        for column in dataset.frame.columns:
            if dataset.frame[column].dtype.kind != "M":
                continue
            days = _days(dataset.frame[column])
            positions = positions_of((days < _EARLIEST) | (days > today))
            yield from each_of(positions, partial(_no_trial_date, dataset, column, days, today))


def _no_trial_date(
    dataset: Dataset, column: str, days: _Days, today: np.datetime64, position: int
) -> Issue:
    why = "lies in the future" if days[position] > today else "is before any trial"
    return found_at(
        dataset,
        position,
        "warning",
        f"{column} is {days[position]}, which {why}.",
        column,
        "Correct the date in the source.",
    )


def wrong_change(study: StudyData) -> Findings:
    """Find records where CHG is not AVAL - BASE, within the rounding of CHG.

    A parameter in which it is so for more than a fifth of the records has
    another definition of change; that is said once.
    """
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        if not {PARAMCD, AVAL, BASE, CHG} <= set(frame.columns) or any(
            frame[c].dtype.kind not in "if" for c in (AVAL, BASE, CHG)
        ):
            continue
        value, base, change = (frame[c].to_numpy(float) for c in (AVAL, BASE, CHG))
        known = ~np.isnan(value + base + change)
        scale = np.maximum(1.0, np.maximum(np.abs(value), np.abs(base)))
        off = known & (np.abs(value - base - change) > _rounding(change) + 1e-6 * scale)
        if not off.any():
            continue
        share = pd.Series(off).groupby(frame[PARAMCD].to_numpy()).sum()
        total = pd.Series(known).groupby(frame[PARAMCD].to_numpy()).sum()
        other = set(share.index[(share > _OFTEN * total) & (share > 5)])
        yield from _other_definition(dataset, off, other)
        single = off & ~frame[PARAMCD].isin(other).to_numpy(dtype=bool)
        yield from each_of(positions_of(single), partial(_wrong_change, dataset))


def _wrong_change(dataset: Dataset, position: int) -> Issue:
    record = dataset.frame.iloc[position]
    return found_at(
        dataset,
        position,
        "warning",
        f"CHG of {record[PARAMCD]} is {record[CHG]:g}, but AVAL - BASE is "
        f"{record[AVAL] - record[BASE]:g}.",
        CHG,
        "Correct the value that is wrong in the source.",
    )


def _other_definition(dataset: Dataset, off: np.ndarray, codes: set[str]) -> Findings:
    parameters = dataset.frame[PARAMCD]
    for code in sorted(codes):
        positions = positions_of(off & (parameters == code).to_numpy(dtype=bool))
        yield found_at(
            dataset,
            positions[0],
            "warning",
            f"In {len(positions)} records of {code}, CHG is not AVAL - BASE; the parameter seems "
            "to define change in another way.",
            CHG,
            "Check the definition before analysing the change.",
        )


def _rounding(change: np.ndarray) -> float:
    """Return how far rounding alone can move the change, from its number of decimals.

    Whole numbers and values with one decimal are differences of rounded values;
    with more decimals, each of the three values is taken to be rounded by
    itself, which can make the last digit differ by one.
    """
    known = change[~np.isnan(change)]
    for decimals in range(9):
        if np.allclose(known, np.round(known, decimals), rtol=0, atol=1e-10):
            return (0.5 if decimals < 2 else 1.01) * 10.0**-decimals
    return 0.0


def several_units(study: StudyData) -> Findings:
    """Find parameters whose records carry different units or names."""
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        if PARAMCD not in frame:
            continue
        for column in (*_UNIT_COLUMNS, PARAM):
            if column not in frame or frame[column].dtype != "str":
                continue
            pairs = frame[[PARAMCD, column]].dropna()
            pairs = pairs.loc[~pairs.duplicated()]
            many = pairs.loc[pairs[PARAMCD].duplicated(keep=False)]
            for code, group in many.groupby(PARAMCD, sort=True):
                shown = ", ".join(repr(v) for v in group[column].tolist()[:4])
                position = int(group.index[1])
                yield found_at(
                    dataset,
                    position,
                    "warning",
                    f"{code} has {len(group)} different values of {column}: {shown}.",
                    column,
                    "Make sure that all values of the parameter are in one unit.",
                )


def limits_without_number(study: StudyData) -> Findings:
    """Find results such as "<10" that stand in AVALC alone, where the parameter has numbers."""
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        if not {PARAMCD, AVAL, _TEXT} <= set(frame.columns):
            continue
        if frame[AVAL].dtype.kind not in "if" or frame[_TEXT].dtype != "str":
            continue
        codes, texts = pd.factorize(frame[_TEXT])
        limit = np.array([_LIMIT.match(str(t)) is not None for t in texts] + [False])[codes]
        alone = limit & frame[AVAL].isna().to_numpy()
        measured = set(frame.loc[frame[AVAL].notna(), PARAMCD].dropna())
        for code, group in frame.loc[alone, [PARAMCD, _TEXT]].groupby(PARAMCD, sort=True):
            if code not in measured:
                continue
            shown = ", ".join(repr(v) for v in group[_TEXT].unique()[:3])
            yield found_at(
                dataset,
                positions_of(alone & (frame[PARAMCD] == code).to_numpy())[0],
                "warning",
                f"{counted(len(group), 'result')} of {code} beyond a limit ({shown}) without a "
                "number in AVAL, so that no table of numbers counts them.",
                _TEXT,
                "Set the number that the plan of analysis wants in their place (often the limit).",
            )


def severity_terms(study: StudyData) -> Findings:
    """Find severities of adverse events that are not the standard terms."""
    for dataset in study.datasets:
        frame = dataset.frame
        if "AESEV" not in frame or frame["AESEV"].dtype != "str":
            continue
        counts = frame["AESEV"].value_counts()
        for term in counts.index:
            if term in SEVERITIES:
                continue
            position = positions_of((frame["AESEV"] == term).fillna(False))[0]
            yield found_at(
                dataset,
                position,
                "warning",
                f"AESEV is {term!r} in {counted(int(counts[term]), 'record')}; the terms are "
                "MILD, MODERATE and SEVERE.",
                "AESEV",
                "Write the standard term in the source.",
            )


def flag_values(study: StudyData) -> Findings:
    """Find flags (names ending in FL) with values other than Y, N and blank."""
    for dataset in study.datasets:
        frame = dataset.frame
        for column in frame.columns:
            if not re.fullmatch(r"\w*[A-Z]\w*FL", column) or frame[column].dtype != "str":
                continue
            counts = frame[column].value_counts()
            odd = [v for v in counts.index if v not in ("Y", "N", "U")]
            for value in odd[:3]:
                position = positions_of((frame[column] == value).fillna(False))[0]
                yield found_at(
                    dataset,
                    position,
                    "warning",
                    f"{column} is {value!r} in {counted(int(counts[value]), 'record')}; a flag is "
                    "Y, N or blank.",
                    column,
                    "Only Y counts as yes; correct the flag if it should.",
                )

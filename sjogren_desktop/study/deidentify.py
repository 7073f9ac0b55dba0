"""A study without what identifies its patients: rules DI.1 to DI.5 of ``deidentified.md``.

Subject and site numbers are drawn anew, dates become study days, verbatim text
goes, great ages are capped, and what is rare enough to single a patient out is
listed. Nothing that leads back is kept.

The variables follow PhUSE, De-Identification Standard for CDISC SDTM 3.2 (2015);
ages over 89, 45 CFR 164.514(b)(2); the size of a small cell, the threshold of 0.09
of the European Medicines Agency's guidance on Policy 0070 (EMA/90915/2016).
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import AnalysisError, Doing, Progress, no_progress
from sjogren_desktop.study.data import STUDYID, USUBJID, Dataset, StudyData

SMALLEST = 11
"""Patients a cell needs so that it is not listed as small (DI.5)."""

OLDEST = 89
"""Ages above this become this plus one (DI.4)."""

_FIRST_DAYS = ("TRTSDT", "TR01SDT", "RFXSTDTC", "RFSTDTC", "RFSTDT", "RANDDT")
_BIRTH = re.compile(r"BRTH\w*|BIRTH\w*|DOB|DTHYEAR|\w*(?:YEAR|YR)")
_IDENTIFIES = re.compile(
    r"SUBJID|SCRNO|SCREENNO|SCREENING_?N\w*|RANDNO|RANDNUM|RANDID|PATNO|PATID|MRN|INITIALS?|INIT"
    r"|INV(?:ID|NAM\w*)|SITENAM\w*|\w*(?:REFID|SPID|LNKID|LNKGRP|GRPID)|LBNAM|\w*NAM(?:E|ES)?"
    r"|EMAIL|PHONE|ADDRESS|ZIP|POSTCODE|CITY|STATE"
)
_VERBATIM = re.compile(
    r"(?:AE|MH|CE|DV|DS|HO|PR|SU|FA)TERM|(?:CM|PR|SU)TRT|(?:AE|CM|MH|EX|DS|DV)MODIFY|QVAL|COVAL\d*"
    r"|\w*(?:COMM?|COMMENTS?|NOTES?|NARR\w*|OTH|OTHSP|SPECIFY|REASND|REASOTH|_TEXT|VERBATIM|FREETEXT)"
)
_CODED = re.compile(
    r"STUDYID|DOMAIN|PARAM(?:CD|TYP)?|PARCAT\d|AVISIT|VISIT|EPOCH|APERIODC|\w*(?:DECOD|BODSYS|SOC|LLT"
    r"|HLT|HLGT|TESTCD|TEST|STRESU|ORRESU|IND|CD|FL|FLAG|SEV|GR\d+|CAT|SCAT)|CQ\d\dNAM|SMQ\d\dNAM"
    r"|ATC\d?|DTYPE|BASETYPE"
)
_SITES = re.compile(r"SITEID|SITEGR\d+|SITE|CENTRE|CENTER")
_TIME = re.compile(r"(?:A|AST|AEN|TRTS|TRTE|TR\d\d[SE]|[A-Z]{2}(?:ST|EN)?)TMF?")
_AGES = ("AGE", "AAGE")
_ANEW = "number drawn anew"
_MOST_CODES = 60
_LONGEST_CODE = 60
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")
_ANY_DATE = re.compile(
    r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\b\d{1,2}[./](?:\d{1,2}|[A-Z]{3})[./]\d{2,4}\b"
)
_ABOUT_PERSON = ("SEX", "RACE", "ETHNIC", "COUNTRY")


@dataclass(frozen=True)
class Change:
    """What was done with one variable."""

    dataset: str
    variable: str
    what: str


@dataclass(frozen=True)
class SmallCell:
    """A combination of values that so few patients of a study have."""

    study: str
    variables: str
    values: str
    patients: int


@dataclass(frozen=True, eq=False)
class Deidentified:
    """A study without what identifies, what was changed for it, and what is still rare."""

    study: StudyData
    changes: tuple[Change, ...]
    small_cells: tuple[SmallCell, ...]
    smallest: int = SMALLEST

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """Data sets by name."""
        return {d.name: d.frame for d in self.study.datasets}

    @property
    def change_rows(self) -> list[tuple[str, str, str]]:
        """Data set, variable and what was done."""
        return [(c.dataset, c.variable, c.what) for c in self.changes]

    @property
    def cell_rows(self) -> list[tuple[str, str, str, int]]:
        """Study, variables, values and patients."""
        return [(c.study, c.variables, c.values, c.patients) for c in self.small_cells]

    @property
    def synthetic(self) -> bool:
        """Say whether the data are simulated."""
        return self.study.synthetic

    @property
    def blinding(self) -> str:
        """Mark of the study's blinding."""
        return self.study.blinding


def deidentify(
    study: StudyData, progress: Progress = no_progress, *, seed: int | None = None
) -> Deidentified:
    """Return the study de-identified.

    Parameters
    ----------
    seed : int, optional
        Makes the new numbers repeatable, for tests; by default they are drawn
        from the system's source of randomness.

    Raises
    ------
    AnalysisError
        If there is no subject-level data set, so that subjects cannot be told apart.
    """
    levels = study.of_kind("ADSL")
    if not levels or USUBJID not in levels[0].frame:
        raise AnalysisError(
            "De-identified data need the subject-level data set (ADSL) with USUBJID, by which "
            "subjects are known in all others. Import it with them."
        )
    people = _people(study, seed)
    changes: list[Change] = []
    made = []
    for number, dataset in enumerate(study.datasets):
        progress(number / len(study.datasets), Doing("De-identifying {name}", name=dataset.name))
        one, done = _deidentify(study, dataset, people)
        changes += done
        if one is not None:
            made.append(one)
    progress(0.95, "Counting small cells")
    result = StudyData(
        tuple(made), source="de-identified", synthetic=study.synthetic, blinding=study.blinding
    )
    return Deidentified(result, tuple(changes), tuple(_small_cells(result)))


# ------------------------------------------------------------------ subjects and sites (DI.1)


@dataclass(frozen=True, eq=False)
class _People:
    """New numbers of subjects and sites, the first day of each subject, all old numbers."""

    keys: pd.Index
    numbers: npt.NDArray[np.object_]
    first: npt.NDArray[np.datetime64]
    sites: dict[str, str]
    old: frozenset[str]


def _people(study: StudyData, seed: int | None) -> _People:
    rng = np.random.default_rng(secrets.randbits(128) if seed is None else seed)
    keyed = {
        key: None
        for dataset in (*study.of_kind("ADSL"), *study.datasets)
        if USUBJID in dataset.frame
        for key in study.subject_keys(dataset.frame).dropna().unique()
    }
    keys = pd.Index(list(keyed))
    width = max(4, len(str(len(keys))))
    order = rng.permutation(len(keys)) + 1
    numbers = np.array([f"P{n:0{width}d}" for n in order], dtype=object)
    names = {
        _site(v)
        for d in study.datasets
        for c in d.frame.columns
        if _SITES.fullmatch(str(c))
        for v in d.frame[c].dropna().unique()
    }
    sites = dict(
        zip(sorted(names), [f"S{n:03d}" for n in rng.permutation(len(names)) + 1], strict=True)
    )
    old = {
        str(v)
        for d in study.datasets
        for c in (USUBJID, "SUBJID")
        if c in d.frame
        for v in d.frame[c].dropna().unique()
    }
    return _People(
        keys,
        numbers,
        _first_days(study, keys),
        sites,
        frozenset(v.casefold() for v in old if len(v) >= 4),
    )


def _site(value: object) -> str:
    """Return the name of a site, the same whether a file has it as text or as a number."""
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _first_days(study: StudyData, keys: pd.Index) -> npt.NDArray[np.datetime64]:
    first = np.full(len(keys), np.datetime64("NaT", "D"), dtype="datetime64[D]")
    frame = study.adsl
    place = keys.get_indexer(pd.Index(study.subject_keys(frame)))
    for name in _FIRST_DAYS:
        if name not in frame:
            continue
        days = _days(frame[name])
        known = (place >= 0) & ~np.isnat(days)
        empty = known & np.isnat(first[np.maximum(place, 0)])
        first[place[empty]] = days[empty]
    return first


# ------------------------------------------------------------------ one data set


def _is_source(study: StudyData, dataset: Dataset) -> bool:
    """Say whether this is a plain table of which others were made.

    Beside them it would be read a second time, and its columns have names that no rule knows.
    """
    mapped = {(m.file, m.sheet) for m in study.mapped}
    here = {(p.file, p.sheet) for p in dataset.parts}
    made = {(p.file, p.sheet) for d in study.datasets if d.kind != "OTHER" for p in d.parts}
    return dataset.kind == "OTHER" and bool(here) and here <= (mapped & made)


def _deidentify(
    study: StudyData, dataset: Dataset, people: _People
) -> tuple[Dataset | None, list[Change]]:
    frame = dataset.frame
    if _is_source(study, dataset):
        return None, [
            Change(dataset.name, "", "left out: its records are in the data sets made of it")
        ]
    if USUBJID not in frame:
        return None, [Change(dataset.name, "", "left out: it does not say whose records it holds")]
    place = people.keys.get_indexer(pd.Index(study.subject_keys(frame)))
    kept: dict[str, pd.Series] = {}
    changes: list[Change] = []
    for column in map(str, frame.columns):
        name, values, what = _treated(column, frame, place, people)
        if values is not None and name in kept:
            values, what = None, f"removed: the day is in {name}"
        if values is not None:
            kept[name] = values
        if what:
            changes.append(Change(dataset.name, column, what))
    labels = {c: t for c, t in dataset.labels.items() if c in kept}
    order = np.argsort(kept[USUBJID].to_numpy(dtype=str), kind="stable")
    made = pd.DataFrame(kept).iloc[order].reset_index(drop=True)
    return Dataset(dataset.name, dataset.kind, made, labels, (), dataset.label), changes


def _treated(
    column: str, frame: pd.DataFrame, place: npt.NDArray[np.intp], people: _People
) -> tuple[str, pd.Series | None, str]:
    """Return name and values of a variable as they are kept (None: removed), and what was done."""
    values = frame[column]
    removed = _why_removed(column, values, people) or _why_uncoded(column, frame)
    if column == USUBJID:
        numbers = np.where(place >= 0, people.numbers[np.maximum(place, 0)], None)
        return column, pd.Series(numbers, index=frame.index, dtype="str"), _ANEW
    if _SITES.fullmatch(column):
        codes, names = pd.factorize(values)
        numbers = np.array([*(people.sites[_site(n)] for n in names.tolist()), None], dtype=object)
        return column, pd.Series(numbers[codes], index=frame.index, dtype="str"), _ANEW
    if not removed and _is_date(column, values):
        name = _day_name(column)
        if name in frame:
            return column, None, f"removed: the day is in {name}"
        return name, _study_days(values, people.first, place), f"turned into study days ({name})"
    if removed:
        return column, None, f"removed: {removed}"
    if column in _AGES and values.dtype.kind in "if" and (values > OLDEST).any():
        capped = values.mask(values > OLDEST, OLDEST + 1)
        return column, capped, f"ages above {OLDEST} became {OLDEST + 1}"
    return column, values, ""


# ------------------------------------------------------------------ dates (DI.2)


def _is_date(column: str, values: pd.Series) -> bool:
    return values.dtype.kind == "M" or bool(
        re.fullmatch(r"\w*(?:DT|DTC|DTM|DATE|DAT)", column) and values.dtype.kind not in "ifb"
    )


def _day_name(column: str) -> str:
    stem = re.sub(r"(?:DTC|DTM|DT|_?DATE|DAT)$", "", column)
    return f"{stem}DY"


def _study_days(
    values: pd.Series, first: npt.NDArray[np.datetime64], place: npt.NDArray[np.intp]
) -> pd.Series:
    """Return days from the first dose, which is day 1; partial dates are lost."""
    start: npt.NDArray[Any] = np.where(
        place >= 0, first[np.maximum(place, 0)], np.datetime64("NaT", "D")
    )
    passed = (_days(values) - start) / np.timedelta64(1, "D")
    return pd.Series(np.where(passed >= 0, passed + 1, passed), index=values.index)


def _days(values: pd.Series) -> npt.NDArray[np.datetime64]:
    if values.dtype.kind == "M":
        return values.to_numpy().astype("datetime64[D]")
    codes, texts = pd.factorize(values)
    full = [str(t)[:10] if _ISO.fullmatch(str(t)) else None for t in texts.tolist()]
    days = pd.to_datetime(pd.Series(full, dtype=object), errors="coerce", format="%Y-%m-%d")
    known = days.to_numpy().astype("datetime64[D]")
    return np.append(known, np.datetime64("NaT", "D"))[codes]


# ------------------------------------------------------------------ texts and numbers (DI.3, DI.4)


def _why_removed(column: str, values: pd.Series, people: _People) -> str:
    """Return why a variable may say who somebody is, "" if it may be kept."""
    if _IDENTIFIES.fullmatch(column) and not _CODED.fullmatch(column):
        return "it identifies"
    if _BIRTH.fullmatch(column):
        return "a year or date of birth or of an event"
    if _TIME.fullmatch(column):
        return "a time of day"
    if values.dtype.kind in "ifbM" or _is_date(column, values):
        return ""
    if _VERBATIM.fullmatch(column):
        return "free text"
    return _why_text_removed(column, [str(v) for v in values.dropna().unique()], people)


def _why_uncoded(column: str, frame: pd.DataFrame) -> str:
    """Return why terms are removed that were never coded: what the site wrote, under another name.

    Coded events have classes; a plain table has the reported term in place of the coded one.
    """
    domain = column.removesuffix("DECOD")
    written = next((c for c in (f"{domain}TERM", f"{domain}TRT") if c in frame), "")
    if not column.endswith("DECOD") or not written:
        return ""
    classes = (f"{domain}BODSYS", f"{domain}SOC", f"{domain}CLAS", f"{domain}HLT", f"{domain}PTCD")
    if any(c in frame and frame[c].notna().any() for c in classes):
        return ""
    both = frame[[column, written]].astype("str").fillna("")
    same = both[column].str.casefold() == both[written].str.casefold()
    return "free text: the terms are not coded" if bool(same.all()) else ""


def _why_text_removed(column: str, distinct: list[str], people: _People) -> str:
    if any(_ANY_DATE.search(text) for text in distinct):
        return "it holds dates"
    if any(_names_subject(text, people.old) for text in distinct):
        return "it holds subject numbers"
    if _CODED.fullmatch(column):
        return ""
    if len(distinct) > _MOST_CODES or any(len(text) > _LONGEST_CODE for text in distinct):
        return "free text, as it seems: many or long values"
    return ""


def _names_subject(text: str, old: frozenset[str]) -> bool:
    words = re.split(r"[\s,;:()\[\]]+", text.casefold())
    return any(word.strip(".") in old for word in words)


# ------------------------------------------------------------------ small cells (DI.5)


def _small_cells(study: StudyData) -> Iterator[SmallCell]:
    people = study.adsl
    ids = people[STUDYID] if STUDYID in people else pd.Series("", index=people.index)
    for name, mine in people.groupby(ids.fillna("").astype(str)):
        table = pd.DataFrame(index=mine.index)
        if "AGE" in mine and mine["AGE"].dtype.kind in "if":
            low = (mine["AGE"] // 10 * 10).fillna(-1).astype(int)
            table["AGE"] = low.map(lambda v: "not known" if v < 0 else f"{v} to {v + 9}")
        for column in _ABOUT_PERSON:
            if column in mine:
                table[column] = mine[column].astype("object").fillna("not known")
        single = [[column] for column in table.columns]
        for columns in [*single, list(table.columns)] if len(single) > 1 else single:
            together = table[columns].astype(str).agg(", ".join, axis=1)
            for values, count in together.value_counts(sort=False).items():
                if count < SMALLEST:
                    yield SmallCell(str(name), ", ".join(columns), str(values), int(count))
    for dataset in study.of_kind("ADAE"):
        yield from _rare_events(dataset)


def _rare_events(dataset: Dataset) -> Iterator[SmallCell]:
    frame = dataset.frame
    if not {"AESER", "AEDECOD"} <= set(frame.columns):
        return
    serious = frame.loc[(frame["AESER"] == "Y").fillna(False).to_numpy(dtype=bool)]
    ids = serious[STUDYID] if STUDYID in serious else pd.Series("", index=serious.index)
    for name, mine in serious.groupby(ids.fillna("").astype(str)):
        for term, count in mine.groupby("AEDECOD")[USUBJID].nunique().items():
            if count < SMALLEST:
                yield SmallCell(str(name), "Serious adverse event", str(term), int(count))

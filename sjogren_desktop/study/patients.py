"""One patient's records on one time axis: visits, laboratory, doses, events, medication.

:func:`index_patients` sorts the records of a whole study once, by subject;
opening a patient then only cuts slices. Time is counted in days since the
first dose (0 is study day 1; there is no study day 0).

Nothing here tells the treatment: arms are not read, a dose is only its day,
and laboratory tests that show the treatment by themselves (B cells under a
drug that removes them) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import UNBLINDED, AnalysisError
from sjogren_desktop.study.course import Measure, Patient, Span, Visit, event, medication, text_of
from sjogren_desktop.study.data import (
    AVAL,
    AVISIT,
    AVISITN,
    DTYPE,
    PARAM,
    PARAMCD,
    SITEID,
    STUDYID,
    TRT01A,
    TRT01P,
    USUBJID,
    Dataset,
    StudyData,
)

SUBJECT = "SUBJECT"
"""Column of a subject's key (see :meth:`.data.StudyData.subject_keys`)."""

TELLS_TREATMENT = re.compile(r"\bcd ?(19|20)\b|\bb[ -]?cells?\b|b[ -]lymphocyte", re.IGNORECASE)
"""Laboratory tests that are not shown while the treatment is not to be known."""

_RANGES = (("A1LO", "A1HI"), ("ANRLO", "ANRHI"))
_OF_LABORATORY = frozenset(
    (STUDYID, USUBJID, PARAMCD, PARAM, AVAL, AVISIT, "ASTDT", "ADT", "ASTDY", "ADY")
)
"""What is read of a data set with reference ranges, beside these."""
_WEEK = re.compile(r"\b(?:week|wk)\s*(\d+(?:\.\d+)?)", re.IGNORECASE)
FACTS = (
    ("Site", SITEID),
    ("Country", "COUNTRY"),
    ("Age", "AGE"),
    ("Sex", "SEX"),
    ("Years since diagnosis", "DISDUR"),
    ("Anti-Ro/SSA", "ROFL"),
)
"""What is said of a patient: name and variable."""
ARM_FACTS = (("Planned arm", TRT01P), ("Actual arm", TRT01A))


def tells_treatment(measure: Measure) -> bool:
    """Say whether a laboratory test shows the effect of the drug class, and so the arm."""
    return bool(TELLS_TREATMENT.search(measure.code) or TELLS_TREATMENT.search(measure.label))


@dataclass(frozen=True, eq=False)
class _Order:
    """Where the records of each subject stand, and the day of each record."""

    order: npt.NDArray[np.int32]
    starts: npt.NDArray[np.intp]
    days: npt.NDArray[np.float64]

    def of(self, code: int) -> npt.NDArray[np.int32]:
        """Return the positions of a subject's records, in their order."""
        return self.order[self.starts[code] : self.starts[code + 1]]


@dataclass(frozen=True, eq=False)
class _Records(_Order):
    """The records of one data set, by subject."""

    dataset: Dataset
    stops: npt.NDArray[np.float64]

    @property
    def frame(self) -> pd.DataFrame:
        """The records themselves."""
        return self.dataset.frame


@dataclass(frozen=True, eq=False)
class _Laboratory:
    """Columns of one data set with reference ranges, taken out once.

    ``codes`` and ``visits`` are places in ``names`` and ``visit_names``.
    """

    records: _Order
    codes: npt.NDArray[np.int32]
    names: tuple[tuple[str, str], ...]
    values: npt.NDArray[np.float64]
    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]
    visits: npt.NDArray[np.int32]
    visit_names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class PatientIndex:
    """The records of a study by patient; see :func:`index_patients`."""

    keys: tuple[str, ...]
    _places: Mapping[str, int]
    _people: pd.DataFrame
    _laboratories: tuple[_Laboratory, ...]
    _events: _Records | None
    _medications: _Records | None
    _doses: _Records | None
    shows_arms: bool = False
    """Whether the treatment was unblinded, so that nothing has to be left out."""

    def __contains__(self, key: object) -> bool:
        return key in self._places

    @property
    def people(self) -> pd.DataFrame:
        """Subject-level records in the order of the keys, with SUBJECT and STATUS."""
        return self._people

    def has_serious_event(self) -> npt.NDArray[np.bool_]:
        """Say of every patient whether there was a serious adverse event."""
        found = np.zeros(len(self.keys), dtype=bool)
        if self._events is not None and "AESER" in self._events.frame:
            serious = (self._events.frame["AESER"] == "Y").fillna(False).to_numpy(dtype=bool)
            found = np.array(
                [serious[self._events.of(code)].any() for code in range(len(self.keys))]
            )
        return found

    def patient(self, key: str, scores: pd.DataFrame) -> Patient:
        """Return what is known of one patient.

        Parameters
        ----------
        key : str
        scores : pandas.DataFrame
            One row a visit of this patient, in order: AVISITN, AVISIT, DAY,
            DATE, BASELINE and one column an item.

        Raises
        ------
        AnalysisError
            If there is no such patient.
        """
        if key not in self._places:
            raise AnalysisError(
                f"There is no patient {key} in the study that is open. Choose one from the list."
            )
        code = self._places[key]
        person = self._people.iloc[code]
        end = person["END_DAY"]
        return Patient(
            key=key,
            study=text_of(person.get(STUDYID)),
            subject=text_of(person[USUBJID]),
            status=person["STATUS"],
            facts=tuple(_facts(person, arms=self.shows_arms)),
            visits=tuple(_visits(scores)),
            measures=tuple(
                m
                for lab in self._laboratories
                for m in _measures(lab, code)
                if self.shows_arms or not tells_treatment(m)
            ),
            events=tuple(_spans(self._events, code, event)),
            medications=tuple(_spans(self._medications, code, medication)),
            doses=tuple(self._doses.days[self._doses.of(code)].tolist()) if self._doses else (),
            end=None if np.isnan(end) else float(end),
        )


def index_patients(study: StudyData) -> PatientIndex:
    """Sort the records of a study by patient.

    Raises
    ------
    AnalysisError
        If there is no subject-level data set, or it has no USUBJID.
    """
    adsl = study.adsl
    if USUBJID not in adsl:
        raise AnalysisError(
            "The subject-level data set has no USUBJID, so patients cannot be told apart. "
            "Add the variable and import again."
        )
    people = adsl.loc[adsl[USUBJID].notna()].copy()
    people[SUBJECT] = study.subject_keys(people).astype(str)
    people = people.drop_duplicates(SUBJECT).sort_values(SUBJECT, kind="stable")
    people = people.reset_index(drop=True)
    people["STATUS"] = _status(people)
    people["FIRST"] = _first_dose(people)
    people["END_DAY"] = _days_between(people, "EOSDT", people["FIRST"])
    keys = tuple(people[SUBJECT])
    by = _By(study, keys, people["FIRST"].to_numpy())
    return PatientIndex(
        keys,
        {key: place for place, key in enumerate(keys)},
        people,
        tuple(_laboratories(study, by)),
        _occurrences(study, by, ("AETERM", "AEDECOD"), kind="ADAE"),
        _occurrences(study, by, ("CMTRT", "CMDECOD")),
        _occurrences(study, by, ("EXTRT", "EXDOSE", "EXSEQ")),
        study.blinding == UNBLINDED,
    )


def visit_days(frame: pd.DataFrame, index: PatientIndex) -> npt.NDArray[np.float64]:
    """Return the day since the first dose of records with SUBJECT, AVISIT and AVISITN.

    By their date (ADT) or study day (ADY) where there is one; else by the week
    in the visit's name; else the visit number is taken for a week.
    """
    place = pd.Index(index.keys).get_indexer(pd.Index(frame[SUBJECT]))
    first = index.people["FIRST"].to_numpy()[place]
    days = _record_days(frame, first)
    names = frame[AVISIT].astype(str)
    weeks = names.map({n: _week(n) for n in names.unique()}).to_numpy(dtype=float)
    numbers = frame[AVISITN].to_numpy(dtype=float)
    by_name = 7.0 * np.where(np.isnan(weeks), numbers, weeks)
    return np.where(np.isnan(days), by_name, days)


# ------------------------------------------------------------------ building the index


@dataclass(frozen=True, eq=False)
class _By:
    """How records are brought to their subjects: study, keys and first dose."""

    study: StudyData
    keys: tuple[str, ...]
    first: npt.NDArray[Any]

    def records(self, dataset: Dataset) -> _Records:
        frame = dataset.frame
        order, first = self._order(frame)
        stops = _record_days(frame, first, date="AENDT", day="AENDY")
        return _Records(order.order, order.starts, order.days, dataset, stops)

    def order(self, frame: pd.DataFrame) -> _Order:
        return self._order(frame)[0]

    def _order(self, frame: pd.DataFrame) -> tuple[_Order, npt.NDArray[Any]]:
        """Return the order of records, and the first dose of the subject of each."""
        place = pd.Index(self.keys).get_indexer(pd.Index(self.study.subject_keys(frame)))
        order = np.argsort(place, kind="stable")
        starts = np.searchsorted(place[order], np.arange(len(self.keys) + 1))
        first = self.first[np.maximum(place, 0)]
        return _Order(order.astype(np.int32), starts, _record_days(frame, first)), first


def _record_days(
    frame: pd.DataFrame, first: npt.NDArray[Any], *, date: str = "", day: str = ""
) -> npt.NDArray[np.float64]:
    """Return days since the first dose: from dates, else from study days, else NaN."""
    days = np.full(len(frame), np.nan)
    for name in (date,) if date else ("ASTDT", "ADT"):
        if name in frame and pd.api.types.is_datetime64_any_dtype(frame[name]):
            passed = (frame[name].to_numpy() - first) / np.timedelta64(1, "D")
            days = np.where(np.isnan(days), np.floor(passed.astype(float)), days)
    for name in (day,) if day else ("ASTDY", "ADY"):
        if name in frame and pd.api.types.is_numeric_dtype(frame[name]):
            given = frame[name].to_numpy(dtype=float, na_value=np.nan)
            days = np.where(np.isnan(days), np.where(given > 0, given - 1, given), days)
    return days


def _first_dose(people: pd.DataFrame) -> pd.Series:
    for name in ("TRTSDT", "RANDDT"):
        if name in people and pd.api.types.is_datetime64_any_dtype(people[name]):
            return people[name]
    return pd.Series(pd.NaT, index=people.index, dtype="datetime64[us]")


def _days_between(people: pd.DataFrame, name: str, first: pd.Series) -> pd.Series:
    if name not in people or not pd.api.types.is_datetime64_any_dtype(people[name]):
        return pd.Series(np.nan, index=people.index)
    return (people[name] - first).dt.days.astype(float)


def _status(people: pd.DataFrame) -> pd.Series:
    """Return the end of the study in words, with its reason."""
    none = pd.Series("", index=people.index)
    state = people["EOSSTT"].fillna("").astype(str) if "EOSSTT" in people else none
    reason = people["DCSREAS"].fillna("").astype(str) if "DCSREAS" in people else none
    text = state.str.capitalize()
    text = text.mask((reason != "") & (state != ""), text + ": " + reason.str.lower())
    if "DTHFL" in people:
        text = text.mask((people["DTHFL"] == "Y").fillna(False).astype(bool), "Died")
    return text.mask(text == "", "Not known")


def _laboratories(study: StudyData, by: _By) -> Iterator[_Laboratory]:
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        limits = next((pair for pair in _RANGES if set(pair) <= set(frame.columns)), None)
        if limits is None or USUBJID not in frame or AVAL not in frame:
            continue
        kept = frame[AVAL].notna()
        if DTYPE in frame:
            kept &= frame[DTYPE].isna()
        found = frame.loc[kept, [c for c in frame.columns if c in _OF_LABORATORY or c in limits]]
        found = found.reset_index(drop=True)
        codes, names = pd.factorize(found[PARAMCD])
        labels = found[PARAM].astype(str) if PARAM in found else found[PARAMCD].astype(str)
        first = pd.Series(labels.to_numpy()).groupby(codes).first()
        visits, visit_names = pd.factorize(found.get(AVISIT, labels), use_na_sentinel=False)
        yield _Laboratory(
            by.order(found),
            codes.astype(np.int32),
            tuple((str(name), str(first[place])) for place, name in enumerate(names)),
            found[AVAL].to_numpy(dtype=float, na_value=np.nan),
            _numbers(found[limits[0]]),
            _numbers(found[limits[1]]),
            visits.astype(np.int32),
            tuple(map(str, visit_names)),
        )


def _numbers(column: pd.Series) -> npt.NDArray[np.float64]:
    return np.asarray(pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan))


def _occurrences(
    study: StudyData, by: _By, marks: Sequence[str], *, kind: str = "OCCDS"
) -> _Records | None:
    """Return the first data set of a kind that has any of the variables."""
    for dataset in study.of_kind(kind):
        if USUBJID in dataset.frame and any(mark in dataset.frame for mark in marks):
            return by.records(dataset)
    return None


def _week(name: str) -> float:
    found = _WEEK.search(name)
    if found:
        return float(found[1])
    return 0.0 if "baseline" in name.lower() else np.nan


# ------------------------------------------------------------------ one patient


def _facts(person: pd.Series, *, arms: bool) -> Iterator[tuple[str, str]]:
    for label, name in (*FACTS, *ARM_FACTS) if arms else FACTS:
        value = person.get(name)
        if value is None or pd.isna(value):
            continue
        text = f"{value:g}" if isinstance(value, int | float | np.number) else str(value)
        if name == "ROFL":
            text = {"Y": "positive", "N": "negative"}.get(text, text)
        yield label, text


_NOT_ITEMS = (STUDYID, SUBJECT, USUBJID, AVISITN, AVISIT, "DAY", "DATE", "BASELINE")


def _visits(scores: pd.DataFrame) -> Iterator[Visit]:
    items = [name for name in scores.columns if name not in _NOT_ITEMS]
    values = scores[items].to_numpy(dtype=float)
    heads = zip(
        *(scores[name].tolist() for name in (AVISITN, AVISIT, "DAY", "DATE", "BASELINE")),
        strict=True,
    )
    for row, (number, name, day, date, is_baseline) in zip(values.tolist(), heads, strict=True):
        known = {item: value for item, value in zip(items, row, strict=True) if value == value}
        yield Visit(float(number), str(name), float(day), str(date), known, bool(is_baseline))


def _measures(lab: _Laboratory, code: int) -> Iterator[Measure]:
    mine = lab.records.of(code)
    mine = mine[~np.isnan(lab.records.days[mine])]
    mine = mine[np.argsort(lab.records.days[mine], kind="stable")]
    for place in np.unique(lab.codes[mine]):
        name, label = lab.names[place]
        rows = mine[lab.codes[mine] == place]
        yield Measure(
            name,
            label,
            tuple(lab.records.days[rows].tolist()),
            tuple(lab.values[rows].tolist()),
            tuple(lab.low[rows].tolist()),
            tuple(lab.high[rows].tolist()),
            tuple(lab.visit_names[visit] for visit in lab.visits[rows]),
        )


def _spans(records: _Records | None, code: int, describe: Any) -> Iterator[Span]:
    if records is None:
        return
    mine = records.of(code)
    mine = mine[np.argsort(records.days[mine], kind="stable")]
    for record, position in zip(
        records.frame.iloc[mine].to_dict("records"), mine.tolist(), strict=True
    ):
        start, stop = float(records.days[position]), float(records.stops[position])
        yield describe(record, None if np.isnan(start) else start, None if np.isnan(stop) else stop)

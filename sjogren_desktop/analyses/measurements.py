"""Laboratory values and vital signs of a cohort, ready to be tabulated by visit.

Which records count is decided here once for shift tables, change tables, grades
and the liver plot (rules LB.1 to LB.5 in ``resources/methods/lab_values.md``):
copies that a data set adds at summary visits ("End of Treatment" numbered 99)
are told apart from visits, imputed records are left out, and one record a
subject, parameter and visit remains. Everything is arrays of codes, since a
study may have five million records.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses.ae_records import Cohort, IntArray, Mask, dates, is_yes
from sjogren_desktop.analyses.lab_visits import Visits, find_visits, visits_of
from sjogren_desktop.analyses.repeated_readings import averaged, averages_note, observed
from sjogren_desktop.analyses.spec import Item
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import (
    ANL01FL,
    AVAL,
    BASE,
    CHG,
    DTYPE,
    Dataset,
    StudyData,
)

if TYPE_CHECKING:
    import pandas as pd

Floats = npt.NDArray[np.float64]

_LAB = ("ADLB", "LB")
_MEASURED = ("ADLB", "LB", "ADVS", "VS", "ADEG", "EG")
LIMITS = (("A1LO", "A1HI"), ("ANRLO", "ANRHI"))
"""Variables of the lower and upper limit of normal; the first that are filled count."""
_RANGES = (("ANRIND",), ("SHIFT1",), *LIMITS)


# --- what there is --------------------------------------------------------


def has_ranges(dataset: Dataset) -> bool:
    """Say whether normal ranges, or indicators of them, are in a data set."""
    return any(
        any(c in dataset.frame and dataset.frame[c].notna().any() for c in names)
        for names in _RANGES
    )


_ranged: WeakKeyDictionary[Dataset, bool] = WeakKeyDictionary()


def lab_parameters(study: StudyData, *, ranges: bool = False) -> dict[str, str]:
    """Return laboratory parameters (value -> label), those with normal ranges if asked for."""
    found = {}
    for value, (dataset, _, label) in offered.safety_parameters(study).items():
        if not dataset.name.startswith(_LAB):
            continue
        if ranges:
            if dataset not in _ranged:
                _ranged[dataset] = has_ranges(dataset)
            if not _ranged[dataset]:
                continue
        found[value] = label
    return found


def measured_parameters(study: StudyData) -> dict[str, str]:
    """Return parameters of laboratory, vital sign and ECG data (value -> label)."""
    return {
        value: label
        for value, (dataset, _, label) in offered.safety_parameters(study).items()
        if dataset.name.startswith(_MEASURED)
    }


def items_of(found: Mapping[str, str]) -> tuple[Item, ...]:
    """Return parameters as items of a choice."""
    return tuple(Item(v, f"{label} ({v})" if label != v else v) for v, label in found.items())


# --- records --------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Measurements:
    """Records of a cohort, one entry each.

    Parameters
    ----------
    source : DataFrame
        Where the records stand, at ``position``.
    person, param, visit : array of int
        Places in the cohort's people, in ``params`` and in ``visits``; a record
        without a visit has visit -1.
    params : tuple of (value, label, time point)
    visits : tuple of (number, name)
        In order; a number is NaN where the data have none.
    summary : array of bool, shape (visits,)
        Visits that repeat records of other visits.
    baseline, post : array of bool, shape (records,)
        The baseline record; records after baseline that are no copies.
    order : array of float
        Grows with time.
    position : array of int
        Place of each record in ``source``.
    """

    source: pd.DataFrame
    person: IntArray
    param: IntArray
    visit: IntArray
    params: tuple[tuple[str, str, str], ...]
    visits: tuple[tuple[float, str], ...]
    summary: Mask
    baseline: Mask
    post: Mask
    order: Floats
    position: IntArray
    notes: tuple[str, ...] = ()

    def where(self, mask: Mask) -> Measurements:
        """Return the records of a mask."""
        rows = np.flatnonzero(mask)  # looked for once, not for every array
        if len(rows) == len(self):
            return self
        return replace(
            self,
            person=self.person[rows],
            param=self.param[rows],
            visit=self.visit[rows],
            baseline=self.baseline[rows],
            post=self.post[rows],
            order=self.order[rows],
            position=self.position[rows],
        )

    def __len__(self) -> int:
        return len(self.person)

    def carried(self, values: Floats, part: Measurements) -> Floats:
        """Return values of these records for some of them."""
        everywhere = np.full(len(self.source), np.nan)
        everywhere[self.position] = values
        return everywhere[part.position]

    def numbers(self, column: str) -> Floats:
        """Return a numeric column, NaN where there is none."""
        if column not in self.source:
            return np.full(len(self), np.nan)
        values = self.source[column].to_numpy(dtype=np.float64, na_value=np.nan)
        return np.asarray(values[self.position])

    def texts(self, column: str) -> tuple[IntArray, list[str]]:
        """Return a text column as codes and texts; a missing text is -1."""
        import pandas as pd

        if column not in self.source:
            return np.full(len(self), -1, dtype=np.intp), []
        codes, distinct = pd.factorize(self.source[column].astype("object"))
        return codes[self.position].astype(np.intp), [str(d) for d in distinct]

    @cached_property
    def value(self) -> Floats:
        """The value of each record."""
        return self.numbers(AVAL)

    @cached_property
    def subject_param(self) -> npt.NDArray[np.int64]:
        """One code for each subject and parameter."""
        return self.person.astype(np.int64) * len(self.params) + self.param

    def flagged(self, column: str) -> Mask:
        """Say which records carry a flag."""
        if column not in self.source:
            return np.zeros(len(self), dtype=bool)
        return np.asarray(is_yes(self.source[column]), dtype=bool)[self.position]

    @cached_property
    def limits(self) -> tuple[Floats, Floats]:
        """The lower and upper limit of normal of each record, NaN where there is none."""
        low, high = np.full(len(self), np.nan), np.full(len(self), np.nan)
        for lower, upper in LIMITS:
            if lower in self.source:
                low = np.where(np.isnan(low), self.numbers(lower), low)
            if upper in self.source:
                high = np.where(np.isnan(high), self.numbers(upper), high)
        return low, high

    @cached_property
    def flag_is_by_visit(self) -> Mask:
        """Of each parameter, whether ANL01FL picks one record a visit.

        It does if more than half of the subjects' visits have a flagged record; else it
        marks something else, say the worst of all visits. Data sets opened together may
        use the flag in both ways.
        """
        size = len(self.params)
        flag = self.flagged(ANL01FL)
        if not flag.any():
            return np.zeros(size, dtype=bool)
        use = self.post & (self.visit >= 0)
        flagged, param = flag[use], self.param[use].astype(np.int64)
        key = (self.subject_param[use] * (len(self.visits) + 1)) + self.visit[use]
        cells = np.bincount(param[_first(key)], minlength=size)
        marked = np.bincount(param[flagged][_first(key[flagged])], minlength=size)
        return np.asarray(2 * marked > cells, dtype=bool)

    @cached_property
    def flag_is_of_all(self) -> Mask:
        """Of each parameter, whether ANL01FL marks one record of all visits of a subject."""
        size = len(self.params)
        flag = self.flagged(ANL01FL) & self.post
        if not flag.any():
            return np.zeros(size, dtype=bool)
        records = np.bincount(self.param[flag], minlength=size)
        subjects = np.bincount(np.unique(self.subject_param[flag]) % size, minlength=size)
        return np.asarray((records > 0) & (records == subjects) & ~self.flag_is_by_visit)

    def last_of(self, key: npt.NDArray[np.int64], *, by: Floats | None = None) -> Mask:
        """Mark one record of each key: that with the greatest ``by``, of equals the last."""
        mask = np.zeros(len(key), dtype=bool)
        rows = np.arange(len(key))
        if len(key) and int(np.max(key)) > 20 * len(key) + 1_000_000:
            key = np.unique(key, return_inverse=True)[1].astype(np.int64)
        for values in ([] if by is None else [by]) + [self.order]:
            best = np.full(int(np.max(key, initial=-1)) + 1, -np.inf)
            whole = len(rows) == len(key)
            left, own = (key, values) if whole else (key[rows], values[rows])
            np.maximum.at(best, left, own)
            rows = np.flatnonzero(own == best[left]) if whole else rows[own == best[left]]
        # Of several records of one time the one that stands last is taken.
        chosen = np.full(int(np.max(key, initial=-1)) + 1, -1, dtype=np.intp)
        chosen[key[rows]] = rows
        mask[chosen[chosen >= 0]] = True
        return mask

    def with_baseline_of(self, values: Floats, fallback: Floats) -> Floats:
        """Return for each record the value at its subject's baseline record.

        ``fallback`` (values that stand in the record itself) is used where it
        is known.
        """
        table = np.full(int(np.max(self.subject_param, initial=-1)) + 1, np.nan)
        use = self.baseline & ~np.isnan(values)
        table[self.subject_param[use]] = values[use]
        found = table[self.subject_param] if len(self) else np.empty(0)
        return np.where(np.isnan(fallback), found, fallback)

    @cached_property
    def base(self) -> Floats:
        """The baseline value: BASE, else the value of the baseline record."""
        return self.with_baseline_of(self.value, self.numbers(BASE))

    @cached_property
    def change(self) -> Floats:
        """The change from baseline: CHG, else value minus baseline; none before it."""
        given = self.numbers(CHG)
        number = np.array([n for n, _ in self.visits] + [np.nan])[self.visit]
        computed = np.where(self.baseline | (number < 0), np.nan, self.value - self.base)
        return np.where(np.isnan(given), computed, given)


def measurements(study: StudyData, group: Cohort, chosen: Sequence[str]) -> Measurements:
    """Return the observed records of the parameters chosen (LB.1, LB.2).

    Raises
    ------
    AnalysisError
        If none is chosen, or the cohort has no record of them.
    """
    import pandas as pd

    known = offered.parameters(study)
    if not chosen:
        raise AnalysisError(
            "No parameter is chosen, or the study has none of the kind needed (with values by "
            "visit, and normal ranges or units where they matter). Tick at least one, or import "
            "the data set that holds them."
        )
    by_dataset: dict[Dataset, dict[str, tuple[str, str]]] = {}
    for value in chosen:
        dataset, code, label = known[value]
        by_dataset.setdefault(dataset, {})[code] = (value, label)
    frames, places, people = [], [], []
    params: list[tuple[str, str]] = []
    codes, taken = [], 0
    for dataset, wanted in by_dataset.items():
        frame = dataset.frame
        place = group.positions(study, frame)  # -1 for subjects of other studies
        texts, distinct = offered.parameter_codes(dataset)
        index = {c: len(params) + i for i, c in enumerate(wanted)}
        params += list(wanted.values())
        lookup = np.array([*(index.get(str(d), -1) for d in distinct), -1], dtype=np.intp)
        own = lookup[texts]
        use = (place >= 0) & (own >= 0)
        if DTYPE in frame:
            kept, frame = observed(frame, use, place, own)
            use &= kept
        if dataset.name.startswith(("ADEG", "EG")):
            use, frame, averages = averaged(frame, use, place, own)
            taken += averages
        rows = np.flatnonzero(use)
        frames.append(frame)
        places.append(rows)
        people.append(place[rows])
        codes.append(own[rows])
    if not sum(map(len, people)):
        raise AnalysisError(
            f"The subjects chosen have no records of {', '.join(chosen[:5])}. "
            "Choose other parameters, or another population."
        )
    person, param = np.concatenate(people), np.concatenate(codes)
    if len(frames) == 1:
        # Five million records are looked up where they stand, not copied.
        frame, position = frames[0], places[0]
        visits = visits_of(next(iter(by_dataset)))
    else:
        parts = [f.iloc[rows] for f, rows in zip(frames, places, strict=True)]
        frame = pd.concat(parts, ignore_index=True)
        position = np.arange(len(frame), dtype=np.intp)
        visits = find_visits(frame)
    param, named = _time_points(frame, position, param, params)
    found = _assembled(group, frame, position, person, param, named, visits)
    return replace(found, notes=averages_note(taken))


def _assembled(
    group: Cohort,
    frame: pd.DataFrame,
    position: IntArray,
    person: IntArray,
    param: IntArray,
    named: tuple[tuple[str, str, str], ...],
    found: Visits,
) -> Measurements:
    codes, visits, summary = found
    visit = codes[position]
    number = np.array([n for n, _ in visits] + [np.nan])[visit]
    copy = np.append(summary, False)[visit]
    day = _study_day(group, frame, position, person)
    baseline = _baseline(frame, position, param, number, visits, visit)
    visit = _at_baseline_visit(visit, param, baseline & ~copy, len(visits))
    # A screening visit may have a positive number; its day says that it came before.
    after = np.where(np.isnan(number), day > 1, (number > 0) & ~(day < 1))
    order = np.where(np.isnan(day), number * 1e-6, day)
    order = np.where(np.isnan(order), 0.0, order)
    return Measurements(
        frame,
        person,
        param,
        visit,
        named,
        visits,
        summary,
        baseline & ~copy,
        after & ~baseline & ~copy,
        order,
        position,
    )


_BASELINE_NAME = re.compile(r"\bbaseline\b", re.IGNORECASE)
_NO_BASELINE = re.compile(r"post|after|change|follow", re.IGNORECASE)


def _baseline(
    frame: pd.DataFrame,
    position: IntArray,
    param: IntArray,
    number: Floats,
    visits: tuple[tuple[float, str], ...],
    visit: IntArray,
) -> Mask:
    """Say which records are the baseline, parameter by parameter (LB.1).

    Data sets opened together may tell it in different ways: by the flag ABLFL, by
    the visit number 0, or by the visit's name alone.
    """
    named = np.array(
        [bool(_BASELINE_NAME.search(n)) and not _NO_BASELINE.search(n) for _, n in visits] + [False]
    )[visit]
    zero = number == 0
    if "ABLFL" in frame:
        flagged = np.asarray(is_yes(frame["ABLFL"]), dtype=bool)[position]
    else:
        flagged = np.zeros(len(position), dtype=bool)
    size = int(np.max(param, initial=-1)) + 1

    def used(mask: Mask) -> Mask:
        """Say whose parameter has a record of the mask."""
        return np.asarray(np.bincount(param[mask], minlength=size)[param] > 0, dtype=bool)

    by_flag, by_zero = used(flagged), used(zero)
    return np.where(by_flag, flagged, np.where(by_zero, zero, named))


def _at_baseline_visit(visit: IntArray, param: IntArray, baseline: Mask, visits: int) -> IntArray:
    """Count every baseline at the visit that most baselines of its parameter are of (LB.3).

    The last value before treatment may stand at a repeated or unscheduled visit.
    """
    known = baseline & (visit >= 0)
    if not known.any():
        return visit
    cells = param[known].astype(np.int64) * visits + visit[known]
    size = int(np.max(param)) + 1
    usual = np.bincount(cells, minlength=size * visits).reshape(size, visits).argmax(axis=1)
    moved = baseline & np.isin(param, np.unique(param[known]))
    return np.where(moved, usual[param], visit).astype(np.intp)


def _time_points(
    frame: pd.DataFrame, position: IntArray, param: IntArray, params: list[tuple[str, str]]
) -> tuple[IntArray, tuple[tuple[str, str, str], ...]]:
    """Count a parameter once for each time point within a visit (ATPT), if it has any."""
    import pandas as pd

    if "ATPT" not in frame or not frame["ATPT"].notna().any():
        return param, tuple((value, label, "") for value, label in params)
    every, distinct = pd.factorize(frame["ATPT"].astype("object"))
    codes = every[position]
    points = [*(str(d) for d in distinct), ""]
    joint = param * len(points) + np.where(codes < 0, len(points) - 1, codes)
    used, place = np.unique(joint, return_inverse=True)
    named = tuple((*params[int(u) // len(points)], points[int(u) % len(points)]) for u in used)
    return place.astype(np.intp), named


def _study_day(group: Cohort, frame: pd.DataFrame, position: IntArray, person: IntArray) -> Floats:
    if "ADY" in frame and frame["ADY"].notna().any():
        days = frame["ADY"].to_numpy(dtype=np.float64, na_value=np.nan)
        return np.asarray(days[position])
    every, first = dates(frame, "ADT"), dates(group.people, "TRTSDT")
    day = np.full(len(position), np.nan)
    if every is None:
        return day
    when = every[position]
    known = ~np.isnat(when)
    if first is not None:
        start = first[person]
        known &= ~np.isnat(start)
        day[known] = (when[known] - start[known]) / np.timedelta64(1, "D")
        return np.where(day >= 0, day + 1, day)
    day[known] = when[known].astype(np.float64)
    return day


def study_days(group: Cohort, found: Measurements) -> Floats:
    """Return the day of each record, that of the first dose being day 1, NaN where unknown."""
    return _study_day(group, found.source, found.position, found.person)


def one_a_visit(found: Measurements, *, known: Mask | None = None) -> Measurements:
    """Keep one record a subject, parameter and visit (LB.3).

    The baseline record goes before others of its visit; the flag ANL01FL decides where
    it marks one record a visit, else the last.
    ``known`` marks the records that tell something, by default those with a
    value.
    """
    use = (~np.isnan(found.value) if known is None else known) & (found.visit >= 0)
    if found.flag_is_by_visit.any():
        by_visit = found.flag_is_by_visit[found.param]
        use &= ~by_visit | found.flagged(ANL01FL) | found.baseline
    kept = found.where(use)
    key = kept.subject_param * (len(kept.visits) + 1) + kept.visit
    return kept.where(kept.last_of(key, by=kept.baseline.astype(np.float64)))


def _first(key: npt.NDArray[np.int64]) -> IntArray:
    """Return the place of one record of each key."""
    if len(key) and int(np.max(key)) <= 20 * len(key) + 1_000_000:
        place = np.full(int(np.max(key)) + 1, -1, dtype=np.intp)
        place[key] = np.arange(len(key))
        return place[place >= 0]
    return np.unique(key, return_index=True)[1].astype(np.intp)


def counted(found: Measurements, until: str, *, known: Mask | None = None) -> Measurements:
    """Return records of visits after baseline up to a visit, copies left out (LB.4)."""
    use = ~np.isnan(found.value) if known is None else known
    numbers = {name: number for number, name in found.visits}
    limit = numbers.get(until, np.inf)
    number = np.array([n for n, _ in found.visits] + [np.nan])[found.visit]
    return found.where(found.post & use & (number <= limit))

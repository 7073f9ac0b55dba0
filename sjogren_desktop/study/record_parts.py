"""Parameters of which a data set holds several courses: by period, or by kind of baseline.

In a crossover trial or with an extension, the same visits come again in each period
(APERIOD, else the changes of TRTP in time), under other treatments. Where a value is
compared with several baselines (BASETYPE), its record is there once for each. Both
would count records twice. So each course is a parameter of its own: that of the first
period and of the usual baseline keeps the code of the parameter, the others are told
by what stands behind it in brackets, as in ``ESSDAI [period 2]``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Course, Issue
from sjogren_desktop.study.check_findings import Findings
from sjogren_desktop.study.data import (
    AVISIT,
    AVISITN,
    CHG,
    DTYPE,
    PARAMCD,
    STUDYID,
    TRTA,
    TRTP,
    USUBJID,
    Dataset,
    StudyData,
)

BASETYPE, APERIOD = "BASETYPE", "APERIOD"
_MANY_CHANGE, _FEWEST_CHANGE = 0.2, 3
"""Share and number of subjects whose changes of treatment are no slips but make periods."""

Codes = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Part(Course):
    """One course of a parameter.

    Parameters
    ----------
    first : bool
        Whether it is the course that is analysed as the parameter itself.
    """

    first: bool = True

    @property
    def words(self) -> str:
        """What is said of it behind the label of the parameter."""
        said = [f"period {self.period}"] if self.period else []
        return ", ".join(said + ([f"baseline {self.baseline}"] if self.baseline else []))

    @property
    def name(self) -> str:
        """The code of the parameter, with what tells the course unless it is the first."""
        return self.parameter if self.first else f"{self.parameter} [{self.words}]"


_parts: WeakKeyDictionary[Dataset, tuple[Codes, tuple[Part, ...]]] = WeakKeyDictionary()


def record_parts(dataset: Dataset) -> tuple[Codes, tuple[Part, ...]]:
    """Return the part of each record, -1 where it has no parameter, and the parts; kept."""
    if dataset not in _parts:
        # As objects: a column of texts is looked at twice as fast so.
        codes, names = pd.factorize(dataset.frame[PARAMCD].astype("object"))
        plain = codes.astype(np.int32), tuple(Part(str(name)) for name in names)
        _parts[dataset] = _told_apart(dataset, *plain)
    return _parts[dataset]


def keep_parts(dataset: Dataset, parts: tuple[Codes, tuple[Part, ...]]) -> None:
    """Take over what :func:`record_parts` found out about the same data set elsewhere."""
    _parts[dataset] = parts


def counted_by(frame: pd.DataFrame) -> tuple[str, str]:
    """Return the variables whose changes in whose order count periods, "" where there are none."""

    def filled(*names: str) -> str:
        return next((c for c in names if c in frame and frame[c].notna().any()), "")

    return filled(TRTP, TRTA), filled("ADT", "ADY", AVISITN)


def in_parts(study: StudyData) -> Findings:
    """Find data sets whose parameters have several courses, and say which is analysed."""
    for dataset in study.of_kind("BDS"):
        if PARAMCD not in dataset.frame:
            continue
        parts = record_parts(dataset)[1]
        for column, told in ((APERIOD, "period"), (BASETYPE, "baseline")):
            values = {p: str(getattr(p, told)) for p in parts if getattr(p, told)}
            other = next((p for p in values if not p.first), None)
            main = next((p for p in values if p.first), None)
            if other is None or main is None:
                continue
            by = column
            if column not in dataset.frame:
                by, column = "changes of treatment in time", TRTP
            which = "the first" if told == "period" else "the one that most records have"
            file, sheet, _ = dataset.address(0)
            yield Issue(
                "warning",
                f"{dataset.name} holds several courses of a parameter by {by} "
                f"({', '.join(dict.fromkeys(values.values()))}). {main.parameter} is that of "
                f"{values[main]}, {which}; the others are parameters of their own, such as "
                f"{other.name}.",
                action="Choose the parameter under the options where another course is meant.",
                file=file,
                sheet=sheet,
                column=column,
            )


def _told_apart(
    dataset: Dataset, codes: Codes, plain: tuple[Part, ...]
) -> tuple[Codes, tuple[Part, ...]]:
    frame = dataset.frame
    period, periods = _periods(frame, codes)
    kind, kinds = _baselines(frame, codes, period)
    if len(periods) < 2 and len(kinds) < 2:
        return codes, plain
    size = max(1, len(periods)), max(1, len(kinds))
    joint = (codes.astype(np.int64) * size[0] + period) * size[1] + kind
    joint[codes < 0] = -1
    usual = _usual_kind(frame, codes, period, kind, (len(plain), *size))
    used, place = np.unique(joint, return_inverse=True)
    parts = []
    for code in used[used >= 0].tolist():
        parameter, rest = divmod(code, size[0] * size[1])
        p, k = divmod(rest, size[1])
        parts.append(
            Part(
                plain[parameter].parameter,
                int(periods[p]) if len(periods) > 1 else 0,
                str(kinds[k]) if len(kinds) > 1 and usual[parameter, p, 1] > 1 else "",
                first=p == 0 and k == usual[parameter, p, 0],
            )
        )
    return (place - int((used < 0).any())).astype(np.int32), tuple(parts)


def _periods(frame: pd.DataFrame, codes: Codes) -> tuple[npt.NDArray[np.int64], Sequence[float]]:
    """Return the place of the period of each record and the periods, where they must be told.

    They must where the same visit, or another treatment, comes in a later one. Records of
    no period, or before the first, belong to the first.
    """
    nothing = np.zeros(len(frame), dtype=np.int64)
    if AVISIT not in frame or USUBJID not in frame or "CNSR" in frame:
        return nothing, ()
    if APERIOD not in frame or not frame[APERIOD].notna().any():
        return _periods_by_treatment(frame)
    number = pd.to_numeric(frame[APERIOD], errors="coerce").to_numpy(np.float64, na_value=np.nan)
    periods = np.unique(number[number >= 1])
    if len(periods) < 2 or (periods % 1 != 0).any():
        return nothing, ()
    place = np.searchsorted(periods, np.where(number >= 1, number, periods[0])).astype(np.int64)
    treatment = next((c for c in (TRTP, TRTA) if c in frame and frame[c].notna().any()), "")
    keys = [*_keys(frame, codes), frame[AVISIT]]
    changes = treatment and _several(_keys(frame, None), frame[treatment])
    if not changes and not _several(keys, place):
        return nothing, ()
    return place, periods.tolist()


def _periods_by_treatment(
    frame: pd.DataFrame,
) -> tuple[npt.NDArray[np.int64], Sequence[float]]:
    """Count the changes of treatment of each subject in time, where many subjects change."""
    nothing = np.zeros(len(frame), dtype=np.int64)
    treatment, time = counted_by(frame)
    if not treatment or not time:
        return nothing, ()
    own, names = pd.factorize(frame[treatment].astype("object"))
    if len(names) < 2:
        return nothing, ()
    keys = [c for c in (STUDYID, USUBJID) if c in frame]
    subject = frame.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()
    known = pd.DataFrame({"S": subject, "T": own}).loc[own >= 0].drop_duplicates()
    least = max(_FEWEST_CHANGE, _MANY_CHANGE * known["S"].nunique())
    if known.loc[known["S"].duplicated(), "S"].nunique() < least:
        return nothing, ()
    order = np.lexsort((frame[time].rank(method="dense").fillna(0).to_numpy(), subject))
    person = subject[order]
    given = pd.Series(own[order]).where(own[order] >= 0).groupby(person).ffill()
    given = given.groupby(person).bfill()
    changed = given.ne(given.groupby(person).shift()) & given.notna()
    place = np.empty(len(frame), dtype=np.int64)
    place[order] = np.maximum(changed.groupby(person).cumsum().to_numpy() - 1, 0)
    return place, list(range(1, int(np.max(place)) + 2))


def _baselines(
    frame: pd.DataFrame, codes: Codes, period: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], Sequence[str]]:
    """Return the place of the baseline type of each record and the types, where it must be told."""
    nothing = np.zeros(len(frame), dtype=np.int64)
    if BASETYPE not in frame or AVISIT not in frame or USUBJID not in frame:
        return nothing, ()
    own, types = pd.factorize(frame[BASETYPE].astype("object"))
    if len(types) < 2:
        return nothing, ()
    within = [frame[c] for c in (AVISIT, "ATPT", DTYPE, "ADT", "ADY", "VISITNUM") if c in frame]
    if not _several([*_keys(frame, codes), period, *within], own):
        return nothing, ()
    return own.astype(np.int64), [str(t) for t in types]


def _usual_kind(
    frame: pd.DataFrame,
    codes: Codes,
    period: npt.NDArray[np.int64],
    kind: npt.NDArray[np.int64],
    shape: tuple[int, int, int],
) -> npt.NDArray[np.int64]:
    """Return the usual baseline type of each parameter and period, and how many it has.

    It is the one that most records with a change have, of equals the first in the data;
    records of no type are given to it, in place.
    """
    known = (codes >= 0) & (kind >= 0)
    counts = np.zeros(shape, dtype=np.int64)
    cells = (codes[known].astype(np.int64), period[known], kind[known])
    weight = np.ones(len(frame), dtype=np.int64)
    if CHG in frame:
        weight += len(frame) * frame[CHG].notna().to_numpy()
    np.add.at(counts, cells, weight[known])
    usual = counts.argmax(axis=2)
    lost = (codes >= 0) & (kind < 0)
    kind[lost] = usual[codes[lost], period[lost]]
    return np.stack([usual, (counts > 0).sum(axis=2)], axis=2)


def _keys(frame: pd.DataFrame, codes: Codes | None) -> list[object]:
    own: list[object] = [frame[c] for c in (STUDYID, USUBJID) if c in frame]
    return own if codes is None else [*own, codes]


def _several(keys: Sequence[object], values: object) -> bool:
    """Say whether records with the same keys have several (known) values."""
    code = _coded(values)
    joint = np.zeros(len(code), dtype=np.int64)
    size = 1
    for key in keys:
        own = _coded(key)
        many = int(np.max(own, initial=0)) + 2
        if size * many > 2**40:  # made small again before it overflows
            joint, size = pd.factorize(joint)[0].astype(np.int64), len(joint)
        joint, size = joint * many + own + 1, size * many
    known = code >= 0
    many = int(np.max(code, initial=0)) + 1
    pairs = pd.unique(joint[known] * many + code[known])
    return len(pd.unique(pairs // many)) < len(pairs)


def _coded(values: object) -> npt.NDArray[np.int64]:
    if isinstance(values, np.ndarray):
        return values.astype(np.int64)
    assert isinstance(values, pd.Series)
    own = values.astype("object") if values.dtype.kind not in "iufM" else values
    return pd.factorize(own)[0].astype(np.int64)

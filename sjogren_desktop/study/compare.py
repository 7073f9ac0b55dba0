"""Two cuts of a study beside each other: records and values added, removed and changed.

Records are matched by the key of their kind of data set (subject, parameter,
visit, time point; or the sequence number). Records whose key stands several
times are matched in their order. What differs in more than
:data:`MOST_LISTED` places is counted in full and listed up to that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Doing, Progress, no_progress
from sjogren_desktop.study.data import (
    AVISIT,
    AVISITN,
    DTYPE,
    PARAMCD,
    STUDYID,
    USUBJID,
    Dataset,
    StudyData,
)

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

MOST_LISTED = 100_000
"""Differences that are listed one by one, for each data set."""

_KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "ADSL": ((),),
    "BDS": (
        (PARAMCD, "LBSEQ"), (PARAMCD, "QSSEQ"), (PARAMCD, "VSSEQ"), (PARAMCD, "ASEQ"),
        (PARAMCD, AVISITN, AVISIT, "ADT", "ATPTN", DTYPE, "BASETYPE"),
    ),
    "ADTTE": ((PARAMCD,),),
    "ADAE": (("AESEQ",), ("AEDECOD", "AETERM", "AESTDTC", "ASTDT")),
    "OCCDS": (("CMSEQ",), ("MHSEQ",), ("EXSEQ",), ("CMDECOD", "CMTRT", "ASTDT")),
}  # fmt: skip
"""Key variables beside study and subject by kind: the first that all records have."""


@dataclass(frozen=True)
class Difference:
    """One record added or removed, or one value changed.

    ``record`` names the record by its key; ``column``, ``old`` and ``new`` are
    "" where the whole record is new or gone. ``old_row`` and ``new_row`` are
    the rows in the source files.
    """

    kind: str
    dataset: str
    subject: str
    record: str
    column: str = ""
    old: str = ""
    new: str = ""
    old_row: int | None = None
    new_row: int | None = None


@dataclass(frozen=True)
class DatasetComparison:
    """The differences of one data set, counted and listed.

    ``only_in`` is "older" or "newer" where the other cut has no such data set.
    ``columns_added`` and ``columns_removed`` are not compared.
    """

    dataset: str
    records_older: int
    records_newer: int
    added: int
    removed: int
    changed_records: int
    changed_values: int
    subjects: tuple[str, ...]
    differences: tuple[Difference, ...]
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()
    only_in: str = ""

    @property
    def is_same(self) -> bool:
        """Say whether nothing differs."""
        return not (
            self.added or self.removed or self.changed_values or self.only_in
            or self.columns_added or self.columns_removed
        )  # fmt: skip


def compare_studies(
    older: StudyData, newer: StudyData, *, progress: Progress = no_progress
) -> tuple[DatasetComparison, ...]:
    """Compare two cuts, data set by data set.

    Parameters
    ----------
    older, newer : StudyData
        Opened in the same way. Sources of derived data sets (kind OTHER) are
        compared only where nothing was made of them.
    """
    old = {d.name: d for d in older.datasets if USUBJID in d.frame}
    new = {d.name: d for d in newer.datasets if USUBJID in d.frame}
    names = list(dict.fromkeys([*old, *new]))
    found = []
    for number, name in enumerate(names):
        progress(number / max(1, len(names)), Doing("Comparing {name}", name=name))
        found.append(_compare(name, old.get(name), new.get(name)))
    return tuple(found)


def _compare(name: str, older: Dataset | None, newer: Dataset | None) -> DatasetComparison:
    if older is None or newer is None:
        only = older or newer
        assert only is not None
        sizes = (0, len(only.frame)) if older is None else (len(only.frame), 0)
        people = tuple(sorted(map(str, only.frame[USUBJID].dropna().unique())))
        which = "newer" if older is None else "older"
        return DatasetComparison(
            name, *sizes, sizes[1], sizes[0], 0, 0, people, (), only_in=which
        )  # fmt: skip
    keys = _key_columns(older, newer)
    left, right = _numbered(older.frame, keys), _numbered(newer.frame, keys)
    codes, _ = pd.factorize(pd.concat([left, right], ignore_index=True))
    first, second = codes[: len(left)], codes[len(left) :]
    place = pd.Index(first).get_indexer(pd.Index(second))
    matched_new = np.flatnonzero(place >= 0)
    matched_old = place[matched_new]
    added = np.flatnonzero(place < 0)
    removed = np.setdiff1d(np.arange(len(first)), matched_old)
    shared = [c for c in newer.frame.columns if c in older.frame]
    old_names, new_names = _Names(older, keys), _Names(newer, keys)
    listed: list[Difference] = []
    changed = np.zeros(len(matched_new), dtype=bool)
    values = 0
    for column in shared:
        differs = _differs(
            older.frame[column].iloc[matched_old], newer.frame[column].iloc[matched_new]
        )
        changed |= differs
        values += int(differs.sum())
        shown = np.flatnonzero(differs)[: max(0, MOST_LISTED - len(listed))]
        before = _as_texts(older.frame[column].iloc[matched_old[shown]])
        after = _as_texts(newer.frame[column].iloc[matched_new[shown]])
        for i, was, now in zip(shown.tolist(), before, after, strict=True):
            there = int(matched_new[i])
            listed.append(
                Difference(
                    CHANGED, name, new_names.subject[there], new_names.record[there], column,
                    was, now, old_names.row(int(matched_old[i])), new_names.row(there),
                )
            )  # fmt: skip
    for at in removed[: max(0, MOST_LISTED - len(listed))].tolist():
        who, what, row = old_names.subject[at], old_names.record[at], old_names.row(at)
        listed.append(Difference(REMOVED, name, who, what, old_row=row))
    for at in added[: max(0, MOST_LISTED - len(listed))].tolist():
        who, what, row = new_names.subject[at], new_names.record[at], new_names.row(at)
        listed.append(Difference(ADDED, name, who, what, new_row=row))
    touched = _people(older, removed) | _people(newer, added)
    touched |= _people(newer, matched_new[changed])
    return DatasetComparison(
        name,
        len(older.frame),
        len(newer.frame),
        len(added),
        len(removed),
        int(changed.sum()),
        values,
        tuple(sorted(touched)),
        tuple(listed),
        tuple(str(c) for c in newer.frame.columns if c not in older.frame),
        tuple(str(c) for c in older.frame.columns if c not in newer.frame),
    )


def _key_columns(older: Dataset, newer: Dataset) -> list[str]:
    """Return the variables that tell the records of both cuts apart best."""
    base = [c for c in (STUDYID, USUBJID) if c in older.frame and c in newer.frame]
    candidates: Sequence[tuple[str, ...]] = _KEYS.get(newer.kind, ((),))
    for candidate in candidates:
        there = [c for c in candidate if c in older.frame and c in newer.frame]
        last = candidate is candidates[-1]
        if last or (len(there) == len(candidate) and _tells_apart(newer.frame, [*base, *there])):
            return [*base, *there]
    return base


def _tells_apart(frame: pd.DataFrame, keys: list[str]) -> bool:
    return bool(frame[keys].notna().all().all()) and not bool(frame[keys].duplicated().any())


def _numbered(frame: pd.DataFrame, keys: list[str]) -> pd.Series:
    """Return the key of each record as one text, with a number where it is repeated."""
    texts = pd.Series("", index=range(len(frame)), dtype="str")
    for key in keys:
        texts = texts + "\x1f" + _as_texts(frame[key]).reset_index(drop=True)
    return texts + "\x1f" + texts.groupby(texts, sort=False).cumcount().astype("str")


def _as_texts(values: pd.Series) -> pd.Series:
    """Return values as texts that are equal if the values are; missing as ""."""
    codes, distinct = pd.factorize(values)
    texts = np.array([*map(_shown, distinct), ""], dtype=object)
    return pd.Series(texts[codes], index=values.index, dtype="str")


def _shown(value: object) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, pd.Timestamp | np.datetime64):
        return pd.Timestamp(value).isoformat().removesuffix("T00:00:00")
    if isinstance(value, float | np.floating | int | np.integer):
        return f"{float(value):.15g}"
    return str(value)


def _differs(old: pd.Series, new: pd.Series) -> npt.NDArray[np.bool_]:
    if old.dtype.kind in "iuf" and new.dtype.kind in "iuf":
        left, right = old.to_numpy(float), new.to_numpy(float)
        return np.asarray((left != right) & ~(np.isnan(left) & np.isnan(right)), dtype=bool)
    left_texts, right_texts = _as_texts(old).to_numpy(object), _as_texts(new).to_numpy(object)
    return np.asarray(left_texts != right_texts, dtype=bool)


def _people(dataset: Dataset, places: npt.NDArray[np.intp]) -> set[str]:
    return set(map(str, dataset.frame[USUBJID].iloc[places].dropna().unique()))


class _Names:
    """Subject, key and row of every record of a data set, as texts."""

    def __init__(self, dataset: Dataset, keys: list[str]) -> None:
        frame = dataset.frame
        self.subject = _as_texts(frame[USUBJID]).to_numpy(object)
        texts = [_as_texts(frame[k]) for k in keys if k not in (STUDYID, USUBJID)]
        joined = zip(*texts, strict=True) if texts else ((),) * len(frame)
        self.record = [", ".join(t for t in record if t) for record in joined]
        self._rows = np.full(len(frame), -1, dtype=np.int64)
        for part in dataset.parts:
            if part.rows is not None:
                self._rows[part.start : part.stop] = part.rows

    def row(self, position: int) -> int | None:
        """Return the row of a record in its source, None where it is unknown."""
        row = int(self._rows[position])
        return None if row < 0 else row

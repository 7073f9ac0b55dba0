"""What an opened study holds, in a few figures for each data set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from sjogren_desktop.results import Doing, Progress, no_progress
from sjogren_desktop.study.data import (
    AVISIT,
    AVISITN,
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

_ARMS = ((TRT01P, "TRT01PN"), (TRTP, "TRTPN"), (TRT01A, "TRT01AN"), (TRTA, "TRTAN"), ("ARM", ""))


@dataclass(frozen=True)
class DatasetSummary:
    """One data set in figures; counts of what it does not have are 0.

    ``arms`` are in the order of their number where the data set has one, else
    sorted; ``errors``, ``warnings`` and ``notes`` count the findings about it.
    """

    name: str
    kind: str
    label: str
    sources: tuple[str, ...]
    rows: int
    columns: int
    subjects: int
    studies: tuple[str, ...]
    arms: tuple[str, ...]
    parameters: int
    visits: int
    errors: int = 0
    warnings: int = 0
    notes: int = 0

    @property
    def issues(self) -> int:
        """Number of findings, of whatever severity."""
        return self.errors + self.warnings + self.notes


def summarise(study: StudyData, *, progress: Progress = no_progress) -> list[DatasetSummary]:
    """Describe every data set of a study, in its order."""
    summaries = []
    severities = [issue.severity for issue in study.issues]
    found = Counter(zip(data_sets_of(study), severities, strict=True))
    for number, dataset in enumerate(study.datasets):
        progress(number / len(study.datasets), Doing("Counting {name}", name=dataset.name))
        summaries.append(_summarise(dataset, found))
    return summaries


def data_sets_of(study: StudyData) -> tuple[str, ...]:
    """Return the name of the data set that each finding is about.

    It is the first one made of the file (and sheet) of the finding that has its column, else
    the first made of them; "" where the file made none, or several sheets of it did and the
    finding names neither sheet nor column.
    """
    by_file: dict[str, list[Dataset]] = {}
    by_sheet: dict[tuple[str, str], list[Dataset]] = {}
    for dataset in study.datasets:
        for file in dict.fromkeys((*dataset.sources, *(p.file for p in dataset.parts))):
            by_file.setdefault(file, []).append(dataset)
        for place in dict.fromkeys((p.file, p.sheet) for p in dataset.parts):
            by_sheet.setdefault(place, []).append(dataset)
    names = []
    for issue in study.issues:
        place = (issue.file, issue.sheet)
        there = by_sheet.get(place, []) if issue.sheet else by_file.get(issue.file, [])
        holding = [d for d in there if issue.column and issue.column in d.frame]
        of_sheets = len({p.sheet for d in there for p in d.parts if p.file == issue.file}) > 1
        chosen = holding or ([] if of_sheets and not issue.sheet else there)
        names.append(chosen[0].name if chosen else "")
    return tuple(names)


def _summarise(dataset: Dataset, found: Mapping[tuple[str, str], int]) -> DatasetSummary:
    frame = dataset.frame
    return DatasetSummary(
        name=dataset.name,
        kind=dataset.kind,
        label=dataset.label,
        sources=dataset.sources,
        rows=len(frame),
        columns=frame.shape[1],
        subjects=_subjects(frame),
        studies=_sorted_texts(frame, STUDYID),
        arms=_arms(frame),
        parameters=_distinct(frame, PARAMCD),
        visits=max(_distinct(frame, AVISIT), _distinct(frame, AVISITN)),
        errors=found.get((dataset.name, "error"), 0),
        warnings=found.get((dataset.name, "warning"), 0),
        notes=found.get((dataset.name, "note"), 0),
    )


def _distinct(frame: pd.DataFrame, column: str) -> int:
    return int(frame[column].nunique()) if column in frame else 0


def _subjects(frame: pd.DataFrame) -> int:
    if USUBJID not in frame:
        return 0
    keys = [STUDYID, USUBJID] if STUDYID in frame else [USUBJID]
    return len(frame.loc[frame[USUBJID].notna(), keys].drop_duplicates())


def _sorted_texts(frame: pd.DataFrame, column: str) -> tuple[str, ...]:
    if column not in frame:
        return ()
    return tuple(sorted(str(v) for v in frame[column].dropna().unique()))


def _arms(frame: pd.DataFrame) -> tuple[str, ...]:
    for text, number in _ARMS:
        if text not in frame or not frame[text].notna().any():
            continue
        if number not in frame or frame[number].dtype.kind not in "if":
            return _sorted_texts(frame, text)
        pairs = frame[[text, number]].dropna(subset=[text])
        first = pairs.groupby(text, sort=True)[number].min()
        return tuple(str(v) for v in first.sort_values(kind="stable").index)
    return ()

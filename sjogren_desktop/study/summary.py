"""What an opened study holds, in a few figures for each data set."""

from __future__ import annotations

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
    sorted; ``issues`` counts the findings in its files.
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
    issues: int


def summarise(study: StudyData, *, progress: Progress = no_progress) -> list[DatasetSummary]:
    """Describe every data set of a study, in its order."""
    summaries = []
    for number, dataset in enumerate(study.datasets):
        progress(number / len(study.datasets), Doing("Counting {name}", name=dataset.name))
        summaries.append(_summarise(dataset, study))
    return summaries


def _summarise(dataset: Dataset, study: StudyData) -> DatasetSummary:
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
        issues=sum(i.file in dataset.sources for i in study.issues if i.file),
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

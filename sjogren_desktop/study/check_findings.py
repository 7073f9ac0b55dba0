"""How checks report: addressed issues, listed up to a limit and counted beyond it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import USUBJID, Dataset

MOST_ISSUES = 100
"""Issues one check lists before it only counts."""


@dataclass(frozen=True)
class More:
    """So many more findings of the same kind, which were not worded."""

    count: int


Findings = Iterator[Issue | More]


def each_of(positions: Sequence[int], word: Callable[[int], Issue]) -> Findings:
    """Word the findings at the first positions and count the others.

    A file with a systematic problem has as many findings as records; wording
    them all would take minutes and nobody would read them.
    """
    for position in positions[:MOST_ISSUES]:
        yield word(position)
    if len(positions) > MOST_ISSUES:
        yield More(len(positions) - MOST_ISSUES)


def positions_of(mask: pd.Series | npt.NDArray[np.bool_]) -> list[int]:
    """Return the positions where a mask is true."""
    return [int(p) for p in np.flatnonzero(np.asarray(mask, dtype=bool))]


def found_at(
    dataset: Dataset,
    position: int,
    severity: str,
    message: str,
    column: str,
    action: str,
) -> Issue:
    """Return an issue with the address of one record."""
    file, sheet, row = dataset.address(position)
    frame = dataset.frame
    subject = frame[USUBJID].iloc[position] if USUBJID in frame else None
    return Issue(
        severity,
        message,
        action=action,
        file=file,
        sheet=sheet,
        row=row,
        column=column,
        subject="" if subject is None or pd.isna(subject) else str(subject),
    )

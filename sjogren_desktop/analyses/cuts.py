"""Two cuts of the data of a study: how the data differ, and which results move by it.

:func:`compare_cuts` is a function that another process can be given; each cut is
named by what reads it there, or is the study itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sjogren_desktop.analyses.moved import Rerun, rerun
from sjogren_desktop.analyses.opening import Read
from sjogren_desktop.results import BLINDED, POOLED_AGAIN, Progress, Result
from sjogren_desktop.study.blinding import blind
from sjogren_desktop.study.compare import DatasetComparison, compare_studies
from sjogren_desktop.study.data import StudyData


@dataclass(frozen=True, eq=False)
class Compared:
    """Everything a comparison gives."""

    datasets: tuple[DatasetComparison, ...]
    reruns: tuple[Rerun, ...]


def compare_cuts(
    older: StudyData | Read,
    newer: StudyData | Read,
    results: Sequence[Result],
    progress: Progress,
) -> Compared:
    """Compare two cuts; arms withheld in the one that is open are so in both.

    Parameters
    ----------
    older, newer : StudyData or function
        The study that is open, or what reads the other cut.
    results : sequence of Result
        Of the older cut; those that show arms are left out where arms are withheld.
    progress : callable
    """

    def reading(fraction: float, message: str) -> None:
        progress(0.5 * fraction, message)

    old = older if isinstance(older, StudyData) else older(reading)
    new = newer if isinstance(newer, StudyData) else newer(reading)
    if old.arms_pooled or new.arms_pooled:
        old = old if old.arms_pooled else blind(old).study
        new = new if new.arms_pooled else blind(new).study
        results = [r for r in results if r.blinding in (BLINDED, POOLED_AGAIN)]
    datasets = compare_studies(old, new, progress=lambda f, m: progress(0.5 + 0.2 * f, m))
    reruns = rerun(results, new, progress=lambda f, m: progress(0.7 + 0.3 * f, m))
    return Compared(datasets, reruns)

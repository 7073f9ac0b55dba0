"""The terms of the adverse events of a study, to be searched for, and who had one of them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sjogren_desktop.results import AnalysisError, Subjects
from sjogren_desktop.study.data import Dataset, StudyData

_VARIABLES = ("AEDECOD", "AETERM")
"""The coded term, or what was reported where nothing is coded."""
_MOST = 5_000
"""Terms of a data set that are listed; texts as reported may be as many as there are records."""


@dataclass(frozen=True)
class EventTerm:
    """A term of adverse events in a data set, and how many patients had it."""

    dataset: str
    term: str
    patients: int


def event_terms(study: StudyData) -> tuple[EventTerm, ...]:
    """Return the terms of the adverse events, those of most patients first in each data set.

    The 5,000 most frequent are enough for any coded trial. All records count, whenever they
    began. It takes a look at every record, so it is no work for the thread of a window.
    """
    found: list[EventTerm] = []
    with suppress(AnalysisError):  # without subjects nobody can be gone to
        for dataset in study.of_kind("ADAE"):
            found += _terms_of(study, dataset)
    return tuple(found)


def patients_with(study: StudyData, dataset: str, term: str) -> Subjects:
    """Return the patients with an event of this term, in the order of the records."""
    data = study.dataset(dataset)
    variable = _variable(data)
    if variable is None:
        return Subjects(term, ())
    records = data.frame.loc[data.frame[variable].eq(term).fillna(False).astype(bool)]
    return Subjects(term, tuple(map(str, study.subject_keys(records).dropna().unique())))


def _terms_of(study: StudyData, dataset: Dataset) -> list[EventTerm]:
    import numpy as np
    import pandas as pd

    variable = _variable(dataset)
    if variable is None:
        return []
    terms, names = pd.factorize(dataset.frame[variable])
    who, everybody = pd.factorize(study.subject_keys(dataset.frame))
    known = (terms >= 0) & (who >= 0)
    # By a hash table: sorting a million pairs would take ten times as long.
    pairs = pd.unique(terms[known].astype(np.int64) * len(everybody) + who[known])
    counts = np.bincount(pairs // max(len(everybody), 1), minlength=len(names))
    return [
        EventTerm(dataset.name, str(names[place]), int(counts[place]))
        for place in map(int, np.argsort(-counts, kind="stable")[:_MOST])
        if counts[place]
    ]


def _variable(dataset: Dataset) -> str | None:
    frame = dataset.frame
    return next((v for v in _VARIABLES if v in frame and frame[v].notna().any()), None)

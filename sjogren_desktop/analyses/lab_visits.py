"""The visits of a data set: which there are, their order, and which repeat others.

Rule LB.2 in ``resources/methods/lab_values.md``; proved through the tables that use it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from sjogren_desktop.analyses.ae_records import IntArray, Mask
from sjogren_desktop.analyses.endpoint_options import parameters
from sjogren_desktop.analyses.spec import Choice, Item
from sjogren_desktop.study.data import AVISIT, AVISITN, Dataset, StudyData

if TYPE_CHECKING:
    import pandas as pd

_SUMMARY = re.compile(
    r"end of (?:treatment|study|trial)|endpoint|end point|\blast\b|\bworst\b|maximum|minimum|"
    r"average|\boverall\b|any (?:visit|post)",
    re.IGNORECASE,
)
_UNSCHEDULED = re.compile(r"unsched|unplanned", re.IGNORECASE)

Visits = tuple[IntArray, tuple[tuple[float, str], ...], Mask]
_known_visits: WeakKeyDictionary[Dataset, Visits] = WeakKeyDictionary()


def visits_of(dataset: Dataset) -> Visits:
    """Return the visits of a whole data set, found once."""
    if dataset not in _known_visits:
        _known_visits[dataset] = find_visits(dataset.frame)
    return _known_visits[dataset]


def find_visits(frame: pd.DataFrame) -> Visits:
    """Return visit codes, the visits in order, and which of them repeat other visits (LB.2)."""
    import pandas as pd

    codes, names = pd.factorize(frame[AVISIT].astype("object"))
    codes = codes.astype(np.intp)
    numbers = np.full(len(names), np.nan)
    if AVISITN in frame:
        given = frame[AVISITN].to_numpy(dtype=np.float64, na_value=np.nan)
        use = (codes >= 0) & ~np.isnan(given)
        # The smallest number of a visit name: a name should have one.
        lowest = np.full(len(names), np.inf)
        np.minimum.at(lowest, codes[use], given[use])
        numbers = np.where(np.isinf(lowest), np.nan, lowest)
    elif len(names):
        numbers = np.array([_number_in(str(n)) for n in names])
    order = np.lexsort((np.array([str(n) for n in names]), numbers))
    place = np.empty(len(names) + 1, dtype=np.intp)
    place[order] = np.arange(len(names))
    place[-1] = -1
    visits = tuple((float(numbers[i]), str(names[i])) for i in order)
    summary = np.array([_is_summary(n, name) for n, name in visits], dtype=bool)
    return place[codes], visits, summary


def _number_in(name: str) -> float:
    """Return what a visit's name says where there are no visit numbers."""
    if re.search(r"baseline|screening|\bday 1\b", name, re.IGNORECASE):
        return 0.0
    found = re.search(r"\d+(?:\.\d+)?", name)
    return float(found.group()) if found else np.nan


def _is_summary(number: float, name: str) -> bool:
    nines = number >= 99 and set(f"{number:g}") == {"9"}
    return bool(_SUMMARY.search(name)) or nines


def is_unscheduled(name: str) -> bool:
    """Say whether a visit's name says that it was not planned."""
    return bool(_UNSCHEDULED.search(name))


# --- the last visit on treatment ------------------------------------------


def _until_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    chosen = values["parameters"]
    assert isinstance(chosen, tuple)
    known = parameters(study)
    names: dict[str, float] = {}
    for dataset in dict.fromkeys(known[str(c)][0] for c in chosen):
        for number, name in _scheduled(dataset):
            names.setdefault(name, number)
    return tuple(Item(n, n) for n, _ in sorted(names.items(), key=lambda pair: pair[1]))


def _scheduled(dataset: Dataset) -> tuple[tuple[float, str], ...]:
    _, visits, summary = visits_of(dataset)
    return tuple(
        v
        for v, copy in zip(visits, summary, strict=True)
        if v[0] > 0 and not copy and not is_unscheduled(v[1])
    )


def _until_default(study: StudyData, values: Mapping[str, object]) -> str:
    items = _until_items(study, values)
    return items[-1].value if items else ""


UNTIL = Choice(
    "until",
    "Last visit that counts",
    "Values at later visits (follow-up after treatment) are no worst and no last values.",
    _until_items,
    _until_default,
)

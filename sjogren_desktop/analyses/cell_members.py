"""Which patients stand behind the cells of a table of several dimensions."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from sjogren_desktop.analyses.ae_records import Cohort, IntArray

MOST = 500_000
"""Records up to which cells name their patients; millions would take longer than counting."""


class Members:
    """The keys of the subjects behind the counts of a table of several dimensions."""

    def __init__(
        self, group: Cohort, cell: IntArray, person: IntArray, shape: tuple[int, ...]
    ) -> None:
        self._shape = shape
        if len(cell) > MOST:
            cell, person = cell[:0], person[:0]
        order = np.argsort(cell, kind="stable")
        self._keys = group.keys[person[order]]
        counts = np.bincount(cell, minlength=math.prod(shape) if len(cell) else 0)
        self._ends = [0, *np.cumsum(counts).tolist()]

    def at(self, *place: int) -> tuple[str, ...]:
        """Return the keys of a cell, or of all cells of the leading dimensions given."""
        if not len(self._keys):
            return ()
        first = 0
        for number, size in zip(place, self._shape, strict=False):
            first = first * size + number
        size = math.prod(self._shape[len(place) :])
        low, high = self._ends[first * size], self._ends[(first + 1) * size]
        return tuple(self._keys[low:high].tolist())

    def of(self, leading: tuple[int, ...]) -> Callable[..., tuple[str, ...]]:
        """Return :meth:`at` for the cells below some leading places."""
        return partial(self.at, *leading)

"""Which patients stand behind the cells of a table of several dimensions."""

from __future__ import annotations

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
        self._cell, self._keys = cell[order], group.keys[person[order]]

    def at(self, *place: int) -> tuple[str, ...]:
        """Return the keys of a cell, or of all cells of the leading dimensions given."""
        size = int(np.prod(self._shape[len(place) :]))
        first = int(np.ravel_multi_index(place, self._shape[: len(place)])) * size
        low, high = np.searchsorted(self._cell, (first, first + size))
        return tuple(self._keys[low:high].tolist())

    def of(self, leading: tuple[int, ...]) -> Callable[..., tuple[str, ...]]:
        """Return :meth:`at` for the cells below some leading places."""
        return partial(self.at, *leading)

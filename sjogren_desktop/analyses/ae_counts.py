"""Adverse events counted by dictionary term: which rows there are, and in which order.

Rules AE.2 to AE.5 in ``resources/methods/adverse_events.md``; proved through the
tables that use it (``tests/analyses/test_ae_terms.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses.ae_records import Cohort, Events, IntArray, Members
from sjogren_desktop.results import Cell, Stat, Value

if TYPE_CHECKING:
    import pandas as pd

NOT_CODED = "Not coded"
CLASSES = ("AESOC", "AEBODSYS")
TERMS = ("AEDECOD", "AETERM")
"""Variables of class and term, the preferred first."""


def filled(frame: pd.DataFrame, columns: Sequence[str]) -> str | None:
    """Return the first of the columns that holds anything."""
    return next((c for c in columns if c in frame and frame[c].notna().any()), None)


def coded(frame: pd.DataFrame, column: str | None) -> tuple[IntArray, list[str]]:
    """Return a code for each record and the texts of the codes.

    Texts that differ only in case or blanks are one; a missing text is
    :data:`NOT_CODED`.
    """
    import pandas as pd

    if column is None:
        return np.zeros(len(frame), dtype=np.intp), [NOT_CODED]
    codes, distinct = pd.factorize(frame[column].astype("object"))
    texts = [" ".join(str(t).split()) for t in distinct] + [NOT_CODED]
    first: dict[str, int] = {}
    labels: list[str] = []
    merged = np.empty(len(texts), dtype=np.intp)
    for i, text in enumerate(texts):
        place = first.setdefault(text.upper(), len(labels))
        if place == len(labels):
            labels.append(text)
        merged[i] = place
    return merged[codes], labels


@dataclass(frozen=True, eq=False)
class _Block:
    """Rows of one level: parent row (a code of the level above), label, counts."""

    path: list[tuple[str, ...]]
    subjects: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    records: IntArray
    members: Members


def _distinct(
    events: Events, columns: Sequence[str | None]
) -> tuple[list[tuple[str, ...]], IntArray]:
    """Return the distinct combinations of the columns' texts, and which one each record has."""
    key = np.zeros(len(events), dtype=np.int64)
    labels: list[list[str]] = []
    for column in columns:
        codes, texts = coded(events.frame, column)
        key = key * len(texts) + codes
        labels.append(texts)
    distinct, row = np.unique(key, return_inverse=True)
    paths = []
    for value in distinct:
        rest, path = int(value), []
        for texts in reversed(labels):
            rest, code = divmod(rest, len(texts))
            path.append(texts[code])
        paths.append(tuple(reversed(path)))
    return paths, row.astype(np.intp)


def _block(group: Cohort, events: Events, columns: Sequence[str | None]) -> _Block:
    """Count each distinct combination of the columns' texts."""
    paths, row = _distinct(events, columns)
    return _Block(
        paths,
        group.count(events.people, row, len(paths)),
        group.count_records(events.people, row, len(paths)),
        group.members(events.people, row, len(paths)),
    )


_LEVELS: dict[str, tuple[str, ...]] = {
    "class-term": ("SOC", "PT"),
    "class-hlt-term": ("SOC", "HLT", "PT"),
    "class": ("SOC",),
    "term": ("PT",),
}
_VARIABLES = {"SOC": CLASSES, "HLT": ("AEHLT",), "PT": TERMS}
"""Variables of each level, the preferred first."""
_VARIABLE = {"SOC": "AESOC", "HLT": "AEHLT", "PT": "AEDECOD"}


@dataclass(frozen=True, eq=False)
class TermRows:
    """The rows of a term table in display order, with their counts.

    ``paths`` are the texts from the class down; the first row is empty: any event.
    ``members`` are the keys of the subjects by row and arm.
    """

    levels: tuple[str, ...]
    paths: list[tuple[str, ...]]
    subjects: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    records: IntArray
    members: Members

    def label(self, row: int) -> str:
        """Return the text of a row."""
        return self.paths[row][-1] if self.paths[row] else "Any adverse event"

    def key(self, row: int) -> dict[str, Value]:
        """Return what identifies a row."""
        depth = len(self.paths[row])
        names = self.levels[:depth]
        key: dict[str, Value] = {"LEVEL": names[-1] if names else "overall"}
        return key | {_VARIABLE[n]: t for n, t in zip(names, self.paths[row], strict=True)}


def term_rows(
    group: Cohort, events: Events, rows: str, *, threshold: float = 0.0, by_alphabet: bool = False
) -> TermRows:
    """Count subjects and records by dictionary level, in the order of the table (AE.5).

    Parameters
    ----------
    group, events
    rows : str
        One of ``class-term, class-hlt-term, class, term``.
    threshold : float
        Per cent of an arm that a row of the lowest level must reach.
    by_alphabet : bool
    """
    levels = _LEVELS[rows]
    source = {level: filled(events.frame, _VARIABLES[level]) for level in levels}
    blocks = [_block(group, events, [])] if len(events) else [_empty(group)]
    blocks += [
        _block(group, events, [source[n] for n in levels[: i + 1]]) for i in range(len(levels))
    ]
    kept = _kept(group, blocks, threshold)
    total = {
        path: int(block.subjects[i].sum()) for block in blocks for i, path in enumerate(block.path)
    }

    def order(path: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
        parts = [path[: i + 1] for i in range(len(path))]
        return tuple((0 if by_alphabet else -total[p], p[-1].upper()) for p in parts)

    found = sorted(
        ((order(path), b, i) for b, i, path in kept),
        key=lambda entry: entry[0],
    )
    return TermRows(
        levels,
        [blocks[b].path[i] for _, b, i in found],
        np.stack([blocks[b].subjects[i] for _, b, i in found]),
        np.stack([blocks[b].records[i] for _, b, i in found]),
        [blocks[b].members[i] for _, b, i in found],
    )


def rows_of(events: Events, found: TermRows) -> list[IntArray]:
    """Return the row of each record at every level of a table, -1 where none is shown.

    The first level is the row of any event.
    """
    place = {path: row for row, path in enumerate(found.paths)}
    columns = [_VARIABLES[level] for level in found.levels]
    rows = [np.full(len(events), place[()], dtype=np.intp)]
    for depth in range(1, len(columns) + 1):
        paths, row = _distinct(events, [filled(events.frame, c) for c in columns[:depth]])
        shown = np.array([place.get(path, -1) for path in paths], dtype=np.intp)
        rows.append(shown[row] if len(events) else row)
    return rows


def _empty(group: Cohort) -> _Block:
    shape = (1, len(group.arms), len(group.studies))
    nobody: Members = [((),) * len(group.arms)]
    return _Block([()], np.zeros(shape, np.int64), np.zeros(shape[:2], np.intp), nobody)


def _kept(
    group: Cohort, blocks: Sequence[_Block], threshold: float
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return the rows shown: terms from the threshold on, and what stands above them."""
    lowest = blocks[-1]
    sizes = np.maximum(group.arm_sizes, 1)
    share = 100 * lowest.subjects.sum(axis=2) / sizes
    shown = np.max(share, axis=1, initial=0) >= threshold
    above = {p[:depth] for p, s in zip(lowest.path, shown, strict=True) if s for depth in range(9)}
    above.add(())
    return [
        (b, i, path)
        for b, block in enumerate(blocks)
        for i, path in enumerate(block.path)
        if path in above
    ]


def sizes_text(group: Cohort) -> str:
    """Return the N of the arms, for captions of figures."""
    parts = (f"{arm} {n}" for arm, n in zip(group.arms, group.arm_sizes, strict=True))
    return f"N: {', '.join(parts)}."


def count_cell(n: int, total: int, records: int, subjects: tuple[str, ...] = ()) -> Cell:
    """Return subjects with percentage, and number of events."""
    share = 100 * n / total if total else None
    stats = (Stat("count", n), Stat("percent", share), Stat("events", records))
    return Cell(stats, "{0} ({1}%) [{2}]", subjects)

"""The cells of a sheet, held by column while its rows stream past.

A million rows of Python objects would take gigabytes. Rows are taken in blocks;
within a block, a column of numbers becomes an array, one of texts an array of
their codes, and only columns of mixed kinds keep their cells as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

_BLOCK = 2048
_MOST_WORDS = 100_000
"""Different texts of a column up to which it is held as codes."""

_NUMBERS = frozenset({float, int})

Cells = list[Any]
Codes = npt.NDArray[np.int32]


class Words(NamedTuple):
    """A column of texts: the code of each cell, and the text of each code, of code 0 ""."""

    codes: Codes
    texts: Cells

    def tolist(self) -> Cells:
        """Return the cells."""
        return list(map(self.texts.__getitem__, self.codes.tolist()))


Part = npt.NDArray[np.float64] | Words | Cells
"""A column, or some rows of it: numbers, NaN where blank, texts, or the cells as they are."""


class Merged(NamedTuple):
    """A merged range; rows and columns count from 0, the last are included."""

    top: int
    left: int
    bottom: int
    right: int


class SheetCells:
    """All cells of a sheet; merged ranges hold the value of their first cell everywhere.

    Parameters
    ----------
    rows : iterable of sequence
        The rows from the top of the sheet, all equally long.
    left : int
        Blank columns of the sheet before the first cell of each row.
    merged : sequence of Merged
        The ranges to fill.
    tick : callable
        Called with the number of rows taken so far, once in a while.

    Attributes
    ----------
    height, width : int
        Number of rows and of columns.
    filled, worded : numpy.ndarray of int
        How many cells of each row are not blank, and how many of these are text.
    """

    def __init__(
        self,
        rows: Iterable[Sequence[Any]],
        left: int,
        merged: Sequence[Merged],
        tick: Callable[[int], None],
    ) -> None:
        self._blocks: list[list[Part]] = []
        self._left = left
        self.height, self.width = 0, left
        counts: list[_Count] = []
        waiting = sorted(merged, reverse=True)
        begun: list[tuple[Merged, Any]] = []
        words: list[_Vocabulary] = []
        stream = iter(rows)
        while block := list(islice(stream, _BLOCK)):
            start, stop = self.height, self.height + len(block)
            while waiting and waiting[-1].top < stop:
                area = waiting.pop()
                begun.append((area, _first(block, start, area, left)))
            if begun:
                block = [list(row) for row in block]
                for area, value in begun:
                    _fill(block, start, area, value, left)
                begun = [(area, value) for area, value in begun if area.bottom >= stop]
            count = _Count(len(block))
            while len(words) < len(block[0]):
                words.append(_Vocabulary())
            columns = zip(zip(*block, strict=True), words, strict=False)
            parts = [_packed(cells, count, known) for cells, known in columns]
            self._blocks.append(parts)
            counts.append(count)
            self.height, self.width = stop, left + len(parts)
            tick(stop)
        none = np.zeros(0, dtype=np.int64)
        self.filled = np.concatenate([none, *(c.filled for c in counts)])
        self.worded = np.concatenate([none, *(c.worded for c in counts)])

    def row(self, position: int) -> Cells:
        """Return the cells of a row, "" where blank."""
        at = position % _BLOCK
        parts = self._blocks[position // _BLOCK]
        return [""] * self._left + [_cell(part, at) for part in parts]

    def column(self, position: int, records: npt.NDArray[np.int64]) -> Part:
        """Return a column in some rows: an array if all of it are numbers or blank."""
        if position < self._left:
            return [""] * records.size
        chosen: list[Part] = []
        bounds = np.searchsorted(records, np.arange(len(self._blocks) + 1) * _BLOCK)
        for number, block in enumerate(self._blocks):
            within = records[bounds[number] : bounds[number + 1]] - number * _BLOCK
            part = block[position - self._left]
            if isinstance(part, np.ndarray):
                chosen.append(part[within])
            elif isinstance(part, Words):
                chosen.append(Words(part.codes[within], part.texts))
            elif within.size == len(part):
                chosen.append(part)
            elif within.size:
                # Without the words of the header, the first block is often one of numbers.
                chosen.append(_as_numbers([part[i] for i in within]))
        words = [part for part in chosen if isinstance(part, Words)]
        if words and len(words) == len(chosen):
            return Words(np.concatenate([part.codes for part in words]), words[0].texts)
        numbers = [_numbers_of(part) for part in chosen]
        if all(part is not None for part in numbers):
            return np.concatenate([part for part in numbers if part is not None])
        return _as_numbers(list(chain.from_iterable(map(_cells, chosen))))


def is_blank(cell: object) -> bool:
    """Return True for a cell that holds nothing."""
    return cell is None or cell == ""


class _Count:
    """Per row of a block: the cells that are not blank, and those of them that are text."""

    def __init__(self, rows: int) -> None:
        self.filled = np.zeros(rows, dtype=np.int64)
        self.worded = np.zeros(rows, dtype=np.int64)


def _first(block: Sequence[Sequence[Any]], start: int, area: Merged, left: int) -> Any:
    """Return the value of a range, which is that of its first cell."""
    column = area.left - left
    row = block[area.top - start]
    return row[column] if 0 <= column < len(row) else ""


def _fill(block: list[Any], start: int, area: Merged, value: Any, left: int) -> None:
    for row in block[max(0, area.top - start) : max(0, area.bottom + 1 - start)]:
        first, stop = max(0, area.left - left), min(area.right + 1 - left, len(row))
        row[first:stop] = [value] * max(0, stop - first)


class _NotWords(Exception):
    """A cell that is no text."""


class _Vocabulary(dict[Any, int]):
    """The code of each text of a column, those not met before being added."""

    def __init__(self) -> None:
        super().__init__({"": 0, None: 0})
        self.texts: Cells = [""]

    def __missing__(self, cell: Any) -> int:
        if type(cell) is not str:
            raise _NotWords
        self[cell] = code = len(self.texts)
        self.texts.append(cell)
        return code

    def words(self, cells: tuple[Any, ...]) -> Words | None:
        """Return cells as codes, None where one is no text or most are different."""
        if len(self.texts) > _MOST_WORDS:
            return None
        try:
            codes = np.fromiter(map(self.__getitem__, cells), dtype=np.int32, count=len(cells))
        except _NotWords:
            return None
        return Words(codes, self.texts)


def _packed(cells: tuple[Any, ...], count: _Count, known: _Vocabulary) -> Part:
    """Return a column of a block in its smallest form, and count its cells."""
    found = known.words(cells) if type(cells[0]) is str else None
    if found is not None:
        full = found.codes > 0
        count.filled += full
        count.worded += full
        return found
    kinds = set(map(type, cells))
    if kinds <= _NUMBERS:
        count.filled += 1
        return np.array(cells, dtype=float)
    full = np.array([not is_blank(cell) for cell in cells])
    count.filled += full
    count.worded += full & np.array([type(cell) is str for cell in cells])
    if not kinds & {float, int, bool}:
        return list(cells)
    return _as_numbers(cells)


def _as_numbers(cells: Sequence[Any]) -> Part:
    """Return cells as an array if they are numbers or blank, and at least one is a number."""
    kinds = set(map(type, cells))
    if kinds <= _NUMBERS:
        return np.array(cells, dtype=float)
    if not kinds & _NUMBERS or kinds - _NUMBERS - {str, type(None)}:
        return list(cells)
    if any(type(cell) is str and cell for cell in cells):
        return list(cells)
    return np.array([np.nan if is_blank(cell) else cell for cell in cells])


def _cell(part: Part, at: int) -> Any:
    if isinstance(part, Words):
        return part.texts[part.codes[at]]
    return _cells(part[at : at + 1])[0]


def _cells(part: Part) -> Cells:
    """Return the cells of a part, "" where blank."""
    if isinstance(part, np.ndarray):
        return ["" if cell != cell else cell for cell in part.tolist()]
    return part.tolist() if isinstance(part, Words) else part


def _numbers_of(part: Part) -> npt.NDArray[np.float64] | None:
    """Return a part as numbers where it is of numbers or blank, else None."""
    if isinstance(part, np.ndarray):
        return part
    if isinstance(part, Words) and not part.codes.any():
        return np.full(len(part.codes), np.nan)
    return None

"""Frames of millions of records taken apart for another process, and put together there.

Pickling a column of five million texts, making it of its pickle and letting go of the
list between take a tenth of a second each, in which no other thread of the program goes
on and the window is deaf. So texts go over as codes and the different texts, and are
coded and decoded some thousand at a time; that is smaller besides.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop import crew

LARGE = 100_000
"""Records from which on a frame is taken apart."""
_PIECE = 4_000
"""Records coded at a time, in 0.4 ms: the window waits so long at each call of Qt that lets go."""
_GROWN = 20_000
"""Records decoded at a time, as fast."""


@dataclass(frozen=True, eq=False)
class _Texts:
    """A column of type ``str``: its different texts, and the place of each record's among them.

    A missing text has the place behind the last one.
    """

    distinct: tuple[str, ...]
    codes: npt.NDArray[np.unsignedinteger]


@dataclass(frozen=True, eq=False)
class Apart:
    """A frame taken apart; columns that are no texts are whole."""

    names: tuple[Hashable, ...]
    columns: tuple[_Texts | pd.Series, ...]


def take_apart(frame: pd.DataFrame) -> Apart:
    """Take a frame with the index 0, 1, ... apart."""
    columns = [_column(frame.iloc[:, place]) for place in range(frame.shape[1])]
    return Apart(tuple(frame.columns), tuple(columns))


def put_together(apart: Apart) -> pd.DataFrame:
    """Return the frame that was taken apart."""
    columns = [_decoded(c) if isinstance(c, _Texts) else c for c in apart.columns]
    frame = pd.concat(columns, axis=1) if columns else pd.DataFrame()
    frame.columns = pd.Index(apart.names)
    return frame


def coded(values: npt.NDArray[np.object_]) -> tuple[npt.NDArray[np.int32], list[Any]]:
    """Return codes and different values as ``pandas.factorize`` does, but piece by piece."""
    places: dict[Any, int] = {}
    codes = np.empty(len(values), dtype=np.int32)
    for start in range(0, len(values), _PIECE):
        here, found = pd.factorize(values[start : start + _PIECE])
        mine = [places.setdefault(value, len(places)) for value in found]
        codes[start : start + _PIECE] = np.array([*mine, -1], dtype=np.int32)[here]
        crew.breathe()
    return codes, list(places)


def _column(values: pd.Series) -> _Texts | pd.Series:
    if values.dtype != "str":
        return values
    codes, distinct = coded(values.to_numpy())
    codes[codes < 0] = len(distinct)
    return _Texts(tuple(distinct), codes.astype(np.min_scalar_type(len(distinct))))


def _decoded(column: _Texts) -> pd.Series:
    known = pd.Series([*column.distinct, None], dtype="str").array
    texts = np.asarray(known, dtype=object)
    # Grown bit by bit: to be given the memory of millions of records at once takes long.
    values = np.empty(0, dtype=object)
    for start in range(0, len(column.codes), _GROWN):
        codes = column.codes[start : start + _GROWN]
        values.resize(start + len(codes), refcheck=False)
        values[start:] = texts[codes]
        crew.breathe()
    # As the texts are those of an array of texts already, they are not looked through again.
    return pd.Series(known._from_backing_data(values), copy=False)

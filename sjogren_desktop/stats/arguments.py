"""What the methods ask of their arguments, said once and in whole sentences.

Every check raises :class:`~sjogren_desktop.results.AnalysisError`, so that a
wrong input reads the same whichever method it was handed to.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.results import AnalysisError

if TYPE_CHECKING:
    import pandas as pd

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]
BoolArray = npt.NDArray[np.bool_]


def numbers(values: npt.ArrayLike, name: str, *, minimum_length: int = 1) -> FloatArray:
    """Return a one-dimensional array of finite numbers, or say what is wrong.

    Raises
    ------
    AnalysisError
        If the values are no numbers, missing, infinite, not in one dimension,
        or fewer than ``minimum_length``.
    """
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise AnalysisError(f"{name}: give numbers only.") from None
    if array.ndim != 1:
        raise AnalysisError(f"{name}: give one row of numbers, not {array.ndim} dimensions.")
    if array.size < minimum_length:
        raise AnalysisError(
            f"{name}: {array.size} given where at least {minimum_length} are needed."
        )
    bad = int(np.count_nonzero(~np.isfinite(array)))
    if bad:
        raise AnalysisError(
            f"{name}: {bad} of {array.size} values are missing or infinite. Leave those rows out."
        )
    return array


def within(
    values: npt.ArrayLike,
    name: str,
    *,
    low: float = -np.inf,
    high: float = np.inf,
    open_low: bool = False,
    minimum_length: int = 1,
) -> FloatArray:
    """Return finite numbers of which none lies outside ``low`` to ``high``."""
    array = numbers(values, name, minimum_length=minimum_length)
    outside = (array <= low if open_low else array < low) | (array > high)
    if outside.any():
        first = array[outside][0]
        bound = f"above {low:g}" if open_low else f"at least {low:g}"
        limit = bound if np.isinf(high) else f"{bound} and at most {high:g}"
        raise AnalysisError(f"{name}: {first:g} found, but every value must be {limit}.")
    return array


def indicator(values: npt.ArrayLike, name: str) -> BoolArray:
    """Return values given as 0/1 or false/true as a boolean array."""
    array = numbers(values, name)
    if not np.isin(array, (0.0, 1.0)).all():
        odd = array[~np.isin(array, (0.0, 1.0))][0]
        raise AnalysisError(f"{name}: {odd:g} found; give 1 for an event and 0 for none.")
    return np.asarray(array == 1.0, dtype=np.bool_)


def equally_long(**arrays: Collection[object] | npt.NDArray[np.generic]) -> None:
    """Refuse arrays of different length."""
    lengths = {name: len(values) for name, values in arrays.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise AnalysisError(f"Arrays of different length cannot be put together: {told}.")


def fraction(value: float, name: str) -> float:
    """Return a number strictly between 0 and 1, such as a level of confidence."""
    if not 0.0 < value < 1.0:
        raise AnalysisError(f"{name}: {value:g} found, but it must lie between 0 and 1.")
    return float(value)


def choice(value: str, name: str, allowed: Collection[str]) -> str:
    """Return the value if it is one of those allowed."""
    if value not in allowed:
        raise AnalysisError(f"{name}: {value!r} is not known; choose from {', '.join(allowed)}.")
    return value


def positive_definite(matrix: npt.ArrayLike, name: str, size: int) -> FloatArray:
    """Return a symmetric positive definite matrix of the given size."""
    array = np.asarray(matrix, dtype=np.float64)
    if array.shape != (size, size):
        raise AnalysisError(f"{name}: give a {size} x {size} matrix; its shape is {array.shape}.")
    if not np.isfinite(array).all() or not np.allclose(array, array.T, rtol=1e-8, atol=0.0):
        raise AnalysisError(f"{name}: the matrix must be symmetric and without missing values.")
    try:
        np.linalg.cholesky(array)
    except np.linalg.LinAlgError:
        raise AnalysisError(f"{name}: the matrix is not positive definite.") from None
    return array


def groups(
    labels: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    name: str,
    *,
    minimum: int = 1,
) -> tuple[IntArray, list[object]]:
    """Return group numbers 0, 1 ... per row, and the label of each group.

    Groups stand in the order of a pandas Categorical, else sorted. Levels of a
    Categorical without any row are left out.

    Raises
    ------
    AnalysisError
        If a label is missing or there are fewer than ``minimum`` groups.
    """
    import pandas as pd

    codes, levels = pd.factorize(pd.Series(labels), sort=True)
    if (codes < 0).any():
        raise AnalysisError(f"{name}: {int((codes < 0).sum())} rows have no value.")
    if len(levels) < minimum:
        raise AnalysisError(
            f"{name}: {len(levels)} group found, but at least {minimum} are needed to compare."
        )
    return np.asarray(codes, dtype=np.intp), list(levels)

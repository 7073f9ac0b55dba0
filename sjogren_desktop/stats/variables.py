"""Variables of a formula as numbers: levels and codes, or values.

Text and categories become codes with the reference level first; numbers stay;
expressions such as ``log(x)`` or ``poly(x, 2)`` are evaluated by formulaic, which
remembers what it needs to evaluate them again on other rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import formulaic
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Factor:
    """One variable of the formula, or one expression such as ``log(BASE)``.

    Parameters
    ----------
    name : str
        Text in the formula; for ``C(x)`` the variable itself.
    levels : tuple, optional
        Levels present in the analysed rows, reference first; None for a number.
    codes : array of int, shape (n,)
        Index into ``levels`` for every analysed row (empty for a number).
    values : array, shape (n, k)
        The number itself, k = 1 except for expressions with several columns
        (shape (n, 0) for a factor with levels).
    suffixes : tuple of str
        Appended to the name for each of the k columns.
    typical : array, shape (k,)
        Value in the reference grid: the expression at the mean over the
        analysed rows of the variables it is made of.
    """

    name: str
    levels: tuple[object, ...] | None
    codes: Integers
    values: Floats
    suffixes: tuple[str, ...] = ("",)
    typical: Floats | None = None
    spec: tuple[Any, tuple[str, ...]] | None = None

    def size(self) -> int:
        """Return the number of levels, or of numeric columns."""
        return len(self.suffixes) if self.levels is None else len(self.levels)

    def label(self, index: int) -> str:
        """Return R's name for a level (or numeric column) in a coefficient."""
        if self.levels is None:
            return self.name + self.suffixes[index]
        return self.name + level_text(self.levels[index])


Raw = tuple[
    tuple[object, ...] | None, Integers, Floats, tuple[str, ...], tuple[Any, tuple[str, ...]] | None
]


def level_text(level: object) -> str:
    """Return a level as R prints it in a name (8.0 as "8")."""
    if isinstance(level, bool | np.bool_):
        return str(level).upper()
    if isinstance(level, float | np.floating):
        return f"{level:.15g}"
    return str(level)


def encode_levels(column: pd.Series) -> tuple[tuple[object, ...], Integers]:
    """Return the levels (categories, else sorted values) and the codes, -1 for missing."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return tuple(column.cat.categories), column.cat.codes.to_numpy().astype(np.int64)
    codes, uniques = pd.factorize(column)
    values = list(uniques)
    try:
        order = sorted(range(len(values)), key=values.__getitem__)
    except TypeError:  # text and numbers mixed in one column
        order = sorted(range(len(values)), key=lambda i: str(values[i]))
    rank = np.empty(len(values) + 1, dtype=np.int64)
    rank[order] = np.arange(len(values))
    rank[-1] = -1
    return tuple(values[i] for i in order), rank[codes]


def column_of(name: str, data: pd.DataFrame) -> pd.Series:
    """Return a column, or say which are there."""
    if name not in data.columns:
        shown = ", ".join(map(str, data.columns[:20])) + (" ..." if data.shape[1] > 20 else "")
        raise AnalysisError(f"The data have no column {name}. They have: {shown}.")
    column = data[name]
    if isinstance(column, pd.DataFrame):
        raise AnalysisError(f"The data have several columns called {name}. Rename all but one.")
    return column


def numbers_of(name: str, data: pd.DataFrame) -> Floats:
    """Return a numeric column as floats with NaN for missing."""
    column = column_of(name, data)
    if not pd.api.types.is_numeric_dtype(column.dtype):
        raise AnalysisError(f"{name} must be a number in every row, but holds text.")
    return column.to_numpy(dtype=np.float64, na_value=np.nan)


def read_variable(text: str, data: pd.DataFrame) -> Raw:
    """Encode a factor of the formula over all rows of the frame."""
    name = _wrapped(text)
    if name is None and text not in data.columns and text.endswith(")"):
        values, suffixes, spec = _evaluate_terms(text, data)
        return None, np.empty(0, np.int64), values, suffixes, spec
    column = column_of(name or text, data)
    kind = column.dtype
    if (
        name is None
        and pd.api.types.is_numeric_dtype(kind)
        and not pd.api.types.is_bool_dtype(kind)
    ):
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)[:, None]
        if np.isinf(values).any():
            raise AnalysisError(f"{text} has infinite values. Set them to missing or correct them.")
        return None, np.empty(0, np.int64), values, ("",), None
    levels, codes = encode_levels(column)
    return levels, codes, np.empty((0, 0)), (), None


def restrict_variable(text: str, raw: Raw, rows: Integers, data: pd.DataFrame) -> Factor:
    """Restrict an encoded variable to the analysed rows and drop unused levels."""
    levels, codes, values, suffixes, spec = raw
    complete = len(rows) == len(data)
    if levels is None:
        values = values if complete else values[rows]
        typical = values.mean(axis=0)
        if spec is not None:
            means = data.iloc[rows][list(spec[1])].mean(numeric_only=True)
            typical = evaluate_again(spec, means.to_frame().T)[0]
        return Factor(text, None, codes, values, suffixes, typical, spec)
    codes = codes if complete else codes[rows]
    used = np.bincount(codes, minlength=len(levels)) > 0
    if not used.all():
        codes = (np.cumsum(used) - 1)[codes]
        levels = tuple(v for v, u in zip(levels, used, strict=True) if u)
    name = _wrapped(text) or text
    if len(levels) < 2:
        raise AnalysisError(
            f"{name} has only the value {level_text(levels[0])} in the {len(rows)} analysed rows, "
            "so it cannot be a term of the model. Take it out, or include more data."
        )
    return Factor(name, levels, codes, values)


def evaluate_expression(text: str, data: pd.DataFrame) -> tuple[Floats, Any]:
    """Evaluate an expression through formulaic, keeping rows with missing values."""
    try:
        frame = formulaic.model_matrix(f"0 + {text}", data, na_action="ignore")
    except Exception as error:  # whatever a user's expression can raise
        raise AnalysisError(f"{text} cannot be evaluated on these data: {error}") from error
    return frame.to_numpy(dtype=np.float64), frame.model_spec


def evaluate_again(spec: tuple[Any, tuple[str, ...]], data: pd.DataFrame) -> Floats:
    """Evaluate an expression on new rows with what it remembers of the fitted ones."""
    frame = spec[0].get_model_matrix(data[list(spec[1])], na_action="ignore")
    return np.asarray(frame.to_numpy(dtype=np.float64))


def _evaluate_terms(
    text: str, data: pd.DataFrame
) -> tuple[Floats, tuple[str, ...], tuple[Any, tuple[str, ...]]]:
    """Evaluate an expression; also name its columns and the variables it needs."""
    values, spec = evaluate_expression(text, data)
    if np.isinf(values).any():
        raise AnalysisError(f"{text} is infinite for some rows. Check the values it is taken of.")
    needed = tuple(sorted(map(str, spec.required_variables)))
    suffixes = ("",) if values.shape[1] == 1 else tuple(str(i + 1) for i in range(values.shape[1]))
    return values, suffixes, (spec, needed)


def _wrapped(text: str) -> str | None:
    """Return x for ``C(x)`` and ``factor(x)``, else None."""
    for prefix in ("C(", "factor("):
        if text.startswith(prefix) and text.endswith(")"):
            return text[len(prefix) : -1].strip().strip("`")
    return None

"""A part of the subjects, by conditions on their variables: ``SEX = F and AGE >= 65``.

Conditions are joined by ``and``; a subject whose variable is missing meets none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.results import AnalysisError

if TYPE_CHECKING:
    import pandas as pd

Mask = npt.NDArray[np.bool_]

MOST_VALUES = 12
"""Different values up to which a variable is offered to choose from."""

_CONDITION = re.compile(r"\s*(\w+)\s*(<=|>=|!=|<>|=|<|>|\bin\b)\s*(.+?)\s*", re.IGNORECASE)
_AND = re.compile(r"\s+and(?:\s+|$)", re.IGNORECASE)
_NUMBERS: dict[str, Callable[[npt.NDArray[np.float64], float], Mask]] = {
    "<": lambda values, bound: np.asarray(values < bound),
    "<=": lambda values, bound: np.asarray(values <= bound),
    ">": lambda values, bound: np.asarray(values > bound),
    ">=": lambda values, bound: np.asarray(values >= bound),
}
_EXAMPLE = "Write conditions such as: SEX = F and AGE >= 65, or REGION1 in Europe, Asia."


def chosen(people: pd.DataFrame, text: str) -> Mask:
    """Say which subjects meet all conditions of a text; everybody meets an empty one.

    Parameters
    ----------
    people : DataFrame
        One row a subject.
    text : str

    Raises
    ------
    AnalysisError
        If a condition cannot be read, names no variable of the subjects, or compares
        what are no numbers.
    """
    mask = np.ones(len(people), dtype=bool)
    for part in _AND.split(text.strip()) if text.strip() else ():
        mask &= _met(people, part)
    return mask


def described(text: str) -> str:
    """Return the conditions as they are printed behind the population."""
    return " ".join(text.split())


def offered(people: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return the text variables with few values, and the values, to choose conditions from."""
    found = {}
    for column in people.columns:
        values = people[column]
        if values.dtype.kind in "iufcmM" or str(column).endswith(("DTC", "DTM")):
            continue
        distinct = values.dropna().unique()
        if 2 <= len(distinct) <= MOST_VALUES:
            found[str(column)] = tuple(sorted(str(v) for v in distinct))
    return found


def _met(people: pd.DataFrame, part: str) -> Mask:
    found = _CONDITION.fullmatch(part)
    if found is None:
        raise AnalysisError(f"The condition '{part.strip()}' cannot be read. {_EXAMPLE}")
    name, sign, wanted = found.group(1).upper(), found.group(2).lower(), found.group(3)
    if name not in people:
        raise AnalysisError(
            f"The subjects have no variable {name}. Choose one of the subject-level data set. "
            f"{_EXAMPLE}"
        )
    values = people[name]
    if sign in _NUMBERS:
        return _compared(values, name, sign, wanted)
    words = [w.strip().strip("'\"") for w in (wanted.split(",") if sign == "in" else [wanted])]
    met = _equal(values, words)
    if sign in ("!=", "<>"):
        return np.asarray(values.notna(), dtype=bool) & ~met
    return met


def _equal(values: pd.Series, words: list[str]) -> Mask:
    import pandas as pd

    if values.dtype.kind in "iuf":
        numbers = pd.to_numeric(pd.Series(words), errors="coerce").dropna()
        return np.asarray(values.isin(numbers), dtype=bool)
    texts = values.astype("object").where(values.notna(), "").astype(str).str.strip().str.upper()
    return np.asarray(texts.isin([w.upper() for w in words]) & (texts != ""), dtype=bool)


def _compared(values: pd.Series, name: str, sign: str, wanted: str) -> Mask:
    try:
        bound = float(wanted.replace(",", "."))
    except ValueError:
        raise AnalysisError(
            f"'{wanted}' is no number, so {name} cannot be compared with it. {_EXAMPLE}"
        ) from None
    if values.dtype.kind not in "iuf":
        raise AnalysisError(f"{name} holds no numbers; compare it with = or in. {_EXAMPLE}")
    return _NUMBERS[sign](values.to_numpy(dtype=np.float64, na_value=np.nan), bound)

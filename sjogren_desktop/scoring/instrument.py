"""What every instrument is made of: columns in, scores out, conventions named.

An instrument scores whole columns at once. A single case at the bedside is
scored by the same code as a column of length one, so bedside and bulk cannot
disagree. Missing is NaN inside, None outside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pandas as pd

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Scores = dict[str, npt.NDArray[np.generic]]
Conventions = Mapping[str, str]

TOLERANCE = 1e-9
"""Thresholds are compared with this much room, so that 26/3 to 23/3 is one point."""

CONVENTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "C1": ("A missing domain or item makes the total missing", ("missing", "zero")),
    "C2": ("Responders with a missing visit are missing; imputation is a later step", ("missing",)),
    "C3": (
        "Values on a limit: IgG 16 and 20 g/L low; proteinuria 1 g/day low, 1.5 moderate; groin "
        "nodes by groin limits only",
        ("as stated",),
    ),
    "C4": ("Percentage change from a baseline of 0: rule not met", ("not met",)),
    "C5": ("STAR undecided because of missing domains", ("non-responder", "missing")),
    "C6": ("SSSD week: mean of valid days, of which at least", ("4", "1", "2", "3", "5", "6", "7")),
    "C7": ("STAR and CRESS, two tests in one domain", ("any", "first")),
    "C8": ("Ultrasound by Hocevar is positive at 17", (">=", ">")),
}
"""Conventions of this program where nothing is published: text, and choices (default first)."""


@dataclass(frozen=True)
class Instrument:
    """One entry of the catalogue of instruments.

    Parameters
    ----------
    key, title : str
    rule : str
        Published source of the rule, and its version.
    score : callable
        ``score(columns, conventions) -> Scores``; the arrays have one value a row.
    kinds : mapping of str to str
        How each output is given back for one case: "int", "float", "flag",
        "text" or "names" (comma-separated text, given back as a list).
    conventions : tuple of str
        Those that touch this instrument.
    unverified : tuple of str
        Parts of the rule that could not be checked against the publication.
    """

    key: str
    title: str
    rule: str
    score: Callable[[Columns, Conventions], Scores]
    kinds: Mapping[str, str]
    conventions: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()


class Columns:
    """Read access to input columns by name; what is absent is missing."""

    def __init__(self, data: Mapping[str, object], length: int) -> None:
        self._data = data
        self.length = length

    @classmethod
    def of_frame(cls, frame: pd.DataFrame) -> Columns:
        """Return the columns of a frame."""
        return cls({str(name): frame[name] for name in frame.columns}, len(frame))

    @classmethod
    def of_case(cls, inputs: Mapping[str, object]) -> Columns:
        """Return the (nested) inputs of one case as columns of length one."""
        return cls({name: [value] for name, value in flatten(inputs).items()}, 1)

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def numbers(self, name: str) -> Floats:
        """Return a numeric column, NaN where missing or absent."""
        if name not in self._data:
            return np.full(self.length, np.nan)
        values = self._data[name]
        if isinstance(values, list):
            return np.array([np.nan if v is None else float(v) for v in values])
        return np.asarray(values.to_numpy(dtype=float, na_value=np.nan))  # type: ignore[attr-defined]

    def flags(self, name: str, *, default: bool = False) -> Flags:
        """Return a yes/no column; missing counts as the default."""
        values = self.numbers(name)
        return np.asarray(np.where(np.isnan(values), float(default), values) != 0)

    def texts(self, name: str) -> npt.NDArray[np.str_]:
        """Return a text column, "" where missing or absent."""
        if name not in self._data:
            return np.full(self.length, "")
        values = list(self._data[name])  # type: ignore[call-overload]
        return np.array(["" if v is None or v != v else str(v) for v in values])


def flatten(inputs: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Return nested inputs with dotted names; list items are named by position.

    The wrappers ``levels`` and ``glands`` leave no trace in the names, so a
    frame simply has a column for each domain or gland.
    """
    flat: dict[str, object] = {}
    for name, value in inputs.items():
        here = "" if name in ("levels", "glands") else f"{prefix}{name}"
        step = f"{here}." if here else prefix
        if isinstance(value, Mapping):
            flat.update(flatten(value, step))
        elif isinstance(value, list):
            flat.update(flatten({str(i): v for i, v in enumerate(value)}, step))
            flat[f"{here}.count"] = len(value)
        else:
            flat[here] = value
    return flat


def give_back(scores: Scores, instrument: Instrument) -> dict[str, object]:
    """Return the scores of one case as plain values, dotted names nested again."""
    result: dict[str, object] = {}
    for name, values in scores.items():
        kind = instrument.kinds.get(name) or instrument.kinds[name.split(".")[0] + ".*"]
        value = _plain(values[0], kind)
        if value is None and kind == "text":
            continue
        head, _, tail = name.partition(".")
        if tail:
            nested = result.setdefault(head, {})
            assert isinstance(nested, dict)
            nested[tail] = value
        else:
            result[name] = value
    return result


def _plain(value: object, kind: str) -> object:
    if kind == "names":
        return str(value).split(",") if str(value) else []
    if kind == "text":
        return str(value) or None
    number = float(value)  # type: ignore[arg-type]
    if np.isnan(number):
        return None
    if kind == "flag":
        return bool(number)
    return int(number) if kind == "int" and number.is_integer() else number


def three_valued(condition: Flags, known: Flags) -> Floats:
    """Return 1, 0, or NaN where it is not known."""
    return np.where(known, condition.astype(float), np.nan)


def fall_at_least(baseline: Floats, followup: Floats, points: float | Floats) -> Floats:
    """Say whether a value fell by at least so many points (NaN if a value is missing)."""
    known = ~(np.isnan(baseline) | np.isnan(followup))
    return three_valued(baseline - followup >= points - TOLERANCE, known)


def fall_at_least_percent(baseline: Floats, followup: Floats, percent: float) -> Floats:
    """Say whether a value fell by a share of baseline; from baseline 0 it did not (C4)."""
    known = ~(np.isnan(baseline) | np.isnan(followup))
    enough = 100 * (baseline - followup) >= percent * baseline - 100 * TOLERANCE
    return three_valued(enough & (baseline > 0), known)


def either(*tests: Floats) -> Floats:
    """Return 1 where any test is met, 0 where all known ones are not, NaN where none is known."""
    stacked = np.vstack(tests)
    known = ~np.all(np.isnan(stacked), axis=0)
    return three_valued(np.any(stacked == 1, axis=0), known)


def first_known(*tests: Floats) -> Floats:
    """Return the first test that is known."""
    result = tests[0]
    for test in tests[1:]:
        result = np.where(np.isnan(result), test, result)
    return result


def names_where(flags: Mapping[str, Flags], length: int) -> npt.NDArray[np.generic]:
    """Return for each row the names whose flag is set, separated by commas."""
    text = np.full(length, "", dtype=object)
    for name, flag in flags.items():
        rows = np.flatnonzero(flag)
        if rows.size:
            text[rows] = [f"{t},{name}" if t else name for t in text[rows]]
    return text

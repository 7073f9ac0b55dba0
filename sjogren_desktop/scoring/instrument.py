"""What every instrument is made of: columns in, scores out, exact comparisons.

An instrument scores whole columns at once. A single case at the bedside is
scored by the same code as a column of length one, so bedside and bulk cannot
disagree. Missing is NaN inside, None outside.

Comparisons with a limit go through :func:`reaches`, :func:`below` and their
kin. Decimals and thirds have no exact binary form, so two sides that are equal
as written may differ by some 1e-15; a room of :data:`TOLERANCE` covers that,
and is far below the smallest true difference of inputs with six decimals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring.conventions import Conventions

if TYPE_CHECKING:
    import pandas as pd

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

TOLERANCE = 1e-9
RELATIVE = 1e-12
"""Room of a comparison: the larger of the first, and the second times the limit."""


@dataclass(frozen=True, eq=False)
class Texts:
    """A column of few different texts: the place of each row's text in ``names``."""

    codes: npt.NDArray[np.integer]
    names: tuple[str, ...]

    def __getitem__(self, row: int) -> str:
        return self.names[int(self.codes[row])]


Scores = dict[str, "npt.NDArray[np.generic] | Texts"]


@dataclass(frozen=True)
class Instrument:
    """One entry of the catalogue of instruments.

    Parameters
    ----------
    key, title : str
    rule : str
        Published source of the rule.
    score : callable
        ``score(columns, conventions) -> Scores``; the arrays have one value a row.
    kinds : mapping of str to str
        How each output is given back for one case: "int", "float", "flag",
        "word" (None where empty), "text" (left out where empty) or "names"
        (comma-separated text, given back as a list).
    conventions : tuple of str
        Those that touch this instrument.
    fixed : tuple of str
        Conventions of which this instrument knows the default only.
    unverified : tuple of str
        Parts of the rule that could not be checked against the publication.
    version : str
        Version of the rule as programmed; changes when any score can change.
    """

    key: str
    title: str
    rule: str
    score: Callable[[Columns, Conventions], Scores]
    kinds: Mapping[str, str]
    conventions: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    version: str = "1"


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

    def entries(self, name: str) -> Floats:
        """Return a numeric column in which what is no number is infinite.

        For instruments that check the range of their inputs, which then name
        the impossible entry.
        """
        if name not in self._data:
            return np.full(self.length, np.nan)
        values = self._data[name]
        if not isinstance(values, list):
            kind = values.dtype.kind  # type: ignore[attr-defined]
            if kind in "iuf":
                return np.asarray(values.to_numpy(dtype=float, na_value=np.nan))  # type: ignore[attr-defined]
            values = list(values)  # type: ignore[call-overload]
        return np.array([_number(v) for v in values], dtype=float)

    def numbers(self, name: str) -> Floats:
        """Return a numeric column, NaN where missing or absent.

        Raises
        ------
        AnalysisError
            If an entry is no finite number.
        """
        values = self.entries(name)
        wrong = np.isinf(values)
        if wrong.any():
            raise AnalysisError(
                f"{name}: {self._shown(name, wrong)} is not a number. Give a number, or leave it "
                "empty where it was not measured."
            )
        return values

    def marks(self, name: str) -> Floats:
        """Return a yes/no column as 1, 0 and NaN where missing or absent.

        Raises
        ------
        AnalysisError
            If an entry is neither yes nor no.
        """
        if name not in self._data:
            return np.full(self.length, np.nan)
        values = self._data[name]
        if getattr(values, "dtype", np.dtype(object)).kind in "biuf":
            marks = np.asarray(values.to_numpy(dtype=float, na_value=np.nan), dtype=np.float64)  # type: ignore[attr-defined]
            marks = np.where(np.isnan(marks) | (marks == 0) | (marks == 1), marks, np.inf)
        else:
            read = [_mark(v) for v in list(values)]  # type: ignore[call-overload]
            marks = np.array(read, dtype=np.float64)
        wrong = np.isinf(marks)
        if wrong.any():
            raise AnalysisError(
                f"{name}: {self._shown(name, wrong)} is neither true nor false. Give true, false, "
                "or leave it empty."
            )
        return marks

    def flags(self, name: str, *, default: bool = False) -> Flags:
        """Return a yes/no column; missing counts as the default."""
        marks = self.marks(name)
        return np.asarray(np.where(np.isnan(marks), float(default), marks) != 0)

    def texts(self, name: str) -> npt.NDArray[np.str_]:
        """Return a text column, "" where missing or absent."""
        if name not in self._data:
            return np.full(self.length, "")
        values = list(self._data[name])  # type: ignore[call-overload]
        return np.array(["" if _missing(v) else str(v).strip() for v in values], dtype=str)

    def _shown(self, name: str, wrong: Flags) -> str:
        row = int(np.flatnonzero(wrong)[0])
        return repr(list(self._data[name])[row])  # type: ignore[call-overload]


def _missing(value: object) -> bool:
    # pandas.NA and NaT are not equal to themselves either, but NA says so with
    # an NA, which has no truth value.
    return value is None or type(value).__name__ in ("NAType", "NaTType") or value != value


def _number(value: object) -> float:
    if _missing(value):
        return np.nan
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real):
        return np.inf
    try:
        return float(value)
    except OverflowError:
        return np.inf


def _mark(value: object) -> float:
    if _missing(value):
        return np.nan
    if isinstance(value, bool | np.bool_):
        return float(value)
    number = _number(value)
    return number if number in (0.0, 1.0) else np.inf


def flatten(inputs: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Return nested inputs with dotted names; list items are named by position.

    The wrappers ``levels`` and ``glands`` leave no trace in the names, so a
    frame simply has a column for each domain or gland.

    Raises
    ------
    AnalysisError
        If a wrapper holds something else than named values.
    """
    flat: dict[str, object] = {}
    for key, value in inputs.items():
        name = str(key)
        wrapper = name in ("levels", "glands")
        if wrapper and not isinstance(value, Mapping):
            raise AnalysisError(f"{name}: give one value by name, not {value!r}.")
        here = "" if wrapper else f"{prefix}{name}"
        step = f"{here}." if here else prefix
        if isinstance(value, Mapping):
            flat.update(flatten(value, step))
        elif isinstance(value, list | tuple):
            flat.update(flatten({str(i): v for i, v in enumerate(value)}, step))
            flat[f"{here}.count"] = len(value)
        else:
            flat[here] = value
    return flat


def give_back(
    scores: Mapping[str, npt.NDArray[np.generic] | Texts], instrument: Instrument
) -> dict[str, object]:
    """Return the scores of one case as plain values, dotted names nested again."""
    result: dict[str, object] = {}
    for name, values in scores.items():
        kind = instrument.kinds.get(name) or instrument.kinds[name.split(".")[0] + ".*"]
        value = _plain(values[0], kind)
        if value is None and kind in ("text", "place"):
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
    if kind in ("text", "word"):
        return str(value) or None
    number = float(value)  # type: ignore[arg-type]
    if np.isnan(number):
        return None
    if kind == "flag":
        return bool(number)
    return int(number) if kind in ("int", "place") and number.is_integer() else number


# ------------------------------------------------------------------ exact comparisons


def _room(limit: Floats | float) -> Floats:
    return np.maximum(TOLERANCE, RELATIVE * np.abs(limit))


def reaches(value: Floats, limit: Floats | float) -> Flags:
    """Say where a value is at or above the limit (no where it is missing)."""
    return np.asarray(value >= limit - _room(limit))


def exceeds(value: Floats, limit: Floats | float) -> Flags:
    """Say where a value is above the limit (no where it is missing)."""
    return np.asarray(value > limit + _room(limit))


def below(value: Floats, limit: Floats | float) -> Flags:
    """Say where a value is below the limit (no where it is missing)."""
    return np.asarray(value < limit - _room(limit))


def at_most(value: Floats, limit: Floats | float) -> Flags:
    """Say where a value is at or below the limit (no where it is missing)."""
    return np.asarray(value <= limit + _room(limit))


def three_valued(condition: Flags, known: Flags) -> Floats:
    """Return 1, 0, or NaN where it is not known."""
    return np.where(known, condition.astype(float), np.nan)


def both_known(first: Floats, second: Floats) -> Flags:
    """Say where neither value is missing."""
    return np.asarray(~(np.isnan(first) | np.isnan(second)))


def fall_at_least(baseline: Floats, followup: Floats, points: float | Floats) -> Floats:
    """Say whether a value fell by at least so many points (NaN if a value is missing)."""
    return three_valued(reaches(baseline - followup, points), both_known(baseline, followup))


def fall_at_least_percent(baseline: Floats, followup: Floats, percent: float) -> Floats:
    """Say whether a value fell by a share of baseline; from baseline 0 it did not (C4)."""
    with np.errstate(over="ignore"):  # of a number typed with too many digits
        enough = reaches(baseline - followup, percent / 100 * baseline)
    return three_valued(enough & (baseline > 0), both_known(baseline, followup))


def rise_at_least_percent(baseline: Floats, followup: Floats, percent: float) -> Floats:
    """Say whether a value rose by a share of baseline; from baseline 0 any rise does."""
    with np.errstate(over="ignore"):
        enough = reaches(followup - baseline, percent / 100 * baseline)
    met = np.where(baseline > 0, enough, followup > 0)
    return three_valued(met, both_known(baseline, followup))


def either(*tests: Floats) -> Floats:
    """Return 1 where any test is met, 0 where all known ones are not, NaN where none is known."""
    stacked = np.vstack(tests)
    known = ~np.all(np.isnan(stacked), axis=0)
    return three_valued(np.any(stacked == 1, axis=0), known)


def any_of_all(*tests: Floats) -> Floats:
    """Return 1 where any test is met, 0 where all are known and not met, else NaN."""
    stacked = np.vstack(tests)
    met = np.any(stacked == 1, axis=0)
    return three_valued(met, met | ~np.any(np.isnan(stacked), axis=0))


# ------------------------------------------------------------------ names of what is wrong


def names_where(flags: Mapping[str, Flags], length: int) -> Texts:
    """Return for each row the names whose flag is set, separated by commas."""
    marked = {name: flag for name, flag in flags.items() if flag.any()}
    if not marked:
        return Texts(np.zeros(length, dtype=np.int8), ("",))
    pattern = np.zeros(length, dtype=np.int64)
    for bit, flag in enumerate(marked.values()):
        pattern |= flag.astype(np.int64) << bit
    patterns, codes = np.unique(pattern, return_inverse=True)
    return Texts(
        codes,
        tuple(
            ",".join(name for bit, name in enumerate(marked) if int(p) >> bit & 1) for p in patterns
        ),
    )


def first_where(flags: Mapping[str, Flags], length: int) -> Texts:
    """Return for each row the first name whose flag is set, "" where none is."""
    names = ["", *flags]
    codes = np.zeros(length, dtype=np.int64)
    for place, flag in enumerate(flags.values(), start=1):
        codes = np.where(flag & (codes == 0), place, codes)
    return Texts(codes, tuple(names))


def error_where(wrong: Flags, name: str) -> Texts:
    """Return the name of the error in the rows that are wrong."""
    return Texts(wrong.astype(np.int8), ("", name))


def any_flag(flags: Iterable[Flags], length: int) -> Flags:
    """Say where any of the flags is set."""
    result = np.zeros(length, dtype=bool)
    for flag in flags:
        result |= flag
    return result


def outside(value: Floats, lowest: float, highest: float, *, whole: bool = False) -> Flags:
    """Say where an entry is impossible: not missing, and not in range (or not whole)."""
    wrong = (value < lowest) | (value > highest)
    if whole:
        with np.errstate(invalid="ignore"):
            wrong |= (value != np.floor(value)) & ~np.isnan(value)
    return np.asarray(wrong)

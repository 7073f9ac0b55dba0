"""Estimates, intervals and tests of linear functions of model coefficients.

What LS means, their differences and F tests have in common, whatever model the
coefficients come from. Formulas L.1 to L.5 in ``resources/methods/ancova.md``.
Proved by ``tests/stats/test_ancova.py`` against emmeans, SAS and multcomp.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

import numpy as np

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import (
    Design,
    Floats,
    Weights,
    level_text,
    lsmeans_matrix,
    type3_matrices,
)
from sjogren_desktop.stats.estimate import checked_level
from sjogren_desktop.stats.max_t import max_t_exceedance

if TYPE_CHECKING:
    import pandas as pd

Adjust = Literal["bonferroni", "holm", "sidak", "tukey", "dunnett"]
ADJUSTMENTS: tuple[Adjust, ...] = ("bonferroni", "holm", "sidak", "tukey", "dunnett")
PAIRWISE = "pairwise"


@dataclass(frozen=True)
class Coefficients:
    """Estimated coefficients, their covariance and residual degrees of freedom.

    ``df`` is infinite for models whose tests refer to the normal distribution.
    """

    estimate: Floats
    vcov: Floats
    df: float


@dataclass(frozen=True)
class FTest:
    """A joint test of linear functions (L.2)."""

    num_df: int
    den_df: float
    statistic: float
    p_value: float


def f_test(functions: Floats, at: Coefficients) -> FTest:
    """Test that all linear functions are zero.

    Parameters
    ----------
    functions : array, shape (q, p)
        Rows may repeat each other; the numerator degrees of freedom are the rank.

    Raises
    ------
    AnalysisError
        If the number of columns is not that of the coefficients, or all rows
        are zero.
    """
    from scipy.stats import chi2, f

    rows = np.atleast_2d(np.asarray(functions, dtype=np.float64))
    if rows.shape[1] != len(at.estimate):
        raise AnalysisError(
            f"The hypothesis has {rows.shape[1]} columns, but the model has "
            f"{len(at.estimate)} coefficients. Give one column for each coefficient."
        )
    rank = int(np.linalg.matrix_rank(rows))
    if not rank:
        raise AnalysisError("The hypothesis is empty: all its entries are zero.")
    value = rows @ at.estimate
    inverse = np.linalg.pinv(rows @ at.vcov @ rows.T, hermitian=True)
    statistic = float(value @ inverse @ value) / rank
    if np.isinf(at.df):
        return FTest(rank, at.df, statistic, float(chi2.sf(statistic * rank, rank)))
    return FTest(rank, at.df, statistic, float(f.sf(statistic, rank, at.df)))


def inference_frame(
    functions: Floats,
    at: Coefficients,
    *,
    level: float = 0.95,
    adjust: Adjust | None = None,
    groups: int | None = None,
) -> pd.DataFrame:
    """Return estimate, std_error, df, lower, upper, statistic and p_value of each row.

    Parameters
    ----------
    functions : array, shape (m, p)
    adjust : str, optional
        Makes p values and intervals hold for the m functions together. With
        ``"holm"`` the intervals are Bonferroni's, as Holm's procedure has none
        that are informative.
    groups : int, optional
        Number of means compared; needed by ``"tukey"``.
    """
    import pandas as pd
    from scipy.stats import t

    alpha = 1 - checked_level(level)
    estimate = functions @ at.estimate
    covariance = functions @ at.vcov @ functions.T
    error = np.sqrt(np.maximum(np.diag(covariance), 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = estimate / error
    raw = 2 * t.sf(np.abs(statistic), at.df)
    m = len(functions)
    critical = float(t.isf(alpha / 2, at.df))
    p_value = raw
    if adjust in ("bonferroni", "holm"):
        critical = float(t.isf(alpha / (2 * m), at.df))
        p_value = np.minimum(m * raw, 1) if adjust == "bonferroni" else _holm(raw)
    elif adjust == "sidak":
        critical = float(t.isf(-np.expm1(np.log1p(-alpha) / m) / 2, at.df))
        p_value = -np.expm1(m * np.log1p(-raw))
    elif adjust == "tukey":
        assert groups is not None
        p_value, critical = _tukey(statistic, at.df, groups, alpha)
    elif adjust == "dunnett":
        p_value, critical = _max_t(statistic, covariance / np.outer(error, error), at.df, alpha)
    return pd.DataFrame(
        {
            "estimate": estimate,
            "std_error": error,
            "df": np.full(m, at.df),
            "lower": estimate - critical * error,
            "upper": estimate + critical * error,
            "statistic": statistic,
            "p_value": p_value,
        }
    )


def lsmeans_frame(
    design: Design,
    at: Coefficients,
    specs: str | Sequence[str],
    by: str | Sequence[str] | None = None,
    *,
    weights: Weights = "equal",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return LS means for all combinations of the factors in ``specs`` and ``by``."""
    import pandas as pd

    names = [*_listed(specs), *_listed(by)]
    grid, functions = lsmeans_matrix(design, names, weights)
    levels = pd.DataFrame(grid, columns=names)
    return pd.concat([levels, inference_frame(functions, at, level=level)], axis=1)


def contrasts_frame(
    design: Design,
    at: Coefficients,
    specs: str | Sequence[str],
    by: str | Sequence[str] | None = None,
    *,
    reference: object = None,
    adjust: Adjust | None = None,
    weights: Weights = "equal",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return differences of LS means, within each combination of the ``by`` factors.

    Parameters
    ----------
    specs : str or sequence of str
        Factors whose combinations are compared.
    reference : object, optional
        The level (a tuple of levels for several factors) all others are
        compared with; the first by default. ``"pairwise"`` compares every level
        with all before it.
    adjust : {"bonferroni", "holm", "sidak", "tukey", "dunnett"}, optional
        For the comparisons within one ``by`` group.

    Returns
    -------
    DataFrame
        The ``by`` columns, then contrast, level, reference and the columns of
        :func:`inference_frame`.

    Raises
    ------
    AnalysisError
        If the reference is not a level, or an adjustment does not fit the
        comparisons.
    """
    import pandas as pd

    _check_adjust(adjust, reference)
    inner, outer = _listed(specs), _listed(by)
    grid, functions = lsmeans_matrix(design, [*inner, *outer], weights)
    size = 1
    for name in inner:
        size *= len(design.levels(name))
    labels = [" ".join(map(level_text, c[: len(inner)])) for c in grid[:size]]
    pairs = _pairs(labels, reference, inner)
    frames = []
    for start in range(0, len(grid), size):
        block = functions[start : start + size]
        rows = np.array([block[a] - block[b] for a, b in pairs])
        frame = pd.DataFrame({name: [v] * len(pairs) for name, v in _outer(grid[start], outer)})
        frame["contrast"] = [f"{labels[a]} - {labels[b]}" for a, b in pairs]
        frame["level"] = [labels[a] for a, _ in pairs]
        frame["reference"] = [labels[b] for _, b in pairs]
        numbers = inference_frame(rows, at, level=level, adjust=adjust, groups=size)
        frames.append(pd.concat([frame, numbers], axis=1))
    return pd.concat(frames, ignore_index=True)


def ratios_frame(
    design: Design,
    at: Coefficients,
    specs: str | Sequence[str],
    by: str | Sequence[str] | None = None,
    *,
    reference: object = None,
    adjust: Adjust | None = None,
    weights: Weights = "equal",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return :func:`contrasts_frame` of a log-linear model as ratios.

    Estimate, lower and upper are ratios; std_error and statistic belong to the logarithm.
    """
    frame = contrasts_frame(
        design, at, specs, by, reference=reference, adjust=adjust, weights=weights, level=level
    )
    ratios = ["estimate", "lower", "upper"]
    frame[ratios] = np.exp(frame[ratios])
    return frame


def type3_frame(design: Design, at: Coefficients) -> pd.DataFrame:
    """Return type III tests: term, num_df, den_df, statistic (F), p_value."""
    import pandas as pd

    tests = {name: f_test(rows, at) for name, rows in type3_matrices(design).items()}
    numbers = [(t.num_df, t.den_df, t.statistic, t.p_value) for t in tests.values()]
    frame = pd.DataFrame(numbers, columns=["num_df", "den_df", "statistic", "p_value"])
    frame.insert(0, "term", list(tests))
    return frame


def _outer(combination: tuple[object, ...], names: list[str]) -> list[tuple[str, object]]:
    return list(zip(names, combination[len(combination) - len(names) :], strict=True))


def _listed(names: str | Sequence[str] | None) -> list[str]:
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)


def _check_adjust(adjust: str | None, reference: object) -> None:
    if adjust is not None and adjust not in ADJUSTMENTS:
        raise AnalysisError(
            f"Unknown adjustment {adjust!r}; known are {', '.join(ADJUSTMENTS)}, or none."
        )
    pairwise = isinstance(reference, str) and reference == PAIRWISE
    if adjust == "tukey" and not pairwise:
        raise AnalysisError(
            "Tukey's adjustment is for all pairwise comparisons. Compare all pairs, or choose "
            "Dunnett's adjustment for comparisons with a reference."
        )
    if adjust == "dunnett" and pairwise:
        raise AnalysisError(
            "Dunnett's adjustment is for comparisons with one reference. Choose the reference, "
            "or Tukey's adjustment for all pairs."
        )


def _pairs(labels: list[str], reference: object, names: list[str]) -> list[tuple[int, int]]:
    """Return the positions compared: (level, reference)."""
    if isinstance(reference, str) and reference == PAIRWISE:
        return [(b, a) for a, b in combinations(range(len(labels)), 2)]
    if reference is None:
        at = 0
    else:
        parts = reference if isinstance(reference, tuple) else (reference,)
        wanted = " ".join(map(level_text, parts))
        if wanted not in labels:
            raise AnalysisError(
                f"The reference {wanted} is not among the levels of {' and '.join(names)} in the "
                f"analysed rows: {', '.join(labels)}."
            )
        at = labels.index(wanted)
    return [(i, at) for i in range(len(labels)) if i != at]


def _holm(p: Floats) -> Floats:
    order = np.argsort(p)
    stepped = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(stepped, 1)
    return adjusted


def _tukey(statistic: Floats, df: float, groups: int, alpha: float) -> tuple[Floats, float]:
    """Return Tukey-Kramer p values and critical value (L.4)."""
    from scipy.stats import studentized_range

    p = studentized_range.sf(np.sqrt(2) * np.abs(statistic), groups, df)
    critical = studentized_range.isf(alpha, groups, df) / np.sqrt(2)
    return np.clip(p, 0, 1), float(critical)


def _max_t(statistic: Floats, correlation: Floats, df: float, alpha: float) -> tuple[Floats, float]:
    """Return p values and critical value of the largest absolute t (L.5)."""
    from scipy.optimize import brentq
    from scipy.stats import t

    m = len(statistic)
    p = np.array([max_t_exceedance(abs(s), correlation, df) for s in statistic])
    low, high = float(t.isf(alpha / 2, df)), float(t.isf(alpha / (2 * m), df))
    if m == 1:
        return p, low
    critical = brentq(lambda c: max_t_exceedance(c, correlation, df) - alpha, low, high, xtol=1e-10)
    return p, float(critical)

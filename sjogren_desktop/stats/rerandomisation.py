"""Re-randomisation test of an adjusted difference between two arms, within strata.

The arms are dealt again within strata as the randomisation dealt them, everything
else staying as observed; the p value is the share of re-randomisations that give a
test statistic at least as far from zero. It needs no model to be right. Formulas
RR.1 and RR.2 of ``resources/methods/rerandomisation.md``;
``tests/stats/test_rerandomisation.py`` compares with complete enumeration.

References
----------
Rosenberger WF, Lachin JM. Randomization in Clinical Trials. 2nd ed. 2016, chapter 6.
Phipson B, Smyth GK. Stat Appl Genet Mol Biol 2010; 9: article 39 (p is never zero).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import equally_long, groups, indicator, numbers
from sjogren_desktop.stats.design import dependent_columns

Floats = NDArray[np.float64]

_CHUNK = 2000


@dataclass(frozen=True)
class Rerandomisation:
    """Result of the test.

    Parameters
    ----------
    estimate : float
        Adjusted difference, active minus control.
    statistic : float
        Its t statistic.
    p_value : float
        Two-sided.
    mc_error : float
        Monte Carlo standard error of the p value.
    permutations : int
    """

    estimate: float
    statistic: float
    p_value: float
    mc_error: float
    permutations: int


def rerandomisation_test(
    response: ArrayLike,
    active: ArrayLike,
    *,
    covariates: ArrayLike,
    strata: ArrayLike,
    permutations: int = 10_000,
    seed: int,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Rerandomisation:
    """Test the difference between two arms by dealing them again within strata.

    Parameters
    ----------
    response, active : arrays, shape (n,)
        ``active`` is 1 for the active arm and 0 for control.
    covariates : array, shape (n, q)
        Columns the response is adjusted for, with the constant.
    strata : array, shape (n,)
        Labels within which arms are exchanged.
    permutations : int
    seed : int

    Raises
    ------
    AnalysisError
        If arrays do not fit, an arm is empty, or nothing is left to exchange.
    """
    y, treated = numbers(response, "Response"), indicator(active, "Arm").astype(np.float64)
    z = np.asarray(covariates, dtype=np.float64)
    code, _ = groups(np.asarray(strata), "Strata")
    equally_long(response=y, arm=treated, covariates=z, strata=code)
    if permutations < 1:
        raise AnalysisError("The re-randomisation test needs at least one permutation.")
    both = [k for k in range(int(np.max(code)) + 1) if 0 < treated[code == k].mean() < 1]
    if not both:
        raise AnalysisError(
            "No stratum has subjects of both arms, so there is nothing to exchange. Join strata."
        )
    z = z[:, [j for j in range(z.shape[1]) if j not in dependent_columns(z)]]
    basis = np.linalg.qr(z)[0]
    left = y - basis @ (basis.T @ y)
    df = len(y) - z.shape[1] - 1
    if df < 1:
        raise AnalysisError("There are too few subjects for the covariates of the test.")
    estimate, statistic = (float(v[0]) for v in _statistics(treated[None], basis, left, df))
    rng = np.random.default_rng(seed)
    members = [np.flatnonzero(code == k) for k in both]
    extreme = 0
    for low in range(0, permutations, _CHUNK):
        progress(low / permutations)
        size = min(_CHUNK, permutations - low)
        dealt = np.tile(treated, (size, 1))
        for who in members:
            dealt[:, who] = rng.permuted(dealt[:, who], axis=1)
        found = np.abs(_statistics(dealt, basis, left, df)[1])
        # Rounding must not make a re-randomisation equal to the observed one look less extreme.
        extreme += int((found >= abs(statistic) * (1 - 1e-10)).sum())
    p = (extreme + 1) / (permutations + 1)
    return Rerandomisation(
        estimate, statistic, p, float(np.sqrt(p * (1 - p) / permutations)), permutations
    )


def _statistics(dealt: Floats, basis: Floats, left: Floats, df: int) -> tuple[Floats, Floats]:
    """Return difference and t statistic of each assignment (RR.1)."""
    # The arm's indicator is adjusted for the covariates; the response already is.
    size = (dealt * dealt).sum(axis=1) - ((dealt @ basis) ** 2).sum(axis=1)
    product = dealt @ left
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = product / size
        rest = float(left @ left) - product * estimate
        statistic = estimate / np.sqrt(np.maximum(rest, 0.0) / df / size)
    return estimate, statistic

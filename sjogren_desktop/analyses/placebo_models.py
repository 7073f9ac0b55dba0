"""What change is to be expected without treatment: regression to the mean, and a published curve.

Both are reference lines beside the data, never an explanation of them: a
parallel-group trial cannot tell natural course, regression to the mean,
measurement error and expectation apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError

Floats = NDArray[np.float64]

UK_REGISTRY_MEAN = 4.8
"""Mean ESSDAI of the UK primary Sjögren's syndrome registry (SD 4.9), a population that was
not selected for activity, and so the wrong one for a trial that was."""

WANG_SOURCE = (
    "Wang et al., Front Immunol 2021;12:783246, 12 trials, 450 placebo patients; the equation was "
    "transcribed second-hand and not checked in the paper (abstract: 0.552 points deeper per "
    "baseline point, onset near week 12, plateau by week 48)"
)
_EMAX, _PER_POINT, _TYPICAL, _ET50 = 4.44, 0.552, 10.1, 12.2


def expected_fall(baseline: float, *, population_mean: float, reliability: float) -> float:
    """Return the fall from regression to the mean alone (PR.2).

    Parameters
    ----------
    baseline : float
        Mean of those selected.
    population_mean : float
        Mean of the population they were selected from.
    reliability : float
        Correlation of two values of stable subjects, 0 to 1.
    """
    if not 0 <= reliability <= 1:
        raise AnalysisError("The test-retest correlation must be from 0 to 1.")
    return (1 - reliability) * (baseline - population_mean)


def wang_change(baseline: float, weeks: Floats) -> Floats:
    """Return the placebo change of the ESSDAI by the model-based meta-analysis (PR.3).

    Negative is improvement. The model is one of trial means: 4.44 points at a
    mean baseline of 10.1, 0.552 more per point of it, half of it after 12.2 weeks.
    """
    most = _EMAX + _PER_POINT * (baseline - _TYPICAL)
    return np.asarray(-most * weeks / (_ET50 + weeks))


@dataclass(frozen=True)
class Slope:
    """Change as a straight line in the baseline value, within one arm (PR.1)."""

    n: int
    intercept: float
    slope: float
    lower: float
    upper: float
    correlation: float
    mean: float
    mean_error: float
    sd: float

    def at(self, baseline: float) -> float:
        """Return the change on the line."""
        return self.intercept + self.slope * baseline


def slope(baseline: Floats, change: Floats, *, level: float) -> Slope:
    """Regress change on baseline by least squares.

    Raises
    ------
    AnalysisError
        If there are fewer than three subjects, or the baseline does not vary.
    """
    from scipy.special import stdtrit

    n = len(baseline)
    if n < 3 or float(np.ptp(baseline)) == 0:
        raise AnalysisError(
            f"A slope needs three subjects with different baseline values; there are {n}."
        )
    centred = baseline - baseline.mean()
    spread = float(centred @ centred)
    b = float(centred @ change) / spread
    residual = change - change.mean() - b * centred
    error = float(np.sqrt(residual @ residual / (n - 2) / spread))
    half = float(stdtrit(n - 2, 0.5 + level / 2)) * error
    deviation = change - change.mean()
    total = float(deviation @ deviation)
    return Slope(
        n,
        float(change.mean() - b * baseline.mean()),
        b,
        b - half,
        b + half,
        b * float(np.sqrt(spread / total)) if total > 0 else float("nan"),
        float(change.mean()),
        float(np.sqrt(total / (n - 1) / n)),
        float(np.sqrt(total / (n - 1))),
    )


@dataclass(frozen=True)
class Clustering:
    """How much mean changes differ between sites (or countries) beyond chance (PR.5)."""

    units: int
    subjects: int
    between: float
    within: float
    icc: float
    p_value: float


def clustering(change: Floats, covariates: Floats | None, unit: NDArray[np.int64]) -> Clustering:
    """Fit a random intercept of the unit, by REML in the ratio of the two variances (PR.5).

    Parameters
    ----------
    change : array, shape (n,)
    covariates : array, shape (n,) or (n, k), optional
        Such as the baseline, and the study where there are several.
    unit : array of int, shape (n,)
        Numbers from 0 without gaps.

    Returns
    -------
    Clustering
        The p value is that of the likelihood ratio, with an even mixture of zero
        and one degree of freedom (Self and Liang, JASA 1987;82:605-610).

    Raises
    ------
    AnalysisError
        If there are too few units to tell them from subjects.
    """
    from scipy.optimize import minimize_scalar
    from scipy.special import chdtrc

    n = len(change)
    sizes = np.bincount(unit)
    if len(sizes) < 3 or int(np.max(sizes)) < 2:
        raise AnalysisError("Fewer than three units, or none with two subjects.")
    columns = [np.ones((n, 1))]
    if covariates is not None:
        given = covariates.reshape(n, -1)
        columns.append(given - given.mean(axis=0))
    x = np.column_stack([*columns, change])
    p = x.shape[1] - 1
    if n <= p or np.linalg.matrix_rank(x[:, :p]) < p:
        raise AnalysisError(
            "The baseline does not vary (or goes with the study), or there are too few subjects."
        )
    sums = np.array([np.bincount(unit, weights=column) for column in x.T])
    products = x.T @ x

    def deviance(ratio: float) -> tuple[float, float]:
        """Return the restricted deviance, but for a constant, and the variance within."""
        shrunk = ratio / (1 + sizes * ratio)
        weighted = products - (sums * shrunk) @ sums.T
        inner, cross = weighted[:p, :p], weighted[:p, p]
        left = float(weighted[p, p] - cross @ np.linalg.solve(inner, cross))
        variance = left / (n - p)
        logs = (n - p) * np.log(variance) + np.log1p(sizes * ratio).sum()
        return float(logs + np.linalg.slogdet(inner)[1]), variance

    none, variance = deviance(0.0)
    best = minimize_scalar(
        lambda log: deviance(float(np.exp(log)))[0],
        bounds=(-12.0, 5.0),
        method="bounded",
        options={"xatol": 1e-10},
    )
    ratio, gain = float(np.exp(best.x)), none - float(best.fun)
    if gain <= 1e-9:
        return Clustering(len(sizes), n, 0.0, variance, 0.0, 1.0)
    within = deviance(ratio)[1]
    return Clustering(
        len(sizes), n, ratio * within, within, ratio / (1 + ratio), 0.5 * float(chdtrc(1, gain))
    )

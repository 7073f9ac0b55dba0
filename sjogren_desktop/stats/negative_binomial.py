"""Regression of event counts: Poisson, and negative binomial for overdispersion.

The logarithm of the exposure enters as offset, so that coefficients compare
rates. The negative binomial size is estimated together with the coefficients
by maximum likelihood. Formulas N.1 to N.5 in ``resources/methods/rates.md``.
Proved by ``tests/stats/test_negative_binomial.py`` against R (glm, MASS).

References
----------
Lawless JF. Negative binomial and mixed Poisson regression. Can J Stat 1987;
15:209-225. Venables WN, Ripley BD. Modern Applied Statistics with S, 4th ed.
2002, section 7.4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import Design, Floats, Weights, build_design, rank_problem
from sjogren_desktop.stats.estimate import known
from sjogren_desktop.stats.linear_functions import (
    Adjust,
    Coefficients,
    FTest,
    f_test,
    inference_frame,
    lsmeans_frame,
    ratios_frame,
)

if TYPE_CHECKING:
    import pandas as pd

Family = Literal["negative_binomial", "poisson"]
FAMILIES: dict[Family, str] = {
    "negative_binomial": "Negative binomial regression",
    "poisson": "Poisson regression",
}

_ROUNDS = 200
_GRADIENT = 1e-10
_DETERMINED = 1e9
"""Condition number of the information beyond which a rate is taken as running to zero."""

_LARGEST_LOG_SIZE = np.log(1e7)
"""Beyond this size the distribution is Poisson to seven digits."""


@dataclass(frozen=True)
class CountResult:
    """A fitted regression of event counts.

    Parameters
    ----------
    coefficients : DataFrame
        Log rate ratios, indexed by name: estimate, std_error, df (infinite),
        lower, upper (95%), statistic (z), p_value.
    vcov : DataFrame, shape (p, p)
        Inverse of the expected information at the estimated size.
    size, size_std_error : float
        Size of the negative binomial (variance = mean + mean^2 / size); its
        reciprocal is the overdispersion. Infinite for a Poisson fit.
    log_likelihood : float
    family : str
        ``"poisson"`` also where a negative binomial was asked for but the
        counts are not overdispersed.
    n_obs, n_dropped : int
    n_events, exposure : float
        Totals of the response and of the exposure.
    iterations : int
    gradient_norm : float
    messages : tuple of str
    method_card : tuple of (str, str)
    """

    coefficients: pd.DataFrame
    vcov: pd.DataFrame
    size: float
    size_std_error: float
    log_likelihood: float
    family: Family
    n_obs: int
    n_dropped: int
    n_events: float
    exposure: float
    iterations: int
    gradient_norm: float
    messages: tuple[str, ...]
    method_card: tuple[tuple[str, str], ...]
    design: Design = field(repr=False)

    @property
    def at(self) -> Coefficients:
        """Estimates and covariance, for linear functions of them."""
        return Coefficients(
            self.coefficients["estimate"].to_numpy(dtype=np.float64),
            self.vcov.to_numpy(dtype=np.float64),
            np.inf,
        )

    def rates(
        self,
        specs: str | Sequence[str],
        by: str | Sequence[str] | None = None,
        *,
        per: float = 1.0,
        weights: Weights = "equal",
        level: float = 0.95,
    ) -> pd.DataFrame:
        """Return adjusted rates per ``per`` units of exposure.

        The exponential of LS means on the log scale: std_error stays on the log
        scale; there is no test.
        """
        frame = lsmeans_frame(self.design, self.at, specs, by, weights=weights, level=level)
        ratios = ["estimate", "lower", "upper"]
        frame[ratios] = per * np.exp(frame[ratios])
        return frame.drop(columns=["statistic", "p_value"])

    def rate_ratios(
        self,
        specs: str | Sequence[str],
        by: str | Sequence[str] | None = None,
        *,
        reference: object = None,
        adjust: Adjust | None = None,
        weights: Weights = "equal",
        level: float = 0.95,
    ) -> pd.DataFrame:
        """Return rate ratios between levels of factors.

        See :func:`sjogren_desktop.stats.linear_functions.ratios_frame`.
        """
        return ratios_frame(
            self.design,
            self.at,
            specs,
            by,
            reference=reference,
            adjust=adjust,
            weights=weights,
            level=level,
        )

    def test(self, functions: Floats) -> FTest:
        """Wald test that linear functions (rows) of the coefficients are zero."""
        return f_test(functions, self.at)


def fit_counts(
    formula: str,
    data: pd.DataFrame,
    *,
    exposure: str | None = None,
    family: Family = "negative_binomial",
) -> CountResult:
    """Fit a log-linear regression of counts.

    Parameters
    ----------
    formula : str
        The response is a count.
    data : DataFrame
        Rows with a missing value in a variable of the formula, or in the
        exposure, are dropped.
    exposure : str, optional
        Column with the time at risk of each row, above zero; 1 if not given.
    family : {"negative_binomial", "poisson"}

    Raises
    ------
    AnalysisError
        If the response holds no counts or no event at all, an exposure is not
        positive, the coefficients cannot be told apart, or a level of a factor
        has no event, so that its rate ratio is zero or infinite.
    """
    import pandas as pd

    known(family, "family", FAMILIES)
    design = build_design(formula, data, also=[exposure] if exposure else [])
    y = design.y
    if (y < 0).any() or (y != np.floor(y)).any():
        raise AnalysisError(f"{design.response} must be a whole number of zero or more.")
    time = _exposure(exposure, data, design)
    if not y.sum():
        raise AnalysisError(
            f"No event is counted in {design.response}, so rates cannot be compared."
        )
    problem = rank_problem(design)
    if problem:
        raise AnalysisError(problem)
    model = _Model(design.matrix, y, np.log(time))
    fit, messages = _fit(model, family)
    if not fit.converged:
        messages.append(
            f"The fit did not converge (largest gradient {fit.gradient:.1e}); do not rely on it."
        )
    if design.n_dropped:
        messages.append(
            f"{design.n_dropped} row(s) with a missing value were left out of the model."
        )
    used: Family = "poisson" if np.isinf(fit.size) else "negative_binomial"
    vcov = np.linalg.inv(model.information(fit.beta, fit.size))
    names = pd.Index(design.names)
    at = Coefficients(fit.beta, vcov, np.inf)
    return CountResult(
        coefficients=inference_frame(np.eye(len(names)), at).set_index(names),
        vcov=pd.DataFrame(vcov, index=names, columns=names),
        size=fit.size,
        size_std_error=model.size_error(fit.beta, fit.size),
        log_likelihood=model.log_likelihood(fit.beta, fit.size),
        family=used,
        n_obs=len(y),
        n_dropped=design.n_dropped,
        n_events=float(y.sum()),
        exposure=float(time.sum()),
        iterations=fit.iterations,
        gradient_norm=fit.gradient,
        messages=tuple(messages),
        method_card=(
            ("Model", FAMILIES[used]),
            ("Formula", formula),
            ("Exposure", exposure or "None"),
            ("Estimation", "Maximum likelihood"),
            ("Rows analysed", str(len(y))),
            ("Rows dropped (missing values)", str(design.n_dropped)),
        ),
        design=design,
    )


def _exposure(exposure: str | None, data: pd.DataFrame, design: Design) -> Floats:
    if exposure is None:
        return np.ones(len(design.y))
    time = data[exposure].to_numpy(dtype=np.float64, na_value=np.nan)[design.rows]
    if not (np.isfinite(time) & (time > 0)).all():
        raise AnalysisError(f"{exposure} must be above zero in every row, as it is a time at risk.")
    return np.asarray(time, dtype=np.float64)


@dataclass(frozen=True)
class _Fitted:
    beta: Floats
    size: float
    gradient: float
    iterations: int
    converged: bool


@dataclass(frozen=True)
class _Model:
    """Design, counts and offset; an infinite size is the Poisson distribution."""

    matrix: Floats
    y: Floats
    offset: Floats

    def mean(self, beta: Floats) -> Floats:
        return np.exp(np.clip(self.matrix @ beta + self.offset, -700, 700))

    def log_likelihood(self, beta: Floats, size: float) -> float:
        """Return N.1 (Poisson) or N.2."""
        from scipy.special import gammaln

        mu, y = self.mean(beta), self.y
        log_mu = np.log(mu)
        if np.isinf(size):
            return float((y * log_mu - mu - gammaln(y + 1)).sum())
        return float(
            (
                gammaln(size + y)
                - gammaln(size)
                - gammaln(y + 1)
                - size * np.log1p(mu / size)
                + y * (log_mu - np.log(size + mu))
            ).sum()
        )

    def information(self, beta: Floats, size: float) -> Floats:
        """Return the expected information of the coefficients (N.3)."""
        mu = self.mean(beta)
        return np.asarray(self.matrix.T @ (self.matrix * (mu / (1 + mu / size))[:, None]))

    def score(self, beta: Floats, size: float) -> Floats:
        mu = self.mean(beta)
        return np.asarray(self.matrix.T @ ((self.y - mu) / (1 + mu / size)))

    def size_score(self, beta: Floats, size: float) -> float:
        """Return the derivative of the log likelihood by the size (N.4)."""
        from scipy.special import digamma

        mu, y = self.mean(beta), self.y
        terms = digamma(size + y) - digamma(size) - np.log1p(mu / size) + (mu - y) / (size + mu)
        return float(terms.sum())

    def size_error(self, beta: Floats, size: float) -> float:
        """Return the standard error of the size, from N.5."""
        from scipy.special import polygamma

        if np.isinf(size):
            return np.nan
        mu, y = self.mean(beta), self.y
        information = (
            polygamma(1, size)
            - polygamma(1, size + y)
            - 1 / size
            + 2 / (mu + size)
            - (y + size) / (mu + size) ** 2
        ).sum()
        return float(1 / np.sqrt(information)) if information > 0 else np.nan


def _fit(model: _Model, family: Family) -> tuple[_Fitted, list[str]]:
    poisson = _coefficients(model, np.inf, _start(model))
    if not poisson.converged:
        raise AnalysisError(
            "A level of a factor has no event, so its rate is zero and ratios to it do not exist. "
            "Join levels, leave out the term, or compare the rates without a model."
        )
    if family == "poisson":
        return poisson, []
    fit = _negative_binomial(model, poisson)
    if np.isinf(fit.size):
        message = (
            "The counts vary no more than a Poisson distribution allows, so the negative binomial "
            "fit is that of a Poisson regression."
        )
        return fit, [message]
    return fit, []


def _start(model: _Model) -> Floats:
    """Return least-squares coefficients of the log of slightly raised counts."""
    target = np.log(model.y + 0.1) - model.offset
    return np.asarray(np.linalg.lstsq(model.matrix, target, rcond=None)[0])


def _coefficients(model: _Model, size: float, start: Floats) -> _Fitted:
    """Maximise over the coefficients at a given size, by scoring with step halving."""
    beta, value = start, model.log_likelihood(start, size)
    scale = np.abs(model.matrix).max(axis=0)
    total = float(model.y.sum())
    gradient, iteration = np.inf, 0
    for iteration in range(1, _ROUNDS + 1):
        score = model.score(beta, size)
        gradient = float(np.max(np.abs(score / scale)))
        information = model.information(beta, size)
        # Where a rate runs off to zero its information vanishes together with the gradient.
        determined = np.linalg.cond(information / np.outer(scale, scale)) < _DETERMINED
        if gradient < _GRADIENT * total and determined:
            return _Fitted(beta, size, gradient, iteration, True)
        if not determined:
            break
        step = np.linalg.solve(information, score)
        for _ in range(40):
            new = model.log_likelihood(beta + step, size)
            if new >= value - 1e-12 * abs(value):
                break
            step = step / 2
        beta, value = beta + step, new
    return _Fitted(beta, size, gradient, iteration, False)


def _negative_binomial(model: _Model, poisson: _Fitted) -> _Fitted:
    """Solve for the size along the profile likelihood; infinite if it has no root.

    By the envelope theorem the slope of the profile is the partial derivative
    by the size, at the coefficients that are best for that size.
    """
    from scipy.optimize import brentq

    tried = [poisson]

    def slope(log_size: float) -> float:
        fit = _coefficients(model, float(np.exp(log_size)), tried[-1].beta)
        tried.append(fit)
        return model.size_score(fit.beta, fit.size) * fit.size

    mu = model.mean(poisson.beta)
    if float(((model.y - mu) ** 2 - model.y).sum()) <= 0 and slope(_LARGEST_LOG_SIZE) >= 0:
        return poisson
    low, high = -1.0, 1.0
    while slope(low) <= 0:
        low -= 2.0
    while slope(high) > 0:
        high += 2.0
        if high > _LARGEST_LOG_SIZE:
            return poisson
    root = brentq(slope, low, high, xtol=1e-13, rtol=1e-14)
    fit = _coefficients(model, float(np.exp(root)), tried[-1].beta)
    return replace(fit, iterations=sum(f.iterations for f in [*tried, fit]))

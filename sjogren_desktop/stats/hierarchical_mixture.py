"""Many pairs of proportions in groups, each pair equal or not: a three-level mixture model.

The model of Berry and Berry: log odds ratios are zero or normal around a mean of their
group, group means around an overall mean, so that pairs of a group lend each other
strength. Sampled by Metropolis within Gibbs, several chains at once. Formulas HM.1 to
HM.4 in ``resources/methods/hierarchical_mixture.md``; checked in
``tests/stats/test_hierarchical_mixture.py`` by quadrature and by a second sampler.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.estimate import checked_proportion

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

MEAN_VARIANCE = 10.0
"""Prior variance of the overall means, on the logit scale."""

SHAPE, SCALE = 3.0, 1.0
"""Inverse gamma prior of every variance."""


@dataclass(frozen=True, eq=False)
class Mixture:
    """Posterior of each pair.

    Parameters
    ----------
    higher, equal : array, shape (pairs,)
        Probability that the odds ratio is above 1, and that it is 1.
    odds_ratio, lower, upper : array
        Median and limits of the odds ratio.
    simulation_error : float
        Largest Monte Carlo standard error of ``higher``.
    discrepancy : float
        Largest split potential scale reduction factor of the log odds ratios.
    """

    higher: Floats
    equal: Floats
    odds_ratio: Floats
    lower: Floats
    upper: Floats
    simulation_error: float
    discrepancy: float


def fit_mixture(
    x1: npt.ArrayLike,
    n1: int,
    x2: npt.ArrayLike,
    n2: int,
    *,
    group: npt.ArrayLike,
    seed: int,
    draws: int = 5000,
    warm_up: int = 1500,
    chains: int = 4,
    level: float = 0.95,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Mixture:
    """Sample the model (HM.1 to HM.4).

    Parameters
    ----------
    x1, x2 : array of int, shape (pairs,)
        Events of the first arm and of the second (the reference).
    n1, n2 : int
        Subjects of the arms.
    group : array of int, shape (pairs,)
        Group of each pair, numbered from 0.
    seed, draws, warm_up, chains : int
        ``draws`` are kept in each chain after ``warm_up``.
    level : float
    progress : callable
        Called with the fraction done; may raise to stop.

    Raises
    ------
    AnalysisError
        If there is no pair, or a count does not fit its number of subjects.

    References
    ----------
    Berry SM, Berry DA. Biometrics 2004; 60:418-426.
    """
    y = checked_proportion(x1, n1)[0]
    x = checked_proportion(x2, n2)[0]
    places = np.asarray(group, dtype=np.int64)
    if y.ndim != 1 or not len(y) or y.shape != x.shape or places.shape != y.shape:
        raise AnalysisError("Give as many counts for the first arm as for the second, and groups.")
    chain = _Chains(y, float(n1), x, float(n2), places, np.random.default_rng(seed), chains)
    kept = np.empty((chains, draws, len(y)))
    total = warm_up + draws
    for step in range(total):
        chain.update(adapt=step < warm_up)
        if step >= warm_up:
            kept[:, step - warm_up] = chain.theta
        if step % 50 == 0:
            progress(step / total)
    return _posterior(kept, level)


class _Chains:
    """The state of several chains, as arrays of shape (chains, pairs or groups)."""

    def __init__(
        self,
        y: Floats,
        n1: float,
        x: Floats,
        n2: float,
        group: Ints,
        rng: np.random.Generator,
        chains: int,
    ) -> None:
        self.y, self.n1, self.x, self.n2, self.group, self.rng = y, n1, x, n2, group, rng
        groups = int(np.max(group)) + 1
        self.indicator = np.zeros((len(y), groups))
        self.indicator[np.arange(len(y)), group] = 1.0
        self.size = self.indicator.sum(axis=0)
        start = np.log((x + 0.5) / (n2 - x + 0.5))
        # Starting points further apart than the posterior, so that chains can disagree.
        self.gamma = start + rng.normal(0, 0.3, (chains, len(y)))
        self.theta = rng.normal(0, 0.5, (chains, len(y)))
        self.theta[rng.random(self.theta.shape) < 0.5] = 0.0
        shape = (chains, groups)
        self.mu_gamma = np.full(shape, float(start.mean()))
        self.var_gamma = np.ones(shape)
        self.mu_theta, self.var_theta = np.zeros(shape), np.ones(shape)
        self.zero = np.full(shape, 0.5)
        self.mu_gamma0 = np.full((chains, 1), float(start.mean()))
        self.mu_theta0 = np.zeros((chains, 1))
        self.tau_gamma, self.tau_theta = np.ones((chains, 1)), np.ones((chains, 1))
        self.beta = np.full((chains, 2), 2.0)  # shapes of the prior of ``zero``
        self.step_gamma = np.full(self.gamma.shape, 0.5)
        self.step_theta = np.full(self.theta.shape, 0.5)

    def update(self, *, adapt: bool) -> None:
        """Draw every parameter once."""
        self._draw_gamma(adapt)
        self._switch()
        self._draw_theta(adapt)
        everything = np.ones_like(self.theta)
        self.mu_gamma, self.var_gamma = self._groups(
            self.gamma, everything, self.var_gamma, self.mu_gamma0, self.tau_gamma
        )
        apart = (self.theta != 0).astype(np.float64)
        self.mu_theta, self.var_theta = self._groups(
            self.theta, apart, self.var_theta, self.mu_theta0, self.tau_theta
        )
        number = apart @ self.indicator
        self.zero = self.rng.beta(
            self.beta[:, :1] + self.size - number, self.beta[:, 1:] + number
        ).clip(1e-12, 1 - 1e-12)
        self.mu_gamma0, self.tau_gamma = self._overall(self.mu_gamma, self.tau_gamma)
        self.mu_theta0, self.tau_theta = self._overall(self.mu_theta, self.tau_theta)
        self._draw_beta()

    def _likelihood(self, gamma: Floats, theta: Floats) -> Floats:
        first = gamma + theta
        return (
            self.x * gamma
            - self.n2 * np.logaddexp(0, gamma)
            + self.y * first
            - self.n1 * np.logaddexp(0, first)
        )

    def _accept(self, log_ratio: Floats) -> npt.NDArray[np.bool_]:
        return np.asarray(np.log(self.rng.random(log_ratio.shape)) < log_ratio)

    def _draw_gamma(self, adapt: bool) -> None:
        mean, variance = self.mu_gamma[:, self.group], self.var_gamma[:, self.group]
        proposed = self.gamma + self.step_gamma * self.rng.normal(size=self.gamma.shape)
        ratio = self._likelihood(proposed, self.theta) - self._likelihood(self.gamma, self.theta)
        ratio += ((self.gamma - mean) ** 2 - (proposed - mean) ** 2) / (2 * variance)
        taken = self._accept(ratio)
        self.gamma = np.where(taken, proposed, self.gamma)
        if adapt:
            self.step_gamma *= np.exp(0.05 * (taken - 0.44))

    def _switch(self) -> None:
        """Propose to set a log odds ratio to zero, or to draw it from its prior if it is zero."""
        mean, variance = self.mu_theta[:, self.group], self.var_theta[:, self.group]
        at_zero = self.theta == 0
        drawn = mean + np.sqrt(variance) * self.rng.normal(size=self.theta.shape)
        proposed = np.where(at_zero, drawn, 0.0)
        zero = self.zero[:, self.group]
        odds = np.log((1 - zero) / zero)
        ratio = self._likelihood(self.gamma, proposed) - self._likelihood(self.gamma, self.theta)
        ratio += np.where(at_zero, odds, -odds)
        self.theta = np.where(self._accept(ratio), proposed, self.theta)

    def _draw_theta(self, adapt: bool) -> None:
        mean, variance = self.mu_theta[:, self.group], self.var_theta[:, self.group]
        apart = self.theta != 0
        proposed = self.theta + self.step_theta * self.rng.normal(size=self.theta.shape)
        ratio = self._likelihood(self.gamma, proposed) - self._likelihood(self.gamma, self.theta)
        ratio += ((self.theta - mean) ** 2 - (proposed - mean) ** 2) / (2 * variance)
        taken = self._accept(ratio) & apart
        self.theta = np.where(taken, proposed, self.theta)
        if adapt:
            self.step_theta *= np.where(apart, np.exp(0.05 * (taken - 0.44)), 1.0)

    def _groups(
        self, values: Floats, counts: Floats, variance: Floats, mean0: Floats, tau: Floats
    ) -> tuple[Floats, Floats]:
        """Draw means and variances of the groups from the values that count."""
        number = counts @ self.indicator
        total = (values * counts) @ self.indicator
        precision = number / variance + 1 / tau
        mean = (total / variance + mean0 / tau) / precision
        mean = mean + self.rng.normal(size=mean.shape) / np.sqrt(precision)
        squares = (counts * (values - mean[:, self.group]) ** 2) @ self.indicator
        return mean, self._inverse_gamma(SHAPE + number / 2, SCALE + squares / 2)

    def _overall(self, means: Floats, tau: Floats) -> tuple[Floats, Floats]:
        groups = means.shape[1]
        precision = groups / tau + 1 / MEAN_VARIANCE
        centre = (means.sum(axis=1, keepdims=True) / tau) / precision
        mean = centre + self.rng.normal(size=centre.shape) / np.sqrt(precision)
        squares = ((means - mean) ** 2).sum(axis=1, keepdims=True)
        shape = np.full(squares.shape, SHAPE + groups / 2)
        return mean, self._inverse_gamma(shape, SCALE + squares / 2)

    def _inverse_gamma(self, shape: Floats, scale: Floats) -> Floats:
        return np.asarray(scale / self.rng.gamma(shape))

    def _draw_beta(self) -> None:
        """Draw the shapes of the prior of ``zero``, each exponential above 1."""
        from scipy.special import gammaln

        groups = self.zero.shape[1]
        logs = np.stack([np.log(self.zero).sum(axis=1), np.log1p(-self.zero).sum(axis=1)], axis=1)

        def log_density(shapes: Floats) -> Floats:
            total = shapes.sum(axis=1)
            norm = gammaln(total) - gammaln(shapes[:, 0]) - gammaln(shapes[:, 1])
            # The last term is the derivative of the scale on which steps are made.
            found = groups * norm + ((shapes - 1) * logs).sum(axis=1)
            return np.asarray(found - total + np.log(shapes - 1).sum(axis=1))

        for place in (0, 1):
            proposed = self.beta.copy()
            step = np.exp(0.8 * self.rng.normal(size=len(proposed)))
            proposed[:, place] = 1 + (proposed[:, place] - 1) * step
            taken = self._accept(log_density(proposed) - log_density(self.beta))
            self.beta = np.where(taken[:, None], proposed, self.beta)


def _posterior(kept: Floats, level: float) -> Mixture:
    _, draws, pairs = kept.shape
    flat = kept.reshape(-1, pairs)
    tail = (1 - level) / 2
    lower, middle, upper = np.exp(np.quantile(flat, (tail, 0.5, 1 - tail), axis=0))
    above = (kept > 0).astype(np.float64)
    # Means of batches within chains are all but independent.
    batches = np.stack(np.array_split(np.arange(draws - draws % 20), 20))
    means = above[:, batches].mean(axis=2).reshape(-1, pairs)
    error = means.std(axis=0, ddof=1) / np.sqrt(len(means))
    return Mixture(
        above.mean(axis=(0, 1)),
        np.asarray((flat == 0).mean(axis=0)),
        middle,
        lower,
        upper,
        float(np.max(error)),
        _scale_reduction(kept),
    )


def _scale_reduction(kept: Floats) -> float:
    """Return the largest split potential scale reduction factor (Gelman and Rubin)."""
    half = kept.shape[1] // 2
    parts = np.concatenate([kept[:, :half], kept[:, half : 2 * half]])
    within = parts.var(axis=1, ddof=1).mean(axis=0)
    between = half * parts.mean(axis=1).var(axis=0, ddof=1)
    pooled = (half - 1) / half * within + between / half
    known = within > 0
    return float(np.max(np.sqrt(pooled[known] / within[known]), initial=1.0))

"""Scores of two binomial proportions at a given difference, ratio or odds ratio.

For each contrast: the maximum likelihood estimates of both proportions under
the restriction that the contrast has the given value, and the score with its
variance there. Limits and tests of Miettinen and Nurminen, plain and
stratified, are built from these (formulas S.1 to S.9 in
``resources/methods/proportions.md``).

References
----------
Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med 1985;
4:213-226. Farrington CP, Manning G. Stat Med 1990; 9:1447-1454 (closed form of
the restricted estimates). Mee RW. Biometrics 1984; 40:1175-1176.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.stats.estimate import Array

Pair = tuple[Array, Array]

_WEIGHT_ROUNDS = 100
_WEIGHT_CHANGE = 1e-12
_NO_WEIGHT = 1e-300
_NO_SPREAD = 1e-60


@dataclass(frozen=True)
class Counts:
    """Events and subjects of two groups; every array has the same shape."""

    x1: Array
    n1: Array
    x2: Array
    n2: Array

    @property
    def p1(self) -> Array:
        """Observed proportion of the first group."""
        return self.x1 / self.n1

    @property
    def p2(self) -> Array:
        """Observed proportion of the second group."""
        return self.x2 / self.n2

    @property
    def inflation(self) -> Array:
        """Miettinen and Nurminen's variance factor N / (N - 1)."""
        total = self.n1 + self.n2
        return total / (total - 1)


@dataclass(frozen=True)
class Contrast:
    """A contrast of two proportions: restricted estimates and score.

    ``score`` returns score and variance without the factor N / (N - 1).
    ``weights`` returns Miettinen and Nurminen's weights of the strata (the last
    axis) at given restricted estimates; its last argument is 1 for strata that
    count and 0 for those that do not.
    """

    name: str
    null: float
    restricted: Callable[[Array, Counts], Pair]
    score: Callable[[Array, Counts, Pair], Pair]
    weights: Callable[[Array, Counts, Pair, Array], Array]


def z_statistic(score: Array, variance: Array) -> Array:
    """Return score over its standard error; 0/0 is 0, as nothing speaks against the value."""
    with np.errstate(divide="ignore", invalid="ignore"):
        z = score / np.sqrt(np.maximum(variance, 0))
    return np.where(score == 0, 0.0, z)


def restricted_difference(delta: Array, counts: Counts) -> Pair:
    """Return both proportions, restricted to p1 - p2 = delta (S.1)."""
    x1, n1, x2, n2 = counts.x1, counts.n1, counts.x2, counts.n2
    total, events = n1 + n2, x1 + x2
    b = ((n1 + 2 * n2) * delta - total - events) / total
    c = ((n2 * delta - total - 2 * x2) * delta + events) / total
    d = x2 * delta * (1 - delta) / total
    v = b**3 / 27 - b * c / 6 + d / 2
    u = np.where(v > 0, 1.0, -1.0) * np.sqrt(np.maximum(b**2 / 9 - c / 3, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        cosine = np.where(u == 0, 0.0, v / u**3)
    w = (np.pi + np.arccos(np.clip(cosine, -1, 1))) / 3
    p2 = 2 * u * np.cos(w) - b / 3
    # The estimate lies where both proportions are proportions; rounding may miss by 1e-16.
    p2 = np.clip(p2, np.maximum(0, -delta), np.minimum(1, 1 - delta))
    return np.clip(p2 + delta, 0, 1), p2


def restricted_ratio(ratio: Array, counts: Counts) -> Pair:
    """Return both proportions, restricted to p1 / p2 = ratio (S.3)."""
    x1, n1, x2, n2 = counts.x1, counts.n1, counts.x2, counts.n2
    a = (n1 + n2) * ratio
    b = n1 * ratio + x1 + n2 + x2 * ratio
    c = x1 + x2
    # The form 2c / (b + root) does not cancel where the ratio is small.
    p2 = 2 * c / (b + np.sqrt(np.maximum(b**2 - 4 * a * c, 0)))
    return np.clip(p2 * ratio, 0, 1), np.clip(p2, 0, 1)


def restricted_odds(odds: Array, counts: Counts) -> Pair:
    """Return both proportions, restricted to an odds ratio of ``odds`` (S.5)."""
    n1, n2 = counts.n1, counts.n2
    events = counts.x1 + counts.x2
    a = n2 * (odds - 1)
    b = n1 * odds + n2 - events * (odds - 1)
    root = np.sqrt(np.maximum(b**2 + 4 * a * events, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        p2 = np.where(b >= 0, 2 * events / (b + root), (root - b) / (2 * a))
    p2 = np.clip(p2, 0, 1)
    return np.clip(odds * p2 / (1 - p2 + odds * p2), 0, 1), p2


def _difference_score(delta: Array, counts: Counts, at: Pair) -> Pair:
    p1, p2 = at
    variance = p1 * (1 - p1) / counts.n1 + p2 * (1 - p2) / counts.n2
    return counts.p1 - counts.p2 - delta, variance


def _ratio_score(ratio: Array, counts: Counts, at: Pair) -> Pair:
    p1, p2 = at
    variance = p1 * (1 - p1) / counts.n1 + ratio**2 * p2 * (1 - p2) / counts.n2
    return counts.p1 - ratio * counts.p2, variance


def _odds_score(odds: Array, counts: Counts, at: Pair) -> Pair:
    """Score of the log odds ratio; a table without any (non-)event tells nothing (S.6)."""
    # Rounding makes a spread 0 at extreme odds ratios; the sign of the score must survive.
    spread1 = np.maximum(at[0] * (1 - at[0]), _NO_SPREAD)
    spread2 = np.maximum(at[1] * (1 - at[1]), _NO_SPREAD)
    events, total = counts.x1 + counts.x2, counts.n1 + counts.n2
    tells = (events > 0) & (events < total)
    score = (counts.p1 - at[0]) / spread1 - (counts.p2 - at[1]) / spread2
    variance = 1 / (counts.n1 * spread1) + 1 / (counts.n2 * spread2)
    return np.where(tells, score, 0.0), np.where(tells, variance, 1.0)


def _difference_weights(delta: Array, counts: Counts, at: Pair, use: Array) -> Array:
    """Return the weights of S.2, iterated to their fixed point."""

    def update(mean1: Array, mean2: Array) -> Array:
        spread1, spread2 = mean1 * (1 - mean1), mean2 * (1 - mean2)
        # (S.2) up to a factor common to all strata, so that a mean of 0 or 1 does no harm.
        return (spread1 + spread2) / (spread1 / counts.n1 + spread2 / counts.n2)

    return _iterated(use / (1 / counts.n1 + 1 / counts.n2), at, update)


def _ratio_weights(ratio: Array, counts: Counts, at: Pair, use: Array) -> Array:
    """Return the weights of S.4, iterated to their fixed point."""

    def update(mean1: Array, mean2: Array) -> Array:
        rest1, rest2 = 1 - mean1, 1 - mean2
        return (rest1 + ratio * rest2) / (rest1 / counts.n1 + ratio * rest2 / counts.n2)

    return _iterated(use / (1 / counts.n1 + ratio / counts.n2), at, update)


def _iterated(start: Array, at: Pair, update: Callable[[Array, Array], Array]) -> Array:
    """Return weights that are consistent with the weighted means they imply.

    The weights depend on the strata through the means only, so the map
    contracts strongly. Where the update is 0/0 the weights before it stay.
    """
    weights = start
    for _ in range(_WEIGHT_ROUNDS):
        total = np.maximum(weights.sum(axis=-1, keepdims=True), _NO_WEIGHT)
        mean1 = (weights * at[0]).sum(axis=-1, keepdims=True) / total
        mean2 = (weights * at[1]).sum(axis=-1, keepdims=True) / total
        with np.errstate(divide="ignore", invalid="ignore"):
            changed = update(mean1, mean2) * (start > 0)
        usable = np.all(np.isfinite(changed), axis=-1, keepdims=True)
        new = np.where(usable, changed, weights)
        if np.max(np.abs(new - weights), initial=0.0) < _WEIGHT_CHANGE:
            return new
        weights = new
    return weights


def _odds_weights(odds: Array, counts: Counts, at: Pair, use: Array) -> Array:
    """Return the weights of S.7."""
    p1, p2 = at
    spread = np.maximum(counts.n1 * p1 * (1 - p1) + counts.n2 * p2 * (1 - p2), _NO_SPREAD)
    return np.asarray(use * counts.n1 * counts.n2 * ((1 - p1) * p2) ** 2 / spread)


DIFFERENCE = Contrast(
    "risk difference", 0.0, restricted_difference, _difference_score, _difference_weights
)
RATIO = Contrast("relative risk", 1.0, restricted_ratio, _ratio_score, _ratio_weights)
ODDS_RATIO = Contrast("odds ratio", 1.0, restricted_odds, _odds_score, _odds_weights)

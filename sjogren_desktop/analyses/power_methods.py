"""The analyses of a planned trial whose power has a formula."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.analyses.trial_basis import Floats
from sjogren_desktop.stats.power_mmrm import Group, power_mmrm, sample_size_mmrm
from sjogren_desktop.stats.sample_size import (
    SampleSize,
    power_means,
    power_proportions,
    sample_size_means,
    sample_size_proportions,
)


@dataclass(frozen=True)
class Assumed:
    """What all formulas are fed with; ``shares`` are those of treatment and reference."""

    difference: float
    covariance: Floats
    kept: Floats
    sd_change: float
    rates: tuple[float, float]
    alpha: float
    ratio: float
    uncertainty: float

    @property
    def groups(self) -> tuple[Group, Group]:
        """Treatment and reference."""
        return Group.of(self.covariance, self.kept[1]), Group.of(self.covariance, self.kept[0])

    def sizes(self, total: float) -> tuple[float, float]:
        """Return patients on treatment and on the reference."""
        return total * self.ratio / (1 + self.ratio), total / (1 + self.ratio)


@dataclass(frozen=True)
class Method:
    """A way to analyse the trial: power at a total, and total for a power."""

    name: str
    power: Callable[[Assumed, float], float]
    size: Callable[[Assumed, float], SampleSize]
    seen_only: bool = False


def _mmrm_power(a: Assumed, total: float) -> float:
    n_first, n_second = a.sizes(total)
    return power_mmrm(a.difference, *a.groups, n_first=n_first, n_second=n_second, alpha=a.alpha)


def _mmrm_size(a: Assumed, power: float) -> SampleSize:
    return sample_size_mmrm(a.difference, *a.groups, power=power, alpha=a.alpha, ratio=a.ratio)


def _means_power(sd: Callable[[Assumed], float]) -> Callable[[Assumed, float], float]:
    def power(a: Assumed, total: float) -> float:
        n_first, n_second = a.sizes(total)
        return power_means(
            a.difference,
            sd(a),
            n_first=n_first * a.kept[1, -1],
            n_second=n_second * a.kept[0, -1],
            alpha=a.alpha,
        )

    return power


def _means_size(sd: Callable[[Assumed], float]) -> Callable[[Assumed, float], SampleSize]:
    def size(a: Assumed, power: float) -> SampleSize:
        ratio = a.ratio * a.kept[1, -1] / a.kept[0, -1]
        return sample_size_means(a.difference, sd(a), power=power, alpha=a.alpha, ratio=ratio)

    return size


def _responder_power(a: Assumed, total: float) -> float:
    n_first, n_second = a.sizes(total)
    return power_proportions(*a.rates, n_first=n_first, n_second=n_second, alpha=a.alpha)


def _responder_size(a: Assumed, power: float) -> SampleSize:
    return sample_size_proportions(*a.rates, power=power, alpha=a.alpha, ratio=a.ratio)


def sd_given_baseline(a: Assumed) -> float:
    """Return the standard deviation at the last visit given baseline."""
    return float(np.sqrt(a.covariance[-1, -1]))


def _sd_of_change(a: Assumed) -> float:
    return a.sd_change


METHODS = (
    Method("Mixed model with drop-out", _mmrm_power, _mmrm_size),
    Method(
        "ANCOVA at the last visit",
        _means_power(sd_given_baseline),
        _means_size(sd_given_baseline),
        seen_only=True,
    ),
    Method(
        "Change, not adjusted for baseline",
        _means_power(_sd_of_change),
        _means_size(_sd_of_change),
        seen_only=True,
    ),
    Method("Responders", _responder_power, _responder_size),
)

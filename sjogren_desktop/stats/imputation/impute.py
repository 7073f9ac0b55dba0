"""Impute: fill every missing value, for every draw of the model at once.

Subjects that share arm, strategy, observed visits and event share the regression
of missing on observed values, so that the work is a few matrix products for each
such group. Formulas RI.12 and RI.13 of
``resources/methods/reference_based_imputation.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation.draws import Draws, Fraction, silent
from sjogren_desktop.stats.imputation.strategies import STRATEGIES, Normal, Strategy
from sjogren_desktop.stats.imputation.trial import Trial

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Imputed:
    """M completed data sets, as the C values that were missing.

    Parameters
    ----------
    subject, visit : arrays of int, shape (C,)
        Which cell of the trial each value belongs to.
    values : array, shape (M, C)
        For draws whose data sets hold copies of a subject (weights above one)
        and random values: the mean over its copies.
    """

    trial: Trial
    draws: Draws
    subject: Integers
    visit: Integers
    values: Floats

    def at(self, visit: int) -> NDArray[np.int64]:
        """Return which values belong to a visit (number)."""
        return np.flatnonzero(self.visit == visit)

    def completed(self, visit: int) -> Floats:
        """Return the response at a visit (number), shape (M, N)."""
        result = np.tile(self.trial.response[:, visit], (len(self.values), 1))
        cells = self.at(visit)
        result[:, self.subject[cells]] = self.values[:, cells]
        return result

    def shifted(self, delta: Floats) -> Imputed:
        """Return the data sets with a number added to each imputed value, shape (C,)."""
        return replace(self, values=self.values + delta)


def impute(
    trial: Trial,
    draws: Draws,
    *,
    seed: int = 0,
    visits: Sequence[object] | None = None,
    strategies: Mapping[str, Strategy] | None = None,
    progress: Fraction = silent,
) -> Imputed:
    """Fill the missing values of a trial.

    Parameters
    ----------
    trial : Trial
        Its strategies decide; draws of the same data serve several strategies
        as long as the imputation model sees the same values.
    seed : int
        For random values; the same seed gives the same values in every run.
    visits : sequence, optional
        Only these visits are needed.
    strategies : mapping, optional
        Strategies of the user by name, beside (or in place of) the known ones.
    progress : callable
        Called with the fraction done.

    Raises
    ------
    AnalysisError
        If a strategy is not known, or cannot be applied to a subject.
    """
    known = {**STRATEGIES, **(strategies or {})}
    unknown = sorted(set(trial.strategy) - set(known))
    if unknown:
        raise AnalysisError(
            f"Unknown imputation strategy {', '.join(unknown)}; known are {', '.join(known)}."
        )
    wanted = np.zeros(trial.n_visits, dtype=bool)
    wanted[[trial.visit_number(v) for v in (trial.visits if visits is None else visits)]] = True
    rng = np.random.default_rng(seed) if draws.random else None
    subject, visit, values = [], [], []
    groups = _groups(trial)
    for i, who in enumerate(groups):
        progress(i / len(groups))
        gaps = trial.missing[who[0]]
        cells = np.flatnonzero(gaps & wanted)
        # Random numbers are drawn for all gaps, so that they do not depend on the visits wanted.
        noise = None if rng is None else rng.standard_normal((len(draws), len(who), gaps.sum()))
        if not len(cells):
            continue
        filled = _fill(trial, draws, who, known[trial.strategy[who[0]]], noise)
        filled = filled[:, :, wanted[gaps]]
        subject.append(np.repeat(who, len(cells)))
        visit.append(np.tile(cells, len(who)))
        values.append(filled.reshape(len(draws), -1))
    if not values:
        empty = np.zeros(0, dtype=np.int64)
        return Imputed(trial, draws, empty, empty, np.zeros((len(draws), 0)))
    return Imputed(
        trial,
        draws,
        np.concatenate(subject),
        np.concatenate(visit),
        np.concatenate(values, axis=1),
    )


def _groups(trial: Trial) -> list[Integers]:
    """Return subjects with gaps that share all that the regression depends on."""
    found: dict[tuple[object, ...], list[int]] = {}
    missing = trial.missing
    for i in np.flatnonzero(missing.any(axis=1)).tolist():
        key = (
            int(trial.arm[i]),
            trial.strategy[i],
            missing[i].tobytes(),
            trial.before_event[i].tobytes(),
        )
        found.setdefault(key, []).append(i)
    return [np.array(v, dtype=np.int64) for v in found.values()]


def _fill(
    trial: Trial, draws: Draws, who: Integers, strategy: Strategy, noise: Floats | None
) -> Floats:
    """Return values for all gaps of a group of subjects, shape (M, n, gaps) (RI.12)."""
    distribution = _distribution(trial, draws, who, strategy)
    gaps = trial.missing[who[0]]
    gap, seen = np.flatnonzero(gaps), np.flatnonzero(~gaps)
    values = distribution.mean[:, :, gap]
    spread = distribution.covariance[:, gap[:, None], gap]
    if len(seen):
        across = distribution.covariance[:, seen[:, None], gap]
        slope = np.linalg.solve(distribution.covariance[:, seen[:, None], seen], across)
        values = values + (trial.response[who][:, seen] - distribution.mean[:, :, seen]) @ slope
        spread = spread - slope.swapaxes(1, 2) @ across
    if noise is None:
        return np.asarray(values)
    root = np.linalg.cholesky(spread)
    added = noise @ root.swapaxes(1, 2)
    if draws.weights is not None:
        # The mean of independent copies of a subject (RI.13).
        added = added / np.sqrt(np.maximum(draws.weights[:, who], 1.0))[:, :, None]
    return np.asarray(values + added)


def _distribution(trial: Trial, draws: Draws, who: Integers, strategy: Strategy) -> Normal:
    """Return the joint distribution of all visits under the strategy."""
    arm, reference = trial.arm[who[0]], trial.reference[who[0]]
    own = Normal(_means(trial.own_design[who], draws.beta), draws.covariance[:, draws.group[arm]])
    before = trial.before_event[who[0]]
    if before.all():
        return own
    same = draws.group[arm] == draws.group[reference]
    other = Normal(
        _means(trial.reference_design[who], draws.beta),
        own.covariance if same else draws.covariance[:, draws.group[reference]],
    )
    return strategy(own, other, before)


def _means(design: Floats, beta: Floats) -> Floats:
    """Return the expected responses, shape (M, n, T)."""
    n, t, p = design.shape
    return np.asarray((beta @ design.reshape(n * t, p).T).reshape(len(beta), n, t))

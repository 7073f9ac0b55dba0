"""One model fitted again and again to weighted subjects: leave-one-out and bootstrap samples.

The likelihood depends on the data through cross-products by visit pattern, and
weights of subjects merely weight those. A fit therefore starts from the fit to
all subjects, in its parameters and in its curvature, and takes quasi-Newton
(BFGS) steps; each costs one evaluation of the gradient. Leaving one of n
subjects out moves the optimum by the order of 1/n, so that four or five steps
reach it to the last digits. Formulas RI.6 and RI.7 of
``resources/methods/reference_based_imputation.md``;
``tests/stats/test_imputation_draws.py`` compares with fits from scratch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation.trial import Trial
from sjogren_desktop.stats.mmrm.engine import ArrayFit, RankError, fit_arrays
from sjogren_desktop.stats.mmrm.likelihood import Model, State, evaluate_model, slopes
from sjogren_desktop.stats.mmrm.optimise import optimise
from sjogren_desktop.stats.mmrm.patterns import subject_parts

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

EXACT = 1e-18
"""Goal of :func:`refit` for deterministic methods, of the Newton decrement (RI.7)."""
SAMPLED = 1e-4
"""Goal where the sample itself is random and one of many: errors of a fit stay below 0.02
standard errors of the covariance parameters and 0.002 of the coefficients."""
_MAX_STEPS = 80
_CHUNK = 64


@dataclass(frozen=True)
class Fitted:
    """The imputation model fitted to all subjects.

    Parameters
    ----------
    fit : ArrayFit
    subjects : array of int, shape (N',)
        Subjects of the trial with a value in the model, in the order of the fit.
    group : array of int, shape (number of arms,)
        Covariance group of each arm.
    u, residual : arrays, shapes (N', k), (N', T)
        See :func:`~sjogren_desktop.stats.mmrm.patterns.subject_parts`.
    """

    fit: ArrayFit
    subjects: Integers
    group: Integers
    u: Floats
    residual: Floats

    def coefficients(self, state: State) -> Floats:
        """Return the coefficients of the design given, shape (p,)."""
        patterns = self.fit.model.patterns
        return patterns.beta_ols + patterns.to_beta @ state.gamma


def fit_model(trial: Trial, *, progress: Callable[[float], None] = lambda fraction: None) -> Fitted:
    """Fit the imputation model to all subjects, telling of progress at every step.

    Raises
    ------
    AnalysisError
        If it cannot be fitted.
    """
    who, when = np.nonzero(trial.in_model)
    subjects, subject = np.unique(who, return_inverse=True)
    _check_visits(trial, when)
    group = np.zeros(len(trial.arms), dtype=np.int64)
    if trial.covariance_by_arm:
        present = np.unique(trial.arm[subjects])
        if len(present) < len(trial.arms):
            raise AnalysisError(
                "One covariance for each arm was asked for, but an arm has no values. "
                "Leave the arm out, or estimate one covariance for all."
            )
        group = np.arange(len(trial.arms), dtype=np.int64)
    try:
        fit = fit_arrays(
            trial.own_design[who, when],
            trial.response[who, when],
            subject=subject,
            visit=when,
            structure=trial.structure,
            group=trial.arm[who] if trial.covariance_by_arm else None,
            watch=partial(progress, 0.0),
        )
    except RankError as error:
        names = ", ".join(trial.names[j] for j in error.args)
        raise AnalysisError(
            f"The imputation model cannot be estimated: {names} is determined by the other terms. "
            "Leave out a term or join levels."
        ) from None
    if fit.optimum.problem:
        raise AnalysisError(
            f"The imputation model could not be fitted. {fit.optimum.problem} Choose a simpler "
            "covariance structure, or leave out visits with few values."
        )
    u, residual = subject_parts(fit.rows, fit.model.patterns)
    return Fitted(fit, subjects, group, u, residual)


def _check_visits(trial: Trial, when: Integers) -> None:
    counts = np.bincount(when, minlength=trial.n_visits)
    if not counts.all():
        empty = str(trial.visits[int(np.argmin(counts))])
        raise AnalysisError(
            f"No value before an event was observed at {empty}, so nothing can be imputed there. "
            "Leave the visit out."
        )


def refit(
    fitted: Fitted,
    weights: Floats,
    *,
    goal: float,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Iterator[State | None]:
    """Fit the model to weighted subjects, one fit a row of weights.

    Parameters
    ----------
    weights : array, shape (M, N')
        How often each subject of the fit counts; whole numbers for samples.
    goal : float
        Newton decrement to stop at (RI.7): the square of the distance from the
        optimum, in standard errors of the covariance parameters.
    progress : callable
        Called with the fraction done.

    Yields
    ------
    State or None
        None where the sample does not determine the model.
    """
    start = fitted.fit.optimum
    inverse_hessian = np.linalg.inv(start.hessian)
    for low in range(0, len(weights), _CHUNK):
        for i, weighted in enumerate(weighted_models(fitted, weights[low : low + _CHUNK])):
            # At every fit: a large model takes long, and the user may have cancelled.
            progress((low + i) / len(weights))
            found = _descend(weighted, start.state.theta, inverse_hessian, goal)
            yield found if found is not None else _from_scratch(weighted)


def weighted_models(fitted: Fitted, weights: Floats) -> list[Model]:
    """Return the model for each row of weights (RI.6)."""
    model = fitted.fit.model
    patterns, pattern = model.patterns, model.patterns.subject_pattern
    m, (n, k), t = len(weights), fitted.u.shape, model.n_visits
    n_patterns = len(patterns.count)
    uu, ur = np.empty((m, n_patterns, k, k)), np.empty((m, n_patterns, k, t))
    rr = np.empty((m, n_patterns, t, t))
    count = np.empty((m, n_patterns))
    products = fitted.u[:, :, None] * fitted.u[:, None, :]
    mixed = fitted.u[:, :, None] * fitted.residual[:, None, :]
    squares = fitted.residual[:, :, None] * fitted.residual[:, None, :]
    for p in range(n_patterns):
        who = np.flatnonzero(pattern == p)
        w = weights[:, who]
        count[:, p] = w.sum(axis=1)
        uu[:, p] = (w @ products[who].reshape(len(who), -1)).reshape(m, k, k)
        ur[:, p] = (w @ mixed[who].reshape(len(who), -1)).reshape(m, k, t)
        rr[:, p] = (w @ squares[who].reshape(len(who), -1)).reshape(m, t, t)
    rows = weights @ np.bincount(fitted.fit.rows.subject, minlength=n)
    return [
        replace(
            model,
            patterns=replace(
                patterns, count=count[i], uu=uu[i], ur=ur[i], rr=rr[i], n_obs=int(rows[i])
            ),
        )
        for i in range(m)
    ]


def _descend(model: Model, theta: Floats, inverse_hessian: Floats, goal: float) -> State | None:
    """Take BFGS steps until the Newton decrement is below the goal (RI.7)."""
    state = evaluate_model(model, theta)
    if state is None:
        return None
    h = inverse_hessian
    gradient = 0.5 * slopes(model, state).gradient
    for _ in range(_MAX_STEPS):
        step = -(h @ gradient)
        if -float(gradient @ step) < goal:
            return state
        moved = _shortened(model, state, step, gradient)
        if moved is None:
            return None
        new_gradient = 0.5 * slopes(model, moved).gradient
        h = _updated(h, moved.theta - state.theta, new_gradient - gradient)
        state, gradient = moved, new_gradient
    return None


def _shortened(model: Model, state: State, step: Floats, gradient: Floats) -> State | None:
    """Return the first of halved steps that does not raise the deviance."""
    longest = float(np.abs(step).max())
    step = step if longest <= 1.0 else step / longest
    allowance = 1e-12 * (abs(state.deviance) + model.patterns.n_obs)
    slope = 2.0 * float(gradient @ step)
    length = 1.0
    for _ in range(30):
        moved = evaluate_model(model, state.theta + length * step)
        if moved is not None and (
            moved.deviance <= state.deviance + 1e-4 * length * slope + allowance
        ):
            return moved
        length *= 0.5
    return None


def _updated(h: Floats, step: Floats, change: Floats) -> Floats:
    """Return the inverse Hessian after a step (BFGS)."""
    curvature = float(step @ change)
    if curvature <= 0:
        return h
    turned = h @ change
    scale = (1.0 + float(change @ turned) / curvature) / curvature
    mixed = np.outer(turned, step) / curvature
    return np.asarray(h - mixed - mixed.T + scale * np.outer(step, step))


def _from_scratch(weighted: Model) -> State | None:
    """Search as for any fit, where the short way did not arrive."""
    try:
        found = optimise(weighted)
    except (AssertionError, np.linalg.LinAlgError):
        return None
    return None if found.problem else found.state

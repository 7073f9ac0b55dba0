"""Find the stationary point of the deviance by Newton steps.

Steps use the exact Hessian without its costliest term (L.7), which only matters
near the optimum; that term is added once the gradient is small and kept for the
remaining steps, so that convergence is fast to the last digit. The stopping rule
is on the gradient, never on the change of the likelihood: a likelihood is flat
to machine precision long before the variances are accurate.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.stats.mmrm.likelihood import (
    Model,
    State,
    evaluate_model,
    information_terms,
    partial_hessian,
    reml_term,
    slopes,
)
from sjogren_desktop.stats.mmrm.structures import start_theta

Floats = NDArray[np.float64]

MAX_ITERATIONS = 100
GRADIENT_GOAL = 1e-9
"""Largest gradient of the negative log likelihood, for each subject-sized unit, to stop at."""
GRADIENT_LIMIT = 1e-6
"""Largest gradient of the negative log likelihood that counts as converged."""


def idle() -> None:
    """Watch of a search that nobody may stop."""


@dataclass(frozen=True)
class Optimum:
    """Where the search ended.

    Parameters
    ----------
    state : State
    gradient_norm : float
        Largest absolute derivative of the negative log likelihood.
    hessian : array, shape (K, K)
        Of the negative log likelihood at the end (the observed information).
    terms : array, shape (K, p, p)
        P_i of formula L.7 at the end.
    problem : str
        "" if converged, else a sentence that says what went wrong.
    """

    state: State
    gradient_norm: float
    hessian: Floats
    terms: Floats
    iterations: int
    problem: str


def optimise(
    model: Model, start: Floats | None = None, *, watch: Callable[[], None] = idle
) -> Optimum:
    """Minimise the deviance from given or own starting values (L.8).

    A search from given values that does not end at an optimum is repeated from
    our own. ``watch`` is called at every step; what it raises ends the search.
    """
    if start is not None:
        state = evaluate_model(model, start)
        found = None if state is None else _search(model, state, watch)
        if found is not None and not found.problem:
            return found
    state = evaluate_model(model, starting_values(model))
    # Starting covariances are positive definite by construction.
    assert state is not None
    return _search(model, state, watch)


def _search(model: Model, state: State, watch: Callable[[], None]) -> Optimum:
    """Take Newton steps from a state until the gradient is small."""
    frozen: Floats | None = None
    slope = slopes(model, state)
    norm = _norm(slope.gradient)
    goal = GRADIENT_GOAL
    iterations = 0
    stalled = 0
    while norm > goal and iterations < MAX_ITERATIONS and stalled < 2:
        watch()
        hessian = partial_hessian(model, state, slope)
        if model.reml and frozen is None and norm < 0.02 * model.patterns.n_obs**0.5:
            frozen = reml_term(state, information_terms(model, state))
        if frozen is not None:
            hessian = hessian + frozen
        step = _newton_step(hessian, slope.gradient)
        moved = _line_search(model, state, step, slope.gradient)
        iterations += 1
        if moved is None:
            break
        state = moved
        slope = slopes(model, state)
        previous, norm = norm, _norm(slope.gradient)
        # Near the rounding floor of the gradient, more steps only shuffle the last digit.
        stalled = stalled + 1 if norm < GRADIENT_LIMIT * 0.1 and norm > 0.5 * previous else 0
    watch()
    terms = information_terms(model, state)
    hessian = partial_hessian(model, state, slope)
    if model.reml:
        hessian = hessian + reml_term(state, terms)
    hessian = 0.25 * (hessian + hessian.T)
    return Optimum(state, norm, hessian, terms, iterations, _problem(model, state, norm, hessian))


def starting_values(model: Model) -> Floats:
    """Return parameters near the pairwise covariance of least-squares residuals (L.8)."""
    patterns = model.patterns
    parts = []
    for where in patterns.group_slices:
        present = patterns.present[where].astype(np.float64)
        together = (present * patterns.count[where, None]).T @ present
        total = patterns.rr[where].sum(axis=0)
        sample = total / np.maximum(together, 1.0)
        parts.append(start_theta(model.structure, _definite(sample, together)))
    return np.concatenate(parts)


def _definite(sample: Floats, together: Floats) -> Floats:
    """Return the nearest covariance of this kind that is safely positive definite."""
    variance = np.diag(sample).copy()
    counted = np.diag(together)
    pooled = float(variance @ counted / counted.sum())
    variance = np.maximum(variance, 0.01 * pooled)
    sd = np.sqrt(variance)
    # A correlation from few pairs is drawn towards zero.
    correlation = sample / np.outer(sd, sd) * (together / (together + 2.0))
    correlation = np.clip(correlation, -0.95, 0.95)
    np.fill_diagonal(correlation, 1.0)
    smallest = float(np.linalg.eigvalsh(correlation)[0])
    if smallest < 0.05:
        shrink = (0.95) / (1.0 - smallest)
        correlation = shrink * correlation + (1.0 - shrink) * np.eye(len(sd))
    return np.asarray(correlation * np.outer(sd, sd))


def _norm(gradient: Floats) -> float:
    """Return the largest derivative of the negative log likelihood."""
    return 0.5 * float(np.abs(gradient).max())


def _newton_step(hessian: Floats, gradient: Floats) -> Floats:
    """Return a descent step; directions of negative curvature are followed downhill."""
    values, vectors = np.linalg.eigh(0.5 * (hessian + hessian.T))
    floor = 1e-4 * max(float(np.abs(values).max()), 1e-8)
    if values[0] > 0:
        floor = min(floor, values[0])
    curvature = np.maximum(np.abs(values), floor)
    step = -(vectors @ ((vectors.T @ gradient) / curvature))
    longest = float(np.abs(step).max())
    # Parameters are log standard deviations and the like: a step of one is long.
    return np.asarray(step if longest <= 1.0 else step / longest)


def _line_search(model: Model, state: State, step: Floats, gradient: Floats) -> State | None:
    """Return the first of halved steps that does not raise the deviance."""
    allowance = 1e-12 * (abs(state.deviance) + model.patterns.n_obs)
    slope = float(gradient @ step)
    length = 1.0
    for _ in range(40):
        candidate = evaluate_model(model, state.theta + length * step)
        if (
            candidate is not None
            and candidate.deviance <= state.deviance + 1e-4 * length * slope + allowance
        ):
            return candidate
        length *= 0.5
    return None


def _problem(model: Model, state: State, norm: float, hessian: Floats) -> str:
    """Say why the end of the search is not an optimum ("" if it is one)."""
    values = np.linalg.eigvalsh(hessian)
    if not norm <= GRADIENT_LIMIT:
        reason = (
            "the data suggest a singular covariance, in which a visit is determined by the others"
            if _nearly_singular(model, state)
            else f"the largest gradient is {norm:.1e}, not below {GRADIENT_LIMIT:.0e}"
        )
        return f"The covariance parameters did not converge: {reason}."
    if values[0] <= 1e-10 * max(float(values[-1]), 1.0):
        return "The covariance parameters are not determined by the data (singular information)."
    return ""


def _nearly_singular(model: Model, state: State) -> bool:
    """Whether a group's correlation between visits is singular to four digits."""
    if model.structure.spatial:
        return False
    for covariance in state.covariances:
        sd = np.sqrt(np.diag(covariance))
        if np.linalg.eigvalsh(covariance / np.outer(sd, sd))[0] < 1e-4:
            return True
    return False

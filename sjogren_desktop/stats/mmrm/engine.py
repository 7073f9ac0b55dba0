"""Fit a mixed model to arrays: the level below formulas and frames.

:func:`fit_arrays` is what simulations, bootstraps and jackknives call, since it
spends no time on names; :mod:`sjogren_desktop.stats.mmrm.fit` builds on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.mmrm.likelihood import Model
from sjogren_desktop.stats.mmrm.optimise import Optimum, idle, optimise
from sjogren_desktop.stats.mmrm.patterns import (
    DuplicateVisitError,
    RankError,
    Rows,
    check_unique_locations,
    group_rows,
    sort_rows,
)
from sjogren_desktop.stats.mmrm.structures import Structure, find_structure

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ArrayFit:
    """A fitted model in arrays.

    Parameters
    ----------
    rows : Rows
        Analysed rows in order of subject and visit.
    model : Model
    optimum : Optimum
    """

    rows: Rows
    model: Model
    optimum: Optimum

    @property
    def theta(self) -> Floats:
        """Covariance parameters, group by group."""
        return self.optimum.state.theta

    @property
    def deviance(self) -> float:
        """Minus twice the (restricted) log likelihood."""
        return self.optimum.state.deviance

    @cached_property
    def beta(self) -> Floats:
        """Coefficients, shape (p,)."""
        patterns = self.model.patterns
        return patterns.beta_ols + patterns.to_beta @ self.optimum.state.gamma

    @cached_property
    def vcov(self) -> Floats:
        """Model-based covariance of the coefficients, shape (p, p)."""
        s = self.model.patterns.to_beta
        return np.asarray(s @ self.optimum.state.inverse @ s.T)

    @cached_property
    def theta_vcov(self) -> Floats:
        """Covariance of the covariance parameters: inverse observed information."""
        return np.linalg.inv(self.optimum.hessian)

    @cached_property
    def residuals(self) -> Floats:
        """Response minus fixed effects, in the order of ``rows``."""
        return np.asarray(self.rows.y - self.rows.x @ self.beta)


def fit_arrays(
    x: ArrayLike,
    y: ArrayLike,
    *,
    subject: ArrayLike,
    visit: ArrayLike | None = None,
    structure: str = "us",
    group: ArrayLike | None = None,
    weights: ArrayLike | None = None,
    coordinates: ArrayLike | None = None,
    reml: bool = True,
    start: ArrayLike | None = None,
    watch: Callable[[], None] = idle,
) -> ArrayFit:
    """Fit a mixed model to a design matrix.

    Parameters
    ----------
    x : array, shape (n, p)
        Design matrix of full column rank.
    y : array, shape (n,)
    subject, group : arrays of int, shape (n,)
        Numbers from 0 without gaps; the group must be constant within subjects.
    visit : array of int, shape (n,)
        Visit numbers from 0 without gaps (not used by a spatial structure).
    structure : str
        Key in :data:`~sjogren_desktop.stats.mmrm.structures.STRUCTURES`.
    weights : array, shape (n,), optional
        Positive; the variance of a row is divided by its weight.
    coordinates : array, shape (n, d), optional
        For a spatial structure.
    reml : bool
        Restricted (default) or full maximum likelihood.
    start : array, optional
        Covariance parameters to start from (those of a similar fit).
    watch : callable
        Called at every step of the search; what it raises ends the fit.

    Returns
    -------
    ArrayFit
        Look at ``optimum.problem``: "" if it converged.

    Raises
    ------
    AnalysisError, RankError, DuplicateVisitError
        If the model cannot be fitted to these rows.
    """
    chosen = find_structure(structure)
    groups = None if group is None else np.asarray(group, dtype=np.int64)
    rows = sort_rows(
        np.asarray(x, dtype=np.float64),
        np.asarray(y, dtype=np.float64),
        visit=None if chosen.spatial or visit is None else np.asarray(visit, dtype=np.int64),
        subject=np.asarray(subject, dtype=np.int64),
        group=groups,
        weights=None if weights is None else np.asarray(weights, dtype=np.float64),
        coordinates=np.asarray(coordinates, dtype=np.float64) if chosen.spatial else None,
        n_groups=1 if groups is None else int(np.max(groups)) + 1,
    )
    return fit_rows(rows, chosen, reml=reml, start=start, watch=watch)


def fit_rows(
    rows: Rows,
    structure: Structure,
    *,
    reml: bool = True,
    start: ArrayLike | None = None,
    watch: Callable[[], None] = idle,
) -> ArrayFit:
    """Fit a mixed model to sorted rows; see :func:`fit_arrays`."""
    model = Model(group_rows(rows), structure, reml)
    check_estimable(model)
    given = None if start is None else np.asarray(start, dtype=np.float64)
    if given is not None and given.shape != (model.n_theta,):
        raise AnalysisError(
            f"Starting values must be {model.n_theta} covariance parameters for this model, "
            f"but {given.size} were given."
        )
    return ArrayFit(rows, model, optimise(model, given, watch=watch))


def check_estimable(model: Model) -> None:
    """Refuse what no search could fit.

    Raises
    ------
    AnalysisError
    """
    patterns = model.patterns
    check_unique_locations(patterns)
    n, p = patterns.n_obs, len(patterns.beta_ols)
    if n - p < 1:
        raise AnalysisError(
            f"The model has {p} coefficients for {n} rows, which leaves nothing to estimate "
            "the covariance from. Leave out terms or include more data."
        )
    left = float(np.trace(patterns.rr.sum(axis=0)))
    if left <= (1e-11 * patterns.scale) ** 2 * n or left == 0.0:
        raise AnalysisError(
            "The response has no variation left after the fixed effects (all values equal, or "
            "determined by the terms of the model), so no covariance can be estimated."
        )
    if model.n_visits < 2 and model.structure.key != "us":
        raise AnalysisError(
            f"The covariance structure {model.structure.key} needs at least two visits; "
            "with one visit use us."
        )


__all__ = [
    "ArrayFit",
    "DuplicateVisitError",
    "RankError",
    "check_estimable",
    "fit_arrays",
    "fit_rows",
]

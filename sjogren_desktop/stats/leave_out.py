"""A mixed model without some of its subjects, for many sets of subjects.

The likelihood depends on the data through cross-products by visit pattern, so
leaving subjects out subtracts theirs, and a search from the fit to all of them
needs few steps (see :mod:`sjogren_desktop.stats.imputation.refit`). Formulas
LO.1 to LO.3 in ``resources/methods/robustness.md``; ``tests/stats/test_leave_out.py``
compares with fits to the reduced data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.stats.imputation.refit import EXACT, SAMPLED, Fitted, refit, weighted_models
from sjogren_desktop.stats.mmrm import MMRMResult
from sjogren_desktop.stats.mmrm.engine import ArrayFit
from sjogren_desktop.stats.mmrm.inference import Inference, two_sided_p
from sjogren_desktop.stats.mmrm.likelihood import (
    Model,
    State,
    information_terms,
    partial_hessian,
    reml_term,
    slopes,
)
from sjogren_desktop.stats.mmrm.optimise import Optimum
from sjogren_desktop.stats.mmrm.patterns import Rows, subject_parts

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Refits:
    """Linear functions of the coefficients without each set of subjects.

    Parameters
    ----------
    estimate, std_error, df, p_value : arrays, shape (number of sets, number of functions)
        NaN where the remaining subjects do not determine the model.
    """

    estimate: Floats
    std_error: Floats
    df: Floats
    p_value: Floats


def leave_out(
    result: MMRMResult,
    sets: Sequence[Integers],
    contrast: Floats,
    *,
    exact: bool = True,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Refits:
    """Fit a model again without each of several sets of subjects.

    Parameters
    ----------
    result : MMRMResult
        Fitted by REML or ML without row weights.
    sets : sequence of int arrays
        Numbers of the subjects left out together, as in ``result.subjects``.
    contrast : array, shape (r, p)
        Linear functions of the coefficients.
    exact : bool
        Recompute degrees of freedom and the adjustment of standard errors for
        every set; otherwise both are carried over from the fit to all subjects
        (LO.3), which is several times faster and meant for ranking.
    progress : callable
        Called with the fraction done; may raise to cancel.
    """
    rows = result.fit.rows
    u, residual = subject_parts(rows, result.fit.model.patterns)
    fitted = Fitted(result.fit, np.arange(len(u)), np.zeros(1, dtype=np.int64), u, residual)
    weights = np.ones((len(sets), len(u)))
    for i, left in enumerate(sets):
        weights[i, left] = 0.0
    states = refit(fitted, weights, goal=EXACT if exact else SAMPLED, progress=progress)
    shape = (len(sets), len(contrast))
    found = Refits(*(np.full(shape, np.nan) for _ in range(4)))
    whole = result.inference.estimates(contrast)
    inflation = whole.std_error / _plain_error(result.fit, result.fit.optimum.state, contrast)
    for i, state in enumerate(states):
        if state is None:
            continue
        if exact:
            one = _inference(result, fitted, weights[i], state).estimates(contrast)
            found.estimate[i], found.std_error[i] = one.estimate, one.std_error
            found.df[i], found.p_value[i] = one.df, one.p_value
            continue
        kept = float((weights[i][rows.subject] > 0).mean())
        found.estimate[i] = contrast @ fitted.coefficients(state)
        found.std_error[i] = inflation * _plain_error(result.fit, state, contrast)
        found.df[i] = kept * whole.df
        found.p_value[i] = two_sided_p(found.df[i], found.estimate[i] / found.std_error[i])
    return found


def resampled(
    result: MMRMResult,
    strata: Integers,
    contrast: Floats,
    *,
    samples: int,
    seed: int,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Refits:
    """Fit a model again to bootstrap samples of its subjects (LO.6).

    Parameters
    ----------
    result : MMRMResult
        Fitted by REML or ML without row weights.
    strata : array of int, shape (number of subjects,)
        Subjects are drawn with replacement within these, such as arms.
    contrast : array, shape (r, p)
    samples, seed : int
    progress : callable
        Called with the fraction done; may raise to cancel.
    """
    rng = np.random.default_rng(seed)
    counts = np.zeros((samples, len(strata)))
    for stratum in np.unique(strata):
        mine = np.flatnonzero(strata == stratum)
        counts[:, mine] = rng.multinomial(mine.size, np.full(mine.size, 1 / mine.size), samples)
    return reweighted(result, counts, contrast, progress=progress)


def reweighted(
    result: MMRMResult,
    counts: Floats,
    contrast: Floats,
    *,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Refits:
    """Fit a model again with each subject counted as often as given, a fit a row (LO.3).

    Parameters
    ----------
    counts : array, shape (number of fits, number of subjects)
    """
    rows = result.fit.rows
    u, residual = subject_parts(rows, result.fit.model.patterns)
    fitted = Fitted(result.fit, np.arange(len(u)), np.zeros(1, dtype=np.int64), u, residual)
    found = Refits(*(np.full((len(counts), len(contrast)), np.nan) for _ in range(4)))
    whole = result.inference.estimates(contrast)
    inflation = whole.std_error / _plain_error(result.fit, result.fit.optimum.state, contrast)
    each = np.bincount(rows.subject)
    for i, state in enumerate(refit(fitted, counts, goal=SAMPLED, progress=progress)):
        if state is None:
            continue
        found.estimate[i] = contrast @ fitted.coefficients(state)
        found.std_error[i] = inflation * _plain_error(result.fit, state, contrast)
        found.df[i] = whole.df * float(counts[i] @ each) / float(each.sum())
        found.p_value[i] = two_sided_p(found.df[i], found.estimate[i] / found.std_error[i])
    return found


def _plain_error(fit: ArrayFit, state: State, contrast: Floats) -> Floats:
    """Return the model-based standard errors at a state."""
    turned = contrast @ fit.model.patterns.to_beta
    return np.asarray(np.sqrt(((turned @ state.inverse) * turned).sum(axis=1)))


def _inference(result: MMRMResult, fitted: Fitted, weights: Floats, state: State) -> Inference:
    """Return the tests of the model fitted to the subjects kept (LO.2)."""
    model: Model = weighted_models(fitted, weights[None])[0]
    terms = information_terms(model, state)
    hessian = partial_hessian(model, state, slopes(model, state))
    if model.reml:
        hessian = hessian + reml_term(state, terms)
    optimum = Optimum(state, 0.0, 0.25 * (hessian + hessian.T), terms, 0, "")
    rows = _kept(result.fit.rows, weights > 0)
    return Inference(
        ArrayFit(rows, model, optimum), result.settings.df_method, result.settings.vcov
    )


def _kept(rows: Rows, kept: NDArray[np.bool_]) -> Rows:
    """Return the rows of the subjects kept, which some degrees of freedom count."""
    mine = kept[rows.subject]
    number = np.cumsum(kept) - 1
    return replace(
        rows,
        x=rows.x[mine],
        y=rows.y[mine],
        visit=rows.visit[mine],
        subject=number[rows.subject[mine]],
        group=rows.group[kept],
        order=np.arange(int(mine.sum())),
    )

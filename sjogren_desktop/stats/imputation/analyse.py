"""Analyse: ANCOVA of every completed data set at a visit, or any function of the frames.

The data sets differ only in imputed responses, so one factorisation of the design
serves all of them; leave-one-out and bootstrap samples have their own, made for
all samples at once. Formulas RI.14 and RI.15 of
``resources/methods/reference_based_imputation.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import (
    Design,
    Weights,
    build_design,
    lsmeans_matrix,
    parse,
    rank_problem,
)
from sjogren_desktop.stats.imputation.impute import Imputed
from sjogren_desktop.stats.imputation.trial import Trial

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Estimates:
    """Q estimates from each of M completed data sets.

    Parameters
    ----------
    labels : DataFrame
        One row an estimate: what it is (columns quantity, visit, arm, reference
        for ANCOVA; parameter for other functions).
    values, std_errors : arrays, shape (M, Q)
        Standard errors are NaN where the pooling does not use them.
    df : array, shape (Q,)
        Degrees of freedom with complete data.
    pooling, copies
        As of the draws.
    """

    labels: pd.DataFrame
    values: Floats
    std_errors: Floats
    df: Floats
    pooling: str
    copies: int
    messages: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinearAnalysis:
    """An ANCOVA at one visit as linear functions of the response.

    Parameters
    ----------
    labels : DataFrame
    operator : array, shape (W, Q, N)
        Estimates are ``operator @ response``; W is 1, or M where data sets
        weight subjects differently.
    hat : array, shape (N, q)
        Orthonormal basis of the design, for residuals (W = 1 only).
    unit_error : array, shape (Q,)
        Standard errors for a residual variance of one (W = 1 only).
    df : float
    """

    labels: pd.DataFrame
    operator: Floats
    hat: Floats
    unit_error: Floats
    df: float

    def estimates(self, response: Floats) -> Floats:
        """Return estimates, shape (M, Q), of responses, shape (M, N)."""
        if len(self.operator) == 1:
            return np.asarray(response @ self.operator[0].T)
        return np.asarray((self.operator @ response[:, :, None])[:, :, 0])

    def residuals(self, response: Floats) -> Floats:
        """Return residuals, shape (M, N)."""
        return np.asarray(response - (response @ self.hat) @ self.hat.T)


def analyse_ancova(
    imputed: Imputed,
    formula: str,
    *,
    visits: Sequence[object] | None = None,
    weights: Weights = "equal",
) -> Estimates:
    """Fit an ANCOVA at each visit to every completed data set.

    Parameters
    ----------
    formula : str
        Such as ``"CHG ~ ARM + BASE"``; the arm must be a term of its own.
    visits : sequence, optional
        All visits of the trial by default.
    weights : {"equal", "proportional"}
        Of the levels of other factors in LS means.

    Returns
    -------
    Estimates
        For each visit the LS mean of every arm, and the difference of every arm
        from its reference.

    Raises
    ------
    AnalysisError
        If the model cannot be estimated, or a covariate is missing.
    """
    trial = imputed.trial
    parts = []
    for visit in trial.visits if visits is None else visits:
        analysis = linear_analysis(imputed, formula, visit, weights=weights)
        response = imputed.completed(trial.visit_number(visit))
        values = analysis.estimates(response)
        if imputed.draws.pooling == "rubin":
            residual = analysis.residuals(response)
            variance = np.einsum("mi,mi->m", residual, residual) / analysis.df
            errors = np.sqrt(variance)[:, None] * analysis.unit_error
        else:
            errors = np.full_like(values, np.nan)
        parts.append((analysis, values, errors))
    return Estimates(
        labels=pd.concat([a.labels for a, _, _ in parts], ignore_index=True),
        values=np.concatenate([v for _, v, _ in parts], axis=1),
        std_errors=np.concatenate([e for _, _, e in parts], axis=1),
        df=np.concatenate([np.full(len(a.labels), a.df) for a, _, _ in parts]),
        pooling=imputed.draws.pooling,
        copies=imputed.draws.copies,
        messages=imputed.draws.messages,
    )


def linear_analysis(
    imputed: Imputed, formula: str, visit: object, *, weights: Weights = "equal"
) -> LinearAnalysis:
    """Return the ANCOVA of a visit as linear functions of the completed response (RI.14)."""
    trial = imputed.trial
    response = parse(formula)[0]
    frame = trial.at_visit(visit).reset_index(drop=True)
    design = build_design(formula, frame.assign(**{response: 0.0}))
    if design.n_dropped:
        raise AnalysisError(
            f"{design.n_dropped} subjects miss a covariate of the analysis ({formula}). Leave out "
            "these subjects or the covariate."
        )
    problem = rank_problem(design)
    if problem:
        raise AnalysisError(problem)
    n, q = design.matrix.shape
    if n <= q:
        raise AnalysisError(
            f"The analysis has {q} coefficients for {n} subjects, which leaves nothing to estimate "
            "the variance from. Leave out terms."
        )
    labels, comparison = _comparisons(trial, visit)
    functions = comparison @ lsmeans_matrix(design, [trial.arm_column], weights)[1]
    basis, r = np.linalg.qr(design.matrix)
    coordinates = np.linalg.solve(r.T, functions.T)  # of each function in the orthonormal basis
    if imputed.draws.weights is None:
        operator = (basis @ coordinates).T[None]
    else:
        operator = _weighted_operator(
            design, imputed.draws.weights, imputed.draws.copies, trial, comparison, weights
        )
    return LinearAnalysis(
        labels=labels,
        operator=operator,
        hat=basis,
        unit_error=np.sqrt((coordinates**2).sum(axis=0)),
        df=float(n - q),
    )


def analyse(
    imputed: Imputed,
    function: Callable[[pd.DataFrame], Mapping[str, tuple[float, float, float]]],
) -> Estimates:
    """Apply any analysis to every completed data set.

    Parameters
    ----------
    function : callable
        Given the frame of all subjects and visits without missing responses,
        returns estimate, standard error and complete-data degrees of freedom by
        name. Subjects that a data set holds several times are repeated.

    Raises
    ------
    AnalysisError
        For bootstrapped maximum likelihood imputation, whose copies of a
        subject are only kept as their mean.
    """
    trial, draws = imputed.trial, imputed.draws
    if draws.pooling == "bmlmi":
        raise AnalysisError(
            "Bootstrapped maximum likelihood imputation is offered for ANCOVA only. Choose "
            "another method for this analysis."
        )
    response = parse(trial.formula)[0]
    cells = imputed.subject * trial.n_visits + imputed.visit
    base = trial.response.ravel()
    found: list[Mapping[str, tuple[float, float, float]]] = []
    for m, values in enumerate(imputed.values):
        filled = base.copy()
        filled[cells] = values
        frame = trial.frame.assign(**{response: filled})
        if draws.weights is not None:
            times = np.repeat(draws.weights[m].astype(np.int64), trial.n_visits)
            frame = frame.iloc[np.repeat(np.arange(len(frame)), times)]
        found.append(function(frame))
    table = np.array([list(f.values()) for f in found], dtype=np.float64)
    return Estimates(
        labels=pd.DataFrame({"parameter": list(found[0])}),
        values=table[:, :, 0],
        std_errors=table[:, :, 1],
        df=table[:, :, 2].mean(axis=0),
        pooling=draws.pooling,
        copies=draws.copies,
        messages=draws.messages,
    )


def _comparisons(trial: Trial, visit: object) -> tuple[pd.DataFrame, Floats]:
    """Return the labels of LS means and differences, and the latter as functions of the former."""
    arms = trial.arms
    reference = {int(a): int(r) for a, r in zip(trial.arm, trial.reference, strict=True)}
    pairs = [(a, r) for a, r in sorted(reference.items()) if a != r]
    rows: list[tuple[object, ...]] = [("lsmean", visit, arm, None) for arm in arms]
    rows += [("difference", visit, arms[a], arms[r]) for a, r in pairs]
    matrix = np.zeros((len(rows), len(arms)))
    matrix[: len(arms)] = np.eye(len(arms))
    for i, (a, r) in enumerate(pairs):
        matrix[len(arms) + i, [a, r]] = 1.0, -1.0
    return pd.DataFrame(rows, columns=["quantity", "visit", "arm", "reference"]), matrix


def _weighted_operator(
    design: Design,
    weights: Floats,
    copies: int,
    trial: Trial,
    comparison: Floats,
    lsmeans_weights: Weights,
) -> Floats:
    """Return L (X'WX)^-1 X'W for each row of weights, shape (M, Q, N) (RI.15).

    Covariates of LS means are held at their mean in the weighted data.
    """
    distinct = weights[::copies]
    x = design.matrix
    n, q = x.shape
    products = (x[:, :, None] * x[:, None, :]).reshape(n, q * q)
    gram = (distinct @ products).reshape(-1, q, q)
    functions = np.stack(
        [
            comparison
            @ lsmeans_matrix(_resampled(design, w), [trial.arm_column], lsmeans_weights)[1]
            for w in distinct
        ]
    )
    scale = np.sqrt(np.einsum("mii->mi", gram))
    if (scale == 0).any() or np.linalg.cond(
        gram / (scale[:, :, None] * scale[:, None, :])
    ).max() > 1e12:
        raise AnalysisError(
            "A level of a factor of the analysis has so few subjects that a leave-one-out or "
            "bootstrap sample is without it. Join levels, or take a method with Rubin's rules."
        )
    solved = np.linalg.solve(gram, functions.swapaxes(1, 2)).swapaxes(1, 2)
    return np.repeat((solved @ x.T) * distinct[:, None, :], copies, axis=0)


def _resampled(design: Design, weights: Floats) -> Design:
    """Return the design with its factors as in the weighted data."""
    rows = np.repeat(np.arange(len(weights)), weights.astype(np.int64))
    factors = {}
    for text, factor in design.factors.items():
        if factor.levels is not None:
            factors[text] = replace(factor, codes=factor.codes[rows])
            continue
        values = factor.values[rows]
        # A plain variable; an expression stays at its value in all subjects.
        typical = values.mean(axis=0) if factor.spec is None else factor.typical
        factors[text] = replace(factor, values=values, typical=typical)
    return replace(design, factors=factors)

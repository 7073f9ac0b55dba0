"""Draws of the imputation model: what is imputed from, and how its results are pooled.

A draw is one set of coefficients and covariances. It is the fit to all subjects,
to all but one (jackknife), to a bootstrap sample within arms, or a draw of the
posterior (:mod:`sjogren_desktop.stats.imputation.gibbs`). Formulas RI.8 to RI.11 of
``resources/methods/reference_based_imputation.md``.

References
----------
Wolbers M, Noci A, Delmar P, et al. Pharm Stat 2022; 21:1246-1257 (conditional mean).
Von Hippel PT, Bartlett JW. Stat Sci 2021; 36:400-420 (bootstrapped imputation).
Little RJA, Rubin DB. Statistical Analysis with Missing Data, 2nd ed. 2002, section 10.2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation.refit import EXACT, SAMPLED, Fitted, fit_model, refit
from sjogren_desktop.stats.imputation.trial import Trial
from sjogren_desktop.stats.mmrm.likelihood import State

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Fraction = Callable[[float], None]

_FAILURES = 0.1
"""Share of bootstrap samples that may fail before the method is given up."""


def silent(fraction: float) -> None:
    """Progress callable that shows nothing."""


@dataclass(frozen=True)
class Draws:
    """M draws of the imputation model.

    Parameters
    ----------
    beta : array, shape (M, p)
    covariance : array, shape (M, G, T, T)
        By covariance group.
    group : array of int, shape (number of arms,)
        Covariance group of each arm.
    weights : array, shape (M, N), or None
        How often each subject counts in the data set of a draw; None for once.
    pooling : {"rubin", "jackknife", "bootstrap", "bmlmi"}
        For jackknife and bootstrap the first draw is that of all subjects.
    random : bool
        Impute random values; else the conditional mean.
    copies : int
        Successive draws that share a bootstrap sample (1 but for "bmlmi").
    messages : tuple of str
        What the reader must know.
    method_card : tuple of (str, str)
    """

    beta: Floats
    covariance: Floats
    group: Integers
    weights: Floats | None
    pooling: str
    random: bool
    copies: int
    messages: tuple[str, ...]
    method_card: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        return len(self.beta)


def jackknife(trial: Trial, *, progress: Fraction = silent) -> Draws:
    """Fit the model to all subjects and to all but one, for conditional mean imputation (RI.8).

    Raises
    ------
    AnalysisError
        If a fit fails, naming the subject that was left out.
    """
    fitted = fit_model(trial, progress=progress)
    n = trial.n_subjects
    weights = np.concatenate([np.ones((1, n)), 1.0 - np.eye(n)])
    states = [fitted.fit.optimum.state]
    left_out = refit(fitted, weights[1:, fitted.subjects], goal=EXACT, progress=progress)
    for i, state in enumerate(left_out):
        if state is None:
            raise AnalysisError(
                f"The imputation model cannot be fitted without subject {trial.subjects[i]}, so "
                "there is no jackknife standard error. Choose a simpler covariance structure or "
                "another method."
            )
        states.append(state)
    card = (("Standard errors", f"Jackknife over {n} subjects"),)
    return _draws(trial, fitted, states, weights, "jackknife", card=card)


def bootstrap(trial: Trial, *, samples: int, seed: int, progress: Fraction = silent) -> Draws:
    """Fit the model to bootstrap samples, for conditional mean imputation (RI.9)."""
    fitted = fit_model(trial, progress=progress)
    states, weights, messages = _bootstrap_fits(trial, fitted, samples, seed, progress)
    states.insert(0, fitted.fit.optimum.state)
    weights = np.concatenate([np.ones((1, trial.n_subjects)), weights])
    card = (("Standard errors", f"Bootstrap, {samples} samples within arms, seed {seed}"),)
    return _draws(trial, fitted, states, weights, "bootstrap", messages=messages, card=card)


def approximate_bayes(
    trial: Trial, *, samples: int, seed: int, progress: Fraction = silent
) -> Draws:
    """Fit the model to bootstrap samples in place of drawing from its posterior (RI.10)."""
    fitted = fit_model(trial, progress=progress)
    states, _, messages = _bootstrap_fits(trial, fitted, samples, seed, progress)
    card = (
        (
            "Imputations",
            f"{samples}, parameters by bootstrap within arms (approximate Bayes), seed {seed}",
        ),
    )
    return _draws(trial, fitted, states, None, "rubin", messages=messages, card=card, random=True)


def bootstrapped_ml(
    trial: Trial, *, samples: int, seed: int, copies: int = 2, progress: Fraction = silent
) -> Draws:
    """Impute bootstrap samples themselves, each several times (RI.11).

    Parameters
    ----------
    samples, copies : int
        Bootstrap samples, and imputations of each.
    """
    if copies < 2 or samples < 2:
        raise AnalysisError(
            "Bootstrapped maximum likelihood imputation needs at least two bootstrap samples and "
            f"two imputations of each; {samples} and {copies} were given."
        )
    fitted = fit_model(trial, progress=progress)
    states, weights, messages = _bootstrap_fits(trial, fitted, samples, seed, progress)
    card = (
        (
            "Imputations",
            f"{copies} of each of {samples} bootstrap samples within arms, seed {seed}",
        ),
    )
    return _draws(
        trial,
        fitted,
        [s for s in states for _ in range(copies)],
        np.repeat(weights, copies, axis=0),
        "bmlmi",
        messages=messages,
        card=card,
        random=True,
        copies=copies,
    )


def model_card(trial: Trial, fitted: Fitted) -> tuple[tuple[str, str], ...]:
    """Return what a reader needs to know of the imputation model."""
    each = ", one for each arm" if trial.covariance_by_arm else ""
    values = int(trial.in_model.sum())
    return (
        ("Imputation model", trial.formula),
        ("Covariance", f"{fitted.fit.model.structure.title}{each}; REML"),
        ("Values in the imputation model", f"{values} of {len(fitted.subjects)} subjects"),
        ("Values missing", f"{int(trial.missing.sum())} of {trial.missing.size}"),
    )


def _bootstrap_fits(
    trial: Trial, fitted: Fitted, samples: int, seed: int, progress: Fraction
) -> tuple[list[State], Floats, tuple[str, ...]]:
    """Return fits to this many bootstrap samples within arms, with their weights."""
    if samples < 2:
        raise AnalysisError(f"At least two bootstrap samples are needed; {samples} were given.")
    rng = np.random.default_rng(seed)
    states: list[State] = []
    kept: list[Floats] = []
    failed = 0
    while len(states) < samples:
        weights = _resampled(trial, samples - len(states), rng)
        fits = refit(fitted, weights[:, fitted.subjects], goal=SAMPLED, progress=progress)
        for w, state in zip(weights, fits, strict=True):
            if state is None:
                failed += 1
            else:
                states.append(state)
                kept.append(w)
        if failed > max(1.0, _FAILURES * samples):
            raise AnalysisError(
                f"The imputation model could not be fitted to {failed} of the bootstrap samples. "
                "Choose a simpler covariance structure, join levels of the covariates, or take "
                "another method."
            )
    messages: tuple[str, ...] = ()
    if failed:
        messages = (
            f"{failed} bootstrap sample(s) did not determine the imputation model and were "
            "drawn again.",
        )
    return states, np.array(kept), messages


def _resampled(trial: Trial, samples: int, rng: np.random.Generator) -> Floats:
    """Return how often each subject is drawn, sampling within arms; shape (samples, N)."""
    weights = np.zeros((samples, trial.n_subjects))
    for arm in range(len(trial.arms)):
        who = np.flatnonzero(trial.arm == arm)
        weights[:, who] = rng.multinomial(len(who), np.full(len(who), 1 / len(who)), size=samples)
    return weights


def _draws(
    trial: Trial,
    fitted: Fitted,
    states: list[State],
    weights: Floats | None,
    pooling: str,
    *,
    card: tuple[tuple[str, str], ...],
    messages: tuple[str, ...] = (),
    random: bool = False,
    copies: int = 1,
) -> Draws:
    return Draws(
        beta=np.array([fitted.coefficients(s) for s in states]),
        covariance=np.array([np.stack(s.covariances) for s in states]),
        group=fitted.group,
        weights=weights,
        pooling=pooling,
        random=random,
        copies=copies,
        messages=messages,
        method_card=(*model_card(trial, fitted), *card),
    )

"""Draws of the posterior of the imputation model, by a Gibbs sampler.

Each sweep draws the coefficients given the covariance and the observed values
(missing ones integrated out), then the missing values, then the covariance given
the completed residuals: two blocks, the first drawn jointly. Many chains run side by
side, so that every step is one array operation over chains. Formulas RI.21 to RI.24
of ``resources/methods/reference_based_imputation.md``.

Priors are proper and weak, around the restricted maximum likelihood (REML) fit:
the coefficients are normal with its covariance times 10,000; each covariance
matrix is inverse Wishart with T + 2 degrees of freedom and the REML estimate as
its mean.

References
----------
Carpenter JR, Roger JH, Kenward MG. J Biopharm Stat 2013; 23:1352-1371.
Schafer JL. Analysis of Incomplete Multivariate Data. 1997, chapter 5.
Gelman A, Rubin DB. Stat Sci 1992; 7:457-472 (convergence).
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation.draws import Draws, Fraction, model_card, silent
from sjogren_desktop.stats.imputation.refit import Fitted, fit_model
from sjogren_desktop.stats.imputation.trial import Trial

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

CHAINS = 25
BURN_IN = 50
THIN = 5
PRIOR_SPREAD = 1e4
"""Prior covariance of the coefficients, in units of their REML covariance."""
_CONVERGED = 1.1


def bayes(
    trial: Trial,
    *,
    samples: int,
    seed: int,
    progress: Fraction = silent,
) -> Draws:
    """Draw parameters from their posterior distribution (RI.21 to RI.24).

    Parameters
    ----------
    samples : int
        Draws to keep, spread over :data:`CHAINS` chains; each chain discards
        :data:`BURN_IN` sweeps and then keeps one in :data:`THIN`.
    seed : int
    progress : callable

    Raises
    ------
    AnalysisError
        If the imputation model cannot be fitted, or its covariance is not
        unstructured.
    """
    if trial.structure != "us":
        raise AnalysisError(
            "Bayesian imputation is offered for an unstructured covariance only. Choose "
            "unstructured, or approximate Bayes (bootstrap)."
        )
    if samples < 2:
        raise AnalysisError(f"At least two draws are needed; {samples} were asked for.")
    fitted = fit_model(trial, progress=progress)
    sampler = _Sampler(fitted, min(CHAINS, samples), np.random.default_rng(seed))
    keep = -(-samples // sampler.chains)
    total = BURN_IN + keep * THIN
    gammas, covariances = [], []
    for sweep in range(total):
        progress(sweep / total)
        gamma = sampler.sweep()
        if sweep >= BURN_IN and (sweep - BURN_IN) % THIN == THIN - 1:
            gammas.append(gamma)
            covariances.append(sampler.covariance.copy())
    patterns = fitted.fit.model.patterns
    beta = patterns.beta_ols + np.array(gammas) @ patterns.to_beta.T
    covariance = np.array(covariances)
    spread = _scale_reduction(beta, covariance) if keep > 3 else 1.0
    messages: tuple[str, ...] = ()
    if spread > _CONVERGED:
        messages = (
            f"The chains of the Gibbs sampler do not agree yet (potential scale reduction "
            f"{spread:.2f}); ask for more imputations.",
        )
    card = (
        (
            "Imputations",
            f"{samples}, parameters from the posterior distribution (Gibbs sampler, "
            f"{sampler.chains} chains, {BURN_IN} sweeps discarded, one in {THIN} kept), "
            f"seed {seed}",
        ),
        (
            "Priors",
            "Coefficients: normal around the REML fit, 10,000 times its covariance; covariance: "
            "inverse Wishart, T + 2 degrees of freedom, mean at the REML estimate",
        ),
        ("Potential scale reduction", f"{spread:.3f}"),
    )
    return Draws(
        # Chains alternate, so that the first draws asked for come from all of them.
        beta=beta.reshape(-1, beta.shape[-1])[:samples],
        covariance=covariance.reshape(-1, *covariance.shape[2:])[:samples],
        group=fitted.group,
        weights=None,
        pooling="rubin",
        random=True,
        copies=1,
        messages=messages,
        method_card=(*model_card(trial, fitted), *card),
    )


class _Sampler:
    """Chains side by side: what stays the same, and the current covariances (C, G, T, T)."""

    def __init__(self, fitted: Fitted, chains: int, rng: np.random.Generator) -> None:
        self.chains = chains
        self.rng = rng
        self.patterns = fitted.fit.model.patterns
        state = fitted.fit.optimum.state
        self.reml = np.stack(state.covariances)
        self.covariance = np.repeat(self.reml[None], chains, axis=0)
        self.prior_precision = np.linalg.inv(state.inverse) / PRIOR_SPREAD
        self.prior_pull = self.prior_precision @ state.gamma
        present, pattern = self.patterns.present, self.patterns.subject_pattern
        both = present[:, :, None] & present[:, None, :]
        self.both = both
        self.fill = np.where(both, 0.0, np.eye(present.shape[1]))
        self.group_of_pattern = np.empty(len(present), dtype=np.int64)
        for g, where in enumerate(self.patterns.group_slices):
            self.group_of_pattern[where] = g
        self.counts = np.bincount(self.group_of_pattern[pattern], minlength=len(self.reml))
        # Subjects stand pattern by pattern, and so group by group.
        order = np.argsort(pattern, kind="stable")
        self.u, self.residual = fitted.u[order], fitted.residual[order]
        self.seen = present[pattern[order]]
        ends = np.concatenate([[0], np.cumsum(np.bincount(pattern, minlength=len(present)))])
        self.rows = [slice(*pair) for pair in pairwise(ends.tolist())]
        self.rows_of_group = [
            slice(int(ends[where.start]), int(ends[where.stop]))
            for where in self.patterns.group_slices
        ]
        gaps = (~present).sum(axis=1)
        self.with_gaps = [
            (
                np.flatnonzero(gaps == n),
                np.argsort(present[gaps == n], axis=1, kind="stable")[:, :n],
            )
            for n in np.unique(gaps[gaps > 0]).tolist()
        ]
        self.gaps = gaps
        self.n_missing = [(r.stop - r.start) * n for r, n in zip(self.rows, gaps, strict=True)]

    def sweep(self) -> Floats:
        """Draw everything once; return the coefficients as (C, p) corrections."""
        covariance = self.covariance[:, self.group_of_pattern]
        precision = np.where(
            self.both, np.linalg.inv(np.where(self.both, covariance, self.fill)), 0.0
        )
        gamma = self._coefficients(precision)
        scatter = self._scatter(gamma, covariance, precision)
        n_visits = self.reml.shape[-1]
        for g in range(len(self.reml)):
            self.covariance[:, g] = _inverse_wishart(
                self.reml[g] + scatter[:, g], n_visits + 2 + int(self.counts[g]), self.rng
            )
        return gamma

    def _coefficients(self, precision: Floats) -> Floats:
        """Draw the coefficients given the covariance and the observed values (RI.22)."""
        c, p, t, _ = precision.shape
        k = self.u.shape[1]
        basis = self.patterns.basis
        summed = precision.reshape(c, p, t * t).swapaxes(1, 2) @ self.patterns.uu.reshape(p, k * k)
        middle = summed.reshape(c, t, t, k, k).swapaxes(2, 3).reshape(c, t * k, t * k)
        information = basis.T @ (middle @ basis) + self.prior_precision
        pulled = (self.patterns.ur @ precision).sum(axis=1)
        b = pulled.swapaxes(1, 2).reshape(c, t * k) @ basis + self.prior_pull
        root = np.linalg.cholesky(information)
        noise = self.rng.standard_normal(b.shape)
        mean = np.linalg.solve(information, b[:, :, None])
        return np.asarray((mean + np.linalg.solve(root.swapaxes(1, 2), noise[:, :, None]))[:, :, 0])

    def _scatter(self, gamma: Floats, covariance: Floats, precision: Floats) -> Floats:
        """Draw missing residuals and return cross-products of all, shape (C, G, T, T) (RI.23)."""
        c, t = self.chains, self.reml.shape[-1]
        k = self.u.shape[1]
        effects = (gamma @ self.patterns.basis.T).reshape(c, t, k)
        errors = (self.residual - self.u @ effects.swapaxes(1, 2)) * self.seen
        slopes = precision @ covariance
        left = covariance - covariance @ slopes
        # Roots of the covariance of what is missing, in the columns of its visits.
        roots: dict[int, Floats] = {}
        for which, visits in self.with_gaps:
            place = np.arange(len(which))[:, None]
            part = left[:, which[:, None, None], visits[:, :, None], visits[:, None, :]]
            spread = np.zeros((c, len(which), visits.shape[1], t))
            spread[:, place, :, visits] = np.moveaxis(np.linalg.cholesky(part), 0, 2)
            roots |= dict(zip(which.tolist(), spread.swapaxes(0, 1), strict=True))
        noise = self.rng.standard_normal(c * sum(self.n_missing))
        used = 0
        for p, root in sorted(roots.items()):
            rows, size = self.rows[p], c * self.n_missing[p]
            drawn = noise[used : used + size].reshape(c, -1, self.gaps[p])
            errors[:, rows] = errors[:, rows] @ slopes[:, p] + drawn @ root
            used += size
        return np.stack(
            [e.swapaxes(1, 2) @ e for e in (errors[:, rows] for rows in self.rows_of_group)], axis=1
        )


def _inverse_wishart(scale: Floats, df: int, rng: np.random.Generator) -> Floats:
    """Draw from inverse Wishart distributions by Bartlett's decomposition (RI.24).

    Parameters
    ----------
    scale : array, shape (C, T, T)
    df : int
        At least T.
    """
    c, t, _ = scale.shape
    bartlett = np.tril(rng.standard_normal((c, t, t)), -1)
    place = np.arange(t)
    bartlett[:, place, place] = np.sqrt(rng.chisquare(df - place, size=(c, t)))
    half = np.linalg.solve(bartlett, np.linalg.cholesky(scale).swapaxes(1, 2))
    return np.asarray(half.swapaxes(1, 2) @ half)


def _scale_reduction(beta: Floats, covariance: Floats) -> float:
    """Return the largest potential scale reduction over coefficients and log variances."""
    diagonal = np.log(np.diagonal(covariance, axis1=-2, axis2=-1))
    kept, chains = beta.shape[:2]
    values = np.concatenate([beta, diagonal.reshape(kept, chains, -1)], axis=2)
    within = values.var(axis=0, ddof=1).mean(axis=0)
    between = values.mean(axis=0).var(axis=0, ddof=1)
    return float(np.sqrt((kept - 1) / kept + between / within).max())

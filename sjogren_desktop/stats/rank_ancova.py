"""Rank analysis of covariance: groups compared on ranks, given covariates.

Response and covariates are ranked within strata; the residuals of the ranked
response on the ranked covariates are compared between groups, either by
Quade's F test (one stratum) or by the Cochran-Mantel-Haenszel mean score test
across strata. Formulas K.1 to K.3 in ``resources/methods/ancova.md``. Proved by
``tests/stats/test_rank_ancova.py`` against an independent composition of
statsmodels fits and Quade's identities.

References
----------
Quade D. Rank analysis of covariance. JASA 1967; 62:1187-1200. Koch GG et al.
Stat Med 1998; 17:1863-1892. Stokes ME, Davis CS, Koch GG. Categorical Data
Analysis Using SAS, 3rd ed. 2012, section 7.6.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.estimate import Array, HypothesisTest

Codes = NDArray[np.intp]


def rank_ancova(
    response: ArrayLike,
    covariates: ArrayLike,
    groups: ArrayLike,
    *,
    strata: ArrayLike | None = None,
) -> HypothesisTest:
    """Test that groups have the same distribution of a response, given covariates.

    Parameters
    ----------
    response : array, shape (n,)
    covariates : array, shape (n,) or (n, k)
    groups : array, shape (n,)
    strata : array, shape (n,), optional
        Without strata the test is Quade's F (K.2). With strata it is the
        chi-square of the mean scores of the residuals (K.3), for which the
        residuals are formed within strata.

    Returns
    -------
    HypothesisTest
        ``df`` is that of the groups; Quade's second one is n - groups.

    Raises
    ------
    AnalysisError
        If arrays differ in length, fewer than two groups are present, or there
        are too few rows to compare.
    """
    import pandas as pd

    y = np.asarray(response, dtype=np.float64)
    x = np.asarray(covariates, dtype=np.float64)
    x = x[:, None] if x.ndim == 1 else x
    by_group = pd.factorize(pd.Series(groups), sort=True)[0]
    layers = np.zeros(len(y), np.intp) if strata is None else pd.factorize(pd.Series(strata))[0]
    if not len(y) == len(x) == len(by_group) == len(layers):
        raise AnalysisError("Response, covariates, groups and strata differ in their length.")
    keep = np.isfinite(y) & np.isfinite(x).all(axis=1) & (by_group >= 0) & (layers >= 0)
    group = np.unique(by_group[keep], return_inverse=True)[1]
    y, x, layer = y[keep], x[keep], layers[keep]
    count = len(np.unique(group))
    if count < 2 or len(y) <= count:
        raise AnalysisError(
            f"A rank analysis of covariance needs two groups and more rows than groups, but "
            f"{count} group(s) with {len(y)} complete row(s) were found."
        )
    residual = np.empty_like(y)
    for code in np.unique(layer):
        here = layer == code
        residual[here] = _residuals(y[here], x[here])
    if strata is None:
        return _quade(residual, group, count)
    return _mean_scores(residual, group, layer, count)


def _residuals(y: Array, x: Array) -> Array:
    """Return residuals of centred ranks on centred ranks of the covariates (K.1)."""
    from scipy.stats import rankdata

    middle = (len(y) + 1) / 2
    ranks = rankdata(y) - middle
    covariates = rankdata(x, axis=0) - middle
    fitted = covariates @ np.linalg.lstsq(covariates, ranks, rcond=None)[0]
    return np.asarray(ranks - fitted)


def _quade(residual: Array, group: Codes, count: int) -> HypothesisTest:
    """Return the F test of the residuals between groups (K.2)."""
    from scipy.stats import f

    sizes = np.bincount(group, minlength=count)
    means = np.bincount(group, weights=residual, minlength=count) / sizes
    between = float((sizes * (means - residual.mean()) ** 2).sum())
    within = float(((residual - means[group]) ** 2).sum())
    if within <= 1e-12 * max(between, 1.0):
        raise AnalysisError("The ranks do not vary within the groups, so they cannot be compared.")
    df = len(residual) - count
    statistic = between / (count - 1) / (within / df)
    p = float(f.sf(statistic, count - 1, df))
    return HypothesisTest("Rank ANCOVA (Quade)", statistic, p, float(count - 1))


def _mean_scores(residual: Array, group: Codes, layer: Codes, count: int) -> HypothesisTest:
    """Return the chi-square of the sums of residuals by group, over strata (K.3)."""
    from scipy.special import chdtrc

    distance = np.zeros(count)
    covariance = np.zeros((count, count))
    for code in np.unique(layer):
        here = layer == code
        n = int(here.sum())
        if n < 2:
            continue
        share = np.bincount(group[here], minlength=count) / n
        scores = residual[here] - residual[here].mean()
        distance += np.bincount(group[here], weights=scores, minlength=count)
        spread = float((scores**2).sum()) * n / (n - 1)
        covariance += spread * (np.diag(share) - np.outer(share, share))
    df = int(np.linalg.matrix_rank(covariance))
    if not df:
        raise AnalysisError("No stratum holds more than one group, so nothing can be compared.")
    inverse = np.linalg.pinv(covariance, rcond=1e-10, hermitian=True)
    statistic = float(distance @ inverse @ distance)
    name = "Rank ANCOVA (stratified mean scores)"
    return HypothesisTest(name, statistic, float(chdtrc(df, statistic)), float(df))

"""Degrees of freedom and tests of linear functions of the coefficients.

The t and F arithmetic stands here once; each method only supplies a covariance
and degrees of freedom. Satterthwaite: Fai and Cornelius, J Stat Comput Simul 54
(1996) 363-378, formulas SA.1 to SA.4 in ``resources/methods/satterthwaite.md``;
between-within: Schluchter and Elashoff, J Stat Comput Simul 37 (1990) 69-87,
formulas BW.1 and BW.2 there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln, fdtrc, hyp2f1, stdtr, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.mmrm.engine import ArrayFit
from sjogren_desktop.stats.mmrm.kenward_roger import adjusted_vcov, joint_df
from sjogren_desktop.stats.mmrm.sandwich import POWERS, Sandwich, sandwich, sandwich_df

Floats = NDArray[np.float64]

DF_METHODS = {
    "satterthwaite": "Satterthwaite",
    "kenward-roger": "Kenward-Roger with second derivatives (as R mmrm)",
    "kenward-roger-linear": "Kenward-Roger (linear, as SAS)",
    "between-within": "Between-within",
    "residual": "Residual",
}
VCOVS = {
    "asymptotic": "Model-based",
    "empirical": "Empirical (CR0)",
    "empirical-bias-reduced": "Empirical, bias-reduced (CR2)",
    "empirical-jackknife": "Empirical, jackknife (CR3)",
}


@dataclass(frozen=True)
class Estimates:
    """Linear functions of the coefficients with two-sided tests of zero."""

    estimate: Floats
    std_error: Floats
    df: Floats
    lower: Floats
    upper: Floats
    statistic: Floats
    p_value: Floats


@dataclass(frozen=True)
class JointTest:
    """F test of several linear functions being zero."""

    num_df: int
    den_df: float
    statistic: float
    p_value: float


@dataclass(frozen=True)
class Inference:
    """How a fit is turned into tests: degrees of freedom and covariance.

    Raises
    ------
    AnalysisError
        If the two do not go together.
    """

    fit: ArrayFit
    df_method: str
    vcov_method: str

    def __post_init__(self) -> None:
        if self.df_method not in DF_METHODS:
            raise AnalysisError(
                f"Degrees of freedom {self.df_method!r} are not known; "
                f"choose from {', '.join(DF_METHODS)}."
            )
        if self.vcov_method not in VCOVS:
            raise AnalysisError(
                f"The covariance estimator {self.vcov_method!r} is not known; "
                f"choose from {', '.join(VCOVS)}."
            )
        if not self.kenward_roger:
            return
        if not self.fit.model.reml:
            raise AnalysisError("Kenward-Roger needs REML; choose Satterthwaite with ML.")
        if self.vcov_method != "asymptotic":
            raise AnalysisError(
                "Kenward-Roger adjusts the model-based covariance and cannot be combined with "
                "an empirical one; choose Satterthwaite."
            )

    @property
    def kenward_roger(self) -> bool:
        """Whether the covariance is adjusted after Kenward and Roger."""
        return self.df_method.startswith("kenward-roger")

    @cached_property
    def vcov(self) -> Floats:
        """Covariance of the coefficients that standard errors are taken from."""
        if self.kenward_roger:
            return adjusted_vcov(self.fit, linear=self.df_method == "kenward-roger-linear")
        return self._sandwich.vcov if self.vcov_method in POWERS else self.fit.vcov

    def estimates(self, contrast: Floats, level: float = 0.95) -> Estimates:
        """Return estimates, intervals and t tests of the rows of a matrix (r, p)."""
        estimate = contrast @ self.fit.beta
        std_error = np.sqrt(((contrast @ self.vcov) * contrast).sum(axis=1))
        df = self._single_df(contrast)
        with np.errstate(divide="ignore", invalid="ignore"):
            statistic = estimate / std_error
        half = stdtrit(df, 0.5 + 0.5 * level) * std_error
        return Estimates(
            estimate=estimate,
            std_error=std_error,
            df=df,
            lower=estimate - half,
            upper=estimate + half,
            statistic=statistic,
            p_value=two_sided_p(df, statistic),
        )

    def joint(self, contrast: Floats) -> JointTest:
        """Return the F test that all rows of a matrix (r, p) are zero.

        Raises
        ------
        AnalysisError
            If the matrix is zero.
        """
        independent, variances = self._independent(contrast)
        rank = len(independent)
        statistic = float(((independent @ self.fit.beta) ** 2 / variances).sum() / rank)
        if self.kenward_roger and rank > 1:
            df, scale = joint_df(self.fit, independent)
            statistic *= scale
        elif self.df_method in ("between-within", "residual"):
            df = float(self._single_df(np.abs(contrast).sum(axis=0)[None])[0])
        else:
            df = _combined_df(self._single_df(independent))
        return JointTest(rank, df, statistic, float(fdtrc(rank, df, statistic)))

    def _independent(self, contrast: Floats) -> tuple[Floats, Floats]:
        """Return rows with uncorrelated estimates that span the same space (SA.3)."""
        values, vectors = np.linalg.eigh(contrast @ self.vcov @ contrast.T)
        kept = values > 1.5e-8 * max(float(values[-1]), 0.0)
        if not kept.any():
            raise AnalysisError("The hypothesis to test has only zero coefficients.")
        return (vectors.T @ contrast)[kept], values[kept]

    @cached_property
    def _sandwich(self) -> Sandwich:
        return sandwich(self.fit, self.vcov_method)

    def _single_df(self, contrast: Floats) -> Floats:
        """Return the degrees of freedom of each row."""
        if self.df_method == "residual":
            n, p = self.fit.rows.x.shape
            return np.full(len(contrast), float(n - p))
        if self.df_method == "between-within":
            between, within = self._between_within
            involved = contrast != 0
            df = np.where(self._is_between, between, within)
            return np.asarray(np.where(involved, df, np.inf).min(axis=1))
        if self.vcov_method in POWERS:
            return np.array([sandwich_df(self.fit, self._sandwich, row) for row in contrast])
        return self._satterthwaite(contrast)

    def _satterthwaite(self, contrast: Floats) -> Floats:
        """Return Satterthwaite degrees of freedom (SA.1, SA.2)."""
        optimum = self.fit.optimum
        turned = contrast @ self.fit.model.patterns.to_beta
        z = turned @ optimum.state.inverse
        variance = (turned * z).sum(axis=1)
        gradient = ((z @ optimum.terms) * z).sum(axis=2)
        spread = (gradient * (self.fit.theta_vcov @ gradient)).sum(axis=0)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(2.0 * variance**2 / spread)

    @cached_property
    def _is_between(self) -> NDArray[np.bool_]:
        """Columns that never change within a subject, but for an intercept (BW.1)."""
        rows = self.fit.rows
        same = rows.subject[1:] == rows.subject[:-1]
        constant = ~((np.diff(rows.x, axis=0) != 0) & same[:, None]).any(axis=0)
        return np.asarray(constant & ~self._is_intercept)

    @cached_property
    def _is_intercept(self) -> NDArray[np.bool_]:
        return np.asarray((self.fit.rows.x == 1.0).all(axis=0))

    @property
    def _between_within(self) -> tuple[float, float]:
        """Return both degrees of freedom (BW.2)."""
        rows = self.fit.rows
        n_between = int(self._is_between.sum())
        n_intercept = int(self._is_intercept.sum())
        n_within = rows.x.shape[1] - n_between - n_intercept
        between = rows.n_subjects - n_between - n_intercept
        return float(between), float(len(rows.y) - rows.n_subjects - n_within)


def two_sided_p(df: Floats, statistic: Floats) -> Floats:
    """Return two-sided p-values of t statistics, down to the smallest number there is.

    Where the distribution function of SciPy underflows (below 1e-308) the
    series of the incomplete beta function is summed on the log scale.
    """
    p = np.asarray(2.0 * stdtr(df, -np.abs(statistic)))
    lost = (p == 0.0) & np.isfinite(statistic)
    if lost.any():
        a, t2 = 0.5 * df[lost], statistic[lost] ** 2
        x = 2.0 * a / (2.0 * a + t2)
        p[lost] = np.exp(
            a * np.log(x)
            + 0.5 * np.log1p(-x)
            - np.log(a)
            - betaln(a, 0.5)
            + np.log(hyp2f1(a + 0.5, 1.0, a + 1.0, x))
        )
    return p


def _combined_df(single: Floats) -> float:
    """Combine the degrees of freedom of independent t statistics (SA.4)."""
    if len(single) == 1:
        return float(single[0])
    if (np.abs(np.diff(single)) < 1.5e-8).all():
        return float(single.mean())
    if (single <= 2).any():
        return 2.0
    expected = float((single / (single - 2.0)).sum())
    return 2.0 * expected / (expected - len(single))

"""Analysis of covariance: ordinary least squares with LS means and contrasts.

Fitted by a plain QR decomposition of R's treatment-coded design, with the
classical or a heteroskedasticity-consistent covariance. Formulas A.1 to A.4 and
L.1 to L.5 in ``resources/methods/ancova.md``. Proved by
``tests/stats/test_ancova.py`` against R (lm, emmeans, sandwich) and against SAS
PROC GLM output of a published study report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import (
    Design,
    Floats,
    Weights,
    build_design,
    design_rows,
    encode_levels,
    level_text,
    rank_problem,
)
from sjogren_desktop.stats.linear_functions import (
    Adjust,
    Coefficients,
    FTest,
    contrasts_frame,
    f_test,
    inference_frame,
    lsmeans_frame,
    type3_frame,
)

if TYPE_CHECKING:
    import pandas as pd

Covariance = Literal["classical", "hc0", "hc1", "hc2", "hc3"]
COVARIANCES = {
    "classical": "Classical (equal variances)",
    "hc0": "Heteroskedasticity-consistent HC0",
    "hc1": "Heteroskedasticity-consistent HC1",
    "hc2": "Heteroskedasticity-consistent HC2",
    "hc3": "Heteroskedasticity-consistent HC3",
}

_FULL_LEVERAGE = 1 - 1e-10


@dataclass(frozen=True)
class ANCOVAResult:
    """A fitted analysis of covariance.

    Parameters
    ----------
    coefficients : DataFrame
        Indexed by coefficient name: estimate, std_error, df, lower, upper (95%),
        statistic, p_value.
    vcov : DataFrame, shape (p, p)
        Covariance of the coefficients, as chosen when fitting.
    sigma2 : float
        Residual mean square (A.2).
    r_squared : float
    df_residual, n_obs, n_dropped : int
        Rows with a missing variable are dropped and counted.
    residuals, leverage : array, shape (n_obs,)
        In the order of the analysed rows, ``design.rows``.
    messages : tuple of str
    method_card : tuple of (str, str)
    """

    coefficients: pd.DataFrame
    vcov: pd.DataFrame
    sigma2: float
    r_squared: float
    df_residual: int
    n_obs: int
    n_dropped: int
    residuals: Floats
    leverage: Floats
    messages: tuple[str, ...]
    method_card: tuple[tuple[str, str], ...]
    design: Design = field(repr=False)

    @property
    def _at(self) -> Coefficients:
        return Coefficients(
            self.coefficients["estimate"].to_numpy(dtype=np.float64),
            self.vcov.to_numpy(dtype=np.float64),
            float(self.df_residual),
        )

    def lsmeans(
        self,
        specs: str | Sequence[str],
        by: str | Sequence[str] | None = None,
        *,
        weights: Weights = "equal",
        level: float = 0.95,
    ) -> pd.DataFrame:
        """Return LS means, one row for each combination of the factors (A.4).

        Columns: the factors, estimate, std_error, df, lower, upper, statistic,
        p_value. ``weights="proportional"`` weights the other factors by their
        observed frequencies (SAS option OM). Covariates are held at their mean.
        """
        return lsmeans_frame(self.design, self._at, specs, by, weights=weights, level=level)

    def contrasts(
        self,
        specs: str | Sequence[str],
        by: str | Sequence[str] | None = None,
        *,
        reference: object = None,
        adjust: Adjust | None = None,
        weights: Weights = "equal",
        level: float = 0.95,
    ) -> pd.DataFrame:
        """Return differences of LS means from a reference, or of all pairs.

        See :func:`sjogren_desktop.stats.linear_functions.contrasts_frame`.
        """
        return contrasts_frame(
            self.design,
            self._at,
            specs,
            by,
            reference=reference,
            adjust=adjust,
            weights=weights,
            level=level,
        )

    def type3(self) -> pd.DataFrame:
        """Return type III tests: term, num_df, den_df, statistic (F), p_value."""
        return type3_frame(self.design, self._at)

    def test(self, functions: Floats) -> FTest:
        """Test that linear functions (rows, shape (q, p)) of the coefficients are zero."""
        return f_test(functions, self._at)

    def predict(self, data: pd.DataFrame) -> Floats:
        """Return the expected response of new rows (NaN where a variable is missing)."""
        fitted = design_rows(self.design, data) @ self._at.estimate
        return np.asarray(fitted, dtype=np.float64)


def fit_ancova(formula: str, data: pd.DataFrame, *, vcov: Covariance = "classical") -> ANCOVAResult:
    """Fit an analysis of covariance by least squares.

    Parameters
    ----------
    formula : str
        Such as ``"y ~ group + x + site"``; see
        :func:`sjogren_desktop.stats.design.build_design` for the coding.
    data : DataFrame
        Rows with a missing value in a variable of the formula are dropped.
    vcov : {"classical", "hc0", "hc1", "hc2", "hc3"}
        Covariance of the coefficients (A.2, A.3). Tests always refer to the t
        distribution with the residual degrees of freedom.

    Raises
    ------
    AnalysisError
        If there are no complete rows, fewer rows than coefficients plus one,
        coefficients that cannot be told apart, or (HC2, HC3) rows that
        determine their own fitted value.

    References
    ----------
    MacKinnon JG, White H. J Econometrics 1985; 29:305-325 (HC2, HC3).
    Searle SR, Speed FM, Milliken GA. Am Stat 1980; 34:216-221 (LS means).
    """
    import pandas as pd

    if vcov not in COVARIANCES:
        raise AnalysisError(
            f"Unknown covariance of the coefficients {vcov!r}; known are {', '.join(COVARIANCES)}."
        )
    design = build_design(formula, data)
    n, p = design.matrix.shape
    problem = rank_problem(design)
    if problem:
        raise AnalysisError(problem)
    if n <= p:
        raise AnalysisError(
            f"The model has {p} coefficients but only {n} complete rows, so nothing is left to "
            "estimate the variance. Include more data or leave out terms."
        )
    q, r = np.linalg.qr(design.matrix)
    estimate = np.linalg.solve(r, q.T @ design.y)
    residuals = design.y - design.matrix @ estimate
    leverage = np.einsum("ij,ij->i", q, q)
    df = n - p
    sigma2 = float(residuals @ residuals) / df
    inverse = np.linalg.inv(r)
    covariance = _covariance(vcov, inverse, q, residuals, leverage, sigma2)
    names = pd.Index(design.names)
    at = Coefficients(estimate, covariance, float(df))
    total = design.y - (design.y.mean() if "(Intercept)" in design.names else 0.0)
    spread = float(total @ total)
    return ANCOVAResult(
        coefficients=inference_frame(np.eye(p), at).set_index(names),
        vcov=pd.DataFrame(covariance, index=names, columns=names),
        sigma2=sigma2,
        r_squared=1 - sigma2 * df / spread if spread > 0 else np.nan,
        df_residual=df,
        n_obs=n,
        n_dropped=design.n_dropped,
        residuals=residuals,
        leverage=leverage,
        messages=_messages(design, sigma2, spread),
        method_card=(
            ("Model", "Analysis of covariance (ordinary least squares, QR decomposition)"),
            ("Formula", formula),
            ("Covariance of the coefficients", COVARIANCES[vcov]),
            ("Degrees of freedom", f"Residual, {df}"),
            ("Rows analysed", str(n)),
            ("Rows dropped (missing values)", str(design.n_dropped)),
        ),
        design=design,
    )


def fit_ancova_by(
    formula: str, data: pd.DataFrame, by: str, *, vcov: Covariance = "classical"
) -> dict[object, ANCOVAResult]:
    """Fit the same analysis of covariance separately in each level of a column.

    The levels come in the order of a Categorical, else sorted; levels without
    rows and rows without a level are left out.

    Raises
    ------
    AnalysisError
        As :func:`fit_ancova`, naming the level that could not be fitted.
    """
    if by not in data.columns:
        raise AnalysisError(f"The data have no column {by} to repeat the model over.")
    levels, codes = encode_levels(data[by])
    fits: dict[object, ANCOVAResult] = {}
    for code, level in enumerate(levels):
        rows = codes == code
        if not rows.any():
            continue
        try:
            fits[level] = fit_ancova(formula, data.loc[rows], vcov=vcov)
        except AnalysisError as error:
            raise AnalysisError(f"{by} {level_text(level)}: {error}") from error
    return fits


def _covariance(
    kind: str, inverse: Floats, q: Floats, residuals: Floats, leverage: Floats, sigma2: float
) -> Floats:
    """Return the covariance of the coefficients; ``inverse`` is that of R (A.2, A.3)."""
    if kind == "classical":
        return np.asarray(sigma2 * (inverse @ inverse.T))
    n, p = q.shape
    squared = residuals**2
    if kind == "hc1":
        squared = squared * n / (n - p)
    elif kind in ("hc2", "hc3"):
        alone = int(np.count_nonzero(leverage > _FULL_LEVERAGE))
        if alone:
            raise AnalysisError(
                f"{kind.upper()} standard errors do not exist here: {alone} row(s) determine "
                "their own fitted value, as the only one of a factor level does. Join levels, or "
                "take the classical standard errors."
            )
        squared = squared / (1 - leverage) ** (1 if kind == "hc2" else 2)
    half = inverse @ (q * np.sqrt(squared)[:, None]).T
    return np.asarray(half @ half.T)


def _messages(design: Design, sigma2: float, spread: float) -> tuple[str, ...]:
    """Return what the reader must know about the fit."""
    found = []
    if design.n_dropped:
        found.append(f"{design.n_dropped} row(s) with a missing value were left out of the model.")
    for factor in design.factors.values():
        for code, level in enumerate(factor.levels or ()):
            if np.count_nonzero(factor.codes == code) == 1:
                found.append(
                    f"{factor.name} {level_text(level)} has one row only: its mean rests on a "
                    "single value."
                )
    if sigma2 <= 1e-24 * max(spread, 1e-300):
        found.append("The model fits exactly, so standard errors are zero. Check the response.")
    return tuple(found)

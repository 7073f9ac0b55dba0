"""Logistic regression, by maximum likelihood or Firth's penalised likelihood.

Where a combination of the terms separates events from non-events the maximum
likelihood estimate is infinite; the fit then turns to Firth's method and says
so. Formulas B.1 to B.5 in ``resources/methods/logistic.md``. Proved by
``tests/stats/test_logistic.py`` against R (glm, MASS) and logistf.

References
----------
Firth D. Bias reduction of maximum likelihood estimates. Biometrika 1993;
80:27-38. Heinze G, Schemper M. A solution to the problem of separation in
logistic regression. Stat Med 2002; 21:2409-2419.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import (
    Design,
    Floats,
    Weights,
    build_design,
    design_rows,
    rank_problem,
)
from sjogren_desktop.stats.estimate import checked_level
from sjogren_desktop.stats.linear_functions import (
    Adjust,
    Coefficients,
    FTest,
    f_test,
    inference_frame,
    ratios_frame,
    type3_frame,
)

if TYPE_CHECKING:
    import pandas as pd

_ROUNDS = 200
_GRADIENT = 1e-10
_LARGE_LOGIT = 8.0
"""A fitted logit beyond this makes separation worth checking."""


@dataclass(frozen=True)
class LogisticResult:
    """A fitted logistic regression.

    Parameters
    ----------
    coefficients : DataFrame
        Log odds ratios, indexed by name: estimate, std_error, df (infinite),
        lower, upper (95%, Wald), statistic (z), p_value.
    vcov : DataFrame, shape (p, p)
        Inverse of the information at the estimate.
    log_likelihood, deviance : float
        Without the penalty, also under Firth's method.
    n_obs, n_events, n_dropped : int
    firth, separated : bool
        Whether the penalised likelihood was used, and whether the terms
        separate events from non-events.
    iterations : int
    gradient_norm : float
        Largest absolute element of the (modified) score at the estimate.
    messages : tuple of str
    method_card : tuple of (str, str)
    """

    coefficients: pd.DataFrame
    vcov: pd.DataFrame
    log_likelihood: float
    deviance: float
    n_obs: int
    n_events: int
    n_dropped: int
    firth: bool
    separated: bool
    iterations: int
    gradient_norm: float
    messages: tuple[str, ...]
    method_card: tuple[tuple[str, str], ...]
    design: Design = field(repr=False)
    data: pd.DataFrame = field(repr=False)

    @property
    def at(self) -> Coefficients:
        """Estimates and covariance, for linear functions of them."""
        return Coefficients(
            self.coefficients["estimate"].to_numpy(dtype=np.float64),
            self.vcov.to_numpy(dtype=np.float64),
            np.inf,
        )

    def odds_ratios(
        self,
        specs: str | Sequence[str],
        by: str | Sequence[str] | None = None,
        *,
        reference: object = None,
        adjust: Adjust | None = None,
        weights: Weights = "equal",
        level: float = 0.95,
    ) -> pd.DataFrame:
        """Return odds ratios between levels of factors (Wald intervals).

        See :func:`sjogren_desktop.stats.linear_functions.ratios_frame`.
        """
        return ratios_frame(
            self.design,
            self.at,
            specs,
            by,
            reference=reference,
            adjust=adjust,
            weights=weights,
            level=level,
        )

    def profile_interval(self, name: str, *, level: float = 0.95) -> tuple[float, float]:
        """Return profile likelihood limits of a coefficient (B.4).

        Under Firth's method the penalised likelihood is profiled. A limit the
        likelihood does not bound is infinite.

        Raises
        ------
        AnalysisError
            If the model has no such coefficient.
        """
        from scipy.special import chdtri

        if name not in self.coefficients.index:
            raise AnalysisError(
                f"The model has no coefficient {name}. It has: {', '.join(self.design.names)}."
            )
        at = self.design.names.index(name)
        drop = float(chdtri(1, 1 - checked_level(level)))
        model = _Model(self.design.matrix, self.design.y, self.firth)
        return _profile(model, self.at.estimate, at, float(self.at.vcov[at, at]) ** 0.5, drop)

    def test(self, functions: Floats) -> FTest:
        """Wald test that linear functions (rows) of the coefficients are zero."""
        return f_test(functions, self.at)

    def type3(self) -> pd.DataFrame:
        """Return type III Wald tests: term, num_df, den_df, statistic, p_value.

        The statistic is the Wald chi-square over its degrees of freedom.
        """
        return type3_frame(self.design, self.at)

    def predict(self, data: pd.DataFrame) -> Floats:
        """Return the probability of the event for new rows (NaN where a variable is missing)."""
        return _expit(design_rows(self.design, data) @ self.at.estimate)


def fit_logistic(formula: str, data: pd.DataFrame, *, firth: bool | None = None) -> LogisticResult:
    """Fit a logistic regression.

    Parameters
    ----------
    formula : str
        The response is 0/1 or false/true.
    data : DataFrame
        Rows with a missing value in a variable of the formula are dropped.
    firth : bool, optional
        Use Firth's penalised likelihood. By default only where the terms
        separate events from non-events, with a message.

    Raises
    ------
    AnalysisError
        If the response is not 0/1 or does not vary, the coefficients cannot be
        told apart, or ``firth=False`` although the estimates are infinite.
    """
    import pandas as pd

    design = build_design(formula, data)
    y = design.y
    if not np.isin(y, (0.0, 1.0)).all():
        raise AnalysisError(
            f"{design.response} must be 1 where the event occurred and 0 where it did not."
        )
    events = int(y.sum())
    if events in (0, len(y)):
        raise AnalysisError(
            f"{'All' if events else 'None'} of the {len(y)} analysed rows have the event, so "
            "nothing can be explained by the terms of the model."
        )
    problem = rank_problem(design)
    if problem:
        raise AnalysisError(problem)
    separated, messages = False, []
    model = _Model(design.matrix, y, bool(firth))
    fit = _maximise(model, np.zeros(design.matrix.shape[1]))
    if not model.firth and np.abs(design.matrix @ fit.beta).max() > _LARGE_LOGIT:
        separated = _separates(design.matrix, y)
        if separated and firth is False:
            raise AnalysisError(
                "The terms of the model separate events from non-events, so estimates would be "
                "infinite. Use Firth's method, join levels or leave out a term."
            )
        if separated:
            model = _Model(design.matrix, y, True)
            fit = _maximise(model, np.zeros(design.matrix.shape[1]))
            messages.append(
                "The terms of the model separate events from non-events, so Firth's penalised "
                "likelihood was used instead of maximum likelihood."
            )
    if not fit.converged:
        messages.append(
            f"The fit did not converge (largest gradient {fit.gradient:.1e}); do not rely on it."
        )
    if design.n_dropped:
        messages.append(
            f"{design.n_dropped} row(s) with a missing value were left out of the model."
        )
    vcov = np.linalg.inv(model.information(fit.beta))
    likelihood = model.log_likelihood(fit.beta)
    names = pd.Index(design.names)
    at = Coefficients(fit.beta, vcov, np.inf)
    method = "Firth's penalised likelihood" if model.firth else "Maximum likelihood"
    return LogisticResult(
        coefficients=inference_frame(np.eye(len(names)), at).set_index(names),
        vcov=pd.DataFrame(vcov, index=names, columns=names),
        log_likelihood=likelihood,
        deviance=-2 * likelihood,
        n_obs=len(y),
        n_events=events,
        n_dropped=design.n_dropped,
        firth=model.firth,
        separated=separated,
        iterations=fit.iterations,
        gradient_norm=fit.gradient,
        messages=tuple(messages),
        method_card=(
            ("Model", "Logistic regression"),
            ("Formula", formula),
            ("Estimation", method),
            ("Rows analysed", str(len(y))),
            ("Events", str(events)),
            ("Rows dropped (missing values)", str(design.n_dropped)),
        ),
        design=design,
        data=data.iloc[design.rows],
    )


@dataclass(frozen=True)
class _Model:
    """Design, response and the likelihood that is maximised."""

    matrix: Floats
    y: Floats
    firth: bool

    def log_likelihood(self, beta: Floats) -> float:
        eta = self.matrix @ beta
        return float(self.y @ eta - np.logaddexp(0, eta).sum())

    def objective(self, beta: Floats) -> float:
        """Return the log likelihood, plus half the log determinant under Firth's method (B.2)."""
        value = self.log_likelihood(beta)
        if not self.firth:
            return value
        sign, log_determinant = np.linalg.slogdet(self.information(beta))
        return value + 0.5 * float(log_determinant) if sign > 0 else -np.inf

    def information(self, beta: Floats) -> Floats:
        p = _expit(self.matrix @ beta)
        return np.asarray(self.matrix.T @ (self.matrix * (p * (1 - p))[:, None]))

    def score(self, beta: Floats) -> Floats:
        """Return the derivative of the objective (B.1, B.3)."""
        p = _expit(self.matrix @ beta)
        residual = self.y - p
        if self.firth:
            weight = p * (1 - p)
            inverse = np.linalg.pinv(self.information(beta), hermitian=True)
            leverage = weight * np.einsum("ij,jk,ik->i", self.matrix, inverse, self.matrix)
            residual = residual + leverage * (0.5 - p)
        return np.asarray(self.matrix.T @ residual)


@dataclass(frozen=True)
class _Fit:
    beta: Floats
    value: float
    gradient: float
    iterations: int
    converged: bool


def _expit(eta: Floats) -> Floats:
    from scipy.special import expit

    return np.asarray(expit(eta), dtype=np.float64)


def _maximise(model: _Model, start: Floats, fixed: int | None = None) -> _Fit:
    """Maximise the objective by scoring with step halving; one coefficient may be fixed."""
    free = np.array([j for j in range(len(start)) if j != fixed], dtype=np.intp)
    beta, value = start.copy(), model.objective(start)
    scale = np.abs(model.matrix).max(axis=0)[free]
    gradient, iteration = np.inf, 0
    for iteration in range(1, _ROUNDS + 1):
        score = model.score(beta)[free]
        gradient = float(np.max(np.abs(score / scale), initial=0.0))
        if gradient < _GRADIENT * len(model.y):
            return _Fit(beta, value, gradient, iteration, True)
        information = model.information(beta)[np.ix_(free, free)]
        step = np.linalg.pinv(information, hermitian=True) @ score
        step *= min(1.0, 5.0 / float(np.max(np.abs(step * scale))))
        moved, new = beta, -np.inf
        for _ in range(30):
            moved = beta.copy()
            moved[free] += step
            new = model.objective(moved)
            if new >= value - 1e-12 * abs(value):
                break
            step = step / 2
        beta, value = moved, new
    return _Fit(beta, value, gradient, iteration, False)


def _separates(matrix: Floats, y: Floats) -> bool:
    """Return whether some combination of the columns orders events and non-events.

    A linear program: the largest sum of signed distances with none negative is
    above zero exactly where the maximum likelihood estimate is infinite
    (Konis 2007).
    """
    from scipy.optimize import linprog

    scaled = matrix / np.abs(matrix).max(axis=0)
    signed = np.where(y > 0, 1.0, -1.0)[:, None] * scaled
    found = linprog(
        -signed.sum(axis=0),
        A_ub=-signed,
        b_ub=np.zeros(len(y)),
        bounds=[(-1, 1)] * matrix.shape[1],
        method="highs",
    )
    return bool(found.status == 0 and np.sum(signed @ np.asarray(found.x)) > 1e-7)


def _profile(
    model: _Model, estimate: Floats, at: int, error: float, drop: float
) -> tuple[float, float]:
    """Return where twice the objective has fallen by ``drop`` on either side."""
    from scipy.optimize import brentq

    top = model.objective(estimate)
    limits = []
    for side in (-1.0, 1.0):
        near = {"beta": estimate}

        def excess(value: float, near: dict[str, Floats] = near) -> float:
            start = near["beta"].copy()
            start[at] = value
            fit = _maximise(model, start, fixed=at)
            near["beta"] = fit.beta
            return drop - 2 * (top - fit.value)

        reach = error * drop**0.5
        far = float(estimate[at]) + side * reach
        for _ in range(12):
            if excess(far) <= 0:
                break
            far += side * reach
        else:
            limits.append(side * np.inf)
            continue
        limits.append(float(brentq(excess, float(estimate[at]), far, xtol=1e-10)))
    return limits[0], limits[1]

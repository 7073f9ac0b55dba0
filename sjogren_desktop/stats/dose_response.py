"""MCP-Mod: tests for a dose-response signal, and models of the curve.

Both steps take one estimate per dose with a covariance matrix, however they
were made; :func:`dose_groups` makes them from data. Formulas DR.4 to DR.11 in
``resources/methods/dose_response.md``; checked against the R package
``DoseFinding``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.optimize import brentq, least_squares
from scipy.special import ndtr, ndtri, stdtr, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    FloatArray,
    choice,
    equally_long,
    fraction,
    numbers,
    positive_definite,
    within,
)
from sjogren_desktop.stats.dose_shapes import MODELS, Shape, standardised
from sjogren_desktop.stats.multivariate_t import critical_value, exceedance

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class DoseGroups:
    """An estimate for every dose, ascending, with their covariance.

    ``df`` are the degrees of freedom of the covariance (None: taken as known).
    ``n``, ``residual_ss`` and ``n_covariates`` come with estimates made from
    data by least squares, and make the fits' AIC that of the data.
    """

    doses: FloatArray
    estimates: FloatArray
    covariance: FloatArray
    df: float | None = None
    n: int | None = None
    residual_ss: float = 0.0
    n_covariates: int = 0

    @classmethod
    def of(
        cls,
        doses: npt.ArrayLike,
        estimates: npt.ArrayLike,
        covariance: npt.ArrayLike,
        *,
        df: float | None = None,
    ) -> DoseGroups:
        """Check estimates made elsewhere (generalised MCP-Mod).

        Raises
        ------
        AnalysisError
            If doses are not ascending or the shapes do not fit together.
        """
        d = within(doses, "Doses", low=0.0, minimum_length=2)
        if (np.diff(d) <= 0).any():
            raise AnalysisError("Doses: give every dose once, in ascending order.")
        y = numbers(estimates, "Estimates")
        equally_long(doses=d, estimates=y)
        if df is not None and not df > 0:
            raise AnalysisError(f"Degrees of freedom: {df:g} found, but they must be positive.")
        return cls(d, y, positive_definite(covariance, "Covariance", d.size), df)


@dataclass(frozen=True)
class ContrastTest:
    """Tests for a dose-response signal.

    Parameters
    ----------
    tests : DataFrame
        Indexed by shape: ``estimate, std_error, statistic, p_value, adjusted,
        significant``; one-sided.
    contrasts : DataFrame
        Optimal contrasts, doses by shapes.
    correlation : array of shape (k, k)
    critical_value : float
        Multiplicity-adjusted limit of the largest statistic.
    alpha : float
    """

    tests: pd.DataFrame
    contrasts: pd.DataFrame
    correlation: FloatArray
    critical_value: float
    alpha: float


@dataclass(frozen=True)
class DoseFit:
    """A fitted dose-response model.

    Parameters
    ----------
    model : str
    coefficients : DataFrame
        Indexed by parameter: ``estimate, std_error``.
    vcov : array
    aic : float
        Of the data, or generalised: distance plus twice the parameters.
    distance : float
        Squared distance of estimates and curve in the metric of the covariance.
    residual_ss : float
        Of the data; missing for estimates made elsewhere.
    top : float
        Highest dose.
    at_bound : bool
        Whether a shape parameter stopped at its bound, so that its standard
        error has no meaning.
    """

    model: str
    coefficients: pd.DataFrame
    vcov: FloatArray
    aic: float
    distance: float
    residual_ss: float
    top: float
    at_bound: bool
    df: float | None

    def predict(self, doses: npt.ArrayLike, *, level: float = 0.95) -> pd.DataFrame:
        """Return the curve: ``dose, estimate, std_error, lower, upper`` (DR.8)."""
        import pandas as pd

        d = within(doses, "Doses", low=0.0, high=self.top)
        alpha = 1 - fraction(level, "Level of confidence")
        reach = -ndtri(alpha / 2) if self.df is None else -stdtrit(self.df, alpha / 2)
        theta = self.coefficients["estimate"].to_numpy()
        value = _curve(self.model, theta, d, self.top)
        slope = _slopes(self.model, theta, d, self.top)
        error = np.sqrt(np.maximum(np.einsum("ij,jk,ik->i", slope, self.vcov, slope), 0.0))
        return pd.DataFrame(
            {
                "dose": d,
                "estimate": value,
                "std_error": error,
                "lower": value - reach * error,
                "upper": value + reach * error,
            }
        )

    def target_dose(self, effect: float) -> float:
        """Return the smallest dose with a given effect over dose 0 (DR.9).

        A negative effect is a fall. Missing where no dose has the effect.
        """
        return _first_dose(self._effect, effect, self.top)

    def effective_dose(self, share: float) -> float:
        """Return the smallest dose with a share of the largest effect (DR.10)."""
        fraction(share, "Share of the largest effect")
        grid = self._effect(np.linspace(0.0, self.top, 2001))
        largest = float(grid[np.argmax(np.abs(grid))])
        return _first_dose(self._effect, share * largest, self.top)

    def _effect(self, doses: FloatArray) -> FloatArray:
        theta = self.coefficients["estimate"].to_numpy()
        both = _curve(self.model, theta, np.append(0.0, doses), self.top)
        return np.asarray(both[1:] - both[0], dtype=np.float64)


@dataclass(frozen=True)
class ModelAverage:
    """Fits weighted by how well they describe the estimates (DR.11)."""

    fits: tuple[DoseFit, ...]
    weights: FloatArray

    def predict(self, doses: npt.ArrayLike, *, level: float = 0.95) -> pd.DataFrame:
        """Return the averaged curve: ``dose, estimate, std_error, lower, upper``.

        The standard error is that of Buckland et al. (1997, eq. 9), which adds
        the spread of the models to their own errors.
        """
        import pandas as pd

        z = float(ndtri(0.5 + fraction(level, "Level of confidence") / 2))
        curves = [fit.predict(doses) for fit in self.fits]
        values = np.array([c["estimate"].to_numpy() for c in curves])
        errors = np.array([c["std_error"].to_numpy() for c in curves])
        mean = self.weights @ values
        error = self.weights @ np.sqrt(errors**2 + (values - mean) ** 2)
        return pd.DataFrame(
            {
                "dose": curves[0]["dose"],
                "estimate": mean,
                "std_error": error,
                "lower": mean - z * error,
                "upper": mean + z * error,
            }
        )

    def target_dose(self, effect: float) -> float:
        """Return the smallest dose at which the averaged curve has the effect."""

        def averaged(doses: FloatArray) -> FloatArray:
            each = np.array([fit._effect(doses) for fit in self.fits])
            return np.asarray(self.weights @ each, dtype=np.float64)

        return _first_dose(averaged, effect, self.fits[0].top)


def dose_groups(
    dose: npt.ArrayLike, response: npt.ArrayLike, *, covariates: pd.DataFrame | None = None
) -> DoseGroups:
    """Estimate the mean response of every dose by least squares (DR.4).

    Parameters
    ----------
    dose, response : arrays of shape (n,)
    covariates : DataFrame of n rows, optional
        Numeric; means are given at the covariates' averages.

    Raises
    ------
    AnalysisError
        If an argument has not the form described, there is one dose only, or
        no degree of freedom is left.
    """
    d = within(dose, "Doses", low=0.0)
    y = numbers(response, "Response")
    equally_long(dose=d, response=y)
    doses, position = np.unique(d, return_inverse=True)
    if doses.size < 2:
        raise AnalysisError("Doses: at least two different doses are needed.")
    design = np.eye(doses.size)[position]
    extra = 0
    if covariates is not None:
        equally_long(dose=d, covariates=covariates)
        columns = [numbers(covariates[c], f"Covariate {c}") for c in covariates.columns]
        extra = len(columns)
        design = np.column_stack([design, *(c - c.mean() for c in columns)])
    df = d.size - design.shape[1]
    if df < 1 or np.linalg.matrix_rank(design) < design.shape[1]:
        raise AnalysisError(
            "The means of the doses cannot be estimated: too few rows, or collinear covariates."
        )
    inverse = np.linalg.inv(design.T @ design)
    beta = inverse @ (design.T @ y)
    rss = float(np.sum((y - design @ beta) ** 2))
    if rss <= 0:
        raise AnalysisError("Response: all values of each dose are equal; there is no error.")
    k = doses.size
    covariance = inverse[:k, :k] * (rss / df)
    return DoseGroups(doses, beta[:k], covariance, float(df), d.size, rss, extra)


def optimal_contrasts(
    shapes: Sequence[Shape],
    doses: npt.ArrayLike,
    covariance: npt.ArrayLike,
    *,
    placebo_adjusted: bool = False,
) -> pd.DataFrame:
    """Return the contrast with the most power for each shape (DR.5).

    Parameters
    ----------
    shapes : sequence of Shape
    doses : array of shape (k,)
        Ascending. With ``placebo_adjusted`` without dose 0, which the
        estimates were compared with.
    covariance : array of shape (k, k)
        Of the estimates; a multiple of it will do.
    placebo_adjusted : bool

    Returns
    -------
    DataFrame of shape (k, number of shapes)
        Each column of length one, and adding up to 0 unless adjusted.

    References
    ----------
    Bretz, Pinheiro and Branson, Biometrics 2005;61:738-748. Pinheiro,
    Bornkamp, Glimm and Bretz, Stat Med 2014;33:1646-1661, section 2.1.
    """
    import pandas as pd

    d = within(doses, "Doses", low=0.0, minimum_length=1 if placebo_adjusted else 2)
    s = positive_definite(covariance, "Covariance", d.size)
    if not shapes:
        raise AnalysisError("Give at least one candidate shape.")
    names = [shape.label() for shape in shapes]
    if len(set(names)) < len(names):
        raise AnalysisError("Shapes: every candidate needs a name of its own.")
    columns = {}
    for name, shape in zip(names, shapes, strict=True):
        if placebo_adjusted:
            mean = standardised(shape, np.append(0.0, d))[1:]
            contrast = np.linalg.solve(s, mean)
        else:
            mean = standardised(shape, d)
            ones = np.linalg.solve(s, np.ones(d.size))
            contrast = np.linalg.solve(s, mean - mean @ ones / ones.sum())
        columns[name] = contrast / np.sqrt(contrast @ contrast)
    return pd.DataFrame(columns, index=pd.Index(d, name="dose"))


def contrast_test(
    groups: DoseGroups,
    shapes: Sequence[Shape],
    *,
    alpha: float = 0.025,
    increasing: bool = True,
    placebo_adjusted: bool = False,
) -> ContrastTest:
    """Test for a dose-response signal by all shapes together (DR.6).

    Parameters
    ----------
    groups : DoseGroups
    shapes : sequence of Shape
    alpha : float
        One-sided.
    increasing : bool
        False if a fall is the effect looked for.
    placebo_adjusted : bool
        Whether the estimates are differences from dose 0.

    Raises
    ------
    AnalysisError
        If a shape does not fit the doses.
    """
    import pandas as pd

    fraction(alpha, "Alpha")
    contrasts = optimal_contrasts(
        shapes, groups.doses, groups.covariance, placebo_adjusted=placebo_adjusted
    )
    c = contrasts.to_numpy() * (1 if increasing else -1)
    covariance = c.T @ groups.covariance @ c
    error = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(error, error)
    np.fill_diagonal(correlation, 1.0)
    statistic = (c.T @ groups.estimates) / error
    df = groups.df
    adjusted = [exceedance(np.full(error.size, t), correlation, df=df) for t in statistic]
    tests = pd.DataFrame(
        {
            "estimate": c.T @ groups.estimates,
            "std_error": error,
            "statistic": statistic,
            "p_value": ndtr(-statistic) if df is None else stdtr(df, -statistic),
            "adjusted": adjusted,
            "significant": np.array(adjusted) <= alpha,
        },
        index=pd.Index(contrasts.columns, name="shape"),
    )
    limit = critical_value(alpha, correlation, df=df)
    signed = pd.DataFrame(c, index=contrasts.index, columns=contrasts.columns)
    return ContrastTest(tests, signed, correlation, limit, alpha)


def fit_dose_model(
    groups: DoseGroups,
    model: str,
    *,
    bounds: Sequence[tuple[float, float]] | None = None,
) -> DoseFit:
    """Fit a dose-response model by generalised least squares (DR.7).

    Parameters
    ----------
    groups : DoseGroups
        Estimates for all doses, dose 0 among them.
    model : str
        A key of :data:`~sjogren_desktop.stats.dose_shapes.MODELS`.
    bounds : sequence of (low, high), optional
        Of the shape parameters, in their own units; those of the model if not
        given.

    Raises
    ------
    AnalysisError
        If the model is unknown, has more parameters than there are doses, or
        the bounds do not fit it.

    Notes
    -----
    Location and scale are solved for exactly, so that only shape parameters
    are searched: on a grid over their bounds, then by least squares from its
    best points.

    References
    ----------
    Pinheiro, Bornkamp, Glimm and Bretz, Stat Med 2014;33:1646-1661, section
    2.2 (generalised AIC).
    """
    import pandas as pd

    family = MODELS[choice(model, "Model", MODELS)]
    names = ("e0", *family.coefficients, *family.parameters)
    if len(names) > groups.doses.size:
        raise AnalysisError(
            f"{model} has {len(names)} parameters, but there are {groups.doses.size} doses."
        )
    top = float(groups.doses[-1])
    limits = _limits(model, bounds, top)
    shape = _search(groups, model, limits, top)
    beta, residual = _profile(groups, model, shape, top)
    theta = np.concatenate((beta, shape))
    distance = float(residual @ residual)
    slope = _slopes(model, theta, groups.doses, top)
    information = slope.T @ np.linalg.solve(groups.covariance, slope)
    at_bound = bool(
        np.any(
            [np.isclose(v, limit, rtol=1e-6).any() for v, limit in zip(shape, limits, strict=True)]
        )
    )
    vcov = np.linalg.pinv(information, rcond=1e-14, hermitian=True)
    rss, aic, df = float("nan"), distance + 2 * len(names), groups.df
    if groups.n is not None and groups.df is not None:
        sigma2 = groups.residual_ss / groups.df
        rss = groups.residual_ss + sigma2 * distance
        k = len(names) + groups.n_covariates
        aic = groups.n * (np.log(2 * np.pi * rss / groups.n) + 1) + 2 * (k + 1)
        df = float(groups.n - k)
        vcov = vcov * (rss / df / sigma2)
    frame = pd.DataFrame(
        {"estimate": theta, "std_error": np.sqrt(np.diag(vcov))}, index=pd.Index(names)
    )
    return DoseFit(model, frame, vcov, float(aic), distance, rss, top, at_bound, df)


def average_models(fits: Sequence[DoseFit]) -> ModelAverage:
    """Weight fits of the same estimates by exp(-AIC / 2) (DR.11).

    References
    ----------
    Buckland, Burnham and Augustin, Biometrics 1997;53:603-618.
    """
    if not fits:
        raise AnalysisError("Give at least one fitted model.")
    aic = np.array([fit.aic for fit in fits])
    weights = np.exp(-(aic - aic.min()) / 2)
    return ModelAverage(tuple(fits), weights / weights.sum())


def _limits(
    model: str, bounds: Sequence[tuple[float, float]] | None, top: float
) -> list[tuple[float, float]]:
    family = MODELS[model]
    if bounds is None:
        factors = [top if dose else 1.0 for dose in family.in_doses]
        return [(low * f, high * f) for (low, high), f in zip(family.bounds, factors, strict=True)]
    if len(bounds) != len(family.parameters) or any(not 0 < a < b for a, b in bounds):
        raise AnalysisError(
            f"Bounds: {model} has {len(family.parameters)} shape parameters, each with a lower "
            "bound above 0 and an upper bound above that."
        )
    return [(float(a), float(b)) for a, b in bounds]


def _profile(
    groups: DoseGroups, model: str, shape: Sequence[float] | FloatArray, top: float
) -> tuple[FloatArray, FloatArray]:
    """Return coefficients given the shape, and whitened residuals."""
    basis = MODELS[model].basis(groups.doses, list(shape), top)
    design = np.column_stack((np.ones(groups.doses.size), basis))
    factor = np.linalg.cholesky(groups.covariance)
    white = np.linalg.solve(factor, np.column_stack((design, groups.estimates)))
    beta = np.linalg.lstsq(white[:, :-1], white[:, -1], rcond=None)[0]
    return beta, white[:, -1] - white[:, :-1] @ beta


def _search(
    groups: DoseGroups, model: str, limits: list[tuple[float, float]], top: float
) -> FloatArray:
    """Return the shape parameters of least distance within their bounds."""
    if not limits:
        return np.empty(0)
    axes = [np.geomspace(low, high, 40 if len(limits) == 1 else 20) for low, high in limits]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, len(limits))

    def residual(shape: FloatArray) -> FloatArray:
        return _profile(groups, model, shape, top)[1]

    distances = np.array([float(np.sum(residual(point) ** 2)) for point in grid])
    low, high = (np.array(side) for side in zip(*limits, strict=True))
    best, least = grid[int(np.argmin(distances))], float(distances.min())
    for start in grid[np.argsort(distances)[:3]]:
        found = least_squares(
            residual,
            np.clip(start, low * (1 + 1e-9), high * (1 - 1e-9)),
            jac="3-point",
            bounds=(low, high),
            x_scale=high - low,
            xtol=1e-14,
            ftol=1e-14,
            gtol=1e-14,
        )
        if 2 * found.cost < least:
            best, least = found.x, 2 * float(found.cost)
    return np.asarray(best, dtype=np.float64)


def _curve(model: str, theta: FloatArray, doses: FloatArray, top: float) -> FloatArray:
    family = MODELS[model]
    linear = 1 + len(family.coefficients)
    basis = family.basis(doses, list(theta[linear:]), top)
    return np.asarray(theta[0] + basis @ theta[1:linear], dtype=np.float64)


def _slopes(model: str, theta: FloatArray, doses: FloatArray, top: float) -> FloatArray:
    """Return the derivative of the curve with respect to its parameters.

    Location and scale are exact; shape parameters by central differences, whose
    error (1e-9) is far below that of a first-order standard error.
    """
    family = MODELS[model]
    linear = 1 + len(family.coefficients)
    columns = [np.ones((doses.size, 1)), family.basis(doses, list(theta[linear:]), top)]
    for j in range(linear, theta.size):
        step = 1e-5 * theta[j]
        up, down = theta.copy(), theta.copy()
        up[j] += step
        down[j] -= step
        rise = _curve(model, up, doses, top) - _curve(model, down, doses, top)
        columns.append((rise / (2 * step))[:, None])
    return np.hstack(columns)


def _first_dose(effect_at: Callable[[FloatArray], FloatArray], wanted: float, top: float) -> float:
    """Return the smallest dose whose effect reaches the one wanted."""
    if wanted == 0 or not np.isfinite(wanted):
        raise AnalysisError("Effect: give a finite effect other than 0.")
    grid = np.linspace(0.0, top, 2001)
    reached = np.flatnonzero(np.sign(wanted) * (effect_at(grid) - wanted) >= 0)
    if reached.size == 0:
        return float("nan")
    k = int(reached[0])
    return float(
        brentq(lambda d: float(effect_at(np.array([d]))[0] - wanted), grid[k - 1], grid[k])
    )

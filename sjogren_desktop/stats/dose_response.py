"""The models of MCP-Mod: fits of response curves, their average, amounts.

Formulas DR.7 to DR.11 in ``resources/methods/dose_response.md``; checked
against the R package ``DoseFinding``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.optimize import brentq, least_squares
from scipy.special import ndtri, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import FloatArray, choice, fraction, within
from sjogren_desktop.stats.dose_contrasts import DoseGroups
from sjogren_desktop.stats.dose_shapes import MODELS

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class DoseFit:
    """A fitted response curve.

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
        Highest amount.
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

    def predict(self, amounts: npt.ArrayLike, *, level: float = 0.95) -> pd.DataFrame:
        """Return the curve: ``amount, estimate, std_error, lower, upper`` (DR.8)."""
        import pandas as pd

        d = within(amounts, "Amounts", low=0.0, high=self.top)
        alpha = 1 - fraction(level, "Level of confidence")
        reach = -ndtri(alpha / 2) if self.df is None else -stdtrit(self.df, alpha / 2)
        theta = self.coefficients["estimate"].to_numpy()
        value = _curve(self.model, theta, d, self.top)
        slope = _slopes(self.model, theta, d, self.top)
        error = np.sqrt(np.maximum(np.einsum("ij,jk,ik->i", slope, self.vcov, slope), 0.0))
        return pd.DataFrame(
            {
                "amount": d,
                "estimate": value,
                "std_error": error,
                "lower": value - reach * error,
                "upper": value + reach * error,
            }
        )

    def target_dose(self, effect: float) -> float:
        """Return the smallest amount with a given effect over amount 0 (DR.9).

        A negative effect is a fall. Missing where no amount has the effect.
        """
        return _first_dose(self._effect, effect, self.top)

    def effective_dose(self, share: float) -> float:
        """Return the smallest amount with a share of the largest effect (DR.10)."""
        fraction(share, "Share of the largest effect")
        grid = self._effect(np.linspace(0.0, self.top, 2001))
        largest = float(grid[np.argmax(np.abs(grid))])
        return _first_dose(self._effect, share * largest, self.top)

    def _effect(self, amounts: FloatArray) -> FloatArray:
        theta = self.coefficients["estimate"].to_numpy()
        both = _curve(self.model, theta, np.append(0.0, amounts), self.top)
        return np.asarray(both[1:] - both[0], dtype=np.float64)


@dataclass(frozen=True)
class ModelAverage:
    """Fits weighted by how well they describe the estimates (DR.11)."""

    fits: tuple[DoseFit, ...]
    weights: FloatArray

    def predict(self, amounts: npt.ArrayLike, *, level: float = 0.95) -> pd.DataFrame:
        """Return the averaged curve: ``amount, estimate, std_error, lower, upper``.

        The standard error is that of Buckland et al. (1997, eq. 9), which adds
        the spread of the models to their own errors.
        """
        import pandas as pd

        z = float(ndtri(0.5 + fraction(level, "Level of confidence") / 2))
        curves = [fit.predict(amounts) for fit in self.fits]
        values = np.array([c["estimate"].to_numpy() for c in curves])
        errors = np.array([c["std_error"].to_numpy() for c in curves])
        mean = self.weights @ values
        error = self.weights @ np.sqrt(errors**2 + (values - mean) ** 2)
        return pd.DataFrame(
            {
                "amount": curves[0]["amount"],
                "estimate": mean,
                "std_error": error,
                "lower": mean - z * error,
                "upper": mean + z * error,
            }
        )

    def target_dose(self, effect: float) -> float:
        """Return the smallest amount at which the averaged curve has the effect."""

        def averaged(amounts: FloatArray) -> FloatArray:
            each = np.array([fit._effect(amounts) for fit in self.fits])
            return np.asarray(self.weights @ each, dtype=np.float64)

        return _first_dose(averaged, effect, self.fits[0].top)


def fit_dose_model(
    groups: DoseGroups,
    model: str,
    *,
    bounds: Sequence[tuple[float, float]] | None = None,
) -> DoseFit:
    """Fit a response curve by generalised least squares (DR.7).

    Parameters
    ----------
    groups : DoseGroups
        Estimates for all amounts, amount 0 among them.
    model : str
        A key of :data:`~sjogren_desktop.stats.dose_shapes.MODELS`.
    bounds : sequence of (low, high), optional
        Of the shape parameters, in their own units; those of the model if not
        given.

    Raises
    ------
    AnalysisError
        If the model is unknown, has more parameters than there are amounts, or
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
    if len(names) > groups.amounts.size:
        raise AnalysisError(
            f"{model} has {len(names)} parameters, but there are {groups.amounts.size} amounts."
        )
    top = float(groups.amounts[-1])
    limits = _limits(model, bounds, top)
    shape = _search(groups, model, limits, top)
    beta, residual = _profile(groups, model, shape, top)
    theta = np.concatenate((beta, shape))
    distance = float(residual @ residual)
    slope = _slopes(model, theta, groups.amounts, top)
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
        factors = [top if amount else 1.0 for amount in family.in_amounts]
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
    basis = MODELS[model].basis(groups.amounts, list(shape), top)
    design = np.column_stack((np.ones(groups.amounts.size), basis))
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


def _curve(model: str, theta: FloatArray, amounts: FloatArray, top: float) -> FloatArray:
    family = MODELS[model]
    linear = 1 + len(family.coefficients)
    basis = family.basis(amounts, list(theta[linear:]), top)
    return np.asarray(theta[0] + basis @ theta[1:linear], dtype=np.float64)


def _slopes(model: str, theta: FloatArray, amounts: FloatArray, top: float) -> FloatArray:
    """Return the derivative of the curve with respect to its parameters.

    Location and scale are exact; shape parameters by central differences, whose
    error (1e-9) is far below that of a first-order standard error.
    """
    family = MODELS[model]
    linear = 1 + len(family.coefficients)
    columns = [np.ones((amounts.size, 1)), family.basis(amounts, list(theta[linear:]), top)]
    for j in range(linear, theta.size):
        step = 1e-5 * theta[j]
        up, down = theta.copy(), theta.copy()
        up[j] += step
        down[j] -= step
        rise = _curve(model, up, amounts, top) - _curve(model, down, amounts, top)
        columns.append((rise / (2 * step))[:, None])
    return np.hstack(columns)


def _first_dose(effect_at: Callable[[FloatArray], FloatArray], wanted: float, top: float) -> float:
    """Return the smallest amount whose effect reaches the one wanted."""
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

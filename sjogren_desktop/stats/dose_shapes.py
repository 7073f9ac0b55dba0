"""Shapes of response curves, and their parameters from expert guesses.

A response follows an amount, any quantity from 0 up. Every curve is location +
scale times a standardised shape; only the parameters of the shape enter here.
Formulas DR.1 to DR.3 in ``resources/methods/dose_response.md``; checked
against the R package ``DoseFinding``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import FloatArray, choice, fraction, within

SCALE_FACTOR = 1.2
"""The beta curve ends at this multiple of the highest amount."""

OFFSET_FACTOR = 0.01
"""The log-linear curve adds this multiple of the highest amount."""


@dataclass(frozen=True)
class Model:
    """A family of curves: parameter names, their bounds, and the basis.

    ``basis`` takes amounts, shape parameters and the highest amount and returns
    one column per coefficient besides the location. Bounds of parameters that
    are amounts are multiples of the highest amount.
    """

    parameters: tuple[str, ...]
    coefficients: tuple[str, ...]
    bounds: tuple[tuple[float, float], ...]
    in_amounts: tuple[bool, ...]
    basis: Callable[[FloatArray, Sequence[float], float], FloatArray]


def _linear(d: FloatArray, p: Sequence[float], top: float) -> FloatArray:
    return d[:, None]


def _linlog(d: FloatArray, p: Sequence[float], top: float) -> FloatArray:
    return np.asarray(np.log(d + OFFSET_FACTOR * top))[:, None]


def _quadratic(d: FloatArray, p: Sequence[float], top: float) -> FloatArray:
    return np.column_stack((d, d**2))


def _emax(d: FloatArray, p: Sequence[float], top: float) -> FloatArray:
    return (d / (p[0] + d))[:, None]


def _sig_emax(d: FloatArray, p: Sequence[float], top: float) -> FloatArray:
    relative = (d / p[0]) ** p[1]
    return (relative / (1 + relative))[:, None]


def _exponential(d: FloatArray, p: Sequence[float], top: float) -> FloatArray:
    return np.asarray(np.expm1(d / p[0]))[:, None]


def _logistic(d: FloatArray, p: Sequence[float], top: float) -> FloatArray:
    return np.asarray(1 / (1 + np.exp((p[0] - d) / p[1])))[:, None]


def _beta(d: FloatArray, p: Sequence[float], top: float) -> FloatArray:
    x = d / (SCALE_FACTOR * top)
    first, second = p
    log_peak = (first + second) * np.log(first + second)
    log_peak -= first * np.log(first) + second * np.log(second)
    rise = np.exp(log_peak) * x**first * (1 - x) ** second
    return np.asarray(rise, dtype=np.float64)[:, None]


MODELS: dict[str, Model] = {
    "linear": Model((), ("delta",), (), (), _linear),
    "linlog": Model((), ("delta",), (), (), _linlog),
    "quadratic": Model((), ("b1", "b2"), (), (), _quadratic),
    "emax": Model(("ed50",), ("eMax",), ((0.001, 1.5),), (True,), _emax),
    "sigEmax": Model(
        ("ed50", "h"), ("eMax",), ((0.001, 1.5), (0.5, 10.0)), (True, False), _sig_emax
    ),
    "exponential": Model(("delta",), ("e1",), ((0.1, 2.0),), (True,), _exponential),
    "logistic": Model(
        ("ed50", "delta"), ("eMax",), ((0.001, 1.5), (0.01, 0.5)), (True, True), _logistic
    ),
    "betaMod": Model(
        ("delta1", "delta2"), ("eMax",), ((0.05, 4.0), (0.05, 4.0)), (False, False), _beta
    ),
}
"""Families of curves, by the names DoseFinding gives them."""


@dataclass(frozen=True)
class Shape:
    """A candidate shape: a model with guessed shape parameters.

    The quadratic model's parameter is delta = b2 / |b1|.
    """

    model: str
    parameters: tuple[float, ...] = ()
    name: str = ""

    def label(self) -> str:
        """Return the name, or model and parameters where none was given."""
        told = ", ".join(f"{p:g}" for p in self.parameters)
        return self.name or (f"{self.model} ({told})" if told else self.model)


def standardised(shape: Shape, amounts: FloatArray) -> FloatArray:
    """Return the shape at the amounts, 0 at the lowest and 1 at its greatest (DR.2).

    Raises
    ------
    AnalysisError
        If the model is unknown, its parameters do not fit, or the shape does
        not rise over the amounts.
    """
    choice(shape.model, "Model", MODELS)
    model = MODELS[shape.model]
    needed = 1 if shape.model == "quadratic" else len(model.parameters)
    if len(shape.parameters) != needed:
        raise AnalysisError(
            f"Shape {shape.label()}: {shape.model} has {needed} shape parameters, but "
            f"{len(shape.parameters)} are given."
        )
    if shape.model == "quadratic":
        values = amounts + shape.parameters[0] * amounts**2
    else:
        if any(not p > 0 for p in shape.parameters):
            raise AnalysisError(f"Shape {shape.label()}: its parameters must be positive.")
        with np.errstate(over="ignore"):
            values = model.basis(amounts, shape.parameters, float(np.max(amounts)))[:, 0]
    rise = values - values[0]
    if not np.isfinite(rise).all() or rise.max() <= 0:
        raise AnalysisError(f"Shape {shape.label()}: it does not rise over the amounts given.")
    return np.asarray(rise / rise.max(), dtype=np.float64)


def shape_from_guess(
    model: str,
    amounts: Sequence[float],
    fractions: Sequence[float],
    *,
    top: float,
    peak: float | None = None,
    name: str = "",
) -> Shape:
    """Return the shape that has given fractions of its largest effect at amounts.

    Parameters
    ----------
    model : {"emax", "sigEmax", "exponential", "logistic", "quadratic", "betaMod"}
    amounts, fractions : sequences of length 1, or 2 for sigEmax and logistic
        For emax, sigEmax and logistic of the asymptotic effect; for the others
        of the greatest effect over the amounts.
    top : float
        Highest amount.
    peak : float, optional
        For betaMod: the amount of greatest effect.

    Raises
    ------
    AnalysisError
        If the guesses do not determine such a shape.

    References
    ----------
    Pinheiro, Bretz and Branson, in Ting (ed.), Dose Finding in Drug
    Development, Springer 2006, chapter 10.
    """
    choice(model, "Model", _GUESSES)
    d = within(amounts, "Amounts of the guess", low=0.0, open_low=True)
    p = [fraction(f, "Fraction of the largest effect") for f in fractions]
    needed = 2 if model in ("sigEmax", "logistic") else 1
    if d.size != needed or len(p) != needed:
        raise AnalysisError(f"{model} takes {needed} guesses, each a amount and a fraction.")
    if needed == 2 and not (d[1] - d[0]) * (p[1] - p[0]) > 0:
        raise AnalysisError("Of two guesses, the higher amount must have the larger fraction.")
    if model == "betaMod":
        if peak is None or not 0 < peak < SCALE_FACTOR * top or peak == d[0]:
            raise AnalysisError(
                "betaMod needs the amount of greatest effect, another one than the amount guessed."
            )
        end = SCALE_FACTOR * top
        ratio = peak / (end - peak)
        base = ratio * np.log(d[0] / peak) + np.log((end - d[0]) / (end - peak))
        second = float(np.log(p[0]) / base)
        return Shape(model, (ratio * second, second), name)
    if model == "exponential" and not 0 < p[0] < d[0] / top < 1:
        raise AnalysisError(
            "An exponential shape lies below the straight line: give a amount below the highest "
            f"and a fraction below {d[0] / top:g}."
        )
    return Shape(model, _GUESSES[model](d, p, top), name)


def _logit(p: float) -> float:
    return float(np.log(p / (1 - p)))


def _guess_exponential(d: FloatArray, p: Sequence[float], top: float) -> tuple[float, ...]:
    def excess(rate: float) -> float:
        return float(np.expm1(rate * d[0]) / np.expm1(rate * top) - p[0])

    high = 1.0 / top
    while excess(high) > 0:
        high *= 2
    return (1.0 / float(brentq(excess, 1e-9 / top, high, rtol=1e-14)),)


def _guess_logistic(d: FloatArray, p: Sequence[float], top: float) -> tuple[float, ...]:
    spread = float(d[1] - d[0]) / (_logit(p[1]) - _logit(p[0]))
    return float(d[0]) - spread * _logit(p[0]), spread


def _guess_sig_emax(d: FloatArray, p: Sequence[float], top: float) -> tuple[float, ...]:
    h = (_logit(p[1]) - _logit(p[0])) / float(np.log(d[1] / d[0]))
    return float(d[0] * np.exp(-_logit(p[0]) / h)), h


_GUESSES: dict[str, Callable[[FloatArray, Sequence[float], float], tuple[float, ...]]] = {
    "emax": lambda d, p, top: (float(d[0]) * (1 - p[0]) / p[0],),
    "quadratic": lambda d, p, top: (-(1 - float(np.sqrt(1 - p[0]))) / (2 * float(d[0])),),
    "exponential": _guess_exponential,
    "logistic": _guess_logistic,
    "sigEmax": _guess_sig_emax,
    "betaMod": lambda d, p, top: (),
}

"""Bracketed root search for many monotone equations at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sjogren_desktop.stats.estimate import Array

_ROUNDS = 200
_TOLERANCE = 4e-16


def falling_root(function: Callable[[Array], Array], low: Array, high: Array) -> Array:
    """Return where functions falling from positive to negative cross zero.

    Chandrupatla's method, all elements in step: inverse quadratic interpolation
    where it is safe, else bisection, so that the bracket always shrinks. Where
    a function is not positive at the lower end the result is that end, where
    it is not negative at the upper end the upper one: for confidence limits,
    the bound of the parameter.

    Parameters
    ----------
    function : callable
        Maps an array of arguments to an array of values, element by element.
        May be infinite; NaN is read as "beyond the root".
    low, high : array
        The brackets.

    References
    ----------
    Chandrupatla TR. Adv Eng Softw 1997; 28:145-149.
    """

    def value(at: Array) -> Array:
        found = function(at)
        return np.where(np.isnan(found), -np.inf, found)

    # b is the newest point, a its counterpart across the root, c the point before.
    a, b = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)
    fa, fb = value(a), value(b)
    outside = (fa <= 0) | (fb >= 0)
    edge = np.where(fa <= 0, a, b)
    step = np.full_like(a, 0.5)
    for _ in range(_ROUNDS):
        x = b + step * (a - b)
        fx = value(x)
        kept = (fx > 0) == (fb > 0)
        c, fc = np.where(kept, b, a), np.where(kept, fb, fa)
        a, fa = np.where(kept, a, b), np.where(kept, fa, fb)
        b, fb = x, fx
        width = np.abs(a - b)
        smallest = _TOLERANCE * (1 + np.abs(b))
        if np.all(outside | (fb == 0) | (width <= 2 * smallest)):
            break
        step = _step(a, b, c, fa, fb, fc)
        least = smallest / np.maximum(width, smallest)
        step = np.clip(step, np.minimum(least, 0.5), np.maximum(1 - least, 0.5))
        # An exact root must stay the newest point.
        step = np.where(fb == 0, 0.0, step)
    best = np.where(np.abs(fa) < np.abs(fb), a, b)
    return np.where(outside, edge, best)


def _step(a: Array, b: Array, c: Array, fa: Array, fb: Array, fc: Array) -> Array:
    """Return the next step from b towards a as a share of their distance."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        xi = (b - a) / (c - a)
        phi = (fb - fa) / (fc - fa)
        safe = (phi**2 < xi) & ((1 - phi) ** 2 < 1 - xi)
        quadratic = fb / (fa - fb) * fc / (fa - fc) + (c - b) / (a - b) * fb / (fc - fb) * fa / (
            fc - fa
        )
    return np.where(safe & np.isfinite(quadratic), quadratic, 0.5)

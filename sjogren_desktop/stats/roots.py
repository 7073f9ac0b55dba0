"""Bracketed root search for many monotone equations at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sjogren_desktop.stats.estimate import Array

_HALVINGS = 64
"""From a bracket of length 2 this leaves 1e-19: below the spacing of doubles."""


def falling_root(function: Callable[[Array], Array], low: Array, high: Array) -> Array:
    """Return where functions falling from positive to negative cross zero.

    Bisection, all elements in step. Where a function is not positive anywhere
    in the bracket the result is its lower end, where it is not negative
    anywhere the upper end: for confidence limits, the bound of the parameter.

    Parameters
    ----------
    function : callable
        Maps an array of arguments to an array of values, element by element.
        NaN is read as "already beyond the root".
    low, high : array
        The brackets.
    """
    low = np.array(low, dtype=np.float64)
    high = np.array(high, dtype=np.float64)
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        before = function(middle) > 0
        low = np.where(before, middle, low)
        high = np.where(before, high, middle)
    return 0.5 * (low + high)

"""Adjusted p values for several hypotheses.

Bonferroni to Hommel, truncated step-wise tests for gatekeeping, fixed
sequence, false discovery rates and their two-level form. Formulas MP.1 to
MP.10 in ``resources/methods/multiplicity.md``; checked against R's
``p.adjust`` and worked examples of the papers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    BoolArray,
    FloatArray,
    choice,
    equally_long,
    fraction,
    groups,
    within,
)

if TYPE_CHECKING:
    import pandas as pd


def adjust_p_values(p_values: npt.ArrayLike, *, method: str) -> FloatArray:
    """Return p values adjusted for testing all of them (MP.1 to MP.7).

    A hypothesis may be rejected at level alpha if its adjusted p value is at
    most alpha.

    Parameters
    ----------
    p_values : array of shape (m,)
        For ``fixed-sequence``, in the order of testing.
    method : str
        A key of :data:`METHODS`.

    Returns
    -------
    array of shape (m,)

    Raises
    ------
    AnalysisError
        If a value is no probability or the method unknown.

    References
    ----------
    Holm, Scand J Stat 1979;6:65-70. Hochberg, Biometrika 1988;75:800-802.
    Hommel, Biometrika 1988;75:383-386. Sidak, JASA 1967;62:626-633. Benjamini
    and Hochberg, JRSS B 1995;57:289-300. Benjamini and Yekutieli, Ann Stat
    2001;29:1165-1188. Westfall and Krishen, J Stat Plan Inference
    2001;99:25-40 (fixed sequence).
    """
    p = within(p_values, "p values", low=0.0, high=1.0)
    choice(method, "Method", METHODS)
    return np.minimum(METHODS[method](p), 1.0)


def _bonferroni(p: FloatArray) -> FloatArray:
    return p * p.size


def _sidak(p: FloatArray) -> FloatArray:
    # 1 - (1 - p)^m without losing p values near the machine's precision
    with np.errstate(divide="ignore"):
        return np.asarray(-np.expm1(p.size * np.log1p(-p)), dtype=np.float64)


def _holm(p: FloatArray) -> FloatArray:
    return _step_down(p, np.arange(p.size, 0, -1))


def _holm_sidak(p: FloatArray) -> FloatArray:
    order = np.argsort(p, kind="stable")
    with np.errstate(divide="ignore"):
        raised = -np.expm1(np.arange(p.size, 0, -1) * np.log1p(-p[order]))
    return _restored(np.maximum.accumulate(raised), order)


def _hochberg(p: FloatArray) -> FloatArray:
    return _step_up(p, np.arange(p.size, 0, -1))


def _hommel(p: FloatArray) -> FloatArray:
    """Return Hommel's adjusted p values (MP.4).

    For every number j of hypotheses left, the smallest Simes p value any set
    of j of them with the hypothesis in it can have.
    """
    m = p.size
    order = np.argsort(p, kind="stable")
    ordered = p[order]
    adjusted = ordered.copy()
    for j in range(m, 1, -1):
        largest = ordered[m - j + 1 :]
        bound = float(np.min(j * largest / np.arange(2, j + 1)))
        first = ordered[: m - j + 1]
        adjusted[: m - j + 1] = np.maximum(adjusted[: m - j + 1], np.minimum(bound, j * first))
        later = np.minimum(bound, j * largest)
        adjusted[m - j + 1 :] = np.maximum(adjusted[m - j + 1 :], later)
    return _restored(adjusted, order)


def _benjamini_hochberg(p: FloatArray) -> FloatArray:
    return _step_up(p, p.size / np.arange(1, p.size + 1))


def _benjamini_yekutieli(p: FloatArray) -> FloatArray:
    ranks = np.arange(1, p.size + 1)
    return _step_up(p, p.size / ranks * float(np.sum(1.0 / ranks)))


def _fixed_sequence(p: FloatArray) -> FloatArray:
    return np.maximum.accumulate(p)


METHODS: dict[str, Callable[[FloatArray], FloatArray]] = {
    "bonferroni": _bonferroni,
    "sidak": _sidak,
    "holm": _holm,
    "holm-sidak": _holm_sidak,
    "hochberg": _hochberg,
    "hommel": _hommel,
    "fixed-sequence": _fixed_sequence,
    "benjamini-hochberg": _benjamini_hochberg,
    "benjamini-yekutieli": _benjamini_yekutieli,
}


@dataclass(frozen=True)
class TruncatedTest:
    """A truncated step-wise test of one family.

    ``adjusted`` and ``rejected`` are in the order of the p values;
    ``alpha_left`` is the level that may be handed to the next family.
    """

    adjusted: FloatArray
    rejected: BoolArray
    alpha_left: float


def truncated_test(
    p_values: npt.ArrayLike, *, procedure: str, truncation: float, alpha: float = 0.05
) -> TruncatedTest:
    """Test a family by Holm or Hochberg mixed with Bonferroni (MP.8, MP.9).

    Parameters
    ----------
    p_values : array of shape (m,)
    procedure : {"holm", "hochberg"}
    truncation : float
        Share gamma of the step-wise test: 0 is Bonferroni, 1 the full
        procedure, which leaves a level only when everything is rejected.
    alpha : float

    Raises
    ------
    AnalysisError
        If an argument is out of range.

    References
    ----------
    Dmitrienko, Tamhane and Wiens, Biom J 2008;50:667-677, sections 3 and 4.
    """
    p = within(p_values, "p values", low=0.0, high=1.0)
    choice(procedure, "Procedure", ("holm", "hochberg"))
    if not 0.0 <= truncation <= 1.0:
        raise AnalysisError(f"Truncation: {truncation:g} found, but it must be from 0 to 1.")
    fraction(alpha, "Alpha")
    m = p.size
    share = truncation / np.arange(m, 0, -1) + (1 - truncation) / m
    step = _step_down if procedure == "holm" else _step_up
    adjusted = np.minimum(step(p, 1.0 / share), 1.0)
    rejected = adjusted <= alpha
    kept = int(np.count_nonzero(~rejected))
    spent = truncation + (1 - truncation) * kept / m if kept else 0.0
    return TruncatedTest(adjusted, rejected, alpha * (1.0 - spent))


def double_false_discovery(
    p_values: npt.ArrayLike,
    families: Sequence[object] | npt.NDArray[np.generic] | pd.Series,
    *,
    alpha: float = 0.10,
    family_alpha: float | None = None,
    form: str = "mehrotra-adewale",
) -> pd.DataFrame:
    """Flag hypotheses grouped in families with the false discovery rate (MP.10).

    Parameters
    ----------
    p_values : array of shape (m,)
    families : sequence of length m
    alpha : float
        Level of the hypotheses.
    family_alpha : float, optional
        Level of the families; ``alpha`` if not given.
    form : {"mehrotra-heyse", "mehrotra-adewale"}
        In both, a family is represented by its smallest p value adjusted
        within the family, and these are adjusted over the families. The first
        then takes the p values adjusted within families, the second adjusts
        anew over all hypotheses of the families that passed.

    Returns
    -------
    DataFrame
        In the order given: ``family, p_value, family_p_value, adjusted,
        flagged``; ``adjusted`` is 1 in families that did not pass (second
        form).

    Raises
    ------
    AnalysisError
        If an argument has not the form described.

    References
    ----------
    Mehrotra and Heyse, Stat Methods Med Res 2004;13:227-238. Mehrotra and
    Adewale, Stat Med 2012;31:1918-1930.
    """
    import pandas as pd

    p = within(p_values, "p values", low=0.0, high=1.0)
    equally_long(p_values=p, families=families)
    codes, labels = groups(families, "Family")
    fraction(alpha, "Alpha")
    outer = alpha if family_alpha is None else fraction(family_alpha, "Alpha of families")
    choice(form, "Form", ("mehrotra-heyse", "mehrotra-adewale"))
    own = np.empty(p.size)
    representative = np.empty(len(labels))
    for k in range(len(labels)):
        own[codes == k] = adjust_p_values(p[codes == k], method="benjamini-hochberg")
        representative[k] = own[codes == k].min()
    family_p = adjust_p_values(representative, method="benjamini-hochberg")[codes]
    passed = family_p <= outer
    adjusted = own
    if form == "mehrotra-adewale":
        adjusted = np.ones(p.size)
        if passed.any():
            adjusted[passed] = adjust_p_values(p[passed], method="benjamini-hochberg")
    return pd.DataFrame(
        {
            "family": [labels[k] for k in codes],
            "p_value": p,
            "family_p_value": family_p,
            "adjusted": adjusted,
            "flagged": passed & (adjusted <= alpha),
        }
    )


def _step_down(p: FloatArray, factors: FloatArray | npt.NDArray[np.int64]) -> FloatArray:
    """Return running maxima of p times its factor, from the smallest p on."""
    order = np.argsort(p, kind="stable")
    return _restored(np.maximum.accumulate(p[order] * factors), order)


def _step_up(p: FloatArray, factors: FloatArray | npt.NDArray[np.int64]) -> FloatArray:
    """Return running minima of p times its factor, from the largest p on."""
    order = np.argsort(p, kind="stable")
    raised = np.asarray(p[order] * factors)[::-1]
    return _restored(np.minimum.accumulate(raised)[::-1], order)


def _restored(ordered: FloatArray, order: npt.NDArray[np.intp]) -> FloatArray:
    values = np.empty_like(ordered)
    values[order] = ordered
    return values

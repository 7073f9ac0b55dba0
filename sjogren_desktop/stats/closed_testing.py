"""Closed testing over all intersections of the hypotheses.

Intersections take their weights from a graph and are tested by Bonferroni,
Simes, or the joint distribution of correlated statistics. Formulas CT.1 to
CT.4 in ``resources/methods/closed_testing.md``; checked against the R package
``graphicalMCP`` and, for Dunnett's test, against ``multcomp``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    FloatArray,
    IntArray,
    choice,
    equally_long,
    fraction,
    within,
)
from sjogren_desktop.stats.graphical import Graph
from sjogren_desktop.stats.multivariate_t import correlation_matrix, exceedance

if TYPE_CHECKING:
    import pandas as pd

TESTS = ("bonferroni", "simes", "parametric")

MOST_HYPOTHESES = 14
"""There are 2^m - 1 intersections."""


@dataclass(frozen=True)
class ClosedTest:
    """Outcome of a closed test.

    Parameters
    ----------
    hypotheses : DataFrame
        Indexed by name: ``weight, p_value, adjusted, rejected``.
    intersections : DataFrame
        One row per intersection, the largest first: ``hypotheses`` (names),
        ``weights`` (in their order), ``p_value, rejected``.
    test : {"bonferroni", "simes", "parametric"}
    alpha : float
    """

    hypotheses: pd.DataFrame
    intersections: pd.DataFrame
    test: str
    alpha: float


def closed_test(
    graph: Graph,
    p_values: npt.ArrayLike,
    *,
    test: str = "bonferroni",
    alpha: float = 0.025,
    correlation: npt.ArrayLike | None = None,
    df: float | None = None,
) -> ClosedTest:
    """Test every intersection; reject what all intersections with it reject.

    Parameters
    ----------
    graph : Graph
        Gives the weights of every intersection by removal of the others.
    p_values : array of shape (m,)
        One-sided where ``test`` is "parametric".
    test : {"bonferroni", "simes", "parametric"}
        Weighted Bonferroni (CT.1), weighted Simes (CT.2), or the weighted
        parametric test (CT.3).
    alpha : float
    correlation : array of shape (m, m), optional
        Of the test statistics; NaN where it is unknown. Statistics not joined
        by known correlations are combined by Bonferroni (CT.4).
    df : float, optional
        Degrees of freedom of the statistics; normal if None.

    Raises
    ------
    AnalysisError
        If the arguments do not fit together, there are more than 14
        hypotheses, or the parametric test has no correlation.

    References
    ----------
    Marcus, Peritz and Gabriel, Biometrika 1976;63:655-660. Bretz, Posch,
    Glimm, Klinglmueller, Maurer and Rohmeyer, Biom J 2011;53:894-913. Xi,
    Glimm, Maurer and Bretz, Biom J 2017;59:918-931.
    """
    import pandas as pd

    p = within(p_values, "p values", low=0.0, high=1.0)
    m = p.size
    equally_long(weights=graph.weights, p_values=p)
    choice(test, "Test", TESTS)
    fraction(alpha, "Alpha")
    if m > MOST_HYPOTHESES:
        raise AnalysisError(
            f"{m} hypotheses have {2**m - 1:,} intersections; the limit is {MOST_HYPOTHESES}."
        )
    joint, blocks = np.eye(m), np.arange(m)
    if test == "parametric":
        if correlation is None:
            raise AnalysisError("The parametric test needs the correlation of the statistics.")
        joint, blocks = _known_blocks(correlation, m)
    adjusted = p.copy()
    rows = []
    weights = _intersection_weights(graph)
    for members in sorted(weights, key=lambda s: (-len(s), s)):
        index = np.array(members)
        w = weights[members][index]
        value = _intersection_p(test, p[index], w, joint[np.ix_(index, index)], blocks[index], df)
        adjusted[index] = np.maximum(adjusted[index], value)
        rows.append(
            {
                "hypotheses": tuple(graph.names[i] for i in members),
                "weights": tuple(float(v) for v in w),
                "p_value": value,
                "rejected": value <= alpha,
            }
        )
    hypotheses = pd.DataFrame(
        {
            "weight": graph.weights,
            "p_value": p,
            "adjusted": adjusted,
            "rejected": adjusted <= alpha,
        },
        index=pd.Index(graph.names, name="hypothesis"),
    )
    return ClosedTest(hypotheses, pd.DataFrame(rows), test, alpha)


def _intersection_weights(graph: Graph) -> dict[tuple[int, ...], FloatArray]:
    """Return the weights of every non-empty intersection.

    The order in which hypotheses are removed does not matter (Bretz et al.
    2009, lemma A.2), so each set is made from one a hypothesis larger.
    """
    m = graph.weights.size
    graphs = {tuple(range(m)): graph}
    layer = [tuple(range(m))]
    for _ in range(m - 1):
        smaller: dict[tuple[int, ...], Graph] = {}
        for members in layer:
            for i in members:
                rest = tuple(j for j in members if j != i)
                if rest not in smaller:
                    smaller[rest] = graphs[members].without(i)
        graphs.update(smaller)
        layer = list(smaller)
    return {members: g.weights for members, g in graphs.items()}


def _intersection_p(
    test: str,
    p: FloatArray,
    weights: FloatArray,
    correlation: FloatArray,
    blocks: IntArray,
    df: float | None,
) -> float:
    """Return the p value of one intersection (CT.1 to CT.4)."""
    used = weights > 0
    if not used.any():
        return 1.0
    p, weights, blocks = p[used], weights[used], blocks[used]
    if test == "simes":
        order = np.argsort(p, kind="stable")
        with np.errstate(over="ignore"):
            return float(min(1.0, np.min(p[order] / np.cumsum(weights[order]))))
    # The smallest ratio q is the level at which the intersection is rejected.
    with np.errstate(over="ignore"):
        q = float(np.min(p / weights))
    if test == "bonferroni":
        return min(1.0, q)
    correlation = correlation[np.ix_(used, used)]
    total = 0.0
    for block in np.unique(blocks):
        mine = np.flatnonzero(blocks == block)
        levels = q * weights[mine]
        if (levels >= 1).any():
            return 1.0
        if mine.size == 1:
            total += float(levels[0])
            continue
        if (levels == 0).all():
            continue
        quantiles = ndtri(levels) if df is None else stdtrit(df, levels)
        limits = -np.asarray(quantiles, dtype=np.float64)
        total += exceedance(limits, correlation[np.ix_(mine, mine)], df=df)
    return min(1.0, total)


def _known_blocks(correlation: npt.ArrayLike, m: int) -> tuple[FloatArray, IntArray]:
    """Return the matrix with unknown entries 0, and the block of each statistic.

    Blocks must be known completely: statistics a and c joined through b need
    their own correlation.
    """
    matrix = np.asarray(correlation, dtype=np.float64)
    if matrix.shape != (m, m):
        raise AnalysisError(f"Correlation: give a {m} x {m} matrix; its shape is {matrix.shape}.")
    known = ~np.isnan(matrix)
    blocks = np.array([int(np.argmax(row)) for row in known])
    if (known != (blocks[:, None] == blocks[None, :])).any():
        raise AnalysisError(
            "Correlation: statistics whose correlation is known must form groups within which "
            "every correlation is known, with ones on the diagonal."
        )
    return correlation_matrix(np.where(known, matrix, 0.0), m), blocks

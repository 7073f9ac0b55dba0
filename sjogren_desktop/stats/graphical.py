"""Graphical multiple test procedures: weights that move along arrows.

Formulas GR.1 to GR.3 in ``resources/methods/graphical.md``; checked against
the R package ``graphicalMCP`` and the closed test over all intersections.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import FloatArray, equally_long, fraction, within

if TYPE_CHECKING:
    import pandas as pd

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Graph:
    """Hypotheses with their share of alpha and where it goes on rejection.

    Parameters
    ----------
    weights : array of shape (m,)
        Not negative, at most 1 together.
    transitions : array of shape (m, m)
        Share of a hypothesis' weight (row) handed to each other (column) when
        it is rejected; rows add up to at most 1, the diagonal is 0.
    names : tuple of str
    """

    weights: FloatArray
    transitions: FloatArray
    names: tuple[str, ...]

    @classmethod
    def of(
        cls,
        weights: npt.ArrayLike,
        transitions: npt.ArrayLike,
        names: Sequence[str] | None = None,
    ) -> Graph:
        """Check and return a graph; hypotheses are named H1, H2 ... if not named.

        Raises
        ------
        AnalysisError
            If weights or transitions break a rule of the graph.
        """
        w = within(weights, "Weights", low=0.0, high=1.0)
        m = w.size
        g = np.asarray(transitions, dtype=np.float64)
        if g.shape != (m, m):
            raise AnalysisError(
                f"Transitions: give a {m} x {m} matrix for {m} weights; its shape is {g.shape}."
            )
        within(g.ravel(), "Transitions", low=0.0, high=1.0)
        if w.sum() > 1 + _ROUNDING:
            raise AnalysisError(f"Weights: they add up to {w.sum():g}, which is above 1.")
        if (np.diag(g) != 0).any():
            raise AnalysisError("Transitions: a hypothesis cannot hand its weight to itself.")
        if (g.sum(axis=1) > 1 + _ROUNDING).any():
            row = int(np.argmax(g.sum(axis=1)))
            raise AnalysisError(
                f"Transitions: row {row + 1} adds up to {g[row].sum():g}, which is above 1."
            )
        labels = tuple(names) if names is not None else tuple(f"H{i + 1}" for i in range(m))
        equally_long(weights=w, names=labels)
        if len(set(labels)) < m:
            raise AnalysisError("Names: every hypothesis needs a name of its own.")
        return cls(w.copy(), g.copy(), labels)

    def without(self, index: int) -> Graph:
        """Return the graph after the hypothesis was rejected (GR.1, GR.2).

        The hypothesis stays in place with weight 0 and no arrows.
        """
        w, g = self.weights, self.transitions
        out, into = g[index], g[:, index]
        weights = w + w[index] * out
        loop = np.outer(into, np.ones(w.size)) * out[:, None]
        # A pair that hands everything back and forth keeps nothing for others.
        rest = 1.0 - loop
        moved = g + np.outer(into, out)
        transitions = np.where(rest > _ROUNDING, moved / np.where(rest > _ROUNDING, rest, 1), 0)
        np.fill_diagonal(transitions, 0.0)
        weights[index] = 0.0
        transitions[index], transitions[:, index] = 0.0, 0.0
        return Graph(weights, transitions, self.names)


def holm_graph(m: int, names: Sequence[str] | None = None) -> Graph:
    """Return the graph of Holm's procedure: equal weights, passed on equally."""
    if m < 1:
        raise AnalysisError("Give at least one hypothesis.")
    arrows = (np.ones((m, m)) - np.eye(m)) / max(m - 1, 1)
    return Graph.of(np.full(m, 1.0 / m), arrows, names)


def fixed_sequence_graph(m: int, names: Sequence[str] | None = None) -> Graph:
    """Return the graph that tests in order until the first is not rejected."""
    if m < 1:
        raise AnalysisError("Give at least one hypothesis.")
    return fallback_graph(np.eye(m)[0], names)


def fallback_graph(weights: npt.ArrayLike, names: Sequence[str] | None = None) -> Graph:
    """Return the graph of the fallback procedure: weights passed to the next.

    References
    ----------
    Wiens, Pharm Stat 2003;2:211-215.
    """
    w = within(weights, "Weights", low=0.0, high=1.0)
    return Graph.of(w, np.eye(w.size, k=1), names)


@dataclass(frozen=True)
class GraphicalTest:
    """Outcome of a graphical procedure.

    Parameters
    ----------
    hypotheses : DataFrame
        Indexed by name: ``weight, p_value, adjusted, rejected``.
    steps : DataFrame
        One row per step and hypothesis still in play, down to the step at
        which nothing more was rejected: ``step, hypothesis, weight, level,
        p_value, rejected``.
    graphs : tuple of Graph
        The graph at the beginning of every step.
    alpha : float
    """

    hypotheses: pd.DataFrame
    steps: pd.DataFrame
    graphs: tuple[Graph, ...]
    alpha: float


def graphical_test(graph: Graph, p_values: npt.ArrayLike, *, alpha: float = 0.025) -> GraphicalTest:
    """Test hypotheses by the sequentially rejective graphical procedure (GR.3).

    Parameters
    ----------
    graph : Graph
    p_values : array of shape (m,)
    alpha : float
        Familywise error rate.

    Raises
    ------
    AnalysisError
        If the p values do not fit the graph.

    References
    ----------
    Bretz, Maurer, Brannath and Posch, Stat Med 2009;28:586-604, algorithms 1
    and 2.
    """
    import pandas as pd

    p = within(p_values, "p values", low=0.0, high=1.0)
    equally_long(weights=graph.weights, p_values=p)
    fraction(alpha, "Alpha")
    adjusted = np.ones(p.size)
    current, largest = graph, 0.0
    left = list(range(p.size))
    rows, graphs = [], []
    while left:
        ratio = [_ratio(p[i], current.weights[i]) for i in left]
        best = left[int(np.argmin(ratio))]
        running = max(largest, min(ratio))
        if largest <= alpha:
            graphs.append(current)
            for i in left:
                rows.append(
                    {
                        "step": len(graphs),
                        "hypothesis": graph.names[i],
                        "weight": current.weights[i],
                        "level": alpha * current.weights[i],
                        "p_value": p[i],
                        "rejected": i == best and running <= alpha,
                    }
                )
        largest = min(running, 1.0)
        adjusted[best] = largest
        current = current.without(best)
        left.remove(best)
    hypotheses = pd.DataFrame(
        {
            "weight": graph.weights,
            "p_value": p,
            "adjusted": adjusted,
            "rejected": adjusted <= alpha,
        },
        index=pd.Index(graph.names, name="hypothesis"),
    )
    return GraphicalTest(hypotheses, pd.DataFrame(rows), tuple(graphs), alpha)


def _ratio(p: float, weight: float) -> float:
    return float(p) / float(weight) if weight > 0 else float("inf")

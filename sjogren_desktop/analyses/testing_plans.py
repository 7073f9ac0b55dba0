"""Plans for testing several hypotheses, and what each of them decides.

A family holds the comparisons of one study (or of all), ordered by endpoint and,
within the endpoint, by arm. Step-wise plans test the arms of the first endpoint
and go on to the next endpoint only if all of them are rejected (serial
gatekeeping); the fixed sequence and the graphs run through all hypotheses. The
arithmetic is that of :mod:`sjogren_desktop.stats.multiplicity` and
:mod:`sjogren_desktop.stats.graphical`, checked against R.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.stats.graphical import Graph, fixed_sequence_graph, graphical_test, holm_graph
from sjogren_desktop.stats.multiplicity import adjust_p_values

REJECTED, KEPT, DESCRIPTIVE = "Significant", "Not significant", "Descriptive"

PLANS = {
    "none": "No adjustment",
    "bonferroni": "Bonferroni",
    "holm": "Holm",
    "hochberg": "Hochberg",
    "fixed-sequence": "Fixed sequence",
    "graphical": "Graphical",
}
GRAPHS = {
    "parallel": "Arms in parallel: each to its own next endpoint, at the end to the other arms",
    "hierarchical": "First arm first: on rejection half to its next endpoint, half to the next arm",
    "fallback": "Fallback: one hypothesis after the other, each keeping its own share",
}


@dataclass(frozen=True)
class Path:
    """One comparison on the way: the level it was held against, and what came of it."""

    step: int
    hypothesis: int
    level: float
    p_value: float
    rejected: bool


@dataclass(frozen=True)
class Outcome:
    """What a plan decides, hypothesis by hypothesis.

    ``adjusted`` is the smallest familywise level at which the plan rejects;
    ``decisions`` are :data:`REJECTED`, :data:`KEPT`, or :data:`DESCRIPTIVE`
    where no level was left to test at.
    """

    plan: str
    adjusted: tuple[float, ...]
    decisions: tuple[str, ...]
    path: tuple[Path, ...]


def decide(
    plan: str,
    p_values: Sequence[float],
    *,
    arms: int,
    alpha: float,
    graph: str | Graph = "parallel",
    first_share: float = 0.5,
) -> Outcome:
    """Run a plan on a family of hypotheses.

    Parameters
    ----------
    plan : str
        Key of :data:`PLANS`.
    p_values : sequence of float
        Endpoint by endpoint, and arm by arm within it.
    arms : int
        Hypotheses of each endpoint.
    alpha : float
        Familywise level of two-sided tests.
    graph : str or Graph
        Key of :data:`GRAPHS`, or a graph of the hypotheses, for the graphical plan.
    first_share : float
        Share of alpha that the graphical plan gives to the first arm (or, in
        the fallback, to the first hypothesis) at the beginning.
    """
    p = np.asarray(p_values, dtype=np.float64)
    if plan == "none":
        path = tuple(Path(1, i, alpha, float(v), bool(v <= alpha)) for i, v in enumerate(p))
        return _outcome(plan, p, [float(v) for v in p], path, alpha)
    if plan == "fixed-sequence":
        return _by_graph(plan, fixed_sequence_graph(p.size), p, alpha)
    if plan == "graphical":
        drawn = graph if isinstance(graph, Graph) else None
        own = drawn or preset(str(graph), p.size // arms, arms, first_share)
        return _by_graph(plan, own, p, alpha)
    return _gatekept(plan, p, arms, alpha)


def preset(name: str, endpoints: int, arms: int, first_share: float) -> Graph:
    """Return a graph of :data:`GRAPHS` for hypotheses ordered by endpoint, then arm."""
    m = endpoints * arms
    weights, arrows = np.zeros(m), np.zeros((m, m))
    if name == "fallback":
        weights[0] = first_share if m > 1 else 1.0
        weights[1:] = (1 - first_share) / max(m - 1, 1)
        return Graph.of(weights, np.eye(m, k=1))
    last = (endpoints - 1) * arms
    if name == "parallel":
        weights[:arms] = (1 - first_share) / max(arms - 1, 1)
        weights[0] = first_share if arms > 1 else 1.0
        for i in range(m):
            if i < last:
                arrows[i, i + arms] = 1.0
            elif arms > 1:
                others = [j for j in range(arms) if j != i - last]
                arrows[i, others] = 1.0 / len(others)
        return Graph.of(weights, arrows)
    weights[0] = 1.0
    for i in range(m):
        arm = i % arms
        following = [i + arms] if i < last else []
        if i < arms - 1:
            following.append(i + 1)
        elif i >= last and arm < arms - 1:
            following.append(arm + 1)
        for j in following:
            arrows[i, j] = 1.0 / len(following)
    return Graph.of(weights, arrows)


def _by_graph(plan: str, graph: Graph, p: np.ndarray, alpha: float) -> Outcome:
    test = graphical_test(graph, p, alpha=alpha)
    place = {name: i for i, name in enumerate(graph.names)}
    path = tuple(
        Path(
            int(line["step"]),
            place[str(line["hypothesis"])],
            float(line["level"]),
            float(line["p_value"]),
            bool(line["rejected"]),
        )
        for _, line in test.steps.iterrows()
        if line["weight"] > 0
    )
    return _outcome(plan, p, [float(a) for a in test.hypotheses["adjusted"]], path, alpha)


def _gatekept(plan: str, p: np.ndarray, arms: int, alpha: float) -> Outcome:
    """Test endpoint by endpoint, each only if everything before it was rejected."""
    adjusted: list[float] = []
    path: list[Path] = []
    open_still, before, step = True, 0.0, 0
    for start in range(0, p.size, arms):
        own = p[start : start + arms]
        family = [max(before, float(a)) for a in adjust_p_values(own, method=plan)]
        adjusted += family
        if open_still:
            for one in _STEPS[plan](own, alpha):
                path.append(
                    Path(
                        step + one.step,
                        start + one.hypothesis,
                        one.level,
                        one.p_value,
                        one.rejected,
                    )
                )
            step = path[-1].step
        before = max(family)
        open_still = before <= alpha
    return _outcome(plan, p, adjusted, tuple(path), alpha)


def _outcome(
    plan: str, p: np.ndarray, adjusted: list[float], path: tuple[Path, ...], alpha: float
) -> Outcome:
    tested = {one.hypothesis for one in path}
    decisions = tuple(
        REJECTED if adjusted[i] <= alpha else KEPT if i in tested else DESCRIPTIVE
        for i in range(p.size)
    )
    return Outcome(plan, tuple(adjusted), decisions, path)


def _bonferroni_steps(p: np.ndarray, alpha: float) -> list[Path]:
    level = alpha / p.size
    return [Path(1, i, level, float(v), bool(v * p.size <= alpha)) for i, v in enumerate(p)]


def _holm_steps(p: np.ndarray, alpha: float) -> list[Path]:
    steps = graphical_test(
        holm_graph(p.size, [str(i) for i in range(p.size)]), p, alpha=alpha
    ).steps
    return [
        Path(
            int(s["step"]),
            int(s["hypothesis"]),
            float(s["level"]),
            float(s["p_value"]),
            bool(s["rejected"]),
        )
        for _, s in steps.iterrows()
    ]


def _hochberg_steps(p: np.ndarray, alpha: float) -> list[Path]:
    """From the largest p value on: the first that is small enough rejects all below it."""
    found = []
    order = np.argsort(-p, kind="stable")
    for step, i in enumerate(order, start=1):
        reached = bool(p[i] * step <= alpha)
        found.append(Path(step, int(i), alpha / step, float(p[i]), reached))
        if reached:
            found += [Path(step, int(j), alpha / step, float(p[j]), True) for j in order[step:]]
            break
    return found


_STEPS: dict[str, Callable[[np.ndarray, float], list[Path]]] = {
    "bonferroni": _bonferroni_steps,
    "holm": _holm_steps,
    "hochberg": _hochberg_steps,
}

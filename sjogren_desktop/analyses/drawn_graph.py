"""The graph of a graphical test plan: its hypotheses, presets, the user's own, and its figures.

Hypotheses are named by arm and endpoint (and study, where the studies share one
alpha). A study that lacks an arm starts with its hypotheses taken out: their
alpha has moved on along the arrows, as if they had been rejected at no cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses.spec import Drawing
from sjogren_desktop.analyses.testing_plans import preset
from sjogren_desktop.figures import GraphFigure, GraphNode
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.graphical import Graph, graphical_test
from sjogren_desktop.study.data import StudyData


def name_of(arm: str, parameter: str, study: str = "") -> str:
    """Return the name of a hypothesis."""
    return f"{study}: {arm}, {parameter}" if study else f"{arm}, {parameter}"


def _codes(values: Mapping[str, object]) -> list[str]:
    later = values["later"]
    assert isinstance(later, tuple)
    return [str(values["parameter"]), *map(str, later)]


def _columns(study: StudyData, values: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return study ("" where each has its own alpha) and arm, in the order of the hypotheses."""
    arms = values["arms"]
    assert isinstance(arms, tuple)
    active = sorted(
        (str(a) for a in arms if a != values["reference"]), key=lambda a: a != values["first_arm"]
    )
    if values["family"] != "all" or len(study.study_ids) < 2:
        return [("", a) for a in active]
    found = []
    for name in study.study_ids:
        present = across.arms_of(study, name, values)
        found += [(name, a) for a in active if a in present]
    return found


def _preset_value(study: StudyData, values: Mapping[str, object]) -> Mapping[str, object]:
    codes, columns = _codes(values), _columns(study, values)
    if not columns:
        raise AnalysisError("A comparison needs at least two treatment arms. Tick a second arm.")
    share = float(str(values["first_share"])) / 100
    graph = preset(str(values["graph"]), len(codes), len(columns), share)
    return {
        "names": tuple(name_of(a, code, s) for code in codes for s, a in columns),
        "weights": tuple(float(w) for w in graph.weights),
        "arrows": tuple(tuple(float(g) for g in row) for row in graph.transitions),
    }


DRAWN = Drawing(
    "drawn",
    "Graph of the hypotheses",
    "Share of alpha of each hypothesis, and where it goes when that is rejected. Begins with the "
    "graph chosen above; what you draw takes its place.",
    _preset_value,
    page="graphical.md",
)


def is_preset(study: StudyData, values: Mapping[str, object]) -> bool:
    """Say whether the graph is still the one chosen."""
    drawn = values["drawn"]
    assert isinstance(drawn, Mapping)
    usual = _preset_value(study, values)
    return all(drawn[k] == usual[k] for k in ("weights", "arrows"))


def graph_for(values: Mapping[str, object], names: Sequence[str]) -> Graph:
    """Return the graph drawn, for these of its hypotheses in this order.

    Raises
    ------
    AnalysisError
        If what was drawn breaks a rule of such graphs.
    """
    drawn = values["drawn"]
    assert isinstance(drawn, Mapping)
    try:
        graph = Graph.of(drawn["weights"], drawn["arrows"], drawn["names"])
    except AnalysisError as error:
        raise AnalysisError(f"The graph drawn cannot be used. {error}") from error
    for place, name in enumerate(graph.names):
        if name not in names:
            graph = graph.without(place)
    kept = [graph.names.index(name) for name in names]
    return Graph.of(graph.weights[kept], graph.transitions[np.ix_(kept, kept)], names)


# --- figures ----------------------------------------------------------------


def figures(
    family: str,
    graph: Graph,
    p_values: Sequence[float],
    *,
    alpha: float,
    rows: int,
    drawn: Mapping[str, object],
) -> tuple[GraphFigure, ...]:
    """Return the graph at each step of the test, on the actual p values.

    Parameters
    ----------
    rows : int
        Endpoints: hypotheses are ordered by endpoint and then by arm.
    drawn : mapping
        Value of the option; its ``places`` are used where it has them.
    """
    test = graphical_test(graph, p_values, alpha=alpha)
    places = _places(graph.names, rows, drawn)
    rejected: dict[str, int] = {}
    last = len(test.graphs)
    found = []
    for step, now in enumerate(test.graphs, start=1):
        lines = test.steps.loc[test.steps["step"] == step]
        hit = [str(h) for h in lines.loc[lines["rejected"].astype(bool), "hypothesis"]]
        nodes = [
            _node(now, i, places[i], p_values[i], alpha, rejected, ends=step == last and not hit)
            for i in range(len(now.names))
        ]
        said = (
            f"{hit[0]} is rejected"
            if hit
            else "nothing more is rejected"
            if rejected
            else "nothing is rejected"
        )
        found.append(_figure(family, step, nodes, now, said))
        for name in hit:
            rejected[name] = step
    if len(rejected) == len(graph.names):
        end = Graph.of(np.zeros(len(graph.names)), np.zeros(graph.transitions.shape), graph.names)
        nodes = [
            _node(end, i, places[i], p_values[i], alpha, rejected, ends=True)
            for i in range(len(end.names))
        ]
        found.append(_figure(family, last + 1, nodes, end, "all are rejected"))
    return tuple(found)


def _figure(
    family: str, step: int, nodes: Sequence[GraphNode], graph: Graph, said: str
) -> GraphFigure:
    arrows = tuple(
        (int(i), int(j), float(graph.transitions[i, j]))
        for i, j in np.argwhere(graph.transitions > 0)
    )
    return GraphFigure(
        f"graph_{family}_{step}",
        f"{family}, step {step}: {said}",
        tuple(nodes),
        arrows,
        ("Arrows: share of the alpha of a hypothesis that goes on when it is rejected.",),
    )


def _node(
    graph: Graph,
    i: int,
    place: tuple[float, float],
    p: float,
    alpha: float,
    rejected: Mapping[str, int],
    *,
    ends: bool,
) -> GraphNode:
    name, level = graph.names[i], alpha * float(graph.weights[i])
    shown = formats.p_value(p)
    lines = [name, f"p {shown if shown[0] in '<>' else '= ' + shown}"]
    if name in rejected:
        return GraphNode((*lines, f"Rejected in step {rejected[name]}"), *place, "rejected")
    if level > 0:
        lines.append(f"Level {formats.fixed(level, 5)}")
    if ends:
        lines.append("Not rejected" if level > 0 else "Descriptive: no alpha left")
        return GraphNode(tuple(lines), *place, "kept")
    return GraphNode(tuple(lines) if level > 0 else (*lines, "Waits for alpha"), *place, "open")


def _places(
    names: Sequence[str], rows: int, drawn: Mapping[str, object]
) -> list[tuple[float, float]]:
    """Return where the nodes stand: endpoints below each other, arms side by side."""
    given = drawn.get("places")
    known = drawn["names"]
    assert isinstance(known, tuple)
    if isinstance(given, tuple) and len(given) == len(known):
        at = dict(zip(known, given, strict=True))
        return [(float(at[n][0]), float(at[n][1])) for n in names]
    across_n = max(len(names) // rows, 1)
    return [
        ((i % across_n + 0.5) / across_n, (i // across_n + 0.5) / rows) for i in range(len(names))
    ]

"""Graphical procedures against graphicalMCP 0.2.8 and the paper's definitions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.closed_testing import closed_test
from sjogren_desktop.stats.graphical import (
    Graph,
    fallback_graph,
    fixed_sequence_graph,
    graphical_test,
    holm_graph,
)
from sjogren_desktop.stats.multiplicity import adjust_p_values
from tests.stats.expected import shared_cases

TWO_FAMILIES = Graph.of(
    [0.5, 0.5, 0, 0], [[0, 0.5, 0.5, 0], [0.5, 0, 0, 0.5], [0, 1, 0, 0], [1, 0, 0, 0]]
)


@pytest.mark.parametrize("number", range(3))
def test_that_shared_reference_cases_are_met(shared: Path, number: int) -> None:
    case = shared_cases(shared, "design_multiplicity")["graphical"][number]
    graph = Graph.of(case["weights"], case["transitions"])

    result = graphical_test(graph, case["p"], alpha=case["alpha"]).hypotheses

    assert_allclose(result["adjusted"], case["adjusted_p"], rtol=1e-9)
    assert result["rejected"].tolist() == case["rejected"]
    simes = closed_test(graph, case["p"], test="simes", alpha=case["alpha"]).hypotheses
    assert_allclose(simes["adjusted"], case["simes_adjusted_p"], rtol=1e-9)


def test_that_the_path_shows_every_step() -> None:
    # graphicalMCP's first example: H2, H1, H4 are rejected in turn, H3 is not
    result = graphical_test(TWO_FAMILIES, [0.018, 0.01, 0.105, 0.006], alpha=0.025)

    steps = result.steps
    assert steps.loc[steps["rejected"], "hypothesis"].tolist() == ["H2", "H1", "H4"]
    assert steps["step"].max() == 4
    second = steps[steps["step"] == 2].set_index("hypothesis")
    assert_allclose(second.loc[["H1", "H3", "H4"], "weight"], [0.75, 0, 0.25])
    assert_allclose(second.loc["H1", "level"], 0.75 * 0.025)
    assert len(result.graphs) == 4
    assert_allclose(result.hypotheses["adjusted"], [0.024, 0.02, 0.105, 0.024])


def test_that_an_arrow_is_rerouted_by_the_papers_rule() -> None:
    # Bretz 2009: g_lk = (g_lk + g_lj g_jk) / (1 - g_lj g_jl), here l = 1, j = 2, k = 4
    after = TWO_FAMILIES.without(1)

    assert_allclose(after.weights, [0.75, 0, 0, 0.25])
    assert_allclose(after.transitions[0], [0, 0, 0.5 / 0.75, 0.25 / 0.75])
    assert_allclose(after.transitions[2], [0.5, 0, 0, 0.5])


def test_that_a_pair_handing_everything_back_and_forth_ends_without_arrows() -> None:
    after = Graph.of([0.5, 0.5, 0], [[0, 1, 0], [1, 0, 0], [0, 0, 0]]).without(0)

    assert_allclose(after.weights, [0, 1, 0])
    assert not after.transitions.any()


def test_that_fixed_sequence_and_fallback_are_graphs() -> None:
    p = [0.01, 0.2, 0.001]

    fixed = graphical_test(fixed_sequence_graph(3, ["x", "y", "z"]), p).hypotheses
    assert_allclose(fixed["adjusted"], adjust_p_values(p, method="fixed-sequence"))
    # fallback at alpha 0.05 with weights 1/2, 1/4, 1/4: H1 fails, H2 keeps its own quarter
    back = graphical_test(fallback_graph([0.5, 0.25, 0.25]), [0.03, 0.012, 0.024], alpha=0.05)
    assert back.hypotheses["rejected"].tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("weights", "transitions", "names", "told"),
    [
        ([0.6, 0.6], np.zeros((2, 2)), None, "add up to 1.2"),
        ([0.5, -0.1], np.zeros((2, 2)), None, "Weights: -0.1"),
        ([0.5, 0.5], np.zeros((3, 3)), None, "give a 2 x 2 matrix"),
        ([0.5, 0.5], np.eye(2), None, "to itself"),
        ([0.4, 0.3, 0.3], [[0, 0.7, 0.7], [0, 0, 0], [0, 0, 0]], None, "row 1 adds up to 1.4"),
        ([0.5, 0.5], np.zeros((2, 2)), ["a"], "different length"),
        ([0.5, 0.5], np.zeros((2, 2)), ["a", "a"], "a name of its own"),
    ],
)
def test_that_a_graph_breaking_a_rule_is_refused(
    weights: list, transitions: object, names: list | None, told: str
) -> None:
    with pytest.raises(AnalysisError, match=told):
        Graph.of(weights, transitions, names)  # type: ignore[arg-type]


def test_that_p_values_must_fit_the_graph() -> None:
    with pytest.raises(AnalysisError, match="different length"):
        graphical_test(TWO_FAMILIES, [0.1, 0.2])
    with pytest.raises(AnalysisError, match="at least one hypothesis"):
        holm_graph(0)
    with pytest.raises(AnalysisError, match="at least one hypothesis"):
        fixed_sequence_graph(0)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Graph, list[float]]:
    m = draw(st.integers(2, 5))
    shares = st.floats(0, 1)
    w = np.array([draw(shares) for _ in range(m)])
    g = np.array([[draw(shares) for _ in range(m)] for _ in range(m)])
    np.fill_diagonal(g, 0)
    w = w / max(w.sum(), 1)
    g = g / np.maximum(g.sum(axis=1), 1)[:, None]
    return Graph.of(w, g), [draw(st.floats(0.0001, 1)) for _ in range(m)]


@settings(deadline=None)
@given(graphs())
def test_that_the_shortcut_is_the_closed_bonferroni_test(case: tuple) -> None:
    graph, p = case

    shortcut = graphical_test(graph, p).hypotheses["adjusted"]

    assert_allclose(shortcut, closed_test(graph, p).hypotheses["adjusted"], rtol=1e-7)


@settings(deadline=None)
@given(graphs())
def test_that_the_order_of_removal_does_not_matter(case: tuple) -> None:
    graph, _ = case

    one, other = graph.without(0).without(1), graph.without(1).without(0)

    assert_allclose(one.weights, other.weights, atol=1e-9)
    assert_allclose(one.transitions, other.transitions, atol=1e-6)

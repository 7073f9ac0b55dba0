"""Closed testing against R multcomp 1.4-22 and hand-worked intersections."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import ndtr, stdtr

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.closed_testing import closed_test
from sjogren_desktop.stats.graphical import Graph, fixed_sequence_graph, holm_graph
from tests.stats.expected import expected

DUNNETT = expected("closed_testing")


def test_that_equal_weights_give_step_down_dunnett() -> None:
    p = stdtr(DUNNETT["df"], -np.array(DUNNETT["t"]))

    result = closed_test(
        holm_graph(3),
        p,
        test="parametric",
        correlation=DUNNETT["correlation"],
        df=DUNNETT["df"],
    )

    # both integrals have an error of about 1e-4
    assert_allclose(result.hypotheses["adjusted"], DUNNETT["free"], rtol=1e-3)
    whole = result.intersections.iloc[0]
    assert whole["hypotheses"] == ("H1", "H2", "H3")
    assert_allclose(whole["p_value"], DUNNETT["single"][0], rtol=1e-3)
    assert len(result.intersections) == 7


def test_that_parametric_tests_reject_more_than_bonferroni() -> None:
    correlation = np.full((3, 3), 0.5) + 0.5 * np.eye(3)
    p = [0.01, 0.012, 0.4]

    plain = closed_test(holm_graph(3), p).hypotheses["adjusted"]
    joint = closed_test(holm_graph(3), p, test="parametric", correlation=correlation).hypotheses

    assert (joint["adjusted"] <= plain + 1e-12).all()
    assert joint.loc["H1", "adjusted"] < plain["H1"]


def test_that_unknown_correlations_are_bridged_by_bonferroni() -> None:
    unknown = np.where(np.eye(2) == 1, 1.0, np.nan)
    graph = Graph.of([0.75, 0.25], [[0, 1], [1, 0]])

    joint = closed_test(graph, [0.01, 0.2], test="parametric", correlation=unknown)
    plain = closed_test(graph, [0.01, 0.2])

    assert_allclose(joint.hypotheses["adjusted"], [0.04 / 3, 0.2])
    # for the intersection: 0.75 q + 0.25 q at q = 0.01 / 0.75
    assert_allclose(joint.intersections["p_value"], plain.intersections["p_value"])


def test_that_independent_statistics_multiply() -> None:
    result = closed_test(
        Graph.of([0.8, 0.2], [[0, 1], [1, 0]]),
        [0.01, 0.4],
        test="parametric",
        correlation=np.eye(2),
    )

    q = 0.01 / 0.8
    exact = 1 - (1 - 0.8 * q) * (1 - 0.2 * q)
    assert_allclose(result.intersections.loc[0, "p_value"], exact, rtol=1e-5)


def test_that_weights_beyond_the_ratio_are_certain() -> None:
    # q w >= 1 for a hypothesis: the intersection has p value 1
    correlation = [[1.0, 0.5], [0.5, 1.0]]

    ones = closed_test(holm_graph(2), [1.0, 1.0], test="parametric", correlation=correlation)
    zeros = closed_test(holm_graph(2), [0.0, 0.5], test="parametric", correlation=correlation)

    assert ones.hypotheses["adjusted"].tolist() == [1.0, 1.0]
    assert zeros.hypotheses["adjusted"].tolist() == [0.0, 0.5]


def test_that_an_intersection_without_weight_is_never_rejected() -> None:
    graph = Graph.of([1, 0], np.zeros((2, 2)))

    result = closed_test(graph, [0.001, 0.001])

    assert result.hypotheses["adjusted"].tolist() == [0.001, 1.0]
    assert result.intersections.set_index("hypotheses").loc[[("H2",)], "p_value"].item() == 1.0


@pytest.mark.parametrize("test", ["bonferroni", "simes"])
def test_that_a_fixed_sequence_is_kept(test: str) -> None:
    result = closed_test(fixed_sequence_graph(3), [0.01, 0.02, 0.004], test=test)

    assert_allclose(result.hypotheses["adjusted"], [0.01, 0.02, 0.02])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"test": "parametric"}, "needs the correlation"),
        ({"test": "parametric", "correlation": np.eye(2)}, "give a 3 x 3 matrix"),
        (
            {
                "test": "parametric",
                "correlation": [[1, 0.5, np.nan], [0.5, 1, 0.5], [np.nan, 0.5, 1]],
            },
            "must form groups",
        ),
        ({"test": "exact"}, "choose from bonferroni"),
    ],
)
def test_that_wrong_input_is_named(options: dict, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        closed_test(holm_graph(3), [0.1, 0.2, 0.3], **options)


def test_that_too_many_hypotheses_are_refused() -> None:
    with pytest.raises(AnalysisError, match="32,767 intersections"):
        closed_test(holm_graph(15), [0.5] * 15)


@pytest.mark.slow
def test_that_the_parametric_test_keeps_its_level_under_the_null() -> None:
    rng = np.random.default_rng(7)
    correlation = np.array([[1, 0.7, 0.5], [0.7, 1, 0.6], [0.5, 0.6, 1]])
    draws = rng.multivariate_normal(np.zeros(3), correlation, size=3000)
    graph = Graph.of([0.5, 0.3, 0.2], [[0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0]])
    # only the intersection of all counts for the familywise error, so its p value is compared
    rejected = 0
    level = 0.05
    for z in draws[np.min(ndtr(-draws) / graph.weights, axis=1) < 0.2]:
        result = closed_test(
            graph, ndtr(-z), test="parametric", correlation=correlation, alpha=level
        )
        rejected += bool(result.intersections.loc[0, "p_value"] <= level)

    rate, error = rejected / len(draws), np.sqrt(level * (1 - level) / len(draws))
    assert abs(rate - level) < 4 * error

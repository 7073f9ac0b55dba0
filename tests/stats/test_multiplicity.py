"""Adjusted p values against R's p.adjust, closed tests, and hand-worked examples."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from statsmodels.stats.multitest import multipletests

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.closed_testing import closed_test
from sjogren_desktop.stats.graphical import graphical_test, holm_graph
from sjogren_desktop.stats.multiplicity import (
    METHODS,
    adjust_p_values,
    double_false_discovery,
    truncated_test,
)
from tests.stats.expected import shared_cases

NAMES = {"BH": "benjamini-hochberg", "BY": "benjamini-yekutieli"}
P = [0.02, 0.001, 0.3, 0.04, 0.011, 0.04]

# R 4.2.2: p.adjust(c(0.02, 0.001, 0.3, 0.04, 0.011, 0.04), method)
R = {
    "bonferroni": [0.12, 0.006, 1, 0.24, 0.066, 0.24],
    "holm": [0.08, 0.006, 0.3, 0.12, 0.055, 0.12],
    "hochberg": [0.08, 0.006, 0.3, 0.08, 0.055, 0.08],
    "hommel": [0.06, 0.006, 0.3, 0.08, 0.05, 0.08],
    "BH": [0.04, 0.006, 0.3, 0.048, 0.033, 0.048],
    "BY": [0.098, 0.0147, 0.735, 0.1176, 0.08085, 0.1176],
}


@pytest.mark.parametrize("method", R)
def test_that_adjusted_p_values_equal_r(method: str) -> None:
    assert_allclose(adjust_p_values(P, method=NAMES.get(method, method)), R[method], rtol=1e-9)


@pytest.mark.parametrize("method", R)
def test_that_the_shared_reference_case_is_met(shared: Path, method: str) -> None:
    case = shared_cases(shared, "design_multiplicity")["p_adjust"]

    adjusted = adjust_p_values(case["p"], method=NAMES.get(method, method))

    assert_allclose(adjusted, case["adjusted"][method], rtol=1e-9)


def test_that_sidak_keeps_small_p_values() -> None:
    assert_allclose(adjust_p_values([0.01, 0.5], method="sidak"), [1 - 0.99**2, 0.75])
    assert_allclose(adjust_p_values([1e-20, 1.0], method="sidak"), [2e-20, 1.0])
    # Holland and Copenhaver: smallest with both, the other alone
    assert_allclose(adjust_p_values([0.03, 0.01], method="holm-sidak"), [0.03, 1 - 0.99**2])


def test_that_a_fixed_sequence_stops_at_the_first_failure() -> None:
    adjusted = adjust_p_values([0.01, 0.2, 0.001], method="fixed-sequence")

    assert adjusted.tolist() == [0.01, 0.2, 0.2]


@pytest.mark.parametrize("method", METHODS)
def test_that_one_hypothesis_is_not_adjusted(method: str) -> None:
    assert_allclose(adjust_p_values([0.03], method=method), [0.03])


def test_that_wrong_input_is_named() -> None:
    with pytest.raises(AnalysisError, match=r"p values: 1\.2 found"):
        adjust_p_values([0.1, 1.2], method="holm")
    with pytest.raises(AnalysisError, match="choose from bonferroni"):
        adjust_p_values([0.1], method="tukey")
    with pytest.raises(AnalysisError, match="Truncation: 2 found"):
        truncated_test([0.1], procedure="holm", truncation=2)
    with pytest.raises(AnalysisError, match="Alpha of families"):
        double_false_discovery([0.1], ["a"], family_alpha=2)


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_that_holm_and_hommel_are_closed_tests(p: list[float]) -> None:
    graph = holm_graph(len(p))

    holm = adjust_p_values(p, method="holm")
    hommel = adjust_p_values(p, method="hommel")

    assert_allclose(closed_test(graph, p).hypotheses["adjusted"], holm, rtol=1e-9)
    assert_allclose(graphical_test(graph, p).hypotheses["adjusted"], holm, rtol=1e-9)
    simes = closed_test(graph, p, test="simes").hypotheses["adjusted"]
    assert_allclose(simes, hommel, rtol=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_that_methods_are_ordered_by_their_power(p: list[float]) -> None:
    a = {m: adjust_p_values(p, method=m) for m in METHODS}

    chain = ("bonferroni", "holm", "hochberg", "hommel", "benjamini-hochberg")
    for weaker, stronger in pairwise(chain):
        assert (a[stronger] <= a[weaker] + 1e-12).all()
    assert (a["holm-sidak"] <= a["holm"] + 1e-12).all()
    assert (a["benjamini-hochberg"] >= np.array(p) - 1e-12).all()


@pytest.mark.parametrize("procedure", ["holm", "hochberg"])
def test_that_truncation_runs_from_bonferroni_to_the_full_procedure(procedure: str) -> None:
    none = truncated_test(P, procedure=procedure, truncation=0)
    full = truncated_test(P, procedure=procedure, truncation=1)

    assert_allclose(none.adjusted, R["bonferroni"])
    assert_allclose(full.adjusted, R[procedure])
    assert full.alpha_left == 0.0


def test_that_a_truncated_holm_test_follows_its_critical_values() -> None:
    # m = 3, gamma = 0.5, alpha = 0.05: critical values 0.01667, 0.02083, 0.03333
    result = truncated_test([0.016, 0.030, 0.020], procedure="holm", truncation=0.5)

    assert result.rejected.tolist() == [True, True, True]
    assert result.alpha_left == pytest.approx(0.05)
    stopped = truncated_test([0.016, 0.034, 0.020], procedure="holm", truncation=0.5)
    assert stopped.rejected.tolist() == [True, False, True]
    # one of three kept: 0.05 * (1 - 0.5) * (1 - 1/3) is left
    assert stopped.alpha_left == pytest.approx(0.05 * 0.5 * 2 / 3)


def test_that_double_false_discovery_flags_those_of_the_published_example() -> None:
    """Example of c212.DFDR (R package c212 1.0.1), by Mehrotra and Adewale 2012."""
    families = [1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4]
    p = [0.135005, 0.01, 0.001, 0.005, 0.153501, 0.02, 0.0013, 0.0023, 0.011, 0.023, 0.016, 0.0109]
    p += [0.559111, 0.751986, 0.308339, 0.837154, 0.325882]

    found = double_false_discovery(p, families, alpha=0.05)

    # Printed there: AE2 to AE4 of system 2, AE6 to AE12 of system 3.
    flagged = np.flatnonzero(found["flagged"].to_numpy()) + 1
    assert flagged.tolist() == [2, 3, 4, 6, 7, 8, 9, 10, 11, 12]
    # The adjusted values by another program: statsmodels, step by step.
    codes = np.array(families)
    least = [multipletests(np.array(p)[codes == k], method="fdr_bh")[1].min() for k in (1, 2, 3, 4)]
    system = multipletests(least, method="fdr_bh")[1]
    assert_allclose(found["family_p_value"], system[codes - 1], rtol=1e-12)
    passed = system[codes - 1] <= 0.05
    adjusted = np.ones(len(p))
    adjusted[passed] = multipletests(np.array(p)[passed], method="fdr_bh")[1]
    assert_allclose(found["adjusted"], adjusted, rtol=1e-12)


def test_that_double_false_discovery_follows_its_two_steps() -> None:
    p = [0.01, 0.2, 0.03, 0.6, 0.5, 0.9]
    families = list("aabbcc")
    # within: a 0.02, 0.2; b 0.06, 0.6; c 0.9, 0.9; over families: 0.06, 0.09, 0.9
    old = double_false_discovery(p, families, form="mehrotra-heyse", alpha=0.1)
    new = double_false_discovery(p, families, alpha=0.1)

    assert_allclose(old["adjusted"], [0.02, 0.2, 0.06, 0.6, 0.9, 0.9])
    assert_allclose(old["family_p_value"], [0.06, 0.06, 0.09, 0.09, 0.9, 0.9])
    assert old["flagged"].tolist() == [True, False, True, False, False, False]
    # the second form adjusts 0.01, 0.2, 0.03, 0.6 together
    assert_allclose(new["adjusted"], [0.04, 0.8 / 3, 0.06, 0.6, 1, 1])
    assert new["flagged"].tolist() == [True, False, True, False, False, False]
    none = double_false_discovery(p, families, alpha=0.1, family_alpha=0.01)
    assert not none["flagged"].any()

"""Every fit of R's mmrm 0.3.18 in the reference material, quantity by quantity.

Tolerances are those stated in the README beside the figures: 1e-6 for estimates
and standard errors, 1e-5 for degrees of freedom and F, 1e-4 for degrees of
freedom under empirical covariances.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.stats.mmrm import MMRMResult, fit_mmrm

STATS = Path(__file__).parents[2].parent / "shared" / "reference" / "stats"
EXPECTED = STATS / "expected" / "mmrm_shared.json"
pytestmark = pytest.mark.skipif(not EXPECTED.exists(), reason="reference data not present")

CASES = {c["id"]: c for c in json.loads(EXPECTED.read_text())["cases"]} if EXPECTED.exists() else {}
GRID = [(name, key) for name, case in CASES.items() for key in case["inference"]]
DF = {
    "Satterthwaite": "satterthwaite",
    "Kenward-Roger": "kenward-roger",
    "Residual": "residual",
    "Between-Within": "between-within",
}
VCOV = {
    "Asymptotic": "asymptotic",
    "Empirical": "empirical",
    "Empirical-Bias-Reduced": "empirical-bias-reduced",
    "Empirical-Jackknife": "empirical-jackknife",
}
REFERENCE = {"SEX": "Male", "ARM": "Placebo"}


@cache
def read(name: str) -> pd.DataFrame:
    """Read a data set and set the reference levels its README states."""
    data = pd.read_csv(STATS / "data" / name)
    reference = REFERENCE | {"ARMCD": "PBO" if name.startswith("fev") else "CTL"}
    for column, first in reference.items():
        if column in data:
            rest = sorted(set(data[column].dropna()) - {first})
            data[column] = pd.Categorical(data[column], [first, *rest])
    return data


@cache
def fit(name: str, key: str) -> MMRMResult:
    """Fit a case with one of its inference variants."""
    case = CASES[name]
    method, _, vcov = key.partition(" / ")
    linear = vcov == "Kenward-Roger-Linear"
    return fit_mmrm(
        case["formula"],
        read(case["data"]),
        weights=case["weights_column"],
        reml=case["reml"],
        df_method="kenward-roger-linear" if linear else DF[method],
        vcov=VCOV.get(vcov, "asymptotic"),
    )


def df_tolerance(key: str) -> float:
    """Return the tolerance for degrees of freedom."""
    return 1e-4 if "Empirical" in key else 1e-5


def close(actual: object, expected: object, rtol: float) -> None:
    """Compare arrays, allowing for zeros at the scale of the largest entry."""
    wanted = np.asarray(expected, dtype=float)
    scale = float(np.abs(wanted).max())
    np.testing.assert_allclose(
        np.asarray(actual, dtype=float), wanted, rtol=rtol, atol=1e-10 * scale
    )


def first_variant(name: str) -> str:
    """Return the first inference variant of a case."""
    return next(iter(CASES[name]["inference"]))


@pytest.mark.parametrize("name", CASES)
def test_that_likelihood_and_criteria_equal_r(name: str) -> None:
    expected = CASES[name]["fit"]

    result = fit(name, first_variant(name))

    assert (result.n_obs, result.n_subjects) == (expected["n_obs"], expected["n_subjects"])
    assert len(result.theta) == expected["n_theta"]
    for key, actual in {
        "deviance": result.deviance,
        "log_lik": result.log_likelihood,
        "aic": result.aic,
        "aicc": result.aicc,
        "bic": result.bic,
    }.items():
        assert actual == pytest.approx(expected[key], rel=0, abs=1e-7), key


@pytest.mark.parametrize("name", CASES)
def test_that_search_ends_at_the_stationary_point(name: str) -> None:
    result = fit(name, first_variant(name))

    assert result.converged
    assert result.gradient_norm < 1e-8


@pytest.mark.parametrize("name", CASES)
def test_that_covariance_and_its_parameters_equal_r(name: str) -> None:
    expected = CASES[name]["fit"]

    result = fit(name, first_variant(name))

    close(result.theta, expected["theta"], 1e-6)
    if isinstance(expected["covariance"], dict):
        for group, matrix in expected["covariance"].items():
            close(result.covariance[group], matrix, 1e-6)
    else:
        close(result.covariance, expected["covariance"], 1e-6)


@pytest.mark.parametrize(("name", "key"), GRID)
def test_that_coefficients_equal_r(name: str, key: str) -> None:
    expected = CASES[name]["inference"][key]["coefficients"]

    table = fit(name, key).coefficients

    assert list(table.index) == expected["names"]
    close(table["estimate"], expected["estimate"], 1e-6)
    close(table["std_error"], expected["se"], 1e-6)
    close(table["df"], expected["df"], df_tolerance(key))
    close(table["statistic"], expected["t"], 1e-6)
    close_p(table["p_value"], expected["p"], key)


def close_p(actual: object, expected: object, key: str) -> None:
    """Compare p-values; a small difference in df grows in the far tail."""
    rtol = 1e-2 if "Empirical" in key else 1e-5
    # Below 1e-308 doubles have few digits left.
    np.testing.assert_allclose(
        np.asarray(actual, dtype=float), np.asarray(expected, dtype=float), rtol=rtol, atol=1e-320
    )


@pytest.mark.parametrize(("name", "key"), GRID)
def test_that_covariance_of_coefficients_equals_r(name: str, key: str) -> None:
    close(fit(name, key).vcov, CASES[name]["inference"][key]["vcov"], 1e-6)


@pytest.mark.parametrize("weights", ["equal", "proportional"])
@pytest.mark.parametrize(("name", "key"), GRID)
def test_that_lsmeans_and_contrasts_equal_emmeans(name: str, key: str, weights: str) -> None:
    block = "emmeans" if weights == "equal" else "emmeans_proportional"
    expected = CASES[name]["inference"][key].get(block)
    if expected is None:
        return
    means = expected["lsmeans"]
    arm, visit = list(means)[:2]
    result = fit(name, key)

    table = result.lsmeans(arm, by=visit, weights=weights, level=expected["level"])
    differences = result.contrasts(arm, by=visit, weights=weights, level=expected["level"])

    assert list(table[arm].astype(str)) == means[arm]
    assert list(table[visit].astype(str)) == means[visit]
    compare(table, means, "emmean", key)
    assert list(differences["contrast"]) == expected["contrasts_vs_reference"]["contrast"]
    compare(differences, expected["contrasts_vs_reference"], "estimate", key)


def compare(table: pd.DataFrame, expected: dict[str, list[float]], estimate: str, key: str) -> None:
    """Compare a table of estimates with emmeans."""
    close(table["estimate"], expected[estimate], 1e-6)
    close(table["std_error"], expected["SE"], 1e-6)
    close(table["df"], expected["df"], df_tolerance(key))
    close(table["lower"], expected["lower.CL"], 1e-6)
    close(table["upper"], expected["upper.CL"], 1e-6)
    close(table["statistic"], expected["t.ratio"], 1e-6)
    close_p(table["p_value"], expected["p.value"], key)


@pytest.mark.parametrize(("name", "key"), GRID)
def test_that_joint_tests_equal_r(name: str, key: str) -> None:
    tests = CASES[name]["inference"][key].get("joint_tests", {})
    result = fit(name, key)
    names = list(result.coefficients.index)

    for expected in tests.values():
        hypothesis = np.zeros((len(expected["coefficients"]), len(names)))
        for row, coefficient in enumerate(expected["coefficients"]):
            hypothesis[row, names.index(coefficient)] = 1.0
        joint = result.test(hypothesis)

        assert joint["num_df"].item() == expected["num_df"]
        close(joint["den_df"], [expected["den_df"]], df_tolerance(key))
        power = 1 if expected["num_df"] > 1 else 2
        close(joint["statistic"] ** power, [expected["f"]], 1e-5)
        close_p(joint["p_value"], [expected["p"]], key)

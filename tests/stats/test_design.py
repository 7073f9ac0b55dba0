"""Coding of formulas, LS-mean functions and type III hypotheses against R and SAS rules."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import (
    build_design,
    dependent_columns,
    design_rows,
    lsmeans_matrix,
    parse,
    rank_problem,
    type3_matrices,
)


@pytest.fixture
def data() -> pd.DataFrame:
    """Two factors, two covariates, unbalanced, one row incomplete."""
    return pd.DataFrame(
        {
            "y": [1.0, 2.0, 4.0, 3.0, 6.0, 5.0, 9.0, 7.0, np.nan],
            "a": ["q", "p", "q", "p", "q", "p", "q", "q", "p"],
            "b": ["u", "u", "v", "v", "w", "w", "u", "v", "w"],
            "x": [0.5, 1.5, 2.0, 1.0, 0.0, 3.0, 2.5, 1.5, 9.0],
            "n": [1, 2, 1, 2, 1, 2, 1, 1, 2],
        }
    )


@pytest.mark.parametrize(
    ("formula", "names"),
    [
        # As printed by R 4.2: colnames(model.matrix(...)) of the same variables.
        ("y ~ 1", ["(Intercept)"]),
        ("y ~ a", ["(Intercept)", "aq"]),
        ("y ~ 0 + b", ["bu", "bv", "bw"]),
        ("y ~ a * b", ["(Intercept)", "aq", "bv", "bw", "aq:bv", "aq:bw"]),
        ("y ~ b * a", ["(Intercept)", "bv", "bw", "aq", "bv:aq", "bw:aq"]),
        ("y ~ a:b + x", ["(Intercept)", "x", "ap:bu", "aq:bu", "ap:bv", "aq:bv", "ap:bw", "aq:bw"]),
        ("y ~ a + a:b", ["(Intercept)", "aq", "ap:bv", "aq:bv", "ap:bw", "aq:bw"]),
        ("y ~ x * b", ["(Intercept)", "x", "bv", "bw", "x:bv", "x:bw"]),
        ("y ~ b + x:b", ["(Intercept)", "bv", "bw", "bu:x", "bv:x", "bw:x"]),
        ("y ~ x:b + b", ["(Intercept)", "bv", "bw", "x:bu", "x:bv", "x:bw"]),
        ("y ~ C(n) + log(x + 1)", ["(Intercept)", "C(n)2", "log(x + 1)"]),
        ("y ~ n", ["(Intercept)", "n"]),
        ("y ~ 0 + b + a", ["bu", "bv", "bw", "aq"]),
        ("y ~ 0 + x + b", ["x", "bu", "bv", "bw"]),
        ("y ~ 0 + b + b:a", ["bu", "bv", "bw", "bu:aq", "bv:aq", "bw:aq"]),
    ],
)
def test_that_columns_have_the_names_and_order_of_r(
    data: pd.DataFrame, formula: str, names: list[str]
) -> None:
    design = build_design(formula, data)

    assert list(design.names) == names
    assert design.matrix.shape == (8, len(names))
    assert design.n_dropped == 1


def test_that_columns_are_products_of_indicators_and_numbers(data: pd.DataFrame) -> None:
    design = build_design("y ~ a * b + x:a", data)
    rows = data.iloc[:8]

    column = design.matrix[:, design.names.index("aq:bv")]
    slope = design.matrix[:, design.names.index("aq:x")]

    np.testing.assert_array_equal(column, ((rows.a == "q") & (rows.b == "v")).astype(float))
    np.testing.assert_array_equal(slope, (rows.a == "q") * rows.x)


def test_that_categories_set_the_reference_and_unused_ones_are_dropped(
    data: pd.DataFrame,
) -> None:
    data["b"] = pd.Categorical(data.b, ["w", "z", "v", "u"])

    design = build_design("y ~ b", data)

    assert design.names == ("(Intercept)", "bv", "bu")
    assert design.levels("b") == ("w", "v", "u")


def test_that_truth_values_are_levels_as_in_r(data: pd.DataFrame) -> None:
    data["old"] = data.x > 1

    assert build_design("y ~ old", data).names == ("(Intercept)", "oldTRUE")


def test_that_numbers_in_level_names_have_no_needless_decimals(data: pd.DataFrame) -> None:
    data["n"] = data.n.astype(float)

    assert build_design("y ~ factor(n)", data).names == ("(Intercept)", "factor(n)2")


def test_that_mixed_levels_are_sorted_as_text(data: pd.DataFrame) -> None:
    data["b"] = ["u", 1, "u", 1, "u", 1, "u", 1, "u"]

    assert build_design("y ~ b", data).levels("b") == (1, "u")


def test_that_rows_missing_a_variable_asked_for_besides_are_dropped(data: pd.DataFrame) -> None:
    data["id"] = ["s"] * 7 + [None, "s"]

    assert build_design("y ~ a", data, also=["id"]).n_dropped == 2


def test_that_a_transformed_response_is_evaluated(data: pd.DataFrame) -> None:
    design = build_design("log(y) ~ a", data)

    np.testing.assert_allclose(design.y, np.log(data.y[:8]))


def test_that_powers_expand_to_interactions() -> None:
    assert parse("y ~ (a + b + c)**2")[2] == (
        ("a",),
        ("b",),
        ("c",),
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    )


def test_that_equal_weights_average_cell_means(data: pd.DataFrame) -> None:
    design = build_design("y ~ a * b + x", data)
    beta = np.linalg.lstsq(design.matrix, design.y, rcond=None)[0]

    grid, means = lsmeans_matrix(design, ["a"])
    cells, cell_means = lsmeans_matrix(design, ["b", "a"])

    assert grid == [("p",), ("q",)]
    assert cells[:2] == [("u", "p"), ("v", "p")]
    np.testing.assert_allclose((cell_means @ beta)[:3].mean(), (means @ beta)[0])


def test_that_numbers_are_held_at_their_mean(data: pd.DataFrame) -> None:
    design = build_design("y ~ a + log(x + 1) + poly(x, 2)", data)

    _, means = lsmeans_matrix(design, ["a"])

    at = pd.DataFrame({"a": ["p", "q"], "x": [data.x[:8].mean()] * 2})
    np.testing.assert_allclose(means, design_rows(design, at))


def test_that_proportional_weights_are_frequencies_of_combinations(data: pd.DataFrame) -> None:
    design = build_design("y ~ a * b", data)

    _, means = lsmeans_matrix(design, ["a"], "proportional")

    # 3 of the 8 rows are u, 3 v, 2 w.
    np.testing.assert_allclose(means[0], [1, 0, 3 / 8, 2 / 8, 0, 0])
    np.testing.assert_allclose(means[1], [1, 1, 3 / 8, 2 / 8, 3 / 8, 2 / 8])


def test_that_lsmeans_without_factors_are_the_overall_mean(data: pd.DataFrame) -> None:
    design = build_design("y ~ a", data)

    grid, means = lsmeans_matrix(design, [])

    assert grid == [()]
    np.testing.assert_allclose(means, [[1.0, 0.5]])


def test_that_type3_of_an_interaction_model_equals_sas(data: pd.DataFrame) -> None:
    design = build_design("y ~ a * b", data)

    hypotheses = type3_matrices(design)

    # Main effect of a: difference of unweighted means of cells, which is
    # aq + (aq:bv + aq:bw) / 3 up to a factor (SAS/STAT, type III).
    row = hypotheses["a"][0]
    np.testing.assert_allclose(row / row[1], [0, 1, 0, 0, 1 / 3, 1 / 3], atol=1e-12)
    # b: its rows span the differences averaged over both levels of a.
    wanted = np.array([[0, 0, 1, 0, 0.5, 0], [0, 0, 0, 1, 0, 0.5]])
    stacked = np.vstack([hypotheses["b"], wanted])
    assert np.linalg.matrix_rank(stacked) == 2
    assert list(hypotheses) == ["a", "b", "a:b"]


def test_that_type3_of_a_slope_averages_over_levels(data: pd.DataFrame) -> None:
    design = build_design("y ~ x * b", data)

    row = type3_matrices(design)["x"][0]

    np.testing.assert_allclose(row, [0, 1, 0, 0, 1 / 3, 1 / 3], atol=1e-12)


def test_that_new_rows_are_coded_like_fitted_ones(data: pd.DataFrame) -> None:
    design = build_design("y ~ a * b + poly(x, 2) + C(n)", data)

    again = design_rows(design, data.iloc[:8][::-1])

    np.testing.assert_allclose(again, design.matrix[::-1], atol=1e-12)


def test_that_new_rows_with_missing_values_are_nan(data: pd.DataFrame) -> None:
    design = build_design("y ~ a + x", data)
    new = pd.DataFrame({"a": ["p", None, "q"], "x": [1.0, 1.0, np.nan]})

    rows = design_rows(design, new)

    assert np.isnan(rows).any(axis=1).tolist() == [False, True, True]


def test_that_new_levels_are_refused(data: pd.DataFrame) -> None:
    design = build_design("y ~ a", data)

    with pytest.raises(AnalysisError, match="level z, which the model was not fitted with"):
        design_rows(design, pd.DataFrame({"a": ["z"]}))


def test_that_determined_columns_are_named(data: pd.DataFrame) -> None:
    data["twice"] = 2 * data.x
    design = build_design("y ~ x + twice", data)

    assert "twice is determined" in rank_problem(design)
    assert rank_problem(build_design("y ~ x", data)) == ""


def test_that_an_empty_column_is_dependent() -> None:
    assert dependent_columns(np.array([[1.0, 0.0], [1.0, 0.0]])) == [1]


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("y ~ zz", "no column zz"),
        ("~ a", "needs one response"),
        ("y + x ~ a", "needs one response"),
        ("y ~ a +* b", "cannot be read"),
        ("a ~ x", "a must be a number"),
        ("y ~ one", "one has only the value k"),
        ("y ~ big", "big has infinite values"),
        ("big ~ a", "big has infinite values"),
        ("y ~ log(x)", r"log\(x\) is infinite"),
        ("y ~ nofunction(x)", "cannot be evaluated"),
        ("y ~ gone", "No row has a value"),
    ],
)
@pytest.mark.filterwarnings("ignore:divide by zero")
def test_that_problems_are_told_in_a_sentence(
    data: pd.DataFrame, formula: str, message: str
) -> None:
    data["one"] = "k"
    data["big"] = np.where(data.index == 2, np.inf, 1.0)
    data["gone"] = np.nan

    with pytest.raises(AnalysisError, match=message):
        build_design(formula, data)


def test_that_doubled_column_names_are_refused(data: pd.DataFrame) -> None:
    doubled = pd.concat([data, data[["a"]]], axis=1)

    with pytest.raises(AnalysisError, match="several columns called a"):
        build_design("y ~ a", doubled)


@pytest.mark.parametrize(
    ("name", "message"), [("x", "x, which is a number"), ("zz", "zz, which is not part")]
)
def test_that_lsmeans_need_a_factor_of_the_model(
    data: pd.DataFrame, name: str, message: str
) -> None:
    with pytest.raises(AnalysisError, match=message):
        lsmeans_matrix(build_design("y ~ a + x", data), [name])


def test_that_weights_must_be_known(data: pd.DataFrame) -> None:
    with pytest.raises(AnalysisError, match="'flat' is not known"):
        lsmeans_matrix(build_design("y ~ a", data), ["a"], "flat")  # type: ignore[arg-type]

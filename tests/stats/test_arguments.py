"""Checks of arguments say what is wrong in whole sentences."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import groups, positive_definite, within


def test_that_groups_keep_the_order_of_a_categorical() -> None:
    labels = pd.Categorical(["b", "a", "b"], categories=["c", "b", "a"])

    codes, names = groups(labels, "Group")

    assert names == ["b", "a"]
    assert codes.tolist() == [0, 1, 0]
    assert groups(["z", "y"], "Group")[1] == ["y", "z"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"low": 0.0, "open_low": True}, "0 found, but every value must be above 0."),
        ({"low": 1.0}, "0 found, but every value must be at least 1."),
        ({"low": -1.0, "high": 1.0}, "2 found, but every value must be at least -1 and at most 1"),
    ],
)
def test_that_a_value_out_of_range_is_told_with_the_range(options: dict, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        within([0, 2], "Values", **options)


@pytest.mark.parametrize(
    ("matrix", "told"),
    [
        (np.eye(3), "give a 2 x 2 matrix"),
        ([[1, 0.5], [0.2, 1]], "must be symmetric"),
        ([[1, np.nan], [np.nan, 1]], "must be symmetric"),
        ([[1, 2], [2, 1]], "not positive definite"),
    ],
)
def test_that_a_matrix_that_is_no_covariance_is_refused(matrix: object, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        positive_definite(matrix, "Covariance", 2)  # type: ignore[arg-type]

"""The likelihood by visit pattern against one written subject by subject."""

from __future__ import annotations

import numpy as np
import pytest

from sjogren_desktop.stats.mmrm.likelihood import (
    Model,
    evaluate_model,
    information_terms,
    partial_hessian,
    reml_term,
    slopes,
)
from sjogren_desktop.stats.mmrm.optimise import _line_search, optimise
from sjogren_desktop.stats.mmrm.patterns import (
    RankError,
    Rows,
    group_rows,
    sort_rows,
    subject_parts,
)
from sjogren_desktop.stats.mmrm.structures import STRUCTURES, evaluate, evaluate_spatial

GRID = [
    (key, weighted, groups)
    for key in ("us", "toeph", "ar1", "cs", "adh", "sp_exp")
    for weighted in (False, True)
    for groups in (1, 2)
]


def some_rows(key: str, weighted: bool, groups: int) -> Rows:
    """Return rows in random order, with gaps and a covariate that changes over time."""
    rng = np.random.default_rng(4)
    pairs = rng.permutation([(i, t) for i in range(40) for t in range(4) if rng.random() < 0.8])
    subject = np.unique(pairs[:, 0], return_inverse=True)[1]
    visit, n = pairs[:, 1], len(pairs)
    arm = subject % 2
    x = np.column_stack(
        [
            np.ones(n),
            rng.normal(size=40)[subject],
            arm,
            *[visit == t for t in range(1, 4)],
            *[(visit == t) * arm for t in range(1, 4)],
            3.0 * (visit == 2),
            rng.normal(size=n),
        ]
    ).astype(float)
    x = np.delete(x, 9, axis=1) if key == "us" else np.delete(x, 4, axis=1)
    spatial = STRUCTURES[key].spatial
    return sort_rows(
        x,
        rng.normal(size=n) + 10,
        visit=None if spatial else visit,
        subject=subject,
        group=arm if groups == 2 else None,
        weights=rng.uniform(0.5, 2, n) if weighted else None,
        coordinates=np.column_stack([visit, 0.3 * visit**2]) if spatial else None,
        n_groups=groups,
    )


def model_and_theta(key: str, weighted: bool, groups: int) -> tuple[Rows, Model, np.ndarray]:
    """Return a model and parameters that are no optimum."""
    rows = some_rows(key, weighted, groups)
    model = Model(group_rows(rows), STRUCTURES[key], reml=True)
    return rows, model, np.random.default_rng(5).normal(0, 0.2, model.n_theta)


def by_subject(rows: Rows, model: Model, theta: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """Return REML deviance, coefficients and their covariance, one subject at a time."""
    weights = np.ones(len(rows.y)) if rows.weights is None else rows.weights
    n, p = rows.x.shape
    deviance, h, b, square = 0.0, np.zeros((p, p)), np.zeros(p), 0.0
    for i in range(rows.n_subjects):
        at = np.flatnonzero(rows.subject == i)
        part = theta[model.parameters(rows.group[i])]
        if rows.coordinates is None:
            v = evaluate(model.structure, part, rows.n_visits)[0]
            v = v[np.ix_(rows.visit[at], rows.visit[at])]
        else:
            c = rows.coordinates[at]
            v = evaluate_spatial(part, np.sqrt(((c[:, None] - c) ** 2).sum(2))[None])[0][0]
        v = v / np.sqrt(np.outer(weights[at], weights[at]))
        w = np.linalg.inv(v)
        x, y = rows.x[at], rows.y[at]
        deviance += np.linalg.slogdet(v)[1]
        h += x.T @ w @ x
        b += x.T @ w @ y
        square += y @ w @ y
    beta = np.linalg.solve(h, b)
    deviance += square - b @ beta + np.linalg.slogdet(h)[1] + (n - p) * np.log(2 * np.pi)
    return deviance, beta, np.linalg.inv(h)


@pytest.mark.parametrize(("key", "weighted", "groups"), GRID)
def test_that_sums_by_pattern_equal_sums_by_subject(key: str, weighted: bool, groups: int) -> None:
    rows, model, theta = model_and_theta(key, weighted, groups)

    state = evaluate_model(model, theta)

    assert state is not None
    deviance, beta, vcov = by_subject(rows, model, theta)
    s = model.patterns.to_beta
    assert state.deviance == pytest.approx(deviance, abs=1e-9)
    np.testing.assert_allclose(model.patterns.beta_ols + s @ state.gamma, beta, rtol=1e-8)
    np.testing.assert_allclose(s @ state.inverse @ s.T, vcov, rtol=1e-8, atol=1e-12)


@pytest.mark.parametrize(("key", "weighted", "groups"), GRID)
def test_that_gradient_equals_differences_of_the_deviance(
    key: str, weighted: bool, groups: int
) -> None:
    _, model, theta = model_and_theta(key, weighted, groups)

    gradient = slopes(model, evaluate_model(model, theta)).gradient

    def deviance(at: np.ndarray) -> float:
        return evaluate_model(model, at).deviance

    steps = 1e-5 * np.eye(len(theta))
    numeric = [(deviance(theta + e) - deviance(theta - e)) / 2e-5 for e in steps]
    np.testing.assert_allclose(gradient, numeric, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("reml", [True, False])
@pytest.mark.parametrize(("key", "weighted", "groups"), GRID)
def test_that_hessian_equals_differences_of_the_gradient(
    key: str, weighted: bool, groups: int, reml: bool
) -> None:
    _, model, theta = model_and_theta(key, weighted, groups)
    model = Model(model.patterns, model.structure, reml)
    state = evaluate_model(model, theta)

    hessian = partial_hessian(model, state, slopes(model, state))
    if reml:
        hessian = hessian + reml_term(state, information_terms(model, state))

    def gradient(at: np.ndarray) -> np.ndarray:
        return slopes(model, evaluate_model(model, at)).gradient

    steps = 1e-5 * np.eye(len(theta))
    numeric = [(gradient(theta + e) - gradient(theta - e)) / 2e-5 for e in steps]
    np.testing.assert_allclose(hessian, numeric, rtol=1e-6, atol=1e-6)


def test_that_few_numbers_describe_a_design_of_constant_covariates() -> None:
    rows = some_rows("us", weighted=False, groups=1)
    constant = Rows(**{**vars(rows), "x": rows.x[:, :-1]})

    patterns = group_rows(constant)

    # One, baseline, arm: three numbers a subject for nine columns.
    assert patterns.uu.shape[1] == 3


def test_that_more_columns_than_basis_rows_are_found_dependent() -> None:
    rows = sort_rows(
        np.array([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]),
        np.array([1.0, 2.0]),
        visit=np.array([0, 0]),
        subject=np.array([0, 1]),
        group=None,
        weights=None,
        coordinates=None,
    )

    with pytest.raises(RankError) as error:
        group_rows(rows)
    assert error.value.args == (1, 2)


def test_that_more_than_forty_visits_are_told_apart() -> None:
    rng = np.random.default_rng(1)
    pairs = np.array([(i, t) for i in range(6) for t in range(45) if t > i % 3])
    rows = sort_rows(
        np.ones((len(pairs), 1)),
        rng.normal(size=len(pairs)),
        visit=pairs[:, 1] - 1,
        subject=pairs[:, 0],
        group=None,
        weights=None,
        coordinates=None,
    )

    assert group_rows(rows).count.tolist() == [2.0, 2.0, 2.0]


@pytest.mark.parametrize(
    "theta",
    [
        [800.0, 0.0, 0.0, 0.0],
        [-800.0, 0.0, 0.0, 0.0],
        [-354.0, 0.0, 0.0, 0.0],
        [0.0, 9.0, -9.0, 9.0],
        [np.nan, 0.0, 0.0, 0.0],
    ],
)
def test_that_singular_covariances_have_no_likelihood(theta: list[float]) -> None:
    rows = some_rows("toep", weighted=False, groups=1)
    model = Model(group_rows(rows), STRUCTURES["toep"], reml=True)

    assert evaluate_model(model, np.array(theta)) is None


def test_that_no_step_is_taken_uphill() -> None:
    _, model, theta = model_and_theta("us", False, 1)
    state = evaluate_model(model, theta)
    gradient = slopes(model, state).gradient

    # A claimed descent that the deviance does not show.
    assert _line_search(model, state, gradient, -gradient) is None


@pytest.mark.parametrize("key", ["us", "sp_exp"])
def test_that_a_search_that_cannot_move_says_so(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, model, _ = model_and_theta(key, False, 1)
    monkeypatch.setattr("sjogren_desktop.stats.mmrm.optimise._line_search", lambda *_: None)

    assert "did not converge: the largest gradient is" in optimise(model).problem


def test_that_weighted_rows_have_no_parts_by_subject() -> None:
    rows, model, _ = model_and_theta("us", True, 1)

    with pytest.raises(ValueError, match="do not hold row weights"):
        subject_parts(rows, model.patterns)

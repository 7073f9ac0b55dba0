"""What iterative methods do when they run out of steps."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.stats import (
    binomial_score,
    exact_unconditional,
    logistic,
    negative_binomial,
    roots,
)
from sjogren_desktop.stats.proportions_stratified import stratified_difference


def test_that_a_root_search_out_of_rounds_returns_its_bracket(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(roots, "_ROUNDS", 3)

    found = roots.falling_root(lambda x: np.cos(x), np.array([0.0]), np.array([3.0]))

    assert found == pytest.approx(np.pi / 2, abs=0.1)


def test_that_weights_of_strata_settle_within_a_few_rounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = ([12, 9, 20], [30, 22, 41], [6, 5, 13], [29, 23, 42])
    settled = stratified_difference(*table, weights="miettinen_nurminen")
    monkeypatch.setattr(binomial_score, "_WEIGHT_ROUNDS", 2)

    early = stratified_difference(*table, weights="miettinen_nurminen")

    assert early.lower == pytest.approx(settled.lower, abs=1e-4)


def test_that_a_scan_too_coarse_at_first_steps_back() -> None:
    def tail(delta: float, *, quick: bool = False) -> float:
        """Rise at -0.5, seen from -0.4 on only by the quick scan."""
        return float(delta > (-0.4 if quick else -0.5))

    found = exact_unconditional._first_above(tail, 0.025, 1)

    assert found == pytest.approx(-0.5, abs=1e-8)


@dataclass(frozen=True)
class Stuck(logistic._Model):
    """A likelihood that falls wherever one goes from the start."""

    def objective(self, beta: np.ndarray) -> float:
        return 0.0 if not beta.any() else -np.inf


def test_that_steps_that_never_rise_end_without_convergence() -> None:
    model = Stuck(np.ones((3, 1)), np.array([1.0, 1.0, 0.0]), False)

    fit = logistic._maximise(model, np.zeros(1))

    assert not fit.converged or fit.value == -np.inf


@dataclass(frozen=True)
class StuckCounts(negative_binomial._Model):
    """A likelihood that falls wherever one goes from the start."""

    def log_likelihood(self, beta: np.ndarray, size: float) -> float:
        return 0.0 if not beta.any() else -np.inf


def test_that_a_count_fit_out_of_rounds_has_not_converged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(negative_binomial, "_ROUNDS", 1)
    model = StuckCounts(np.ones((3, 1)), np.array([4.0, 2.0, 0.0]), np.zeros(3))

    fit = negative_binomial._coefficients(model, np.inf, np.zeros(1))

    assert not fit.converged
    assert fit.iterations == 1


def test_that_a_count_fit_without_convergence_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pd.DataFrame({"n": [9, 0, 1, 0, 12, 3, 0, 7], "g": list("aaaabbbb")})
    real = negative_binomial._negative_binomial
    monkeypatch.setattr(
        negative_binomial,
        "_negative_binomial",
        lambda model, poisson: replace(real(model, poisson), converged=False),
    )

    fit = negative_binomial.fit_counts("n ~ g", data)

    assert any("did not converge" in m for m in fit.messages)


def test_that_a_size_beyond_bounds_is_taken_as_poisson(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pd.DataFrame({"n": [13, 4, 6, 2, 16, 3, 8, 9], "g": list("aaaabbbb")})
    assert np.isfinite(negative_binomial.fit_counts("n ~ g", data).size)
    monkeypatch.setattr(negative_binomial, "_LARGEST_LOG_SIZE", 1.0)

    assert np.isinf(negative_binomial.fit_counts("n ~ g", data).size)

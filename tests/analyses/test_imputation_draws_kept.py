"""Draws of one trial are made once, and never taken for those of another."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sjogren_desktop.analyses import imputation_options
from sjogren_desktop.results import Cancelled, no_progress
from tests.stats.imputation_data import small_trial, small_trial_frame

VALUES = {"imputations": 20, "seed": 7, "method": "bayes"}


@pytest.fixture(autouse=True)
def none_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imputation_options, "_drawn", {})


def test_that_the_same_draws_are_made_once() -> None:
    first = imputation_options.draw(small_trial(), VALUES, no_progress)

    again = imputation_options.draw(small_trial(), dict(VALUES), no_progress)

    assert again is first


@pytest.mark.parametrize(
    "changed", [{"seed": 8}, {"imputations": 10}, {"method": "approximate"}, {"method": "bmlmi"}]
)
def test_that_other_draws_are_made_anew(changed: dict[str, object]) -> None:
    first = imputation_options.draw(small_trial(), VALUES, no_progress)

    other = imputation_options.draw(small_trial(), {**VALUES, **changed}, no_progress)

    assert not np.array_equal(first.beta, other.beta)


def test_that_draws_of_other_values_are_made_anew() -> None:
    frame = small_trial_frame()
    first = imputation_options.draw(small_trial(frame), VALUES, no_progress)
    frame.loc[0, "CHG"] += 1e-9

    other = imputation_options.draw(small_trial(frame), VALUES, no_progress)

    assert other is not first


def test_that_draws_of_another_strategy_are_made_anew() -> None:
    first = imputation_options.draw(small_trial(), VALUES, no_progress)

    trial = small_trial()
    moved = replace(trial, before_event=trial.before_event & (np.arange(3) < 2))

    assert imputation_options.draw(moved, VALUES, no_progress) is not first


def test_that_draws_that_were_stopped_are_not_kept() -> None:
    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        imputation_options.draw(small_trial(), VALUES, stop)

    assert imputation_options._drawn == {}


def test_that_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imputation_options, "_KEPT", 4)

    for seed in range(1, 8):
        imputation_options.draw(small_trial(), {**VALUES, "seed": seed}, no_progress)

    assert len(imputation_options._drawn) == 4

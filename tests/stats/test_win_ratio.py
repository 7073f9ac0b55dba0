"""Win statistics against counts from R, U-statistics by definition, and the jackknife."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats import win_ratio
from sjogren_desktop.stats.win_ratio import Measured, TimeToEvent, win_statistics


@pytest.mark.parametrize("visit", range(6))
def test_that_shared_reference_counts_are_met(shared: Path, visit: int) -> None:
    from tests.stats.expected import shared_cases

    case = shared_cases(shared, "ancova_rank_logistic")["rank_tests"][visit]
    d = pd.read_csv(shared / "reference" / "stats" / "data" / "sim_essdai_shared.csv")
    d = d[(d["AVISIT"] == case["visit"]) & d["CHG"].notna()]
    arm = pd.Categorical(d["ARM"], categories=["Placebo", "Dose A"])

    result = win_statistics([Measured(d["CHG"], larger_wins=False)], arm)

    win = case["win"]
    assert (result.wins, result.losses, result.ties) == (
        win["wins_lower_is_better"],
        win["losses"],
        win["ties"],
    )
    estimates = result.effects["estimate"]
    assert_allclose(estimates["win ratio"], win["win_ratio"], rtol=1e-9)
    assert_allclose(estimates["net benefit"], win["net_benefit"], rtol=1e-9)
    assert_allclose(estimates["win odds"], win["win_odds"], rtol=1e-9)


def sample(seed: int = 5, n: int = 60) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    group = np.repeat(["a", "b"], [n, n + 10])
    return np.round(rng.normal(size=group.size) + 0.4 * (group == "b"), 1), group


def test_that_the_error_of_the_net_benefit_is_delongs() -> None:
    # DeLong et al., Biometrics 1988;44:837-845: placements of each row
    values, group = sample()
    x, y = values[group == "b"], values[group == "a"]
    sign = np.sign(np.subtract.outer(x, y))
    variance = sign.mean(axis=1).var(ddof=1) / x.size + sign.mean(axis=0).var(ddof=1) / y.size

    effects = win_statistics([Measured(values)], group).effects

    assert_allclose(effects.loc["net benefit", "std_error"], np.sqrt(variance), rtol=1e-9)
    theta = (1 + sign.mean()) / 2
    odds_error = np.sqrt(variance) / 2 / (theta * (1 - theta))
    assert_allclose(effects.loc["win odds", "std_error"], odds_error, rtol=1e-9)


def test_that_the_error_of_the_win_ratio_is_near_the_jackknife() -> None:
    values, group = sample(n=150)
    effects = win_statistics([Measured(values)], group).effects

    total = 0.0
    for label in ("a", "b"):
        rows = np.flatnonzero(group == label)
        logs = []
        for i in rows:
            kept = np.arange(values.size) != i
            part = win_statistics([Measured(values[kept])], group[kept]).effects
            logs.append(np.log(part.loc["win ratio", "estimate"]))
        total += (rows.size - 1) * np.var(logs)

    # first-order agreement: the jackknife differs by a term of order 1 / n
    assert_allclose(effects.loc["win ratio", "std_error"], np.sqrt(total), rtol=0.02)


def test_that_pairs_are_decided_in_order_of_priority() -> None:
    # rows a: dies at 5, value 1; lives to 8, value 3. rows b: lives to 6, 3; dies at 7, 9
    time = TimeToEvent([5, 8, 6, 7], [1, 0, 0, 1])
    result = win_statistics([time, Measured([1.0, 3.0, 3.0, 9.0])], list("aabb"))

    # b1-a1 win by time; b1-a2 open (a2 seen longer, b1 censored), values equal: tie
    # b2-a1 win by time (7 > 5); b2-a2 loss by time (a2 event-free beyond 7)
    assert result.decided.to_numpy().tolist() == [[2, 1], [0, 0]]
    assert (result.wins, result.losses, result.ties) == (2, 1, 1)


def test_that_censoring_at_the_time_of_the_event_wins() -> None:
    result = win_statistics([TimeToEvent([5, 5], [1, 0])], list("ab"))

    assert (result.wins, result.losses) == (1, 0)
    assert result.effects.loc["win ratio", "estimate"] == np.inf
    assert win_statistics([TimeToEvent([5, 5], [1, 1])], list("ab")).ties == 1


def test_that_missing_values_and_margins_leave_a_pair_open() -> None:
    values = Measured([1.0, np.nan, 1.4, 2.0], margin=0.5)

    result = win_statistics([values], list("aabb"))

    assert (result.wins, result.losses, result.ties) == (1, 0, 3)


def test_that_only_losses_give_a_ratio_of_zero() -> None:
    result = win_statistics([Measured([2, 2, 1, 1])], list("aabb"))

    assert result.effects["estimate"].tolist() == [0.0, -1.0, 0.0]
    assert result.effects["p_value"].isna().all()
    only_wins = win_statistics([Measured([1, 1, 2, 2])], list("aabb")).effects
    assert only_wins["estimate"].tolist() == [np.inf, 1.0, np.inf]
    assert np.isnan(win_statistics([Measured([1, 1])], list("ab")).effects["estimate"].iloc[0])


def test_that_equal_strata_are_averaged() -> None:
    values, group = sample()
    twice = np.concatenate((values, values))

    one = win_statistics([Measured(values)], group)
    strata = np.repeat(["s", "t"], values.size)
    both = win_statistics([Measured(twice)], np.tile(group, 2), strata=strata)

    assert both.n_strata == 2
    assert both.wins == 2 * one.wins
    assert_allclose(both.effects["estimate"], one.effects["estimate"], rtol=1e-12)
    ratio = both.effects["std_error"] / one.effects["std_error"]
    assert_allclose(ratio, 1 / np.sqrt(2), rtol=1e-9)


def test_that_strata_have_the_weights_of_dong_2018() -> None:
    # sum of wins / rows over sum of losses / rows, by hand: (3/4 + 2/3) / (1/4 + 0/3)
    values = [1, 3, 2, 4, 1, 2, 3]
    group = ["a", "a", "b", "b", "a", "b", "b"]
    strata = ["s", "s", "s", "s", "t", "t", "t"]

    result = win_statistics([Measured(values)], group, strata=strata)

    assert_allclose(result.effects.loc["win ratio", "estimate"], (3 / 4 + 2 / 3) / (1 / 4))
    alone = win_statistics([Measured([*values, 9])], [*group, "a"], strata=[*strata, "u"])
    assert alone.n_strata == 2


def test_that_blocks_of_pairs_do_not_change_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    values, group = sample()
    whole = win_statistics([Measured(values)], group)
    monkeypatch.setattr(win_ratio, "BLOCK", 130)

    pd.testing.assert_frame_equal(win_statistics([Measured(values)], group).effects, whole.effects)


@pytest.mark.parametrize(
    ("outcomes", "group", "told"),
    [
        ([], list("ab"), "at least one outcome"),
        ([Measured([1, 2, 3])], list("abc"), "3 groups found"),
        ([Measured([1, 2, 3])], list("ab"), "different length"),
        ([Measured(["x", "y"])], list("ab"), "give numbers only"),
        ([Measured([1, 2], margin=-1)], list("ab"), "margin cannot be -1"),
        ([TimeToEvent([1, 2, 3], [1, 1, 1])], list("ab"), "different length"),
    ],
)
def test_that_wrong_input_is_named(outcomes: list, group: list, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        win_statistics(outcomes, group)


def test_that_strata_without_a_pair_are_named() -> None:
    with pytest.raises(AnalysisError, match="No stratum has rows of both"):
        win_statistics([Measured([1, 2])], list("ab"), strata=list("st"))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=4, max_size=30))
def test_that_swapped_groups_swap_wins_and_losses(rows: list) -> None:
    values, second = (np.array(v) for v in zip(*rows, strict=True))
    if len(set(second.tolist())) < 2:
        return

    one = win_statistics([Measured(values)], second)
    other = win_statistics([Measured(values)], ~second)

    assert (one.wins, one.losses, one.ties) == (other.losses, other.wins, other.ties)
    a, b = one.effects.loc["net benefit"], other.effects.loc["net benefit"]
    assert_allclose([a["estimate"], a["std_error"]], [-b["estimate"], b["std_error"]], atol=1e-12)


def test_that_the_smaller_value_may_win() -> None:
    values, group = sample()

    larger = win_statistics([Measured(values)], group)
    smaller = win_statistics([Measured(values, larger_wins=False)], group)

    assert (smaller.wins, smaller.losses, smaller.ties) == (larger.losses, larger.wins, larger.ties)

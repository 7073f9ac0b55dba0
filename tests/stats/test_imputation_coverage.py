"""Simulation: intervals cover the truth under MAR drop-out as often as they say."""

import numpy as np
import pytest

from sjogren_desktop.stats.imputation import analyse_ancova, bayes, impute, jackknife, pool, prepare
from tests.stats.imputation_data import ANCOVA, FORMULA, small_trial_frame

EFFECT = -1.5


def dropping_out(rng, seed):
    """Return a trial in which subjects without improvement at V1 or V2 tend to leave."""
    frame = small_trial_frame(per_arm=60, seed=seed, effect=EFFECT, interim=False)
    full = small_trial_frame(per_arm=60, seed=seed, effect=EFFECT, interim=False)
    wide = frame.pivot(index="ID", columns="VISIT", values="CHG")
    for subject, row in wide.iterrows():
        for j, before in ((1, "V1"), (2, "V2")):
            if row[before] > -1.0 and rng.random() < 0.4:
                late = (full["ID"] == subject) & (full["VISIT"] > f"V{j}")
                frame.loc[late, "CHG"] = np.nan
                break
    return frame


@pytest.mark.slow
@pytest.mark.parametrize("method", ["jackknife", "bayes"])
def test_that_intervals_cover_the_truth_under_missing_at_random(method):
    rng = np.random.default_rng(20)
    runs, covered, estimates = 400, 0, []
    for seed in range(runs):
        trial = prepare(
            dropping_out(rng, seed),
            formula=FORMULA,
            subject="ID",
            visit="VISIT",
            arm="ARM",
            reference="Placebo",
        )
        draws = jackknife(trial) if method == "jackknife" else bayes(trial, samples=50, seed=seed)
        found = pool(analyse_ancova(impute(trial, draws, seed=seed), ANCOVA, visits=["V3"])).iloc[2]
        covered += found["lower"] <= EFFECT <= found["upper"]
        estimates.append(found["estimate"])

    # 95 % of 400 runs: three standard errors are 3.3 points.
    assert 0.917 <= covered / runs <= 0.983
    error = np.std(estimates) / np.sqrt(runs)
    assert abs(np.mean(estimates) - EFFECT) < 3 * error


@pytest.mark.slow
def test_that_the_jackknife_of_jump_to_reference_agrees_with_the_spread_over_trials():
    # Rubin's rules are information anchored and wider; the jackknife is to tell the
    # frequentist variance (Wolbers 2022).
    rng = np.random.default_rng(21)
    estimates, errors, wider = [], [], []
    for seed in range(300):
        trial = prepare(
            dropping_out(rng, seed),
            formula=FORMULA,
            subject="ID",
            visit="VISIT",
            arm="ARM",
            reference="Placebo",
            strategy="JR",
        )
        found = pool(analyse_ancova(impute(trial, jackknife(trial)), ANCOVA, visits=["V3"])).iloc[2]
        estimates.append(found["estimate"])
        errors.append(found["std_error"])
        draws = bayes(trial, samples=50, seed=seed)
        pooled = pool(analyse_ancova(impute(trial, draws, seed=seed), ANCOVA, visits=["V3"]))
        wider.append(pooled["std_error"].iloc[2])

    assert np.mean(errors) == pytest.approx(np.std(estimates), rel=0.12)
    assert np.mean(wider) > 1.05 * np.mean(errors)

"""Leaving subjects out, against fits to the reduced data."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from sjogren_desktop.stats.leave_out import leave_out, resampled, reweighted
from sjogren_desktop.stats.mmrm import MMRMResult, fit_mmrm


def trial(n: int = 60) -> pd.DataFrame:
    rng = np.random.default_rng(8)
    arm = np.arange(n) % 2
    base = rng.normal(size=n)
    y = rng.normal(size=(n, 1)) + rng.normal(size=(n, 3)) - 0.5 * arm[:, None] + base[:, None]
    y[rng.uniform(size=(n, 3)) < 0.15] = np.nan
    return pd.DataFrame(
        {
            "ID": np.repeat([f"s{i:02d}" for i in range(n)], 3),
            "ARM": np.repeat(np.where(arm == 1, "b", "a"), 3),
            "BASE": np.repeat(base, 3),
            "VISIT": np.tile(["v1", "v2", "v3"], n),
            "Y": y.ravel(),
        }
    ).dropna()


FORMULA = "Y ~ ARM * VISIT + BASE * VISIT + us(VISIT | ID)"
METHODS = (
    "kenward-roger-linear",
    "kenward-roger",
    "satterthwaite",
    "between-within",
    "residual",
)


def difference(fit: MMRMResult) -> np.ndarray:
    """Return b minus a at the last visit."""
    names = list(fit.design.names)
    row = np.zeros(len(names))
    row[names.index("ARMb")] = 1
    row[names.index("ARMb:VISITv3")] = 1
    return row[None]


@pytest.mark.parametrize("method", METHODS)
def test_that_exact_results_are_those_of_the_reduced_data(method: str) -> None:
    data = trial()
    fit = fit_mmrm(FORMULA, data, df_method=method)
    sets = [np.array([0]), np.array([3, 4, 5, 17]), np.arange(0, 40, 3)]

    found = leave_out(fit, sets, difference(fit))

    for i, left in enumerate(sets):
        kept = data.loc[~data["ID"].isin(fit.subjects[left])]
        again = fit_mmrm(FORMULA, kept, df_method=method)
        line = again.test(difference(again)).iloc[0]
        assert_allclose(found.estimate[i, 0], line["estimate"], rtol=1e-7)
        assert_allclose(found.std_error[i, 0], line["std_error"], rtol=1e-7)
        # Degrees of freedom come from derivatives at the optimum, where two searches stop apart.
        assert_allclose(found.df[i, 0], line["df"], rtol=1e-5)
        assert_allclose(found.p_value[i, 0], line["p_value"], rtol=1e-5)


def test_that_the_quick_form_is_near_the_exact_one() -> None:
    fit = fit_mmrm(FORMULA, trial(), df_method="kenward-roger-linear")
    sets = [np.array([i]) for i in range(60)]

    exact = leave_out(fit, sets, difference(fit))
    quick = leave_out(fit, sets, difference(fit), exact=False)

    # What is carried over changes by the order of 1/n; estimates stop at 1e-3 standard errors.
    assert_allclose(quick.estimate, exact.estimate, atol=2e-3 * float(exact.std_error.max()))
    assert_allclose(quick.std_error, exact.std_error, rtol=5e-3)
    # At t near 4 a p value changes by some 4 % when t changes by 1 %.
    assert_allclose(quick.p_value, exact.p_value, rtol=0.05)


def test_that_several_functions_are_done_at_once() -> None:
    fit = fit_mmrm(FORMULA, trial())
    both = np.vstack([difference(fit), -2 * difference(fit)])

    found = leave_out(fit, [np.array([1])], both)

    assert_allclose(found.estimate[0, 1], -2 * found.estimate[0, 0])
    assert_allclose(found.p_value[0, 1], found.p_value[0, 0])


def test_that_too_few_subjects_give_no_result() -> None:
    fit = fit_mmrm(FORMULA, trial())

    found = leave_out(fit, [np.arange(58)], difference(fit))

    assert np.isnan(found.estimate).all()


def test_that_it_can_be_stopped() -> None:
    fit = fit_mmrm(FORMULA, trial())

    class Stop(Exception):
        pass

    def progress(fraction: float) -> None:
        raise Stop

    with pytest.raises(Stop):
        leave_out(fit, [np.array([0])], difference(fit), progress=progress)


def test_that_subjects_counted_twice_are_those_of_the_doubled_data() -> None:
    data = trial()
    fit = fit_mmrm(FORMULA, data, df_method="satterthwaite")
    counts = np.random.default_rng(2).integers(0, 3, (3, 60)).astype(float)

    found = reweighted(fit, counts, difference(fit))

    for i, row in enumerate(counts):
        parts = [
            data.loc[data["ID"] == name].assign(ID=f"{name} {copy}")
            for name, n in zip(fit.subjects, row, strict=True)
            for copy in range(int(n))
        ]
        again = fit_mmrm(FORMULA, pd.concat(parts), df_method="satterthwaite")
        line = again.test(difference(again)).iloc[0]
        # The search stops within 0.002 standard errors of the coefficients.
        assert_allclose(found.estimate[i, 0], line["estimate"], atol=2e-3 * line["std_error"])
        assert_allclose(found.std_error[i, 0], line["std_error"], rtol=2e-3)


def test_that_bootstrap_samples_keep_their_strata_and_repeat() -> None:
    fit = fit_mmrm(FORMULA, trial())
    strata = np.arange(60) % 2

    first, again, other = (
        resampled(fit, strata, difference(fit), samples=200, seed=seed) for seed in (1, 1, 2)
    )

    assert_allclose(first.p_value, again.p_value, rtol=0)
    assert (first.p_value != other.p_value).any()
    line = fit.test(difference(fit)).iloc[0]
    # 200 samples give the standard error within some 5 %; Monte Carlo error three times that.
    assert first.estimate.std() == pytest.approx(line["std_error"], rel=0.2)
    assert first.estimate.mean() == pytest.approx(line["estimate"], abs=0.3 * line["std_error"])

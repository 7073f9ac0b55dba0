"""The closed form against the general fitter, which is checked against R and SAS."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.mmrm import fit_mmrm
from sjogren_desktop.stats.monotone_mmrm import fit_last_visit, kenward_roger_last_visit


def wide(n, visits, *, seed, lost):
    rng = np.random.default_rng(seed)
    arm, start = np.arange(n) % 3, rng.normal(12, 5, n)
    root = np.linalg.cholesky(0.6 ** np.abs(np.subtract.outer(range(visits), range(visits))))
    y = -0.4 * start[:, None] - 0.3 * arm[:, None] + 5 * rng.normal(size=(n, visits)) @ root.T
    ends = np.where(rng.random(n) < lost, rng.integers(0, visits, n), visits)
    y[np.arange(visits) >= ends[:, None]] = np.nan
    x = np.column_stack((np.ones(n), arm == 1, arm == 2, start - start.mean()))
    return x.astype(float), y, arm, start


CONTRASTS = np.array([[0, 1, 0, 0], [0, 0, 1, 0], [0, -1, 1, 0]], dtype=float)


def fitted_contrasts(y, arm, start, **given):
    """Return a1 - a0, a2 - a0, a2 - a1 at the last visit from the general fitter."""
    n, visits = y.shape
    frame = pd.DataFrame(
        [(i, f"a{arm[i]}", start[i], t, y[i, t]) for i in range(n) for t in range(visits)],
        columns=["ID", "ARM", "BASE", "VISIT", "Y"],
    ).dropna()
    frame["VISIT"] = pd.Categorical(frame["VISIT"])
    terms = "ARM * VISIT + BASE * VISIT" if visits > 1 else "ARM + BASE"
    by = "VISIT" if visits > 1 else None
    fitted = fit_mmrm(f"Y ~ {terms} + us(VISIT | ID)", frame, **given)
    return fitted.contrasts("ARM", by=by, reference="pairwise").tail(3)


@pytest.mark.parametrize(
    ("n", "visits", "lost"), [(40, 1, 0.2), (36, 3, 0.0), (60, 4, 0.4), (300, 8, 0.25)]
)
def test_that_the_closed_form_is_the_fitted_model(n, visits, lost):
    x, y, arm, start = wide(n, visits, seed=n, lost=lost)
    expected = fitted_contrasts(y, arm, start)

    found = fit_last_visit(x, y, CONTRASTS)

    # the general search ends at gradients of 1e-9
    assert found.estimate == pytest.approx(expected["estimate"].to_numpy(), rel=1e-7)
    assert found.std_error == pytest.approx(expected["std_error"].to_numpy(), rel=1e-7)
    assert found.df == pytest.approx(expected["df"].to_numpy(), rel=1e-6)


@pytest.mark.parametrize(
    ("n", "visits", "lost"), [(40, 1, 0.2), (36, 3, 0.0), (60, 4, 0.4), (300, 8, 0.25)]
)
def test_that_kenward_roger_is_that_of_the_fitted_model(n, visits, lost):
    x, y, arm, start = wide(n, visits, seed=n, lost=lost)
    expected = fitted_contrasts(y, arm, start, df_method="kenward-roger-linear")

    found = kenward_roger_last_visit(x, y, CONTRASTS)

    assert found.estimate == pytest.approx(expected["estimate"].to_numpy(), rel=1e-7)
    assert found.std_error == pytest.approx(expected["std_error"].to_numpy(), rel=1e-7)
    assert found.df == pytest.approx(expected["df"].to_numpy(), rel=1e-6)


def test_that_one_visit_is_least_squares():
    x, y, *_ = wide(30, 1, seed=1, lost=0.0)

    found = fit_last_visit(x, y, CONTRASTS[:1])

    beta, rss = np.linalg.lstsq(x, y[:, 0], rcond=None)[:2]
    variance = rss[0] / 26 * np.linalg.inv(x.T @ x)[1, 1]
    assert found.estimate[0] == pytest.approx(beta[1], rel=1e-10)
    assert found.std_error[0] == pytest.approx(np.sqrt(variance), rel=1e-10)
    assert found.df[0] == pytest.approx(26, rel=1e-10)


def test_that_a_row_that_pauses_is_refused():
    x, y, *_ = wide(30, 3, seed=1, lost=0.0)
    y[4, 1] = np.nan

    with pytest.raises(AnalysisError, match="present at a later one"):
        fit_last_visit(x, y, CONTRASTS)


def test_that_too_few_rows_are_refused():
    x, y, *_ = wide(30, 3, seed=1, lost=0.0)
    y[6:, 2] = np.nan

    with pytest.raises(AnalysisError, match="Too few rows"):
        fit_last_visit(x, y, CONTRASTS)


def test_that_an_arm_that_is_gone_is_refused():
    x, y, arm, _ = wide(60, 2, seed=1, lost=0.0)
    y[arm == 2, 1] = np.nan

    with pytest.raises(AnalysisError, match="told apart"):
        fit_last_visit(x, y, CONTRASTS)

"""What must hold for any data: invariances, closed forms, error rates."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sjogren_desktop.stats.mmrm import fit_arrays, fit_mmrm
from sjogren_desktop.stats.mmrm.inference import Inference

FORMULA = "Y ~ BASE + ARM * V + us(V | ID)"
LINEAR = "kenward-roger-linear"


def trial(seed: int, *, subjects: int = 40, visits: int = 3, missing: float = 0.2) -> pd.DataFrame:
    """Simulate a two-arm trial with values missing at random."""
    rng = np.random.default_rng(seed)
    root = np.linalg.cholesky(0.5 * np.eye(visits) + 0.5)
    y = rng.normal(size=(subjects, visits)) @ root.T * np.linspace(1, 2, visits)
    base = rng.normal(size=subjects)
    data = pd.DataFrame(
        {
            "ID": np.repeat([f"S{i:02d}" for i in range(subjects)], visits),
            "ARM": np.repeat(np.where(np.arange(subjects) % 2, "B", "A"), visits),
            "V": np.tile([f"V{t}" for t in range(visits)], subjects),
            "BASE": np.repeat(base, visits),
            "Y": (y + base[:, None]).ravel(),
        }
    )
    # The first two subjects of each arm are complete, so that every element is estimable.
    kept = (rng.random(len(data)) >= missing) | (np.arange(len(data)) < 4 * visits)
    return data[kept].reset_index(drop=True)


def answers(data: pd.DataFrame, formula: str = FORMULA) -> np.ndarray:
    """Return contrasts with standard errors, df and p-values."""
    table = fit_mmrm(formula, data, df_method=LINEAR).contrasts("ARM", by="V")
    return table[["estimate", "std_error", "df", "p_value"]].to_numpy()


seeds = st.integers(0, 10_000)
some = settings(max_examples=15, deadline=None, derandomize=True)


@some
@given(seeds)
def test_that_row_order_carries_no_meaning(seed: int) -> None:
    data = trial(seed)

    shuffled = answers(data.sample(frac=1, random_state=seed))

    np.testing.assert_allclose(shuffled, answers(data), rtol=1e-7)


@some
@given(seeds, st.permutations(["V0", "V1", "V2"]))
def test_that_visit_names_carry_no_meaning(seed: int, names: list[str]) -> None:
    data = trial(seed)
    renamed = data.assign(V=data["V"].map(dict(zip(["V0", "V1", "V2"], names, strict=True))))

    again = answers(renamed)

    order = [names.index(v) for v in ["V0", "V1", "V2"]]
    np.testing.assert_allclose(again, answers(data)[order], rtol=1e-6)


@some
@given(seeds, st.floats(-1e4, 1e4), st.floats(1e-3, 1e3))
def test_that_units_of_the_response_carry_no_meaning(seed: int, a: float, b: float) -> None:
    data = trial(seed)

    moved = answers(data.assign(Y=a + b * data["Y"]))

    # An offset of 1e4 leaves eleven digits of a response scaled down to 1e-3.
    np.testing.assert_allclose(moved / [b, b, 1, 1], answers(data), rtol=1e-6)


@some
@given(seeds, st.floats(-1e4, 1e4), st.floats(1e-2, 1e2))
def test_that_units_of_a_covariate_carry_no_meaning(seed: int, a: float, b: float) -> None:
    data = trial(seed)

    moved = answers(data.assign(BASE=a + b * data["BASE"]))

    np.testing.assert_allclose(moved, answers(data), rtol=1e-6)


@some
@given(seeds)
def test_that_a_subject_without_values_changes_nothing(seed: int) -> None:
    data = trial(seed)
    empty = data.iloc[:2].assign(ID="NEW", Y=np.nan)

    np.testing.assert_allclose(answers(pd.concat([data, empty])), answers(data), rtol=1e-9)


@some
@given(seeds)
def test_that_doubled_weights_double_the_variance_only(seed: int) -> None:
    data = trial(seed)

    once = fit_mmrm(FORMULA, data, weights=np.ones(len(data)))
    twice = fit_mmrm(FORMULA, data, weights=np.full(len(data), 2.0))

    np.testing.assert_allclose(twice.covariance, 2 * once.covariance, rtol=1e-7)
    np.testing.assert_allclose(twice.coefficients, once.coefficients, rtol=1e-6, atol=1e-12)
    assert twice.deviance == pytest.approx(once.deviance, abs=1e-8)


@some
@given(seeds)
def test_that_complete_data_give_a_t_test_at_every_visit(seed: int) -> None:
    data = trial(seed, missing=0.0)

    table = fit_mmrm("Y ~ ARM * V + us(V | ID)", data, df_method=LINEAR).contrasts("ARM", by="V")

    for k, (_, visit) in enumerate(data.groupby("V")):
        b, a = (visit.loc[visit["ARM"] == arm, "Y"] for arm in "BA")
        test = stats.ttest_ind(b, a)
        row = table.iloc[k]
        assert row["estimate"] == pytest.approx(b.mean() - a.mean(), rel=1e-9)
        assert row["df"] == pytest.approx(38, rel=1e-7)
        assert row["p_value"] == pytest.approx(test.pvalue, rel=1e-7)


def test_that_complete_data_give_the_pooled_covariance() -> None:
    data = trial(1, missing=0.0)

    result = fit_mmrm("Y ~ ARM * V + us(V | ID)", data)

    wide = data["Y"].to_numpy().reshape(40, 3)
    arm = data["ARM"].to_numpy().reshape(40, 3)[:, 0] == "B"
    scatter = sum((g - g.mean(axis=0)).T @ (g - g.mean(axis=0)) for g in (wide[arm], wide[~arm]))
    np.testing.assert_allclose(result.covariance, scatter / 38, rtol=1e-8)


def test_that_compound_symmetry_with_kenward_roger_is_split_plot_anova() -> None:
    data = trial(7, missing=0.0)
    n, t = 40, 3

    table = fit_mmrm("Y ~ ARM * V + cs(V | ID)", data, df_method=LINEAR).type3().set_index("term")

    y = data["Y"].to_numpy().reshape(n, t)
    arm = (data["ARM"].to_numpy().reshape(n, t)[:, 0] == "B").astype(int)
    cells = np.array([y[arm == a].mean(axis=0) for a in (0, 1)])
    whole = y.mean(axis=1)
    arms = np.array([whole[arm == a].mean() for a in (0, 1)])
    between = t * ((whole - arms[arm]) ** 2).sum() / (n - 2)
    inner = y - whole[:, None] - (cells - arms[:, None])[arm]
    within = (inner**2).sum() / ((n - 2) * (t - 1))
    f_arm = t * n / 4 * (arms[1] - arms[0]) ** 2 / between
    visits = y.mean(axis=0)
    f_visit = n * ((visits - y.mean()) ** 2).sum() / (t - 1) / within
    crossed = cells - arms[:, None] - visits + y.mean()
    f_crossed = n / 2 * (crossed**2).sum() / (t - 1) / within
    for term, f, df in [
        ("ARM", f_arm, n - 2),
        ("V", f_visit, (n - 2) * (t - 1)),
        ("ARM:V", f_crossed, (n - 2) * (t - 1)),
    ]:
        assert table.loc[term, "statistic"] == pytest.approx(f, rel=1e-7)
        assert table.loc[term, "den_df"] == pytest.approx(df, rel=1e-6)


def simulate(seed: int, repeats: int, subjects: int) -> np.ndarray:
    """Return p-values and coverage of the last-visit difference under no effect."""
    rng = np.random.default_rng(seed)
    t = 4
    root = np.linalg.cholesky(0.6 * np.eye(t) + 0.4) * np.linspace(1, 1.6, t)[:, None]
    subject = np.repeat(np.arange(subjects), t)
    visit = np.tile(np.arange(t), subjects)
    arm = (subject % 2).astype(float)
    dummies = [(visit == k).astype(float) for k in range(t)]
    x = np.column_stack([*dummies, *[d * arm for d in dummies]])
    last = np.eye(2 * t)[[2 * t - 1]]
    results, start = [], None
    for _ in range(repeats):
        y = (rng.normal(size=(subjects, t)) @ root.T).ravel()
        # Drop-out: monotone, at random times, a fifth of the subjects.
        left = np.where(rng.random(subjects) < 0.2, rng.integers(1, t, subjects), t)
        kept = visit < left[subject]
        fit = fit_arrays(x[kept], y[kept], subject=subject[kept], visit=visit[kept], start=start)
        start = fit.theta
        estimates = Inference(fit, LINEAR, "asymptotic").estimates(last)
        results.append((estimates.p_value[0], estimates.lower[0] <= 0 <= estimates.upper[0]))
    return np.array(results, dtype=float)


@pytest.mark.slow
@pytest.mark.parametrize("subjects", [20, 60])
def test_that_type_one_error_and_coverage_hold(subjects: int) -> None:
    repeats = 1000

    results = simulate(subjects, repeats, subjects)

    # Three standard errors of a proportion near 0.05.
    error = 3 * np.sqrt(0.05 * 0.95 / repeats)
    assert (results[:, 0] < 0.05).mean() == pytest.approx(0.05, abs=error)
    assert results[:, 1].mean() == pytest.approx(0.95, abs=error)

"""Effects in subgroups: against least squares at one visit, and what is left out."""

import numpy as np
import pytest
import statsmodels.formula.api as smf
from scipy import stats

from sjogren_desktop.analyses import catalogue, subgroups
from sjogren_desktop.analyses.subgroup_tables import chance_of_smallest
from sjogren_desktop.results import AnalysisError
from tests.demo_study import demo_study
from tests.studies import MONTHLY, PLACEBO, QUARTERLY, small_study

GIVEN = {"study": "S2", "visits": ("Week 8",), "least": 2}


@pytest.fixture(scope="module")
def study():
    made = small_study(per_arm=24)
    adsl = made.adsl
    adsl["REGION1"] = np.where(adsl["AGE"] % 3 == 0, "A", np.where(adsl["AGE"] % 3 == 1, "B", "C"))
    adsl["AGEGR1"] = np.where(adsl["AGE"] < 50, "<50", np.where(adsl["AGE"] < 60, "50-59", ">59"))
    return made


def run(study, /, **given):
    return catalogue.run(subgroups.SPEC, study, {**GIVEN, **given})


def at_week_8(study):
    scores = study.dataset("ADQS").frame
    mine = scores.loc[(scores["STUDYID"] == "S2") & (scores["AVISIT"] == "Week 8")]
    frame = mine.merge(study.adsl[["USUBJID", "TRT01P", "SEX", "REGION1", "AGEGR1"]])
    arms = {PLACEBO: "a", MONTHLY: "b", QUARTERLY: "c"}
    return frame.assign(T=frame["TRT01P"].map(arms))


def rows(result):
    table = next(t for t in result.tables if t.key == "subgroups")
    return {(r.key["SUBGROUP"], r.key.get("LEVEL")): r.cells for r in table.rows}


def test_that_differences_by_level_are_those_of_least_squares(study):
    found = rows(run(study, factors=("SEX",)))

    fit = smf.ols("CHG ~ C(T) * C(SEX, Treatment('F')) + BASE", at_week_8(study)).fit()
    women = fit.params["C(T)[T.b]"]
    men = women + fit.params["C(T)[T.b]:C(SEX, Treatment('F'))[T.M]"]
    assert found["Sex", "F"][1].stats[0].value == pytest.approx(women, rel=1e-6)
    assert found["Sex", "F"][1].stats[1].value == pytest.approx(fit.bse["C(T)[T.b]"], rel=1e-6)
    assert found["Sex", "M"][1].stats[0].value == pytest.approx(men, rel=1e-6)
    # 24 an arm, every fourth of them a man
    assert [s.value for s in found["Sex", "F"][0].stats] == [18, 18]


def test_that_the_interaction_is_the_f_test_of_its_arm_alone(study):
    found = rows(run(study, factors=("REGION1",)))

    fit = smf.ols("CHG ~ C(T) * C(REGION1) + BASE", at_week_8(study)).fit()
    names = [f"C(T)[T.b]:C(REGION1)[T.{r}]" for r in "BC"]
    test = fit.f_test([[float(n == name) for n in fit.params.index] for name in names])
    assert found["Region", None][3].stats[0].value == pytest.approx(float(test.pvalue), rel=1e-6)


@pytest.mark.parametrize("k", [2, 9, 40])
def test_that_the_chance_of_the_smallest_p_is_that_of_the_first_order_statistic(k):
    # The smallest of k uniform values follows the beta distribution with parameters 1 and k.
    for p in (1e-12, 0.004, 0.05, 0.7, 1.0):
        assert chance_of_smallest(p, k) == pytest.approx(stats.beta.cdf(p, 1, k), rel=1e-10)


def test_that_the_summary_says_how_often_chance_alone_gives_the_smallest_p(study):
    result = run(study, factors=("SEX", "REGION1"), baseline_groups="none")

    found = rows(result)
    p = [found[f, None][i].stats[0].value for f in ("Sex", "Region") for i in (3, 7)]
    by_chance = 100 * (1 - (1 - min(p)) ** 4)
    assert len(p) == 4
    assert (
        f"Chance alone gives one as small among 4 independent tests in {by_chance:.1f}% of trials "
        "without any interaction"
    ) in result.summary


def test_that_one_interaction_test_needs_no_word_on_chance(study):
    one = run(study, factors=("SEX",), baseline_groups="none", arms=(PLACEBO, MONTHLY))

    assert "Smallest interaction p of 1" in one.summary
    assert "Chance alone" not in one.summary


def test_that_the_line_along_the_baseline_is_that_of_least_squares(study):
    result = run(study, factors=(), baseline_groups="none")

    fit = smf.ols("CHG ~ C(T) * BASE", at_week_8(study)).fit()
    slope = next(t for t in result.tables if t.key == "baseline_trend").rows[0]
    assert slope.cells[0].stats[0].value == pytest.approx(fit.params["C(T)[T.b]:BASE"], rel=1e-6)
    assert slope.cells[2].stats[0].value == pytest.approx(fit.pvalues["C(T)[T.b]:BASE"], rel=1e-6)
    line = next(f for f in result.figures if f.key == "baseline_trend").series[0]
    at_first = fit.params["C(T)[T.b]"] + line.x[0] * fit.params["C(T)[T.b]:BASE"]
    assert line.y[0] == pytest.approx(at_first, rel=1e-6)
    base = at_week_8(study)["BASE"]
    assert (line.x[0], line.x[-1]) == pytest.approx((base.quantile(0.05), base.quantile(0.95)))


def test_that_activity_groups_are_cut_at_5_and_14(study):
    found = rows(run(study, factors=()))

    base = at_week_8(study)
    placebo = base.loc[base["TRT01P"] == PLACEBO, "BASE"]
    title = "Baseline ESSDAI total"
    # The scores lie between 5 and 19, so the lowest group is empty.
    assert (title, "< 5") not in found
    assert found[title, "5 to 13"][0].stats[1].value == (placebo < 14).sum()
    assert found[title, ">= 14"][0].stats[1].value == (placebo >= 14).sum()


def test_that_other_scores_are_halved_at_the_median(study):
    found = rows(run(study, factors=(), baseline_groups="median"))

    assert len([k for k in found if k[0] == "Baseline ESSDAI total"]) == 3


def test_that_open_ended_levels_stand_at_the_ends(study):
    found = rows(run(study, factors=("AGEGR1",)))

    assert [k[1] for k in found if k[0] == "Age group"] == [None, "<50", "50-59", ">59"]


def test_that_small_levels_are_left_out_and_named(study):
    result = run(study, factors=("SEX",), least=10)

    assert ("Sex", "M") not in rows(result)
    assert any(n.startswith("Sex: M left out, with fewer than 10") for n in result.notes)


def test_that_a_factor_that_is_a_covariate_stands_in_the_model_once(study):
    result = run(study, factors=("SEX",), covariates=("SEX",))

    assert ("Sex", "M") in rows(result)


def test_that_every_arm_has_a_forest_with_the_interaction_beside_the_factor(study):
    result = run(study, factors=("SEX",))

    forests = [f for f in result.figures if f.key.startswith("subgroups")]
    assert [f.title.split(": ")[1] for f in forests] == [
        f"{MONTHLY} by subgroup",
        f"{QUARTERLY} by subgroup",
    ]
    heading = next(r for r in forests[0].rows if r.label == "Sex")
    assert heading.estimate is None
    assert heading.text.startswith("interaction p = ")


def test_that_nothing_to_compare_is_refused(study):
    with pytest.raises(AnalysisError, match="no subgroup to compare"):
        run(study, factors=(), baseline=False, baseline_groups="none")


@pytest.mark.parametrize("scope", ["NEPTUNUS-1", "Pooled"])
def test_that_the_demonstration_study_is_done_with_its_usual_factors(scope):
    result = catalogue.run(subgroups.SPEC, demo_study(), {"study": scope})

    titles = {k[0] for k in rows(result)}
    assert {"Sex", "Age group", "Region", "Baseline ESSDAI Total Score (0-123)"} <= titles

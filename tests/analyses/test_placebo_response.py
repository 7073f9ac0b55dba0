"""The placebo response: by hand, against statsmodels, and on the demonstration study."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from scipy.stats import linregress
from scipy.stats import t as student

from sjogren_desktop.analyses import catalogue, placebo_response
from sjogren_desktop.analyses.placebo_models import clustering, expected_fall, slope, wang_change
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import Dataset, StudyData
from tests.demo_study import demo_study
from tests.studies import MONTHLY, PLACEBO, QUARTERLY, small_study

# --- models -------------------------------------------------------------------


@pytest.mark.parametrize(("reliability", "fall"), [(0.8, 1.57), (0.6, 3.14), (0.4, 4.71)])
def test_that_regression_to_the_mean_is_the_share_that_does_not_repeat(reliability, fall):
    # (1 - r) x (12.65 - 4.8)
    found = expected_fall(12.65, population_mean=4.8, reliability=reliability)

    assert found == pytest.approx(fall, abs=1e-12)


def test_that_a_correlation_above_one_is_refused():
    with pytest.raises(AnalysisError, match="from 0 to 1"):
        expected_fall(12, population_mean=5, reliability=1.2)


def test_that_the_placebo_curve_follows_the_transcribed_equation():
    # (4.44 + 0.552 x 2.5) x 48 / 60.2 at a baseline of 12.6; 4.44 x 24 / 36.2 at 10.1
    assert wang_change(12.6, np.array([48.0]))[0] == pytest.approx(-5.82 * 48 / 60.2)
    assert wang_change(10.1, np.array([24.0]))[0] == pytest.approx(-4.44 * 24 / 36.2)
    # Half of the maximum after 12.2 weeks, and 0.552 more per point of baseline
    most = wang_change(11.1, np.array([1e9]))[0]
    assert wang_change(11.1, np.array([12.2]))[0] == pytest.approx(most / 2, rel=1e-6)
    assert most == pytest.approx(-4.44 - 0.552, rel=1e-6)


def test_that_slopes_are_those_of_least_squares():
    rng = np.random.default_rng(2)
    x = rng.normal(12, 4, 40)
    y = -0.4 * x + rng.normal(size=40)

    found, expected = slope(x, y, level=0.95), linregress(x, y)

    assert found.slope == pytest.approx(expected.slope, rel=1e-9)
    assert found.at(0) == pytest.approx(expected.intercept, rel=1e-9)
    assert found.correlation == pytest.approx(expected.rvalue, rel=1e-9)
    half = 2.024394 * expected.stderr  # t of 38 degrees of freedom at 0.975, R's qt
    assert found.upper == pytest.approx(expected.slope + half, rel=1e-6)


def clustered(between):
    rng = np.random.default_rng(1)
    unit = np.unique(rng.integers(0, 30, 150), return_inverse=True)[1].astype(np.int64)
    base = rng.normal(12, 4, 150)
    y = between * rng.normal(size=30)[unit] + 5 * rng.normal(size=150) - 0.5 * base
    return y, base, unit


def test_that_the_random_intercept_is_that_of_statsmodels():
    y, base, unit = clustered(2.0)

    found = clustering(y, base, unit)

    frame = pd.DataFrame({"y": y, "base": base, "unit": unit})
    mixed = smf.mixedlm("y ~ base", frame, groups="unit").fit(reml=True)
    # Both searches stop at a flat top: five digits agree.
    assert found.between == pytest.approx(float(mixed.cov_re.iloc[0, 0]), rel=1e-5)
    assert found.within == pytest.approx(mixed.scale, rel=1e-5)
    assert found.icc == pytest.approx(found.between / (found.between + found.within), rel=1e-9)
    assert 0 < found.p_value < 0.05


def test_that_a_difference_between_studies_is_none_between_their_sites():
    y, base, unit = clustered(1.5)
    second = (unit % 2).astype(float)

    found = clustering(y + 20 * second, np.column_stack((base, second)), unit)

    frame = pd.DataFrame({"y": y + 20 * second, "base": base, "second": second, "unit": unit})
    mixed = smf.mixedlm("y ~ base + second", frame, groups="unit").fit(reml=True)
    assert found.between == pytest.approx(float(mixed.cov_re.iloc[0, 0]), rel=1e-5)
    assert found.between < 10  # 100 and more, were the study left out
    assert clustering(y + 20 * second, base, unit).between > 50


def test_that_sites_of_pooled_studies_are_compared_within_their_study():
    pooled = run(small_study(per_arm=24), study="Pooled")
    shifted = small_study(per_arm=24)
    frame = shifted.dataset("ADQS").frame
    frame["CHG"] = frame["CHG"] + 30.0 * (frame["STUDYID"] == "S2")
    again = run(shifted, study="Pooled")

    for one, two in zip(table(pooled, "clusters").rows, table(again, "clusters").rows, strict=True):
        assert two.cells[2].stats[0].value == pytest.approx(one.cells[2].stats[0].value, abs=1e-6)


def test_that_units_alike_have_no_variance_between_them():
    # The same values in every unit: less alike than chance would make subjects of one unit.
    y = np.tile([-4.0, 0.0, 4.0], 10)

    found = clustering(y, None, np.repeat(np.arange(10), 3))

    assert (found.between, found.icc, found.p_value) == (0, 0, 1)
    assert found.within == pytest.approx(np.var(y, ddof=1))


def test_that_two_units_are_too_few():
    with pytest.raises(AnalysisError, match="Fewer than three units"):
        clustering(np.arange(6.0), None, np.repeat([0, 1], 3))


# --- the analysis -----------------------------------------------------------------


def run(study, /, **given):
    return catalogue.run(placebo_response.SPEC, study, {"study": "S2", **given})


def table(result, key):
    return next((t for t in result.tables if t.key == key), None)


def cells(result, key, *labels):
    row = next(r for r in table(result, key).rows if r.labels == labels)
    return [[s.value for s in c.stats] for c in row.cells]


@pytest.fixture(scope="module")
def study():
    made = small_study(per_arm=24)
    made.adsl["SCRESSD"] = 8.0 + np.arange(len(made.adsl)) % 7
    return made


@pytest.fixture(scope="module")
def result(study):
    return run(study)


def at_last(study):
    scores = study.dataset("ADQS").frame
    mine = scores.loc[(scores["STUDYID"] == "S2") & (scores["AVISIT"] == "Week 12")]
    return mine.merge(study.adsl[["USUBJID", "TRT01P"]])


def test_that_it_says_what_the_trial_cannot_tell(result):
    assert result.notes[0].startswith("A parallel-group trial cannot separate natural course")


def test_that_change_within_arms_is_that_of_the_records(study, result):
    frame = at_last(study)
    placebo = frame.loc[frame["TRT01P"] == PLACEBO, "CHG"]

    assert cells(result, "change", "n")[0] == [20]
    assert cells(result, "change", "Change, mean (SD)")[0] == pytest.approx(
        [placebo.mean(), placebo.std()]
    )
    lower = cells(result, "change", "Lower than at baseline, n (%)")[0]
    assert lower == pytest.approx([(placebo < 0).sum(), 100 * (placebo < 0).mean()])


def test_that_instruments_are_ranked_by_their_separation(study, result):
    frame = at_last(study)
    codes = {PLACEBO: "a", MONTHLY: "b", QUARTERLY: "c"}
    fit = smf.ols("CHG ~ C(T) + BASE", frame.assign(T=frame["TRT01P"].map(codes))).fit()
    placebo = frame.loc[frame["TRT01P"] == PLACEBO, "CHG"]

    found = cells(result, "instruments", "ESSDAI total")

    assert found[1][0] == pytest.approx(placebo.mean() / placebo.std(), rel=1e-9)
    assert found[6][0] == pytest.approx(fit.params["C(T)[T.b]"] / fit.mse_resid**0.5, rel=1e-9)
    assert found[7][0] == pytest.approx(fit.pvalues["C(T)[T.b]"], rel=1e-9)


def test_that_the_shift_from_screening_is_before_treatment(study, result):
    scores = study.dataset("ADQS").frame
    base = scores.loc[scores["STUDYID"] == "S2"].drop_duplicates("USUBJID")
    merged = base.merge(study.adsl[["USUBJID", "SCRESSD"]])
    shift = merged["BASE"] - merged["SCRESSD"]

    found = cells(result, "screening", "All arms")

    assert result.options["screening"] == "SCRESSD"
    assert found[0] == [72]
    assert found[3] == pytest.approx([shift.mean(), shift.std()])


def test_that_without_a_screening_value_there_is_no_shift(study):
    assert table(run(study, screening=""), "screening") is None


def test_that_the_chosen_correlation_is_marked_among_the_usual_ones(study):
    labels = [r.labels[0] for r in table(run(study, reliability=0.7), "expected").rows]

    assert labels[2:] == [
        "Regression to the mean, correlation 0.4",
        "Regression to the mean, correlation 0.6",
        "Regression to the mean, correlation 0.8",
        "Regression to the mean, correlation 0.7 (chosen)",
        "Placebo curve of Wang 2021 (second-hand)",
    ]


def renamed(study, code):
    frame = study.dataset("ADQS").frame.assign(PARAMCD=code, PARAM="Other score")
    return StudyData((Dataset("ADSL", "ADSL", study.adsl), Dataset("ADQS", "BDS", frame)))


def test_that_references_for_the_essdai_are_not_shown_for_other_scores(study):
    other = renamed(study, "OTHER")

    result = run(other, parameter="OTHER")

    assert table(result, "expected") is None
    assert {f.key for f in result.figures}.isdisjoint({"threshold"})
    course = next(f for f in result.figures if f.key == "course")
    assert not any("Wang" in s.name for s in course.series)
    given = run(other, parameter="OTHER", population_mean=6.0)
    assert table(given, "expected") is not None


def test_that_a_score_without_change_is_refused(study):
    frame = study.dataset("ADQS").frame.drop(columns="CHG")
    without = StudyData((Dataset("ADSL", "ADSL", study.adsl), Dataset("ADQS", "BDS", frame)))

    with pytest.raises(AnalysisError, match="no change from baseline"):
        run(without)


def test_that_domains_of_the_demonstration_study_add_up_to_the_total():
    result = catalogue.run(placebo_response.SPEC, demo_study(), {"study": "NEPTUNUS-1"})

    domains = table(result, "domains").rows
    change = sum(row.cells[1].stats[0].value for row in domains)
    baseline = sum(row.cells[0].stats[0].value for row in domains)
    assert len(domains) == 12
    assert change == pytest.approx(cells(result, "change", "Change, mean (SD)")[0][0], rel=1e-9)
    assert baseline == pytest.approx(cells(result, "change", "Baseline, mean (SD)")[0][0], rel=1e-9)
    assert result.synthetic


def test_that_items_of_the_esspri_add_up_to_the_score():
    given = {"study": "NEPTUNUS-1", "parameter": "ESSPRI", "instruments": False}
    result = catalogue.run(placebo_response.SPEC, demo_study(), given)

    items = table(result, "domains").rows
    assert [r.labels for r in items] == [("Dryness", "1/3"), ("Fatigue", "1/3"), ("Pain", "1/3")]
    change = sum(row.cells[1].stats[0].value for row in items)
    # Scores are recorded rounded to two decimals or fewer.
    assert change == pytest.approx(cells(result, "change", "Change, mean (SD)")[0][0], abs=0.01)


def test_that_change_is_shown_by_activity_at_baseline():
    result = catalogue.run(
        placebo_response.SPEC, demo_study(), {"study": "NEPTUNUS-1", "instruments": False}
    )

    groups = table(result, "baseline_groups").rows
    assert [r.labels[0] for r in groups] == ["< 5", "5 to 13", ">= 14"]
    frame = demo_study().dataset("ADQS").frame
    frame = frame.loc[(frame["PARAMCD"] == "ESSDAI") & (frame["AVISIT"] == "Week 48")]
    frame = frame.loc[(frame["STUDYID"] == "NEPTUNUS-1") & frame["BASE"].between(5, 13)]
    frame = frame.merge(demo_study().adsl[["USUBJID", "TRT01P"]])
    placebo = frame.loc[(frame["TRT01P"] == "Placebo") & frame["CHG"].notna(), "CHG"]
    n, mean, limits = ([s.value for s in c.stats] for c in groups[1].cells[:3])
    assert n == [len(placebo)]
    assert mean == pytest.approx([placebo.mean(), placebo.std()], rel=1e-9)
    expected = student.interval(0.95, len(placebo) - 1, placebo.mean(), placebo.sem())
    assert limits == pytest.approx(list(expected), rel=1e-9)


def test_that_floor_and_ceiling_are_those_of_the_scale_where_its_name_tells_them(result):
    demo = catalogue.run(
        placebo_response.SPEC, demo_study(), {"study": "NEPTUNUS-1", "instruments": False}
    )

    assert table(demo, "room").rows[2].labels == ("At the highest value possible (123), baseline",)
    assert table(result, "room").rows[2].labels[0].startswith("At the highest value seen")


def test_that_the_histogram_at_the_threshold_is_that_of_screening_too(study, result):
    assert result.summary.endswith("measurement error and expectation.")
    figures = {f.key: f for f in result.figures}
    bars = figures["threshold_screening"]
    place = bars.categories.index("8")
    people = study.adsl.loc[(study.adsl["STUDYID"] == "S2") & (study.adsl["SCRESSD"] == 8)]
    counted = sum(s.x[place] for s in bars.series)
    seen = set(study.dataset("ADQS").frame["USUBJID"])
    assert counted == people["USUBJID"].isin(seen).sum()
    assert "threshold" in figures


def test_that_the_curve_is_a_labelled_line_of_its_own():
    result = catalogue.run(
        placebo_response.SPEC, demo_study(), {"study": "NEPTUNUS-1", "instruments": False}
    )

    course = next(f for f in result.figures if f.key == "course")
    line = course.series[-1]
    assert line.name == "Placebo curve of Wang 2021 (reference line, equation second-hand)"
    # Week 48 at the mean baseline of 12.7
    assert line.y[-1] == pytest.approx(-4.7, abs=0.05)
    assert any("transcribed second-hand" in n for n in result.notes)


def test_that_the_funnel_has_the_sites_and_the_limits_of_their_size():
    result = catalogue.run(placebo_response.SPEC, demo_study(), {"study": "NEPTUNUS-1"})
    figure = next(f for f in result.figures if f.key == "funnel")

    scores, adsl = demo_study().dataset("ADQS").frame, demo_study().adsl
    mine = scores.loc[
        (scores["STUDYID"] == "NEPTUNUS-1")
        & (scores["PARAMCD"] == "ESSDAI")
        & (scores["AVISITN"] == 48)
        & scores["CHG"].notna()
    ].merge(adsl.loc[adsl["TRT01P"] == "Placebo", ["USUBJID"]])
    by_site = mine.groupby("SITEID")["CHG"].agg(["size", "mean"])
    sites, inner, outer = figure.series
    assert np.array(sorted(zip(sites.x, sites.y, strict=True))) == pytest.approx(
        np.array(sorted(by_site.itertuples(index=False, name=None))), rel=1e-9
    )
    # The limits of a site of one: 1.96 and 3.09 standard deviations.
    sd, mean = mine["CHG"].std(), mine["CHG"].mean()
    assert inner.y[0] == pytest.approx(mean - 1.959964 * sd, rel=1e-6)
    assert outer.y[0] == pytest.approx(mean - 3.090232 * sd, rel=1e-6)

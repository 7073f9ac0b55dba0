"""Responders: rules, the handling of missing values, and every comparison by hand."""

import numpy as np
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue, responder_rules, responders
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.cmh import mantel_haenszel_test
from sjogren_desktop.stats.logistic import fit_logistic
from sjogren_desktop.stats.proportions import risk_difference
from sjogren_desktop.stats.proportions_stratified import stratified_difference
from tests.analyses.dropout_study import dropout_study, subject_of
from tests.studies import with_dataset

GIVEN = {"study": "S1", "imputations": 20}


@pytest.fixture(scope="module")
def study():
    return dropout_study()


def run(study, /, **given):
    return catalogue.run(responders.SPEC, study, {**GIVEN, **given})


def rows_of(result):
    return {(r.key["RULE"], r.key["HANDLING"]): r for r in result.tables[0].rows}


def at_week_12(study, name="S1"):
    scores = study.dataset("ADQS").frame
    people = study.adsl[["USUBJID", "TRT01P", "STRAT1", "STUDYID"]]
    people = people.loc[people["STUDYID"] == name]
    mine = scores.loc[scores["AVISITN"] == 12, ["USUBJID", "CHG", "AVAL"]]
    frame = people.merge(mine, on="USUBJID", how="left")
    base = scores.loc[scores["AVISITN"] == 0].set_index("USUBJID")["AVAL"]
    return frame.assign(BASE=frame["USUBJID"].map(base))


def counts(frame, response):
    """Return responders and totals by stratum, active arm first."""
    keys = [frame["TRT01P"], frame["STRAT1"]]
    events = response.groupby(keys).sum().unstack()
    totals = response.groupby(keys).size().unstack()
    return [
        part.loc[arm].to_numpy() for arm in ("Drug monthly", "Placebo") for part in (events, totals)
    ]


@pytest.mark.parametrize(
    ("key", "improvement", "value", "base", "met"),
    [
        ("fall3", [3, 2.9999999999999996, 2], [1, 1, 1], [9, 9, 9], [True, True, False]),
        ("fall5", [5, 4], [1, 1], [9, 9], [True, False]),
        ("below5", [0, 0], [4, 5], [4, 5], [True, False]),
        (
            "fall1or15",
            [1, 0.6, 0.5, 0.0],
            [5, 3.4, 3.5, 0],
            [6, 4, 4, 0],
            [True, True, False, False],
        ),
    ],
)
def test_that_a_rule_is_met_at_its_threshold(key, improvement, value, base, met):
    rules = {r.key: r for r in (*responder_rules.ESSDAI_RULES, *responder_rules.ESSPRI_RULES)}

    found = rules[key].met(*(np.array(v, dtype=float) for v in (improvement, value, base)))

    assert found.tolist() == met


def test_that_missing_values_never_meet_a_rule():
    nan = np.array([np.nan])

    for rule in (*responder_rules.ESSDAI_RULES, *responder_rules.ESSPRI_RULES):
        assert not rule.met(nan, nan, nan).any()


@pytest.mark.parametrize(
    ("parameter", "keys"),
    [
        ("ESSDAI", ["fall3", "fall4", "fall5", "below5", "threshold"]),
        ("ADQS.CLINESSD", ["fall3", "fall4", "fall5", "below5", "threshold"]),
        ("ESSPRI", ["fall1or15", "threshold"]),
        ("PHGA", ["threshold"]),
    ],
)
def test_that_each_score_has_its_rules(parameter, keys):
    assert [r.key for r in responder_rules.rules_for(parameter, 2)] == keys


def test_that_the_default_rules_are_those_of_the_score(study):
    assert {key for key, _ in rows_of(run(study))} == {"fall3", "fall4", "fall5", "below5"}


def test_that_missing_values_count_as_non_response(study):
    row = rows_of(run(study))["fall3", "nri"]

    frame = at_week_12(study)
    response = (frame["CHG"] <= -3).astype(int)
    by_arm = response.groupby(frame["TRT01P"]).sum()
    shown = [[s.value for s in c.stats] for c in row.cells[:2]]
    assert shown[0][:2] == [by_arm["Placebo"], 24]
    assert shown[1] == [
        by_arm["Drug monthly"],
        24,
        pytest.approx(100 * by_arm["Drug monthly"] / 24),
    ]
    assert formats.cell(row.cells[1]).startswith(f"{by_arm['Drug monthly']}/24 (")


def test_that_the_comparison_is_stratified(study):
    row = rows_of(run(study))["fall3", "nri"]

    frame = at_week_12(study)
    cells = counts(frame, (frame["CHG"] <= -3).astype(int))
    score = stratified_difference(*cells, method="miettinen_nurminen")
    newcombe = stratified_difference(*cells, method="newcombe")
    test = mantel_haenszel_test(*cells)
    found = [[s.value for s in c.stats] for c in row.cells[2:]]
    assert found[0] == pytest.approx([100 * v for v in (score.estimate, score.lower, score.upper)])
    assert found[1] == pytest.approx([100 * newcombe.lower, 100 * newcombe.upper])
    assert found[2] == pytest.approx([test.p_value])
    assert found[4][0] == pytest.approx(1 / newcombe.estimate)


def test_that_the_odds_ratio_is_that_of_the_logistic_regression(study):
    row = rows_of(run(study))["fall3", "observed"]

    frame = at_week_12(study).dropna(subset="CHG")
    frame = frame.assign(
        R=(frame["CHG"] <= -3).astype(float), ARM=frame["TRT01P"] == "Drug monthly"
    )
    frame["ARM"] = frame["ARM"].astype(float)
    fit = fit_logistic("R ~ ARM + BASE + STRAT1", frame)
    line = fit.coefficients.loc["ARM"]
    assert row.cells[5].stats[0].value == pytest.approx(np.exp(line["estimate"]), rel=1e-8)
    assert row.cells[5].stats[1].value == pytest.approx(
        np.exp(line["estimate"] - 1.959963984540054 * line["std_error"]), rel=1e-8
    )


def test_that_observed_values_only_leave_out_who_has_none(study):
    row = rows_of(run(study))["fall3", "observed"]

    assert [c.stats[1].value for c in row.cells[:2]] == [19, 20]


def test_that_imputed_shares_lie_between_no_and_every_missing_responder(study):
    rows = rows_of(run(study))

    for arm in (0, 1):
        low = rows["fall3", "nri"].cells[arm].stats[2].value
        missing = 24 - rows["fall3", "observed"].cells[arm].stats[1].value
        share = rows["fall3", "mi"].cells[arm].stats[0].value
        assert low <= share <= low + 100 * missing / 24


def test_that_without_missing_values_imputation_is_the_mantel_haenszel_difference(study):
    scores = study.dataset("ADQS").frame
    seen = scores.loc[scores["AVISITN"] == 12, "USUBJID"]
    people = study.adsl.loc[study.adsl["USUBJID"].isin(set(seen))]
    complete = with_dataset(study, "ADSL", "ADSL", people)

    rows = rows_of(run(complete))

    frame = at_week_12(complete)
    cells = counts(frame, (frame["CHG"] <= -3).astype(int))
    sato = stratified_difference(*cells, method="sato")
    found = [s.value for s in rows["fall3", "mi"].cells[2].stats]
    assert found == pytest.approx([100 * v for v in (sato.estimate, sato.lower, sato.upper)])
    nri, observed = (rows["fall3", h].cells[2] for h in ("nri", "observed"))
    assert nri == observed


def test_that_an_interval_through_infinity_is_written_so(study):
    rows = rows_of(run(study, strata=(), rules=("threshold",), threshold=7))

    through = [
        formats.cell(r.cells[6])
        for r in rows.values()
        if r.cells[3] is not None and r.cells[3].stats[0].value < 0 < r.cells[3].stats[1].value
    ]
    assert through
    assert all("∞" in text for text in through)


def test_that_a_free_threshold_in_the_other_direction_works(study):
    result = run(study, rules=("threshold",), threshold=2, direction="higher")

    row = rows_of(result)["threshold", "nri"]
    frame = at_week_12(study)
    placebo = frame.loc[frame["TRT01P"] == "Placebo", "CHG"]
    assert row.cells[0].stats[0].value == int((placebo >= 2).sum())
    assert row.labels[0] == "Improves by at least 2"


def test_that_higher_is_better_for_scores_known_to_rise(study):
    scores = study.dataset("ADQS").frame.assign(PARAMCD="FACITF")
    rising = with_dataset(study, "ADQS", "BDS", scores)

    assert run(rising).options["direction"] == "higher"


def test_that_composite_events_are_no_response(study):
    plain = rows_of(run(study))["fall3", "observed"]
    strict = rows_of(run(study, event_stopped="composite"))["fall3", "observed"]

    # The four of each arm that stopped now count, as non-responders.
    for arm, more in ((0, 4), (1, 4)):
        assert strict.cells[arm].stats[1].value == plain.cells[arm].stats[1].value + more
        assert strict.cells[arm].stats[0].value == plain.cells[arm].stats[0].value


def test_that_pooled_studies_are_strata(study):
    result = run(study, study="Pooled")

    assert dict(result.method)["Strata"] == "STUDYID, STRAT1"


def test_that_the_distribution_falls_and_its_difference_has_limits(study):
    share, gap = run(study).figures

    frame = at_week_12(study)
    for series in share.series:
        assert list(series.y) == sorted(series.y, reverse=True)
        mine = frame.loc[frame["TRT01P"] == series.name, "CHG"]
        x = series.x[3]
        assert series.y[3] == pytest.approx(100 * (-mine >= x).sum() / 24)
    (difference,) = gap.series
    events = [round(s.y[3] * 24 / 100) for s in share.series]
    wanted = risk_difference(events[1], 24, events[0], 24, method="newcombe")
    assert difference.lower[3] == pytest.approx(100 * wanted.lower)


def test_that_many_thresholds_are_thinned():
    study = dropout_study(per_arm=60)
    scores = study.dataset("ADQS").frame.copy()
    noise = np.random.default_rng(1).normal(size=len(scores))
    scores["CHG"] = scores["CHG"] + noise
    fine = with_dataset(study, "ADQS", "BDS", scores)

    assert len(run(fine).figures[0].series[0].x) <= 40


def test_that_nobody_responding_leaves_ratios_not_estimable(study):
    row = rows_of(run(study, rules=("threshold",), threshold=500))["threshold", "nri"]

    assert row.cells[5] is None
    assert row.cells[0].stats[0].value == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda s: s.drop(columns="CHG"), "has no change from baseline"),
        (lambda s: s.assign(BASE=np.nan), "has no baseline value"),
    ],
)
def test_that_a_score_without_change_or_baseline_is_refused(study, change, sentence):
    other = with_dataset(study, "ADQS", "BDS", change(study.dataset("ADQS").frame))

    with pytest.raises(AnalysisError, match=sentence):
        run(other)


def test_that_no_rule_is_an_error(study):
    with pytest.raises(AnalysisError, match="No rule of response is chosen"):
        run(study, rules=())


def test_that_a_subject_without_values_is_a_non_responder(study):
    scores = study.dataset("ADQS").frame
    gone = (scores["USUBJID"] == subject_of(1, 0)) & (scores["AVISITN"] > 0)
    less = with_dataset(study, "ADQS", "BDS", scores.loc[~gone])

    assert rows_of(run(less))["fall3", "nri"].cells[1].stats[1].value == 24


def test_that_unplanned_visits_do_not_enter_the_imputation(study):
    scores = study.dataset("ADQS").frame
    doubled = scores.loc[scores.index.append(scores.index[scores["AVISITN"] == 4][:3])]
    extra = np.arange(len(doubled)) >= len(scores)
    doubled = doubled.assign(
        AVISIT=doubled["AVISIT"].where(~extra, "Unscheduled 4.1"),
        AVISITN=doubled["AVISITN"].where(~extra, 4.1),
    )
    more = with_dataset(study, "ADQS", "BDS", doubled.reset_index(drop=True))

    plain, beside = run(study), run(more)

    assert any(note.startswith("Unscheduled 4.1: unplanned") for note in beside.notes)
    assert [
        [stat.value for _, _, stat in result.tables[0].numbers()] for result in (plain, beside)
    ] == [[stat.value for _, _, stat in plain.tables[0].numbers()]] * 2

"""The sensitivity table: every row against the analysis it stands for."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue, sensitivity
from sjogren_desktop.analyses.course import course, trial_of
from sjogren_desktop.analyses.event_finders import KINDS
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.results import AnalysisError, Cancelled
from sjogren_desktop.stats.imputation import analyse_ancova, impute, jackknife, pool
from tests.analyses.dropout_study import dropout_study, subject_of
from tests.studies import small_study, with_dataset

GIVEN = {"study": "S1", "imputations": 50}


@pytest.fixture(scope="module")
def study():
    return dropout_study()


def run(study, /, **given):
    return catalogue.run(sensitivity.SPEC, study, {**GIVEN, **given})


def rows_of(result, key="sensitivity"):
    table = next(t for t in result.tables if t.key == key)
    return {row.key.get("ASSUMPTION", row.labels[0]): row for row in table.rows}


def estimate(row):
    return row.cells[0].stats[0].value


def test_that_all_assumptions_stand_side_by_side(study):
    result = run(study)

    assert list(rows_of(result)) == list(sensitivity.ASSUMPTIONS)
    assert len(result.figures[0].rows) == 11
    assert result.summary.startswith("Change from baseline in ESSDAI total. Week 12, Drug monthly")


def test_that_observed_values_give_the_ancova(study):
    result = run(study, assumptions=("OBSERVED",))
    wanted = catalogue.run(catalogue.find("ancova_visit"), study, {"study": "S1"})

    differences = next(t for t in wanted.tables if t.key == "differences")
    ours, theirs = rows_of(result)["OBSERVED"].cells, differences.rows[0].cells
    assert [s.value for s in ours[0].stats] == pytest.approx(
        [s.value for s in theirs[0].stats[:2]], rel=1e-10
    )
    assert ours[3].stats[0].value == pytest.approx(theirs[3].stats[0].value, rel=1e-10)


def test_that_the_mixed_model_is_that_of_the_main_analysis(study):
    result = run(study, assumptions=("MMRM",))
    wanted = catalogue.run(catalogue.find("mmrm_change"), study, {"study": "S1"})

    differences = next(t for t in wanted.tables if t.key == "differences")
    line = next(r for r in differences.rows if r.labels == ("Week 12",))
    assert estimate(rows_of(result)["MMRM"]) == pytest.approx(estimate(line), rel=1e-8)


@pytest.mark.parametrize("assumption", ["MAR", "JR", "CIR"])
def test_that_imputed_rows_are_the_pooled_analyses(study, assumption):
    result = run(study, assumptions=(assumption,), method="jackknife")

    values = resolve(sensitivity.SPEC.options, study, GIVEN)
    trial = trial_of(course(study, values), strategy=assumption)
    pooled = pool(analyse_ancova(impute(trial, jackknife(trial)), "CHG ~ TRTP + BASE"))
    line = pooled.loc[(pooled["quantity"] == "difference") & (pooled["visit"] == "Week 12")].iloc[0]
    cells = rows_of(result)[assumption].cells
    assert cells[0].stats[0].value == pytest.approx(line["estimate"], rel=1e-10)
    assert cells[0].stats[1].value == pytest.approx(line["std_error"], rel=1e-10)
    assert cells[2] is None  # normal limits have no degrees of freedom


@pytest.mark.parametrize("method", ["bayes", "approximate", "bmlmi"])
def test_that_random_methods_agree_with_the_deterministic_one(study, method):
    exact = rows_of(run(study, assumptions=("MAR",), method="jackknife"))["MAR"]
    found = rows_of(run(study, assumptions=("MAR",), method=method, imputations=200))["MAR"]

    error = found.cells[4].stats[0].value
    assert 0 < error < 0.1
    # Bootstrap fits of so small a trial have a bias of their own, hence the floor.
    assert estimate(found) == pytest.approx(estimate(exact), abs=4 * error + 0.02)


def test_that_a_seed_repeats_the_result(study):
    first, again = (run(study, assumptions=("JR",)) for _ in range(2))
    other = run(study, assumptions=("JR",), seed=5)

    assert first == again
    assert estimate(rows_of(first)["JR"]) != estimate(rows_of(other)["JR"])


def test_that_every_table_says_its_estimand(study):
    result = run(study, assumptions=("JR",), event_rescue="hypothetical")

    line = result.tables[0].footnotes[0]
    for part in (
        "Population: Full analysis set",
        "Treatment: Drug monthly against Placebo",
        "Variable: Change from baseline in ESSDAI total at Week 12",
        "rescue medication: hypothetical",
        "Summary: difference of adjusted means",
    ):
        assert part in line


def test_that_rows_by_strategy_are_the_imputed_row_with_that_strategy_chosen(study):
    rows = rows_of(run(study, assumptions=("policy", "hypothetical", "composite", "while")))

    for name in rows:
        given = {f"event_{k.key}": name for k in KINDS}
        alone = rows_of(run(study, assumptions=("MAR",), **given))["MAR"]
        assert estimate(rows[name]) == estimate(alone)
    assert len({estimate(row) for row in rows.values()}) == 4


def test_that_each_strategy_has_its_estimand_line(study):
    notes = run(study, assumptions=("JR", "composite")).tables[0].footnotes

    assert (
        "Estimand of 'All events: composite (MAR)': the same, but for every intercurrent event "
        "the strategy composite." in notes
    )


def test_that_without_dated_events_no_rows_by_strategy_are_shown():
    result = catalogue.run(sensitivity.SPEC, small_study(), {**GIVEN, "imputations": 10})

    assert "composite" not in rows_of(result)
    assert any("No intercurrent event with a date" in note for note in result.notes)


@pytest.mark.parametrize("strategy", ["policy", "composite", "while", "hypothetical"])
def test_that_observed_values_are_the_ancova_under_every_strategy(study, strategy):
    # Two ways to the same records: the grid that is imputed, and what a model without
    # imputation sees.
    given = {f"event_{k.key}": strategy for k in KINDS}
    ours = rows_of(run(study, assumptions=("OBSERVED",), **given))["OBSERVED"]
    wanted = catalogue.run(catalogue.find("ancova_visit"), study, {"study": "S1", **given})

    differences = next(t for t in wanted.tables if t.key == "differences")
    assert estimate(ours) == pytest.approx(estimate(differences.rows[0]), rel=1e-10)


def test_that_imputed_values_are_counted_by_arm(study):
    counts = rows_of(run(study, assumptions=("OBSERVED",)), "imputed")

    # Four of each arm left, and one of placebo died before week 12.
    shown = {label: [c.stats[0].value for c in row.cells] for label, row in counts.items()}
    assert shown == {
        "Subjects analysed": [24, 24],
        "With a value that counts": [19, 20],
        "Imputed": [5, 4],
        "Imputed without any value": [0, 0],
    }


def test_that_pooled_studies_have_the_study_in_the_model(study):
    result = run(study, study="Pooled", assumptions=("OBSERVED", "MAR"))

    assert dict(result.method)["Analysis"].endswith("CHG ~ TRTP + BASE + STUDYID")


def test_that_three_arms_are_each_compared_with_the_reference(study):
    result = run(study, study="S2", assumptions=("JR",))

    heads = {c.key["ARM"] for c in result.tables[0].columns}
    assert heads == {"Drug monthly", "Drug every 3 months"}
    assert [f.title.rpartition(": ")[2] for f in result.figures] == [
        "Drug monthly under every assumption",
        "Drug every 3 months under every assumption",
    ]


def test_that_one_visit_after_baseline_works(study):
    scores = study.dataset("ADQS").frame
    one = with_dataset(study, "ADQS", "BDS", scores.loc[scores["AVISITN"].isin([0, 12])])

    result = run(one)

    rows = rows_of(result)
    assert estimate(rows["MMRM"]) == pytest.approx(estimate(rows["OBSERVED"]), rel=1e-8)
    assert "9 subjects without any value" in " ".join(result.notes)
    assert list(rows) == list(sensitivity.ASSUMPTIONS)


def test_that_a_subject_without_values_counts_with_its_baseline(study):
    scores = study.dataset("ADQS").frame
    gone = (scores["USUBJID"] == subject_of(1, 0)) & (scores["AVISITN"] > 0)
    less = with_dataset(study, "ADQS", "BDS", scores.loc[~gone])

    counts = rows_of(run(less, assumptions=("OBSERVED",)), "imputed")

    assert [c.stats[0].value for c in counts["Imputed without any value"].cells] == [0, 1]


def test_that_subjects_without_a_covariate_are_left_out_and_said(study):
    people = study.adsl.copy()
    people.loc[people["USUBJID"] == subject_of(1, 0), "AGE"] = np.nan
    less = with_dataset(study, "ADSL", "ADSL", people)

    result = run(less, assumptions=("MAR",), covariates=("AGE",))

    assert "1 subjects without a value of AGE, BASE are left out." in result.notes


def test_that_no_assumption_is_an_error(study):
    with pytest.raises(AnalysisError, match="No assumption is chosen"):
        run(study, assumptions=())


def test_that_cancelling_stops_the_draws(study):
    said = []

    def progress(fraction, message):
        said.append(message)
        if message == "Fitting the imputation model" and fraction > 0.15:
            raise Cancelled

    with pytest.raises(Cancelled):
        catalogue.run(sensitivity.SPEC, study, {**GIVEN, "imputations": 5000}, progress)
    assert said[0] == "Selecting records"


def test_that_a_visit_lost_by_population_is_an_error(study):
    scores = study.dataset("ADQS").frame.copy()
    people = study.adsl.assign(PPROTFL=np.where(study.adsl["STUDYID"] == "S1", "Y", "N"))
    lost = (scores["STUDYID"] == "S1") & (scores["AVISITN"] == 12)
    other = with_dataset(study, "ADQS", "BDS", scores.loc[~lost])
    other = with_dataset(other, "ADSL", "ADSL", pd.DataFrame(people))

    with pytest.raises(AnalysisError, match="No value of ESSDAI total is left at Week 12"):
        run(other, study="Pooled", visit="Week 12", population="PPROTFL")

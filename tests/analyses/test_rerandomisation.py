"""The re-randomisation test of an endpoint: who is compared, within which strata."""

import pytest

from sjogren_desktop.analyses import catalogue, rerandomisation
from sjogren_desktop.results import Cancelled
from sjogren_desktop.stats.ancova import fit_ancova
from tests.analyses.dropout_study import dropout_study

GIVEN = {"study": "S1", "permutations": 2000}


@pytest.fixture(scope="module")
def study():
    return dropout_study()


def run(study, /, **given):
    return catalogue.run(rerandomisation.SPEC, study, {**GIVEN, **given})


def test_that_difference_and_statistic_are_those_of_the_ancova(study):
    result = run(study)

    scores = study.dataset("ADQS").frame
    mine = scores.loc[(scores["STUDYID"] == "S1") & (scores["AVISITN"] == 12)]
    frame = mine.merge(study.adsl[["USUBJID", "TRT01P", "STRAT1"]], on="USUBJID")
    frame["ACTIVE"] = (frame["TRT01P"] == "Drug monthly").astype(float)
    line = fit_ancova("CHG ~ ACTIVE + BASE + STRAT1", frame).coefficients.loc["ACTIVE"]
    subjects, estimate, statistic, p, error, by_model = (
        c.stats[0].value for c in result.tables[0].rows[0].cells
    )
    assert subjects == 39
    assert estimate == pytest.approx(line["estimate"], rel=1e-9)
    assert statistic == pytest.approx(line["statistic"], rel=1e-9)
    assert by_model == pytest.approx(line["p_value"], rel=1e-9)
    assert p == pytest.approx(by_model, abs=4 * error + 0.005)


def test_that_the_strata_are_named_with_the_study_where_pooled(study):
    assert dict(run(study).method)["Strata"] == "STRAT1"
    assert dict(run(study, study="Pooled").method)["Strata"] == "STUDYID, STRAT1"
    assert dict(run(study, strata=()).method)["Strata"] == "none"


def test_that_each_arm_is_compared_with_the_reference_alone(study):
    result = run(study, study="S2")

    rows = result.tables[0].rows
    assert [r.labels[0] for r in rows] == [
        "Drug monthly minus Placebo",
        "Drug every 3 months minus Placebo",
    ]
    assert [r.cells[0].stats[0].value for r in rows] == [40, 40]
    assert "by re-randomisation, p " in result.summary


def test_that_without_a_baseline_nothing_is_adjusted_for(study):
    assert dict(run(study, baseline=False, strata=()).method)["Adjusted for"] == "nothing"


def test_that_it_can_be_cancelled(study):
    def progress(fraction, message):
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        catalogue.run(rerandomisation.SPEC, study, {**GIVEN, "permutations": 50_000}, progress)

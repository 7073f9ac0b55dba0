"""Leaving countries, sites and subjects out of studies: against the study's own analysis."""

import numpy as np
import pytest
from scipy.stats import nct, t

from sjogren_desktop.analyses import catalogue, mmrm_change, robustness
from sjogren_desktop.results import Cancelled
from sjogren_desktop.study.data import Dataset, StudyData
from tests.demo_study import demo_study
from tests.studies import MONTHLY, QUARTERLY, small_study

GIVEN = {"study": "S1"}


def with_countries(study):
    adsl = study.adsl.copy()
    adsl["COUNTRY"] = np.where(adsl["AGE"] % 2 == 0, "AAA", "BBB")
    return StudyData((Dataset("ADSL", "ADSL", adsl), study.dataset("ADQS")))


@pytest.fixture(scope="module")
def study():
    return with_countries(small_study(per_arm=20))


@pytest.fixture(scope="module")
def result(study):
    return catalogue.run(robustness.SPEC, study, GIVEN)


def without(study, subjects):
    """Return estimate and p value of the last visit without these subjects."""
    adsl = study.adsl.loc[~study.adsl["USUBJID"].isin(subjects)]
    reduced = StudyData((Dataset("ADSL", "ADSL", adsl), study.dataset("ADQS")))
    alone = catalogue.run(mmrm_change.SPEC, reduced, GIVEN)
    cells = next(x for x in alone.tables if x.key == "differences").rows[-1].cells
    return cells[0].stats[0].value, cells[3].stats[0].value


def table(result, key):
    return next(x for x in result.tables if x.key == key)


def measure(result, start):
    return next(r for r in table(result, "closeness").rows if r.labels[0].startswith(start)).cells


def test_that_a_country_left_out_gives_the_result_of_the_others(study, result):
    members = study.adsl.loc[study.adsl["COUNTRY"] == "BBB", "USUBJID"]

    row = next(r for r in table(result, "countries").rows if r.labels == ("BBB",))

    estimate, p = without(study, members)
    assert row.cells[0].stats[0].value == 20
    assert row.cells[1].stats[0].value == pytest.approx(estimate, rel=1e-6)
    # Degrees of freedom come from derivatives at the optimum, where two searches stop apart.
    assert row.cells[3].stats[0].value == pytest.approx(p, rel=1e-4)


def test_that_the_most_influential_subjects_are_found_by_brute_force(study, result):
    mine = list(study.adsl.loc[study.adsl["STUDYID"] == "S1", "USUBJID"])
    p = {s: without(study, [s])[1] for s in mine}

    rows = [r for r in table(result, "influence_1").rows if r.labels[0] == "Subject"]

    ordered = sorted(mine, key=p.get)
    assert [r.labels[1] for r in rows] == [*ordered[:5], *ordered[-5:]]
    assert [r.cells[4].stats[0].value for r in rows] == pytest.approx(
        [p[r.labels[1]] for r in rows], rel=1e-4
    )


def test_that_units_that_turn_the_decision_are_counted(study):
    mine = list(study.adsl.loc[study.adsl["STUDYID"] == "S1", "USUBJID"])
    p = {s: without(study, [s])[1] for s in mine}
    # A level between the p values without one subject, so that some of them cross it.
    whole = without(study, [])[1]
    alpha = float(np.median(list(p.values())))
    given = {**GIVEN, "alpha": min(max(alpha, 0.001), 0.2)}

    result = catalogue.run(robustness.SPEC, study, given)

    expected = sum((x <= given["alpha"]) != (whole <= given["alpha"]) for x in p.values())
    cells = measure(result, "Subjects without which the decision is another, of 40")
    assert cells[0].stats[0].value == expected


def weak(study):
    """Return the study with half of the effect, so that p is near the level."""
    frame = study.dataset("ADQS").frame.copy()
    arm = study.adsl.set_index("USUBJID")["TRT01P"]
    active = frame["USUBJID"].map(arm) == MONTHLY
    frame.loc[active, "CHG"] += 0.5
    frame.loc[active, "AVAL"] += 0.5
    return StudyData((study.datasets[0], Dataset("ADQS", "BDS", frame)))


def test_that_the_fewest_subjects_turn_the_decision_and_one_fewer_does_not(study):
    near = weak(study)
    result = catalogue.run(robustness.SPEC, near, {**GIVEN, "alpha": 0.2})

    number = measure(result, "Fewest subjects")[0].stats[0].value
    estimate = measure(result, "Difference without them")[0].stats[0].value
    p = {s: without(near, [s]) for s in near.adsl.loc[near.adsl["STUDYID"] == "S1", "USUBJID"]}
    whole = without(near, [])
    significant = whole[1] <= 0.2
    # t moves with p within one trial, so the order by p is the order of influence.
    order = sorted(p, key=lambda s: p[s][1], reverse=significant)
    assert (without(near, order[:number])[1] <= 0.2) != significant
    assert (without(near, order[: number - 1])[1] <= 0.2) == significant
    assert estimate == pytest.approx(without(near, order[:number])[0], rel=1e-6)


def test_that_the_chance_to_repeat_is_the_tail_of_the_noncentral_t(study, result):
    alone = catalogue.run(mmrm_change.SPEC, study, GIVEN)
    cells = next(x for x in alone.tables if x.key == "differences").rows[-1].cells
    (estimate, error), df = (s.value for s in cells[0].stats), cells[2].stats[0].value

    chance = nct.sf(t.ppf(0.975, df), df, abs(estimate / error))

    assert measure(result, "Chance")[0].stats[0].value == pytest.approx(100 * chance, rel=1e-6)


def test_that_missing_countries_are_said(study):
    adsl = study.adsl.drop(columns="COUNTRY")
    result = catalogue.run(
        robustness.SPEC, StudyData((Dataset("ADSL", "ADSL", adsl), study.dataset("ADQS"))), GIVEN
    )

    assert "The subject-level data set tells no country (COUNTRY)." in result.notes
    assert [x.key for x in result.tables] == ["closeness", "influence_1"]


def test_that_sites_of_two_studies_are_told_apart(study):
    result = catalogue.run(robustness.SPEC, study, {"study": "Pooled"})

    # Sites 0, 1 and 2 in each of two studies.
    assert measure(result, "Sites without which the decision is another, of 6")


def test_that_every_arm_is_done(study):
    result = catalogue.run(robustness.SPEC, study, {"study": "S2"})

    assert [c.key["ARM"] for c in table(result, "closeness").columns] == [MONTHLY, QUARTERLY]
    assert len(result.figures) == 4


def test_that_it_can_be_cancelled(study):
    def progress(fraction, message):
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        catalogue.run(robustness.SPEC, study, GIVEN, progress)


def test_that_p_of_bootstrap_samples_is_summed_up(study):
    result = catalogue.run(robustness.SPEC, study, {**GIVEN, "samples": 20, "seed": 5})
    again = catalogue.run(robustness.SPEC, study, {**GIVEN, "samples": 20, "seed": 5})

    share = measure(result, "Bootstrap: samples with p")[0].stats[0].value
    assert (share / 5) == pytest.approx(round(share / 5), abs=1e-9)  # 20 samples, 5 % each
    median, low, high = (s.value for s in measure(result, "Bootstrap: p value")[0].stats)
    assert low <= median <= high
    assert (share >= 50) == (median <= GIVEN.get("alpha", 0.05))
    assert result.tables == again.tables


def test_that_the_bootstrap_can_be_left_out(study):
    result = catalogue.run(robustness.SPEC, study, {**GIVEN, "samples": 0})

    assert not [r for r in table(result, "closeness").rows if r.labels[0].startswith("Boot")]


def test_that_the_demonstration_study_is_near_the_level():
    result = catalogue.run(robustness.SPEC, demo_study(), {"study": "NEPTUNUS-1"})

    # The synthetic study was calibrated to the published p of 0.0496.
    assert measure(result, "Fewest subjects")[0].stats[0].value == 1
    assert 48 < measure(result, "Chance")[0].stats[0].value < 53

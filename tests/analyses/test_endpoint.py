"""The selection of records: what is kept, counted and refused."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses.endpoint import select
from sjogren_desktop.analyses.endpoint_options import VISITS
from sjogren_desktop.analyses.mmrm_change import OPTIONS
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.analyses.subjects import control_arm, subjects
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.treatment import ALL_PATIENTS
from tests.studies import MONTHLY, PLACEBO, QUARTERLY, small_study, with_dataset


def chosen(data, **given):
    values = resolve(OPTIONS, data, given)
    return select(data, values, visits=values["visits"])


def edited(change):
    """Return the small study after an edit of its score records."""
    study = small_study()
    frame = study.dataset("ADQS").frame.copy()
    frame = change(frame)
    return with_dataset(study, "ADQS", "BDS", frame)


def test_that_records_after_baseline_of_the_chosen_study_are_kept():
    endpoint = chosen(small_study())

    # 2 arms x 12 subjects x 3 visits, two subjects an arm without Week 12
    assert len(endpoint.frame) == 2 * (12 * 3 - 2)
    assert endpoint.counts == {PLACEBO: 12, MONTHLY: 12}
    assert endpoint.decimals == 0


def test_that_the_reference_arm_comes_first_whatever_the_order_of_codes():
    endpoint = chosen(small_study(), reference=MONTHLY)

    assert endpoint.arms == (MONTHLY, PLACEBO)
    assert endpoint.styles == {MONTHLY: 1, PLACEBO: 0}


def test_that_pooling_adds_the_study_as_a_factor():
    assert chosen(small_study(), study="Pooled").factors == ("STUDYID",)
    assert chosen(small_study()).factors == ()


def test_that_population_takes_subjects_out():
    endpoint = chosen(small_study(), population="SAFFL")

    assert endpoint.counts == {PLACEBO: 11, MONTHLY: 11}
    assert endpoint.frame["USUBJID"].nunique() == 22


def test_that_missing_responses_are_counted():
    def blank(frame):
        frame.loc[(frame["STUDYID"] == "S1") & (frame["AVISIT"] == "Week 4"), "CHG"] = np.nan
        frame.loc[1, "CHG"] = -1.0
        return frame

    endpoint = chosen(edited(blank), visits=("Week 4", "Week 8", "Week 12"))

    assert endpoint.notes == ("23 records without a value of CHG are left out.",)


def test_that_repeated_records_at_a_visit_are_refused():
    def repeat(frame):
        import pandas as pd

        return pd.concat([frame, frame.iloc[[1]]], ignore_index=True)

    with pytest.raises(AnalysisError, match="1 records of ESSDAI total repeat a subject"):
        chosen(edited(repeat))


def test_that_imputed_records_are_left_out_unless_chosen():
    def impute(frame):
        frame["DTYPE"] = None
        frame.loc[frame["AVISIT"] == "Week 8", "DTYPE"] = "LOCF"
        return frame

    observed = chosen(edited(impute), visits=("Week 4",))
    carried = chosen(edited(impute), records="flagged-imputed")

    assert set(observed.frame["AVISIT"]) == {"Week 4"}
    assert set(carried.frame["AVISIT"]) == {"Week 4", "Week 8", "Week 12"}


def test_that_an_arm_with_one_subject_is_named():
    def thin(frame):
        other = frame["USUBJID"].str.startswith("S1-1") & (frame["USUBJID"] != "S1-1000")
        return frame.loc[~other]

    with pytest.raises(AnalysisError, match=r"Too few subjects .* Drug monthly \(1\)"):
        chosen(edited(thin))


def test_that_a_single_arm_is_refused():
    with pytest.raises(AnalysisError, match="at least two treatment arms"):
        chosen(small_study(), arms=(PLACEBO,))


def test_that_a_study_without_baseline_values_runs_unadjusted_and_says_so():
    endpoint = chosen(edited(lambda f: f.drop(columns="BASE")))

    assert not endpoint.baseline
    assert endpoint.notes == ("The data hold no baseline value, so none is adjusted for.",)


def test_that_subject_numbers_shared_by_two_studies_stay_two_subjects():
    study = small_study()
    same = {name: study.dataset(name).frame.copy() for name in ("ADSL", "ADQS")}
    for frame in same.values():
        frame["USUBJID"] = frame["USUBJID"].str.replace("S2-", "S1-")
    study = with_dataset(study, "ADQS", "BDS", same["ADQS"])
    study = with_dataset(study, "ADSL", "ADSL", same["ADSL"])

    endpoint = chosen(study, study="Pooled")

    assert endpoint.counts == {PLACEBO: 24, MONTHLY: 24}
    assert endpoint.frame["USUBJID"].nunique() == 48


def test_that_covariates_come_from_the_subject_level():
    endpoint = chosen(small_study(), covariates=("SEX", "AGE"), study="S2")

    assert endpoint.factors == ("SEX", "AGE")
    assert set(endpoint.frame["SEX"]) == {"F", "M"}
    assert endpoint.arms == (PLACEBO, MONTHLY, QUARTERLY)


def test_that_an_empty_treatment_variable_is_passed_over():
    study = small_study()
    people = study.dataset("ADSL").frame.assign(TRT01A=None)

    found = subjects(with_dataset(study, "ADSL", "ADSL", people), actual=True)

    assert set(found["ARM"]) == {PLACEBO, MONTHLY, QUARTERLY}


def test_that_the_patients_of_a_study_without_any_arm_are_one_group():
    study = small_study()
    people = study.dataset("ADSL").frame.assign(TRT01A=None, TRT01P=None)

    found = subjects(with_dataset(study, "ADSL", "ADSL", people))

    assert len(found) == len(people)
    assert set(found["ARM"]) == {ALL_PATIENTS}


def test_that_doses_are_no_endpoint_and_laboratory_values_only_the_second_choice():
    scores = small_study().dataset("ADQS").frame

    def default(*names):
        data = small_study()
        for name in names:
            code = {"PARAMCD": f"{name}P", "PARAM": name}
            data = with_dataset(data, name, "BDS", scores.assign(**code))
        data = replace(data, datasets=tuple(d for d in data.datasets if d.name != "ADQS"))
        return resolve(OPTIONS, data, {})["parameter"]

    assert default("ADEX", "ADLB") == "ADLBP"
    assert default("ADEX", "ADLB", "ADEFF") == "ADEFFP"
    assert default("ADEX") == "ADEXP"


def test_that_visits_of_few_subjects_are_not_ticked_at_first():
    def few_at_week_4(frame):
        scores = (frame["STUDYID"] == "S1") & (frame["AVISIT"] == "Week 4")
        return frame.loc[~scores | frame["USUBJID"].isin(["S1-0001", "S1-1001"])]

    data = edited(few_at_week_4)
    values = resolve(OPTIONS, data, {})

    assert "Week 4" not in values["visits"]
    assert len(values["visits"]) == 2
    assert "Week 4" in [i.value for i in VISITS.items(data, values)]


def test_that_the_first_of_several_treatment_periods_is_taken_where_they_repeat_visits():
    def two_periods(frame):
        return pd.concat([frame.assign(APERIOD=1.0), frame.assign(APERIOD=2.0)])

    found = chosen(edited(two_periods))

    assert len(found.frame) == len(chosen(small_study()).frame)
    assert "analysed are the records with APERIOD = 1." in found.notes[0]


@pytest.mark.parametrize(
    ("arms", "control"),
    [
        (["Comparator", "PBO", "XAN 54 mg"], "PBO"),
        (["Active", "Vehicle"], "Vehicle"),
        (["Comparator", "Drug"], "Comparator"),
        (["Drug controlled release", "Kontrolle"], "Kontrolle"),
        (["Active control", "Placebo"], "Placebo"),
        (["B", "A"], "B"),
    ],
)
def test_that_the_control_is_found_by_the_names_it_usually_has(arms, control):
    assert control_arm(arms) == control

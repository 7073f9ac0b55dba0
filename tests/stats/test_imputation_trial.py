"""Laying out data for imputation: the grid, the events, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation import impute, jackknife
from tests.stats.imputation_data import small_trial, small_trial_frame


def test_that_absent_rows_are_missing_values_with_the_subjects_covariates():
    frame = small_trial_frame()
    observed = frame.dropna(subset="CHG").sample(frac=1, random_state=1)

    full, sparse = small_trial(frame), small_trial(observed)

    np.testing.assert_array_equal(full.response, sparse.response)
    np.testing.assert_array_equal(full.own_design, sparse.own_design)
    assert sparse.n_subjects == 60
    assert sparse.n_visits == 3


def test_that_the_event_is_by_default_the_start_of_the_last_run_of_missing_visits():
    frame = small_trial_frame()
    trial = small_trial(frame)
    wide = ~np.isnan(trial.response)

    for row, before in zip(wide, trial.before_event, strict=True):
        last = max(np.flatnonzero(row), default=-1)
        np.testing.assert_array_equal(before, np.arange(3) <= last)


def test_that_the_reference_design_only_exchanges_the_arm():
    trial = small_trial()
    drug = trial.arm == 1

    np.testing.assert_array_equal(trial.own_design[~drug], trial.reference_design[~drug])
    assert (trial.own_design[drug] != trial.reference_design[drug]).any()
    assert not trial.reference_design[drug][:, :, trial.names.index("ARMDrug")].any()


def test_that_a_mapping_gives_each_arm_its_reference():
    trial = small_trial(reference={"Drug": "Placebo"})

    np.testing.assert_array_equal(trial.reference, np.zeros(60))


def test_that_values_after_an_event_leave_the_model_unless_missing_at_random_is_assumed():
    events = {"D00": "V2"}

    jump = small_trial(events=events, strategy="JR")
    random = jump.with_strategy("MAR")

    at = jump.subjects.index("D00")
    assert jump.in_model[at].tolist() == [True, False, False]
    assert random.in_model[at].tolist() == [True, True, True]


def test_that_an_observed_value_after_an_event_is_kept_in_the_analysis():
    trial = small_trial(events={"D00": "V2"}, strategy="JR")

    imputed = impute(trial, jackknife(trial))

    at = trial.subjects.index("D00")
    assert at not in imputed.subject
    assert (imputed.completed(2)[:, at] == trial.response[at, 2]).all()


def test_that_subjects_not_named_are_missing_at_random():
    trial = small_trial().with_strategy({"D02": "CR"})

    assert trial.strategy.count("CR") == 1
    assert trial.strategy.count("MAR") == 59


def test_that_a_repeated_row_is_refused():
    frame = small_trial_frame()

    with pytest.raises(AnalysisError, match="2 rows repeat a ID and VISIT"):
        small_trial(pd.concat([frame, frame.iloc[:2]]))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"reference": "Sham"}, "The reference arm Sham is not among the arms Placebo, Drug"),
        ({"events": {"X": "V1"}}, "The event of subject X at V1 does not fit"),
        ({"events": {"D00": "V9"}}, "The event of subject D00 at V9 does not fit"),
        ({"formula": "NOPE ~ ARM"}, "The data have no column NOPE to impute"),
    ],
)
def test_that_names_that_do_not_fit_are_refused(options, sentence):
    with pytest.raises(AnalysisError, match=sentence):
        small_trial(**options)


def test_that_a_missing_covariate_is_refused():
    frame = small_trial_frame()
    frame.loc[frame["ID"] == "P00", "BASE"] = np.nan

    with pytest.raises(AnalysisError, match="3 of 180 combinations of subject and visit miss"):
        small_trial(frame)


def test_that_a_row_without_a_visit_is_refused():
    frame = small_trial_frame()
    frame.loc[4, "VISIT"] = None

    with pytest.raises(AnalysisError, match="A row has no ID or no VISIT"):
        small_trial(frame)


def test_that_an_unknown_visit_is_refused():
    with pytest.raises(AnalysisError, match="The data have no visit V7; they have V1, V2, V3"):
        small_trial().visit_number("V7")

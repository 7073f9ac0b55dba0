"""What a blinded copy leaves out, by rules BL.1 to BL.3 of the method page, and what it keeps."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import BLINDED, UNBLINDED, Issue
from sjogren_desktop.study import treatment
from sjogren_desktop.study.blinding import ALL_PATIENTS, blind, guard, treatment_of, with_arms
from sjogren_desktop.study.data import Dataset, StudyData
from sjogren_desktop.study.load import open_study
from tests.canary_study import ARMS, CANARIES, write_canary_study


@pytest.fixture(scope="module")
def canary(tmp_path_factory):
    return open_study([write_canary_study(tmp_path_factory.mktemp("canary") / "cnbet_data")])


def texts_of(study):
    """Return every text of a study: values, names, labels, files and findings."""
    found = [study.source]
    for dataset in study.datasets:
        found += [dataset.name, dataset.label, *dataset.sources, *dataset.labels.values()]
        found += [text for part in dataset.parts for text in (part.file, part.sheet)]
        for column in dataset.frame.columns:
            found += [str(column), *dataset.frame[column].dropna().astype(str).unique()]
    found += [str(field) for issue in study.issues for field in dataclasses.astuple(issue)]
    return "\n".join(found).lower()


def test_that_no_text_of_a_blinded_study_tells_a_treatment(canary):
    before, after = texts_of(canary), texts_of(blind(canary).study)

    assert [c for c in CANARIES if c not in before] == []  # the scan can find them
    assert [c for c in CANARIES if c in after] == []


def test_that_all_patients_are_in_one_arm_and_nobody_is_lost(canary):
    study = blind(canary).study

    assert study.blinding == BLINDED
    assert len(study.adsl) == 40
    assert study.adsl["TRT01P"].unique().tolist() == [ALL_PATIENTS]
    assert sorted(study.adsl["AGE"]) == sorted(canary.adsl["AGE"])


def test_that_a_blinded_study_is_the_same_whoever_got_what(tmp_path):
    copies = [
        blind(open_study([write_canary_study(tmp_path / f"study{seed}", assignment=seed)])).study
        for seed in (1, 2)
    ]

    assert [d.name for d in copies[0].datasets] == [d.name for d in copies[1].datasets]
    for one, other in zip(copies[0].datasets, copies[1].datasets, strict=True):
        pd.testing.assert_frame_equal(one.frame, other.frame)


OF_TREATMENT = (
    "ARM ARMCD ACTARM ACTARMCD ACTARMUD ARMNRS TRT01P TRT01PN TRT02A TRTP TRTAN TRTSEQP TR01PG1 "
    "TRTPG1 TRTAG1N DOSE01A DOSEP EXTRT EXDOSE EXDOSU ECDOSE CUMDOSE AVGDD ETCD KITNO RANDNO "
    "TREATMENT TREATMENT_GROUP STUDY_ARM RANDOMISED_TREATMENT GROUP BEHANDLUNG"
)
OTHERS = (
    "TRTSDT TRTEDT TRTDURD TRTEMFL TRTDISFL AETRTEM CMDOSE STERDOS AEACN AEREL AGEGR1 ALARM PARAM "
    "STRAT1 RANDDT RANDFL SITEGR1 CHARM BMIBLGR1 DTHFL EXSTDTC EXSEQ ASTDT"
)


@pytest.mark.parametrize("name", OF_TREATMENT.split())
def test_that_a_variable_of_treatment_is_known_by_its_name(name):
    assert treatment.tells_by_name(name)


@pytest.mark.parametrize("name", OTHERS.split())
def test_that_other_variables_are_left_by_their_name(name):
    assert not treatment.tells_by_name(name)


def test_that_a_label_tells_what_a_name_does_not():
    assert treatment.tells_by_name("VAR7", "Planned Treatment for Period 01")
    assert treatment.tells_by_name("GR", "Study arm")
    assert not treatment.tells_by_name("TRTEMFL", "Treatment Emergent Analysis Flag")
    assert not treatment.tells_by_name("AEACN", "Action Taken with Study Treatment")


def people(arms, **columns):
    """Return a study of one subject an arm given, with these columns."""
    frame = pd.DataFrame(
        {
            "STUDYID": "S",
            "USUBJID": [f"S-{i:03d}" for i in np.random.default_rng(3).permutation(len(arms))],
            "TRT01P": arms,
            **columns,
        }
    )
    return StudyData((Dataset("ADSL", "ADSL", frame, sources=("adsl.csv",)),))


TWO = ["Alfa", "Beta"] * 20


def test_that_a_variable_in_step_with_the_arms_is_withheld():
    study = people(TWO, STREAM=["x", "y"] * 20, SEX=(["F"] * 3 + ["M"]) * 10)

    frame = blind(study).study.adsl

    assert "STREAM" not in frame
    assert "SEX" in frame


def test_that_a_variable_filled_in_one_arm_only_is_withheld():
    level = [f"{i}.5" if i % 2 else None for i in range(40)]

    assert "LEVEL" not in blind(people(TWO, LEVEL=level)).study.adsl


def test_that_a_number_that_orders_the_arms_is_withheld():
    arms = ["Alfa"] * 20 + ["Beta"] * 20

    frame = blind(people(arms, LINE=list(range(40)), AGE=[20 + (7 * i) % 40 for i in range(40)]))

    assert "LINE" not in frame.study.adsl
    assert "AGE" in frame.study.adsl


def test_that_a_chance_agreement_in_few_subjects_is_no_reason_to_withhold():
    # Three subjects an arm: 2 * 0.5 ** 3 a value, 1 in 16 for both, is no more than chance.
    assert "SEX" in blind(people(["Alfa", "Beta"] * 3, SEX=["F", "M"] * 3)).study.adsl


def test_that_a_value_all_arms_share_keeps_a_variable():
    reason = ["Lack of efficacy" if i % 2 and i > 10 else "Other" for i in range(40)]

    assert "DCSREAS" in blind(people(TWO, DCSREAS=reason)).study.adsl


def test_that_screen_failures_stay_in_no_arm():
    study = people([*TWO, "Screen Failure", None])

    frame = blind(study).study.adsl

    assert frame["TRT01P"].isna().sum() == 2
    assert len(frame) == 42


def test_that_studies_are_judged_each_by_itself():
    one, other = people(["Alfa", "Beta"] * 20), people(["Gamma", "Delta"] * 20)
    second = other.adsl.assign(STUDYID="T", USUBJID="T" + other.adsl["USUBJID"])
    frame = pd.concat([one.adsl, second], ignore_index=True)
    frame["ETHNIC"] = (["a"] * 3 + ["b"]) * 20
    frame["PROTOCOL"] = ["one"] * 40 + ["two"] * 40

    kept = blind(StudyData((Dataset("ADSL", "ADSL", frame),))).study.adsl

    assert {"STUDYID", "PROTOCOL", "ETHNIC"} <= set(kept.columns)


def test_that_records_in_the_order_of_the_arms_are_sorted_by_subject():
    study = people(["Alfa"] * 20 + ["Beta"] * 20)

    made = blind(study)

    assert made.study.adsl["USUBJID"].is_monotonic_increasing
    assert any("order of the records" in sentence for sentence in made.withheld)


def test_that_records_in_another_order_stay_where_they_are():
    study = people(TWO, AGE=list(range(40, 80)))

    pd.testing.assert_series_equal(blind(study).study.adsl["AGE"], study.adsl["AGE"])


@pytest.mark.parametrize(("term", "same"), [("Headache", True), ("Beta overdose", False)])
def test_that_a_data_set_that_tells_nothing_is_not_kept_twice(term, same):
    study = people(TWO)
    events = pd.DataFrame({"USUBJID": study.adsl["USUBJID"], "AETERM": [term] * 40})
    study = StudyData((*study.datasets, Dataset("ADAE", "ADAE", events, {"AETERM": "Event"})))

    made = blind(study).study

    assert (made.datasets[1] is study.datasets[1]) == same
    assert made.datasets[0] is not study.datasets[0]
    assert "Beta" not in texts_of(made)


def test_that_findings_about_the_treatment_are_withheld_and_others_stay():
    study = people(["Xanomeline", "Placebo"] * 20)
    issues = (
        Issue("warning", "TRTP is 'Placebo', but ...", column="TRTP", file="adsl.csv", row=3),
        Issue("warning", "AETERM 'took Placebo twice' is odd.", column="AETERM", row=4),
        Issue("note", "AGE is 200.", column="AGE", file="adsl.csv", row=5),
    )

    made = blind(dataclasses.replace(study, issues=issues))

    assert [i.message for i in made.study.issues] == [
        "AETERM 'took [withheld] twice' is odd.",
        "AGE is 200.",
    ]
    assert made.withheld[-1] == "1 finding about the treatment."


def test_that_ordinary_words_in_the_name_of_an_arm_are_no_terms():
    study = people(["High dose", "Low dose"] * 20, ANRIND=["HIGH", "NORMAL"] * 20)

    assert treatment.terms(study) == ("High dose", "Low dose")
    # In step with the arms here, so the variable goes; its words alone are no reason.
    assert "Low" not in treatment.terms(study)


def test_that_subject_numbers_in_step_with_the_arms_are_said():
    frame = people(["Alfa"] * 20 + ["Beta"] * 20).adsl
    frame = frame.assign(USUBJID=[f"S-{i:03d}" for i in range(40)])

    made = blind(StudyData((Dataset("ADSL", "ADSL", frame),)))

    assert any("subject numbers themselves" in sentence for sentence in made.withheld)


def test_that_a_study_opens_blinded_if_it_has_treatments_and_is_real(canary):
    assert guard(canary).blinded is not None
    assert guard(dataclasses.replace(canary, synthetic=True)).blinded is None
    assert guard(dataclasses.replace(canary, synthetic=True), synthetic_too=True).blinded
    notes = Dataset("NOTES", "OTHER", pd.DataFrame({"TEXT": ["a"]}))
    assert guard(StudyData((notes,))).blinded is None


def test_that_a_study_with_arms_is_marked_unblinded_unless_it_is_synthetic(canary):
    assert with_arms(canary).blinding == UNBLINDED
    assert with_arms(dataclasses.replace(canary, synthetic=True)).blinding == ""


def test_that_the_treatment_of_one_patient_is_told(canary):
    told = dict(treatment_of(canary, "BIRD-001"))

    assert told["TRT01A"] in ARMS
    assert told["TRT01P"] == told["TRT01A"]
    assert treatment_of(canary, "BIRD-999") == ()

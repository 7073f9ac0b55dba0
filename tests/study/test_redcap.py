"""REDCap exports, raw and labelled, with check boxes and repeating instruments."""

from __future__ import annotations

from pathlib import Path

import pytest

from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study

RAW = (
    "record_id;redcap_event_name;redcap_repeat_instrument;redcap_repeat_instance;arm;sex;organ___1;"
    "organ___2;essdai_total;igg;demographics_complete;ae_term;ae_start;ae_sev\n"
    "1;baseline_arm_1;;;2;1;1;1;12;16,5;2;;;\n"
    "1;week_24_arm_1;;;;;0;0;8;14,1;2;;;\n"
    "1;week_24_arm_1;adverse_events;1;;;;;;;;Headache;2024-01-20;1\n"
    "1;week_24_arm_1;adverse_events;2;;;;;;;;Cough;2024-02-20;2\n"
    "2;baseline_arm_1;;;1;2;0;1;9;12,0;2;;;\n"
    "2;week_24_arm_1;;;;;0;0;7;0,9;2;;;\n"
)
LABELLED = (
    "Record ID,Event Name,Repeat Instrument,Repeat Instance,Treatment arm,Sex,"
    "Organs involved (choice=Skin),Organs involved (choice=Lung),ESSDAI total score,IgG (g/L),"
    "Complete?,Adverse event,Start date,Severity\n"
    "1,Baseline,,,Ianalumab,Female,Checked,Checked,12,16.5,Complete,,,\n"
    "1,Week 24,,,,,Unchecked,Unchecked,8,14.1,Complete,,,\n"
    "1,Week 24,Adverse Events,1,,,,,,,,Headache,2024-01-20,Mild\n"
    "1,Week 24,Adverse Events,2,,,,,,,,Cough,2024-02-20,Moderate\n"
    "2,Baseline,,,Placebo,Male,Unchecked,Checked,9,12.0,Complete,,,\n"
    "2,Week 24,,,,,Unchecked,Unchecked,7,0.9,Complete,,,\n"
)
DICTIONARY = (
    "Variable / Field Name,Form Name,Field Type,Field Label,"
    '"Choices, Calculations, OR Slider Labels"\n'
    "record_id,demographics,text,Record ID,\n"
    'arm,demographics,radio,Treatment arm,"1, Placebo | 2, Ianalumab"\n'
    'sex,demographics,radio,Sex,"1, Female | 2, Male"\n'
    'organ,demographics,checkbox,Organs involved,"1, Skin | 2, Lung"\n'
    "essdai_total,scores,text,ESSDAI total score,\n"
    "igg,lab,text,IgG (g/L),\nae_term,ae,text,Adverse event,\n"
    'ae_start,ae,text,Start date,\nae_sev,ae,radio,Severity,"1, Mild | 2, Moderate"\n'
)


def read(folder: Path, **files: str) -> StudyData:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return open_study([folder / f"{n}.csv" for n in files])


def check_study(study: StudyData) -> None:
    assert study.adsl[["USUBJID", "TRT01P", "SEX"]].to_numpy().tolist() == [
        ["1", "Ianalumab", "F"], ["2", "Placebo", "M"],
    ]  # fmt: skip
    scores = study.dataset("ADQS").frame
    assert scores[["USUBJID", "AVISITN", "AVAL"]].to_numpy().tolist() == [
        ["1", 0, 12], ["1", 24, 8], ["2", 0, 9], ["2", 24, 7],
    ]  # fmt: skip
    assert study.dataset("ADLB").frame["AVAL"].tolist() == [16.5, 14.1, 12.0, 0.9]
    events = study.dataset("ADAE").frame
    assert events[["USUBJID", "AETERM", "AESEV"]].to_numpy().tolist() == [
        ["1", "Headache", "MILD"], ["1", "Cough", "MODERATE"],
    ]  # fmt: skip


def test_that_a_raw_export_with_its_dictionary_becomes_a_study(tmp_path: Path) -> None:
    check_study(read(tmp_path, export=RAW, dictionary=DICTIONARY))


def test_that_a_labelled_export_becomes_the_same_study(tmp_path: Path) -> None:
    check_study(read(tmp_path, export=LABELLED))


def test_that_check_boxes_become_one_text(tmp_path: Path) -> None:
    raw = read(tmp_path, export=RAW, dictionary=DICTIONARY)
    labelled = read(tmp_path, labelled=LABELLED)

    ticked = ["Skin; Lung", "", "Lung", ""]
    assert raw.dataset("EXPORT").frame["ORGAN"].fillna("").tolist() == ticked
    texts = labelled.dataset("LABELLED").frame["ORGANS INVOLVED"].fillna("").str.title()
    assert texts.tolist() == ticked


def test_that_repeating_instruments_keep_their_rows(tmp_path: Path) -> None:
    study = read(tmp_path, export=RAW, dictionary=DICTIONARY)

    events = study.dataset("ADAE")
    assert [events.address(i) for i in range(2)] == [("export.csv", "", 4), ("export.csv", "", 5)]
    assert "redcap.read" in {i.check for i in study.issues}


LONGITUDINAL = (
    "study_id,{event},dob,gym___0,gym___1,demographics_complete,esspri,visit_complete\n"
    "1,{a0},1960-01-02,1,0,2,,\n1,{a1},,,,,6,2\n1,{a2},,,,,4,2\n"
    "2,{b0},1961-02-03,0,1,2,,\n2,{b1},,,,,7,2\n2,{b2},,,,,5,2\n"
)


@pytest.mark.parametrize(
    ("event", "pattern", "arms"),
    [
        ("redcap_event_name", "{event}_arm_{number}", ["arm_1", "arm_2"]),
        ("Event Name", "{event} (Arm {number}: {arm})", ["Placebo", "Active"]),
    ],
)
def test_that_the_first_column_is_the_patient_and_arms_of_events_are_arms(
    tmp_path: Path, event: str, pattern: str, arms: list[str]
) -> None:
    names = {
        f"{key}{i}": pattern.format(event=e, number=n, arm=arm)
        for key, n, arm in (("a", 1, "Placebo"), ("b", 2, "Active"))
        for i, e in enumerate(("enrollment", "baseline", "week_12"))
    }

    study = read(tmp_path, data=LONGITUDINAL.format(event=event, **names))

    assert study.adsl[["USUBJID", "TRT01P"]].to_numpy().tolist() == [["1", arms[0]], ["2", arms[1]]]
    scores = study.dataset("ADQS").frame
    assert scores[["USUBJID", "AVISITN", "AVAL"]].to_numpy().tolist() == [
        ["1", 0, 6], ["1", 12, 4], ["2", 0, 7], ["2", 12, 5],
    ]  # fmt: skip
    said = next(i.message for i in study.issues if i.check == "redcap.read")
    assert "the first column taken as the number of the patient" in said
    assert "arms taken from the events" in said
    assert not [i for i in study.issues if i.check == "study.header_taken_as"]


def test_that_instances_of_a_repeating_instrument_are_no_measure(tmp_path: Path) -> None:
    text = (
        "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,arm,"
        "esspri,visit_complete,lab,conc,laboratory_complete\n"
        "1,week_4_arm_1,,,Placebo,4,2,,,\n1,week_4_arm_1,laboratory,1,,,,RBC,4.1,2\n"
        "1,week_4_arm_1,laboratory,2,,,,Hct,41,2\n2,week_4_arm_1,,,Active,5,2,,,\n"
        "2,week_4_arm_1,laboratory,1,,,,RBC,4.4,2\n2,week_4_arm_1,laboratory,2,,,,Hct,44,2\n"
    )

    study = read(tmp_path, data=text)
    found = {c for d in study.of_kind("BDS") for c in d.frame["PARAMCD"]}

    assert found == {"ESSPRI", "RBC", "HCT"}
    assert not [i for i in study.issues if i.check == "key.duplicate"]


def test_that_an_event_repeated_as_a_whole_is_a_visit_each_time(tmp_path: Path) -> None:
    text = (
        "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,arm,esspri,"
        "visit_complete\n1,visit_arm_1,,1,Placebo,6,2\n1,visit_arm_1,,2,,5,2\n"
        "2,visit_arm_1,,1,Active,7,2\n2,visit_arm_1,,2,,3,2\n"
    )

    scores = read(tmp_path, data=text).dataset("ADQS").frame

    assert scores["AVISITN"].tolist() == [1, 2, 1, 2]
    assert scores["AVAL"].tolist() == [6, 5, 7, 3]


REGISTRY = (
    "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,sex,age,"
    "essdai_total,visit_complete,ae_term,ae_start,ae_sev,ae_ser,med_name,med_dose,med_unit,"
    "med_route,med_start,med_stop,medications_complete\n"
    "1,baseline_arm_1,,,Female,51,12,2,,,,,,,,,,,\n1,week_12_arm_1,,,,,7,2,,,,,,,,,,,\n"
    "1,baseline_arm_1,adverse_events,1,,,,,Cough,2024-02-01,2,0,,,,,,,\n"
    "1,baseline_arm_1,medications,1,,,,,,,,,Prednisone,7.5,mg,oral,2023-02-01,2023-05-09,2\n"
    "1,baseline_arm_1,medications,2,,,,,,,,,Pilocarpine,5,mg,oral,2023-03,,2\n"
    "2,baseline_arm_1,,,Male,47,9,2,,,,,,,,,,,\n2,week_12_arm_1,,,,,8,2,,,,,,,,,,,\n"
    "3,baseline_arm_1,,,Female,62,8,2,,,,,,,,,,,\n"
)


def test_that_a_registry_without_arms_has_its_patients_as_one_group(tmp_path: Path) -> None:
    study = read(tmp_path, registry=REGISTRY)

    people = study.adsl[["USUBJID", "SEX", "AGE"]].to_numpy().tolist()
    assert people == [["1", "F", 51], ["2", "M", 47], ["3", "F", 62]]
    assert [i.message for i in study.issues if i.check == "adsl.no_arms"]
    assert not [i for i in study.issues if i.check == "structure.no_adsl"]


def test_that_a_form_of_medicines_becomes_concomitant_medication(tmp_path: Path) -> None:
    study = read(tmp_path, registry=REGISTRY)

    medicines = study.dataset("ADCM")
    assert medicines.kind == "OCCDS"
    shown = medicines.frame[["USUBJID", "CMTRT", "CMDOSE", "CMDOSU", "CMROUTE", "CMSTDTC"]]
    assert shown.to_numpy().tolist() == [
        ["1", "Prednisone", 7.5, "mg", "oral", "2023-02-01"],
        ["1", "Pilocarpine", 5.0, "mg", "oral", "2023-03"],
    ]
    assert medicines.frame["AENDT"].dt.strftime("%Y-%m-%d").tolist()[0] == "2023-05-09"
    assert {c for d in study.of_kind("BDS") for c in d.frame["PARAMCD"]} == {"ESSDAI"}


def test_that_severity_and_seriousness_are_known_by_short_names(tmp_path: Path) -> None:
    events = read(tmp_path, registry=REGISTRY).dataset("ADAE").frame

    assert events[["AETERM", "AESEV", "AESER"]].to_numpy().tolist() == [["Cough", "MODERATE", "N"]]


CLASSIC = (
    "record_id,redcap_repeat_instrument,redcap_repeat_instance,arm,height,weight,intake_complete,"
    "sbp,blood_pressure_complete\n1,,,Placebo,170,80,2,,\n1,blood_pressure,1,,,,,121,2\n"
    "1,blood_pressure,2,,,,,122,2\n2,,,Active,1.80,81,2,,\n2,blood_pressure,1,,,,,131,2\n"
)


def test_that_what_each_patient_has_once_is_a_property_of_the_patient(tmp_path: Path) -> None:
    study = read(tmp_path, intake=CLASSIC.replace("1.80", "180"))

    people = study.of_kind("ADSL")[0]
    assert people.frame[["TRT01P", "HEIGHTBL", "WEIGHTBL"]].to_numpy().tolist() == [
        ["Placebo", 170, 80], ["Active", 180, 81],
    ]  # fmt: skip
    assert people.labels["WEIGHTBL"].startswith("Weight")
    said = next(i.message for i in study.issues if i.check == "mapping.applied")
    assert "HEIGHT as HEIGHTBL in cm" in said


def test_that_instances_of_a_form_of_measures_are_visits_without_events(tmp_path: Path) -> None:
    vitals = read(tmp_path, intake=CLASSIC).dataset("ADVS").frame

    assert vitals[["USUBJID", "AVISIT", "AVAL"]].to_numpy().tolist() == [
        ["1", "Visit 1", 121], ["1", "Visit 2", 122], ["2", "Visit 1", 131],
    ]  # fmt: skip


def test_that_events_that_are_numbers_are_events(tmp_path: Path) -> None:
    text = "record_id,redcap_event_name,arm,esspri,visit_complete\n1,1,Placebo,6,2\n1,2.5,,5,2\n"

    scores = read(tmp_path, data=text).dataset("ADQS").frame

    assert scores["AVISITN"].tolist() == [1, 2.5]

"""Plain site spreadsheets: what is guessed, what is made of it, and the mapping file."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.mapping import ColumnMap, TableMap, read_maps, write_maps
from sjogren_desktop.study.mapping_guess import guess_map, visit_names
from sjogren_desktop.study.measures import MEASURES, find_measure
from sjogren_desktop.study.units import conversion, ucum
from sjogren_desktop.study.visits import Window

BY_VISIT = (
    "Patient ID;Arm;Geschlecht;Age;Visit;Visit date;ESSDAI;IgG (mg/dL);Neutrophils;Comment\n"
    "P01;Placebo;w;51;Baseline;09.01.2024;12;1650;3,4;ok\n"
    "P01;Placebo;w;51;Week 4;06.02.2024;10;1500;0,9;\n"
    "P02;Ianalumab;m;44;Baseline;10.01.2024;9;990;4,1;\n"
    "P02;Ianalumab;m;44;Week 4;07.02.2024;;<300;2,2;\n"
)
WIDE = (
    "pat_nr,treatment_group,sex,essdai_bl,essdai_w4,essdai_w24,igg_g_l_bl,igg_g_l_w24,foo_w24\n"
    "001,Placebo,F,12,11,8,16.5,14.2,3\n002,Active,M,9,8,4,12.1,9.9,\n"
)
LONG = (
    "Subject No,Study visit,Lab test,Result,Units,Date of sample\n"
    "001,Baseline,IgG,1650,mg/dL,2024-01-09\n001,Week 4,IgG,15.5,g/L,2024-02-06\n"
    "001,Baseline,Neutrophils,3400,cells/µL,2024-01-09\n002,Baseline,Foo,1,x,2024-01-09\n"
)


def opened(folder: Path, **files: str) -> StudyData:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return open_study([folder / f"{n}.csv" for n in files])


def records(study: StudyData, name: str, *columns: str) -> list[list[object]]:
    frame = study.dataset(name).frame[list(columns)]
    return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()


def test_that_one_row_per_patient_and_visit_becomes_a_study(tmp_path: Path) -> None:
    study = opened(tmp_path, site=BY_VISIT)

    assert records(study, "ADSL", "USUBJID", "TRT01P", "SEX", "AGE") == [
        ["P01", "Placebo", "F", 51], ["P02", "Ianalumab", "M", 44],
    ]  # fmt: skip
    assert records(study, "ADQS", "USUBJID", "PARAMCD", "AVISIT", "AVISITN", "AVAL", "CHG") == [
        ["P01", "ESSDAI", "Baseline", 0, 12, None],
        ["P01", "ESSDAI", "Week 4", 4, 10, -2],
        ["P02", "ESSDAI", "Baseline", 0, 9, None],
    ]
    assert records(study, "ADLB", "USUBJID", "PARAMCD", "AVAL", "AVALU", "AVALC") == [
        ["P01", "IGG", 16.5, "g/L", None],
        ["P01", "IGG", 15.0, "g/L", None],
        ["P02", "IGG", 9.9, "g/L", None],
        ["P02", "IGG", None, "g/L", "<300 mg/dL"],
        ["P01", "NEUT", 3.4, "10*9/L", None],
        ["P01", "NEUT", 0.9, "10*9/L", None],
        ["P02", "NEUT", 4.1, "10*9/L", None],
        ["P02", "NEUT", 2.2, "10*9/L", None],
    ]
    assert study.dataset("SITE").kind == "OTHER"


def test_that_conversions_and_the_reading_are_said(tmp_path: Path) -> None:
    issues = {i.check: i for i in opened(tmp_path, site=BY_VISIT).issues}

    assert "mg/dL x 0.01 = g/L; for example 1650 became 16.5" in (
        issues["mapping.unit_converted"].message
    )
    said = issues["mapping.applied"].message
    assert "one row per patient and visit" in said
    assert "IGG (MG/DL) as IGG in mg/dL" in said
    assert "Not used: COMMENT" in said


def test_that_records_point_to_their_row_in_the_source(tmp_path: Path) -> None:
    adlb = opened(tmp_path, site=BY_VISIT).dataset("ADLB")

    assert [adlb.address(i)[2] for i in range(8)] == [2, 3, 4, 5, 2, 3, 4, 5]


def test_that_columns_for_each_visit_become_records(tmp_path: Path) -> None:
    study = opened(tmp_path, wide=WIDE)

    assert records(study, "ADQS", "USUBJID", "AVISIT", "AVISITN", "AVAL", "CHG") == [
        ["001", "Baseline", 0, 12, None], ["002", "Baseline", 0, 9, None],
        ["001", "Week 4", 4, 11, -1], ["002", "Week 4", 4, 8, -1],
        ["001", "Week 24", 24, 8, -4], ["002", "Week 24", 24, 4, -5],
    ]  # fmt: skip
    assert records(study, "ADLB", "USUBJID", "AVISIT", "AVAL", "AVALU") == [
        ["001", "Baseline", 16.5, "g/L"], ["002", "Baseline", 12.1, "g/L"],
        ["001", "Week 24", 14.2, "g/L"], ["002", "Week 24", 9.9, "g/L"],
    ]  # fmt: skip
    assert study.adsl["TRT01P"].tolist() == ["Placebo", "Active"]


def test_that_a_french_sheet_is_read(tmp_path: Path) -> None:
    sheet = (
        "N° patient;Bras de traitement;Sexe;Âge;ESSDAI inclusion;ESSDAI semaine 12\n"
        "FR-1;Placebo;F;51;12;10\nFR-2;Actif;H;44;9;4\n"
    )
    events = (
        "N° patient;Événement indésirable;Sévérité;Grave;Date de début\n"
        "FR-1;Céphalée;légère;non;12.03.2024\nFR-2;Toux;sévère;oui;15.03.2024\n"
    )

    study = opened(tmp_path, patients=sheet, evenements=events)

    assert records(study, "ADSL", "USUBJID", "TRT01P", "SEX", "AGE") == [
        ["FR-1", "Placebo", "F", 51], ["FR-2", "Actif", "M", 44],
    ]  # fmt: skip
    assert records(study, "ADQS", "USUBJID", "PARAMCD", "AVISITN", "AVAL") == [
        ["FR-1", "ESSDAI", 0, 12], ["FR-2", "ESSDAI", 0, 9],
        ["FR-1", "ESSDAI", 12, 10], ["FR-2", "ESSDAI", 12, 4],
    ]  # fmt: skip
    assert records(study, "ADAE", "USUBJID", "AETERM", "AESEV", "AESER") == [
        ["FR-1", "Céphalée", "MILD", "N"], ["FR-2", "Toux", "SEVERE", "Y"],
    ]  # fmt: skip


def test_that_numbers_by_visit_are_taken_where_no_measure_is_known(tmp_path: Path) -> None:
    # The layout of published antidepressant data: subject, arm, baseline, week, change.
    text = "PATIENT,TRT,basval,week,change\n1,A,20,1,-3\n1,A,20,2,-5\n2,B,18,1,-1\n2,B,18,2,-2\n"

    study = opened(tmp_path, trial=text)

    assert records(study, "ADQS", "USUBJID", "PARAMCD", "AVISIT", "AVAL", "BASE", "CHG") == [
        ["1", "VALUE", "Week 1", 17, 20, -3], ["1", "VALUE", "Week 2", 15, 20, -5],
        ["2", "VALUE", "Week 1", 17, 18, -1], ["2", "VALUE", "Week 2", 16, 18, -2],
    ]  # fmt: skip
    (said,) = [i.message for i in study.issues if i.check == "mapping.given_baseline"]
    assert said == "CHANGE was taken as the change from BASVAL; the value of 4 rows is their sum."
    # Beside a known measure they are only offered.
    lines = [f"{line},7" for line in text.split()[1:]]
    known = opened(tmp_path, trial="\n".join(["PATIENT,TRT,basval,week,change,ESSDAI", *lines]))
    assert set(known.dataset("ADQS").frame["PARAMCD"]) == {"ESSDAI"}


@pytest.mark.parametrize("fits", [True, False])
def test_that_a_baseline_and_a_change_beside_the_value_are_taken_where_they_fit(
    tmp_path: Path, fits: bool
) -> None:
    lines = ["PATIENT,VISIT,THERAPY,BASVAL,HAMDTL17,CHANGE"]
    for patient in range(1, 6):
        for visit in (4, 5, 6):
            start, value = 20 + patient, 15 + patient - visit
            change = value - start + (not fits and patient == 3 and visit == 6)
            arm = ("DRUG", "PLACEBO")[patient % 2]
            lines.append(f"{patient},{visit},{arm},{start},{value},{change}")

    study = opened(tmp_path, **{"hamd.csv": "\n".join(lines) + "\n"})

    codes = {code for (code,) in records(study, "ADQS", "PARAMCD")}
    said = [i.message for i in study.issues if i.check == "mapping.given_baseline"]
    if fits:
        assert codes == {"HAMDTL17"}
        assert records(study, "ADQS", "AVAL", "BASE", "CHG")[:2] == [[12, 21, -9], [11, 21, -10]]
        assert said == [
            "BASVAL was taken as the baseline of HAMDTL17 and CHANGE as its change: they fit in "
            "all 15 rows that have the three."
        ]
    else:
        assert codes == {"HAMDTL17", "CHANGE"}
        assert said == []


def test_that_one_row_per_value_is_converted_value_by_value(tmp_path: Path) -> None:
    study = opened(tmp_path, lab=LONG)

    assert records(study, "ADLB", "PARAMCD", "PARAM", "AVISIT", "AVAL", "AVALU") == [
        ["IGG", "Immunoglobulin G (g/L)", "Baseline", 16.5, "g/L"],
        ["IGG", "Immunoglobulin G (g/L)", "Week 4", 15.5, "g/L"],
        ["NEUT", "Neutrophils (10*9/L)", "Baseline", 3.4, "10*9/L"],
    ]
    assert records(study, "ADQS", "PARAMCD", "PARAM", "AVAL") == [["FOO", "Foo (x)", 1]]


def test_that_events_are_joined_to_the_patients_first_dose(tmp_path: Path) -> None:
    people = "Patient,Arm,First dose date\nP01,Placebo,2024-01-15\nP02,Active,2024-01-16\n"
    events = (
        "Patient,Adverse event,Start date,End date,Severity,Serious\n"
        "P01,Headache,2024-01-20,2024-01-22,leicht,no\nP01,Cough,2024-01-02,,moderate,nein\n"
        "P02,Sinusitis,2024-01,,severe,yes\n"
    )

    study = opened(tmp_path, people=people, events=events)

    assert records(
        study, "ADAE", "USUBJID", "AEDECOD", "AESEV", "AESER", "ASTDTF", "ASTDY", "TRTEMFL", "TRTA"
    ) == [
        ["P01", "Headache", "MILD", "N", None, 6, "Y", "Placebo"],
        ["P01", "Cough", "MODERATE", "N", None, -13, None, "Placebo"],
        ["P02", "Sinusitis", "SEVERE", "Y", "D", 1, "Y", "Active"],
    ]


def test_that_short_patient_numbers_find_the_long_identifier(tmp_path: Path) -> None:
    adsl = "STUDYID,USUBJID,SUBJID,TRT01P\nT-1,T-1-001,001,Active\nT-1,T-1-002,002,Placebo\n"

    study = opened(tmp_path, adsl=adsl, lab=LONG)

    assert set(study.dataset("ADLB").frame["USUBJID"]) == {"T-1-001"}
    assert set(study.dataset("ADLB").frame["STUDYID"]) == {"T-1"}
    assert "key.not_in_adsl" not in {i.check for i in study.issues}


def test_that_a_unit_that_is_not_named_is_told_by_the_size_of_the_values(tmp_path: Path) -> None:
    text = "Patient,Visit,IgG\n1,Baseline,1650\n1,Week 4,1500\n2,Baseline,990\n"

    study = opened(tmp_path, site=text)

    column = next(c for c in study.mapped[0].map.columns if c.column == "IGG")
    assert (column.unit, column.to_unit) == ("mg/dL", "g/L")
    assert "from the size of the values" in column.why
    assert column.confidence < 0.85
    assert records(study, "ADLB", "AVAL") == [[16.5], [15.0], [9.9]]


def test_that_values_of_unusual_size_lower_the_confidence() -> None:
    frame = pd.DataFrame({"USUBJID": ["1", "2"], "VISIT": ["BL", "BL"], "ESSDAI": [900.0, 800.0]})

    guess = guess_map(frame, {})

    assert guess is not None
    column = next(c for c in guess.columns if c.column == "ESSDAI")
    assert column.confidence == pytest.approx(0.6)
    assert "not of the usual size" in column.why


def test_that_standard_data_are_left_alone(tmp_path: Path) -> None:
    adsl = "STUDYID,USUBJID,TRT01P,BLESSDAI\nT-1,S1,Active,9\n"
    adqs = "STUDYID,USUBJID,PARAMCD,AVISIT,AVISITN,AVAL\nT-1,S1,ESSDAI,Baseline,0,9\n"

    study = opened(tmp_path, adsl=adsl, adqs=adqs)

    assert study.mapped == ()
    assert [d.name for d in study.datasets] == ["ADSL", "ADQS"]


def test_that_two_tables_of_the_same_patients_both_count(tmp_path: Path) -> None:
    first = "Patient,Visit,ESSDAI\n1,Baseline,9\n1,Week 4,8\n"
    second = "Patient,Visit,ESSPRI\n1,Baseline,6\n1,Week 4,5.5\n"

    study = opened(tmp_path, first=first, second=second)

    assert {d.name for d in study.of_kind("BDS")} == {"ADQS", "ADQS2"}
    assert "study.data_set_twice" not in {i.check for i in study.issues}


def test_that_windows_make_the_visits_of_a_plain_table(tmp_path: Path) -> None:
    guessed = opened(tmp_path, site=BY_VISIT).mapped[0].map
    windows = (Window("Baseline", 0, 1, -28, 1), Window("Month 1", 4, 30, 2, 60))

    study = open_study(
        [tmp_path / "site.csv"], maps=[dataclasses.replace(guessed, windows=windows)]
    )

    # Day 1 is the baseline visit, there being no first dose.
    assert records(study, "ADQS", "AVISIT", "ADY", "AWTDIFF", "CHG") == [
        ["Baseline", 1, 0, None], ["Month 1", 29, 1, -2], ["Baseline", 1, 0, None],
    ]  # fmt: skip


# ------------------------------------------------------------------ the mapping file


def test_that_a_mapping_file_is_applied_to_the_same_layout(tmp_path: Path) -> None:
    guessed = opened(tmp_path, site=BY_VISIT).mapped[0].map
    changed = tuple(
        dataclasses.replace(c, target="LEUK", label="Leukocytes", confidence=1.0)
        if c.column == "NEUTROPHILS"
        else c
        for c in guessed.columns
    )
    path = tmp_path / "site.mapping.json"
    write_maps(path, [dataclasses.replace(guessed, columns=changed)])

    study = open_study([tmp_path])

    assert not study.mapped[0].guessed
    assert set(study.dataset("ADLB").frame["PARAMCD"]) == {"IGG", "LEUK"}


def test_that_a_mapping_file_comes_back_as_it_was_written(tmp_path: Path) -> None:
    table = TableMap(
        "visits",
        (
            ColumnMap("PAT", "subject", "USUBJID"),
            ColumnMap("IGG", "measure", "IGG", "IgG", unit="mg/dL", to_unit="g/L", dataset="ADLB"),
            ColumnMap("X"),
        ),
        {"v1": ("Baseline", 0.0), "ü": ("Woche 4", 4.0)},
        {"SEX": {"w": "F"}},
        {"IgG": "IGG"},
        (Window("Week 4", 4.0, 29, 15, 43),),
        "SITE",
    )
    path = tmp_path / "a.mapping.json"

    write_maps(path, [table])

    assert read_maps(path) == (table,)
    assert "ü" in path.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": "x"}, "no mapping file"),
        ({"version": 9}, "version 9"),
        ({"tables": [{"layout": "odd", "columns": []}]}, "layout 'odd'"),
        ({"tables": [{"layout": "long", "columns": [{"column": "A", "role": "king"}]}]}, "'king'"),
        ({"tables": [{"columns": []}]}, "damaged"),
        ({"tables": 7}, "damaged"),
    ],
)
def test_that_a_wrong_mapping_file_is_one_sentence(
    change: dict[str, object], said: str, tmp_path: Path
) -> None:
    whole = {"format": "Sjögren Desktop mapping", "version": 1, "tables": []}
    path = tmp_path / "a.mapping.json"
    path.write_text(json.dumps(whole | change), encoding="utf-8")

    with pytest.raises(AnalysisError, match=said):
        read_maps(path)


def test_that_a_wrong_mapping_file_does_not_stop_the_import(tmp_path: Path) -> None:
    (tmp_path / "site.csv").write_text(BY_VISIT, encoding="utf-8")
    (tmp_path / "site.mapping.json").write_text("{", encoding="utf-8")

    study = open_study([tmp_path])

    assert [i.file for i in study.issues if i.severity == "error"] == ["site.mapping.json"]
    assert len(study.adsl) == 2


# ------------------------------------------------------------------ units and names


@pytest.mark.parametrize(
    ("text", "code"),
    [("G/L", "g/L"), ("mg/dl", "mg/dL"), ("10^9/L", "10*9/L"), ("x10^9/l", "10*9/L"),
     ("10⁹/L", "10*9/L"), ("Giga/L", "10*9/L"), ("Gpt/l", "10*9/L"), ("K/µL", "10*9/L"),
     ("10^3/uL", "10*9/L"), ("cells/µL", "/uL"), ("/mm3", "/uL"), ("µmol/L", "umol/L"),
     ("IU/mL", "[IU]/mL"), ("U/l", "U/L"), ("mm/5min", "mm"), ("furlong", "")],
)  # fmt: skip
def test_that_spellings_of_units_are_known(text: str, code: str) -> None:
    assert ucum(text) == code


@pytest.mark.parametrize(
    ("source", "target", "mass", "factor"),
    [
        ("mg/dL", "g/L", None, 0.01),
        ("g/dL", "g/L", None, 10.0),
        ("/uL", "10*9/L", None, 0.001),
        # Molar masses by PubChem; the factors are those of the AMA Manual of Style (2020),
        # table 17.5-1, which gives them with three or four digits.
        ("mg/dL", "umol/L", 113.12, 88.4),
        ("mg/dL", "umol/L", 584.66, 17.104),
        ("mg/dL", "mmol/L", 180.156, 0.0555),
        ("mmol/L", "g/L", 16114.5, 16.114),
        ("ukat/L", "U/L", None, 60.0),
    ],
)
def test_that_units_are_converted(
    source: str, target: str, mass: float | None, factor: float
) -> None:
    step = conversion(source, target, molar_mass=mass)

    assert step is not None
    assert step.factor == pytest.approx(factor, rel=1e-9 if mass is None else 5e-4)


def test_that_units_of_other_dimension_are_never_converted() -> None:
    assert conversion("mg/dL", "umol/L") is None
    assert conversion("U/L", "g/L", molar_mass=100.0) is None


def test_that_every_measure_is_found_by_its_code_and_label() -> None:
    for measure in MEASURES:
        found = find_measure(measure.code)
        assert found is not None
        assert found[0] is measure


@pytest.mark.parametrize(
    ("name", "code"),
    [("ESSDAI total score", "ESSDAI"), ("essdai_articular", "ESSART"), ("IgG", "IGG"),
     ("Hämoglobin", "HGB"), ("GPT", "ALT"), ("ClinESSDAI", "CLINESSD"), ("esspri_pain", "ESPPAIN"),
     ("Thrombozyten", "PLAT"), ("Complement C3", "C3"), ("Créatinine", "CREAT"),
     ("Immunoglobuline G", "IGG"),
     ("Inmunoglobulina G", "IGG"), ("Complément C4", "C4"), ("Plaquettes", "PLAT"),
     ("Hémoglobine", "HGB"), ("leucocitos", "LEUK"), ("salary", None), ("biopsy", None)],
)  # fmt: skip
def test_that_names_of_measures_are_known(name: str, code: str | None) -> None:
    found = find_measure(name)

    assert (None if found is None else found[0].code) == code


def test_that_visit_labels_of_all_kinds_get_name_and_number() -> None:
    names = visit_names(
        ["BL", "W4", "week_24_arm_1", "V3", "EOT", "Screening", "Unscheduled 1", "Follow-up"]
    )

    numbers = {k: v[1] for k, v in names.items()}
    assert np.isnan(numbers.pop("Unscheduled 1"))
    assert numbers == {
        "BL": 0, "W4": 4, "week_24_arm_1": 24, "V3": 3, "EOT": 99, "Screening": -1,
        "Follow-up": 907,
    }  # fmt: skip
    assert names["BL"][0] == "Baseline"
    assert names["week_24_arm_1"][0] == "Week 24"

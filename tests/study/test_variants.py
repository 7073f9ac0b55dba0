"""Packages that are ADaM or SDTM but for what a sponsor left out or coded otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study

SUBJECTS = ("0001", "0002", "0003", "0004")
ARMS = ("Placebo", "Active") * 2
VISITS = (("Baseline", 0.0), ("Week 4", 4.0), ("Week 12", 12.0))
ADSL = pd.DataFrame(
    {
        "STUDYID": "T-1",
        "USUBJID": [f"T-1-{s}" for s in SUBJECTS],
        "SUBJID": SUBJECTS,
        "SITEID": "01",
        "SEX": "F",
        "TRT01P": ARMS,
        "TRT01PN": [0.0, 1.0] * 2,
        "ITTFL": "Y",
        "SAFFL": "Y",
    }
)
ADQS = pd.DataFrame(
    [
        {
            "STUDYID": "T-1",
            "USUBJID": f"T-1-{subject}",
            "TRTP": arm,
            "PARAMCD": "ESSDAI",
            "PARAM": "ESSDAI total score",
            "AVISIT": visit,
            "AVISITN": week,
            "ADT": pd.Timestamp("2024-01-01") + pd.Timedelta(days=7 * week),
            "AVAL": 10.0 + place - week / 4,
            "BASE": 10.0 + place,
            "CHG": None if week == 0 else -week / 4,
            "ABLFL": "Y" if week == 0 else "",
        }
        for place, (subject, arm) in enumerate(zip(SUBJECTS, ARMS, strict=True))
        for visit, week in VISITS
    ]
)
Files = dict[str, pd.DataFrame | str]
Opened = Callable[[Files], StudyData]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Return a function that writes files and opens them together."""

    def write_and_open(files: Files) -> StudyData:
        for name, content in files.items():
            path = tmp_path / name
            if isinstance(content, str):
                path.write_text(content, encoding="utf-8")
            elif name.endswith(".xpt"):
                pyreadstat.write_xport(
                    content, str(path), table_name=path.stem.upper(), file_format_version=5
                )
            else:
                content.to_csv(path, index=False)
        return open_study([tmp_path])

    return write_and_open


def adqs_of(study: StudyData) -> pd.DataFrame:
    return study.dataset("ADQS").frame.reset_index(drop=True)


def said(study: StudyData, check: str) -> str:
    return " ".join(i.message for i in study.issues if i.check == check)


def is_whole(study: StudyData) -> bool:
    """Say whether subjects, visits, arms and changes are those of the whole package."""
    frame = adqs_of(study)
    keys = ["USUBJID", "AVISITN"]
    expected = ADQS.sort_values(keys).reset_index(drop=True)
    frame = frame.sort_values(keys).reset_index(drop=True)
    people = study.adsl.set_index("USUBJID")["TRT01P"]
    return (
        study.dataset("ADQS").kind == "BDS"
        and frame["AVAL"].tolist() == expected["AVAL"].tolist()
        and frame["CHG"].dropna().tolist() == expected["CHG"].dropna().tolist()
        and frame["AVISIT"].notna().all()
        and frame["AVISITN"].tolist() == expected["AVISITN"].tolist()
        and frame["USUBJID"].map(people).nunique() == 2
        and len(people) == 4
    )


CASES: dict[str, Files] = {
    "names in lower case": {
        "adsl.csv": ADSL.rename(columns=str.lower),
        "adqs.csv": ADQS.rename(columns=str.title),
    },
    "only SUBJID": {
        "adsl.csv": ADSL.drop(columns="USUBJID"),
        "adqs.csv": ADQS.assign(SUBJID=ADQS["USUBJID"].str[-4:]).drop(columns="USUBJID"),
    },
    "only SUBJID in the parameters": {
        "adsl.csv": ADSL,
        "adqs.csv": ADQS.assign(SUBJID=ADQS["USUBJID"].str[-4:]).drop(columns="USUBJID"),
    },
    "only numbers of treatments": {
        "adsl.csv": ADSL.drop(columns="TRT01P"),
        "adqs.csv": ADQS.drop(columns="TRTP").assign(TRTPN=1.0),
    },
    "only VISIT and VISITNUM": {
        "adsl.csv": ADSL,
        "adqs.csv": ADQS.rename(columns={"AVISIT": "VISIT", "AVISITN": "VISITNUM"}),
    },
    "no AVISIT": {"adsl.csv": ADSL, "adqs.csv": ADQS.drop(columns="AVISIT")},
    "no AVISITN": {"adsl.csv": ADSL, "adqs.csv": ADQS.drop(columns="AVISITN")},
    "numbers as AVISIT": {
        "adsl.csv": ADSL,
        "adqs.csv": ADQS.assign(AVISIT=ADQS["AVISITN"]).drop(columns="AVISITN"),
    },
    "no baseline variables": {
        "adsl.csv": ADSL,
        "adqs.csv": ADQS.drop(columns=["ABLFL", "BASE", "CHG"]),
    },
    "no ADSL": {"adqs.csv": ADQS},
    "text as AVAL": {"adsl.xpt": ADSL, "adqs.xpt": ADQS.assign(AVAL=ADQS["AVAL"].astype(str))},
    "cut by subject": {"adsl.csv": ADSL, "adqs1.csv": ADQS[:6], "adqs2.csv": ADQS[6:]},
    "cut by visit": {
        "adsl.csv": ADSL,
        "adqs1.csv": ADQS[ADQS["AVISITN"] < 5],
        "adqs2.csv": ADQS[ADQS["AVISITN"] > 5],
    },
    "subjects cut too": {
        "adsl1.csv": ADSL[:2],
        "adsl2.csv": ADSL[2:],
        "adqs.csv": ADQS,
    },
}


@pytest.mark.parametrize("name", CASES)
def test_that_a_package_opens_as_the_whole_one_does(name: str, opened: Opened) -> None:
    assert is_whole(opened(CASES[name]))


def test_that_the_whole_package_is_changed_in_nothing(opened: Opened) -> None:
    study = opened({"adsl.csv": ADSL, "adqs.csv": ADQS})

    assert is_whole(study)
    assert [i for i in study.issues if i.check.startswith(("variant", "derive"))] == []


def test_that_every_completion_is_told(opened: Opened) -> None:
    study = opened(CASES["only SUBJID"])

    assert "the subject (USUBJID) was taken from SUBJID" in said(study, "variant.completed")


def test_that_subjects_without_records_are_told_to_be_missing(opened: Opened) -> None:
    study = opened({"adqs.csv": ADQS})

    assert "made of the 4 subjects with records in ADQS" in said(study, "variant.no_adsl")


def test_that_numbers_of_treatments_get_their_names_from_define(opened: Opened) -> None:
    terms = "".join(
        f'<CodeListItem CodedValue="{n}"><Decode><TranslatedText>{t}</TranslatedText></Decode>'
        "</CodeListItem>"
        for n, t in ((0, "Placebo"), (1, "Active"))
    )
    define = (
        '<?xml version="1.0"?><ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" '
        'xmlns:def="http://www.cdisc.org/ns/def/v2.1"><Study OID="S"><MetaDataVersion OID="M">'
        '<ItemGroupDef OID="G" Name="ADSL"><ItemRef ItemOID="I"/></ItemGroupDef>'
        '<ItemDef OID="I" Name="TRT01PN"><CodeListRef CodeListOID="C"/></ItemDef>'
        f'<CodeList OID="C">{terms}</CodeList></MetaDataVersion></Study></ODM>'
    )

    study = opened(
        {"adsl.csv": ADSL.drop(columns="TRT01P"), "adqs.csv": ADQS, "define.xml": define}
    )

    assert study.adsl["TRT01P"].tolist() == list(ARMS)


def test_that_numbers_of_treatments_get_the_names_of_another_data_set(opened: Opened) -> None:
    numbers = [0.0] * 3 + [1.0] * 3

    study = opened(
        {"adsl.csv": ADSL.drop(columns="TRT01P"), "adqs.csv": ADQS.assign(TRTPN=numbers * 2)}
    )

    assert study.adsl["TRT01P"].tolist() == list(ARMS)


def test_that_censoring_given_as_text_becomes_a_number(opened: Opened) -> None:
    adtte = ADSL[["STUDYID", "USUBJID"]].assign(
        PARAMCD="FLARE",
        PARAM="Time to flare (days)",
        AVAL=[5.0, 9.0, 12.0, 40.0],
        CNSR=list("0101"),
    )

    study = opened({"adsl.xpt": ADSL, "adtte.xpt": adtte})

    assert study.dataset("ADTTE").frame["CNSR"].tolist() == [0.0, 1.0, 0.0, 1.0]


def test_that_treatments_without_names_are_called_by_number(opened: Opened) -> None:
    study = opened(CASES["only numbers of treatments"])

    assert study.adsl["TRT01P"].tolist() == ["Treatment 0", "Treatment 1"] * 2


def test_that_flags_of_zero_and_one_become_letters(opened: Opened) -> None:
    people = ADSL.drop(columns="SAFFL").assign(ITTFL=[1, 1, 0, 1], SAFFN=[1, 1, 1, 0])

    study = opened({"adsl.csv": people, "adqs.csv": ADQS})

    assert study.adsl["ITTFL"].tolist() == ["Y", "Y", "N", "Y"]
    assert study.adsl["SAFFL"].tolist() == ["Y", "Y", "Y", "N"]


def test_that_flags_of_a_column_with_gaps_become_letters(opened: Opened) -> None:
    people = ADSL.assign(SAFFL=[1.0, None, 0.0, 1.0])

    study = opened({"adsl.csv": people, "adqs.csv": ADQS})

    flags = study.adsl["SAFFL"]
    assert flags.isna().tolist() == [False, True, False, False]
    assert flags.dropna().tolist() == ["Y", "N", "Y"]


def test_that_days_and_analysis_variables_stand_in_for_those_missing(opened: Opened) -> None:
    events = pd.DataFrame(
        {
            "STUDYID": "T-1",
            "USUBJID": ADSL["USUBJID"],
            "AETERM": "cough",
            "AEDECOD": "Cough",
            "ASTDTM": ["2024-01-03T10:30:00", "2024-02-04T00:00:00", None, "2024-02-05T08:00:00"],
            "AREL": ["RELATED", "NOT RELATED", None, "RELATED"],
        }
    )
    people = ADSL.assign(TRTSDTM="2024-01-01T09:15:00")

    study = opened({"adsl.csv": people, "adqs.csv": ADQS, "adae.csv": events})

    found = study.dataset("ADAE").frame
    assert study.adsl["TRTSDT"].tolist() == [pd.Timestamp("2024-01-01")] * 4
    assert found["ASTDT"].dropna().dt.strftime("%d %H").tolist() == ["03 00", "04 00", "05 00"]
    assert found["AEREL"].dropna().tolist() == ["RELATED", "NOT RELATED", "RELATED"]
    assert "ASTDT was made of ASTDTM" in said(study, "variant.completed")


@pytest.mark.parametrize(
    ("flags", "emergent"),
    [
        # Only Y is given: events without a flag are not emergent, whatever their dates.
        (["Y", "Y", "", ""], [1, 2]),
        # Y and N are given: dates decide for those without.
        (["Y", "N", "", ""], [1, 4]),
        (["", "", "", ""], [2, 4]),
    ],
)
def test_that_the_sponsors_own_flag_of_emergent_events_counts(
    flags: list[str], emergent: list[int], opened: Opened
) -> None:
    dm = ADSL.assign(DOMAIN="DM", ARM=ARMS, RFXSTDTC="2024-01-10")[
        ["STUDYID", "DOMAIN", "USUBJID", "ARM", "RFXSTDTC"]
    ]
    ae = pd.DataFrame(
        {
            "STUDYID": "T-1",
            "DOMAIN": "AE",
            "USUBJID": "T-1-0001",
            "AESEQ": [1, 2, 3, 4],
            "AETERM": "cough",
            "AEDECOD": "Cough",
            "AESTDTC": ["2024-01-05", "2024-01-12", "2024-01-05", "2024-01-12"],
        }
    )
    supplement = pd.DataFrame(
        {
            "STUDYID": "T-1",
            "RDOMAIN": "AE",
            "USUBJID": "T-1-0001",
            "IDVAR": "AESEQ",
            "IDVARVAL": [1, 2, 3, 4],
            "QNAM": "AETRTEM",
            "QVAL": flags,
        }
    )

    study = opened({"dm.csv": dm, "ae.csv": ae, "suppae.csv": supplement})

    frame = study.dataset("ADAE").frame
    assert frame.loc[frame["TRTEMFL"] == "Y", "AESEQ"].tolist() == emergent
    assert ("AETRTEM" in said(study, "sdtm.derived")) == any(flags)


def test_that_text_among_values_is_counted_and_kept(opened: Opened) -> None:
    values = ADQS["AVAL"].astype(str)
    values.iloc[3] = "not done"

    study = opened({"adsl.xpt": ADSL, "adqs.xpt": ADQS.assign(AVAL=values)})

    assert adqs_of(study)["AVAL"].isna().tolist().count(True) == 1
    assert adqs_of(study)["AVALC"].iloc[3] == "not done"
    assert "1 other value kept in AVALC only" in said(study, "variant.text_value")


def test_that_a_second_cut_is_not_taken_for_a_part(opened: Opened) -> None:
    newer = ADQS.assign(AVAL=ADQS["AVAL"] + 1.0)

    study = opened({"adsl.csv": ADSL, "adqs1.csv": ADQS, "adqs2.csv": newer})

    assert len(adqs_of(study)) == len(ADQS)
    assert "already read from adqs1.csv" in said(study, "study.data_set_twice")


def test_that_dates_as_sas_prints_them_give_a_baseline(opened: Opened) -> None:
    dm = ADSL.assign(DOMAIN="DM", ARM=ARMS, RFXSTDTC="01JAN2024")[
        ["STUDYID", "DOMAIN", "USUBJID", "ARM", "RFXSTDTC"]
    ]
    qs = pd.DataFrame(
        {
            "STUDYID": "T-1",
            "DOMAIN": "QS",
            "USUBJID": ADQS["USUBJID"],
            "QSSEQ": range(1, len(ADQS) + 1),
            "QSTESTCD": "ESSDAI",
            "QSTEST": "ESSDAI total score",
            "QSSTRESN": ADQS["AVAL"],
            "VISIT": ADQS["AVISIT"],
            "VISITNUM": ADQS["AVISITN"],
            "QSDTC": ADQS["ADT"].dt.strftime("%d%b%Y").str.upper(),
        }
    )

    study = opened({"dm.csv": dm, "qs.csv": qs})

    assert is_whole(study)
    assert "01JAN2024" in said(study, "variant.completed")


@pytest.mark.parametrize(
    ("text", "encoding", "said_as"),
    [
        ("Sj\u00f6gren\u2019s \u2013 M\u00fcdigkeit", "cp1252", "Windows-1252"),
        ("\u75b2\u52b4\u611f\u304c\u3042\u308b", "cp932", "Shift-JIS"),
    ],
)
def test_that_transport_files_of_other_encodings_are_read_and_told(
    text: str, encoding: str, said_as: str, tmp_path: Path
) -> None:
    path = tmp_path / "adsl.xpt"
    pyreadstat.write_xport(
        ADSL.assign(COUNTRY="X" * 30), str(path), table_name="ADSL", file_format_version=5
    )
    path.write_bytes(path.read_bytes().replace(b"X" * 30, text.encode(encoding).ljust(30)))

    study = open_study([path])

    assert set(study.adsl["COUNTRY"]) == {text}
    assert f"read as {said_as}" in said(study, "file.encoding")


def test_that_arms_alone_name_the_treatments(opened: Opened) -> None:
    people = ADSL.drop(columns=["TRT01P", "TRT01PN", "ITTFL", "SAFFL"]).assign(
        ARM=[*ARMS[:3], "Scrnfail"], ACTARM=["Active", *ARMS[1:3], "Scrnfail"], RACE="X"
    )

    study = opened({"adsl.csv": people, "adqs.csv": ADQS[ADQS["USUBJID"] != "T-1-0004"]})

    assert [d.name for d in study.of_kind("ADSL")] == ["ADSL"]
    assert study.adsl["TRT01P"].tolist() == people["ARM"].tolist()
    assert study.adsl["TRT01A"].tolist() == people["ACTARM"].tolist()
    assert "RACE" in study.adsl
    assert "TRT01P was made of ARM" in said(study, "variant.completed")
    # Who failed screening is not missed among the records.
    assert said(study, "subject.only_in_adsl") == ""


def test_that_dates_without_hyphens_are_read(opened: Opened) -> None:
    dm = ADSL.assign(DOMAIN="DM", ARM=ARMS, RFXSTDTC="20240110")[
        ["STUDYID", "DOMAIN", "USUBJID", "ARM", "RFXSTDTC"]
    ]

    study = opened({"dm.csv": dm})

    assert study.adsl["TRTSDT"].tolist() == [pd.Timestamp("2024-01-10")] * 4


def test_that_results_as_collected_stand_in_for_standard_ones(opened: Opened) -> None:
    dm = ADSL.assign(DOMAIN="DM", ARM=ARMS, RFXSTDTC="2024-01-10")[
        ["STUDYID", "DOMAIN", "USUBJID", "ARM", "RFXSTDTC"]
    ]
    lb = pd.DataFrame(
        {
            "STUDYID": "T-1",
            "DOMAIN": "LB",
            "USUBJID": "T-1-0001",
            "LBTESTCD": "BILI",
            "LBTEST": "Bilirubin",
            "LBORRES": ["0,4", "<0,2", "1,4", "0,9"],
            "LBORRESU": "mg/dL",
            "LBORNRLO": "0,2",
            "LBORNRHI": "1,2",
            "VISITNUM": [1, 2, 3, 4],
            "VISIT": ["Screening", "Week 2", "Week 4", "Week 6"],
            "LBDTC": ["2024-01-05", "2024-01-24", "2024-02-07", "2024-02-21"],
        }
    )

    study = opened({"dm.csv": dm, "lb.csv": lb})

    frame = study.dataset("ADLB").frame
    assert frame["AVAL"].tolist()[::2] == [0.4, 1.4]
    assert frame["AVALC"].iloc[1] == "<0,2"
    assert frame["PARAM"].unique().tolist() == ["Bilirubin (mg/dL)"]
    assert frame["A1LO"].tolist() == [0.2] * 4
    assert frame["A1HI"].tolist() == [1.2] * 4
    assert "values are those collected (LBORRES)" in said(study, "sdtm.derived")
    assert "'<0,2'" in said(study, "value.limit")


def test_that_subjects_without_an_arm_get_that_of_their_records(opened: Opened) -> None:
    study = opened({"adsl.csv": ADSL.drop(columns=["TRT01P", "TRT01PN"]), "adqs.csv": ADQS})

    assert study.adsl["TRT01P"].tolist() == list(ARMS)
    assert "TRT01P were taken from the records" in said(study, "variant.completed")


def test_that_a_study_without_arms_is_one_group_of_all_its_subjects(opened: Opened) -> None:
    people, records = ADSL.drop(columns=["TRT01P", "TRT01PN"]), ADQS.drop(columns="TRTP")

    study = opened({"adsl.csv": people, "adqs.csv": records})

    assert study.of_kind("ADSL")[0].frame["USUBJID"].tolist() == ADSL["USUBJID"].tolist()
    assert study.adsl["SEX"].tolist() == ["F"] * 4
    assert "4 subjects are analysed as one group, All patients" in said(study, "adsl.no_arms")


def test_that_records_alone_make_the_subjects_of_a_study_without_arms(opened: Opened) -> None:
    study = opened({"adqs.csv": ADQS.drop(columns="TRTP")})

    assert study.adsl["USUBJID"].tolist() == ADSL["USUBJID"].tolist()
    assert "made of the 4 subjects with records in ADQS" in said(study, "variant.no_adsl")
    assert said(study, "adsl.no_arms")

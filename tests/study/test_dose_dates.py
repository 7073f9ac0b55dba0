"""First and last doses that are not in the subject-level data, and events without a flag."""

import pandas as pd
import pytest

from sjogren_desktop.study.load import open_study

ADSL = """USUBJID,TRT01P,TRT01A,SAFFL{head}
01,Placebo,Placebo,Y{a}
02,Active,Active,Y{b}
"""
EX = """USUBJID,EXTRT,EXSTDTC,EXENDTC
01,PLACEBO,2024-01-08,2024-02-04
01,PLACEBO,2024-02-05,2024-03-03
02,ACTIVE,2024-01-10,
"""
ADAE = """USUBJID,AETERM,AEDECOD,AESER
01,cough,Cough,N
02,rash,Rash,N
"""


def opened(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)
    return open_study([folder])


def test_that_first_and_last_dose_come_from_exposure_records(tmp_path):
    study = opened(tmp_path, adsl=ADSL.format(head="", a="", b=""), ex=EX)

    assert study.adsl["TRTSDT"].dt.strftime("%Y-%m-%d").tolist() == ["2024-01-08", "2024-01-10"]
    assert study.adsl["TRTEDT"].dt.strftime("%Y-%m-%d").tolist()[0] == "2024-03-03"
    assert pd.isna(study.adsl["TRTEDT"].iloc[1])
    told = [i.message for i in study.issues if i.column == "TRTSDT"]
    assert told == [
        "ADSL (2 records): TRTSDT was made of the first EXSTDTC of EX, because the file has none; "
        "it is known for 2 subjects."
    ]


@pytest.mark.parametrize("column", ["TR01SDT", "RFXSTDTC", "RFSTDTC"])
def test_that_dates_of_the_subject_go_before_exposure_but_for_the_reference_period(
    tmp_path, column
):
    text = ADSL.format(head=f",{column}", a=",2024-01-01", b=",2024-01-02")

    study = opened(tmp_path, adsl=text, ex=EX)

    day = "2024-01-08" if column == "RFSTDTC" else "2024-01-01"
    assert study.adsl["TRTSDT"].dt.strftime("%Y-%m-%d").iloc[0] == day


def test_that_a_finding_says_that_treatment_emergence_is_not_derivable(tmp_path):
    study = opened(tmp_path, adsl=ADSL.format(head="", a="", b=""), adae=ADAE)

    (found,) = [i for i in study.issues if i.check == "ae.emergence"]
    assert found.severity == "warning"
    assert "All 2 reported events are counted in safety tables, which say so." in found.message


def test_that_a_study_day_is_enough_to_tell(tmp_path):
    text = ADAE.replace("AESER\n", "AESER,AESTDY\n").replace(",N\n", ",N,3\n")

    study = opened(tmp_path, adsl=ADSL.format(head="", a="", b=""), adae=text)

    assert not [i for i in study.issues if i.check == "ae.emergence"]


def test_that_events_without_subject_level_data_open(tmp_path):
    study = opened(tmp_path, adae=ADAE)

    assert [i.check for i in study.issues if i.severity == "warning"] == ["structure.no_adsl"]

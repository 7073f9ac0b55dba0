"""Numbers that stand for dates: counted in days or parts of seconds, or written together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from sjogren_desktop.study.date_numbers import dates_of_numbers
from sjogren_desktop.study.load import open_study


@pytest.mark.parametrize(
    "number",
    # 2 January 2014: SAS gives 19725 for '02JAN2014'd, Excel shows 41641 for the date, Unix time
    # is 1388620800 seconds.
    [19_725, 41_641, 20_140_102, *(1_388_620_800 * parts for parts in (10**3, 10**6, 10**9))],
)
def test_that_every_way_of_counting_is_told_by_its_size(number: int) -> None:
    found = dates_of_numbers(np.array([np.nan, float(number)]))

    assert found is not None
    assert np.isnat(found.values[0])
    assert found.values[1] == np.datetime64("2014-01-02", "us")


@pytest.mark.parametrize(
    "numbers",
    [[np.nan], [1.0, 29.0, 57.0], [19_725.5], [1_388_620_800.0], [20_141_302.0], [19_725.0, 1e9]],
)
def test_that_numbers_which_may_be_something_else_stay_numbers(numbers: list[float]) -> None:
    assert dates_of_numbers(np.array(numbers)) is None


# 2 January 2014 in seconds from 1960 (SAS: '02JAN2014'd * 86400) and from 1970.
SAS_SECONDS, UNIX_SECONDS = 1_704_240_000.0, 1_388_620_800.0


@pytest.mark.parametrize("number", [SAS_SECONDS, UNIX_SECONDS])
def test_that_other_dates_of_the_table_decide_from_when_seconds_are_counted(number: float) -> None:
    found = dates_of_numbers(np.array([number]), sas=True, near=lambda: np.datetime64("2013-06-30"))

    assert found is not None
    assert found.values[0] == np.datetime64("2014-01-02", "us")


def test_that_seconds_are_those_of_sas_where_a_file_of_sas_has_no_other_dates() -> None:
    found = dates_of_numbers(np.array([SAS_SECONDS, np.nan]), sas=True)

    assert found is not None
    assert found.values[0] == np.datetime64("2014-01-02", "us")
    assert np.isnat(found.values[1])


def test_that_seconds_far_from_all_other_dates_stay_numbers() -> None:
    near = np.datetime64("1990-06-30")
    assert dates_of_numbers(np.array([SAS_SECONDS]), sas=True, near=lambda: near) is None


def people(**columns: object) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "STUDYID": "T-1",
            "USUBJID": ["T-1-1", "T-1-2", "T-1-3"],
            "TRT01P": ["Placebo", "Active", "Active"],
            **columns,
        }
    )


@pytest.mark.parametrize("values", [[19725, 19726, 19728], [19725, None, 19728]])
@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_that_dates_given_as_sas_numbers_are_read_and_told(
    values: list[object], suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"adsl.{suffix}"
    frame = people(TRTSDT=values)
    frame.to_csv(path, index=False) if suffix == "csv" else frame.to_parquet(path)

    study = open_study([path])

    assert study.adsl["TRTSDT"].iloc[[0, 2]].tolist() == [
        pd.Timestamp("2014-01-02"),
        pd.Timestamp("2014-01-05"),
    ]
    (said,) = [i.message for i in study.issues if i.check == "date.number"]
    assert "as SAS counts them: 19725 is 2014-01-02" in said


@pytest.mark.parametrize("suffix", ["xpt", "csv", "parquet"])
def test_that_date_times_of_sas_without_a_format_are_read_and_told(
    suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"adsl.{suffix}"
    frame = people(TRTSDTM=[SAS_SECONDS + 8 * 3600, None, SAS_SECONDS + 86_400])
    if suffix == "xpt":
        pyreadstat.write_xport(frame, path, table_name="ADSL")
    else:
        frame.to_csv(path, index=False) if suffix == "csv" else frame.to_parquet(path)

    study = open_study([path])

    assert study.adsl["TRTSDTM"].iloc[0] == pd.Timestamp("2014-01-02 08:00")
    assert study.adsl["TRTSDT"].iloc[[0, 2]].tolist() == [
        pd.Timestamp("2014-01-02"),
        pd.Timestamp("2014-01-03"),
    ]
    (said,) = [i for i in study.issues if i.check == "date.number"]
    assert (
        "seconds from 1 January 1960, as SAS counts them: 1704268800 is 2014-01-02" in said.message
    )
    assert said.severity == "warning"


def test_that_unix_seconds_beside_dates_of_the_same_time_are_read_as_such(tmp_path: Path) -> None:
    path = tmp_path / "adsl.csv"
    frame = people(TRTSDTM=[UNIX_SECONDS] * 3, RANDDT="2014-01-01", BRTHDT="1950-01-01")
    frame.to_csv(path, index=False)

    assert open_study([path]).adsl["TRTSDT"].iloc[0] == pd.Timestamp("2014-01-02")


def test_that_days_of_the_study_under_the_name_of_a_date_are_no_dates(tmp_path: Path) -> None:
    path = tmp_path / "adsl.csv"
    people(TRTSDT=[1, 1, 2]).to_csv(path, index=False)

    assert open_study([path]).adsl["TRTSDT"].tolist() == [1, 1, 2]


def test_that_date_times_under_the_names_of_collected_data_are_the_days_of_records(
    tmp_path: Path,
) -> None:
    people(TRTSDTM=[SAS_SECONDS] * 3, TRT01A="Active", SAFFL="Y").to_csv(
        tmp_path / "adsl.csv", index=False
    )
    keys = {"STUDYID": "T-1", "USUBJID": ["T-1-1", "T-1-2"]}
    started = [SAS_SECONDS - 86_400, SAS_SECONDS + 3_600]
    pd.DataFrame({**keys, "AETERM": "Cough", "AEDECOD": "Cough", "AESTDTM": started}).to_csv(
        tmp_path / "adae.csv", index=False
    )
    pd.DataFrame(
        {**keys, "PARAMCD": "ALT", "AVISIT": "Week 4", "AVISITN": 4, "AVAL": 7, "LBDTM": started}
    ).to_csv(tmp_path / "adlb.csv", index=False)

    study = open_study([tmp_path])

    days = [pd.Timestamp("2014-01-01"), pd.Timestamp("2014-01-02")]
    assert study.dataset("ADAE").frame["ASTDT"].tolist() == days
    assert study.dataset("ADLB").frame["ADT"].tolist() == days
    assert not [i for i in study.issues if i.check == "ae.emergence"]

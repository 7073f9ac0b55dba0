"""Numbers that stand for dates: counted in days or parts of seconds, or written together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
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


def test_that_days_of_the_study_under_the_name_of_a_date_are_no_dates(tmp_path: Path) -> None:
    path = tmp_path / "adsl.csv"
    people(TRTSDT=[1, 1, 2]).to_csv(path, index=False)

    assert open_study([path]).adsl["TRTSDT"].tolist() == [1, 1, 2]

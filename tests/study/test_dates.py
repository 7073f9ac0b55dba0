"""How texts become dates."""

from __future__ import annotations

import numpy as np
import pytest

from sjogren_desktop.study.dates import Dates, parse_dates


def parse(*texts: str) -> Dates:
    return parse_dates(np.array(texts, dtype=object))


@pytest.mark.parametrize(
    "text",
    ["2014-03-05", "2014/03/05", "05.03.2014", "5.3.2014", "05MAR2014", "05-Mar-2014",
     "5 March 2014", "05-MRZ-2014".replace("MRZ", "Mar"), "2014-03-05T00:00"],
)  # fmt: skip
def test_that_full_dates_are_read(text: str) -> None:
    found = parse(text)

    assert found.complete
    assert found.values[0] == np.datetime64("2014-03-05")


def test_that_the_time_of_day_is_kept() -> None:
    assert parse("2014-03-05T14:30:05").values[0] == np.datetime64("2014-03-05T14:30:05")


@pytest.mark.parametrize("text", ["2014", "2014-01", "--01-05", "2014---05", "2014-01-09T14"])
def test_that_incomplete_iso_dates_are_partial_and_not_invalid(text: str) -> None:
    found = parse(text)

    assert found.partial.tolist() == [True]
    assert not found.invalid.any()
    assert not found.complete


@pytest.mark.parametrize("text", ["2014-02-30", "UN-JAN-2014", "31.04.2014", "平成26年2月1日", "x"])
def test_that_impossible_dates_are_invalid(text: str) -> None:
    found = parse(text)

    assert found.invalid.tolist() == [True]
    assert np.isnat(found.values[0])


def test_that_another_date_of_the_column_decides_between_day_and_month() -> None:
    assert parse("03/04/2014", "13/04/2014").values[0] == np.datetime64("2014-04-03")
    assert parse("03/04/2014", "04/13/2014").values[0] == np.datetime64("2014-03-04")


@pytest.mark.parametrize("texts", [("03/04/2014",), ("13/04/2014", "04/13/2014", "03/04/2014")])
def test_that_nothing_is_read_where_day_and_month_cannot_be_told_apart(texts: tuple[str]) -> None:
    found = parse(*texts)

    assert found.ambiguous.all()
    assert np.isnat(found.values).all()

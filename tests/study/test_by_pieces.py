"""Data sets of many records go to another process in pieces, without loss."""

import pickle

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from sjogren_desktop.study import by_pieces
from sjogren_desktop.study.data import Dataset


def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "USUBJID": pd.Series(["B", "A", None, "B", "Å", "A", "C"], dtype="str"),
            "EMPTY": pd.Series([None] * 7, dtype="str"),
            "MIXED": pd.Series(["a", 1.5, None, "a", 2, np.nan, "b"], dtype="object"),
            "AVAL": [1.5, np.nan, -0.0, np.inf, 2.0, 3.0, 4.0],
            "AVISITN": np.arange(7),
            "ADT": pd.to_datetime(["2024-01-01", None, *["2024-02-29"] * 5]).astype(
                "datetime64[us]"
            ),
            "FLAG": [True, False] * 3 + [True],
        }
    )


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_pieces, "LARGE", 5)
    monkeypatch.setattr(by_pieces, "_PIECE", 3)
    monkeypatch.setattr(by_pieces, "_GROWN", 3)


@pytest.mark.usefixtures("small_pieces")
def test_that_a_large_data_set_comes_back_as_it_was():
    dataset = Dataset("ADLB", "BDS", frame(), {"AVAL": "Value"}, ("adlb.csv",))
    assert isinstance(dataset.__getstate__()["frame"], by_pieces.Apart)

    again = pickle.loads(pickle.dumps(dataset, protocol=5))

    assert_frame_equal(again.frame, dataset.frame)
    assert again.frame["USUBJID"].dtype == dataset.frame["USUBJID"].dtype
    assert again.frame.loc[3, "MIXED"] == "a"
    assert (again.name, again.labels, again.sources) == ("ADLB", {"AVAL": "Value"}, ("adlb.csv",))


@pytest.mark.usefixtures("small_pieces")
def test_that_records_with_an_index_of_their_own_go_over_as_they_are():
    other = frame().set_index(np.arange(7) * 2)

    again = pickle.loads(pickle.dumps(Dataset("ADLB", "BDS", other), protocol=5))

    assert_frame_equal(again.frame, other)


def test_that_a_small_data_set_goes_over_whole():
    dataset = Dataset("ADLB", "BDS", frame())

    assert dataset.__getstate__()["frame"] is dataset.frame


def test_that_texts_are_smaller_by_their_codes():
    many = pd.Series(["NEPTUNUS-1-10101-0236", "NEPTUNUS-1-10101-0237"] * 50_000, dtype="str")
    apart = by_pieces.take_apart(pd.DataFrame({"USUBJID": many}))

    assert len(pickle.dumps(apart, protocol=5)) < 4.1 * len(many)
    assert_frame_equal(by_pieces.put_together(apart), pd.DataFrame({"USUBJID": many}))

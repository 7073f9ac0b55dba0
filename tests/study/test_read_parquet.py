"""Parquet files: plain columns out of every kind of column, and a sentence for damage."""

from __future__ import annotations

from pathlib import Path

import fastparquet
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.read_parquet import read_parquet

FRAME = pd.DataFrame(
    {
        "STUDYID": "T-1",
        "USUBJID": pd.Categorical(["S1", "S1", "S2"]),
        "PARAMCD": ["IGG", "IGG", None],
        "AVAL": [0.9, None, 12.25],
        "AVISITN": pd.array([0, 4, None], dtype="Int64"),
        "ADT": pd.to_datetime(["2024-01-09", None, "2024-02-07"]),
        "DONE": [True, False, True],
    }
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "adlb.parquet"
    fastparquet.write(str(target), FRAME, compression="ZSTD")
    return target


def test_that_every_kind_of_column_becomes_plain(path: Path) -> None:
    frame = open_study([path]).dataset("ADLB").frame

    assert frame["USUBJID"].tolist() == ["S1", "S1", "S2"]
    assert frame["PARAMCD"].fillna("").tolist() == ["IGG", "IGG", ""]
    assert frame["AVAL"].fillna(-1).tolist() == [0.9, -1, 12.25]
    assert frame["AVISITN"].fillna(-1).tolist() == [0, 4, -1]
    assert frame["DONE"].tolist() == ["Y", "N", "Y"]
    assert frame["ADT"].dt.strftime("%Y-%m-%d").fillna("").tolist() == [
        "2024-01-09", "", "2024-02-07",
    ]  # fmt: skip
    assert {str(t) for t in frame.dtypes} == {"str", "float64", "datetime64[us]"}


@pytest.mark.parametrize("spoil", ["cut", "footer", "page"])
def test_that_a_damaged_file_is_one_sentence(spoil: str, path: Path) -> None:
    content = bytearray(path.read_bytes())
    if spoil == "cut":
        content = content[: len(content) // 2]
    elif spoil == "footer":
        content[-400:-8] = bytes(392)
    else:
        content[4:200] = b"\xff" * 196
    path.write_bytes(bytes(content))

    with pytest.raises(AnalysisError, match=r"adlb\.parquet could not be read as Parquet.*\.$"):
        open_study([path])


def test_that_the_numbers_of_rows_are_no_variable(tmp_path: Path) -> None:
    target = tmp_path / "adlb.parquet"
    fastparquet.write(str(target), FRAME.iloc[[2, 0]], write_index=True)

    frame = open_study([target]).dataset("ADLB").frame

    assert "INDEX" not in frame


def test_that_a_column_of_lists_is_left_out_and_named(tmp_path: Path) -> None:
    """No cell of a table is a list: what counts and sorts cells relies on that."""
    nested = pd.DataFrame({"USUBJID": ["S1", "S2"], "CODES": [[1, 2], {"k": 1}], "AVAL": [1.0, 2]})
    path = tmp_path / "adlb.parquet"
    fastparquet.write(str(path), nested, object_encoding={"CODES": "json", "USUBJID": "utf8"})

    raw = read_parquet(path)

    assert list(raw.tables[0].frame) == ["USUBJID", "AVAL"]
    (issue,) = raw.issues
    assert issue.check == "file.nested_column"
    assert "CODES" in issue.message

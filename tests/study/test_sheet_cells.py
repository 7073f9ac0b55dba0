"""The cells of a sheet are the same however its rows are cut into blocks."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from sjogren_desktop.study.sheet_cells import Merged, SheetCells, Words

ROWS: list[list[Any]] = [
    ["Listing", "", "", ""],
    ["ID", "Value", "Date", "Mixed"],
    ["a", 1.5, dt.date(2024, 1, 9), 1.0],
    ["", "", "", ""],
    ["a", "", dt.date(2024, 1, 9), "ND"],
    ["b", 2, dt.datetime(2024, 1, 9, 8, 30), True],
    ["c", 3.0, "", 2.0],
]


def sheet(merged: tuple[Merged, ...] = ()) -> SheetCells:
    return SheetCells(ROWS, 1, merged, lambda rows: None)


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_that_cells_are_kept_as_they_are_whatever_the_block(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sjogren_desktop.study.sheet_cells._BLOCK", size)

    cells = sheet()

    assert (cells.height, cells.width) == (7, 5)
    assert [cells.row(i) for i in range(7)] == [["", *row] for row in ROWS]
    assert cells.filled.tolist() == [1, 4, 4, 0, 3, 4, 3]
    assert cells.worded.tolist() == [1, 4, 1, 0, 2, 1, 1]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_that_columns_of_numbers_become_arrays_and_others_keep_their_kinds(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sjogren_desktop.study.sheet_cells._BLOCK", size)
    records = np.array([2, 4, 5, 6])

    cells = sheet()

    np.testing.assert_array_equal(cells.column(2, records), [1.5, np.nan, 2.0, 3.0])
    assert cells.column(0, records) == ["", "", "", ""]
    texts = cells.column(1, records)
    assert isinstance(texts, Words)
    assert texts.tolist() == ["a", "a", "b", "c"]
    mixed = cells.column(4, records)
    assert mixed == [1.0, "ND", True, 2.0]
    assert [type(c) for c in mixed] == [float, str, bool, float]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_that_merged_ranges_are_filled_across_blocks(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sjogren_desktop.study.sheet_cells._BLOCK", size)

    cells = sheet((Merged(2, 1, 4, 2), Merged(6, 3, 9, 9)))

    assert [cells.row(i)[1:3] for i in (2, 3, 4)] == [["a", "a"]] * 3
    assert cells.row(6)[3:] == ["", ""]
    assert cells.filled.tolist() == [1, 4, 4, 2, 4, 4, 2]


@pytest.mark.parametrize("size", [1, 2, 100])
def test_that_many_different_texts_are_kept_as_they_are(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sjogren_desktop.study.sheet_cells._BLOCK", size)
    monkeypatch.setattr("sjogren_desktop.study.sheet_cells._MOST_WORDS", 3)
    rows = [[f"text {i}", i if i % 2 else ""] for i in range(9)]

    cells = SheetCells(rows, 0, (), lambda taken: None)
    part = cells.column(0, np.arange(9))

    kept = part.tolist() if isinstance(part, Words) else list(part)
    assert kept == [f"text {i}" for i in range(9)]
    assert [cells.row(i) for i in range(9)] == rows
    np.testing.assert_array_equal(
        cells.column(1, np.arange(9)), [np.nan, 1, np.nan, 3, np.nan, 5, np.nan, 7, np.nan]
    )

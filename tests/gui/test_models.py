"""The models behind the tables: data frames, results, data sets and findings."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import frame_model
from sjogren_desktop.gui.data_sets import DataSetTable, FindingTable
from sjogren_desktop.gui.frame_model import Columns, FrameModel, arrange
from sjogren_desktop.gui.table_model import ResultTableModel
from sjogren_desktop.results import Issue
from sjogren_desktop.study.summary import summarise
from tests.samples import sample_ae_result, sample_mmrm_result
from tests.studies import small_study

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "USUBJID": ["S-3", "S-1", None, "S-2"],
            "AVAL": [2.5, np.nan, 10.0, 2.5],
            "AVISITN": [4, 0, 12, 8],
            "ADT": [datetime(2023, 5, 1), None, datetime(2022, 1, 31), datetime(2023, 5, 2)],
            "OK": [True, False, True, True],
        }
    )


def shown(model: FrameModel, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def model(qtbot: QtBot) -> FrameModel:
    made = FrameModel()
    made.set_frame(frame(), {"AVAL": "Analysis value"})
    return made


def test_that_the_frame_model_is_a_sound_model(
    model: FrameModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)


def test_that_values_are_shown_as_recorded_and_missing_as_empty(model: FrameModel) -> None:
    assert shown(model, 0) == ["S-3", "S-1", "", "S-2"]
    assert shown(model, 1) == ["2.5", "", "10", "2.5"]
    assert shown(model, 2) == ["4", "0", "12", "8"]
    assert shown(model, 3) == ["2023-05-01", "", "2022-01-31", "2023-05-02"]
    assert shown(model, 4) == ["True", "False", "True", "True"]


def test_that_missing_values_of_nullable_types_are_empty_too(qtbot: QtBot) -> None:
    model = FrameModel()

    model.set_frame(
        pd.DataFrame(
            {
                "WHOLE": pd.array([3, None, 1], dtype="Int64"),
                "TEXT": pd.array(["b", None, "a"], dtype="string"),
                "FLAG": pd.array([True, None, False], dtype="boolean"),
                "LEVEL": pd.Categorical(["x", None, "y"]),
            }
        )
    )
    model.sort(0, ASCENDING)

    assert shown(model, 0) == ["1", "3", ""]
    assert shown(model, 1) == ["a", "b", ""]
    assert shown(model, 2) == ["False", "True", ""]
    assert shown(model, 3) == ["y", "x", ""]


def test_that_the_header_names_variables_and_tells_their_labels(model: FrameModel) -> None:
    horizontal = Qt.Orientation.Horizontal

    assert model.headerData(1, horizontal) == "AVAL"
    assert model.headerData(1, horizontal, Qt.ItemDataRole.ToolTipRole) == "Analysis value"


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (0, ASCENDING, ["S-1", "S-2", "S-3", ""]),
        (0, DESCENDING, ["S-3", "S-2", "S-1", ""]),
        (1, ASCENDING, ["2.5", "2.5", "10", ""]),
        (1, DESCENDING, ["10", "2.5", "2.5", ""]),
        (3, ASCENDING, ["2022-01-31", "2023-05-01", "2023-05-02", ""]),
    ],
)
def test_that_sorting_puts_missing_last_both_ways(
    model: FrameModel, column: int, order: Qt.SortOrder, expected: list[str]
) -> None:
    model.sort(column, order)

    assert shown(model, column) == expected


@pytest.mark.parametrize("order", [ASCENDING, DESCENDING])
def test_that_equal_values_keep_their_order(model: FrameModel, order: Qt.SortOrder) -> None:
    model.sort(1, order)

    names = [n for n, v in zip(shown(model, 0), shown(model, 1), strict=True) if v == "2.5"]
    assert names == ["S-3", "S-2"]


def test_that_numbers_in_texts_count_when_sorted() -> None:
    texts = ["Week 12", "10", "Week 4", "9", None, "x", "Week 004", "3a", "1" * 40, "Week"]
    made = FrameModel()
    made.set_frame(pd.DataFrame({"A": texts}))

    made.sort(0)

    shown = [made.index(row, 0).data() for row in range(made.rowCount())]
    assert shown == ["3a", "9", "10", "1" * 40, "Week", "Week 004", "Week 4", "Week 12", "x", ""]


def test_that_many_texts_are_sorted_in_pieces() -> None:
    texts = [f"R{(number * 7919) % 50_021}" for number in range(50_000)]
    columns = Columns(pd.DataFrame({"A": texts}), {})

    found = arrange(columns, len(texts), by=0)

    assert [texts[place] for place in found] == sorted(texts)


def test_that_the_rows_keep_their_numbers_when_sorted(model: FrameModel) -> None:
    model.sort(0, ASCENDING)

    vertical = Qt.Orientation.Vertical
    assert [model.headerData(r, vertical) for r in range(4)] == ["2", "4", "1", "3"]


def test_that_the_filter_finds_text_in_any_case_and_numbers_exactly(model: FrameModel) -> None:
    model.set_filter("s-")
    assert shown(model, 0) == ["S-3", "S-1", "S-2"]

    model.set_filter("2.50")
    assert shown(model, 0) == ["S-3", "S-2"]

    model.set_filter("12", 2)
    assert shown(model, 2) == ["12"]

    model.set_filter("nothing like it")
    assert model.rowCount() == 0

    model.set_filter("")
    assert model.rowCount() == 4


def test_that_filter_and_order_go_together(model: FrameModel) -> None:
    model.set_filter("s-")
    model.sort(2, DESCENDING)

    assert shown(model, 2) == ["8", "4", "0"]


def test_that_a_new_frame_starts_unsorted_and_unfiltered(model: FrameModel) -> None:
    model.set_filter("s-1")
    model.sort(0, DESCENDING)

    model.set_frame(frame())

    assert shown(model, 0) == ["S-3", "S-1", "", "S-2"]


def test_that_a_frame_without_rows_or_columns_is_shown(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model = FrameModel()
    for empty in (pd.DataFrame(), frame().iloc[:0]):
        model.set_frame(empty)
        model.sort(0, ASCENDING)
        model.set_filter("x")

        assert model.rowCount() == 0
        qtmodeltester.check(model)


def test_that_a_long_table_is_sorted_in_the_background(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame_model, "_LONG", 3)
    model = FrameModel()
    model.set_frame(frame())

    with qtbot.waitSignal(model.arranged):
        model.sort(0, ASCENDING)
        assert model.is_busy
        assert shown(model, 0)[0] == "S-3"  # as it was, until the order is there

    assert shown(model, 0) == ["S-1", "S-2", "S-3", ""]
    assert not model.is_busy


def test_that_only_the_last_wish_of_several_is_fulfilled(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame_model, "_LONG", 3)
    model = FrameModel()
    model.set_frame(frame())

    with qtbot.waitSignal(model.arranged):
        model.sort(0, ASCENDING)
        model.sort(0, DESCENDING)
        model.set_filter("s-")

    assert shown(model, 0) == ["S-3", "S-2", "S-1"]


@given(
    st.lists(st.one_of(st.none(), st.floats(allow_nan=False)), max_size=30),
    st.booleans(),
)
def test_that_sorting_numbers_agrees_with_plain_sorting(
    values: list[float | None], descending: bool
) -> None:
    table = pd.DataFrame({"X": pd.Series(values, dtype="float64")})

    order = arrange(Columns(table, {}), len(table), by=0, descending=descending)

    present = [(v, i) for i, v in enumerate(values) if v is not None]
    expected = sorted(present, key=lambda pair: -pair[0] if descending else pair[0])
    absent = [i for i, v in enumerate(values) if v is None]
    assert list(order) == [i for _, i in expected] + absent


# -- results


@pytest.mark.parametrize("result", [sample_mmrm_result(), sample_ae_result()])
def test_that_the_result_model_is_a_sound_model(
    qtbot: QtBot, qtmodeltester: ModelTester, result: object
) -> None:
    for table in result.tables:  # type: ignore[attr-defined]
        qtmodeltester.check(ResultTableModel(table))


def test_that_a_cell_shows_the_formatted_text_and_tells_the_full_precision(qtbot: QtBot) -> None:
    table = sample_mmrm_result().tables[1]
    model = ResultTableModel(table)
    row = [r.labels[0] for r in table.rows].index("Week 48")
    stat = table.rows[row].cells[0].stats[0]  # type: ignore[union-attr]

    assert model.index(row, 0).data() == "Week 48"
    # By hand: -(57/7 - 66/13) (1 - exp(-48/17)) = -2.8838; sqrt(2 (0.31^2 + 0.332^2)) = 0.6424.
    assert model.index(row, 1).data() == "-2.88 (0.642)"
    tip = model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.split("\n")[0] == f"estimate: {stat.value!r}"
    assert tip.split("\n")[1].startswith("standard error: 0.642")


def test_that_what_is_not_estimable_says_so_in_cell_and_tooltip(qtbot: QtBot) -> None:
    model = ResultTableModel(sample_mmrm_result().tables[1])

    assert model.index(0, 4).data() == "NE"
    tip = model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "estimate: not estimable\nstandard error: not estimable"


# -- lists of the Import tab


def test_that_the_list_of_data_sets_gives_their_figures(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    study = small_study()
    model = DataSetTable()
    model.set_summaries(summarise(study))

    qtmodeltester.check(model)
    row = [str(model.index(1, c).data()).strip() for c in range(model.columnCount())]
    assert row[:6] == ["ADQS", "Measurements", "230", "60", "4", "0"]
    assert row[6] == "S1, S2"


def test_that_findings_are_listed_worst_first_with_their_address(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model = FindingTable()
    model.set_issues(
        [
            Issue("note", "3 files were left out."),
            Issue("error", "The file is cut off.", "Export it again.", file="adae.xpt"),
            Issue("warning", "Odd.", file="a.xlsx", sheet="S", row=7, column="AVAL", subject="1"),
        ],
        ["", "", "ADQS"],
    )

    qtmodeltester.check(model)
    words = [model.index(r, 0).data() for r in range(3)]
    assert words == ["Error", "Warning", "Note"]
    assert not model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(0, 2).data() == "Export it again."
    assert [str(model.index(1, c).data()).strip() for c in range(3, 8)] == [
        "ADQS",
        "a.xlsx (S)",
        "7",
        "AVAL",
        "1",
    ]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize("late", [0, 5])
def test_that_one_time_of_day_among_many_dates_is_seen(
    monkeypatch: pytest.MonkeyPatch, unit: str, late: int
) -> None:
    monkeypatch.setattr(frame_model, "_LOOKED_AT", 2)
    dates = pd.Series(pd.to_datetime(["1969-12-31", None, *["2024-02-29"] * 4])).dt.as_unit(unit)
    table = pd.DataFrame({"DAYS": dates, "TIMES": dates})
    table.loc[late, "TIMES"] += pd.Timedelta("1s")
    columns = Columns(table, {})

    assert [columns[0].text(row) for row in (0, 1, 5)] == ["1969-12-31", "", "2024-02-29"]
    assert columns[1].unit == "s"
    assert columns[1].text(late).endswith("T00:00:01")


def test_that_columns_are_taken_out_of_a_frame_when_they_are_shown() -> None:
    dates = pd.to_datetime(["2020-01-02T10:11:12", None, "2019-05-06"], format="ISO8601")
    table = pd.DataFrame({"A": dates, "B": dates.normalize(), "C": ["x", None, "1"]})
    columns = Columns(table, {"B": "Day"})

    assert (columns.names, columns.labels) == (("A", "B", "C"), ("", "Day", ""))
    assert [columns[0].text(row) for row in range(3)] == [
        "2020-01-02T10:11:12",
        "",
        "2019-05-06T00:00:00",
    ]
    assert [columns[1].text(row) for row in range(3)] == ["2020-01-02", "", "2019-05-06"]
    assert [columns[2].text(row) for row in range(3)] == ["x", "", "1"]
    assert arrange(columns, 3, by=1).tolist() == [2, 0, 1]
    assert arrange(columns, 3, needle="2019-05").tolist() == [2]

"""A result table: what of a head is shared and what a column's own, and that all is seen."""

from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.result_table import ResultTable, split_header
from sjogren_desktop.gui.table_model import ResultTableModel, TableTexts, texts_of
from sjogren_desktop.results import Cell, Column, Row, Stat, Table


def test_that_the_number_of_subjects_stands_under_its_arm() -> None:
    assert split_header("Placebo\n(N=138)") == ("Placebo\n(N=138)", "")


def test_that_the_last_line_is_the_columns_own() -> None:
    assert split_header("Placebo\n(N=138)\nn") == ("Placebo\n(N=138)", "n")
    assert split_header("Value") == ("", "Value")


def test_that_the_bar_of_a_long_table_covers_no_column(qtbot: QtBot) -> None:
    cells = tuple(Cell((Stat("count", 1000 + i),)) for i in range(3))
    rows = tuple(Row((f"Row {i}",), cells) for i in range(100))
    heads = tuple(Column(f"Column {i}") for i in range(3))
    view = ResultTable(Table("t", "T", ("",), heads, rows))
    qtbot.addWidget(view)
    view.resize(view.sizeHint())
    view.show()

    assert view.verticalScrollBar().isVisible()
    wide = sum(view.columnWidth(c) for c in range(view.results.columnCount()))
    assert view.viewport().width() >= wide


def test_that_long_labels_run_over_lines_and_leave_room_for_numbers(qtbot: QtBot) -> None:
    long = "Ianalumab 300 mg every 3 months minus Ianalumab 300 mg monthly"
    rows = tuple(Row((name, "x"), (Cell((Stat("n", 3),)),)) for name in ("Short", long))
    view = ResultTable(Table("t", "T", ("Comparison", "Study"), (Column("n"),), rows))
    qtbot.addWidget(view)
    view.show()

    letters = view.fontMetrics().averageCharWidth()
    assert view.columnWidth(0) < view.fontMetrics().horizontalAdvance(long)
    assert view.columnWidth(0) < 40 * letters
    assert view.rowHeight(1) >= 2 * view.fontMetrics().height()
    assert view.rowHeight(0) < view.rowHeight(1)
    # Every row is in sight without a bar at the side.
    assert view.verticalScrollBar().maximum() == 0


def test_that_a_long_table_is_made_in_steps_and_shows_all_texts_whole(qtbot: QtBot) -> None:
    rows = tuple(
        Row((f"{'W' if i == 70 else 'i'} term {i}",), (Cell((Stat("count", i**3),)), None) * 4)
        for i in range(500)
    )
    table = Table("t", "T", ("Term",), tuple(Column(f"C{i}") for i in range(8)), rows)
    steps = texts_of(table)
    counts = []
    while True:
        try:
            next(steps)
        except StopIteration as end:
            texts: TableTexts = end.value
            break
        counts.append(1)
    view = ResultTable(table, texts=texts)
    qtbot.addWidget(view)
    plain = ResultTableModel(table)

    assert len(counts) == 3  # between four steps of 1500 cells at most
    wide = view.fontMetrics().horizontalAdvance
    for column in range(9):
        shown = [view.results.text(row, column) for row in range(500)]
        assert shown == [plain.text(row, column) for row in range(500)]
        assert view.columnWidth(column) > max(map(wide, shown))

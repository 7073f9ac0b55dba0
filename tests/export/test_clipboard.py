"""What is copied: tables keep columns and numbers, figures give their data."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from sjogren_desktop.export.figure_data import figure_lines, tab_separated
from sjogren_desktop.export.web import clipboard_html, clipboard_text
from sjogren_desktop.figures import (
    BarFigure,
    ForestFigure,
    ForestRow,
    LineFigure,
    MapFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.results import Cell, Column, Row, Stat, Table
from tests.samples import sample_ae_result, sample_mmrm_result

TABLE = Table(
    "mixed",
    "Mixed <title>",
    ("Visit", "Kind"),
    (Column("A\n(N=3)\nMean"), Column("A\n(N=3)\nn (%)"), Column("B\nTerm")),
    (
        Row(
            ("Week 4", "=1+1"),
            (
                Cell((Stat("mean", -1 / 3),)),
                Cell((Stat("count", 3), Stat("percent", 7.1)), "{0} ({1}%)"),
                Cell((Stat("term", "3/10"),)),
            ),
        ),
        Row(("Week 8", "x"), (Cell((Stat("mean", None),)), None, Cell((Stat("term", "(5)"),)))),
    ),
    ("Note",),
)


def test_that_a_copied_table_has_heads_and_rows_of_equal_length() -> None:
    lines = [x.split("\t") for x in clipboard_text(sample_ae_result().tables[0]).split("\n")]

    assert lines[0][:2] == ["Category", "Ianalumab 300 mg monthly (N=168) n (%)"]
    assert lines[1][:3] == ["Subjects with at least one TEAE", "131 (78.0%)", "402"]
    assert lines[2][0] == "Mild"
    assert {len(line) for line in lines} == {7}


def test_that_a_part_is_copied_without_heads() -> None:
    assert clipboard_text(TABLE, part=(range(1), range(1, 4))) == "'=1+1\t-0.33\t3 (7.1%)"
    assert "<th" not in clipboard_html(TABLE, part=(range(1), range(1, 4)))


def test_that_a_spreadsheet_program_keeps_columns_and_numbers(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed, so no spreadsheet program can paste the table")
    page = tmp_path / "paste.html"
    page.write_text(clipboard_html(TABLE), encoding="utf-8")

    subprocess.run(
        [
            *(office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--infilter=HTML (StarCalc)", "--convert-to", "xlsx", "--outdir", str(tmp_path)),
            str(page),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )

    sheet = openpyxl.load_workbook(tmp_path / "paste.xlsx").worksheets[0]
    rows = [[c.value for c in row] for row in sheet.iter_rows() if row[0].value]
    week4, week8 = (next(r for r in rows if r[0] == name) for name in ("Week 4", "Week 8"))
    # The number arrives in full, everything else as the text it is.
    assert week4[:2] + week4[3:] == ["Week 4", "=1+1", "3 (7.1%)", "3/10"]
    assert week4[2] == pytest.approx(-1 / 3, rel=1e-14)  # LibreOffice writes 15 digits
    assert week8 == ["Week 8", "x", "NE", None, "(5)"]
    number = next(c for row in sheet.iter_rows() for c in row if c.value == week4[2])
    assert number.number_format == "0.00"
    assert rows[0][0] == "Mixed <title>"
    assert rows[-1][0] == "Note"


def test_that_figures_of_each_kind_give_their_numbers_in_full() -> None:
    a = Series("A", 0, (4.0, 8.0), (1 / 3, 2.0), (0.1, 1.0), (0.5, 3.0), (("P1",), ("P2",)))
    curve = LineFigure("k", "T", "Week", "Change", (a,), ((4.0, "Week 4"), (8.0, "Week 8")))
    forest = ForestFigure("k", "T", "Difference", (ForestRow("A", None, 1.0, 2.0),))
    bars = BarFigure("k", "T", "%", ("x", "y"), (Series("A", 0, (1.0, 2.0), ()),))
    grid = MapFigure("k", "T", "X", "Y", "p", (0.0, 1.0), (0.0, 2.0), ((1.0, 2.0), (3.0, 4.0)), ())
    dots = ScatterFigure("k", "T", "X", "Y", (Series("A", 0, (1.0,), (2.0,)),), (("Patient 7",),))

    assert figure_lines(curve) == [
        ("Group", "Week", "Name", "Change", "Lower limit", "Upper limit"),
        ("A", 4.0, "Week 4", 1 / 3, 0.1, 0.5),
        ("A", 8.0, "Week 8", 2.0, 1.0, 3.0),
    ]
    assert figure_lines(forest)[1] == ("A", None, 1.0, 2.0)
    assert figure_lines(bars) == [("Category", "Group", "%"), ("x", "A", 1.0), ("y", "A", 2.0)]
    assert figure_lines(grid)[2] == (0.0, 2.0, 2.0)
    assert figure_lines(dots) == [("Group", "X", "Y"), ("A", 1.0, 2.0)]
    assert tab_separated(figure_lines(forest)).split("\n")[1] == "A\t\t1.0\t2.0"


def test_that_a_curve_without_limits_and_names_has_three_columns() -> None:
    figure = LineFigure("k", "T", "Day", "Share", (Series("A", 0, (1.0,), (0.5,)),))

    assert figure_lines(figure) == [("Group", "Day", "Share"), ("A", 1.0, 0.5)]


def test_that_all_figures_of_the_samples_give_lines() -> None:
    for result in (sample_mmrm_result(), sample_ae_result()):
        for figure in result.figures:
            assert len(figure_lines(figure)) > 1

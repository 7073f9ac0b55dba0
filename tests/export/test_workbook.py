"""The workbook, opened again: texts, numbers at full precision, print set-up, safety."""

from __future__ import annotations

import getpass
import re
import socket
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from math import inf, nan
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sjogren_desktop import __version__, formats
from sjogren_desktop.export.displays import Run
from sjogren_desktop.export.grid import fit, grid, room_behind
from sjogren_desktop.export.house import PageStyle
from sjogren_desktop.export.sheets import sheet_name
from sjogren_desktop.export.workbook import write_workbook
from sjogren_desktop.results import AnalysisError, Cell, Column, Result, Row, Stat, Table
from tests.samples import sample_ae_result, sample_mmrm_result

WRITTEN = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
RESULTS = [sample_mmrm_result(), sample_ae_result()]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "results.xlsx"
    write_workbook(path, RESULTS, run=Run(WRITTEN))
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


def _write(tmp_path: Path, *results: Result) -> Workbook:
    write_workbook(tmp_path / "w.xlsx", results, run=Run(WRITTEN))
    return openpyxl.load_workbook(tmp_path / "w.xlsx")


def _small(*rows: Row, header: str = "Placebo", title: str = "T", labels: int = 1) -> Result:
    table = Table("t", title, ("Label",) * labels, (Column(header, {"ARM": header}),), rows)
    return Result("a", "Title", "S-1", "FAS", "", (table,))


def _texts(sheet: Worksheet) -> list[str]:
    return [str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None]


def _find(sheet: Worksheet, text: str) -> int:
    """Return the row whose first cell is this text."""
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == text)


def _tables(sheet: Worksheet, result: Result) -> Iterator[tuple[Table, int]]:
    """Yield the tables with the row their body begins in."""
    for table in result.tables:
        start = _find(sheet, table.title)
        for row in range(start, start + 5):
            if sheet.cell(row, 1).value == table.rows[0].labels[0]:
                yield table, row


def test_that_sheets_come_in_order(book: Workbook) -> None:
    assert book.sheetnames == [
        "Contents",
        "1 NEPTUNUS-2 mmrm_change",
        "1 Numbers",
        "2 NEPTUNUS-2 ae_overview",
        "2 Numbers",
        "Methods",
    ]


@pytest.mark.parametrize("number", [0, 1])
def test_that_the_display_sheet_has_the_texts_of_the_screen(book: Workbook, number: int) -> None:
    result = RESULTS[number]
    sheet = book.worksheets[1 + 2 * number]

    found = list(_tables(sheet, result))

    assert len(found) == len(result.tables)
    for table, first in found:
        for place, row in enumerate(table.rows):
            shown = [sheet.cell(first + place, c).value for c in range(1, len(row.cells) + 2)]
            assert shown == [row.labels[0], *(formats.cell(cell) for cell in row.cells)]


@pytest.mark.parametrize("number", [0, 1])
def test_that_the_twin_has_every_number_in_full_in_the_same_row(
    book: Workbook, number: int
) -> None:
    result = RESULTS[number]
    display, twin = book.worksheets[1 + 2 * number], book.worksheets[2 + 2 * number]
    checked = 0

    for table, first in _tables(display, result):
        heads = [twin.cell(first - 1, c).value for c in range(1, twin.max_column + 1)]
        for place, row in enumerate(table.rows):
            assert twin.cell(first + place, 1).value == row.labels[0]
            for key, value in row.key.items():
                assert twin.cell(first + place, heads.index(key) + 1).value == value
            for column, cell in zip(table.columns, row.cells, strict=True):
                for stat in cell.stats if cell else ():
                    head = f"{' '.join(column.header.split())} | {stat.name}"
                    found = twin.cell(first + place, heads.index(head) + 1)
                    assert found.value == stat.value
                    assert type(found.value) is type(stat.value)
                    checked += 1

    assert checked == sum(1 for table in result.tables for _ in table.numbers())


@pytest.mark.parametrize(
    "value", [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, -1e-7, float(np.nextafter(1, 2))]
)
def test_that_no_bit_of_a_number_is_lost(tmp_path: Path, value: float) -> None:
    # openpyxl itself writes 16 significant digits, which are too few for these.
    row = Row(("a",), (Cell((Stat("estimate", np.float64(value)),)),))

    sheet = _write(tmp_path, _small(row))["1 Numbers"]

    cell = sheet.cell(_find(sheet, "a"), 2)
    assert cell.data_type == "n"
    assert float(cell.value).hex() == value.hex()


def test_that_what_is_not_estimable_is_ne_to_read_and_empty_in_the_twin(tmp_path: Path) -> None:
    rows = [Row((str(v),), (Cell((Stat("estimate", v),)),)) for v in (None, nan, inf, -inf)]

    book = _write(tmp_path, _small(*rows))

    for row in rows:
        display, twin = book.worksheets[1], book.worksheets[2]
        assert display.cell(_find(display, row.labels[0]), 2).value == "NE"
        assert twin.cell(_find(twin, row.labels[0]), 2).value is None


def test_that_absent_cells_are_empty_and_repeated_statistics_have_own_columns(
    tmp_path: Path,
) -> None:
    pair = Cell((Stat("n", 3), Stat("n", 4)), "{0}/{1}")
    result = _small(Row(("a",), (pair,)), Row(("b",), (None,)))

    book = _write(tmp_path, result)

    twin = book["1 Numbers"]
    top = _find(twin, "a")
    assert [twin.cell(top - 1, c).value for c in (2, 3)] == ["Placebo | n", "Placebo | n (2)"]
    assert [twin.cell(top, c).value for c in (2, 3)] == [3, 4]
    assert [twin.cell(top + 1, c).value for c in (2, 3)] == [None, None]
    display = book.worksheets[1]
    assert display.cell(_find(display, "a"), 2).value == "3/4"
    assert display.cell(_find(display, "b"), 2).value is None


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "#N/A", "\t=1", "'=1"]
)
def test_that_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    cell = Cell((Stat("worst", text),))
    result = replace(
        _small(Row((text,), (cell,), {"KEY": text}), header=text, title=text),
        title=text,
        study=text,
        population=text,
        summary=text,
        notes=(text,),
        method=((text, text),),
        options={text: text},
    )

    write_workbook(tmp_path / "w.xlsx", [result])
    book = openpyxl.load_workbook(tmp_path / "w.xlsx")

    cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]
    assert sum(1 for c in cells if c.value == text) >= 8
    assert all(c.data_type == "s" for c in cells if isinstance(c.value, str))
    risky = [c for c in cells if str(c.value)[0] in "=+-@\t"]
    assert all(c.quotePrefix for c in risky)
    with zipfile.ZipFile(tmp_path / "w.xlsx") as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)
            assert b"<f " not in archive.read(name)


def test_that_control_characters_do_not_spoil_the_file(tmp_path: Path) -> None:
    result = _small(Row(("a\x00b\x1f\ud800",), (Cell((Stat("n", 1),)),)))

    sheet = _write(tmp_path, result).worksheets[1]

    assert "a b  " in _texts(sheet)


def test_that_contents_lists_and_links_every_sheet(book: Workbook) -> None:
    sheet = book["Contents"]
    links = {c.value: c.hyperlink for row in sheet.iter_rows() for c in row if c.hyperlink}

    assert list(links) == [*book.sheetnames[1:]]
    for name, link in links.items():
        assert link.location == f"'{name}'!A1"
        assert link.target is None
    assert [c.value for c in sheet[6]][:4] == [
        1,
        "NEPTUNUS-2",
        "Full analysis set",
        "Change from baseline by visit (MMRM): ESSDAI total score",
    ]
    assert sheet["G6"].value == "synthetic"
    assert sheet["H6"].value == RESULTS[0].summary
    assert f"Sjögren Desktop {__version__}, written 2026-03-04 05:06+00:00" in _texts(sheet)


def test_that_synthetic_data_are_marked_on_every_sheet(book: Workbook) -> None:
    for sheet in book:
        assert "SYNTHETIC DATA" in str(sheet.oddHeader.center.text)
    for sheet in book.worksheets[1:5]:
        assert sheet["A4"].value == "SYNTHETIC DATA: simulated, not observed in any trial"


def test_that_real_data_bear_no_mark(tmp_path: Path) -> None:
    book = _write(tmp_path, replace(RESULTS[0], synthetic=False))

    for sheet in book:
        assert not [t for t in _texts(sheet) if "synthetic" in t.lower()]
        assert not sheet.oddHeader.center.text


def test_that_pages_are_set_up_for_print(book: Workbook) -> None:
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.right.text == "Page &P of &N"
        assert sheet.oddFooter.left.text == f"Sjögren Desktop {__version__}"
        assert sheet.oddFooter.right.text.strip() == "2026-03-04 05:06+00:00"
        assert sheet.print_title_rows
    assert book.worksheets[1].oddHeader.left.text == "NEPTUNUS-2"


def test_that_title_block_and_labels_stay_in_view(book: Workbook) -> None:
    several, single = book.worksheets[1], book.worksheets[3]

    assert several.freeze_panes == "B6"
    assert several.print_title_rows == "$1:$5"
    assert single.freeze_panes == "B9"
    assert single.cell(9, 1).value == "Subjects with at least one TEAE"


def test_that_the_head_of_a_long_table_repeats_on_every_page(tmp_path: Path) -> None:
    rows = [Row((f"row {i}",), (Cell((Stat("n", i),)),)) for i in range(200)]

    sheet = _write(tmp_path, _small(*rows)).worksheets[1]

    head = _find(sheet, "Label")
    assert sheet.print_title_rows == f"$1:${head}"


def test_that_a_table_that_does_not_fit_begins_on_a_new_page(tmp_path: Path) -> None:
    rows = tuple(Row((f"row {i}",), (Cell((Stat("n", i),)),)) for i in range(15))
    tables = tuple(Table(f"t{i}", f"Table {i}", ("L",), (Column("c"),), rows) for i in range(4))

    sheet = _write(tmp_path, replace(_small(), tables=tables)).worksheets[1]

    # 15 rows of 15.5 points with head and title are about 290 of the 480 points of a page.
    assert [b.id for b in sheet.row_breaks.brk] == [
        _find(sheet, f"Table {i}") - 1 for i in (1, 2, 3)
    ]


def test_that_small_tables_share_a_page(tmp_path: Path) -> None:
    rows = tuple(Row((f"row {i}",), (Cell((Stat("n", i),)),)) for i in range(3))
    tables = tuple(Table(f"t{i}", f"Table {i}", ("L",), (Column("c"),), rows) for i in range(5))

    sheet = _write(tmp_path, replace(_small(), tables=tables)).worksheets[1]

    assert [b.id for b in sheet.row_breaks.brk] == [_find(sheet, "Table 4") - 1]


def test_that_columns_with_a_common_head_stand_under_it(book: Workbook) -> None:
    sheet = book.worksheets[1]
    row = _find(sheet, RESULTS[0].tables[0].title) + 1

    merged = [str(r) for r in sheet.merged_cells.ranges if r.min_row == row]

    assert sorted(merged) == [f"B{row}:D{row}", f"E{row}:G{row}", f"H{row}:J{row}"]
    assert sheet.cell(row, 2).value == "Ianalumab 300 mg monthly\n(N=168)"
    assert [sheet.cell(row + 1, c).value for c in range(1, 5)] == [
        "Visit",
        "n",
        "LS mean (SE)",
        "95% CI",
    ]


def test_that_footnotes_notes_and_method_are_printed(book: Workbook) -> None:
    texts = _texts(book.worksheets[1])

    for table in RESULTS[0].tables:
        assert all(note in texts for note in table.footnotes)
    assert all(note in texts for note in RESULTS[0].notes)
    assert all(f"{name}: {value}" in texts for name, value in RESULTS[0].method)
    assert RESULTS[0].summary in texts


def test_that_methods_hold_what_repeats_a_run(book: Workbook) -> None:
    sheet = book["Methods"]
    pairs = {row[0].value: row[1].value for row in sheet.iter_rows()}

    assert pairs["Covariance"] == "unstructured"
    assert pairs["parameter"] == '"ESSDAI"'
    assert pairs["alpha"] == "0.05"
    assert pairs["adjust_region"] == "true"
    assert pairs["arms"] == (
        '["Ianalumab 300 mg monthly", "Ianalumab 300 mg every 3 months", "Placebo"]'
    )
    assert pairs["Sjögren Desktop"] == __version__
    assert pairs["openpyxl"] == openpyxl.__version__


def test_that_properties_name_the_program_and_no_person(book: Workbook) -> None:
    assert book.properties.creator == f"Sjögren Desktop {__version__}"
    assert book.properties.title == "Results of NEPTUNUS-2"
    assert book.properties.lastModifiedBy is None
    assert book.properties.created == datetime(2026, 3, 4, 5, 6)


def test_that_the_file_tells_neither_user_nor_machine_nor_folder(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    telling = [str(path.parent), str(Path.home()), socket.gethostname(), str(Path.cwd())]
    user = getpass.getuser()
    for name, data in parts.items():
        assert not [t for t in telling if len(t) > 3 and t.encode() in data], name
        assert not re.search(rf"\b{re.escape(user)}\b".encode(), data), name
        assert b'TargetMode="External"' not in data, name
    assert not [name for name in parts if "externalLink" in name]


def test_that_right_aligned_numbers_leave_room_for_their_decimals() -> None:
    column = ["131 (78.0%)", "9 (5.4%)", "168 (100%)", "0", "NE", "", "1 (<0.1%)"]

    rooms = room_behind(column)

    assert rooms == ["", "", ".0", " (0.0%)", " (0.0%)", "", ""]
    assert room_behind(["24.1", "12.19", "21", "7"]) == ["0", "", ".00", ".00"]
    assert room_behind(["(-2.6, 0.0)", "(-11.2, -0.4)"]) == ["", ""]
    assert room_behind(["-1.3 (0.2)", "NE", "0"]) == ["", ".0 (0.0)", ".0 (0.0)"]
    assert room_behind(["NE", "NE"]) == ["", ""]
    assert room_behind([]) == []


def test_that_room_for_decimals_is_no_part_of_the_text(book: Workbook) -> None:
    sheet = book.worksheets[3]

    deaths = sheet.cell(_find(sheet, "Deaths"), 2)

    assert deaths.value == "0"
    assert deaths.number_format == "@_ _(_0_._0_%_)"
    assert deaths.alignment.horizontal == "right"


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("1 NEPTUNUS-1 a/b:c?d*e[f]\\g", [], "1 NEPTUNUS-1 a-b-c-d-e-f--g"),
        ("x" * 40, [], "x" * 31),
        ("x" * 40, ["X" * 31], "x" * 27 + " (2)"),
        ("'quoted'", [], "quoted"),
        ("History", [], "History (2)"),
        ("", [], "Sheet"),
        ("Methods", ["methods", "Methods (2)"], "Methods (3)"),
    ],
)
def test_that_sheet_names_are_accepted_by_excel(wanted: str, taken: list[str], name: str) -> None:
    assert sheet_name(wanted, taken) == name


def test_that_many_results_of_one_analysis_have_own_sheets(tmp_path: Path) -> None:
    many = [replace(RESULTS[1], study="A" * 40) for _ in range(12)]

    book = _write(tmp_path, *many)

    assert len({name.casefold() for name in book.sheetnames}) == 26
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_that_an_empty_table_gives_empty_sheets(tmp_path: Path) -> None:
    book = _write(tmp_path, _small())

    assert "T" in _texts(book.worksheets[1])
    assert "T" in _texts(book.worksheets[2])


def test_that_a_result_without_tables_is_listed(tmp_path: Path) -> None:
    book = _write(tmp_path, Result("a", "Title", "S-1", "FAS", "Nothing found.", ()))

    assert "Nothing found." in _texts(book.worksheets[1])


def test_that_an_ampersand_in_a_study_name_is_printed_as_such(tmp_path: Path) -> None:
    sheet = _write(tmp_path, replace(_small(), study="R&D 7")).worksheets[1]

    assert sheet.oddHeader.left.text == "R&&D 7"


def test_that_a_place_one_cannot_write_to_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"results\.xlsx could not be written"):
        write_workbook(tmp_path / "nowhere" / "results.xlsx", RESULTS)


def test_that_broken_words_take_the_width_the_page_has_left():
    def piece(text):
        cells = (Cell((Stat("text", text),)), Cell((Stat("count", 3),)))
        table = Table("t", "T", ("Part",), (Column("Text"), Column("n")), (Row(("A",), cells),))
        (found,) = fit(grid(table), page)
        return found.widths

    page = PageStyle()
    long, short = piece("word " * 100), piece("word")

    assert sum(long) == pytest.approx(page.room)
    assert long[1] > 0.8 * page.room
    assert short[1] < 0.2 * page.room

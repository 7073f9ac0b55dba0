"""Workbooks: where the table stands, and which cells do not fit."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from sjogren_desktop.results import AnalysisError, Issue
from sjogren_desktop.study.raw import RawTables
from sjogren_desktop.study.read_workbook import read_workbook
from sjogren_desktop.study.readers import read_file
from sjogren_desktop.study.values import interpret
from sjogren_desktop.study.workbook_faults import far_cell
from tests.study.made_workbooks import binary_workbook, open_document


def save(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path


def opened(path: Path) -> tuple[RawTables, list[pd.DataFrame], list[Issue]]:
    raw = read_workbook(path)
    frames, issues = [], list(raw.issues)
    for table in raw.tables:
        interpreted, more = interpret(table, path.name)
        frames.append(interpreted.frame)
        issues += more
    return raw, frames, issues


def test_that_titles_merged_headers_and_footnotes_leave_the_records(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Listing 16.2", None, None, None, None])
    sheet.append([])
    sheet.append(["Subject", None, "ALT (U/L)", None, "AST (U/L)"])
    sheet.append(["Site", "ID", "Baseline", "Week 4", "Baseline"])
    sheet.append([701, "S-01", " 27.5 ", "ND", 30])
    sheet.append([None, "S-02", 12, 15.5, 31])
    sheet.append([])
    sheet.append(["ND = not done"])
    for cells in ("A1:E1", "A3:B3", "C3:D3", "A5:A6"):
        sheet.merge_cells(cells)
    book.create_sheet("notes")["A1"] = "nothing here"
    book.create_sheet("secret").sheet_state = "hidden"

    raw, frames, issues = opened(save(book, tmp_path / "lab.xlsx"))

    assert [t.sheet for t in raw.tables] == ["Sheet"]
    frame = frames[0]
    assert list(frame.columns) == [
        "SUBJECT SITE",
        "SUBJECT ID",
        "ALT (U/L) BASELINE",
        "ALT (U/L) WEEK 4",
        "AST (U/L) BASELINE",
    ]
    assert frame["SUBJECT SITE"].tolist() == ["701", "701"]
    assert frame["ALT (U/L) BASELINE"].tolist() == [27.5, 12.0]
    assert np.isnan(frame["ALT (U/L) WEEK 4"].iloc[0])
    assert frame["ALT (U/L) WEEK 4"].iloc[1] == 15.5
    assert [raw.tables[0].row(i) for i in (0, 1)] == [5, 6]
    found = {(i.check, i.sheet, i.row) for i in issues}
    assert ("workbook.hidden_sheet", "", None) in found
    assert ("workbook.no_table", "notes", None) in found
    assert ("workbook.outside_table", "Sheet", None) in found
    assert ("workbook.number_as_text", "Sheet", 5) in found


def test_that_dates_of_the_1904_system_are_right(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["USUBJID", "VISITDT"])
    book.active.append(["S-01", dt.date(2014, 3, 5)])
    book.active.append(["S-02", 40242])

    _, frames, issues = opened(save(book, tmp_path / "mac.xlsx"))

    # 40242 days after 1904-01-01 are 2014-03-06.
    assert frames[0]["VISITDT"].tolist() == [pd.Timestamp("2014-03-05"), pd.Timestamp("2014-03-06")]
    assert [(i.check, i.row) for i in issues] == [("workbook.cell_kind", 3)]


def test_that_cells_of_another_kind_are_named_by_their_address(tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ["USUBJID", "ESSDAI", "VISITDT"],
        ["S-01", "=5+6", dt.date(2024, 1, 5)],
        ["S-02", "12", 45301],
        ["S-03", "#N/A", "2024-02-30"],
        ["S-04", True, dt.time(10, 30)],
    ):
        book.active.append(row)
    book.active["B4"].data_type = "e"

    _, frames, issues = opened(save(book, tmp_path / "mixed.xlsx"))

    text = " ".join(i.message for i in issues)
    for cell in ("B2", "B3", "B4", "B5", "C3", "C4", "C5"):
        assert cell in text
    assert frames[0]["ESSDAI"].isna().tolist() == [True, False, True, False]
    assert frames[0]["VISITDT"].tolist()[:3] == ["2024-01-05", "2024-01-10", "2024-02-30"]


def test_that_text_like_formulas_stays_text(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["USUBJID", "AETERM"])
    book.active.append(["S-01", None])
    book.active["B2"].value = "=1+1"
    book.active["B2"].data_type = "s"

    _, frames, issues = opened(save(book, tmp_path / "ae.xlsx"))

    assert frames[0]["AETERM"].tolist() == ["=1+1"]
    assert issues == []


def test_that_a_repeated_header_above_text_costs_no_record(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["USUBJID", "AETERM", "AETERM"])
    book.active.append(["S-01", "Headache", "Pain"])
    book.active.append(["S-02", "Nausea", "Rash"])

    _, frames, issues = opened(save(book, tmp_path / "ae.xlsx"))

    assert frames[0]["AETERM_2"].tolist() == ["Pain", "Rash"]
    assert [i.check for i in issues] == ["file.duplicate_header"]


def test_that_every_sheet_with_a_table_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "ADSL"
    book.active.append(["USUBJID", "ARM"])
    book.active.append(["S-01", "A"])
    other = book.create_sheet("ADAE")
    other.append(["USUBJID", "AETERM", None, "AESEQ"])
    other.append(["S-01", "Headache", None, 1])

    raw, frames, _ = opened(save(book, tmp_path / "study.xlsx"))

    assert [t.name for t in raw.tables] == ["ADSL", "ADAE"]
    assert list(frames[1].columns) == ["USUBJID", "AETERM", "AESEQ"]


def test_that_a_workbook_without_a_table_is_refused_in_words(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "empty"

    with pytest.raises(AnalysisError, match="no sheet with a table"):
        read_workbook(save(book, tmp_path / "x.xlsx"))


def test_that_a_workbook_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (65 << 20))

    with pytest.raises(AnalysisError, match="would grow to 65 MB"):
        read_workbook(path)


def test_that_a_damaged_workbook_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")

    with pytest.raises(AnalysisError, match="could not be read as a workbook"):
        read_workbook(path)


def test_that_a_lost_cell_far_away_never_fills_the_memory(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["USUBJID", "AVAL"])
    book.active["XFD1048576"] = "x"

    with pytest.raises(AnalysisError, match="the cell XFD1048576 is in use"):
        read_workbook(save(book, tmp_path / "far.xlsx"))


def test_that_tall_and_wide_sheets_are_no_lost_cells() -> None:
    tall = b"".join(b'<c r="A%d"/><c r="B%d"/>' % (i, i) for i in range(990_000, 1_010_000))
    wide = b"".join(b'<c r="AB%c1"/>' % c for c in range(65, 91))

    assert far_cell(tall) == ""
    assert far_cell(wide) == ""
    assert far_cell(b'<c r="A1"/><c r="B4000000000"/>') == "B4000000000"


@pytest.mark.parametrize("kind", ["xlsb", "ods", "xls"])
def test_that_the_other_kinds_of_workbook_give_the_same_records(kind: str, tmp_path: Path) -> None:
    whole = {
        "xlsb": binary_workbook,
        "ods": open_document,
        "xls": (Path(__file__).parent / "data" / "adqs.xls").read_bytes,
    }
    path = tmp_path / f"adqs.{kind}"
    path.write_bytes(whole[kind]())

    _, frames, _ = opened(path)

    assert frames[0]["AVAL"].tolist() == [10.5, 7.0, 8.0, 9.25]
    assert frames[0]["USUBJID"].tolist() == ["S1", "S1", "S2", "S2"]


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_that_a_workbook_with_a_password_says_so(kind: str) -> None:
    # One record without meaning, encrypted by msoffcrypto-tool 5 (xlsx) and LibreOffice.
    path = Path(__file__).parent / "data" / f"protected.{kind}"

    with pytest.raises(AnalysisError) as refused:
        read_file(path)

    assert str(refused.value) == (
        f"protected.{kind} is protected by a password. Save a copy without one and open that."
    )

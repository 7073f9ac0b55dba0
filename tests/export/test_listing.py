"""Lists as workbooks: every text a text, every number a number, nothing half-written."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sjogren_desktop.export.listing import Listing, write_listings
from sjogren_desktop.results import AnalysisError, Cancelled

LISTING = Listing(
    "Findings",
    "Findings of the import",
    ("What", "Row"),
    [("=1+1", 3), ("+HYPERLINK(1)", 4.5), ("@SUM(A1)", None), ("-2+3", 0), ("#N/A", 1),
     ("a\x07b", 2)],
    (40.0, 8.0),
)  # fmt: skip


def test_that_texts_like_formulas_are_written_as_texts(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    write_listings(path, [LISTING])

    sheet = load_workbook(path)["Findings"]
    cells = [sheet.cell(row, 1) for row in range(3, 9)]
    assert [c.value for c in cells] == ["=1+1", "+HYPERLINK(1)", "@SUM(A1)", "-2+3", "#N/A", "a b"]
    assert {c.data_type for c in cells} == {"s"}
    assert [c.quotePrefix for c in cells] == [True, True, True, True, False, False]
    assert [sheet.cell(r, 2).value for r in range(3, 9)] == [3, 4.5, None, 0, 1, 2]
    assert sheet["A1"].value == "Findings of the import"
    assert sheet.auto_filter.ref == "A2:B8"


def test_that_no_record_reaches_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings name subjects: nothing of them may lie where others can read it."""
    watched = tmp_path / "temporary"
    watched.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(watched))
    opened: list[str] = []
    rows = [(f"S-{number}", number) for number in range(3000)]

    def look(fraction: float, message: str) -> None:
        opened.extend(p.name for p in watched.iterdir())
        opened.extend(p.name for p in tmp_path.iterdir() if p != watched)

    write_listings(tmp_path / "list.xlsx", [replace(LISTING, rows=rows), LISTING], progress=look)

    assert opened == []
    assert list(watched.iterdir()) == []
    book = load_workbook(tmp_path / "list.xlsx", read_only=True)
    assert [len(list(sheet.rows)) for sheet in book.worksheets] == [3002, 8]
    book.close()


def test_that_more_rows_than_a_sheet_holds_are_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"1,048,577 rows"):
        write_listings(tmp_path / "list.xlsx", [replace(LISTING, rows=range(1_048_575))])  # type: ignore[arg-type]

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("when", [0.0, 0.4, 0.95])
def test_that_cancel_leaves_the_older_file(tmp_path: Path, when: float) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"older")

    def stop(fraction: float, message: str) -> None:
        if fraction >= when:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_listings(path, [LISTING, LISTING], progress=stop)

    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"\.$"):
        write_listings(tmp_path / "absent" / "list.xlsx", [LISTING])

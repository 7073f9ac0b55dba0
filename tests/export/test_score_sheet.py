"""Score sheets on paper and in a workbook: one page, one row a visit, nothing lost or leaked."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from sjogren_desktop.export.score_sheet import (
    CHANGES,
    NOTES,
    ROWS,
    DomainLine,
    ScorePage,
    draw_score_page,
    write_score_page,
    write_score_rows,
)
from sjogren_desktop.results import AnalysisError

MARKS = (("SYNTHETIC DATA", "simulated"), ("BLINDED", "all patients are pooled"))
LINES = tuple(DomainLine(f"Domain {i}", "1 low", "0", "+1 worse", "5", "6") for i in range(12))
PAGE = ScorePage(
    patient=(("Study", "S1"), ("Patient", "P-1"), ("Visit", "Week 24")),
    domains=LINES,
    totals=(("ESSDAI", "60, high activity"),),
    notes=("A note that costs $5 and ends.",),
)


def texts(page):
    return [t.get_text() for t in draw_score_page(page).texts]


def test_that_the_page_is_a4_and_holds_every_line():
    drawing = draw_score_page(PAGE)

    assert drawing.get_size_inches() * 25.4 == pytest.approx([210, 297])
    shown = texts(PAGE)
    assert [t for t in shown if t.startswith("Domain ")] == [line.label for line in LINES]
    assert "A note that costs $5 and ends." in shown
    assert "60, high activity" in shown


def test_that_drafts_and_simulated_patients_are_marked():
    marked = texts(ScorePage(PAGE.patient, LINES, PAGE.totals, is_draft=True, marks=MARKS))

    assert any(t.startswith("DRAFT") for t in marked)
    assert "SYNTHETIC DATA: simulated" in marked
    assert "BLINDED: all patients are pooled" in marked
    assert not any("DRAFT" in t or "simulated" in t or "BLINDED" in t for t in texts(PAGE))


def test_that_everything_stays_on_the_page_and_what_does_not_fit_is_counted():
    long = "A rule that is explained at length. " * 6
    remarked = tuple(
        DomainLine(f"Domain {i}", "1", "0", "", "5", "6", "The findings support more. " * 5)
        for i in range(12)
    )

    shown = draw_score_page(ScorePage(PAGE.patient, remarked, PAGE.totals, notes=(long,) * 40))

    lowest = min(t.get_position()[1] for t in shown.texts)
    assert lowest > 0.03
    assert any("more: see the workbook" in t.get_text() for t in shown.texts)


def test_that_the_pdf_is_one_page(tmp_path: Path):
    path = tmp_path / "sheet.pdf"

    write_score_page(path, PAGE)

    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") == 1


def test_that_numbers_stay_numbers_and_formulas_stay_text(tmp_path: Path):
    path = tmp_path / "rows.xlsx"
    rows = [
        {"Patient": "=P-1", "ESSDAI": 7, "ESSPRI": 16 / 3, "Date": "2024-03-01", "Renal": None},
        {"Patient": "P-2", "ESSDAI": None, "ESSPRI": None, "Date": "", "Renal": 0},
    ]
    changes = [{"Variable": "renal", "Old value": 0, "New value": 1, "Reason": "+new"}]

    write_score_rows(
        path,
        rows,
        changes=changes,
        notes=("C1: missing.",),
        marks=MARKS,
        written=datetime(2026, 3, 1, tzinfo=UTC),
    )

    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [ROWS, CHANGES, NOTES]
    sheet = book[ROWS]
    assert [c.value for c in sheet[1]][:5] == list(rows[0])
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=P-1", "s")
    assert sheet["C2"].value == 16 / 3
    assert sheet["E3"].value == 0
    assert sheet.freeze_panes == "A2"
    assert book[CHANGES]["D2"].value == "+new"
    said = [str(c.value) for c in book[NOTES]["A"]]
    assert said[:2] == ["SYNTHETIC DATA: simulated.", "BLINDED: all patients are pooled."]
    assert "BLINDED" in sheet.oddFooter.center.text


def test_that_no_change_is_said_as_such(tmp_path: Path):
    path = tmp_path / "rows.xlsx"

    write_score_rows(path, [{"Patient": "P-1"}])

    assert openpyxl.load_workbook(path)[CHANGES]["A1"].value == "None."


def test_that_a_folder_that_is_not_there_gives_a_sentence(tmp_path: Path):
    with pytest.raises(AnalysisError, match="sheet"):
        write_score_page(tmp_path / "nowhere" / "sheet.pdf", PAGE)

"""The file of a workbook is made without a file in the temporary folder."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from PIL import Image as Picture

from sjogren_desktop.export.book_file import book_file
from sjogren_desktop.results import Cancelled


def book() -> Workbook:
    made = Workbook()
    first = made.active
    assert first is not None
    first["A1"], first["B2"] = "Sjögren <&>", 0.25
    first["A1"].hyperlink = "#'Second'!A1"
    first["C1"].comment = Comment("said", "author")
    second = made.create_sheet("Second")
    second.append(["a", None, 3])
    second.freeze_panes = "A2"
    drawn = BytesIO()
    Picture.new("RGB", (4, 4), "red").save(drawn, "PNG")
    second.add_image(Image(drawn), "D4")
    return made


def test_that_nothing_is_written_to_the_temporary_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))

    contents = book_file(book())

    read = load_workbook(BytesIO(contents))
    assert read.sheetnames == ["Sheet", "Second"]
    assert read["Sheet"]["A1"].value == "Sjögren <&>"
    assert read["Sheet"]["B2"].value == 0.25
    assert read["Sheet"]["A1"].hyperlink is not None
    assert read["Sheet"]["C1"].comment is not None
    assert read["Second"]["C1"].value == 3
    assert read["Second"].freeze_panes == "A2"
    assert len(read["Second"]._images) == 1


def test_that_it_is_the_file_openpyxl_writes() -> None:
    usual = BytesIO()
    book().save(usual)

    ours = load_workbook(BytesIO(book_file(book())))
    theirs = load_workbook(BytesIO(usual.getvalue()))

    for one, other in zip(ours.worksheets, theirs.worksheets, strict=True):
        assert list(one.values) == list(other.values)


def test_that_it_stops_between_sheets() -> None:
    told: list[float] = []

    def progress(fraction: float, message: str) -> None:
        told.append(fraction)
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        book_file(book(), progress=progress)
    assert told == [0.0, 0.5]

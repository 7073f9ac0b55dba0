"""A look at a file before it is opened, and what the user can say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.preview import ColumnPreview, FilePreview, preview_file
from sjogren_desktop.study.raw import Reading

TEXT = (
    "USUBJID;IgG;CRP;DATE;NOTE\n"
    "001;0,9;<0,5;03/04/2024;\u00e4\n"
    "002;1.234;-99;04/05/2024;x\n"
    "003;.;7;05/06/2024;y\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "lab.csv"
    target.write_bytes(TEXT.encode("cp1252"))
    return target


def columns(seen: FilePreview) -> dict[str, ColumnPreview]:
    return {c.name: c for c in seen.tables[0].columns}


def test_that_raw_text_stands_beside_what_is_read(path: Path) -> None:
    seen = preview_file(path)

    table = seen.tables[0]
    assert table.raw["IGG"].tolist() == ["0,9", "1.234", "."]
    assert table.parsed["IGG"].tolist() == ["0.9", "1234", ""]
    assert table.raw["USUBJID"].tolist() == table.parsed["USUBJID"].tolist()
    assert table.records == 3


def test_that_the_dialect_found_is_told(path: Path) -> None:
    seen = preview_file(path)

    assert (seen.format, seen.is_text) == ("Delimited text", True)
    assert seen.reading == Reading(encoding="cp1252", separator=";")


def test_that_columns_say_what_became_of_their_values(path: Path) -> None:
    found = columns(preview_file(path))

    assert found["IGG"] == ColumnPreview("IGG", "", "number", 1, 3, 0)
    assert found["CRP"] == ColumnPreview("CRP", "", "number", 1, 1, 1)
    # Which of 03 and 04 is the month cannot be seen, so the dates stay text.
    assert found["DATE"].kind == "text"


def test_that_what_the_user_says_goes_before_what_is_found(path: Path) -> None:
    said = Reading(decimal=".", date_order="mdy", missing=("-99",))

    seen = preview_file(path, reading=said)

    table = seen.tables[0]
    # 0,9 can only be nought point nine, whatever the decimal sign is said to be.
    assert table.parsed["IGG"].tolist() == ["0.9", "1.234", ""]
    assert table.parsed["CRP"].tolist() == ["", "", "7"]
    assert table.parsed["DATE"].tolist() == ["2024-03-04", "2024-04-05", "2024-05-06"]


@pytest.mark.parametrize(("order", "first"), [("dmy", "2024-04-03"), ("mdy", "2024-03-04")])
def test_that_the_order_of_dates_can_be_said(order: str, first: str, path: Path) -> None:
    study = open_study([path], readings={"lab.csv": Reading(date_order=order)})

    assert study.dataset("LAB").frame["DATE"].dt.strftime("%Y-%m-%d").iloc[0] == first


def test_that_a_point_is_for_thousands_only_where_the_user_says_so(tmp_path: Path) -> None:
    path = tmp_path / "lab.csv"
    path.write_text("USUBJID;X\n1;1.234\n2;2.345\n3;0.9\n")

    found = open_study([path]).dataset("LAB").frame["X"].tolist()
    said = open_study([path], readings={"lab.csv": Reading(decimal=",")})

    assert found == [1.234, 2.345, 0.9]
    # Nought point nine has one meaning only, and never becomes nine hundred.
    assert said.dataset("LAB").frame["X"].tolist() == [1234.0, 2345.0, 0.9]


def test_that_separator_and_encoding_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "lab.txt"
    path.write_bytes("USUBJID:NAME\n1:\u0416\n".encode("cp1251"))

    seen = preview_file(path, reading=Reading(encoding="cp1251", separator=":"))

    assert seen.tables[0].parsed["NAME"].tolist() == ["\u0416"]


def test_that_a_wrong_encoding_is_one_sentence(path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"lab\.csv is not in the encoding .*utf-8.* at byte"):
        preview_file(path, reading=Reading(encoding="utf-8"))


def test_that_workbooks_and_transport_files_can_be_looked_at(shared: Path) -> None:
    pilot = shared / "data" / "cdiscpilot"

    book = preview_file(pilot / "odd" / "types_mixed.xlsx")
    transport = preview_file(pilot / "adam" / "adtte.xpt")

    assert not book.is_text
    assert book.tables[0].sheet
    assert transport.tables[0].records == 254
    assert {c.kind for c in transport.tables[0].columns} == {"number", "date", "text"}
    assert all(c.changed == 0 for c in transport.tables[0].columns)


def test_that_the_arm_is_withheld_while_a_file_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "adsl.csv"
    path.write_text("USUBJID,TRT01P,AGE\n1,Active,50\n2,Placebo,60\n")

    table = preview_file(path).tables[0]

    assert set(table.raw["TRT01P"]) == set(table.parsed["TRT01P"]) == {"[withheld]"}
    assert table.raw["AGE"].tolist() == ["50", "60"]

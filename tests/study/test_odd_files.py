"""Files that are not what they seem: what is said of each, and that nothing is lost unsaid."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study

TABLE = "USUBJID,TRT01P,AGE\nS1,A,51\nS2,B,47\n"
TWICE = {
    "datasetJSONVersion": "1.1.0",
    "columns": [{"name": n, "dataType": "string"} for n in ("USUBJID", "SEX", "SEX")],
    "rows": [["S1", "F", "M"]],
}


def packed(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, TABLE)
    return target.getvalue()


CASES = {
    "web.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "is a web page (HTML)"),
    "old.xls": (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        "is a spreadsheet written as XML, not a data file. Open it in a spreadsheet program",
    ),
    "report.csv": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF document, not a data file."),
    "zeros.csv": (b"Patient,Arm\nP1,\x00\x00\n", "holds zero bytes, which no text has"),
    "packed.csv.gz": (gzip.compress(TABLE.encode()), "is a compressed file but not Dataset-JSON"),
    "list.json": (json.dumps([{"USUBJID": "S1"}]).encode(), "is JSON but not Dataset-JSON."),
    "twice.json": (json.dumps(TWICE).encode(), "declares the column SEX twice"),
    "portable.por": (b"ASCII SPSS PORT FILE" + b" " * 60, "is an SPSS portable file"),
    "inner.zip": (None, "archives in archives are not opened"),
}


@pytest.mark.parametrize("name", CASES)
def test_that_the_sentence_says_what_the_file_is(name: str, tmp_path: Path) -> None:
    content, said = CASES[name]
    path = tmp_path / name
    if content is None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("more.zip", packed("adsl.csv"))
    else:
        path.write_bytes(content)

    with pytest.raises(AnalysisError) as caught:
        open_study([path])

    assert said in str(caught.value)
    assert str(caught.value).endswith(".")


def test_that_a_quotation_mark_left_open_swallows_no_row(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text(
        'Patient,Arm,Comment,ESSDAI Baseline\nP1,A,"fine, ""quoted""",5\nP2,B,"open,6\nP3,A,x,7\n'
    )

    study = open_study([path])

    (issue,) = [i for i in study.issues if i.check == "file.open_quote"]
    assert (issue.severity, issue.row) == ("error", 3)
    assert "records may be lost" in issue.message


def test_that_marks_are_signs_where_the_rows_are_even_so(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text('Patient,Arm,Comment,ESSDAI Baseline\nP1,A,"a",5\nP2,B,"open,6\nP3,A,x,7\n')

    study = open_study([path])

    assert study.dataset("ADQS").frame["AVAL"].tolist() == [5, 6, 7]
    assert study.dataset("EVENTS").frame["COMMENT"].tolist() == ["a", '"open', "x"]
    assert "taken as signs like any other" in next(
        i.message for i in study.issues if i.check == "file.open_quote"
    )


@pytest.mark.parametrize(
    ("third", "read"),
    # 0.9 never becomes 900, and where it stands, 1.250 is no thousand either.
    [("1.100", [1250, 950, 1100]), ("0.900", [1.25, 950, 0.9])],
)
def test_that_points_are_thousands_beside_decimal_commas(
    third: str, read: list[float], tmp_path: Path
) -> None:
    path = tmp_path / "labor.csv"
    path.write_text(
        f"Patient;Arm;PLT Baseline;IgG Baseline\nP1;A;1.250;15,1\nP2;B;950;0,9\nP3;A;{third};1,5\n"
    )

    study = open_study([path])

    assert study.dataset("LABOR").frame["PLT BASELINE"].tolist() == read
    if third == "0.900":
        return
    (issue,) = [
        i
        for i in study.issues
        if i.check == "value.number_format" and (i.column or "").startswith("PLT")
    ]
    assert issue.severity == "warning"
    assert "'1.250' read as 1250" in issue.message


def test_that_points_stay_decimal_where_no_comma_says_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "labor.csv"
    path.write_text("Patient;Arm;IgG Baseline\nP1;A;1.250\nP2;B;9.125\n")

    assert open_study([path]).dataset("ADLB").frame["AVAL"].tolist() == [1.25, 9.125]


def test_that_a_folder_above_an_archive_is_no_study(tmp_path: Path) -> None:
    path = tmp_path / "cut3.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../adsl.csv", TABLE)

    assert open_study([path]).study_ids == ("cut3",)


def test_that_a_plain_table_is_named_by_its_file_beside_what_is_made_of_it(tmp_path: Path) -> None:
    path = tmp_path / "patients.csv"
    path.write_text("Patient,Arm,Sex,ESSDAI Baseline\nP1,A,F,5\nP2,B,M,6\n")

    study = open_study([path])

    assert [(d.name, d.kind) for d in study.datasets] == [
        ("PATIENTS", "OTHER"), ("ADSL", "ADSL"), ("ADQS", "BDS"),
    ]  # fmt: skip


def test_that_results_under_joined_heads_are_known_measures(tmp_path: Path) -> None:
    path = tmp_path / "lab.csv"
    path.write_text("Patient,Visit,IgG (g/L) Result,C3 Value\nP1,Week 12,14.1,1.1\n")

    assert open_study([path]).dataset("ADLB").frame["PARAMCD"].tolist() == ["IGG", "C3"]


def test_that_the_arm_under_a_joined_head_is_the_treatment(tmp_path: Path) -> None:
    heads = [("Patient", c) for c in ("ID", "Arm", "Sex")] + [("ESSDAI", "BL"), ("ESSDAI", "W24")]
    frame = pd.DataFrame(
        [[1, "Placebo", "F", 10, 5], [2, "Active", "M", 12, 6], [3, "Active", "F", 8, 7]],
        columns=pd.MultiIndex.from_tuples(heads),
    )
    frame.to_excel(tmp_path / "visits.xlsx")

    study = open_study([tmp_path])

    assert study.dataset("ADSL").frame["TRT01P"].tolist() == ["Placebo", "Active", "Active"]
    assert study.dataset("ADSL").frame["SEX"].tolist() == ["F", "M", "F"]
    assert study.dataset("ADQS").frame["AVAL"].tolist() == [10, 12, 8, 5, 6, 7]

"""De-identified data on the disk: all or nothing, opened again, nothing of the old left."""

from types import SimpleNamespace

import openpyxl
import pandas as pd
import pytest

from sjogren_desktop.__main__ import main
from sjogren_desktop.export.deidentified import write_deidentified
from sjogren_desktop.results import AnalysisError, no_progress
from sjogren_desktop.study.load import open_study
from tests.canary_study import CANARIES, write_canary_study

FRAME = pd.DataFrame({"USUBJID": ["P0001"], "AGE": [50]})


def write(folder, *, synthetic=False, progress=no_progress, frame=FRAME):
    written = SimpleNamespace(
        frames={"ADSL": frame},
        change_rows=[("ADSL", "USUBJID", "number drawn anew")],
        cell_rows=[("S", "SEX", "M", 3)],
        smallest=11,
        synthetic=synthetic,
        blinding="",
    )
    write_deidentified(folder, written, progress=progress)


def test_that_data_and_report_are_written(tmp_path):
    write(tmp_path / "out")

    assert (tmp_path / "out" / "data" / "adsl.csv").read_text() == "USUBJID,AGE\nP0001,50\n"
    book = openpyxl.load_workbook(tmp_path / "out" / "deidentification.xlsx")
    assert book.sheetnames == ["Changes", "Small cells"]
    assert [c.value for c in book["Changes"][5]] == ["ADSL", "USUBJID", "number drawn anew"]
    assert [c.value for c in book["Small cells"][5]] == ["S", "SEX", "M", 3]
    assert "fewer than 11 patients" in book["Small cells"]["A2"].value


def test_that_no_text_is_a_formula_and_numbers_stay_as_they_are(tmp_path):
    texts = ["=1+1", "+cmd", "-2.5", "@x", "\t=1", "plain", None, "-1e3", "-3 (low)"]
    frame = pd.DataFrame({"TEXT": texts, "NUMBER": [-1.5] * len(texts)})

    write(tmp_path / "out", frame=frame)

    read = pd.read_csv(tmp_path / "out" / "data" / "adsl.csv", dtype=str, keep_default_na=False)
    assert list(read["TEXT"]) == [
        "'=1+1",
        "'+cmd",
        "-2.5",
        "'@x",
        "'\t=1",
        "plain",
        "",
        "-1e3",
        "'-3 (low)",
    ]
    assert set(read["NUMBER"]) == {"-1.5"}
    changes = openpyxl.load_workbook(tmp_path / "out" / "deidentification.xlsx")["Changes"]
    assert [c.value for c in changes[6]][:2] == ["ADSL", "TEXT"]
    assert "5 texts" in changes["C6"].value


def test_that_a_folder_with_files_is_refused_and_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(AnalysisError, match="already holds files"):
        write(tmp_path)

    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_that_nothing_is_left_when_writing_is_cancelled(tmp_path):
    def stop(fraction, message):
        if fraction == 1.0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "out", progress=stop)

    assert list(tmp_path.iterdir()) == []


def test_that_synthetic_data_are_known_again(tmp_path):
    write(tmp_path / "out", synthetic=True)

    assert open_study([tmp_path / "out" / "data"]).synthetic


def test_that_the_command_line_writes_data_that_open_again(tmp_path, capsys):
    study = write_canary_study(tmp_path / "study")

    assert main(["deidentify", str(study), "--out", str(tmp_path / "out")]) == 0

    opened = open_study([tmp_path / "out" / "data"])
    assert len(opened.adsl) == 40
    assert opened.adsl["TRT01P"].nunique() == 2
    assert opened.adsl["USUBJID"].str.fullmatch(r"P\d{4}").all()
    text = "".join(p.read_text() for p in (tmp_path / "out" / "data").iterdir())
    assert "BIRD-0" not in text
    assert "2021-" not in text
    assert "small cells" in capsys.readouterr().out


def test_that_blinded_data_tell_no_treatment_either(tmp_path):
    study = write_canary_study(tmp_path / "study")
    out = tmp_path / "out"

    assert main(["deidentify", str(study), "--out", str(out), "--blinded"]) == 0

    text = "".join(p.read_text() for p in (out / "data").iterdir()).lower()
    assert [c for c in CANARIES if c in text] == []
    book = openpyxl.load_workbook(out / "deidentification.xlsx")
    said = [c.value for row in book["Changes"].iter_rows() for c in row if c.value]
    assert any(str(text).startswith("BLINDED: ") for text in said)
    assert [c for c in CANARIES if c in " ".join(map(str, said)).lower()] == []


def test_that_a_plain_sheet_is_written_once_and_read_again_as_it_was(tmp_path):
    visits = [("Baseline", 12.5), ("Week 4", 10.25), ("Week 24", 7.0)]
    rows = [
        (f"BIRD-{n:02d}", ("Placebo", "Drug")[n % 2], "FM"[n % 3 == 0], 30 + n, visit, value + n)
        for n in range(24)
        for visit, value in visits
    ]
    heads = ["Patient", "Treatment", "Sex", "Age", "Visit", "ESSDAI"]
    book = tmp_path / "adsl.xlsx"
    pd.DataFrame(rows, columns=heads).to_excel(book, index=False)
    out = tmp_path / "out"

    assert main(["deidentify", str(book), "--out", str(out)]) == 0

    assert sorted(p.name for p in (out / "data").iterdir()) == ["adqs.csv", "adsl.csv"]
    opened = open_study([out / "data"])
    assert [(d.name, d.kind, len(d.frame)) for d in opened.datasets] == [
        ("ADQS", "BDS", 72),
        ("ADSL", "ADSL", 24),
    ]
    assert sorted(opened.datasets[0].frame["AVAL"]) == sorted(row[-1] for row in rows)
    changes = openpyxl.load_workbook(out / "deidentification.xlsx")["Changes"]
    said = [[cell.value for cell in row] for row in changes.iter_rows()]
    assert any(row[0] == "ADSL_SOURCE" and "made of it" in row[2] for row in said if row[2])

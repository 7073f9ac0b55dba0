"""SAS transport files, and the statistics packages read by the same library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.read_sas import read_xport
from sjogren_desktop.study.readers import read_file

FRAME = pd.DataFrame(
    {
        "USUBJID": [f"S-{i:03d}" for i in range(50)],
        "AVAL": np.arange(50) / 4,
        "ADT": pd.date_range("2024-01-01", periods=50),
    }
)


def write(path: Path, version: int = 5, name: str = "ADLB", frame: pd.DataFrame = FRAME) -> Path:
    pyreadstat.write_xport(
        frame,
        str(path),
        table_name=name,
        file_label="Laboratory",
        column_labels=["Subject", "Value", "Date"][: frame.shape[1]],
        file_format_version=version,
    )
    return path


@pytest.mark.parametrize("version", [5, 8])
def test_that_values_labels_and_dates_are_read(version: int, tmp_path: Path) -> None:
    raw = read_file(write(tmp_path / "adlb.xpt", version))

    table = raw.tables[0]
    assert (table.name, table.label) == ("ADLB", "Laboratory")
    assert table.labels == {"USUBJID": "Subject", "AVAL": "Value", "ADT": "Date"}
    assert table.frame["AVAL"].tolist() == FRAME["AVAL"].tolist()
    assert table.frame["ADT"].iloc[49] == pd.Timestamp("2024-02-19")
    assert raw.issues == ()


@pytest.mark.parametrize("lost", [1, 40, 79, 80, 160, 400, 801])
def test_that_a_cut_file_is_reported_whatever_is_lost(lost: int, tmp_path: Path) -> None:
    path = write(tmp_path / "adlb.xpt")
    content = path.read_bytes()
    path.write_bytes(content[:-lost])

    raw = read_xport(path)

    # 50 records of 21 bytes end 10 bytes before the end: losing filling alone is no loss, but
    # it leaves a file that is no multiple of 80 bytes, which no program writes.
    assert [i.check for i in raw.issues] == ["file.truncated"]
    assert raw.issues[0].severity == "error"
    assert len(raw.tables[0].frame) <= 50


def test_that_all_data_sets_of_one_file_are_read(tmp_path: Path) -> None:
    first = write(tmp_path / "a.xpt").read_bytes()
    second = write(tmp_path / "b.xpt", name="ADVS", frame=FRAME[["USUBJID", "AVAL"]]).read_bytes()
    member = b"HEADER RECORD*******MEMBER  HEADER"
    both = tmp_path / "both.xpt"
    both.write_bytes(first + second[second.index(member) :])

    raw = read_xport(both)

    assert [(t.name, t.frame.shape) for t in raw.tables] == [("ADLB", (50, 3)), ("ADVS", (50, 2))]
    assert raw.tables[1].frame["USUBJID"].tolist() == FRAME["USUBJID"].tolist()
    assert raw.issues == ()


def test_that_latin_1_text_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "x.xpt", frame=FRAME[["USUBJID"]].assign(AVAL="Malxo"))
    path.write_bytes(path.read_bytes().replace(b"Malxo", b"Mal\xf6o"))

    assert read_xport(path).tables[0].frame["AVAL"].unique().tolist() == ["Malöo"]


def test_that_no_records_are_reported(tmp_path: Path) -> None:
    raw = read_xport(write(tmp_path / "x.xpt", frame=FRAME.head(0)))

    assert [i.check for i in raw.issues] == ["file.no_records"]


@pytest.mark.parametrize("suffix", [".sav", ".zsav", ".dta"])
def test_that_spss_and_stata_files_are_read(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    if suffix == ".dta":
        pyreadstat.write_dta(FRAME, str(path))
    else:
        pyreadstat.write_sav(FRAME, str(path), compress=suffix == ".zsav")

    frame = read_file(path).tables[0].frame

    assert frame["AVAL"].tolist() == FRAME["AVAL"].tolist()
    assert frame["ADT"].iloc[0] == pd.Timestamp("2024-01-01")


@pytest.mark.parametrize("kept", [85, 300, 700])
def test_that_a_file_cut_in_its_header_is_refused_in_words(kept: int, tmp_path: Path) -> None:
    path = write(tmp_path / "x.xpt")
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(AnalysisError, match=r"x\.xpt"):
        read_file(path)


@pytest.mark.parametrize("suffix", ["sav", "dta"])
def test_that_codes_are_written_as_their_labels_where_all_have_one(
    suffix: str, tmp_path: Path
) -> None:
    frame = pd.DataFrame(
        {"PAT": ["1", "2"], "ARM": [1.0, 2.0], "ESSDAI": [0.0, 1.0], "VAS": [0.0, 5.0]}
    )
    labels = {
        "ARM": {1.0: "Placebo", 2.0: "Active"},
        "ESSDAI": {0.0: "none", 1.0: "low"},
        "VAS": {0.0: "no pain", 10.0: "worst pain"},
    }
    if suffix == "dta":
        labels = {n: {int(k): v for k, v in each.items()} for n, each in labels.items()}
        frame = frame.astype({"ARM": "int32", "ESSDAI": "int32", "VAS": "int32"})
    path = tmp_path / f"site.{suffix}"
    write = pyreadstat.write_sav if suffix == "sav" else pyreadstat.write_dta
    write(frame, str(path), variable_value_labels=labels)

    raw = read_file(path)

    read = raw.tables[0].frame
    assert read["ARM"].tolist() == ["Placebo", "Active"]
    # A measure keeps its numbers, and so does a scale whose ends alone are named.
    assert read["ESSDAI"].tolist() == [0, 1]
    assert read["VAS"].tolist() == [0, 5]
    assert [i.check for i in raw.issues] == ["value.labels"]

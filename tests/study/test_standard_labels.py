"""Tables with labels for headers, or with labels in their first record, read like others."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.preview import preview_file
from sjogren_desktop.study.standard_labels import LABELS

ADSL = pd.DataFrame(
    {
        "STUDYID": "T", "USUBJID": ["S1", "S2"], "SUBJID": ["0012", "0013"],
        "TRT01P": ["Active", "Placebo"], "TRT01PN": [1.0, 0.0], "SAFFL": "Y", "ITTFL": "Y",
        "TRTSDT": pd.to_datetime(["2024-01-05", "2024-02-06"]), "HEIGHTBL": [170.5, 165.0],
    }
)  # fmt: skip
ADQS = pd.DataFrame(
    {
        "STUDYID": "T", "USUBJID": ["S1", "S1", "S2", "S2"],
        "TRTP": ["Active", "Active", "Placebo", "Placebo"], "PARAMCD": "ESSDAI",
        "PARAM": "ESSDAI total", "AVISIT": ["Baseline", "Week 24"] * 2, "AVISITN": [0, 24] * 2,
        "AVAL": [0.9, 5, 7, 900],
    }
)  # fmt: skip


def label(name: str) -> str:
    return LABELS.get(name, {"HEIGHTBL": "Height at Baseline (cm)"}.get(name, ""))


def write(frame: pd.DataFrame, path: Path, how: str) -> None:
    if how == "headers":
        frame = frame.rename(columns={c: label(c) for c in frame})
    elif how == "row":
        first = pd.DataFrame([{c: label(c) for c in frame}])
        frame = pd.concat([first, frame.astype(object)], ignore_index=True)
    if path.suffix == ".xlsx":
        frame.to_excel(path, index=False)
    else:
        frame.to_csv(path, index=False)


def opened(folder: Path, how: str, suffix: str) -> StudyData:
    for name, frame in (("adsl", ADSL), ("adqs", ADQS)):
        write(frame, folder / f"{name}{suffix}", how)
    return open_study([folder])


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("how", ["headers", "row"])
def test_that_labels_are_neither_lost_nor_a_subject(how: str, suffix: str, tmp_path: Path) -> None:
    study = opened(tmp_path, how, suffix)

    adsl, adqs = study.dataset("ADSL"), study.dataset("ADQS")
    assert (adsl.kind, adqs.kind) == ("ADSL", "BDS")
    assert adsl.frame["USUBJID"].tolist() == ["S1", "S2"]
    assert adsl.frame["SUBJID"].tolist() == ["0012", "0013"]
    assert adsl.frame["TRT01PN"].tolist() == [1, 0]
    assert adsl.frame["TRTSDT"].tolist() == ADSL["TRTSDT"].tolist()
    assert adqs.frame["AVAL"].tolist() == [0.9, 5, 7, 900]
    assert adqs.labels["AVAL"] == "Analysis Value"
    checks = {i.check for i in study.issues}
    assert {"headers": "study.headed_by_labels", "row": "study.row_of_labels"}[how] in checks
    assert not {i.check for i in study.issues if i.severity != "note"}


def test_that_rows_after_a_row_of_labels_keep_their_numbers(tmp_path: Path) -> None:
    study = opened(tmp_path, "row", ".csv")

    assert study.dataset("ADQS").address(0) == ("adqs.csv", "", 3)


def test_that_the_preview_skips_the_row_of_labels_beside_the_file(tmp_path: Path) -> None:
    write(ADQS, tmp_path / "adqs.csv", "row")

    (table,) = preview_file(tmp_path / "adqs.csv").tables

    assert table.raw["AVAL"].tolist() == ["0.9", "5.0", "7.0", "900.0"]
    assert table.parsed["AVAL"].tolist() == ["0.9", "5", "7", "900"]


def test_that_names_and_single_labels_stay_as_they_are(tmp_path: Path) -> None:
    plain = opened(tmp_path, "", ".csv")
    write(ADQS.rename(columns={"AVAL": "Analysis Value"}), tmp_path / "adqs.csv", "")
    one = open_study([tmp_path])

    for study in (plain, one):
        assert not {i.check for i in study.issues} & {
            "study.headed_by_labels", "study.row_of_labels",
        }  # fmt: skip

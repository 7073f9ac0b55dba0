"""Opening files, folders and archives, good and bad."""

from __future__ import annotations

import os
import stat
import zipfile
from pathlib import Path
from typing import BinaryIO

import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError, Cancelled
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.summary import DatasetSummary, data_sets_of, summarise

ADSL = "STUDYID,USUBJID,TRT01P,TRT01PN,SAFFL,ITTFL\nT-1,S1,Active,1,Y,Y\nT-1,S2,Placebo,0,Y,Y\n"
ADQS = (
    "STUDYID,USUBJID,PARAMCD,AVISIT,AVISITN,AVAL,ABLFL\n"
    "T-1,S1,ESSDAI,Baseline,0,10,Y\nT-1,S1,ESSDAI,Week 4,4,7,\n"
    "T-1,S2,ESSDAI,Baseline,0,8,Y\nT-1,S2,ESSDAI,Week 4,4,9,\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "trial"
    place.mkdir()
    (place / "adsl.csv").write_text(ADSL)
    (place / "adqs.csv").write_text(ADQS)
    return place


def checks_of(study: StudyData) -> list[str]:
    return [i.check for i in study.issues]


def test_that_a_folder_opens_as_one_study(folder: Path) -> None:
    study = open_study([folder])

    assert [(d.name, d.kind) for d in study.datasets] == [("ADQS", "BDS"), ("ADSL", "ADSL")]
    assert study.study_ids == ("T-1",)
    assert study.source == "trial"
    assert not study.synthetic


def test_that_change_is_derived_where_only_the_baseline_flag_is_given(folder: Path) -> None:
    study = open_study([folder])

    frame = study.dataset("ADQS").frame
    assert frame["BASE"].tolist() == [10, 10, 8, 8]
    assert frame["CHG"].fillna(-99).tolist() == [-99, -3, -99, 1]
    assert checks_of(study) == ["derive.change"]


def test_that_an_archive_opens_like_the_folder(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "trial.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(folder / "adsl.csv", "n1/adsl.csv")
        archive.write(folder / "adqs.csv", "n1/adqs.csv")

    study = open_study([path])

    assert [d.name for d in study.datasets] == ["ADSL", "ADQS"]
    assert study.dataset("ADQS").sources == ("adqs.csv",)


def test_that_studies_side_by_side_stand_in_one_frame(folder: Path) -> None:
    other = folder / "second"
    other.mkdir()
    (other / "adsl.csv").write_text(ADSL.replace("T-1", "T-2"))

    study = open_study([folder])

    assert study.study_ids == ("T-1", "T-2")
    assert study.adsl["STUDYID"].tolist() == ["T-1", "T-1", "T-2", "T-2"]
    assert study.dataset("ADSL").address(3) == ("adsl.csv", "", 3)


def test_that_the_same_data_set_twice_is_never_doubled(folder: Path) -> None:
    other = folder / "second"
    other.mkdir()
    (other / "adsl.csv").write_text(ADSL)
    (other / "adqs.csv").write_text(ADQS.replace("T-1,S2,ESSDAI,Week 4,4,9,\n", ""))

    study = open_study([folder])

    assert len(study.adsl) == 2
    assert len(study.dataset("ADQS").frame) == 4
    assert checks_of(study).count("study.data_set_twice") == 2


def test_that_a_data_set_cut_by_site_is_put_together(folder: Path) -> None:
    other = folder / "site2"
    other.mkdir()
    (other / "adqs.csv").write_text(ADQS.replace("S1", "S3").replace("S2", "S4"))

    study = open_study([folder])

    assert len(study.dataset("ADQS").frame) == 8
    assert "study.data_set_twice" not in checks_of(study)


def test_that_a_missing_study_is_taken_from_the_subject_level_data(folder: Path) -> None:
    (folder / "adqs.csv").write_text(ADQS.replace("STUDYID,", "").replace("T-1,", ""))

    study = open_study([folder])

    assert study.dataset("ADQS").frame["STUDYID"].unique().tolist() == ["T-1"]
    assert "study.id_from_folder" not in checks_of(study)


def test_that_a_missing_study_is_else_named_after_the_folder(folder: Path) -> None:
    (folder / "adsl.csv").write_text(ADSL.replace("STUDYID,", "").replace("T-1,", ""))
    (folder / "adqs.csv").write_text(ADQS.replace("STUDYID,", "").replace("T-1,", ""))

    study = open_study([folder])

    assert study.study_ids == ("trial",)
    assert "study.id_from_folder" in checks_of(study)


def test_that_columns_of_different_type_become_text_when_put_together(folder: Path) -> None:
    other = folder / "second"
    other.mkdir()
    (other / "adsl.csv").write_text(
        ADSL.replace("T-1", "T-2")
        .replace("TRT01PN", "TRT01PN,AGEGR,ONLY")
        .replace(",1,Y", ",1,<65,9,Y")
        .replace(",0,Y", ",0,>65,8,Y")
    )
    (folder / "adsl.csv").write_text(
        ADSL.replace("TRT01PN", "TRT01PN,AGEGR")
        .replace(",1,Y", ",1,1.5,Y")
        .replace(",0,Y", ",0,2,Y")
    )

    study = open_study([folder])

    assert study.adsl["AGEGR"].tolist() == ["1.5", "2", "<65", ">65"]
    assert study.adsl["ONLY"].fillna(-1).tolist() == [-1, -1, 9, 8]
    assert "study.type_differs" in checks_of(study)


@pytest.mark.parametrize("name", ["SYNTHETIC.txt", "SYNTHETIC-DEMONSTRATION-STUDY.txt"])
def test_that_the_mark_of_simulated_data_is_seen(name: str, folder: Path) -> None:
    (folder / name).write_text("simulated")

    assert open_study([folder]).synthetic
    assert open_study([folder / "adsl.csv"]).synthetic


def test_that_prose_and_pictures_in_a_folder_are_left_out_with_a_note(folder: Path) -> None:
    (folder / "README.txt").write_text("Data, as received.\nPlease, note: nothing.\n")
    (folder / "plot.png").write_bytes(b"\x89PNG\r\n")
    (folder / "labs.txt").write_text("USUBJID\tIGG\nS1\t10.5\nS2\t12.5\n")

    study = open_study([folder])

    assert [d.name for d in study.datasets] == ["ADQS", "ADSL", "LABS"]
    note = next(i for i in study.issues if i.check == "folder.left_out")
    assert "README.txt" in note.message
    assert "plot.png" in note.message


def test_that_unreadable_files_do_not_hinder_the_others(folder: Path) -> None:
    (folder / "empty.csv").write_bytes(b"")
    (folder / "adae.xpt").write_bytes(b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!000000")
    (folder / "adlb.csv").write_text("USUBJID,PARAMCD,AVAL\n")

    study = open_study([folder])

    errors = {i.file: i.message for i in study.issues if i.severity == "error"}
    assert set(errors) == {"empty.csv", "adae.xpt", "adlb.csv"}
    assert [d.name for d in study.datasets] == ["ADQS", "ADSL"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_that_a_file_without_permission_is_named(folder: Path) -> None:
    (folder / "adqs.csv").chmod(0)

    study = open_study([folder])

    assert "may not be read by this user" in next(i.message for i in study.issues)


def test_that_a_refused_permission_is_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str = "r") -> BinaryIO:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(AnalysisError, match=r"adsl\.csv may not be read by this user"):
        open_study([folder / "adsl.csv"])


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], "No file or folder was named"),
        (["nowhere"], "nowhere was not found"),
        (["nothing"], "nothing holds no data set"),
        (["prose"], "only notes.docx"),
        (["empty.csv"], "empty.csv is empty"),
        (["broken"], "holds no data set.*header_only.csv has a header"),
        (["picture.png"], "not a data file of a known kind"),
        (["table.parquet"], "Parquet"),
    ],
)
def test_that_nothing_usable_is_one_clear_sentence(
    names: list[str], said: str, tmp_path: Path
) -> None:
    for place in ("nothing", "prose", "broken"):
        (tmp_path / place).mkdir()
    (tmp_path / "prose" / "notes.docx").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    (tmp_path / "broken" / "header_only.csv").write_text("USUBJID,AVAL\n")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    (tmp_path / "table.parquet").write_bytes(b"PAR1" + b"\0" * 100)

    with pytest.raises(AnalysisError, match=said):
        open_study([tmp_path / n for n in names])


def test_that_a_path_in_an_archive_cannot_lead_out_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "evil.zip"
    path.parent.mkdir(parents=True)
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../adsl.csv", ADSL)
        archive.writestr("/etc/adqs.csv", ADQS)
        archive.writestr(link, "/etc/passwd")
    before = sorted(tmp_path.rglob("*"))

    study = open_study([path])

    assert sorted(tmp_path.rglob("*")) == before
    assert [d.name for d in study.datasets] == ["ADSL", "ADQS"]
    assert [(i.check, i.file) for i in study.issues if i.severity == "warning"] == [
        ("archive.left_out", "link.csv")
    ]


def test_that_a_bomb_in_an_archive_is_left_out(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / "adsl.csv", "adsl.csv")
        archive.writestr("adlb.csv", b"0" * (80 << 20))

    study = open_study([path])

    assert [d.name for d in study.datasets] == ["ADSL"]
    assert "archive.left_out" in checks_of(study)


def test_that_a_bomb_that_lies_about_its_size_is_left_out(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sjogren_desktop.study.sources._SUSPECT_SIZE", 1 << 20)
    monkeypatch.setattr("sjogren_desktop.study.sources._refusal", lambda *_: "")
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / "adsl.csv", "adsl.csv")
        archive.writestr("adlb.csv", b"0" * (8 << 20))

    study = open_study([path])

    assert "grows beyond all measure" in " ".join(i.message for i in study.issues)
    assert [d.name for d in study.datasets] == ["ADSL"]


def test_that_a_damaged_archive_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("adsl.csv", ADSL * 50)
    content = bytearray(path.read_bytes())
    content[60:90] = b"\xff" * 30
    path.write_bytes(content)

    with pytest.raises(AnalysisError, match=r"x\.zip"):
        open_study([path])


def test_that_cancelling_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    path = tmp_path / "trial.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(folder / "adsl.csv", "adsl.csv")

    def stop(fraction: float, message: str) -> None:
        if message.startswith("Reading"):
            raise Cancelled

    with pytest.raises(Cancelled):
        open_study([path], progress=stop)
    assert list(place.iterdir()) == []


def test_that_progress_runs_from_zero_to_one(folder: Path) -> None:
    seen: list[tuple[float, str]] = []

    open_study([folder], progress=lambda fraction, message: seen.append((fraction, message)))

    fractions = [f for f, _ in seen]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert 0.9 < fractions[-1] <= 1
    assert any("adqs.csv" in m for _, m in seen)


def test_that_the_summary_counts_what_is_there(folder: Path) -> None:
    study = open_study([folder])

    summaries = summarise(study)

    assert summaries[0] == DatasetSummary(
        name="ADQS", kind="BDS", label="", sources=("adqs.csv",), rows=4, columns=9, subjects=2,
        studies=("T-1",), arms=(), parameters=1, visits=2, notes=1,
    )  # fmt: skip
    assert summaries[1].arms == ("Placebo", "Active")
    assert summaries[1].subjects == 2


def test_that_frames_keep_the_convention(folder: Path) -> None:
    (folder / "adsl.csv").write_text(
        ADSL.replace("SAFFL,ITTFL", "saffl, ittfl ,TRTSDT").replace("Y,Y", " Y , ,2024-01-09")
    )

    frame = open_study([folder]).adsl

    assert list(frame.columns)[-3:] == ["SAFFL", "ITTFL", "TRTSDT"]
    assert frame["SAFFL"].tolist() == ["Y", "Y"]
    assert frame["ITTFL"].isna().all()
    assert frame["TRTSDT"].tolist() == [pd.Timestamp("2024-01-09")] * 2
    assert isinstance(frame.index, pd.RangeIndex)


def test_that_findings_are_counted_for_the_data_set_they_are_about(tmp_path: Path) -> None:
    book = tmp_path / "trial.xlsx"
    lab = pd.DataFrame(
        {
            "USUBJID": ["S1", "S1", "S9"],
            "PARAMCD": "IGG",
            "AVISIT": ["Week 4", "Week 4", "Week 4"],
            "AVAL": [1.0, 2.0, 3.0],
        }
    )
    people = pd.DataFrame({"USUBJID": ["S1"], "TRT01P": ["A"], "SAFFL": ["Y"], "AGE": [50]})
    with pd.ExcelWriter(book) as writer:
        people.to_excel(writer, sheet_name="ADSL", index=False)
        lab.to_excel(writer, sheet_name="ADLB", index=False)

    study = open_study([book])

    found = {s.name: (s.errors, s.warnings, s.notes) for s in summarise(study)}
    about = dict(zip([i.check for i in study.issues], data_sets_of(study), strict=True))
    assert about["key.duplicate"] == about["key.not_in_adsl"] == "ADLB"
    assert sum(found["ADLB"]) == sum(name == "ADLB" for name in data_sets_of(study)) >= 2
    assert sum(found["ADSL"]) == sum(name == "ADSL" for name in data_sets_of(study))
    assert sum(map(sum, found.values())) <= len(study.issues)


def _protect(path: Path) -> None:
    """Mark every member of an archive as encrypted, in its own header and in the directory."""
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    path.write_bytes(content)


def test_that_an_archive_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "trial.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("adsl.csv", ADSL)
    _protect(path)

    with pytest.raises(AnalysisError, match=r"trial\.zip .*protected by a password"):
        open_study([path])


def test_that_an_archive_within_an_archive_is_left_out_and_said(
    folder: Path, tmp_path: Path
) -> None:
    inner, path = tmp_path / "lab.zip", tmp_path / "trial.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.write(folder / "adqs.csv", "adqs.csv")
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(folder / "adsl.csv", "adsl.csv")
        archive.write(inner, "lab.zip")

    study = open_study([path])

    assert [d.name for d in study.datasets] == ["ADSL"]
    assert "lab.zip" in " ".join(i.message for i in study.issues)

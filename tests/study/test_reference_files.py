"""Real and deliberately odd files, each with the outcome stated beside it.

The CDISC pilot study (CDISC, re-encoded as its README says) and the cases of
``odd/expected_odd.json``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.summary import summarise


@pytest.fixture(scope="module")
def pilot(shared: Path) -> Path:
    return shared / "data" / "cdiscpilot"


@pytest.fixture(scope="module")
def expected(pilot: Path) -> dict[str, Any]:
    return dict(json.loads((pilot / "odd" / "expected_odd.json").read_text(encoding="utf-8")))


def checks_of(study: StudyData) -> list[str]:
    return [i.check for i in study.issues]


def test_that_the_pilot_study_opens_without_false_findings(pilot: Path) -> None:
    study = open_study([pilot / "adam"])

    # Rows and columns as listed in the README of the data.
    assert {d.name: d.frame.shape for d in study.datasets if d.name != "ADLBHY"} == {
        "ADADAS": (12463, 40),
        "ADAE": (1191, 55),
        "ADCIBC": (730, 36),
        "ADLBC": (14444, 33),
        "ADQSADAS": (12463, 40),
        "ADSL": (254, 49),
        "ADTTE": (254, 26),
        "ADVS": (32139, 22),
    }
    assert study.dataset("ADLBHY").frame.shape == (9954, 44)  # 43 and the derived CHG
    assert {d.name: d.kind for d in study.datasets} == {
        **dict.fromkeys(("ADADAS", "ADCIBC", "ADLBC", "ADLBHY", "ADQSADAS", "ADVS"), "BDS"),
        "ADAE": "ADAE",
        "ADSL": "ADSL",
        "ADTTE": "ADTTE",
    }
    # The folder has a part of what define.xml declares (tests/study/test_define_match.py).
    others = {c for c in checks_of(study) if not c.startswith("define.")}
    assert others == {"derive.change"}
    assert study.dataset("ADADAS").labels["AVAL"] == "Analysis Value"
    assert not study.dataset("ADQSADAS").frame["AVISIT"].dropna().str.startswith(" ").any()
    subjects = next(s for s in summarise(study) if s.name == "ADSL")
    assert subjects.arms == ("Placebo", "Xanomeline Low Dose", "Xanomeline High Dose")
    assert study.adsl["TRT01P"].value_counts().to_dict() == {
        "Placebo": 86,
        "Xanomeline Low Dose": 84,
        "Xanomeline High Dose": 84,
    }


def test_that_xpt_v8_and_sas7bdat_open(pilot: Path) -> None:
    study = open_study([pilot / "formats"])

    assert {d.name: d.frame.shape for d in study.datasets} == {"ADSL": (254, 49), "DM": (100, 6)}


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("adsl.json", (254, 49)),
        ("adsl.ndjson", (254, 49)),
        ("adsl.dsjc", (254, 49)),
        ("adtte.json", (254, 26)),
        ("adtte.ndjson", (254, 26)),
        ("adae.json", (1191, 55)),
        ("adlbc.dsjc", (37132, 46)),
    ],
)
def test_that_dataset_json_opens(name: str, shape: tuple[int, int], pilot: Path) -> None:
    study = open_study([pilot / "json" / name])

    assert study.datasets[0].frame.shape == shape


def test_that_xpt_and_dataset_json_of_the_same_data_agree(pilot: Path) -> None:
    ours = open_study([pilot / "adam" / "adsl.xpt"]).adsl
    theirs = open_study([pilot / "json" / "adsl.json"]).adsl

    pd.testing.assert_frame_equal(ours, theirs, check_dtype=True)


def test_that_japanese_terms_open(pilot: Path) -> None:
    frame = open_study([pilot / "json" / "ae_i18n_japanese.json"]).datasets[0].frame

    assert len(frame) == 1191
    assert frame["AETERM"].str.contains("[\u3040-\u30ff\u4e00-\u9fff]").any()


def test_that_records_of_one_data_set_are_never_doubled(pilot: Path) -> None:
    study = open_study([pilot / "json" / f"adsl.{s}" for s in ("json", "ndjson", "dsjc")])

    assert len(study.adsl) == 254
    assert checks_of(study).count("study.data_set_twice") == 2


@pytest.mark.parametrize(
    "name",
    ["lb_truth.csv", "lb_utf16_tab.txt", "lb_utf8_bom.csv", "lb_cr_only.csv",
     "lb_cp1252_no_declaration.csv", "lb_pipe_sepline.csv", "lb_eu_semicolon_cp1252.csv"],
)  # fmt: skip
def test_that_every_form_of_the_laboratory_file_gives_its_records(
    name: str, pilot: Path, expected: dict[str, Any]
) -> None:
    frame = open_study([pilot / "odd" / name]).datasets[0].frame

    truth = expected["_truth_of_the_lb_files"]
    # The continental file gives glucose with four decimals.
    precision = 5e-5 if "eu" in name else 1e-9
    assert len(frame) == truth["rows"]
    assert frame["AVAL"].sum() == pytest.approx(truth["sum_AVAL"], abs=81 * precision)
    for parameter, (count, mean) in truth["by_param"].items():
        values = frame.loc[frame["PARAMCD"] == parameter, "AVAL"]
        assert len(values) == count
        assert values.mean() == pytest.approx(mean, abs=precision + 5e-7)
    for position, row in ((0, truth["first"]), (-1, truth["last"])):
        record = frame.iloc[position]
        assert [
            record["USUBJID"], record["SEX"], str(record["AGE"]), record["TRTA"], record["PARAMCD"],
            record["UNIT"], record["AVISIT"], record["ADT"].strftime("%Y-%m-%d"),
        ] == row[:8]  # fmt: skip
        assert record["AVAL"] == pytest.approx(float(row[8]), abs=precision)
        assert [record["A1LO"], record["A1HI"]] == [float(v) for v in row[9:]]
    assert "µmol/L" in set(frame["UNIT"])


def test_that_missing_codes_and_qualifiers_end_as_stated(
    pilot: Path, expected: dict[str, Any]
) -> None:
    study = open_study([pilot / "odd" / "missing_and_qualifiers.csv"])

    frame = study.datasets[0].frame
    for position, case in enumerate(expected["missing_and_qualifiers.csv"]):
        value = frame["LBORRES"].iloc[position]
        assert frame["USUBJID"].iloc[position] == case["USUBJID"]
        assert (None if pd.isna(value) else value) == case["number"], case
    kept = frame["LBORRES_TEXT"].dropna()
    assert kept.tolist() == ["<0.5", ">=200", "88*"]
    counts = {i.check: i.message for i in study.issues}
    assert "5 values taken as missing" in counts["value.missing_code"]
    assert "3 values with a qualifier" in counts["value.qualifier"]


def test_that_identifiers_stay_text_and_bad_dates_are_reported(pilot: Path) -> None:
    study = open_study([pilot / "odd" / "ids_and_partial_dates.csv"])

    frame = study.datasets[0].frame
    assert frame["SUBJID"].tolist() == ["0012", "0123", "1E05", "00007", "1-2", "10/11"]
    assert frame["SITEID"].tolist() == ["001", "002", "003", "004", "005", "006"]
    assert frame["AESTDTC"].iloc[0] == "2014-01"
    assert frame["AESTDTC_PARTIAL"].fillna("").tolist() == ["Y", "Y", "", "", "Y", ""]
    invalid = [(i.row, i.message) for i in study.issues if i.check == "date.invalid"]
    assert [row for row, _ in invalid] == [5, 7]
    assert "2014-02-30" in invalid[0][1]
    assert "UN-JAN-2014" in invalid[1][1]
    assert frame["AESEV"].dropna().tolist() == ["MILD", "Moderate", "severe", "3", "GRADE 2"]
    assert checks_of(study).count("term.severity") == 4


def test_that_ragged_rows_are_kept_and_named(pilot: Path) -> None:
    study = open_study([pilot / "odd" / "ragged_duplicate_header.csv"])

    frame = study.datasets[0].frame
    assert len(frame) == 4
    assert frame["AVISIT"].tolist()[:3] == ["Week 8", 'Week "24"', "line one\nline two"]
    # The third and fourth records; the header is row 1.
    assert [i.row for i in study.issues if i.check == "file.uneven_rows"] == [4, 5]
    assert "file.duplicate_header" in checks_of(study)


def test_that_shift_jis_and_texts_like_formulas_stay_as_written(pilot: Path) -> None:
    japanese = open_study([pilot / "odd" / "ae_shift_jis.csv"]).datasets[0].frame
    formulas = open_study([pilot / "odd" / "ae_formula_text.csv"]).datasets[0].frame

    raw = (pilot / "odd" / "ae_shift_jis.csv").read_text(encoding="cp932").splitlines()
    assert japanese["AETERM"].tolist() == [line.split(",")[1] for line in raw[1:]]
    assert formulas["AETERM"].tolist() == [
        "=1+1", '+HYPERLINK("x")', "@SUM(A1)", "-2+3", "Sjögren’s – dry eye",
    ]  # fmt: skip


def test_that_the_merged_laboratory_sheet_ends_as_stated(
    pilot: Path, expected: dict[str, Any]
) -> None:
    study = open_study([pilot / "odd" / "lab_merged_header.xlsx"])

    case = expected["lab_merged_header.xlsx"]
    frame = study.datasets[0].frame
    visits = ("Baseline", "Week 8", "Week 24")
    columns = [
        "USUBJID",
        *(f"CREATININE (UMOL/L) {v}" for v in ("BASELINE", "WEEK 8", "WEEK 24")),
        *(f"ALT (U/L) {v}" for v in ("BASELINE", "WEEK 8", "WEEK 24")),
    ]
    assert len(frame) == case["data_rows"]
    got = frame[columns].astype(object).where(frame[columns].notna(), None).to_numpy().tolist()
    assert got == case["values"]
    assert [d.name for d in study.datasets] == ["LAB_EXPORT", "CODES", "ADSL", "ADLB"]
    made = study.dataset("ADLB").frame.set_index(["USUBJID", "PARAMCD", "AVISIT"])["AVAL"]
    for subject, *values in case["values"]:
        shown = [made.get((subject, c, v)) for c in ("CREAT", "ALT") for v in visits]
        assert [v for v in shown if v is not None] == [v for v in values if v is not None]


def test_that_dates_of_the_1904_system_end_as_stated(pilot: Path) -> None:
    frame = open_study([pilot / "odd" / "dates_1904.xlsx"]).datasets[0].frame

    assert frame["VISITDT"].tolist() == list(pd.date_range("2014-03-05", "2014-03-08"))


def test_that_every_cell_of_another_kind_is_named(pilot: Path) -> None:
    study = open_study([pilot / "odd" / "types_mixed.xlsx"])

    text = " ".join(i.message for i in study.issues)
    assert all(cell in text for cell in ("B2", "B3", "B4", "B5", "C3", "C4", "C5"))


def test_that_special_missing_and_latin_1_end_as_stated(pilot: Path) -> None:
    frame = open_study([pilot / "odd" / "special_missing_latin1.xpt"]).datasets[0].frame

    assert frame["AVAL"].isna().tolist() == [False, True, True, True]
    assert frame["AVAL"].iloc[0] == 1.5
    assert frame["SITE"].iloc[0] == "Malöo"


def test_that_a_cut_transport_file_is_reported(pilot: Path) -> None:
    study = open_study([pilot / "odd" / "truncated.xpt"])

    issue = next(i for i in study.issues if i.check == "file.truncated")
    assert issue.severity == "error"
    assert "94 complete records" in issue.message


def test_that_a_csv_named_like_a_transport_file_is_read_by_its_content(pilot: Path) -> None:
    frame = open_study([pilot / "odd" / "csv_named.xpt"]).datasets[0].frame

    assert frame[["USUBJID", "AVAL"]].to_numpy().tolist() == [["01-701-1015", 5]]


def test_that_no_observations_are_reported(pilot: Path) -> None:
    study = open_study([pilot / "odd" / "zero_obs.xpt"])

    assert "file.no_records" in checks_of(study)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("empty.csv", "is empty"),
        ("header_only.csv", "but no records"),
        ("datasetjson_cut.json", "no valid JSON"),
    ],
)
def test_that_unusable_files_are_refused_in_words(name: str, said: str, pilot: Path) -> None:
    with pytest.raises(AnalysisError, match=said):
        open_study([pilot / "odd" / name])


def test_that_broken_dataset_json_is_reported_with_its_row(pilot: Path) -> None:
    count = open_study([pilot / "odd" / "datasetjson_wrong_count.json"])
    short = open_study([pilot / "odd" / "datasetjson_short_row.json"])

    assert len(count.datasets[0].frame) == 254
    assert "999" in next(i.message for i in count.issues if i.check == "file.record_count")
    issue = next(i for i in short.issues if i.check == "file.row_length")
    assert (issue.severity, issue.row) == ("error", 4)


def test_that_both_compressions_and_the_old_layout_are_read(pilot: Path) -> None:
    compressed = open_study([pilot / "odd" / "adtte_raw_zlib.dsjc"]).datasets[0].frame
    old = open_study([pilot / "odd" / "datasetjson_v1_0.json"]).datasets[0].frame

    assert len(compressed) == 254
    assert old["AVAL"].fillna(-1).tolist() == [5, -1]


def test_that_the_whole_folder_of_odd_files_opens_together(pilot: Path) -> None:
    study = open_study([pilot / "odd"])

    unread = {i.file for i in study.issues if i.check == "file.unreadable"}
    assert unread == {
        "empty.csv", "header_only.csv", "datasetjson_cut.json", "expected_odd.json",
    }  # fmt: skip
    assert len(study.dataset("ADTTE").frame) == 254

"""Dataset-JSON in its four forms, whole and broken."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.readers import read_file

DOCUMENT: dict[str, Any] = {
    "datasetJSONVersion": "1.1.0",
    "records": 3,
    "name": "ADLB",
    "label": "Laboratory",
    "columns": [
        {"name": "USUBJID", "label": "Subject", "dataType": "string"},
        {"name": "AVAL", "label": "Value", "dataType": "decimal"},
        {"name": "ADT", "label": "Date", "dataType": "date", "targetDataType": "integer"},
        {"name": "AVISITN", "label": "Visit", "dataType": "integer"},
    ],
    "rows": [["S1", "1.5", "2024-01-09", 1], ["S2", None, None, 2], ["S3", "2.25", "", None]],
}


def forms() -> dict[str, bytes]:
    plain = json.dumps(DOCUMENT).encode()
    head = {k: v for k, v in DOCUMENT.items() if k != "rows"}
    lines = "\n".join(json.dumps(part) for part in (head, *DOCUMENT["rows"])).encode()
    return {
        "x.json": plain,
        "x.ndjson": lines,
        "gzip.dsjc": gzip.compress(lines),
        "zlib.dsjc": zlib.compress(lines),
        "whole.dsjc": gzip.compress(plain),
    }


@pytest.mark.parametrize("name", forms())
def test_that_every_form_gives_the_same_data_set(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(forms()[name])

    raw = read_file(path)

    table = raw.tables[0]
    assert (table.name, table.label, raw.issues) == ("ADLB", "Laboratory", ())
    assert table.frame["USUBJID"].tolist() == ["S1", "S2", "S3"]
    assert table.frame["AVAL"].fillna(-1).tolist() == [1.5, -1, 2.25]
    assert table.frame["ADT"].iloc[0] == pd.Timestamp("2024-01-09")
    assert table.frame["ADT"].isna().tolist() == [False, True, True]
    assert np.isnan(table.frame["AVISITN"].iloc[2])


def test_that_a_wrong_number_of_records_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps({**DOCUMENT, "records": 999}))

    raw = read_file(path)

    assert [(i.check, i.severity) for i in raw.issues] == [("file.record_count", "warning")]
    assert "999" in raw.issues[0].message


def test_that_a_short_row_is_left_out_and_named(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(
        json.dumps({**DOCUMENT, "rows": [["S1", "1.5", None, 1], ["S2"], ["S3", "2", "", 1]]})
    )

    raw = read_file(path)

    assert [(i.check, i.severity, i.row) for i in raw.issues] == [("file.row_length", "error", 2)]
    assert raw.tables[0].frame["USUBJID"].tolist() == ["S1", "S3"]
    assert [raw.tables[0].row(i) for i in (0, 1)] == [1, 3]


def test_that_the_old_layout_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    items = [
        {"name": "ITEMGROUPDATASEQ", "type": "integer"},
        {"name": "USUBJID", "label": "Subject", "type": "string"},
        {"name": "AVAL", "type": "double"},
    ]
    group = {"records": 2, "name": "T", "items": items, "itemData": [[1, "S1", 5], [2, "S2", None]]}
    path.write_text(json.dumps({"clinicalData": {"itemGroupData": {"IG.T": group}}}))

    table = read_file(path).tables[0]

    assert list(table.frame.columns) == ["USUBJID", "AVAL"]
    assert table.frame["AVAL"].fillna(-1).tolist() == [5, -1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (forms()["x.json"][:150], "no valid JSON"),
        (forms()["gzip.dsjc"][:-30], "cut off|damaged"),
        (b'{"a": 1}', "no list of columns"),
        (b'{"columns": [{"name": "A"}], "rows": {}}', "no list of rows"),
        (b'{"columns": 5}', "could not be read"),
        (b"{" * 5000, "no valid JSON|nested"),
        (b'{"columns": [{"name": "\xff"}]}', "UTF-8"),
        (zlib.compress(b'{"a": "' + b"a" * (1 << 27)), "grows beyond all measure"),
    ],
)
def test_that_broken_files_are_refused_in_words(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / ("x.dsjc" if content[:1] in b"\x1f\x78" else "x.json")
    path.write_bytes(content)

    with pytest.raises(AnalysisError, match=said):
        read_file(path)


def test_that_text_in_a_column_of_numbers_is_named(tmp_path: Path) -> None:
    rows = [["S1", "1.5", None, 1], ["S2", "<5", None, "two"], ["S3", "", None, None]]
    path = tmp_path / "x.json"
    path.write_text(json.dumps({**DOCUMENT, "rows": rows}))

    raw = read_file(path)

    assert raw.tables[0].frame["AVAL"].isna().tolist() == [False, True, True]
    (issue,) = raw.issues
    assert (issue.check, issue.row, issue.column) == ("file.not_a_number", 2, "AVAL")
    assert "declared as decimal, but row 2 holds '<5'" in issue.message
    assert "2 values of x.json are so." in issue.message


def test_that_the_layout_before_the_first_version_is_read(tmp_path: Path) -> None:
    items = [
        {"OID": f"IT.{n}", "name": n, "type": t}
        for n, t in (("USUBJID", "string"), ("AVAL", "float"))
    ]
    group = {
        "records": 1,
        "name": "ADLB",
        "label": "Lab",
        "items": items,
        "itemData": [["S1", 2.5]],
    }
    path = tmp_path / "adlb.json"
    path.write_text(
        json.dumps({"clinicalData": {"studyOID": "S", "itemGroupData": {"IG.LB": group}}})
    )

    (table,) = read_file(path).tables

    assert table.frame.to_numpy().tolist() == [["S1", 2.5]]


def test_that_lists_in_cells_become_texts(tmp_path: Path) -> None:
    """No cell of a table is a list: what counts and sorts cells relies on that."""
    path = tmp_path / "nested.json"
    columns = [{"name": "A", "dataType": "string"}, {"name": "V", "dataType": "decimal"}]
    rows = [[["x"], 1], [{"k": [2]}, [3]]]
    path.write_text(json.dumps({**DOCUMENT, "records": 2, "columns": columns, "rows": rows}))

    raw = read_file(path)

    assert raw.tables[0].frame["A"].tolist() == ['["x"]', '{"k": [2]}']
    assert raw.tables[0].frame["V"].fillna(-1).tolist() == [1.0, -1]
    assert [(issue.check, issue.row, issue.column) for issue in raw.issues] == [
        ("file.not_a_number", 2, "V")
    ]

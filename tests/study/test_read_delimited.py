"""Delimited text in every dialect gives the same records."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError, Cancelled
from sjogren_desktop.study.delimited_scan import columns_with_codes, scan
from sjogren_desktop.study.read_delimited import read_delimited
from sjogren_desktop.study.values import interpret

TEXT = (
    "USUBJID,SITEID,PARAMCD,UNIT,ADT,AVAL\n"
    "S-001,007,CREAT,µmol/L,2024-01-09,79.56\n"
    "S-001,007,ALT,U/L,2024-02-11,27\n"
    "S-002,012,CREAT,µmol/L,2024-01-10,88.4\n"
    "S-002,012,ALT,U/L,,\n"
)


def read(path: Path, content: bytes) -> tuple[pd.DataFrame, list[str]]:
    path.write_bytes(content)
    raw = read_delimited(path)
    table, issues = interpret(raw.tables[0], path.name)
    return table.frame, [i.check for i in (*raw.issues, *issues)]


DIALECTS = {
    "plain": TEXT.encode(),
    "crlf": TEXT.replace("\n", "\r\n").encode(),
    "cr": TEXT.replace("\n", "\r").encode(),
    "bom": b"\xef\xbb\xbf" + TEXT.encode(),
    "utf-16 little endian": TEXT.replace(",", "\t").encode("utf-16"),
    "utf-16 big endian, no mark": TEXT.replace(",", "\t").encode("utf-16-be"),
    "utf-32": TEXT.encode("utf-32"),
    "cp1252": TEXT.encode("cp1252"),
    "semicolon": TEXT.replace(",", ";").encode(),
    "pipe": TEXT.replace(",", "|").encode(),
    "sep line": ("sep=|\n" + TEXT.replace(",", "|")).encode(),
    "quoted": "\n".join(
        ",".join(f'"{c}"' for c in line.split(",")) for line in TEXT.splitlines()
    ).encode(),
    "no last line end": TEXT.rstrip("\n").encode(),
    "blank lines": TEXT.replace("\nS-002,012,A", "\n\nS-002,012,A").encode() + b"\n\n",
    "padded": TEXT.replace(",", " , ").encode(),
    "decimal comma": TEXT.replace(",", ";")
    .replace("79.56", "79,56")
    .replace("88.4", "88,4")
    .encode(),
    "german dates": TEXT.replace("2024-01-09", "09.01.2024")
    .replace("2024-02-11", "11.02.2024")
    .replace("2024-01-10", "10.01.2024")
    .encode(),
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_that_every_dialect_gives_the_same_records(dialect: str, tmp_path: Path) -> None:
    frame, _ = read(tmp_path / "lab.csv", DIALECTS[dialect])

    assert list(frame.columns) == ["USUBJID", "SITEID", "PARAMCD", "UNIT", "ADT", "AVAL"]
    assert frame["USUBJID"].tolist() == ["S-001", "S-001", "S-002", "S-002"]
    assert frame["SITEID"].tolist() == ["007", "007", "012", "012"]
    assert frame["UNIT"].tolist() == ["µmol/L", "U/L", "µmol/L", "U/L"]
    assert frame["AVAL"].tolist()[:3] == [79.56, 27.0, 88.4]
    assert np.isnan(frame["AVAL"].iloc[3])
    assert frame["ADT"].tolist()[:3] == [
        pd.Timestamp("2024-01-09"),
        pd.Timestamp("2024-02-11"),
        pd.Timestamp("2024-01-10"),
    ]


def test_that_japanese_text_without_declaration_is_read(tmp_path: Path) -> None:
    content = "USUBJID,AETERM\nJP-001,頭痛\nJP-002,口の渇き\n".encode("cp932")

    frame, checks = read(tmp_path / "ae.csv", content)

    assert frame["AETERM"].tolist() == ["頭痛", "口の渇き"]
    assert checks == ["file.encoding"]


def test_that_identifiers_keep_their_zeros_in_columns_of_any_name(tmp_path: Path) -> None:
    content = b"USUBJID,KIT,LOT,DOSE,LAST\nS1,0012,1E05,5,01\nS2,0345,17,10,02\n"

    frame, _ = read(tmp_path / "kits.csv", content)

    assert frame["KIT"].tolist() == ["0012", "0345"]
    assert frame["LOT"].tolist() == ["1E05", "17"]
    assert frame["LAST"].tolist() == ["01", "02"]
    assert frame["DOSE"].tolist() == [5, 10]


def test_that_truth_values_stay_text(tmp_path: Path) -> None:
    frame, _ = read(tmp_path / "x.csv", b"USUBJID,DONE\nS1,TRUE\nS2,FALSE\n")

    assert frame["DONE"].tolist() == ["TRUE", "FALSE"]


def test_that_the_na_of_r_is_missing_in_texts_too_but_not_in_identifiers(tmp_path: Path) -> None:
    content = b"USUBJID,COUNTRY,REASON,AVAL\nNA,NA,NA,NA\nS2,DE,Death,5\n"

    frame, checks = read(tmp_path / "x.csv", content)

    assert frame["USUBJID"].tolist() == ["NA", "S2"]
    assert frame["COUNTRY"].tolist() == ["NA", "DE"]
    assert frame["REASON"].isna().tolist() == [True, False]
    assert frame["AVAL"].isna().tolist() == [True, False]
    assert checks.count("value.missing_code") == 2


def test_that_uneven_rows_keep_all_values_and_are_named(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b'USUBJID,AVAL,AVAL,\n"S1",5,6,\nS2,7,8,9,10\nS3,11\n\nS4,1,2,\n')

    raw = read_delimited(path)

    frame = raw.tables[0].frame
    assert list(frame.columns) == ["USUBJID", "AVAL", "AVAL_2", "COLUMN_4", "COLUMN_5"]
    assert frame["COLUMN_5"].tolist() == ["", "10", "", ""]
    assert [(i.check, i.row) for i in raw.issues] == [
        ("file.duplicate_header", 1),
        ("file.uneven_rows", 3),
        ("file.uneven_rows", 4),
    ]
    assert raw.tables[0].row(3) == 6


@pytest.mark.parametrize(
    "content",
    [
        b"ID,X,Y\nS1,1,2\nS2,3,4,5\nS3,6\nS4,7,8\n",
        b"ID,X,Y\nS1,1,2,9\nS2,3\nS3,6,7\n",
        b"ID,X,Y\nS1,1\nS2,3,4,5\nS3,6,7",
        b"ID,X,Y\nS1,1,2\n \nS3,6,7\n",
    ],
)
def test_that_uneven_rows_are_found_where_they_even_out(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    raw = read_delimited(path)

    lines = content.decode().splitlines()
    expected = [n for n, line in enumerate(lines, 1) if line.strip() and line.count(",") != 2]
    assert [i.row for i in raw.issues] == expected
    rows = [raw.tables[0].row(i) for i in range(len(raw.tables[0].frame))]
    assert rows == [n for n, line in enumerate(lines, 1) if n > 1 and line.strip()]


def test_that_a_line_break_in_quotes_is_part_of_the_value(tmp_path: Path) -> None:
    frame, checks = read(tmp_path / "x.csv", b'USUBJID,AETERM\nS1,"one\ntwo, three"\nS2,four\n')

    assert frame["AETERM"].tolist() == ["one\ntwo, three", "four"]
    assert checks == []


@pytest.mark.parametrize("content", [b"", b" \n\n ", b"USUBJID,AVAL\n", b"USUBJID,AVAL"])
def test_that_a_file_without_records_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    with pytest.raises(AnalysisError, match=r"x\.csv (is empty|has a header)"):
        read_delimited(path)


def test_that_cancelling_within_a_file_ends_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"USUBJID,AVAL\n" + b"S1,5.5\n" * 600_000)
    calls: list[float] = []

    def stop(fraction: float, message: str) -> None:
        calls.append(fraction)
        if len(calls) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_delimited(path, progress=stop)
    assert calls == sorted(calls)


def test_that_the_scan_counts_fields_outside_quotes() -> None:
    layout = scan(b'a,b\n"1,2\n3",4\n\n5\n6,7,8', ",")

    assert layout.fields.tolist() == [2, 2, 0, 1, 3]
    assert layout.lines.tolist() == [0, 1, 3, 4, 5]
    assert layout.closed
    assert not scan(b'a,b\n"1,2\n', ",").closed


def test_that_the_scan_is_the_same_across_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b'a,b,c\n"x, y\n",2,3\n\n4,"",07\n,,\n1,2' * 3
    whole, codes = scan(data, ","), columns_with_codes(data, ",", 3)

    for size in (1, 2, 3, 7):
        monkeypatch.setattr("sjogren_desktop.study.delimited_scan._BLOCK", size)
        parts = scan(data, ",")
        assert parts.fields.tolist() == whole.fields.tolist()
        assert parts.lines.tolist() == whole.lines.tolist()
        assert columns_with_codes(data, ",", 3) == codes


def test_that_columns_with_codes_are_found_by_their_place() -> None:
    data = b'a,b,c,d\n1,"x,y",007,4\n2,z,3,1.05\n'

    assert columns_with_codes(data, ",", 4) == {2}


def _texts(path: Path) -> list[list[str]]:
    """Return the records of a file as the csv module of Python reads them."""
    text = path.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row][1:]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("name", "late"),
    [
        ("text", "S9,1,<0.5,x\n"),
        ("code", "S9,1,0012,x\n"),
        ("power", "S9,1,1E05,x\n"),
        ("truth", "S9,1,True,x\n"),
        ("quoted separator", 'S9,1,2,"x, y"\n'),
        ("quoted line break", 'S9,1,2,"x\ny"\nS10,1,2,z\n'),
        ("blank lines", "\n\nS9,1,2,x\n\n"),
        ("empty last value in quotes", 'S9,1,2,""\nS10,"1",2,x\n'),
        ("no last line end", "S9,1,2,x"),
        ("mark in a value", 'S9,1,2,5" x 3"\n'),
    ],
)
def test_that_what_comes_late_in_a_file_is_read_like_the_rest(
    name: str, late: str, end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sjogren_desktop.study.delimited_parse.SAMPLE_BYTES", 200)
    path = tmp_path / "x.csv"
    content = "ID,AVAL,RESULT,NOTE\n" + "S1,0.9,5,a\n" * 30 + late
    path.write_bytes(content.replace("\n", end).encode())

    raw = read_delimited(path)

    read_back = raw.tables[0].frame.astype(object)
    expected = _texts(path)
    assert len(read_back) == len(expected)
    for position, column in enumerate(read_back):
        for value, text in zip(read_back[column], (row[position] for row in expected), strict=True):
            assert value == text or (text == "" and pd.isna(value)) or float(text) == value
    if name in ("code", "power", "truth", "text"):
        assert read_back["RESULT"].tolist() == [row[2] for row in expected]
    assert [i.check for i in raw.issues] == []


@pytest.mark.parametrize(
    ("late", "row"),
    [
        ('"S9",1,2\n', 32),
        ('"S9",1,2,\n"S10",1,2\n', 33),
        ('"S9",1,2,x,y\n', 32),
        ("S9,1,2\n", 32),
        ("S9,1,2,x,y\n", 32),
        ("S9,1,2\nS10,1,2,x,y\n", 32),
    ],
)
def test_that_uneven_rows_late_in_a_file_are_named(
    late: str, row: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sjogren_desktop.study.delimited_parse.SAMPLE_BYTES", 200)
    path = tmp_path / "x.csv"
    path.write_text("ID,AVAL,RESULT,NOTE\n" + "S1,0.9,5,a\n" * 30 + late + "S11,1,2,\n")

    raw = read_delimited(path)

    assert next(i for i in raw.issues if i.check == "file.uneven_rows").row == row


def test_that_another_encoding_is_found_late_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sjogren_desktop.study.delimited_parse.SAMPLE_BYTES", 200)
    content = "ID,AVAL,UNIT\n" + "S1,0.9,mg\n" * 30 + "S2,900,µg\n"

    frame, checks = read(tmp_path / "x.csv", content.encode("cp1252"))

    assert frame["UNIT"].iloc[-1] == "µg"
    assert frame["AVAL"].tolist() == [0.9] * 30 + [900]
    assert checks == ["file.encoding"]


def test_that_no_number_of_a_wide_file_changes(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    texts = [[f"{v:.{d}f}" for v, d in zip(row, rng.integers(0, 6, 20), strict=True)]
             for row in rng.lognormal(0, 4, (4000, 20))]  # fmt: skip
    path = tmp_path / "x.csv"
    path.write_text("\n".join([",".join(f"C{i}" for i in range(20)), *map(",".join, texts)]))

    frame = read_delimited(path).tables[0].frame

    assert frame.to_numpy(float).tolist() == [[float(t) for t in row] for row in texts]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_that_titles_above_the_header_are_no_records(
    separator: str, end: str, tmp_path: Path
) -> None:
    titles = f"Laboratory of study T{separator} final\nExport of 2024-05-01\n\n"
    text = titles + TEXT.replace(",", separator)

    frame, checks = read(tmp_path / "lab.csv", text.replace("\n", end).encode())
    raw = read_delimited(tmp_path / "lab.csv")

    assert list(frame.columns) == ["USUBJID", "SITEID", "PARAMCD", "UNIT", "ADT", "AVAL"]
    assert frame["AVAL"].tolist()[:3] == [79.56, 27.0, 88.4]
    assert checks == ["file.title_lines"]
    assert "3 lines above the header" in raw.issues[0].message
    assert raw.tables[0].row(0) == 5


def test_that_uneven_rows_below_titles_are_named_by_their_row(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Listing 16.2\nID,A,B,C\nS1,1,2,3\nS2,1,2\nS3,4,5,6\n")

    raw = read_delimited(path)

    assert [(i.check, i.row) for i in raw.issues] == [
        ("file.title_lines", 1), ("file.uneven_rows", 4),
    ]  # fmt: skip
    assert [raw.tables[0].row(i) for i in range(3)] == [3, 4, 5]


def test_that_short_tables_and_short_headers_are_no_titles(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ID,AVAL\nS1,1\nS2,2\n")

    assert read_delimited(path).issues == ()
    assert read_delimited(path).tables[0].frame.shape == (2, 2)


def test_that_texts_that_come_again_and_again_are_the_same_texts(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    arms = [["A", " A", "", "B"][i % 4] for i in range(400)]
    path.write_text("USUBJID,TRTP\n" + "".join(f"S{i},{arm}\n" for i, arm in enumerate(arms)))

    raw = read_delimited(path).tables[0]
    frame, issues = interpret(raw, "x.csv")

    assert raw.frame["TRTP"].dtype == "category"
    assert raw.frame["USUBJID"].dtype == frame.frame["TRTP"].dtype == "str"
    assert frame.frame["TRTP"].isna().sum() == 100
    assert frame.frame["TRTP"].dropna().tolist() == [a.strip() for a in arms if a]
    assert issues == []


@pytest.mark.parametrize("text", ["0012", "007", "1E05", "True", "2.50", "-1", "NA", "inf", "nan"])
def test_that_an_identifier_that_comes_again_and_again_stays_as_written(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("USUBJID,AVAL,SITEID\n" + f"{text},1.5,{text}\n" * 50)

    frame = interpret(read_delimited(path).tables[0], "x.csv")[0].frame

    assert frame["USUBJID"].tolist() == frame["SITEID"].tolist() == [text] * 50


def test_that_marks_within_values_hide_no_leading_zeros(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('ID,WIDE,KIT,NOTE\nA,5" x,0012,5" y\nB,5,7,z\n')

    assert read_delimited(path).tables[0].frame["KIT"].tolist() == ["0012", "7"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_that_a_record_that_begins_with_a_gap_keeps_its_columns(end: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(("ADT,X1,USUBJID\n,5,S1\n,6,S2\n2024-01-05,,S3\n".replace("\n", end)).encode())

    frame = read_delimited(path).tables[0].frame

    assert frame["USUBJID"].tolist() == ["S1", "S2", "S3"]
    assert frame["X1"].tolist()[:2] == [5, 6]


def test_that_the_fast_way_and_the_slow_one_give_the_same_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = ["S1", "0012", "1E05", "1.5", "0.9", "12,5", "<0.5", "", "NA", "True", "x", "7", "7",
              "µg/L", '"q, x"', '"a ""b"""', '5" x', "2024-01-05", " pad ",
              '"two\nlines"']  # fmt: skip
    names = ["USUBJID", "AVAL", "RESULT", "ADT", "NOTE", "CODE"]
    chance = random.Random(5)
    path = tmp_path / "x.csv"
    for _ in range(150):
        pools = [chance.sample(values, chance.randint(1, 4)) for _ in names]
        rows = [[chance.choice(pool) for pool in pools] for _ in range(chance.randint(2, 60))]
        separator, end = chance.choice(",;\t|"), chance.choice(["\n", "\r\n", "\r"])
        lines = [separator.join(row) for row in [names, *rows]]
        path.write_bytes("\n".join(lines).replace("\n", end).encode())
        monkeypatch.setattr("sjogren_desktop.study.delimited_parse.SAMPLE_BYTES", 300)

        fast = interpret(read_delimited(path).tables[0], "x.csv")[0].frame
        with monkeypatch.context() as patch:
            patch.setattr("sjogren_desktop.study.read_delimited.parse_even", lambda *_, **__: None)
            slow = interpret(read_delimited(path).tables[0], "x.csv")[0].frame

        assert [_plain(fast[c]) for c in slow] == [_plain(slow[c]) for c in slow]


def _plain(values: pd.Series) -> list[str]:
    """Return values as texts, in which 7 and 7.0 are alike and 0012 and 12 are not."""
    return [
        "" if pd.isna(v) else v if isinstance(v, str) else f"{v:.15g}"
        for v in values.convert_dtypes().astype(object)
        if not isinstance(v, pd.Timestamp)
    ]

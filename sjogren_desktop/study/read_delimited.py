"""Delimited text: CSV, TSV and whatever else separates values by one character.

The dialect (encoding, separator, line ends) is taken from the content, never
from the system's locale. Even rows are read by pandas' C parser, straight from the
file where that is plain UTF-8. Only files with uneven rows take the slow path, which
keeps every value and names every such row.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress, no_progress
from sjogren_desktop.study import text_encoding
from sjogren_desktop.study.delimited_parse import (
    SAMPLE_BYTES,
    Even,
    has_decimal_comma,
    parse_even,
)
from sjogren_desktop.study.delimited_scan import scan
from sjogren_desktop.study.headers import unique_header
from sjogren_desktop.study.raw import AS_FOUND, Declared, RawTable, RawTables, Reading
from sjogren_desktop.study.wording import counted

SEPARATORS = (",", ";", "\t", "|", "^", "~")

_SEP_LINE = re.compile(rb'"?sep=(.)"?[ \t]*\n', re.IGNORECASE)
_MOST_ROWS_LISTED = 20
_MOST_TITLES = 15


class Dialect(NamedTuple):
    """How a delimited file is written, and how many lines of titles stand above its header."""

    encoding: str
    separator: str
    titles: int = 0


def read_delimited(
    path: Path, *, progress: Progress = no_progress, reading: Reading = AS_FOUND
) -> RawTables:
    """Read a delimited text file, by its content where the reading leaves it open.

    Raises
    ------
    AnalysisError
        If the file is empty, has no records, or is not text.
    """
    progress(0.02, Doing("Reading {name}", name=path.name))
    separator = "" if reading.encoding else _separator_of_plain(path, reading)
    if separator:
        with path.open("rb") as file:
            even = parse_even(
                file, separator, path.name, progress=progress, decimal=reading.decimal
            )
        if even is not None:
            table, issues = _even_table(even, separator, path.name)
            return RawTables((table,), tuple(issues))
    data, dialect, found = read_text(path, reading=reading)
    separator = dialect.separator
    even = parse_even(
        io.BytesIO(data), separator, path.name, progress=progress, decimal=reading.decimal
    )
    if even is not None:
        table, issues = _even_table(even, separator, path.name)
    elif not scan(data, separator).closed:
        table, issues = _read_open(data, separator, path.name)
    else:
        table, issues = _read_uneven(data, separator, path.name)
    if dialect.titles:
        table, issues = _below_titles(table, issues, dialect.titles)
    return RawTables((table,), (*found, *issues))


def read_text(
    path: Path, *, reading: Reading = AS_FOUND
) -> tuple[bytes, Dialect, tuple[Issue, ...]]:
    """Return the text of a delimited file as UTF-8 with line ends ``\\n``, and its dialect.

    Lines of titles above the header are left out, which an issue says.

    Raises
    ------
    AnalysisError
        If the file is empty or not text.
    """
    raw = path.read_bytes()
    if raw.isspace() or not raw:
        raise AnalysisError(f"{path.name} is empty. Export the data again and open the new file.")
    decoded = text_encoding.to_utf8(raw, path.name, encoding=reading.encoding)
    data = decoded.data
    del raw
    if b"\x00" in data[:SAMPLE_BYTES]:
        raise AnalysisError(f"{path.name} is not a text file. Open a data file instead.")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    sep_line = _SEP_LINE.match(data)
    if sep_line:
        data = data[sep_line.end() :]
    found = sep_line[1].decode("latin-1") if sep_line else ""
    separator = reading.separator or found or find_separator(data)
    titles, length = _titles(data, separator)
    if not titles:
        return data, Dialect(decoded.encoding, separator), decoded.issues
    issue = Issue(
        "note",
        f"{counted(titles, 'line')} above the header of the table left out, being no records.",
        action="Look at the file first if they are more than titles.",
        file=path.name,
        row=1,
        check="file.title_lines",
    )
    dialect = Dialect(decoded.encoding, separator, titles)
    return data[length:], dialect, (*decoded.issues, issue)


def _titles(data: bytes, separator: str) -> tuple[int, int]:
    """Return how many lines, and bytes, of titles stand above the header of a table.

    Titles have one or two fields each where most rows have four at least.
    """
    if not separator.isascii():
        return 0, 0
    sample = data[:SAMPLE_BYTES]
    if len(data) > SAMPLE_BYTES:
        sample = sample[: sample.rfind(b"\n") + 1]
    layout = scan(sample, separator)
    fields = layout.fields[:2000]
    full = fields[fields > 0]
    if full.size < 3:
        return 0, 0
    usual, often = Counter(full.tolist()).most_common(1)[0]
    header = int(np.argmax(fields == usual))
    if usual < 4 or often < 2 or not 0 < header <= _MOST_TITLES:
        return 0, 0
    above = fields[:header]
    if not (above > 0).any() or (above > 2).any() or int(layout.lines[header]) != header:
        return 0, 0
    return header, len(b"\n".join(sample.split(b"\n", header)[:header])) + 1


def _below_titles(table: RawTable, issues: list[Issue], lines: int) -> tuple[RawTable, list[Issue]]:
    """Return a table and its issues with the rows as the whole file numbers them."""
    moved = [i if i.row is None else dataclasses.replace(i, row=i.row + lines) for i in issues]
    rows = None if table.rows is None else table.rows + lines
    return dataclasses.replace(table, rows=rows, first_row=table.first_row + lines), moved


def find_separator(data: bytes) -> str:
    """Return the character that separates the fields, from the first rows.

    The one wins that stands equally often in most rows; between equals, the
    one that stands more often.
    """
    sample = data[:SAMPLE_BYTES]
    if len(data) > SAMPLE_BYTES:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    best, best_score = ",", (0.0, 0)
    for separator in SEPARATORS:
        fields = scan(sample, separator).fields
        fields = fields[fields > 0][:2000]
        if not fields.size:
            continue
        usual, _ = Counter(fields.tolist()).most_common(1)[0]
        header = int(fields[0])
        if header < 2 and usual >= 4:
            header = usual  # titles stand above the header
        if header < 2:
            continue
        score = (round(float(np.mean(fields == usual)), 1), header)
        if score > best_score:
            best, best_score = separator, score
    return best


def _separator_of_plain(path: Path, reading: Reading) -> str:
    """Return the separator of a file that the parser may take as it is, else ""."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE_BYTES)
    if len(sample) == SAMPLE_BYTES:
        sample = sample[: max(sample.rfind(b"\n"), sample.rfind(b"\r")) + 1]
    sample = sample.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\x00" in sample or text_encoding.has_mark(sample) or _SEP_LINE.match(sample):
        return ""
    return reading.separator or find_separator(sample)


def _even_table(even: Even, separator: str, name: str) -> tuple[RawTable, list[Issue]]:
    header, issues = unique_header(even.header, name)
    frame = even.frame
    frame.columns = pd.Index(header)
    return RawTable("", frame, rows=even.rows, declared=_declared(frame, separator)), issues


def _read_open(data: bytes, separator: str, name: str) -> tuple[RawTable, list[Issue]]:
    """Read a file in which a quotation mark is opened and never closed.

    As signs like any other where all rows are even so; else what follows the mark is one
    value, which the finding says.
    """
    lines = [line for line in data.decode("utf-8").split("\n") if line.strip()]
    rows = list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))
    if len({len(row) for row in rows}) == 1 and len(rows) > 1:
        bare = [[re.sub(r'^"(.*)"$', r"\1", cell).replace('""', '"') for cell in r] for r in rows]
        quoted = io.StringIO()
        csv.writer(quoted, delimiter=separator, lineterminator="\n").writerows(bare)
        table, issues = _read_uneven(quoted.getvalue().encode("utf-8"), separator, name)
        said = "Quotation marks were taken as signs like any other."
    else:
        table, issues = _read_uneven(data, separator, name)
        said = "Everything after it was taken as one value, so records may be lost."
    odd = next((i for i, line in enumerate(data.split(b"\n"), start=1) if line.count(b'"') % 2), 1)
    issue = Issue(
        "error",
        f"A quotation mark is opened and not closed, probably in line {odd}. {said}",
        action="Correct the line in the source, or export the file again.",
        file=name,
        row=odd,
        check="file.open_quote",
    )
    return table, [issue, *issues]


def _declared(frame: pd.DataFrame, separator: str) -> Declared:
    commas = separator != "," and has_decimal_comma(frame)
    return Declared(typed=False, decimal_comma=separator == ";" or commas, commas=commas)


def _no_records(name: str, header: list[str]) -> AnalysisError:
    return AnalysisError(
        f"{name} has a header ({', '.join(header[:6])}{' ...' if len(header) > 6 else ''}) but no "
        "records. Export the data again and open the new file."
    )


def _read_uneven(data: bytes, separator: str, name: str) -> tuple[RawTable, list[Issue]]:
    """Read rows of different length one by one, naming those that do not fit."""
    csv.field_size_limit(1 << 27)
    reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), delimiter=separator)
    header: list[str] | None = None
    records: list[list[str]] = []
    rows: list[int] = []
    uneven: list[Issue] = []
    issues: list[Issue] = []
    width = 0
    try:
        for row, cells in enumerate(reader, start=1):
            if not any(c.strip() for c in cells):
                continue
            if header is None:
                header, issues = unique_header(cells, name)
                width = len(header)
                continue
            if len(cells) != width:
                uneven.append(_uneven(cells, width, name, row))
                header += [f"COLUMN_{i + 1}" for i in range(len(header), len(cells))]
            records.append(cells)
            rows.append(row)
    except csv.Error as error:
        raise AnalysisError(
            f"{name} could not be read as delimited text near line {reader.line_num}: {error}. "
            "Check the quotation marks there, or export the file again."
        ) from error
    if header is None or not records:
        raise _no_records(name, header or [])
    frame = pd.DataFrame(
        [cells + [""] * (len(header) - len(cells)) for cells in records], columns=pd.Index(header)
    )
    empty = [c for c in header if c.startswith("COLUMN_") and not frame[c].str.strip().any()]
    frame = frame.drop(columns=empty)
    if len(uneven) > _MOST_ROWS_LISTED:
        issues.append(
            Issue(
                "warning",
                f"{len(uneven)} rows have more or fewer values than the header; the first "
                f"{_MOST_ROWS_LISTED} are listed.",
                file=name,
                check="file.uneven_rows",
            )
        )
    table = RawTable(
        "", frame, rows=np.array(rows, dtype=np.int64), declared=_declared(frame, separator)
    )
    return table, issues + uneven[:_MOST_ROWS_LISTED]


def _uneven(cells: list[str], width: int, name: str, row: int) -> Issue:
    more = len(cells) > width
    return Issue(
        "warning",
        f"Row {row} has {len(cells)} values where the header has {width}; "
        + (
            "the additional ones stand in columns of their own." if more else "the rest is missing."
        ),
        action="Look at this row in the source; a separator may be missing or too many.",
        file=name,
        row=row,
        check="file.uneven_rows",
    )


def looks_like_table(head: bytes, name: str) -> bool:
    """Return True if the beginning of a text file has rows of equally many fields."""
    try:
        data = text_encoding.to_utf8(head[: len(head) // 4 * 4], name).data
    except AnalysisError:
        return False
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    sep_line = _SEP_LINE.match(data)
    data = data[sep_line.end() :] if sep_line else data
    if len(head) >= 1 << 16:
        data = data[: data.rfind(b"\n") + 1]
    separator = sep_line[1].decode("latin-1") if sep_line else find_separator(data)
    data = data[_titles(data, separator)[1] :]
    fields = scan(data, separator).fields
    fields = fields[fields > 0]
    if fields.size < 2 or fields[0] < 2:
        return False
    if separator == "," and data.count(b", ") > 0.5 * data.count(b","):
        return False  # commas of sentences
    return bool(np.mean(fields == fields[0]) >= 0.9)

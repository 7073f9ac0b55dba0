"""Delimited text: CSV, TSV and whatever else separates values by one character.

The dialect (encoding, separator, line ends) is taken from the content, never
from the system's locale. pandas' C parser reads the file. It says nothing about
short rows, so the separators are counted too: in a file without quotation marks
their number alone shows that no row is short, as the parser refuses longer ones;
in others a vectorised scan of the bytes counts the fields of every row. Only
files with uneven rows take the slow path, which keeps every value and names
every such row.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np
import pandas as pd

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress, no_progress
from sjogren_desktop.study import text_encoding
from sjogren_desktop.study.delimited_scan import Layout, columns_with_codes, count, scan
from sjogren_desktop.study.headers import unique_header
from sjogren_desktop.study.raw import AS_FOUND, Declared, RawTable, RawTables, Reading
from sjogren_desktop.study.values import column_name, is_number_name, stays_text

if TYPE_CHECKING:
    from pandas._typing import ReadCsvBuffer

SEPARATORS = (",", ";", "\t", "|", "^", "~")

_SEP_LINE = re.compile(rb'"?sep=(.)"?[ \t]*\n', re.IGNORECASE)
_SNIFF_BYTES = 256 * 1024
_MOST_ROWS_LISTED = 20


class Dialect(NamedTuple):
    """How a delimited file is written."""

    encoding: str
    separator: str


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
    data, dialect, issues = read_text(path, reading=reading)
    table, more = _read_table(data, dialect.separator, path.name, progress, reading.decimal)
    return RawTables((table,), (*issues, *more))


def read_text(
    path: Path, *, reading: Reading = AS_FOUND
) -> tuple[bytes, Dialect, tuple[Issue, ...]]:
    """Return the text of a delimited file as UTF-8 with line ends ``\\n``, and its dialect.

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
    if b"\x00" in data[:_SNIFF_BYTES]:
        raise AnalysisError(f"{path.name} is not a text file. Open a data file instead.")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    sep_line = _SEP_LINE.match(data)
    if sep_line:
        data = data[sep_line.end() :]
    found = sep_line[1].decode("latin-1") if sep_line else ""
    separator = reading.separator or found or find_separator(data)
    return data, Dialect(decoded.encoding, separator), decoded.issues


def find_separator(data: bytes) -> str:
    """Return the character that separates the fields, from the first rows.

    The one wins that stands equally often in most rows; between equals, the
    one that stands more often.
    """
    sample = data[:_SNIFF_BYTES]
    if len(data) > _SNIFF_BYTES:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    best, best_score = ",", (0.0, 0)
    for separator in SEPARATORS:
        fields = scan(sample, separator).fields
        fields = fields[fields > 0][:2000]
        if not fields.size:
            continue
        usual, _ = Counter(fields.tolist()).most_common(1)[0]
        header = int(fields[0])
        if header < 2:
            continue
        score = (round(float(np.mean(fields == usual)), 1), header)
        if score > best_score:
            best, best_score = separator, score
    return best


def _read_table(
    data: bytes, separator: str, name: str, progress: Progress, decimal: str = ""
) -> tuple[RawTable, list[Issue]]:
    plain = _read_plain(data, separator, name, progress, decimal)
    if plain is not None:
        return plain
    layout = scan(data, separator)
    full = np.flatnonzero(layout.fields > 0)
    if full.size == 0:
        raise AnalysisError(f"{name} is empty. Export the data again and open the new file.")
    header_at, records = int(full[0]), full[1:]
    rows = records + 1
    width = int(layout.fields[header_at])
    if layout.closed and bool((layout.fields[records] == width).all()):
        header, header_issues = unique_header(_first_row(data, layout, header_at, separator), name)
        if not records.size:
            raise _no_records(name, header)
        skip = int(layout.lines[header_at])
        frame = _parse(data, separator, header, skip, name, progress, decimal)
        if frame is not None and len(frame) == records.size:
            table = RawTable(
                "", frame, first_row=2, rows=rows, declared=_declared(frame, separator)
            )
            return table, header_issues
    if not layout.closed:
        return _read_open(data, separator, name)
    return _read_uneven(data, separator, name)


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


def _read_plain(
    data: bytes, separator: str, name: str, progress: Progress, decimal: str
) -> tuple[RawTable, list[Issue]] | None:
    """Read a file without quotation marks, blank lines and uneven rows; None if it is another."""
    end = data.find(b"\n")
    if end < 1 or b'"' in data or not separator.isascii():
        return None
    names = data[:end].decode("utf-8").split(separator)
    stop = data.find(b"\n", end + 1)
    # The parser takes the first record for the measure of the others.
    first = data[end + 1 : stop if stop > 0 else len(data)].count(separator.encode()) + 1
    if len(names) == 1 or first != len(names):
        return None
    header, issues = unique_header(names, name)
    frame = _parse(data, separator, header, 0, name, progress, decimal)
    if frame is None or frame.empty:
        return None
    records = len(frame)
    # It refuses longer ones: if the sum is right, then, none is shorter. Lines it
    # skipped, being blank, show in the line ends.
    even = count(data, separator) == (records + 1) * (len(header) - 1)
    if not even or count(data, "\n") != records + data.endswith(b"\n"):
        return None
    rows = np.arange(2, records + 2)
    return RawTable("", frame, rows=rows, declared=_declared(frame, separator)), issues


def _declared(frame: pd.DataFrame, separator: str) -> Declared:
    commas = separator != "," and _has_decimal_comma(frame)
    return Declared(typed=False, decimal_comma=separator == ";" or commas, commas=commas)


def _no_records(name: str, header: list[str]) -> AnalysisError:
    return AnalysisError(
        f"{name} has a header ({', '.join(header[:6])}{' ...' if len(header) > 6 else ''}) but no "
        "records. Export the data again and open the new file."
    )


def _first_row(data: bytes, layout: Layout, at: int, separator: str) -> list[str]:
    stop = int(layout.lines[at + 1]) if at + 1 < layout.lines.size else None
    start = int(layout.lines[at])
    handle = io.BytesIO(data)
    lines = [handle.readline() for _ in range(stop if stop is not None else start + 1)]
    if stop is None:
        lines.append(handle.read())
    text = b"".join(lines[start:]).decode("utf-8")
    return next(csv.reader(io.StringIO(text), delimiter=separator), [])


class _Source:
    """The bytes of a file for pandas, telling the progress while they are read.

    It is no :class:`io.IOBase`, because pandas would decode what such a file gives
    and encode it again.
    """

    def __init__(self, data: bytes, name: str, progress: Progress) -> None:
        self._data = memoryview(data)
        self._at = 0
        self._name = name
        self._progress = progress

    def read(self, size: int = -1) -> bytes:
        part = bytes(self._data[self._at :] if size < 0 else self._data[self._at : self._at + size])
        self._at += len(part)
        self._progress(
            0.05 + 0.8 * self._at / max(1, len(self._data)),
            Doing("Reading {name}", name=self._name),
        )
        return part

    def __iter__(self) -> Iterator[bytes]:
        """Pandas takes for a file what can be iterated; it does not do so."""
        while part := self.read(1 << 16):
            yield part


def _parse(
    data: bytes,
    separator: str,
    header: list[str],
    skip: int,
    name: str,
    progress: Progress,
    decimal: str,
) -> pd.DataFrame | None:
    """Read even rows by the C parser; None if it finds the file uneven after all."""
    upper = [column_name(n) for n in header]
    as_text = [i for i, n in enumerate(upper) if stays_text(n)]
    frame = _read_csv(data, separator, len(header), skip, name, progress, as_text)
    if frame is None:
        return None
    doubtful = [
        i
        for i in range(len(header))
        if i not in as_text
        and not is_number_name(upper[i])
        and (frame[i].dtype.kind == "b" or frame[i].dtype.kind in "if")
    ]
    again = [i for i in doubtful if frame[i].dtype.kind == "b"]
    if len(doubtful) > len(again):
        codes = columns_with_codes(data, separator, len(header))
        again += [i for i in doubtful if i in codes and i not in again]
    # Where the point may stand for thousands, the parser must not take it for the decimal sign.
    other = separator != "," and b"," in data and _has_decimal_comma(frame)
    if decimal == "," or other:
        again += [i for i in range(len(header)) if frame[i].dtype.kind == "f" and i not in again]
    if again:
        texts = _read_csv(data, separator, len(header), skip, name, no_progress, again, again)
        if texts is not None:
            for i in again:
                frame[i] = texts[i]
    frame.columns = pd.Index(header)
    return frame


def _has_decimal_comma(frame: pd.DataFrame) -> bool:
    pattern = r"^[+-]?\d*,\d+$"
    texts = [frame[c] for c in frame if frame[c].dtype == "str"]
    return any(bool(t.head(1000).str.match(pattern).any()) for t in texts)


def _read_csv(
    data: bytes,
    separator: str,
    width: int,
    skip: int,
    name: str,
    progress: Progress,
    as_text: list[int],
    only: list[int] | None = None,
) -> pd.DataFrame | None:
    try:
        return pd.read_csv(
            cast("ReadCsvBuffer[bytes]", _Source(data, name, progress)),
            sep=separator,
            header=None,
            names=list(range(width)),
            index_col=False,
            usecols=only,
            skiprows=skip + 1,
            dtype={i: "str" for i in as_text},
            keep_default_na=False,
            na_values=[""],
            low_memory=False,
            skip_blank_lines=True,
            encoding="utf-8",
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError):
        return None


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
    fields = scan(data, separator).fields
    fields = fields[fields > 0]
    if fields.size < 2 or fields[0] < 2:
        return False
    if separator == "," and data.count(b", ") > 0.5 * data.count(b","):
        return False  # commas of sentences
    return bool(np.mean(fields == fields[0]) >= 0.9)

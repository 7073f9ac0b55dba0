"""Parse delimited text whose rows are all of one length, at the speed of the parser.

pandas' C parser takes the file piece by piece, and what has to be known of its bytes
is counted in the same pieces while they are at hand: the text is never held a second
time. The parser refuses rows that are too long and fills up those that are too short
without a word. Without quotation marks, the number of separators shows that none is
short; with them, a last column without gaps does, else a scan of the bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Doing, Progress, no_progress
from sjogren_desktop.study.delimited_scan import columns_with_codes, scan
from sjogren_desktop.study.headers import unique_header
from sjogren_desktop.study.values import column_name, is_number_name, stays_text

if TYPE_CHECKING:
    from pandas._typing import ReadCsvBuffer

SAMPLE_BYTES = 256 * 1024
"""The beginning of a file, from which its separator and its columns of text are seen."""

_LONGEST_LINE = 1 << 22


class Even(NamedTuple):
    """A table of even rows: its header, its columns by position, and the row of each record."""

    header: list[str]
    frame: pd.DataFrame
    rows: npt.NDArray[np.int64]


def parse_even(
    file: BinaryIO, separator: str, name: str, *, progress: Progress = no_progress,
    decimal: str = "",
) -> Even | None:  # fmt: skip
    """Return the records of a file, None if its rows are uneven or it is no plain UTF-8.

    Parameters
    ----------
    file : binary file
        UTF-8 without byte order mark; line ends of any kind. It is read more
        than once.
    separator : str
        One character of the ASCII set.
    decimal : str
        The decimal sign, where the user chose one.
    """
    beginning = _beginning(file, separator)
    if beginning is None:
        return None
    header, sample, skip = beginning
    parser = _Parser(separator, len(header), skip)
    # As the whole file would show, only sooner: one text makes a column one of texts.
    first = parser.parse(io.BytesIO(sample), {})
    upper = [column_name(n) for n in unique_header(header, name)[0]]
    as_text = {
        i: _kind_of_text(None if first is None else first[i])
        for i, n in enumerate(upper)
        if stays_text(n) or (first is not None and first[i].dtype.kind not in "iuf")
    }
    doubtful = [i for i, n in enumerate(upper) if i not in as_text and not is_number_name(n)]
    counted = _Counted(file, name, progress, separator, len(header) if doubtful else 0)
    frame = parser.parse(counted, as_text)
    if frame is None or frame.empty:
        return None
    rows = _rows(frame, counted, skip, any(frame[i].dtype.kind in "iuf" for i in doubtful))
    if rows is None:
        return None
    again = _to_read_again(frame, doubtful, decimal, counted)
    if again:
        texts = parser.parse(
            _Counted(file, name, no_progress, separator), dict.fromkeys(again, "str"), again
        )
        if texts is None:
            return None
        for i in again:
            frame[i] = texts[i]
    return Even(header, frame, rows)


def has_decimal_comma(frame: pd.DataFrame) -> bool:
    """Return True if a column of texts holds numbers with a decimal comma."""
    pattern = r"^[+-]?\d*,\d+$"
    texts = [frame[c] for c in frame if frame[c].dtype in ("str", "category")]
    return any(bool(t.head(1000).str.match(pattern).any()) for t in texts)


def _kind_of_text(first: pd.Series | None) -> str:
    """Return "category" for texts that come again and again, which are parsed once only.

    Where they do not, sorting the categories would take longer than it saves. The parser makes
    numbers of categories that all look like some: among those here, one is known not to.
    """
    if first is None or first.dtype != "str" or first.nunique() > 0.2 * len(first):
        return "str"
    return "category"


def _beginning(file: BinaryIO, separator: str) -> tuple[list[str], bytes, int] | None:
    """Return the header, the first whole lines, and how many rows end with the header."""
    file.seek(0)
    sample = file.read(SAMPLE_BYTES)
    if len(sample) == SAMPLE_BYTES:
        sample = sample[: max(sample.rfind(b"\n"), sample.rfind(b"\r")) + 1]
    sample = _plain_ends(sample)
    if not separator.isascii():
        return None
    try:
        reader = csv.reader(io.StringIO(sample.decode("utf-8"), newline=""), delimiter=separator)
        found = list(islice(((n, row) for n, row in enumerate(reader) if row), 2))
    except (UnicodeDecodeError, csv.Error):
        return None
    # The parser takes the first record for the measure of the others.
    if len(found) < 2 or len(found[0][1]) != len(found[1][1]):
        return None
    return found[0][1], sample, found[0][0] + 1


def _rows(
    frame: pd.DataFrame, counted: _Counted, skip: int, codes: bool
) -> npt.NDArray[np.int64] | None:
    """Return the row of every record, counted as records; None if not all rows are even.

    Where codes are to be looked for, marks within a value (5" wide) must not hide separators.
    """
    records, width = frame.shape
    # Neither blank lines nor line breaks within values: every line is a record.
    if skip == 1 and counted.lines == records + 1:
        if counted.quotes:
            even = not codes and counted.quotes % 2 == 0 and bool(frame[width - 1].notna().all())
        else:
            even = counted.separators == (records + 1) * (width - 1)
        if even:
            return np.arange(2, records + 2)
    layout = scan(counted.whole(), counted.separator)
    full = np.flatnonzero(layout.fields > 0)[1:]
    if not layout.closed or full.size != records or bool((layout.fields[full] != width).any()):
        return None
    return full + 1


def _to_read_again(
    frame: pd.DataFrame, doubtful: list[int], decimal: str, counted: _Counted
) -> list[int]:
    """Return the columns of which the texts are needed, not what the parser made of them."""
    again = [i for i in doubtful if frame[i].dtype.kind == "b"]
    numeric = {i for i in doubtful if frame[i].dtype.kind in "iuf"}
    if numeric:
        again += sorted(numeric & counted.codes())
    # Where the point may stand for thousands, the parser must not take it for the decimal sign.
    if decimal == "," or (counted.separator != "," and has_decimal_comma(frame)):
        again += [i for i in range(frame.shape[1]) if frame[i].dtype.kind == "f" and i not in again]
    return again


class _Counted:
    """A file for pandas that tells the progress and counts signs while it is read.

    It is no :class:`io.IOBase`, because pandas would decode what such a file gives
    and encode it again.
    """

    def __init__(
        self, file: BinaryIO, name: str, progress: Progress, separator: str, width: int = 0
    ) -> None:
        """Look for codes where ``width``, the number of columns, is not 0."""
        self._file = file
        self._size = max(1, file.seek(0, io.SEEK_END))
        self._message = Doing("Reading {name}", name=name)
        self._progress = progress
        self.separator = separator
        self.quotes = self.separators = self.lines = 0
        self._width = width
        self._codes: set[int] = set()
        self._rest = self._last = b""
        file.seek(0)

    def read(self, size: int = -1) -> bytes:
        part = self._file.read(size)
        self.quotes += _count(part, b'"')
        if b"\r" in part:
            if part.endswith(b"\r"):
                part += self._file.read(1)
            # The parser would keep the pairs within a value, and loses an empty field after
            # a line end of the first sign alone.
            if self.quotes or not _ends_in_pairs(part):
                part = _plain_ends(part)
        self.lines += _count(part, b"\n")
        self.separators += _count(part, self.separator.encode())
        if part:
            self._last = part[-1:]
        elif self._last not in (b"", b"\n"):
            self.lines, self._last = self.lines + 1, b"\n"
        if self._width and not self.quotes:
            self._look_for_codes(part)
        self._progress(0.05 + 0.8 * self._file.tell() / self._size, self._message)
        return part

    def __iter__(self) -> Iterator[bytes]:
        """Pandas takes for a file what can be iterated; it does not do so."""
        while part := self.read(1 << 16):
            yield part

    def whole(self) -> bytes:
        """Return all of the text, with line ends ``\n``."""
        self._file.seek(0)
        return _plain_ends(self._file.read())

    def codes(self) -> set[int]:
        """Return the columns in which a number may be a code, after the file was read."""
        if self.quotes:
            return columns_with_codes(self.whole(), self.separator, self._width)
        return self._codes

    def _look_for_codes(self, part: bytes) -> None:
        lines = self._rest + part
        end = max(lines.rfind(b"\n"), lines.rfind(b"\r")) + 1 if part else len(lines)
        self._rest = lines[end:]
        if len(self._rest) > _LONGEST_LINE:
            self._rest, self._codes = b"", set(range(self._width))
        if end:
            self._codes |= columns_with_codes(lines[:end], self.separator, self._width)


def _count(text: bytes, sign: bytes) -> int:
    """Return how often a sign stands in a text; several times as fast as the text's own way."""
    if sign not in text:
        return 0
    return int(np.count_nonzero(np.frombuffer(text, dtype=np.uint8) == sign[0]))


def _ends_in_pairs(text: bytes) -> bool:
    """Return True if every carriage return stands before a line feed."""
    signs = np.frombuffer(text, dtype=np.uint8)
    at = np.flatnonzero(signs == 13)
    return bool(at[-1] + 1 < signs.size and (signs[at + 1] == 10).all())


def _plain_ends(text: bytes) -> bytes:
    if b"\r" not in text:
        return text
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


class _Parser(NamedTuple):
    """pandas' C parser, set up for one file."""

    separator: str
    width: int
    skip: int

    def parse(
        self,
        source: _Counted | BinaryIO,
        as_text: Mapping[int, str],
        only: list[int] | None = None,
    ) -> pd.DataFrame | None:
        """Return the columns by position, None if the parser finds the rows uneven."""
        try:
            return pd.read_csv(
                cast("ReadCsvBuffer[bytes]", source),
                sep=self.separator,
                header=None,
                names=list(range(self.width)),
                index_col=False,
                usecols=only,
                skiprows=self.skip,
                dtype=dict(as_text),
                keep_default_na=False,
                na_values=[""],
                low_memory=False,
                skip_blank_lines=True,
                encoding="utf-8",
            )
        except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError):
            return None

"""A look at a file before it is opened: raw text beside what would be read from it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from sjogren_desktop.results import Doing, Issue, Progress, no_progress
from sjogren_desktop.study import treatment
from sjogren_desktop.study.blinding import WITHHELD
from sjogren_desktop.study.load import as_said
from sjogren_desktop.study.raw import AS_FOUND, RawTable, Reading
from sjogren_desktop.study.read_delimited import read_delimited, read_text
from sjogren_desktop.study.readers import read_file, reader_for
from sjogren_desktop.study.standard_labels import with_standard_names
from sjogren_desktop.study.values import TEXT_SUFFIX, column_name, interpret

ROWS = 200
"""Rows shown of a table."""


@dataclass(frozen=True)
class ColumnPreview:
    """What becomes of one column.

    ``kind`` is "number", "date" or "text"; ``missing`` counts records without
    a value after reading, ``changed`` those whose value is not written as in
    the file (decimal signs, missing codes, dates in another form), ``lost``
    those of which only the text is kept (``<0.5`` in a column of numbers).
    """

    name: str
    label: str
    kind: str
    missing: int
    changed: int
    lost: int


@dataclass(frozen=True, eq=False)
class TablePreview:
    """The first rows of a table, as texts of the file and as read.

    ``raw`` and ``parsed`` have the same columns and rows; both hold texts.
    """

    sheet: str
    records: int
    columns: tuple[ColumnPreview, ...]
    raw: pd.DataFrame
    parsed: pd.DataFrame
    issues: tuple[Issue, ...]


@dataclass(frozen=True, eq=False)
class FilePreview:
    """A file as it would be read; ``reading`` has what was found out where "" was said."""

    name: str
    format: str
    is_text: bool
    reading: Reading
    tables: tuple[TablePreview, ...]


def preview_file(
    path: Path, *, reading: Reading = AS_FOUND, progress: Progress = no_progress
) -> FilePreview:
    """Read a file as :func:`.load.open_study` would, and compare with its text.

    Raises
    ------
    AnalysisError
        If the file cannot be read.
    """
    raw = read_file(path, progress=progress, reading=reading)
    reader = reader_for(path)
    is_text = reader is not None and reader.read is read_delimited
    found = reading
    texts: pd.DataFrame | None = None
    if is_text:
        data, dialect, _ = read_text(path, reading=reading)
        found = reading._replace(encoding=dialect.encoding, separator=dialect.separator)
        texts = _first_texts(data, dialect.separator)
    tables = []
    for table in raw.tables:
        progress(0.95, Doing("Interpreting {name}", name=path.name))
        said, named = with_standard_names(as_said(table, reading), path.name)
        read, issues = interpret(said, path.name, missing_codes=reading.missing)
        skipped = len(table.frame) - len(said.frame)
        shown = None if texts is None else texts.iloc[skipped:].reset_index(drop=True)
        tables.append(_preview(said, read, shown, (*raw.issues, *named, *issues)))
    return FilePreview(
        path.name, "" if reader is None else reader.name, is_text, found, tuple(tables)
    )


def _first_texts(data: bytes, separator: str) -> pd.DataFrame:
    """Return the first rows below the header as they stand in the file."""
    text = io.StringIO(data[: 1 << 22].decode("utf-8", errors="replace"), newline="")
    rows: list[list[str]] = []
    try:
        for cells in csv.reader(text, delimiter=separator):
            if any(c.strip() for c in cells):
                rows.append(cells)
            if len(rows) > ROWS:
                break
    except csv.Error:
        pass  # the reader proper has said what is wrong
    return pd.DataFrame(rows[1:])


def _preview(
    said: RawTable, read: RawTable, texts: pd.DataFrame | None, issues: tuple[Issue, ...]
) -> TablePreview:
    columns = []
    raw: dict[str, pd.Series] = {}
    parsed: dict[str, pd.Series] = {}
    for position, header in enumerate(said.frame.columns):
        name = column_name(header)
        if name not in read.frame:
            continue
        source, values = said.frame.iloc[:, position], read.frame[name]
        kept = read.frame.get(name + TEXT_SUFFIX)
        changed = _changed(source, values)
        columns.append(
            ColumnPreview(
                name,
                read.labels.get(name, ""),
                _kind(values),
                int(values.isna().sum()),
                changed,
                0 if kept is None else int(kept.notna().sum()),
            )
        )
        head = values.head(ROWS)
        shown = _texts(source.head(ROWS))
        if texts is not None and position in texts and len(texts) >= len(head):
            shown = texts[position].head(len(head)).fillna("")
        if treatment.tells_by_name(name, read.labels.get(name, "")):
            # Looking at a file must not break the blind that opening it keeps.
            shown = pd.Series([WITHHELD] * len(head), dtype="str")
            head = shown
        raw[name] = shown.reset_index(drop=True)
        parsed[name] = _texts(head).reset_index(drop=True)
    return TablePreview(
        said.sheet,
        len(read.frame),
        tuple(columns),
        pd.DataFrame(raw),
        pd.DataFrame(parsed),
        issues,
    )


def _kind(values: pd.Series) -> str:
    if values.dtype.kind in "iuf":
        return "number"
    return "date" if values.dtype.kind == "M" else "text"


def _texts(values: pd.Series) -> pd.Series:
    """Return values as the program shows them, missing as ""."""
    if values.dtype.kind in "iuf":
        texts = ["" if np.isnan(v) else f"{v:.12g}" for v in values.to_numpy(float)]
    elif values.dtype.kind == "M":
        texts = ["" if pd.isna(v) else v.isoformat().removesuffix("T00:00:00") for v in values]
    else:
        texts = ["" if v is None or v != v else str(v) for v in values.astype(object)]
    return pd.Series(texts, dtype="str")


def _changed(source: pd.Series, values: pd.Series) -> int:
    """Count the values that are not written in the file as they were read."""
    if source.dtype.kind in "iufM":
        return int((source.notna() & values.isna()).sum())
    codes, distinct = pd.factorize(source)
    count = 0
    for number, text in enumerate(distinct):
        here = codes == number
        first = values.iloc[int(np.argmax(here))]
        if _is_changed(str(text).strip(), first):
            count += int(here.sum())
    return count


def _is_changed(text: str, value: object) -> bool:
    if not text:
        return False
    if value is None or value != value:
        return True
    if isinstance(value, pd.Timestamp):
        return text != value.isoformat().removesuffix("T00:00:00")
    if isinstance(value, float | int | np.floating | np.integer):
        try:
            return float(text) != float(value)
        except ValueError:
            return True
    return text != str(value)

"""Parquet files, by fastparquet, in a process of its own.

pyarrow is not used: it is 90 MB of the 330 a package may take, even without its parts
for networks and servers, and where it is installed, pandas stores text in another way.
fastparquet takes 17 MB with its codecs. Its authors said in March 2026 that they no
longer develop it, and pandas will no longer read with it, which is not asked to here;
CONTRIBUTING says when to leave it. It can take the whole process down on a damaged file
(segmentation fault in its compiled parts), so a child process reads (see
:mod:`.own_process`).
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress, no_progress
from sjogren_desktop.study.own_process import read_apart
from sjogren_desktop.study.raw import RawTable, RawTables

_LARGEST = 4 << 30
"""Bytes the columns may take in memory."""

_SUSPECT, _SUSPECT_RATIO = 512 << 20, 2000
"""Columns may take so much in any case, and so many times the size of the file."""


_UNNAMED_INDEX = re.compile(r"__index_level_\d+__|index")


def read_parquet(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read a Parquet file.

    Raises
    ------
    AnalysisError
        If the file is damaged, nested, or too large for the memory.
    """
    progress(0.02, Doing("Reading {name}", name=path.name))
    content = read_apart(__name__, path, memory=3 * _LARGEST, seconds_per_mb=1.0, progress=progress)
    if content is None:
        raise AnalysisError(
            f"{path.name} could not be read as Parquet: it is damaged or in a form that is not "
            "read. Export it again, or as CSV or Dataset-JSON."
        )
    frame, labels, nested = content
    issues = []
    if nested:
        issues.append(
            Issue(
                "warning",
                f"The columns {', '.join(nested)} hold lists and were left out.",
                action="Export them as columns of single values if they are needed.",
                file=path.name,
                check="file.nested_column",
            )
        )
    if frame.empty:
        issues.append(
            Issue(
                "warning",
                f"{path.name} has variables but no records.",
                action="Check that the right file was exported.",
                file=path.name,
                check="file.no_records",
            )
        )
    return RawTables((RawTable("", frame, labels, first_row=1),), tuple(issues))


def prepare() -> None:
    """Load the library; if it cannot be, reading says so."""
    with contextlib.suppress(ImportError):
        import fastparquet  # noqa: F401


def read_here(path: Path) -> tuple[pd.DataFrame, Mapping[str, str], list[str]]:
    """Return the frame of plain columns, their labels, and the columns left out."""
    import fastparquet

    file = fastparquet.ParquetFile(str(path))
    _refuse_bomb(file, path.name)
    frame = file.to_pandas(index=False)
    # What numbers the rows of the program that wrote the file is no variable of the data.
    frame = frame.drop(columns=[c for c in _numbering(file) if c in frame])
    nested = [str(c) for c in frame.columns if _is_nested(frame[c])]
    frame = frame.drop(columns=nested)
    plain = {str(c): _plain(frame[c]) for c in frame.columns}
    return pd.DataFrame(plain), _labels(file), nested


def _numbering(file: Any) -> list[str]:
    """Return the columns that number the rows by what pandas wrote of them."""
    found: list[str] = []
    for content in _metadata(file):
        named = content.get("index_columns")
        if isinstance(named, list):
            found += [c for c in named if isinstance(c, str) and _UNNAMED_INDEX.fullmatch(c)]
    return found


def _refuse_bomb(file: Any, name: str) -> None:
    rows = sum(int(group.num_rows) for group in file.row_groups)
    size = Path(file.fn).stat().st_size
    if rows * 8 * max(1, len(file.columns)) > min(_LARGEST, max(_SUSPECT, _SUSPECT_RATIO * size)):
        raise AnalysisError(
            f"{name} says it holds {rows} records, more than fit into the memory, so it was not "
            "opened. Check where the file comes from."
        )


def _is_nested(column: pd.Series) -> bool:
    if column.dtype != object:
        return False
    known = column.dropna()
    return bool(len(known)) and isinstance(known.iloc[0], list | dict | set)


def _plain(column: pd.Series) -> pd.Series:
    """Return a column as numbers, dates or text, without nullable or categorical types."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype(column.cat.categories.dtype)
    kind = getattr(column.dtype, "kind", "O")
    if kind == "b" or column.dtype == object:
        texts = [None if pd.isna(v) else _text(v) for v in column]
        return pd.Series(texts, index=column.index, dtype="str")
    if kind == "M":
        naive = column.dt.tz_localize(None) if getattr(column.dt, "tz", None) else column
        return naive.astype("datetime64[us]")
    if pd.api.types.is_extension_array_dtype(column.dtype) and kind in "iuf":
        return column.astype("float64")
    return column


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, bool):
        return "Y" if value else "N"
    return str(value)


def _labels(file: Any) -> Mapping[str, str]:
    """Return the labels some writers put into the metadata, by column."""
    found: dict[str, str] = {}
    for content in _metadata(file):
        labels = content.get("labels")
        if isinstance(labels, dict):
            found |= {str(k): str(v) for k, v in labels.items()}
    return found


def _metadata(file: Any) -> Iterator[dict[str, Any]]:
    """Yield what writers say of the data, as far as it can be read."""
    for value in dict(getattr(file, "key_value_metadata", None) or {}).values():
        try:
            content = json.loads(value)
        except (TypeError, ValueError):
            continue
        if isinstance(content, dict):
            yield content

"""Dataset-JSON 1.1 (JSON, NDJSON, compressed DSJC) and 1.0.

The specification words the compressed form as a zlib stream while the
published examples are gzip; the first bytes tell which.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress, no_progress
from sjogren_desktop.study.raw import RawTable, RawTables

_LARGEST = 2 << 30
_PIECE = 1 << 22
_NUMBERS = frozenset({"integer", "float", "double", "decimal"})
_DATES = frozenset({"date", "datetime"})
_ROWS = re.compile(r'"rows"\s*:\s*\[')
_FIRST_ROW = re.compile(r"\s*(?:(\])|(\[))")
_NEXT_ROW = re.compile(r"\s*(?:(\])|,\s*(\[))")
_SOME = 2_000
"""Rows parsed at a time, between which the window can answer and reading be stopped."""


def looks_like_json(head: bytes, path: Path) -> bool:
    """Return True for JSON text, plain or compressed."""
    if head.startswith(b"\x1f\x8b") or (head[:1] == b"\x78" and head[1:2] in b"\x01\x5e\x9c\xda"):
        return path.suffix.lower() in (".dsjc", ".json", ".ndjson", ".gz", ".zlib")
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith((b"{", b"[")) and path.suffix.lower() not in (".csv", ".tsv", ".txt")


def read_dataset_json(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read a Dataset-JSON file.

    Raises
    ------
    AnalysisError
        If the file is no valid Dataset-JSON, with the place where it breaks.
    """
    progress(0.05, Doing("Reading {name}", name=path.name))
    raw = _decompressed(path.read_bytes(), path.name, progress)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnalysisError(
            f"{path.name} is not valid UTF-8 at byte {error.start}, as Dataset-JSON must be. "
            "Export it again."
        ) from error
    if not text.lstrip().startswith("{"):
        what = "JSON" if text.lstrip().startswith("[") else "a compressed file"
        raise AnalysisError(
            f"{path.name} is {what} but not Dataset-JSON. "
            + (
                "Choose the file that holds the data set."
                if what == "JSON"
                else "Unpack it, and open the file inside."
            )
        )
    progress(0.3, Doing("Reading {name}", name=path.name))
    document, rows = _parse(text, path, progress)
    progress(0.6, Doing("Reading {name}", name=path.name))
    if "clinicalData" in document or "referenceData" in document:
        return _read_old(document, path.name)
    if "columns" not in document:
        raise AnalysisError(
            f"{path.name} is JSON but not Dataset-JSON: it has no list of columns. Choose the "
            "file that holds the data set."
        )
    columns = document["columns"]
    rows = document.get("rows", []) if rows is None else rows
    return _tables(document, columns, rows, path.name)


def _decompressed(raw: bytes, name: str, progress: Progress) -> bytes:
    if raw[:2] == b"\x1f\x8b":
        machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
    elif raw[:1] == b"\x78":
        machine = zlib.decompressobj()
    else:
        return raw
    parts: list[bytes] = []
    size = 0
    try:
        piece = raw
        while piece and not machine.eof:
            progress(0.1, Doing("Reading {name}", name=name))
            parts.append(machine.decompress(piece, _PIECE))
            size += len(parts[-1])
            if size > _LARGEST or (size > 64 << 20 and size > 1000 * len(raw)):
                raise AnalysisError(
                    f"{name} grows beyond all measure when unpacked, so it was not opened. "
                    "Check where the file comes from."
                )
            piece = machine.unconsumed_tail
    except zlib.error as error:
        raise _broken(name, f"its compressed content is damaged ({error})") from error
    if not machine.eof:
        raise _broken(name, "its compressed content is cut off")
    return b"".join(parts)


def _broken(name: str, why: str) -> AnalysisError:
    return AnalysisError(f"{name} could not be read: {why}. Copy or export the file again.")


def _parse(text: str, path: Path, progress: Progress) -> tuple[Mapping[str, Any], list[Any] | None]:
    """Return the document and its rows where these were read apart, as those of NDJSON are."""
    apart = _rows_apart(text, path.name, progress)
    if apart is not None:
        return apart
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        lines = text.splitlines()
        if len(lines) > 1 and _is_object(lines[0]):
            return json.loads(lines[0]), _lines(lines, path.name, progress)
        raise _broken(
            path.name, f"it is no valid JSON at line {error.lineno}, character {error.colno}"
        ) from error
    except RecursionError as error:
        raise _broken(path.name, "its JSON is nested too deeply") from error
    if not isinstance(document, dict):
        raise AnalysisError(
            f"{path.name} is JSON but not Dataset-JSON. Choose the file that holds the data set."
        )
    return document, None


def _rows_apart(
    text: str, name: str, progress: Progress
) -> tuple[Mapping[str, Any], list[Any]] | None:
    """Read the rows one by one and the document without them; None where it is not so built.

    The parser does not let go of the interpreter, so that one call for a large
    document would stop the window.
    """
    begin = _ROWS.search(text)
    if begin is None:
        return None
    rows: list[Any] = []
    read, at = json.JSONDecoder().raw_decode, begin.end()
    try:
        while True:
            following = (_NEXT_ROW if rows else _FIRST_ROW).match(text, at)
            if following is None:
                return None
            if following[1]:
                break
            row, at = read(text, following.start(2))
            rows.append(row)
            if not len(rows) % _SOME:
                progress(0.3 + 0.3 * at / len(text), Doing("Reading {name}", name=name))
        document = json.loads(f"{text[: begin.end()]}{text[following.start(1) :]}")
    except (json.JSONDecodeError, RecursionError):
        return None
    if not isinstance(document, dict) or document.get("rows") != []:
        return None  # these rows stand somewhere within the document
    return document, rows


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (json.JSONDecodeError, RecursionError):
        return False


def _lines(lines: Sequence[str], name: str, progress: Progress) -> list[Any]:
    filled = [(i, line) for i, line in enumerate(lines[1:], start=2) if line.strip()]
    rows: list[Any] = []
    for start in range(0, len(filled), _SOME):
        progress(0.3 + 0.3 * start / len(filled), Doing("Reading {name}", name=name))
        some = filled[start : start + _SOME]
        try:
            # One call for many rows is several times faster; the loop only finds the broken one.
            found = json.loads("[" + ",".join(line for _, line in some) + "]")
            if len(found) == len(some):
                rows += found
                continue
        except (json.JSONDecodeError, RecursionError):
            pass
        for number, line in some:
            try:
                rows.append(json.loads(line))
            except (json.JSONDecodeError, RecursionError) as error:
                raise _broken(name, f"line {number} is no valid JSON") from error
    return rows


def _read_old(document: Mapping[str, Any], name: str) -> RawTables:
    """Read the layout of version 1.0, which may hold several data sets."""
    tables: list[RawTable] = []
    issues: list[Issue] = []
    for part in ("clinicalData", "referenceData"):
        groups = (document.get(part) or {}).get("itemGroupData") or {}
        for group in groups.values():
            items = group.get("items", [])
            found = _tables(group, [_new_column(i) for i in items], group.get("itemData", []), name)
            for table in found.tables:
                frame = table.frame.drop(columns="ITEMGROUPDATASEQ", errors="ignore")
                tables.append(RawTable(table.name, frame, table.labels, table.label, first_row=1))
            issues += found.issues
    if not tables:
        raise AnalysisError(
            f"{name} is Dataset-JSON of version 1.0 but holds no data set. Export it again."
        )
    return RawTables(tuple(tables), tuple(issues))


def _new_column(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**item, "dataType": item.get("type", "string")}


def _tables(
    document: Mapping[str, Any], columns: Sequence[Mapping[str, Any]], rows: Any, name: str
) -> RawTables:
    names = [str(c.get("name") or c.get("itemOID")) for c in columns]
    if not isinstance(rows, list) or not names:
        raise _broken(name, "it has no columns or no list of rows")
    wrong = [i for i, r in enumerate(rows) if not isinstance(r, list) or len(r) != len(names)]
    issues = [_wrong_row(rows[i], i + 1, len(names), name) for i in wrong[:20]]
    if len(wrong) > 20:
        issues.append(_issue("error", f"{len(wrong)} rows do not fit the columns.", name))
    twice = next((n for i, n in enumerate(names) if n in names[:i]), "")
    if twice:
        raise AnalysisError(
            f"{name} declares the column {twice} twice, so its values cannot be told apart. "
            "Export it again with a name of its own for each column."
        )
    left_out = set(wrong)
    good = [r for i, r in enumerate(rows) if i not in left_out] if wrong else rows
    declared = document.get("records")
    if isinstance(declared, int) and declared != len(rows):
        issues.append(
            Issue(
                "warning",
                f"The file says it has {declared} records, but {len(rows)} are there.",
                action="Copy or export the file again; records may be missing.",
                file=name,
                check="file.record_count",
            )
        )
    if not rows:
        issues.append(
            _issue("warning", f"{name} has variables but no records.", name, "file.no_records")
        )
    values = _turned(good, len(names))
    series = {n: _series(v, c) for n, v, c in zip(names, values, columns, strict=True)}
    kept = [i for i in range(len(rows)) if i not in left_out] if wrong else None
    issues += _no_numbers(values, columns, series, kept, name)
    table = RawTable(
        str(document.get("name") or ""),
        pd.DataFrame(series),
        {n: str(c.get("label") or "") for n, c in zip(names, columns, strict=True)},
        str(document.get("label") or ""),
        first_row=1,
        rows=None if kept is None else np.array(kept, dtype=np.int64) + 1,
    )
    return RawTables((table,), tuple(issues))


def _turned(rows: Sequence[list[Any]], width: int) -> list[list[Any]]:
    """Return the columns of rows, turned some rows at a time."""
    columns: list[list[Any]] = [[] for _ in range(width)]
    for start in range(0, len(rows), _SOME):
        for column, values in zip(
            columns, zip(*rows[start : start + _SOME], strict=True), strict=True
        ):
            column += values
    return columns


def _no_numbers(
    values: Sequence[list[Any]],
    columns: Sequence[Mapping[str, Any]],
    series: Mapping[str, pd.Series],
    kept: Sequence[int] | None,
    name: str,
) -> list[Issue]:
    """Name what stands in columns of numbers and is none; there it is missing now."""
    found = []
    for own, column, (title, made) in zip(values, columns, series.items(), strict=True):
        if made.dtype.kind != "f":
            continue
        for place in np.flatnonzero(made.isna().to_numpy()).tolist():
            if own[place] not in (None, "") and own[place] == own[place]:
                row = (place if kept is None else kept[place]) + 1
                kind = str(column.get("dataType", "number"))
                found.append((title, row, str(own[place])[:40], kind))
    if not found:
        return []
    title, row, text, kind = found[0]
    more = f" {len(found)} values of {name} are so." if len(found) > 1 else ""
    return [
        Issue(
            "error",
            f"{title} is declared as {kind}, but row {row} holds {text!r}, which is taken as "
            f"missing.{more}",
            action="Correct the type or the value in the source, and export the file again.",
            file=name,
            row=row,
            column=title,
            check="file.not_a_number",
        )
    ]


def _issue(severity: str, message: str, file: str, check: str = "file.row_length") -> Issue:
    return Issue(severity, message, action="Copy or export the file again.", file=file, check=check)


def _wrong_row(row: Any, number: int, width: int, name: str) -> Issue:
    size = len(row) if isinstance(row, list) else 0
    return Issue(
        "error",
        f"Row {number} has {size} values where the file has {width} columns; the row was left out, "
        "because its values cannot be told apart.",
        action="Copy or export the file again.",
        file=name,
        row=number,
        check="file.row_length",
    )


def _series(values: Sequence[Any], column: Mapping[str, Any]) -> pd.Series:
    """Return a column by its declared type."""
    kind = str(column.get("dataType", "string")).lower()
    target = str(column.get("targetDataType") or "").lower()
    if kind in _DATES and (target in ("integer", "") and str(column.get("name")).endswith("DT")):
        text = pd.Series(values, dtype=object).replace("", None)
        found = pd.to_datetime(text, errors="coerce", format="ISO8601")
        if bool((found.isna() == text.isna()).all()):
            return found.astype("datetime64[us]")
    if kind in _NUMBERS:
        numbers = pd.to_numeric(pd.Series(values, dtype=object).replace("", None), errors="coerce")
        return numbers.astype(float)
    if pd.api.types.infer_dtype(values, skipna=True) in ("string", "empty"):
        return pd.Series(values, dtype="str")
    return pd.Series(
        [None if v is None else v if isinstance(v, str) else json.dumps(v) for v in values],
        dtype="str",
    )

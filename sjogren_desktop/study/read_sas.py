"""SAS transport files (XPT version 5 and 8) and SAS7BDAT, by pyreadstat."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress, no_progress
from sjogren_desktop.study.measures import find_measure
from sjogren_desktop.study.raw import AS_DECLARED, RawTable, RawTables
from sjogren_desktop.study.read_pieces import observations_start, read_in_pieces
from sjogren_desktop.study.scratch import scratch_folder
from sjogren_desktop.study.text_encoding import single_or_japanese
from sjogren_desktop.study.values import column_name, is_number_name
from sjogren_desktop.study.wording import counted

_RECORD = 80
_MEMBER = re.compile(rb"HEADER RECORD\*{7}(?:MEMBER  |MEMBV8  )HEADER RECORD!{7}")


def read_xport(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read an XPT file of version 5 or 8.

    Raises
    ------
    AnalysisError
        If the file cannot be read at all.
    """
    starts = _member_starts(path)
    if len(starts) < 2:
        table, issues = _read_member(path, progress)
        return RawTables((table,), tuple(issues))
    tables: list[RawTable] = []
    found: list[Issue] = []
    with scratch_folder() as folder:
        for number, piece in enumerate(_split(path, starts, folder / path.name)):
            begun = number / len(starts)

            def within(fraction: float, message: str, begun: float = begun) -> None:
                progress(begun + fraction / len(starts), message)

            table, issues = _read_member(piece, within)
            tables.append(table)
            found += issues
    return RawTables(tuple(tables), tuple(found))


def _read_member(path: Path, progress: Progress) -> tuple[RawTable, list[Issue]]:
    frame, meta, notes = _read(pyreadstat.read_xport, path, progress)
    if frame.shape[1] == 0:
        raise AnalysisError(f"{path.name} has no variables. Export it again from the source.")
    issues = _missing_part(path, frame, meta)
    if not issues and frame.empty:
        issues = [_empty(path)]
    return _table(frame, meta), [*issues, *notes]


def _member_starts(path: Path) -> list[int]:
    """Return where the data sets of a transport file begin; there can be several."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return [m.start() for m in _MEMBER.finditer(content) if m.start() % _RECORD == 0]


def _split(path: Path, starts: list[int], target: Path) -> Iterator[Path]:
    """Write each data set of a transport file as a file of its own, one after the other.

    pyreadstat reads the first data set only, and the others as its records.
    """
    with path.open("rb") as file:
        library = file.read(starts[0])
        for start, stop in pairwise([*starts, path.stat().st_size]):
            file.seek(start)
            target.write_bytes(library + file.read(stop - start))
            yield target


def read_sas7bdat(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read a SAS7BDAT file.

    Raises
    ------
    AnalysisError
        If the file cannot be read.
    """
    return read_with(pyreadstat.read_sas7bdat, path, progress)


def read_with(function: Any, path: Path, progress: Progress) -> RawTables:
    """Read a file with a function of pyreadstat and compare the number of records.

    Raises
    ------
    AnalysisError
        If the file cannot be read.
    """
    frame, meta, notes = _read(function, path, progress)
    progress(0.85, Doing("Reading {name}", name=path.name))
    frame, issues = _with_value_labels(frame, meta, path)
    issues += notes
    if frame.empty:
        issues.append(_empty(path))
    declared = meta.number_rows
    if declared is not None and declared > len(frame):
        issues = [*issues, _cut(path, f"{len(frame)} of {declared} records are there")]
    return RawTables((_table(frame, meta),), tuple(issues))


def _with_value_labels(
    frame: pd.DataFrame, meta: Any, path: Path
) -> tuple[pd.DataFrame, list[Issue]]:
    """Write coded values as their labels (SPSS, Stata), where every value has one.

    Measures and variables the standard defines as numbers keep their numbers.
    """
    written = []
    for name, labels in (meta.variable_value_labels or {}).items():
        if name not in frame or not labels or is_number_name(column_name(name)):
            continue
        title = (meta.column_names_to_labels or {}).get(name) or ""
        if find_measure(name) is not None or find_measure(title) is not None:
            continue
        values = frame[name]
        if not values.notna().any() or not values.dropna().isin(list(labels)).all():
            continue
        frame = frame.assign(**{name: values.map(labels).astype("str")})
        written.append(column_name(name))
    if not written:
        return frame, []
    shown = ", ".join(written[:10]) + (" ..." if len(written) > 10 else "")
    note = Issue(
        "note",
        f"The codes of {counted(len(written), 'variable')} were written as the labels that the "
        f"file gives them: {shown}.",
        file=path.name,
        column=written[0],
        check="value.labels",
    )
    return frame, [note]


def _read(function: Any, path: Path, progress: Progress) -> tuple[pd.DataFrame, Any, list[Issue]]:
    """Call a pyreadstat reader, in the file's encoding or else in the one its bytes fit."""
    for encoding in (None, "LATIN1"):
        try:
            frame, meta = read_in_pieces(function, path, encoding, progress)
        except UnicodeDecodeError:
            continue
        except pyreadstat.ReadstatError as error:
            if encoding is None and "convert" in str(error).lower():
                continue
            raise _unreadable(path, error) from error
        except (ValueError, OverflowError, MemoryError, IndexError, TypeError) as error:
            raise _unreadable(path, error) from error
        if encoding is None:
            return frame, meta, []
        return _decoded_anew(frame, meta, path)
    raise AnalysisError(f"The text in {path.name} is in no encoding that could be read.")


def _decoded_anew(
    frame: pd.DataFrame, meta: Any, path: Path
) -> tuple[pd.DataFrame, Any, list[Issue]]:
    """Decode text that was read as Latin-1 (each byte a character) as what its bytes show."""
    texts = {
        name: frame[name].map(lambda v: isinstance(v, str) and not v.isascii())
        for name in frame.columns
        if frame[name].dtype.kind not in "biufmM"
    }
    texts = {name: odd for name, odd in texts.items() if odd.any()}
    distinct = {v for name, odd in texts.items() for v in frame.loc[odd, name]}
    encoding = single_or_japanese("\n".join(sorted(distinct)).encode("latin-1", "replace"))
    for name, odd in texts.items():
        anew = frame.loc[odd, name].map(lambda v: v.encode("latin-1").decode(encoding, "replace"))
        frame.loc[odd, name] = anew
    shown = {"cp1252": "Windows-1252", "cp932": "Shift-JIS", "latin-1": "Latin-1"}[encoding]
    note = Issue(
        "note",
        f"The text of {path.name} is not UTF-8 and the file does not say what it is; it was read "
        f"as {shown}.",
        action="If letters look wrong, export the file again as UTF-8 or as Dataset-JSON.",
        file=path.name,
        check="file.encoding",
    )
    return frame, meta, [note]


def _unreadable(path: Path, error: Exception) -> AnalysisError:
    return AnalysisError(
        f"{path.name} could not be read: it is damaged or not what its name says ({error}). "
        "Copy or export it again from the source."
    )


def _table(frame: pd.DataFrame, meta: Any) -> RawTable:
    labels = {k: v for k, v in (meta.column_names_to_labels or {}).items() if v}
    return RawTable(
        (meta.table_name or "").strip(),
        frame,
        labels,
        (meta.file_label or "").strip(),
        first_row=1,
        declared=AS_DECLARED._replace(sas=meta.file_format in ("xport", "sas7bdat")),
    )


def _empty(path: Path) -> Issue:
    return Issue(
        "warning",
        f"{path.name} has variables but no records.",
        action="Check that the right file was exported.",
        file=path.name,
        check="file.no_records",
    )


def _cut(path: Path, what: str) -> Issue:
    return Issue(
        "error",
        f"{path.name} is cut off: {what}. What could be read was opened, but records are missing.",
        action="Copy the file again from its source; do not analyse this one.",
        file=path.name,
        check="file.truncated",
    )


def _missing_part(path: Path, frame: pd.DataFrame, meta: Any) -> list[Issue]:
    """Compare the size of the file with the length of its records.

    A transport file does not state how many records it has, but it is filled
    up with blanks to a multiple of 80 bytes: a rest that is no such filling is
    the beginning of a record whose end is missing.
    """
    size = path.stat().st_size
    start = observations_start(path)
    width = sum(meta.variable_storage_width.values())
    if start is None or width <= 0:
        return []
    rest = size - start - len(frame) * width
    if size % _RECORD:
        return [
            _cut(
                path,
                f"it ends {size % _RECORD} bytes into a block; {len(frame)} complete "
                "records were found",
            )
        ]
    with path.open("rb") as file:
        file.seek(max(start, size - max(0, rest)))
        tail = file.read()
    if rest < 0 or tail.strip(b" \x00"):
        return [_cut(path, f"{len(frame)} complete records were found")]
    return []

"""Parquet files, by fastparquet, in a process of its own.

pyarrow is not used: where it is installed, pandas stores text in another way.
fastparquet can take the whole process down on a damaged file (segmentation
fault in its compiled parts), so a child process reads and hands the frame back
through a pipe; if it dies, the file is reported as damaged.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from sjogren_desktop.results import AnalysisError, Issue, Progress, no_progress
from sjogren_desktop.study.raw import RawTable, RawTables

_LARGEST = 4 << 30
"""Bytes the columns may take in memory."""

_SUSPECT, _SUSPECT_RATIO = 512 << 20, 2000
"""Columns may take so much in any case, and so many times the size of the file."""

_START = 60.0
_SECONDS, _SECONDS_PER_MB = 6.0, 1.0
"""How long the child may take to start; then to read: so long, and so much for each megabyte."""

_PAUSE = 0.05


def read_parquet(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read a Parquet file.

    Raises
    ------
    AnalysisError
        If the file is damaged, nested, or too large for the memory.
    """
    progress(0.02, f"Reading {path.name}")
    kind, content = _from_child(path, progress)
    if kind == "refused":
        raise AnalysisError(str(content))
    if kind != "read":
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


def _from_child(path: Path, progress: Progress) -> tuple[str, Any]:
    """Return what the child process says about a file: its kind, and the content."""
    limit = _SECONDS + _SECONDS_PER_MB * path.stat().st_size / 1e6
    begun: list[float] = []
    received: list[bytes] = []
    child = subprocess.Popen(
        [sys.executable, "-m", __name__, str(path.absolute()), str(_START + limit)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    pipe = child.stdout
    assert pipe is not None

    def receive() -> None:
        if pipe.read(len(_BEGUN)) == _BEGUN:
            begun.append(time.monotonic())
            received.append(pipe.read())

    reader = threading.Thread(target=receive, daemon=True)
    try:
        reader.start()
        started = time.monotonic()
        while reader.is_alive():
            since, most = (begun[0], limit) if begun else (started, _START)
            if time.monotonic() - since > most:
                break
            progress(0.1, f"Reading {path.name}")
            reader.join(_PAUSE)
    finally:
        child.kill()
        child.wait()
        reader.join()
        pipe.close()
    data = b"".join(received)
    # The answer is whole only if its last bytes are there; a child that died gives half a one.
    if not data.endswith(_END):
        return "damaged", None
    answer: tuple[str, Any] = pickle.loads(data[: -len(_END)])
    return answer


_BEGUN, _END = b"begun", b"whole"


def main(path: str, seconds: float) -> None:
    """Read a file in the child process and write the answer to standard output.

    ``seconds`` of computing end the process, whether or not its parent still waits.
    """
    # The compiled parts print complaints to standard output; the answer has another channel.
    channel = os.dup(1)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    _limit_resources(seconds)
    with contextlib.suppress(ImportError):  # it counts as starting; reading says what is wrong
        import fastparquet  # noqa: F401
    os.write(channel, _BEGUN)
    try:
        answer: tuple[str, Any] = ("read", _read(Path(path)))
    except AnalysisError as error:
        answer = ("refused", str(error))
    except Exception:  # what a damaged file makes the reader raise cannot be listed
        answer = ("damaged", None)
    with os.fdopen(channel, "wb") as target:
        target.write(pickle.dumps(answer, protocol=5))
        target.write(_END)


def _limit_resources(seconds: float) -> None:
    """Keep a damaged file from taking all memory or all time, where the system can do so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        limit, end = 3 * _LARGEST, math.ceil(seconds)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CPU, (end, end))


def _read(path: Path) -> tuple[pd.DataFrame, Mapping[str, str], list[str]]:
    """Return the frame of plain columns, their labels, and the columns left out."""
    import fastparquet

    file = fastparquet.ParquetFile(str(path))
    _refuse_bomb(file, path.name)
    frame = file.to_pandas(index=False)
    nested = [str(c) for c in frame.columns if _is_nested(frame[c])]
    frame = frame.drop(columns=nested)
    plain = {str(c): _plain(frame[c]) for c in frame.columns}
    return pd.DataFrame(plain), _labels(file), nested


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
    for value in dict(getattr(file, "key_value_metadata", None) or {}).values():
        try:
            content = json.loads(value)
        except (TypeError, ValueError):
            continue
        labels = content.get("labels") if isinstance(content, dict) else None
        if isinstance(labels, dict):
            found |= {str(k): str(v) for k, v in labels.items()}
    return found


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))

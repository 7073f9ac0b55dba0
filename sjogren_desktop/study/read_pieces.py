"""Files of SAS, SPSS and Stata, read by pyreadstat some thousand records at a time.

pyreadstat does not let go of the interpreter while it reads. In pieces, a large
file leaves the window time to answer in between, and reading can be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat

from sjogren_desktop.results import Doing, Progress
from sjogren_desktop.study.scratch import scratch_folder

_CELLS = 100_000
"""Cells of a piece, read in some hundredths of a second."""
_MOST_PIECES = 24
"""Pieces of a file whose records may be packed.

There the way to a piece leads through all records before it. Measured on 1,000,000 records of
20 columns of a packed SPSS file: 4.8 s at once, 28.6 s in 200 pieces.
"""
_RECORD = 80
_OBSERVATIONS = re.compile(rb"HEADER RECORD\*{7}(?:OBS     |OBSV8   )HEADER RECORD!{7}")

Read = tuple[pd.DataFrame, Any]


def read_in_pieces(function: Any, path: Path, encoding: str | None, progress: Progress) -> Read:
    """Return frame and metadata as a reading function of pyreadstat gives them for all records.

    Raises whatever the function raises.
    """
    progress(0.05, Doing("Reading {name}", name=path.name))
    _, meta = function(str(path), metadataonly=True, encoding=encoding)
    rows = max(1, _CELLS // max(1, len(meta.column_names)))
    if function is pyreadstat.read_xport:
        pieces = _of_transport(path, meta, encoding, rows, progress)
    else:
        pieces = _by_offset(function, path, meta, encoding, rows, progress)
    frames = list(pieces)
    if len(frames) < 2:
        frame, whole = function(str(path), encoding=encoding, dates_as_pandas_datetime=True)
        return frame, whole
    progress(0.8, Doing("Reading {name}", name=path.name))
    return _joined(frames), meta


def observations_start(path: Path) -> int | None:
    """Return where the records of a transport file begin."""
    with path.open("rb") as file:
        found = _OBSERVATIONS.search(file.read(1 << 22))
    return None if found is None else found.start() + _RECORD


def _by_offset(
    function: Any, path: Path, meta: Any, encoding: str | None, rows: int, progress: Progress
) -> Iterator[pd.DataFrame]:
    total = meta.number_rows or 0
    if function is not pyreadstat.read_dta:
        rows = max(rows, -(-total // _MOST_PIECES))
    if total <= rows:
        return
    for start in range(0, total, rows):
        progress(0.05 + 0.75 * start / total, Doing("Reading {name}", name=path.name))
        frame, _ = function(
            str(path),
            encoding=encoding,
            dates_as_pandas_datetime=True,
            row_offset=start,
            row_limit=rows,
        )
        yield frame
        if len(frame) < rows:
            return  # the last piece, or the end of a file that is cut off


def _of_transport(
    path: Path, meta: Any, encoding: str | None, rows: int, progress: Progress
) -> Iterator[pd.DataFrame]:
    """Yield the records of a transport file, which pyreadstat can only go through from its start.

    Each piece is a file of its own of the same head, with some of the records.
    """
    start, width = observations_start(path), sum(meta.variable_storage_width.values())
    size = path.stat().st_size
    if start is None or width <= 0 or size - start <= rows * width:
        return
    with path.open("rb") as file, scratch_folder() as folder:
        head, piece = file.read(start), folder / path.name
        left = _declared_records(head)
        while (content := file.read(rows * width)) and left != 0:
            progress(0.05 + 0.75 * file.tell() / size, Doing("Reading {name}", name=path.name))
            piece.write_bytes(head + content)
            frame, _ = pyreadstat.read_xport(
                str(piece),
                encoding=encoding,
                dates_as_pandas_datetime=True,
                row_limit=0 if left is None else min(rows, left),
            )
            yield frame
            left = None if left is None else left - len(frame)


def _declared_records(head: bytes) -> int | None:
    """Return how many records the head says there are, as version 8 does."""
    said = head[-_RECORD:].decode("latin-1")
    count = said[48:63].strip()
    return int(count) if "OBSV8" in said and count.isdigit() else None


def _joined(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put pieces together; a piece without any value of a date may have another type there."""
    types = [frame.dtypes for frame in frames]
    for name in frames[0].columns:
        kinds = {one[name] for one in types}
        dates = [kind for kind in kinds if kind.kind == "M"]
        if len(kinds) > 1 and dates:
            frames = [frame.astype({name: dates[0]}) for frame in frames]
    return pd.concat(frames, ignore_index=True)

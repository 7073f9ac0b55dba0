"""A large file read in pieces gives what reading it at once gives, and can be stopped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from sjogren_desktop.results import Cancelled
from sjogren_desktop.study import read_dataset_json, read_pieces, readers

ROWS = 1000


def records() -> pd.DataFrame:
    """Return columns of every type, with pieces that hold no value and a column that never does."""
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            "TEXT": ["a" * (i % 5) for i in range(ROWS)],
            "NUMBER": rng.normal(size=ROWS),
            "COUNT": np.arange(ROWS),
            "DATE": pd.to_datetime("2020-01-01") + pd.to_timedelta(np.arange(ROWS), "D"),
            "NONE": "",
        }
    )
    frame.loc[100:400, ["DATE", "NUMBER"]] = None
    frame.loc[100:400, "TEXT"] = ""
    return frame


@pytest.mark.parametrize(
    ("suffix", "write", "read", "more"),
    [
        (".xpt", pyreadstat.write_xport, pyreadstat.read_xport, {"file_format_version": 5}),
        (".xpt", pyreadstat.write_xport, pyreadstat.read_xport, {"file_format_version": 8}),
        (".sav", pyreadstat.write_sav, pyreadstat.read_sav, {}),
        (".zsav", pyreadstat.write_sav, pyreadstat.read_sav, {"compress": True}),
        (".dta", pyreadstat.write_dta, pyreadstat.read_dta, {}),
    ],
)
def test_that_pieces_give_the_records_of_the_whole_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    write: Callable[..., None],
    read: Callable[..., tuple[pd.DataFrame, Any]],
    more: dict[str, object],
) -> None:
    path = tmp_path / f"big{suffix}"
    write(records(), str(path), **more)
    whole, _ = read(str(path), dates_as_pandas_datetime=True)
    monkeypatch.setattr(read_pieces, "_CELLS", 700)
    told: list[float] = []

    frame, _ = read_pieces.read_in_pieces(read, path, None, lambda f, text: told.append(f))

    pd.testing.assert_frame_equal(frame, whole)
    assert len(told) > 7
    assert told == sorted(told)


@pytest.mark.parametrize("suffix", [".xpt", ".json", ".ndjson"])
def test_that_reading_stops_between_two_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    path = tmp_path / f"big{suffix}"
    if suffix == ".xpt":
        pyreadstat.write_xport(records(), str(path))
    else:
        path.write_text(_json(lines=suffix == ".ndjson"), encoding="utf-8")
    monkeypatch.setattr(read_pieces, "_CELLS", 700)
    monkeypatch.setattr(read_dataset_json, "_SOME", 100)
    told: list[float] = []

    def stop(fraction: float, text: str) -> None:
        told.append(fraction)
        if len(told) == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        readers.read_file(path, progress=stop)


def test_that_rows_read_one_by_one_are_those_of_the_document(tmp_path: Path) -> None:
    for name, lines in (("a.json", False), ("b.ndjson", True)):
        (tmp_path / name).write_text(_json(lines=lines), encoding="utf-8")
    one, other = (readers.read_file(tmp_path / n).tables[0] for n in ("a.json", "b.ndjson"))

    pd.testing.assert_frame_equal(one.frame, other.frame)
    assert one.frame["A"].tolist()[:2] == ["0", 'x "rows": [1'], "a text that looks like rows"
    assert len(one.frame) == 300


def test_that_rows_within_something_else_are_not_taken_for_those_of_the_data(
    tmp_path: Path,
) -> None:
    document = {"extra": {"rows": [[1]]}, **json.loads(_json(lines=False))}
    path = tmp_path / "nested.json"
    path.write_text(json.dumps(document), encoding="utf-8")

    assert len(readers.read_file(path).tables[0].frame) == 300


def _json(*, lines: bool) -> str:
    head: dict[str, object] = {
        "datasetJSONVersion": "1.1.0",
        "name": "ADX",
        "records": 300,
        "columns": [{"name": "A", "dataType": "string"}, {"name": "N", "dataType": "integer"}],
    }
    rows = [["0", 0], ['x "rows": [1', 1], *([str(i), i] for i in range(2, 300))]
    if lines:
        return "\n".join(map(json.dumps, [head, *rows]))
    return json.dumps({**head, "rows": rows}, indent=1)

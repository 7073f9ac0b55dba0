"""``results.json``: every number of every table as one record, for other programs.

The shape of a record is fixed, since other programs read it::

    {"analysis": "mmrm_change", "study": "NEPTUNUS-1", "table": "differences",
     "row": {"PARAMCD": "ESSDAI", "AVISIT": "Week 48", "AVISITN": 48},
     "column": {"ARM": "Ianalumab 300 mg monthly", "REFERENCE": "Placebo"},
     "statistic": "estimate", "value": -1.3000123, "text": "-1.3"}

``value`` has full precision (reading it gives the same float) and is null
where the number is not estimable; ``text`` is what the screen shows. The estimand
card of a result comes first, as the table ``"estimand"`` with the attribute as row.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from sjogren_desktop import formats
from sjogren_desktop.export.files import write_contents_aside
from sjogren_desktop.results import (
    Progress,
    Result,
    Value,
    Watch,
    no_progress,
    paced,
    unwatched,
)


def records(results: Sequence[Result]) -> Iterator[dict[str, object]]:
    """Yield one record per number, in the order of results, tables, rows and columns."""
    return (record for result in results for record in _records(result))


def _records(result: Result) -> Iterator[dict[str, object]]:
    yield from _estimand(result)
    yield from _numbers(result)


def _estimand(result: Result) -> list[dict[str, object]]:
    return [
        {
            "analysis": result.analysis,
            "study": result.study,
            "table": "estimand",
            "row": {"ATTRIBUTE": name},
            "column": {},
            "statistic": "text",
            "value": text,
            "text": text,
        }
        for name, text in result.estimand
    ]


def _numbers(result: Result) -> Iterator[dict[str, object]]:
    return (
        {
            "analysis": result.analysis,
            "study": result.study,
            "table": table.key,
            "row": _plain(row.key),
            "column": _plain(column.key),
            "statistic": stat.name,
            "value": formats.plain(stat.value),
            "text": formats.stat(stat),
        }
        for table in result.tables
        for row, column, stat in table.numbers()
    )


def write_records(
    path: Path, results: Sequence[Result], *, progress: Progress = no_progress
) -> None:
    """Write the records as a JSON list in UTF-8, one record a line.

    ``progress`` is called for each result; what it raises passes through, and an
    older file is then as it was.

    Raises
    ------
    AnalysisError
        If the file cannot be written.
    """
    lines: list[str] = []
    for done, result in enumerate(results):
        watch = partial(progress, done / len(results), "Writing the numbers as records")
        watch()
        lines += [
            json.dumps(r, ensure_ascii=False, allow_nan=False)
            for r in paced(_records(result), watch)
        ]
    text = "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
    watch = partial(progress, 1.0, "Writing the numbers as records")
    write_contents_aside(path, text.encode("utf-8"), watch)


def read_records(path: Path, watch: Watch = unwatched) -> list[dict[str, object]]:
    """Return the records of a file of :func:`write_records`, read line by line.

    Raises
    ------
    OSError, ValueError
        If it cannot be read, or as such.
    """
    with path.open(encoding="utf-8", newline="\n") as written:
        lines = [line.strip() for line in paced(written, watch)]
    if lines == ["[]"]:
        return []
    if lines[:1] != ["["] or lines[-1] != "]":
        raise ValueError(f"{path.name} is not a list with one record a line")
    found = [json.loads(line.removesuffix(",")) for line in paced(lines[1:-1], watch)]
    if not all(isinstance(record, dict) for record in found):
        raise ValueError(f"{path.name} has a line that is no record")
    return found


def _plain(key: Mapping[str, Value]) -> dict[str, Value]:
    return {name: formats.plain(value) for name, value in key.items()}

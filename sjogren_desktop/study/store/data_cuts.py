"""The imported data in a study file: each import is a cut of its own, the last one counts.

Earlier cuts stay, since the audit trail tells of them and a newer cut is
compared with an older one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress, no_progress
from sjogren_desktop.study.data import STUDYID, Dataset, Part, StudyData
from sjogren_desktop.study.mapping import AppliedMap
from sjogren_desktop.study.store import frames, result_json

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

Insert = Callable[..., int]
"""``insert(table, **values)``: adds a row to the entry being made, returns its id."""

Columns = tuple[tuple[tuple[str, str, bytes], ...], ...]
"""Name, type and contents of each column of each data set."""

_FACTS = "cut"
"""Kind of the document that holds fingerprints and mappings of a cut, under its number."""

_PIECE = 1 << 20


@dataclass(frozen=True)
class Source:
    """A file that data were read from: its fingerprint, and its bytes where they are kept."""

    name: str
    size: int
    modified: str
    sha256: str
    contents: bytes | None = None


@dataclass(frozen=True)
class Packed:
    """A study ready to be written: everything slow is done before the file is touched."""

    study: StudyData
    columns: Columns
    sources: tuple[Source, ...]


def fingerprint(
    path: Path, *, keep_contents: bool = False, progress: Progress = no_progress
) -> Source:
    """Return name, size, time and SHA-256 of a file.

    Raises
    ------
    AnalysisError
        If it cannot be read.
    """
    total = hashlib.sha256()
    kept: list[bytes] = []
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                progress(0.0, Doing("Taking the fingerprint of {name}", name=path.name))
                total.update(piece)
                if keep_contents:
                    kept.append(piece)
        told = path.stat()
    except OSError as error:
        raise AnalysisError(
            f"{path.name} could not be read again for its fingerprint "
            f"({error.strerror or type(error).__name__}). Import it again."
        ) from error
    modified = datetime.fromtimestamp(told.st_mtime, UTC).isoformat(timespec="seconds")
    contents = b"".join(kept) if keep_contents else None
    return Source(path.name, told.st_size, modified, total.hexdigest(), contents)


def files_among(paths: Iterable[Path], names: Collection[str]) -> list[Path]:
    """Return the files of these names that the paths lead to, and all archives, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        candidates = sorted(path.rglob("*")) if path.is_dir() else [path]
        for candidate in candidates:
            wanted = candidate.name in names or candidate.suffix.lower() == ".zip"
            if wanted and candidate.is_file():
                found[candidate] = None
    return list(found)


def encode(study: StudyData, progress: Progress) -> Columns:
    """Turn the columns of a study into bytes; a function another process can be given."""
    total = max(1, sum(d.frame.shape[1] for d in study.datasets))
    packed, done = [], 0
    for dataset in study.datasets:
        columns = []
        for name in dataset.frame.columns:
            progress(done / total, Doing("Packing {name}", name=dataset.name))
            columns.append((str(name), *frames.encode(dataset.frame[name])))
            done += 1
        packed.append(tuple(columns))
    return tuple(packed)


def write(packed: Packed, insert: Insert, progress: Progress) -> int:
    """Write a cut inside the transaction of the caller; return its number."""
    study = packed.study
    issues = json.dumps([asdict(issue) for issue in study.issues])
    cut = insert("cut", source=study.source, synthetic=int(study.synthetic), issues=issues)
    facts = {"fingerprints": dict(study.fingerprints), "mapped": study.mapped}
    insert("document", kind=_FACTS, name=str(cut), body=result_json.to_json(facts))
    for source in packed.sources:
        insert("source", cut=cut, **asdict(source))
    for number, (dataset, columns) in enumerate(zip(study.datasets, packed.columns, strict=True)):
        progress(number / len(study.datasets), Doing("Saving {name}", name=dataset.name))
        _write_dataset(dataset, columns, cut, insert)
    return cut


def describe(study: StudyData) -> str:
    """Return the data sets of a study with their sizes, for the audit trail."""
    return ", ".join(f"{d.name} ({len(d.frame)} records)" for d in study.datasets)


@dataclass(frozen=True, eq=False)
class _StoredDataset:
    """A data set as it stands in the file: its columns are bytes still."""

    name: str
    kind: str
    label: str
    labels: str
    sources: str
    expected: int
    columns: tuple[tuple[str, str, str, bytes], ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, eq=False)
class Stored:
    """A cut as it stands in the file; :func:`decode` makes the study of it.

    ``bare`` is the study without data sets and without the findings about columns.
    """

    bare: StudyData
    datasets: tuple[_StoredDataset, ...]


def read(connection: Connection, cut: int, progress: Progress) -> Stored:
    """Read a cut; what takes long is left to :func:`decode`."""
    source, synthetic, told = connection.execute(
        "SELECT source, synthetic, issues FROM cut WHERE id = ?", (cut,)
    ).fetchone()
    issues = [Issue(**issue) for issue in json.loads(told)]
    rows = connection.execute(
        "SELECT id, name, kind, label, labels, sources, columns FROM data_set "
        "WHERE cut = ? ORDER BY id",
        (cut,),
    ).fetchall()
    datasets = []
    for number, (key, name, kind, label, labels, sources, expected) in enumerate(rows):
        progress(number / len(rows), Doing("Reading {name}", name=name))
        columns = connection.execute(
            "SELECT name, kind, sha256, contents FROM data_column WHERE data_set = ? "
            "ORDER BY position",
            (key,),
        ).fetchall()
        parts = _read_parts(connection, key)
        datasets.append(
            _StoredDataset(name, kind, label, labels, sources, expected, tuple(columns), parts)
        )
    fingerprints, mapped = _read_facts(connection, cut, issues)
    bare = StudyData(
        (), tuple(issues), source, bool(synthetic), mapped=mapped, fingerprints=fingerprints
    )
    return Stored(bare, tuple(datasets))


def decode(stored: Stored, progress: Progress) -> StudyData:
    """Return the study of a cut, as it was imported; a function another process can be given.

    A column whose bytes do not fit their fingerprint is left out with an
    issue of severity "error".
    """
    issues, datasets = list(stored.bare.issues), []
    for number, one in enumerate(stored.datasets):
        progress(number / len(stored.datasets), Doing("Reading {name}", name=one.name))
        dataset, lost = _decode_dataset(one)
        datasets.append(dataset)
        issues += lost
    return replace(stored.bare, datasets=tuple(datasets), issues=tuple(issues))


def _read_facts(
    connection: Connection, cut: int, issues: list[Issue]
) -> tuple[dict[str, str], tuple[AppliedMap, ...]]:
    """Return fingerprints and mappings of a cut; none where an older program saved it."""
    row = connection.execute(
        "SELECT body FROM document WHERE kind = ? AND name = ? ORDER BY id DESC LIMIT 1",
        (_FACTS, str(cut)),
    ).fetchone()
    if row is None:
        return {}, ()
    try:
        found = result_json.value_from_json(row[0])
        assert isinstance(found, dict)
        return found["fingerprints"], found["mapped"]
    except (ValueError, TypeError, KeyError, AnalysisError):
        issues.append(_lost("the study", "the record of how its files were read"))
        return {}, ()


def read_study_numbers(connection: Connection, cut: int) -> frozenset[str]:
    """Return the study identifiers (STUDYID) that stand in a cut."""
    rows = connection.execute(
        "SELECT data_column.kind, contents FROM data_column JOIN data_set "
        "ON data_set.id = data_column.data_set WHERE cut = ? AND data_column.name = ?",
        (cut, STUDYID),
    ).fetchall()
    columns = (frames.decode(kind, contents, STUDYID) for kind, contents in rows)
    return frozenset(str(number) for column in columns for number in column.dropna().unique())


def read_sources(connection: Connection, cut: int) -> tuple[Source, ...]:
    """Return the files a cut was read from, without their bytes."""
    rows = connection.execute(
        "SELECT name, size, modified, sha256 FROM source WHERE cut = ? ORDER BY id", (cut,)
    ).fetchall()
    return tuple(Source(*row) for row in rows)


def read_contents(connection: Connection, cut: int, name: str) -> bytes | None:
    """Return the bytes of a source file, None where they were not kept."""
    row = connection.execute(
        "SELECT contents, sha256 FROM source WHERE cut = ? AND name = ?", (cut, name)
    ).fetchone()
    if row is None or row[0] is None:
        return None
    contents = bytes(row[0])
    if hashlib.sha256(contents).hexdigest() != row[1]:
        raise AnalysisError(
            f"The copy of {name} in the study file is not the file that was imported. "
            "Take the original."
        )
    return contents


def _write_dataset(
    dataset: Dataset, columns: Sequence[tuple[str, str, bytes]], cut: int, insert: Insert
) -> None:
    key = insert(
        "data_set",
        cut=cut,
        name=dataset.name,
        kind=dataset.kind,
        label=dataset.label,
        labels=json.dumps(dict(dataset.labels)),
        sources=json.dumps(list(dataset.sources)),
        records=len(dataset.frame),
        columns=len(columns),
    )
    for position, (name, kind, contents) in enumerate(columns):
        insert(
            "data_column",
            data_set=key,
            position=position,
            name=name,
            kind=kind,
            sha256=hashlib.sha256(contents).hexdigest(),
            contents=contents,
        )
    for part in dataset.parts:
        rows = b"" if part.rows is None else part.rows.astype("<i8").tobytes()
        insert(
            "part",
            data_set=key,
            file=part.file,
            sheet=part.sheet,
            first=part.start,
            stop=part.stop,
            sha256=hashlib.sha256(rows).hexdigest(),
            contents=None if part.rows is None else rows,
        )


def _decode_dataset(stored: _StoredDataset) -> tuple[Dataset, list[Issue]]:
    import pandas as pd

    issues: list[Issue] = []
    columns: dict[str, pd.Series] = {}
    for column, kind, sha256, contents in stored.columns:
        if hashlib.sha256(contents).hexdigest() != sha256:
            issues.append(_lost(stored.name, column))
            continue
        columns[column] = frames.decode(kind, contents, column)
    if missing := stored.expected - len(stored.columns):
        issues.append(_lost(stored.name, f"{missing} of {stored.expected} columns"))
    dataset = Dataset(
        stored.name,
        stored.kind,
        pd.DataFrame(columns),
        json.loads(stored.labels),
        tuple(json.loads(stored.sources)),
        stored.label,
        stored.parts,
    )
    return dataset, issues


def _read_parts(connection: Connection, key: int) -> tuple[Part, ...]:
    import numpy as np

    rows = connection.execute(
        "SELECT file, sheet, first, stop, contents FROM part WHERE data_set = ? ORDER BY id", (key,)
    ).fetchall()
    return tuple(
        Part(
            file,
            sheet,
            first,
            stop,
            None if contents is None else np.frombuffer(contents, "<i8").astype(np.int64),
        )
        for file, sheet, first, stop, contents in rows
    )


def _lost(data_set: str, what: str) -> Issue:
    return Issue(
        "error",
        f"{what} of {data_set} cannot be read from the study file.",
        action="Import the data again from their files.",
        column=what if " " not in what else "",
        check="store.column_lost",
    )

"""The one way in: files, folders and archives to a :class:`~.data.StudyData`."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path
from types import MappingProxyType

import numpy as np

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress, no_progress
from sjogren_desktop.study import checks
from sjogren_desktop.study.combine import combine, fill_study_ids
from sjogren_desktop.study.data import Dataset, StudyData
from sjogren_desktop.study.define_match import Definitions, match_define
from sjogren_desktop.study.derive import derive_change
from sjogren_desktop.study.dose_dates import with_dose_dates
from sjogren_desktop.study.header_names import standard_names
from sjogren_desktop.study.mapping import (
    SUFFIX,
    AppliedMap,
    ColumnMap,
    TableMap,
    find_map,
    read_maps,
)
from sjogren_desktop.study.mapping_apply import map_tables
from sjogren_desktop.study.raw import AS_FOUND, RawTable, Reading
from sjogren_desktop.study.read_define import apply_define, read_define
from sjogren_desktop.study.readers import read_file
from sjogren_desktop.study.recognise import data_set_name, recognise
from sjogren_desktop.study.redcap import is_export, read_redcap
from sjogren_desktop.study.scratch import scratch_folder
from sjogren_desktop.study.sdtm import derive_adam, derived_visits, domain_of, visits_key
from sjogren_desktop.study.sources import SourceFile, Sources, find_sources
from sjogren_desktop.study.standard_labels import with_standard_names
from sjogren_desktop.study.subject_level import subject_level, with_arms_of_records
from sjogren_desktop.study.tables import LoadedTable
from sjogren_desktop.study.values import interpret
from sjogren_desktop.study.variants import complete
from sjogren_desktop.study.wording import counted

NOTHING_SAID: Mapping[str, Reading] = MappingProxyType({})

_READING = 0.8
"""Share of the progress that the reading of files takes."""


def open_study(
    paths: Sequence[Path],
    *,
    progress: Progress = no_progress,
    missing_codes: Collection[str] = (),
    maps: Sequence[TableMap] = (),
    readings: Mapping[str, Reading] = NOTHING_SAID,
) -> StudyData:
    """Open files, folders and ZIP archives together as one study.

    Parameters
    ----------
    paths : sequence of Path
        Folders are searched with all their subfolders.
    progress : Progress
        Called before each file and within long ones; whatever it raises ends
        the import and leaves nothing behind.
    missing_codes : collection of str
        Values that mean "missing" in number columns, such as ``"-99"``.
    maps : sequence of TableMap
        How plain tables were read before; one with the same columns is read so
        again. They go before mapping files among the paths.
    readings : mapping of str to Reading
        How files are to be read, by their names, where the user said so.

    Returns
    -------
    StudyData
        All data sets, with every problem found in the files and in the data.

    Raises
    ------
    AnalysisError
        If a path does not exist or no file holds a usable data set. A file
        that cannot be read beside others that can is an issue instead.
    """
    if not paths:
        raise AnalysisError("No file or folder was named. Choose the files of a study.")
    paths = [Path(p) for p in paths]
    with scratch_folder() as folder:
        sources = find_sources(paths, folder, progress)
        own_maps = _take_maps(sources)
        defined = _definitions(sources)
        tables, issues = _read_all(sources, progress, missing_codes, readings)
        fingerprints = _fingerprints(sources)
    issues = [*sources.issues, *issues, *_left_out(sources)]
    if not tables:
        raise AnalysisError(_nothing_usable(paths, sources, issues))
    issues += match_define(tables, defined)
    definitions = {name: known for one in defined for name, known in one.datasets.items()}
    progress(_READING, "Putting the data sets together")
    tables, from_redcap = read_redcap(tables)
    tables, completed = complete(tables, definitions)
    tables, dosed = with_dose_dates(tables)
    tables, mapped, from_plain = map_tables(
        tables, [*own_maps, *maps], progress=lambda f, m: progress(_READING + 0.03 * f, m)
    )
    people, from_parameters = subject_level(tables)
    tables = tables if people is None else [*tables, people]
    tables, armed = with_arms_of_records(tables)
    issues += from_redcap + completed + dosed + from_plain + from_parameters + armed
    tables, more = fill_study_ids(tables)
    datasets, still_more = combine(tables)
    datasets, from_define = apply_define(datasets, definitions)
    datasets, from_sdtm, more_maps = _from_sdtm(datasets, [*own_maps, *maps], progress)
    mapped += more_maps
    issues += more + still_more + from_define + from_sdtm
    derived = [derive_change(d) for d in datasets]
    issues += [i for _, found in derived for i in found]
    study = StudyData(
        tuple(d for d, _ in derived),
        source=", ".join(p.name or str(p) for p in paths),
        synthetic=sources.synthetic,
        mapped=tuple(mapped),
        fingerprints=fingerprints,
    )
    progress(0.9, "Checking the data")
    issues += checks.run_checks(study, progress=lambda f, m: progress(0.9 + 0.1 * f, m))
    return dataclasses.replace(study, issues=tuple(issues))


def _fingerprints(sources: Sources) -> dict[str, str]:
    """Return the SHA-256 of each file by its folder and name; those that cannot be read are out."""
    found = {}
    for source in sources.files:
        try:
            with source.path.open("rb") as file:
                found[f"{source.folder}/{source.name}"] = file_digest(file, "sha256").hexdigest()
        except OSError:  # already among the issues
            continue
    return dict(sorted(found.items()))


def _from_sdtm(
    datasets: Sequence[Dataset], maps: Sequence[TableMap], progress: Progress
) -> tuple[list[Dataset], list[Issue], list[AppliedMap]]:
    """Derive what is missing from SDTM, with the visits that were chosen for its studies."""
    key = visits_key(datasets)
    known = find_map([key], maps) if key else None

    def within(fraction: float, message: str) -> None:
        progress(_READING + 0.05 + 0.05 * fraction, message)

    result, issues = derive_adam(
        datasets,
        windows=() if known is None else known.windows,
        visits={} if known is None else known.visits,
        progress=within,
    )
    visits = derived_visits(result)
    if not key or not visits:
        return result, issues, []
    shown = known or TableMap("long", (ColumnMap(key),), visits, name="SDTM")
    file = next((d.sources[0] for d in datasets if domain_of(d) == "DM" and d.sources), "")
    return result, issues, [AppliedMap("Visits of SDTM", file, "", shown, known is None)]


def _take_maps(sources: Sources) -> list[TableMap]:
    """Read the mapping files among the sources, and take them out."""
    found: list[TableMap] = []
    for source in [s for s in sources.files if s.name.lower().endswith(SUFFIX)]:
        sources.files.remove(source)
        try:
            found += read_maps(source.path)
        except AnalysisError as error:
            sources.issues.append(_unread(source, error))
    return found


def _definitions(sources: Sources) -> list[Definitions]:
    """Read the define.xml files among the sources."""
    found: list[Definitions] = []
    for source in sources.definitions:
        try:
            found.append(Definitions(source.name, source.folder, read_define(source.path)))
        except (AnalysisError, OSError) as error:
            said = error if isinstance(error, AnalysisError) else AnalysisError(f"{error}.")
            sources.issues.append(_unread(source, said))
    return found


def _read_all(
    sources: Sources,
    progress: Progress,
    missing_codes: Collection[str],
    readings: Mapping[str, Reading],
) -> tuple[list[LoadedTable], list[Issue]]:
    """Read every file; what fails becomes an issue."""
    sizes = [max(1, _size(f.path)) for f in sources.files]
    total, done = sum(sizes), 0
    tables: list[LoadedTable] = []
    issues: list[Issue] = []
    for source, size in zip(sources.files, sizes, strict=True):
        start, share = _READING * done / total, _READING * size / total

        def within(
            fraction: float, message: str, start: float = start, share: float = share
        ) -> None:
            progress(start + share * fraction, message)

        within(0.0, Doing("Reading {name}", name=source.name))
        try:
            reading = readings.get(source.name, AS_FOUND)
            raw = read_file(source.path, progress=within, reading=reading)
        except AnalysisError as error:
            issues.append(_unread(source, error))
        else:
            issues += [dataclasses.replace(i, file=source.name) for i in raw.issues]
            for table in raw.tables:
                within(0.9, Doing("Interpreting {name}", name=source.name))
                codes = {*missing_codes, *reading.missing}
                loaded, more = _interpret(as_said(table, reading), source, codes)
                tables.append(loaded)
                issues += more
        done += size
    return tables, issues


def as_said(table: RawTable, reading: Reading) -> RawTable:
    """Return a table with what the user said of its decimal sign and dates."""
    day_first = {"dmy": True, "mdy": False}.get(reading.date_order)
    said = table.declared._replace(decimal=reading.decimal, day_first=day_first)
    return dataclasses.replace(table, declared=said)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _interpret(
    raw: RawTable, source: SourceFile, missing_codes: Collection[str]
) -> tuple[LoadedTable, list[Issue]]:
    raw, named = with_standard_names(raw, source.name)
    table, issues = interpret(raw, source.name, missing_codes=missing_codes)
    issues = [*named, *issues]
    if not raw.declared.typed:
        # The first column of an export of REDCap is the patient, also as study_id.
        own = list(table.frame.columns)[1 if is_export(table.frame) else 0 :]
        renamed, more = standard_names(own, source.name, sheet=table.sheet)
        table = dataclasses.replace(
            table,
            frame=table.frame.rename(columns=renamed),
            labels={renamed.get(k, k): v for k, v in table.labels.items()},
        )
        issues += more
    kind = recognise(table.frame)
    name = data_set_name(table.name, Path(source.name).stem, kind)
    if table.rows is None:
        rows = np.arange(len(table.frame), dtype=np.int64) + table.first_row
    else:
        rows = table.rows
    loaded = LoadedTable(
        name,
        kind,
        table.frame,
        table.labels,
        table.label,
        source.name,
        table.sheet,
        source.folder,
        rows,
        raw.declared.typed,
    )
    return loaded, issues


def _unread(source: SourceFile, error: AnalysisError) -> Issue:
    return Issue(
        "error",
        str(error).replace(source.path.name, source.name),
        action="The other files were opened without it.",
        file=source.name,
        check="file.unreadable",
    )


def _left_out(sources: Sources) -> list[Issue]:
    if not sources.left_out:
        return []
    names = sources.left_out
    shown = ", ".join(names[:10]) + (" ..." if len(names) > 10 else "")
    return [
        Issue(
            "note",
            f"{counted(len(names), 'file')} left out, being no data: {shown}.",
            check="folder.left_out",
        )
    ]


def _nothing_usable(paths: Sequence[Path], sources: Sources, issues: Sequence[Issue]) -> str:
    errors = [i for i in issues if i.severity in ("error", "warning")]
    if len(sources.files) == 1 and len(paths) == 1 and paths[0].is_file() and errors:
        return errors[0].message
    where = ", ".join(p.name or str(p) for p in paths)
    if not sources.files and not errors:
        found = f": only {', '.join(sources.left_out[:8])}" if sources.left_out else ""
        return (
            f"{where} holds no data set that could be opened{found}. Choose the folder with the "
            "data sets (CSV, XLSX, XPT, SAS7BDAT, Parquet or Dataset-JSON)."
        )
    reasons = "; ".join(i.message.rstrip(".") for i in errors[:5])
    more = f"; and {len(errors) - 5} more" if len(errors) > 5 else ""
    return (
        f"{where} holds no data set that could be opened ({reasons}{more}). Choose the folder with "
        "the data sets (CSV, XLSX, XPT, SAS7BDAT, Parquet or Dataset-JSON)."
    )

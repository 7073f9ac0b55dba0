"""Everything of a list of results in one folder, or one workbook.

A folder gets ``results.xlsx``, ``results.json`` and, under ``figures``, each
figure as PNG, SVG and PDF, named after study, analysis and figure. Results of a
study with a blind also get ``BLINDED.txt`` or ``UNBLINDED.txt``, since the records
of ``results.json`` have no place for the mark.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sjogren_desktop.export.ard import ard_csv, reporting_event
from sjogren_desktop.export.displays import Run
from sjogren_desktop.export.figures import SUFFIXES, draw, render, separate_pdfs
from sjogren_desktop.export.files import make_folder, safe_name, write_contents_aside
from sjogren_desktop.export.house import House, house
from sjogren_desktop.export.program_code import r_code, sas_code
from sjogren_desktop.export.records import write_records
from sjogren_desktop.export.rerun import CHANGES, RECORD, changes, earlier_run, run_record
from sjogren_desktop.export.result_sheets import PICTURE_WIDTH_MM
from sjogren_desktop.export.workbook import write_workbook
from sjogren_desktop.results import BLINDED, BLINDING, AnalysisError, Progress, Result, no_progress

_MARK_FILES = ("UNBLINDED.txt", "BLINDED.txt")


_TOGETHER = 40  # figures whose drawings are kept at a time


@dataclass(frozen=True)
class Exported:
    """The files that were written, and a sentence for each figure that could not be drawn."""

    workbook: Path
    figures: tuple[Path, ...]
    records: Path
    data: tuple[Path, ...] = ()
    not_drawn: tuple[str, ...] = ()


def export_all(
    results: Sequence[Result],
    folder: Path,
    *,
    style: House | None = None,
    run: Run | None = None,
    progress: Progress = no_progress,
) -> Exported:
    """Write workbook, figures and records of results into a folder, made if need be.

    ``style`` and ``run`` are by default the sponsor's style, and this moment.

    Files of the same names are replaced; each is complete or as it was before,
    also when ``progress`` raises Cancelled. A figure that cannot be drawn does
    not keep the others, nor any number, from being written.

    Raises
    ------
    AnalysisError
        If the folder cannot be made or a file cannot be written.
    """
    run = run or Run(datetime.now().astimezone())
    _refuse_mixture(folder, results)
    names = figure_names(results)
    make_folder(folder / "figures" if names else folder)
    pictures, figures, not_drawn = _write_figures(results, folder, names, progress)
    progress(0.9, "Writing the workbook")
    workbook, records = folder / "results.xlsx", folder / "results.json"
    write_workbook(workbook, results, pictures=pictures, style=style, run=run)
    progress(0.98, "Writing the records")
    data = _write_data(folder, results, style or house(), run)
    write_records(records, results)
    _write_mark(folder, results)
    progress(1.0, "Written")
    return Exported(workbook, tuple(figures), records, data, tuple(not_drawn))


def _write_figures(
    results: Sequence[Result],
    folder: Path,
    names: Mapping[tuple[int, int], str],
    progress: Progress,
) -> tuple[dict[tuple[int, int], bytes], list[Path], list[str]]:
    """Write each figure in every format; return pictures by place, files, and what failed."""
    pictures: dict[tuple[int, int], bytes] = {}
    figures: list[Path] = []
    failed: list[str] = []
    places = list(names)
    for first in range(0, len(places), _TOGETHER):
        drawn, drawings, titles = [], [], []
        for done, (number, place) in enumerate(places[first : first + _TOGETHER], start=first):
            result = results[number]
            figure = result.figures[place]
            progress(0.8 * done / len(names), f"Drawing {figure.title}")
            try:
                drawing = draw(figure, result=result, width_mm=PICTURE_WIDTH_MM)
            except AnalysisError as error:
                failed.append(f"{result.title}, {result.study}: {error}")
                continue
            drawn.append((number, place))
            drawings.append(drawing)
            titles.append(figure.title)
            pictures[number, place] = render(drawing, ".png", title=figure.title)
        progress(0.8 * min(1.0, (first + _TOGETHER) / len(names)), "Writing the figures")
        pdfs = separate_pdfs(drawings, titles) if drawings else []
        for where, drawing, title, pdf in zip(drawn, drawings, titles, pdfs, strict=True):
            svg = render(drawing, ".svg", title=title)
            for suffix, contents in zip(SUFFIXES, (pictures[where], svg, pdf), strict=True):
                path = folder / "figures" / f"{names[where]}{suffix}"
                write_contents_aside(path, contents)
                figures.append(path)
    return pictures, figures, failed


def _write_data(
    folder: Path, results: Sequence[Result], style: House, run: Run
) -> tuple[Path, ...]:
    """Write the results as data, and what the run was made of; return the files."""
    record = run_record(results, run, style=style.name)
    before = earlier_run(folder)
    texts = {
        "ard.csv": ard_csv(results),
        "ars.json": reporting_event(results, run),
        RECORD: json.dumps(record, ensure_ascii=False, indent=1) + "\n",
    }
    if before is not None:
        texts[CHANGES] = changes(before, record, results)
    texts |= _programs(results)
    if any("/" in name for name in texts):
        make_folder(folder / "code")
    for name, text in texts.items():
        write_contents_aside(folder / name, text.encode("utf-8"))
    return tuple(folder / name for name in texts)


def _refuse_mixture(folder: Path, results: Sequence[Result]) -> None:
    """Refuse to put blinded results where some that show treatments stand."""
    if any(r.blinding == BLINDED for r in results) and (folder / _MARK_FILES[0]).exists():
        raise AnalysisError(
            f"{folder} holds results that show treatment arms ({_MARK_FILES[0]}), so nothing "
            "blinded was written there. Choose another folder."
        )


def _write_mark(folder: Path, results: Sequence[Result]) -> None:
    """Say in a file what the results tell of treatments; take one away that is no longer true."""
    found = dict.fromkeys(r.blinding for r in results if r.blinding)
    name = _MARK_FILES[found == {BLINDED: None}]
    for other in _MARK_FILES:
        if other != name or not found:
            (folder / other).unlink(missing_ok=True)
    if found:
        text = "".join(f"{mark}: {BLINDING[mark]}.\n" for mark in found)
        write_contents_aside(folder / name, text.encode("utf-8"))


def _programs(results: Sequence[Result]) -> dict[str, str]:
    """Return the same models as R and SAS code, by the name of the file."""
    found: dict[str, str] = {}
    for number, result in enumerate(results, start=1):
        for end, text in (("R", r_code(result)), ("sas", sas_code(result))):
            if text:
                name = safe_name(str(number), result.study, result.analysis)
                found[f"code/{name}.{end}"] = text
    return found


def export_workbook(
    results: Sequence[Result],
    path: Path,
    *,
    style: House | None = None,
    run: Run | None = None,
    progress: Progress = no_progress,
) -> None:
    """Write results with their figures into one workbook.

    ``style`` and ``run`` are by default the sponsor's style, and this moment.

    Raises
    ------
    AnalysisError
        If the file cannot be written.
    """
    places = list(figure_names(results))
    pictures: dict[tuple[int, int], bytes] = {}
    for done, place in enumerate(places):
        result = results[place[0]]
        figure = result.figures[place[1]]
        progress(0.9 * done / len(places), f"Drawing {figure.title}")
        drawing = draw(figure, result=result, width_mm=PICTURE_WIDTH_MM)
        pictures[place] = render(drawing, ".png", title=figure.title)
    progress(0.9, "Writing the workbook")
    write_workbook(path, results, pictures=pictures, style=style, run=run)
    progress(1.0, "Written")


def figure_names(results: Sequence[Result]) -> dict[tuple[int, int], str]:
    """Return a file name without suffix for each figure, by its place in the results.

    Names that would be the same, on a system that does not tell upper from
    lower case, are numbered in the order of the results.
    """
    names: dict[tuple[int, int], str] = {}
    taken: set[str] = set()
    for number, result in enumerate(results):
        for place, figure in enumerate(result.figures):
            base = safe_name(result.study, result.analysis, figure.key)
            name, again = base, 1
            while name.casefold() in taken:
                again += 1
                name = f"{base}-{again}"
            taken.add(name.casefold())
            names[number, place] = name
    return names

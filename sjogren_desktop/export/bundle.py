"""Everything of a list of results in one folder, or one workbook.

A folder gets ``results.xlsx``, ``results.json`` and, under ``figures``, each
figure as PNG, SVG and PDF, named after study, analysis and figure. Results of a
study with a blind also get ``BLINDED.txt`` or ``UNBLINDED.txt``, since the records
of ``results.json`` have no place for the mark.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sjogren_desktop.export.ard import ard_csv, reporting_event
from sjogren_desktop.export.caption import cut_off_card
from sjogren_desktop.export.displays import Run
from sjogren_desktop.export.figures import SUFFIXES, draw, render
from sjogren_desktop.export.files import PARTS, make_folder, safe_name, write_contents_aside
from sjogren_desktop.export.house import House, house
from sjogren_desktop.export.program_code import r_code, sas_code
from sjogren_desktop.export.reconcile import Reconciliation, reconcile
from sjogren_desktop.export.records import write_records
from sjogren_desktop.export.rerun import CHANGES, RECORD, changes, earlier_run, run_record
from sjogren_desktop.export.result_sheets import PICTURE_WIDTH_MM
from sjogren_desktop.export.studio import Drawn, Place, Studio
from sjogren_desktop.export.workbook import write_workbook
from sjogren_desktop.results import BLINDED, BLINDING, AnalysisError, Progress, Result, no_progress

_MARK_FILES = ("UNBLINDED.txt", "BLINDED.txt")


_AT_ONCE = 4
"""Figures that are written at the same time."""

_NOTHING_COMPARED = Reconciliation(0, 0, ())


@dataclass(frozen=True)
class Exported:
    """The files that were written, and a sentence for each figure that could not be drawn."""

    workbook: Path
    figures: tuple[Path, ...]
    records: Path
    data: tuple[Path, ...] = ()
    not_drawn: tuple[str, ...] = ()
    reconciled: Reconciliation = _NOTHING_COMPARED


def export_all(
    results: Sequence[Result],
    folder: Path,
    *,
    style: House | None = None,
    run: Run | None = None,
    studio: Studio | None = None,
    progress: Progress = no_progress,
) -> Exported:
    """Write workbook, figures and records of results into a folder, made if need be.

    ``style`` and ``run`` are by default the sponsor's style, and this moment.
    ``studio`` is one that was handed these results before and may have begun.

    Files of the same names are replaced; each is complete or as it was before,
    also when ``progress`` raises Cancelled. A figure that cannot be drawn does
    not keep the others, nor any number, from being written.

    Raises
    ------
    AnalysisError
        If the folder cannot be made or a file cannot be written.
    """
    run, style = run or Run(datetime.now().astimezone()), style or house()
    _refuse_mixture(folder, results)
    names = figure_names(results)
    figures_folder, code_folder = (folder / part for part in PARTS)
    make_folder(figures_folder if names else folder)
    _write_mark(folder, results)  # before anything that must not stand there without it
    with studio or _studio_of(results, run) as drawing:
        progress(0.0, "Writing the numbers")
        agreement = reconcile(results)
        texts = _texts(
            folder,
            results,
            (style, run, agreement),
            lambda f, text: progress(0.05 * f, text),
        )
        drawn: dict[Place, Drawn | str] = {}
        onward = _onward(progress)
        arriving = drawing.drawn(lambda f, text: onward(0.1 + 0.85 * f, text))

        def pictures(number: int) -> list[bytes]:
            places = [(number, i) for i in range(len(results[number].figures))]
            while not drawn.keys() >= set(places):
                place, made = next(arriving)
                drawn[place] = made
            return [made.png for at in places if isinstance(made := drawn[at], Drawn)]

        workbook = folder / "results.xlsx"
        write_workbook(
            workbook,
            results,
            pictures=pictures,
            style=style,
            run=run,
            progress=lambda f, text: onward(
                0.05 + f / 8 if f < 0.4 else 0.1 + 0.85 * (f - 0.4) / 0.6, text
            ),
        )
    shown = {name: made for at, name in names.items() if isinstance(made := drawn[at], Drawn)}
    figures = _write_figures(
        figures_folder, shown, lambda f: onward(0.95 + 0.03 * f, "Writing the figures")
    )
    if any("/" in name for name in texts):
        make_folder(code_folder)
    for name, text in texts.items():
        write_contents_aside(
            folder / name,
            text.encode("utf-8"),
            partial(onward, 0.98, "Writing the numbers as data"),
        )
    records = folder / "results.json"
    write_records(records, results, progress=lambda f, text: onward(0.98 + 0.02 * f, text))
    onward(1.0, "Written")
    data = tuple(folder / name for name in texts)
    not_drawn = tuple(made for made in drawn.values() if isinstance(made, str))
    return Exported(workbook, tuple(figures), records, data, not_drawn, agreement)


def _onward(progress: Progress) -> Progress:
    """Return a progress that never goes back, for work of which two parts take turns."""
    furthest = 0.0

    def tell(fraction: float, message: str) -> None:
        nonlocal furthest
        furthest = max(furthest, fraction)
        progress(furthest, message)

    return tell


def _write_figures(
    folder: Path, drawn: Mapping[str, Drawn], progress: Callable[[float], None]
) -> list[Path]:
    """Write the files of figures by their names, and return them in that order.

    Most of the time goes by until the disk says that a file is safe, so several are
    written at once.
    """

    def write(name: str, made: Drawn) -> list[Path]:
        paths = [folder / f"{name}{suffix}" for suffix in SUFFIXES]
        for path, contents in zip(paths, (made.png, made.svg, made.pdf), strict=True):
            write_contents_aside(path, contents)
        return paths

    written: list[Path] = []
    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        work = [pool.submit(write, name, made) for name, made in drawn.items()]
        for done, each in enumerate(work):
            progress(done / len(work))
            written += each.result()
    finally:
        pool.shutdown(cancel_futures=True)
    return written


def _studio_of(results: Sequence[Result], run: Run) -> Studio:
    studio = Studio(cut_off=run.cut_off)
    for number, result in enumerate(results):
        studio.add(number, result)
    return studio


def _texts(
    folder: Path,
    results: Sequence[Result],
    about: tuple[House, Run, Reconciliation],
    progress: Progress,
) -> dict[str, str]:
    """Return the results as data, and what the run was made of, by the name of the file."""
    style, run, agreement = about
    watch = partial(progress, 0.0, "Comparing with the run before")
    record = run_record(results, run, style=style.name)
    before = earlier_run(folder, watch)
    compared = "" if before is None else changes(before, record, results, watch)
    texts = {
        "ard.csv": ard_csv(results, lambda f, text: progress(0.5 * f, text)),
        "ars.json": reporting_event(results, run, lambda f, text: progress(0.5 + 0.5 * f, text)),
        RECORD: json.dumps(record, ensure_ascii=False, indent=1) + "\n",
        "reconciliation.txt": agreement.text,
    }
    if compared:
        texts[CHANGES] = compared
    return texts | _programs(results, progress)


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


def _programs(results: Sequence[Result], progress: Progress) -> dict[str, str]:
    """Return the same models as R and SAS code, by the name of the file."""
    found: dict[str, str] = {}
    for number, result in enumerate(results, start=1):
        progress(1.0, "Writing the models as programs")
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

    card = cut_off_card(run.cut_off) if run is not None else ()

    onward = _onward(progress)

    def pictures(number: int) -> list[bytes]:
        found = []
        about = replace(results[number], method=(*results[number].method, *card))
        for figure in about.figures:
            onward(0.0, f"Drawing {figure.title}")
            drawing = draw(figure, result=about, width_mm=PICTURE_WIDTH_MM)
            found.append(render(drawing, ".png", title=figure.title))
        return found

    write_workbook(
        path,
        results,
        pictures=pictures,
        style=style,
        run=run,
        progress=lambda f, text: onward(f / 8 if f < 0.4 else 0.05 + 0.95 * (f - 0.4) / 0.6, text),
    )
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

"""Exports done by another process, of which nothing unfinished is left when it is stopped."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from sjogren_desktop.export import files
from sjogren_desktop.results import BLINDED, POOLED_AGAIN, Progress, Result
from sjogren_desktop.workers import taking_all_cores

if TYPE_CHECKING:
    from sjogren_desktop.analyses.beside import Do
    from sjogren_desktop.export.bundle import Exported
    from sjogren_desktop.export.displays import Run
    from sjogren_desktop.study.data import StudyData

T = TypeVar("T")


@dataclass(frozen=True)
class Look:
    """What a plan or the Export menu says of everything written.

    Parameters
    ----------
    style : str
        House style: its key, or the path of a TOML file.
    draft : bool
        Whether pages are marked as a draft.
    cut_off : str
        Data cut-off, printed where given.
    formats : tuple of str
        Reports (of :data:`.analyses.plan.FORMATS`) that everything in a folder
        has besides workbook, figures and data.
    inputs : mapping
        Fingerprints of the data.
    """

    style: str = "sponsor"
    draft: bool = False
    cut_off: str = ""
    formats: tuple[str, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)


def write_apart(
    do: Do,
    folders: Sequence[Path],
    function: Callable[..., T],
    *arguments: object,
    progress: Progress,
) -> T:
    """Have a function write files into these folders, and return what it returns.

    Parameters
    ----------
    do : Do
        Does it, mostly in another process: a process can be ended in the middle of a
        step, and keeps the interpreter from nobody.
    folders : sequence of Path
        Where it writes; from there is removed what it had not finished when it was ended.
    function : callable
        Of a module; takes the arguments and then a progress callable.
    progress : callable
        What it raises ends the writing and passes through.
    """
    mark = secrets.token_hex(4)
    try:
        return cast("T", do(_write, mark, function, arguments, progress=progress))
    finally:
        for folder in folders:
            files.remove_marked(folder, mark)


def _write(
    mark: str, function: Callable[..., T], arguments: tuple[object, ...], progress: Progress
) -> T:
    with files.marked(mark), taking_all_cores():
        return function(*arguments, progress)


def _run(results: Sequence[Result], look: Look) -> Run:
    """Return a run of this moment; files of a study with pooled arms are not named."""
    from sjogren_desktop.export.report import now

    pooled = any(r.blinding in (BLINDED, POOLED_AGAIN) for r in results)
    return now(draft=look.draft, inputs=look.inputs, cut_off=look.cut_off, nameless=pooled)


def report(results: Sequence[Result], path: Path, look: Look, progress: Progress) -> None:
    """Write results into one file of the format of its name's end."""
    from sjogren_desktop.export.house import house
    from sjogren_desktop.export.report import write_report

    run = _run(results, look)
    write_report(path, results, style=house(look.style), run=run, progress=progress)


def everything(results: Sequence[Result], folder: Path, look: Look, progress: Progress) -> Exported:
    """Write results into a folder, with the reports that the look asks for."""
    from sjogren_desktop.export import bundle
    from sjogren_desktop.export.house import house
    from sjogren_desktop.export.report import write_report

    style, run = house(look.style), _run(results, look)
    parts = 1 + len(look.formats)

    def part(number: int) -> Progress:
        return lambda fraction, text: progress((number + fraction) / parts, text)

    written = bundle.export_all(results, folder, style=style, run=run, progress=part(0))
    for number, suffix in enumerate(look.formats, start=1):
        path = folder / f"results.{suffix}"
        write_report(path, results, style=style, run=run, progress=part(number))
    return written


def deidentified_data(study: StudyData, folder: Path, progress: Progress) -> tuple[int, int]:
    """Write the study without what identifies; return how many data sets and small cells."""
    from sjogren_desktop.export.deidentified import write_deidentified
    from sjogren_desktop.study.deidentify import deidentify

    made = deidentify(study, lambda fraction, text: progress(fraction / 2, text))
    write_deidentified(folder, made, progress=lambda f, text: progress((1 + f) / 2, text))
    return len(made.frames), len(made.small_cells)

"""One file of all tables and figures, in the format of its name's end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop.export.bundle import export_workbook
from sjogren_desktop.export.displays import DRAFT, Display, Run, displays
from sjogren_desktop.export.files import write_contents_aside
from sjogren_desktop.export.house import House, house
from sjogren_desktop.results import AnalysisError, Progress, Result, no_progress

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

FORMATS = {
    ".xlsx": "Excel workbook",
    ".docx": "Word document",
    ".pdf": "PDF report",
    ".rtf": "RTF document",
    ".html": "Web page",
}
"""What can be written, by the end of the file's name, in the order it is offered."""

_MM = 25.4 / 72
_PICTURE_DPI = 200


def now(
    *,
    draft: bool = False,
    inputs: Mapping[str, str] | None = None,
    cut_off: str = "",
    nameless: bool = False,
    planned: bool = False,
) -> Run:
    """Return a run of this moment.

    With ``nameless`` the input files are numbered instead of named, since a
    name may tell a treatment.
    """
    files = dict(inputs or {})
    if nameless:
        files = {f"file {n}": digest for n, digest in enumerate(files.values(), start=1)}
    marks = (DRAFT,) if draft else ()
    return Run(datetime.now().astimezone(), marks, files, cut_off, planned)


def write_report(
    path: Path,
    results: Sequence[Result],
    *,
    style: House | None = None,
    run: Run | None = None,
    progress: Progress = no_progress,
) -> None:
    """Write all tables and figures of results into one file.

    Parameters
    ----------
    path : Path
        Ends in one of :data:`FORMATS`.
    results : sequence of Result
    style : House, optional
        By default the sponsor's.
    run : Run, optional
        By default of this moment, without marks.

    Raises
    ------
    AnalysisError
        If the end of the name is unknown or the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise AnalysisError(
            f"A report cannot be written as {suffix or 'a file without an end of name'}. "
            f"Choose a name that ends in {', '.join(FORMATS)}."
        )
    style, run = style or house(), run or now()
    if suffix == ".xlsx":
        export_workbook(results, path, style=style, run=run, progress=progress)
        return
    shown = displays(results, style, run)
    write_contents_aside(path, _contents(suffix, shown, style, run, progress))
    progress(1.0, "Written")


def _contents(
    suffix: str, shown: Sequence[Display], style: House, run: Run, progress: Progress
) -> bytes:
    if suffix == ".pdf":
        from sjogren_desktop.export.pdf import pdf_report

        return pdf_report(shown, style, run, draw=_drawing, progress=progress)
    if suffix == ".docx":
        from sjogren_desktop.export.word import word_document

        return word_document(shown, style, run, picture=_picture, progress=progress)
    if suffix == ".rtf":
        from sjogren_desktop.export.rtf import rtf_document

        return rtf_document(shown, style, run, picture=_picture, progress=progress)
    from sjogren_desktop.export.web import web_page

    return web_page(shown, style, run, picture=_picture, progress=progress)


def _drawing(display: Display, wide: float, tall: float) -> Drawing:
    """Draw a figure without caption into a room given in points."""
    from sjogren_desktop.export.figures import draw

    assert display.figure is not None
    width_mm = min(wide * _MM, 240.0)
    drawing = draw(display.figure, width_mm=width_mm, caption=False)
    if drawing.get_figheight() * 72 > tall:
        drawing = draw(display.figure, width_mm=width_mm, height_mm=tall * _MM, caption=False)
    return drawing


def _picture(display: Display, wide: float, tall: float) -> tuple[bytes, float]:
    """Return a figure as a PNG file and its width in points."""
    from sjogren_desktop.export.figures import render

    drawing = _drawing(display, wide, tall)
    contents = render(drawing, ".png", title=display.title, dpi=_PICTURE_DPI)
    return contents, drawing.get_figwidth() * 72

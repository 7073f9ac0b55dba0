"""Figures drawn for print by matplotlib: PNG, SVG and PDF of an exact size.

The same figure models that the window draws on the screen are drawn here on
white paper, with the colours, symbols and dashes of :mod:`sjogren_desktop.palette`.
Beneath the plot stands a caption block with all a reader needs when the picture
leaves the program: title, study, population, caption, method, whether the data
are synthetic, and the program's version.

matplotlib is imported when a figure is drawn, without pyplot, and its settings
are those of a fresh installation whatever a user's own file says; they are put
back afterwards. No display is needed. Output is the same for the same input:
files hold no date, and no name of a person, machine or folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from sjogren_desktop import __version__
from sjogren_desktop.export.caption import (
    MARGIN_MM,
    block_height,
    caption_lines,
    mark_text,
    write_caption,
    write_mark,
)
from sjogren_desktop.export.files import write_contents_aside
from sjogren_desktop.export.flow import draw_flow, flow_height
from sjogren_desktop.export.graph import draw_graph, height_in_lines
from sjogren_desktop.export.map_figure import draw_map
from sjogren_desktop.export.more_figures import other_height
from sjogren_desktop.export.plot_kinds import (
    LABEL_SIZE,
    at_risk_mm,
    draw_forest,
    draw_lines,
    draw_points,
    draw_rows,
)
from sjogren_desktop.export.raster import png_pages
from sjogren_desktop.export.type_metrics import BOLD, FAMILY, REGULAR
from sjogren_desktop.figures import (
    BarFigure,
    Figure,
    FlowFigure,
    ForestFigure,
    GraphFigure,
    LineFigure,
    MapFigure,
    ScatterFigure,
)
from sjogren_desktop.palette import THEMES
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import AnalysisError, Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

SUFFIXES = (".png", ".svg", ".pdf")
PNG_DPI = 300

_CREATOR = f"Sjögren Desktop {__version__}"
_MM = 25.4  # millimetres in an inch
_INK = THEMES["print"]
_LEAST_PLOT_MM = 35.0


def draw(
    figure: Figure,
    *,
    result: Result | None = None,
    width_mm: float = 170.0,
    height_mm: float | None = None,
    caption: bool = True,
) -> Drawing:
    """Draw a figure with its caption block.

    Parameters
    ----------
    figure : Figure
    result : Result, optional
        What the figure belongs to; its study, population, method and mark of
        synthetic data go into the caption.
    width_mm, height_mm : float
        Size of the picture with its caption. Without a height the plot takes
        what its contents need. With one, method lines that would leave too
        little room for the plot are left out of the caption, which then says so.
    caption : bool
        Whether caption and mark are part of the picture; not so on a page that
        has them around it.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    AnalysisError
        If the size leaves no room for the plot.
    """
    with _settings():
        return _drawing(figure, result, width_mm, height_mm, caption)


def render(drawing: Drawing, suffix: str, *, title: str = "", dpi: int = PNG_DPI) -> bytes:
    """Return the contents of a file of this suffix (one of :data:`SUFFIXES`)."""
    if suffix not in SUFFIXES:
        raise AnalysisError(
            f"A figure cannot be written as {suffix or 'a file without suffix'}. "
            f"Choose a name that ends in {', '.join(SUFFIXES)}."
        )
    svgs, pages = vector_files([drawing], [title], svg=suffix == ".svg", pdf=suffix != ".svg")
    if suffix == ".svg":
        return svgs[0]
    if suffix == ".pdf":
        return separate_pdfs(pages, [title])[0]
    return pictures(pages, [drawing], [title], dpi=dpi)[0]


def pictures(
    pages: bytes, drawings: Sequence[Drawing], titles: Sequence[str], *, dpi: int = PNG_DPI
) -> list[bytes]:
    """Return PNG files of drawings, made from the pages of :func:`vector_files`.

    Turning a page into pixels takes a fifth of the time of drawing it anew.
    """
    sizes = [(int(d.get_figwidth() * dpi), int(d.get_figheight() * dpi)) for d in drawings]
    texts = [{"Title": title, "Software": _CREATOR} for title in titles]
    return png_pages(pages, sizes, texts, dpi=dpi)


def separate_pdfs(pages: bytes, titles: Sequence[str]) -> list[bytes]:
    """Return a PDF file of each page of :func:`vector_files`.

    They are drawn as one and taken apart, because reducing the font to the
    letters used takes longer than all the drawing and is done once so.
    """
    from pypdf import PdfReader, PdfWriter

    files = []
    for page, title in zip(PdfReader(BytesIO(pages)).pages, titles, strict=True):
        writer, contents = PdfWriter(), BytesIO()
        writer.add_page(page)
        writer.metadata = {"/Title": title, "/Creator": _CREATOR}
        writer.write(contents)
        files.append(contents.getvalue())
    return files


def vector_files(
    drawings: Sequence[Drawing], titles: Sequence[str], *, svg: bool = True, pdf: bool = True
) -> tuple[list[bytes], bytes]:
    """Return drawings as an SVG file each, and as the pages of one PDF file.

    The font is embedded in the PDF file once. What is not asked for stays empty.
    """
    from sjogren_desktop.export.vector import vectors

    with _settings():
        return vectors(drawings, titles, creator=_CREATOR, svg=svg, pdf=pdf)


def write_figure(
    path: Path,
    figure: Figure,
    result: Result | None = None,
    *,
    width_mm: float = 170.0,
    height_mm: float | None = None,
    dpi: int = PNG_DPI,
) -> None:
    """Draw a figure and write it, in the format of the path's suffix.

    ``dpi`` counts for PNG files only; the others are vectors.

    Raises
    ------
    AnalysisError
        If the suffix is unknown or the file cannot be written.
    """
    drawing = draw(figure, result=result, width_mm=width_mm, height_mm=height_mm)
    contents = render(drawing, path.suffix.lower(), title=figure.title, dpi=dpi)
    write_contents_aside(path, contents)


_ONE_AT_A_TIME = RLock()
"""matplotlib has one set of settings: a thread that puts them back would take them from others."""


@contextmanager
def _settings() -> Iterator[None]:
    """Use matplotlib's own defaults with ours on top, and put the old ones back."""
    import matplotlib

    _register_fonts()
    with _ONE_AT_A_TIME, matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                # What Liberation Sans does not have, such as Asian letters, DejaVu Sans may;
                # both are always there.
                "font.family": [FAMILY, "DejaVu Sans"],
                "font.size": 8.0,
                "axes.labelsize": LABEL_SIZE,
                "axes.linewidth": 0.6,
                "xtick.labelsize": 7.5,
                "ytick.labelsize": 7.5,
                "xtick.major.width": 0.6,
                "ytick.major.width": 0.6,
                "legend.fontsize": 7.5,
                "text.color": _INK.ink,
                "axes.edgecolor": _INK.ink,
                "axes.labelcolor": _INK.ink,
                "xtick.color": _INK.ink,
                "ytick.color": _INK.ink,
                "hatch.linewidth": 0.5,
                "text.parse_math": False,  # a dollar sign in a label is a dollar sign
                "pdf.fonttype": 42,  # whole TrueType fonts, so text can be found and edited
                "svg.fonttype": "path",
                "svg.hashsalt": "sjogren-desktop",
            }
        )
        yield


@cache
def _register_fonts() -> None:
    """Make the fonts that come with the program known to matplotlib, once."""
    from matplotlib.font_manager import fontManager

    for name in (REGULAR, BOLD):
        fontManager.addfont(str(resource_path("fonts", f"{name}.ttf")))


def _drawing(
    figure: Figure,
    result: Result | None,
    width_mm: float,
    height_mm: float | None,
    caption: bool,
) -> Drawing:
    from matplotlib.figure import Figure as NewDrawing

    from sjogren_desktop.export.vector import POINTS, lay_out

    text_mm = width_mm - 2 * MARGIN_MM
    lines = caption_lines(figure, result, text_mm) if caption else ()
    plot_mm = _plot_height(figure, text_mm)
    if height_mm is None:
        height_mm = plot_mm + block_height(lines)
    elif height_mm - block_height(lines) < _LEAST_PLOT_MM and result is not None and caption:
        lines = caption_lines(figure, result, text_mm, method=False)
    plot_mm = height_mm - block_height(lines)
    # The least height plus a caption minus the caption may fall short in the last digit.
    if plot_mm < _LEAST_PLOT_MM - 1e-6 or width_mm < 2 * _LEAST_PLOT_MM:
        raise AnalysisError(
            f"{width_mm:g} x {height_mm:g} mm leave no room for the figure {figure.title!r} "
            "with its caption. Choose a larger size."
        )
    drawing = NewDrawing(
        figsize=(width_mm / _MM, height_mm / _MM), dpi=POINTS, facecolor=_INK.background
    )
    mark = mark_text([result]) if result and caption else ""
    mark_mm = write_mark(drawing, mark, width_mm, height_mm)
    bottom = block_height(lines) / height_mm
    top = 1 - (MARGIN_MM + mark_mm) / height_mm
    side = MARGIN_MM / width_mm
    drawing.set_layout_engine(
        "constrained", rect=(side, bottom, 1 - 2 * side, top - bottom), w_pad=0, h_pad=0
    )
    axes = drawing.add_subplot()
    if isinstance(figure, LineFigure):
        draw_lines(axes, figure, text_mm, plot_mm)
    elif isinstance(figure, ForestFigure):
        draw_forest(axes, figure)
    elif isinstance(figure, MapFigure):
        draw_map(axes, figure)
    elif isinstance(figure, ScatterFigure):
        draw_points(axes, figure, text_mm)
    elif isinstance(figure, FlowFigure):
        draw_flow(axes, figure, text_mm)
    elif isinstance(figure, GraphFigure):
        draw_graph(axes, figure, text_mm, plot_mm)
    else:
        draw_rows(axes, figure, text_mm)
    write_caption(drawing, lines, width_mm, height_mm)
    lay_out(drawing)
    return drawing


def _plot_height(figure: Figure, text_mm: float) -> float:
    """Return a fitting height of the plot in millimetres."""
    if isinstance(figure, LineFigure):
        return 90.0 + at_risk_mm(figure)
    if isinstance(figure, MapFigure | ScatterFigure):
        return 120.0
    if isinstance(figure, FlowFigure):
        return max(_LEAST_PLOT_MM, flow_height(figure, text_mm))
    if isinstance(figure, GraphFigure):
        return max(_LEAST_PLOT_MM, 3.0 * height_in_lines(figure))
    if isinstance(figure, ForestFigure):
        each = 8.0 if len(figure.rows) <= 10 else 5.5
        return max(_LEAST_PLOT_MM, 24.0 + each * len(figure.rows))
    if not isinstance(figure, BarFigure):
        return max(_LEAST_PLOT_MM, other_height(figure))
    bars = len(figure.categories) * max(1, len(figure.series))
    return max(_LEAST_PLOT_MM, 28.0 + 3.2 * bars + 2.5 * len(figure.categories))

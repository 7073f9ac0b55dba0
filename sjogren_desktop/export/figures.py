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

# reason: all kinds of figures and all file formats share one drawing and its settings

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from math import isfinite, nan
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop import __version__
from sjogren_desktop.export.caption import (
    MARGIN_MM,
    block_height,
    caption_lines,
    mark_text,
    text_width,
    wrapped,
    write_caption,
    write_mark,
)
from sjogren_desktop.export.files import write_contents_aside
from sjogren_desktop.export.flow import draw_flow, flow_height
from sjogren_desktop.export.graph import draw_graph, height_in_lines
from sjogren_desktop.export.map_figure import draw_map
from sjogren_desktop.export.more_figures import draw_other, other_height
from sjogren_desktop.export.type_metrics import BOLD, FAMILY, REGULAR
from sjogren_desktop.palette import THEMES, dodge, least_spacing, style
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import (
    AnalysisError,
    BarFigure,
    BoxFigure,
    DotFigure,
    Figure,
    FlowFigure,
    ForestFigure,
    GraphFigure,
    GridFigure,
    LaneFigure,
    LineFigure,
    MapFigure,
    Result,
    ScatterFigure,
    Series,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Drawing

SUFFIXES = (".png", ".svg", ".pdf")
PNG_DPI = 300

_MM = 25.4  # millimetres in an inch
_INK = THEMES["print"]
_LEAST_PLOT_MM = 35.0
_LABEL_SIZE = 8.0  # of the axes, in points


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
    creator = f"Sjögren Desktop {__version__}"
    # A date of None keeps the hour of writing out of the file.
    metadata: dict[str, dict[str, str | None]] = {
        ".png": {"Title": title, "Software": creator},
        ".svg": {"Title": title, "Creator": creator, "Date": None},
        ".pdf": {"Title": title, "Creator": creator, "CreationDate": None},
    }
    if suffix not in metadata:
        raise AnalysisError(
            f"A figure cannot be written as {suffix or 'a file without suffix'}. "
            f"Choose a name that ends in {', '.join(SUFFIXES)}."
        )
    contents = BytesIO()
    with _settings():
        if suffix == ".png":
            _save_png(drawing, contents, dpi, metadata[suffix])
        else:
            drawing.savefig(contents, format=suffix[1:], dpi=dpi, metadata=metadata[suffix])
    return contents.getvalue()


def _save_png(
    drawing: Drawing, contents: BytesIO, dpi: int, metadata: Mapping[str, str | None]
) -> None:
    """Write a PNG without the transparency that matplotlib adds, in two thirds of the time."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL.Image import frombuffer
    from PIL.PngImagePlugin import PngInfo

    canvas, before = drawing.canvas, drawing.dpi
    assert isinstance(canvas, FigureCanvasAgg)
    drawing.dpi = dpi
    try:
        canvas.draw()  # type: ignore[no-untyped-call]
        size = canvas.get_width_height(physical=True)
        pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        image = frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).convert("RGB")
    finally:
        drawing.dpi = before
    info = PngInfo()
    for name, text in metadata.items():
        info.add_itxt(name, text or "")
    image.save(contents, "PNG", compress_level=3, dpi=(dpi, dpi), pnginfo=info)


def separate_pdfs(drawings: Sequence[Drawing], titles: Sequence[str]) -> list[bytes]:
    """Return a PDF file of each drawing.

    They are written as one and taken apart, because reducing the font to the
    letters used takes longer than all the drawing and is done once so.
    """
    from pypdf import PdfReader, PdfWriter

    files = []
    for page, title in zip(PdfReader(BytesIO(vector_pages(drawings))).pages, titles, strict=True):
        writer, contents = PdfWriter(), BytesIO()
        writer.add_page(page)
        writer.metadata = {"/Title": title, "/Creator": f"Sjögren Desktop {__version__}"}
        writer.write(contents)
        files.append(contents.getvalue())
    return files


def vector_pages(drawings: Iterable[Drawing]) -> bytes:
    """Return drawings as the pages of one PDF file, in which the font is embedded once."""
    from matplotlib.backends.backend_pdf import PdfPages

    contents = BytesIO()
    creator = {"Creator": f"Sjögren Desktop {__version__}", "CreationDate": None}
    with _settings(), PdfPages(contents, metadata=creator) as pages:
        for drawing in drawings:
            pages.savefig(drawing)
    return contents.getvalue()


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


@contextmanager
def _settings() -> Iterator[None]:
    """Use matplotlib's own defaults with ours on top, and put the old ones back."""
    import matplotlib

    _register_fonts()
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                # What Liberation Sans does not have, such as Asian letters, DejaVu Sans may;
                # both are always there.
                "font.family": [FAMILY, "DejaVu Sans"],
                "font.size": 8.0,
                "axes.labelsize": _LABEL_SIZE,
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
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as NewDrawing

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
    drawing = NewDrawing(figsize=(width_mm / _MM, height_mm / _MM), facecolor=_INK.background)
    FigureCanvasAgg(drawing)
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
        _draw_lines(axes, figure, text_mm, plot_mm)
    elif isinstance(figure, ForestFigure):
        _draw_forest(axes, figure)
    elif isinstance(figure, MapFigure):
        draw_map(axes, figure)
    elif isinstance(figure, ScatterFigure):
        _draw_points(axes, figure, text_mm)
    elif isinstance(figure, FlowFigure):
        draw_flow(axes, figure, text_mm)
    elif isinstance(figure, GraphFigure):
        draw_graph(axes, figure, text_mm, plot_mm)
    else:
        _draw_rows(axes, figure, text_mm)
    write_caption(drawing, lines, width_mm, height_mm)
    # Each file format would lay the same drawing out again, which takes half of the time.
    engine = drawing.get_layout_engine()
    assert engine is not None
    engine.execute(drawing)
    drawing.set_layout_engine("none")
    return drawing


def _plot_height(figure: Figure, text_mm: float) -> float:
    """Return a fitting height of the plot in millimetres."""
    if isinstance(figure, LineFigure):
        return 90.0
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


def _draw_lines(axes: Axes, figure: LineFigure, text_mm: float, plot_mm: float) -> None:
    if figure.reference_y is not None:
        axes.axhline(figure.reference_y, color=_INK.faint, linewidth=0.7, zorder=1)
    spacing = least_spacing([x for series in figure.series for x in series.x])
    for index, series in enumerate(figure.series):
        if figure.steps:
            _draw_steps(axes, series)
        else:
            _draw_series(axes, series, dodge(index, len(figure.series), spacing))
    if figure.x_ticks:
        axes.set_xticks([x for x, _ in figure.x_ticks], [label for _, label in figure.x_ticks])
        _turn_labels(axes, [label for _, label in figure.x_ticks], text_mm)
    axes.set_xlabel(figure.x_label)
    axes.set_ylabel("\n".join(wrapped(figure.y_label, _LABEL_SIZE, 0.6 * plot_mm)))
    axes.grid(axis="y", color=_INK.grid, linewidth=0.4)
    _finish(axes, [series.name for series in figure.series], text_mm - 12.0)


def _draw_series(axes: Axes, series: Series, shift: float) -> None:
    look = style(series.style)
    x = [value + shift for value in series.x]
    y = [_number(value) for value in series.y]
    line = (0, look.dash) if look.dash else "solid"
    if series.lower and series.upper:
        limits = zip(x, map(_number, series.lower), map(_number, series.upper), strict=True)
        whole = [(at, low, high) for at, low, high in limits if isfinite(low + high)]
        if whole:
            at, low, high = (list(part) for part in zip(*whole, strict=True))
            axes.vlines(at, low, high, colors=look.color, linewidth=0.8, zorder=2)
            axes.plot(
                at + at,
                low + high,
                color=look.color,
                linestyle="none",
                marker="_",
                markersize=4,
                markeredgewidth=0.8,
                zorder=2,
            )
    axes.plot(
        x,
        y,
        color=look.color,
        linestyle=line,
        linewidth=1.2,
        dash_capstyle="butt",
        marker=look.marker,
        markersize=4.5,
        markeredgecolor=_INK.background,
        markeredgewidth=0.4,
        label=series.name,
        zorder=3,
    )


def _draw_steps(axes: Axes, series: Series) -> None:
    look = style(series.style)
    axes.plot(
        series.x,
        [_number(value) for value in series.y],
        drawstyle="steps-post",
        color=look.color,
        linestyle=(0, look.dash) if look.dash else "solid",
        linewidth=1.2,
        dash_capstyle="butt",
        label=series.name,
        zorder=3,
    )


def _draw_points(axes: Axes, figure: ScatterFigure, text_mm: float) -> None:
    if figure.log:
        axes.set_xscale("log")
        axes.set_yscale("log")
    for x in figure.reference_x:
        axes.axvline(x, color=_INK.faint, linewidth=0.7, linestyle=(0, (4.0, 2.0)), zorder=1)
    for y in figure.reference_y:
        axes.axhline(y, color=_INK.faint, linewidth=0.7, linestyle=(0, (4.0, 2.0)), zorder=1)
    for series in figure.series:
        look = style(series.style)
        axes.plot(
            [_number(value) for value in series.x],
            [_number(value) for value in series.y],
            color=look.color,
            linestyle="none",
            marker=look.marker,
            markersize=4,
            markeredgecolor=_INK.background,
            markeredgewidth=0.4,
            label=series.name,
            zorder=2,
        )
    if figure.ticks:
        axes.minorticks_off()
        texts = [f"{tick:g}" for tick in figure.ticks]
        axes.set_xticks(figure.ticks, texts)
        axes.set_yticks(figure.ticks, texts)
    if figure.quadrants:
        corners = ((0.99, 0.99), (0.01, 0.99), (0.99, 0.01), (0.01, 0.01))
        counts = figure.in_quadrants(figure.reference_x[0], figure.reference_y[0])
        for (x, y), numbers in zip(corners, counts, strict=True):
            said = ", ".join(f"{s.name} {c}" for s, c in zip(figure.series, numbers, strict=True))
            axes.text(
                x,
                y,
                f"{sum(numbers)} ({said})",
                transform=axes.transAxes,
                ha="right" if x > 0.5 else "left",
                va="top" if y > 0.5 else "bottom",
                fontsize=7.0,
                color=_INK.faint,
            )
    axes.set_xlabel(figure.x_label)
    axes.set_ylabel(figure.y_label)
    _finish(axes, [series.name for series in figure.series], text_mm - 12.0)


def _draw_forest(axes: Axes, figure: ForestFigure) -> None:
    axes.axvline(figure.reference_x, color=_INK.faint, linewidth=0.7, zorder=1)
    reached = [figure.reference_x]
    for place, row in enumerate(figure.rows):
        look = style(row.style)
        low, high, middle = (_number(v) for v in (row.lower, row.upper, row.estimate))
        reached += [v for v in (low, high, middle) if isfinite(v)]
        if isfinite(low + high):
            axes.hlines(place, low, high, colors=look.color, linewidth=1.2, zorder=2)
            axes.plot(
                [low, high],
                [place, place],
                color=look.color,
                linestyle="none",
                marker="|",
                markersize=5,
                markeredgewidth=1.0,
                zorder=2,
            )
        axes.plot([middle], [place], color=look.color, marker=look.marker, markersize=6, zorder=3)
    reach = max(reached) - min(reached) or 1.0
    axes.set_xlim(min(reached) - 0.08 * reach, max(reached) + 0.08 * reach)
    axes.set_yticks(range(len(figure.rows)), [row.label for row in figure.rows])
    axes.set_ylim(len(figure.rows) - 0.4, -0.6)
    margin = axes.twinx()
    margin.set_ylim(axes.get_ylim())
    margin.set_yticks(range(len(figure.rows)), [row.text for row in figure.rows])
    for side in (axes, margin):
        side.tick_params(axis="y", length=0)
        side.spines[["left", "right", "top"]].set_visible(False)
    axes.set_xlabel(figure.x_label)
    _write_favours(axes, figure)


def _write_favours(axes: Axes, figure: ForestFigure) -> None:
    """Write under the axis, at either side of the reference line, whom it favours."""
    before, after = figure.favours
    if not before and not after:
        return
    axes.xaxis.labelpad = 14
    for text, move, side in ((f"← {before}", -6, "right"), (f"{after} →", 6, "left")):
        if text.strip("←→ "):
            axes.annotate(
                text,
                xy=(figure.reference_x, 0),
                xycoords=("data", "axes fraction"),
                xytext=(move, -18),
                textcoords="offset points",
                ha=side,
                va="top",
                fontsize=7.5,
                color=_INK.faint,
                annotation_clip=False,
            )


def _draw_bars(axes: Axes, figure: BarFigure, text_mm: float) -> None:
    thick = 0.8 / (1 if figure.mirrored else max(1, len(figure.series)))
    for index, series in enumerate(figure.series):
        look = style(series.style)
        middle = 0.0 if figure.mirrored else (index - (len(figure.series) - 1) / 2) * thick
        sign = -1.0 if figure.mirrored and index == 0 else 1.0
        axes.barh(
            [place + middle for place in range(len(figure.categories))],
            [sign * _number(value) for value in series.x],
            height=0.92 * thick,
            color=look.color,
            hatch=look.hatch,
            edgecolor=_INK.background,
            linewidth=0,
            label=series.name,
            zorder=2,
        )
    if figure.mirrored:
        axes.axvline(0, color=_INK.faint, linewidth=0.7)
        end = max([1.0, *(v for series in figure.series for v in series.x if isfinite(v))])
        steps = [end * k / 2 for k in range(-2, 3)]
        axes.set_xticks(steps, [f"{abs(at):.3g}" for at in steps])
    axes.set_yticks(range(len(figure.categories)), list(figure.categories))
    axes.set_ylim(len(figure.categories) - 0.45, -0.55)
    axes.tick_params(axis="y", length=0)
    axes.set_xlabel(figure.x_label)
    axes.grid(axis="x", color=_INK.grid, linewidth=0.4, zorder=0)
    axes.set_axisbelow(True)
    labels_mm = max((text_width(name, 7.5) for name in figure.categories), default=0.0)
    _finish(axes, [series.name for series in figure.series], text_mm - labels_mm - 3.0)


def _draw_rows(
    axes: Axes, figure: BarFigure | DotFigure | GridFigure | LaneFigure | BoxFigure, text_mm: float
) -> None:
    if isinstance(figure, BarFigure):
        _draw_bars(axes, figure, text_mm)
        return
    draw_other(axes, figure)
    if not isinstance(figure, GridFigure):
        room = text_mm - 12.0 - _rows_width(figure)
        _finish(axes, [series.name for series in figure.series], room)


def _rows_width(figure: Figure) -> float:
    """Return the width of the names at the left, in millimetres."""
    names: tuple[str, ...] = ()
    if isinstance(figure, DotFigure):
        names = figure.categories
    elif isinstance(figure, LaneFigure):
        names = tuple(lane.label for lane in figure.lanes)
    return max((text_width(name, 7.5) for name in names), default=0.0)


def _finish(axes: Axes, names: Sequence[str], room_mm: float) -> None:
    """Take away the frame the data do not need, and put the legend above them."""
    axes.spines[["right", "top"]].set_visible(False)
    if not any(names):
        return
    # An entry takes its text, its handle and the gaps: about 16 mm beside the text.
    widths = [text_width(name, 7.5) + 16.0 for name in names]
    columns = len(names) if sum(widths) <= room_mm else int(room_mm // max(widths))
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(0.0, 1.01),
        ncols=max(1, columns),
        frameon=False,
        borderaxespad=0.3,
        handlelength=3.6,
        columnspacing=1.5,
    )


def _turn_labels(axes: Axes, labels: Sequence[str], text_mm: float) -> None:
    """Turn the labels of the axis when they would meet side by side."""
    needed = sum(text_width(label, 7.5) + 2.0 for label in labels)
    if needed > text_mm - 14.0:
        axes.tick_params(axis="x", rotation=45)
        for label in axes.get_xticklabels():
            label.set_horizontalalignment("right")
            label.set_rotation_mode("anchor")


def _number(value: float | None) -> float:
    """Return the value for drawing, where what is not estimable leaves a gap."""
    return nan if value is None or not isfinite(value) else float(value)

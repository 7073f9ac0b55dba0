"""Printed figures: exact size, all data in place, readable, reproducible."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from math import nan
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pytest
from matplotlib.figure import Figure as Drawing
from matplotlib.text import Text
from PIL import Image

from sjogren_desktop.export.figures import PNG_DPI, SUFFIXES, draw, render, write_figure
from sjogren_desktop.export.studio import Drawn, Studio
from sjogren_desktop.figures import BarFigure, Figure, ForestFigure, ForestRow, LineFigure, Series
from sjogren_desktop.palette import dodge, style
from sjogren_desktop.results import AnalysisError, Column, Result
from tests.samples import ARMS, sample_ae_result, sample_mmrm_result

MMRM, EVENTS = sample_mmrm_result(), sample_ae_result()
SAMPLES = [(f, MMRM) for f in MMRM.figures] + [(f, EVENTS) for f in EVENTS.figures]


def _texts(drawing: Drawing) -> list[str]:
    """Return every text that is drawn."""
    drawing.canvas.draw()  # type: ignore[no-untyped-call]
    return [t.get_text() for t in _drawn(drawing)]


def _drawn(drawing: Drawing) -> list[Text]:
    """Return the texts that are drawn; ticks past the ends of an axis are not."""
    beyond = {
        id(tick.label1)
        for axes in drawing.axes
        for axis in (axes.xaxis, axes.yaxis)
        for tick in axis.get_major_ticks()
        if not min(axis.get_view_interval()) <= tick.get_loc() <= max(axis.get_view_interval())
    }
    found = (t for t in drawing.findobj(Text) if isinstance(t, Text))
    return [t for t in found if t.get_text() and t.get_visible() and id(t) not in beyond]


def _line() -> LineFigure:
    figure = MMRM.figures[0]
    assert isinstance(figure, LineFigure)
    return figure


@pytest.mark.parametrize(("figure", "result"), SAMPLES)
def test_that_a_png_has_the_size_asked_for(tmp_path: Path, figure: Figure, result: Result) -> None:
    write_figure(tmp_path / "f.png", figure, result, width_mm=160, height_mm=120)

    data = (tmp_path / "f.png").read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    dots_per_metre = struct.unpack(">II", data[data.index(b"pHYs") + 4 :][:8])
    assert (width, height) == (int(160 / 25.4 * 300), int(120 / 25.4 * 300))
    assert dots_per_metre == (11811, 11811)  # 300 dots per inch


@pytest.mark.parametrize(("figure", "result"), SAMPLES)
def test_that_an_svg_has_the_size_asked_for(tmp_path: Path, figure: Figure, result: Result) -> None:
    write_figure(tmp_path / "f.svg", figure, result, width_mm=160, height_mm=120)

    root = ElementTree.parse(tmp_path / "f.svg").getroot()
    points = [float(root.attrib[side].removesuffix("pt")) for side in ("width", "height")]
    assert points == pytest.approx([160 / 25.4 * 72, 120 / 25.4 * 72], abs=1e-4)
    assert not root.findall(".//{http://www.w3.org/2000/svg}image")  # vectors only


@pytest.mark.parametrize(("figure", "result"), SAMPLES)
def test_that_a_pdf_is_vectors_with_its_fonts(
    tmp_path: Path, figure: Figure, result: Result
) -> None:
    write_figure(tmp_path / "f.pdf", figure, result, width_mm=160, height_mm=120)

    data = (tmp_path / "f.pdf").read_bytes()
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", data)
    assert data.startswith(b"%PDF-1.")
    assert box is not None
    assert [float(v) for v in box.groups()] == pytest.approx(
        [160 / 25.4 * 72, 120 / 25.4 * 72], abs=0.01
    )
    assert data.count(b"/FontFile2") >= 2  # regular and bold, as TrueType
    assert b"/Subtype /Image" not in data
    assert b"/Type3" not in data


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_that_output_is_the_same_each_time(suffix: str) -> None:
    figure = _line()

    files = [render(draw(figure, result=MMRM), suffix, title=figure.title) for _ in range(2)]

    assert files[0] == files[1]
    assert not re.search(rb"(CreationDate|dc:date|tIME)", files[0])


@pytest.mark.parametrize(("figure", "result"), SAMPLES)
def test_that_the_caption_says_what_the_picture_shows(figure: Figure, result: Result) -> None:
    block = " ".join(_texts(draw(figure, result=result)))

    assert figure.title in block
    assert f"{result.study}. Population: {result.population} (N: " in block
    for sentence in figure.caption:
        assert sentence in block
    for name, value in result.method:
        assert f"{name}: {value}" in block
    assert "Sjögren Desktop 0." in block
    assert "SYNTHETIC DATA: simulated, not observed in any trial." in block


def test_that_real_data_bear_no_mark() -> None:
    real = replace(MMRM, synthetic=False)

    assert not [t for t in _texts(draw(_line(), result=real)) if "SYNTHETIC" in t]


@pytest.mark.parametrize(("figure", "result"), SAMPLES)
def test_that_no_text_leaves_the_picture_or_meets_another(figure: Figure, result: Result) -> None:
    drawing = draw(figure, result=result)
    drawing.dpi = PNG_DPI  # as printed; at 100 dpi the screen's hinting widens letters by 6 %
    drawing.canvas.draw()  # type: ignore[no-untyped-call]
    boxes = [(t.get_text(), t.get_window_extent()) for t in _drawn(drawing)]

    for text, box in boxes:
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= drawing.bbox.x1, text
        assert box.y1 <= drawing.bbox.y1, text
    for i, (text, box) in enumerate(boxes):
        for other, beside in boxes[i + 1 :]:
            across = min(box.x1, beside.x1) - max(box.x0, beside.x0)
            along = min(box.y1, beside.y1) - max(box.y0, beside.y0)
            assert across <= 1 or along <= 1, (text, other)


def test_that_series_keep_colour_symbol_and_dash_of_their_style() -> None:
    axes = draw(_line(), result=MMRM).axes[0]

    lines = {str(line.get_label()): line for line in axes.lines if line.get_label() in ARMS}

    assert list(lines) == list(ARMS)
    for index, name in enumerate(ARMS):
        assert lines[name].get_color() == style(index).color
        assert lines[name].get_marker() == style(index).marker
    assert lines[ARMS[0]].get_linestyle() == "-"
    assert lines[ARMS[1]].get_linestyle() == "--"


def test_that_error_bars_stand_side_by_side() -> None:
    axes = draw(_line(), result=MMRM).axes[0]

    first = [
        np.asarray(line.get_xdata(), dtype=float)[0]
        for line in axes.lines
        if line.get_label() in ARMS
    ]

    assert first == pytest.approx([4 - 0.64, 4.0, 4 + 0.64])


def test_that_the_data_are_drawn_unrounded() -> None:
    figure = _line()
    axes = draw(figure, result=MMRM).axes[0]

    drawn = next(line for line in axes.lines if line.get_label() == ARMS[2])
    bars = axes.collections[2].get_segments()  # type: ignore[attr-defined]

    assert tuple(np.asarray(drawn.get_ydata(), dtype=float)) == figure.series[2].y
    assert [b[0][1] for b in bars] == list(figure.series[2].lower)
    assert [b[1][1] for b in bars] == list(figure.series[2].upper)


def test_that_a_missing_value_leaves_a_gap() -> None:
    series = _line().series[0]
    holed = replace(
        series,
        y=(nan, *series.y[1:]),
        lower=(nan, *series.lower[1:]),
        upper=(nan, *series.upper[1:]),
    )

    axes = draw(replace(_line(), series=(holed,))).axes[0]

    assert len(axes.collections[0].get_segments()) == 11  # type: ignore[attr-defined]


def test_that_a_figure_without_any_value_is_still_drawn() -> None:
    empty_line = replace(_line(), series=(), x_ticks=())
    empty_forest = ForestFigure("f", "Nothing", "x", ())
    empty_bars = BarFigure("b", "Nothing", "x", (), ())

    for figure in (empty_line, empty_forest, empty_bars):
        assert render(draw(figure), ".png").startswith(b"\x89PNG")


def test_that_the_forest_shows_rows_from_the_top_with_their_texts() -> None:
    figure = MMRM.figures[1]
    assert isinstance(figure, ForestFigure)

    left, right = draw(figure, result=MMRM).axes
    labels = [t.get_text() for t in left.get_yticklabels()]
    texts = [t.get_text() for t in right.get_yticklabels()]

    assert labels == [row.label for row in figure.rows]
    assert texts == [row.text for row in figure.rows]
    assert left.get_ylim()[0] > left.get_ylim()[1]
    low, high = left.get_xlim()
    assert low < min(r.lower for r in figure.rows if r.lower is not None)
    assert high > max(0.0, *(r.upper for r in figure.rows if r.upper is not None))


def test_that_whom_a_side_favours_stands_on_that_side() -> None:
    drawing = draw(MMRM.figures[1], result=MMRM)
    drawing.canvas.draw()  # type: ignore[no-untyped-call]
    axes = drawing.axes[0]
    zero = axes.transData.transform((0, 0))[0]

    before, after = (t.get_window_extent() for t in axes.texts)

    assert axes.texts[0].get_text() == "← Favours ianalumab"
    assert before.x1 < zero < after.x0


def test_that_bars_of_a_category_do_not_overlap() -> None:
    axes = draw(EVENTS.figures[0], result=EVENTS).axes[0]

    bars = sorted((p.get_y(), p.get_y() + p.get_height()) for p in axes.patches)  # type: ignore[attr-defined]

    assert len(bars) == 6 * 3
    assert all(end <= start + 1e-9 for (_, end), (start, _) in pairwise(bars))
    assert len({p.get_hatch() for p in axes.patches}) == 3


def test_that_a_dollar_sign_is_not_read_as_mathematics() -> None:
    figure = replace(_line(), title="Cost of $x^2$ in $")

    assert "Cost of $x^2$ in $" in _texts(draw(figure))
    assert render(draw(figure), ".png").startswith(b"\x89PNG")


def test_that_many_long_visit_names_are_turned() -> None:
    figure = replace(
        _line(), x_ticks=tuple((x, f"Treatment week {x:g}") for x in _line().series[0].x)
    )

    drawing = draw(figure)
    drawing.canvas.draw()  # type: ignore[no-untyped-call]

    assert {t.get_rotation() for t in drawing.axes[0].get_xticklabels()} == {45.0}


def test_that_a_long_method_gives_way_to_the_plot() -> None:
    wordy = replace(MMRM, method=tuple((f"Item {i}", "word " * 60) for i in range(12)))

    texts = _texts(draw(_line(), result=wordy, height_mm=100))

    assert "Method: see the table of this analysis." in texts
    assert not [t for t in texts if "Item 3" in t]


def test_that_too_small_a_picture_is_refused() -> None:
    with pytest.raises(AnalysisError, match="larger size"):
        draw(_line(), result=MMRM, width_mm=60)
    with pytest.raises(AnalysisError, match="larger size"):
        draw(_line(), result=MMRM, height_mm=50)


def test_that_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"\.png, \.svg, \.pdf"):
        write_figure(tmp_path / "f.bmp", _line())

    assert list(tmp_path.iterdir()) == []


def test_that_the_arms_stay_apart_in_grey() -> None:
    picture = Image.open(BytesIO(render(draw(EVENTS.figures[0], result=EVENTS), ".png")))

    levels = {round(picture.convert("L").getpixel(p)) for p in _bar_pixels(picture)}  # type: ignore[arg-type]

    ordered = sorted(levels)
    assert len(ordered) == 3
    assert all(b - a >= 25 for a, b in pairwise(ordered))


def _bar_pixels(picture: Image.Image) -> list[tuple[int, int]]:
    """Return one pixel of each arm's colour."""
    pixels = np.asarray(picture.convert("RGB"))
    found = []
    for index in range(3):
        rgb = np.array([int(style(index).color[i : i + 2], 16) for i in (1, 3, 5)])
        y, x = np.argwhere((pixels == rgb).all(axis=2))[0]
        found.append((int(x), int(y)))
    return found


def test_that_drawing_changes_no_setting_of_matplotlib() -> None:
    matplotlib.rcParams["font.size"] = 17.0
    before = dict(matplotlib.rcParams)
    try:
        render(draw(_line(), result=MMRM), ".pdf")

        assert dict(matplotlib.rcParams) == before
    finally:
        matplotlib.rcdefaults()


def test_that_a_users_own_settings_do_not_show() -> None:
    plain = render(draw(_line(), result=MMRM), ".png")
    matplotlib.rcParams["font.size"] = 17.0
    try:
        assert render(draw(_line(), result=MMRM), ".png") == plain
    finally:
        matplotlib.rcdefaults()


def test_that_importing_the_exports_loads_no_drawing_library() -> None:
    code = (
        "import sys, sjogren_desktop.export.bundle\n"
        "heavy = {'matplotlib', 'openpyxl', 'PIL', 'numpy', 'pandas', 'PySide6'}\n"
        "print(', '.join(sorted(heavy & set(sys.modules))))"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (run.stdout.strip(), run.stderr) == ("", "")


def test_that_drawing_needs_neither_pyplot_nor_qt() -> None:
    code = (
        "import sys\n"
        "from tests.samples import sample_mmrm_result\n"
        "from sjogren_desktop.export.figures import draw, render\n"
        "r = sample_mmrm_result()\n"
        "for s in ('.png', '.svg', '.pdf'): render(draw(r.figures[0], result=r), s)\n"
        "print(', '.join(sorted({'matplotlib.pyplot', 'PySide6'} & set(sys.modules))))"
    )

    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )

    assert (run.stdout.strip(), run.stderr) == ("", "")


def test_that_pdf_text_can_be_found() -> None:
    data = render(draw(_line(), result=MMRM), ".pdf")

    maps = [
        zlib.decompress(stream)
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
        if stream[:1] == b"x"
    ]

    assert any(b"beginbfrange" in m or b"beginbfchar" in m for m in maps)  # glyphs to letters


def test_that_a_forest_of_one_row_has_room_under_a_caption_of_any_length() -> None:
    # The sum of both heights less that of the caption may be a digit short of the least height.
    figure = ForestFigure("one", "One row", "Difference", (ForestRow("Drug", 1.0, 0.5, 1.5),))

    for words in range(0, 400, 20):
        result = replace(MMRM, estimand=(("Population", "word " * words),))
        draw(figure, result=result)


def test_that_a_printed_curve_stays_in_place_and_has_a_band():
    weeks, grid = (0.0, 4.0, 8.0), tuple(0.5 * i for i in range(17))
    level = tuple(-0.2 * x for x in grid)
    limits = tuple(y - 1 for y in level), tuple(y + 1 for y in level)
    figure = LineFigure(
        "mixed",
        "Means and a curve",
        "Week",
        "Change",
        (
            Series("A", 0, weeks, (0.0, -1.0, -2.0)),
            Series("B", 1, weeks, (0.0, -2.0, -3.0)),
            Series("Curve", 2, grid, level, *limits, curve=True),
        ),
    )

    (axes,) = draw(figure).axes

    at = {line.get_label(): list(line.get_xdata()) for line in axes.lines}
    assert at["A"] == pytest.approx([x + dodge(0, 2, 4.0) for x in weeks])
    assert at["B"] == pytest.approx([x + dodge(1, 2, 4.0) for x in weeks])
    assert at["Curve"] == pytest.approx(grid)
    assert len(axes.collections) == 1


def test_that_the_caption_counts_the_arms_of_the_population() -> None:
    counted = replace(
        MMRM,
        tables=(
            replace(
                MMRM.tables[0],
                rows=(),
                columns=(
                    Column("Placebo\n(N = 169)", {"ARM": "Placebo"}),
                    Column("Placebo\nMean", {"ARM": "Placebo"}),
                    Column("Drug\n(N=168)", {"ARM": "Drug"}),
                ),
            ),
        ),
    )

    block = " ".join(_texts(draw(_line(), result=counted)))
    told = draw(replace(_line(), caption=("N: as the picture says.",)), result=counted)

    assert f"{MMRM.population} (N: Placebo 169, Drug 168)." in block
    assert "Placebo 169" not in " ".join(_texts(told))


def test_that_figures_of_a_run_tell_its_data_cut() -> None:
    studio = Studio(1, cut_off="2026-03-31")
    studio.add(0, MMRM)

    made = studio.finish()[0, 0]

    assert isinstance(made, Drawn)
    assert b"Data cut-off: 2026-03-31." in made.svg

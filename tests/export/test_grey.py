"""Printed figures turned to grey: series differ by shape, and stand out from white paper."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from PIL import Image

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.export.figures import draw, render
from sjogren_desktop.figures import (
    BoxFigure,
    DotFigure,
    Figure,
    ForestFigure,
    GridFigure,
    LaneFigure,
    LineFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.palette import style
from tests.demo_study import demo_study
from tests.more_figures import FIGURES
from tests.samples import sample_ae_result, sample_mmrm_result

SCATTER = ScatterFigure(
    "points",
    "Points",
    "Before",
    "After",
    (Series("Placebo", 0, (1.0, 2.0), (1.0, 3.0)), Series("Drug", 1, (1.5,), (2.0,))),
    (("S1", "S2"), ("S3",)),
)
STEPS = LineFigure(
    "steps",
    "Curves",
    "Day",
    "Share",
    (Series("Placebo", 0, (0.0, 1.0), (1.0, 0.5)), Series("Drug", 1, (0.0, 1.0), (0.9, 0.7))),
    steps=True,
)
KINDS = (*sample_mmrm_result().figures, *sample_ae_result().figures, SCATTER, STEPS, *FIGURES)


@pytest.mark.parametrize("figure", KINDS, ids=lambda f: f"{type(f).__name__}-{f.key}")
def test_that_series_can_be_told_apart_and_seen_in_grey(figure: Figure) -> None:
    check(figure)


@pytest.mark.slow
@pytest.mark.parametrize("key", [a.key for a in ANALYSES])
def test_that_figures_of_the_demonstration_study_can_be_read_in_grey(key: str) -> None:
    result = catalogue.run(catalogue.find(key), demo_study(), {})

    for figure in {type(f): f for f in result.figures}.values():
        check(figure)


def test_that_series_alike_but_for_their_colour_would_be_noticed() -> None:
    shapes = [shape_of(Line2D([], [], color=c, marker="o")) for c in ("#000000", "#0063b1")]

    assert shapes[0] == shapes[1]
    assert contrast_with_white(grey_of((217, 104, 0))) < contrast_with_white(grey_of((0, 99, 177)))
    assert contrast_with_white(grey_of((255, 190, 120))) < 3.0


def check(figure: Figure) -> None:
    drawing = draw(figure)
    shapes = [shape_of(handle) for handle in handles(drawing.axes)]
    assert len(set(shapes)) == len(shapes), f"{figure.key}: {shapes}"
    picture = Image.open(BytesIO(render(drawing, ".png"))).convert("RGB")
    pixels, grey = np.asarray(picture), np.asarray(picture.convert("L"))
    for number in styles_of(figure):
        color = style(number).color
        own = (pixels == [int(color[i : i + 2], 16) for i in (1, 3, 5)]).all(axis=2)
        assert own.any(), f"{figure.key}: nothing is drawn in {color}"
        # 3:1 is what WCAG 2.2 (1.4.11) asks of graphics.
        assert contrast_with_white(int(grey[own].max())) >= 3.0, f"{figure.key}: {color}"


def handles(axes: Iterable[Axes]) -> list[object]:
    return [handle for one in axes for handle in one.get_legend_handles_labels()[0]]


def shape_of(handle: object) -> tuple[object, ...]:
    """Return what of a legend's mark is left without colour."""
    if isinstance(handle, ErrorbarContainer | BarContainer):
        handle = handle[0]
    if isinstance(handle, Line2D):
        return (str(handle.get_marker()), handle.get_linestyle(), str(handle._dash_pattern))
    assert isinstance(handle, Patch), handle
    return ("patch", handle.get_hatch() or "")


def styles_of(figure: Figure) -> set[int]:
    """Return the styles of everything that has one and a value."""
    if isinstance(figure, GridFigure):
        return set()
    if isinstance(figure, ForestFigure):
        return {row.style for row in figure.rows if row.estimate is not None}
    if isinstance(figure, LaneFigure):
        return {span.style for lane in figure.lanes for span in lane.spans}
    if isinstance(figure, BoxFigure):
        return {one.style for one in figure.series if one.boxes}
    if isinstance(figure, ScatterFigure | DotFigure):
        return {one.style for one in figure.series if one.x}
    series = getattr(figure, "series", ())
    return {one.style for one in series if any(v == v and v != 0 for v in (*one.x, *one.y))}


def grey_of(color: tuple[int, int, int]) -> int:
    return int(np.asarray(Image.new("RGB", (1, 1), color).convert("L"))[0, 0])


def contrast_with_white(level: int) -> float:
    """Return the contrast of a grey level with white paper, as WCAG 2.2 defines it."""
    share = level / 255
    luminance = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return 1.05 / (luminance + 0.05)

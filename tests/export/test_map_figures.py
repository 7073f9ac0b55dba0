"""Maps and step curves in print: shades by band, the line, the frame, and steps."""

from __future__ import annotations

import io

import numpy as np
import pytest
from matplotlib import image

from sjogren_desktop.export.figures import draw, render
from sjogren_desktop.figures import LineFigure, MapFigure, Series
from sjogren_desktop.palette import THEMES, shade

MAP = MapFigure(
    "map",
    "A map",
    "Across",
    "Up",
    "p value",
    x=(0.0, 1.0, 2.0),
    y=(0.0, 1.0),
    values=((0.001, 0.2), (0.02, 0.3), (0.5, 0.6)),
    bands=(0.01, 0.05),
    contour=(((0.5, 0.0), (0.5, 1.0)),),
    region=(0.0, 1.0, 0.0, 1.0),
)


def test_that_a_value_is_in_the_band_its_bounds_say() -> None:
    assert [[MAP.band(i, j) for j in range(2)] for i in range(3)] == [[0, 2], [1, 2], [2, 2]]


def test_that_values_that_do_not_fit_the_grid_are_a_mistake() -> None:
    for values in (((1.0, 2.0),), ((1.0,), (1.0,), (1.0,))):
        with pytest.raises(ValueError, match="do not fit the grid"):
            MapFigure("m", "t", "x", "y", "v", (0.0, 1.0, 2.0), (0.0, 1.0), values, (0.5,))


def test_that_shades_go_from_the_ground_to_the_full_colour() -> None:
    assert shade(0.0) == "#ffffff"
    assert shade(1.0) == THEMES["print"].arms[1]


def test_that_a_map_is_drawn_with_its_shades_line_and_frame() -> None:
    drawing = draw(MAP, width_mm=120, height_mm=110)

    (axes,) = drawing.axes
    (picture,) = axes.images
    shades = np.asarray(picture.get_array())
    assert shades.shape == (2, 3, 3)
    # The lowest value is darkest, and the highest band is the ground.
    assert shades[0, 0].sum() < shades[0, 1].sum() < shades[0, 2].sum() == pytest.approx(3.0)
    assert picture.get_extent() == [-0.5, 2.5, -0.5, 1.5]
    lines = [np.column_stack(line.get_data()).tolist() for line in axes.lines[2:]]
    assert lines[0] == [[0.5, 0.0], [0.5, 1.0]]
    assert lines[1][0] == lines[1][-1] == [0.0, 0.0]
    assert image.imread(io.BytesIO(render(drawing, ".png"))).shape[2] == 3


def test_that_steps_are_drawn_without_symbols() -> None:
    series = Series("Drug", 1, (0.0, 10.0, 20.0), (100.0, 90.0, 70.0))
    figure = LineFigure("km", "Staying", "Day", "Percent", (series,), steps=True)

    (axes,) = draw(figure).axes

    (line,) = axes.lines
    assert line.get_drawstyle() == "steps-post"
    assert line.get_marker() == "None"

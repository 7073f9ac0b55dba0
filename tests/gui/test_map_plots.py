"""Maps and step curves on the screen."""

from __future__ import annotations

from dataclasses import replace

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.gui.plots import FigurePlot
from tests.export.test_map_figures import MAP


@pytest.fixture
def plot(qtbot: QtBot) -> FigurePlot:
    made = FigurePlot()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def test_that_a_map_shows_its_cells_and_tells_their_values(plot: FigurePlot) -> None:
    plot.draw(MAP)

    (picture,) = [i for i in plot.getPlotItem().items if isinstance(i, pg.ImageItem)]
    assert picture.image.shape == (3, 2, 4)
    assert tuple(picture.levels) == (0, 255)
    assert picture.image[0, 0, :3].sum() < picture.image[1, 0, :3].sum()
    assert tuple(picture.image[2, 1, :3]) == (255, 255, 255)
    assert len(plot.marks) == 6
    assert plot.marks[0].text == "Across: 0\nUp: 0\np value: 0.001"
    lines = [i for i in plot.getPlotItem().items if isinstance(i, pg.PlotDataItem)]
    assert list(lines[0].xData) == [0.5, 0.5]
    assert list(lines[1].xData) == [0.0, 1.0, 1.0, 0.0, 0.0]


def test_that_the_pointer_finds_the_cell_of_a_map_wherever_it_is_in_it(plot: FigurePlot) -> None:
    texts = tuple(tuple(f"cell {i} {j}" for j in range(2)) for i in range(3))
    plot.draw(replace(MAP, texts=texts))
    box = plot.getViewBox()

    for x, y, said in ((0.4, 0.4, "cell 0 0"), (1.6, 0.6, "cell 2 1"), (2.0, 1.0, "cell 2 1")):
        mark = plot.mark_at(box.mapViewToScene(QPointF(x, y)))
        assert mark is not None
        assert mark.text.endswith(said)

    assert plot.mark_at(box.mapViewToScene(QPointF(5.0, 0.0))) is None


def test_that_a_survival_curve_is_drawn_as_steps(plot: FigurePlot) -> None:
    series = Series("Drug", 1, (0.0, 10.0, 20.0), (100.0, 90.0, 70.0))

    plot.draw(LineFigure("km", "Staying", "Day", "Percent", (series,), steps=True))

    (curve,) = [i for i in plot.getPlotItem().items if isinstance(i, pg.PlotDataItem)]
    assert list(curve.xData) == [0.0, 10.0, 10.0, 20.0, 20.0]
    assert list(curve.yData) == [100.0, 100.0, 90.0, 90.0, 70.0]
    assert plot.marks[1].text == "Drug\n10: 90.0"

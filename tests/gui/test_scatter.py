"""Scatter figures on the screen and in print: places, lines, ticks, and the pointer."""

import pyqtgraph as pg
import pytest

from sjogren_desktop.export.figures import draw
from sjogren_desktop.figures import ScatterFigure, Series
from sjogren_desktop.gui.legend import Legend
from sjogren_desktop.gui.plots import FigurePlot

SCATTER = ScatterFigure(
    "edish",
    "Liver tests",
    "Peak ALT",
    "Peak bilirubin",
    (Series("Placebo", 0, (1.0, 10.0), (0.1, 1.0)), Series("Drug", 1, (0.5,), (4.0,))),
    (("S1", "S2"), ("S3",)),
    (3.0,),
    (2.0,),
    True,
    (0.1, 1.0, 3.0, 10.0),
)


def test_that_points_and_lines_stand_at_their_logarithms_on_the_screen(qtbot):
    plot = FigurePlot()
    qtbot.addWidget(plot)
    plot.resize(600, 400)
    plot.show()

    plot.draw(SCATTER)

    drawn = [i for i in plot.getPlotItem().items if isinstance(i, pg.PlotDataItem)]
    assert [list(c.xData) for c in drawn] == [[0.0, 1.0], [pytest.approx(-0.30103)]]
    lines = [i.value() for i in plot.getPlotItem().items if isinstance(i, pg.InfiniteLine)]
    assert lines == [pytest.approx(0.4771213), pytest.approx(0.3010300)]
    assert plot.getAxis("bottom")._tickLevels[0][2] == (pytest.approx(0.4771213), "3")
    assert plot.marks[2].text == "Drug\nS3\nPeak ALT: 0.5\nPeak bilirubin: 4.0"
    legend = Legend(SCATTER)
    qtbot.addWidget(legend)
    assert len(legend.places(400)) == 2


def test_that_an_empty_scatter_is_drawn_without_complaint(qtbot):
    plot = FigurePlot()
    qtbot.addWidget(plot)
    plot.show()

    plot.draw(ScatterFigure("none", "None", "x", "y", (Series("A", 0, (), ()),), log=True))

    assert plot.marks == []


def test_that_print_has_logarithmic_axes_with_the_lines():
    (axes,) = draw(SCATTER).axes

    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
    points = {line.get_label(): line.get_xdata() for line in axes.lines}
    assert list(points["Placebo"]) == [1.0, 10.0]
    assert [t.get_text() for t in axes.get_xticklabels()] == ["0.1", "1", "3", "10"]
    assert any(list(line.get_xdata()) == [3.0, 3.0] for line in axes.lines)

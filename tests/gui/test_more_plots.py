"""The rarer figures on the screen: marks under the pointer, patients behind them, both themes."""

import pytest

from sjogren_desktop.gui.legend import Legend
from sjogren_desktop.gui.plots import FigurePlot
from tests.more_figures import FIGURES


@pytest.fixture
def plot(qtbot):
    widget = FigurePlot()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    return widget


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.key)
def test_that_every_kind_has_marks_that_tell_numbers_and_patients(plot, figure):
    plot.draw(figure)

    x_range, y_range = plot.viewRange()
    assert plot.marks
    for mark in plot.marks:
        assert x_range[0] <= mark.x <= x_range[1]
        assert y_range[0] <= mark.y <= y_range[1]
    told = {subject for mark in plot.marks for subject in mark.subjects}
    assert told == {"p1", "p2"}


def test_that_a_box_opens_all_its_patients(plot):
    plot.draw(next(f for f in FIGURES if f.key == "boxes"))

    assert [m.subjects for m in plot.marks if "median" in m.text] == [("p1", "p2"), ()]


def test_that_drawing_again_leaves_nothing_of_the_figure_before(plot):
    counts = []
    for _ in range(2):
        for figure in FIGURES:
            plot.draw(figure)
            counts.append((len(plot.marks), len(plot.getPlotItem().items)))

    assert counts[: len(FIGURES)] == counts[len(FIGURES) :]


def test_that_legends_name_the_series(qtbot):
    names = {}
    for figure in FIGURES:
        if figure.key != "grid":
            legend = Legend(figure)
            qtbot.addWidget(legend)
            names[figure.key] = legend.accessibleName()

    assert names["lanes"] == "Series shown: On treatment, Event"
    assert names["boxes"] == "Series shown: Placebo, Drug"

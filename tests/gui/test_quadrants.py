"""Cut-offs that are dragged: the numbers in the corners follow the lines."""

import pytest

from sjogren_desktop.export.figures import draw
from sjogren_desktop.figures import ScatterFigure, Series
from sjogren_desktop.gui.plots import FigurePlot
from tests.more_figures import FIGURES

LIVER = ScatterFigure(
    "edish",
    "Liver",
    "ALT (x ULN)",
    "Bilirubin (x ULN)",
    (
        Series("Placebo", 0, (1.0, 4.0, 3.0), (0.5, 0.5, 3.0)),
        Series("Drug", 1, (5.0, 0.5), (2.5, 2.0)),
    ),
    reference_x=(3.0,),
    reference_y=(2.0,),
    log=True,
    quadrants=True,
)


@pytest.fixture
def plot(qtbot):
    widget = FigurePlot()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    widget.draw(LIVER)
    return widget


def corners(plot):
    return [text.toPlainText() for text in plot.quadrants.texts]


def test_that_the_corners_count_what_is_beyond_the_lines():
    # A value at the cut-off (3.0, 2.0) is not beyond it.
    assert LIVER.in_quadrants(3.0, 2.0) == ((0, 1), (1, 0), (1, 0), (1, 1))


def test_that_dragging_a_line_counts_anew(plot):
    assert corners(plot)[0] == "1\nPlacebo 0\nDrug 1"

    vertical, horizontal = plot.quadrants.lines
    vertical.setValue(0.0)  # the logarithm of 1
    horizontal.setValue(-1.0)

    assert plot.quadrants.cut_offs() == (pytest.approx(1.0), pytest.approx(0.1))
    assert corners(plot)[0] == "3\nPlacebo 2\nDrug 1"
    assert corners(plot)[1] == "2\nPlacebo 1\nDrug 1"
    assert vertical.movable


def test_that_another_figure_takes_the_lines_away(plot):
    plot.draw(FIGURES[0])

    assert plot.quadrants is None


def test_that_print_has_the_numbers_at_the_cut_offs_chosen():
    (axes, *_) = draw(LIVER).axes

    assert axes.texts[0].get_text() == "1\nPlacebo 0\nDrug 1"


def test_that_no_point_lies_under_the_numbers_in_the_corners(plot):
    box = plot.getViewBox()
    (_, _), (bottom, top) = box.viewRange()
    high = max(t.boundingRect().height() for t in plot.quadrants.texts) * box.viewPixelSize()[1]

    for mark in plot.marks:
        assert bottom + high < mark.y < top - high

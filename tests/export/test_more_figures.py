"""The rarer figures in print: everything drawn lies in the picture, and files are written."""

import pytest

from sjogren_desktop.export.figures import SUFFIXES, draw, render
from sjogren_desktop.figures import BarFigure, GridFigure, ScatterFigure, Series
from tests.more_figures import FIGURES


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.key)
def test_that_every_kind_is_drawn_with_its_names(figure):
    drawing = draw(figure)

    (axes, *_) = drawing.axes
    said = {text.get_text() for text in (*axes.get_yticklabels(), *axes.get_xticklabels())}
    names = {
        "dots": {"Cough", "Rash"},
        "grid": {"Normal", "High"},
        "lanes": {"S1", "S2"},
        "boxes": {"Week 4"},
        "butterfly": {"Cough", "Rash"},
    }[figure.key]
    assert names <= said
    assert axes.get_xlabel().startswith(figure.x_label)
    for suffix in SUFFIXES:
        assert len(render(drawing, suffix, title=figure.title)) > 2000


def test_that_the_cells_of_a_grid_carry_their_texts():
    grid = next(f for f in FIGURES if f.key == "grid")

    (axes, *_) = draw(grid).axes

    assert [t.get_text() for t in axes.texts] == ["5 (50%)", "5 (50%)", "8 (80%)"]


def test_that_a_butterfly_has_its_first_series_to_the_left():
    butterfly = next(f for f in FIGURES if f.key == "butterfly")

    (axes, *_) = draw(butterfly).axes

    widths = [patch.get_width() for patch in axes.patches]
    assert widths == [-10.0, -5.0, 20.0, 2.0]
    assert {t.get_text() for t in axes.get_xticklabels()} == {"20", "10", "0"}


def test_that_heads_of_a_grid_are_folded_to_the_width_of_its_columns():
    # 84 letters across: 21 a column of four, 8 at least
    names = ("Placebo\nLow", "Tenletters 300 mg monthly\nHigh")
    row = ((1.0,) * 2,), (("1",) * 2,)
    few = GridFigure("grid", "", "", "", "", ("A",), names, *row)
    many = GridFigure("grid", "", "", "", "", ("A",), names * 8, *((v[0] * 8,) for v in row))

    assert few.heads() == names
    assert many.heads()[:2] == ("Placebo\nLow", "Tenletters\n300 mg\nmonthly\nHigh")


def test_that_a_butterfly_is_ticked_at_round_numbers():
    def ticks(most):
        series = (Series("A", 0, (most,), ()), Series("B", 1, (0.5,), ()))
        return BarFigure("b", "", "", ("Cough",), series, mirrored=True).mirrored_ticks()

    assert ticks(18.8) == (-15, -10, -5, 0, 5, 10, 15)
    assert ticks(4.0) == (-4, -2, 0, 2, 4)
    assert ticks(0.3) == (-1, -0.5, 0, 0.5, 1)


def test_that_named_points_of_a_scatter_are_named_in_print():
    figure = ScatterFigure(
        "v", "", "x", "y", (Series("A", 0, (-1.0, 3.0), (0.5, 2.0)),), labels=((3.0, 2.0, "Rash"),)
    )

    (axes, *_) = draw(figure).axes

    (name,) = axes.texts
    # It reaches towards the middle, so that the edge does not cut it.
    assert (name.get_text(), name.get_ha()) == ("Rash", "right")

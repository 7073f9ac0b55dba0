"""The rarer figures in print: everything drawn lies in the picture, and files are written."""

import pytest

from sjogren_desktop.export.figures import SUFFIXES, draw, render
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

"""Every number a figure is drawn from is told in full under the pointer, and when copied."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop.export.figure_data import figure_lines
from sjogren_desktop.figures import (
    BarFigure,
    Box,
    BoxFigure,
    BoxSeries,
    DotFigure,
    Figure,
    FlowFigure,
    ForestFigure,
    ForestRow,
    GraphFigure,
    GraphNode,
    GridFigure,
    Lane,
    LaneFigure,
    LineFigure,
    MapFigure,
    ScatterFigure,
    Series,
    Span,
)
from sjogren_desktop.gui.figure_bar import FigureBar
from sjogren_desktop.gui.plots import FigurePlot
from tests.samples import sample_ae_result

THIRDS = (1 / 3, 2 / 3)
LIMITS = (1 / 7, 1 / 9), (6 / 7, 8 / 9)
POINTS = Series("Drug", 1, THIRDS, (5 / 3, 7 / 3))
BOX, BEYOND = (1 / 7, 2 / 7, 3 / 7, 4 / 7, 5 / 7), (10 / 7, 11 / 7)
ROWS = tuple(
    ForestRow(name, value, low, high, "", 1)
    for name, value, low, high in zip("AB", THIRDS, *LIMITS, strict=True)
)
FIGURES: tuple[Figure, ...] = (
    LineFigure("l", "L", "Week", "Mean", (replace(POINTS, lower=LIMITS[0], upper=LIMITS[1]),)),
    LineFigure("s", "S", "Day", "Share", (POINTS,), steps=True),
    ForestFigure("f", "F", "Difference", ROWS),
    BarFigure("b", "B", "Percent", ("A", "B"), (Series("Drug", 1, THIRDS, ()),)),
    ScatterFigure("p", "P", "Before", "After", (POINTS,)),
    DotFigure("d", "D", "Percent", "Diff.", ("A", "B"), (Series("Drug", 1, THIRDS, ()),), (ROWS,)),
    MapFigure("m", "M", "Shift", "Other", "p", THIRDS, THIRDS, (LIMITS[0], LIMITS[1]), (0.5,)),
    MapFigure(
        "t",
        "T",
        "Shift",
        "Other",
        "p",
        THIRDS,
        THIRDS,
        (LIMITS[0], LIMITS[1]),
        (0.5,),
        texts=(("p 0.14", "p 0.11"), ("p 0.86", "p 0.89")),
    ),
    GridFigure(
        "g", "G", "After", "Before", "Percent", ("A",), ("B", "C"), (THIRDS,), (("1", "2"),)
    ),
    LaneFigure(
        "n", "N", "Day", (Lane("S1", (Span(*THIRDS, 0, "rash"), Span(8 / 3, 8 / 3, 1, "cough"))),)
    ),
    BoxFigure("x", "X", "Week", "IgG", (BoxSeries("Drug", 1, (Box(1 / 3, *BOX, BEYOND),)),)),
)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f"{type(f).__name__}-{f.key}")
def test_that_numbers_are_told_in_full(figure: Figure, qtbot: QtBot) -> None:
    plot = FigurePlot()
    qtbot.addWidget(plot)
    plot.resize(900, 400)
    plot.draw(figure)
    bar = FigureBar()
    qtbot.addWidget(bar)
    bar.set_figure(figure, sample_ae_result())
    bar.data()

    told = "\n".join(mark.text for mark in plot.marks)
    copied = QGuiApplication.clipboard().text().replace("\n", "\t").split("\t")
    numbers = [v for line in figure_lines(figure)[1:] for v in line if isinstance(v, float)]
    assert len(numbers) >= 2
    for number in numbers:
        assert repr(number) in copied
        assert repr(number) in told


def test_that_every_kind_of_figure_with_numbers_is_among_them() -> None:
    # The numbers of a flow chart are whole; of a graph the share of an arrow is copied.
    kinds = {type(figure) for figure in FIGURES}

    assert set(get_args(Figure)) - kinds == {FlowFigure, GraphFigure}


def test_that_the_share_of_an_arrow_is_copied_in_full() -> None:
    nodes = (GraphNode(("H1", "0.025"), 0.2, 0.5), GraphNode(("H2", "0"), 0.8, 0.5))

    lines = figure_lines(GraphFigure("g", "G", nodes, ((0, 1, 1 / 3),)))

    assert ("H1", "H2", 1 / 3) in lines


def test_that_values_beyond_the_whiskers_are_copied() -> None:
    lines = figure_lines(FIGURES[-1])

    assert lines[-3:] == [
        ("Beyond the whiskers", "Week", "IgG"),
        ("Drug", 1 / 3, BEYOND[0]),
        ("Drug", 1 / 3, BEYOND[1]),
    ]

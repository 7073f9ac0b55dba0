"""Every number a figure is drawn from is told in full under the pointer, and when copied."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop.export.figure_data import figure_lines
from sjogren_desktop.gui.figure_bar import FigureBar
from sjogren_desktop.gui.plots import FigurePlot
from sjogren_desktop.results import (
    BarFigure,
    DotFigure,
    Figure,
    ForestFigure,
    ForestRow,
    LineFigure,
    ScatterFigure,
    Series,
)
from tests.samples import sample_ae_result

THIRDS = (1 / 3, 2 / 3)
LIMITS = (1 / 7, 1 / 9), (6 / 7, 8 / 9)
POINTS = Series("Drug", 1, THIRDS, (5 / 3, 7 / 3))
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
        # Places on an axis of time are told by the name of the visit, or in short.
        if not (isinstance(figure, LineFigure) and number in THIRDS):
            assert repr(number) in told

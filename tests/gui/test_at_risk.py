"""Numbers at risk keep standing under their ticks on the screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.plots import FigurePlot
from tests.export.test_at_risk import curve
from tests.samples import sample_mmrm_result


@pytest.mark.parametrize("width", [500, 900])
def test_that_numbers_stand_below_their_ticks_at_any_width(qtbot: QtBot, width: int) -> None:
    plot = FigurePlot()
    qtbot.addWidget(plot)
    plot.resize(width, 400)
    plot.draw(curve())
    plot.show()
    qtbot.waitUntil(lambda: plot.getViewBox().width() > width / 2)

    figure = curve()
    for _, numbers in figure.at_risk:
        for (x, _), number in zip(figure.x_ticks, numbers, strict=True):
            (item,) = [i for i in plot.at_risk.items if i.text() == str(number)]
            centre = item.sceneBoundingRect().center().x()
            tick = plot.getViewBox().mapViewToScene(_point(x)).x()
            assert centre == pytest.approx(tick, abs=1.5)
            assert item.sceneBoundingRect().bottom() < plot.height()


def test_that_another_figure_leaves_no_numbers_behind(qtbot: QtBot) -> None:
    plot = FigurePlot()
    qtbot.addWidget(plot)
    plot.draw(curve())

    plot.draw(sample_mmrm_result().figures[0])

    assert plot.at_risk.items == []


def _point(x: float) -> object:
    from PySide6.QtCore import QPointF

    return QPointF(x, 0.0)

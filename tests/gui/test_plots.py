"""Figures on the screen: what is drawn, in which colours, and what the pointer tells."""

from __future__ import annotations

from dataclasses import replace

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from sjogren_desktop import palette
from sjogren_desktop.figures import (
    BarFigure,
    FlowBox,
    FlowFigure,
    ForestFigure,
    ForestRow,
    LineFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.legend import Legend
from sjogren_desktop.gui.plots import FigurePlot
from sjogren_desktop.results import Subjects
from tests.samples import sample_ae_result, sample_mmrm_result

LINES, FOREST = sample_mmrm_result().figures
(BARS,) = sample_ae_result().figures


@pytest.fixture
def plot(qtbot: QtBot) -> FigurePlot:
    made = FigurePlot()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def curves(plot: FigurePlot) -> list[pg.PlotDataItem]:
    return [i for i in plot.getPlotItem().items if isinstance(i, pg.PlotDataItem)]


def ticks(plot: FigurePlot, side: str) -> list[str]:
    return [text for _, text in plot.getAxis(side)._tickLevels[0]]


WEEKS = (0.0, 4.0, 8.0)
GRID = tuple(0.5 * i for i in range(17))
WITH_CURVE = LineFigure(
    "mixed",
    "Means and a curve",
    "Week",
    "Change",
    (
        Series("A", 0, WEEKS, (0.0, -1.0, -2.0)),
        Series("B", 1, WEEKS, (0.0, -2.0, -3.0)),
        Series(
            "Curve",
            2,
            GRID,
            tuple(-0.2 * x for x in GRID),
            tuple(-0.2 * x - 1 for x in GRID),
            tuple(-0.2 * x + 1 for x in GRID),
            curve=True,
        ),
    ),
)


def test_that_a_curve_stays_in_place_and_leaves_the_means_of_arms_apart(plot: FigurePlot) -> None:
    plot.draw(WITH_CURVE)

    at = {c.opts["name"]: c.getData()[0] for c in curves(plot) if c.opts.get("name")}
    # Two series of means, 4 weeks apart; the half weeks of the curve do not count.
    assert at["A"] == pytest.approx([x + palette.dodge(0, 2, 4.0) for x in WEEKS])
    assert at["B"] == pytest.approx([x + palette.dodge(1, 2, 4.0) for x in WEEKS])
    assert at["Curve"] == pytest.approx(GRID)
    bands = [i for i in plot.getPlotItem().items if isinstance(i, pg.FillBetweenItem)]
    assert len(bands) == 1
    assert not any(isinstance(i, pg.ErrorBarItem) for i in plot.getPlotItem().items)
    mark = plot.marks[-1]
    assert mark.text == "Curve\n8: -1.6\nfrom -2.6 to -0.6000000000000001"


def test_that_a_small_p_value_is_not_scaled_on_the_axis(plot: FigurePlot) -> None:
    small = Series("p", 0, (0.0, 1.0), (0.01, 0.05))

    plot.draw(LineFigure("p", "p", "x", "p value", (small,)))

    assert "x0.001" not in plot.getAxis("left").labelString()


def test_that_a_line_figure_draws_every_series_with_its_style_and_error_bars(
    plot: FigurePlot,
) -> None:
    assert isinstance(LINES, LineFigure)

    plot.draw(LINES)

    drawn = curves(plot)
    assert len(drawn) == 3
    for place, curve in enumerate(drawn):
        look = palette.style(place, theme="light")
        assert curve.opts["pen"].color().name() == look.color
        assert curve.opts["symbol"] == look.symbol
        assert list(curve.yData) == list(LINES.series[place].y)
    bars = [i for i in plot.getPlotItem().items if isinstance(i, pg.ErrorBarItem)]
    first = LINES.series[0]
    assert len(bars) == 3
    assert bars[0].opts["y"][0] + bars[0].opts["top"][0] == pytest.approx(first.upper[0])
    assert bars[0].opts["y"][0] - bars[0].opts["bottom"][0] == pytest.approx(first.lower[0])


def test_that_no_course_looks_flat_on_a_wide_screen(plot: FigurePlot) -> None:
    plot.resize(3600, 400)

    plot.draw(LINES)
    assert 900 < plot.width() <= 4 * plot.height()

    plot.draw(FOREST)  # three rows
    assert plot.width() == 160 * plot.fontMetrics().averageCharWidth()


def test_that_error_bars_of_the_series_stand_side_by_side(plot: FigurePlot) -> None:
    plot.draw(LINES)

    first_positions = [curve.xData[0] for curve in curves(plot)]

    assert len(set(first_positions)) == 3
    assert sum(first_positions) / 3 == pytest.approx(4.0)


def test_that_visits_name_the_axis_and_the_reference_line_is_drawn(plot: FigurePlot) -> None:
    plot.draw(LINES)

    assert ticks(plot, "bottom")[:3] == ["4", "8", "12"]
    lines = [i for i in plot.getPlotItem().items if isinstance(i, pg.InfiniteLine)]
    assert [line.value() for line in lines] == [0.0]


def test_that_names_of_positions_do_not_run_into_each_other(
    plot: FigurePlot, qapp: QApplication
) -> None:
    assert isinstance(LINES, LineFigure)
    names = tuple((x, f"Week {x:.0f} of treatment") for x, _ in LINES.x_ticks)
    plot.draw(replace(LINES, x_ticks=names))
    qapp.processEvents()
    wide = ticks(plot, "bottom")

    plot.resize(400, 400)
    qapp.processEvents()
    narrow = ticks(plot, "bottom")

    assert len(narrow) < len(wide) < 12
    assert narrow[-1] == wide[-1] == "Week 48 of treatment"
    plot.setMaximumWidth(4000)  # wider than figures are drawn
    plot.resize(4000, 400)
    qapp.processEvents()
    assert len(ticks(plot, "bottom")) == 12


def test_that_a_forest_figure_puts_its_first_row_on_top_with_texts_at_the_right(
    plot: FigurePlot,
) -> None:
    assert isinstance(FOREST, ForestFigure)

    plot.draw(FOREST)

    assert plot.getViewBox().yInverted()
    assert ticks(plot, "right") == [row.text for row in FOREST.rows]
    assert len(plot.marks) == 2  # the third row has no estimate
    words = [i.toPlainText() for i in plot.getPlotItem().items if isinstance(i, pg.TextItem)]
    assert [w.strip("\u2190\u2192 ") for w in words] == list(FOREST.favours)


def test_that_bars_differ_by_pattern_and_reach_their_values(plot: FigurePlot) -> None:
    assert isinstance(BARS, BarFigure)

    plot.draw(BARS)

    groups = [i for i in plot.getPlotItem().items if isinstance(i, pg.BarGraphItem)]
    assert len({g.opts["brush"].style() for g in groups}) == 3
    assert [list(g.opts["width"]) for g in groups] == [list(s.x) for s in BARS.series]


def test_that_another_figure_leaves_nothing_of_the_one_before(plot: FigurePlot) -> None:
    plot.draw(FOREST)
    plot.draw(LINES)

    assert not plot.getViewBox().yInverted()
    assert not plot.getAxis("right").isVisible()
    assert len(curves(plot)) == 3
    assert not [i for i in plot.getPlotItem().items if isinstance(i, pg.TextItem)]


def test_that_the_figure_is_drawn_again_in_the_colours_of_a_new_theme(
    plot: FigurePlot, qapp: QApplication
) -> None:
    plot.draw(LINES)
    assert plot.backgroundBrush().color().name() == palette.THEMES["light"].background

    theme.apply(qapp, "dark")
    qapp.processEvents()

    assert plot.backgroundBrush().color().name() == palette.THEMES["dark"].background
    assert curves(plot)[0].opts["pen"].color().name() == palette.style(0, theme="dark").color
    assert len(curves(plot)) == 3


def test_that_the_pointer_on_a_mark_reads_full_precision(plot: FigurePlot) -> None:
    assert isinstance(LINES, LineFigure)
    plot.draw(LINES)
    x, y = curves(plot)[1].xData[2], LINES.series[1].y[2]

    at = plot.getViewBox().mapViewToScene(QPointF(x, y))
    mark = plot.mark_at(at)

    assert mark is not None
    assert mark.text.startswith(f"{LINES.series[1].name}\n12: {y!r}\nfrom ")
    assert plot.mark_at(at + QPointF(200, 200)) is None


DIGITS = (-1.2345678901234567, 2.718281828459045)
"""Numbers of which every digit must be read."""
HOVERED = (
    (
        LineFigure(
            "l", "Lines", "Week", "Change", (Series("Drug", 1, (4.0, 8.0), DIGITS),), steps=False
        ),
        "Drug\n8: 2.718281828459045",
    ),
    (
        ForestFigure("f", "Forest", "Difference", (ForestRow("Women", DIGITS[0], -2.5, 0.1),)),
        "Women\nestimate: -1.2345678901234567\nfrom -2.5 to 0.1",
    ),
    (
        ScatterFigure(
            "s",
            "Points",
            "Before",
            "After",
            (Series("Drug", 0, (4.0, 8.0), DIGITS),),
            (("A", "B"),),
        ),
        "Drug\nB\nBefore: 8.0\nAfter: 2.718281828459045",
    ),
)


# The offscreen platform has no windows to raise for a tip.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("figure", "text"), HOVERED, ids=["lines", "forest", "scatter"])
def test_that_a_mouse_over_a_mark_shows_every_digit(
    plot: FigurePlot, qtbot: QtBot, figure: LineFigure | ForestFigure | ScatterFigure, text: str
) -> None:
    plot.draw(figure)
    qtbot.waitExposed(plot)
    QApplication.processEvents()
    mark = plot.marks[-1]
    view = plot.getPlotItem().getViewBox()
    place = plot.mapFromScene(view.mapViewToScene(QPointF(mark.x, mark.y)))

    qtbot.mouseMove(plot.viewport(), place + QPoint(2, 1))

    qtbot.waitUntil(lambda: QToolTip.text() == text, timeout=5_000)
    qtbot.mouseMove(plot.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=5_000)


def test_that_a_numeric_axis_ends_near_its_last_value(plot: FigurePlot) -> None:
    doses = Series("Mean", 0, (0.0, 100.0, 300.0), (-5.0, -6.0, -6.5))
    plot.draw(LineFigure("dose", "Response by amount", "Amount (mg)", "Change", (doses,)))

    (low, high), _ = plot.viewRange()
    assert -20 < low < 0
    assert 300 < high < 320


def test_that_a_rule_stands_above_the_head_of_a_group(plot: FigurePlot) -> None:
    whole = ForestRow("All", -1.0, -2.0, 0.0)
    head, level = ForestRow("Sex", None, None, None, "interaction p = 0.5"), replace(whole)
    plot.draw(ForestFigure("g", "Groups", "Difference", (whole, head, level)))

    items = [i for i in plot.getPlotItem().items if isinstance(i, pg.PlotCurveItem)]
    (rule,) = [i for i in items if list(i.yData) == [0.5, 0.5]]
    (low, high), _ = plot.viewRange()
    assert rule.xData[0] < low - 10
    assert rule.xData[1] > high + 10


def test_that_the_wheel_is_left_to_the_page(plot: FigurePlot) -> None:
    plot.draw(LINES)
    before = plot.viewRange()
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(plot.mapToGlobal(QPoint(50, 50))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(plot.viewport(), wheel)

    assert not wheel.isAccepted()
    assert plot.viewRange() == before


def test_that_points_that_are_not_estimable_leave_a_gap(plot: FigurePlot) -> None:
    assert isinstance(LINES, LineFigure)
    nan = float("nan")
    gap = replace(LINES.series[0], y=(nan, *LINES.series[0].y[1:]))

    plot.draw(replace(LINES, series=(gap,)))

    assert plot.viewRange()[1][0] == plot.viewRange()[1][0]
    assert plot.viewRange()[1][1] < 5


def test_that_an_empty_figure_is_drawn_without_complaint(plot: FigurePlot) -> None:
    assert isinstance(LINES, LineFigure)
    assert isinstance(FOREST, ForestFigure)
    assert isinstance(BARS, BarFigure)
    for figure in (
        replace(LINES, series=()),
        replace(FOREST, rows=()),
        replace(BARS, categories=(), series=()),
    ):
        plot.draw(figure)

        assert plot.grab().width() > 0


def test_that_the_legend_names_every_series_within_its_width(qtbot: QtBot) -> None:
    assert isinstance(LINES, LineFigure)
    legend = Legend(LINES)
    qtbot.addWidget(legend)

    wide, narrow = legend.places(2000), legend.places(320)

    assert len(wide) == len(narrow) == 3
    assert {place.y() for place in wide} == {0}
    assert len({place.y() for place in narrow}) == 3
    assert legend.height_for(320) > legend.height_for(2000)
    for series in LINES.series:
        assert series.name in legend.accessibleName()


# -- flow charts


FLOW = FlowFigure(
    "flow",
    "Participant flow",
    (
        FlowBox(("Randomised (n=3)",), 1.0, 0, 0.9, ("1", "2", "3")),
        FlowBox(("Placebo (n=2)", "A line that is much too long for a box of this width"), 0.5, 1),
        FlowBox(("Drug (n=1)",), 1.5, 1, 0.9, ("3",)),
    ),
    ((0, 1), (0, 2)),
)


def test_that_the_pointer_anywhere_in_a_box_is_on_it(qtbot: QtBot) -> None:
    plot = FigurePlot()
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.show()
    plot.draw(FLOW)
    qtbot.waitUntil(lambda: plot._drawn_width == plot.width())
    box = plot.marks[2].area
    assert box is not None

    corner = plot.getViewBox().mapViewToScene(box.topLeft() + QPointF(0.02, 0.05))
    mark = plot.mark_at(corner)

    assert mark is not None
    assert (mark.text, mark.subjects) == ("Drug (n=1)", ("3",))
    outside = plot.getViewBox().mapViewToScene(box.topRight() + QPointF(0.05, 0.05))
    assert plot.mark_at(outside) is None


def test_that_a_flow_chart_is_drawn_whole_at_any_width(qtbot: QtBot) -> None:
    plot = FigurePlot()
    qtbot.addWidget(plot)
    plot.resize(700, 300)
    plot.show()
    plot.draw(FLOW)
    qtbot.waitUntil(lambda: plot._drawn_width == plot.width())
    wide = plot.height()

    plot.resize(260, wide)

    qtbot.waitUntil(lambda: plot._drawn_width == plot.width() and plot.height() > wide)
    left, top = plot.viewRange()
    for mark in plot.marks:
        assert mark.area is not None
        assert left[0] <= mark.area.left() < mark.area.right() <= left[1]
        assert top[0] <= mark.area.top() < mark.area.bottom() <= top[1]


def test_that_a_figure_put_away_is_not_drawn_again(
    plot: FigurePlot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot.resize(700, 400)
    plot.draw(FLOW)
    qtbot.waitUntil(lambda: plot._drawn_width == plot.width())
    drawn: list[int] = []
    monkeypatch.setattr(plot, "_redraw", lambda: drawn.append(plot.width()))

    plot.resize(500, 400)
    qtbot.waitUntil(lambda: len(drawn) == 1)
    plot.resize(600, 400)
    plot.put_away()
    plot.resize(650, 400)
    qtbot.wait(20)

    assert len(drawn) == 1


# pyqtgraph passes a click on to its own scene and leaves Qt's event unaccepted.
@pytest.mark.qt_log_ignore("Mouse event", extend=True)
def test_that_a_click_on_an_estimate_asks_for_its_patients(plot: FigurePlot, qtbot: QtBot) -> None:
    row = ForestRow("Women", -1.23456, -2.5, 0.1, "", 0, ("P-1", "P-2"))
    other = ForestRow("Men", 2.0, 1.0, 3.0, "", 0, ("P-3",))
    plot.draw(ForestFigure("forest", "By sex", "Difference", (row, other)))
    QApplication.processEvents()
    mark = next(m for m in plot.marks if m.subjects == row.subjects)
    view = plot.getPlotItem().getViewBox()
    place = plot.mapFromScene(view.mapViewToScene(QPointF(mark.x, mark.y)))

    with qtbot.waitSignal(plot.subjects_wanted, timeout=5_000) as asked:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)

    (wanted,) = asked.args
    assert wanted == Subjects("Women, estimate: -1.23, from -2.5 to 0.1", ("P-1", "P-2"))

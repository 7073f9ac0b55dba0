"""Numbers at risk stand exactly under their ticks, in print and among the numbers."""

from __future__ import annotations

import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.export.figure_data import figure_lines
from sjogren_desktop.export.figures import draw
from sjogren_desktop.figures import LineFigure, Series
from tests.analyses.test_ae_time import study_with_events


def curve() -> LineFigure:
    """Two arms with a made-up course and numbers of very different width."""
    days = (0.0, 28.0, 56.0)
    arms = ("Placebo", "A drug with a rather long name every three months")
    series = tuple(Series(a, i, days, (0.0, 5.0 + i, 9.0)) for i, a in enumerate(arms))
    ticks = tuple((d, f"{d:g}") for d in days)
    at_risk = ((arms[0], (1100, 90, 7)), (arms[1], (1090, 88, 0)))
    return LineFigure(
        "km", "Curves", "Days", "Share (%)", series, ticks, steps=True, at_risk=at_risk
    )


def test_that_printed_numbers_stand_centred_below_their_ticks() -> None:
    drawing = draw(curve())
    drawing.canvas.draw()  # type: ignore[no-untyped-call]
    axes = drawing.axes[0]
    places = {t.get_text(): t.get_window_extent() for t in axes.texts}

    for _, numbers in curve().at_risk:
        for (x, _), number in zip(curve().x_ticks, numbers, strict=True):
            box = places[str(number)]
            tick = axes.transData.transform((x, 0.0))[0]
            assert (box.x0 + box.x1) / 2 == pytest.approx(tick, abs=1.0)  # a pixel at 100 dpi
            assert box.y0 > 0


def test_that_the_numbers_are_copied_with_the_curve() -> None:
    lines = figure_lines(curve())

    assert ("Number at risk", "Days", "Subjects") in lines
    assert lines[-1] == ("A drug with a rather long name every three months", 56.0, 0)


def test_that_numbers_that_do_not_fit_the_ticks_are_refused() -> None:
    with pytest.raises(ValueError, match="at risk"):
        LineFigure("km", "", "", "", (), ((0.0, "0"),), at_risk=(("A", (1, 2)),))


def test_that_the_figure_counts_as_the_table_of_times_does() -> None:
    result = catalogue.run(
        catalogue.find("ae_time"), study_with_events(), {"study": "S1", "event": "any"}
    )
    figure = next(f for f in result.figures if f.key == "time_to_event")
    assert isinstance(figure, LineFigure)
    table = next(t for t in result.tables if t.key == "time_estimates")
    step = len(table.columns) // len(figure.at_risk)

    for place, (name, numbers) in enumerate(figure.at_risk):
        column = place * step
        assert table.columns[column].key["ARM"] == name
        cells = [row.cells[column] for row in table.rows]
        assert [cell.stats[0].value for cell in cells if cell] == list(numbers[1:])

"""One small figure of each of the rarer kinds; the patients p1 and p2 stand behind marks."""

from sjogren_desktop.figures import (
    BarFigure,
    Box,
    BoxFigure,
    BoxSeries,
    DotFigure,
    ForestRow,
    GridFigure,
    Lane,
    LaneFigure,
    Series,
    Span,
)

_PAIR = (
    Series("Placebo", 0, (10.0, 5.0), (), subjects=(("p1",), ())),
    Series("Drug", 1, (20.0, 2.0), (), subjects=(("p2",), ())),
)
FIGURES = (
    DotFigure(
        "dots",
        "Dots",
        "Subjects (%)",
        "Difference",
        ("Cough", "Rash"),
        _PAIR,
        ((ForestRow("Cough", 10.0, 2.0, 18.0, "", 1), ForestRow("Rash", None, None, None)),),
    ),
    GridFigure(
        "grid",
        "Grid",
        "Later",
        "Before",
        "Subjects",
        ("Normal", "High"),
        ("Normal", "High"),
        ((5.0, 5.0), (None, 8.0)),
        (("5 (50%)", "5 (50%)"), ("", "8 (80%)")),
        ((("p1",), ("p2",)), ((), ())),
    ),
    LaneFigure(
        "lanes",
        "Lanes",
        "Day",
        (
            Lane(
                "S1", (Span(1, 90, 0, "on treatment", thick=True), Span(5, 9, 2, "rash")), ("p1",)
            ),
            Lane("S2", (Span(1, 40, 0, thick=True), Span(30, 30, 2, "cough")), ("p2",)),
        ),
        (("On treatment", 0), ("Event", 2)),
        (1.0,),
    ),
    BoxFigure(
        "boxes",
        "Boxes",
        "Visit",
        "ALT (U/L)",
        (
            BoxSeries("Placebo", 0, (Box(0, 5, 10, 15, 20, 30, (50.0,), ("p1",), ("p1", "p2")),)),
            BoxSeries("Drug", 1, (Box(4, 5, 10, 15, 20, 30, (60.0,), ("p2",)),)),
        ),
        ((0.0, "Baseline"), (4.0, "Week 4")),
        (40.0,),
    ),
    BarFigure(
        "butterfly", "Butterfly", "Subjects (%)", ("Cough", "Rash"), _PAIR, (), mirrored=True
    ),
)

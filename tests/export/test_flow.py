"""The printed flow chart: all text in its box, and the boxes in the picture."""

from __future__ import annotations

from matplotlib.patches import Rectangle

from sjogren_desktop.export.figures import draw
from sjogren_desktop.results import FlowBox, FlowFigure

FLOW = FlowFigure(
    "flow",
    "Participant flow",
    (
        FlowBox(("Randomised (n=504)",), 1.5, 0),
        *(
            FlowBox((f"An arm with a rather long name, {i} (n=1)", "Treated (n=1)"), i + 0.5, 1)
            for i in range(3)
        ),
    ),
    ((0, 1), (0, 2), (0, 3)),
)


def test_that_text_stands_within_its_box_and_boxes_within_the_picture():
    drawing = draw(FLOW)
    drawing.draw_without_rendering()
    (axes,) = drawing.axes

    boxes = [p for p in axes.patches if isinstance(p, Rectangle)]
    texts = [t for t in axes.texts if t.get_text()]
    assert len(boxes) == len(texts) == 4
    frame = axes.get_window_extent()
    for box, text in zip(boxes, texts, strict=True):
        outer, inner = box.get_window_extent(), text.get_window_extent()
        assert outer.x0 < inner.x0 < inner.x1 < outer.x1
        assert outer.y0 < inner.y0 < inner.y1 < outer.y1
        assert frame.x0 - 1 <= outer.x0 < outer.x1 <= frame.x1 + 1

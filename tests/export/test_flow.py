"""The printed flow chart: all text in its box, and the boxes in the picture."""

from __future__ import annotations

from matplotlib.patches import Rectangle

from sjogren_desktop.export.figure_data import figure_lines
from sjogren_desktop.export.figures import draw
from sjogren_desktop.figures import FlowBox, FlowFigure, GraphFigure, GraphNode

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


def test_that_the_numbers_of_a_flow_and_a_graph_are_lines():
    assert figure_lines(FLOW)[:2] == [("Step", "Box"), (1, "Randomised (n=504)")]
    nodes = (GraphNode(("a", "p = 0.01"), 0.2, 0.5), GraphNode(("b", "p = 0.20"), 0.8, 0.5))
    assert figure_lines(GraphFigure("g", "Graph", nodes, ((0, 1, 0.5),))) == [
        ("Hypothesis", "Hands on to", "State or share"),
        ("a", None, "p = 0.01"),
        ("b", None, "p = 0.20"),
        ("a", "b", 0.5),
    ]

"""The graph of a test plan: what is drawn is what is tested, step by step."""

import pytest

from sjogren_desktop.analyses import catalogue, drawn_graph, multiplicity_plans
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.export.figures import draw
from sjogren_desktop.export.graph import curve, label_place
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.graphical import Graph
from tests.studies import MONTHLY, QUARTERLY, small_study

FIRST, SECOND = f"{MONTHLY}, ESSDAI", f"{QUARTERLY}, ESSDAI"


@pytest.fixture(scope="module")
def study():
    return small_study(per_arm=30)


def run(study, /, **given):
    return catalogue.run(
        multiplicity_plans.SPEC, study, {"plans": ("graphical",), "later": (), **given}
    )


GIVEN = {"plans": ("graphical",), "later": ()}


def own(weights, arrows, names=(FIRST, SECOND)):
    return {"names": names, "weights": weights, "arrows": arrows}


def decisions(result):
    table = next(t for t in result.tables if t.key == "decisions")
    return {r.labels[:2]: [s.value for s in r.cells[2].stats] for r in table.rows}


def test_that_the_form_begins_with_the_preset(study):
    values = resolve(multiplicity_plans.OPTIONS, study, {"later": (), "first_share": 80})

    assert values["drawn"]["names"] == (FIRST, SECOND)
    assert values["drawn"]["weights"] == pytest.approx((0.8, 0.2))
    assert values["drawn"]["arrows"] == ((0.0, 1.0), (1.0, 0.0))
    assert drawn_graph.is_preset(study, values)


def test_that_hypotheses_are_named_by_study_where_studies_share_alpha(study):
    values = resolve(multiplicity_plans.OPTIONS, study, {"later": (), "family": "all"})

    # S1 has no quarterly arm.
    assert values["drawn"]["names"] == (f"S1: {FIRST}", f"S2: {FIRST}", f"S2: {SECOND}")


def test_that_what_is_drawn_decides(study):
    result = run(study, drawn=own((0.0, 1.0), ((0.0, 0.0), (0.5, 0.0))))

    found = decisions(result)
    p = {r.labels[:2]: r.cells[1].stats[0].value for r in result.tables[0].rows}
    # The monthly arm begins with nothing and gets half of what the quarterly one leaves.
    assert found["S2", QUARTERLY][0] == pytest.approx(p["S2", QUARTERLY], rel=1e-9)
    expected = max(2 * p["S2", MONTHLY], p["S2", QUARTERLY])
    assert found["S2", MONTHLY][0] == pytest.approx(min(expected, 1.0), rel=1e-9)
    assert dict(result.method)["Graph"] == "Drawn by the user"


def test_that_an_arm_a_study_lacks_hands_its_alpha_on(study):
    values = {"drawn": own((0.25, 0.75), ((0.0, 1.0), (0.4, 0.0)))}

    graph = drawn_graph.graph_for(values, [FIRST])

    # 0.25 + 0.4 * 0.75
    assert graph.weights == pytest.approx([0.55], rel=1e-12)
    assert graph.names == (FIRST,)


def test_that_every_step_has_its_figure():
    graph = Graph.of([0.5, 0.5, 0.0], [[0, 0, 1], [1, 0, 0], [0, 1, 0]], ["a, X", "b, X", "a, Y"])

    figures = drawn_graph.figures(
        "S", graph, [0.01, 0.2, 0.02], alpha=0.05, rows=2, drawn={"names": graph.names}
    )

    assert [f.title for f in figures] == [
        "S, step 1: a, X is rejected",
        "S, step 2: a, Y is rejected",
        "S, step 3: nothing more is rejected",
    ]
    assert figures[0].nodes[2].lines == ("a, Y", "p = 0.0200", "Waits for alpha")
    assert figures[1].nodes[0].lines[-1] == "Rejected in step 1"
    assert figures[1].nodes[2].lines[-1] == "Level 0.02500"
    assert [n.state for n in figures[2].nodes] == ["rejected", "kept", "rejected"]
    # All alpha has come to the last one, along the arrow and what replaced it.
    assert figures[2].nodes[1].lines == ("b, X", "p = 0.2000", "Level 0.05000", "Not rejected")
    assert figures[0].arrows == ((0, 2, 1.0), (1, 0, 1.0), (2, 1, 1.0))


def test_that_what_gets_no_alpha_is_descriptive():
    graph = Graph.of([1.0, 0.0], [[0, 1], [0, 0]], ["a, X", "a, Y"])

    (figure,) = drawn_graph.figures(
        "S", graph, [0.2, 0.001], alpha=0.05, rows=2, drawn={"names": graph.names}
    )

    assert figure.title == "S, step 1: nothing is rejected"
    assert figure.nodes[1].lines[-1] == "Descriptive: no alpha left"


def test_that_when_all_are_rejected_the_end_is_shown():
    graph = Graph.of([1.0, 0.0], [[0, 1], [0, 0]], ["a, X", "a, Y"])

    figures = drawn_graph.figures(
        "S", graph, [0.01, 0.01], alpha=0.05, rows=2, drawn={"names": graph.names}
    )

    assert figures[-1].title == "S, step 3: all are rejected"
    assert {n.state for n in figures[-1].nodes} == {"rejected"}


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (own((0.9, 0.9), ((0.0, 0.0), (0.0, 0.0))), "Weights: they add up to 1.8"),
        (own((1.0,), ((0.0,),)), "give a weight and a row"),
        (own((1.0,), ((0.0,),), ("x",)), "the hypotheses are"),
        ({"weights": (1.0,)}, "give names, weights and arrows"),
    ],
)
def test_that_a_graph_that_does_not_fit_is_said_in_a_sentence(study, drawn, said):
    with pytest.raises(AnalysisError, match=said):
        run(study, drawn=drawn)


def test_that_another_graph_takes_the_models_of_the_run_before(study):
    run(study)
    said = []

    catalogue.run(
        multiplicity_plans.SPEC,
        study,
        GIVEN | {"first_share": 90},
        lambda fraction, message: said.append(message),
    )

    assert not [m for m in said if m.startswith("Fitting")]


def test_that_an_arrow_runs_between_the_boxes_and_its_share_beside_them():
    boxes = [(0.0, 0.0, 40.0, 10.0), (0.0, 90.0, 40.0, 100.0), (0.0, 40.0, 40.0, 60.0)]

    there, back = curve(boxes[0], boxes[1]), curve(boxes[1], boxes[0])

    assert 10 < there[0][1] < 12
    assert 88 < there[-1][1] < 90
    # Arrow and counterpart bend to different sides.
    assert there[len(there) // 2][0] < 20 < back[len(back) // 2][0]
    x, y = label_place(there, boxes)
    assert not any(a <= x <= c and b <= y <= d for a, b, c, d in boxes)


def test_that_a_share_keeps_its_whole_text_off_the_boxes():
    way = [(float(i), float(i)) for i in range(101)]
    beside = [(35.0, 30.0, 80.0, 36.0), (53.0, 45.0, 90.0, 52.0)]

    assert label_place(way, beside) == (33.0, 33.0)
    # Text of 10 around (33, 33) would reach into the first box, around (50, 50) into the second.
    assert label_place(way, beside, room=5.0) == (20.0, 20.0)


def test_that_the_printed_graph_keeps_its_text_in_its_boxes(study):
    drawing = draw(run(study).figures[-1])
    drawing.draw_without_rendering()
    (axes,) = drawing.axes

    boxes = [p.get_window_extent() for p in axes.patches if type(p).__name__ == "Rectangle"]
    texts = [t.get_window_extent() for t in axes.texts if "p " in t.get_text()]
    assert len(boxes) == len(texts) == 2
    for outer, inner in zip(boxes, texts, strict=True):
        assert outer.x0 < inner.x0 < inner.x1 < outer.x1
        assert outer.y0 < inner.y0 < inner.y1 < outer.y1

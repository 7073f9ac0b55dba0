"""The tipping point: the map, the line on it, and the sentence about it."""

import itertools

import numpy as np
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue, tipping_point
from sjogren_desktop.analyses.tipping_point import contour_lines, tipping_shift
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation.tipping import TippingMap
from tests.analyses.dropout_study import dropout_study

GIVEN = {"study": "S1", "imputations": 20}


@pytest.fixture(scope="module")
def study():
    return dropout_study()


def run(study, /, **given):
    return catalogue.run(tipping_point.SPEC, study, {**GIVEN, **given})


def plane(p, *, sign=-1.0):
    """Return a map whose p value is a function of both shifts."""
    x = np.linspace(-2, 2, 9)
    p_values = np.array([[p(a, b) for b in x] for a in x])
    flat = np.full((9, 9), sign)
    return TippingMap(x, x, flat, flat, flat, flat, flat, p_values)


def test_that_the_tipping_point_is_found_between_points_of_the_grid():
    found = plane(lambda a, b: 0.01 + 0.03 * a)

    assert tipping_shift(found, 0.05) == pytest.approx(0.04 / 0.03, rel=1e-12)


def test_that_the_tipping_point_goes_against_the_sign_of_the_difference():
    found = plane(lambda a, b: 0.01 - 0.03 * a, sign=1.0)

    assert tipping_shift(found, 0.05) == pytest.approx(-0.04 / 0.03, rel=1e-12)


def test_that_both_arms_can_be_shifted_alike():
    found = plane(lambda a, b: 0.01 + 0.03 * a - 0.005 * b)

    assert tipping_shift(found, 0.05, both=True) == pytest.approx(1.6, rel=1e-12)


def test_that_what_is_never_lost_or_never_there_has_no_tipping_point():
    assert tipping_shift(plane(lambda a, b: 0.01), 0.05) is None
    assert tipping_shift(plane(lambda a, b: 0.2), 0.05) is None


def test_that_the_contour_of_a_plane_is_its_line():
    x = tuple(float(v) for v in range(-3, 4))
    values = tuple(tuple(0.5 * a + b for b in x) for a in x)

    pieces = contour_lines(x, x, values, 0.25)

    ends = np.array(pieces).reshape(-1, 2)
    np.testing.assert_allclose(0.5 * ends[:, 0] + ends[:, 1], 0.25, atol=1e-12)
    # From edge to edge without gaps: every inner end belongs to two pieces.
    inner = [tuple(np.round(e, 9)) for e in ends if np.abs(e).max() < 3 - 1e-9]
    assert all(inner.count(e) == 2 for e in inner)
    assert ends[:, 0].min() == -3
    assert ends[:, 0].max() == 3


def test_that_a_level_outside_the_values_has_no_contour():
    assert contour_lines((0.0, 1.0), (0.0, 1.0), ((0.1, 0.2), (0.3, 0.4)), 0.9) == ()


def test_that_the_unshifted_point_is_the_row_of_the_sensitivity_table(study):
    result = run(study)
    wanted = catalogue.run(catalogue.find("sensitivity"), study, {**GIVEN, "assumptions": ("MAR",)})

    points = next(t for t in result.tables if t.key == "points")
    cell = points.rows[0].cells[2]
    assert [s.value for s in cell.stats] == pytest.approx(
        [s.value for s in wanted.tables[0].rows[0].cells[0].stats], rel=1e-10
    )


def test_that_the_map_has_the_steps_asked_for_around_zero(study):
    result = run(study, largest=5, steps=11)

    (figure,) = result.figures
    assert figure.x == figure.y == tuple(float(v) for v in range(-5, 6))
    table = next(t for t in result.tables if t.key == "map")
    middle = table.rows[5].cells[5].stats
    assert middle[1].value == pytest.approx(figure.values[5][5])
    assert figure.region == (-3.0, 3.0, -3.0, 3.0)


def test_that_the_pointer_tells_difference_interval_and_p_of_a_pair_of_shifts(study):
    result = run(study, largest=5, steps=11)

    (figure,) = result.figures
    points = next(t for t in result.tables if t.key == "points")
    unshifted = next(r for r in points.rows if r.key["POINT"] == "No shift")
    difference, interval, p = (formats.cell(c) for c in unshifted.cells[2:])
    assert figure.texts[5][5].split("\n") == [
        f"Difference (SE): {difference}",
        f"Interval: {interval}",
        f"p value: {p}",
        "Within the plausible shifts",
    ]
    assert "plausible" not in figure.texts[0][5]


def test_that_a_difference_that_has_turned_is_no_result_kept(study):
    result = run(study, largest=40, steps=9)

    (figure,) = result.figures
    table = next(t for t in result.tables if t.key == "map")
    worst = table.rows[-1].cells[0].stats
    assert worst[0].value > 0
    assert worst[1].value < 0.05
    assert figure.values[-1][0] == 1.0
    assert figure.values[0][-1] == table.rows[0].cells[-1].stats[1].value


def test_that_a_range_by_itself_is_about_two_standard_deviations(study):
    (figure,) = run(study).figures
    records = study.dataset("ADQS").frame
    at_end = records.loc[(records["STUDYID"] == "S1") & (records["AVISITN"] == 12), "CHG"]

    assert len(figure.x) == 21
    assert figure.x[-1] == pytest.approx(2 * at_end.std(), rel=0.1)


def test_that_named_points_are_exact_and_not_of_the_grid(study):
    result = run(study, plausible=1.37)

    points = next(t for t in result.tables if t.key == "points")
    shifts = [[c.stats[0].value for c in row.cells[:2]] for row in points.rows[:4]]
    assert [[abs(s) for s in pair] for pair in shifts] == [
        [0, 0],
        [1.37, 0],
        [1.37, 1.37],
        [1.37] * 2,
    ]
    # Shifting both arms alike moves the difference by the difference in the share imputed.
    by_hand = [row.cells[2].stats[0].value for row in points.rows[:4]]
    slope = (by_hand[1] - by_hand[0]) + (by_hand[1] - by_hand[3])
    assert by_hand[2] == pytest.approx(by_hand[0] + slope, rel=1e-8)


def test_that_the_summary_tells_what_happens(study):
    strong = catalogue.run(tipping_point.SPEC, dropout_study(per_arm=60), {**GIVEN, "largest": 30})
    weak = catalogue.run(tipping_point.SPEC, dropout_study(per_arm=8), {**GIVEN, "level": 99.9})

    assert "Significance is lost if missing values of Drug monthly are" in strong.summary
    assert "so there is nothing to tip" in weak.summary
    points = next(t for t in strong.tables if t.key == "points")
    lost = next(r for r in points.rows if r.labels[0].startswith("Tipping point: only"))
    assert lost.cells[0].stats[0].value > 0
    assert lost.cells[4].stats[0].value == pytest.approx(0.05)


def test_that_the_summary_says_if_nothing_within_the_map_tips():
    result = catalogue.run(tipping_point.SPEC, dropout_study(per_arm=60), {**GIVEN, "largest": 0.5})

    assert "It stays significant even if missing values of Drug monthly are 0.5" in result.summary


@pytest.mark.parametrize("method", ["jackknife", "approximate"])
def test_that_other_methods_make_a_map_too(study, method):
    (figure,) = run(study, method=method, steps=5).figures

    assert all(0 <= p <= 1 for p in itertools.chain(*figure.values))


def test_that_one_arm_is_an_error(study):
    with pytest.raises(AnalysisError, match="at least two treatment arms"):
        run(study, arms=("Placebo",))

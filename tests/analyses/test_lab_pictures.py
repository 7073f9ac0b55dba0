"""Box plots, courses and the map of shifts: numbers by hand."""

import numpy as np
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.lab_pictures import box
from sjogren_desktop.figures import BoxFigure, GridFigure, LineFigure
from tests.analyses.test_lab_shift import FOUR, lab
from tests.studies import MONTHLY, PLACEBO


def test_that_whiskers_end_at_the_last_value_within_reach_of_the_box():
    values = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 20.0])

    found = box(4.0, values, np.array(list("abcdefgh"), dtype=object))

    # Quartiles 2.75 and 6.25: the box reaches to -2.5 and 11.5.
    assert (found.first, found.median, found.third) == (2.75, 4.5, 6.25)
    assert (found.lower, found.upper) == (1.0, 7.0)
    assert (found.beyond, found.subjects) == ((20.0,), ("h",))
    assert found.people == tuple("abcdefgh")


def figures(**options):
    study = lab(FOUR)
    given = {"study": "S1", "parameters": ("NEUT",)} | options
    return catalogue.run(catalogue.find("lab_change"), study, given).figures


def test_that_pictures_are_drawn_as_chosen():
    assert [type(f) for f in figures(pictures=("means", "boxes", "courses"))] == [
        *(LineFigure, BoxFigure, LineFigure)
    ]
    (boxes,) = figures(pictures=("boxes",))
    # S1-0001 and S1-0002 at baseline: 3.0 and 3.0; the range of all is 2 to 7
    assert boxes.series[0].boxes[0].median == 3.0
    assert boxes.reference_y == (2.0, 7.0)


def test_that_lines_of_two_subjects_do_not_meet():
    (courses,) = figures(pictures=("courses",))

    placebo = next(s for s in courses.series if s.name == PLACEBO)
    assert placebo.x == (0.0, 4.0, 8.0, 8.0, 0.0, 4.0, 8.0)
    assert placebo.y[:3] == (3.0, 1.5, 3.0)
    assert np.isnan(placebo.y[3])
    assert placebo.subjects[0] == ("S1-0001",)
    assert placebo.subjects[3] == ()


def test_that_the_map_counts_shifts_of_those_who_were_normal():
    result = catalogue.run(catalogue.find("lab_shift"), lab(FOUR), {"study": "S1"})

    (grid,) = result.figures
    assert isinstance(grid, GridFigure)
    place = {c: i for i, c in enumerate(grid.columns)}
    # By hand from the four courses; S1-1001 was low at baseline and does not count.
    row = grid.texts[0]
    assert row[place[f"{PLACEBO}\nLow"]] == "1/2"
    assert row[place[f"{PLACEBO}\nHigh"]] == "1/2"
    assert row[place[f"{MONTHLY}\nLow"]] == "0/1"
    assert row[place[f"{MONTHLY}\nHigh"]] == "1/1"
    assert grid.subjects[0][place[f"{MONTHLY}\nHigh"]] == ("S1-1002",)
    assert grid.values[0][place[f"{PLACEBO}\nLow"]] == pytest.approx(50.0)

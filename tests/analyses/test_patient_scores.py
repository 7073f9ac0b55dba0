"""The list of patients and their scores: computed from items, with edits on top, blind to arms."""

from datetime import UTC, datetime

import pytest

from sjogren_desktop.analyses.patient_scores import open_book, with_edits
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.score_edits import DATE, ScoreEdit
from tests.patient_study import ARMS, patient_study

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def book():
    return open_book(patient_study())


def edit(variable, old, new, *, visit=(24.0, "Week 24"), subject="P-1"):
    reason = "" if old is None else "misread"
    return ScoreEdit(subject, visit, variable, old, new, "Dr A", NOW, reason)


def test_that_totals_are_computed_from_their_items(book):
    visits = book.patient("P-1").visits

    # pulmonary 5 + articular 2 x 2 + glandular 2, and so on; ClinESSDAI 6, 3 and 2.
    assert [v.values["essdai"] for v in visits] == [11, 9, 7]
    assert [v.values["clinessdai"] for v in visits] == [14, 11, 8]
    assert [v.values["esspri"] for v in visits] == pytest.approx([20 / 3, 6, 16 / 3])
    assert [v.is_baseline for v in visits] == [True, False, False]
    assert [v.date for v in visits] == ["2024-03-01", "2024-03-29", "2024-08-16"]


def test_that_the_list_gives_last_score_change_and_flags(book):
    listed = book.listing

    assert list(listed.index) == ["P-1", "P-2", "P-3"]
    assert listed["ESSDAI"].tolist()[:2] == [7, 3]
    assert listed["Change"].tolist()[:2] == [-4, -2]
    assert listed["ESSPRI change"].tolist()[:2] == [-1.33, -0.33]
    assert listed["Last visit"].tolist() == ["Week 24", "Week 4", "none"]
    assert listed["Flags"].tolist() == [
        "response",
        "low activity, serious event, treatment stopped",
        "",
    ]


def test_that_no_arm_is_in_the_book(book):
    shown = book.listing.to_csv() + book.scores.to_csv()

    assert all(arm not in shown for arm in set(ARMS.values()))


def test_that_edits_change_totals_list_and_flags(book):
    edited = with_edits(book, [edit("pulmonary", 1, 3)])

    assert edited.patient("P-1").visits[-1].values["essdai"] == 17
    assert edited.listing.loc["P-1", "Change"] == 6
    assert edited.listing.loc["P-1", "Flags"] == "high activity, edited"
    assert book.patient("P-1").visits[-1].values["essdai"] == 7


def test_that_a_removed_level_leaves_no_total(book):
    visit = with_edits(book, [edit("pulmonary", 1, None)]).patient("P-1").visits[-1]

    assert "essdai" not in visit.values
    assert "clinessdai" not in visit.values


def test_that_an_added_visit_stands_at_its_date(book):
    place = (24.01, "Unscheduled 1")
    made = [edit("renal", None, 1, visit=place), edit(DATE, None, "2024-09-01", visit=place)]

    visit = with_edits(book, made).patient("P-1").visits[-1]

    assert (visit.name, visit.number, visit.date, visit.day) == (
        "Unscheduled 1",
        24.01,
        "2024-09-01",
        184.0,
    )
    assert visit.values["renal"] == 1


def test_that_edits_of_another_study_change_nothing(book):
    edited = with_edits(book, [edit("renal", None, 1, subject="X-1")])

    assert edited.scores.equals(book.scores)


def test_that_a_total_that_differs_from_its_items_is_flagged():
    study = patient_study()
    scores = study.of_kind("BDS")[0].frame
    last = scores.loc[(scores["USUBJID"] == "P-1") & (scores["AVISIT"] == "Week 24")].head(1)
    wrong = last.assign(PARAMCD="ESSDAI", PARAM="ESSDAI total", AVAL=9.0)
    study.of_kind("BDS")[0].frame.loc[len(scores)] = wrong.iloc[0]

    assert open_book(study).listing["Flags"].tolist()[0] == "response, total differs"


def test_that_a_study_without_scores_lists_its_patients_and_says_so():
    bare = StudyData(patient_study().datasets[:1])

    book = open_book(bare)

    assert book.listing["ESSDAI"].isna().all()
    assert book.patient("P-1").visits == ()
    assert len(book.notes) == 1
    assert "No scores by visit" in book.notes[0]

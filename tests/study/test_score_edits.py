"""Edits of scores: who, when and why; laid over the data; undone without being lost."""

from datetime import UTC, datetime

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.patient_notes import NoteLog, PatientNote, notes_of
from sjogren_desktop.study.score_edits import EditLog, EntryStack, ScoreEdit, edits_of, overlay

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
WEEK_24 = (24.0, "Week 24")


def edit(old=None, new=1, *, subject="P-1", visit=WEEK_24, variable="renal", who="Dr A", reason=""):
    return ScoreEdit(subject, visit, variable, old, new, who, NOW, reason)


def test_that_an_edit_needs_a_name():
    with pytest.raises(AnalysisError, match="Give your name"):
        edit(who="  ")


def test_that_changing_or_removing_a_saved_value_needs_a_reason():
    for new in (2, None):
        with pytest.raises(AnalysisError, match="Give the reason"):
            edit(old=1, new=new, reason=" ")
    assert edit(old=1, new=2, reason="misread").reason == "misread"


def test_that_adding_a_value_needs_no_reason():
    assert edit(old=None, new=2).reason == ""


def test_that_an_edit_without_change_or_time_zone_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="not changed"):
        edit(old=None, new=None)
    with pytest.raises(ValueError, match="time zone"):
        ScoreEdit("P-1", WEEK_24, "renal", None, 1, "Dr A", datetime(2026, 3, 1), "")


def test_that_edits_on_top_replace_add_and_remove():
    laid = overlay(
        {"renal": 1, "cns": 0, "articular": 2},
        [
            edit(1, 3, reason="x"),
            edit(None, 2, variable="pns"),
            edit(2, None, variable="articular", reason="x"),
        ],
    )

    assert laid == {"renal": 3, "cns": 0, "pns": 2}


def test_that_the_last_of_several_edits_counts():
    assert overlay({}, [edit(None, 1), edit(1, 2, reason="x")]) == {"renal": 2}


def test_that_an_edit_from_another_value_than_the_last_is_refused_and_nothing_is_added():
    log = EditLog([edit(None, 1)])

    with pytest.raises(AnalysisError, match="changed in the meantime"):
        log.record([edit(None, 3, variable="cns"), edit(None, 2)])

    assert log.edits == (edit(None, 1),)


def test_that_edits_are_found_by_patient_and_visit():
    mine, other_visit = edit(), edit(visit=(0.0, "Baseline"))
    log = [mine, other_visit, edit(subject="P-2")]

    assert edits_of(log, "P-1") == (mine, other_visit)
    assert edits_of(log, "P-1", WEEK_24) == (mine,)


def test_that_undo_and_redo_walk_through_the_entries():
    stack = EntryStack({"renal": 1, "cns": None})

    assert stack.enter("renal", 2)
    assert stack.enter("pns", 3)
    assert not stack.enter("pns", 3)
    assert stack.values == {"renal": 2, "pns": 3}

    assert stack.undo() == "pns"
    assert stack.undo() == "renal"
    assert (stack.undo(), stack.can_undo) == ("", False)
    assert stack.values == {"renal": 1}

    assert stack.redo() == "renal"
    assert stack.enter("cns", 2)
    assert (stack.redo(), stack.can_redo) == ("", False)
    assert stack.values == {"renal": 2, "cns": 2}


def test_that_changes_are_those_against_what_was_saved():
    stack = EntryStack({"renal": 1, "cns": 0})
    stack.enter("renal", 2)
    stack.enter("cns", None)
    stack.enter("pns", 1)
    stack.enter("pns", None)

    assert stack.changes() == (("renal", 1, 2), ("cns", 0, None))
    stack.mark_saved()
    assert stack.changes() == ()
    stack.undo()
    assert stack.changes() == (("pns", None, 1),)


def test_that_notes_are_kept_in_order_and_by_patient():
    log = NoteLog()
    for subject, text in (("P-1", "first"), ("P-2", "other"), ("P-1", "second")):
        log.record(PatientNote(subject, text, "Dr A", NOW))

    assert [n.text for n in notes_of(log.notes, "P-1")] == ["first", "second"]


@pytest.mark.parametrize(("text", "who", "said"), [(" ", "Dr A", "empty"), ("x", "", "your name")])
def test_that_a_note_needs_text_and_name(text, who, said):
    with pytest.raises(AnalysisError, match=said):
        PatientNote("P-1", text, who, NOW)


def test_that_a_note_without_time_zone_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="time zone"):
        PatientNote("P-1", "x", "Dr A", datetime(2026, 3, 1))

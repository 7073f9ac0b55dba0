"""Lists of events while they are edited: steps, places, and numbers of events."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from sjogren_desktop.analyses.event_lists import EventLists, Interest, shipped
from sjogren_desktop.gui.edited_lists import Counts, EditedLists, words_of
from tests.studies import small_study, with_dataset

EVENTS = pd.DataFrame(
    {"USUBJID": ["P1", "P1", "P2"], "AEDECOD": ["Cough", "Rash", "Cough"], "AESER": ["N", "Y", "Y"]}
)


@pytest.fixture
def edited() -> EditedLists:
    groups = (
        Interest("cough", "Cough", (("terms", "Cough"),)),
        Interest("rash", "Rash", (("terms", "Rash"),)),
    )
    return EditedLists(replace(shipped(), groups=groups))


def titles(lists: EventLists) -> list[str]:
    return [group.title for group in lists.groups]


def test_that_every_change_is_one_step_back(edited: EditedLists) -> None:
    first = edited.now
    edited.add_group()
    edited.add_group()
    assert titles(edited.now) == ["Cough", "Rash", "New group", "New group 2"]
    assert edited.chosen == 3

    edited.undo()
    edited.undo()

    assert edited.now == first
    assert (edited.can_undo, edited.can_redo) == (False, True)
    edited.redo()
    assert titles(edited.now) == ["Cough", "Rash", "New group"]


def test_that_a_change_after_going_back_ends_what_could_be_made_again(edited: EditedLists) -> None:
    edited.add_group()
    edited.undo()

    edited.drop_group()

    assert not edited.can_redo
    assert titles(edited.now) == ["Cough"], "the last group is chosen once the new one is gone"


def test_that_a_group_is_moved_to_the_end_and_no_farther(edited: EditedLists) -> None:
    edited.move_group(1)
    edited.move_group(1)

    assert titles(edited.now) == ["Rash", "Cough"]
    assert edited.group is not None
    assert edited.group.title == "Cough"


def test_that_nothing_changes_where_there_is_no_group() -> None:
    edited = EditedLists(replace(shipped(), groups=()))

    edited.drop_group()
    edited.move_group(-1)
    edited.set_entries([("terms", "Cough")])

    assert edited.group is None
    assert not edited.can_undo


def test_that_events_are_counted_and_not_what_is_unfinished(edited: EditedLists) -> None:
    words = words_of(with_dataset(small_study(), "ADAE", "ADAE", EVENTS))
    counts, (cough, _) = Counts(words), edited.now.groups

    assert counts.of_entry("terms", "Cough") == "2"
    assert counts.of_group(cough, edited.now) == "2"
    assert counts.of_group(replace(cough, serious=True), edited.now) == "1"
    assert counts.of_entry("terms", "") == ""
    assert counts.of_group(replace(cough, entries=(("terms", ""),)), edited.now) == ""
    assert Counts().of_entry("terms", "Cough") == ""


def test_that_a_study_without_events_has_no_words() -> None:
    assert words_of(small_study()) is None

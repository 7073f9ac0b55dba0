"""Changes of intercurrent events: who, when and why, in order, and never lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.event_edits import (
    CAUSE,
    COUNTS,
    DATE,
    STRATEGY,
    EventEdit,
    EventLog,
    changes,
    edits_by_event,
    laid_over,
)

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
FOUND = {COUNTS: "Y", DATE: "2024-02-10", CAUSE: "PREDNISONE"}


def edit(
    variable: str = DATE, old: str | None = "2024-02-10", new: str | None = "2024-03-01"
) -> EventEdit:
    return EventEdit("S1-001", "rescue", variable, old, new, "NN", NOON, "Date from the letter")


@pytest.mark.parametrize(("who", "reason"), [("", "Typing error"), ("NN", "  ")])
def test_that_an_edit_needs_a_name_and_a_reason(who: str, reason: str) -> None:
    with pytest.raises(AnalysisError, match=r"Give"):
        EventEdit("S1-001", "rescue", DATE, None, "2024-03-01", who, NOON, reason)


@pytest.mark.parametrize("text", ["1.3.2024", "2024-02-30", "March"])
def test_that_what_is_no_date_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(AnalysisError, match=r"is no date\. Write year, month and day"):
        edit(new=text)


@pytest.mark.parametrize(
    ("variable", "old", "when"),
    [
        ("colour", "2024-02-10", NOON),
        (DATE, "2024-03-01", NOON),
        (DATE, None, datetime(2024, 5, 1)),
    ],
)
def test_that_an_edit_that_cannot_be_is_a_fault(variable: str, old: str, when: datetime) -> None:
    with pytest.raises(ValueError, match=r"unknown variable|not changed|time zone"):
        EventEdit("S1-001", "rescue", variable, old, "2024-03-01", "NN", when, "Why")


def test_that_edits_are_laid_over_what_was_found() -> None:
    state = laid_over(FOUND, [edit(), edit(CAUSE, "PREDNISONE", None), edit(STRATEGY, None, "x")])

    assert state == {COUNTS: "Y", DATE: "2024-03-01", STRATEGY: "x"}


def test_that_the_changes_between_two_states_lead_from_one_to_the_other() -> None:
    after = {COUNTS: "N", DATE: "2024-02-10"}

    made = changes(
        "S1-001", "rescue", before=FOUND, after=after, who="NN", when=NOON, reason="No rescue"
    )

    assert [(e.variable, e.old, e.new) for e in made] == [
        (COUNTS, "Y", "N"),
        (CAUSE, "PREDNISONE", None),
    ]
    assert laid_over(FOUND, made) == after


def test_that_equal_states_need_no_edit() -> None:
    assert changes("S", "death", before=FOUND, after=FOUND, who="", when=NOON, reason="") == ()


def test_that_the_log_keeps_edits_in_their_order() -> None:
    log = EventLog([edit()])

    log.record_events([edit(DATE, "2024-03-01", "2024-03-02")])

    assert [e.new for e in log.event_edits] == ["2024-03-01", "2024-03-02"]
    assert list(edits_by_event(log.event_edits)) == [("S1-001", "rescue")]


def test_that_an_edit_of_a_value_changed_meanwhile_is_refused_as_a_whole() -> None:
    log = EventLog([edit()])

    with pytest.raises(AnalysisError, match="S1-001 was changed in the meantime"):
        log.record_events([edit(COUNTS, "Y", "N"), edit(DATE, "2024-02-10", "2024-04-01")])

    assert len(log.event_edits) == 1

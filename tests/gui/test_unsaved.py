"""What waits to be written into a study file: its order, and what became of each piece."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from sjogren_desktop.gui.exported import Export
from sjogren_desktop.gui.unsaved import Unsaved
from tests.samples import sample_ae_result
from tests.studies import small_study

RESULT = sample_ae_result()
EXPORT = Export("Workbook", Path("out.xlsx"))
FILE = cast(Any, None)  # the work is not done here


@pytest.fixture
def waiting() -> Unsaved:
    made = Unsaved()
    made.put_export(EXPORT)
    made.put_results([RESULT])
    made.put_study(small_study(), ())
    return made


def doing(waiting: Unsaved) -> str:
    """Return what is written next, "" where nothing waits."""
    piece = waiting.next(FILE, FILE)
    return "" if piece is None else piece[1]


def test_that_data_go_before_results_and_these_before_exports(waiting: Unsaved) -> None:
    assert doing(waiting) == "Saving the data"
    assert waiting.take(1)
    assert doing(waiting) == "Saving the result"
    assert not waiting.take((RESULT,))
    assert doing(waiting) == "Entering the export in the audit trail"
    waiting.take((EXPORT,))
    assert doing(waiting) == ""


def test_that_what_failed_waits_on_and_is_said_until_it_is_saved(waiting: Unsaved) -> None:
    doing(waiting)

    assert waiting.fail("The disk is full.")

    assert waiting.why == "The disk is full."
    assert doing(waiting) == "Saving the data"
    waiting.take(1)
    assert waiting.why == ""


def test_that_an_export_that_was_not_entered_is_no_unsaved_result() -> None:
    waiting = Unsaved()
    waiting.put_export(EXPORT)
    doing(waiting)

    assert not waiting.fail("The disk is full.")

    assert waiting.why == ""
    assert doing(waiting) == "Entering the export in the audit trail"


def test_that_results_the_file_has_are_not_written_again() -> None:
    other = replace(RESULT, title="Another")
    waiting = Unsaved(kept=[RESULT])

    waiting.put_results([RESULT, other])

    assert doing(waiting) == "Saving the result"
    waiting.take((other,))
    assert doing(waiting) == ""


def test_that_an_answer_for_a_file_that_was_closed_meanwhile_changes_nothing() -> None:
    waiting = Unsaved()
    waiting.put_results([RESULT])

    assert not waiting.take(1)
    assert not waiting.fail("The file is closed.")

    assert waiting.why == ""
    assert doing(waiting) == "Saving the result"

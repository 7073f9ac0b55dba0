"""Tampering with the audit trail or with what it tells of is found on opening, and named."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlite

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study import store
from sjogren_desktop.study.store import Event, StudyFile
from tests.study.store.making import PASSPHRASE, edit, note, odd_study, tampered, unblinding

FREE = ("DROP TRIGGER trail_is_not_changed", "DROP TRIGGER trail_is_not_deleted")


@pytest.fixture
def closed(file: StudyFile) -> StudyFile:
    """A closed file of six entries: made, data, a score, an export, a note, an unblinding."""
    file.save_study(odd_study())
    file.scores.record([edit(reason="")])
    file.enter(Event("Exported", place="workbook.xlsx"))
    file.notes.record(note())
    file.unblindings.record(unblinding())
    file.close()
    return file


def findings(file: StudyFile, *statements: str) -> tuple[str, ...]:
    tampered(file.path, *statements)
    with store.open_file(file.path, passphrase=PASSPHRASE) as again:
        assert bool(again.read_only) == bool(again.findings)
        return again.findings


def test_that_an_untouched_file_has_no_findings(closed: StudyFile) -> None:
    assert findings(closed) == ()


def test_that_a_changed_entry_is_named(closed: StudyFile) -> None:
    found = findings(closed, *FREE, "UPDATE trail SET who = 'Bea' WHERE number = 3")

    assert found == ("Entry 3 (Score entered, S1-001, Week 4, renal) was changed.",)


def test_that_a_removed_entry_is_named(closed: StudyFile) -> None:
    found = findings(closed, *FREE, "DELETE FROM trail WHERE number = 2")

    assert found == (
        "Entry 2 was removed from the audit trail.",
        "There are records of an entry 2 that the trail does not hold.",
    )


def test_that_a_removed_last_entry_is_named(closed: StudyFile) -> None:
    found = findings(closed, *FREE, "DELETE FROM trail WHERE number = 6", "DELETE FROM unblinding")

    assert found == ("Entry 6 was removed from the audit trail.",)


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        ("UPDATE score_edit SET new = '3.0'", 3),
        ("DELETE FROM score_edit", 3),
        (
            "INSERT INTO score_edit SELECT NULL, entry, 'S1-009', visit_number, visit, variable,"
            " old, new, who, made, reason FROM score_edit",
            3,
        ),
        ("UPDATE data_column SET sha256 = 'x' WHERE name = 'AVAL'", 2),
        ("UPDATE data_set SET name = 'ADLB'", 2),
        ("UPDATE note SET text = 'x'", 5),
        ("DELETE FROM unblinding", 6),
        ("UPDATE fact SET value = 'x' WHERE name = 'study_id'", 1),
    ],
)
def test_that_records_changed_behind_the_trail_are_named(
    closed: StudyFile, statement: str, entry: int
) -> None:
    found = findings(closed, statement)

    assert len(found) == 1
    assert f"The records that entry {entry} (" in found[0]


def test_that_a_record_of_no_entry_is_named(closed: StudyFile) -> None:
    found = findings(
        closed,
        "INSERT INTO document (entry, kind, name, body) VALUES (9, 'options', 'x', '{}')",
    )

    assert found == ("There are records of an entry 9 that the trail does not hold.",)


def test_that_changed_values_of_a_column_are_told_on_reading(closed: StudyFile) -> None:
    tampered(
        closed.path,
        "UPDATE data_column SET contents = (SELECT contents FROM data_column WHERE name = 'FLAG')"
        " WHERE name = 'AVAL'",
    )

    with store.open_file(closed.path, passphrase=PASSPHRASE) as again:
        study = again.study()

    assert study is not None
    assert "AVAL" not in study.datasets[0].frame
    assert study.issues[-1].check == "store.column_lost"


def test_that_a_tampered_file_is_only_read(closed: StudyFile) -> None:
    tampered(closed.path, "DELETE FROM score_edit")

    with (
        store.open_file(closed.path, passphrase=PASSPHRASE) as again,
        pytest.raises(AnalysisError, match="does not fit what the file holds"),
    ):
        again.scores.record([edit("S1-002", reason="")])


@pytest.mark.parametrize("statement", ["UPDATE trail SET who = 'Bea'", "DELETE FROM trail"])
def test_that_the_database_itself_refuses_to_change_the_trail(
    closed: StudyFile, statement: str
) -> None:
    with pytest.raises(sqlite.IntegrityError, match="only added to"):
        tampered(closed.path, statement)

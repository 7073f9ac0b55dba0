"""The patients behind numbers and marks: they exist, and are as many as the number says."""

import pytest

from sjogren_desktop.analyses import batch
from tests.demo_study import demo_study
from tests.studies import small_study

COUNTS = ("count", "subjects", "responders", "n", "events")
LINKED = (
    "score_checks",
    "intercurrent",
    "missingness",
    "responders",
    "composite_responders",
)


@pytest.fixture(scope="module")
def results():
    """Return the study and what those analyses give that link to patients."""
    study = demo_study()
    plan = {key: [{"study": study.study_ids[0]}] for key in LINKED}
    done, failed = batch.run_all(study, plan=plan)
    assert failed == []
    return study, done


def linked_cells(result):
    for table in result.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell is not None and cell.subjects:
                    yield table, row, cell


def test_that_every_analysis_of_patients_links_its_counts(results):
    _, done = results

    assert [r.analysis for r in done if not any(linked_cells(r))] == []


def test_that_linked_patients_exist_and_are_named_once(results):
    study, done = results
    known = set(study.subject_keys(study.adsl))

    for result in done:
        for table, row, cell in linked_cells(result):
            assert set(cell.subjects) <= known, (table.key, row.labels)
            assert len(set(cell.subjects)) == len(cell.subjects), (table.key, row.labels)


def test_that_a_count_of_subjects_has_as_many_patients_behind_it(results):
    _, done = results
    compared = 0

    for result in done:
        for table, row, cell in linked_cells(result):
            first = cell.stats[0]
            if first.name in COUNTS and (table.key, row.labels[0]) != ("checks", row.labels[0]):
                assert first.value == len(cell.subjects), (result.analysis, table.key, row.labels)
                compared += 1

    assert compared > 100


def test_that_keys_name_the_study_where_a_number_stands_in_two():
    study = small_study()
    twice = study.adsl.copy()
    assert list(study.subject_keys(twice)[:1]) == [twice["USUBJID"].iloc[0]]

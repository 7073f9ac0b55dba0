"""The patients behind numbers and marks: they exist, and are as many as the number says."""

import pytest

from sjogren_desktop.analyses import batch, catalogue, next_trial
from tests.demo_study import demo_study
from tests.studies import small_study

COUNTS = ("count", "subjects", "responders", "n", "events")
LINKED = (
    "mmrm_change",
    "ancova_visit",
    "evidence",
    "subgroups",
    "robustness",
    "rerandomisation",
    "placebo_response",
    "sensitivity",
    "scores",
    "score_checks",
    "intercurrent",
    "missingness",
    "responders",
    "composite_responders",
    "ae_terms",
    "ae_time",
    "exposure_lanes",
    "lab_change",
)
POOLED = ("evidence",)
OF_NO_PATIENTS = {
    "heterogeneity": "studies",
    "closeness": "countries",
    "clusters": "sites and countries",
    "methods": "patients of a trial to come",
    "sizes": "patients of a trial to come",
}
"""Tables some of whose counts are not of patients, and what they count."""
VALUES = ("values_after",)
"""Tables that count values, of which a patient may have several."""


@pytest.fixture(scope="module")
def results():
    """Return the study and what those analyses give that link to patients."""
    study = demo_study()
    first = study.study_ids[0]
    plan = {key: [{"study": "Pooled" if key in POOLED else first}] for key in LINKED}
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
            if first.name in COUNTS and table.key not in ("checks", *VALUES):
                counted = sum(s.value for s in cell.stats) if cell.pattern == "{0} / {1}" else 0
                assert (counted or first.value) == len(cell.subjects), (table.key, row.labels)
                compared += 1

    assert compared > 500


def bare_counts(done):
    """Return the tables with a count above nothing and no patients behind it."""
    return {
        (result.analysis, table.key)
        for result in done
        for table in result.tables
        for row in table.rows
        for cell in row.cells
        if cell is not None
        and cell.stats
        and cell.stats[0].name in COUNTS
        and cell.stats[0].value
        and not cell.subjects
        and table.key not in OF_NO_PATIENTS
    }


def test_that_no_count_of_patients_is_without_them(results):
    assert bare_counts(results[1]) == set()


@pytest.mark.slow  # every analysis that can be run on the demonstration study
def test_that_no_count_of_any_analysis_is_without_its_patients(results):
    study, _ = results
    ready = [a for a in catalogue.ANALYSES if a.scopes(study) and a.key != next_trial.SPEC.key]
    done, failed = batch.run_all(study, plan={a.key: [a.scopes(study)[0]] for a in ready})

    assert failed == []
    assert len(done) > 30
    assert bare_counts(done) == set()


def marks_of(figure):
    """Yield the number of marks of each series or row, and the patients behind each."""
    for series in getattr(figure, "series", ()):
        if getattr(series, "subjects", ()):
            yield len(series.x), series.subjects
    rows = [row for row in getattr(figure, "rows", ()) if getattr(row, "subjects", ())]
    if rows:
        yield len(rows), tuple(row.subjects for row in rows)
    for row in getattr(figure, "subjects", ()):
        yield len(figure.y), row


@pytest.mark.parametrize(
    ("analysis", "figure"),
    [
        ("mmrm_change", "lsmeans"),
        ("mmrm_change", "differences"),
        ("ancova_visit", "differences"),
        ("evidence", "evidence"),
        ("subgroups", "subgroups_1"),
        ("subgroups", "stepp"),
        ("robustness", "countries_1"),
        ("robustness", "influence_1"),
        ("placebo_response", "course"),
        ("placebo_response", "change_baseline"),
        ("placebo_response", "funnel"),
        ("placebo_response", "threshold"),
        ("sensitivity", "sensitivity_1"),
        ("scores", "points_baseline"),
        ("intercurrent", "events"),
        ("missingness", "missing_0"),
        ("missingness", "staying"),
        ("missingness", "cohorts_0"),
        ("responders", "distribution"),
        ("composite_responders", "responder_differences"),
        ("ae_terms", "ae_terms_percent"),
        ("ae_terms", "ae_terms_difference"),
        ("ae_time", "time_to_event"),
        ("ae_time", "mean_number"),
        ("lab_change", "lab_change_igg_4"),
    ],
)
def test_that_marks_name_the_patients_they_stand_for(results, analysis, figure):
    study, done = results
    known = set(study.subject_keys(study.adsl))
    result = next(r for r in done if r.analysis == analysis)
    found = list(marks_of(next(f for f in result.figures if f.key == figure)))

    assert found
    for marks, people in found:
        assert len(people) == marks
        assert any(people)
        assert set().union(*people) <= known


def test_that_keys_name_the_study_where_a_number_stands_in_two():
    study = small_study()
    twice = study.adsl.copy()
    assert list(study.subject_keys(twice)[:1]) == [twice["USUBJID"].iloc[0]]

"""A study in which nothing names a treatment: described as one group, never compared."""

from __future__ import annotations

import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study

PEOPLE = "Patient ID,Sex,Age,ESSDAI Baseline,ESSDAI Week 12\n" + "".join(
    f"P{i:02},{'FM'[i % 4 == 0]},{40 + i},{8 + i % 5},{6 + i % 4}\n" for i in range(12)
)
EVENTS = "Patient ID,Adverse event,Severity,Start date\nP01,Cough,Mild,2024-01-09\n"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> StudyData:
    folder = tmp_path_factory.mktemp("registry")
    (folder / "patients.csv").write_text(PEOPLE)
    (folder / "events.csv").write_text(EVENTS)
    return open_study([folder])


@pytest.mark.parametrize("analysis", [a for a in catalogue.ANALYSES if a.compares_arms])
def test_that_what_compares_arms_says_that_there_is_one_group(study, analysis) -> None:
    with pytest.raises(AnalysisError, match=r"in one group, All patients\. Choose a descriptive"):
        catalogue.run(analysis, study, analysis.scopes(study)[0])


@pytest.mark.parametrize(
    ("key", "summary"),
    [
        ("participant_flow", "12 enrolled, 12 analysed."),
        ("demographics", "2 characteristics of 12 subjects."),
        ("ae_overview", "All patients 1 (8.3%)."),
        ("ae_terms", "Cough (All patients 1 of 12)."),
    ],
)
def test_that_a_descriptive_table_has_one_column(study, key: str, summary: str) -> None:
    analysis = catalogue.find(key)

    result = catalogue.run(analysis, study, analysis.scopes(study)[0])

    assert summary in result.summary
    heads = {c.header for t in result.tables for c in t.columns}
    assert any(head.startswith("All patients") for head in heads)


def test_that_a_study_without_arms_is_not_marked_as_blinded(study) -> None:
    from sjogren_desktop.study.blinding import guard

    assert guard(study).blinded is None

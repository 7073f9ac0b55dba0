"""The catalogue on a study whose arms are withheld."""

import dataclasses

import pytest

from sjogren_desktop.analyses import batch, catalogue
from sjogren_desktop.analyses.blinded_review import DRUG_CLASS_EFFECTS, WARNING
from sjogren_desktop.results import BLINDED, UNBLINDED, AnalysisError
from sjogren_desktop.study.blinding import ALL_PATIENTS, blind
from tests.demo_study import demo_study


@pytest.fixture(scope="module")
def blinded():
    return blind(demo_study()).study


COMPARING = [a for a in catalogue.ANALYSES if a.compares_arms]
DESCRIBING = [a for a in catalogue.ANALYSES if not a.compares_arms]


@pytest.mark.parametrize("analysis", COMPARING, ids=lambda a: a.key)
def test_that_a_comparison_of_arms_is_refused_in_a_sentence(blinded, analysis):
    with pytest.raises(AnalysisError, match="withheld while the study is blinded"):
        catalogue.run(analysis, blinded, {})


@pytest.mark.parametrize("analysis", DESCRIBING, ids=lambda a: a.key)
def test_that_a_description_runs_on_all_patients(blinded, analysis):
    result = catalogue.run(analysis, blinded, {})

    assert result.blinding == BLINDED
    arms = {
        str(key["ARM"])
        for table in result.tables
        for part in (*table.columns, *table.rows)
        if "ARM" in (key := part.key)
    }
    assert arms <= {ALL_PATIENTS, "Total"}


def test_that_a_comparison_runs_once_arms_are_shown():
    study = dataclasses.replace(demo_study(), blinding=UNBLINDED)

    result = catalogue.run(catalogue.find("ancova_visit"), study, {})

    assert result.blinding == UNBLINDED
    assert WARNING not in result.notes


def test_that_results_of_a_study_without_a_blind_carry_no_mark():
    assert catalogue.run(catalogue.find("ae_overview"), demo_study(), {}).blinding == ""


def test_that_immunoglobulins_and_cells_bring_a_warning_on_result_and_figure(blinded):
    result = catalogue.run(
        catalogue.find("lab_change"), blinded, {"pictured": ("IGG", "ALT"), "pictures": ("means",)}
    )

    assert result.notes[0] == WARNING
    assert [WARNING in figure.caption for figure in result.figures] == [True, False]


def test_that_other_results_bring_no_warning(blinded):
    assert WARNING not in catalogue.run(catalogue.find("ae_overview"), blinded, {}).notes


@pytest.mark.parametrize(
    "text",
    [
        "Immunoglobulin G (g/L)",
        "IgM",
        "IGA",
        "B cells CD19+",
        "Lymphocytes (10^9/L)",
        "Neutrophils",
    ],
)
def test_that_values_a_drug_against_b_cells_changes_are_known(text):
    assert DRUG_CLASS_EFFECTS.search(text)


@pytest.mark.parametrize("text", ["Alanine aminotransferase", "Lymphadenopathy", "Big data", "IG"])
def test_that_other_values_are_not_taken_for_them(text):
    assert not DRUG_CLASS_EFFECTS.search(text)


def test_that_a_batch_runs_what_describes_and_names_what_compares(blinded):
    results, failures = batch.run_all(blinded, only=("ae_overview", "ancova_visit"))

    assert {r.analysis for r in results} == {"ae_overview"}
    assert {f.analysis for f in failures} == {"ancova_visit"}

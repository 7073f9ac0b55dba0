"""Adverse events of special interest: which terms match, and how they are counted."""

import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue, event_lists, interest
from sjogren_desktop.results import AnalysisError
from tests.studies import small_study, with_dataset

SPECIAL = catalogue.find("ae_special")

BELONGS = {
    "infection": ["Upper respiratory tract infection", "HERPES ZOSTER", "Pneumonia bacterial"],
    "infection_opportunistic": ["Pulmonary tuberculosis", "Pneumocystis jirovecii pneumonia"],
    "herpes_zoster": ["Herpes zoster", "Zoster reactivation"],
    "injection_reaction": ["Injection site erythema", "APPLICATION SITE PRURITUS"],
    "infusion_reaction": ["Infusion related reaction"],
    "hypersensitivity": ["Drug hypersensitivity", "Anaphylactic reaction", "Urticaria"],
    "neutropenia": [
        "Febrile neutropenia",
        "Neutrophil count decreased",
        "Neutrophil count low",
        "Low neutrophils",
        "White cell count low",
    ],
    "lymphopenia": ["Lymphopenia", "Lymphocyte count low"],
    "thrombocytopenia": ["Thrombocytopenia", "Low platelet count"],
    "hypogammaglobulinaemia": [
        "Hypogammaglobulinaemia",
        "Blood immunoglobulin G decreased",
        "Low IgG",
    ],
    "hepatic": ["Alanine aminotransferase increased", "Hepatitis", "Drug-induced liver injury"],
    "malignancy": ["Basal cell carcinoma", "B-cell lymphoma", "Breast cancer"],
    "lymphoma": ["MALT lymphoma", "Non-Hodgkin's lymphoma"],
}
DOES_NOT = {
    "infection": ["Rhinitis allergic", "Gastrooesophageal reflux disease", "Headache"],
    "infection_opportunistic": ["Disseminated intravascular coagulation"],
    "hypersensitivity": ["Rash"],
    "neutropenia": ["Neutrophil count increased"],
    "hypogammaglobulinaemia": ["Blood immunoglobulin G increased"],
    "malignancy": ["Benign neoplasm of skin", "Skin papilloma"],
    "hepatic": ["Appetite decreased"],
}


def found(key, terms, **columns):
    groups = event_lists.shipped().groups
    frame = pd.DataFrame({"AEDECOD": terms, **columns})
    group = next(g for g in groups if g.key == key)
    return interest.members(frame, group, groups).tolist()


@pytest.mark.parametrize("key", BELONGS)
def test_that_usual_terms_are_found_by_their_group(key):
    assert found(key, BELONGS[key]) == [True] * len(BELONGS[key])


@pytest.mark.parametrize("key", DOES_NOT)
def test_that_terms_that_look_alike_stay_out(key):
    assert found(key, DOES_NOT[key]) == [False] * len(DOES_NOT[key])


def test_that_a_word_matches_at_its_start_only():
    assert found("herpes_zoster", ["Nonzoster pain", "zoster"]) == [False, True]


def test_that_a_class_belongs_as_a_whole_and_serious_ones_within_it():
    columns = {
        "AEBODSYS": ["Infections and infestations", "Skin", "INFECTIONS AND INFESTATIONS"],
        "AESER": ["Y", "Y", "N"],
    }

    assert found("infection", ["Lice", "Lice", "Lice"], **columns) == [True, False, True]
    assert found("infection_serious", ["Lice", "Lice", "Lice"], **columns) == [True, False, False]


def test_that_verbatim_terms_serve_where_there_is_no_preferred_term():
    columns = {"AETERM": ["sepsis", "sepsis"]}

    assert found("infection", [None, "Headache"], **columns) == [True, False]


def test_that_a_faulty_list_is_refused_in_words(tmp_path):
    path = tmp_path / "list.toml"
    path.write_text('[[group]]\nkey = "a"\ntitle = "A"\nwords = ["x"]\n')

    with pytest.raises(AnalysisError, match="unknown entries words"):
        event_lists.read_lists(path)


def study_with_events(**changes):
    events = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["S1-0001", "S1-1002", "S1-1002", "S1-1003"],
            "AEDECOD": ["Cough", "Sepsis", "Herpes zoster", "Injection site pain"],
            "TRTEMFL": "Y",
            "AESER": ["N", "Y", "N", "N"],
            "CQ01NAM": [None, "VIRAL", "VIRAL", None],
        }
    )
    return with_dataset(small_study(), "ADAE", "ADAE", events.assign(**changes))


def test_that_subjects_are_counted_once_a_group_and_data_queries_are_groups():
    result = catalogue.run(SPECIAL, study_with_events(), {"study": "S1"})

    rows = {r.key["GROUP"]: [formats.cell(c) for c in r.cells[:2]] for r in result.tables[0].rows}
    assert rows["CQ01NAM:VIRAL"] == ["0", "1 (9.1%) [2]"]
    assert rows["infection"] == ["0", "1 (9.1%) [2]"]
    assert rows["infection_serious"] == ["0", "1 (9.1%) [1]"]
    assert rows["injection_reaction"] == ["0", "1 (9.1%) [1]"]
    assert rows["lymphoma"] == ["0", "0"]


def test_that_the_terms_counted_are_listed():
    options = {"study": "S1", "groups": ("infection",)}
    result = catalogue.run(SPECIAL, study_with_events(), options)

    terms = next(t for t in result.tables if t.key == "ae_special_terms")
    assert [r.labels for r in terms.rows] == [
        ("Infections", "Herpes zoster"),
        ("Infections", "Sepsis"),
    ]
    assert any("do not say how long" in n for n in result.notes)


def test_that_the_query_of_the_pilot_study_has_the_subjects_of_figure_14_1(pilot):
    # Figure 14-1: subjects with a dermatologic event 29, 62, 61, of whom all are in CQ01NAM
    result = catalogue.run(SPECIAL, pilot, {})

    row = result.tables[0].rows[0]
    assert row.labels == ("DERMATOLOGIC EVENTS (CQ01NAM)",)
    assert [c.stats[0].value for c in row.cells[:3]] == [29, 62, 61]
    assert [t.key for t in result.tables] == ["ae_special", "ae_special_rates", "ae_special_terms"]

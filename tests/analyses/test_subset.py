"""Conditions on subjects: read as written, refused in a sentence, kept with the result."""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue, subset
from sjogren_desktop.results import AnalysisError
from tests.demo_study import demo_study

MONTHLY = "Ianalumab 300 mg monthly"

PEOPLE = pd.DataFrame(
    {
        "SEX": ["F", "M", "F", None],
        "AGE": [70.0, 40.0, 30.0, np.nan],
        "REGION1": ["Europe", "Asia", "europe ", "Latin America"],
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [True, True, True, True]),
        ("SEX = F", [True, False, True, False]),
        ("sex = f and AGE >= 65", [True, False, False, False]),
        ("AGE < 65", [False, True, True, False]),
        ("AGE = 40", [False, True, False, False]),
        ("AGE > 39,5", [True, True, False, False]),
        ("SEX != F", [False, True, False, False]),
        ("REGION1 in Europe, Latin America", [True, False, True, True]),
        ("REGION1 = 'Latin America' AND SEX != M", [False, False, False, False]),
    ],
)
def test_that_conditions_are_read_as_written(text, expected):
    assert subset.chosen(PEOPLE, text).tolist() == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SEX F", "cannot be read"),
        ("HEIGHT > 3", "no variable HEIGHT"),
        ("AGE > old", "no number"),
        ("SEX > 3", "holds no numbers"),
        ("SEX = F and", "cannot be read"),
    ],
)
def test_that_what_cannot_be_read_is_said(text, said):
    with pytest.raises(AnalysisError, match=said):
        subset.chosen(PEOPLE, text)


def test_that_variables_with_few_values_are_offered():
    assert subset.offered(PEOPLE) == {
        "SEX": ("F", "M"),
        "REGION1": ("Asia", "Europe", "Latin America", "europe "),
    }


def test_that_a_safety_table_counts_the_chosen_only_and_says_so():
    study = demo_study()
    given = {"study": "NEPTUNUS-1", "subset": "SEX = M  and AGE >= 50"}

    result = catalogue.run(catalogue.find("ae_overview"), study, given)

    people = study.adsl
    mine = people["STUDYID"].eq("NEPTUNUS-1") & people["SAFFL"].eq("Y")
    mine &= people["SEX"].eq("M") & (people["AGE"] >= 50)
    counts = people.loc[mine, "TRT01A"].value_counts()
    heads = [c.header for c in result.tables[0].columns]
    assert result.population == "Safety population, SEX = M and AGE >= 50"
    assert heads[:2] == [f"{arm}\n(N={counts[arm]})" for arm in ("Placebo", MONTHLY)]


def test_that_every_safety_question_has_the_option():
    without = [
        a.key
        for a in catalogue.ANALYSES
        if a.tab == "safety" and "subset" not in {o.key for o in a.options}
    ]

    assert without == []

"""De-identified data: rules DI.1 to DI.5 of the method page."""

import re

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import Dataset, StudyData
from sjogren_desktop.study.deidentify import deidentify
from tests.demo_study import demo_study


def study_of(**columns):
    """Return a study of one data set a keyword: name and frame."""
    made = [Dataset(n, "ADSL" if n == "ADSL" else "OCCDS", f) for n, f in columns.items()]
    return StudyData(tuple(made))


def adsl(**columns):
    people = 4
    return pd.DataFrame(
        {
            "STUDYID": "S",
            "USUBJID": [f"S-{700 + i}-10{i}" for i in range(people)],
            "TRTSDT": pd.to_datetime(["2021-03-01", "2021-03-05", "2021-03-09", None]),
            **columns,
        }
    )


def only(study, name="ADSL", **given):
    made = deidentify(study, seed=given.get("seed", 3))
    return next(d.frame for d in made.study.datasets if d.name == name)


def test_that_a_subject_has_one_new_number_in_all_data_sets():
    events = pd.DataFrame(
        {"STUDYID": "S", "USUBJID": ["S-701-101", "S-701-101", "S-700-100"], "AESEQ": [1, 2, 3]}
    )

    made = deidentify(study_of(ADSL=adsl(AGE=[40, 41, 42, 43]), ADAE=events), seed=3).study

    people, events = made.datasets[0].frame, made.datasets[1].frame
    number = people.set_index("AGE")["USUBJID"]
    assert sorted(people["USUBJID"]) == ["P0001", "P0002", "P0003", "P0004"]
    assert events.set_index("AESEQ")["USUBJID"].to_dict() == {
        1: number[41],
        2: number[41],
        3: number[40],
    }


def test_that_new_numbers_are_drawn_and_do_not_follow_the_old():
    study = study_of(
        ADSL=pd.DataFrame({"USUBJID": [f"S-{i:04d}" for i in range(60)], "LINE": range(60)})
    )

    orders = [tuple(deidentify(study).study.adsl["LINE"]) for _ in range(2)]

    assert orders[0] != orders[1]
    assert all(abs(np.corrcoef(order, range(60))[0, 1]) < 0.6 for order in orders)


def test_that_the_same_number_in_two_studies_is_two_subjects():
    frame = pd.DataFrame({"STUDYID": ["S", "T"], "USUBJID": ["001", "001"], "AGE": [40, 41]})

    assert only(study_of(ADSL=frame))["USUBJID"].nunique() == 2


def test_that_dates_become_days_since_the_first_dose():
    frame = adsl(
        RANDDT=pd.to_datetime(["2021-02-27", "2021-03-05", "2021-03-08", "2021-03-08"]),
        EOSDTC=["2021-03-31", "2021-03", "2021-03-09T10:30", None],
        AGE=[40, 41, 42, 43],
    )

    made = only(study_of(ADSL=frame)).set_index("AGE")

    assert made.loc[[40, 41, 42], "TRTSDY"].tolist() == [1, 1, 1]
    # There is no day 0: the day before the first dose is day -1.
    assert made.loc[[40, 41, 42], "RANDDY"].tolist() == [-2, 1, -1]
    assert made.loc[40, "EOSDY"] == 31
    assert np.isnan(made.loc[41, "EOSDY"])  # a partial date has no day
    assert made.loc[42, "EOSDY"] == 1
    assert made.loc[43, "RANDDY"] == 1  # without a first dose it is the day of randomisation


def test_that_a_date_whose_day_is_there_goes():
    frame = adsl(ADT=pd.to_datetime(["2021-03-02"] * 4), ADY=[2.0, -4.0, -8.0, np.nan])

    made = only(study_of(ADSL=frame))

    assert "ADT" not in made
    assert sorted(made["ADY"].dropna()) == [-8, -4, 2]


@pytest.mark.parametrize(
    "column",
    ["SUBJID", "INVNAM", "BRTHDT", "BIRTHYEAR", "AETERM", "CMTRT", "COVAL", "LBREFID", "AESTTM"],
)
def test_that_what_identifies_goes_by_its_name(column):
    assert column not in only(study_of(ADSL=adsl(**{column: ["a", "b", "a", "b"]})))


@pytest.mark.parametrize("column", ["AEDECOD", "PARAM", "SEX", "RACE", "EOSSTT", "ARM", "AESER"])
def test_that_codes_stay(column):
    assert column in only(study_of(ADSL=adsl(**{column: ["a", "b", "a", "b"]})))


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (["seen on 2021-03-04", "x", "y", "z"], "it holds dates"),
        (["brother of S-701-101", "x", "y", "z"], "it holds subject numbers"),
        (["a" * 61, "x", "y", "z"], "free text, as it seems: many or long values"),
    ],
)
def test_that_free_text_goes_by_its_values(values, why):
    made = deidentify(study_of(ADSL=adsl(REMARK=values)), seed=1)

    assert "REMARK" not in made.study.adsl
    assert [c.what for c in made.changes if c.variable == "REMARK"] == [f"removed: {why}"]


def test_that_sites_are_numbered_anew_alike_in_all_data_sets():
    other = pd.DataFrame({"USUBJID": ["S-700-100", "S-701-101"], "SITEID": ["12", "14"]})
    frame = adsl(SITEID=[12, 14, 12, 14], AGE=[40, 41, 42, 43])

    made = deidentify(study_of(ADSL=frame, ADQS=other.assign(K=[40, 41])), seed=2).study

    site = made.datasets[0].frame.set_index("AGE")["SITEID"]
    assert site[40] == site[42] != site[41]
    assert set(site) == {"S001", "S002"}
    again = made.datasets[1].frame.set_index("K")["SITEID"]
    assert again.to_dict() == {40: site[40], 41: site[41]}


def test_that_ages_over_89_become_90():
    assert sorted(only(study_of(ADSL=adsl(AGE=[40, 89, 90, 97])))["AGE"]) == [40, 89, 90, 90]


def test_that_small_cells_are_listed_one_by_one_and_together():
    people = pd.DataFrame(
        {
            "STUDYID": "S",
            "USUBJID": [str(i) for i in range(24)],
            "SEX": ["F"] * 12 + ["M"] * 12,
            "RACE": ["WHITE"] * 11 + ["ASIAN"] * 13,
        }
    )

    cells = deidentify(study_of(ADSL=people), seed=1).small_cells

    assert [(c.variables, c.values, c.patients) for c in cells] == [
        ("SEX, RACE", "F, ASIAN", 1),
    ]


def test_that_records_of_nobody_are_left_out_and_this_is_said():
    made = deidentify(study_of(ADSL=adsl(), NOTES=pd.DataFrame({"TEXT": ["x"]})), seed=1)

    assert [d.name for d in made.study.datasets] == ["ADSL"]
    assert made.changes[-1].dataset == "NOTES"


def test_that_a_study_without_subjects_is_refused():
    with pytest.raises(AnalysisError, match="subject-level"):
        deidentify(study_of(NOTES=pd.DataFrame({"TEXT": ["x"]})))


def test_that_no_number_or_date_of_the_demonstration_study_is_left():
    study = demo_study()
    old = {str(v) for c in ("USUBJID", "SUBJID") for v in study.adsl[c]}

    made = deidentify(study, seed=1).study

    for dataset in made.datasets:
        for column in dataset.frame.columns:
            values = dataset.frame[column]
            assert values.dtype.kind != "M", column
            if values.dtype.kind in "ifb":
                continue
            distinct = [str(v) for v in values.dropna().unique()]
            assert old.isdisjoint(distinct), column
            assert not [v for v in distinct if re.search(r"20\d\d-\d\d", v)], column


def test_that_analyses_give_the_same_numbers_on_de_identified_data():
    before = catalogue.run(catalogue.find("ancova_visit"), demo_study(), {})
    study = deidentify(demo_study(), seed=1).study

    after = catalogue.run(catalogue.find("ancova_visit"), study, {})

    def estimates(result):
        return [s.value for t in result.tables for _, _, s in t.numbers() if s.name == "estimate"]

    assert estimates(after) == pytest.approx(estimates(before), rel=1e-9)
    assert estimates(after)


@pytest.mark.parametrize(("coded", "kept"), [({}, False), ({"AEBODSYS": "Nervous system"}, True)])
def test_that_reported_terms_under_the_name_of_coded_ones_are_removed(coded, kept):
    written = ["Fell at a birthday", "Cough", "Cough"]
    events = pd.DataFrame({"USUBJID": adsl()["USUBJID"][:3], "AETERM": written, "AEDECOD": written})

    found = only(study_of(ADSL=adsl(), ADAE=events.assign(**coded)), "ADAE")

    assert ("AEDECOD" in found) is kept
    assert "AETERM" not in found

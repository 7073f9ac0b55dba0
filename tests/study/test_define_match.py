"""What define.xml and the data do not share is said, once for each data set."""

from __future__ import annotations

from pathlib import Path

import pytest

from sjogren_desktop.results import Issue
from sjogren_desktop.study.load import open_study

ADSL = "STUDYID,USUBJID,TRT01P,AGE\nT,S1,Active,50\nT,S2,Placebo,60\n"
ADLB = (
    "STUDYID,USUBJID,TRTP,PARAMCD,AVISIT,AVISITN,AVAL\n"
    "T,S1,Active,IGG,Baseline,0,12\nT,S2,Placebo,IGG,Week 12,12,<3\n"
)


def define(datasets: dict[str, str], terms: str = "") -> str:
    """Return a define.xml: names of variables by data set, "!" before what has no data."""
    groups, items = "", ""
    for name, variables in datasets.items():
        empty = ' def:HasNoData="Yes"' if name.startswith("!") else ""
        name = name.removeprefix("!")
        groups += f'<ItemGroupDef OID="IG.{name}" Name="{name}"{empty}>'
        for variable in variables.split():
            none = ' def:HasNoData="Yes"' if variable.startswith("!") else ""
            variable = variable.removeprefix("!")
            groups += f'<ItemRef ItemOID="IT.{name}.{variable}"{none}/>'
            listed = '<CodeListRef CodeListOID="CL"/>' if variable == "PARAMCD" and terms else ""
            items += f'<ItemDef OID="IT.{name}.{variable}" Name="{variable}">{listed}</ItemDef>'
        groups += "</ItemGroupDef>"
    codes = "".join(f'<EnumeratedItem CodedValue="{t}"/>' for t in terms.split())
    return (
        '<ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" '
        'xmlns:def="http://www.cdisc.org/ns/def/v2.1"><Study OID="S"><MetaDataVersion OID="M">'
        f'{groups}{items}<CodeList OID="CL">{codes}</CodeList></MetaDataVersion></Study></ODM>'
    )


FITTING = {
    "ADSL": "STUDYID USUBJID TRT01P AGE",
    "ADLB": "STUDYID USUBJID TRTP PARAMCD AVISIT AVISITN AVAL",
}


def found(folder: Path, text: str) -> dict[str, Issue]:
    (folder / "adsl.csv").write_text(ADSL)
    (folder / "adlb.csv").write_text(ADLB)
    (folder / "define.xml").write_text(text)
    issues = [i for i in open_study([folder]).issues if i.check.startswith("define.")]
    assert len({(i.check, i.file) for i in issues}) == len(issues)
    return {i.check: i for i in issues}


def test_that_a_define_that_fits_is_not_spoken_of(tmp_path: Path) -> None:
    assert found(tmp_path, define(FITTING, "IGG")) == {}


def test_that_absent_variables_are_named_once_for_the_data_set(tmp_path: Path) -> None:
    text = define(FITTING | {"ADLB": FITTING["ADLB"] + " A1LO A1HI"})

    (issue,) = found(tmp_path, text).values()

    assert (issue.check, issue.severity, issue.file, issue.column) == (
        "define.variable_absent", "warning", "adlb.csv", "",
    )  # fmt: skip
    assert issue.message == "ADLB lacks 2 variables that define.xml declares: A1LO, A1HI."
    assert issue.action


def test_that_an_undeclared_variable_is_named_with_its_column(tmp_path: Path) -> None:
    text = define(FITTING | {"ADSL": "STUDYID USUBJID TRT01P"})

    (issue,) = found(tmp_path, text).values()

    assert (issue.check, issue.severity, issue.file, issue.column) == (
        "define.variable_undeclared", "note", "adsl.csv", "AGE",
    )  # fmt: skip


def test_that_absent_and_undeclared_data_sets_are_named(tmp_path: Path) -> None:
    text = define({"ADSL": FITTING["ADSL"], "ADAE": "USUBJID", "ADVS": "USUBJID"})

    issues = found(tmp_path, text)

    absent, undeclared = issues["define.dataset_absent"], issues["define.dataset_undeclared"]
    assert "2 data sets that none of the files holds: ADAE, ADVS." in absent.message
    assert (absent.severity, absent.file) == ("warning", "define.xml")
    assert (undeclared.severity, undeclared.file) == ("note", "adlb.csv")


def test_that_what_is_declared_to_be_empty_may_be_absent(tmp_path: Path) -> None:
    text = define(FITTING | {"!ADAE": "USUBJID", "ADSL": FITTING["ADSL"] + " !DTHDT"})

    assert found(tmp_path, text) == {}


def test_that_parameters_nobody_has_are_named(tmp_path: Path) -> None:
    (issue,) = found(tmp_path, define(FITTING, "IGG C3 C4")).values()

    assert (issue.check, issue.severity, issue.column) == ("define.term_absent", "note", "PARAMCD")
    assert issue.message == (
        "ADLB has no record with 2 values of PARAMCD that define.xml lists: C3, C4."
    )


def test_that_the_define_of_another_study_is_one_finding(tmp_path: Path) -> None:
    assert list(found(tmp_path, define({"DM": "USUBJID", "LB": "USUBJID"}))) == [
        "define.dataset_absent"
    ]


def test_that_each_of_two_studies_is_compared_with_its_own_define(tmp_path: Path) -> None:
    for study, more in (("one", ""), ("two", " AGE")):
        (tmp_path / study).mkdir()
        (tmp_path / study / "adsl.csv").write_text(
            f"STUDYID,USUBJID,TRT01P{more.replace(' ', ',')}\n"
            f"{study},{study}-1,A{',50' if more else ''}\n"
        )
        (tmp_path / study / "define.xml").write_text(
            define({"ADSL": "STUDYID USUBJID TRT01P" + more})
        )

    issues = open_study([tmp_path]).issues

    assert [i.check for i in issues if i.check.startswith("define.")] == []


@pytest.mark.parametrize("count", [1, 25])
def test_that_long_lists_of_names_end(count: int, tmp_path: Path) -> None:
    names = " ".join(f"X{i}" for i in range(count))
    text = define(FITTING | {"ADSL": f"{FITTING['ADSL']} {names}"})

    (issue,) = found(tmp_path, text).values()

    assert issue.message.endswith("X0." if count == 1 else "X19 and 5 more.")


def test_that_the_pilot_gets_no_wall_of_findings(shared: Path) -> None:
    study = open_study([shared / "data" / "cdiscpilot" / "adam"])

    found = [(i.check, i.file) for i in study.issues if i.check.startswith("define.")]

    # The reference folder has a part of the pilot's data sets, two of them with fewer columns.
    assert found == [
        ("define.dataset_absent", "define.xml"),
        ("define.dataset_undeclared", "adqsadas.xpt"),
        ("define.variable_absent", "adlbc.xpt"),
        ("define.variable_absent", "advs.xpt"),
        ("define.term_absent", "adlbc.xpt"),
    ]

"""Several courses of a parameter: periods of a crossover trial, several kinds of baseline."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.endpoint_options import parameters
from sjogren_desktop.export.program_code import r_code, sas_code
from sjogren_desktop.results import AnalysisError, Course
from sjogren_desktop.study.checks import run_checks
from sjogren_desktop.study.data import Dataset, StudyData
from tests.export.test_r_code import run_r

ANCOVA = catalogue.find("ancova_visit")
CHANGES = catalogue.find("lab_change")


def crossover(*, baselines: bool = False) -> StudyData:
    """Twelve patients: six take A then B, six B then A; value and baseline differ by period."""
    rng = np.random.default_rng(7)
    ids = [f"P{i:02d}" for i in range(12)]
    orders = [("A", "B") if i < 6 else ("B", "A") for i in range(12)]
    adsl = pd.DataFrame(
        {
            "STUDYID": "X",
            "USUBJID": ids,
            "TRT01P": [o[0] for o in orders],
            "TRT02P": [o[1] for o in orders],
            "ITTFL": "Y",
            "SAFFL": "Y",
        }
    )
    rows = []
    for subject, order in zip(ids, orders, strict=True):
        for period, arm in enumerate(order, start=1):
            start = float(rng.normal(50, 5))
            for visit, number in (("Baseline", 0), ("Week 4", 4)):
                value = start + (rng.normal(-5 if arm == "B" else 0, 2) if number else 0)
                rows.append((subject, period, arm, visit, number, value, start))
    columns = ["USUBJID", "APERIOD", "TRTP", "AVISIT", "AVISITN", "AVAL", "BASE"]
    frame = pd.DataFrame(rows, columns=columns).assign(
        STUDYID="X", PARAMCD="PAIN", PARAM="Pain", CHG=lambda f: f["AVAL"] - f["BASE"]
    )
    frame["CHG"] = frame["CHG"].where(frame["AVISITN"] > 0)
    if baselines:
        other = frame.assign(BASETYPE="AVERAGE", BASE=frame["BASE"] + 1, CHG=frame["CHG"] - 1)
        part = other.iloc[::2]  # fewer records, so LAST is the usual one
        frame = pd.concat([part, frame.assign(BASETYPE="LAST")], ignore_index=True)
        frame = frame.loc[frame["APERIOD"] == 1].reset_index(drop=True)
    return StudyData((Dataset("ADSL", "ADSL", adsl), Dataset("ADVS", "BDS", frame)))


def differences(study: StudyData, parameter: str) -> tuple[float, tuple[str, ...]]:
    result = catalogue.run(ANCOVA, study, {"parameter": parameter, "baseline": False})
    found = [
        cell.stats[0].value
        for table in result.tables
        for row in table.rows
        for cell, column in zip(row.cells, table.columns, strict=True)
        if cell is not None and "Difference" in column.header
    ]
    return float(found[0]), result.notes


def test_that_each_period_is_a_parameter_and_the_first_keeps_its_code() -> None:
    labels = {value: label for value, (_, _, label) in parameters(crossover()).items()}

    assert labels == {"PAIN": "Pain, period 1", "PAIN [period 2]": "Pain, period 2"}


@pytest.mark.parametrize(("period", "parameter"), [(1, "PAIN"), (2, "PAIN [period 2]")])
def test_that_a_period_is_compared_by_the_treatment_given_in_it(
    period: int, parameter: str
) -> None:
    study = crossover()
    frame = study.dataset("ADVS").frame
    own = frame.loc[(frame["APERIOD"] == period) & (frame["AVISITN"] == 4)]
    means = own.groupby("TRTP")["CHG"].mean()

    found, notes = differences(study, parameter)

    assert found == pytest.approx(means["B"] - means["A"], rel=1e-9)
    assert any(f"the records with APERIOD = {period}. The others" in note for note in notes)


def test_that_the_usual_baseline_keeps_the_code_and_others_can_be_chosen() -> None:
    study = crossover(baselines=True)

    assert list(parameters(study)) == ["PAIN [baseline AVERAGE]", "PAIN"]
    assert parameters(study)["PAIN"][2] == "Pain, baseline LAST"


def test_that_records_are_not_split_where_each_time_point_has_its_own_baseline_type() -> None:
    study = crossover()
    frame = study.dataset("ADVS").frame
    frame = frame.loc[frame["APERIOD"] == 1]
    both = pd.concat(
        [frame.assign(ATPT=t, BASETYPE=f"LAST: {t}") for t in ("LYING", "STANDING")],
        ignore_index=True,
    )
    data = StudyData((study.datasets[0], Dataset("ADVS", "BDS", both)))

    assert list(parameters(data)) == ["PAIN"]


def test_that_periods_with_visits_of_their_own_and_the_same_treatment_are_one_course() -> None:
    study = crossover()
    frame = study.dataset("ADVS").frame.assign(
        TRTP="A",
        AVISIT=lambda f: f["AVISIT"] + " of " + f["APERIOD"].astype(str),
        AVISITN=lambda f: f["AVISITN"] + 10 * f["APERIOD"],
    )
    data = StudyData((study.datasets[0], Dataset("ADVS", "BDS", frame)))

    assert list(parameters(data)) == ["PAIN"]


def test_that_findings_say_which_course_is_analysed() -> None:
    said = [i.message for i in run_checks(crossover()) if i.check == "key.parts"]
    more = [i.message for i in run_checks(crossover(baselines=True)) if i.check == "key.parts"]

    assert said == [
        "ADVS holds several courses of a parameter by APERIOD (1, 2). PAIN is that of 1, the "
        "first; the others are parameters of their own, such as PAIN [period 2]."
    ]
    assert "PAIN is that of LAST, the one that most records have" in more[0]


def test_that_an_extension_without_a_second_arm_is_refused_in_words() -> None:
    study = crossover()
    adsl = study.adsl.assign(TRT02P="B")
    frame = study.dataset("ADVS").frame.copy()
    frame.loc[frame["APERIOD"] == 2, "TRTP"] = "B"
    data = StudyData((Dataset("ADSL", "ADSL", adsl), Dataset("ADVS", "BDS", frame)))

    with pytest.raises(AnalysisError, match=r"Too few subjects with a value of Pain, period 2"):
        catalogue.run(ANCOVA, data, {"parameter": "PAIN [period 2]"})


@pytest.mark.parametrize("baselines", [False, True])
def test_that_safety_tables_describe_the_first_period_and_the_usual_baseline_at_first(
    baselines: bool,
) -> None:
    result = catalogue.run(CHANGES, crossover(baselines=baselines), {})
    shown = {row.key.get("PARAMCD") for t in result.tables for row in t.rows}

    assert {p for p in shown if p} == {"PAIN"}
    assert any(row.labels[0].startswith("Pain, ") for row in result.tables[0].rows)


@pytest.mark.parametrize(
    ("baselines", "parameter", "in_r", "in_sas"),
    [
        (False, "PAIN", "APERIOD == 1", "APERIOD = 1"),
        (False, "PAIN [period 2]", "APERIOD == 2", "APERIOD = 2"),
        (True, "PAIN", 'BASETYPE == "LAST"', "BASETYPE = 'LAST'"),
    ],
)
def test_that_exported_code_chooses_the_records_of_the_course(
    baselines: bool, parameter: str, in_r: str, in_sas: str
) -> None:
    result = catalogue.run(ANCOVA, crossover(baselines=baselines), {"parameter": parameter})
    programs = f"{r_code(result)}\n{sas_code(result)}"

    assert f'PARAMCD == "PAIN" &\n              {in_r} &' in programs
    assert "PARAMCD = 'PAIN'" in programs
    assert in_sas in programs
    assert ("TRT02P (here TRTP)" in programs) == (parameter != "PAIN")


@pytest.mark.parametrize("parameter", ["PAIN", "PAIN [period 2]"])
def test_that_changes_of_treatment_make_periods_where_none_are_given(parameter: str) -> None:
    study = crossover()
    frame = study.dataset("ADVS").frame
    day = 28 * (frame["APERIOD"] - 1) + frame["AVISITN"] + 1
    # The visits of the second period have names of their own, as they may have in ADaM.
    named = frame["AVISIT"].where(frame["APERIOD"] == 1, "Period 2 " + frame["AVISIT"])
    bare = frame.assign(ADY=day, AVISIT=named).drop(columns="APERIOD")
    bare = bare.sample(frac=1, random_state=1).reset_index(drop=True)
    adsl = study.adsl.drop(columns="TRT02P")
    data = StudyData((Dataset("ADSL", "ADSL", adsl), Dataset("ADVS", "BDS", bare)))

    assert differences(data, parameter)[0] == pytest.approx(
        differences(study, parameter)[0], rel=1e-9
    )
    assert any("it counts the changes of TRTP by ADY" in n for n in differences(data, parameter)[1])
    (said,) = [i.message for i in run_checks(data) if i.check == "key.parts"]
    assert "by changes of treatment in time (1, 2). PAIN is that of 1, the first" in said


def test_that_a_few_who_switch_make_no_periods() -> None:
    study = crossover()
    frame = study.dataset("ADVS").frame
    frame = frame.loc[frame["APERIOD"] == 1].drop(columns="APERIOD").reset_index(drop=True)
    frame.loc[(frame["USUBJID"] == "P00") & (frame["AVISITN"] == 4), "TRTP"] = "B"
    data = StudyData((study.datasets[0], Dataset("ADVS", "BDS", frame)))

    assert list(parameters(data)) == ["PAIN"]


def instruments(study: StudyData, parameter: str) -> dict[str, list[float]]:
    """Return number and separation of each instrument beside a parameter."""
    chosen = {"study": "X", "parameter": parameter, "visit": "Week 4"}
    result = catalogue.run(catalogue.find("placebo_response"), study, chosen)
    table = next(t for t in result.tables if t.key == "instruments")
    return {str(r.key["PARAMCD"]): [s.value for c in r.cells for s in c.stats] for r in table.rows}


@pytest.mark.parametrize(("period", "parameter"), [(1, "PAIN"), (2, "PAIN [period 2]")])
def test_that_instruments_are_set_side_by_side_within_the_period(
    period: int, parameter: str
) -> None:
    study = crossover()
    frame = study.dataset("ADVS").frame
    own = frame.loc[(frame["APERIOD"] == period) & (frame["AVISITN"] == 4)]

    found = instruments(study, parameter)

    assert list(found) == [parameter]
    for place, arm in enumerate(("A", "B")):
        change = own.loc[own["TRTP"] == arm, "CHG"]
        assert found[parameter][place * 4] == len(change)
        assert found[parameter][place * 4 + 1] == pytest.approx(change.mean() / change.std())


def test_that_kinds_of_baseline_are_instruments_of_their_own() -> None:
    study = crossover()
    last = study.dataset("ADVS").frame.query("APERIOD == 1").assign(BASETYPE="LAST")
    other = last.query("USUBJID != 'P00'").assign(BASETYPE="AVERAGE", CHG=lambda f: f["CHG"] - 1)
    both = Dataset("ADVS", "BDS", pd.concat([last, other], ignore_index=True))

    found = instruments(StudyData((study.datasets[0], both)), "PAIN")

    assert set(found) == {"PAIN", "PAIN [baseline AVERAGE]"}


def test_that_exported_code_counts_periods_that_the_data_do_not_tell(tmp_path: Path) -> None:
    study = crossover()
    frame = study.dataset("ADVS").frame
    day = frame["AVISITN"] * 7 + 100 * frame["APERIOD"]
    bare = frame.assign(ADY=day.astype(float)).drop(columns="APERIOD")
    bare.loc[5, "TRTP"] = None  # a gap takes the treatment before it
    data = StudyData((study.datasets[0], Dataset("ADVS", "BDS", bare)))
    result = catalogue.run(ANCOVA, data, {"parameter": "PAIN [period 2]", "baseline": False})
    arms = data.adsl[["USUBJID", "TRT02P"]].rename(columns={"TRT02P": "TRTP"})
    records = bare.rename(columns={"TRTP": "TREATMENT"})
    records.merge(arms, on="USUBJID").to_csv(tmp_path / "bds.csv", index=False)

    assert "APERIOD is not in the data; it counts the changes of TRTP by ADY." in result.notes[0]
    assert "if first.USUBJID then do; _given = TREATMENT; APERIOD = 1; end;" in sas_code(result)
    out = run_r(
        'bds <- read.csv("bds.csv", na.strings = "")\nbds$ITTFL <- "Y"\n'
        + r_code(result).replace("library(emmeans)", "").partition("means <-")[0]
        + 'cat("n", nrow(d), coef(fit)[["TRTPB"]])\n',
        tmp_path,
    )
    told = out.rpartition("n ")[2].split()
    assert told[0] == "12"
    own = frame.loc[(frame["APERIOD"] == 2) & (frame["AVISITN"] == 4)].groupby("TRTP")["CHG"]
    assert float(told[1]) == pytest.approx(own.mean()["B"] - own.mean()["A"], rel=1e-9)


def test_that_exported_code_names_the_records_of_any_analysis_of_a_course() -> None:
    study = crossover()
    twin = Dataset("ADQS", "BDS", study.dataset("ADVS").frame)
    data = StudyData((*study.datasets, twin))
    given = {"parameter": "ADQS.PAIN [period 2]", "threshold": 1.0, "imputations": 10}

    result = catalogue.run(catalogue.find("responders"), data, given)

    assert result.course == Course("PAIN", 2)
    assert 'PARAMCD == "PAIN" & APERIOD == 2' in " ".join(r_code(result).split())
    assert "PARAMCD = 'PAIN' and APERIOD = 2" in " ".join(sas_code(result).split())
    assert "TRT02P (here TRTP)" in r_code(result).replace("as TRTP", "(here TRTP)")

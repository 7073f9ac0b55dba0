"""Dose and schedule: DoseFinding's own data through the analysis, and amounts by arm."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue, dose_finding, dose_typed
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.dose_contrasts import contrast_test, dose_groups
from sjogren_desktop.stats.dose_shapes import Shape
from sjogren_desktop.study.data import Dataset, StudyData
from tests.demo_study import demo_study
from tests.stats.expected import FOLDER, expected, shared_cases
from tests.studies import small_study

R = expected("dose_response")


@pytest.fixture(scope="module")
def biom():
    """Return DoseFinding's data set biom as a study of one visit."""
    data = pd.read_csv(FOLDER / "dose_response" / "dose.csv")
    ids = [f"B-{i:03d}" for i in range(len(data))]
    arms = ["Placebo" if d == 0 else f"Drug {d:g} mg" for d in data["dose"]]
    adsl = pd.DataFrame({"STUDYID": "B", "USUBJID": ids, "TRT01P": arms, "FASFL": "Y"})
    scores = pd.DataFrame(
        {
            "STUDYID": "B",
            "USUBJID": ids,
            "PARAMCD": "SCORE",
            "PARAM": "Score",
            "AVISIT": "Week 12",
            "AVISITN": 12.0,
            "AVAL": data["resp"],
        }
    )
    return StudyData((Dataset("ADSL", "ADSL", adsl), Dataset("ADQS", "BDS", scores)))


def run(study, /, **given):
    return catalogue.run(dose_finding.SPEC, study, given)


def table(result, key):
    found = next(t for t in result.tables if t.key == key)
    return {r.labels[0]: [s.value for c in r.cells if c for s in c.stats] for r in found.rows}


def test_that_tests_are_those_of_dosefinding_on_its_data(biom):
    result = run(biom, direction="higher", shapes=("linear", "emax", "quadratic"), half=20)

    data = pd.read_csv(FOLDER / "dose_response" / "dose.csv")
    shapes = [Shape("linear"), Shape("emax", (0.2,)), Shape("quadratic", (-1 / 1.6,))]
    theirs = contrast_test(dose_groups(data["dose"], data["resp"]), shapes)
    found = table(result, "contrasts")
    for name, line in zip(
        ("Linear", "Emax", "Quadratic (umbrella)"), theirs.tests.itertuples(), strict=True
    ):
        assert found[name][0] == pytest.approx(line.statistic, rel=1e-6)
        assert found[name][1] == pytest.approx(line.p_value, rel=1e-5)
        # The integral of dependent statistics is good to 1e-4.
        assert found[name][2] == pytest.approx(line.adjusted, abs=1e-4)


def test_that_target_doses_are_those_of_dosefinding_on_its_data(biom):
    shapes = ("linear", "linlog", "quadratic", "emax", "sigEmax", "exponential")

    found = table(run(biom, direction="higher", shapes=shapes, target=0.3), "curves")

    theirs = {f["model"]: f for f in R["fits_normal"]}
    for model in shapes:
        # DoseFinding searches some doses on a grid of limited fineness.
        assert found[dose_finding.SHAPES[model]][3] == pytest.approx(theirs[model]["td"], rel=1e-3)


@pytest.mark.parametrize(
    ("arm", "doses"),
    [
        ("Ianalumab 300 mg monthly", 1.0),
        ("Ianalumab 300 mg every 3 months", 1 / 3),
        ("Drug 50 mg Q3M", 1 / 3),
        ("Drug 50 mg q2w", 2.0),
        ("Drug 50 mg every 4 weeks", 1.0),
        ("Drug 5 mg weekly", 4.0),
        ("Drug 5 mg", 1.0),
    ],
)
def test_that_schedules_are_read_from_the_name(arm, doses):
    assert dose_finding.doses_a_month(arm) == pytest.approx(doses)


def test_that_schedules_of_the_demonstration_study_are_amounts_by_month():
    result = run(demo_study(), study="NEPTUNUS-2")

    amounts = {arm: line[0] for arm, line in table(result, "amounts").items()}
    assert amounts == {
        "Placebo": 0.0,
        "Ianalumab 300 mg every 3 months": 100.0,
        "Ianalumab 300 mg monthly": 300.0,
    }
    assert "Sigmoid" not in str(table(result, "curves"))
    assert any("Amounts are read from the names" in n for n in result.notes)


def test_that_what_was_received_is_counted_from_the_exposure():
    result = run(demo_study(), study="NEPTUNUS-2", amount="received")

    exposure, adsl = demo_study().dataset("ADEX").frame, demo_study().adsl
    mine = adsl.loc[(adsl["STUDYID"] == "NEPTUNUS-2") & adsl["TRT01P"].str.contains("monthly")]
    given = exposure.loc[
        exposure["USUBJID"].isin(mine["USUBJID"])
        & ~exposure["EXTRT"].str.contains("placebo", case=False)
    ]
    found = table(result, "amounts")["Ianalumab 300 mg monthly"][0]
    assert found == pytest.approx(given["EXDOSE"].sum() / len(mine), rel=1e-9)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"study": "S1"}, "at least three amounts"),
        ({"study": "S2"}, "holds no amount"),
        ({"study": "S2", "shapes": ()}, "Tick at least one"),
    ],
)
def test_that_what_gives_no_curve_is_said_in_a_sentence(given, said):
    with pytest.raises(AnalysisError, match=said):
        run(small_study(), **given)


def test_that_arms_of_the_same_amount_are_refused():
    with pytest.raises(AnalysisError, match="have the same amount"):
        run(demo_study(), study="NEPTUNUS-2", amount="named")


def test_that_nothing_that_follows_is_said(biom):
    shuffled = biom.dataset("ADQS").frame.copy()
    shuffled["AVAL"] = np.random.default_rng(3).permutation(shuffled["AVAL"].to_numpy())
    study = StudyData((biom.datasets[0], Dataset("ADQS", "BDS", shuffled)))

    assert "is not shown to follow" in run(study, direction="higher").summary


# ------------------------------------------------------------------ means typed in


def typed(study, /, **given):
    return catalogue.run(dose_typed.SPEC, study, given)


def biom_rows(*, errors=False):
    """Return the means of DoseFinding's data as they would be typed from a publication."""
    data = pd.read_csv(FOLDER / "dose_response" / "dose.csv")
    rows = []
    for dose, values in data.groupby("dose")["resp"]:
        mean, sd, n = float(values.mean()), float(values.std()), len(values)
        spread = (repr(float(sd / np.sqrt(n))), "", "") if errors else ("", repr(sd), str(n))
        rows.append((repr(dose), repr(mean), *spread))
    return tuple(rows)


def test_that_typed_means_give_the_tests_of_dosefinding(biom, shared):
    result = typed(biom, means=biom_rows(), direction="higher", shapes=("linear", "emax"), half=20)

    theirs = shared_cases(shared, "design_multiplicity")["mcpmod"]
    found = table(result, "contrasts")
    assert found["Linear"][0] == pytest.approx(theirs["t"][0], rel=1e-6)
    assert found["Emax"][0] == pytest.approx(theirs["t"][1], rel=1e-6)
    assert dict(result.method)["Errors"] == "One standard deviation pooled over doses"


def test_that_typed_means_give_the_doses_of_dosefinding(biom):
    shapes = ("linear", "linlog", "quadratic", "emax", "sigEmax", "exponential")

    found = table(
        typed(biom, means=biom_rows(), direction="higher", shapes=shapes, target=0.3), "curves"
    )

    theirs = {f["model"]: f for f in R["fits_normal"]}
    for model in shapes:
        # DoseFinding searches some doses on a grid of limited fineness.
        assert found[dose_finding.SHAPES[model]][3] == pytest.approx(theirs[model]["td"], rel=1e-3)


def test_that_errors_typed_in_are_taken_as_they_are(biom):
    result = typed(biom, means=biom_rows(errors=True), direction="higher", shapes=("linear",))

    rows = biom_rows(errors=True)
    dose, mean, error = (np.array([float(r[i]) for r in rows]) for i in range(3))
    # One shape: the optimal contrast is the weighted slope, whose z this is.
    weight = error**-2
    away = dose - weight @ dose / weight.sum()
    z = (weight * away) @ mean / np.sqrt(weight @ away**2)
    assert table(result, "contrasts")["Linear"][0] == pytest.approx(z, rel=1e-9)
    assert dict(result.method)["Errors"].startswith("As typed in")


def test_that_the_phase_2b_trial_stands_in_the_table_as_delivered(biom):
    result = typed(biom)

    found = table(result, "means")
    # Bowman 2022: 300 mg against placebo -1.92 (-4.15 to 0.32); here within rounding.
    difference, error = found["300"][2:]
    assert difference == pytest.approx(-1.91, abs=1e-9)
    assert (difference - 1.97 * error, difference + 1.97 * error) == pytest.approx(
        (-4.15, 0.32), abs=0.03
    )
    assert any("NCT02962895" in note for note in result.notes)
    assert not any("NCT02962895" in n for n in typed(biom, means=biom_rows()).notes)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((("0", "1", "1", "", ""),), "at least three doses"),
        ((("0", "a", "1", "", ""),) * 3, "row 1: 'a' under Mean is not a number"),
        ((("0", "1", "", "2", ""),) * 3, "row 1: give a standard error above 0"),
        ((("-1", "1", "1", "", ""),) * 3, "row 1: give a dose of 0 or more"),
        ((("1", "1", "1", "", ""),) * 3, "The dose 1 is there twice"),
    ],
)
def test_that_what_is_typed_wrongly_is_said_with_its_row(biom, rows, said):
    with pytest.raises(AnalysisError, match=said):
        typed(biom, means=rows)


def test_that_a_decimal_comma_and_an_empty_row_are_understood(biom):
    rows = (
        ("0", "1,5", "0,5", "", ""),
        ("",) * 5,
        ("1", "2", "0.5", "", ""),
        ("2", "3", "1", "", ""),
    )

    found = table(typed(biom, means=rows, direction="higher"), "means")

    assert found["0"][:2] == [1.5, 0.5]


ARMS = ("Placebo", "Ianalumab 300 mg monthly", "Ianalumab 300 mg every 3 months")


def unit_of(study, arms, amount):
    data = SimpleNamespace(arms=arms, reference="Placebo")
    return dose_finding._unit(study, data, {"amount": amount})


def test_that_amounts_have_the_unit_that_all_arms_name(biom):
    assert unit_of(biom, ARMS, "monthly") == "mg a month"
    assert unit_of(biom, ARMS, "named") == "mg a dose"
    assert unit_of(biom, ("Placebo", "Drug 5 mg/kg", "Drug 10 mg/kg"), "named") == "mg/kg a dose"
    assert unit_of(biom, ("Placebo", "Drug 300 mg", "Drug 5 mL"), "monthly") == ""
    assert unit_of(biom, ("Placebo", "Drug 1", "Drug 2"), "named") == ""


def test_that_amounts_received_have_the_unit_of_the_records(biom):
    assert unit_of(demo_study(), ARMS, "received") == "mg"
    assert unit_of(biom, ARMS, "received") == ""


def test_that_unit_and_numbers_stand_in_figure_table_and_summary():
    result = run(demo_study(), visits=("Week 48",))

    (figure,) = result.figures
    assert figure.x_label == "Amount (mg a month)"
    amounts = next(t for t in result.tables if t.key == "amounts")
    assert amounts.columns[0].header == "Amount (mg a month)"
    assert "one-sided, against 0.025; shape" in result.summary
    n = {r.labels[0]: r.cells[1].stats[0].value for r in amounts.rows}
    assert f"Placebo {n['Placebo']}, " in figure.caption[1]

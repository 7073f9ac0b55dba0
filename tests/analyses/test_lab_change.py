"""Values and changes by visit: hand-made means, and the CDISC pilot study."""

import json

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.lab_change import summarise
from sjogren_desktop.study.load import open_study
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

CHANGE = catalogue.find("lab_change")
ARMS = ("Placebo", "Xanomeline Low Dose", "Xanomeline High Dose")


def test_that_summaries_agree_with_those_of_pandas():
    rng = np.random.default_rng(3)
    values = rng.normal(size=500)
    values[::7] = np.nan
    group = rng.integers(0, 9, 500)

    found = summarise(values, group, 10)

    frame = pd.Series(values).groupby(group)
    for mine, theirs in (
        (found.n, frame.count()),
        (found.mean, frame.mean()),
        (found.sd, frame.std()),
        (found.median, frame.median()),
        (found.minimum, frame.min()),
        (found.maximum, frame.max()),
    ):
        # Sums are rounded at their twelfth digit.
        np.testing.assert_allclose(mine[:9], theirs, rtol=1e-9)
    assert found.n[9] == 0
    assert np.isnan(found.median[9])


def vitals(**columns):
    rows = [
        ("S1-0001", 0.0, "Baseline", 120.0, "Y"),
        ("S1-0001", 4.0, "Week 4", 130.0, None),
        ("S1-0001", 4.0, "Week 4", 126.0, None),
        ("S1-0002", 4.0, "Week 4", 110.0, None),
        ("S1-1001", 0.0, "Baseline", 100.0, "Y"),
        ("S1-1001", 8.0, "Week 8", np.nan, None),
        ("S1-1001", 4.0, "Week 4", 108.0, None),
        ("S1-1001", 99.0, "End of Treatment", 108.0, None),
    ]
    names = ["USUBJID", "AVISITN", "AVISIT", "AVAL", "ABLFL"]
    frame = pd.DataFrame(rows, columns=names).assign(
        STUDYID="S1", PARAMCD="SYSBP", PARAM="Systolic BP (mmHg)", **columns
    )
    return with_dataset(small_study(), "ADVS", "BDS", frame)


def rows(result):
    table = result.tables[0]
    return {
        r.labels[1:]: [formats.cell(c) for c in r.cells]
        for r in table.rows
        if r.key["PARAMCD"] == "SYSBP"
    }


def test_that_changes_are_computed_from_the_baseline_record():
    found = rows(catalogue.run(CHANGE, vitals(), {"study": "S1"}))

    # The later of two records of a visit counts; a subject without baseline has no change.
    assert found["Week 4", "Value"][:3] == ["2", "118.0 (11.31)", "118.0 (110, 126)"]
    assert found["Week 4", "Change"][:2] == ["1", "6.0 (NE)"]
    assert found["Week 4", "Change"][3:5] == ["1", "8.0 (NE)"]
    assert ("Baseline", "Change") not in found


def test_that_every_baseline_stands_at_the_visit_of_most():
    study = vitals()
    frame = study.dataset("ADVS").frame.copy()
    later = (
        frame.loc[frame["USUBJID"] == "S1-0001"]
        .iloc[[0]]
        .assign(AVISIT="Unscheduled 1.1", AVISITN=1.1, AVAL=122.0, ABLFL="Y")
    )
    frame.loc[0, "ABLFL"] = None  # the later one is the baseline
    other = frame.iloc[[4]].assign(USUBJID="S1-0003", AVAL=90.0)
    study = with_dataset(study, "ADVS", "BDS", pd.concat([later, frame, other]))

    found = rows(catalogue.run(CHANGE, study, {"study": "S1"}))

    assert found["Baseline", "Value"][:3] == ["2", "106.0 (22.63)", "106.0 (90, 122)"]
    assert found["Week 4", "Change"][:2] == ["1", "4.0 (NE)"]
    assert ("Unscheduled 1.1", "Value") not in found


def test_that_missing_values_are_not_counted_and_the_last_value_is_the_last_known():
    found = rows(catalogue.run(CHANGE, vitals(), {"study": "S1"}))

    assert ("Week 8", "Value") not in found
    assert found["Last value to Week 8", "Value"][3] == "1"
    assert found["Last value to Week 8", "Value"][4] == "108.0 (NE)"
    assert found["End of Treatment", "Value"][3:5] == ["1", "108.0 (NE)"]


def test_that_time_points_within_a_visit_are_kept_apart():
    points = ["LYING", "LYING", "STANDING", "LYING", "LYING", "LYING", "LYING", "LYING"]

    result = catalogue.run(CHANGE, vitals(ATPT=points), {"study": "S1"})

    names = {r.labels[0] for r in result.tables[0].rows}
    assert names == {"Systolic BP (mmHg), LYING", "Systolic BP (mmHg), STANDING"}


def test_that_values_before_the_baseline_have_no_change_from_it():
    study = vitals()
    frame = study.dataset("ADVS").frame
    early = frame.iloc[:1].assign(AVISITN=-1.0, AVISIT="Screening", AVAL=99.0, ABLFL=None)
    frame = pd.concat([frame, early], ignore_index=True)

    found = rows(catalogue.run(CHANGE, with_dataset(study, "ADVS", "BDS", frame), {"study": "S1"}))

    assert found["Screening", "Value"][:2] == ["1", "99.0 (NE)"]
    assert ("Screening", "Change") not in found


def triplicates(**columns):
    values = {"Baseline": (118.0, 121.0, 127.0), "Week 4": (130.0, 131.0, 141.0)}
    rows = []
    for number, (visit, readings) in zip((0.0, 4.0), values.items(), strict=True):
        first = "Y" if number == 0 else None
        rows += [(number, visit, v, None, first if i == 0 else None)
                 for i, v in enumerate(readings)]  # fmt: skip
        rows.append((number, visit, sum(readings) / 3, "AVERAGE", None))
    # A visit with a single reading has no average.
    rows.append((8.0, "Week 8", 125.0, None, None))
    rows.append((9.0, "Week 9", 999.0, "LOCF", None))
    names = ["AVISITN", "AVISIT", "AVAL", "DTYPE", "ABLFL"]
    frame = pd.DataFrame(rows, columns=names).assign(
        STUDYID="S1", USUBJID="S1-0001", PARAMCD="SYSBP", PARAM="Systolic BP (mmHg)", **columns
    )
    return with_dataset(small_study(), "ADVS", "BDS", frame)


@pytest.mark.parametrize("flagged", [True, False])
def test_that_averages_stand_for_the_readings_that_they_average(flagged):
    study = triplicates() if flagged else triplicates(ABLFL=None)

    found = rows(catalogue.run(CHANGE, study, {"study": "S1"}))

    assert found["Baseline", "Value"][:2] == ["1", "122.0 (NE)"]
    assert found["Week 4", "Value"][:2] == ["1", "134.0 (NE)"]
    assert found["Week 4", "Change"][:2] == ["1", "12.0 (NE)"]
    assert found["Week 8", "Change"][:2] == ["1", "3.0 (NE)"]
    assert ("Week 9", "Value") not in found


def ecg_triplicates(**columns):
    """Return QTcF in three readings a visit, and a repeat on another day."""
    rows = [
        {
            "STUDYID": "S1", "USUBJID": "S1-0001", "PARAMCD": "QTCF", "PARAM": "QTcF (ms)",
            "AVISIT": name, "AVISITN": number, "ADY": day, "AVAL": value,
            "ABLFL": "Y" if number == 0 and value == 404.0 else None,
        }
        for name, number, day, values in (
            ("Baseline", 0.0, 1.0, (400.0, 402.0, 404.0)),
            ("Week 4", 4.0, 28.0, (410.0, 411.0, 418.0)),
            ("Week 4", 4.0, 29.0, (430.0,)),
            ("Week 8", 8.0, 56.0, (420.0, None, 424.0)),
        )
        for value in values
    ]  # fmt: skip
    frame = pd.DataFrame(rows).assign(**columns)
    return with_dataset(small_study(), "ADEG", "BDS", frame)


def ecg(study):
    result = catalogue.run(CHANGE, study, {"study": "S1", "parameters": ("QTCF",)})
    found = {
        (r.key["AVISIT"], r.key["MEASURE"]): r.cells[1].stats[0].value
        for r in result.tables[0].rows
        if r.cells[1]
    }
    return found, result.notes


def test_that_triplicate_ecg_readings_without_an_average_are_averaged():
    found, notes = ecg(ecg_triplicates())

    assert found["Baseline", "AVAL"] == 402.0
    # Of Week 4 the last day counts, as everywhere; of Week 8 the two values known.
    assert (found["Week 4", "AVAL"], found["Week 4", "CHG"]) == (430.0, 28.0)
    assert (found["Week 8", "AVAL"], found["Week 8", "CHG"]) == (422.0, 20.0)
    assert any("averaged" in note and note.endswith("3 means.") for note in notes)


def test_that_the_reading_that_the_data_choose_is_taken():
    chosen = [None, None, "Y", "Y", None, None, None, "Y", None, None]

    found, notes = ecg(ecg_triplicates(ANL01FL=chosen))

    assert (found["Baseline", "AVAL"], found["Week 4", "AVAL"]) == (404.0, 410.0)
    assert not any("averaged" in note for note in notes)


def test_that_figures_show_arms_by_visit_without_copies():
    options = {"study": "S1", "pictures": ("means",)}
    (figure,) = catalogue.run(CHANGE, vitals(), options).figures

    assert [s.name for s in figure.series] == [PLACEBO, MONTHLY]
    assert figure.series[1].x == (0.0, 4.0)
    assert dict(figure.x_ticks) == {0.0: "Baseline", 4.0: "Week 4"}


# --- the pilot study


@pytest.fixture(scope="module")
def pilot_values(shared):
    folder = shared / "data" / "cdiscpilot"
    paths = ["adam/adsl.xpt", "json/adlbc.dsjc", "json/adlbh.dsjc", "json/advs.dsjc"]
    study = open_study([folder / p for p in paths])
    return catalogue.run(CHANGE, study, {"until": "Week 24"}).tables[0]


@pytest.fixture(scope="module")
def printed(shared):
    path = shared / "data" / "cdiscpilot" / "expected.json"
    return json.loads(path.read_text(encoding="utf-8"))["tables"]


@pytest.fixture(scope="module")
def statistics(pilot_values):
    """Return {(parameter, time point, visit, measure): [n, mean, sd, median, min, max by arm]}."""
    return {
        (r.key["PARAMCD"], r.key.get("ATPT", ""), r.key["AVISIT"], r.key["MEASURE"]): [
            [s.value for c in r.cells[3 * a : 3 * a + 3] if c for s in c.stats] for a in range(3)
        ]
        for r in pilot_values.rows
    }


def rounded(value, decimals):
    return float(formats.fixed(value, decimals))


def visit_name(text):
    if text == "Bsln":
        return "Baseline"
    return "End of Treatment" if text == "End[1]" else text.replace("Wk", "Week")


def test_that_the_pilot_study_gives_all_330_rows_of_table_14_6_01(statistics, printed):
    differ = []
    for code, visit, by_arm, _ in printed["14-6.01"]["rows"]:
        name = visit_name(visit)
        for arm, expected in enumerate(by_arm):
            n, mean, sd, *_ = statistics[code, "", name, "AVAL"][arm]
            found = [n, mean, sd]
            if len(expected) == 5:
                found += statistics[code, "", name, "CHG"][arm][1:3]
            decimals = [0, 1, 2, 1, 2]
            texts = [rounded(v, d) for v, d in zip(found, decimals, strict=False)]
            if any(t != pytest.approx(e) for t, e in zip(texts, expected, strict=True)):
                differ.append((code, name, arm, found, expected))

    assert len(printed["14-6.01"]["rows"]) == 330
    assert differ == []


@pytest.mark.parametrize(("table", "measure"), [("14-7.01", "AVAL"), ("14-7.02", "CHG")])
def test_that_the_pilot_study_gives_the_vital_signs(statistics, printed, table, measure):
    names = {"Baseline": "Baseline", "Week 24": "Week 24", "End of Trt.": "Last value to Week 24"}
    differ = []
    for code, point, arm, visit, csr, exact, _ in printed[table]["rows"]:
        found = statistics[code, point, names[visit], measure][ARMS.index(arm)]
        if found != pytest.approx(exact, abs=6e-7):
            differ.append((code, point, arm, visit, found, csr))

    assert len(printed[table]["rows"]) == {"AVAL": 81, "CHG": 54}[measure]
    assert differ == []


def test_that_the_pilot_study_gives_the_weight(statistics, printed):
    expected = printed["14-7.03"]["recomputed"]
    for visit, name in (("Week 24", "Week 24"), ("End of Trt.", "Last value to Week 24")):
        for measure, before in (("AVAL", ""), ("CHG", "Change ")):
            found = statistics["WEIGHT", "", name, measure]
            for mine, theirs in zip(found, expected[before + visit], strict=True):
                assert mine == pytest.approx(theirs, abs=6e-7)
    for mine, theirs in zip(
        statistics["WEIGHT", "", "Baseline", "AVAL"], expected["Baseline"], strict=True
    ):
        assert mine == pytest.approx(theirs, abs=6e-7)


def mixed_study(labs, **vital_columns):
    """Return labs together with vital signs that flag baseline and records in their own way."""
    subjects = sorted(set(labs["USUBJID"]))
    vitals = pd.DataFrame(
        [
            {
                "STUDYID": "S1", "USUBJID": s, "PARAMCD": "PULSE", "PARAM": "Pulse (/min)",
                "AVISIT": name, "AVISITN": number, "AVAL": 70.0 + number,
                "ABLFL": "Y" if number == 0 else None, "ANL01FL": "Y",
            }
            for s in subjects
            for number, name in ((0.0, "Baseline"), (4.0, "Week 4"), (8.0, "Week 8"))
        ]
    ).assign(**vital_columns)  # fmt: skip
    study = with_dataset(small_study(), "ADLB", "BDS", labs)
    return with_dataset(study, "ADVS", "BDS", vitals)


def lab_rows(study):
    result = catalogue.run(CHANGE, study, {"study": "S1", "parameters": ("ALT",)})
    both = catalogue.run(CHANGE, study, {"study": "S1", "parameters": ("ALT", "PULSE")})

    def cells(r):
        rows = [row for row in r.tables[0].rows if row.key["PARAMCD"] == "ALT"]
        return {(row.labels[1:]): [formats.cell(c) for c in row.cells] for row in rows}

    return cells(result), cells(both)


def test_that_data_sets_opened_together_do_not_change_each_other():
    # The labs flag the worst of all visits and know the baseline by its visit; the vital signs
    # flag every record and their baseline.
    labs = pd.DataFrame(
        [
            {
                "STUDYID": "S1", "USUBJID": s, "PARAMCD": "ALT", "PARAM": "ALT (U/L)",
                "AVISIT": "Baseline" if v == 0 else f"Week {v}", "AVISITN": float(v),
                "AVAL": 20.0 + v + i, "ANL01FL": "Y" if v == 12 else None,
            }
            for i, s in enumerate(("S1-0001", "S1-0002", "S1-1001"))
            for v in (0, 4, 8, 12)
        ]
    )  # fmt: skip

    alone, together = lab_rows(mixed_study(labs))

    assert together == alone
    assert ("Baseline", "Value") in together
    assert ("Week 4", "Change") in together
    unflagged, also = lab_rows(mixed_study(labs.drop(columns="ANL01FL")))
    assert also == unflagged == alone


def test_that_a_baseline_without_flag_or_number_is_known_by_its_name():
    labs = pd.DataFrame(
        [
            {
                "STUDYID": "S1", "USUBJID": s, "PARAMCD": "ALT", "PARAM": "ALT (U/L)",
                "AVISIT": name, "AVISITN": number, "AVAL": 20.0 + number,
            }
            for s in ("S1-0001", "S1-1001")
            for number, name in ((10.0, "BASELINE (DAY 1)"), (20.0, "WEEK 4"), (30.0, "WEEK 8"))
        ]
    )  # fmt: skip

    found, _ = lab_rows(mixed_study(labs))

    assert found["WEEK 4", "Change"] == ["1", "10.0 (NE)", "10.0 (10, 10)"] * 2

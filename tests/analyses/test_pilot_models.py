"""ANCOVA and MMRM of the CDISC pilot study against its SAS report.

Expected figures: report of CDISCPILOT01 (27 June 2006), tables 14-3.01 and
14-3.11 and the raw SAS output behind them. Tolerances are those of the
printed digits, and of SAS's own stopping rule for the mixed model.
"""

import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue

LOW, HIGH, PLACEBO = "Xanomeline Low Dose", "Xanomeline High Dose", "Placebo"
COMMON = {
    "parameter": "ACTOT",
    "population": "EFFFL",
    "covariates": ("SITEGR1",),
}


def numbers(result, table):
    """Return {(row key values, column key values, statistic): value} of one table."""
    (chosen,) = [t for t in result.tables if t.key == table]
    return {
        (tuple(row.key.values()), tuple(column.key.values()), stat.name): stat.value
        for row, column, stat in chosen.numbers()
    }


def texts(result, table):
    (chosen,) = [t for t in result.tables if t.key == table]
    return [[formats.cell(c) for c in row.cells] for row in chosen.rows]


@pytest.fixture(scope="module")
def ancova(pilot):
    options = {
        **COMMON,
        "visit": "Week 24",
        "records": "flagged-imputed",
        "weights": "proportional",
        "all_pairs": True,
    }
    return catalogue.run(catalogue.find("ancova_visit"), pilot, options)


@pytest.fixture(scope="module")
def mmrm(pilot):
    options = {**COMMON, "visits": ("Week 8", "Week 16", "Week 24"), "records": "flagged"}
    return catalogue.run(catalogue.find("mmrm_change"), pilot, options)


def test_that_the_ancova_descriptives_print_as_in_table_14_3_01(ancova):
    assert texts(ancova, "descriptive") == [
        ["79", "81", "74"],
        ["24.1 (12.19)", "24.4 (12.92)", "21.3 (11.74)"],
        ["21.0 (5, 61)", "21.0 (5, 57)", "18.0 (3, 57)"],
        ["79", "81", "74"],
        ["26.7 (13.79)", "26.4 (13.18)", "22.8 (12.48)"],
        ["24.0 (5, 62)", "25.0 (6, 62)", "20.0 (3, 62)"],
        ["79", "81", "74"],
        ["2.5 (5.80)", "2.0 (5.55)", "1.5 (4.26)"],
        ["2.0 (-11, 16)", "2.0 (-11, 17)", "1.0 (-7, 13)"],
    ]


def test_that_the_ancova_differences_print_as_in_table_14_3_01(ancova):
    assert texts(ancova, "differences") == [
        [
            *("-0.5 (0.82)", "(-2.1, 1.1)", "220.0", "0.5688"),
            *("-1.0 (0.84)", "(-2.7, 0.7)", "220.0", "0.2326"),
            *("-0.5 (0.84)", "(-2.2, 1.1)", "220.0", "0.5196"),
        ]
    ]


def test_that_the_ancova_equals_the_raw_sas_output(ancova):
    week = ("ACTOT", "Week 24", 24)
    means, differences = numbers(ancova, "lsmeans"), numbers(ancova, "differences")

    # CSR p. 469-475; LS means by observed margins
    assert means[week, (PLACEBO,), "estimate"] == pytest.approx(2.49455402, abs=5e-9)
    assert means[week, (PLACEBO,), "std_error"] == pytest.approx(0.58187565, abs=5e-9)
    assert means[week, (LOW,), "estimate"] == pytest.approx(2.02777167, abs=5e-9)
    assert means[week, (HIGH,), "std_error"] == pytest.approx(0.60334071, abs=5e-9)
    assert differences[week, (LOW, PLACEBO), "estimate"] == pytest.approx(-0.46678236, abs=5e-9)
    assert differences[week, (LOW, PLACEBO), "lower"] == pytest.approx(-2.078985, abs=5e-7)
    assert differences[week, (HIGH, PLACEBO), "std_error"] == pytest.approx(0.84052936, abs=5e-9)
    assert differences[week, (HIGH, PLACEBO), "upper"] == pytest.approx(0.650506, abs=5e-7)
    assert differences[week, (HIGH, LOW), "estimate"] == pytest.approx(-0.53923124, abs=5e-9)


def test_that_the_dose_response_and_type_3_tests_equal_sas(ancova):
    trend = numbers(ancova, "trend")
    tests = numbers(ancova, "type3")

    assert formats.p_value(trend[("TRTPN",), (), "p_value"], 3) == "0.245"
    assert tests[("TRTP",), (), "f"] == pytest.approx(0.72, abs=0.005)
    assert tests[("TRTP",), (), "p_value"] == pytest.approx(0.4896, abs=5e-5)
    assert tests[("SITEGR1",), (), "p_value"] == pytest.approx(0.0262, abs=5e-5)
    assert tests[("BASE",), (), "p_value"] == pytest.approx(0.7207, abs=5e-5)
    fit = numbers(ancova, "fit")
    assert fit[("Residual mean square",), (), "mean_square"] == pytest.approx(26.599853, abs=5e-7)


def test_that_the_mmrm_counts_and_covariance_equal_table_14_3_11(mmrm):
    fit = {k[0][0]: v for k, v in numbers(mmrm, "fit").items()}
    covariance = numbers(mmrm, "covariance")

    assert fit["Records"] == 539
    assert fit["Subjects"] == 234
    assert fit["-2 log likelihood (restricted)"] == pytest.approx(3087.84303515, rel=1e-5)
    assert fit["AIC"] == pytest.approx(3099.8, abs=0.05)
    assert fit["AICC"] == pytest.approx(3100.0, abs=0.05)
    assert fit["BIC"] == pytest.approx(3120.6, abs=0.05)
    expected = {
        ("Week 8", "Week 8"): 16.8209,
        ("Week 16", "Week 8"): 11.2056,
        ("Week 16", "Week 16"): 28.2581,
        ("Week 24", "Week 8"): 11.8853,
        ("Week 24", "Week 16"): 14.4451,
        ("Week 24", "Week 24"): 31.3944,
    }
    for (row, column), value in expected.items():
        # 5e-4: SAS stops at its own criterion
        assert covariance[(row,), (column,), "covariance"] == pytest.approx(value, rel=5e-4)


def test_that_the_mmrm_type_3_tests_equal_table_14_3_11(mmrm):
    tests = numbers(mmrm, "type3")
    expected = {
        "TRTP": (2, 200, 0.20, 0.8184),
        "SITEGR1": (10, 218, 2.32, 0.0129),
        "AVISIT": (2, 159, 0.71, 0.4918),
        "TRTP:AVISIT": (4, 187, 1.25, 0.2926),
        "BASE": (1, 213, 0.00, 0.9510),
        "AVISIT:BASE": (2, 158, 0.34, 0.7137),
    }
    names = {frozenset(row[0].split(":")): row[0] for row, _, _ in tests}
    for term, (num_df, den_df, f, p) in expected.items():
        key = (names[frozenset(term.split(":"))],)
        assert tests[key, (), "num_df"] == num_df
        assert round(tests[key, (), "den_df"]) == den_df
        assert tests[key, (), "f"] == pytest.approx(f, abs=0.005)
        assert tests[key, (), "p_value"] == pytest.approx(p, abs=1e-4)


def test_that_the_mmrm_means_over_visits_equal_table_14_3_11(mmrm):
    average = ("ACTOT", "Average over visits")
    means = numbers(mmrm, "lsmeans_overall")
    differences = numbers(mmrm, "differences_overall")

    for arm, estimate, error, lower, upper in (
        (PLACEBO, 1.5535, 0.4930180, 0.5808, 2.5263),
        (LOW, 1.5136, 0.5236211, 0.4815, 2.5457),
        (HIGH, 1.1270, 0.5552215, 0.03263, 2.2213),
    ):
        assert means[average, (arm,), "estimate"] == pytest.approx(estimate, abs=1e-4)
        assert means[average, (arm,), "std_error"] == pytest.approx(error, rel=1.5e-4)
        assert means[average, (arm,), "lower"] == pytest.approx(lower, abs=2e-4)
        assert means[average, (arm,), "upper"] == pytest.approx(upper, abs=2e-4)
    # The report prints placebo minus dose; here each dose minus placebo
    assert differences[average, (LOW, PLACEBO), "estimate"] == pytest.approx(-0.03993, abs=1e-4)
    assert differences[average, (LOW, PLACEBO), "p_value"] == pytest.approx(0.9546, abs=1e-4)
    assert differences[average, (HIGH, PLACEBO), "std_error"] == pytest.approx(
        0.7237196, rel=1.5e-4
    )
    assert differences[average, (HIGH, LOW), "p_value"] == pytest.approx(0.6058, abs=1e-4)


def test_that_week_24_equals_the_independent_figures(mmrm):
    # CDISC_pilot_replication divergences: LS means and p values as SAS gives them for Week 24
    week = ("ACTOT", "Week 24", 24)
    means, differences = numbers(mmrm, "lsmeans"), numbers(mmrm, "differences")

    assert means[week, (PLACEBO,), "estimate"] == pytest.approx(2.3291, abs=1e-4)
    assert means[week, (LOW,), "estimate"] == pytest.approx(1.7352, abs=1e-4)
    assert means[week, (HIGH,), "estimate"] == pytest.approx(1.5009, abs=1e-4)
    assert differences[week, (LOW, PLACEBO), "estimate"] == pytest.approx(-0.5939, abs=1e-4)
    assert differences[week, (LOW, PLACEBO), "df"] == pytest.approx(166.1, abs=0.05)
    assert differences[week, (LOW, PLACEBO), "p_value"] == pytest.approx(0.5600, abs=1e-4)
    assert differences[week, (HIGH, PLACEBO), "p_value"] == pytest.approx(0.4403, abs=1e-4)
    assert differences[week, (HIGH, PLACEBO), "lower"] == pytest.approx(-2.9420, abs=2e-4)

"""CTCAE grades: the values on both sides of every bound of every criterion.

The bounds below are those the program uses, written down again; they were not
compared with the published CTCAE version 5.0, so these tests prove the grading
and not the criteria. "<LLN - 10.0 g/dL" means that 10.0 still has grade 1;
">ULN - 3.0 x ULN" that 3.0 x ULN still has.
"""

import numpy as np
import pytest

from sjogren_desktop.analyses.ctcae import CRITERIA, criteria_for, factor, grade, unit_of

NONE = float("nan")
# criterion, unit, lower, upper, baseline, then value -> grade
CASES = [
    # ALT, AST: >ULN-3, >3-5, >5-20, >20 x ULN; abnormal baseline: 1.5-3, >3-5 ... x baseline
    *(
        case
        for key in ("alt", "ast")
        for case in (
            (key, "U/L", 0, 40, 20, {40: 0, 40.1: 1, 120: 1, 120.1: 2, 200: 2, 200.1: 3}),
            (key, "U/L", 0, 40, 20, {800: 3, 800.1: 4}),
            (key, "U/L", 0, 40, 80, {80: 0, 119.9: 0, 120: 1, 240: 1, 240.1: 2, 400: 2}),
            (key, "U/L", 0, 40, 80, {400.1: 3, 1600: 3, 1600.1: 4}),
            # A baseline at the limit is normal, and an unknown one counts as normal.
            (key, "U/L", 0, 40, 40, {41: 1}),
            (key, "U/L", 0, 40, NONE, {121: 2}),
        )
    ),
    # ALP, GGT: >ULN-2.5, >2.5-5, >5-20, >20 x ULN; abnormal baseline: 2.0-2.5 ... x baseline
    *(
        case
        for key in ("alp", "ggt")
        for case in (
            (key, "U/L", 0, 100, 50, {100: 0, 100.1: 1, 250: 1, 250.1: 2, 500: 2, 500.1: 3}),
            (key, "U/L", 0, 100, 50, {2000: 3, 2000.1: 4}),
            (key, "U/L", 0, 100, 200, {399.9: 0, 400: 1, 500: 1, 500.1: 2, 1000: 2, 1000.1: 3}),
            (key, "U/L", 0, 100, 200, {4000: 3, 4000.1: 4}),
        )
    ),
    # Bilirubin: >ULN-1.5, >1.5-3, >3-10, >10 x ULN; abnormal baseline: >1.0-1.5 ... x baseline
    ("bilirubin", "umol/L", 0, 20, 10, {20: 0, 20.1: 1, 30: 1, 30.1: 2, 60: 2, 60.1: 3, 200: 3}),
    ("bilirubin", "mg/dL", 0, 1.2, 0.5, {1.2: 0, 1.3: 1, 1.8: 1, 1.9: 2, 12: 3, 12.1: 4}),
    ("bilirubin", "umol/L", 0, 20, 30, {30: 0, 30.1: 1, 45: 1, 45.1: 2, 90: 2, 90.1: 3}),
    ("bilirubin", "umol/L", 0, 20, 30, {300: 3, 300.1: 4, 25: 0}),
    # Creatinine: >ULN-1.5, >1.5-3, >3-6, >6 x ULN; or >1.5-3, >3 x baseline
    ("creatinine", "umol/L", 0, 100, 100, {100: 0, 101: 1, 150: 1, 151: 2, 300: 2, 301: 3}),
    ("creatinine", "umol/L", 0, 100, 100, {600: 3, 601: 4}),
    ("creatinine", "mg/dL", 0, 1.2, 0.5, {0.75: 0, 0.76: 2, 1.5: 2, 1.51: 3, 7.3: 4}),
    ("ck", "U/L", 0, 200, 100, {200: 0, 201: 1, 500: 1, 501: 2, 1000: 2, 1001: 3, 2000: 3}),
    ("ck", "U/L", 0, 200, 100, {2001: 4}),
    # Lipase, amylase without symptoms: >ULN-1.5, >1.5-5, >5 x ULN
    ("lipase", "U/L", 0, 60, 30, {60: 0, 61: 1, 90: 1, 91: 2, 300: 2, 301: 3, 9999: 3}),
    ("amylase", "U/L", 0, 100, 50, {100: 0, 101: 1, 150: 1, 151: 2, 500: 2, 501: 3}),
    ("aptt", "s", 0, 40, 30, {40: 0, 41: 1, 60: 1, 61: 2, 100: 2, 101: 3}),
    ("inr", "", 0, 1.1, 1.0, {1.2: 0, 1.21: 1, 1.5: 1, 1.51: 2, 2.5: 2, 2.51: 3}),
    # Haemoglobin: <LLN-10, <10-8, <8 g/dL; <LLN-6.2, <6.2-4.9, <4.9 mmol/L; <100, <80 g/L
    ("anaemia", "g/L", 120, 160, 130, {120: 0, 119: 1, 100: 1, 99: 2, 80: 2, 79: 3, 20: 3}),
    ("anaemia", "g/dL", 12, 16, 13, {12: 0, 11.9: 1, 10: 1, 9.9: 2, 8: 2, 7.9: 3}),
    ("anaemia", "mmol/L", 7.4, 10, 8, {7.4: 0, 7.3: 1, 6.2: 1, 6.1: 2, 4.9: 2, 4.8: 3}),
    # Neutrophils: <LLN-1.5, <1.5-1.0, <1.0-0.5, <0.5 x 10^9/L
    ("neutrophils", "10^9/L", 2, 7, 4, {2: 0, 1.9: 1, 1.5: 1, 1.49: 2, 1: 2, 0.99: 3, 0.5: 3}),
    ("neutrophils", "GI/L", 2, 7, 4, {0.49: 4, 0: 4}),
    ("neutrophils", "/mm3", 2000, 7000, 4000, {2000: 0, 1999: 1, 1500: 1, 1499: 2, 999: 3}),
    ("neutrophils", "10^3/uL", 2, 7, 4, {1.5: 1, 0.4: 4}),
    ("leukocytes_low", "10^9/L", 4, 11, 6, {4: 0, 3.9: 1, 3: 1, 2.9: 2, 2: 2, 1.9: 3, 1: 3}),
    ("leukocytes_low", "cells/uL", 4000, 11000, 6000, {999: 4, 3000: 1}),
    ("leukocytes_high", "10^9/L", 4, 11, 6, {50: 0, 100: 0, 100.1: 3}),
    ("lymphocytes_low", "10^9/L", 1, 4, 2, {1: 0, 0.9: 1, 0.8: 1, 0.79: 2, 0.5: 2, 0.49: 3}),
    ("lymphocytes_low", "10^9/L", 1, 4, 2, {0.2: 3, 0.19: 4}),
    ("lymphocytes_low", "/uL", 1000, 4000, 2000, {800: 1, 799: 2, 499: 3, 199: 4}),
    ("lymphocytes_high", "10^9/L", 1, 4, 2, {4: 0, 4.1: 2, 20: 2, 20.1: 3}),
    ("cd4", "/mm3", 600, 1500, 800, {600: 0, 599: 1, 500: 1, 499: 2, 200: 2, 199: 3, 50: 3}),
    ("cd4", "10^9/L", 0.6, 1.5, 0.8, {0.05: 3, 0.049: 4}),
    ("platelets", "10^9/L", 150, 400, 200, {150: 0, 149: 1, 75: 1, 74: 2, 50: 2, 49: 3, 25: 3}),
    ("platelets", "/mm3", 150000, 400000, 200000, {75000: 1, 74999: 2, 24999: 4}),
    # Eosinophils: above normal and above the baseline
    ("eosinophils", "10^9/L", 0, 0.5, 0.2, {0.5: 0, 0.51: 1, 9: 1}),
    ("eosinophils", "10^9/L", 0, 0.5, 0.8, {0.8: 0, 0.81: 1, 0.6: 0}),
    ("albumin", "g/L", 35, 50, 40, {35: 0, 34: 1, 30: 1, 29: 2, 20: 2, 19: 3}),
    ("albumin", "g/dL", 3.5, 5, 4, {3.5: 0, 3.4: 1, 3: 1, 2.9: 2, 2: 2, 1.9: 3}),
    ("potassium_low", "mmol/L", 3.5, 5, 4, {3.5: 0, 3.4: 1, 3: 1, 2.9: 3, 2.5: 3, 2.4: 4}),
    ("potassium_high", "mEq/L", 3.5, 5, 4, {5: 0, 5.1: 1, 5.5: 1, 5.6: 2, 6: 2, 6.1: 3, 7.1: 4}),
    ("potassium_high", "mmol/L", 3.5, 5, 4, {7: 3}),
    ("sodium_low", "mmol/L", 135, 145, 140, {135: 0, 134: 1, 130: 1, 129: 2, 125: 2, 124: 3}),
    ("sodium_low", "mEq/L", 135, 145, 140, {120: 3, 119: 4}),
    ("sodium_high", "mmol/L", 135, 145, 140, {145: 0, 146: 1, 150: 1, 151: 2, 155: 2, 156: 3}),
    ("sodium_high", "mmol/L", 135, 145, 140, {160: 3, 161: 4}),
    ("calcium_low", "mmol/L", 2.2, 2.6, 2.4, {2.2: 0, 2.1: 1, 2: 1, 1.99: 2, 1.75: 2, 1.74: 3}),
    ("calcium_low", "mmol/L", 2.2, 2.6, 2.4, {1.5: 3, 1.49: 4}),
    ("calcium_low", "mg/dL", 8.8, 10.4, 9.6, {8.8: 0, 8.7: 1, 8: 1, 7.9: 2, 7: 2, 6.9: 3, 6: 3}),
    ("calcium_low", "mg/dL", 8.8, 10.4, 9.6, {5.9: 4}),
    ("calcium_high", "mmol/L", 2.2, 2.6, 2.4, {2.6: 0, 2.7: 1, 2.9: 1, 2.91: 2, 3.1: 2}),
    ("calcium_high", "mmol/L", 2.2, 2.6, 2.4, {3.11: 3, 3.4: 3, 3.41: 4}),
    ("calcium_high", "mg/dL", 8.8, 10.4, 9.6, {10.4: 0, 10.5: 1, 11.5: 1, 11.6: 2, 12.5: 2}),
    ("calcium_high", "mg/dL", 8.8, 10.4, 9.6, {12.6: 3, 13.5: 3, 13.6: 4}),
    ("magnesium_low", "mmol/L", 0.7, 1, 0.8, {0.7: 0, 0.69: 1, 0.5: 1, 0.49: 2, 0.4: 2}),
    ("magnesium_low", "mmol/L", 0.7, 1, 0.8, {0.39: 3, 0.3: 3, 0.29: 4}),
    ("magnesium_low", "mg/dL", 1.7, 2.4, 2, {1.7: 0, 1.6: 1, 1.2: 1, 1.1: 2, 0.9: 2, 0.8: 3}),
    ("magnesium_low", "mg/dL", 1.7, 2.4, 2, {0.7: 3, 0.6: 4}),
    ("magnesium_high", "mmol/L", 0.7, 1, 0.8, {1: 0, 1.1: 1, 1.23: 1, 1.24: 3, 3.3: 3, 3.31: 4}),
    ("magnesium_high", "mg/dL", 1.7, 2.4, 2, {2.4: 0, 2.5: 1, 3: 1, 3.1: 3, 8: 3, 8.1: 4}),
    ("glucose_low", "mmol/L", 3.9, 5.6, 5, {3.9: 0, 3.8: 1, 3: 1, 2.9: 2, 2.2: 2, 2.1: 3}),
    ("glucose_low", "mmol/L", 3.9, 5.6, 5, {1.7: 3, 1.6: 4}),
    ("glucose_low", "mg/dL", 70, 100, 90, {70: 0, 69: 1, 55: 1, 54: 2, 40: 2, 39: 3, 30: 3}),
    ("glucose_low", "mg/dL", 70, 100, 90, {29: 4}),
    ("cholesterol", "mmol/L", 0, 5.2, 5, {5.2: 0, 5.3: 1, 7.75: 1, 7.76: 2, 10.34: 2}),
    ("cholesterol", "mmol/L", 0, 5.2, 5, {10.35: 3, 12.92: 3, 12.93: 4}),
    ("cholesterol", "mg/dL", 0, 200, 190, {200: 0, 201: 1, 300: 1, 301: 2, 400: 2, 401: 3}),
    ("cholesterol", "mg/dL", 0, 200, 190, {500: 3, 501: 4}),
    # Triglycerides: 150-300 mg/dL, grade 1 from 150 on whatever the range
    ("triglycerides", "mg/dL", 0, NONE, 100, {149: 0, 150: 1, 300: 1, 301: 2, 500: 2, 501: 3}),
    ("triglycerides", "mg/dL", 0, 200, 100, {1000: 3, 1001: 4}),
    ("triglycerides", "mmol/L", 0, 2, 1, {1.7: 0, 1.71: 1, 3.42: 1, 3.43: 2, 5.7: 2, 5.71: 3}),
    ("triglycerides", "mmol/L", 0, 2, 1, {11.4: 3, 11.41: 4}),
    ("urate", "umol/L", 150, 400, 300, {400: 0, 401: 1, 900: 1}),
    # QTc: 450-480, 481-500, from 501 ms; a rise by more than 60 ms has grade 3
    ("qtc", "msec", 0, 450, 440, {449: 0, 450: 1, 480: 1, 481: 2, 500: 2, 501: 3}),
    ("qtc", "ms", 0, 450, 380, {440: 0, 441: 3}),
]


def graded(key, values, *, unit, lower, upper, baseline, at_baseline=False):
    criterion = next(c for c in CRITERIA if c.key == key)
    size = len(values)
    return grade(
        criterion,
        np.array(values, dtype=float),
        unit=unit,
        lower=np.full(size, lower, dtype=float),
        upper=np.full(size, upper, dtype=float),
        baseline=np.full(size, baseline, dtype=float),
        is_baseline=np.full(size, at_baseline),
    ).tolist()


@pytest.mark.parametrize(
    ("key", "unit", "lower", "upper", "baseline", "expected"),
    CASES,
    ids=[f"{c[0]} {c[1]} {i}" for i, c in enumerate(CASES)],
)
def test_that_a_value_has_the_grade_printed(key, unit, lower, upper, baseline, expected):
    found = graded(key, list(expected), unit=unit, lower=lower, upper=upper, baseline=baseline)

    assert dict(zip(expected, found, strict=True)) == expected


def test_that_every_criterion_and_every_unit_of_it_has_cases():
    for criterion in CRITERIA:
        units = {c[1] for c in CASES if c[0] == criterion.key}
        assert units, criterion.key
        tested = {factor(criterion, u)[0] for u in units}
        assert tested >= set(criterion.bounds), criterion.key


def test_that_every_bound_of_every_criterion_is_reached():
    for criterion in CRITERIA:
        bounds = criterion.multiples or next(iter(criterion.bounds.values()))
        graded = {g for c in CASES if c[0] == criterion.key for g in c[5].values()}
        expected = {i for i, b in enumerate(bounds, start=1) if b is not None} | {0}
        assert graded >= expected, criterion.key


def test_that_an_abnormal_baseline_is_itself_graded_by_the_normal_range():
    # 100 is 2.5 x ULN: grade 1 at baseline, and no grade later, being 1.0 x baseline.
    options = {"unit": "U/L", "lower": 0, "upper": 40, "baseline": 100}

    assert graded("alt", [100], at_baseline=True, **options) == [1]
    assert graded("alt", [100], **options) == [0]


def test_that_products_of_limits_do_not_decide_by_their_noise():
    # 3 x 40.1 is 120.30000000000001 in binary, 3 x 0.7 is 2.0999999999999996.
    assert graded("alt", [120.3], unit="", lower=0, upper=40.1, baseline=20) == [1]
    assert graded("alt", [2.1], unit="", lower=0, upper=0.7, baseline=0.5) == [1]


def test_that_what_cannot_be_graded_is_missing_and_not_zero():
    assert np.isnan(graded("alt", [50], unit="", lower=0, upper=NONE, baseline=20)).all()
    unknown = graded("anaemia", [110], unit="g/L", lower=NONE, upper=160, baseline=130)
    assert np.isnan(unknown).all()
    assert graded("anaemia", [90], unit="g/L", lower=NONE, upper=160, baseline=130) == [2]
    percent = graded("neutrophils", [40], unit="%", lower=45, upper=70, baseline=50)
    assert np.isnan(percent).all()
    assert np.isnan(graded("alt", [NONE], unit="", lower=0, upper=40, baseline=20)).all()


def test_that_units_are_read_from_labels_and_giga_is_no_gram():
    assert unit_of("Neutrophils (10^9/L)") == "10^9/L"
    assert unit_of("Neutrophils") == ""
    assert graded("neutrophils", [1.2], unit="G/L", lower=2, upper=7, baseline=3) == [2]
    assert graded("anaemia", [90], unit="G/L", lower=120, upper=160, baseline=130) == [2]


def test_that_parameters_find_their_criteria_by_code():
    assert [c.key for c in criteria_for("LYM")] == ["lymphocytes_low", "lymphocytes_high"]
    assert [c.key for c in criteria_for("ADLBH.HGB")] == ["anaemia"]
    assert criteria_for("ESSDAI") == ()

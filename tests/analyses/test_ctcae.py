"""CTCAE grades against a transcription of the published criteria.

``tests/reference/ctcae/criteria.csv`` was written from the printed text of versions 4, 5
and 6, not from the table in the program; the small reader below is a second
implementation of the grading. Values stand at, just below and just above every bound,
with a normal, a high, a low and an unknown baseline.
"""

import csv
import re
from pathlib import Path

import numpy as np
import pytest

from sjogren_desktop.analyses.ctcae import criteria_for, factor, grade, unit_of
from sjogren_desktop.analyses.ctcae_criteria import CRITERIA, VERSIONS

NONE = float("nan")
PRINTED = Path(__file__).parents[1] / "reference" / "ctcae" / "criteria.csv"
TOKEN = re.compile(r"(?:([NHL]):)?(.+)")
CONDITION = re.compile(r"(LOST|RISE)?(<=|>=|<|>)([\d.]*)(LLN|ULN|BASE)?(?:\+([\d.]+))?$")


def printed_rows():
    with PRINTED.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            for version in row["versions"].split():
                yield version, row


ROWS = list(printed_rows())
NAMES = [f"v{v} {row['term']} {row['unit']}" for v, row in ROWS]


def bound(condition, known):
    """Return what a condition compares ('value', 'LOST' or 'RISE'), how, and with what."""
    what, sign, number, name, more = CONDITION.match(condition).groups()
    edge = (float(number) if number else 1.0) * (known[name] if name else 1.0)
    return what or "value", sign, edge + float(more or 0)


def applies(scope, known):
    base = known["BASE"]
    return {
        None: True,
        "N": not base > known["ULN"],
        "H": base > known["ULN"],
        "L": base < known["LLN"],
    }[scope]


def holds(condition, value, known):
    what, sign, edge = bound(condition, known)
    base = known["BASE"]
    if what == "LOST":
        value = 100 * (base - value) / base
    elif what == "RISE":
        value = value - base
    elif "BASE" in condition and np.isnan(base):
        # What is not known to have been reached before counts as new.
        return "&" in known["TEXT"]
    if np.isnan(value) or np.isnan(edge):
        return False
    near = abs(value - edge) <= 1e-9 * max(abs(edge), 1e-300)
    above = value > edge and not near
    below = value < edge and not near
    return {"<": below, ">": above, "<=": below or near, ">=": above or near}[sign]


def expected_grade(row, value, known):
    found = 0
    for number in (1, 2, 3, 4):
        for alternative in filter(None, row[f"g{number}"].split("|")):
            scope, text = TOKEN.match(alternative).groups()
            known["TEXT"] = text
            if applies(scope, known) and all(holds(c, value, known) for c in text.split("&")):
                found = number
    return found


def values_of(row, known):
    """Return values at, below and above every bound of a row."""
    edges = []
    for number in (1, 2, 3, 4):
        for alternative in filter(None, row[f"g{number}"].split("|")):
            for condition in TOKEN.match(alternative).group(2).split("&"):
                what, _, edge = bound(condition, known)
                if what == "LOST":
                    edge = known["BASE"] * (1 - edge / 100)
                elif what == "RISE":
                    edge = known["BASE"] + edge
                edges.append(edge)
    edges = sorted({e for e in edges if not np.isnan(e)})
    return [e * share for e in edges for share in (0.999, 1.0, 1.001)]


def graded(version, code, term, values, *, unit, lower, upper, baseline, at_baseline=False):
    (criterion,) = (c for c in criteria_for(code, version) if c.term == term)
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


@pytest.mark.parametrize(("version", "row"), ROWS, ids=NAMES)
def test_that_values_around_every_bound_have_the_grade_printed(version, row):
    low, high = float(row["lln"]), float(row["uln"])
    reached = set()
    for base in ((low + high) / 2, high, 1.6 * high, 0.8 * low or NONE, NONE):
        known = {"LLN": low, "ULN": high, "BASE": base}
        values = values_of(row, known)
        found = graded(
            version, row["codes"], row["term"], values,
            unit=row["unit"], lower=low, upper=high, baseline=base,
        )  # fmt: skip
        expected = [float(expected_grade(row, v, known)) for v in values]
        assert dict(zip(values, found, strict=True)) == dict(zip(values, expected, strict=True))
        reached |= set(expected)
    # Each grade that has a number is met, and grade 0.
    assert reached >= {0.0, *(float(n) for n in (1, 2, 3, 4) if row[f"g{n}"])}


def test_that_every_criterion_of_the_program_is_among_those_printed():
    for version, criteria in CRITERIA.items():
        printed = {
            (row["term"], factor(c, row["unit"])[0])
            for v, row in ROWS
            for c in criteria
            if v == version and c.term == row["term"] and row["codes"] in c.codes
        }
        for criterion in criteria:
            units = (
                {""}
                if criterion.multiples is not None
                else {*criterion.bounds, *criterion.above_limit}
            )
            assert {(criterion.term, u) for u in units} <= printed, (version, criterion.key)
    assert set(CRITERIA) == set(VERSIONS)


def test_that_a_term_is_graded_in_the_versions_that_have_it_and_in_no_other():
    printed = {(v, row["term"]) for v, row in ROWS}
    ours = {(v, c.term) for v, criteria in CRITERIA.items() for c in criteria}
    assert ours == printed


def test_that_an_abnormal_baseline_is_itself_graded_by_the_normal_range():
    # 100 is 2.5 x ULN: grade 1 at baseline, and no grade later, being 1.0 x baseline.
    term = "Alanine aminotransferase increased"
    options = {"unit": "U/L", "lower": 0, "upper": 40, "baseline": 100}

    assert graded("5", "ALT", term, [100], at_baseline=True, **options) == [1]
    assert graded("5", "ALT", term, [100], **options) == [0]
    # Version 6 counts from the baseline on.
    assert graded("6", "ALT", term, [100], **options) == [1]


def test_that_products_of_limits_do_not_decide_by_their_noise():
    # 3 x 40.1 is 120.30000000000001 in binary, 3 x 0.7 is 2.0999999999999996.
    term = "Alanine aminotransferase increased"
    for value, limit in ((120.3, 40.1), (2.1, 0.7)):
        options = {"unit": "", "lower": 0, "upper": limit, "baseline": NONE}
        assert graded("5", "ALT", term, [value], **options) == [1]


def test_that_what_cannot_be_graded_is_missing_and_not_zero():
    def found(code, term, value, unit, lower, upper):
        options = {"unit": unit, "lower": lower, "upper": upper, "baseline": 130}
        return graded("5", code, term, [value], **options)[0]

    assert np.isnan(found("ALT", "Alanine aminotransferase increased", 50, "", 0, NONE))
    assert np.isnan(found("ALT", "Alanine aminotransferase increased", NONE, "", 0, 40))
    assert np.isnan(found("HGB", "Anemia", 110, "g/L", NONE, 160))
    assert found("HGB", "Anemia", 90, "g/L", NONE, 160) == 2
    assert np.isnan(found("NEUT", "Neutrophil count decreased", 40, "%", 45, 70))
    assert np.isnan(found("HGB", "Hemoglobin increased", 11, "mmol/L", 7, 10))
    # Version 6 grades no creatinine clearance below 10 mL/min by its number.
    options = {"unit": "mL/min", "lower": 90, "upper": 140, "baseline": 100}
    assert np.isnan(graded("6", "CREATCLR", "Creatinine clearance decreased", [9.9], **options))


def test_that_units_are_read_from_labels_and_giga_is_no_gram():
    assert unit_of("Neutrophils (10^9/L)") == "10^9/L"
    assert unit_of("Neutrophils") == ""
    for code, term, value, low, high in (
        ("NEUT", "Neutrophil count decreased", 1.2, 2, 7),
        ("HGB", "Anemia", 90, 120, 160),
    ):
        options = {"unit": "G/L", "lower": low, "upper": high, "baseline": high}
        assert graded("5", code, term, [value], **options) == [2]


def test_that_parameters_find_their_criteria_by_code():
    assert [c.key for c in criteria_for("LYM")] == ["lymphocytes_high", "lymphocytes_low"]
    assert [c.key for c in criteria_for("ADLBH.HGB")] == ["anaemia", "haemoglobin_high"]
    assert criteria_for("ESSDAI") == ()
    assert [c.term for c in criteria_for("PLAT", "6")] == ["Thrombocytopenia"]

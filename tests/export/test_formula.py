"""No text that is written or copied is run as a formula, and numbers stay numbers."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from sjogren_desktop.export.ard import ard_csv
from sjogren_desktop.export.figure_data import tab_separated
from sjogren_desktop.export.formula import as_text, is_formula
from sjogren_desktop.export.web import clipboard_text
from sjogren_desktop.results import Cell, Column, Result, Row, Stat, Table

ATTACKS = ("=1+1", "+HYPERLINK(1)", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "-x")
NUMBERS = ("-1", "+2", "-1.5", "-1,5", "-1e-3", "12", "-0.5")
SHOWN = ("-1.3 (-2.0, -0.6)", "-1.3 (0.42)", "-5%", "-1.0; -0.5", "-0.4 \u2013 0.2")


@pytest.mark.parametrize("text", ATTACKS)
def test_that_a_formula_is_written_as_text(text: str) -> None:
    assert is_formula(text)
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", [*NUMBERS, *SHOWN, "Week 4", ""])
def test_that_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert as_text(text) == text


def result() -> Result:
    rows = (Row(("=1+1",), (Cell((Stat("mean", -1.25),)),)),)
    table = Table("t", "@SUM(A1)", ("Term",), (Column("+A"),), rows)
    return Result("mmrm_change", "Model", "S1", "-x", "", (table,))


def test_that_results_as_data_hold_no_formula() -> None:
    head, line = csv.reader(StringIO(ard_csv([result()])))
    values = dict(zip(head, line, strict=True))

    assert values["row_label"] == "'=1+1"
    assert (values["population"], values["column_label"]) == ("'-x", "'+A")
    assert float(values["stat"]) == -1.25
    assert not [v for v in line if is_formula(v)]


def test_that_what_is_copied_holds_no_formula() -> None:
    text = clipboard_text(result().tables[0])

    assert text.split("\n")[0] == "Term\t'+A"
    assert text.split("\n")[1].startswith("'=1+1\t-1.2")
    assert tab_separated([("=1+1", -2.5, None)]) == "'=1+1\t-2.5\t"

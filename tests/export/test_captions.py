"""Each caption says what it shows: title, population, N, filter, data cut-off and method."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.export.caption import caption_lines, cut_off_card
from sjogren_desktop.export.displays import Run, displays
from sjogren_desktop.export.house import house
from sjogren_desktop.export.reconcile import reconcile
from sjogren_desktop.export.report import now
from sjogren_desktop.figures import Figure
from sjogren_desktop.results import Result
from tests.demo_study import demo_study

QUICK = (
    "placebo_response",
    "ae_incidence",
    "exposure_lanes",
    "lab_change",
    "dose_typed",
    "power_by_formula",
)
COUNTED = re.compile(r"N: [^.]*\d|N = \d")


def run_of(key: str, **given: object) -> Result:
    analysis = catalogue.find(key)
    scopes = analysis.scopes(demo_study())
    return catalogue.run(analysis, demo_study(), {**(scopes[0] if scopes else {}), **given})


def caption(figure: Figure, result: Result) -> str:
    return " ".join(line.text for line in caption_lines(figure, result, 164.0))


def check(result: Result, run: Run) -> None:
    shown = [d for d in displays([result], house(), run) if d.figure is not None]
    assert len(shown) == len(result.figures)
    for figure, display in zip(result.figures, shown, strict=True):
        text = caption(figure, result)
        assert text.startswith(figure.title)
        assert f"Population: {result.population}" in text
        assert "Method. " in text
        beneath = " ".join(display.footnotes)
        assert display.population == f"Population: {result.population}"
        for told in (text, beneath):
            assert COUNTED.search(told), told
            assert "Filter: none." in told
            assert "Data cut-off: not stated." in told


@pytest.mark.parametrize("key", QUICK)
def test_that_captions_tell_population_counts_filter_cut_off_and_method(key: str) -> None:
    result = run_of(key)

    assert result.figures
    check(result, now())


@pytest.mark.slow
@pytest.mark.parametrize("key", [a.key for a in ANALYSES if a.key not in QUICK])
def test_that_every_caption_of_the_catalogue_tells_its_parts(key: str) -> None:
    result = run_of(key)

    check(result, now())
    assert not reconcile([result]).discrepancies


def test_that_a_filter_and_a_data_cut_are_named_with_the_patients_left() -> None:
    result = run_of("ae_incidence", subset="SEX = M")
    men = demo_study().adsl.query("SEX == 'M' and SAFFL == 'Y'")
    left = men.loc[men["STUDYID"] == result.study, "TRT01A"].value_counts()
    dated = replace(result, method=(*result.method, *cut_off_card("2026-03-31")))

    text = caption(result.figures[0], dated)

    assert "Filter: SEX = M." in text
    assert "Data cut-off: 2026-03-31" in text
    assert "not stated" not in text
    assert dict(result.counts) == left.to_dict()
    beneath = displays([result], house(), now(cut_off="2026-03-31"))[-1].footnotes
    assert "Data cut-off: 2026-03-31." in beneath
    assert "Data cut-off: not stated." not in beneath


def test_that_counts_of_captions_are_reconciled_with_the_heads_of_tables() -> None:
    result = run_of("ae_incidence")
    (arm, n), *others = result.counts
    wrong = replace(result, counts=((arm, n + 1), *others))

    assert not reconcile([result]).discrepancies
    assert any(arm in said for said in reconcile([result, wrong]).discrepancies)

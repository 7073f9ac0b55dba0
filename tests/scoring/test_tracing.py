"""Traces, definitions and conventions: what stands behind a score, and that it is all there."""

import csv
import json
from pathlib import Path

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring import (
    CONVENTIONS,
    INSTRUMENTS,
    Source,
    conventions_text,
    score_case,
    trace,
)
from sjogren_desktop.scoring.definitions import DEFINITIONS, NOT_VERIFIED, REMINDER, definition
from sjogren_desktop.scoring.essdai import DOMAINS

FILE = Path(__file__).parent / "data" / "instrument_cases.csv"
CASES = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[c["case_id"] for c in CASES])
def test_that_a_trace_tells_the_score_of_every_case(case):
    inputs = json.loads(case["inputs"])

    traced = trace(case["instrument"], inputs)

    assert traced.result == score_case(case["instrument"], inputs)
    assert traced.steps
    assert traced.title in traced.text()


@pytest.mark.parametrize("instrument", ["ESSDAI", "CLINESSDAI", "ESSDAI8_ENTRY"])
def test_that_steps_of_essdai_add_up_to_the_total(instrument):
    levels = {d.key: max(d.levels) for d in DOMAINS}

    traced = trace(instrument, {"levels": levels})

    total = traced.result["total8" if instrument == "ESSDAI8_ENTRY" else "total"]
    assert sum(s.value for s in traced.steps) == total
    assert total == {"ESSDAI": 123, "CLINESSDAI": 135, "ESSDAI8_ENTRY": 60}[instrument]


def test_that_a_trace_leads_from_total_to_the_source_row():
    levels = {d.key: 0 for d in DOMAINS} | {"renal": 2, "pns": None}
    sources = {"renal": Source("adqs.csv", 75), "pns": Source("scores.xlsx", 12, "Week 24")}

    traced = trace("ESSDAI", {"levels": levels}, source=sources)

    (renal,) = [s for s in traced.steps if s.name == "renal"]
    assert (renal.value, renal.rule) == (10, "level 2 (moderate) x weight 5")
    assert renal.entries[0].source == Source("adqs.csv", 75)
    text = traced.text()
    assert "    renal = 2 [adqs.csv, row 75]" in text
    assert "    pns = missing [scores.xlsx, sheet Week 24, row 12]" in text
    assert "total: missing" in text
    assert "Rule: Seror 2010" in text
    assert "(program rule ESSDAI 1)" in text
    assert "Convention C1 (default)" in text
    assert "Not verified: Rule for a missing domain." in text


def test_that_one_source_may_stand_for_all_entries():
    source = Source("adqs.csv", 7)

    traced = trace("ESSPRI", {"dryness": 5, "fatigue": 4, "pain": 4}, source=source)

    assert {e.source for s in traced.steps for e in s.entries} == {source}
    assert traced.steps[0].value == pytest.approx(13 / 3)


def test_that_a_domain_taken_as_zero_says_so():
    levels = {d.key: 0 for d in DOMAINS} | {"pns": None}

    traced = trace("ESSDAI", {"levels": levels}, conventions={"C1": "zero"})

    (pns,) = [s for s in traced.steps if s.name == "pns"]
    assert pns.rule == "level 0 (no activity) (missing, taken as 0) x weight 5"
    assert any(line.startswith("C1 (chosen: zero)") for line in traced.conventions)


def test_that_star_steps_carry_points_and_both_visits():
    pair = {"baseline": {"clinessdai": 12, "esspri": 7}, "followup": {"clinessdai": 9, "esspri": 7}}

    traced = trace("STAR", pair)

    values = {s.name: s.value for s in traced.steps}
    assert values == {
        "systemic": 3,
        "pro": 0,
        "lachrymal": None,
        "salivary": None,
        "biological": None,
    }
    assert [(e.name, e.value) for e in traced.steps[0].entries] == [
        ("baseline.clinessdai", 12),
        ("followup.clinessdai", 9),
    ]


def test_that_facit_steps_are_the_reversed_items():
    traced = trace("FACIT_F", {"responses": [1] * 6 + [3, 4] + [1] * 5})

    assert [s.value for s in traced.steps[:13]] == [3] * 6 + [3, 4] + [3] * 5
    assert traced.steps[-1].value == 40


# ------------------------------------------------------------------ definitions


def test_that_every_level_of_every_domain_is_defined_and_no_other():
    assert [d.domain for d in DEFINITIONS] == [d.key for d in DOMAINS]
    for domain in DOMAINS:
        defined = definition(domain.key)
        assert tuple(level.level for level in defined.levels) == domain.levels
        assert all(f.text for level in defined.levels for f in level.features)
        assert defined.damage


def test_that_what_is_not_verified_can_be_seen():
    def notes(domain):
        found = definition(domain)
        return [f for level in found.levels for f in level.features] + list(found.remarks)

    unverified = {
        d.domain: [f.text for f in notes(d.domain) if f.note == NOT_VERIFIED] for d in DEFINITIONS
    }

    # instruments.md 2.1: 18 % of the surface, small fibres and the recall window are tagged [U]
    assert any("18%" in t for t in unverified["cutaneous"])
    assert any("small-fibre" in t for t in unverified["pns"])
    assert any(r.note == NOT_VERIFIED for r in REMINDER)


def test_that_an_unknown_domain_has_no_definition():
    with pytest.raises(AnalysisError, match="no ESSDAI domain 'spleen'"):
        definition("spleen")


# ------------------------------------------------------------------ conventions


def test_that_the_eight_conventions_touch_these_instruments():
    touched = {c: [i.key for i in INSTRUMENTS if c in i.conventions] for c in CONVENTIONS}

    assert all(touched.values())
    assert touched["C5"] == ["STAR"]
    assert touched["C7"] == ["STAR", "CRESS"]
    assert touched["C8"] == ["HOCEVAR"]
    assert touched["C3"] == ["ESSDAI_LEVEL"]
    assert touched["C6"] == ["SSSD"]


def test_that_conventions_are_printed_with_the_choice_in_force():
    lines = conventions_text("STAR", {"C5": "missing"})

    assert [line[:2] for line in lines] == ["C4", "C5", "C7"]
    assert lines[0].startswith("C4 (default). ")
    assert lines[1] == (
        "C5 (chosen: missing). STAR undecided because of missing domains: the response is missing."
    )
    assert conventions_text("FACIT_F") == ()


def test_that_a_choice_an_instrument_does_not_have_is_not_claimed():
    (line,) = conventions_text("ESSPRI", {"C1": "zero"})

    assert line.startswith("C1 (default). ")
    assert score_case("ESSPRI", {"dryness": 5}, conventions={"C1": "zero"})["score"] is None


def test_that_an_unknown_convention_is_refused_everywhere():
    for call in (conventions_text, lambda i, c: trace(i, {}, conventions=c)):
        with pytest.raises(AnalysisError, match="no convention C9"):
            call("ESSDAI", {"C9": "x"})

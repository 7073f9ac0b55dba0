"""What follows from the entries of a visit, and where level and findings disagree."""

import pytest

from sjogren_desktop.analyses.score_sheet import FINDINGS, assess, check_entry, doubt_about
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring.essdai import DOMAINS

NONE = {d.key: 0 for d in DOMAINS}


def test_that_totals_points_and_activity_follow_from_levels():
    found = assess({**NONE, "pulmonary": 1, "articular": 2, "biological": 2}, None, {})

    # 5 + 2 x 2 + 2 = 11; ClinESSDAI 6 + 3 x 2 = 12
    assert (found.essdai.value, found.essdai.activity) == (11, "moderate")
    assert (found.clinessdai.value, found.clinessdai.activity) == (12, "moderate")
    assert found.essdai.points["articular"] == 4
    assert (found.essdai.change, found.essdai.responder) == (None, None)


def test_that_a_domain_not_rated_leaves_no_total_and_is_named():
    entries = {k: v for k, v in NONE.items() if k != "cns"}

    found = assess(entries, None, {})

    assert (found.essdai.value, found.essdai.missing) == (None, ("cns",))


@pytest.mark.parametrize(("now", "change", "responder"), [(8, -3, True), (9, -2, False)])
def test_that_response_is_a_fall_by_three_from_baseline(now, change, responder):
    rated = {**NONE, "renal": 1, "articular": 0, "biological": now - 5 - 2, "glandular": 1}

    found = assess(rated, {"essdai": 11.0}, {})

    assert found.essdai.value == now
    assert (found.essdai.change, found.essdai.responder) == (change, responder)


def test_that_esspri_thirds_are_compared_exactly():
    before = {"dryness": 9.0, "fatigue": 9.0, "pain": 8.0, "esspri": 26 / 3}

    found = assess({"dryness": 8, "fatigue": 8, "pain": 7}, before, {}).esspri

    assert (found.responder, found.value) == (True, pytest.approx(23 / 3))


def test_that_star_and_cress_appear_with_their_inputs():
    baseline = {
        "clinessdai": 12.0,
        "esspri": 6.0,
        "dryness": 6.0,
        "fatigue": 6.0,
        "pain": 6.0,
        "uws_ml_min": 0.2,
        "igg_g_l": 16.0,
    }
    entries = {**NONE, "articular": 1, "dryness": 5, "fatigue": 5, "pain": 5}

    none = assess(entries, baseline, {})
    some = assess(entries, baseline, {"uws_ml_min": 0.25, "igg_g_l": 14.4})

    assert (none.star, none.cress) == (None, None)
    # 0.20 to 0.25 is 25 %, 16 to 14.4 is 10 %: both points are earned.
    assert some.star.parts["salivary"] == 1
    assert some.star.parts["biological"] == 1
    assert some.star.responder is True
    assert some.cress.parts["salivary"] is True


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("cns", 1, "Central nervous system has no level 1"),
        ("constitutional", 3, "Its levels are 0"),
        ("dryness", 11, "from 0 to 10"),
        ("finding.hb_g_dl", -1, "from 0 to 25"),
        ("finding.synovitis_28", 29, "from 0 to 28"),
    ],
)
def test_that_what_cannot_be_is_refused(variable, value, said):
    with pytest.raises(AnalysisError, match=said):
        check_entry(variable, value)


def test_that_every_existing_level_and_emptiness_is_accepted():
    for domain in DOMAINS:
        for level in (*domain.levels, None):
            check_entry(domain.key, level)


@pytest.mark.parametrize(
    ("domain", "level", "findings", "said"),
    [
        ("articular", 1, {"synovitis_28": 6}, "support 3 (high); the level is 1"),
        ("articular", 2, {"synovitis_28": 5}, ""),
        ("renal", 1, {"proteinuria_g_day": 1.6, "glomerular": 1}, "support 3 (high)"),
        ("haematological", 0, {"hb_g_dl": 11.9}, "support 1 (low); the level is 0"),
        ("haematological", 0, {"hb_g_dl": 11.9, "not_attributable": 1}, ""),
        # Above the findings is doubted only where every number asked for is known.
        ("biological", 2, {"igg_g_l": 12}, "support 0 (no activity) only; the level is 2"),
        ("haematological", 2, {"hb_g_dl": 13}, ""),
        ("renal", 1, {}, ""),
    ],
)
def test_that_level_and_findings_that_disagree_are_questioned(domain, level, findings, said):
    entries = {domain: level, **{f"finding.{k}": v for k, v in findings.items()}}

    doubt = doubt_about(domain, entries, {})

    assert said in doubt if said else doubt == ""


def test_that_laboratory_values_of_the_study_count_where_none_was_entered():
    assert "support 2 (moderate)" in doubt_about("biological", {"biological": 0}, {"igg_g_l": 21.0})
    entered = {"biological": 0, "finding.igg_g_l": 12}
    assert doubt_about("biological", entered, {"igg_g_l": 21}) == ""


def test_that_findings_belong_to_domains_and_have_names():
    assert {f.domain for f in FINDINGS} <= {d.key for d in DOMAINS}
    assert len({f.variable for f in FINDINGS}) == len(FINDINGS)

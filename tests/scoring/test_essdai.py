"""ESSDAI and ClinESSDAI as a whole: every combination, every total, and speed of bulk."""

import itertools

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring import score_case, score_frame
from sjogren_desktop.scoring.essdai import DOMAINS

MAXIMA = {  # instruments.md section 2: weight x highest level
    "constitutional": 6,
    "lymphadenopathy": 12,
    "glandular": 4,
    "articular": 6,
    "cutaneous": 9,
    "pulmonary": 15,
    "renal": 15,
    "muscular": 18,
    "pns": 15,
    "cns": 15,
    "haematological": 6,
    "biological": 2,
}


def every_combination(domains):
    levels = [d.levels for d in domains]
    grid = np.array(list(itertools.product(*levels)), dtype=float)
    return pd.DataFrame(grid, columns=[d.key for d in domains])


def test_that_weights_and_levels_give_the_published_maxima():
    assert {d.key: d.weight * max(d.levels) for d in DOMAINS} == MAXIMA
    assert sum(MAXIMA.values()) == 123
    assert sum(d.weight for d in DOMAINS) == 43
    assert sum(d.clinical_weight for d in DOMAINS) == 47


@pytest.mark.parametrize("half", [DOMAINS[:6], DOMAINS[6:]], ids=["first", "second"])
def test_that_every_combination_of_levels_is_the_weighted_sum(half):
    frame = every_combination(half)
    expected = sum(frame[d.key] * d.weight for d in half)
    for domain in DOMAINS:
        if domain.key not in frame:
            frame[domain.key] = 0.0

    scored = score_frame("ESSDAI", frame)

    assert (scored["total"] == expected).all()
    assert "error" not in scored


def totals(instrument):
    """Return every total that can be reached, from the two halves of the domains."""
    reached = []
    for half in (DOMAINS[:6], DOMAINS[6:]):
        frame = every_combination(half)
        for domain in DOMAINS:
            if domain.key not in frame:
                frame[domain.key] = 0.0
        reached.append(set(score_frame(instrument, frame)["total"]))
    return {a + b for a in reached[0] for b in reached[1]}


def test_that_every_essdai_from_0_to_123_can_be_reached():
    assert totals("ESSDAI") == set(range(124))


def test_that_a_clinessdai_of_1_or_134_cannot_be_reached():
    assert totals("CLINESSDAI") == set(range(136)) - {1, 134}


def test_that_a_missing_domain_may_be_taken_as_zero_when_the_plan_says_so():
    levels = {d.key: 1 if 1 in d.levels else 0 for d in DOMAINS} | {"biological": None}

    assert score_case("ESSDAI", {"levels": levels})["total"] is None
    zero = score_case("ESSDAI", {"levels": levels}, conventions={"C1": "zero"})
    assert zero["total"] == 43 - 5 - 1
    assert zero["missing"] == ["biological"]


def test_that_points_show_which_domain_makes_the_total():
    levels = {d.key: 0 for d in DOMAINS} | {"pulmonary": 3, "biological": 2}

    points = score_case("ESSDAI", {"levels": levels})["points"]

    assert {k: v for k, v in points.items() if v} == {"pulmonary": 15, "biological": 2}


def test_that_a_fraction_of_a_level_is_refused():
    levels = {d.key: 0 for d in DOMAINS} | {"renal": 1.5}

    scored = score_case("ESSDAI", {"levels": levels})

    assert scored["error"] == "invalid_level"
    assert scored["domain"] == "renal"
    assert scored["total"] is None


def test_that_unknown_instruments_and_conventions_are_named():
    with pytest.raises(AnalysisError, match="no instrument 'DAS28'"):
        score_case("DAS28", {})
    with pytest.raises(AnalysisError, match="no convention C1 = 'half'"):
        score_case("ESSDAI", {}, conventions={"C1": "half"})

"""Every comparison with a limit is exact, for inputs with up to three decimals.

The judge is a scorer in fractions written here from the publications (Seror
2022, Table 3; Arends 2021; Seror 2011); it shares no line with the program.
Inputs are drawn as decimals as a person would write them, many of them such
that a rule is met with equality or missed by the last decimal.
"""

import math
from fractions import Fraction

import numpy as np
import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sjogren_desktop.scoring import score_case, score_frame

INPUTS = {  # highest value in thousandths, and step: ultrasound and ClinESSDAI are whole
    "clinessdai": (135_000, 1000),
    "esspri": (10_000, 1),
    "schirmer_mm_mean": (35_000, 1),
    "oss_mean": (12_000, 1),
    "uws_ml_min": (5_000, 1),
    "hocevar_total": (48_000, 1000),
    "igg_g_l": (90_000, 1),
    "rf_iu_ml": (5_000_000, 1),
}
MOVES = (  # follow-up in terms of baseline at which some rule is met with equality
    lambda b: b,
    lambda b: b - 1000,
    lambda b: b - 2000,
    lambda b: b - 3000,
    lambda b: b + 5000,
    lambda b: b * 85 // 100,
    lambda b: b * 9 // 10,
    lambda b: b * 3 // 4,
    lambda b: b * 5 // 4,
    lambda b: 5000,
    lambda b: 3000,
    lambda b: 0,
)


def decimal(thousandths):
    """Return the number as read from the text a person writes."""
    return None if thousandths is None else float(f"{thousandths / 1000:.3f}")


@st.composite
def pairs(draw, name):
    """Return baseline and follow-up of one input in thousandths, None where missing."""
    highest, step = INPUTS[name]
    before = draw(st.integers(0, highest // step)) * step
    if draw(st.booleans()):
        before = before // 20 * 20  # exact shares of it have three decimals
    after = draw(st.sampled_from(MOVES))(before) + draw(st.sampled_from((-1, 0, 0, 1))) * step
    after = min(max(after, 0), highest) // step * step
    lost = draw(st.sampled_from((0, 0, 0, 0, 0, 0, 1, 2)))
    return (None if lost == 1 else before), (None if lost == 2 else after)


VISITS = st.fixed_dictionaries({name: pairs(name) for name in INPUTS})


# ------------------------------------------------------------------ the judge


def improved(b, f):
    return b - f >= 1 or (b > 0 and b - f >= Fraction(15, 100) * b)


def falls(share):
    return lambda b, f: b > 0 and b - f >= share * b


def flow_rises(b, f):
    return f >= Fraction(5, 4) * b if b > 0 else f > 0


def schirmer(b, f):
    return f - b >= 5 if b < 5 else f >= 5


def staining(b, f):
    return b - f >= 2 if b >= 3 else f < 3


def judged(test, values):
    return None if None in values else test(*values)


def any_known(*answers):
    known = [a for a in answers if a is not None]
    return any(known) if known else None


def components(v):
    return {
        "pro": judged(improved, v["esspri"]),
        "tear": any_known(judged(schirmer, v["schirmer_mm_mean"]), judged(staining, v["oss_mean"])),
        "salivary": any_known(
            judged(flow_rises, v["uws_ml_min"]),
            judged(falls(Fraction(1, 4)), v["hocevar_total"]),
        ),
        "serology": any_known(
            judged(falls(Fraction(1, 10)), v["igg_g_l"]),
            judged(falls(Fraction(1, 4)), v["rf_iu_ml"]),
        ),
    }


def exact_star(v):
    met = {"systemic": judged(lambda b, f: b - f >= 3, v["clinessdai"]), **components(v)}
    names = {"tear": "lachrymal", "serology": "biological"}
    worth = {"systemic": 3, "pro": 3}
    points = {
        names.get(k, k): None if m is None else int(m) * worth.get(k, 1) for k, m in met.items()
    }
    low = sum(p or 0 for p in points.values())
    unknown = [k for k, p in points.items() if p is None]
    high = low + sum(worth.get(k, 1) for k in unknown)
    return {
        "points": points,
        "total": None if unknown else low,
        "min_total": low,
        "max_total": high,
        "determinate": low >= 5 or high < 5,
        "responder": low >= 5,
    }


def exact_cress(v):
    after = v["clinessdai"][1]
    items = {"systemic": None if after is None else after < 5, **components(v)}
    known = [i for i in items.values() if i is not None]
    return {
        "items": items,
        "n_available": len(known),
        "n_met": sum(known),
        "responder": len(known) >= 3 and sum(known) >= 3,
    }


# ------------------------------------------------------------------ the comparison


@settings(max_examples=400, deadline=None)
@given(VISITS)
def test_that_star_and_cress_equal_the_scorer_in_fractions(drawn):
    inputs = {
        "baseline": {k: decimal(b) for k, (b, _) in drawn.items()},
        "followup": {k: decimal(f) for k, (_, f) in drawn.items()},
    }
    exact = {
        k: tuple(None if x is None else Fraction(x, 1000) for x in pair)
        for k, pair in drawn.items()
    }

    star, cress = score_case("STAR", inputs), score_case("CRESS", inputs)

    assert {k: star[k] for k in exact_star(exact)} == exact_star(exact)
    assert {k: cress[k] for k in exact_cress(exact)} == exact_cress(exact)


ITEM = st.one_of(st.integers(0, 10).map(lambda n: n * 1000), st.integers(0, 10_000))
THREE = st.tuples(ITEM, ITEM, ITEM)


@settings(max_examples=400, deadline=None)
@given(THREE, THREE, st.sampled_from((None, 3000, "15 %")))
@example((9000, 9000, 8000), (8000, 8000, 7000), None)
@example((5000, 4000, 4000), (4000, 4000, 3000), None)
def test_that_esspri_of_thirds_responds_exactly(before, after, boundary):
    if boundary:  # moves the sum of the items to the limit itself, where it can be reached
        fall = boundary if boundary == 3000 else math.ceil(sum(before) * 15 / 100)
        left = sum(before) - fall
        first = min(max(left, 0), 10_000)
        after = (first, min(max(left - first, 0), 10_000), max(left - 20_000, 0))
    names = ("dryness", "fatigue", "pain")
    baseline, followup = (Fraction(sum(items), 3000) for items in (before, after))
    inputs = [dict(zip(names, map(decimal, items), strict=True)) for items in (before, after)]

    by_items = score_case("ESSPRI_RESPONSE", {"baseline": inputs[0], "followup": inputs[1]})
    by_score = score_case(
        "ESSPRI_RESPONSE", {"baseline": float(baseline), "followup": float(followup)}
    )

    assert by_items["responder"] is improved(baseline, followup)
    assert by_score["responder"] is improved(baseline, followup)
    assert score_case("ESSPRI", inputs[0])["pass"] is (baseline < 5)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 20_000), st.sampled_from((1, 5, 10, 15)))
@example(1500, 15)
@example(500, 5)
def test_that_flow_is_compared_with_its_limit_exactly(volume, minutes):
    scored = score_case("UWS", {"volume_ml": decimal(volume), "minutes": minutes})

    assert scored["abnormal"] is (Fraction(volume, 1000) / minutes <= Fraction(1, 10))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 20_000), st.integers(0, 20_000), st.sampled_from((5, 15)))
def test_that_a_rise_of_flow_computed_from_volumes_is_exact(before, after, minutes):
    rates = [
        score_case("UWS", {"volume_ml": decimal(v), "minutes": minutes})["rate_ml_min"]
        for v in (before, after)
    ]

    scored = score_case(
        "STAR", {"baseline": {"uws_ml_min": rates[0]}, "followup": {"uws_ml_min": rates[1]}}
    )

    assert bool(scored["points"]["salivary"]) is flow_rises(Fraction(before), Fraction(after))


@given(st.integers(0, 70_000), st.integers(0, 70_000))
@example(4900, 5100)
def test_that_the_mean_of_two_eyes_is_compared_exactly(right, left):
    scored = score_case("SCHIRMER", {"right_mm": decimal(right), "left_mm": decimal(left)})

    assert scored["star_abnormal"] is (right + left < 10_000)
    assert scored["acr_eular_positive"] is (min(right, left) <= 5000)


def test_that_every_percentage_of_every_value_is_exact_in_bulk():
    # IgG and flow: each baseline from 0.001 to 50.000 against the exact limit and its neighbours.
    base = np.arange(1, 50_001)
    for share, name, sign in ((10, "igg_g_l", -1), (25, "rf_iu_ml", -1), (25, "uws_ml_min", 1)):
        for off in (-1, 0, 1):
            follow = np.maximum(base + sign * (base * share // 100) + off, 0)
            change = sign * (follow - base)
            expected = 100 * change >= share * base
            frame = pd.DataFrame(
                {f"baseline.{name}": base / 1000, f"followup.{name}": follow / 1000}
            )
            column = "points.salivary" if sign == 1 else "points.biological"

            got = score_frame("STAR", frame)[column] == 1

            assert (got.to_numpy() == expected).all()

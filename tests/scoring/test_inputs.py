"""What a hand types wrong: text, yes for a number, endless numbers, too many answers."""

import contextlib
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring import INSTRUMENTS, score_case, score_frame
from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.scoring.instrument import fall_at_least_percent, rise_at_least_percent

ZERO = {d.key: 0 for d in DOMAINS}
CASES = Path(__file__).parent / "data" / "instrument_cases.csv"


@pytest.mark.parametrize("wrong", ["2", "high", True, float("inf"), 10**400, [1], 1.5, 4])
def test_that_a_level_that_is_none_names_its_domain(wrong):
    inputs = {"levels": {**ZERO, "renal": wrong}}
    if isinstance(wrong, list):
        inputs = {"levels": {**ZERO, "renal": "[1]"}}

    scored = score_case("ESSDAI", inputs)

    assert (scored["error"], scored["domain"], scored["total"]) == ("invalid_level", "renal", None)


@pytest.mark.parametrize("missing", [None, float("nan"), np.nan, pd.NA, pd.NaT])
def test_that_every_kind_of_nothing_is_missing(missing):
    scored = score_case("ESSDAI", {"levels": {**ZERO, "renal": missing}})

    assert "error" not in scored
    assert scored["missing"] == ["renal"]


@pytest.mark.parametrize("level", [2, 2.0, np.int64(2), np.float32(2)])
def test_that_every_kind_of_number_is_a_number(level):
    assert score_case("ESSDAI", {"levels": {**ZERO, "renal": level}})["total"] == 10


@pytest.mark.parametrize(
    ("instrument", "inputs", "said"),
    [
        ("ESSDAI_RESPONSE", {"baseline": "ten", "followup": 3}, "baseline: 'ten' is not a number"),
        ("STAR", {"baseline": {"igg_g_l": "high"}}, r"baseline\.igg_g_l: 'high' is not a number"),
        ("ESSDAI_LEVEL", {"domain": "articular", "synovitis_28": True}, "synovitis_28: True"),
        ("ESSDAI_LEVEL", {"domain": "renal", "haematuria": "yes"}, "neither true nor false"),
        ("ESSDAI_LEVEL", {"domain": "renal", "haematuria": 2}, "neither true nor false"),
        ("ACR_EULAR_2016", {"anti_ssa": "positive"}, "anti_ssa: 'positive'"),
        ("ESSDAI", {"levels": [0] * 12}, "levels: give one value by name"),
        ("HOCEVAR", {"glands": 3}, "glands: give one value by name"),
        ("FACIT_F", {"responses": [0] * 14}, "14 items are given, but there are 13"),
        ("SSSD", {"sex": "F", "days": [None] * 8}, "8 days are given, but there are 7"),
        ("SSSD", {"sex": "F", "days": [5]}, "Day 1 of the diary"),
        ("ESSDAI", [0] * 12, "give the inputs by name"),
    ],
)
def test_that_what_cannot_be_read_is_said_in_a_sentence(instrument, inputs, said):
    with pytest.raises(AnalysisError, match=said):
        score_case(instrument, inputs)


@pytest.mark.parametrize(
    ("instrument", "inputs", "item"),
    [
        ("ESSPRI", {"dryness": "much", "fatigue": 5, "pain": 5}, "dryness"),
        ("ESSPRI_RESPONSE", {"baseline": 12, "followup": 5}, "baseline"),
        ("UWS", {"volume_ml": "1,5", "minutes": 15}, "volume_ml"),
        ("SCHIRMER", {"right_mm": -1, "left_mm": 3}, "right_mm"),
        ("OSS", {"cornea_dots": 3.5, "nasal_dots": 0, "temporal_dots": 0}, "cornea_dots"),
        ("FACIT_F", {"responses": ["a", *[0] * 12]}, 1),
    ],
)
def test_that_an_impossible_entry_is_named(instrument, inputs, item):
    scored = score_case(instrument, inputs)

    assert (scored["error"], scored["item"]) == ("out_of_range", item)


def test_that_a_text_column_of_a_study_is_refused_by_name():
    frame = pd.DataFrame({"baseline": [10.0, 8.0], "followup": ["7", "low"]})

    with pytest.raises(AnalysisError, match="followup: '7' is not a number"):
        score_frame("ESSDAI_RESPONSE", frame)


def test_that_columns_of_every_number_type_score_alike():
    plain = pd.DataFrame({d.key: [0.0, 2.0, 0.0] for d in DOMAINS})
    expected = score_frame("ESSDAI", plain)["total"].tolist()

    for kind in ("int8", "int64", "float32", "Int64", "Float64", object):
        assert score_frame("ESSDAI", plain.astype(kind))["total"].tolist() == expected

    some = plain.astype("Int64")
    some.loc[1, "renal"] = pd.NA
    assert np.isnan(score_frame("ESSDAI", some)["total"][1])


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(max_size=5),
    st.lists(st.integers(0, 5), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


def first_case(key):
    import csv

    for case in csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()):
        if case["instrument"] == key:
            return json.loads(case["inputs"])
    raise LookupError(key)


def leaves(value, path=()):
    if isinstance(value, dict):
        return [x for k, v in value.items() for x in leaves(v, (*path, k))]
    if isinstance(value, list):
        return [x for i, v in enumerate(value) for x in leaves(v, (*path, i))]
    return [path]


def put(value, path, new):
    if not path:
        return new
    if isinstance(value, dict):
        return {**value, path[0]: put(value[path[0]], path[1:], new)}
    return [put(v, path[1:], new) if i == path[0] else v for i, v in enumerate(value)]


@pytest.mark.parametrize("key", [i.key for i in INSTRUMENTS])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_that_nothing_typed_anywhere_is_a_traceback(key, data):
    inputs = first_case(key)
    path = data.draw(st.sampled_from(leaves(inputs) or [()]))

    changed = put(inputs, path, data.draw(ANYTHING)) if path else inputs

    with contextlib.suppress(AnalysisError):
        assert json.dumps(score_case(key, changed))


@pytest.mark.parametrize(("before", "after"), [(1.8e306, 6.0), (1.7e308, -1.7e308)])
def test_that_a_number_of_too_many_digits_is_compared(before, after):
    baseline, followup = np.array([before]), np.array([after])

    assert fall_at_least_percent(baseline, followup, 15) == 1
    assert rise_at_least_percent(baseline, followup, 15) == 0


def test_that_a_time_too_short_for_a_flow_is_a_wrong_time():
    found = score_case("UWS", {"volume_ml": 1.5, "minutes": 2.2e-311})

    assert found["rate_ml_min"] is None
    assert found["error"] == score_case("UWS", {"volume_ml": 1.5, "minutes": 0})["error"]

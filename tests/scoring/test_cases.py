"""Every hand-made and published case of every instrument, at the bedside and in bulk.

The cases were written by hand from the publications (column ``source``) and
checked with an independent scorer in exact arithmetic.
"""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from sjogren_desktop.scoring import INSTRUMENTS, score_case, score_frame
from sjogren_desktop.scoring.instrument import flatten, give_back

FILE = Path(__file__).parent / "data" / "instrument_cases.csv"
CASES = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))


def agrees(got, expected):
    if isinstance(expected, dict):
        return all(agrees(got.get(k), v) for k, v in expected.items())
    if isinstance(expected, bool) or expected is None or isinstance(expected, str | list):
        return got == expected and type(got) is type(expected)
    return got is not None and got == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("case", CASES, ids=[c["case_id"] for c in CASES])
def test_that_the_case_scores_as_published(case):
    got = score_case(case["instrument"], json.loads(case["inputs"]))

    expected = json.loads(case["expected"])
    wrong = {k: (got.get(k), v) for k, v in expected.items() if not agrees(got.get(k), v)}
    assert wrong == {}


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=[i.key for i in INSTRUMENTS])
def test_that_bulk_equals_bedside_on_every_case(instrument):
    cases = [json.loads(c["inputs"]) for c in CASES if c["instrument"] == instrument.key]
    assert cases

    frame = pd.DataFrame([flatten(inputs) for inputs in cases])
    bulk = score_frame(instrument.key, frame)

    for i, inputs in enumerate(cases):
        row = {name: bulk[name].to_numpy()[i : i + 1] for name in bulk.columns}
        assert give_back(row, instrument) == {
            **{k: v for k, v in give_back(row, instrument).items() if v in (None, [])},
            **score_case(instrument.key, inputs),
        }

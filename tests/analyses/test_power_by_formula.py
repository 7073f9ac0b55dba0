"""Power by formula: against textbook numbers and the figures of the study."""

import numpy as np
import pytest

from sjogren_desktop.analyses import catalogue, power_by_formula
from sjogren_desktop.results import AnalysisError
from tests.demo_study import demo_study
from tests.studies import MONTHLY, small_study


@pytest.fixture(scope="module")
def study():
    return small_study(per_arm=40)


def run(study, /, **given):
    return catalogue.run(power_by_formula.SPEC, study, {"study": "S2", **given})


def table(result, key):
    found = next(t for t in result.tables if t.key == key)
    return {r.labels[0]: [c.stats[0].value for c in r.cells] for r in found.rows}


GIVEN = {
    "effect_source": "given",
    "difference_first": 1.2,
    "sd": 5.5,
    "loss_source": "given",
    "lost": 0,
}


def test_that_sizes_are_those_of_the_textbook(study):
    found = table(run(study, **GIVEN, total=884), "methods")

    # 2 (1.959964 + 1.281552)^2 5.5^2 / 1.2^2 = 441.45 a group, 0.96 more by the t distribution
    assert found["ANCOVA at the last visit"][2] == 2 * 443
    assert found["ANCOVA at the last visit"][0] == pytest.approx(90.0, abs=0.1)
    # Nobody is lost: the mixed model is the comparison of two means.
    assert found["Mixed model with drop-out"] == pytest.approx(
        found["ANCOVA at the last visit"], rel=1e-6
    )


def test_that_a_fifth_lost_takes_a_quarter_more_for_ancova(study):
    found = table(run(study, **{**GIVEN, "lost": 20}), "methods")

    assert found["ANCOVA at the last visit"][2] == 2 * int(np.ceil(443 / 0.8))
    # The mixed model makes use of the visits before.
    assert 2 * 443 < found["Mixed model with drop-out"][2] < 2 * int(np.ceil(443 / 0.8))


def test_that_responder_sizes_are_those_of_fleiss(study):
    given = {**GIVEN, "rate_reference": 60, "rate_first": 72}

    found = table(run(study, **given), "methods")

    # R: power.prop.test(p1 = .6, p2 = .72, power = .9) gives n = 323.0...
    p = (0.6 + 0.72) / 2
    spread = 1.959964 * np.sqrt(2 * p * (1 - p)) + 1.281552 * np.sqrt(0.6 * 0.4 + 0.72 * 0.28)
    assert found["Responders"][2] == 2 * int(np.ceil((spread / 0.12) ** 2))


def test_that_without_uncertainty_assurance_is_power(study):
    result = run(study, **GIVEN, total=400, uncertainty=1.0)

    by_spread = table(result, "assurance")
    # Normal: 1 - Phi(1.96 - 1.2 / (5.5 sqrt(4 / 400)))
    assert by_spread["0.00"][1] == pytest.approx(58.75, abs=0.05)
    # Phi((1.2 - 1.96 * 0.55) / sqrt(0.55^2 + 1))
    assert by_spread["1.00"][1] == pytest.approx(54.25, abs=0.05)


def test_that_what_the_study_measured_is_assumed():
    found = table(run(demo_study(), study="NEPTUNUS-1", rule="below5"), "assumed")

    adsl, scores = demo_study().adsl, demo_study().dataset("ADQS").frame
    mine = adsl.loc[(adsl["STUDYID"] == "NEPTUNUS-1") & (adsl["TRT01P"] == "Placebo")]
    last = scores.loc[
        (scores["PARAMCD"] == "ESSDAI")
        & (scores["AVISITN"] == 48)
        & scores["USUBJID"].isin(mine["USUBJID"])
        & scores["AVAL"].notna()
    ]
    assert found["Seen at the last visit, Placebo (%)"][0] == pytest.approx(
        100 * len(last) / len(mine), rel=1e-9
    )
    assert found["Responders, Placebo (%)"][0] == pytest.approx(
        100 * (last["AVAL"] < 5).sum() / len(mine), rel=1e-9
    )
    assert found["Difference at the last visit"][0] == pytest.approx(-1.3, abs=0.05)


def test_that_responders_that_do_not_differ_are_no_basis(study):
    result = run(study, **GIVEN, rate_reference=70, rate_first=60)

    assert table(result, "methods")["Responders"] == [None, None, None]
    assert any("nothing to find" in n for n in result.notes)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"effect_source": "null"}, "needs a difference"),
        ({"direction": "higher"}, f"{MONTHLY} is not better"),
        ({"arms": ("Placebo",)}, "besides the reference"),
    ],
)
def test_that_nothing_to_plan_for_is_said_in_a_sentence(study, given, said):
    with pytest.raises(AnalysisError, match=said):
        run(study, **given)

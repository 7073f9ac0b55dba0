"""Test plans: their decisions on given p values, and on the comparisons of studies."""

import numpy as np
import pytest

from sjogren_desktop.analyses import catalogue, mmrm_change, multiplicity_plans, responders
from sjogren_desktop.analyses.across_studies import Comparison
from sjogren_desktop.analyses.multiplicity_tables import Hypothesis, in_every_study
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.analyses.testing_plans import (
    DESCRIPTIVE,
    GRAPHS,
    KEPT,
    PLANS,
    REJECTED,
    decide,
    preset,
)
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.multiplicity import adjust_p_values
from tests.demo_study import demo_study
from tests.studies import MONTHLY, PLACEBO, QUARTERLY, small_study, with_dataset

# --- plans on p values --------------------------------------------------------


def test_that_the_published_p_values_pass_only_unadjusted_or_in_sequence():
    # NEPTUNUS-2, week 48: 0.041 monthly (Rheumatology Live, January 2026), 0.3413 every 3 months
    p = [0.041, 0.3413]

    first = {plan: decide(plan, p, arms=2, alpha=0.05).decisions[0] for plan in PLANS}

    assert first == {
        "none": REJECTED,
        "bonferroni": KEPT,
        "holm": KEPT,
        "hochberg": KEPT,
        "fixed-sequence": REJECTED,
        "graphical": KEPT,
    }


@pytest.mark.parametrize("plan", ["bonferroni", "holm", "hochberg"])
def test_that_one_endpoint_has_the_adjusted_p_values_of_r(plan):
    p = [0.011, 0.02, 0.04, 0.001, 0.3]
    # p.adjust of R 4.2.2
    expected = {
        "bonferroni": [0.055, 0.1, 0.2, 0.005, 1.0],
        "holm": [0.044, 0.06, 0.08, 0.005, 0.3],
        "hochberg": [0.044, 0.06, 0.08, 0.005, 0.3],
    }

    outcome = decide(plan, p, arms=5, alpha=0.05)

    assert outcome.adjusted == pytest.approx(expected[plan], rel=1e-9)


def test_that_the_parallel_graph_is_the_one_of_bretz():
    # Figure 4 of Bretz et al. 2009 hands alpha to the other arm and to the own endpoint; with two
    # arms and two endpoints ours hands all to the own next endpoint, then to the other arm.
    graph = preset("parallel", 2, 2, 0.5)

    assert graph.weights.tolist() == [0.5, 0.5, 0, 0]
    assert graph.transitions.tolist() == [
        [0, 0, 1, 0],
        [0, 0, 0, 1],
        [0, 1, 0, 0],
        [1, 0, 0, 0],
    ]


def test_that_alpha_moves_along_the_parallel_graph():
    # First arm 0.02 <= 0.025; its second endpoint inherits 0.025 and passes at 0.01; the second
    # arm then has all 0.05 and passes at 0.04; its second endpoint fails at 0.2 > 0.05.
    outcome = decide("graphical", [0.02, 0.04, 0.01, 0.2], arms=2, alpha=0.05)

    assert outcome.decisions == (REJECTED, REJECTED, REJECTED, KEPT)
    levels = {(s.step, s.hypothesis): s.level for s in outcome.path}
    assert levels[1, 0] == pytest.approx(0.025)
    assert levels[2, 2] == pytest.approx(0.025)
    assert levels[3, 1] == pytest.approx(0.05)
    assert levels[4, 3] == pytest.approx(0.05)
    # H2: 0.04 at weight 1 once the first arm is through; all others at 0.5 or less
    assert outcome.adjusted == pytest.approx([0.04, 0.04, 0.04, 0.2])


def test_that_the_first_arm_first_graph_shares_what_is_rejected():
    graph = preset("hierarchical", 2, 2, 0.5)

    assert graph.weights.tolist() == [1, 0, 0, 0]
    assert graph.transitions.tolist() == [
        [0, 0.5, 0.5, 0],
        [0, 0, 0, 1],
        [0, 1, 0, 0],
        [0, 0, 0, 0],
    ]
    outcome = decide(
        "graphical", [0.2, 0.001, 0.001, 0.001], arms=2, alpha=0.05, graph="hierarchical"
    )
    assert outcome.decisions == (KEPT, DESCRIPTIVE, DESCRIPTIVE, DESCRIPTIVE)


def test_that_the_fallback_gives_later_hypotheses_a_share_of_their_own():
    outcome = decide(
        "graphical", [0.2, 0.009, 0.02], arms=3, alpha=0.05, graph="fallback", first_share=0.6
    )

    # 0.03, 0.01, 0.01; the second passes and hands 0.01 to the third, which has 0.02
    assert outcome.decisions == (KEPT, REJECTED, REJECTED)


@pytest.mark.parametrize("graph", list(GRAPHS))
@pytest.mark.parametrize(("endpoints", "arms"), [(1, 1), (1, 2), (3, 1), (2, 3), (4, 2)])
def test_that_no_graph_gives_away_more_than_alpha(graph, endpoints, arms):
    made = preset(graph, endpoints, arms, 0.7)

    assert made.weights.sum() == pytest.approx(1)
    assert (made.transitions.sum(axis=1) <= 1 + 1e-12).all()
    assert (np.diag(made.transitions) == 0).all()


@pytest.mark.parametrize("plan", ["bonferroni", "holm", "hochberg"])
def test_that_a_later_endpoint_is_descriptive_once_an_arm_fails(plan):
    outcome = decide(plan, [0.001, 0.3, 0.001, 0.001], arms=2, alpha=0.05)

    assert outcome.decisions == (REJECTED, KEPT, DESCRIPTIVE, DESCRIPTIVE)
    assert {s.hypothesis for s in outcome.path} == {0, 1}


@pytest.mark.parametrize("plan", ["bonferroni", "holm", "hochberg"])
def test_that_a_later_endpoint_is_adjusted_over_its_arms(plan):
    outcome = decide(plan, [0.001, 0.002, 0.03, 0.024], arms=2, alpha=0.05)

    expected = adjust_p_values([0.03, 0.024], method=plan)
    assert outcome.adjusted[2:] == pytest.approx(list(expected))
    assert outcome.decisions[2:] == tuple(REJECTED if p <= 0.05 else KEPT for p in expected)


def test_that_hochberg_steps_from_the_largest_p_value():
    outcome = decide("hochberg", [0.02, 0.06, 0.024], arms=3, alpha=0.05)

    path = [(s.step, s.hypothesis, round(s.level, 4), s.rejected) for s in outcome.path]
    assert path == [
        (1, 1, 0.05, False),
        (2, 2, 0.025, True),
        (2, 0, 0.025, True),
    ]
    assert outcome.decisions == (REJECTED, KEPT, REJECTED)


@pytest.mark.parametrize("plan", list(PLANS))
def test_that_path_and_decision_agree_on_many_p_values(plan):
    rng = np.random.default_rng(5)
    for _ in range(100):
        p = (rng.uniform(size=6) ** 3).tolist()
        outcome = decide(plan, p, arms=2, alpha=0.05)

        rejected = {s.hypothesis for s in outcome.path if s.rejected}
        assert rejected == {i for i, d in enumerate(outcome.decisions) if d == REJECTED}
        assert {s.hypothesis for s in outcome.path} == {
            i for i, d in enumerate(outcome.decisions) if d != DESCRIPTIVE
        }


# --- on studies -----------------------------------------------------------------


def run(study, /, **given):
    return catalogue.run(multiplicity_plans.SPEC, study, {"later": (), **given})


def rows(result, key="decisions"):
    return next(t for t in result.tables if t.key == key).rows


def two_endpoints(**given):
    study = small_study(**given)
    frame = study.dataset("ADQS").frame
    second = frame.assign(PARAMCD="PHGA", PARAM="Global", AVAL=frame["AVAL"] ** 2)
    second = second.assign(BASE=frame["BASE"] ** 2, CHG=frame["AVAL"] ** 2 - frame["BASE"] ** 2)
    return with_dataset(study, "ADGA", "BDS", second)


def test_that_the_p_values_are_those_of_each_study():
    study = small_study(per_arm=20)

    found = rows(run(study))

    alone = catalogue.run(mmrm_change.SPEC, study, {"study": "S2"})
    last = next(t for t in alone.tables if t.key == "differences").rows[-1]
    assert [r.labels[:2] for r in found] == [
        ("S1", MONTHLY),
        ("S2", MONTHLY),
        ("S2", QUARTERLY),
    ]
    assert found[1].cells[1].stats[0].value == pytest.approx(last.cells[3].stats[0].value, rel=1e-9)
    assert found[2].cells[1].stats[0].value == pytest.approx(last.cells[7].stats[0].value, rel=1e-9)


def test_that_a_later_endpoint_follows_all_arms_of_the_first():
    found = rows(run(two_endpoints(per_arm=20), later=("PHGA",)))

    assert [(r.key["STUDYID"], r.key["ARM"], r.key["PARAMCD"]) for r in found] == [
        ("S1", MONTHLY, "ESSDAI"),
        ("S1", MONTHLY, "PHGA"),
        ("S2", MONTHLY, "ESSDAI"),
        ("S2", QUARTERLY, "ESSDAI"),
        ("S2", MONTHLY, "PHGA"),
        ("S2", QUARTERLY, "PHGA"),
    ]


def test_that_the_arm_tested_first_heads_the_sequence():
    result = run(small_study(per_arm=20), first_arm=QUARTERLY)

    path = rows(result, "path_fixed-sequence")
    assert path[1].labels == ("1", f"S2: {QUARTERLY}, ESSDAI")


def test_that_all_studies_can_share_one_alpha():
    shared = run(small_study(per_arm=20), family="all")

    p = [r.cells[1].stats[0].value for r in rows(shared)]
    bonferroni = [r.cells[3].stats[0].value for r in rows(shared)]
    assert bonferroni == pytest.approx([min(1, 3 * x) for x in p])


def test_that_one_study_alone_has_its_plans():
    result = run(small_study(studies=1, per_arm=20))

    assert result.study == "S1"
    assert len(rows(result)) == 1


def test_that_no_plan_is_refused():
    with pytest.raises(AnalysisError, match="No plan is chosen"):
        run(small_study(), plans=())


def test_that_an_endpoint_without_the_visit_is_named():
    study = two_endpoints(per_arm=12)
    adga = study.dataset("ADGA").frame
    short = with_dataset(study, "ADGA", "BDS", adga.loc[adga["AVISIT"] != "Week 12"])

    result = run(short, later=("PHGA",))

    assert "PHGA: S1 has no value at Week 12 and is left out." in result.notes
    assert {r.key["PARAMCD"] for r in rows(result)} == {"ESSDAI"}


def test_that_the_demonstration_study_decides_as_its_p_values_do():
    result = run(demo_study())

    monthly = next(
        r for r in rows(result) if r.labels[:2] == ("NEPTUNUS-2", "Ianalumab 300 mg monthly")
    )
    decisions = [c.stats[-1].value for c in monthly.cells[2:]]
    assert decisions == [REJECTED, KEPT, KEPT, KEPT, REJECTED, KEPT]
    assert PLACEBO in result.summary


def test_that_later_endpoints_begin_with_the_published_key_secondary_ones():
    values = resolve(multiplicity_plans.OPTIONS, demo_study(), {})

    # EU register, 2020-005661-14: ESSDAI falls by 3 or more, then ESSDAI below 5, at week 48
    assert values["later"] == ("ESSDAI fall of 3", "ESSDAI below 5", "PHGA", "PAGA", "FACITF")
    option = next(o for o in multiplicity_plans.OPTIONS if o.key == "later")
    offered = [i.value for i in option.items(demo_study(), values)]
    assert offered[:8] == [
        "ESSDAI fall of 3",
        "ESSDAI below 5",
        "ESSPRI fall of 1 or 15%",
        "ESSDAI fall of 3 Week 24",
        "SWS",
        "PHGA",
        "PAGA",
        "FACITF",
    ]


@pytest.mark.parametrize(
    ("code", "visit", "rule"),
    [("ESSDAI fall of 3", "Week 48", "fall3"), ("ESSDAI below 5 Week 24", "Week 24", "below5")],
)
def test_that_responders_are_tested_as_in_their_own_panel(code, visit, rule):
    result = run(demo_study(), later=(code,), plans=("none",))

    asked = {"study": "NEPTUNUS-2", "visit": visit, "rules": (rule,), "imputations": 10}
    alone = catalogue.run(responders.SPEC, demo_study(), asked).tables[0]
    line = next(r for r in alone.rows if r.key["HANDLING"] == "nri")
    found = [r for r in rows(result) if r.key["STUDYID"] == "NEPTUNUS-2"]
    mine = next(r for r in found if r.key["PARAMCD"] == code)
    n_arms = 3
    assert mine.cells[0].stats[0].value == pytest.approx(
        line.cells[n_arms].stats[0].value, rel=1e-12
    )
    assert mine.cells[1].stats[0].value == pytest.approx(
        line.cells[n_arms + 2].stats[0].value, rel=1e-12
    )


def test_that_responders_of_a_study_without_the_visit_are_named():
    study = small_study(per_arm=12)
    frame = study.dataset("ADQS").frame
    cut = frame.loc[(frame["STUDYID"] != "S1") | (frame["AVISIT"] != "Week 12")]

    result = run(with_dataset(study, "ADQS", "BDS", cut), later=("ESSDAI fall of 3",))

    assert "ESSDAI fall of 3: S1 has no value at Week 12 and is left out." in result.notes


def trials(*lines):
    """Return hypotheses of one arm: (endpoint, study, estimate, p value)."""
    return [
        Hypothesis(code, code, Comparison(name, "", "A", "B", {"estimate": d, "p_value": p}), 0)
        for code, name, d, p in lines
    ]


def test_that_both_trials_must_show_a_result_each_at_its_own_level():
    # NEPTUNUS, week 48: 0.0496 and 0.041 (Rheumatology Live, January 2026)
    found = in_every_study(
        trials(
            ("X", "1", -1.3, 0.0496), ("X", "2", -1.0, 0.041),
            ("Y", "1", -1.0, 0.2), ("Y", "2", -1.0, 0.001),
            ("Z", "1", -1.0, 0.001), ("Z", "2", -1.0, 0.001),
        ),
        ["X", "Y", "Z"],
        alpha=0.05,
    )  # fmt: skip

    assert [one.decision for one in found] == [REJECTED, KEPT, DESCRIPTIVE]
    assert [one.largest for one in found] == [0.0496, 0.2, 0.2]


def test_that_trials_in_opposite_directions_show_nothing_together():
    found = in_every_study(
        trials(("X", "1", -1.3, 0.001), ("X", "2", 1.0, 0.001)), ["X"], alpha=0.05
    )

    assert [one.decision for one in found] == [KEPT]


def test_that_an_arm_of_one_trial_is_no_part_of_both():
    result = run(small_study(per_arm=20))

    both = rows(result, "both")
    assert [r.labels for r in both] == [(MONTHLY, "ESSDAI")]
    p = [r.cells[1].stats[0].value for r in rows(result) if r.labels[1] == MONTHLY]
    assert both[0].cells[-1].stats[0].value == max(p)


def test_that_both_trials_alone_can_be_the_plan():
    result = run(small_study(per_arm=20), plans=("both",))

    assert [t.key for t in result.tables] == ["both"]
    shown = rows(result, "both")[0].cells[-1].stats[-1].value == REJECTED
    said = f"Shown in every trial at 0.050 each, {MONTHLY}: {'ESSDAI' if shown else 'no endpoint'}."
    assert result.summary.endswith(said)

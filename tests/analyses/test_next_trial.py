"""The simulated next trial: what it takes from the study, what it varies, and how it says so."""

import json

import numpy as np
import pytest
from scipy.stats import norm

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue, mmrm_change, next_trial
from sjogren_desktop.analyses import next_trial_options as asked
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.analyses.trial_basis import basis_of
from sjogren_desktop.export.records import records
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.sample_size import power_means
from tests.demo_study import demo_study
from tests.studies import MONTHLY, PLACEBO, QUARTERLY, small_study

MONTHLY_300 = "Ianalumab 300 mg monthly"
FEW = {"study": "S2", "trials": 100, "workers": 1, "compare": ()}


@pytest.fixture(scope="module")
def study():
    return small_study(per_arm=30)


def run(study, /, **given):
    return catalogue.run(next_trial.SPEC, study, {**FEW, **given})


def values(study, /, **given):
    return resolve(asked.OPTIONS, study, {**FEW, **given})


def rows(result, key="designs"):
    table = next(t for t in result.tables if t.key == key)
    heads = [c.header.replace("\n", " ") for c in table.columns]
    return {r.labels: dict(zip(heads, r.cells, strict=True)) for r in table.rows}


def numbers(cell):
    return [s.value for s in cell.stats]


def test_that_differences_and_errors_are_those_of_the_mixed_model(study):
    basis = basis_of(study, values(study))
    fitted = catalogue.run(mmrm_change.SPEC, study, {"study": "S2"})
    last = next(t for t in fitted.tables if t.key == "differences").rows[-1]

    # The value adjusted for baseline and its change have the same differences.
    shown = [last.cells[i].stats for i in (0, 4)]
    for arm, (estimate, error) in zip((MONTHLY, QUARTERLY), shown, strict=True):
        assert basis.effects[arm][-1] == pytest.approx(estimate.value, rel=1e-6)
        # Kenward-Roger widens the error there a little.
        assert basis.errors[arm][-1] == pytest.approx(error.value, rel=0.02)


def test_that_losses_are_those_of_the_population(study):
    basis = basis_of(study, values(study))

    # Every sixth of 30 has no value at week 12.
    assert basis.lost == {PLACEBO: 5 / 30, MONTHLY: 5 / 30, QUARTERLY: 5 / 30}
    assert basis.pattern.tolist() == [0, 0, 15]


def test_that_the_formula_beside_the_simulation_is_that_of_two_means_where_nobody_is_lost(study):
    given = {"loss_source": "given", "lost": 0, "effect_source": "given", "difference_first": 0.5}
    found = rows(run(study, total=80, **given))[next_trial.THIS, MONTHLY]
    basis = basis_of(study, values(study))

    assert numbers(found["n, arm : reference"]) == [40, 40]
    assert numbers(found["Difference assumed"]) == [-0.5]
    sd = np.sqrt(basis.covariance[-1, -1] + 1 / 12)
    expected = 100 * power_means(0.5, sd, n_first=40, n_second=40)
    assert numbers(found["By formula %"])[0] == pytest.approx(expected, rel=1e-9)


def test_that_responder_power_agrees_with_the_formula_at_the_rates_simulated():
    result = run(demo_study(), study="NEPTUNUS-1", trials=1000, total=400)

    found = rows(result)[next_trial.THIS, MONTHLY_300]
    power, error = numbers(found["Power, responders % (MC error)"])
    (formula,) = numbers(found["By formula, responders %"])
    first, second = (r / 100 for r in numbers(found["Responders % arm : reference"]))
    # Fleiss 1980 without correction, written out.
    mean = (first + second) / 2
    null, true = mean * (1 - mean) * 2, first * (1 - first) + second * (1 - second)
    z = ((first - second) * np.sqrt(200) - 1.959963984540054 * np.sqrt(null)) / np.sqrt(true)
    assert formula == pytest.approx(100 * norm.cdf(z), rel=1e-9)
    assert abs(power - formula) < 3 * error
    # Rates by hand: the fall is rounded, so 3 or more is 2.5 or more of a normal fall.
    basis = basis_of(demo_study(), values(demo_study(), study="NEPTUNUS-1"))
    spread = np.sqrt(basis.covariance[-1, -1] + (basis.slope[-1] - 1) ** 2 * basis.start.var())
    fall = basis.start.mean() - basis.course[-1]
    for arm, rate in ((MONTHLY_300, first), (PLACEBO, second)):
        effect = -float(basis.effects[arm][-1]) if arm in basis.effects else 0.0
        wanted = norm.cdf((fall + effect - 2.5) / spread) * (1 - basis.lost[arm])
        assert rate == pytest.approx(wanted, abs=0.01)  # starts are not quite normal
    said = next(n for n in result.notes if n.startswith("Responders"))
    assert "observed 70.8% on Ianalumab 300 mg monthly and 58.0% on Placebo" in said
    assert "the power is 76.6% for the first pair" in said
    assert f"and {formats.percent(formula)}% for the second" in said


def test_that_variants_and_scenarios_stand_beside_the_design(study):
    kept = ({"name": "Twice as many", "total": 800, "study": "S2"},)

    result = run(study, compare=("mean", "run_in", "null"), scenarios=kept, second_arm=QUARTERLY)

    found = rows(result)
    names = list(dict.fromkeys(design for design, _ in found))
    assert names == [
        "This design",
        "Mean of two values as baseline",
        "Placebo run-in to the second visit",
        "No effect",
        "Twice as many",
    ]
    assert numbers(found["Twice as many", MONTHLY]["n, arm : reference"]) == [400, 400]
    assert numbers(found["No effect", QUARTERLY]["Difference assumed"]) == [0.0]
    null = found["No effect", "At least one arm (Holm)"]["Power, mixed model % (MC error)"]
    assert numbers(null)[0] < 15
    labels = [row.label for row in result.figures[0].rows]
    assert f"No effect, {QUARTERLY}: responders" in labels
    assert labels[-2] == "Twice as many: mixed model"
    json.dumps(list(records([result])))


def test_that_a_run_in_delays_the_effect(study):
    basis = basis_of(study, values(study))

    plan = asked.plan_of(basis, values(study, run_in="Week 4"))

    # Eight weeks of treatment are left: the effect of week 8.
    assert plan.design.run_in == 1
    assert plan.design.effects[0, -1] == pytest.approx(basis.effects[MONTHLY][1], rel=1e-12)


def test_that_a_limit_turns_candidates_away(study):
    free = rows(run(study), "load")[(next_trial.THIS,)]
    strict = rows(run(study, entry="start", limit=12), "load")[(next_trial.THIS,)]

    baseline = basis_of(study, values(study)).start
    share = float(np.mean(baseline >= 12))
    assert numbers(free["Candidates for each randomised"]) == [1.0]
    assert numbers(strict["Candidates for each randomised"])[0] == pytest.approx(
        1 / share, rel=0.05
    )
    assert numbers(strict["Baseline of the analysis, mean (SD)"])[0] == pytest.approx(
        baseline[baseline >= 12].mean(), abs=0.1
    )


def in_model(**kind):
    """Return the subject-level records of NEPTUNUS-1 with a value after baseline."""
    adsl, scores = demo_study().adsl, demo_study().dataset("ADQS").frame
    seen = scores.loc[(scores["PARAMCD"] == "ESSDAI") & (scores["AVISITN"] > 0), "USUBJID"]
    mine = adsl.loc[(adsl["STUDYID"] == "NEPTUNUS-1") & adsl["USUBJID"].isin(seen)]
    for column, level in kind.items():
        mine = mine.loc[mine[column] == level]
    return mine


def test_that_enrichment_plans_from_those_patients_alone():
    given = resolve(asked.OPTIONS, demo_study(), {"enrich": "REGION1=Europe"})

    basis = basis_of(demo_study(), given)

    assert sorted(basis.start) == sorted(in_model(REGION1="Europe")["BLESSDAI"])
    assert any("REGION1 Europe only" in note for note in basis.notes)


def test_that_only_what_was_known_before_treatment_can_be_enriched_for():
    option = next(o for o in asked.OPTIONS if o.key == "enrich")
    offered = [i.value for i in option.items(demo_study(), {"study": "NEPTUNUS-1"})]

    assert "ROFL=Y" in offered
    assert not [v for v in offered if v.startswith(("COMPLFL", "RESCFL", "PROHFL", "TRTDISFL"))]


def test_that_screening_gives_the_reliability():
    given = resolve(asked.OPTIONS, demo_study(), {})
    basis = basis_of(demo_study(), given)

    expected = float(np.corrcoef(in_model()["SCRESSD"], in_model()["BLESSDAI"])[0, 1])
    assert basis.reliability == pytest.approx(expected, rel=1e-9)
    assert asked.plan_of(basis, given).population.reliability == basis.reliability


def test_that_a_reliability_that_contradicts_the_study_is_raised_and_said(study):
    result = run(study, reliability=0.01)

    used = numbers(rows(result, "load")[(next_trial.THIS,)]["Test-retest correlation used"])[0]
    assert used > 0.01
    assert any("raised from 0.010" in note for note in result.notes)


def test_that_a_variant_that_cannot_be_done_is_left_out_and_said(study):
    result = run(study, compare=("earlier", "mean"), limit=900)

    # The mean as baseline needs no limit; entry by screening does.
    assert {d for d, _ in rows(result)} == {next_trial.THIS, "Mean of two values as baseline"}
    assert any("Entry by screening at the limit is left out" in note for note in result.notes)


def test_that_what_holds_of_all_designs_is_said_once(study):
    notes = run(study, compare=("mean", "no_loss")).notes

    assert sum("0.8 assumed" in note for note in notes) == 1
    assert not any("This design, " in note for note in notes)


def test_that_trials_that_cannot_be_fitted_are_counted(study):
    result = run(study, total=10, loss_source="given", lost=90)

    found = rows(result)[next_trial.THIS, MONTHLY]
    assert numbers(found["Mean of the estimates"]) == [None]
    assert any("in 100 trials too few were left" in note for note in result.notes)


def test_that_salivary_flow_is_better_when_it_rises():
    given = resolve(asked.OPTIONS, demo_study(), {"parameter": "UWS"})

    assert given["direction"] == "higher"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"entry": "start", "limit": 900}, "let in fewer"),
        ({"total": 10, "ratio_first": 0.1}, "fewer than 2"),
        ({"scenarios": ({"total": 5},)}, "needs a name"),
        ({"scenarios": ({"name": "a", "visit": "x"},)}, "Scenario a: Unknown option"),
        ({"scheduler": "nowhere"}, "cannot be reached"),
    ],
)
def test_that_what_cannot_be_done_is_said_in_a_sentence(study, given, said):
    with pytest.raises(AnalysisError, match=said):
        run(study, **given)


def test_that_a_rising_score_is_better_when_it_rises():
    given = resolve(
        asked.OPTIONS, demo_study(), {"parameter": "FACITF", "effect_source": "given", "limit": 30}
    )
    plan = asked.plan_of(basis_of(demo_study(), given), {**given, "entry": "start"})

    assert plan.design.better == 1
    assert plan.design.effects[0, -1] == pytest.approx(1.2)
    # Who is worse has the lower value: the limit is the highest that lets in.
    assert (plan.design.least, plan.design.most) == (-np.inf, 30)

"""The simulator against closed forms, against itself on other workers, and under the null."""

import logging
from dataclasses import replace

import numpy as np
import pytest

from sjogren_desktop.results import AnalysisError, Cancelled
from sjogren_desktop.stats.power_mmrm import Group, power_mmrm
from sjogren_desktop.stats.sample_size import power_proportions
from sjogren_desktop.stats.trial_simulation import (
    Design,
    Population,
    Response,
    Share,
    losses,
    planned_covariance,
    simulate_trials,
)

VISITS = 4
TIMES = np.arange(1, VISITS + 1)
COVARIANCE = 25 * 0.85 ** np.abs(np.subtract.outer(TIMES, TIMES))


def population(**changed):
    start = 12 + 5 * np.random.default_rng(7).standard_normal(4000)
    given = {
        "reliability": 0.8,
        "centre": 12.0,
        "course": 12 - 1.2 * TIMES,
        "slope": 0.9 - 0.1 * TIMES,
        "covariance": COVARIANCE,
    }
    return Population.of(start, **{**given, **changed})


def design(*, effect=-2.5, sizes=(90, 90), lost=0.2, **changed):
    visits = VISITS - changed.get("run_in", 0)
    course = np.linspace(0.4, 1, visits)
    made = Design(
        sizes,
        np.array([effect * course] * (len(sizes) - 1)),
        losses([lost] * len(sizes), np.ones(visits)),
        response=Response(improvement=3.0),
    )
    return replace(made, **changed)


def closed_form(people, plan):
    group = Group.of(planned_covariance(people, plan), np.cumprod(1 - plan.leaving[0]))
    first, second = plan.sizes[1], plan.sizes[0]
    return power_mmrm(plan.effects[0, -1], group, n_first=first, n_second=second)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"sizes": (60, 120)},
        {"lost": 0.0},
        {"entry": "mean"},
        {"entry": "earlier", "least": 8.0},
        {"run_in": 1},
    ],
    ids=str,
)
def test_that_simulated_power_is_that_of_the_closed_form(changed):
    people, plan = population(), design(**changed)

    found = simulate_trials(people, plan, trials=1500, seed=11, workers=1)

    power = Share.of(found.model_hits()[:, 0])
    # Four Monte Carlo errors, and a point for the known covariance of the closed form.
    assert power.value == pytest.approx(closed_form(people, plan), abs=4 * power.error + 0.01)
    assert found.n_failed == 0


def test_that_a_biased_closed_form_would_be_noticed():
    people, plan = population(), design()
    found = simulate_trials(people, plan, trials=1500, seed=11, workers=1)

    power = Share.of(found.model_hits()[:, 0])

    wrong = closed_form(people, replace(plan, leaving=np.zeros((2, VISITS))))
    assert abs(power.value - wrong) > 4 * power.error + 0.01


def test_that_responder_power_is_that_of_two_proportions():
    found = simulate_trials(population(), design(), trials=1500, seed=3, workers=1)

    power = Share.of(found.response_hits()[:, 0])
    p = found.rates.mean(axis=0)
    expected = power_proportions(p[1], p[0], n_first=90, n_second=90)
    assert power.value == pytest.approx(expected, abs=4 * power.error + 0.01)


def test_that_response_rates_are_those_of_the_normal_distribution():
    from scipy.stats import norm

    found = simulate_trials(
        population(), design(lost=0.0, sizes=(400, 400)), trials=200, seed=5, workers=1
    )

    # Change at visit 4: mean -4.8, slope on the start value 0.5 - 1.
    sd = np.sqrt(25 + (0.5 * np.std(population().start)) ** 2)
    expected = norm.cdf(-3, [-4.8, -7.3], sd)
    assert found.rates.mean(axis=0) == pytest.approx(expected, abs=0.01)


def test_that_selection_by_an_earlier_value_falls_back_towards_the_centre():
    people = population(centre=8.0)
    plan = design(entry="earlier", least=12.0, sizes=(2000, 2000))

    chosen = simulate_trials(people, plan, trials=20, seed=5, workers=1)
    by_start = simulate_trials(people, replace(plan, entry="start"), trials=20, seed=5, workers=1)

    # Of start values of 12 or more the mean is 12 + 5 * 0.798; an earlier value tells less.
    assert by_start.start[:, 0].mean() == pytest.approx(15.99, abs=0.1)
    assert 14.0 < chosen.start[:, 0].mean() < 15.9
    assert chosen.screened.mean() > by_start.screened.mean()


def test_that_those_who_improve_in_the_run_in_do_not_go_on():
    plan = design(run_in=1, run_in_limit=0.0, sizes=(500, 500))

    found = simulate_trials(population(), plan, trials=20, seed=5, workers=1)
    all_of_them = simulate_trials(
        population(), replace(plan, run_in_limit=np.inf), trials=20, seed=5, workers=1
    )

    assert all_of_them.screened.mean() == 1000
    # About 4 in 10 do not improve: mean change -1.2, SD 5.1.
    assert 1000 / found.screened.mean() == pytest.approx(0.41, abs=0.03)
    assert found.start[:, 0].mean() > all_of_them.start[:, 0].mean()


def test_that_losses_add_up_to_what_was_asked():
    found = losses([0.3, 0.0], [2.0, 1.0, 1.0])

    assert np.prod(1 - found, axis=1) == pytest.approx([0.7, 1.0], rel=1e-12)
    assert found[0, 0] == pytest.approx(0.15, rel=1e-12)


NAMES = ("estimate", "p_value", "response_p", "rates", "screened", "start")


def test_that_results_do_not_depend_on_the_number_of_workers():
    one = simulate_trials(population(), design(), trials=420, seed=2, workers=1)
    two = simulate_trials(population(), design(), trials=420, seed=2, workers=2)

    for name in NAMES:
        assert np.array_equal(getattr(one, name), getattr(two, name)), name
    assert len(set(one.p_value[:, 0])) == 420


def test_that_kenward_roger_hardly_moves_power_at_the_size_of_such_trials():
    people, plan = population(), design(sizes=(138, 137), effect=-1.8)

    first, second = (
        simulate_trials(people, replace(plan, inference=name), trials=300, seed=4, workers=1)
        for name in ("satterthwaite", "kenward-roger")
    )

    # The same trials, so that only the test differs: p moves by a thousandth at most.
    assert second.estimate == pytest.approx(first.estimate, rel=1e-6)
    assert (second.p_value >= first.p_value - 1e-9).all()
    assert np.abs(second.p_value - first.p_value).max() < 1e-3
    different = (first.model_hits() != second.model_hits()).mean()
    assert different <= 1 / 300


def test_that_kenward_roger_does_not_depend_on_the_number_of_workers():
    people, plan = population(), design(inference="kenward-roger", sizes=(20, 20))

    one, two = (simulate_trials(people, plan, trials=260, seed=8, workers=w) for w in (1, 2))

    assert np.array_equal(one.p_value, two.p_value)


@pytest.mark.loopback
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_that_a_cluster_gives_the_same_results():
    distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
    one = simulate_trials(population(), design(), trials=120, seed=2, workers=1)

    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=logging.ERROR,
    ) as cluster:
        address = cluster.scheduler_address
        far = simulate_trials(population(), design(), trials=120, seed=2, scheduler=address)

    assert address.startswith("tcp://127.0.0.1")
    for name in NAMES:
        assert np.array_equal(getattr(one, name), getattr(far, name)), name


def test_that_cancel_stops_the_workers():
    def stop(fraction, message):
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        simulate_trials(population(), design(), trials=2000, seed=2, workers=2, progress=stop)
    again = simulate_trials(population(), design(), trials=300, seed=2, workers=2)
    assert again.p_value.shape == (300, 1)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"least": 60.0}, "fewer than 1 in"),
        ({"entry": "later"}, "Entry: choose"),
        ({"sizes": (1, 90)}, "at least two groups"),
        ({"effects": np.zeros((2, VISITS))}, "every group and visit"),
    ],
)
def test_that_a_design_that_does_not_fit_is_refused(changed, said):
    with pytest.raises(AnalysisError, match=said):
        simulate_trials(population(), design(**changed), trials=10, seed=1, workers=1)


def test_that_a_reliability_that_contradicts_the_course_is_refused():
    with pytest.raises(AnalysisError, match="must correlate by"):
        population(reliability=0.2)


@pytest.mark.slow
@pytest.mark.parametrize(
    "changed", [{}, {"entry": "both", "least": 8.0}, {"run_in": 1, "run_in_limit": 4.0}], ids=str
)
def test_that_the_error_of_the_first_kind_is_that_of_the_test(changed):
    plan = design(effect=0.0, sizes=(60, 60), **changed)

    found = simulate_trials(population(step=1.0), plan, trials=10_000, seed=4)

    model = Share.of(found.model_hits(better_only=False)[:, 0])
    assert model.value == pytest.approx(0.05, abs=3 * 0.00218)
    # The z test of counts keeps its level only nearly; what it does is known exactly.
    success = Share.of(found.response_hits(better_only=False)[:, 0])
    exact = size_of_two_proportions(60, float(found.rates.mean()))
    assert success.value == pytest.approx(exact, abs=3 * 0.00218)


def size_of_two_proportions(n, p):
    from scipy.stats import binom, norm

    k = np.arange(n + 1)
    gap, pooled = np.subtract.outer(k, k) / n, np.add.outer(k, k) / (2 * n)
    error = np.sqrt(pooled * (1 - pooled) * 2 / n)
    z = np.divide(np.abs(gap), error, out=np.zeros_like(gap), where=error > 0)
    weights = binom.pmf(k, n, p)
    return float(weights @ (2 * norm.sf(z) <= 0.05) @ weights)

"""How long imputation takes: the reference trial, one study of the demonstration, and the map.

Run by hand: ``python -m pytest tests/benchmarks/bench_imputation.py -s``. The limits are
those the program promises; they hold on one core that does nothing else. R's rbmi
1.6.0 takes 33 seconds for the first (21 seconds for its 173 fits alone).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from sjogren_desktop.analyses.course import Course, course, trial_of
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.analyses.tipping_point import SPEC
from sjogren_desktop.results import no_progress
from sjogren_desktop.stats.imputation import (
    Draws,
    analyse_ancova,
    approximate_bayes,
    bayes,
    impute,
    jackknife,
    pool,
    prepare,
)
from sjogren_desktop.stats.imputation.tipping import tipping_map
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.demo import demo_files
from sjogren_desktop.study.load import open_study

pytestmark = pytest.mark.benchmark

RBMI_SECONDS = 33.0


@pytest.fixture(scope="module")
def demo() -> StudyData:
    """Return the demonstration study."""
    return open_study([demo_files()])


def course_of(demo: StudyData, scope: str) -> Course:
    return course(demo, resolve(SPEC.options, demo, {"study": scope}))


def best(action: Callable[[], object], times: int = 3) -> float:
    """Return the least time of several runs in seconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return min(found)


def test_that_the_jackknife_of_the_reference_trial_is_thirty_times_faster(shared: Path) -> None:
    stats = shared / "reference" / "stats"
    case = json.loads((stats / "expected" / "rbmi_shared.json").read_text())["cases"][0]
    data = pd.read_csv(stats / "data" / case["data"], dtype={"PATIENT": str, "VISIT": str})
    data["THERAPY"] = pd.Categorical(data["THERAPY"], case["group_levels"])

    def whole() -> None:
        trial = prepare(
            data,
            formula="CHANGE ~ THERAPY * VISIT + BASVAL * VISIT",
            subject="PATIENT",
            visit="VISIT",
            arm="THERAPY",
            reference="PLACEBO",
            strategy="JR",
        )
        pool(analyse_ancova(impute(trial, jackknife(trial)), "CHANGE ~ THERAPY + BASVAL"))

    seconds = best(whole)

    print(f"\nconditional mean + jackknife: {seconds:.3f} s, {RBMI_SECONDS / seconds:.0f} times")
    assert seconds < RBMI_SECONDS / 30


# Bootstrap fits of twelve visits cost about 3 milliseconds each; the Gibbs sampler, which is
# the default, none.
@pytest.mark.parametrize(("method", "limit"), [(bayes, 5.0), (approximate_bayes, 5.0)])
def test_that_a_thousand_imputations_take_seconds(
    demo: StudyData, method: Callable[..., Draws], limit: float
) -> None:
    found = course_of(demo, "NEPTUNUS-1")

    def whole() -> None:
        trial = trial_of(found, strategy="JR")
        imputed = impute(trial, method(trial, samples=1000, seed=1), seed=2)
        pool(analyse_ancova(imputed, found.analysis_formula, visits=[found.visit]))

    seconds = best(whole, 2)

    print(f"\n1,000 imputations ({method.__name__}): {seconds:.2f} s")
    assert seconds < limit


def test_that_the_tipping_map_of_all_subjects_takes_less_than_two_seconds(demo: StudyData) -> None:
    arms = tuple(sorted(set(demo.adsl["TRT01P"]), reverse=True))
    values = resolve(SPEC.options, demo, {"study": "Pooled", "arms": arms})
    found = course(demo, values)
    trial = trial_of(found)
    imputed = impute(trial, bayes(trial, samples=200, seed=1), seed=2, visits=[found.visit])
    shifts = [float(i - 10) for i in range(21)]

    def grid() -> None:
        tipping_map(
            imputed,
            found.analysis_formula,
            found.visit,
            active=found.data.arms[1],
            active_delta=shifts,
            reference_delta=shifts,
        )

    map_alone = best(grid)
    whole = best(lambda: SPEC.run(demo, values, no_progress))

    print(f"\n{trial.n_subjects} subjects: map {map_alone:.3f} s, whole analysis {whole:.2f} s")
    assert trial.n_subjects > 770
    assert map_alone < 2
    assert whole < 5

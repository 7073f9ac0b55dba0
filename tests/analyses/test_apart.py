"""Analyses done by a crew give what they give here, of the study that is shown and no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sjogren_desktop.analyses import apart, batch, catalogue
from sjogren_desktop.analyses.beside import NEEDED
from sjogren_desktop.crew import Crew
from sjogren_desktop.results import Cancelled, Result
from sjogren_desktop.study.data import StudyData
from tests.studies import small_study

KEYS = ("mmrm_change", "ancova_visit", "missingness", "ae_overview", "demographics")


@pytest.fixture(scope="module")
def team() -> Iterator[Crew]:
    with Crew(2, load=NEEDED) as made:
        yield made


def test_that_results_are_the_same_to_the_last_digit_and_in_the_same_order(team: Crew) -> None:
    study = small_study()
    here: list[tuple[int, Result]] = []
    there: list[tuple[int, Result]] = []

    alone = batch.run_all(study, only=KEYS, take=lambda *given: here.append(given))
    together = batch.run_all(study, only=KEYS, crew=team, take=lambda *given: there.append(given))

    assert together == alone
    assert there == here
    assert len(together[0]) > 10
    # There are no adverse events in this study; the reason is the same sentence.
    assert together[1]


def test_that_progress_goes_on_to_the_end_and_can_stop_it(team: Crew) -> None:
    told: list[float] = []
    batch.run_all(small_study(), only=KEYS, crew=team, progress=lambda f, m: told.append(f))
    assert told == sorted(told)
    assert told[-1] < 1

    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        batch.run_all(small_study(), only=KEYS, crew=team, progress=stop)
    assert apart.start(team, "mmrm_change", {"study": "S1"}).result(60).study == "S1"


def other(study: StudyData) -> StudyData:
    """Return the study with other values of the endpoint, and so other results."""
    changed = []
    for dataset in study.datasets:
        frame = dataset.frame
        if "AVAL" in frame:
            frame = frame.assign(AVAL=frame["AVAL"] * 2, CHG=frame["CHG"] * 2)
        changed.append(replace(dataset, frame=frame))
    return replace(study, datasets=tuple(changed))


def test_that_the_study_shown_last_is_the_one_that_is_analysed(team: Crew) -> None:
    first, second = small_study(), other(small_study())
    given = {"study": "S1"}
    analysis = catalogue.find("ancova_visit")

    for study in (first, second, first):
        apart.show(team, study)
        works = [apart.start(team, "ancova_visit", given) for _ in range(4)]
        expected = catalogue.run(analysis, study, given)
        assert [work.result(60) for work in works] == [expected] * 4
    assert catalogue.run(analysis, first, given) != catalogue.run(analysis, second, given)


def test_that_what_spreads_over_processes_says_so() -> None:
    spreading = {a.key for a in catalogue.ANALYSES if a.spreads}

    assert spreading == {
        a.key for a in catalogue.ANALYSES if "scheduler" in {o.key for o in a.options}
    }

"""Figures drawn by worker processes are the same files, and work stops when told to."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from itertools import pairwise

import pytest

from sjogren_desktop.crew import Crew
from sjogren_desktop.export.studio import Drawn, Studio
from sjogren_desktop.results import Cancelled, Result
from tests.samples import sample_ae_result, sample_mmrm_result


@pytest.fixture
def results(monkeypatch: pytest.MonkeyPatch) -> list[Result]:
    """More figures than are drawn without workers."""
    from sjogren_desktop.export import studio

    monkeypatch.setattr(studio, "_GROUP", 2)
    monkeypatch.setattr(studio, "_FEW", 3)
    bars = sample_ae_result()
    return [sample_mmrm_result(), replace(bars, figures=bars.figures * 3)]


def hand_in(studio: Studio, results: list[Result]) -> None:
    for number, result in enumerate(results):
        studio.add(number, result)


@pytest.fixture
def pids(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Process numbers of the workers that were started."""
    from sjogren_desktop.export import studio

    found: list[int] = []

    class Noting(Crew):
        def stop(self) -> None:
            found.extend(m._process.pid for m in self._members if m._process is not None)
            super().stop()

    monkeypatch.setattr(studio, "Crew", Noting)
    return found


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def test_that_files_are_the_same_for_any_number_of_workers(
    results: list[Result], pids: list[int]
) -> None:
    with Studio(workers=1) as here:
        hand_in(here, results)
        alone = here.finish()
    with Studio(workers=2) as apart:
        hand_in(apart, results)
        together = apart.finish()

    assert len(pids) == 2
    assert alone.keys() == together.keys()
    assert all(isinstance(made, Drawn) for made in alone.values())
    assert alone == together
    assert not any(map(is_there, pids))


def test_that_cancelling_stops_the_workers_at_once(results: list[Result], pids: list[int]) -> None:
    asked: list[float] = []

    def cancel(fraction: float, message: str) -> None:
        asked.append(time.perf_counter())
        if len(asked) == 3:
            raise Cancelled

    with Studio(workers=2) as studio:
        hand_in(studio, results)
        with pytest.raises(Cancelled):
            studio.finish(cancel)

    assert max(b - a for a, b in pairwise(asked)) < 0.2
    assert time.perf_counter() - asked[-1] < 1.0
    assert len(pids) == 2
    assert not any(map(is_there, pids))


def test_that_few_figures_start_no_workers(pids: list[int]) -> None:
    with Studio(workers=2) as studio:
        studio.add(0, sample_mmrm_result())
        assert len(studio.finish()) == len(sample_mmrm_result().figures)

    assert pids == []

"""Work in processes gives what work here gives, and its processes end when it is stopped."""

from __future__ import annotations

import os
import sys
import time

import psutil  # type: ignore[import-untyped]
import pytest

from sjogren_desktop.results import AnalysisError, Cancelled
from sjogren_desktop.stats import parallel
from sjogren_desktop.stats.parallel import map_chunks


def _square(number: int) -> int:
    return number * number


def _pid(number: int) -> int:
    return os.getpid()


def _slow(number: int) -> int:
    time.sleep(60)
    return number


def _refused(number: int) -> int:
    raise AnalysisError("This piece cannot be done.")


def _workers() -> list[psutil.Process]:
    every = psutil.Process().children(recursive=True)
    return [p for p in every if "sjogren_desktop.crew" in " ".join(p.cmdline())]


def test_that_pieces_come_back_in_order() -> None:
    told: list[float] = []

    found = map_chunks(
        _square, [(i,) for i in range(9)], workers=2, progress=lambda f, m: told.append(f)
    )

    assert found == [i * i for i in range(9)]
    assert told == sorted(told)
    assert told[0] == 0


def test_that_processes_stay_for_the_next_call_and_end_when_they_were_idle() -> None:
    map_chunks(_square, [(i,) for i in range(9)], workers=2)
    first = {p.pid for p in _workers()}

    assert set(map_chunks(_pid, [(i,) for i in range(9)], workers=2)) <= first
    parallel.end_idle()

    assert _workers() == []


def test_that_processes_used_again_are_idle_from_then_on() -> None:
    map_chunks(_square, [(i,) for i in range(9)], workers=2)
    first, team = parallel._timer, parallel._kept
    assert first is not None
    map_chunks(_square, [(i,) for i in range(9)], workers=2)

    assert parallel._kept is team
    assert parallel._timer is not first
    assert first.finished.is_set(), "it would end them too early"
    parallel.end_idle()


def test_that_where_no_process_starts_the_pieces_are_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "no such program")

    assert map_chunks(_pid, [(i,) for i in range(5)], workers=3) == [os.getpid()] * 5


def test_that_stopping_ends_the_processes_at_once() -> None:
    begun: list[float] = []

    def stop(fraction: float, message: str) -> None:
        begun.append(time.monotonic())
        if begun[-1] - begun[0] > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        map_chunks(_slow, [(i,) for i in range(9)], workers=2, progress=stop)

    assert time.monotonic() - begun[-1] < 5, "pieces of a minute were not waited for"
    assert [p for p in _workers() if p.is_running() and p.status() != "zombie"] == []


def test_that_an_error_of_a_piece_is_that_of_the_whole() -> None:
    with pytest.raises(AnalysisError, match="cannot be done"):
        map_chunks(_refused, [(i,) for i in range(9)], workers=2)

"""Analyses of a study done by the processes of a crew, which hold the study.

What an analysis gives there is what it gives here: the study goes over whole, with
the options, and the result comes back whole. Only the study as it is shown goes over,
so the processes know no more of treatments than the window does.

An analysis whose calculation spreads over processes by itself (``Analysis.spreads``)
does its pieces one after the other in a process of the crew, where others work beside
it. Alone, it has its pieces done by processes of that process, which end with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from weakref import WeakKeyDictionary

from sjogren_desktop import crew, workers
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.crew import Crew, Work
from sjogren_desktop.results import Result
from sjogren_desktop.study.data import Dataset, StudyData

_STUDY, _DATASET = "study", "data set {}"

_bare: WeakKeyDictionary[StudyData, StudyData] = WeakKeyDictionary()
"""Studies without their data sets: always the same one, so that it is sent once."""

_made: tuple[StudyData, StudyData] | None = None
"""In a process of a crew: the study held without its data sets, and put together."""


def show(team: Crew, study: StudyData) -> None:
    """Have a crew hold this study instead of any before; data sets it has are not sent again."""
    named: dict[str, object] = {
        _DATASET.format(number): dataset for number, dataset in enumerate(study.datasets)
    }
    if study not in _bare:
        _bare[study] = replace(study, datasets=())
    team.hold(named | {_STUDY: _bare[study]})


def start(team: Crew, analysis: str, given: Mapping[str, object], *, alone: bool = False) -> Work:
    """Have an analysis of the catalogue run with these options; the outcome is its result.

    With ``alone`` nothing else is done meanwhile, and the analysis may take all cores.
    """
    return team.submit(_run_alone if alone else _run, analysis, dict(given))


def make_ready(team: Crew) -> Work:
    """Have a process take what the crew holds and put the study together."""
    return team.submit(_get_ready)


def _run(analysis: str, given: Mapping[str, object]) -> Result:
    """Run in a process of the crew."""
    return catalogue.run(catalogue.find(analysis), _study(), given, crew.progress)


def _run_alone(analysis: str, given: Mapping[str, object]) -> Result:
    """Run in the only process of the crew that has work."""
    with workers.taking_all_cores():
        return _run(analysis, given)


def _get_ready() -> None:
    _study()


def _study() -> StudyData:
    """Return the study that is held: the same one until another is, for what was found of it."""
    global _made
    held = crew.held()
    bare = held[_STUDY]
    assert isinstance(bare, StudyData)
    if _made is None or _made[0] is not bare:
        parts = [held[_DATASET.format(number)] for number in range(len(held) - 1)]
        _made = bare, replace(bare, datasets=tuple(p for p in parts if isinstance(p, Dataset)))
    return _made[1]

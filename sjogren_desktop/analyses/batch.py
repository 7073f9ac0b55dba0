"""Many analyses in one go: the whole catalogue, or what a plan asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.plan import Options
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.results import AnalysisError, Progress, Result, no_progress
from sjogren_desktop.study.data import StudyData


@dataclass(frozen=True)
class Failure:
    """An analysis that could not be done, and why."""

    analysis: str
    study: str
    message: str


def run_all(
    study: StudyData,
    *,
    only: Iterable[str] = (),
    plan: Options | None = None,
    progress: Progress = no_progress,
    take: Callable[[int, Result], object] = lambda number, result: None,
) -> tuple[list[Result], list[Failure]]:
    """Run the catalogue, or the analyses named, over every scope or as planned.

    One analysis that cannot be done does not stop the others. ``take`` is given
    each result with its number, from 0, as soon as it is there.
    """
    todo = jobs(study, only=only, plan=plan)
    results: list[Result] = []
    failures: list[Failure] = []
    for i, (analysis, given) in enumerate(todo):
        where = str(given.get("study", ""))
        says = f"{analysis.title} {where}".strip()
        progress(i / len(todo), says)

        def within(fraction: float, message: str, i: int = i, says: str = says) -> None:
            progress((i + fraction) / len(todo), says)

        try:
            results.append(catalogue.run(analysis, study, given, within))
        except AnalysisError as error:
            failures.append(Failure(analysis.key, where, str(error)))
        else:
            take(len(results) - 1, results[-1])
    return results, failures


def jobs(
    study: StudyData, *, only: Iterable[str] = (), plan: Options | None = None
) -> list[tuple[Analysis, Mapping[str, object]]]:
    """Return what a run has to do: each analysis with a set of options."""
    keys = tuple(only)
    plan = plan or {}
    chosen = [catalogue.find(k) for k in keys] if keys else _planned(plan)
    return [(a, given) for a in chosen for given in _option_sets(a, study, plan)]


def _planned(plan: Options) -> list[Analysis]:
    if plan:
        return [catalogue.find(key) for key in plan]
    return list(catalogue.ANALYSES)


def _option_sets(analysis: Analysis, study: StudyData, plan: Options) -> list[Mapping[str, object]]:
    sets = plan.get(analysis.key, ({},))
    complete: list[Mapping[str, object]] = []
    for given in sets:
        if "study" in given:
            complete.append(given)
        else:
            complete += [{**scope, **given} for scope in analysis.scopes(study)]
    return complete

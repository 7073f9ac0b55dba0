"""Many analyses in one go: the whole catalogue, or what a plan asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import wait
from dataclasses import dataclass

from sjogren_desktop.analyses import apart, catalogue
from sjogren_desktop.analyses.plan import Options
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.crew import Crew, NotStarted, Work
from sjogren_desktop.results import AnalysisError, Doing, Progress, Result, no_progress
from sjogren_desktop.study.data import StudyData

Job = tuple[Analysis, Mapping[str, object]]
Outcome = Result | AnalysisError

_SECONDS = 0.1
"""Between two looks at whether the run shall stop."""


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
    crew: Crew | None = None,
    progress: Progress = no_progress,
    take: Callable[[int, Result], object] = lambda number, result: None,
) -> tuple[list[Result], list[Failure]]:
    """Run the catalogue, or the analyses named, over every scope or as planned.

    One analysis that cannot be done does not stop the others. ``take`` is given
    each result with its number, from 0, as soon as it and those before it are there.
    With a crew, its processes do the work; results and their order are the same.
    """
    todo = jobs(study, only=only, plan=plan)
    results: list[Result] = []
    failures: list[Failure] = []
    outcomes = _here(study, todo, progress) if crew is None else _apart(study, todo, crew, progress)
    for (analysis, given), outcome in zip(todo, outcomes, strict=True):
        if isinstance(outcome, Result):
            results.append(outcome)
            take(len(results) - 1, outcome)
        else:
            failures.append(Failure(analysis.key, _where(given), str(outcome)))
    return results, failures


def _here(study: StudyData, todo: Sequence[Job], progress: Progress) -> Iterator[Outcome]:
    """Yield what becomes of each analysis, one run after the other."""
    for i, (analysis, given) in enumerate(todo):
        says = _title(analysis, given)
        progress(i / len(todo), says)

        def within(fraction: float, message: str, i: int = i, says: Doing = says) -> None:
            progress((i + fraction) / len(todo), says)

        try:
            yield catalogue.run(analysis, study, given, within)
        except AnalysisError as error:
            yield error


def _apart(
    study: StudyData, todo: Sequence[Job], crew: Crew, progress: Progress
) -> Iterator[Outcome]:
    """Yield what becomes of each analysis in the order of the list, run by the processes."""
    apart.show(crew, study)
    # What takes all cores when alone takes longest here, and so begins first.
    order = sorted(range(len(todo)), key=lambda i: not todo[i][0].spreads)
    begun = {i: apart.start(crew, todo[i][0].key, todo[i][1]) for i in order}
    said = ""
    try:
        for i, job in enumerate(todo):
            while not begun[i].done():
                said = next((t for j, t in _titles(todo, begun) if begun[j].running()), said)
                progress(sum(_done(w) for w in begun.values()) / len(todo), said)
                wait([begun[i]], timeout=_SECONDS)
            try:
                yield begun[i].result()
            except NotStarted:
                yield from _here(study, [job], no_progress)
            except AnalysisError as error:
                yield error
    except BaseException:
        for work in begun.values():
            crew.abandon(work)
        raise


def _titles(todo: Sequence[Job], begun: dict[int, Work]) -> Iterator[tuple[int, Doing]]:
    """Yield number and title of the analyses, the last begun first."""
    for i in reversed(begun):
        yield i, _title(*todo[i])


def _done(work: Work) -> float:
    """Return how much of a piece of work is done, from 0 to 1."""
    if work.done():
        return 1.0
    return work.said[0] if work.said is not None else 0.0


def _title(analysis: Analysis, given: Mapping[str, object]) -> Doing:
    title, where = Doing(analysis.title), _where(given)
    return Doing("{title} {where}", title=title, where=where) if where else title


def _where(given: Mapping[str, object]) -> str:
    return str(given.get("study", ""))


def jobs(study: StudyData, *, only: Iterable[str] = (), plan: Options | None = None) -> list[Job]:
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

"""Many analyses in one go: the whole catalogue, or what a plan file asks for.

A plan is a TOML file with one table an analysis, holding its options; an array
of tables runs the analysis several times::

    [mmrm_change]
    parameter = "ESSDAI"

    [[ancova_visit]]
    study = "NEPTUNUS-1"
    visit = "Week 24"

An analysis whose plan does not name a study runs for every study and pooled.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.results import AnalysisError, Progress, Result, no_progress
from sjogren_desktop.study.data import StudyData

Plan = Mapping[str, Sequence[Mapping[str, object]]]


@dataclass(frozen=True)
class Failure:
    """An analysis that could not be done, and why."""

    analysis: str
    study: str
    message: str


def read_plan(path: Path) -> Plan:
    """Read a plan file.

    Raises
    ------
    AnalysisError
        If it cannot be read, is no TOML, or names an analysis that does not exist.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise AnalysisError(
            f"The options file {path.name} cannot be read ({error.strerror}). "
            "Check the name and that you may open it."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AnalysisError(
            f"The options file {path.name} is no valid TOML: {error}. Correct that line."
        ) from error
    plan: dict[str, list[Mapping[str, object]]] = {}
    for key, value in content.items():
        catalogue.find(key)
        sets = value if isinstance(value, list) else [value]
        if not all(isinstance(s, dict) for s in sets):
            raise AnalysisError(
                f"The options file {path.name} holds a single value under {key!r}. Write the "
                f"options of an analysis under a heading [{key}]."
            )
        plan[key] = [{k: _frozen(v) for k, v in s.items()} for s in sets]
    return plan


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def run_all(
    study: StudyData,
    *,
    only: Iterable[str] = (),
    plan: Plan | None = None,
    progress: Progress = no_progress,
) -> tuple[list[Result], list[Failure]]:
    """Run the catalogue, or the analyses named, over every scope or as planned.

    One analysis that cannot be done does not stop the others.
    """
    keys = tuple(only)
    plan = plan or {}
    chosen = [catalogue.find(k) for k in keys] if keys else _planned(plan)
    jobs = [(a, given) for a in chosen for given in _option_sets(a, study, plan)]
    results: list[Result] = []
    failures: list[Failure] = []
    for i, (analysis, given) in enumerate(jobs):
        where = str(given.get("study", ""))
        progress(i / max(len(jobs), 1), f"{analysis.title} {where}".strip())
        try:
            results.append(catalogue.run(analysis, study, given))
        except AnalysisError as error:
            failures.append(Failure(analysis.key, where, str(error)))
    return results, failures


def _planned(plan: Plan) -> list[Analysis]:
    if plan:
        return [a for a in catalogue.ANALYSES if a.key in plan]
    return list(catalogue.ANALYSES)


def _option_sets(analysis: Analysis, study: StudyData, plan: Plan) -> list[Mapping[str, object]]:
    sets = plan.get(analysis.key, ({},))
    complete: list[Mapping[str, object]] = []
    for given in sets:
        if "study" in given:
            complete.append(given)
        else:
            complete += [{**scope, **given} for scope in analysis.scopes(study)]
    return complete

"""Query list: scores that contradict their items, the laboratory, or each other.

The checks stand in :mod:`.score_findings`. Everyone in the study is checked,
whatever the population, because queries go to sites before populations are
settled.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sjogren_desktop.analyses import score_parameters as items
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.score_findings import CHECKS, Finding, Limits, ScoreCheck
from sjogren_desktop.analyses.score_parameters import Collected, collect
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number, Option
from sjogren_desktop.results import (
    AnalysisError,
    Cell,
    Column,
    Doing,
    Progress,
    Result,
    Row,
    Stat,
    Table,
    Value,
)
from sjogren_desktop.study.data import AVISIT, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

_WANTED = (*items.LEVELS, *items.ESSPRI_ITEMS, *items.TOTALS, *items.LABORATORY)
_SCORED = (*items.LEVELS, *items.ESSPRI_ITEMS)


def _check_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(c.key, c.title) for c in CHECKS)


def _all_checks(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(c.key for c in CHECKS)


OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    Choice("checks", "Checks", "Which checks are made.", _check_items, _all_checks, many=True),
    Number(
        "repeats",
        "Identical visits in a row",
        "From so many visits with all twelve levels unchanged, while active, a query is written.",
        4,
        2,
        20,
    ),
    Number(
        "essdai_change",
        "Large change of ESSDAI",
        "A change of at least so many points between two successive visits is questioned.",
        15,
        1,
        123,
    ),
    Number(
        "esspri_change",
        "Large change of ESSPRI",
        "A change of at least so many points between two successive visits is questioned.",
        5,
        0.5,
        10,
        decimals=1,
    ),
    Number(
        "window_days",
        "Days around a planned visit",
        "A visit named by a week is questioned if it is more than so many days from that week.",
        7,
        0,
        60,
    ),
    Number(
        "most",
        "Most findings listed for a check",
        "Beyond these, findings of a check are only counted.",
        500,
        1,
        100_000,
        advanced=True,
    ),
    *items.options_for(_WANTED),
)


def applicable(study: StudyData) -> bool:
    """Say whether the study seems to hold levels or ESSPRI items at all."""
    return any(items.guess(study, w) for w in _SCORED)


def scopes(study: StudyData) -> tuple[Mapping[str, object], ...]:
    """Return every study (a pool would only repeat them); one set where nothing can be checked."""
    if not applicable(study):
        return ({},)
    return tuple({"study": s} for s in study.study_ids) or ({},)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Make the checks and list their findings."""
    wanted = items.chosen(values, _WANTED)
    if not any(w.key in wanted for w in _SCORED):
        raise AnalysisError(
            "Not applicable: the study holds neither ESSDAI domain levels nor ESSPRI items as "
            "parameters. If it does, choose them under the further options."
        )
    chosen = values["checks"]
    assert isinstance(chosen, tuple)
    checks = [c for c in CHECKS if c.key in chosen]
    if not checks:
        raise AnalysisError("No check is chosen. Tick at least one.")
    progress(0.05, "Collecting scores and laboratory values")
    scope = str(values["study"])
    collected = collect(study, scope, wanted)
    limits = Limits(
        int(float(str(values["repeats"]))),
        float(str(values["essdai_change"])),
        float(str(values["esspri_change"])),
        int(float(str(values["window_days"]))),
    )
    made: list[tuple[ScoreCheck, list[Finding] | None]] = []
    for number, check in enumerate(checks):
        progress(0.5 + 0.4 * number / len(checks), Doing(check.title))
        made.append((check, check.run(collected, limits)))
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=scope,
        population="All records",
        summary=_summary(made, collected),
        tables=(
            _totals(made, collected),
            *_queries(made, collected, int(float(str(values["most"])))),
        ),
        notes=collected.notes,
        method=(
            ("Checked", "Every subject with a record, whatever the population"),
            ("Laboratory", "Values of the same visit, in the unit recorded with them"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _cells(*texts: str, subjects: tuple[str, ...] = ()) -> tuple[Cell, ...]:
    return tuple(Cell((Stat("text", t),), subjects=subjects) for t in texts)


def _totals(made: list[tuple[ScoreCheck, list[Finding] | None]], collected: Collected) -> Table:
    subject = collected.frame[who.SUBJECT]
    rows, footnotes = [], []
    for check, found in made:
        if found is None:
            cells = _cells("not made", "")
            footnotes.append(f"{check.title}: not made, the study does not hold {check.needs}.")
        else:
            people = tuple(sorted(set(subject.iloc[[f.row for f in found]].astype(str))))
            cells = (
                Cell((Stat("count", len(found)),), subjects=people),
                Cell((Stat("subjects", len(people)),), subjects=people),
            )
        rows.append(Row((check.title,), cells, {"CHECK": check.key}))
    return Table(
        "checks",
        "Findings by check",
        ("Check",),
        (Column("Findings"), Column("Subjects")),
        tuple(rows),
        (
            *footnotes,
            "A finding is a question to the site, not a correction; no value was changed.",
        ),
    )


def _queries(
    made: list[tuple[ScoreCheck, list[Finding] | None]], collected: Collected, most: int
) -> tuple[Table, ...]:
    frame = collected.frame
    rows: list[Row] = []
    footnotes = []
    for check, found in made:
        for finding in (found or [])[:most]:
            rows.append(_query(check, finding, collected, frame))
        if found and len(found) > most:
            footnotes.append(f"{check.title}: {len(found) - most} more findings are not listed.")
    if not rows:
        return ()
    return (
        Table(
            "queries",
            "Query list",
            ("Subject", "Visit", "Check", "Field"),
            (Column("Found"), Column("Why it matters"), Column("Record")),
            tuple(rows),
            tuple(footnotes),
        ),
    )


def _query(check: ScoreCheck, finding: Finding, collected: Collected, frame: pd.DataFrame) -> Row:
    subject, visit = str(frame[USUBJID][finding.row]), str(frame[AVISIT][finding.row])
    address = collected.address(finding.item, finding.row)
    key: dict[str, Value] = {
        "CHECK": check.key,
        "STUDYID": str(frame["STUDYID"][finding.row]),
        "USUBJID": subject,
        "AVISIT": visit,
        "FIELD": finding.field,
        "RECORD": address,
    }
    who_it_is = (str(frame[who.SUBJECT][finding.row]),)
    cells = _cells(finding.found, finding.why, address, subjects=who_it_is)
    return Row((subject, visit, check.title, finding.field), cells, key)


def _summary(made: list[tuple[ScoreCheck, list[Finding] | None]], collected: Collected) -> str:
    findings = [f for _, found in made for f in found or ()]
    people = collected.frame[who.SUBJECT].iloc[[f.row for f in findings]].nunique()
    ran = sum(found is not None for _, found in made)
    checked = collected.frame[who.SUBJECT].nunique()
    return (
        f"{len(findings)} findings in {people} of {checked} subjects; {ran} of {len(made)} checks "
        "could be made."
    )


SPEC = Analysis(
    key="score_checks",
    title="Score checks",
    tab="analysis",
    question="Which scores contradict their items, the laboratory or the course, so that the site "
    "should be asked?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=scopes,
    method_page="score_checks.md",
)

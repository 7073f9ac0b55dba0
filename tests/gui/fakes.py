"""Stand-ins for the catalogue: analyses whose options depend on each other."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sjogren_desktop.analyses.spec import Analysis, Choice, Flag, Item, Number
from sjogren_desktop.results import AnalysisError, Progress, Result
from sjogren_desktop.study.data import StudyData
from tests.samples import sample_ae_result, sample_mmrm_result
from tests.studies import small_study

VISITS = {"ESSDAI": ("Week 12", "Week 24", "Week 48"), "ESSPRI": ("Week 24", "Week 48")}


def _parameters(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(code, f"{code} total score") for code in VISITS)


def _visits(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(name, name) for name in VISITS[str(values["parameter"])])


PARAMETER = Choice(
    "parameter", "Parameter", "The score analysed.", _parameters, lambda s, v: "ESSDAI"
)
VISIT_LIST = Choice(
    "visits",
    "Visits",
    "Visits that enter the model.",
    _visits,
    lambda s, v: VISITS[str(v["parameter"])],
    many=True,
)
LEVEL = Number(
    "level", "Confidence level (%)", "Coverage of intervals.", 95, 50, 99.9, 1, advanced=True
)
BASELINE = Flag("baseline", "Adjust for baseline", "Adds the baseline value.", True)
OPTIONS = (PARAMETER, VISIT_LIST, BASELINE, LEVEL)


class Desk:
    """What the fake runs are told, and the gate that holds one open."""

    def __init__(self) -> None:
        self.seen: list[dict[str, object]] = []
        self.fail: Exception | None = None
        self.hold: threading.Event | None = None
        self.was_cancelled = threading.Event()
        self.study: StudyData = small_study()
        self.opened: list[tuple[Path, ...]] = []

    def _wait(self, progress: Progress, message: str) -> None:
        while self.hold is not None and not self.hold.wait(0.005):
            try:
                progress(0.5, message)
            except BaseException:
                self.was_cancelled.set()
                raise
        if self.fail is not None:
            raise self.fail

    def open(self, paths: Sequence[Path], progress: Progress) -> StudyData:
        """Note what was opened, wait at the gate, then fail or return the study."""
        self.opened.append(tuple(paths))
        progress(0.0, "Reading")
        self._wait(progress, "Reading adsl.csv")
        return self.study

    def run(
        self,
        analysis: Analysis,
        study: StudyData,
        given: Mapping[str, object],
        progress: Progress,
    ) -> Result:
        """Note what was given, wait at the gate, then fail or return the sample result."""
        self.seen.append(dict(given))
        progress(0.1, "Selecting records")
        self._wait(progress, "Fitting the model")
        result = analysis.run(study, given, progress)
        return replace(result, options=dict(given), blinding=study.blinding)


def _mmrm(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    return sample_mmrm_result()


def _overview(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    return sample_ae_result()


def _no_scopes(study: StudyData) -> tuple[Mapping[str, object], ...]:
    return ({},)


MMRM = Analysis(
    "mmrm_change",
    "Change from baseline by visit (MMRM)",
    "analysis",
    "How much does the score change under each treatment, visit by visit?",
    ("ADSL",),
    OPTIONS,
    _mmrm,
    _no_scopes,
    "mmrm.md",
)
ANCOVA = replace(
    MMRM,
    key="ancova_visit",
    title="Change from baseline at one visit (ANCOVA)",
    question="How large is the difference between treatments at one visit?",
    method_page="ancova.md",
)
OVERVIEW = Analysis(
    "ae_overview",
    "Overview of adverse events",
    "safety",
    "How many patients had adverse events, and how serious were they?",
    ("ADSL",),
    (BASELINE,),
    _overview,
    _no_scopes,
    "adverse_events.md",
)
NEEDS_LABORATORY = replace(MMRM, key="lab", title="Laboratory shift", requires=("ADTTE",))
NO_ARM = AnalysisError("No arm is chosen. Choose at least one.")

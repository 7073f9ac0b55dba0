"""Tables as committed texts: a change in any shows as a diff.

Those of the CDISC pilot in two house styles, and every table of every analysis
on the demonstration study. To accept a change, run with the variable ACCEPT
set, read the diff of ``tests/acceptance``, and commit it with the reason.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.export.house import house
from sjogren_desktop.results import Result
from sjogren_desktop.study.blinding import with_arms
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study
from tests.demo_study import demo_study
from tests.table_text import as_text

FOLDER = Path(__file__).resolve().parents[1] / "acceptance"

TABLES = {
    # Published as tables 14-3.01 and 14-3.11 of the study report.
    "14-3.01": (
        "ancova_visit",
        {
            "parameter": "ACTOT",
            "population": "EFFFL",
            "visit": "Week 24",
            "records": "flagged-imputed",
            "covariates": ("SITEGR1",),
            "weights": "proportional",
            "all_pairs": True,
        },
    ),
    "14-3.11": (
        "mmrm_change",
        {
            "parameter": "ACTOT",
            "population": "EFFFL",
            "df_method": "kenward-roger-linear",
            "covariates": ("SITEGR1",),
        },
    ),
    "ae_overview": ("ae_overview", {}),
}

AS_OFFERED = (
    "participant_flow",
    "missingness",
    "exposure_lanes",
    "ae_incidence",
    "ae_time",
    "deaths_sae",
    "ctcae_grades",
    "liver",
)
"""Analyses whose tables, with the options offered first, are neither long nor random."""


@pytest.fixture(scope="module")
def pilot(shared: Path) -> StudyData:
    return with_arms(open_study([shared / "data" / "cdiscpilot" / "adam"]))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("style", ["sponsor", "journal"])
def test_that_a_table_of_the_pilot_is_as_accepted(pilot: StudyData, name: str, style: str) -> None:
    key, given = TABLES[name]
    analysis = catalogue.find(key)
    scope = analysis.scopes(pilot)[0]
    result = catalogue.run(analysis, pilot, {**scope, **given})

    compare(result, name, style)


@pytest.mark.parametrize("key", AS_OFFERED)
def test_that_tables_offered_first_are_as_accepted(pilot: StudyData, key: str) -> None:
    analysis = catalogue.find(key)

    compare(catalogue.run(analysis, pilot, analysis.scopes(pilot)[0]), key, "sponsor")


@pytest.mark.parametrize("analysis", catalogue.ANALYSES, ids=lambda a: a.key)
def test_that_every_table_of_the_demonstration_is_as_accepted(analysis: Analysis) -> None:
    study = with_arms(demo_study())
    given = next(iter(analysis.scopes(study)), {})

    compare(catalogue.run(analysis, study, given), f"demo/{analysis.key}", "sponsor")


def compare(result: Result, name: str, style: str) -> None:
    """Compare the tables of a result with the committed text, or write that."""
    text = as_text([result], house(style))
    path = FOLDER / f"{name}-{style}.txt"
    if os.environ.get("ACCEPT"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")

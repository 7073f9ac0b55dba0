"""Results as data: the table of statistics, and the reporting event of CDISC ARS."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO

import pytest

from sjogren_desktop.export.ard import ard_csv, numbers, reporting_event
from sjogren_desktop.export.displays import Run
from sjogren_desktop.results import Cell, Column, Result, Row, Stat, Table
from tests.samples import sample_ae_result, sample_mmrm_result

RUN = Run(datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
RESULTS = (sample_mmrm_result(), sample_ae_result())

# Classes of the logical model of CDISC ARS 1.0, as its JSON schema has them:
# attributes a class must have, and those it may have besides.
MODEL = {
    "ReportingEvent": (
        "id mainListOfContents name",
        "version description label analyses analysisGroupings dataGroupings analysisSets methods "
        "outputs",
    ),
    "Analysis": (
        "id name reason purpose methodId",
        "version description label dataset variable analysisSetId dataSubsetId orderedGroupings "
        "results",
    ),
    "AnalysisSet": ("id level order", "label condition"),
    "GroupingFactor": ("id dataDriven", "label groupingVariable groupingDataset groups"),
    "AnalysisMethod": ("id name operations", "label description"),
    "Operation": ("id name order", "label description resultPattern"),
    "OperationResult": ("operationId", "rawValue formattedValue resultGroups"),
    "ResultGroup": ("groupingId", "groupId groupValue"),
    "OrderedGroupingFactor": ("order groupingId resultsByGroup", ""),
    "OrderedListItem": ("name level order", "analysisId outputId sublist"),
    "Output": ("id name displays", "version description label"),
    "OutputDisplay": ("id name", "version description label displayTitle displaySections"),
}


@pytest.fixture(scope="module")
def event() -> dict[str, object]:
    made = json.loads(reporting_event(RESULTS, RUN))
    assert isinstance(made, dict)
    return made


def check(kind: str, *items: dict[str, object]) -> None:
    must, may = (set(names.split()) for names in MODEL[kind])
    assert items
    for item in items:
        assert must <= set(item) <= must | may, (kind, sorted(item))


def test_that_there_is_one_line_a_statistic_with_its_value_in_full() -> None:
    lines = list(csv.DictReader(StringIO(ard_csv(RESULTS))))

    stats = [s for r in RESULTS for t in r.tables for _, _, s in t.numbers()]
    assert len(lines) == len(stats)
    shown = [line["stat"] for line in lines]
    assert shown == ["" if s.value is None else str(s.value) for s in stats]
    first = lines[0]
    assert first["group1"] == "ARM"
    assert first["group1_level"] == "Ianalumab 300 mg monthly"
    assert (first["row_label"], first["stat_name"]) == ("Week 4", "n")
    assert {line["stat_fmt"] for line in lines if not line["stat"]} == {"NE"}


def test_that_a_statistic_is_told_apart_by_its_groups() -> None:
    keys = [(n.analysis_id, n.groups, n.column_label, n.stat.name) for n in numbers(RESULTS)]

    assert len(keys) == len(set(keys))


def test_that_rows_and_columns_without_keys_are_named_by_their_texts() -> None:
    rows = (Row(("Mild", "x"), (Cell((Stat("count", 1),)),)),)
    table = Table("t", "T", ("A", "B"), (Column("Arm\n(N=1)"),), rows)
    found = next(numbers([Result("a", "A", "S", "P", "", (table,))]))

    assert found.groups == (("ROW", "Mild / x"), ("COLUMN", "Arm (N=1)"))


def test_that_the_reporting_event_has_the_classes_of_the_standard(
    event: dict[str, list[dict[str, list[dict[str, list[dict[str, object]]]]]]],
) -> None:
    check("ReportingEvent", event)  # type: ignore[arg-type]
    check("AnalysisSet", *event["analysisSets"])  # type: ignore[arg-type]
    check("GroupingFactor", *event["analysisGroupings"], *event["dataGroupings"])  # type: ignore[arg-type]
    check("AnalysisMethod", *event["methods"])  # type: ignore[arg-type]
    check("Analysis", *event["analyses"])  # type: ignore[arg-type]
    check("Output", *event["outputs"])  # type: ignore[arg-type]
    for method in event["methods"]:
        check("Operation", *method["operations"])  # type: ignore[arg-type]
    for analysis in event["analyses"]:
        check("OrderedGroupingFactor", *analysis["orderedGroupings"])  # type: ignore[arg-type]
        check("OperationResult", *analysis["results"])  # type: ignore[arg-type]
        for result in analysis["results"]:
            check("ResultGroup", *result["resultGroups"])


def test_that_every_reference_of_the_reporting_event_leads_somewhere(
    event: dict[str, object],
) -> None:
    def ids(name: str) -> set[str]:
        return {item["id"] for item in event[name]}  # type: ignore[attr-defined]

    operations = {o["id"] for m in event["methods"] for o in m["operations"]}  # type: ignore[attr-defined]
    groupings = ids("analysisGroupings") | ids("dataGroupings")
    analyses = event["analyses"]
    assert isinstance(analyses, list)
    for analysis in analyses:
        assert analysis["analysisSetId"] in ids("analysisSets")
        assert analysis["methodId"] in ids("methods")
        for result in analysis["results"]:
            assert result["operationId"] in operations
            assert {g["groupingId"] for g in result["resultGroups"]} <= groupings
    listed = event["mainListOfContents"]["contentsList"]["listItems"]  # type: ignore[index]
    assert [item["analysisId"] for item in listed] == [a["id"] for a in analyses]
    assert sum(len(a["results"]) for a in analyses) == len(list(numbers(RESULTS)))


def test_that_a_planned_analysis_says_so() -> None:
    analyses = json.loads(reporting_event(RESULTS, replace(RUN, planned=True)))["analyses"]

    assert {a["reason"]["controlledTerm"] for a in analyses} == {"SPECIFIED IN SAP"}

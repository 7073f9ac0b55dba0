"""Analysis results as data: one statistic a line, and as a CDISC ARS reporting event.

The table has the shape of R's analysis results data sets (package cards): what
groups a number, which statistic it is, its value in full, and how it is shown.
The JSON file follows the logical model of the CDISC Analysis Results Standard
1.0: analysis sets, groupings, methods with their operations, and per analysis
the results with the groups they belong to.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import StringIO

from sjogren_desktop import __version__, formats
from sjogren_desktop.export.displays import Run
from sjogren_desktop.export.formula import as_text
from sjogren_desktop.results import Progress, Result, Stat, Table, Value, Watch, no_progress, paced

SUBJECT_GROUPS = ("ARM", "REFERENCE", "TRT", "TRTP", "TRTA", "TRT01P", "TRT01A", "SEX", "AGEGR1")
"""Keys that divide subjects; all others divide records."""

_EVERY = 1000
"""Numbers between two calls of progress."""


@dataclass(frozen=True)
class Number:
    """One statistic with all that tells what it is."""

    place: tuple[int, int]
    result: Result
    table: Table
    groups: tuple[tuple[str, str], ...]
    row_label: str
    column_label: str
    stat: Stat

    @property
    def analysis_id(self) -> str:
        """Identifier of the table within the run."""
        return f"An_{self.place[0] + 1}_{self.place[1] + 1}"

    @property
    def raw(self) -> str:
        """The value at full precision; "" where it is not estimable."""
        value = formats.plain(self.stat.value)
        return "" if value is None else str(value)


def numbers(results: Sequence[Result], progress: Progress = no_progress) -> Iterator[Number]:
    """Yield every statistic of every table; ``progress`` is called now and then."""
    for i, result in enumerate(results):
        for j, table in enumerate(result.tables):
            watch = partial(progress, i / len(results), "Writing the numbers as data")
            watch()
            of_columns = {id(c): (_keyed(c.key), _folded(c.header)) for c in table.columns}
            for row in paced(table.rows, watch):
                of_row = _keyed(row.key)
                label = " / ".join(row.labels)
                for column, cell in zip(table.columns, row.cells, strict=True):
                    keyed, header = of_columns[id(column)]
                    groups = (*keyed, *of_row)
                    if not row.key and row.labels:
                        groups = (*groups, ("ROW", label))
                    if not column.key:
                        groups = (*groups, ("COLUMN", header))
                    for stat in cell.stats if cell else ():
                        yield Number((i, j), result, table, groups, label, header, stat)


def ard_csv(results: Sequence[Result], progress: Progress = no_progress) -> str:
    """Return the analysis results data set as CSV text.

    Columns: analysis_id, analysis, study, population, table, table_title, as
    many pairs group1, group1_level ... as the results need, row_label,
    column_label, stat_name, stat (full precision, empty where it is not
    estimable) and stat_fmt (as shown).
    """
    found = list(numbers(results, lambda f, text: progress(f / 2, text)))
    most = max((len(n.groups) for n in found), default=0)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    pairs = [f"group{i // 2 + 1}{'_level' if i % 2 else ''}" for i in range(2 * most)]
    head = ["analysis_id", "analysis", "study", "population", "table", "table_title", *pairs]
    writer.writerow([*head, "row_label", "column_label", "stat_name", "stat", "stat_fmt"])
    for done, n in enumerate(found):
        if done % _EVERY == 0:
            progress(0.5 + done / len(found) / 2, "Writing the numbers as data")
        levels = [part for group in n.groups for part in group]
        levels += [""] * (2 * most - len(levels))
        about = (n.analysis_id, n.result.analysis, n.result.study, n.result.population)
        ends = (n.row_label, n.column_label, n.stat.name, n.raw, formats.stat(n.stat))
        line = [*about, n.table.key, n.table.title, *levels, *ends]
        writer.writerow([as_text(v) if isinstance(v, str) else v for v in line])
    return text.getvalue()


def reporting_event(results: Sequence[Result], run: Run, progress: Progress = no_progress) -> str:
    """Return a CDISC ARS reporting event as JSON text.

    Parameters
    ----------
    results : sequence of Result
    run : Run
        Whether it was planned says the reason of each analysis.
    progress : callable
        Called now and then; what it raises passes through.
    """
    populations = list(dict.fromkeys(r.population for r in results))
    factors: dict[str, None] = {}
    methods: dict[str, dict[str, None]] = {}
    by_table: dict[tuple[int, int], list[Number]] = {}
    for n in numbers(results, lambda f, text: progress(f / 2, text)):
        factors.update((name, None) for name, _ in n.groups)
        methods.setdefault(n.result.analysis, {}).setdefault(n.stat.name, None)
        by_table.setdefault(n.place, []).append(n)
    analyses, outputs, items = [], [], []
    reason = "SPECIFIED IN SAP" if run.planned else "DATA DRIVEN"
    for order, members in enumerate(by_table.values(), start=1):
        first = members[0]
        watch = partial(progress, 0.5 + order / len(by_table) / 2, "Writing the numbers as data")
        population = populations.index(first.result.population)
        analyses.append(_analysis(members, population, reason, watch))
        outputs.append(_output(first))
        items.append(
            {
                "name": first.table.title,
                "level": 1,
                "order": order,
                "analysisId": first.analysis_id,
            }
        )
    event = {
        "id": "RE_1",
        "version": 1,
        "name": "Tables of " + ", ".join(dict.fromkeys(r.study for r in results)),
        "description": f"Sjögren Desktop {__version__}, {run.stamp}",
        "mainListOfContents": {"name": "Analyses", "contentsList": {"listItems": items}},
        "analysisSets": [
            {"id": f"AS_{i}", "label": label, "level": 1, "order": i + 1}
            for i, label in enumerate(populations)
        ],
        "analysisGroupings": [_factor(name) for name in factors if name in SUBJECT_GROUPS],
        "dataGroupings": [_factor(name) for name in factors if name not in SUBJECT_GROUPS],
        "methods": [_method(key, names, results) for key, names in methods.items()],
        "outputs": outputs,
    }
    return f'{_json(event)[:-1]}, "analyses": [{", ".join(analyses)}]}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _folded(header: str) -> str:
    return " ".join(header.split())


def _keyed(key: Mapping[str, Value]) -> list[tuple[str, str]]:
    plain = ((name, formats.plain(value)) for name, value in key.items())
    return [(name, "" if value is None else str(value)) for name, value in plain]


def _factor(name: str) -> dict[str, object]:
    return {"id": f"GF_{name}", "label": name, "groupingVariable": name, "dataDriven": True}


def _method(key: str, names: Mapping[str, None], results: Sequence[Result]) -> dict[str, object]:
    first = next(r for r in results if r.analysis == key)
    return {
        "id": f"Mth_{key}",
        "name": first.title,
        "description": "; ".join(f"{k}: {v}" for k, v in first.method) or first.title,
        "operations": [
            {"id": _operation(key, name), "name": name, "order": order}
            for order, name in enumerate(names, start=1)
        ],
    }


def _operation(key: str, name: str) -> str:
    return f"Op_{key}_{name}"


def _analysis(members: Sequence[Number], population: int, reason: str, watch: Watch) -> str:
    """Return an analysis as JSON.

    Its results are written one by one: at once, nothing else of the program would go on
    meanwhile, and Cancel would have to wait.
    """
    first = members[0]
    factors = list(dict.fromkeys(name for n in members for name, _ in n.groups))
    key = first.result.analysis
    about = {
        "id": first.analysis_id,
        "version": 1,
        "name": f"{first.table.title} ({first.result.study})",
        "description": json.dumps(dict(first.result.options), ensure_ascii=False, default=str),
        "reason": {"controlledTerm": reason},
        "purpose": {"controlledTerm": "EXPLORATORY OUTCOME MEASURE"},
        "analysisSetId": f"AS_{population}",
        "methodId": f"Mth_{key}",
        "orderedGroupings": [
            {"order": order, "groupingId": f"GF_{name}", "resultsByGroup": True}
            for order, name in enumerate(factors, start=1)
        ],
    }
    results = ", ".join(_json(_operation_result(key, n)) for n in paced(members, watch))
    return f'{_json(about)[:-1]}, "results": [{results}]}}'


def _operation_result(key: str, number: Number) -> dict[str, object]:
    return {
        "operationId": _operation(key, number.stat.name),
        "resultGroups": [
            {"groupingId": f"GF_{name}", "groupValue": level} for name, level in number.groups
        ],
        "rawValue": number.raw,
        "formattedValue": formats.stat(number.stat),
    }


def _output(first: Number) -> dict[str, object]:
    identity = first.analysis_id.replace("An_", "")
    title = {
        "order": 1,
        "subSection": {"id": f"Title_{identity}", "text": first.table.title},
    }
    notes = [
        {"order": order, "subSection": {"id": f"Note_{identity}_{order}", "text": note}}
        for order, note in enumerate(first.table.footnotes, start=1)
    ]
    sections = [{"sectionType": "Title", "orderedSubSections": [title]}]
    if notes:
        sections.append({"sectionType": "Footnote", "orderedSubSections": notes})
    display = {
        "id": f"Disp_{identity}",
        "version": 1,
        "name": first.table.key,
        "displayTitle": first.table.title,
        "displaySections": sections,
    }
    return {
        "id": f"Out_{identity}",
        "version": 1,
        "name": first.table.title,
        "displays": [{"order": 1, "display": display}],
    }

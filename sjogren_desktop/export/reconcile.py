"""Numbers of patients reconciled over participant flow, tables and figures of all results.

The same arm of the same population of the same study must have the same N wherever
one is printed, planned and actual treatment apart: above the columns of tables, in the
participant flow, in captions and at the start of the numbers at risk. Where the studies
are pooled, N must be their sum. The N of a total must be the sum of the arms beside it,
which may be others in another table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sjogren_desktop.figures import LineFigure
from sjogren_desktop.results import Result

_N = re.compile(r"\(N\s*=\s*(\d+)\)")
_POOLED = "Pooled"
_TOTAL = "Total"


@dataclass(frozen=True)
class Count:
    """An N as it is printed somewhere.

    Parameters
    ----------
    study, population, arm : str
    n : int
    where : str
        Title of the analysis, and of its table or figure.
    """

    study: str
    population: str
    arm: str
    n: int
    where: str

    @property
    def of(self) -> tuple[str, str, str]:
        """What it counts."""
        return self.study, self.population, self.arm


@dataclass(frozen=True)
class Reconciliation:
    """How many printed numbers were compared, and a sentence for each that disagrees."""

    compared: int
    places: int
    discrepancies: tuple[str, ...]

    @property
    def summary(self) -> str:
        """The outcome in one sentence."""
        where = "1 table or figure" if self.places == 1 else f"{self.places} tables and figures"
        what = f"{self.compared} numbers of patients in {where}"
        if not self.discrepancies:
            return f"{what} were compared and agree."
        return f"{what} were compared; {len(self.discrepancies)} disagree."

    @property
    def text(self) -> str:
        """The outcome with a line for each number that disagrees."""
        return "".join(f"{line}\n" for line in (self.summary, *self.discrepancies))


def reconcile(results: Sequence[Result]) -> Reconciliation:
    """Compare every printed N of the results.

    Where values differ, that which stands in most places is taken for right.
    """
    found = [count for result in results for count in _counts(result)]
    by_what: dict[tuple[str, str, str], list[Count]] = {}
    for count in found:
        by_what.setdefault(count.of, []).append(count)
    usual = {of: _most_frequent([c.n for c in same]) for of, same in by_what.items()}
    wrong = [
        f"{', '.join(count.of)}: N is {count.n} in {count.where}, but {usual[of]} elsewhere"
        for of, same in by_what.items()
        for count in same
        if count.n != usual[of]
    ]
    wrong += _against_sum(usual)
    wrong += [sentence for result in results for sentence in _totals(result)]
    places = len({count.where for count in found})
    return Reconciliation(len(found), places, tuple(dict.fromkeys(wrong)))


def _counts(result: Result) -> Iterator[Count]:
    actual = dict(result.method).get("Treatment", "").startswith("Actual treatment")
    population = result.population + (", actual treatment" if actual else "")
    captions = ((arm, n, "captions") for arm, n in result.counts if result.figures)
    for arm, n, what in (*_of_tables(result), *_of_figures(result), *captions):
        if arm == _TOTAL:
            continue
        where = f"{result.title} ({result.study}): {what}"
        yield Count(result.study, population, arm, n, where)


def _of_tables(result: Result) -> Iterator[tuple[str, int, str]]:
    """Yield arm, N and title wherever a table prints an N."""
    for table in result.tables:
        is_flow = result.analysis == "participant_flow" and table.key == "flow"
        arms: dict[tuple[str, int], None] = {}
        for column in table.columns:
            printed = _N.search(column.header)
            # The flow is headed by those who entered; the population is one of its steps.
            if printed and column.key.get("ARM") and not is_flow:
                arms[str(column.key["ARM"]), int(printed.group(1))] = None
        yield from ((arm, n, table.title) for arm, n in arms)
        if not is_flow:
            continue
        for row, column, stat in table.numbers():
            arm = column.key.get("ARM") if row.key.get("STEP") == "analysed" else None
            if arm and stat.name in ("n", "count") and isinstance(stat.value, int):
                yield str(arm), stat.value, table.title


def _of_figures(result: Result) -> Iterator[tuple[str, int, str]]:
    """Yield arm, number at risk at the start, and title of curves."""
    curves = [
        figure
        for figure in result.figures
        if isinstance(figure, LineFigure) and figure.x_ticks and figure.x_ticks[0][0] == 0
    ]
    if not any(curve.at_risk for curve in curves):
        return
    counted = {
        (str(column.key.get("ARM")), stat.value)
        for table in result.tables
        for row, column, stat in table.numbers()
        if row.key.get("STAT") == "n" and stat.name == "n"
    }
    for curve in curves:
        for arm, numbers in curve.at_risk:
            if (arm, numbers[0]) not in counted:
                yield arm, numbers[0], curve.title


def _most_frequent(values: Sequence[int]) -> int:
    return max(dict.fromkeys(values), key=values.count)


def _against_sum(usual: dict[tuple[str, str, str], int]) -> list[str]:
    """Return sentences on pooled arms that are not the sum of those of the studies."""
    wrong = []
    for (study, population, arm), n in usual.items():
        parts = {s: m for (s, p, a), m in usual.items() if (p, a) == (population, arm)}
        parts.pop(_POOLED, None)
        if study == _POOLED and len(parts) > 1 and sum(parts.values()) != n:
            sums = " + ".join(f"{m} in {s}" for s, m in parts.items())
            wrong.append(f"{population}, {arm}: N is {n} in the pooled studies, but {sums}")
    return wrong


def _totals(result: Result) -> Iterator[str]:
    """Yield a sentence on each total of a table that is not the sum of its arms."""
    by_table: dict[str, dict[str, int]] = {}
    for arm, n, what in _of_tables(result):
        by_table.setdefault(what, {})[arm] = n
    for what, arms in by_table.items():
        total = arms.pop(_TOTAL, None)
        if total is not None and arms and total != sum(arms.values()):
            sums = " + ".join(f"{n} in {arm}" for arm, n in arms.items())
            yield f"{result.title} ({result.study}): {what}: N of the total is {total}, but {sums}"

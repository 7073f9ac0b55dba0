"""Arms compared in the risk of an adverse event, study by study where pooled.

A pooled comparison adds up differences within studies (Mantel-Haenszel
weights), since adding up subjects of studies with unequal allocation can turn
the sign of a difference round; rows where it does are named in a note. Rules
AE.6 to AE.8 in ``resources/methods/adverse_events.md``; the numbers are those of
:mod:`sjogren_desktop.stats.proportions` and its stratified companion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sjogren_desktop import formats
from sjogren_desktop.analyses.ae_records import Cohort
from sjogren_desktop.analyses.model_tables import LEVEL, number
from sjogren_desktop.analyses.spec import Choice, Flag, Item
from sjogren_desktop.figures import ForestRow
from sjogren_desktop.results import Cell, Column, Stat
from sjogren_desktop.stats.exact import fisher_test
from sjogren_desktop.stats.proportions import risk_difference
from sjogren_desktop.stats.proportions_stratified import stratified_difference
from sjogren_desktop.study.data import StudyData

__all__ = ["LEVEL", "METHOD", "P_VALUES", "Comparison", "compare", "method_text"]

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

_METHODS = {
    "miettinen_nurminen": "Miettinen-Nurminen (score)",
    "newcombe": "Newcombe (hybrid score)",
    "wald": "Wald",
}


def _method_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _METHODS.items())


def _method_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "miettinen_nurminen"


METHOD = Choice(
    "method",
    "Interval of the risk difference",
    "How the confidence interval is formed. Pooled studies are compared within each study.",
    _method_items,
    _method_default,
    advanced=True,
    page="proportions.md",
)
P_VALUES = Flag(
    "p_values",
    "Show Fisher's exact p",
    "Two-sided, each arm against the reference. Many tests are made, none is adjusted.",
    False,
)


@dataclass(frozen=True, eq=False)
class Comparison:
    """One arm against the reference, row by row; differences in percentage points.

    Parameters
    ----------
    arm, reference : int
        Places among the arms of the cohort.
    estimate, lower, upper, crude, p_value : array, shape (rows,)
        ``crude`` ignores the study; ``p_value`` (Fisher) is NaN where neither
        arm has an event.
    """

    arm: int
    reference: int
    estimate: Floats
    lower: Floats
    upper: Floats
    crude: Floats
    p_value: Floats

    def cell(self, row: int) -> Cell:
        """Return difference and limits of a row."""
        found = (self.estimate[row], self.lower[row], self.upper[row])
        names = ("estimate", "lower", "upper")
        stats = tuple(Stat(n, number(v), 1) for n, v in zip(names, found, strict=True))
        return Cell(stats, "{0} ({1}, {2})")

    def p_cell(self, row: int) -> Cell | None:
        """Return the p value of a row, nothing where neither arm has an event."""
        p = number(self.p_value[row])
        return None if p is None else Cell((Stat("p_value", p),))

    def forest_row(
        self, row: int, label: str, style: int, members: Sequence[tuple[str, ...]]
    ) -> ForestRow:
        """Return the row of a forest plot, which opens those of both arms with the event.

        ``members`` has the keys of these subjects by arm.
        """
        people = members[self.arm] + members[self.reference]
        cell = self.cell(row)
        low, high = number(self.lower[row]), number(self.upper[row])
        estimate = number(self.estimate[row])
        return ForestRow(label, estimate, low, high, formats.cell(cell), style, people)


def compare(
    group: Cohort, counts: Counts, reference: str, *, method: str, level: float
) -> tuple[Comparison, ...]:
    """Compare every arm with the reference.

    Parameters
    ----------
    group : Cohort
    counts : array of int, shape (rows, arms, studies)
        Subjects with the event.
    reference : str
    method : str
        ``"miettinen_nurminen"``, ``"newcombe"`` or ``"wald"``.
    level : float
        In per cent.
    """
    base = group.arms.index(reference)
    found = []
    for arm in range(len(group.arms)):
        if arm != base and len(counts):
            found.append(_against(group, counts, arm, base, method, level / 100))
    return tuple(found)


def _against(
    group: Cohort, counts: Counts, arm: int, base: int, method: str, level: float
) -> Comparison:
    x1, x2 = counts[:, arm], counts[:, base]
    n1, n2 = group.sizes[arm], group.sizes[base]
    total = (x1.sum(axis=1), int(n1.sum()), x2.sum(axis=1), int(n2.sum()))
    crude = risk_difference(*total, method=method, level=level)
    both = (n1 > 0) & (n2 > 0)
    found = crude
    if both.sum() > 1 or (both.sum() == 1 and len(group.studies) > 1):
        tables = (x1[:, both], n1[both], x2[:, both], n2[both])
        found = stratified_difference(*tables, method=method, level=level)
    p = np.asarray(fisher_test(*total).p_value, dtype=np.float64)
    return Comparison(
        arm,
        base,
        estimate=100 * np.asarray(found.estimate, dtype=np.float64),
        lower=100 * np.asarray(found.lower, dtype=np.float64),
        upper=100 * np.asarray(found.upper, dtype=np.float64),
        crude=100 * np.asarray(crude.estimate, dtype=np.float64),
        p_value=np.where(total[0] + total[2] > 0, p, np.nan),
    )


def comparison_columns(
    group: Cohort, comparisons: Sequence[Comparison], level: float, *, p_values: bool
) -> list[Column]:
    """Return the column heads of the comparisons."""
    columns = []
    for c in comparisons:
        arm, reference = group.arms[c.arm], group.arms[c.reference]
        key = {"ARM": arm, "REFERENCE": reference}
        head = f"{arm}\nminus {reference}"
        columns.append(Column(f"{head}\nDifference, % points ({level:g}% CI)", key))
        if p_values:
            columns.append(Column(f"{head}\nFisher p", key))
    return columns


def comparison_cells(
    comparisons: Sequence[Comparison], row: int, *, p_values: bool
) -> list[Cell | None]:
    """Return the cells of the comparisons in a row."""
    cells: list[Cell | None] = []
    for c in comparisons:
        cells.append(c.cell(row))
        if p_values:
            cells.append(c.p_cell(row))
    return cells


def reversed_rows(comparisons: Sequence[Comparison]) -> list[tuple[int, Comparison]]:
    """Return rows whose difference changes its sign when the studies are merely added up."""
    found = []
    for c in comparisons:
        turned = (c.estimate * c.crude < 0) & (np.abs(c.estimate - c.crude) > 1e-9)
        found += [(int(row), c) for row in np.flatnonzero(turned)]
    return found


def reversal_notes(
    group: Cohort, comparisons: Sequence[Comparison], labels: Sequence[str]
) -> tuple[str, ...]:
    """Return a note naming the rows in which pooling by addition misleads (AE.8)."""
    found = reversed_rows(comparisons)
    if not found:
        return ()
    row, c = found[0]
    example = (
        f"{labels[row]}, {group.arms[c.arm]}: {formats.fixed(float(c.estimate[row]), 1)} within "
        f"studies, {formats.fixed(float(c.crude[row]), 1)} added up"
    )
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return (
        "The sign of the difference depends on whether studies are compared within themselves, "
        f"as shown, or merely added up: {example}{more}.",
    )


def method_text(group: Cohort, method: str) -> str:
    """Return how differences were formed, for the method card."""
    if len(group.studies) > 1:
        return f"{_METHODS[method]}, stratified by study with Mantel-Haenszel weights"
    return _METHODS[method]

"""Which results move with a newer cut of the data, and by how much.

Each result is run again on the newer cut with the options it was made with,
and compared number by number. Not an analysis of the catalogue: its question
is about the data, not about the trial.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError, Doing, Progress, Result, Stat, Value, no_progress
from sjogren_desktop.study.data import StudyData


@dataclass(frozen=True)
class Moved:
    """One number that differs; ``old`` or ``new`` is None where it was not estimable or absent.

    ``seen`` says whether it differs as shown, not only in further digits.
    """

    analysis: str
    table: str
    row: str
    column: str
    statistic: str
    old: Value
    new: Value
    old_text: str
    new_text: str

    @property
    def seen(self) -> bool:
        """Say whether the number differs as it is shown."""
        return self.old_text != self.new_text


@dataclass(frozen=True)
class Rerun:
    """A result beside the one of the newer cut: how many numbers there are, and which moved.

    ``failure`` says why the newer cut gave none, "" where it did.
    """

    title: str
    numbers: int
    moved: tuple[Moved, ...]
    failure: str = ""


def rerun(
    results: Sequence[Result], newer: StudyData, *, progress: Progress = no_progress
) -> tuple[Rerun, ...]:
    """Run results again on a newer cut and compare them with what they were."""
    found = []
    for number, old in enumerate(results):
        progress(
            number / max(1, len(results)), Doing("Running again: {name}", name=Doing(old.title))
        )
        try:
            analysis = catalogue.find(old.analysis)
            new = catalogue.run(analysis, newer, dict(old.options))
        except AnalysisError as error:
            found.append(Rerun(old.title, sum(1 for _ in _numbers(old)), (), str(error)))
            continue
        found.append(compare_results(old, new))
    return tuple(found)


def compare_results(old: Result, new: Result) -> Rerun:
    """Compare two results of one analysis number by number, by table, row and column."""
    before, after = dict(_numbers(old)), dict(_numbers(new))
    moved = []
    for key in dict.fromkeys([*before, *after]):
        left, right = before.get(key), after.get(key)
        was = None if left is None else formats.plain(left.value)
        now = None if right is None else formats.plain(right.value)
        if left is not None and right is not None and was == now:
            continue
        was_text = "" if left is None else formats.stat(left)
        now_text = "" if right is None else formats.stat(right)
        table, row, column, name, _ = key
        moved.append(Moved(old.title, table, row, column, name, was, now, was_text, now_text))
    return Rerun(old.title, len(before), tuple(moved))


_Key = tuple[str, str, str, str, int]


def _numbers(result: Result) -> list[tuple[_Key, Stat]]:
    """Return the numbers of a result by where they stand; a repeated place is counted."""
    seen: dict[tuple[str, str, str, str], int] = {}
    found: list[tuple[_Key, Stat]] = []
    for table in result.tables:
        for row, column, stat in table.numbers():
            head = " ".join(_without_counts(column.header).split())
            place = (table.title, " / ".join(row.labels), head, stat.name)
            seen[place] = seen.get(place, 0) + 1
            found.append(((*place, seen[place]), stat))
    return found


def _without_counts(header: str) -> str:
    """Return a column's header without the number of subjects, which may itself move."""
    return "\n".join(p for p in header.split("\n") if not p.strip().startswith(("(N=", "N=")))

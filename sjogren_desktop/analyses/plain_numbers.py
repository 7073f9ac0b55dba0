"""Numbers of results in plain words: tables read, sizes, chances and counts said."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sjogren_desktop import formats
from sjogren_desktop.results import Cell, Column, Result, Row, Stat, Table
from sjogren_desktop.study.measures import BY_CODE

Sentences = tuple[str, ...]

# ------------------------------------------------------------------ reading tables


@dataclass(frozen=True)
class Comparison:
    """One arm against another, as a row of a table gives it."""

    arm: str
    reference: str
    row: Row
    numbers: Mapping[str, float]

    @property
    def is_whole(self) -> bool:
        """Say whether there are an estimate and its limits."""
        return {"estimate", "lower", "upper"} <= self.numbers.keys()


def table_of(result: Result, key: str) -> Table | None:
    return next((table for table in result.tables if table.key == key), None)


def cells_of(table: Table | None, row: Row | None) -> Iterable[tuple[Column, Cell | None]]:
    return zip(table.columns, row.cells, strict=True) if table and row else ()


def comparisons(table: Table | None, row: Row | None = None) -> tuple[Comparison, ...]:
    """Return the comparisons of arms in a row of a table, or in all of its rows."""
    found: dict[tuple[str, str, int], tuple[Row, dict[str, float]]] = {}
    for at, one in enumerate(table.rows if table else ()):
        if row is not None and one is not row:
            continue
        for column, cell in cells_of(table, one):
            key = {**one.key, **column.key}
            if cell is None or not key.get("REFERENCE"):
                continue
            place = (str(key.get("ARM", "")), str(key["REFERENCE"]), at)
            numbers = found.setdefault(place, (one, {}))[1]
            for stat in cell.stats:
                value = formats.plain(stat.value)
                if isinstance(value, int | float):
                    numbers.setdefault(stat.name, float(value))
    return tuple(Comparison(a, r, one, numbers) for (a, r, _), (one, numbers) in found.items())


def row_of(table: Table | None, **key: str) -> Row | None:
    """Return the first row whose key holds these values."""
    for row in table.rows if table else ():
        if all(str(row.key.get(name)) == value for name, value in key.items()):
            return row
    return None


def arms_of(table: Table | None, row: Row | None, *names: str) -> Iterator[tuple[str, list[Stat]]]:
    """Yield each arm with the numbers of these names in the first cell that has them all."""
    done: set[str] = set()
    for column, cell in cells_of(table, row):
        arm = str(column.key.get("ARM", ""))
        if cell is None or not arm or arm in done or column.key.get("REFERENCE") or arm == "Total":
            continue
        stats = {stat.name: stat for stat in cell.stats}
        if all(name in stats for name in names):
            done.add(arm)
            yield arm, [stats[name] for name in names]


def stats_of(row: Row, name: str) -> list[Stat]:
    return [stat for cell in row.cells if cell for stat in cell.stats if stat.name == name]


# ------------------------------------------------------------------ saying numbers


def points(value: float) -> str:
    """Return a size, with more decimals than one where that would show nothing."""
    size = abs(value)
    decimals = 1 if size >= 0.05 or size == 0 else -math.floor(math.log10(size))
    return formats.fixed(value, min(decimals, 6))


def unit_of(result: Result) -> str:
    """Return the unit of the parameter of a result with a blank before it, points of a score."""
    measure = BY_CODE.get(str(result.options.get("parameter", "")))
    return f" {measure.unit}" if measure is not None and measure.unit else " points"


def chance(p: float) -> str:
    """Return how often chance alone gives such a difference, as a count of studies."""
    if p < 0.0001:
        return "in fewer than 1 of 10,000 such studies"
    of = 100 if p >= 0.01 else 1000 if p >= 0.001 else 10000
    return f"in about {formats.fixed(p * of, 0)} of {of:,} such studies"


def how_sure(numbers: Mapping[str, float], *, unit: str = "") -> Sentences:
    """Say what the interval and the p value of a difference mean."""
    lower, upper, p = numbers["lower"], numbers["upper"], numbers.get("p_value")
    none = lower <= 0 <= upper
    said = [
        f"The data fit a true difference of anything between {points(lower)} and "
        f"{points(upper)}{unit} (the confidence interval). "
        + (
            "A difference of zero lies inside this range, so the data do not show which of the "
            "two is better."
            if none
            else "A difference of zero lies outside this range."
        )
    ]
    if p is not None:
        said.append(
            "If the two were truly alike, a difference as large as this one, either way, would "
            f"still turn up {chance(p)} (p = {formats.p_value(p)})."
            if p >= 0.0001
            else "If the two were truly alike, a difference as large as this one, either way, "
            f"would turn up {chance(p)} (p {formats.p_value(p)})."
        )
    return tuple(said)


def mean_difference(result: Result, one: Comparison, what: str) -> Sentences:
    estimate = one.numbers["estimate"]
    size = points(abs(estimate))
    way = "lower" if estimate < 0 else "higher"
    unit = unit_of(result)
    response = "value" if result.options.get("response") == "AVAL" else "change"
    return (
        f"{what}, the average {response} under {one.arm} was {size}{unit} {way} than under "
        f"{one.reference}.",
        *how_sure(one.numbers, unit=unit),
    )


def more_responded(one: Comparison, more: float) -> str:
    start = f"Of 100 patients treated with {one.arm} instead of {one.reference}, about "
    if abs(more) < 0.05:
        return f"{start}as many responded."
    return f"{start}{points(abs(more))} {'more' if more > 0 else 'fewer'} responded."


def per_hundred(table: Table | None, row: Row | None) -> str:
    """Return how many of 100 patients each arm has: ``Placebo 82, Ianalumab 86``."""
    parts = []
    for arm, (count, share) in arms_of(table, row, "count", "percent"):
        value = formats.plain(share.value)
        if isinstance(value, int | float):
            text = "none" if count.value == 0 else formats.fixed(float(value), 0)
            parts.append(f"{arm} {'fewer than 1' if text == '0' else text}")
    return ", ".join(parts)


def counted(result: Result, key: str, what: str, **row: str) -> Sentences:
    table = table_of(result, key)
    found = row_of(table, **row) if row else (table.rows[0] if table and table.rows else None)
    said = per_hundred(table, found)
    return (f"{what}, of 100 patients: {said}.",) if said else ()

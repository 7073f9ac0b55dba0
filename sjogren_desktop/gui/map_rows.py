"""The map of a plain table as rows of texts that are edited, and back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sjogren_desktop.gui import local
from sjogren_desktop.gui.language import tr
from sjogren_desktop.results import AnalysisError

if TYPE_CHECKING:
    from sjogren_desktop.study.mapping import ColumnMap, TableMap
    from sjogren_desktop.study.visits import Window

Rows = tuple[tuple[str, ...], ...]


@dataclasses.dataclass(frozen=True)
class Entered:
    """What stands on the pane for one table, and the map it was a change of."""

    map: TableMap = dataclasses.field(compare=False)
    layout: str
    columns: Rows
    visits: Rows
    windows: Rows


def part(before: Entered, after: Entered) -> int:
    """Return which page shows the difference."""
    differ = (
        before.columns != after.columns,
        before.visits != after.visits,
        before.windows != after.windows,
    )
    return differ.index(True) if any(differ) else 0


def named(before: Entered, after: Entered) -> str:
    """Say what differs, as it stands in the menu after "Undo"."""
    for old, new, text in (
        (before.columns, after.columns, tr("change of the column {name}")),
        (before.visits, after.visits, tr("change of the visit {name}")),
    ):
        rows = [row for row, was in zip(new, old, strict=True) if row != was]
        if rows:
            return text.format(name=rows[0][0])
    if before.layout != after.layout:
        return tr("change of what a row is")
    return tr("change of the visit windows")


def window_row(window: Window) -> tuple[str, ...]:
    """Return a window as the table of windows has it."""
    days = (window.target, window.first, window.last)
    return (window.name, local.numbers(f"{window.number:g}"), *map(str, days))


def column_row(column: ColumnMap) -> tuple[str, ...]:
    """Return a column as the table of columns has it."""
    return (
        column.column,
        column.role,
        column.target,
        column.visit,
        column.unit,
        column.to_unit,
        f"{100 * column.confidence:.0f}%",
        column.why,
    )


def changed_column(column: ColumnMap, row: list[str]) -> ColumnMap:
    """Return a column as it stands in the table; what was changed is sure."""
    from sjogren_desktop.study.measures import BY_CODE
    from sjogren_desktop.study.units import ucum

    _, role, target, visit, unit, to_unit, *_ = row
    old = (column.role, column.target, column.visit, column.unit, column.to_unit)
    if old == (role, target, visit, unit, to_unit):
        return column
    measure = BY_CODE.get(target) if role == "measure" else None
    unit, to_unit = ucum(unit) or unit, ucum(to_unit) or to_unit
    if measure is not None and unit and not to_unit:
        to_unit = measure.unit
    label = column.label if target == column.target else target
    return dataclasses.replace(
        column,
        role=role,
        target=target,
        label=measure.param if measure is not None else label,
        visit=visit,
        unit=unit,
        to_unit=to_unit,
        dataset=measure.dataset if measure is not None else column.dataset,
        confidence=1.0,
        why="chosen",
    )


def confirmed(table: TableMap) -> TableMap:
    """Return a map in which unsure guesses are left, so that it is read as it was seen."""
    from sjogren_desktop.study.mapping_guess import SURE

    columns = tuple(
        dataclasses.replace(c, role="leave") if c.confidence < SURE else c for c in table.columns
    )
    return dataclasses.replace(table, columns=columns)


def number(text: str, what: str) -> float:
    """Return a number that was entered.

    Raises
    ------
    AnalysisError
        If it is none; ``what`` says of what.
    """
    try:
        return local.number_of(text)
    except ValueError as error:
        raise AnalysisError(
            tr("{text!r} is no number for {what}. Enter a number such as 24.", text=text, what=what)
        ) from error


def window(row: list[str]) -> Window:
    """Return a window from its row.

    Raises
    ------
    AnalysisError
        If something in it is no number.
    """
    from sjogren_desktop.study.visits import Window

    name, place, *days = row
    whole = [round(number(day, tr("a day of the window {name}", name=name))) for day in days]
    return Window(
        name, number(place, tr("the window {name}", name=name)), whole[0], whole[1], whole[2]
    )

"""Which rows stand on which page: short groups whole, long ones divided, none lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sjogren_desktop.export.displays import displays
from sjogren_desktop.export.house import house
from sjogren_desktop.export.paging import LONGEST_GROUP, pages_of
from sjogren_desktop.export.report import now
from sjogren_desktop.results import Cell, Column, Row, Stat, Table
from tests.samples import sample_mmrm_result


def pages(sizes: list[int], *, words: str = "") -> list[range]:
    """Return the rows of the pages of a table with groups of these sizes."""
    rows = tuple(
        Row((f"Group {group}", f"Row {place} {words}"), (Cell((Stat("n", place),)),))
        for group, size in enumerate(sizes)
        for place in range(size)
    )
    table = Table("t", "A table", ("Group", "Statistic"), (Column("Drug"),), rows)
    result = replace(sample_mmrm_result(), tables=(table,), figures=())
    (display,) = displays([result], house(), now())
    return [page.rows for page in pages_of(0, display, house())]


@pytest.mark.parametrize("size", [2, 5, 7, LONGEST_GROUP])
def test_that_short_groups_are_not_divided(size: int) -> None:
    found = pages([size] * 30)

    assert len(found) > 1
    assert all(rows.start % size == 0 for rows in found)
    assert [row for rows in found for row in rows] == list(range(30 * size))


def test_that_long_groups_fill_the_page() -> None:
    found = pages([LONGEST_GROUP + 1] * 20)

    assert any(rows.start % (LONGEST_GROUP + 1) for rows in found)
    assert len({len(rows) for rows in found[:-1]}) == 1
    assert [row for rows in found for row in rows] == list(range(20 * (LONGEST_GROUP + 1)))


def test_that_a_group_taller_than_a_page_is_divided() -> None:
    found = pages([10, 10], words="word " * 1000)

    assert [row for rows in found for row in rows] == list(range(20))
    assert all(len(rows) < 10 for rows in found)

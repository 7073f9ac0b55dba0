"""Column headers: making them unique, and saying where they were not."""

from __future__ import annotations

from collections.abc import Sequence

from sjogren_desktop.results import Issue
from sjogren_desktop.study.values import column_name


def unique_header(
    cells: Sequence[str], file: str, *, sheet: str = ""
) -> tuple[list[str], list[Issue]]:
    """Return unique column names, with an issue for each repeated one.

    A column without a name is called ``COLUMN_<n>``; the second of two equal
    names gets ``_2``.
    """
    issues: list[Issue] = []
    names: list[str] = []
    taken: set[str] = set()
    for position, cell in enumerate(cells, start=1):
        base = " ".join(cell.replace("\ufeff", "").split()) or f"COLUMN_{position}"
        name, copy = base, 2
        while column_name(name) in taken:
            name, copy = f"{base}_{copy}", copy + 1
        if name != base:
            issues.append(
                Issue(
                    "warning",
                    f"The column {base} stands in the header more than once; column {position} is "
                    f"now called {name}.",
                    action="Check which of the columns is the right one.",
                    file=file,
                    sheet=sheet,
                    row=None if sheet else 1,
                    column=column_name(base),
                    check="file.duplicate_header",
                )
            )
        taken.add(column_name(name))
        names.append(name)
    return names, issues
